//! One sequence: its indices in the pool, and the positions of each loop.

mod skip;

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use crate::error::{Error, Result, Violation};
use crate::layout::{CacheLayout, Geometry};
use crate::pool::Pool;
use crate::ref_counts::Owner;
use crate::rows::Span;

/// Where the rows of a span read and write.
///
/// An *offset* counts rows from the start of the span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpanSlots {
    /// `(offset, slot)`: the slots of keys and values, in every layer. All rows for loop 0; for a later
    /// loop only the newest `ring_len` rows, since older ones would be overwritten at once.
    pub writes: Vec<(u32, u32)>,
    /// The carry row that each row starts from; `None` is the zero vector, at position 0
    /// of the parallel loop. Empty for loop 0.
    pub carry_in: Vec<Option<u32>>,
    /// `(offset, carry row)`: the carry rows of hidden states for the next loop. Empty for the last
    /// loop.
    pub carry_out: Vec<(u32, u32)>,
}

/// Copies to be made within the storage before its next pass, as `(from, to)`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use = "until it is copied, the sequence reads what others wrote there"]
pub struct PendingCopies {
    /// Slots, in every layer.
    pub slots: Vec<(u32, u32)>,
    /// Carry rows.
    pub carry_rows: Vec<(u32, u32)>,
}

/// The places of everything that a settled sequence has computed. Two sequences of one layout with the
/// same length and rollback limit list theirs in the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footprint {
    /// Slots, in every layer: loop 0's by position, then those of the rings.
    pub slots: Vec<u32>,
    /// Carry rows, loop by loop.
    pub carry_rows: Vec<u32>,
}

/// The indices of one sequence in a pool. Dropping it frees them.
///
/// It has neither `Clone` nor `Copy`: [`fork`](Self::fork) makes another that continues from here. The
/// two share full blocks; everything that one of them may still write, it holds alone.
#[derive(Debug)]
pub struct Sequence {
    pool: Arc<Pool>,
    owner: Owner,
    ring_set: u32,
    /// The next position of each loop: those before it are done, or skipped.
    written: Vec<usize>,
    /// The position from which on results are those of a sequence that has skipped nothing.
    complete_from: usize,
    blocks: Vec<u32>,
    /// For every loop but the last, the carry rows of its newest positions: the last element
    /// belongs to position `written[r] - 1`. Rows that the next loop skips have none.
    carries: Vec<VecDeque<u32>>,
    /// The rollback limit after earlier truncations: the shortest possible length besides 0.
    rollback_limit: usize,
}

impl Sequence {
    /// Opens an empty sequence: it holds a set of rings, and no block or carry row yet.
    ///
    /// # Errors
    /// [`Error::OutOfSequences`] if all places are taken.
    pub fn open(pool: &Arc<Pool>) -> Result<Self> {
        let (owner, ring_set) = pool.open()?;
        let layout = pool.layout();
        Ok(Self {
            owner,
            ring_set,
            written: vec![0; layout.geometry().loops],
            complete_from: 0,
            blocks: Vec::new(),
            carries: vec![VecDeque::new(); layout.later_loops()],
            rollback_limit: 0,
            pool: Arc::clone(pool),
        })
    }

