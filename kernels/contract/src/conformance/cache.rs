//! Caches with guards: a slot or carry row that no row of a case uses is NaN or compared bit by bit.

use proptest::prelude::*;
use proptest::sample::select;

use super::compare::{compare, same_bytes};
use super::tolerance::Tolerance;
use super::{Outcome, largest, values};
use crate::q8_0::{BLOCK, BYTES, Block};
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

/// A slot, and the key and the value that it holds after an operation, not rounded yet.
pub(super) type Written<'a> = (u32, [&'a [f32]; 2]);

/// Compares two caches after an operation: the written slots of a layer with the numbers that
/// they hold, all else with the reference, bit by bit.
pub(super) fn same_contents(
    shape: &KvShape,
    layer: usize,
    written: &[Written<'_>],
    mut got: Contents,
    mut expected: Contents,
) -> Outcome {
    let bytes = shape.slot_bytes().map_err(super::failed)?;
    for (slot, halves) in written {
        for (half, numbers) in halves.iter().enumerate() {
            let start = *slot as usize * bytes + half * bytes / 2;
            let place = start..start + bytes / 2;
            rounded(shape.dtype, &got.layers[layer][place.clone()], numbers)
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

/// Checks the bytes of numbers that a cache holds.
///
/// Floats are rounded in one way. In q8_0 a device may divide with an error of some units in the last
/// place, so a number near the middle of two steps may become either: it is within half a step, and
/// the scale within half a unit in the last place of a half.
fn rounded(dtype: KvDType, bytes: &[u8], numbers: &[f32]) -> Outcome {
    let exact = dtype.encode(numbers);
    if dtype != KvDType::Q8_0 {
        return same_bytes(bytes, &exact, "a rounded number");
    }
    let blocks = bytes.as_chunks::<BYTES>().0.iter().zip(exact.as_chunks::<BYTES>().0);
    for ((block, exact), numbers) in blocks.zip(numbers.chunks_exact(BLOCK)) {
        let (got, exact) = (Block::from_bytes(block), Block::from_bytes(exact));
        if exact.scale.is_nan() || exact.scale.to_f32() == 0.0 {
            same_bytes(block, &exact.to_bytes(), "a block of no scale")?;
            continue;
        }
        let step = largest(numbers) / 127.0;
        compare(&[got.scale.to_f32()], &[step as f32], SCALE)
            .map_err(|reason| format!("scale: {reason}"))?;
        let steps = got.quants.map(|quant| (f64::from(quant) * step) as f32);
        compare(&steps, numbers, Tolerance::new(0.5001 * step, 0.0))?;
    }
    Ok(())
}

/// Half a unit in the last place of a half, and five of f32 for a quotient.
const SCALE: Tolerance = Tolerance::new(3e-8, 1.0 / 2048.0 + 6e-7);
