//! The number of slots and carry rows, their places and their bytes.

use crate::error::{Error, Result};

/// Bytes of one element of a carry: carries are `f32`.
const CARRY_ELEMENT_BYTES: usize = 4;

/// The parameters of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geometry {
    /// Layers of the stack that all loops share.
    pub layers: usize,
    /// Elements of a hidden state.
    pub hidden: usize,
    /// R, the number of loops.
    pub loops: usize,
    /// Keys that the local attention of a later loop sees, the row's own included: w + 1 for
    /// `plt_window_size` `[w, 0]`, `loop_window_size` for the sequential loop. 0: later loops keep no keys of their own. Not used if
    /// R = 1.
    pub local_keys: usize,
    /// How many positions back the carry of a row is: 1 for the parallel loop, 0 for the sequential
    /// loop.
    pub shift: usize,
}

/// The sizes that the user chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolSize {
    /// Bytes of the key and the value of one position in one layer.
    pub slot_bytes: usize,
    /// Positions of one block.
    pub block_size: usize,
    /// Blocks of all sequences together.
    pub blocks: usize,
    /// Maximum number of open sequences.
    pub sequences: usize,
    /// Carries of all sequences together.
    pub carry_rows: usize,
    /// Newest positions that [`Sequence::truncate`](crate::Sequence::truncate) can remove.
    pub rollback: usize,
}

/// A valid geometry and size, and the quantities derived from them.
///
/// The slots of a layer have one numbering: `blocks · block_size` slots of blocks, then for each
/// ring set R - 1 rings of `ring_len` slots. Every layer has the same slots, and one index means
/// the same position in each of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CacheLayout {
    geometry: Geometry,
    size: PoolSize,
    ring_len: usize,
    slots: usize,
    bytes_per_token: usize,
    bytes_per_carry: usize,
    bytes_per_sequence: usize,
    carry_bytes_per_sequence: usize,
    total_bytes: usize,
}

impl CacheLayout {
    /// Checks that every size is possible and that no count overflows.
    ///
    /// # Errors
    /// [`Error::Zero`], [`Error::Shift`]; [`Error::Overflow`] if a count or the bytes of the whole do
    /// not fit in `usize`; [`Error::TooMany`] if indices do not fit in `u32`.
    pub fn new(geometry: Geometry, size: PoolSize) -> Result<Self> {
        let Geometry { layers, hidden, loops, local_keys, shift } = geometry;
        let PoolSize { slot_bytes, block_size, blocks, sequences, carry_rows, rollback } = size;
        for (key, value) in [
            ("layers", layers),
            ("hidden", hidden),
            ("loops", loops),
            ("slot_bytes", slot_bytes),
            ("block_size", block_size),
            ("blocks", blocks),
            ("sequences", sequences),
        ] {
            at_least_one(key, value)?;
        }
        let later_loops = loops - 1;
        if later_loops > 0 {
            at_least_one("carry_rows", carry_rows)?;
        }
        if shift > 1 {
            return Err(Error::Shift { found: shift });
        }

        let ring_len = match later_loops.min(local_keys) {
            0 => 0,
            _ => sum("slots", &[local_keys, rollback])?,
        };
        let ring_set = product("slots", &[later_loops, ring_len])?;
        let slots = sum(
            "slots",
            &[product("slots", &[blocks, block_size])?, product("slots", &[sequences, ring_set])?],
        )?;
        fits_u32("slots", slots)?;
        fits_u32("sequences", sequences)?;
        fits_u32("carry rows", carry_rows)?;

        let bytes_per_token = product("bytes", &[layers, slot_bytes])?;
        let bytes_per_carry = product("bytes", &[hidden, CARRY_ELEMENT_BYTES])?;
        let held =
            product("carry rows", &[later_loops, shift, sum("carry rows", &[1, rollback])?])?;
        let total_bytes = sum(
            "bytes",
            &[
                product("bytes", &[slots, bytes_per_token])?,
                product("bytes", &[carry_rows, bytes_per_carry])?,
            ],
        )?;
        Ok(Self {
            geometry,
            size,
            ring_len,
            slots,
            bytes_per_token,
            bytes_per_carry,
            bytes_per_sequence: product("bytes", &[ring_set, bytes_per_token])?,
            carry_bytes_per_sequence: product("bytes", &[held, bytes_per_carry])?,
            total_bytes,
        })
    }

    /// The parameters of the model.
    pub fn geometry(&self) -> &Geometry {
        &self.geometry
    }

    /// The sizes that the user chose.
    pub fn size(&self) -> &PoolSize {
        &self.size
    }

    /// Positions of one block.
    pub fn block_size(&self) -> usize {
        self.size.block_size
    }

