//! The KV cache and the carries on the device.

#[allow(unsafe_code, reason = "kernel launches")]
mod copy;
mod transfer;
mod write;

pub(crate) use copy::{copy_carries, copy_slots};
pub(crate) use transfer::{export, import};
pub(crate) use write::store;

use cubecl::server::Handle;
use plt_backend::q8_0::BLOCK;
use plt_backend::{Error, KvDType, KvShape, Result};

use crate::device::Gpu;
use crate::device::numbers::per_word;

/// The KV cache and the carries on the device.
///
/// A layer is one buffer of words: the keys of all slots, the values of all slots, and in q8_0 one
/// word of scales per pair of blocks, the key's low and the value's high.
#[derive(Debug)]
pub struct CubeCache {
    pub(crate) shape: KvShape,
    pub(crate) layers: Vec<Handle>,
    pub(crate) carries: Handle,
}

impl CubeCache {
    pub(crate) fn new(gpu: &Gpu, shape: KvShape) -> Result<Self> {
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
        // Kernels index words in 32 bits.
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

    /// Words of a key or a value of one slot.
    fn key_words(&self) -> usize {
        self.shape.kv_heads * self.shape.head_dim / per_word(self.shape.dtype)
    }

    /// Words of the scales of one slot.
    fn scale_words(&self) -> usize {
        match self.shape.dtype {
            KvDType::F32 | KvDType::F16 | KvDType::BF16 => 0,
            KvDType::Q8_0 => self.shape.kv_heads * self.shape.head_dim / BLOCK,
        }
    }
}
