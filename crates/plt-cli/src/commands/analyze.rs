//! `plt analyze`

use std::io::Write as _;
use std::num::NonZeroUsize;
use std::process::ExitCode;

use anyhow::Context as _;
use plt_analyze::metrics::{Metric, PER_LAYER, PER_LOOP, Value};
use plt_analyze::{Analysis, LayerMetrics, LoopMetrics, Options, analyze};
use plt_runtime::{Backend, TextModel, defaults};
use serde::Serialize;

use super::{ModelCommand, exit_on_ctrl_c, prompt, with_model};
use crate::args::AnalyzeArgs;
use crate::new_file::NewFile;
use crate::terminal;

pub fn run(args: AnalyzeArgs) -> anyhow::Result<ExitCode> {
    with_model(&args.model, &args.device, Analyze { args: &args })
}

struct Analyze<'a> {
    args: &'a AnalyzeArgs,
}

/// `plt analyze --json`.
#[derive(Serialize)]
struct Report<'a> {
    ids: &'a [u32],
    #[serde(flatten)]
    analysis: &'a Analysis,
}

impl ModelCommand for Analyze<'_> {
    type Output = ExitCode;

    fn run<B: Backend>(self, model: TextModel<B>) -> anyhow::Result<ExitCode> {
        let args = self.args;
        let mut ids = prompt(model.text(), &args.prompt)?.ids;
        let context = model.model().config().max_positions;
        let most = args.max_tokens.map(NonZeroUsize::get).or(defaults::ANALYZE.context);
        let most = most.map_or(context, |most| most.min(context));
        if ids.len() > most {
            terminal::note(&format!(
                "analyzing the first {most} of {} tokens (--max-tokens; the context has {context})",
                ids.len()
            ));
            ids.truncate(most);
        }
        exit_on_ctrl_c()?;
        // Before the work: fails at once if the report cannot be written.
        let report = args.report.as_deref().map(NewFile::create).transpose().context("--report")?;
        let bar = terminal::row_bar("analyzing");
        let options = Options::default().kv_cache_dtype(args.cache.kv_cache_dtype);
        let analysis = analyze(model.model(), &ids, options, &mut |done, total| {
            bar.set_length(total as u64);
            bar.set_position(done as u64);
        });
        bar.finish_and_clear();
        let analysis = analysis?;

        if let Some(mut report) = report {
            // Without a tokenizer the text is the ids.
            let text = model
                .tokenizer()
                .and_then(|t| t.decode(&ids, false))
                .unwrap_or_else(|_| ids.iter().map(u32::to_string).collect::<Vec<_>>().join(" "));
            let html = analysis.to_html(&super::model_name(args.model.model.as_deref()), &text)?;
            let write = report.file().write_all(html.as_bytes());
            write.context("cannot write the file of --report")?;
            report.persist(true)?;
        }
        let mut stdout = std::io::stdout().lock();
        match args.json {
            true => {
                serde_json::to_writer(&mut stdout, &Report { ids: &ids, analysis: &analysis })?;
                writeln!(stdout)?;
            }
            false => stdout.write_all(table(&analysis).as_bytes())?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Returns a table of means, one column per loop.
fn table(analysis: &Analysis) -> String {
    let loops = &analysis.loops;
    let mut text = format!("{:30}", format!("{} tokens", analysis.tokens));
    text.extend(loops.iter().map(|l| format!("{:>12}", format!("loop {}", l.loop_index))));
    text.push('\n');
    for metric in PER_LOOP {
        row(&mut text, metric.name, loops.iter().map(|l| (metric.of)(l).map(Value::mean)));
    }
    for metric in PER_LAYER {
        let name = format!("{}, all layers", metric.name);
        row(&mut text, &name, loops.iter().map(|l| over_layers(metric, l)));
    }
    text
}

fn row(text: &mut String, name: &str, values: impl Iterator<Item = Option<f64>>) {
    let cells: Vec<Option<f64>> = values.collect();
    if cells.iter().all(Option::is_none) {
        return;
    }
    *text += &format!("{name:30}");
    text.extend(cells.iter().map(|cell| match cell {
        Some(value) => format!("{value:>12.4}"),
        None => format!("{:>12}", "-"),
    }));
    text.push('\n');
}

fn over_layers(metric: &Metric<LayerMetrics>, l: &LoopMetrics) -> Option<f64> {
    let values = l.layers.iter().map(|layer| Some((metric.of)(layer)?.mean()));
    let values: Vec<f64> = values.collect::<Option<_>>()?;
    Some(values.iter().sum::<f64>() / values.len() as f64)
}
