//! One sequence: what it holds of the pool, and which positions each loop has done.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::error::{Error, Result, Violation};
use crate::free_list::Holder;
use crate::layout::CacheLayout;
use crate::pool::Pool;

/// Rows of consecutive positions of one loop: `start..start + len`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoopSpan {
    /// The loop, from 0.
    pub loop_index: usize,
    /// The first position.
    pub start: usize,
    /// The number of positions, at least 1.
    pub len: usize,
}

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

/// The place of one sequence in a pool. Dropping it gives everything back.
///
/// It has neither `Clone` nor `Copy`: what it holds, it holds alone.
#[derive(Debug)]
pub struct Sequence {
    pool: Arc<Pool>,
    holder: Holder,
    ring_set: u32,
    /// For every loop, how many positions it has done.
    written: Vec<usize>,
    blocks: Vec<u32>,
    /// For every loop but the last, the carry rows of its newest positions: the last element
    /// belongs to position `written[r] - 1`.
    carries: Vec<VecDeque<u32>>,
    /// The shortest length that earlier truncations leave in reach, 0 aside.
    least: usize,
}

impl Sequence {
    /// An empty sequence: it takes a set of rings, and no block or carry row yet.
    ///
    /// # Errors
    /// [`Error::OutOfSequences`] if all places are taken.
    pub fn open(pool: &Arc<Pool>) -> Result<Self> {
        let (holder, ring_set) = pool.open()?;
        let layout = pool.layout();
        Ok(Self {
            holder,
            ring_set,
            written: vec![0; layout.geometry().loops],
            blocks: Vec::new(),
            carries: vec![VecDeque::new(); layout.later_loops()],
            least: 0,
            pool: Arc::clone(pool),
        })
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

    /// Whether all loops have done the same positions.
    pub fn at_rest(&self) -> bool {
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

    /// Reserves what one pass writes, and says what it reads. Called once for a pass, with all
    /// spans that the pass has of this sequence, in any order; the result is in the same order.
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
    pub fn advance(&mut self, spans: &[LoopSpan]) -> Result<Vec<SpanSlots>> {
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
    /// To 0 a sequence can be truncated at any time, and to any length if R = 1. Otherwise all
    /// loops must have done the same positions, and at most `rollback` of them can be taken back
    /// from the longest that the sequence has been since it was empty.
    ///
    /// # Errors
    /// [`Error::TruncateBeyond`], [`Error::NotAtRest`], [`Error::RollbackTooFar`]. Nothing has
    /// changed then.
    pub fn truncate(&mut self, len: usize) -> Result<()> {
        let written = self.len();
        if len > written {
            return Err(Error::TruncateBeyond { len, written });
        }
        self.least = match len {
            0 => 0,
            _ if self.layout().later_loops() == 0 => 0,
            _ => self.check_rollback(len)?,
        };

        let blocks = len.div_ceil(self.layout().block_size());
        let mut state = self.pool.lock();
        for block in self.blocks.drain(blocks..).rev() {
            state.blocks.give(block);
        }
        for (carries, written) in self.carries.iter_mut().zip(&self.written) {
            let kept = carries.len().saturating_sub(written - len);
            for row in carries.drain(kept..) {
                state.carry_rows.give(row);
            }
        }
        drop(state);
        self.written.fill(len);
        Ok(())
    }

    /// Checks that what this sequence holds is what its positions call for, and that the pool
    /// agrees. Takes time in proportion to what was ever in use of the pool.
    ///
    /// # Errors
    /// The first [`Violation`], which would be a defect of this crate.
    pub fn check_invariants(&self) -> Result<(), Violation> {
        let layout = self.layout();
        let blocks = self.len().div_ceil(layout.block_size());
        let kept = |r: usize| {
            let oldest = self.written[r + 1].saturating_sub(layout.carry_lag());
            // Carries from before a truncation reach back no further than that truncation could.
            let oldest = oldest.max(self.least.saturating_sub(layout.geometry().shift));
            self.written[r].saturating_sub(oldest)
        };
        let carry_rows = (0..layout.later_loops()).map(kept).sum();
        let state = self.pool.lock();
        state.ring_sets.check_share(self.holder, [self.ring_set], 1)?;
        state.blocks.check_share(self.holder, self.blocks.iter().copied(), blocks)?;
        let rows = self.carries.iter().flatten().copied();
        state.carry_rows.check_share(self.holder, rows, carry_rows)
    }

    fn layout(&self) -> &CacheLayout {
        self.pool.layout()
    }

    /// What `written` is after a pass of these spans, if the pass keeps the rule.
    fn check_rule(&self, spans: &[LoopSpan]) -> Result<Vec<usize>> {
        let loops = self.written.len();
        let shift = self.layout().geometry().shift;
        let mut after = self.written.clone();
        for &LoopSpan { loop_index, start, len } in spans {
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
    fn carry_in(&self, span: &LoopSpan) -> Vec<Option<u32>> {
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
        let layout = self.pool.layout();
        let blocks = after[0].div_ceil(layout.block_size()) - self.blocks.len();
        // For every loop but the last: carries read for the last time, carries written.
        let changes: Vec<(usize, usize)> = (0..layout.later_loops())
            .map(|r| {
                let oldest = self.written[r] - self.carries[r].len();
                let kept_from = after[r + 1].saturating_sub(layout.carry_lag());
                (kept_from.saturating_sub(oldest), after[r] - self.written[r])
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
            self.blocks.extend(state.blocks.take(self.holder));
        }
        for (carries, (read, _)) in self.carries.iter_mut().zip(&changes) {
            for row in carries.drain(..*read) {
                state.carry_rows.give(row);
            }
        }
        for (carries, (_, written)) in self.carries.iter_mut().zip(&changes) {
            for _ in 0..*written {
                carries.extend(state.carry_rows.take(self.holder));
            }
        }
        Ok(())
    }

    /// Slots for the keys and values of the span, after `reserve`.
    fn writes(&self, span: &LoopSpan) -> Vec<(u32, u32)> {
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
    fn carry_out(&self, span: &LoopSpan) -> Vec<(u32, u32)> {
        let Some(carries) = self.carries.get(span.loop_index) else { return Vec::new() };
        (0..).zip(carries.range(carries.len() - span.len..).copied()).collect()
    }

    /// The new `least` if `len` can be returned to.
    ///
    /// With L the longest the sequence has been since it was empty, and w + 1 = `local_keys`:
    ///
    /// - A ring holds positions from L - `ring_len` = L - w - 1 - `rollback` on. Rows at `len` and
    ///   after need positions from `len` - w on, so `len` >= L - `rollback` is enough, with one slot
    ///   to spare. That slot is for the row itself: a kernel may rely on rings of `local_keys`.
    /// - The carries of loop r reach back to L - shift - `rollback` (see `CacheLayout::carry_lag`);
    ///   row (`len`, r + 1) needs that of `len` - shift.
    ///
    /// What an earlier truncation took back has overwritten its place in the rings: L does not
    /// shrink with `len`, and `least`, once raised, stays.
    fn check_rollback(&self, len: usize) -> Result<usize> {
        let (least, most) = self.written.iter().fold((usize::MAX, 0), |(least, most), written| {
            (least.min(*written), most.max(*written))
        });
        if least != most {
            return Err(Error::NotAtRest { least, most });
        }
        let least = self.least.max(most.saturating_sub(self.layout().size().rollback));
        if len < least { Err(Error::RollbackTooFar { len, least }) } else { Ok(least) }
    }
}

impl Drop for Sequence {
    fn drop(&mut self) {
        let mut state = self.pool.lock();
        for block in self.blocks.drain(..).rev() {
            state.blocks.give(block);
        }
        for row in self.carries.iter_mut().flat_map(|carries| carries.drain(..)) {
            state.carry_rows.give(row);
        }
        state.ring_sets.give(self.ring_set);
    }
}
