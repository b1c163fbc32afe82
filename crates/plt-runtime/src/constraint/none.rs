//! Without the feature `guidance` there are no constraints: their type has no values.

use crate::error::Result;

/// A constraint on an answer: needs the feature `guidance`.
#[derive(Debug, Clone)]
pub enum Constraint {}

impl Constraint {
    pub(crate) fn prepare(&mut self) -> Result<()> {
        match *self {}
    }

    pub(crate) fn filter(&mut self, _logits: &[(u32, f32)]) -> Result<Vec<(u32, f32)>> {
        match *self {}
    }

    pub(crate) fn accept(&mut self, _id: u32) -> Result<()> {
        match *self {}
    }

    pub(crate) fn is_complete(&self) -> bool {
        match *self {}
    }
}
