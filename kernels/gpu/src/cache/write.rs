//! Writing keys and values to the cache, as parts of other kernels.

use cubecl::prelude::*;
use plt_backend::KvDType;
use plt_backend::q8_0::BLOCK;

use crate::device::numbers;

/// The magnitude of the largest of a block's numbers, which begin at `start`.
#[cube]
fn largest_of_block(x: &[f32], start: usize) -> u32 {
    let mut largest = 0u32.runtime();
    for i in 0..BLOCK {
        largest = u32::max(largest, numbers::magnitude_bits(x[start + i]));
    }
    largest
}

/// Stores the `head_dim` values from `start` on as words from `at` on.
#[cube]
fn store_head(
    x: &[f32],
    start: usize,
    kv: &mut [u32],
    at: usize,
    #[comptime] head_dim: usize,
    #[comptime] dtype: KvDType,
    #[comptime] units: usize,
) {
    let words = comptime!(head_dim / numbers::per_word(dtype));
    let mut word = UNIT_POS as usize;
    while word < words {
        kv[at + word] = match comptime!(dtype) {
            KvDType::F32 => u32::reinterpret(x[start + word]),
            KvDType::Q8_0 => {
                let first = start + 4 * word;
                let largest = largest_of_block(x, start + 4 * word / BLOCK * BLOCK);
                let low = numbers::q8_quant(x[first], largest)
                    | (numbers::q8_quant(x[first + 1], largest) << 8u32);
                let high = numbers::q8_quant(x[first + 2], largest)
                    | (numbers::q8_quant(x[first + 3], largest) << 8u32);
                low | (high << 16u32)
            }
            _ => {
                let low = numbers::to_half(x[start + 2 * word], dtype);
                low | (numbers::to_half(x[start + 2 * word + 1], dtype) << 16u32)
            }
        };
        word += units;
    }
}

/// Stores a head's key and value: the `head_dim` values of k from `k_start` on and of v from `v_start`
/// on. `place` is slot times heads plus head; `places` is their number.
#[cube]
#[allow(clippy::too_many_arguments)]
pub(crate) fn store(
    k: &[f32],
    k_start: usize,
    v: &[f32],
    v_start: usize,
    kv: &mut [u32],
    place: usize,
    places: usize,
    #[comptime] head_dim: usize,
    #[comptime] dtype: KvDType,
    #[comptime] units: usize,
) {
    let words = comptime!(head_dim / numbers::per_word(dtype));
    store_head(k, k_start, kv, place * words, head_dim, dtype, units);
    store_head(v, v_start, kv, (places + place) * words, head_dim, dtype, units);
    if comptime!(dtype == KvDType::Q8_0) {
        let blocks = comptime!(head_dim / BLOCK);
        let at = 2 * places * words + place * blocks;
        let mut block = UNIT_POS as usize;
        while block < blocks {
            let key = largest_of_block(k, k_start + block * BLOCK);
            let value = largest_of_block(v, v_start + block * BLOCK);
            kv[at + block] = numbers::q8_scale(key) | (numbers::q8_scale(value) << 16u32);
            block += units;
        }
    }
}
