//! A pass as the kernels see it: indices and slots, row by row. Plain data.

use plt_kernels::ops::{AttentionSpan, LoopRow, Window};

use crate::config::Config;
use crate::error::{Error, Result};
use crate::plan::{Pass, Row, Span};
use crate::sequence::Sequence;

/// Which rows of a pass get logits. Only rows of the last loop can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogitsFor {
    /// No row.
    Nothing,
    /// The newest token of every sequence that reaches it in this pass.
    Newest,
    /// Every row of the last loop.
    Every,
}

/// Everything the forward needs to know about the rows of a pass.
pub(crate) struct Batch {
    pub rows: Vec<Row>,
    /// The token and the position of every row.
    pub ids: Vec<u32>,
    pub positions: Vec<u32>,
    /// Where every row's input comes from.
    pub inputs: Vec<LoopRow>,
    pub spans: Vec<AttentionSpan>,
    /// `(row, slot)`: keys and values of loop 0, into pages, before attention.
    pub page_writes: Vec<(u32, u32)>,
    /// `(row, slot)`: keys and values of later loops, into rings, after attention.
    pub ring_writes: Vec<(u32, u32)>,
    /// `(row, carry row)`: hidden states handed to the next loop.
    pub carry_writes: Vec<(u32, u32)>,
    /// The rows that get logits.
    pub logits: Vec<u32>,
}

impl Batch {
    /// Reserves the cache for `pass` and spells out its rows.
    ///
    /// On an error no sequence but the ones before the failing one has advanced; they must be
    /// released.
    pub fn assemble(
        config: &Config,
        sequences: &mut [&mut Sequence],
        pass: &Pass,
        logits_for: LogitsFor,
    ) -> Result<Self> {
        let loops = &config.loops;
        let mut batch = Batch {
            rows: pass.rows().collect(),
            ids: Vec::with_capacity(pass.len()),
            positions: Vec::with_capacity(pass.len()),
            inputs: Vec::with_capacity(pass.len()),
            spans: Vec::with_capacity(pass.spans.len()),
            page_writes: Vec::new(),
            ring_writes: Vec::new(),
            carry_writes: Vec::new(),
            logits: Vec::new(),
        };
        let mut slots = advance(sequences, pass)?;

        let mut row = 0u32;
        for (span, slots) in pass.spans.iter().zip(&mut slots) {
            let sequence = &sequences[span.sequence];
            let first_row = row;
            for offset in 0..span.len {
                let position = span.start + offset;
                batch.ids.push(sequence.tokens[position]);
                batch.positions.push(position as u32);
                batch.inputs.push(match (span.loop_index, slots.carry_in.get(offset)) {
                    (0, _) => LoopRow::First,
                    (_, Some(Some(carry))) => LoopRow::Carry(*carry),
                    (_, _) => LoopRow::Start,
                });
                let wanted = span.loop_index + 1 == loops.count
                    && match logits_for {
                        LogitsFor::Nothing => false,
                        LogitsFor::Newest => position + 1 == sequence.tokens.len(),
                        LogitsFor::Every => true,
                    };
                if wanted {
                    batch.logits.push(row);
                }
                row += 1;
            }
            let at_row = |(offset, slot): &(u32, u32)| (first_row + offset, *slot);
            let writes = slots.writes.iter().map(at_row);
            match span.loop_index {
                0 => batch.page_writes.extend(writes),
                _ => batch.ring_writes.extend(writes),
            }
            batch.carry_writes.extend(slots.carry_out.iter().map(at_row));
            batch.spans.push(AttentionSpan {
                sequence: span.sequence,
                first_row: first_row as usize,
                len: span.len,
                start: span.start,
                window: sequence.kv.ring(span.loop_index).map(|ring| Window {
                    keys: loops.window_keys,
                    ring,
                    ring_len: sequence.kv.ring_len(),
                }),
            });
        }
        Ok(batch)
    }

    /// Whether any row is of a loop r >= 1, so that the pass needs gates.
    pub fn has_later_loops(&self) -> bool {
        self.spans.iter().any(|span| span.window.is_some())
    }
}

/// Advances every sequence of the pass once, with all its spans; returns slots in span order.
fn advance(sequences: &mut [&mut Sequence], pass: &Pass) -> Result<Vec<plt_cache::SpanSlots>> {
    let mut slots: Vec<Option<plt_cache::SpanSlots>> = pass.spans.iter().map(|_| None).collect();
    for (index, sequence) in sequences.iter_mut().enumerate() {
        let (places, spans): (Vec<usize>, Vec<plt_cache::LoopSpan>) = pass
            .spans
            .iter()
            .enumerate()
            .filter(|(_, span)| span.sequence == index)
            .map(|(place, span)| {
                let Span { loop_index, start, len, .. } = *span;
                (place, plt_cache::LoopSpan { loop_index, start, len })
            })
            .unzip();
        if spans.is_empty() {
            continue;
        }
        let known = sequence.tokens.len();
        if let Some(span) = spans.iter().find(|s| s.start.saturating_add(s.len) > known) {
            return Err(Error::NoToken {
                position: span.start.saturating_add(span.len) - 1,
                known,
            });
        }
        for (place, span_slots) in places.into_iter().zip(sequence.kv.advance(&spans)?) {
            slots[place] = Some(span_slots);
        }
    }
    slots
        .into_iter()
        .zip(&pass.spans)
        .map(|(slots, span)| {
            slots.ok_or(Error::NoSequence { sequence: span.sequence, batch: sequences.len() })
        })
        .collect()
}
