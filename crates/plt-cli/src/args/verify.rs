//! `plt verify`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;

use super::{DeviceArgs, ModelArgs};

#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// Model, as for --model; overrides it
    #[arg(value_name = "MODEL")]
    pub path: Option<OsString>,
    #[command(flatten)]
    pub model: ModelArgs,
    /// Entry to compare with [default: the one with the model's shape]
    ///
    /// The names are in docs/verify.md; an unknown name prints them too.
    #[arg(long, value_name = "NAME", help_heading = "Published values")]
    pub entry: Option<String>,
    /// JSON file with an entry of yours
    ///
    /// Replaces the entries of this program. docs/verify.md has the format.
    #[arg(long, value_name = "FILE", help_heading = "Published values")]
    pub entry_file: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long, help_heading = "Output")]
    pub json: bool,
    #[command(flatten)]
    pub device: DeviceArgs,
}
