//! The config file: defaults for options, in TOML.
//!
//! A value of the file replaces the option's default. clap then lets the command line and the PLT_
//! variables override it.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::builder::Resettable;
use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, CommandFactory as _};
use toml::{Table, Value};

use crate::args::Cli;

/// Default path, below the user's config directory.
const NAME: &str = "plt/config.toml";
/// Maximum size of the file in bytes.
const MAX_FILE: u64 = 1 << 20;

/// Returns the file of `--config` or PLT_CONFIG, else the one in the user's config directory if it
/// exists.
pub fn path(command: &Command, args: &[OsString]) -> Option<PathBuf> {
    // Other errors in the arguments are reported by the real parse.
    let given = command.clone().ignore_errors(true).try_get_matches_from(args).ok();
    let given = given.and_then(|matches| matches.get_one::<PathBuf>("config").cloned());
    given.or_else(|| {
        let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let folder = variable("XDG_CONFIG_HOME").map(PathBuf::from);
        let folder = folder.or_else(|| Some(Path::new(&variable("HOME")?).join(".config")))?;
        Some(folder.join(NAME)).filter(|path| path.exists())
    })
}

/// Returns the command with the file's values as defaults.
pub fn apply(command: Command, path: &Path) -> anyhow::Result<Command> {
    let file = || path.display().to_string();
    let size = std::fs::metadata(path).with_context(file)?.len();
    if size > MAX_FILE {
        bail!("{}: expected at most {MAX_FILE} bytes, found {size}", file());
    }
    let text = std::fs::read_to_string(path).with_context(file)?;
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let line = error.span().map_or(0, |span| text[..span.start].lines().count().max(1));
        anyhow::anyhow!("{}: line {line}: {}", file(), error.message())
    })?;
    let (tables, options): (Vec<_>, Vec<_>) =
        table.into_iter().partition(|(_, value)| value.is_table());
    let mut command = command;
    // Keys before the first table apply to every command with such an option.
    for (key, value) in options {
        let mut places = Vec::new();
        places_of(&command, &key, &mut Vec::new(), &mut places);
        if places.is_empty() {
            bail!("{}: {key}: no command has this option", file());
        }
        for place in places {
            command = set(command, &place, &key, &value).with_context(file)?;
        }
    }
    for (name, table) in tables {
        command = apply_table(command, &mut vec![name], table).with_context(file)?;
    }
    Ok(command)
}

/// Applies a table named after a command, and the tables in it.
fn apply_table(
    mut command: Command,
    path: &mut Vec<String>,
    table: Value,
) -> anyhow::Result<Command> {
    let name = path.join(".");
    if find(&command, path).is_none() {
        bail!("{name}: no such command");
    }
    let Value::Table(table) = table else { bail!("{name}: expected a table") };
    for (key, value) in table {
        if value.is_table() {
            path.push(key);
            command = apply_table(command, path, value)?;
            path.pop();
        } else if find(&command, path).is_some_and(|sub| has(sub, &key)) {
            command = set(command, path, &key, &value)?;
        } else {
            bail!("{name}.{key}: no such option");
        }
    }
    Ok(command)
}

fn find<'c>(command: &'c Command, path: &[String]) -> Option<&'c Command> {
    path.iter().try_fold(command, |command, name| command.find_subcommand(name))
}

/// Collects the paths of all subcommands that have an option.
fn places_of(command: &Command, key: &str, path: &mut Vec<String>, places: &mut Vec<Vec<String>>) {
    for sub in command.get_subcommands() {
        path.push(sub.get_name().to_owned());
        if has(sub, key) {
            places.push(path.clone());
        }
        places_of(sub, key, path, places);
        path.pop();
    }
}

fn has(command: &Command, key: &str) -> bool {
    option(command, key).is_some()
}

fn option<'c>(command: &'c Command, key: &str) -> Option<&'c Arg> {
    command.get_arguments().find(|arg| arg.get_long() == Some(key))
}

/// Returns the command without the environment variables that `which` selects.
pub fn without_variables(command: Command, which: &dyn Fn(&OsStr) -> bool) -> Command {
    let command = command.mut_args(|arg| match arg.get_env().is_some_and(which) {
        true => arg.env(Resettable::Reset),
        false => arg,
    });
    command.mut_subcommands(|sub| without_variables(sub, which))
}

/// Whether an option excludes others. A default for it would conflict with the others on the command
/// line.
fn is_exclusive(command: &Command, key: &str) -> bool {
    let arg = option(command, key);
    let in_group = |group: &clap::ArgGroup| {
        let of_arg = arg.is_some_and(|arg| group.get_args().any(|id| id == arg.get_id()));
        of_arg && !group.clone().is_multiple()
    };
    let excludes =
        |other: &Arg| arg.is_some_and(|arg| command.get_arg_conflicts_with(other).contains(&arg));
    command.get_groups().any(in_group) || command.get_arguments().any(excludes)
}

