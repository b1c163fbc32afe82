//! `plt man`

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::CommandFactory as _;

use crate::args::{Cli, ManArgs};

pub fn run(args: ManArgs) -> anyhow::Result<ExitCode> {
    match args.output {
        Some(folder) => {
            let at = || folder.display().to_string();
            std::fs::create_dir_all(&folder).with_context(at)?;
            clap_mangen::generate_to(Cli::command(), &folder).with_context(at)?;
        }
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Cli::command()).render(&mut page)?;
            std::io::stdout().write_all(&page)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
