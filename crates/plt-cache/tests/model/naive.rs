//! A naive cache that records everything, as the reference for the real one.
//!
//! The storage records the last write to each place. Passes run on it by the contract of
//! `Sequence::advance`; every read must find the newest write of the required value.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use plt_cache::{
    CacheLayout, Error, Geometry, PendingCopies, Pool, PoolSize, Sequence, Span, SpanSlots,
};

/// One written vector; every write has another number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Writing(u64);

/// The outcomes of operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    Opened,
    NoPlace,
    Advanced,
    RingWrapped,
    LongerThanRing,
    WentOnAfterRollback,
    RuleBroken,
    NoBlocks,
    NoCarryRows,
    Truncated,
    TruncatedOnTheWay,
    Reset,
    TruncationRefused,
    Forked,
    NoRoomToFork,
    BlockCopied,
    Restored,
    NoRoomToRestore,
    NotSaved,
    Skipped,
    NothingToSkip,
    SkipRefused,
}

/// A sequence and its history.
struct Twin {
    real: Sequence,
    /// The last write of `(loop, position)`, without removed and skipped positions.
    truth: BTreeMap<(usize, usize), Writing>,
    /// The carries `(loop, position)` that a later pass may still read.
    waiting: BTreeSet<(usize, usize)>,
    /// The furthest position of a later loop since it was empty, or of loop 0 if there is no other.
    longest: usize,
    /// The rollback limit after truncations: the shortest possible length besides 0.
    least: usize,
    /// The position that the last skip was for.
    complete: usize,
    /// Its blocks, by numbers that are never reused; a number in two sequences is a shared block.
    blocks: Vec<u64>,
}

/// The pool, its storage, and the sequences on it.
pub struct Naive {
    pool: Arc<Pool>,
    geometry: Geometry,
    size: PoolSize,
    slots: Vec<Option<Writing>>,
    carry_rows: Vec<Option<Writing>>,
    twins: Vec<Twin>,
    writings: u64,
    blocks: u64,
    pub outcomes: BTreeSet<Outcome>,
}

impl Naive {
    pub fn new(geometry: Geometry, size: PoolSize) -> Self {
        let layout = CacheLayout::new(geometry, size).unwrap();
        Self {
            geometry,
            size,
            slots: vec![None; layout.slots()],
            carry_rows: vec![None; layout.carry_rows()],
            twins: Vec::new(),
            writings: 0,
            blocks: 0,
            outcomes: BTreeSet::new(),
            pool: Pool::new(layout),
        }
    }

    pub fn sequences(&self) -> usize {
        self.twins.len()
    }

    pub fn written(&self, who: usize) -> &[usize] {
        self.twins[who].real.written()
    }

    pub fn open(&mut self) {
        let total = self.size.sequences;
        match Sequence::open(&self.pool) {
            Ok(real) => {
                assert!(self.twins.len() < total);
                let (truth, waiting) = (BTreeMap::new(), BTreeSet::new());
                self.twins.push(Twin {
                    real,
                    truth,
                    waiting,
                    longest: 0,
                    least: 0,
                    complete: 0,
                    blocks: Vec::new(),
                });
                self.outcomes.insert(Outcome::Opened);
            }
            Err(error) => {
                assert_eq!((error, self.twins.len()), (Error::OutOfSequences { total }, total));
                self.outcomes.insert(Outcome::NoPlace);
            }
        }
        self.check();
    }

    pub fn close(&mut self, who: usize) {
        self.twins.remove(who);
        self.check();
    }

    /// Forks; the two must be equal until they diverge.
    pub fn fork(&mut self, who: usize) {
        let block_size = self.size.block_size;
        let twin = &self.twins[who];
        let full = twin.real.len() / block_size;
        let (blocks, rows) = (self.blocks(twin.real.len()) - full, twin.waiting.len());
        let free = self.size.blocks - self.used_blocks();
        let free_rows = self.size.carry_rows - self.used_carries();
        let total = self.size.sequences;
        let expected = if self.twins.len() == total {
            Some(Error::OutOfSequences { total })
        } else if blocks > free {
            Some(Error::OutOfBlocks { needed: blocks, free })
        } else if rows > free_rows {
            Some(Error::OutOfCarryRows { needed: rows, free: free_rows })
        } else {
            None
        };
        match twin.real.fork() {
            Ok((real, copies)) => {
                assert_eq!(expected, None);
                assert_eq!(real.written(), twin.real.written());
                let mut blocks = twin.blocks.clone();
                for block in &mut blocks[full..] {
                    self.blocks += 1;
                    *block = self.blocks;
                }
                let (truth, waiting) = (twin.truth.clone(), twin.waiting.clone());
                let Twin { longest, least, complete, .. } = *twin;
                self.twins.push(Twin { real, truth, waiting, longest, least, complete, blocks });
                self.copy(&copies);
                self.outcomes.insert(Outcome::Forked);
            }
            Err(error) => {
                assert_eq!(Some(error), expected);
                self.outcomes.insert(Outcome::NoRoomToFork);
            }
        }
        self.check();
    }

