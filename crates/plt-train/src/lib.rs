//! Training looped transformers, small ones, from a recipe to a checkpoint that everything else in
//! this workspace runs.
//!
//! There is no second model: gradients flow back through the one forward of `plt-model` on the
//! reference backend, so what is trained is what is served. The forward of PLT in training is
//! parallel over the tokens and serial over the loops (PLT algorithm 2); that is the sequential plan.
//!
//! * A [`Recipe`] decides everything that a run computes; two runs of one recipe end in the same
//!   bits.
//! * A [`Run`] lives in a directory, can be killed at any time, and goes on where it last saved.
//!
//! ```no_run
//! use plt_train::{Recipe, Run};
//! # fn main() -> Result<(), plt_train::Error> {
//! let recipe = Recipe::read("recipe.toml".as_ref())?;
//! let mut run = Run::open(recipe, ".".as_ref(), "runs/first".as_ref())?;
//! while !run.is_done() {
//!     println!("{:?}", run.step()?);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! When not to use it: for anything large. It trains in f32 on the CPU.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

mod data;
mod error;
mod log;
mod objective;
mod optimizer;
mod parameters;
mod recipe;
mod run;
mod schedule;
mod state;

pub use data::{DataRecipe, Example, PointerChasing, TextData};
pub use error::{Error, Result};
pub use log::{Curve, loss_curves, plot};
pub use objective::Sums;
pub use optimizer::AdamW;
pub use parameters::Initialisation;
pub use recipe::{ExportType, Recipe, TrainRecipe};
pub use run::{Run, Step, Validation};
pub use schedule::Schedule;
