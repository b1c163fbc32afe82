//! Threads that share the tasks of one operation, and slices that the tasks split between them.

mod pool;
mod slices;
mod sync;

pub(crate) use pool::Pool;
pub(crate) use slices::DisjointSlices;
