//! Structured output: constraints on answers, with the feature `guidance`.

#[cfg(feature = "guidance")]
mod bounds;
#[cfg(feature = "guidance")]
mod guided;
#[cfg(not(feature = "guidance"))]
mod none;
#[cfg(feature = "guidance")]
mod pattern;
#[cfg(feature = "guidance")]
mod schema;

#[cfg(feature = "guidance")]
pub use guided::{Constraint, Grammar};
#[cfg(not(feature = "guidance"))]
pub use none::Constraint;

#[cfg(feature = "guidance")]
pub(crate) use guided::{Constraints, ToolCalls};
