//! `plt eval`

use std::process::ExitCode;

use plt_runtime::{Backend, Engine, PerplexityOptions, perplexity};
use serde_json::json;

use super::{Task, read_text, with_engine};
use crate::args::{EvalCommand, PerplexityArgs};
use crate::terminal;

/// What a window has unless told: longer ones cost more than they tell.
const CONTEXT: usize = 2048;

pub fn run(command: EvalCommand) -> anyhow::Result<ExitCode> {
    match command {
        EvalCommand::Perplexity(args) => with_engine(&args.model, MeasurePerplexity(&args)),
    }
}

struct MeasurePerplexity<'a>(&'a PerplexityArgs);

impl Task for MeasurePerplexity<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, engine: Engine<B>) -> anyhow::Result<ExitCode> {
        let args = self.0;
        let text = read_text(&args.file)?;
        let ids = engine.tokenizer()?.encode(&text, true)?;
        let context =
            args.context.unwrap_or_else(|| engine.model().config().max_positions.min(CONTEXT));
        let options = PerplexityOptions {
            context,
            stride: args.stride.unwrap_or_else(|| (context / 2).max(1)),
            plan: args.plan.kind(),
            dtype: args.model.dtype.into(),
        };
        let bar = terminal::step_bar(0);
        let result = perplexity(engine.model(), &ids, options, &mut |done, all| {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        });
        bar.finish_and_clear();
        let result = result?;
        let bits_per_byte = result.nats / std::f64::consts::LN_2 / text.len() as f64;
        if args.json {
            println!(
                "{}",
                json!({
                    "perplexity": result.perplexity,
                    "nats_per_token": result.nats_per_token,
                    "bits_per_byte": bits_per_byte,
                    "tokens": result.tokens,
                    "bytes": text.len(),
                    "windows": result.windows,
                    "context": options.context,
                    "stride": options.stride,
                })
            );
        } else {
            println!(
                "perplexity {:.4} over {} tokens ({:.4} nats a token, {bits_per_byte:.4} bits a byte)",
                result.perplexity, result.tokens, result.nats_per_token
            );
        }
        Ok(ExitCode::SUCCESS)
    }
}
