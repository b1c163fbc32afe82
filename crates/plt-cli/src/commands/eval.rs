//! `plt eval`

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::bail;
use plt_runtime::{
    Activations, Backend, Error, PerplexityOptions, TextModel, defaults, divergence, perplexity,
};
use serde_json::json;

use super::{ModelCommand, read_text, with_model};
use crate::args::{DeviceArgs, EvalCommand, ModelArgs, PerplexityArgs};
use crate::terminal;

pub fn run(command: EvalCommand) -> anyhow::Result<ExitCode> {
    match command {
        EvalCommand::Perplexity(args) => {
            with_model(&args.model, &args.device, MeasurePerplexity(&args))
        }
        EvalCommand::Kl(args) => {
            let PerplexityArgs { model: ModelArgs { model, quant, loops }, device, .. } =
                &args.text;
            device.check()?;
            let exact = device.activations == Activations::Int16;
            if quant.is_none() && loops.is_none() && exact && args.reference.is_none() {
                bail!(
                    "the model would be compared with itself: \
                     set --quant, --loops, --activations int8 or --reference"
                );
            }
            let reference = ModelArgs {
                model: args.reference.clone().or(model.clone()),
                loops: None,
                quant: None,
            };
            let device = DeviceArgs { activations: Activations::Int16, ..device.clone() };
            with_model(&reference, &device, LoadReference(&args.text))
        }
    }
}

struct MeasurePerplexity<'a>(&'a PerplexityArgs);

impl ModelCommand for MeasurePerplexity<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let args = self.0;
        let text = read_text("--file", &args.file)?;
        let ids = model.tokenizer()?.encode(&text, true)?;
        let options = options(args, model.model().config().max_positions);
        let bar = terminal::step_bar(0);
        let result = perplexity(model.model(), &ids, options, &mut |done, all| {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        });
        bar.finish_and_clear();
        let result = named(result)?;
        let bits_per_byte = result.nats / std::f64::consts::LN_2 / text.len() as f64;
        let mut stdout = std::io::stdout().lock();
        if args.json {
            writeln!(
                stdout,
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
            )?;
        } else {
            writeln!(
                stdout,
                "perplexity {:.4} over {} tokens ({:.4} nats per token, {bits_per_byte:.4} bits per byte)",
                result.perplexity, result.tokens, result.nats_per_token
            )?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Names the option in an error about it.
fn named<T>(result: plt_runtime::Result<T>) -> anyhow::Result<T> {
    result.map_err(|error| match error {
        Error::Window { what, least, most, found } => {
            anyhow::anyhow!("--{what}: expected {least} to {most}, found {found}")
        }
        Error::ShortDocument { .. } => anyhow::Error::new(error).context("--file"),
        error => error.into(),
    })
}

/// Returns the windows for models of this context length.
fn options(args: &PerplexityArgs, max_positions: usize) -> PerplexityOptions {
    let context = args.context.unwrap_or_else(|| match defaults::EVAL.context {
        Some(context) => context.min(max_positions),
        None => max_positions,
    });
    PerplexityOptions::new(context, args.stride.unwrap_or_else(|| (context / 2).max(1)))
        .plan(args.plan.kind())
        .kv_cache_dtype(args.cache.kv_cache_dtype)
}

/// Keeps the reference loaded and loads the model that is compared with it.
struct LoadReference<'a>(&'a PerplexityArgs);

impl ModelCommand for LoadReference<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        with_model(
            &self.0.model,
            &self.0.device,
            MeasureDivergence { args: self.0, reference: &model },
        )
    }
}

struct MeasureDivergence<'a, A: Backend> {
    args: &'a PerplexityArgs,
    reference: &'a TextModel<A>,
}

impl<A: Backend> ModelCommand for MeasureDivergence<'_, A> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let Self { args, reference } = self;
        let text = read_text("--file", &args.file)?;
        let ids = model.tokenizer()?.encode(&text, true)?;
        if reference.tokenizer()?.encode(&text, true)? != ids {
            bail!("cannot compare: the tokenizers of the two models give different tokens");
        }
        let (mine, theirs) = (model.model(), reference.model());
        let most = mine.config().max_positions.min(theirs.config().max_positions);
        let options = options(args, most);
        let bar = terminal::step_bar(0);
        let result = divergence(theirs, mine, &ids, options, &mut |done, all| {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        });
        bar.finish_and_clear();
        let result = named(result)?;
        let mut stdout = std::io::stdout().lock();
        if args.json {
            writeln!(stdout, "{}", serde_json::to_string(&result)?)?;
        } else {
            writeln!(
                stdout,
                "KL {:.6} nats per token (99th percentile {:.4}, maximum {:.4}); same best token in \
                 {:.2} % of {}; perplexity {:.4}, reference {:.4}",
                result.mean_kl,
                result.p99_kl,
                result.max_kl,
                result.same_top * 100.0,
                result.tokens,
                result.perplexity,
                result.reference_perplexity
            )?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
