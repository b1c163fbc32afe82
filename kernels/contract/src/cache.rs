use half::{bf16, f16};

use crate::check::{expect_multiple, expect_some};
use crate::error::{Error, Result};
use crate::q8_0::{self, Block};

/// The element type of the KV cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs, reason = "the names are the field's standard terms")]
pub enum KvDType {
    #[default]
    F32,
    F16,
    BF16,
    /// GGML's `block_q8_0`: 32 elements of a head are a half and 32 integers of 8 bits, which the
    /// half scales. An element that is not finite makes its block NaN.
    Q8_0,
}

impl KvDType {
    /// Every type.
    pub const ALL: [Self; 4] = [Self::F32, Self::F16, Self::BF16, Self::Q8_0];

    /// Elements of a head that are stored together: `head_dim` is a multiple of this.
    pub fn block_len(self) -> usize {
        match self {
            KvDType::F32 | KvDType::F16 | KvDType::BF16 => 1,
            KvDType::Q8_0 => q8_0::BLOCK,
        }
    }

    /// Bytes of [`block_len`](Self::block_len) elements.
    fn block_bytes(self) -> usize {
        match self {
            KvDType::F32 => 4,
            KvDType::F16 | KvDType::BF16 => 2,
            KvDType::Q8_0 => q8_0::BYTES,
        }
    }

    /// Bytes of the key and the value of one slot in one layer.
    ///
    /// # Errors
    /// [`Error::Multiple`] if a head is not a multiple of a block; [`Error::Memory`] on overflow.
    pub fn slot_bytes(self, kv_heads: usize, head_dim: usize) -> Result<usize> {
        expect_multiple("cache", "head_dim of a KV cache in q8_0", self.block_len(), head_dim)?;
        kv_heads
            .checked_mul(head_dim / self.block_len())
            .and_then(|blocks| blocks.checked_mul(2 * self.block_bytes()))
            .ok_or_else(|| Error::Memory {
                what: format!("a KV cache slot of {kv_heads} heads of {head_dim}"),
            })
    }

    /// The name that flags and reports use.
    pub fn name(self) -> &'static str {
        match self {
            KvDType::F32 => "f32",
            KvDType::F16 => "f16",
            KvDType::BF16 => "bf16",
            KvDType::Q8_0 => "q8_0",
        }
    }

    /// The bytes of these numbers in a cache of this type, little-endian: one element after the other,
    /// or one block after the other. The count is a multiple of [`block_len`](Self::block_len);
    /// numbers beyond the last whole block are left out.
    pub fn encode(self, numbers: &[f32]) -> Vec<u8> {
        match self {
            KvDType::F32 => numbers.iter().flat_map(|x| x.to_le_bytes()).collect(),
            KvDType::F16 => numbers.iter().flat_map(|x| f16::from_f32(*x).to_le_bytes()).collect(),
            KvDType::BF16 => {
                numbers.iter().flat_map(|x| bf16::from_f32(*x).to_le_bytes()).collect()
            }
            KvDType::Q8_0 => {
                let blocks = numbers.as_chunks().0.iter();
                blocks.flat_map(|numbers| Block::new(numbers).to_bytes()).collect()
            }
        }
    }

    /// The numbers of bytes that [`encode`](Self::encode) or an export gave. Bytes beyond the last
    /// whole element or block are left out.
    pub fn decode(self, bytes: &[u8]) -> Vec<f32> {
        let halves = || bytes.as_chunks().0.iter().copied();
        match self {
            KvDType::F32 => {
                bytes.as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect()
            }
            KvDType::F16 => halves().map(|bytes| f16::from_le_bytes(bytes).to_f32()).collect(),
            KvDType::BF16 => halves().map(|bytes| bf16::from_le_bytes(bytes).to_f32()).collect(),
            KvDType::Q8_0 => {
                let blocks = bytes.as_chunks().0.iter();
                blocks.flat_map(|bytes| Block::from_bytes(bytes).numbers()).collect()
            }
        }
    }
}

/// The size of a backend's cache: for every layer `slots` places for one key and one value vector
/// each, and, once for the model, `carry_rows` hidden vectors.
///
/// Which block, ring or sequence a slot or a carry row belongs to, the caller knows; a backend sees
/// indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KvShape {
    /// Layers of the stack.
    pub layers: usize,
    /// Key/value slots of each layer.
    pub slots: usize,
    /// Key/value heads.
    pub kv_heads: usize,
    /// Width of one head.
    pub head_dim: usize,
    /// Element type of keys and values.
    pub dtype: KvDType,
    /// Hidden vectors handed from loop to loop.
    pub carry_rows: usize,
    /// Width of a hidden vector, f32.
    pub hidden: usize,
}

impl KvShape {
    /// Elements of one layer's keys (its values take as many).
    ///
    /// # Errors
    /// [`Error::Memory`] on overflow.
    pub fn layer_elements(&self) -> Result<usize> {
        self.kv_heads
            .checked_mul(self.head_dim)
            .and_then(|n| n.checked_mul(self.slots))
            .ok_or_else(|| self.too_large())
    }

    /// Bytes of keys, values and carries together.
    ///
    /// # Errors
    /// As [`KvDType::slot_bytes`].
    pub fn bytes(&self) -> Result<usize> {
        let slot_bytes = self.slot_bytes()?;
        let kv = slot_bytes.checked_mul(self.slots).and_then(|n| n.checked_mul(self.layers));
        let carries = self.carry_rows.checked_mul(self.hidden).and_then(|n| n.checked_mul(4));
        kv.zip(carries)
            .and_then(|(kv, carries)| kv.checked_add(carries))
            .ok_or_else(|| self.too_large())
    }