    /// Saves a sequence and restores it to the places that the pool gives.
    pub fn restore(&mut self, who: usize) {
        let (len, least) = (self.twins[who].real.len(), self.twins[who].real.rollback_limit());
        let Ok(held) = self.twins[who].real.footprint() else {
            let written = self.twins[who].real.written();
            let complete = self.twins[who].complete <= len;
            assert!(!complete || written.iter().any(|other| *other != len), "it is at rest");
            self.outcomes.insert(Outcome::NotSaved);
            return;
        };
        let saved = |places: &[u32], storage: &[Option<Writing>]| -> Vec<Option<Writing>> {
            places.iter().map(|place| storage[*place as usize]).collect()
        };
        let slots = saved(&held.slots, &self.slots);
        let carry_rows = saved(&held.carry_rows, &self.carry_rows);
        let Twin { real, truth, waiting, longest, least: expected, complete, .. } =
            self.twins.remove(who);
        assert_eq!((least, real.complete_from()), (expected, complete));
        drop(real);
        let (blocks, free) = (self.blocks(len), self.size.blocks - self.used_blocks());
        match Sequence::restore(&self.pool, len, least, complete) {
            Ok(real) => {
                let held = real.footprint().expect("at rest");
                assert_eq!((held.slots.len(), held.carry_rows.len()), (slots.len(), waiting.len()));
                for (place, writing) in held.slots.iter().zip(slots) {
                    self.slots[*place as usize] = writing;
                }
                for (place, writing) in held.carry_rows.iter().zip(carry_rows) {
                    self.carry_rows[*place as usize] = writing;
                }
                let blocks = (0..blocks as u64).map(|i| self.blocks + 1 + i).collect::<Vec<_>>();
                self.blocks += blocks.len() as u64;
                self.twins.push(Twin { real, truth, waiting, longest, least, complete, blocks });
                self.outcomes.insert(Outcome::Restored);
            }
            Err(error) => {
                assert_eq!(error, Error::OutOfBlocks { needed: blocks, free });
                self.outcomes.insert(Outcome::NoRoomToRestore);
            }
        }
        self.check();
    }

    fn copy(&mut self, copies: &PendingCopies) {
        for (from, to) in &copies.slots {
            self.slots[*to as usize] = self.slots[*from as usize];
        }
        for (from, to) in &copies.carry_rows {
            self.carry_rows[*to as usize] = self.carry_rows[*from as usize];
        }
    }

    fn is_shared(&self, block: u64) -> bool {
        self.twins.iter().filter(|twin| twin.blocks.contains(&block)).count() > 1
    }

    fn used_blocks(&self) -> usize {
        self.twins.iter().flat_map(|twin| &twin.blocks).collect::<BTreeSet<_>>().len()
    }

    fn used_carries(&self) -> usize {
        self.twins.iter().map(|twin| twin.waiting.len()).sum()
    }

