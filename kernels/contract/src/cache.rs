use crate::error::{Error, Result};
use crate::ops::{expect_multiple, expect_some};
use crate::q8_0;

/// The element type in which keys and values are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs, reason = "the names are the field's standard terms")]
pub enum KvDType {
    #[default]
    F32,
    F16,
    BF16,
    /// Blocks of 32 elements of a head: integers of 8 bits and a bfloat16 that scales them. An element
    /// that is not finite makes its block NaN.
    Q8_0,
}

impl KvDType {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::F32, Self::F16, Self::BF16, Self::Q8_0];

    /// Elements of a head that are stored together: `head_dim` is a multiple of this.
    pub fn block_len(self) -> usize {
        match self {
            KvDType::F32 | KvDType::F16 | KvDType::BF16 => 1,
            KvDType::Q8_0 => q8_0::BLOCK,
        }
    }

    /// Bytes of as many elements.
    fn block_bytes(self) -> usize {
        match self {
            KvDType::F32 => 4,
            KvDType::F16 | KvDType::BF16 => 2,
            KvDType::Q8_0 => q8_0::BYTES,
        }
    }

    /// Bytes that the key and the value of one slot take in one layer.
    ///
    /// # Errors
    /// [`Error::Multiple`] if a head is no whole number of blocks; [`Error::Memory`] on overflow.
    pub fn slot_bytes(self, kv_heads: usize, head_dim: usize) -> Result<usize> {
        expect_multiple(
            "cache",
            "head_dim for keys and values in q8_0",
            self.block_len(),
            head_dim,
        )?;
        kv_heads
            .checked_mul(head_dim / self.block_len())
            .and_then(|blocks| blocks.checked_mul(2 * self.block_bytes()))
            .ok_or_else(|| Error::Memory {
                what: format!("keys and values of {kv_heads} heads of {head_dim}"),
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
}

/// The size of a backend's cache: for every layer `slots` places for one key and one value vector
/// each, and, once for the model, `carry_rows` hidden vectors.
///
/// What a slot or a carry row means (page, ring, which sequence) is the caller's business; the
/// backend sees indices.
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
        let slot_bytes = self.dtype.slot_bytes(self.kv_heads, self.head_dim)?;
        let kv = slot_bytes.checked_mul(self.slots).and_then(|n| n.checked_mul(self.layers));
        let carries = self.carry_rows.checked_mul(self.hidden).and_then(|n| n.checked_mul(4));
        kv.zip(carries)
            .and_then(|(kv, carries)| kv.checked_add(carries))
            .ok_or_else(|| self.too_large())
    }

    /// Fails unless vectors have a width that the type can hold, the size in bytes is a number, and
    /// indices of 32 bits reach every slot and every carry row.
    pub(crate) fn check(&self) -> Result<()> {
        expect_some("cache", "kv_heads", self.kv_heads)?;
        expect_some("cache", "head_dim", self.head_dim)?;
        expect_some("cache", "hidden", self.hidden)?;
        self.bytes()?;
        let within = |count| u32::try_from(count).map_err(|_| self.too_large());
        within(self.slots)?;
        within(self.carry_rows)?;
        Ok(())
    }

    /// Zeros that the system hands out page by page when they are first touched, or an error.
    pub(crate) fn zeros<T: bytemuck::Zeroable>(&self, elements: usize) -> Result<Vec<T>> {
        bytemuck::try_zeroed_vec(elements).map_err(|()| self.too_large())
    }

    fn too_large(&self) -> Error {
        Error::Memory { what: format!("a key/value cache of {self:?}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Backend, Cpu, Reference};

    const SHAPE: KvShape = KvShape {
        layers: 1,
        slots: 4,
        kv_heads: 2,
        head_dim: 2,
        dtype: KvDType::BF16,
        carry_rows: 3,
        hidden: 5,
    };

    /// What both backends say of a shape.
    fn refusals(shape: KvShape) -> [Error; 2] {
        let cpu = Cpu::new(Some(1)).expect("a thread");
        [
            cpu.cache(shape).map(drop).expect_err("refused"),
            Reference::new().cache(shape).map(drop).expect_err("refused"),
        ]
    }

    #[test]
    fn bytes_are_what_a_cache_holds() {
        let (cpu, reference) = (Cpu::new(Some(1)).expect("a thread"), Reference::new());
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
            assert_eq!(cpu.cache_bytes(&cpu.cache(shape).expect("a cache")), bytes);
            assert_eq!(reference.cache_bytes(&reference.cache(shape).expect("a cache")), bytes);
        }
    }

    #[test]
    fn a_head_is_a_whole_number_of_blocks() {
        for head_dim in [6, 31, 48] {
            for error in refusals(KvShape { dtype: KvDType::Q8_0, head_dim, ..SHAPE }) {
                let message =
                    "cache: head_dim for keys and values in q8_0 should be a multiple of 32";
                assert_eq!(error.to_string(), format!("{message}, found {head_dim}"));
                assert!(
                    matches!(error, Error::Multiple { of: 32, found, .. } if found == head_dim)
                );
            }
        }
    }

    #[test]
    fn vectors_need_a_width() {
        for shape in [
            KvShape { kv_heads: 0, ..SHAPE },
            KvShape { head_dim: 0, ..SHAPE },
            KvShape { hidden: 0, ..SHAPE },
        ] {
            for error in refusals(shape) {
                assert!(matches!(error, Error::Zero { op: "cache", .. }), "{error}");
            }
        }
    }

    #[test]
    fn a_cache_that_nothing_can_hold_is_an_error() {
        for shape in [
            // No bytes at all, but the width of a slot overflows.
            KvShape { slots: 0, kv_heads: usize::MAX, ..SHAPE },
            KvShape { slots: usize::MAX, ..SHAPE },
            KvShape { layers: usize::MAX, ..SHAPE },
            KvShape { carry_rows: usize::MAX, ..SHAPE },
            // A number of bytes, and more than an address space.
            KvShape { head_dim: 1 << 56, ..SHAPE },
            KvShape { hidden: 1 << 58, ..SHAPE },
        ] {
            for error in refusals(shape) {
                assert!(matches!(error, Error::Memory { .. }), "{error}");
            }
        }
    }

    #[test]
    fn indices_reach_every_slot_and_carry_row() {
        // Without layers and carries nothing is allocated: only the check can refuse.
        let shape = KvShape { layers: 0, slots: u32::MAX as usize, ..SHAPE };
        shape.check().expect("the largest");
        for shape in [KvShape { slots: 1 << 32, ..shape }, KvShape { carry_rows: 1 << 32, ..shape }]
        {
            assert!(matches!(shape.check(), Err(Error::Memory { .. })));
        }
    }
}
