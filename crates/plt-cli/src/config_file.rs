//! Defaults for options, from a TOML file.
//!
//! A value of the file takes the place of the option's own default, so that the command line and the
//! PLT_ variables win over it: clap knows that order already.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::builder::Resettable;
use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, CommandFactory as _};
use toml::{Table, Value};

use crate::args::Cli;

/// Where the file is if nobody says so.
const NAME: &str = "plt/config.toml";
/// Bytes of the largest file that is read.
const MAX_FILE: u64 = 1 << 20;

/// The file that `--config` or PLT_CONFIG names, or else the one in the user's folder of configs, if it
/// is there.
pub fn path(command: &Command, args: &[OsString]) -> Option<PathBuf> {
    // Whatever else is wrong with the arguments is told later.
    let given = command.clone().ignore_errors(true).try_get_matches_from(args).ok();
    let given = given.and_then(|matches| matches.get_one::<PathBuf>("config").cloned());
    given.or_else(|| {
        let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        let folder = variable("XDG_CONFIG_HOME").map(PathBuf::from);
        let folder = folder.or_else(|| Some(Path::new(&variable("HOME")?).join(".config")))?;
        Some(folder.join(NAME)).filter(|path| path.exists())
    })
}

/// The command with the file's values for its defaults.
pub fn apply(command: Command, path: &Path) -> anyhow::Result<Command> {
    let file = || path.display().to_string();
    let size = std::fs::metadata(path).with_context(file)?.len();
    if size > MAX_FILE {
        bail!("{}: {size} bytes, expected at most {MAX_FILE}", file());
    }
    let text = std::fs::read_to_string(path).with_context(file)?;
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let line = error.span().map_or(0, |span| text[..span.start].lines().count().max(1));
        anyhow::anyhow!("{}: line {line}: {}", file(), error.message())
    })?;
    let (tables, options): (Vec<_>, Vec<_>) =
        table.into_iter().partition(|(_, value)| value.is_table());
    let mut command = command;
    // What stands above all tables is for every command that has such an option.
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

/// The values of a table named after a command, and of those inside it.
fn apply_table(
    mut command: Command,
    path: &mut Vec<String>,
    table: Value,
) -> anyhow::Result<Command> {
    let name = path.join(".");
    if find(&command, path).is_none() {
        bail!("{name}: there is no such command");
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
            bail!("{name}.{key}: there is no such option");
        }
    }
    Ok(command)
}

fn find<'c>(command: &'c Command, path: &[String]) -> Option<&'c Command> {
    path.iter().try_fold(command, |command, name| command.find_subcommand(name))
}

/// The commands below this one that have an option, by their paths.
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

/// The command without those of its variables.
pub fn without_variables(command: Command, which: &dyn Fn(&OsStr) -> bool) -> Command {
    let command = command.mut_args(|arg| match arg.get_env().is_some_and(which) {
        true => arg.env(Resettable::Reset),
        false => arg,
    });
    command.mut_subcommands(|sub| without_variables(sub, which))
}

/// Whether an option is one way of several to say something: there a default could not be told from
/// what was asked for.
fn is_one_of_several(command: &Command, key: &str) -> bool {
    let arg = option(command, key);
    let in_group = |group: &clap::ArgGroup| {
        let of_arg = arg.is_some_and(|arg| group.get_args().any(|id| id == arg.get_id()));
        of_arg && !group.clone().is_multiple()
    };
    let excludes =
        |other: &Arg| arg.is_some_and(|arg| command.get_arg_conflicts_with(other).contains(&arg));
    command.get_groups().any(in_group) || command.get_arguments().any(excludes)
}

/// The command with this default of an option.
fn set(command: Command, path: &[String], key: &str, value: &Value) -> anyhow::Result<Command> {
    let place = || format!("{}.{key}", path.join("."));
    let texts = texts(value).with_context(|| {
        format!("{}: expected a text, a number, true or false, or a list of these", place())
    })?;
    if find(&command, path).is_some_and(|sub| is_one_of_several(sub, key)) {
        bail!("{}: this is asked for on the command line", place());
    }
    check(&command, path, key, &texts).with_context(place)?;
    Ok(change(command, path, &|sub| {
        let Some(id) = option(&sub, key).map(|arg| arg.get_id().clone()) else { return sub };
        sub.mut_arg(id, |arg| arg.default_values(texts.clone()).required(false))
    }))
}

fn change(command: Command, path: &[String], act: &dyn Fn(Command) -> Command) -> Command {
    match path.split_first() {
        None => act(command),
        Some((name, rest)) => command.mut_subcommand(name, |sub| change(sub, rest, act)),
    }
}

fn texts(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(vec![text.clone()]),
        Value::Integer(number) => Some(vec![number.to_string()]),
        Value::Float(number) => Some(vec![number.to_string()]),
        Value::Boolean(yes) => Some(vec![yes.to_string()]),
        Value::Array(items) => {
            let items = items.iter().map(|item| texts(item).filter(|_| !item.is_array()));
            Some(items.collect::<Option<Vec<_>>>()?.concat())
        }
        Value::Datetime(_) | Value::Table(_) => None,
    }
}

/// Fails on a value that the option would not take on the command line.
fn check(command: &Command, path: &[String], key: &str, texts: &[String]) -> anyhow::Result<()> {
    let arg = find(command, path).and_then(|sub| option(sub, key));
    if arg.is_some_and(|arg| matches!(arg.get_action(), ArgAction::SetTrue)) {
        return match texts {
            [text] if text == "true" || text == "false" => Ok(()),
            _ => bail!("expected true or false"),
        };
    }
    let given = texts.iter().map(|text| format!("--{key}={text}"));
    let args = path.iter().cloned().chain(given);
    let args = std::iter::once("plt".to_owned()).chain(args);
    // The file is to blame for what it says, and for nothing else.
    let command = without_variables(command.clone(), &|_| true);
    let Err(error) = command.try_get_matches_from(args) else { return Ok(()) };
    match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::ArgumentConflict => {
            let text = error.to_string();
            let line = text.lines().next().unwrap_or_default();
            bail!("{}", line.trim_start_matches("error: "))
        }
        // What else is missing the command line will say.
        _ => Ok(()),
    }
}

/// The options of the command that was given, as a file of this kind, and where each comes from.
pub fn describe(matches: &ArgMatches, file: Option<&Path>) -> String {
    // In the order of `--help`, which a command that was changed does not keep.
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
        format!("# command line, then PLT_ variables, then {file}, then defaults\n[{name}]\n");
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
        // What the file may not say is no more than a remark there.
        let remark = if is_one_of_several(sub, long) { "# " } else { "" };
        text += &format!("{remark}{long} = {value}{source}\n");
    }
    text
}

/// A value in TOML: numbers, true and false as they are, everything else as a text.
fn literal(text: &str, action: &ArgAction) -> String {
    // As long as it is the same when it is read again.
    let number = format!("x = {text}").parse::<Table>().ok().and_then(|table| texts(&table["x"]));
    let plain = text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        && number.is_some_and(|texts| texts == [text]);
    match plain || matches!(action, ArgAction::SetTrue) {
        true => text.to_owned(),
        false => Value::from(text).to_string(),
    }
}