    /// Bytes of the key and the value of one slot in one layer.
    ///
    /// # Errors
    /// As [`KvDType::slot_bytes`].
    pub fn slot_bytes(&self) -> Result<usize> {
        self.dtype.slot_bytes(self.kv_heads, self.head_dim)
    }

    /// Fails unless vectors have a width that the type can hold, the size in bytes is a number, and
    /// indices of 32 bits reach every slot and every carry row.
    ///
    /// # Errors
    /// [`Error::Zero`], [`Error::Multiple`], [`Error::Memory`].
    pub fn check(&self) -> Result<()> {
        expect_some("cache", "kv_heads", self.kv_heads)?;
        expect_some("cache", "head_dim", self.head_dim)?;
        expect_some("cache", "hidden", self.hidden)?;
        self.bytes()?;
        let within = |count| u32::try_from(count).map_err(|_| self.too_large());
        within(self.slots)?;
        within(self.carry_rows)?;
        Ok(())
    }

    /// Allocates zeros, which take memory page by page when they are first written.
    ///
    /// # Errors
    /// [`Error::Memory`] if there is not enough.
    pub fn zeros<T: bytemuck::Zeroable>(&self, elements: usize) -> Result<Vec<T>> {
        bytemuck::try_zeroed_vec(elements).map_err(|()| self.too_large())
    }

    fn too_large(&self) -> Error {
        Error::Memory { what: format!("a KV cache of {self:?}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: KvShape = KvShape {
        layers: 1,
        slots: 4,
        kv_heads: 2,
        head_dim: 2,
        dtype: KvDType::BF16,
        carry_rows: 3,
        hidden: 5,
    };

    #[test]
    fn kv_shape_bytes_count_every_slot_and_carry() {
        for (dtype, head_dim, head_bytes) in [
            (KvDType::F32, 2, 2 * 4),
            (KvDType::F16, 2, 2 * 2),
            (KvDType::BF16, 2, 2 * 2),
            (KvDType::Q8_0, 32, 34),
            (KvDType::Q8_0, 96, 3 * 34),
        ] {
            let shape = KvShape { dtype, head_dim, ..SHAPE };
            let bytes = 2 * 4 * 2 * head_bytes + 3 * 5 * 4;
            assert_eq!(shape.bytes().expect("a number"), bytes);
            let slot = vec![0.0; 2 * 2 * head_dim];
            assert_eq!(dtype.encode(&slot).len(), shape.slot_bytes().expect("a number"));
        }
    }

    #[test]
    fn kv_shape_refuses_a_head_of_parts_of_blocks() {
        for head_dim in [6, 31, 48] {
            let shape = KvShape { dtype: KvDType::Q8_0, head_dim, ..SHAPE };
            let error = shape.check().expect_err("refused");
            let message = "cache: head_dim of a KV cache in q8_0 should be a multiple of 32";
            assert_eq!(error.to_string(), format!("{message}, found {head_dim}"));
            assert!(matches!(error, Error::Multiple { of: 32, found, .. } if found == head_dim));
        }
    }

    #[test]
    fn kv_shape_refuses_vectors_without_width() {
        for shape in [
            KvShape { kv_heads: 0, ..SHAPE },
            KvShape { head_dim: 0, ..SHAPE },
            KvShape { hidden: 0, ..SHAPE },
        ] {
            let error = shape.check().expect_err("refused");
            assert!(matches!(error, Error::Zero { op: "cache", .. }), "{error}");
        }
    }

    #[test]
    fn kv_shape_refuses_sizes_that_overflow() {
        for shape in [
            // No bytes at all, but the width of a slot overflows.
            KvShape { slots: 0, kv_heads: usize::MAX, ..SHAPE },
            KvShape { slots: usize::MAX, ..SHAPE },
            KvShape { layers: usize::MAX, ..SHAPE },
            KvShape { carry_rows: usize::MAX, ..SHAPE },
        ] {
            let error = shape.check().expect_err("refused");
            assert!(matches!(error, Error::Memory { .. }), "{error}");
        }
        // A number of bytes, and more than an address space.
        let error = SHAPE.zeros::<u8>(1 << 60).expect_err("refused");
        assert!(matches!(error, Error::Memory { .. }), "{error}");
    }

    #[test]
    fn kv_shape_indices_reach_every_slot_and_carry_row() {
        // Without layers and carries nothing is allocated: only the check can refuse.
        let shape = KvShape { layers: 0, slots: u32::MAX as usize, ..SHAPE };
        shape.check().expect("the largest");
        for shape in [KvShape { slots: 1 << 32, ..shape }, KvShape { carry_rows: 1 << 32, ..shape }]
        {
            assert!(matches!(shape.check(), Err(Error::Memory { .. })));
        }
    }

    #[test]
    fn kv_dtype_decode_gives_the_rounded_numbers() {
        let numbers: Vec<f32> = (0..64).map(|i| (i as f32 - 20.0) / 7.0).collect();
        for dtype in KvDType::ALL {
            let read = dtype.decode(&dtype.encode(&numbers));
            // 7 bits of bf16; half a step of q8_0.
            let near = |(x, read): (&f32, &f32)| (x - read).abs() <= 1.0 / 32.0;
            assert!(read.len() == 64 && numbers.iter().zip(&read).all(near), "{dtype:?}");
            match dtype {
                KvDType::F32 => assert_eq!(read, numbers),
                _ => assert_ne!(read, numbers),
            }
        }
    }
}
