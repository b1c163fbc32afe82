//! One sequence: what it holds of the pool, and which positions each loop has done.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::error::{Error, Result, Violation};
use crate::layout::CacheLayout;
use crate::pool::Pool;
use crate::ref_counts::Owner;
use crate::rows::Span;

/// Where the rows of a span read and write.
///
/// An *offset* counts rows from the start of the span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpanSlots {
    /// `(offset, slot)`: where keys and values go, in every layer. All rows for loop 0; for a later
    /// loop only the newest `ring_len` rows, since older ones would be overwritten at once.
    pub writes: Vec<(u32, u32)>,
    /// For every row the carry row that it starts from; `None` is the zero vector, at position 0
    /// of the parallel loop. Empty for loop 0.
    pub carry_in: Vec<Option<u32>>,
    /// `(offset, carry row)`: where hidden states go that the next loop will start from. Empty for
    /// the last loop.
    pub carry_out: Vec<(u32, u32)>,
}

/// What has to be copied within the storage before the next pass over it, as `(from, to)`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use = "until it is copied, the sequence reads what others wrote there"]
pub struct PendingCopies {
    /// Slots, in every layer.
    pub slots: Vec<(u32, u32)>,
    /// Carry rows.
    pub carry_rows: Vec<(u32, u32)>,
}

/// Where all that a sequence at rest has computed is. Two sequences of one layout that have done as
/// many positions, and can be truncated as far, name theirs in the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footprint {
    /// Slots, in every layer: loop 0's by position, then those of the rings.
    pub slots: Vec<u32>,
    /// Carry rows, loop by loop.
    pub carry_rows: Vec<u32>,
}

/// The place of one sequence in a pool. Dropping it gives everything back.
///
/// It has neither `Clone` nor `Copy`: [`fork`](Self::fork) makes another that goes on from here. The
/// two share the blocks that are full; what one of them may yet write, it holds alone.
#[derive(Debug)]
pub struct Sequence {
    pool: Arc<Pool>,
    owner: Owner,
    ring_set: u32,
    /// For every loop, how many positions it has done.
    written: Vec<usize>,
    blocks: Vec<u32>,
    /// For every loop but the last, the carry rows of its newest positions: the last element
    /// belongs to position `written[r] - 1`.
    carries: Vec<VecDeque<u32>>,
    /// The shortest length that earlier truncations leave in reach, 0 aside.
    rollback_limit: usize,
}

