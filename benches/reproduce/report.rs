//! The report: tables, plots and verdicts on the paper's findings.

use std::fmt::Write as _;
use std::path::Path;

use plt_train::{Curve, plot};

use crate::{Row, Task};

/// Loss in nats below which a task is solved: losses no longer distinguish variants.
const SOLVED: f64 = 0.001;

/// A mean over seeds and half the distance between the extremes.
#[derive(Clone, Copy)]
struct Figure {
    mean: f64,
    spread: f64,
}

impl Figure {
    fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        let (low, high) = values
            .clone()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        let count = values.clone().count() as f64;
        Self { mean: values.sum::<f64>() / count, spread: (high - low) / 2.0 }
    }
}

impl std::fmt::Display for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.3} ± {:.3}", self.mean, self.spread)
    }
}

impl Row {
    fn loss(&self) -> Figure {
        let last = |steps: &[plt_train::Step]| {
            steps.iter().rev().find_map(|step| Some(step.validation?.loss)).unwrap_or(f64::NAN)
        };
        Figure::of(self.seeds.iter().map(move |seed| last(&seed.steps)))
    }

    fn hops(&self, index: usize) -> Figure {
        Figure::of(self.seeds.iter().map(move |seed| 100.0 * seed.accuracy_by_hops[index]))
    }
}

/// A finding of the paper: the first variant should have a lower loss than the second.
struct Claim {
    text: &'static str,
    better: &'static str,
    worse: &'static str,
}

const CLAIMS: [Claim; 5] = [
    Claim { text: "a second loop helps", better: "vanilla", worse: "baseline" },
    Claim { text: "PLT-2 is better than no loop", better: "plt2", worse: "baseline" },
    Claim { text: "sharing keys alone loses against CLP", better: "clp", worse: "shared" },
    Claim { text: "G-SWA wins it back", better: "plt2", worse: "shared" },
    Claim { text: "a third loop helps more", better: "plt3", worse: "plt2" },
];

impl Claim {
    fn verdict(&self, task: &Task) -> String {
        let find = |name| task.rows.iter().find(|row| row.variant.name == name);
        let (Some(better), Some(worse)) = (find(self.better), find(self.worse)) else {
            return String::new();
        };
        let (a, b) = (better.loss(), worse.loss());
        let (gain, spread) = (b.mean - a.mean, a.spread + b.spread);
        let word = match gain {
            _ if a.mean.max(b.mean) < SOLVED => "undecided: both solve the task",
            _ if gain > spread => "holds",
            _ if gain < -spread => "**does not hold**",
            _ => "undecided: within the spread",
        };
        format!("{word} ({gain:+.3} nats, spreads {spread:.3})")
    }
}

/// Writes `reproduction.md` and its plots into `docs`; `reading` is the page's end.
pub fn write(docs: &Path, tasks: &[Task], reading: &str) -> anyhow::Result<()> {
    let plots = docs.join("reproduction");
    std::fs::create_dir_all(&plots)?;
    let mut page = include_str!("preface.txt").to_owned();
    for task in tasks {
        page += &table(task)?;
        let file = format!("{}.svg", task.name);
        plot(&plots.join(&file), task.title, "step", "validation loss, nats", &curves(task))?;
        writeln!(page, "\n![{}: validation loss](reproduction/{file})\n", task.title)?;
    }
    page += "## The paper's findings, at this scale\n\nA difference counts when it is larger than both \
             spreads together.\n\n| finding |";
    tasks.iter().for_each(|task| page += &format!(" {} |", task.title));
    page += "\n|---|";
    tasks.iter().for_each(|_| page += "---|");
    page += "\n";
    for claim in &CLAIMS {
        let verdicts: Vec<String> = tasks.iter().map(|task| claim.verdict(task)).collect();
        writeln!(page, "| {} | {} |", claim.text, verdicts.join(" | "))?;
    }
    page += reading;
    std::fs::write(docs.join("reproduction.md"), page)?;
    Ok(())
}

fn table(task: &Task) -> anyhow::Result<String> {
    let train = &task.recipe.train;
    let hops = task.rows[0].seeds[0].accuracy_by_hops.len();
    let mut text = format!(
        "## {}\n\n{} steps of {} sequences of {} tokens, {} seeds.\n\n\
         | variant | parameters | KV bytes per token | decode passes per token | validation loss |",
        task.title,
        train.steps,
        train.batch,
        train.length,
        task.rows[0].seeds.len(),
    );
    (1..=hops).for_each(|k| text += &format!(" {k} hop{}, % |", if k > 1 { "s" } else { "" }));
    text += "\n|---|---|---|---|---|";
    (0..hops).for_each(|_| text += "---|");
    text += "\n";
    for row in &task.rows {
        let one = &row.seeds[0];
        write!(
            text,
            "| {} | {} | {:.0} | {} | {} |",
            row.variant.title,
            one.parameters,
            one.kv_bytes_per_token,
            one.decode_passes,
            row.loss()
        )?;
        for k in 0..hops {
            let Figure { mean, spread } = row.hops(k);
            write!(text, " {mean:.1} ± {spread:.1} |")?;
        }
        text += "\n";
    }
    Ok(text)
}

/// The validation loss of each variant over the steps, mean of the seeds.
fn curves(task: &Task) -> Vec<Curve> {
    let curve = |row: &Row| {
        let points = row.seeds[0].steps.iter().enumerate().filter_map(|(i, step)| {
            step.validation?;
            let losses =
                row.seeds.iter().filter_map(|seed| Some(seed.steps.get(i)?.validation?.loss));
            Some((step.step as f64, Figure::of(losses.collect::<Vec<_>>().into_iter()).mean))
        });
        Curve { name: row.variant.title.to_owned(), points: points.collect() }
    };
    task.rows.iter().map(curve).collect()
}
