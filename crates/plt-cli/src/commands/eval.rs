//! `plt eval`

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::bail;
use plt_runtime::{Backend, PerplexityOptions, TextModel, divergence, perplexity};
use serde_json::json;

use super::{Task, check_activations, read_text, with_model};
use crate::args::{Activation, CpuArgs, EvalCommand, ModelArgs, PerplexityArgs};
use crate::terminal;

/// What a window has unless told: longer ones cost more than they tell.
const CONTEXT: usize = 2048;

pub fn run(command: EvalCommand) -> anyhow::Result<ExitCode> {
    match command {
        EvalCommand::Perplexity(args) => with_model(&args.model, MeasurePerplexity(&args)),
        EvalCommand::Kl(args) => {
            check_activations(args.text.model.cpu, &args.text.model.device)?;
            let ModelArgs { quant, loops, cpu, .. } = &args.text.model;
            let exact = cpu.activations == Activation::Int16;
            if quant.is_none() && loops.is_none() && exact && args.reference.is_none() {
                bail!(
                    "a model does not differ from itself: \
                     give --quant, --loops, --activations int8 or --reference"
                );
            }
            let reference = ModelArgs {
                model: args.reference.clone().or(args.text.model.model.clone()),
                loops: None,
                quant: None,
                device: args.text.model.device.clone(),
                cpu: CpuArgs { activations: Activation::Int16, ..args.text.model.cpu },
                ..args.text.model
            };
            with_model(&reference, LoadReference(&args.text))
        }
    }
}

struct MeasurePerplexity<'a>(&'a PerplexityArgs);

impl Task for MeasurePerplexity<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let args = self.0;
        let text = read_text(&args.file)?;
        let ids = model.tokenizer()?.encode(&text, true)?;
        let options = options(args, model.model().config().max_positions);
        let bar = terminal::step_bar(0);
        let result = perplexity(model.model(), &ids, options, &mut |done, all| {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        });
        bar.finish_and_clear();
        let result = result?;
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
                "perplexity {:.4} over {} tokens ({:.4} nats a token, {bits_per_byte:.4} bits a byte)",
                result.perplexity, result.tokens, result.nats_per_token
            )?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// How the text is cut, for models that take so many tokens.
fn options(args: &PerplexityArgs, max_positions: usize) -> PerplexityOptions {
    let context = args.context.unwrap_or(max_positions.min(CONTEXT));
    PerplexityOptions::new(context, args.stride.unwrap_or_else(|| (context / 2).max(1)))
        .plan(args.plan.kind())
        .kv_cache_dtype(args.model.dtype.into())
}

/// Then the model that is compared with it.
struct LoadReference<'a>(&'a PerplexityArgs);

impl Task for LoadReference<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        with_model(&self.0.model, MeasureDivergence { args: self.0, reference: &model })
    }
}

struct MeasureDivergence<'a, A: Backend> {
    args: &'a PerplexityArgs,
    reference: &'a TextModel<A>,
}

impl<A: Backend> Task for MeasureDivergence<'_, A> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let Self { args, reference } = self;
        let text = read_text(&args.file)?;
        let ids = model.tokenizer()?.encode(&text, true)?;
        if reference.tokenizer()?.encode(&text, true)? != ids {
            bail!("the tokenizers of the two models give other tokens: nothing to compare");
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
        let result = result?;
        let mut stdout = std::io::stdout().lock();
        if args.json {
            writeln!(stdout, "{}", serde_json::to_string(&result)?)?;
        } else {
            writeln!(
                stdout,
                "KL {:.6} nats a token ({:.4} at the 99th percentile, {:.4} at most), the same best \
                 token for {:.2} % of {}; perplexity {:.4}, the reference's {:.4}",
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