impl Sequence {
    /// An empty sequence: it takes a set of rings, and no block or carry row yet.
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
            blocks: Vec::new(),
            carries: vec![VecDeque::new(); layout.later_loops()],
            rollback_limit: 0,
            pool: Arc::clone(pool),
        })
    }

    /// A sequence whose loops have all done `len` positions, and which can be truncated to `least`:
    /// one that was computed elsewhere, and whose keys, values and carries go where
    /// [`footprint`](Self::footprint) says.
    ///
    /// # Errors
    /// [`Error::TruncateBeyond`] if `least` lies beyond `len`; [`Error::OutOfSequences`],
    /// [`Error::OutOfBlocks`], [`Error::OutOfCarryRows`] if the pool is too full.
    pub fn restore(pool: &Arc<Pool>, len: usize, least: usize) -> Result<Self> {
        if least > len {
            return Err(Error::TruncateBeyond { len: least, written: len });
        }
        // What is opened gives its place back if there is no room for the rest.
        let mut sequence = Self::open(pool)?;
        let blocks = len.div_ceil(sequence.block_size());
        sequence.rollback_limit = least;
        sequence.written.fill(len);
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

    /// Where all that it has computed is.
    ///
    /// # Errors
    /// [`Error::NotSettled`] unless all loops have done the same positions.
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
        for ring in (1..self.written.len()).filter_map(|loop_index| self.ring(loop_index)) {
            let positions = len.saturating_sub(ring_len)..len;
            slots.extend(positions.map(|position| ring + (position % ring_len) as u32));
        }
        Ok(Footprint { slots, carry_rows: self.carries.iter().flatten().copied().collect() })
    }

    /// The shortest length, 0 aside, that earlier truncations leave in reach.
    pub fn rollback_limit(&self) -> usize {
        self.rollback_limit
    }

    /// For every loop, how many positions it has done.
    pub fn written(&self) -> &[usize] {
        &self.written
    }

    /// Positions that loop 0 has done.
    pub fn len(&self) -> usize {
        self.written[0]
    }

    /// Whether no loop has done a position.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Positions of a block.
    pub fn block_size(&self) -> usize {
        self.layout().block_size()
    }

    /// Whether all loops have done the same positions.
    pub fn is_settled(&self) -> bool {
        self.written.iter().all(|written| *written == self.len())
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

    /// Reserves what one pass writes, and says what it reads. Called once per pass, with all spans
    /// that the pass has of this sequence, in any order; the result is in the same order. The
    /// `sequence` of a span is not read: the caller knows which spans are of this sequence.
    ///
    /// The rule, against the state *before* the pass: a span starts where its loop stopped, a row
    /// `(p, r)` of a later loop starts from the carry of `(p - shift, r - 1)`, which an *earlier*
    /// pass has left, and loop 0 reaches p in this pass at the latest.
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
    /// One variant for each way to break the rule; [`Error::OutOfBlocks`] and
    /// [`Error::OutOfCarryRows`] if the pool is too full. Nothing has changed then.
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

    /// Takes back the newest positions, for example rejected drafts: `len` remain. Going on from
    /// there gives what would have been, had they never been written.
    ///
    /// Loops that have not come as far as `len` stay where they are: drafts can be given up between
    /// any two passes of a wavefront. To 0 a sequence can be truncated at any time, and to any length
    /// if R = 1. Otherwise at most `rollback` positions can be taken back from the furthest that any
    /// later loop has been since the sequence was empty; how far loop 0 was ahead does not matter.
    ///
    /// A block that other sequences hold as well is written to by none of them: if `len` lies within
    /// one, this sequence gets a copy.
    ///
    /// # Errors
    /// [`Error::TruncateBeyond`], [`Error::RollbackTooFar`]; [`Error::OutOfBlocks`] if there is none
    /// for the copy. Nothing has changed then.
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
        Ok(copies)
    }

    /// Another sequence that goes on from here, as if it had done the same passes; the two go their
    /// own ways from now on. Full blocks of loop 0 are shared, and cost nothing; what the
    /// sequences may yet write (the last block, rings, carries) is copied.
    ///
    /// # Errors
    /// [`Error::OutOfSequences`], [`Error::OutOfBlocks`], [`Error::OutOfCarryRows`] if the pool is
    /// too full. Nothing has changed then.
    pub fn fork(&self) -> Result<(Self, PendingCopies)> {
        // What is opened gives its place back if there is no room for the rest.
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
        for (loop_index, written) in self.written.iter().enumerate() {
            let (Some(from), Some(to)) = (self.ring(loop_index), fork.ring(loop_index)) else {
                continue;
            };
            let positions = written.saturating_sub(ring_len)..*written;
            let places = positions.map(|position| (position % ring_len) as u32);
            copies.slots.extend(places.map(|place| (from + place, to + place)));
        }
        fork.written.clone_from(&self.written);
        fork.rollback_limit = self.rollback_limit;
        Ok((fork, copies))
    }

    /// Checks that what this sequence holds is what its positions call for, and that the pool
    /// agrees. Takes time in proportion to what was ever in use of the pool.
    ///
    /// # Errors
    /// The first [`Violation`], which would be a defect of this crate.
    pub fn check_invariants(&self) -> Result<(), Violation> {
        let blocks = self.len().div_ceil(self.block_size());
        let reach = self.rollback_limit_at(&self.written);
        let kept = |pair: &[usize]| pair[0] - self.kept_from(pair[1], reach);
        let carry_rows = self.written.windows(2).map(kept).sum();
        let state = self.pool.lock();
        state.ring_sets.check_share(self.owner, [self.ring_set], 1)?;
        state.blocks.check_share(self.owner, self.blocks.iter().copied(), blocks)?;
        let rows = self.carries.iter().flatten().copied();
        state.carry_rows.check_share(self.owner, rows, carry_rows)
    }

    /// The shortest length, 0 aside, that can be returned to when the loops have done `written`
    /// positions. Any for R = 1.
    ///
    /// With L the furthest that a later loop has been since the sequence was empty, and w + 1 =
    /// `local_keys`:
    ///
    /// - A ring holds positions from L - `ring_len` = L - w - 1 - `rollback` on. Rows at `len` and
    ///   after need positions from `len` - w on, so `len` >= L - `rollback` is enough, with one slot
    ///   to spare. That slot is for the row itself: a kernel may rely on rings of `local_keys`.
    /// - The carries are kept accordingly, see [`kept_from`](Self::kept_from).
    ///
    /// What an earlier truncation took back has overwritten its place in the rings: L does not
    /// shrink with `len`, and `least`, once raised, stays.
    fn rollback_limit_at(&self, written: &[usize]) -> usize {
        let furthest = written.iter().skip(1).max().copied().unwrap_or(0);
        self.rollback_limit.max(furthest.saturating_sub(self.layout().size().rollback))
    }

    /// The oldest position whose carry a loop keeps while its successor has done `next` positions
    /// and lengths from `reach` on can be returned to.
    ///
    /// The next row (p, r+1) is at `next` or, after a truncation, at `reach`, and consumes the carry
    /// of p - shift. The plain loop keeps nothing for rows that are taken back: they compute their
    /// carries anew.
    fn kept_from(&self, next: usize, reach: usize) -> usize {
        match self.layout().geometry().shift {
            0 => next,
            shift => next.min(reach).saturating_sub(shift),
        }
    }

    /// Blocks that loop 0 takes from the pool on its way to this many positions.
    pub fn missing_blocks(&self, positions: usize) -> usize {
        positions.div_ceil(self.block_size()).saturating_sub(self.blocks.len())
    }

    /// Bytes of its rings and carries.
    pub(crate) fn own_bytes(&self) -> usize {
        let carries: usize = self.carries.iter().map(VecDeque::len).sum();
        self.layout().bytes_per_sequence() + carries * self.layout().bytes_per_carry()
    }

    /// Bytes of one block, in all layers.
    pub(crate) fn block_bytes(&self) -> usize {
        self.block_size() * self.layout().bytes_per_token()
    }

    fn layout(&self) -> &CacheLayout {
        self.pool.layout()
    }

    /// What `written` is after a pass of these spans, if the pass keeps the rule.
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
            // A span that reaches beyond `usize` is one that no pool has blocks or carries for.
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
        match after.iter().position(|end| *end > written) {
            Some(loop_index) => {
                Err(Error::AheadOfLoopZero { loop_index, end: after[loop_index], written })
            }
            None => Ok(after),
        }
    }

    /// The carry row of every row of the span, as it was before the pass.
    fn carry_in(&self, span: &Span) -> Vec<Option<u32>> {
        let Some(previous) = span.loop_index.checked_sub(1) else { return Vec::new() };
        let carries = &self.carries[previous];
        let oldest = self.written[previous] - carries.len();
        let shift = self.layout().geometry().shift;
        let positions = span.start..span.start + span.len;
        let consumed = positions.map(|position| position.checked_sub(shift));
        consumed.map(|position| position.map(|position| carries[position - oldest])).collect()
    }

    /// Takes from the pool what a pass that leads to `after` adds, and gives back the carries that
    /// it is the last to read; or does nothing.
    fn reserve(&mut self, after: &[usize]) -> Result<()> {
        let blocks = after[0].div_ceil(self.block_size()) - self.blocks.len();
        let reach = self.rollback_limit_at(after);
        // For every loop but the last: carries read for the last time, carries written.
        let changes: Vec<(usize, usize)> = (0..self.carries.len())
            .map(|r| {
                let oldest = self.written[r] - self.carries[r].len();
                let read = self.kept_from(after[r + 1], reach).saturating_sub(oldest);
                (read, after[r] - self.written[r])
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
        (0..).zip(carries.range(carries.len() - span.len..).copied()).collect()
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
