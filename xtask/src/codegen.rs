//! Generated files in the repository: written by one command, compared by another.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Result;
use crate::ci::FEATURES;
use crate::step::{self, Step};

/// Computes the text of a generated file, given the workspace's folder.
type Generator = fn(&Path) -> Result<String>;

/// Every generated file.
const GENERATORS: &[(&str, Generator)] = &[("docs/cli.md", cli_page)];

/// The manifest of all GPU kernels, and WGSL of one element type per kernel; a folder of nothing else.
const KERNELS: &str = "kernels/gpu/generated";
/// All kernels for all targets; a folder of nothing else.
const ALL_KERNELS: &str = "target/codegen";

/// The steps of `cargo xtask codegen`.
pub fn steps(args: &[String]) -> Option<Vec<Step>> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        [] => Some(vec![Step::call("codegen", |root| {
            for_each(root, write)?;
            eprintln!("writing {KERNELS}/");
            replace_folder(&kernel_sources(root)?, &root.join(KERNELS))
        })]),
        ["--full"] => Some(vec![Step::call("codegen", |root| {
            kernel_sources(root)?;
            eprintln!("all kernels: {ALL_KERNELS}/");
            Ok(())
        })]),
        ["--check"] => Some(vec![check()]),
        _ => None,
    }
}

/// Fails if a generated file is out of date.
pub fn check() -> Step {
    Step::call("codegen", |root| {
        for_each(root, compare)?;
        compare_folders(&root.join(KERNELS), &kernel_sources(root)?)
    })
}

fn for_each(root: &Path, act: fn(&Path, &str, &str) -> Result) -> Result {
    for (path, generate) in GENERATORS {
        act(root, path, &generate(root)?)?;
    }
    Ok(())
}

fn write(root: &Path, path: &str, text: &str) -> Result {
    eprintln!("writing {path}");
    Ok(fs::write(root.join(path), text)?)
}

fn compare(root: &Path, path: &str, text: &str) -> Result {
    let found = fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"))?;
    match first_difference(&found, text) {
        None => Ok(()),
        Some(line) => {
            Err(format!("{path}:{line} is out of date: run `cargo xtask codegen`").into())
        }
    }
}

/// The first line, counted from 1, that differs.
fn first_difference(a: &str, b: &str) -> Option<usize> {
    let same = a.split('\n').zip(b.split('\n')).take_while(|(a, b)| a == b).count();
    (a != b).then_some(same + 1)
}

/// `docs/cli.md`: the `--help` of `plt` and of each of its subcommands.
fn cli_page(root: &Path) -> Result<String> {
    let plt = built(root, "plt")?;
    page(|command| {
        let mut plt = Command::new(&plt);
        plt.args(command).arg("--help").stdin(Stdio::null());
        // clap shows the values of variables and fits the terminal: give it neither.
        step::capture(plt.env_clear().env("COLUMNS", "100"))
    })
}

/// Builds the programs that generators run and returns the path of this one.
fn built(root: &Path, program: &str) -> Result<PathBuf> {
    // Together, so that the features of all dependencies are those of the tests.
    let build = ["build", "--quiet", "--workspace", FEATURES[0], FEATURES[1]];
    let programs = ["--bin", "plt", "--example", "sources"];
    step::execute(step::cargo().args(build).args(programs).current_dir(root))?;
    // cargo puts the programs of one profile into one folder.
    let program = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    Ok(std::env::current_exe()?.with_file_name(program))
}

/// Writes the sources of all kernels and returns the folder of those that the repository keeps.
fn kernel_sources(root: &Path) -> Result<PathBuf> {
    let folder = root.join(ALL_KERNELS);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let sources = built(root, "examples/sources")?;
    step::execute(Command::new(sources).arg(&folder))?;
    Ok(folder.join("generated"))
}

/// Makes one folder of files a copy of another.
fn replace_folder(from: &Path, to: &Path) -> Result {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    fs::create_dir_all(to)?;
    for file in files(from)? {
        fs::copy(from.join(&file), to.join(&file))?;
    }
    Ok(())
}

/// Fails on the first file or line that differs between two folders, and names both lines.
fn compare_folders(found: &Path, expected: &Path) -> Result {
    let (names, fresh) = (files(found)?, files(expected)?);
    for name in names.union(&fresh) {
        let text = |folder: &Path| fs::read_to_string(folder.join(name)).unwrap_or_default();
        let (text, fresh) = (text(found), text(expected));
        if let Some(line) = first_difference(&text, &fresh) {
            let path = found.join(name);
            let path = path.display();
            let at = |text: &str| text.lines().nth(line - 1).unwrap_or_default().to_owned();
            let (old, new) = (at(&text), at(&fresh));
            return Err(format!(
                "{path}:{line} is out of date: run `cargo xtask codegen`\n  - {old}\n  + {new}"
            )
            .into());
        }
    }
    Ok(())
}

