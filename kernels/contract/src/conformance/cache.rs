//! Caches with guards: a slot or carry row that no row of a case uses is NaN or compared bit by bit.

use proptest::prelude::*;
use proptest::sample::select;

use super::compare::{compare, same_bytes};
use super::tolerance::Tolerance;
use super::{Outcome, values};
use crate::{Backend, CachePart, Checked, KvDType, KvShape, Result};

/// A type of the KV cache, and a width of heads: the one given, or the next one that the type has.
pub(super) fn heads(
    head_dims: impl Strategy<Value = usize>,
) -> impl Strategy<Value = (KvDType, usize)> {
    (select(KvDType::ALL.to_vec()), head_dims)
        .prop_map(|(dtype, head_dim)| (dtype, head_dim.next_multiple_of(dtype.block_len())))
}

/// The bytes of all slots of every layer, and of all carries.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Contents {
    pub layers: Vec<Vec<u8>>,
    pub carries: Vec<u8>,
}

fn all(count: usize) -> Vec<u32> {
    (0..count as u32).collect()
}

/// Reads all of a cache.
pub(super) fn contents<B: Backend>(backend: &Checked<B>, cache: &B::Cache) -> Result<Contents> {
    let shape = *backend.cache_shape(cache);
    let slots = all(shape.slots);
    let layers = (0..shape.layers)
        .map(|layer| backend.export(cache, CachePart::Slots { layer, slots: &slots }))
        .collect::<Result<_>>()?;
    let carries = backend.export(cache, CachePart::Carries(&all(shape.carry_rows)))?;
    Ok(Contents { layers, carries })
}

/// Stores keys and values `[slots.len(), kv_heads · head_dim]`, rounded to the cache's type.
pub(super) fn write<B: Backend>(
    backend: &Checked<B>,
    cache: &mut B::Cache,
    layer: usize,
    slots: &[u32],
    [keys, values]: [&[f32]; 2],
) -> Result<()> {
    let KvShape { kv_heads, head_dim, dtype, .. } = *backend.cache_shape(cache);
    let width = kv_heads * head_dim;
    let rows = keys.chunks_exact(width).zip(values.chunks_exact(width));
    let bytes: Vec<u8> =
        rows.flat_map(|(k, v)| [dtype.encode(k), dtype.encode(v)].concat()).collect();
    backend.import(cache, CachePart::Slots { layer, slots }, &bytes)
}

/// Stores carries `[rows.len(), hidden]`.
pub(super) fn write_carries<B: Backend>(
    backend: &Checked<B>,
    cache: &mut B::Cache,
    rows: &[u32],
    values: &[f32],
) -> Result<()> {
    backend.import(cache, CachePart::Carries(rows), &KvDType::F32.encode(values))
}

/// A cache whose slots and carries hold numbers, NaN here and there: no operation may read or
/// change those that a case does not name.
pub(super) fn guarded<B: Backend>(
    backend: &Checked<B>,
    shape: &KvShape,
    seed: u64,
) -> Result<B::Cache> {
    let mut cache = backend.cache(*shape)?;
    let width = shape.kv_heads * shape.head_dim;
    let filling = |seed: u64, count: usize| -> Vec<f32> {
        let values = values(seed, count).into_iter().enumerate();
        values.map(|(i, v)| if i % 3 == 0 { f32::NAN } else { v }).collect()
    };
    let slots = all(shape.slots);
    for layer in 0..shape.layers {
        let seed = seed ^ (layer as u64) << 32;
        let k = filling(seed, shape.slots * width);
        let v = filling(!seed, shape.slots * width);
        write(backend, &mut cache, layer, &slots, [&k, &v])?;
    }
    let carries = filling(seed, shape.carry_rows * shape.hidden);
    write_carries(backend, &mut cache, &all(shape.carry_rows), &carries)?;
    Ok(cache)
}

/// Compares two caches after an operation: keys of the written slots of a layer by one tolerance,
/// their values by another, all else bit by bit.
pub(super) fn same_contents(
    shape: &KvShape,
    layer: usize,
    written: &[u32],
    [keys, values]: [Tolerance; 2],
    mut got: Contents,
    mut expected: Contents,
) -> Outcome {
    let bytes = shape.slot_bytes().map_err(super::failed)?;
    for slot in written.iter().map(|slot| *slot as usize) {
        for (half, tolerance) in [keys, values].into_iter().enumerate() {
            let start = slot * bytes + half * bytes / 2;
            let place = start..start + bytes / 2;
            let numbers =
                |contents: &Contents| shape.dtype.decode(&contents.layers[layer][place.clone()]);
            compare(&numbers(&got), &numbers(&expected), tolerance)
                .map_err(|reason| format!("slot {slot}: {reason}"))?;
            got.layers[layer][place.clone()].fill(0);
            expected.layers[layer][place].fill(0);
        }
    }
    for (layer, (got, expected)) in got.layers.iter().zip(&expected.layers).enumerate() {
        same_bytes(got, expected, &format!("layer {layer} of the cache"))?;
    }
    same_bytes(&got.carries, &expected.carries, "carries")
}
