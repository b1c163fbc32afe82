//! Streams an answer: `cargo run --release -p plt-runtime --example generate -- MODEL PROMPT`.

#![allow(clippy::print_stdout)]

use std::io::Write as _;

use plt_runtime::{
    Cancel, Cpu, Engine, Event, KvDType, ModelFiles, PlanKind, Request, SamplingParams,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(model), Some(prompt)) = (args.next(), args.next()) else {
        return Err("expected a model and a prompt".into());
    };
    let files = ModelFiles::open(model.as_ref())?;
    let engine = Engine::load(Cpu::new(None)?, files, Default::default(), &mut |_, _| {})?;

    let plan = PlanKind::Wavefront { chunk: 64.try_into()? };
    let prompt = engine.tokenizer()?.encode(&prompt, true)?;
    let max_tokens = 64;
    let mut session = engine.session(prompt.len() + max_tokens, KvDType::F16, plan)?;
    let request = Request {
        prompt,
        max_tokens,
        sampling: SamplingParams { temperature: 0.7, top_p: 0.9, seed: 1, ..Default::default() },
        stop: Vec::new(),
        eos: engine.eos().to_vec(),
        plan,
    };
    for event in session.generate(request, Cancel::default())? {
        let text = match event? {
            Event::Token { text, .. } | Event::Finished { text, .. } => text,
        };
        print!("{text}");
        std::io::stdout().flush()?;
    }
    println!();
    Ok(())
}