    /// Opens a sequence that was computed elsewhere: all loops have done `len` positions, it can be
    /// truncated to `least`, and its results are complete from position `complete` on. Its keys, values
    /// and carries belong to the places of [`footprint`](Self::footprint).
    ///
    /// # Errors
    /// [`Error::TruncateBeyond`] unless `complete` ≤ `least` ≤ `len`; [`Error::OutOfSequences`],
    /// [`Error::OutOfBlocks`], [`Error::OutOfCarryRows`] if the pool is too full.
    pub fn restore(pool: &Arc<Pool>, len: usize, least: usize, complete: usize) -> Result<Self> {
        if least > len || complete > least {
            return Err(Error::TruncateBeyond { len: least.max(complete), written: len });
        }
        // Dropping the opened sequence frees its place if there is no room for the rest.
        let mut sequence = Self::open(pool)?;
        let blocks = len.div_ceil(sequence.block_size());
        sequence.rollback_limit = least;
        sequence.written.fill(len);
        sequence.complete_from = complete;
        let kept = len - sequence.kept_from(len, sequence.rollback_limit_at(&sequence.written));
        let rows = kept * sequence.carries.len();
        let mut state = pool.lock();
        let (free, free_rows) = (state.blocks.free(), state.carry_rows.free());
        if blocks > free {
            return Err(Error::OutOfBlocks { needed: blocks, free });
        }
        if rows > free_rows {
            return Err(Error::OutOfCarryRows { needed: rows, free: free_rows });
        }
        for _ in 0..blocks {
            sequence.blocks.extend(state.blocks.take(sequence.owner));
        }
        for carries in &mut sequence.carries {
            for _ in 0..kept {
                carries.extend(state.carry_rows.take(sequence.owner));
            }
        }
        drop(state);
        Ok(sequence)
    }

    /// The places of everything that it has computed.
    ///
    /// # Errors
    /// [`Error::NotSettled`] unless the sequence [is settled](Self::is_settled).
    pub fn footprint(&self) -> Result<Footprint> {
        let (len, block_size, ring_len) = (self.len(), self.block_size(), self.ring_len());
        if !self.is_settled() {
            let least = self.written.iter().copied().min().unwrap_or(0);
            return Err(Error::NotSettled { least, most: len });
        }
        let blocks = self.blocks.iter().flat_map(|block| {
            let first = *block as usize * block_size;
            (first..first + block_size).map(|slot| slot as u32)
        });
        let mut slots: Vec<u32> = blocks.take(len).collect();
        for loop_index in 1..self.written.len() {
            let Some(ring) = self.ring(loop_index) else { continue };
            let slot = |position: usize| ring + (position % ring_len) as u32;
            slots.extend(self.in_ring(loop_index).map(slot));
        }
        Ok(Footprint { slots, carry_rows: self.carries.iter().flatten().copied().collect() })
    }

    /// The rollback limit after earlier truncations: the shortest possible length besides 0.
    pub fn rollback_limit(&self) -> usize {
        self.rollback_limit
    }

    /// The next position of each loop: those before it are done, or [skipped](Self::skip_to).
    pub fn written(&self) -> &[usize] {
        &self.written
    }

    /// Positions of loop 0.
    pub fn len(&self) -> usize {
        self.written[0]
    }

    /// Whether all loops are at position 0.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Positions of a block.
    pub fn block_size(&self) -> usize {
        self.layout().block_size()
    }

    /// Whether all loops are at the same position, and results from there on are complete: the next
    /// pass can begin with any row.
    pub fn is_settled(&self) -> bool {
        let len = self.len();
        self.complete_from <= len && self.written.iter().all(|written| *written == len)
    }

    /// The blocks of loop 0 by position: position p is in slot
    /// `block_table[p / block_size] · block_size + p % block_size`.
    pub fn block_table(&self) -> &[u32] {
        &self.blocks
    }

    /// First slot of the ring of a later loop: position p is in slot `ring + p % ring_len`. `None`
    /// for loop 0, which has blocks, for loops that keep no keys, and for loops that the model does
    /// not have.
    pub fn ring(&self, loop_index: usize) -> Option<u32> {
        self.layout().ring(self.ring_set, loop_index)
    }

    /// Slots of a ring, see [`CacheLayout::ring_len`].
    pub fn ring_len(&self) -> usize {
        self.layout().ring_len()
    }