/// Returns the command with a new default for an option.
fn set(command: Command, path: &[String], key: &str, value: &Value) -> anyhow::Result<Command> {
    let place = || format!("{}.{key}", path.join("."));
    let strings = strings(value).with_context(|| {
        format!("{}: expected a string, number or boolean, or a list of these", place())
    })?;
    if find(&command, path).is_some_and(|sub| is_exclusive(sub, key)) {
        bail!("{}: only allowed on the command line", place());
    }
    check(&command, path, key, &strings).with_context(place)?;
    Ok(change(command, path, &|sub| {
        let Some(id) = option(&sub, key).map(|arg| arg.get_id().clone()) else { return sub };
        sub.mut_arg(id, |arg| arg.default_values(strings.clone()).required(false))
    }))
}

fn change(command: Command, path: &[String], act: &dyn Fn(Command) -> Command) -> Command {
    match path.split_first() {
        None => act(command),
        Some((name, rest)) => command.mut_subcommand(name, |sub| change(sub, rest, act)),
    }
}

fn strings(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(vec![text.clone()]),
        Value::Integer(number) => Some(vec![number.to_string()]),
        Value::Float(number) => Some(vec![number.to_string()]),
        Value::Boolean(yes) => Some(vec![yes.to_string()]),
        Value::Array(items) => {
            let items = items.iter().map(|item| strings(item).filter(|_| !item.is_array()));
            Some(items.collect::<Option<Vec<_>>>()?.concat())
        }
        Value::Datetime(_) | Value::Table(_) => None,
    }
}

/// Fails for a value that the option rejects on the command line.
fn check(command: &Command, path: &[String], key: &str, strings: &[String]) -> anyhow::Result<()> {
    let arg = find(command, path).and_then(|sub| option(sub, key));
    if arg.is_some_and(|arg| matches!(arg.get_action(), ArgAction::SetTrue)) {
        return match strings {
            [text] if text == "true" || text == "false" => Ok(()),
            _ => bail!("expected true or false"),
        };
    }
    let given = strings.iter().map(|text| format!("--{key}={text}"));
    let args = path.iter().cloned().chain(given);
    let args = std::iter::once("plt".to_owned()).chain(args);
    // Without variables: only errors of the file itself are reported here.
    let command = without_variables(command.clone(), &|_| true);
    let Err(error) = command.try_get_matches_from(args) else { return Ok(()) };
    match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::ArgumentConflict => {
            let text = error.to_string();
            let line = text.lines().next().unwrap_or_default();
            bail!("{}", line.trim_start_matches("error: "))
        }
        // Missing arguments are reported by the real parse.
        _ => Ok(()),
    }
}

/// Returns the options in effect as a config file, with the source of each.
pub fn describe(matches: &ArgMatches, file: Option<&Path>) -> String {
    // A fresh command keeps the order of `--help`; one with changed defaults does not.
    let mut command = Cli::command();
    command.build();
    let (mut sub, mut given, mut path) = (&command, matches, Vec::new());
    while let Some((name, inner)) = given.subcommand() {
        let Some(next) = sub.find_subcommand(name) else { break };
        path.push(name);
        (sub, given) = (next, inner);
    }
    let name = path.join(".");
    let file = file.map_or("no file".to_owned(), |path| path.display().to_string());
    let mut text =
        format!("# precedence: command line, PLT_ variables, {file}, defaults\n[{name}]\n");
    for arg in sub.get_arguments() {
        let id = arg.get_id().as_str();
        let (Some(long), false) = (arg.get_long(), matches!(id, "help" | "version")) else {
            continue;
        };
        if arg.is_global_set() {
            continue;
        }
        let values = given.get_raw(id).into_iter().flatten();
        let values: Vec<String> =
            values.map(|value| literal(&value.to_string_lossy(), arg.get_action())).collect();
        let source = match given.value_source(id) {
            Some(ValueSource::CommandLine) => " # command line",
            Some(ValueSource::EnvVariable) => " # variable",
            Some(_) => "",
            None => {
                text += &format!("# {long} is not set\n");
                continue;
            }
        };
        let value = match (values.as_slice(), arg.get_action()) {
            ([one], ArgAction::Set | ArgAction::SetTrue) => one.clone(),
            (many, _) => format!("[{}]", many.join(", ")),
        };
        // A file must not set exclusive options: print them as comments.
        let comment = if is_exclusive(sub, long) { "# " } else { "" };
        text += &format!("{comment}{long} = {value}{source}\n");
    }
    text
}

/// Returns a value in TOML: numbers and booleans as they are, anything else as a string.
fn literal(text: &str, action: &ArgAction) -> String {
    // Only if the number prints the same after parsing.
    let number = format!("x = {text}").parse::<Table>().ok().and_then(|table| strings(&table["x"]));
    let plain = text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        && number.is_some_and(|strings| strings == [text]);
    match plain || matches!(action, ArgAction::SetTrue) {
        true => text.to_owned(),
        false => Value::from(text).to_string(),
    }
}
