//! The PLT paper's table 2 in small: six variants, the same data and steps, several seeds, two
//! tasks. Runs resume where they stopped; the report is written when all are done.
//!
//! `cargo xtask reproduce` runs this with one thread per operation: sequences run in parallel.

#![forbid(unsafe_code)]

mod report;
mod variants;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressStyle};
use plt_model::{CacheOptions, KvDType, PlanKind, cache_layout};
use plt_train::{DataRecipe, Recipe, Run, Step};

use variants::{VARIANTS, Variant};

/// One trained model.
pub struct Trained {
    pub steps: Vec<Step>,
    pub parameters: usize,
    /// Bytes of the 16-bit KV cache per token, in a sequence of full length.
    pub kv_bytes_per_token: f64,
    pub decode_passes: usize,
    pub accuracy_by_hops: Vec<f64>,
}

/// One row of a table: a model for each seed.
pub struct Row {
    pub variant: &'static Variant,
    pub seeds: Vec<Trained>,
}

/// One table.
pub struct Task {
    pub name: &'static str,
    pub title: &'static str,
    pub recipe: Recipe,
    pub rows: Vec<Row>,
}

const SEEDS: [u64; 2] = [1, 2];

fn main() -> anyhow::Result<()> {
    let smoke = match std::env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [] => false,
        [flag] if flag == "--smoke" => true,
        _ => anyhow::bail!("expected no argument or --smoke"),
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("a workspace")?;
    let out = root.join(if smoke { "target/reproduction-smoke" } else { "target/reproduction" });
    if smoke && out.exists() {
        std::fs::remove_dir_all(&out)?;
    }
    let threads = std::thread::available_parallelism()?.get();
    let tasks = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?.install(|| {
        let pointer = Recipe::parse(include_str!("pointer.toml"), "pointer.toml".as_ref())?;
        let text = Recipe::parse(include_str!("text.toml"), "text.toml".as_ref())?;
        anyhow::Ok([
            table("pointer", "Pointer chasing", pointer, root, &out, smoke)?,
            table("text", "Python source", text, root, &out, smoke)?,
        ])
    })?;
    // The discussion of the real runs does not apply to a smoke test.
    let (docs, reading) = match smoke {
        true => (out.clone(), ""),
        false => (root.join("docs"), include_str!("afterword.txt")),
    };
    report::write(&docs, &tasks, reading)?;
    println!("{}", docs.join("reproduction.md").display());
    Ok(())
}

/// Trains every variant with every seed.
fn table(
    name: &'static str,
    title: &'static str,
    mut recipe: Recipe,
    root: &Path,
    out: &Path,
    smoke: bool,
) -> anyhow::Result<Task> {
    let dir = out.join(name);
    if smoke {
        let train = &mut recipe.train;
        (train.steps, train.batch, train.evaluate_sequences) = (4, 4, 4);
    }
    share_tokenizer(&mut recipe, root, &dir, smoke)?;
    let mut rows = Vec::new();
    for variant in &VARIANTS {
        let seeds = SEEDS.map(|seed| {
            let run = dir.join(format!("{}-{seed}", variant.name));
            train(&variant.recipe(&recipe, seed), root, &run)
                .with_context(|| run.display().to_string())
        });
        rows.push(Row { variant, seeds: seeds.into_iter().collect::<anyhow::Result<_>>()? });
    }
    Ok(Task { name, title, recipe, rows })
}

/// Trains one tokenizer for all runs: each would train the same.
fn share_tokenizer(
    recipe: &mut Recipe,
    root: &Path,
    dir: &Path,
    smoke: bool,
) -> anyhow::Result<()> {
    let DataRecipe::Text(text) = &mut recipe.data else { return Ok(()) };
    if smoke {
        // A smoke test uses a page of this workspace instead of the corpus.
        let own = dir.join("own.txt");
        std::fs::create_dir_all(dir)?;
        std::fs::write(&own, std::fs::read_to_string(root.join("docs/semantics.md"))?)?;
        (text.train, text.validation, text.vocab_size) = (own.clone(), own, 300);
    }
    let tokenizer = dir.join("tokenizer.json");
    if !tokenizer.exists() {
        let first: PathBuf = dir.join("tokenizer");
        let recipe = VARIANTS[0].recipe(recipe, 0);
        Run::open(recipe, root, &first)
            .context("the corpus: run `cargo xtask corpus` first")?
            .save()?;
        std::fs::rename(first.join("tokenizer.json"), &tokenizer)?;
        std::fs::remove_dir_all(first)?;
    }
    if let DataRecipe::Text(text) = &mut recipe.data {
        text.tokenizer = Some(tokenizer);
    }
    Ok(())
}

/// Trains a run to its end.
fn train(recipe: &Recipe, root: &Path, dir: &Path) -> anyhow::Result<Trained> {
    let mut run = Run::open(recipe.clone(), root, dir)?;
    let bar = ProgressBar::new(recipe.train.steps)
        .with_style(ProgressStyle::with_template("{prefix} [{bar:20}] {pos}/{len} {eta} {msg}")?)
        .with_prefix(dir.file_name().unwrap_or_default().to_string_lossy().into_owned())
        .with_position(run.steps_done());
    while !run.is_done() {
        let step = run.step()?;
        bar.set_position(step.step);
        bar.set_message(format!("loss {:.3}", step.loss));
    }
    bar.finish_and_clear();
    let config = run.config();
    let plan = PlanKind::Decode;
    let positions = recipe.train.length;
    let layout = cache_layout(config, CacheOptions::single(positions, KvDType::BF16, plan))?;
    let kv_bytes = layout.bytes_per_token() * positions + layout.bytes_per_sequence();
    Ok(Trained {
        parameters: run.parameter_count(),
        kv_bytes_per_token: kv_bytes as f64 / positions as f64,
        decode_passes: plan.passes(config.loops.rule, config.loops.count, 0, 0..1).len(),
        accuracy_by_hops: run.accuracy_by_hops()?,
        steps: run.steps().to_vec(),
    })
}
