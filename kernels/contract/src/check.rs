//! One folder per operation: `mod.rs` states the contract and checks it, `reference.rs` is the
//! equation, `cpu.rs` and `cube.rs` are the kernels.

pub mod attention;
pub mod gate;
pub mod linear;
pub mod loop_input;
pub mod loop_output;
pub mod rms_norm;
pub mod rotary_write;
pub mod swiglu;
pub mod top_k;

pub use attention::Attention;
pub use gate::{Gate, GateInput};
pub use loop_input::LoopInput;
pub use loop_output::LoopOutput;
pub use rotary_write::{RotaryWrite, Rotated};

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

/// Fails unless the layer exists and keys and values are `[rows, kv_heads · head_dim]`.
pub(crate) fn check_keys(
    op: &'static str,
    kv: &KvShape,
    layer: usize,
    rows: usize,
    k: (usize, usize),
    v: (usize, usize),
) -> Result<()> {
    expect_index(op, "layer", layer, kv.layers)?;
    for (what, found) in [("rows of k", k.0), ("rows of v", v.0)] {
        expect_size(op, what, rows, found)?;
    }
    for (what, found) in [("columns of k", k.1), ("columns of v", v.1)] {
        expect_size(op, what, kv.kv_heads * kv.head_dim, found)?;
    }
    Ok(())
}

/// Fails unless the layer and these slots exist.
pub(crate) fn check_slots(kv: &KvShape, layer: usize, slots: &[u32]) -> Result<()> {
    expect_index("slots", "layer", layer, kv.layers)?;
    slots.iter().try_for_each(|slot| expect_index("slots", "slot", *slot as usize, kv.slots))
}

/// Fails unless the layer and these slots exist and there is a key and a value for each.
pub(crate) fn check_slot_values(
    kv: &KvShape,
    layer: usize,
    slots: &[u32],
    keys: &[f32],
    values: &[f32],
) -> Result<()> {
    check_slots(kv, layer, slots)?;
    let expected = slots.len().saturating_mul(kv.kv_heads * kv.head_dim);
    expect_size("slots", "elements of keys", expected, keys.len())?;
    expect_size("slots", "elements of values", expected, values.len())
}

/// Fails unless these carry rows exist.
pub(crate) fn check_carries(kv: &KvShape, rows: &[u32]) -> Result<()> {
    let bound = kv.carry_rows;
    rows.iter().try_for_each(|row| expect_index("carries", "carry row", *row as usize, bound))
}

/// Fails unless these carry rows exist and there is a hidden vector for each.
pub(crate) fn check_carry_values(kv: &KvShape, rows: &[u32], values: &[f32]) -> Result<()> {
    check_carries(kv, rows)?;
    expect_size("carries", "elements", rows.len().saturating_mul(kv.hidden), values.len())
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
        let gate = Gate { input: GateInput::Query, weight: &no_heads, bias: &no_heads };
        assert!(matches!(gate.check(backend, (1, 2)), Err(Error::Zero { op: "gate", .. })));
    }

    #[test]
    fn what_has_no_width_is_refused() {
        check_empty(&Cpu::new(Some(1)).expect("a thread"));
        check_empty(&Reference::new());
    }
}
