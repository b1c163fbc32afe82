//! The overhead of the engine over bare passes, and its throughput under load.
//!
//! `cargo run --release -p plt-benches --bin serving -- MODEL [MINUTES]`, where MODEL is `built-in` or
//! a shape and a type, as in `mid-q8_0`. Everything is measured in one process, alternating, and printed
//! as the tables of docs/engine.md. With MINUTES, memory is watched under changing load for as long.

#![forbid(unsafe_code)]

mod load;

use std::time::Instant;

use anyhow::{Context as _, bail};
use plt_bench::{Shape, Spread, random_weights};
use plt_cpu::Cpu;
use plt_model::plan::PlanKind;
use plt_model::{
    CacheOptions, Checkpoint, DType, KvDType, LogitsFor, Model, NoTrace, Quantization,
};
use plt_runtime::{EngineOptions, Event, Request, Scheduler};

/// Tokens before the first measured one.
const CONTEXT: usize = 128;
/// Tokens per sample.
const TOKENS: usize = 8;
const SAMPLES: usize = 7;

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (name, minutes) = match args.as_slice() {
        [name] => (name, 0.0),
        [name, minutes] => (name, minutes.parse().context("minutes")?),
        _ => bail!("expected a model: built-in, or a shape and a type as in mid-q8_0"),
    };
    let model = model(name)?;
    overhead(&model)?;
    throughput(&model)?;
    load::prefixes(&model)?;
    load::drafts(&model)?;
    let model = load::poisson(model)?;
    if minutes > 0.0 {
        load::churn(model, minutes)?;
    }
    Ok(())
}

fn model(name: &str) -> anyhow::Result<Model<Cpu>> {
    let cpu = Cpu::new(None)?;
    if name == "built-in" {
        let checkpoint = Checkpoint::built_in(plt_tiny_coder::NAME, plt_tiny_coder::FILES)?;
        return Ok(Model::load(cpu, checkpoint.config().clone(), &checkpoint)?);
    }
    let (shape, dtype_name) = name.split_once('-').context("a shape and a type")?;
    let shapes = [Shape::Mid, Shape::Small, Shape::Tiny];
    let shape = shapes.into_iter().find(|known| known.name() == shape).context("no such shape")?;
    let dtypes = [DType::BF16, DType::Q8_0, DType::Q4_0, DType::Q4K];
    let dtype = dtypes.into_iter().find(|dtype| dtype.name() == dtype_name);
    let quantization = Quantization::new(dtype.context("no such type")?);
    Ok(Model::new(cpu, shape.config(2)?, random_weights(quantization))?)
}

pub fn prompt(len: usize, first: u32) -> Vec<u32> {
    (0..len as u32).map(|i| 1 + (i * 7 + first) % 30).collect()
}

pub fn options(sequences: usize) -> EngineOptions {
    EngineOptions::default()
        .max_num_seqs(sequences)
        .kv_cache_tokens(16384)
        .max_num_batched_tokens(128)
        .max_draft_rows(0)
        .prefix_cache_entries(0)
}

/// The engine against bare passes, in alternating samples.
fn overhead(model: &Model<Cpu>) -> anyhow::Result<()> {
    let config = model.config();
    let (rule, loops) = (config.loops.rule, config.loops.count);
    let options = options(1);
    let mut cache = model.cache(CacheOptions::single(
        options.kv_cache_tokens,
        KvDType::F16,
        PlanKind::Sequential,
    ))?;
    let mut sequence = cache.open()?;
    sequence.extend(prompt(CONTEXT, 0));
    let mut bare = |tokens: usize, plan: PlanKind| -> anyhow::Result<()> {
        for _ in 0..tokens {
            let range = sequence.kv().len()..sequence.tokens().len();
            for pass in plan.passes(rule, loops, 0, range) {
                let sequences = &mut [&mut sequence];
                let newest = LogitsFor::Newest;
                let output = model.run(&mut cache, sequences, &pass, newest, &mut NoTrace)?;
                if let Some(logits) = output.logits {
                    let best = model.backend().top_k(&logits, 1)?;
                    sequence.extend([best[0][0].0]);
                }
            }
        }
        Ok(())
    };
    bare(1, PlanKind::Sequential)?;
    let mut scheduler = Scheduler::new(model, None, options)?;
    let request = Request::new(prompt(CONTEXT, 0)).max_tokens(usize::MAX);
    let mut events = scheduler.submit(request)?;
    while scheduler.stats().generated_tokens == 0 {
        scheduler.step();
    }
    let mut ratios = Vec::new();
    for sample in 0..=SAMPLES {
        let started = Instant::now();
        bare(TOKENS, PlanKind::Decode)?;
        let alone = started.elapsed();
        let started = Instant::now();
        for _ in 0..TOKENS {
            scheduler.step();
            let _ = events.try_next();
        }
        // The first sample warms up.
        if sample > 0 {
            ratios.push(started.elapsed().as_secs_f64() / alone.as_secs_f64());
        }
    }
    let ratio = Spread::of(ratios).context("samples")?;
    println!("engine ÷ passes alone, one sequence: {ratio:.3}\n");
    Ok(())
}

/// Tokens per second by number of concurrent sequences.
fn throughput(model: &Model<Cpu>) -> anyhow::Result<()> {
    let batches = [1usize, 2, 4, 8, 16];
    let mut schedulers = Vec::new();
    for batch in batches {
        let mut scheduler = Scheduler::new(model, None, options(batch))?;
        let mut events = Vec::new();
        for i in 0..batch {
            let prompt = prompt(CONTEXT, i as u32);
            events.push(scheduler.submit(Request::new(prompt).max_tokens(usize::MAX))?);
        }
        while scheduler.stats().running < batch
            || scheduler.stats().prompt_tokens < (batch * CONTEXT) as u64
        {
            scheduler.step();
        }
        schedulers.push((scheduler, events, Vec::new()));
    }
    for _ in 0..SAMPLES {
        for (scheduler, events, rates) in &mut schedulers {
            let started = Instant::now();
            for _ in 0..TOKENS {
                scheduler.step();
            }
            let tokens = (events.len() * TOKENS) as f64;
            rates.push(tokens / started.elapsed().as_secs_f64());
            for events in events {
                while let std::task::Poll::Ready(Some(_)) = events.try_next() {}
            }
        }
    }
    println!("| concurrent requests | tokens/s | ÷ one |\n|---|---|---|");
    let one = schedulers[0].2.clone();
    for (batch, (_, _, rates)) in batches.iter().zip(&schedulers) {
        let rate = Spread::of(rates.iter().copied()).context("samples")?;
        let ratio = Spread::of(rates.iter().zip(&one).map(|(rate, one)| rate / one));
        println!("| {batch} | {rate:.1} | {:.2} |", ratio.context("samples")?);
    }
    println!();
    Ok(())
}

/// The tokens of a request, when all of it is run by itself.
pub fn run(scheduler: &mut Scheduler<'_, Cpu>, request: Request) -> anyhow::Result<Vec<u32>> {
    let events = scheduler.submit(request)?;
    while !scheduler.is_idle() {
        scheduler.step();
    }
    let mut ids = Vec::new();
    for event in events {
        if let Event::Token { id, .. } = event? {
            ids.push(id);
        }
    }
    Ok(ids)
}
