//! Everything that can be wrong, one variant each.

use std::fmt;

/// Why a cache cannot do what it was asked for. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A size of the layout must be at least 1.
    #[error("`{key}` is 0, expected at least 1")]
    Zero {
        /// The field of `Geometry` or `PoolSize`.
        key: &'static str,
    },
    /// The carry lies 1 position back (parallel loop) or 0 (plain loop).
    #[error("`shift` is {found}, expected 0 (plain loop) or 1 (parallel loop)")]
    Shift {
        /// What was given.
        found: usize,
    },
    /// A quantity of the layout does not fit in `usize`.
    #[error("the {quantity} of this layout overflow")]
    Overflow {
        /// What was being counted.
        quantity: &'static str,
    },
    /// A quantity of the layout does not fit in the `u32` that indices are.
    #[error("the layout has {found} {quantity}, expected at most {limit}")]
    TooMany {
        /// What was being counted.
        quantity: &'static str,
        /// What the layout has.
        found: usize,
        /// What indices can tell apart.
        limit: usize,
    },

    /// As many sequences are open as the pool has places for.
    #[error("all {total} places for sequences are taken")]
    OutOfSequences {
        /// Places of the pool.
        total: usize,
    },
    /// Loop 0 of the pass needs more blocks than are free.
    #[error("the pass needs {needed} more blocks, {free} are free")]
    OutOfBlocks {
        /// Blocks beyond those that the sequence has.
        needed: usize,
        /// Free blocks of the pool.
        free: usize,
    },
    /// The pass hands on more hidden states than there is room for.
    #[error("the pass needs {needed} carry rows, {free} are free or become free")]
    OutOfCarryRows {
        /// Rows that the pass writes.
        needed: usize,
        /// Free rows, those that this pass consumes included.
        free: usize,
    },

    /// The span is of a loop that the model does not have.
    #[error("a span of loop {loop_index}, but the model has {loops} loops, counted from 0")]
    NoSuchLoop {
        /// The span's loop.
        loop_index: usize,
        /// R.
        loops: usize,
    },
    /// A pass holds at most one span for each loop of a sequence.
    #[error("two spans of loop {loop_index} in one pass")]
    LoopTwice {
        /// The loop of both.
        loop_index: usize,
    },
    /// A span has at least one row.
    #[error("the span of loop {loop_index} is empty")]
    EmptySpan {
        /// The span's loop.
        loop_index: usize,
    },
    /// A span starts where its loop stopped.
    #[error("the span of loop {loop_index} starts at position {start}, expected {written}")]
    NotContiguous {
        /// The span's loop.
        loop_index: usize,
        /// Its first position.
        start: usize,
        /// Positions that this loop has done.
        written: usize,
    },
    /// A row needs a hidden state that no earlier pass has handed on.
    #[error(
        "the span of loop {loop_index} ends before position {end}, \
         but the carries of earlier passes end before {ready}"
    )]
    CarryNotReady {
        /// The span's loop.
        loop_index: usize,
        /// The position after its last.
        end: usize,
        /// The largest `end` that is allowed in this pass.
        ready: usize,
    },
    /// A row attends to keys of loop 0 that are not written, its own position's included.
    #[error(
        "the span of loop {loop_index} ends before position {end}, \
         but after this pass loop 0 ends before {written}"
    )]
    AheadOfLoopZero {
        /// The span's loop.
        loop_index: usize,
        /// The position after its last.
        end: usize,
        /// Positions that loop 0 will have done after this pass.
        written: usize,
    },

    /// The sequence is not that long.
    #[error("cannot truncate {written} positions to {len}")]
    TruncateBeyond {
        /// The length asked for.
        len: usize,
        /// Positions of loop 0.
        written: usize,
    },
    /// Some loops have yet to reach the newest position.
    #[error("cannot save a sequence whose loops have done from {least} to {most} positions")]
    NotSettled {
        /// Positions of the loop that is furthest behind.
        least: usize,
        /// Positions of loop 0.
        most: usize,
    },
    /// A sequence is kept when all loops have seen the tokens that it is kept under.
    #[error(
        "cannot keep a sequence of {len} positions under {tokens} tokens, expected as many, at least \
         one, and all loops at rest"
    )]
    NotCacheable {
        /// Positions of loop 0.
        len: usize,
        /// Tokens that were given.
        tokens: usize,
    },
    /// Rings and carries of positions that old are gone.
    #[error("cannot truncate to {len}, expected at least {least} or 0")]
    RollbackTooFar {
        /// The length asked for.
        len: usize,
        /// The shortest length that can be returned to, 0 aside.
        least: usize,
    },
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What a pool hands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resource {
    /// `block_size` slots of loop 0.
    Block,
    /// The rings of all later loops of one sequence.
    RingSet,
    /// Room for one hidden state.
    CarryRow,
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Resource::Block => "block",
            Resource::RingSet => "ring set",
            Resource::CarryRow => "carry row",
        })
    }
}

/// A broken invariant: a defect of this crate, never of its caller.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Violation {
    /// An index would be handed out twice.
    #[error("{resource} {index} is free twice")]
    FreeTwice {
        /// What kind of index.
        resource: Resource,
        /// The index.
        index: u32,
    },
    /// An index would be handed out while a sequence uses it.
    #[error("{resource} {index} is free and held")]
    FreeAndHeld {
        /// What kind of index.
        resource: Resource,
        /// The index.
        index: u32,
    },
    /// An index will never be handed out again.
    #[error("{resource} {index} is neither free nor held")]
    Lost {
        /// What kind of index.
        resource: Resource,
        /// The index.
        index: u32,
    },
    /// A sequence went and left something behind.
    #[error("{resource} {index} is held by a sequence that is closed")]
    OwnerClosed {
        /// What kind of index.
        resource: Resource,
        /// The index.
        index: u32,
    },
    /// A sequence uses an index that the pool gave to another one, or to nobody.
    #[error("{resource} {index} is used by a sequence that does not hold it")]
    NotOwner {
        /// What kind of index.
        resource: Resource,
        /// The index.
        index: u32,
    },
    /// A sequence holds more or less than its state calls for, or one index twice.
    #[error("a sequence holds {found} distinct {resource}s, expected {expected}")]
    Count {
        /// What kind of index.
        resource: Resource,
        /// Distinct indices that the pool says it holds.
        found: usize,
        /// What its written positions call for.
        expected: usize,
    },
}