    /// Truncates; the result must follow from the rollback limit.
    pub fn truncate(&mut self, who: usize, len: usize) {
        let loops = self.geometry.loops;
        let (block_size, free) = (self.size.block_size, self.size.blocks - self.used_blocks());
        let twin = &self.twins[who];
        let (most, reach) = (twin.real.len(), self.rollback_limit_at(who, twin.longest));
        let expected = if len > most {
            Err(Error::TruncateBeyond { len, written: most })
        } else if len == 0 || loops == 1 {
            Ok(())
        } else if len < reach {
            Err(Error::RollbackTooFar { len, least: reach })
        } else {
            Ok(())
        };
        let behind = twin.real.written().iter().any(|written| *written < len);
        // A shared block must not be written.
        let (full, kept) = (len / block_size, self.blocks(len));
        let within = full < kept && full < twin.blocks.len() && self.is_shared(twin.blocks[full]);
        let copied = expected.is_ok() && within;
        let freed = twin.blocks.iter().skip(kept).any(|block| !self.is_shared(*block));
        let expected = match copied && free == 0 && !freed {
            true => Err(Error::OutOfBlocks { needed: 1, free: 0 }),
            false => expected,
        };
        let result = self.twins[who].real.truncate(len);
        if let Ok(copies) = &result {
            let count = if copied { len % block_size } else { 0 };
            assert_eq!((copies.slots.len(), copies.carry_rows.len()), (count, 0));
            self.copy(copies);
        }
        assert_eq!(result.map(drop), expected);
        let twin = &mut self.twins[who];
        if expected.is_ok() {
            twin.blocks.truncate(kept);
            if copied {
                self.blocks += 1;
                twin.blocks[full] = self.blocks;
                self.outcomes.insert(Outcome::BlockCopied);
            }
            twin.truth.retain(|(_, position), _| *position < len);
            twin.waiting.retain(|(_, position)| *position < len);
            match len {
                0 => (twin.longest, twin.least, twin.complete) = (0, 0, 0),
                _ if loops == 1 => {}
                _ => twin.least = reach,
            }
        }
        self.outcomes.insert(match (&expected, len) {
            (Ok(()), 0) => Outcome::Reset,
            (Ok(()), _) if behind => Outcome::TruncatedOnTheWay,
            (Ok(()), _) => Outcome::Truncated,
            (Err(_), _) => Outcome::TruncationRefused,
        });
        self.check();
    }

    /// Skips the rows that cannot be seen from `wanted` on.
    pub fn skip(&mut self, who: usize, wanted: usize) {
        let first = self.geometry.first_positions(wanted);
        let twin = &mut self.twins[who];
        let before = twin.real.written().to_vec();
        let result = twin.real.skip_to(wanted);
        if wanted < twin.complete {
            assert_eq!(result, Err(Error::Skipped { wanted, least: twin.complete }));
            assert_eq!(twin.real.written(), before);
            self.outcomes.insert(Outcome::SkipRefused);
            return;
        }
        let after: Vec<usize> = first.iter().zip(&before).map(|(f, w)| *f.max(w)).collect();
        let skipped = after.iter().sum::<usize>() - before.iter().sum::<usize>();
        assert_eq!((twin.real.written(), result), (&after[..], Ok(skipped)));
        if skipped == 0 {
            self.outcomes.insert(Outcome::NothingToSkip);
            return;
        }
        (twin.complete, twin.least) = (wanted, twin.least.max(wanted));
        twin.truth.retain(|(r, position), _| *position >= first[*r]);
        self.twins[who].waiting = self.waiting_after(who, &[], &after);
        self.outcomes.insert(Outcome::Skipped);
        self.check();
    }

    /// Runs one pass of spans of distinct sequences. Sequences with illegal spans are unchanged.
    pub fn pass(&mut self, parts: &[(usize, Vec<Span>)]) {
        let mut running: Vec<(usize, Span, SpanSlots)> = Vec::new();
        for (who, spans) in parts {
            let expected = self.expected(*who, spans);
            let result = self.twins[*who].real.advance(spans);
            match (result, expected) {
                (Ok(slots), Expected::Fits) => {
                    assert_eq!(slots.len(), spans.len());
                    running.extend(spans.iter().zip(slots).map(|(span, s)| (*who, *span, s)));
                }
                (Err(error), Expected::Full(full, outcome)) => {
                    assert_eq!(error, full);
                    self.outcomes.insert(outcome);
                }
                (Err(error), Expected::RuleBroken) => {
                    let full =
                        matches!(error, Error::OutOfBlocks { .. } | Error::OutOfCarryRows { .. });
                    assert!(!full, "{error:?} for {spans:?}, which break the rule");
                    self.outcomes.insert(Outcome::RuleBroken);
                }
                (result, expected) => panic!("{expected:?}, but {result:?} for {spans:?}"),
            }
            // The pass runs without the sequences of illegal spans.
            if running.last().is_some_and(|(last, ..)| last == who) {
                let after: Vec<usize> = self.written(*who).to_vec();
                self.twins[*who].waiting = self.waiting_after(*who, spans, &after);
                while self.twins[*who].blocks.len() < self.blocks(after[0]) {
                    self.blocks += 1;
                    self.twins[*who].blocks.push(self.blocks);
                }
            }
        }
        self.forward(&running);
        self.check();
    }

