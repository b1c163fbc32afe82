//! A pass as a backend sees it: indices and slots, row by row. Plain data.

use plt_backend::{Batch, BatchRow, BatchSpan, RowInput, Store, Window};

use crate::config::Config;
use crate::error::{Error, Result};
use crate::plan::{Pass, Span};
use crate::rotary::Rotary;
use crate::sequence::Sequence;

/// Which rows of a pass get logits. Only rows of the last loop can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogitsFor {
    /// No row.
    Nothing,
    /// The newest confirmed token of every sequence, and its drafts, as far as this pass reaches
    /// them.
    Newest,
    /// Every row of the last loop that sees all its keys; rows just after
    /// [skipped](Sequence::skip_to) ones do not.
    Every,
}

/// Reserves the cache for `pass` and lists its rows with their slots.
///
/// After an error the sequences before the failing one have advanced; they must be released.
pub(crate) fn assemble(
    config: &Config,
    sequences: &mut [&mut Sequence],
    rotary: &Rotary,
    block_size: usize,
    pass: &Pass,
    logits_for: LogitsFor,
) -> Result<Batch> {
    let loops = &config.loops;
    let mut slots = advance(sequences, pass)?;
    let mut batch = Batch {
        rows: Vec::with_capacity(pass.len()),
        spans: Vec::with_capacity(pass.spans.len()),
        block_size,
        block_tables: sequences.iter().map(|s| s.kv().block_table().to_vec()).collect(),
        cos_sin: Vec::new(),
        outputs: Vec::new(),
    };
    for (span, slots) in pass.spans.iter().zip(&mut slots) {
        let sequence = &sequences[span.sequence];
        let first_row = batch.rows.len();
        let confirmed = sequence.confirmed().len();
        for offset in 0..span.len {
            let position = span.start + offset;
            let wanted = span.loop_index + 1 == loops.count
                && match logits_for {
                    LogitsFor::Nothing => false,
                    LogitsFor::Newest => position + 1 >= confirmed,
                    LogitsFor::Every => position >= sequence.kv().complete_from(),
                };
            if wanted {
                batch.outputs.push(batch.rows.len() as u32);
            }
            rotary.extend(&mut batch.cos_sin, position);
            batch.rows.push(BatchRow {
                id: sequence.tokens()[position],
                input: match (span.loop_index, slots.carry_in.get(offset)) {
                    (0, _) => RowInput::First,
                    (_, Some(Some(carry))) => RowInput::Carry(*carry),
                    (_, _) => RowInput::Start,
                },
                store: Store::Nowhere,
                carry: None,
            });
        }
        let rows = &mut batch.rows[first_row..];
        for (offset, slot) in &slots.writes {
            rows[*offset as usize].store = match span.loop_index {
                0 => Store::Block(*slot),
                _ => Store::Ring(*slot),
            };
        }
        for (offset, carry) in &slots.carry_out {
            rows[*offset as usize].carry = Some(*carry);
        }
        batch.spans.push(BatchSpan {
            sequence: span.sequence,
            first_row,
            len: span.len,
            start: span.start,
            window: sequence.kv().ring(span.loop_index).map(|ring| Window {
                keys: loops.window_keys,
                ring,
                ring_len: sequence.kv().ring_len(),
                first: sequence.kv().first(span.loop_index),
            }),
        });
    }
    Ok(batch)
}

/// Advances every sequence of the pass once, with all its spans; returns slots in span order.
fn advance(sequences: &mut [&mut Sequence], pass: &Pass) -> Result<Vec<plt_cache::SpanSlots>> {
    let mut slots: Vec<Option<plt_cache::SpanSlots>> = pass.spans.iter().map(|_| None).collect();
    for (index, sequence) in sequences.iter_mut().enumerate() {
        let own = pass.spans.iter().enumerate().filter(|(_, span)| span.sequence == index);
        let (places, spans): (Vec<usize>, Vec<Span>) = own.map(|(i, span)| (i, *span)).unzip();
        if spans.is_empty() {
            continue;
        }
        for (place, span_slots) in places.into_iter().zip(sequence.advance(&spans)?) {
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
