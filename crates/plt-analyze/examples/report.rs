//! Writes the report of a prompt to standard output:
//! `cargo run -p plt-analyze --example report -- MODEL_DIR ID [ID …] > report.html`.

#![allow(clippy::print_stdout)]

use plt_analyze::{Options, analyze};
use plt_cpu::Cpu;
use plt_model::{Checkpoint, KvDType, Model};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let name = args.next().ok_or("expected a model and token ids")?;
    let checkpoint = Checkpoint::open(&name)?;
    let ids = args.map(|id| id.parse()).collect::<Result<Vec<u32>, _>>()?;
    let model = Model::load(Cpu::new(None)?, checkpoint.config().clone(), &checkpoint)?;

    let options = Options::default().kv_cache_dtype(KvDType::F32);
    let analysis = analyze(&model, &ids, options, &mut |_, _| {})?;
    let text = ids.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
    print!("{}", analysis.to_html(&name, &text)?);
    Ok(())
}