    /// Reserves the places that one pass writes, and returns them with those that it reads. Called once
    /// per pass with all of its spans of this sequence, in any order; the result is in the same order. The
    /// `sequence` of a span is not read: the caller knows which spans are of this sequence.
    ///
    /// The rule, against the state *before* the pass: a span starts at the next position of its loop, a
    /// row `(p, r)` of a later loop starts from the carry of `(p - shift, r - 1)`, which an *earlier*
    /// pass has written, and loop 0 reaches p in this pass at the latest.
    ///
    /// The forward of the pass must
    ///
    /// 1. read all `carry_in` before it writes any `carry_out`: a row read by the one may be
    ///    written by the other, of this or of another sequence;
    /// 2. in each layer, store loop 0's keys and values, then attend, then store those of later
    ///    loops: a row finds older positions in the ring, those of its own span in the pass itself;
    /// 3. end before the next pass over this storage begins, and before a sequence of the pass is
    ///    truncated or dropped. If it fails, its sequences must be dropped or truncated to 0.
    ///
    /// # Errors
    /// One variant per violation of the rule; [`Error::OutOfBlocks`] and
    /// [`Error::OutOfCarryRows`] if the pool is too full. The sequence is unchanged.
    pub fn advance(&mut self, spans: &[Span]) -> Result<Vec<SpanSlots>> {
        let after = self.check_rule(spans)?;
        let carry_in: Vec<_> = spans.iter().map(|span| self.carry_in(span)).collect();
        self.reserve(&after)?;
        self.written = after;
        let slots = spans.iter().zip(carry_in).map(|(span, carry_in)| SpanSlots {
            writes: self.writes(span),
            carry_in,
            carry_out: self.carry_out(span),
        });
        Ok(slots.collect())
    }

    /// Removes the newest positions, for example rejected drafts: `len` remain. Later results are those
    /// of a sequence in which they were never written.
    ///
    /// Loops that have not reached `len` are unchanged: drafts can be removed between any two passes of a
    /// wavefront. Truncation to 0 is always possible, and to any length if R = 1. Otherwise at most
    /// `rollback` positions can be removed, counted from the furthest position of any later loop since
    /// the sequence was empty; the lead of loop 0 does not matter.
    ///
    /// A block that several sequences hold is read-only: if `len` lies within one, this sequence gets a
    /// copy.
    ///
    /// # Errors
    /// [`Error::TruncateBeyond`], [`Error::RollbackTooFar`]; [`Error::OutOfBlocks`] if there is none
    /// for the copy. The sequence is unchanged.
    pub fn truncate(&mut self, len: usize) -> Result<PendingCopies> {
        let written = self.len();
        if len > written {
            return Err(Error::TruncateBeyond { len, written });
        }
        let least = if len == 0 { 0 } else { self.rollback_limit_at(&self.written) };
        if len < least {
            return Err(Error::RollbackTooFar { len, least });
        }

        let block_size = self.layout().block_size();
        let (full, blocks) = (len / block_size, len.div_ceil(block_size));
        let mut state = self.pool.lock();
        let shared = self.blocks[full..blocks].iter().any(|block| state.blocks.is_shared(*block));
        let freed = self.blocks[blocks..].iter().any(|block| !state.blocks.is_shared(*block));
        if shared && !freed && state.blocks.free() == 0 {
            return Err(Error::OutOfBlocks { needed: 1, free: 0 });
        }
        for block in self.blocks.drain(blocks..).rev() {
            state.blocks.give(block, self.owner);
        }
        for (carries, written) in self.carries.iter_mut().zip(&self.written) {
            let kept = carries.len().saturating_sub(written.saturating_sub(len));
            for row in carries.drain(kept..) {
                state.carry_rows.give(row, self.owner);
            }
        }
        let mut copies = PendingCopies::default();
        if shared && let Some(copy) = state.blocks.take(self.owner) {
            let original = std::mem::replace(&mut self.blocks[full], copy);
            state.blocks.give(original, self.owner);
            copies.slots = slots_of_block(original, copy, block_size, len % block_size);
        }
        drop(state);
        self.rollback_limit = least;
        for written in &mut self.written {
            *written = len.min(*written);
        }
        if len == 0 {
            self.complete_from = 0;
        }
        Ok(copies)
    }