/// The files below a folder, as paths relative to it.
fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        let entries = fs::read_dir(&next).map_err(|e| format!("{}: {e}", next.display()))?;
        for entry in entries {
            let path = entry?.path();
            match path.is_dir() {
                true => open.push(path),
                false => drop(found.insert(path.strip_prefix(folder)?.to_owned())),
            }
        }
    }
    Ok(found)
}

/// One section per command, each command before its subcommands; `help` returns a command's text.
fn page(help: impl Fn(&[String]) -> Result<String>) -> Result<String> {
    let mut page = "\
<!-- Written by `cargo xtask codegen`: edit the help in crates/plt-cli, not this page. -->

# The command line
"
    .to_owned();
    let mut open = vec![Vec::new()];
    while let Some(command) = open.pop() {
        let text = help(&command)?;
        page += &section(&command, &text)?;
        let below = subcommands(&text);
        open.extend(below.into_iter().rev().map(|name| [&command[..], &[name]].concat()));
    }
    Ok(page)
}

fn section(command: &[String], help: &str) -> Result<String> {
    let name = ["plt".to_owned()].iter().chain(command).cloned().collect::<Vec<_>>().join(" ");
    if help.trim().is_empty() {
        return Err(format!("`{name} --help` printed nothing").into());
    }
    let lines: Vec<&str> = help.trim_end().lines().map(str::trim_end).collect();
    Ok(format!("\n## `{name}`\n\n```text\n{}\n```\n", lines.join("\n")))
}

/// The subcommands that a help text of clap lists, without `help` itself.
fn subcommands(help: &str) -> Vec<String> {
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    listed
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELP: &str = "\
Run it

Usage: plt <COMMAND>

Commands:
  generate  Continue a prompt, with a description
            that takes two lines
  chat      Talk
  help      Print this message

Options:
  -h, --help  Print help
";

    #[test]
    fn subcommands_are_parsed_from_the_help() {
        assert_eq!(subcommands(HELP), ["generate", "chat"]);
        assert!(subcommands("Usage: plt chat\n\nOptions:\n  -h  Print help\n").is_empty());
    }

    #[test]
    fn page_lists_all_subcommands_in_order() {
        let text = page(|command| {
            Ok(match command.join(" ").as_str() {
                "" => HELP.to_owned(),
                "generate" => "Continue\n\nCommands:\n  fast  Now\n".to_owned(),
                other => format!("This is {other}\n"),
            })
        })
        .unwrap();
        let titles: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(
            titles,
            ["## `plt`", "## `plt generate`", "## `plt generate fast`", "## `plt chat`"]
        );
        assert!(text.contains("```text\nThis is generate fast\n```\n"));
    }

    #[test]
    fn section_shows_the_help_and_rejects_an_empty_one() {
        let text = section(&["chat".to_owned()], "Talk  \n\nUsage\n\n").unwrap();
        assert_eq!(text, "\n## `plt chat`\n\n```text\nTalk\n\nUsage\n```\n");
        let error = section(&[], " \n").unwrap_err().to_string();
        assert_eq!(error, "`plt --help` printed nothing");
    }

    #[test]
    fn first_difference_names_the_line() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some(2));
        assert_eq!(first_difference("a\n", "a\nb\n"), Some(2));
        assert_eq!(first_difference("a\n", "a"), Some(2));
    }

    #[test]
    fn compare_folders_finds_a_changed_line_and_a_stale_file() {
        let root = std::env::temp_dir().join(format!("xtask-folders-{}", std::process::id()));
        let (one, other) = (root.join("one"), root.join("other"));
        fs::create_dir_all(&one).unwrap();
        fs::write(one.join("manifest.txt"), "add_f32 cu 2 - 00\nadd_f32 hip 2 - 11\n").unwrap();
        replace_folder(&one, &other).unwrap();
        compare_folders(&one, &other).unwrap();
        fs::write(other.join("manifest.txt"), "add_f32 cu 2 - 00\nadd_f32 hip 2 - 12\n").unwrap();
        let error = compare_folders(&one, &other).unwrap_err().to_string();
        assert!(error.contains("manifest.txt:2") && error.contains("+ add_f32 hip"), "{error}");
        replace_folder(&one, &other).unwrap();
        fs::write(one.join("old.wgsl"), "x\n").unwrap();
        assert!(compare_folders(&one, &other).unwrap_err().to_string().contains("old.wgsl:1"));
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn compare_rejects_an_outdated_or_missing_file() {
        let root = std::env::temp_dir();
        let name = format!("xtask-codegen-{}.md", std::process::id());
        assert!(compare(&root, &name, "new\n").is_err());
        write(&root, &name, "old\n").unwrap();
        let error = compare(&root, &name, "new\n").unwrap_err().to_string();
        assert_eq!(error, format!("{name}:1 is out of date: run `cargo xtask codegen`"));
        write(&root, &name, "new\n").unwrap();
        compare(&root, &name, "new\n").unwrap();
        fs::remove_file(root.join(&name)).unwrap();
    }
}
