//! The page: tables between the lines `<!-- NAME -->` and `<!-- end -->`, and plots.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Context as _;
use plt_bench::Spread;
use plt_train::{Curve, plot};
use serde_json::Value;

use crate::peer::{PEERS, Peer};
use crate::runs::{RUNS, Run};

pub const PAGE: &str = "docs/performance.md";
const PLOTS: &str = "docs/performance";

/// Writes tables and plots of the results of this name.
pub fn write(root: &Path, name: &str) -> anyhow::Result<()> {
    let page = std::fs::read_to_string(root.join(PAGE))?;
    std::fs::write(root.join(PAGE), filled(&page, root, Some(name))?)?;
    plots(root, &root.join("benches/results").join(name))
}

/// The page with its tables regenerated from the results of this name, or of the name on the page.
pub fn filled(page: &str, root: &Path, name: Option<&str>) -> anyhow::Result<String> {
    let named = page.lines().find_map(|line| line.strip_prefix("<!-- results: "));
    let named = named.and_then(|line| line.strip_suffix(" -->"));
    let name = name.or(named).context("the page names no results")?;
    let results = root.join("benches/results").join(name);
    let mut filled = String::new();
    let mut inside = false;
    for line in page.lines() {
        let marker = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->"));
        match marker {
            Some("end") => inside = false,
            Some(text) if text.starts_with("results: ") => {
                writeln!(filled, "<!-- results: {name} -->")?;
                continue;
            }
            Some(table) => {
                writeln!(filled, "{line}\n{}", self::table(table, &results)?)?;
                inside = true;
                continue;
            }
            None if inside => continue,
            None => {}
        }
        writeln!(filled, "{line}")?;
    }
    Ok(filled)
}

fn table(name: &str, results: &Path) -> anyhow::Result<String> {
    match name {
        "mid" | "large" | "context" => decode_table(name, results),
        "prefill" => prefill_table(results),
        _ => match PEERS.iter().find(|peer| peer.name == name) {
            Some(peer) => peer_table(peer, results),
            None => anyhow::bail!("{PAGE}: there is no table {name:?}"),
        },
    }
}

/// The settings that a run measured.
fn settings(run: &Run, results: &Path) -> anyhow::Result<Vec<Value>> {
    let file = results.join(run.file());
    let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let report: Value = serde_json::from_str(&text)?;
    report["results"].as_array().cloned().context("no results")
}

/// The first command of a table, as it was typed.
fn command(table: &str) -> String {
    let run = RUNS.iter().find(|run| run.table == table);
    let command = run.map(Run::command).unwrap_or_default();
    let lines = command.replace(" --compare", " \\\n    --compare");
    format!("```console\n$ {lines}\n```\n")
}

fn decode_table(name: &str, results: &Path) -> anyhow::Result<String> {
    let mut text = command(name);
    text += "\n| weights | setting | ms per token | ratio to the first | tokens/s | bandwidth utilization | peak MiB |\n";
    text += "|---|---|---|---|---|---|---|\n";
    for run in RUNS.iter().filter(|run| run.table == name) {
        for setting in settings(run, results)? {
            let spread = |key: &str, digits| spread(&setting[key], digits);
            let rss = setting["peak_rss_bytes"].as_f64().unwrap_or(f64::NAN) / f64::from(1 << 20);
            writeln!(
                text,
                "| {} | {} | {} | {} | {} | {} | {rss:.0} |",
                run.quant,
                label(&setting),
                spread("ms_per_token", 1),
                spread("decode_ratio", 2),
                spread("tokens_per_s", 1),
                spread("bandwidth_fraction", 2),
            )?;
        }
    }
    Ok(text)
}

fn prefill_table(results: &Path) -> anyhow::Result<String> {
    let mut text = command("prefill");
    text += "\n| weights | setting | prompt tokens/s | ratio to the first |\n|---|---|---|---|\n";
    for run in RUNS.iter().filter(|run| run.table == "prefill") {
        for setting in settings(run, results)? {
            let tokens = spread(&setting["prefill_tokens_per_s"], 1);
            let ratio = spread(&setting["prefill_ratio"], 2);
            writeln!(text, "| {} | {} | {tokens} | {ratio} |", run.quant, label(&setting))?;
        }
    }
    Ok(text)
}

