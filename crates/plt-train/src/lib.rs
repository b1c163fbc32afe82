//! Trains small looped transformers from a recipe to a checkpoint that the rest of this workspace
//! runs.
//!
//! There is no second model. Gradients flow through the forward of `plt-model` on the reference
//! backend, so the trained model and the served model are the same code. In training, PLT's forward
//! is parallel over the tokens and serial over the loops (PLT algorithm 2): the sequential plan.
//!
//! * A [`Recipe`] is the TOML file of a run. Two runs of one recipe end in the same bits.
//! * A [`Run`] is a directory. It can be killed at any time and resumes from its last save.
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
//! It trains in f32 on the CPU: use it for small models only.

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

/// Compiles and runs the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
