//! One folder per operation: `mod.rs` states the contract and checks it, `reference.rs` is the
//! equation, `cpu.rs` the kernel.

pub mod attention;
pub mod carry_write;
pub mod embed;
pub mod gate;
pub mod linear;
pub mod logits;
pub mod loop_input;
pub mod ring_write;
pub mod rms_norm;
pub mod rotary_write;
pub mod swiglu;

pub use attention::{Attention, AttentionSpan, Window};
pub use gate::{Gate, GateInput};
pub use loop_input::{LoopInput, LoopRow};
pub use ring_write::RingWrite;
pub use rotary_write::RotaryWrite;

use crate::error::{Error, Result};
use crate::kv::KvShape;

/// Fails unless `found == expected`.
pub(crate) fn expect_size(
    op: &'static str,
    what: &'static str,
    expected: usize,
    found: usize,
) -> Result<()> {
    if found == expected { Ok(()) } else { Err(Error::Shape { op, what, expected, found }) }
}

/// Fails unless `index < bound`.
pub(crate) fn expect_index(
    op: &'static str,
    what: &'static str,
    index: usize,
    bound: usize,
) -> Result<()> {
    if index < bound { Ok(()) } else { Err(Error::Index { op, what, index, bound }) }
}

/// Fails if `found` is 0.
pub(crate) fn expect_some(op: &'static str, what: &'static str, found: usize) -> Result<()> {
    if found > 0 { Ok(()) } else { Err(Error::Zero { op, what }) }
}

/// Fails unless `found` is a multiple of `of`; 0 has no multiples here.
pub(crate) fn expect_multiple(
    op: &'static str,
    what: &'static str,
    of: usize,
    found: usize,
) -> Result<()> {
    match found.checked_rem(of) {
        Some(0) => Ok(()),
        _ => Err(Error::Multiple { op, what, of, found }),
    }
}

/// Fails unless there is a column and the values fill the matrix.
pub(crate) fn check_tensor(rows: usize, cols: usize, values: &[f32]) -> Result<()> {
    expect_some("tensor", "columns", cols)?;
    expect_size("tensor", "values", rows.saturating_mul(cols), values.len())
}

/// Fails unless keys and values are `[rows, kv_heads · head_dim]` and every write stays inside.
pub(crate) fn check_writes(
    op: &'static str,
    kv: &KvShape,
    layer: usize,
    k: (usize, usize),
    v: (usize, usize),
    writes: &[(u32, u32)],
) -> Result<()> {
    expect_index(op, "layer", layer, kv.layers)?;
    expect_size(op, "columns of k", kv.kv_heads * kv.head_dim, k.1)?;
    expect_size(op, "columns of v", kv.kv_heads * kv.head_dim, v.1)?;
    expect_size(op, "rows of v", k.0, v.0)?;
    for (row, slot) in writes {
        expect_index(op, "row", *row as usize, k.0)?;
        expect_index(op, "slot", *slot as usize, kv.slots)?;
    }
    Ok(())
}

/// Fails unless the layer and these slots exist.
pub(crate) fn check_slots(kv: &KvShape, layer: usize, slots: &[u32]) -> Result<()> {
    expect_index("read_slots", "layer", layer, kv.layers)?;
    slots.iter().try_for_each(|slot| expect_index("read_slots", "slot", *slot as usize, kv.slots))
}

/// Fails unless these carry rows exist.
pub(crate) fn check_carries(kv: &KvShape, rows: &[u32]) -> Result<()> {
    let bound = kv.carry_rows;
    rows.iter().try_for_each(|row| expect_index("read_carries", "carry row", *row as usize, bound))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Backend, Cpu, Reference};

    fn check_empty<B: Backend>(backend: &B) {
        // Without columns any number of rows would fit.
        let nothing = backend.tensor(usize::MAX, 0, Vec::new()).map(drop);
        assert!(matches!(nothing, Err(Error::Zero { op: "tensor", .. })));

        let no_heads = backend.tensor(0, 2, Vec::new()).expect("a tensor without rows");
        let q = backend.tensor(1, 2, vec![0.0; 2]).expect("a tensor");
        let (input, weight, bias) = (GateInput::Query { q: &q }, &no_heads, &no_heads);
        let gate = backend.gate(Gate { input, weight, bias }).map(drop);
        assert!(matches!(gate, Err(Error::Zero { op: "gate", .. })));
    }

    #[test]
    fn what_has_no_width_is_refused() {
        check_empty(&Cpu::new(Some(1)).expect("a thread"));
        check_empty(&Reference::new());
    }
}
