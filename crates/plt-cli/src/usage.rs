//! Errors of the command line that clap does not see: values that the library checks, and arguments
//! that are not UTF-8.

use std::ffi::OsString;

use plt_runtime::Error;
use plt_runtime::verify::VerifyError;

/// The exit status of a wrong command line; clap has the same.
pub const STATUS: u8 = 2;

/// Returns the message for a value of an option that the library rejects, with the option's name;
/// `None` for other errors.
pub fn describe(error: &anyhow::Error) -> Option<String> {
    let no_entry = |cause: &(dyn std::error::Error + 'static)| {
        matches!(cause.downcast_ref(), Some(VerifyError::NoEntry { .. }))
    };
    if error.chain().any(no_entry) {
        return Some(format!("{error:#}"));
    }
    let option = |field: &str| format!("--{}", field.replace('_', "-"));
    error.chain().find_map(|cause| match cause.downcast_ref()? {
        Error::Option { field, least, found } => {
            Some(format!("{}: expected at least {least}, found {found}", option(field)))
        }
        Error::Sampling { field, expected, found } => {
            Some(format!("{}: expected {expected}, found {found}", option(field)))
        }
        Error::SmallPass { least, loops, max_num_seqs, found } => Some(format!(
            "--max-num-batched-tokens: expected at least {least} ({loops} loops for each of \
             --max-num-seqs {max_num_seqs}), found {found}"
        )),
        _ => None,
    })
}

/// Returns the message for an argument or a variable that is not UTF-8 and has to be.
pub fn not_utf8(args: &[OsString]) -> String {
    match args.iter().find(|arg| arg.to_str().is_none()) {
        Some(arg) => format!("argument {:?}: expected UTF-8", arg.to_string_lossy()),
        None => "expected UTF-8 in the PLT_ variables".to_owned(),
    }
}