    /// Reads and writes like a forward, in its order.
    fn forward(&mut self, running: &[(usize, Span, SpanSlots)]) {
        let shift = self.geometry.shift;
        let rows = |span: &Span| (span.start..span.start + span.len).enumerate();

        for (who, span, slots) in running {
            assert_eq!(slots.carry_in.len(), if span.loop_index == 0 { 0 } else { span.len });
            for ((_, position), row) in rows(span).zip(&slots.carry_in) {
                let found = row.map(|row| self.carry_rows[row as usize].expect("never written"));
                let wanted = position
                    .checked_sub(shift)
                    .map(|position| self.twins[*who].truth[&(span.loop_index - 1, position)]);
                assert_eq!(found, wanted, "carry of {position} in {span:?}");
            }
        }
        for (who, span, _) in running {
            for (_, position) in rows(span) {
                self.writings += 1;
                let writing = Writing(self.writings);
                self.twins[*who].truth.insert((span.loop_index, position), writing);
            }
        }
        let (later, pages): (Vec<_>, Vec<_>) =
            running.iter().partition(|(_, span, _)| span.loop_index > 0);
        for (who, span, slots) in pages {
            let offsets: Vec<usize> = slots.writes.iter().map(|(o, _)| *o as usize).collect();
            assert_eq!(offsets, (0..span.len).collect::<Vec<_>>());
            self.write(*who, span, slots);
        }
        for (who, span, _) in running {
            for (_, position) in rows(span) {
                self.read_globals(*who, position + 1);
                if span.loop_index > 0 {
                    // The span's own keys are in the pass; older ones in the ring.
                    let oldest = (position + 1).saturating_sub(self.geometry.local_keys);
                    let first = self.twins[*who].real.first(span.loop_index);
                    self.read_ring(*who, span.loop_index, oldest.max(first)..span.start);
                }
            }
        }
        for (who, span, slots) in later {
            self.write(*who, span, slots);
            let ring_len = self.twins[*who].real.ring_len();
            if span.len > ring_len {
                self.outcomes.insert(Outcome::LongerThanRing);
            }
            if span.start > ring_len {
                self.outcomes.insert(Outcome::RingWrapped);
            }
        }
        for (who, span, slots) in running {
            let twin = &mut self.twins[*who];
            let waits = |p: usize| twin.waiting.contains(&(span.loop_index, p));
            let rows: Vec<usize> = (0..span.len).filter(|o| waits(span.start + o)).collect();
            let carried: Vec<usize> = slots.carry_out.iter().map(|(o, _)| *o as usize).collect();
            assert_eq!(carried, rows);
            for (offset, row) in &slots.carry_out {
                let written = twin.truth[&(span.loop_index, span.start + *offset as usize)];
                self.carry_rows[*row as usize] = Some(written);
            }
            self.outcomes.insert(Outcome::Advanced);
            if span.start < twin.longest {
                self.outcomes.insert(Outcome::WentOnAfterRollback);
            }
        }
        for twin in &mut self.twins {
            twin.longest = twin.longest.max(furthest(twin.real.written()));
        }
    }

    fn write(&mut self, who: usize, span: &Span, slots: &SpanSlots) {
        for (offset, slot) in &slots.writes {
            let position = span.start + *offset as usize;
            let writing = self.twins[who].truth[&(span.loop_index, position)];
            self.slots[*slot as usize] = Some(writing);
        }
    }

    /// Loop 0's keys of positions `0..len` are where the block table says.
    fn read_globals(&self, who: usize, len: usize) {
        let (twin, block_size) = (&self.twins[who], self.size.block_size);
        for position in 0..len {
            let block = twin.real.block_table()[position / block_size] as usize;
            let found = self.slots[block * block_size + position % block_size];
            assert_eq!(found, Some(twin.truth[&(0, position)]), "global key {position}");
        }
    }

    /// A later loop's keys of these positions are in its ring.
    fn read_ring(&self, who: usize, loop_index: usize, positions: std::ops::Range<usize>) {
        let twin = &self.twins[who];
        for position in positions {
            let ring = twin.real.ring(loop_index).unwrap() as usize;
            let found = self.slots[ring + position % twin.real.ring_len()];
            let wanted = Some(twin.truth[&(loop_index, position)]);
            assert_eq!(found, wanted, "local key {position} of loop {loop_index}");
        }
    }

