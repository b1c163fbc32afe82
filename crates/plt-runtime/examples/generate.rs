//! Embeds an engine that answers several prompts at a time:
//! `cargo run --release -p plt-runtime --example generate -- MODEL PROMPT...`.

#![allow(clippy::print_stdout)]

use plt_runtime::{Cpu, Engine, EngineOptions, Event, ModelFiles, Request, TextModel};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let model = args.next().ok_or("expected a model and prompts")?;
    let files = ModelFiles::open(model.as_ref())?;
    let model = TextModel::load(Cpu::new(None)?, files, Default::default(), &mut |_, _| {})?;
    let engine = Engine::start(model, EngineOptions::default())?;

    let text = engine.text();
    let ask = |prompt: String| {
        let ids = text.tokenizer()?.encode(&prompt, true)?;
        let eos = text.eos().to_vec();
        Ok((prompt, engine.submit(Request { max_tokens: 64, eos, ..Request::new(ids) })?))
    };
    // All are computed together, whoever is read first.
    let answers: Vec<_> = args.map(ask).collect::<plt_runtime::Result<_>>()?;
    for (prompt, events) in answers {
        print!("{prompt}");
        for event in events {
            let (Event::Token { text, .. } | Event::Finished { text, .. }) = event?;
            print!("{text}");
        }
        println!();
    }
    Ok(())
}
