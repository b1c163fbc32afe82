//! What all sequences share: blocks, ring sets and carry rows.

use std::sync::{Arc, PoisonError};

// One thread after the other in every order, when tests ask for it.
#[cfg(shuttle)]
use shuttle::sync::{Mutex, MutexGuard};
#[cfg(not(shuttle))]
use std::sync::{Mutex, MutexGuard};

use crate::error::{Error, Resource, Result, Violation};
use crate::layout::CacheLayout;
use crate::ref_counts::{Owner, RefCounts};

/// Hands out the indices of one storage to the sequences that share it.
///
/// A [`Sequence`](crate::Sequence) holds what it was given and gives it back when dropped. Threads
/// may open, advance and drop sequences at the same time.
#[derive(Debug)]
pub struct Pool {
    layout: CacheLayout,
    state: Mutex<State>,
}

/// What is free and what is held.
#[derive(Debug)]
pub(crate) struct State {
    next_owner: u64,
    pub blocks: RefCounts,
    pub ring_sets: RefCounts,
    pub carry_rows: RefCounts,
}

/// How much of a resource is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// Held by sequences.
    pub used: usize,
    /// Held or free.
    pub total: usize,
}

/// How full a pool is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolStats {
    /// Blocks of loop 0.
    pub blocks: Usage,
    /// Places for sequences.
    pub sequences: Usage,
    /// Places for hidden states.
    pub carry_rows: Usage,
    /// What is held, in all layers; `total` is [`CacheLayout::total_bytes`].
    pub bytes: Usage,
}

impl Pool {
    /// A pool of which everything is free.
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

    /// How the storage is laid out.
    pub fn layout(&self) -> &CacheLayout {
        &self.layout
    }

    /// What is in use at this moment.
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
    /// sequence. Takes time in proportion to what was ever in use.
    ///
    /// # Errors
    /// The first [`Violation`], which would be a defect of this crate.
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

    /// A ring set for a new sequence, and the name under which it holds it.
    pub(crate) fn open(&self) -> Result<(Owner, u32)> {
        let mut state = self.lock();
        let owner = Owner(state.next_owner);
        let total = state.ring_sets.total();
        let ring_set = state.ring_sets.take(owner).ok_or(Error::OutOfSequences { total })?;
        state.next_owner += 1;
        Ok((owner, ring_set))
    }

    /// The lists, for several changes that nobody sees half done.
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        // Nobody panics while changing the lists: what a panicking thread left behind is whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
