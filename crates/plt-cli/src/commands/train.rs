//! `plt train`

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use plt_train::{Recipe, Run, loss_curves, plot};
use serde_json::json;

use super::cancel_on_ctrl_c;
use crate::args::TrainArgs;
use crate::terminal;

pub fn run(args: TrainArgs) -> anyhow::Result<ExitCode> {
    let recipe = Recipe::read(&args.recipe)?;
    let threads = args.threads.map_or(0, Into::into);
    rayon::ThreadPoolBuilder::new().num_threads(threads).build()?.install(|| train(args, recipe))
}

fn train(args: TrainArgs, recipe: Recipe) -> anyhow::Result<ExitCode> {
    let cancel = cancel_on_ctrl_c()?;
    let steps = recipe.train.steps;
    let bar = terminal::step_bar(steps);
    bar.set_message("reading data");
    let base = args.recipe.parent().unwrap_or(Path::new(""));
    let mut run = Run::open(recipe, base, &args.output)?;
    if run.steps_done() > 0 {
        terminal::note(&format!("resuming after step {}", run.steps_done()));
    }
    bar.set_position(run.steps_done());
    bar.reset_eta();
    let mut validation = None;
    while !run.is_done() && !cancel.is_cancelled() {
        let step = run.step()?;
        validation = step.validation.or(validation);
        let rate = step.tokens as f64 / step.seconds.max(1e-9);
        let validation_text =
            validation.map_or(String::new(), |v| format!(", validation {:.3}", v.loss));
        bar.set_message(format!("loss {:.3}{validation_text}, {rate:.0} tokens/s", step.loss));
        bar.set_position(step.step);
    }
    let done = run.is_done();
    if !done {
        run.save()?;
    }
    bar.finish_and_clear();
    plot(
        &args.output.join("loss.svg"),
        "Loss",
        "step",
        "nats per token",
        &loss_curves(run.steps()),
    )?;
    let last = run.steps().iter().rev().find_map(|step| step.validation);
    let mut stdout = std::io::stdout().lock();
    if args.json {
        writeln!(
            stdout,
            "{}",
            json!({
                "steps": run.steps_done(),
                "parameters": run.parameter_count(),
                "validation_loss": last.map(|v| v.loss),
                "validation_accuracy": last.map(|v| v.accuracy),
                "accuracy_by_hops": run.accuracy_by_hops()?,
            })
        )?;
    } else {
        let validation_text = last.map_or(String::new(), |v| {
            format!(", validation loss {:.4}, accuracy {:.1} %", v.loss, 100.0 * v.accuracy)
        });
        let done = run.steps_done();
        writeln!(stdout, "{done} of {steps} steps{validation_text}; {}", args.output.display())?;
    }
    Ok(if done { ExitCode::SUCCESS } else { ExitCode::from(super::INTERRUPTED) })
}
