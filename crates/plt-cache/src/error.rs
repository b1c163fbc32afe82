//! The errors of this crate, and violations of its invariants.

use std::fmt;

/// An error of the cache. The cache is unchanged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A size of the layout must be at least 1.
    #[error("`{key}` is 0, expected at least 1")]
    Zero {
        /// The field of `Geometry` or `PoolSize`.
        key: &'static str,
    },
    /// The carry lies 1 position back (parallel loop) or 0 (sequential loop).
    #[error("`shift` is {found}, expected 0 (sequential loop) or 1 (parallel loop)")]
    Shift {
        /// The given value.
        found: usize,
    },
    /// A quantity of the layout does not fit in `usize`.
    #[error("the {quantity} of this layout overflow")]
    Overflow {
        /// The quantity.
        quantity: &'static str,
    },
    /// A quantity of the layout does not fit in `u32`, the type of indices.
    #[error("the layout has {found} {quantity}, expected at most {limit}")]
    TooMany {
        /// The quantity.
        quantity: &'static str,
        /// The value in the layout.
        found: usize,
        /// The maximum of the index type.
        limit: usize,
    },

    /// All places for sequences are taken.
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
    /// The pass produces more carries than there are free carry rows.
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
    /// A span must start at the end of its loop.
    #[error("the span of loop {loop_index} starts at position {start}, expected {written}")]
    NotContiguous {
        /// The span's loop.
        loop_index: usize,
        /// Its first position.
        start: usize,
        /// Positions of this loop so far.
        written: usize,
    },
    /// A row needs a carry that no earlier pass has produced.
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
    /// A row attends to keys of loop 0 that are not written; its own position's must be.
    #[error(
        "the span of loop {loop_index} ends before position {end}, \
         but after this pass loop 0 ends before {written}"
    )]
    AheadOfLoopZero {
        /// The span's loop.
        loop_index: usize,
        /// The position after its last.
        end: usize,
        /// Positions of loop 0 after this pass.
        written: usize,
    },

    /// Rows that the results of a position need were skipped.
    #[error("position {wanted} needs rows that were skipped, expected at least position {least}")]
    Skipped {
        /// The position whose results are wanted.
        wanted: usize,
        /// The first position whose results are complete.
        least: usize,
    },

    /// The sequence is not that long.
    #[error("cannot truncate {written} positions to {len}")]
    TruncateBeyond {
        /// The requested length.
        len: usize,
        /// Positions of loop 0.
        written: usize,
    },
    /// Some loops have not reached the newest position, or skip positions after it.
    #[error("cannot save a sequence whose loops are at positions {least} to {most}")]
    NotSettled {
        /// Positions of the loop that is furthest behind.
        least: usize,
        /// Positions of loop 0.
        most: usize,
    },
    /// A sequence enters the prefix cache when all loops have done all of its tokens.
    #[error(
        "cannot cache a sequence of {len} positions under {tokens} tokens: expected equal numbers, at \
         least one, and all loops at the same position"
    )]
    NotCacheable {
        /// Positions of loop 0.
        len: usize,
        /// The number of given tokens.
        tokens: usize,
    },
    /// The rings and carries of that position are overwritten.
    #[error("cannot truncate to {len}, expected at least {least} or 0")]
    RollbackTooFar {
        /// The requested length.
        len: usize,
        /// The rollback limit: the shortest possible length besides 0.
        least: usize,
    },
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The resources of a pool.
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

/// A broken invariant: a bug of this crate, never of its caller.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Violation {
    /// An index would be handed out twice.
    #[error("{resource} {index} is free twice")]
    FreeTwice {
        /// The kind of index.
        resource: Resource,
        /// The index.
        index: u32,
    },
    /// An index would be handed out while a sequence uses it.
    #[error("{resource} {index} is free and held")]
    FreeAndHeld {
        /// The kind of index.
        resource: Resource,
        /// The index.
        index: u32,
    },
    /// An index will never be handed out again.
    #[error("{resource} {index} is neither free nor held")]
    Lost {
        /// The kind of index.
        resource: Resource,
        /// The index.
        index: u32,
    },
    /// A dropped sequence did not return an index.
    #[error("{resource} {index} is held by a sequence that is closed")]
    OwnerClosed {
        /// The kind of index.
        resource: Resource,
        /// The index.
        index: u32,
    },
    /// A sequence uses an index that it does not hold.
    #[error("{resource} {index} is used by a sequence that does not hold it")]
    NotOwner {
        /// The kind of index.
        resource: Resource,
        /// The index.
        index: u32,
    },
    /// A sequence holds more or fewer indices than its state needs, or one index twice.
    #[error("a sequence holds {found} distinct {resource}s, expected {expected}")]
    Count {
        /// The kind of index.
        resource: Resource,
        /// Distinct indices that it holds in the pool.
        found: usize,
        /// The number that its written positions need.
        expected: usize,
    },
}