    /// Makes a copy-on-write fork: another sequence in the same state. Full blocks of loop 0 are shared
    /// at no cost; everything that the sequences may still write (the last block, rings, carries) is
    /// copied.
    ///
    /// # Errors
    /// [`Error::OutOfSequences`], [`Error::OutOfBlocks`], [`Error::OutOfCarryRows`] if the pool is
    /// too full. The sequence is unchanged.
    pub fn fork(&self) -> Result<(Self, PendingCopies)> {
        // Dropping the opened sequence frees its place if there is no room for the rest.
        let mut fork = Self::open(&self.pool)?;
        let block_size = self.layout().block_size();
        let full = self.len() / block_size;
        let rows = self.carries.iter().map(VecDeque::len).sum();
        let mut copies = PendingCopies::default();

        let mut state = self.pool.lock();
        let (blocks, free) = (self.blocks.len() - full, state.blocks.free());
        if blocks > free {
            drop(state);
            return Err(Error::OutOfBlocks { needed: blocks, free });
        }
        let free = state.carry_rows.free();
        if rows > free {
            drop(state);
            return Err(Error::OutOfCarryRows { needed: rows, free });
        }
        for block in &self.blocks[..full] {
            state.blocks.share(*block, fork.owner);
            fork.blocks.push(*block);
        }
        for original in &self.blocks[full..] {
            if let Some(copy) = state.blocks.take(fork.owner) {
                fork.blocks.push(copy);
                let slots = slots_of_block(*original, copy, block_size, self.len() % block_size);
                copies.slots.extend(slots);
            }
        }
        for (rows, forked) in self.carries.iter().zip(&mut fork.carries) {
            for row in rows {
                if let Some(copy) = state.carry_rows.take(fork.owner) {
                    forked.push_back(copy);
                    copies.carry_rows.push((*row, copy));
                }
            }
        }
        drop(state);
        let ring_len = self.ring_len();
        for loop_index in 1..self.written.len() {
            let (Some(from), Some(to)) = (self.ring(loop_index), fork.ring(loop_index)) else {
                continue;
            };
            let places = self.in_ring(loop_index).map(|position| (position % ring_len) as u32);
            copies.slots.extend(places.map(|place| (from + place, to + place)));
        }
        fork.written.clone_from(&self.written);
        fork.complete_from = self.complete_from;
        fork.rollback_limit = self.rollback_limit;
        Ok((fork, copies))
    }

    /// Checks that this sequence holds exactly the indices that its positions need, and that the pool
    /// agrees. Takes time proportional to the largest usage of the pool so far.
    ///
    /// # Errors
    /// The first [`Violation`], which would be a bug of this crate.
    pub fn check_invariants(&self) -> Result<(), Violation> {
        let blocks = self.len().div_ceil(self.block_size());
        let reach = self.rollback_limit_at(&self.written);
        let kept = |pair: &[usize]| pair[0].saturating_sub(self.kept_from(pair[1], reach));
        let carry_rows = self.written.windows(2).map(kept).sum();
        let state = self.pool.lock();
        state.ring_sets.check_share(self.owner, [self.ring_set], 1)?;
        state.blocks.check_share(self.owner, self.blocks.iter().copied(), blocks)?;
        let rows = self.carries.iter().flatten().copied();
        state.carry_rows.check_share(self.owner, rows, carry_rows)
    }

    /// The rollback limit, the shortest possible length besides 0, when the loops have done `written`
    /// positions. Any length is possible for R = 1.
    ///
    /// With L the furthest position of a later loop since the sequence was empty, and w + 1 =
    /// `local_keys`:
    ///
    /// - A ring holds positions from L - `ring_len` = L - w - 1 - `rollback` on. Rows at `len` and
    ///   after need positions from `len` - w on, so `len` >= L - `rollback` is enough, with one slot
    ///   to spare. That slot is for the row itself: a kernel may rely on rings of `local_keys`.
    /// - The carries are kept accordingly, see [`kept_from`](Self::kept_from).
    ///
    /// Positions removed by an earlier truncation have overwritten their places in the rings: L does not
    /// shrink with `len`, and `least` never decreases.
    fn rollback_limit_at(&self, written: &[usize]) -> usize {
        let furthest = written.iter().skip(1).max().copied().unwrap_or(0);
        self.rollback_limit.max(furthest.saturating_sub(self.layout().size().rollback))
    }

