//! Answers several prompts in one batch:
//! `cargo run --release -p plt-runtime --example generate -- MODEL PROMPT...`.

use plt_runtime::Engine;

fn main() -> plt_runtime::Result<()> {
    let mut args = std::env::args().skip(1);
    let model = args.next().expect("a model and prompts");
    let engine = Engine::open(&model, "cpu", Default::default())?;
    // All prompts are submitted before the first answer is read, so they share passes.
    let submit = |prompt: String| {
        let request = engine.text().completion(&prompt)?.max_tokens(64);
        Ok((prompt, engine.submit(request)?))
    };
    for (prompt, events) in args.map(submit).collect::<plt_runtime::Result<Vec<_>>>()? {
        print!("{prompt}");
        for event in events {
            print!("{}", event?.text());
        }
        println!();
    }
    Ok(())
}
