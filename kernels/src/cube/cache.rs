use cubecl::server::Handle;
use half::{bf16, f16};

use super::launch::Gpu;
use crate::error::{Error, Result};
use crate::kv::{KvDType, KvShape};

/// Keys, values and carries on the device.
///
/// A layer is one buffer of words: the keys of all slots, then the values of all slots.
#[derive(Debug)]
pub struct CubeCache {
    pub(crate) shape: KvShape,
    pub(crate) layers: Vec<Handle>,
    pub(crate) carries: Handle,
}

impl CubeCache {
    pub(crate) fn new(gpu: &Gpu, shape: KvShape) -> Result<Self> {
        shape.check()?;
        let width = shape.kv_heads * shape.head_dim * shape.dtype.bytes();
        if !width.is_multiple_of(4) {
            return Err(Error::Multiple {
                op: "cache",
                what: "bytes of a key on this backend",
                of: 4,
                found: width,
            });
        }
        let zeros = |words: usize| {
            let handle = gpu.empty(words);
            gpu.fill_zero(&handle, words);
            handle
        };
        let words = 2 * shape.slots * width / 4;
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

    /// Words of the keys of one slot; its values take as many.
    pub(crate) fn slot_words(&self) -> usize {
        self.shape.kv_heads * self.shape.head_dim * self.shape.dtype.bytes() / 4
    }

    /// Rows of a layer's buffer that these slots take: all keys, then all values.
    pub(crate) fn rows_of(&self, slots: &[u32]) -> Vec<u32> {
        let values = slots.iter().map(|slot| slot + self.shape.slots as u32);
        slots.iter().copied().chain(values).collect()
    }
}

/// f32 values as the words of a type.
pub(crate) fn encode(values: impl Iterator<Item = f32>, dtype: KvDType) -> Vec<u32> {
    let halves = |bits: Vec<u16>| {
        bits.chunks_exact(2).map(|pair| u32::from(pair[0]) | u32::from(pair[1]) << 16).collect()
    };
    match dtype {
        KvDType::F32 => values.map(f32::to_bits).collect(),
        KvDType::F16 => halves(values.map(|v| f16::from_f32(v).to_bits()).collect()),
        KvDType::BF16 => halves(values.map(|v| bf16::from_f32(v).to_bits()).collect()),
    }
}

/// The words of a type as f32 values.
pub(crate) fn decode(words: &[u32], dtype: KvDType) -> Vec<f32> {
    let halves = |value: fn(u16) -> f32| {
        words.iter().flat_map(|word| [value(*word as u16), value((word >> 16) as u16)]).collect()
    };
    match dtype {
        KvDType::F32 => words.iter().map(|word| f32::from_bits(*word)).collect(),
        KvDType::F16 => halves(|bits| f16::from_bits(bits).to_f32()),
        KvDType::BF16 => halves(|bits| bf16::from_bits(bits).to_f32()),
    }
}