    /// Room for hidden states, in rows of `hidden` elements.
    pub fn carry_rows(&self) -> usize {
        self.size.carry_rows
    }

    /// Slots of one ring: `local_keys + rollback`; 0 if R = 1 or later loops keep no keys.
    ///
    /// After a rollback by up to `rollback` positions, the ring still holds the newest `local_keys`
    /// positions.
    pub fn ring_len(&self) -> usize {
        self.ring_len
    }

    /// Slots of one layer: blocks first, then rings.
    pub fn slots(&self) -> usize {
        self.slots
    }

    /// Bytes of one slot in all layers: layers · slot_bytes.
    ///
    /// This is the cost of a token: only loop 0 keeps its whole KV cache.
    pub fn bytes_per_token(&self) -> usize {
        self.bytes_per_token
    }

    /// Bytes of one carry row.
    pub fn bytes_per_carry(&self) -> usize {
        self.bytes_per_carry
    }

    /// Bytes of the rings of one sequence of any length.
    pub fn bytes_per_sequence(&self) -> usize {
        self.bytes_per_sequence
    }

    /// Bytes of the carries of one sequence whose loops have all reached the same position:
    /// (R - 1) · (1 + rollback) · hidden · 4 for the parallel loop, 0 for the sequential loop.
    pub fn carry_bytes_per_sequence(&self) -> usize {
        self.carry_bytes_per_sequence
    }

    /// Bytes of all slots of all layers and of all carry rows, as a backend allocates them.
    pub fn total_bytes(&self) -> usize {
        self.total_bytes
    }

    /// Loops after loop 0.
    pub(crate) fn later_loops(&self) -> usize {
        self.geometry.loops - 1
    }

    /// First slot of the ring of a later loop, `None` for other loops.
    pub(crate) fn ring(&self, ring_set: u32, loop_index: usize) -> Option<u32> {
        let has_ring = |later: &usize| self.ring_len > 0 && *later < self.later_loops();
        let later = loop_index.checked_sub(1).filter(has_ring)?;
        let rings_before = ring_set as usize * self.later_loops() + later;
        Some((self.size.blocks * self.size.block_size + rings_before * self.ring_len) as u32)
    }
}

fn at_least_one(key: &'static str, value: usize) -> Result<()> {
    if value == 0 { Err(Error::Zero { key }) } else { Ok(()) }
}

fn fits_u32(quantity: &'static str, found: usize) -> Result<()> {
    let limit = u32::MAX as usize;
    if found > limit { Err(Error::TooMany { quantity, found, limit }) } else { Ok(()) }
}

fn sum(quantity: &'static str, terms: &[usize]) -> Result<usize> {
    let sum = terms.iter().try_fold(0usize, |sum, term| sum.checked_add(*term));
    sum.ok_or(Error::Overflow { quantity })
}

