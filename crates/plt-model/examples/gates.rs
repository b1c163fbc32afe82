//! Looks inside the loops: `cargo run -p plt-model --example gates -- MODEL_DIR ID [ID …]`.
//!
//! Prints, for every layer, how much of the global attention the later loops took on average.

#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;

use plt_cpu::Cpu;
use plt_model::{
    CacheOptions, Checkpoint, KvDType, LogitsFor, Model, PlanKind, Probe, Row, Tracer,
};

/// Sums of gates and how many there were, by loop and layer.
#[derive(Default)]
struct Gates(BTreeMap<(usize, usize), (f32, usize)>);

impl Tracer for Gates {
    fn wants(&self, probe: Probe) -> bool {
        matches!(probe, Probe::Gate { .. })
    }

    fn record(&mut self, probe: Probe, rows: &[Row], values: &[f32]) {
        let Probe::Gate { layer } = probe else { return };
        let heads = values.len() / rows.len();
        for (row, gates) in rows.iter().zip(values.chunks(heads)) {
            if row.loop_index > 0 {
                let (sum, count) = self.0.entry((row.loop_index, layer)).or_default();
                *sum += gates.iter().sum::<f32>();
                *count += heads;
            }
        }
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let checkpoint = Checkpoint::open(args.next().ok_or("expected a model and token ids")?)?;
    let tokens = args.map(|id| id.parse()).collect::<Result<Vec<u32>, _>>()?;
    let model = Model::load(Cpu::new(None)?, checkpoint.config().clone(), &checkpoint)?;

    let plan = PlanKind::Sequential;
    let options = CacheOptions::single(tokens.len(), KvDType::F32, plan);
    let mut cache = model.cache(options)?;
    let mut sequence = cache.open()?;
    sequence.extend(tokens);

    let loops = &model.config().loops;
    let mut gates = Gates::default();
    for pass in plan.passes(loops.rule, loops.count, 0, 0..sequence.tokens().len()) {
        model.run(&mut cache, &mut [&mut sequence], &pass, LogitsFor::Nothing, &mut gates)?;
    }
    for ((loop_index, layer), (sum, count)) in gates.0 {
        println!("loop {loop_index} layer {layer}: mean gate {:.3}", sum / count as f32);
    }
    Ok(())
}
