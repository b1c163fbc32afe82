//! Steps: one thing a task does, printed, timed and summed up.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::Result;

/// One thing that a task does, in the folder of the workspace.
pub struct Step {
    pub name: &'static str,
    /// Seconds that it may take; the summary marks a slower step.
    pub budget: Option<u64>,
    run: Box<dyn Fn(&Path) -> Result>,
}

impl Step {
    pub fn call(name: &'static str, run: impl Fn(&Path) -> Result + 'static) -> Self {
        Self { name, budget: None, run: Box::new(run) }
    }

    /// A step that is one run of cargo.
    pub fn cargo<S: Into<String>>(name: &'static str, args: impl IntoIterator<Item = S>) -> Self {
        Self::cargo_env(name, &[], args)
    }

    /// A step that is one run of cargo with these variables set.
    pub fn cargo_env<S: Into<String>>(
        name: &'static str,
        env: &'static [(&'static str, &'static str)],
        args: impl IntoIterator<Item = S>,
    ) -> Self {
        let args: Vec<String> = args.into_iter().map(Into::into).collect();
        Self::call(name, move |root| {
            execute(cargo().args(&args).envs(env.iter().copied()).current_dir(root))
        })
    }
}

/// The cargo that runs this program: the same toolchain.
pub fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // The variables that cargo sets for this package must not reach other builds: some build scripts
    // run again whenever they change, and everything that depends on them is rebuilt.
    for (name, _) in std::env::vars_os() {
        let of_package = ["CARGO_PKG_", "CARGO_MANIFEST_"];
        if name.to_str().is_some_and(|name| of_package.iter().any(|of| name.starts_with(of))) {
            cargo.env_remove(name);
        }
    }
    cargo
}

/// Prints and runs a command, output unchanged; anything but success is an error.
pub fn execute(command: &mut Command) -> Result {
    let line = line(command);
    eprintln!("$ {line}");
    let status = command.status().map_err(|error| format!("cannot run `{line}`: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed: {status}").into()) }
}

/// Runs a command and returns what it wrote to standard output.
pub fn capture(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = command.output().map_err(|error| format!("cannot run `{line}`: {error}"))?;
    if !output.status.success() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{line}` failed: {}\n{}", output.status, stderr.trim_end()).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// The command as typed, with the name of the program instead of its path.
fn line(command: &Command) -> String {
    let envs = command.get_envs().filter_map(|(key, value)| {
        let value = value?.to_string_lossy();
        Some(format!("{}={}", key.to_string_lossy(), quoted(&value)))
    });
    let program = Path::new(command.get_program()).file_stem().unwrap_or(OsStr::new("?"));
    let args = command.get_args().map(|arg| quoted(&arg.to_string_lossy()));
    envs.chain([program.to_string_lossy().into_owned()]).chain(args).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    if word.contains(' ') { format!("'{word}'") } else { word.to_owned() }
}

/// Result and duration of a step.
struct Outcome {
    name: &'static str,
    budget: Option<u64>,
    /// `None` if the step was not reached.
    ran: Option<(bool, Duration)>,
}

/// Runs the steps up to the first failure and prints the summary; true if all passed.
pub fn run_all(root: &Path, steps: &[Step]) -> bool {
    let outcomes = run_until_failure(root, steps);
    if steps.len() > 1 {
        eprint!("\n{}", summary(&outcomes));
    }
    outcomes.iter().all(|outcome| matches!(outcome.ran, Some((true, _))))
}

fn run_until_failure(root: &Path, steps: &[Step]) -> Vec<Outcome> {
    let mut failed = false;
    let mut outcomes = Vec::with_capacity(steps.len());
    for step in steps {
        let ran = (!failed).then(|| {
            eprintln!("── {}", step.name);
            let start = Instant::now();
            let result = (step.run)(root);
            let elapsed = start.elapsed();
            match &result {
                Ok(()) => eprintln!("   {} passed in {:.1} s", step.name, elapsed.as_secs_f64()),
                Err(error) => eprintln!("xtask: {} failed: {error}", step.name),
            }
            failed = result.is_err();
            (!failed, elapsed)
        });
        outcomes.push(Outcome { name: step.name, budget: step.budget, ran });
    }
    outcomes
}

fn summary(outcomes: &[Outcome]) -> String {
    let row = |name: &str, result: &str, seconds: f64, budget: &str| {
        format!("{name:<12} {result:<7} {seconds:>8.1} {budget:>7}").trim_end().to_owned() + "\n"
    };
    let mut text = format!("{:<12} {:<7} {:>8} {:>7}\n", "step", "result", "seconds", "budget");
    let mut total = Duration::ZERO;
    for outcome in outcomes {
        text += &match outcome.ran {
            Some((passed, elapsed)) => {
                total += elapsed;
                let late = outcome.budget.is_some_and(|budget| elapsed.as_secs() > budget);
                let budget = outcome.budget.map(|budget| budget.to_string()).unwrap_or_default();
                let result = if !passed {
                    "FAILED"
                } else if late {
                    "slow"
                } else {
                    "ok"
                };
                row(outcome.name, result, elapsed.as_secs_f64(), &budget)
            }
            None => format!("{:<12} not run\n", outcome.name),
        };
    }
    text + &row("total", "", total.as_secs_f64(), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn task_ends_at_the_first_failed_step() {
        let steps = [
            Step::call("one", |_| Ok(())),
            Step::call("two", |_| Err("no".into())),
            Step::call("three", |_| unreachable!("must not run")),
        ];
        let outcomes = run_until_failure(Path::new("."), &steps);
        let passed: Vec<_> = outcomes.iter().map(|outcome| outcome.ran.map(|ran| ran.0)).collect();
        assert_eq!(passed, [Some(true), Some(false), None]);
        assert!(!run_all(Path::new("."), &steps));
        assert!(run_all(Path::new("."), &steps[..1]));
    }

    #[test]
    fn summary_is_a_table_of_seconds() {
        let ran =
            |seconds: u64, passed| Some((passed, Duration::from_millis(1000 * seconds + 500)));
        let outcomes = [
            Outcome { name: "fmt", budget: Some(2), ran: ran(1, true) },
            Outcome { name: "docs", budget: Some(9), ran: ran(10, true) },
            Outcome { name: "clippy", budget: None, ran: ran(70, false) },
            Outcome { name: "test", budget: Some(1), ran: None },
        ];
        let expected = "\
step         result   seconds  budget
fmt          ok           1.5       2
docs         slow        10.5       9
clippy       FAILED      70.5
test         not run
total                    82.5
";
        assert_eq!(summary(&outcomes), expected);
    }

    #[test]
    fn failing_command_is_an_error() {
        let error = execute(cargo().arg("no-such-command")).unwrap_err().to_string();
        assert!(error.contains("no-such-command` failed"), "{error}");
        let error = capture(cargo().arg("no-such-command")).unwrap_err().to_string();
        assert!(error.contains("no such command"), "{error}");
        let error = capture(&mut Command::new("no-such-program-here")).unwrap_err().to_string();
        assert!(error.starts_with("cannot run `no-such-program-here`"), "{error}");
        assert!(capture(cargo().arg("--version")).unwrap().starts_with("cargo "));
    }

    #[test]
    fn commands_print_as_typed() {
        let mut command = Command::new("/usr/bin/tool");
        command.args(["a", "b c"]).env("FLAGS", "-D warnings");
        assert_eq!(line(&command), "FLAGS='-D warnings' tool a 'b c'");
    }
}
