//! `plt logits`

use std::io::Write as _;
use std::process::ExitCode;

use plt_runtime::{Backend, LoopTrace, ScoreOptions, TextModel};
use serde::Serialize;

use super::{ModelCommand, prompt, with_model};
use crate::args::LogitsArgs;

pub fn run(args: LogitsArgs) -> anyhow::Result<ExitCode> {
    with_model(&args.model, &args.device, Logits { args: &args })
}

struct Logits<'a> {
    args: &'a LogitsArgs,
}

/// `plt logits --json`.
#[derive(Serialize)]
struct Report<'a> {
    ids: &'a [u32],
    logits: Values<'a>,
    argmax: &'a [u32],
    passes: usize,
    rows: usize,
    #[serde(flatten)]
    trace: Option<&'a LoopTrace>,
}

/// The logits of the last position or of all positions.
#[derive(Serialize)]
#[serde(untagged)]
enum Values<'a> {
    Last(&'a [f32]),
    All(&'a [Vec<f32>]),
}

impl ModelCommand for Logits<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let args = self.args;
        let ids = prompt(model.text(), &args.prompt)?.ids;
        let scores = model.score(
            &ids,
            ScoreOptions::default()
                .plan(args.plan.kind())
                .kv_cache_dtype(args.cache.kv_cache_dtype)
                .all(args.all)
                .trace(args.trace),
        )?;
        let mut stdout = std::io::stdout().lock();
        if args.json {
            let logits = match args.all {
                true => Values::All(&scores.logits),
                false => Values::Last(scores.logits.last().map_or(&[], Vec::as_slice)),
            };
            let report = Report {
                ids: &ids,
                logits,
                argmax: &scores.argmax,
                passes: scores.passes,
                rows: scores.rows,
                trace: scores.trace.as_ref(),
            };
            serde_json::to_writer(&mut stdout, &report)?;
            writeln!(stdout)?;
            return Ok(ExitCode::SUCCESS);
        }
        writeln!(stdout, "{} tokens, {} passes, {} rows", ids.len(), scores.passes, scores.rows)?;
        let first = ids.len() - scores.logits.len();
        for (offset, (id, logits)) in ids[first..].iter().zip(&scores.logits).enumerate() {
            writeln!(stdout, "after position {} (token {id}):", first + offset)?;
            for (id, logit) in best(logits, 5) {
                let text = model.tokenizer().and_then(|t| t.decode(&[id], false));
                writeln!(stdout, "  {logit:>10.4}  {id:>7}  {:?}", text.unwrap_or_default())?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Returns the `count` most likely tokens, best first.
fn best(logits: &[f32], count: usize) -> Vec<(u32, f32)> {
    let mut ranked: Vec<(u32, f32)> = (0..).zip(logits.iter().copied()).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    ranked.truncate(count);
    ranked
}
