use cubecl::server::Handle;
use half::{bf16, f16};

use super::launch::Gpu;
use super::numbers::per_word;
use crate::error::{Error, Result};
use crate::kv::{KvDType, KvShape};
use crate::q8_0::{BLOCK, Block};

/// Keys, values and carries on the device.
///
/// A layer is one buffer of words: the keys of all slots, the values of all slots, and for blocks with
/// scales a word for each, the key's scale low and the value's high.
#[derive(Debug)]
pub struct CubeCache {
    pub(crate) shape: KvShape,
    pub(crate) layers: Vec<Handle>,
    pub(crate) carries: Handle,
}

/// What of a layer's buffer belongs to some slots: rows of so many words, all keys first.
pub(crate) struct Rows {
    pub width: usize,
    pub rows: Vec<u32>,
}

impl CubeCache {
    pub(crate) fn new(gpu: &Gpu, shape: KvShape) -> Result<Self> {
        shape.check()?;
        let (numbers, per_word) = (shape.kv_heads * shape.head_dim, per_word(shape.dtype));
        if !numbers.is_multiple_of(per_word) {
            return Err(Error::Multiple {
                op: "cache",
                what: "numbers of a key on this backend",
                of: per_word,
                found: numbers,
            });
        }
        let zeros = |words: usize| {
            let handle = gpu.empty(words);
            gpu.fill_zero(&handle, words);
            handle
        };
        let words = shape.slots * shape.dtype.slot_bytes(shape.kv_heads, shape.head_dim)? / 4;
        // Kernels count words in 32 bits.
        for words in [words, shape.carry_rows * shape.hidden] {
            if u32::try_from(words).is_err() {
                return Err(Error::Memory { what: format!("{words} words in one buffer") });
            }
        }
        let layers = (0..shape.layers).map(|_| zeros(words)).collect();
        let carries = zeros(shape.carry_rows * shape.hidden);
        let cache = Self { shape, layers, carries };
        cache.layers.iter().chain([&cache.carries]).try_for_each(|handle| gpu.verify(handle))?;
        Ok(cache)
    }

    /// Where these slots are: all keys, all values, all scales.
    pub(crate) fn rows_of(&self, slots: &[u32]) -> Rows {
        let KvShape { kv_heads, head_dim, dtype, slots: all, .. } = self.shape;
        let width = kv_heads * head_dim / per_word(dtype).max(dtype.block_len());
        // A slot's scales are one row; its key is as many as its numbers fill.
        let (of_key, of_scales) = match dtype {
            KvDType::F32 | KvDType::F16 | KvDType::BF16 => (1, 0),
            KvDType::Q8_0 => (BLOCK / per_word(dtype), 1),
        };
        let rows = |first: usize, count: usize| {
            let rows = move |slot: &u32| {
                let first = first + *slot as usize * count;
                (first..first + count).map(|row| row as u32)
            };
            slots.iter().flat_map(rows)
        };
        let values = rows(all * of_key, of_key);
        let scales = rows(2 * all * of_key, of_scales);
        Rows { width, rows: rows(0, of_key).chain(values).chain(scales).collect() }
    }
}

impl Rows {
    pub(crate) fn words(&self) -> usize {
        self.width * self.rows.len()
    }
}

/// Keys and values in f32 as the words of a type.
pub(crate) fn encode(keys: &[f32], values: &[f32], dtype: KvDType) -> Vec<u32> {
    let both = || keys.iter().chain(values);
    let pair = |low: u16, high: u16| u32::from(low) | u32::from(high) << 16;
    let halves = |bits: Vec<u16>| bits.as_chunks().0.iter().map(|[a, b]| pair(*a, *b)).collect();
    match dtype {
        KvDType::F32 => both().map(|v| v.to_bits()).collect(),
        KvDType::F16 => halves(both().map(|v| f16::from_f32(*v).to_bits()).collect()),
        KvDType::BF16 => halves(both().map(|v| bf16::from_f32(*v).to_bits()).collect()),
        KvDType::Q8_0 => {
            let blocks = |numbers: &[f32]| -> Vec<Block> {
                numbers.as_chunks().0.iter().map(Block::new).collect()
            };
            let (keys, values) = (blocks(keys), blocks(values));
            let words = |block: &Block| {
                let words: [[i8; 4]; BLOCK / 4] = bytemuck::cast(block.quants);
                words.map(|word| u32::from_le_bytes(word.map(|quant| quant as u8)))
            };
            let quants = keys.iter().chain(&values).flat_map(words);
            let scales = keys.iter().zip(&values);
            let scales = scales.map(|(k, v)| pair(k.scale.to_bits(), v.scale.to_bits()));
            quants.chain(scales).collect()
        }
    }
}

/// The words of a type as keys and values in f32.
pub(crate) fn decode(words: &[u32], dtype: KvDType) -> (Vec<f32>, Vec<f32>) {
    let low_and_high = |word: &u32| [*word as u16, (*word >> 16) as u16];
    let halves = |value: fn(u16) -> f32| words.iter().flat_map(low_and_high).map(value).collect();
    let mut keys: Vec<f32> = match dtype {
        KvDType::F32 => words.iter().map(|word| f32::from_bits(*word)).collect(),
        KvDType::F16 => halves(|bits| f16::from_bits(bits).to_f32()),
        KvDType::BF16 => halves(|bits| bf16::from_bits(bits).to_f32()),
        KvDType::Q8_0 => {
            // A key's block and a value's, and the word of their scales.
            let blocks = words.len() / (2 * BLOCK / 4 + 1);
            let (quants, scales) = words.split_at(words.len() - blocks);
            let scales = scales.iter().map(low_and_high);
            let scales = scales.clone().map(|[key, _]| key).chain(scales.map(|[_, value]| value));
            let block = |(quants, scale): (&[u32; BLOCK / 4], u16)| {
                let quants = quants.map(|word| word.to_le_bytes().map(|byte| byte as i8));
                Block { scale: bf16::from_bits(scale), quants: bytemuck::cast(quants) }.numbers()
            };
            quants.as_chunks().0.iter().zip(scales).flat_map(block).collect()
        }
    };
    let values = keys.split_off(keys.len() / 2);
    (keys, values)
}
