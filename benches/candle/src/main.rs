//! Measures candle's own quantized Llama, with the arguments and output of llama.cpp's `llama-bench`
//! that `cargo xtask bench` uses:
//!
//! `candle-bench -m MODEL.gguf -t THREADS -p PROMPT -n GENERATE [-d CONTEXT]` prints
//! `[{"avg_ts": tokens per second}]`.
//!
//! Build it for the instruction set of the machine:
//! `RUSTFLAGS="-C target-cpu=native" cargo build --release`.

#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::fs::File;
use std::time::Instant;

use anyhow::Context as _;
use candle_core::quantized::gguf_file::Content;
use candle_core::{Device, Tensor};
use candle_transformers::models::quantized_llama::ModelWeights;

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: HashMap<&str, &str> =
        args.chunks_exact(2).map(|pair| (pair[0].as_str(), pair[1].as_str())).collect();
    let number = |key: &str| -> anyhow::Result<usize> {
        args.get(key).map_or(Ok(0), |value| value.parse().with_context(|| format!("{key} {value}")))
    };
    let [prompt, generate, context] = [number("-p")?, number("-n")?, number("-d")?];
    // candle reads the number of threads from the environment, at the first multiplication.
    if let Some(threads) = args.get("-t") {
        anyhow::ensure!(
            candle_core::utils::get_num_threads() == threads.parse::<usize>()?,
            "candle takes {} threads: set RAYON_NUM_THREADS={threads}",
            candle_core::utils::get_num_threads()
        );
    }
    let mut file = File::open(args.get("-m").context("-m MODEL.gguf")?)?;
    let content = Content::read(&mut file)?;
    let mut model = ModelWeights::from_gguf(content, &mut file, &Device::Cpu)?;

    let mut seconds = 0.0;
    let mut position = 0;
    let mut pass = |tokens: usize, measured: bool| -> anyhow::Result<()> {
        let ids: Vec<u32> = (0..tokens).map(|i| 1 + (i % 1000) as u32).collect();
        let ids = Tensor::new(ids, &Device::Cpu)?.unsqueeze(0)?;
        let started = Instant::now();
        let logits = model.forward(&ids, position)?;
        anyhow::ensure!(logits.dims().last().is_some_and(|vocab| *vocab > 0), "no logits");
        position += tokens;
        if measured {
            seconds += started.elapsed().as_secs_f64();
        }
        Ok(())
    };
    // A warm-up pass, as in `llama-bench`.
    match prompt {
        0 => pass(context.max(1), false)?,
        _ => {
            pass(1, false)?;
            pass(prompt, true)?;
        }
    }
    for _ in 0..generate {
        pass(1, true)?;
    }
    let speed = (prompt + generate) as f64 / seconds;
    println!("{}", serde_json::json!([{ "avg_ts": speed }]));
    Ok(())
}
