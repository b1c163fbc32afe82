//! The shared resources of all sequences: blocks, ring sets and carry rows.

use std::sync::{Arc, PoisonError};

// The races test explores the orders of threads with shuttle.
#[cfg(shuttle)]
use shuttle::sync::{Mutex, MutexGuard};
#[cfg(not(shuttle))]
use std::sync::{Mutex, MutexGuard};

use crate::error::{Error, Resource, Result, Violation};
use crate::layout::CacheLayout;
use crate::ref_counts::{Owner, RefCounts};

/// Allocates the indices of one storage to its sequences.
///
/// A [`Sequence`](crate::Sequence) returns its indices when dropped. Threads may open, advance and
/// drop sequences concurrently.
#[derive(Debug)]
pub struct Pool {
    layout: CacheLayout,
    state: Mutex<State>,
}

/// The free and held indices.
#[derive(Debug)]
pub(crate) struct State {
    next_owner: u64,
    pub blocks: RefCounts,
    pub ring_sets: RefCounts,
    pub carry_rows: RefCounts,
}

/// Usage of a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// Held by sequences.
    pub used: usize,
    /// Held or free.
    pub total: usize,
}

/// Usage of a pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolStats {
    /// Blocks of loop 0.
    pub blocks: Usage,
    /// Places for sequences.
    pub sequences: Usage,
    /// Places for hidden states.
    pub carry_rows: Usage,
    /// Held bytes in all layers; `total` is [`CacheLayout::total_bytes`].
    pub bytes: Usage,
}

impl Pool {
    /// An empty pool.
    pub fn new(layout: CacheLayout) -> Arc<Self> {
        let size = *layout.size();
        // `CacheLayout::new` has checked that these counts fit.
        let list = |resource, total| RefCounts::new(resource, total as u32);
        let state = State {
            next_owner: 0,
            blocks: list(Resource::Block, size.blocks),
            ring_sets: list(Resource::RingSet, size.sequences),
            carry_rows: list(Resource::CarryRow, size.carry_rows),
        };
        Arc::new(Self { layout, state: Mutex::new(state) })
    }

    /// The layout of the storage.
    pub fn layout(&self) -> &CacheLayout {
        &self.layout
    }

    /// The current usage.
    pub fn stats(&self) -> PoolStats {
        let state = self.lock();
        let usage = |list: &RefCounts| Usage { used: list.used(), total: list.total() };
        let (blocks, sequences) = (usage(&state.blocks), usage(&state.ring_sets));
        let carry_rows = usage(&state.carry_rows);
        let layout = &self.layout;
        let used = blocks.used * layout.block_size() * layout.bytes_per_token()
            + sequences.used * layout.bytes_per_sequence()
            + carry_rows.used * layout.bytes_per_carry();
        let bytes = Usage { used, total: layout.total_bytes() };
        PoolStats { blocks, sequences, carry_rows, bytes }
    }

    /// Checks that every block, ring set and carry row is either free, once, or held by one open
    /// sequence. Takes time proportional to the largest usage so far.
    ///
    /// # Errors
    /// The first [`Violation`], which would be a bug of this crate.
    pub fn check_invariants(&self) -> Result<(), Violation> {
        let state = self.lock();
        let mut open: Vec<Owner> = state.ring_sets.held().map(|(_, owner)| owner).collect();
        open.sort_unstable();
        for list in [&state.blocks, &state.ring_sets, &state.carry_rows] {
            list.check()?;
            list.check_owners(&open)?;
        }
        Ok(())
    }

    /// Allocates a ring set for a new sequence; returns the sequence's identity and the ring set.
    pub(crate) fn open(&self) -> Result<(Owner, u32)> {
        let mut state = self.lock();
        let owner = Owner(state.next_owner);
        let total = state.ring_sets.total();
        let ring_set = state.ring_sets.take(owner).ok_or(Error::OutOfSequences { total })?;
        state.next_owner += 1;
        Ok((owner, ring_set))
    }

    /// Locks the lists for a set of changes.
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        // No change of the lists panics, so a poisoned lock still holds consistent lists.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