    /// The oldest position whose carry a loop keeps while its successor has done `next` positions and the
    /// rollback limit is `reach`.
    ///
    /// The next row (p, r+1) is at `next` or, after a truncation, at `reach`, and consumes the carry
    /// of p - shift. The sequential loop keeps none for removed rows: they are computed again.
    fn kept_from(&self, next: usize, reach: usize) -> usize {
        kept_from(self.layout(), next, reach)
    }

    /// The positions of a later loop whose keys and values its ring holds.
    fn in_ring(&self, loop_index: usize) -> Range<usize> {
        let written = self.written[loop_index];
        written.saturating_sub(self.ring_len()).max(self.first(loop_index))..written
    }

    /// Blocks of loop 0 for this many positions.
    pub fn missing_blocks(&self, positions: usize) -> usize {
        positions.div_ceil(self.block_size()).saturating_sub(self.blocks.len())
    }

    /// Bytes of its rings and carries.
    pub(crate) fn own_bytes(&self) -> usize {
        let carries: usize = self.carries.iter().map(VecDeque::len).sum();
        self.layout().bytes_per_sequence() + carries * self.layout().bytes_per_carry()
    }

    /// See [`Geometry::shareable_positions`].
    pub(crate) fn shareable_positions(&self, wanted: usize) -> usize {
        self.geometry().shareable_positions(wanted)
    }

    /// Bytes of one block, in all layers.
    pub(crate) fn block_bytes(&self) -> usize {
        self.block_size() * self.layout().bytes_per_token()
    }

    fn layout(&self) -> &CacheLayout {
        self.pool.layout()
    }

    fn geometry(&self) -> &Geometry {
        self.layout().geometry()
    }

    /// The value of `written` after a pass of these spans, if the pass follows the rule.
    fn check_rule(&self, spans: &[Span]) -> Result<Vec<usize>> {
        let loops = self.written.len();
        let shift = self.layout().geometry().shift;
        let mut after = self.written.clone();
        for &Span { loop_index, start, len, .. } in spans {
            let written =
                *self.written.get(loop_index).ok_or(Error::NoSuchLoop { loop_index, loops })?;
            if after[loop_index] != written {
                return Err(Error::LoopTwice { loop_index });
            }
            if len == 0 {
                return Err(Error::EmptySpan { loop_index });
            }
            if start != written {
                return Err(Error::NotContiguous { loop_index, start, written });
            }
            // No pool has blocks or carries for a span beyond `usize`.
            let end = start.saturating_add(len);
            if let Some(previous) = loop_index.checked_sub(1) {
                let ready = self.written[previous] + shift;
                if end > ready {
                    return Err(Error::CarryNotReady { loop_index, end, ready });
                }
            }
            after[loop_index] = end;
        }
        let written = after[0];
        // A loop that has skipped positions waits ahead of loop 0.
        let ahead = |r: &usize| after[*r] > written && after[*r] > self.written[*r];
        match (1..loops).find(ahead) {
            Some(loop_index) => {
                Err(Error::AheadOfLoopZero { loop_index, end: after[loop_index], written })
            }
            None => Ok(after),
        }
    }

    /// The carry row of every row of the span before the pass.
    fn carry_in(&self, span: &Span) -> Vec<Option<u32>> {
        let Some(previous) = span.loop_index.checked_sub(1) else { return Vec::new() };
        let carries = &self.carries[previous];
        let oldest = self.written[previous] - carries.len();
        let shift = self.layout().geometry().shift;
        let positions = span.start..span.start + span.len;
        let consumed = positions.map(|position| position.checked_sub(shift));
        consumed.map(|position| position.map(|position| carries[position - oldest])).collect()
    }

