//! Measures the figures of `docs/performance.md` and writes its tables and plots.
//!
//! `cargo xtask bench NAME [LLAMA_BENCH [CANDLE_BENCH]]`: every run of `plt bench` writes a file to
//! `benches/results/NAME`; existing files are not measured again. With the path of llama.cpp's
//! `llama-bench`, the same shapes run there, alternating with ours; the same with `benches/candle`.

#![forbid(unsafe_code)]

mod page;
mod peer;
mod runs;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, ensure};

use peer::PEERS;
use runs::RUNS;

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (name, programs) = match args.split_first() {
        Some((name, programs)) if programs.len() <= PEERS.len() => (name, programs),
        _ => anyhow::bail!("expected NAME [LLAMA_BENCH [CANDLE_BENCH]]"),
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("a workspace")?;
    let results = root.join("benches/results").join(name);
    std::fs::create_dir_all(&results)?;
    let plt = Plt::beside_this_program()?;
    for (index, run) in RUNS.iter().enumerate() {
        let file = results.join(run.file());
        if !file.exists() {
            println!("{} of {}: {}", index + 1, RUNS.len(), run.command());
            std::fs::write(&file, plt.json(run.command().split(' ').skip(1))?)?;
        }
    }
    for (peer, program) in PEERS.iter().zip(programs) {
        peer.measure(&plt, Path::new(program), &results)?;
    }
    page::write(root, name)?;
    println!("{}", root.join(page::PAGE).display());
    Ok(())
}

/// The measured program.
pub struct Plt(PathBuf);

impl Plt {
    fn beside_this_program() -> anyhow::Result<Self> {
        let plt = std::env::current_exe()?.with_file_name("plt");
        ensure!(plt.exists(), "{}: not found; run cargo build --release -p plt-cli", plt.display());
        Ok(Self(plt))
    }

    /// Runs it with `--json` and returns its output.
    pub fn json<'a>(&self, args: impl Iterator<Item = &'a str>) -> anyhow::Result<String> {
        output(self.command().args(args).arg("--json"))
    }

    /// Runs it and ignores its output.
    pub fn run<'a>(&self, args: impl Iterator<Item = &'a str>) -> anyhow::Result<()> {
        output(self.command().args(args)).map(drop)
    }

    /// Fixes the measured settings: the user's own must not change them.
    fn command(&self) -> Command {
        let mut command = Command::new(&self.0);
        command.env("PLT_DEVICE", "cpu").env("PLT_ACTIVATIONS", "int16");
        command
    }
}

/// Runs a command and returns its standard output.
pub fn output(command: &mut Command) -> anyhow::Result<String> {
    let output = command.stderr(std::process::Stdio::inherit()).output()?;
    ensure!(output.status.success(), "{command:?} failed: {}", output.status);
    Ok(String::from_utf8(output.stdout)?)
}