/// Ratios are taken per round: a common slowdown cancels out.
fn peer_table(peer: &Peer, results: &Path) -> anyhow::Result<String> {
    let name = peer.name;
    let mut text = format!(
        "| weights | {name}: ms per token | R = 1: ms | speedup | R = 2: ms | speedup over \
         R = 1 in {name} | prompt of 512, tokens/s: {name} | R = 1 | speedup |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for quant in peer.types {
        let file = results.join(peer.file(quant));
        let json = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let json: Value = serde_json::from_str(&json)?;
        let rounds = json["rounds"].as_array().context("no rounds")?;
        let of = |key: &str| -> Vec<f64> {
            rounds.iter().map(|round| round[key].as_f64().unwrap_or(f64::NAN)).collect()
        };
        let [theirs, one, two] = ["their_ms", "ms", "ms_two_loops"].map(of);
        let [their_prefill, prefill] = ["their_prefill", "prefill"].map(of);
        let ratio = |a: &[f64], b: &[f64]| shown(a.iter().zip(b).map(|(a, b)| a / b), 2);
        let all = |samples: &[f64]| shown(samples.iter().copied(), 1);
        writeln!(
            text,
            "| {quant} | {} | {} | {} | {} | {} | {} | {} | {} |",
            all(&theirs),
            all(&one),
            ratio(&theirs, &one),
            all(&two),
            ratio(&theirs, &two),
            all(&their_prefill),
            all(&prefill),
            ratio(&prefill, &their_prefill),
        )?;
    }
    Ok(text)
}

/// R and the settings that differ from the defaults.
fn label(setting: &Value) -> String {
    let number = |key: &str| setting[key].as_u64().unwrap_or(0);
    let mut text = format!("R = {}", number("loops"));
    if setting["schedule"] == "sequential" {
        text += ", one pass per loop";
    }
    if number("batch") > 1 {
        text += &format!(", batch {}", number("batch"));
    }
    if number("context") != 128 {
        text += &format!(", context {}", number("context"));
    }
    text
}

/// The median, the smallest and the largest.
fn spread(value: &Value, digits: usize) -> String {
    let spread = serde_json::from_value::<Option<Spread>>(value.clone()).ok().flatten();
    spread.map_or_else(|| "–".to_owned(), |spread| format!("{spread:.digits$}"))
}

fn shown(samples: impl Iterator<Item = f64>, digits: usize) -> String {
    Spread::of(samples).map_or_else(String::new, |spread| format!("{spread:.digits$}"))
}

fn plots(root: &Path, results: &Path) -> anyhow::Result<()> {
    let dir = root.join(PLOTS);
    std::fs::create_dir_all(&dir)?;
    let ratio = |setting: &Value| setting["decode_ratio"]["median"].as_f64().unwrap_or(1.0);
    let number = |setting: &Value, key: &str| setting[key].as_u64().unwrap_or(0);
    let (mut loops, mut batches, mut contexts) = (Vec::new(), Vec::new(), Vec::new());
    for run in RUNS.iter().filter(|run| run.table == "mid") {
        let settings = settings(run, results)?;
        let clp = |setting: &&Value| setting["schedule"] == "clp";
        let by_loops = settings.iter().filter(clp).filter(|s| number(s, "batch") == 1);
        let points = by_loops.map(|s| (number(s, "loops") as f64, ratio(s))).collect();
        loops.push(Curve { name: run.quant.to_owned(), points });
        let by_batch = settings.iter().filter(clp).filter(|s| number(s, "loops") == 2);
        let rate = |s: &Value| s["tokens_per_s"]["median"].as_f64().unwrap_or(0.0);
        let points = by_batch.map(|s| (number(s, "batch") as f64, rate(s))).collect();
        batches.push(Curve { name: run.quant.to_owned(), points });
    }
    for run in RUNS.iter().filter(|run| run.table == "context") {
        let settings = settings(run, results)?;
        contexts.extend(settings.iter().map(|s| (number(s, "context") as f64, ratio(s))));
    }
    contexts.retain(|(_, ratio)| *ratio != 1.0);
    let contexts = [Curve { name: "q4_0, R = 2 over R = 1".to_owned(), points: contexts }];
    let plot =
        |file: &str, title, x, y, curves: &[Curve]| plot(&dir.join(file), title, x, y, curves);
    plot("loops.svg", "Time per token by loops", "loops R", "times R = 1", &loops)?;
    plot("batch.svg", "Tokens per second by batch, R = 2", "sequences", "tokens/s", &batches)?;
    plot("context.svg", "Time per token by context", "context", "times R = 1", &contexts)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn performance_page_matches_its_results() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a workspace");
        let page = std::fs::read_to_string(root.join(PAGE)).expect("the page");
        let filled = filled(&page, root, None).expect("its results");
        assert!(filled.contains("| q8_0 | R = 2 |"), "{filled}");
        assert_eq!(page, filled, "cargo xtask bench writes it");
    }
}
