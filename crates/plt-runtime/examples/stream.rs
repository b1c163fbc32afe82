//! Streams an answer: `cargo run --release -p plt-runtime --example stream -- MODEL PROMPT`.

use plt_runtime::Engine;

fn main() -> plt_runtime::Result<()> {
    let [model, prompt] = [1, 2].map(|n| std::env::args().nth(n).expect("a model and a prompt"));
    for event in Engine::open(&model, "cpu", Default::default())?.complete(&prompt)? {
        print!("{}", event?.text());
    }
    Ok(())
}
