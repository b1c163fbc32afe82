//! Caches with guards: what no row has business with is NaN or compared bit by bit.

use proptest::prelude::*;
use proptest::sample::select;

use super::compare::{compare, same_bits};
use super::tolerance::Tolerance;
use super::{Checked, values};
use crate::{Backend, KvDType, KvShape, Result};

/// The most rows that write into a [`Store`].
pub(super) const MAX_ROWS: usize = 6;

/// A small cache with writes into some of its slots or carry rows.
#[derive(Debug, Clone)]
pub(super) struct Store {
    pub shape: KvShape,
    pub rows: usize,
    /// Which slots or carry rows are written, by which rows.
    pub writes: Vec<(u32, u32)>,
    pub seed: u64,
}

/// A type of keys and values, and a width of heads: the one given, or the next one that the type has.
pub(super) fn heads(
    head_dims: impl Strategy<Value = usize>,
) -> impl Strategy<Value = (KvDType, usize)> {
    (select(KvDType::ALL.to_vec()), head_dims)
        .prop_map(|(dtype, head_dim)| (dtype, head_dim.next_multiple_of(dtype.block_len())))
}

pub(super) fn stores() -> impl Strategy<Value = Store> {
    let half = prop_oneof![4 => 1..=8usize, 1 => select(vec![16usize, 32, 64])];
    let hidden = prop_oneof![4 => 1..=20usize, 1 => select(vec![32usize, 64, 80])];
    let sizes = (1..=3usize, 1..=9usize, 1..=3usize, hidden);
    (sizes, heads(half.prop_map(|half| 2 * half)), 1..=MAX_ROWS, any::<u64>())
        .prop_flat_map(|((layers, slots, kv_heads, hidden), (dtype, head_dim), rows, seed)| {
            let shape =
                KvShape { layers, slots, kv_heads, head_dim, dtype, carry_rows: slots, hidden };
            let places: Vec<u32> = (0..slots as u32).collect();
            let count = 0..=slots.min(rows);
            (Just(shape), Just(rows), prop::sample::subsequence(places, count), Just(seed))
        })
        .prop_map(|(shape, rows, places, seed)| {
            // Rows in an order of their own, so that row and place are not mistaken for each other.
            let row = |i: usize| ((i + seed as usize % rows) % rows) as u32;
            let writes = places.iter().enumerate().map(|(i, place)| (row(i), *place)).collect();
            Store { shape, rows, writes, seed }
        })
}

/// Keys and values of every slot of every layer, and all carries.
pub(super) type Contents = (Vec<Vec<f32>>, Vec<f32>);

pub(super) fn contents<B: Backend>(
    backend: &B,
    cache: &B::Cache,
    shape: &KvShape,
) -> Result<Contents> {
    let slots: Vec<u32> = (0..shape.slots as u32).collect();
    let mut layers = Vec::new();
    for layer in 0..shape.layers {
        let (k, v) = backend.read_slots(cache, layer, &slots)?;
        layers.extend([k, v]);
    }
    let rows: Vec<u32> = (0..shape.carry_rows as u32).collect();
    Ok((layers, backend.read_carries(cache, &rows)?))
}

/// Fills slots and carries with values, NaN here and there: nothing may read or change them.
pub(super) fn guarded<B: Backend>(backend: &B, shape: &KvShape, seed: u64) -> Result<B::Cache> {
    let mut cache = backend.cache(*shape)?;
    let width = shape.kv_heads * shape.head_dim;
    let filling = |seed: u64, count: usize| -> Vec<f32> {
        let values = values(seed, count).into_iter().enumerate();
        values.map(|(i, v)| if i % 3 == 0 { f32::NAN } else { v }).collect()
    };
    let slots: Vec<u32> = (0..shape.slots as u32).collect();
    for layer in 0..shape.layers {
        let seed = seed ^ (layer as u64) << 32;
        let k = filling(seed, shape.slots * width);
        let v = filling(!seed, shape.slots * width);
        backend.write_slots(&mut cache, layer, &slots, &k, &v)?;
    }
    let rows: Vec<u32> = (0..shape.carry_rows as u32).collect();
    let carries = filling(seed, shape.carry_rows * shape.hidden);
    backend.write_carries(&mut cache, &rows, &carries)?;
    Ok(cache)
}

/// Slots of `layer` that the store's rows write may differ by `written`, all else by nothing.
pub(super) fn same_contents(
    store: &Store,
    layer: usize,
    written: Tolerance,
    got: Contents,
    expected: Contents,
) -> Checked {
    let width = store.shape.kv_heads * store.shape.head_dim;
    let (mut got, mut expected) = (got, expected);
    for (got, expected) in got.0.iter_mut().zip(&mut expected.0).skip(2 * layer).take(2) {
        for (_, slot) in &store.writes {
            let place = *slot as usize * width..(*slot as usize + 1) * width;
            compare(&got[place.clone()], &expected[place.clone()], written)?;
            got[place.clone()].fill(0.0);
            expected[place].fill(0.0);
        }
    }
    for (i, (got, expected)) in got.0.iter().zip(&expected.0).enumerate() {
        let what = ["keys", "values"][i % 2];
        same_bits(got, expected, &format!("{what} of layer {}", i / 2))?;
    }
    same_bits(&got.1, &expected.1, "carries")
}