fn product(quantity: &'static str, factors: &[usize]) -> Result<usize> {
    let product = factors.iter().try_fold(1usize, |product, factor| product.checked_mul(*factor));
    product.ok_or(Error::Overflow { quantity })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// LoopCoder-V2, 8 key/value heads of 128 in 16 bits, with room for one sequence of 4608 positions.
    fn loopcoder() -> (Geometry, PoolSize) {
        let geometry = Geometry { layers: 14, hidden: 5120, loops: 2, local_keys: 65, shift: 1 };
        let size = PoolSize {
            slot_bytes: 2 * 8 * 128 * 2,
            block_size: 16,
            blocks: 288,
            sequences: 1,
            carry_rows: 1,
            rollback: 0,
        };
        (geometry, size)
    }

    #[test]
    fn layout_of_loopcoder_v2_matches_the_paper() -> Result<()> {
        let (geometry, size) = loopcoder();
        let layout = CacheLayout::new(geometry, size)?;
        assert_eq!(layout.bytes_per_token(), 56 * 1024);
        assert_eq!(layout.bytes_per_sequence(), 65 * 56 * 1024); // 3.55 MiB
        assert_eq!(layout.carry_bytes_per_sequence(), 5120 * 4);
        assert_eq!(layout.slots(), 288 * 16 + 65);
        assert_eq!(layout.total_bytes(), (288 * 16 + 65) * 56 * 1024 + 5120 * 4);
        // PLT-2 of the paper: 284M beside the 280M of the model without loops, + 1.4 %.
        let plain = 288 * 16 * layout.bytes_per_token();
        let fixed = layout.bytes_per_sequence() + layout.carry_bytes_per_sequence();
        let per_mille = fixed * 1000 / plain;
        assert_eq!(per_mille, 14);
        Ok(())
    }

    #[test]
    fn layout_names_every_zero() {
        let zero = |key: &str, change: fn(&mut Geometry, &mut PoolSize)| {
            let (mut geometry, mut size) = loopcoder();
            change(&mut geometry, &mut size);
            match CacheLayout::new(geometry, size) {
                Err(Error::Zero { key: found }) => assert_eq!(found, key),
                other => panic!("{key}: {other:?}"),
            }
        };
        zero("layers", |geometry, _| geometry.layers = 0);
        zero("hidden", |geometry, _| geometry.hidden = 0);
        zero("loops", |geometry, _| geometry.loops = 0);
        zero("slot_bytes", |_, size| size.slot_bytes = 0);
        zero("block_size", |_, size| size.block_size = 0);
        zero("blocks", |_, size| size.blocks = 0);
        zero("sequences", |_, size| size.sequences = 0);
        zero("carry_rows", |_, size| size.carry_rows = 0);
    }

    #[test]
    fn layout_of_one_loop_has_no_ring_and_no_carry() -> Result<()> {
        let (geometry, size) = loopcoder();
        let layout = CacheLayout::new(
            Geometry { loops: 1, local_keys: 0, ..geometry },
            PoolSize { carry_rows: 0, rollback: usize::MAX - 1, ..size },
        )?;
        assert_eq!((layout.ring_len(), layout.slots()), (0, 288 * 16));
        assert_eq!((layout.bytes_per_sequence(), layout.carry_bytes_per_sequence()), (0, 0));
        assert_eq!(layout.ring(0, 1), None);
        Ok(())
    }

    #[test]
    fn layout_of_shared_keys_has_no_rings() -> Result<()> {
        let (geometry, size) = loopcoder();
        let shared = Geometry { loops: 3, local_keys: 0, ..geometry };
        let layout = CacheLayout::new(shared, PoolSize { rollback: 2, ..size })?;
        assert_eq!((layout.ring_len(), layout.slots()), (0, 288 * 16));
        assert_eq!(layout.ring(0, 1), None);
        assert_eq!(layout.carry_bytes_per_sequence(), 2 * 3 * 5120 * 4);
        Ok(())
    }

    #[test]
    fn rings_follow_the_blocks_and_fill_the_slots() -> Result<()> {
        let (geometry, size) = loopcoder();
        let layout = CacheLayout::new(
            Geometry { loops: 3, ..geometry },
            PoolSize { sequences: 2, rollback: 3, ..size },
        )?;
        let first = [(0, 1), (0, 2), (1, 1), (1, 2)].map(|(set, r)| layout.ring(set, r));
        let pages = 288 * 16;
        assert_eq!(first, [0, 68, 136, 204].map(|ring| Some(pages + ring)));
        assert_eq!(layout.slots(), pages as usize + 4 * 68);
        assert_eq!((layout.ring(0, 0), layout.ring(0, 3)), (None, None));
        assert_eq!(layout.carry_bytes_per_sequence(), 2 * 4 * 5120 * 4);
        Ok(())
    }

    #[test]
    fn layout_rejects_impossible_values() {
        let (geometry, size) = loopcoder();
        let error = |geometry, size| CacheLayout::new(geometry, size).unwrap_err();
        assert_eq!(error(Geometry { shift: 2, ..geometry }, size), Error::Shift { found: 2 });
        let limit = u32::MAX as usize;
        assert_eq!(
            error(geometry, PoolSize { blocks: 1 << 28, ..size }),
            Error::TooMany { quantity: "slots", found: (1 << 32) + 65, limit }
        );
        assert_eq!(
            error(geometry, PoolSize { carry_rows: 1 << 32, ..size }),
            Error::TooMany { quantity: "carry rows", found: 1 << 32, limit }
        );
        // Without rings only the number of sequences itself counts.
        assert_eq!(
            error(Geometry { loops: 1, ..geometry }, PoolSize { sequences: 1 << 32, ..size }),
            Error::TooMany { quantity: "sequences", found: 1 << 32, limit }
        );
    }

    #[test]
    fn layout_rejects_overflows() {
        const MAX: usize = usize::MAX;
        let (geometry, size) = loopcoder();
        let overflow = |quantity, geometry, size| {
            assert_eq!(CacheLayout::new(geometry, size), Err(Error::Overflow { quantity }));
        };
        overflow("slots", geometry, PoolSize { blocks: MAX, ..size });
        overflow("slots", geometry, PoolSize { rollback: MAX, ..size });
        overflow("slots", Geometry { local_keys: MAX / 2, loops: 4, ..geometry }, size);
        overflow("bytes", Geometry { layers: MAX, ..geometry }, size);
        overflow("bytes", Geometry { hidden: MAX, ..geometry }, size);
        overflow("bytes", geometry, PoolSize { slot_bytes: 1 << 59, ..size });
        let one_loop = Geometry { loops: 1, ..geometry };
        overflow("carry rows", one_loop, PoolSize { rollback: MAX, ..size });
    }
}