    /// Whether the spans follow the rule, row by row, and whether the pool has room for them.
    fn expected(&self, who: usize, spans: &[Span]) -> Expected {
        let Geometry { loops, shift, .. } = self.geometry;
        let before = self.written(who);
        let mut after = before.to_vec();
        for Span { loop_index, start, len, .. } in spans {
            if *loop_index >= loops || *len == 0 || after[*loop_index] != *start {
                return Expected::RuleBroken;
            }
            if before[*loop_index] != *start {
                return Expected::RuleBroken; // the loop's second span
            }
            // Longer than any sequence here; the rows of later loops are checked one by one.
            after[*loop_index] = start.saturating_add(*len);
        }
        for span in spans.iter().filter(|span| span.loop_index > 0) {
            for position in span.start..after[span.loop_index] {
                let carry = position < shift || position - shift < before[span.loop_index - 1];
                if !carry || position >= after[0] {
                    return Expected::RuleBroken;
                }
            }
        }
        if (0..loops).any(|r| after[r] > after[0] && after[r] > before[r]) {
            return Expected::RuleBroken;
        }

        let needed = self.blocks(after[0]) - self.blocks(before[0]);
        let free = self.size.blocks - self.used_blocks();
        if needed > free {
            return Expected::Full(Error::OutOfBlocks { needed, free }, Outcome::NoBlocks);
        }
        let used = self.used_carries();
        let held = self.twins[who].waiting.len();
        let waiting_after = self.waiting_after(who, spans, &after);
        let new = |(r, position): &&(usize, usize)| *position >= before[*r];
        let needed = waiting_after.iter().filter(new).count();
        let read = held + needed - waiting_after.len();
        let free = self.size.carry_rows - used + read;
        if needed > free {
            return Expected::Full(Error::OutOfCarryRows { needed, free }, Outcome::NoCarryRows);
        }
        Expected::Fits
    }

    /// The carries that can be read after a pass of `spans`: by later rows and, in the parallel loop, by
    /// rows after a rollback.
    fn waiting_after(
        &self,
        who: usize,
        spans: &[Span],
        after: &[usize],
    ) -> BTreeSet<(usize, usize)> {
        let Geometry { loops, shift, .. } = self.geometry;
        let mut waiting = self.twins[who].waiting.clone();
        for span in spans.iter().filter(|span| span.loop_index + 1 < loops) {
            let positions = span.start..span.start + span.len;
            waiting.extend(positions.map(|position| (span.loop_index, position)));
        }
        let reach = self.rollback_limit_at(who, self.twins[who].longest.max(furthest(after)));
        waiting.retain(|(r, position)| {
            let reader = position + shift;
            // A truncation that removes the reader keeps the carry only if the carry is older.
            reader >= after[r + 1] || (shift > 0 && reader >= reach)
        });
        waiting
    }

    /// The rollback limit once a later loop has reached this position.
    fn rollback_limit_at(&self, who: usize, longest: usize) -> usize {
        self.twins[who].least.max(longest.saturating_sub(self.size.rollback))
    }

    fn blocks(&self, positions: usize) -> usize {
        positions.div_ceil(self.size.block_size)
    }

    /// Everything that must be true between passes.
    fn check(&self) {
        let Geometry { layers, hidden, loops, local_keys, .. } = self.geometry;
        for (who, twin) in self.twins.iter().enumerate() {
            for (r, written) in twin.real.written().iter().enumerate() {
                let first = self.geometry.first_positions(twin.complete)[r];
                assert_eq!(twin.real.first(r), first);
                let done = twin.truth.keys().filter(|(other, _)| *other == r).count();
                assert_eq!(done, written - first);
                if r > 0 {
                    let oldest = written.saturating_sub(local_keys).max(first);
                    self.read_ring(who, r, oldest..*written);
                }
            }
            self.read_globals(who, twin.real.len());
            assert_eq!(twin.real.block_table().len(), self.blocks(twin.real.len()));
            twin.real.check_invariants().unwrap();
        }
        self.pool.check_invariants().unwrap();

        let stats = self.pool.stats();
        let (blocks, carries) = (self.used_blocks(), self.used_carries());
        let used = [stats.blocks.used, stats.sequences.used, stats.carry_rows.used];
        assert_eq!(used, [blocks, self.twins.len(), carries]);
        let ring_slots = (loops - 1)
            * if loops > 1 && local_keys > 0 { local_keys + self.size.rollback } else { 0 };
        let slots = blocks * self.size.block_size + self.twins.len() * ring_slots;
        let kv = layers * self.size.slot_bytes;
        assert_eq!(stats.bytes.used, slots * kv + carries * hidden * 4);
        let storage = self.slots.len() * kv + self.carry_rows.len() * hidden * 4;
        assert_eq!(stats.bytes.total, storage);
    }
}

/// Positions of the later loop that is furthest, or of the only loop.
fn furthest(written: &[usize]) -> usize {
    written.iter().skip(1).max().copied().unwrap_or(written[0])
}

#[derive(Debug)]
enum Expected {
    Fits,
    Full(Error, Outcome),
    RuleBroken,
}