    /// Allocates the indices that a pass up to `after` needs, and frees the carries that it is the last to
    /// read. Changes nothing on error.
    fn reserve(&mut self, after: &[usize]) -> Result<()> {
        let blocks = after[0].div_ceil(self.block_size()) - self.blocks.len();
        let reach = self.rollback_limit_at(after);
        // For every loop but the last: carries read for the last time, carries written. Nothing reads
        // those of rows that the next loop skips.
        let changes: Vec<(usize, usize)> = (0..self.carries.len())
            .map(|r| {
                let (written, held) = (self.written[r], self.carries[r].len());
                let kept = self.kept_from(after[r + 1], reach);
                let read = kept.saturating_sub(written - held).min(held);
                (read, after[r].saturating_sub(written.max(kept)))
            })
            .collect();

        let mut state = self.pool.lock();
        if blocks > state.blocks.free() {
            return Err(Error::OutOfBlocks { needed: blocks, free: state.blocks.free() });
        }
        // The forward reads all carries before it writes any: rows read now can be written now.
        let free = changes.iter().fold(state.carry_rows.free(), |free, (read, _)| free + read);
        let needed = changes.iter().map(|(_, written)| written).sum();
        if needed > free {
            return Err(Error::OutOfCarryRows { needed, free });
        }

        for _ in 0..blocks {
            self.blocks.extend(state.blocks.take(self.owner));
        }
        for (carries, (read, _)) in self.carries.iter_mut().zip(&changes) {
            for row in carries.drain(..*read) {
                state.carry_rows.give(row, self.owner);
            }
        }
        for (carries, (_, written)) in self.carries.iter_mut().zip(&changes) {
            for _ in 0..*written {
                carries.extend(state.carry_rows.take(self.owner));
            }
        }
        Ok(())
    }

    /// Slots for the keys and values of the span, after `reserve`.
    fn writes(&self, span: &Span) -> Vec<(u32, u32)> {
        let (block_size, ring_len) = (self.layout().block_size(), self.ring_len());
        let ring = self.ring(span.loop_index);
        if span.loop_index > 0 && ring.is_none() {
            return Vec::new();
        }
        let first = ring.map_or(0, |_| span.len.saturating_sub(ring_len));
        let slot = |position: usize| match ring {
            None => {
                self.blocks[position / block_size] as usize * block_size + position % block_size
            }
            Some(ring) => ring as usize + position % ring_len,
        };
        let offsets = first..span.len;
        offsets.map(|offset| (offset as u32, slot(span.start + offset) as u32)).collect()
    }

    /// Rows for the carries of the span, after `reserve`.
    fn carry_out(&self, span: &Span) -> Vec<(u32, u32)> {
        let Some(carries) = self.carries.get(span.loop_index) else { return Vec::new() };
        // The newest rows of the span, without those that the next loop skips.
        let count = carries.len().min(span.len);
        let offsets = (span.len - count) as u32..;
        offsets.zip(carries.range(carries.len() - count..).copied()).collect()
    }
}

/// See [`Sequence::kept_from`].
fn kept_from(layout: &CacheLayout, next: usize, reach: usize) -> usize {
    match layout.geometry().shift {
        0 => next,
        shift => next.min(reach).saturating_sub(shift),
    }
}

/// The first slots of a block and those of its copy.
fn slots_of_block(from: u32, to: u32, block_size: usize, count: usize) -> Vec<(u32, u32)> {
    let slot = |block: u32, place: usize| (block as usize * block_size + place) as u32;
    (0..count).map(|place| (slot(from, place), slot(to, place))).collect()
}

impl Drop for Sequence {
    fn drop(&mut self) {
        let mut state = self.pool.lock();
        for block in self.blocks.drain(..).rev() {
            state.blocks.give(block, self.owner);
        }
        for row in self.carries.iter_mut().flat_map(|carries| carries.drain(..)) {
            state.carry_rows.give(row, self.owner);
        }
        state.ring_sets.give(self.ring_set, self.owner);
    }
}
