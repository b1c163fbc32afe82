//! Does a second loop help? Trains a small model with one loop and with two for a few steps.
//!
//! `cargo run --release -p plt-train --example two_loops -- 1000` trains long enough to see a
//! difference.

use plt_train::{Recipe, Run};

fn recipe(loops: usize, steps: u64) -> plt_train::Result<Recipe> {
    let text = format!(
        r#"
        [model]
        hidden_size = 32
        intermediate_size = 64
        num_hidden_layers = 2
        num_attention_heads = 2
        max_position_embeddings = 32
        plt_num_loops = {loops}
        plt_window_size = [4, 0]
        plt_gate_use_hidden_states = true

        [data]
        kind = "pointer-chasing"
        nodes = 4
        hops = 3

        [train]
        steps = {steps}
        batch = 16
        length = 24

        [schedule]
        learning_rate = 3e-3
        "#
    );
    Recipe::parse(&text, "two_loops.toml".as_ref())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let steps = std::env::args().nth(1).map_or(Ok(3), |steps| steps.parse())?;
    for loops in [1, 2] {
        let dir = std::env::temp_dir().join(format!("two-loops-{}-{loops}", std::process::id()));
        let mut run = Run::open(recipe(loops, steps)?, ".".as_ref(), &dir)?;
        while !run.is_done() {
            run.step()?;
        }
        let validation = run.evaluate()?;
        println!("R = {loops}: loss {:.3}", validation.loss);
        for (hops, accuracy) in (1..).zip(run.accuracy_by_hops()?) {
            println!("  {hops} hops: {:.0} %", 100.0 * accuracy);
        }
        std::fs::remove_dir_all(dir)?;
    }
    Ok(())
}
