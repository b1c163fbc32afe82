//! Rows that no wanted result depends on: skipped, and what they allow to be shared.

use super::{Sequence, kept_from};
use crate::error::{Error, Result};

impl Sequence {
    /// The oldest position of a loop whose keys its rows may see: older rows of a later loop were
    /// [skipped](Self::skip_to), or do not matter any more. 0 for loop 0.
    pub fn first(&self, loop_index: usize) -> usize {
        self.geometry().first_position(loop_index, self.complete_from)
    }

    /// The position from which on results are those of a sequence that has skipped nothing. Rows of
    /// later loops before it do not see all their keys.
    pub fn complete_from(&self) -> usize {
        self.complete_from
    }

    /// The next position of each loop once nothing before `wanted` is required: later loops skip the
    /// rows that cannot be seen from there, see
    /// [`Geometry::first_positions`](crate::Geometry::first_positions).
    ///
    /// # Errors
    /// [`Error::Skipped`] if rows that can be seen from `wanted` were skipped before.
    pub fn starts(&self, wanted: usize) -> Result<Vec<usize>> {
        let least = self.complete_from;
        if wanted < least {
            return Err(Error::Skipped { wanted, least });
        }
        let mut starts = self.geometry().first_positions(wanted);
        for (start, written) in starts.iter_mut().zip(&self.written) {
            *start = (*start).max(*written);
        }
        Ok(starts)
    }

    /// Skips the rows that cannot be seen in the results of position `wanted` and later ones: each loop
    /// continues at its position of [`starts`](Self::starts). Returns the number of rows skipped. Later
    /// results are those of a sequence that has skipped nothing.
    ///
    /// After a skip, the sequence cannot be truncated to fewer than `wanted` positions, except to 0.
    ///
    /// # Errors
    /// [`Error::Skipped`], as [`starts`](Self::starts). The sequence is unchanged.
    pub fn skip_to(&mut self, wanted: usize) -> Result<usize> {
        let starts = self.starts(wanted)?;
        let skipped =
            starts.iter().zip(&self.written).map(|(start, written)| start - written).sum();
        if skipped == 0 {
            return Ok(0);
        }
        self.complete_from = wanted;
        self.rollback_limit = self.rollback_limit.max(wanted);
        let reach = self.rollback_limit_at(&starts);
        let mut state = self.pool.lock();
        for (r, carries) in self.carries.iter_mut().enumerate() {
            let oldest = self.written[r] - carries.len();
            let kept = kept_from(self.pool.layout(), starts[r + 1], reach);
            for row in carries.drain(..kept.saturating_sub(oldest).min(carries.len())) {
                state.carry_rows.give(row, self.owner);
            }
        }
        drop(state);
        self.written = starts;
        Ok(skipped)
    }

    /// Opens another sequence that begins with up to `most` of this one's positions, for results from
    /// position `wanted` on: it shares whole blocks of loop 0, as many as later loops need no rows of,
    /// and [skips](Self::skip_to) to `wanted`. Nothing is copied, and nothing is lost if this sequence
    /// has continued beyond these positions.
    ///
    /// # Errors
    /// [`Error::OutOfSequences`] if all places are taken.
    pub fn share(&self, most: usize, wanted: usize) -> Result<Self> {
        let mut other = Self::open(&self.pool)?;
        let shareable = self.geometry().shareable_positions(wanted).min(most).min(self.len());
        let blocks = shareable / self.block_size();
        let mut state = self.pool.lock();
        for block in &self.blocks[..blocks] {
            state.blocks.share(*block, other.owner);
            other.blocks.push(*block);
        }
        drop(state);
        other.written[0] = blocks * self.block_size();
        other.skip_to(wanted)?;
        Ok(other)
    }
}
