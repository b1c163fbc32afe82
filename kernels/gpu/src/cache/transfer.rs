//! Cache contents between device and host, in the contract's byte layout: a slot is its key, then
//! its value; in q8_0 each block is its scale, then its integers.

use plt_backend::q8_0::{BLOCK, BYTES};
use plt_backend::{CachePart, KvDType, Result};

use super::CubeCache;
use super::copy::copy_rows;
use crate::device::Gpu;
use crate::device::numbers::per_word;

/// Words of a block's integers.
const WORDS: usize = BLOCK / 4;

/// The bytes of a part of the cache.
pub(crate) fn export(gpu: &Gpu, cache: &CubeCache, part: CachePart<'_>) -> Result<Vec<u8>> {
    let (buffer, rows) = rows_of(cache, part);
    let out = gpu.empty(rows.words());
    copy_rows(gpu, buffer, &out, &rows.rows, rows.width, true);
    let words: Vec<u32> = gpu.download(&out, rows.words())?;
    Ok(match part {
        CachePart::Slots { slots, .. } if cache.shape.dtype == KvDType::Q8_0 => {
            pack_blocks(&words, slots.len())
        }
        _ => words.iter().flat_map(|word| word.to_le_bytes()).collect(),
    })
}

/// Stores bytes of [`export`] in a part of the same size.
pub(crate) fn import(gpu: &Gpu, cache: &CubeCache, part: CachePart<'_>, bytes: &[u8]) {
    let words = match part {
        CachePart::Slots { slots, .. } if cache.shape.dtype == KvDType::Q8_0 => {
            unpack_blocks(bytes, slots.len())
        }
        _ => bytes.as_chunks().0.iter().map(|word| u32::from_le_bytes(*word)).collect(),
    };
    let (buffer, rows) = rows_of(cache, part);
    copy_rows(gpu, &gpu.upload(&words), buffer, &rows.rows, rows.width, false);
}

/// Rows of a buffer, `width` words each.
struct Rows {
    width: usize,
    rows: Vec<u32>,
}

impl Rows {
    fn words(&self) -> usize {
        self.width * self.rows.len()
    }
}

/// The buffer of a part and its rows there. A slot of floats is two rows, key and value. In q8_0 a row
/// is as wide as a slot's scales; the rows of all slots' keys and values come before those of all
/// slots' scales.
fn rows_of<'a>(cache: &'a CubeCache, part: CachePart<'_>) -> (&'a cubecl::server::Handle, Rows) {
    let all = cache.shape.slots;
    match part {
        CachePart::Carries(rows) => {
            (&cache.carries, Rows { width: cache.shape.hidden, rows: rows.to_vec() })
        }
        CachePart::Slots { layer, slots } => {
            let numbers = cache.shape.kv_heads * cache.shape.head_dim;
            let (width, per_key) = match cache.shape.dtype {
                KvDType::Q8_0 => (numbers / BLOCK, WORDS),
                dtype => (numbers / per_word(dtype), 1),
            };
            let both = |slot: &u32| [*slot as usize, all + *slot as usize];
            let quants = slots.iter().flat_map(both);
            let quants = quants.flat_map(|at| at * per_key..(at + 1) * per_key);
            let scales = slots.iter().map(|slot| 2 * all * per_key + *slot as usize);
            let scales = scales.filter(|_| cache.shape.dtype == KvDType::Q8_0);
            let rows = quants.chain(scales).map(|row| row as u32).collect();
            (&cache.layers[layer], Rows { width, rows })
        }
    }
}

/// The bytes of slots in q8_0 from their words: integers of all keys and values, then scales.
fn pack_blocks(words: &[u32], slots: usize) -> Vec<u8> {
    let blocks = words.len() / (2 * WORDS + 1);
    let (quants, scales) = words.split_at(2 * blocks * WORDS);
    let per_slot = blocks / slots.max(1);
    let mut bytes = Vec::with_capacity(2 * blocks * BYTES);
    for (block, quants) in quants.as_chunks::<WORDS>().0.iter().enumerate() {
        let (slot, block) = (block / (2 * per_slot), block % (2 * per_slot));
        let pair = scales[slot * per_slot + block % per_slot];
        let scale = if block < per_slot { pair as u16 } else { (pair >> 16) as u16 };
        bytes.extend(scale.to_le_bytes());
        bytes.extend(quants.iter().flat_map(|word| word.to_le_bytes()));
    }
    bytes
}

/// The words of slots in q8_0 from their bytes.
fn unpack_blocks(bytes: &[u8], slots: usize) -> Vec<u32> {
    let blocks = bytes.len() / (2 * BYTES);
    let per_slot = blocks / slots.max(1);
    let mut words = Vec::with_capacity(blocks * (2 * WORDS + 1));
    let mut scales = vec![0u32; blocks];
    for (block, [low, high, quants @ ..]) in bytes.as_chunks::<BYTES>().0.iter().enumerate() {
        let (slot, block) = (block / (2 * per_slot), block % (2 * per_slot));
        let shift = if block < per_slot { 0 } else { 16 };
        scales[slot * per_slot + block % per_slot] |=
            u32::from(u16::from_le_bytes([*low, *high])) << shift;
        words.extend(quants.as_chunks().0.iter().map(|word| u32::from_le_bytes(*word)));
    }
    words.extend(scales);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_survive_packing_and_unpacking() {
        // Two slots of two blocks for the key and two for the value.
        let bytes: Vec<u8> = (0..2 * 2 * 2 * BYTES).map(|i| (i * 37 % 251) as u8).collect();
        let words = unpack_blocks(&bytes, 2);
        assert_eq!(words.len(), 2 * 2 * (2 * WORDS + 1));
        assert_eq!(pack_blocks(&words, 2), bytes);
        // The scales of slot 1: its first key block low, its first value block high.
        let scale =
            |block: usize| u16::from_le_bytes([bytes[block * BYTES], bytes[block * BYTES + 1]]);
        let pair = u32::from(scale(4)) | u32::from(scale(6)) << 16;
        assert_eq!(words[words.len() - 2], pair);
    }
}
