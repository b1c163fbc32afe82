//! Quantized weights repacked for SIMD: sixteen rows interleaved.
//!
//! Files keep a row's blocks one after the other. A vector of 16 lanes would then hold 16 columns of
//! one row, whose products have to be summed across lanes at the end of every block. Here a lane has
//! its own weight row: sums stay in their lanes, the scales of 16 rows are one vector, and the work
//! per block beyond its products is shared by 16 rows. That makes further rows of x cheap.
//!
//! A *tile* is 16 rows of the weight, a *chunk* is 32 columns of a tile, a *quad* is 4 columns.

use std::ops::Range;

use plt_backend::blocks::{self, Format, MAX_SCALE_BYTES, SUPER_BLOCK, Scales, Values};
use plt_backend::{DType, Result, WeightData};

use crate::memory::HugePages;
use crate::simd::{BYTE_ZERO, CHUNK, Isa, Portable, TILE, prefetch};
use crate::threads::{DisjointSlices, Pool};

/// A repacked weight. Every weight keeps its value.
#[derive(Debug)]
pub(crate) struct Packed {
    pub format: Format,
    pub rows: usize,
    pub cols: usize,
    /// Tile after tile, chunk after chunk: for every quad 16 rows of 4 bytes. The nibbles of
    /// even quads are the low and those of odd quads the high half of the same bytes.
    quants: HugePages,
    /// Tile after tile, chunk after chunk: for every group of columns 16 scales, then 16 offsets.
    scales: HugePages,
    /// Super-block scales, for every 256 columns of a tile: 16 halves (ggml: d), then 16 halves of
    /// offsets (ggml: dmin).
    super_scales: Vec<[u8; 2]>,
}

/// One tile of a packed weight.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tile<'a> {
    pub format: Format,
    pub quants: &'a [u8],
    pub scales: &'a [u8],
    pub super_scales: &'a [[u8; 2]],
}

impl Packed {
    /// Repacks a quantized weight; `None` for an unquantized one.
    pub fn new(pool: &Pool, data: &WeightData) -> Result<Option<Self>> {
        let format = blocks::format(data.dtype());
        if format.scales == Scales::None {
            return Ok(None);
        }
        let (rows, cols) = (data.rows(), data.cols());
        let tiles = rows.div_ceil(TILE);
        let mut quants = HugePages::zeros(tiles * quant_bytes(format, cols))?;
        let mut scales = HugePages::zeros(tiles * scale_bytes(format, cols))?;
        let mut super_scales = vec![[0; 2]; tiles * super_scale_halves(format, cols)];
        {
            let slices = DisjointSlices::new(&mut scales);
            let super_slices = DisjointSlices::new(&mut super_scales);
            pool.chunks(&mut quants, quant_bytes(format, cols), |tile, quants| {
                let (scale_len, super_len) =
                    (scale_bytes(format, cols), super_scale_halves(format, cols));
                // SAFETY: every tile is one task, and tiles do not overlap.
                #[allow(unsafe_code)]
                let (scales, super_scales) = unsafe {
                    (
                        slices.get(tile * scale_len..(tile + 1) * scale_len),
                        super_slices.get(tile * super_len..(tile + 1) * super_len),
                    )
                };
                let rows = tile * TILE..rows.min((tile + 1) * TILE);
                pack_tile(data, rows, quants, scales, super_scales);
            });
        }
        Ok(Some(Self { format, rows, cols, quants, scales, super_scales }))
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        self.quants.len() + self.scales.len() + size_of_val(self.super_scales.as_slice())
    }

    pub fn tile(&self, tile: usize) -> Tile<'_> {
        let of = |len: usize| tile * len..(tile + 1) * len;
        Tile {
            format: self.format,
            quants: &self.quants[of(quant_bytes(self.format, self.cols))],
            scales: &self.scales[of(scale_bytes(self.format, self.cols))],
            super_scales: &self.super_scales[of(super_scale_halves(self.format, self.cols))],
        }
    }

    /// One row as f32.
    pub fn read_row(&self, row: usize, out: &mut [f32]) {
        let (tile, lane) = (self.tile(row / TILE), row % TILE);
        for (chunk, out) in out.chunks_exact_mut(CHUNK).enumerate() {
            let len = scale_bytes(self.format, CHUNK);
            let scales = tile.scales[chunk * len..][..len].as_ptr();
            let len = super_scale_halves(self.format, SUPER_BLOCK);
            let super_scale =
                tile.super_scales[chunk / (SUPER_BLOCK / CHUNK) * len..][..len].as_ptr();
            let groups = [0, CHUNK / 2 / self.format.group].map(|group| {
                // SAFETY: the bytes were sliced above; any machine has these instructions.
                #[allow(unsafe_code)]
                unsafe {
                    let scales = scales.add(group * scale_bytes(self.format, self.format.group));
                    load_scales::<Portable>(self.format.scales, scales, super_scale.cast())
                }
            });
            let len = chunk_bytes(self.format);
            let quants = &tile.quants[chunk * len..][..len];
            for (column, out) in out.iter_mut().enumerate() {
                let (scale, offset) = groups[column / (CHUNK / 2)];
                let (quad, byte) = (column / 4, lane * 4 + column % 4);
                let quant = match self.format.values {
                    Values::Q4 { zero } => {
                        let pair = quants[quad / 2 * 64 + byte];
                        f32::from(pair >> (quad % 2 * 4) & 15) - zero as f32
                    }
                    _ => f32::from(quants[quad * 64 + byte]) - BYTE_ZERO as f32,
                };
                *out = quant * scale[lane] + offset[lane];
            }
        }
    }
}

/// Scales and offsets of one group of columns.
///
/// # Safety
/// The pointers have [`scale_bytes`] and [`super_scale_halves`] behind them. As [`Isa`] demands.
#[inline(always)]
#[allow(unsafe_code)]
pub(crate) unsafe fn load_scales<I: Isa>(
    kind: Scales,
    scales: *const u8,
    super_scale: *const u8,
) -> (I::Floats, I::Floats) {
    // SAFETY: the caller promises it.
    unsafe {
        let none = I::splat(0.0);
        match kind {
            Scales::None => (none, none),
            Scales::Half => (I::from_halves(scales), none),
            Scales::HalfMin => (I::from_halves(scales), I::from_halves(scales.add(2 * TILE))),
            Scales::Float => (I::from_floats(scales), none),
            Scales::SuperBlock => {
                (I::multiply(I::from_halves(super_scale), I::from_signed(scales)), none)
            }
            Scales::SuperBlockMin => {
                let d_min = I::from_halves(super_scale.add(2 * TILE));
                let offset = I::multiply(d_min, I::from_unsigned(scales.add(TILE)));
                let scale = I::multiply(I::from_halves(super_scale), I::from_unsigned(scales));
                (scale, I::multiply(offset, I::splat(-1.0)))
            }
        }
    }
}

/// Bytes of a chunk's quants.
pub(crate) const fn chunk_bytes(format: Format) -> usize {
    match format.values {
        Values::Q4 { .. } => TILE * CHUNK / 2,
        _ => TILE * CHUNK,
    }
}

/// Bytes of the quants of `cols` columns of a tile.
fn quant_bytes(format: Format, cols: usize) -> usize {
    cols / CHUNK * chunk_bytes(format)
}

/// Bytes of the scales of `cols` columns of a tile.
pub(crate) const fn scale_bytes(format: Format, cols: usize) -> usize {
    let of_group = match format.scales {
        Scales::None => 0,
        Scales::SuperBlock => TILE,
        Scales::Half | Scales::SuperBlockMin => 2 * TILE,
        Scales::HalfMin | Scales::Float => 4 * TILE,
    };
    cols / format.group * of_group
}

/// Super-block scales, as halves, of `cols` columns of a tile.
pub(crate) const fn super_scale_halves(format: Format, cols: usize) -> usize {
    match format.scales {
        Scales::SuperBlock => cols / SUPER_BLOCK * TILE,
        Scales::SuperBlockMin => cols / SUPER_BLOCK * 2 * TILE,
        _ => 0,
    }
}

/// Bytes of a row that are prefetched.
const AHEAD: usize = 512;

/// Puts rows into the lanes of a tile, block by block, so that the output stays in the cache.
fn pack_tile(
    data: &WeightData,
    rows: Range<usize>,
    quants: &mut [u8],
    scales: &mut [u8],
    super_scales: &mut [[u8; 2]],
) {
    // With a constant type all sizes are constant: the common types are fast.
    match data.dtype() {
        DType::Q4_0 => pack_blocks::<32>(DType::Q4_0, data, rows, quants, scales, super_scales),
        DType::Q8_0 => pack_blocks::<32>(DType::Q8_0, data, rows, quants, scales, super_scales),
        DType::Q4K => pack_blocks::<256>(DType::Q4K, data, rows, quants, scales, super_scales),
        DType::Q6K => pack_blocks::<256>(DType::Q6K, data, rows, quants, scales, super_scales),
        other if other.block_len() == 32 => {
            pack_blocks::<32>(other, data, rows, quants, scales, super_scales);
        }
        DType::NVFP4 => pack_blocks::<64>(DType::NVFP4, data, rows, quants, scales, super_scales),
        other => pack_blocks::<256>(other, data, rows, quants, scales, super_scales),
    }
}

/// [`pack_tile`] for a type whose blocks have LEN columns.
#[inline(always)]
fn pack_blocks<const LEN: usize>(
    dtype: DType,
    data: &WeightData,
    rows: Range<usize>,
    to_quants: &mut [u8],
    to_scales: &mut [u8],
    to_super_scales: &mut [[u8; 2]],
) {
    let (block_bytes, row_bytes) = (dtype.block_bytes(), data.row_bytes());
    let format = blocks::format(dtype);
    let places = to_quants
        .chunks_exact_mut(quant_bytes(format, LEN))
        .zip(to_scales.chunks_exact_mut(scale_bytes(format, LEN)));
    let halves = super_scale_halves(format, LEN);
    for (block, (to_quants, to_scales)) in places.enumerate() {
        let to_super_scales = &mut to_super_scales[block * halves..][..halves];
        for (lane, row) in rows.clone().enumerate() {
            let bytes = &data.bytes()[row * row_bytes + block * block_bytes..][..block_bytes];
            // More rows than hardware prefetch follows.
            prefetch(bytes.as_ptr().wrapping_add(AHEAD));
            let (mut quants, mut scales) = ([0; LEN], [0; MAX_SCALE_BYTES]);
            let scales = &mut scales[..format.scale_bytes(LEN)];
            blocks::unpack(dtype, bytes, &mut quants, scales);
            pack_quants(format, &quants, lane, to_quants);
            pack_scales(format, scales, lane, to_scales, to_super_scales);
        }
    }
}

/// Puts the quants of a block into their lane.
#[inline(always)]
fn pack_quants(format: Format, quants: &[u8], lane: usize, to: &mut [u8]) {
    let vectors = to.as_chunks_mut::<{ 4 * TILE }>().0;
    let quads = quants.as_chunks::<4>().0;
    match format.values {
        Values::Q4 { .. } => {
            for (pair, vector) in quads.as_chunks::<2>().0.iter().zip(vectors) {
                let [low, high] = pair.map(u32::from_le_bytes);
                vector[lane * 4..][..4].copy_from_slice(&(low | high << 4).to_le_bytes());
            }
        }
        _ => {
            for (quad, vector) in quads.iter().zip(vectors) {
                let zeros = u32::from_le_bytes([BYTE_ZERO; 4]);
                // Adding 128 to a byte flips its highest bit.
                let quad = u32::from_le_bytes(*quad) ^ zeros;
                vector[lane * 4..][..4].copy_from_slice(&quad.to_le_bytes());
            }
        }
    }
}

/// Puts super-block scales and the scales of groups into their lane.
#[inline(always)]
fn pack_scales(
    format: Format,
    scales: &[u8],
    lane: usize,
    to_scales: &mut [u8],
    to_super_scales: &mut [[u8; 2]],
) {
    for (half, super_scale) in
        scales.as_chunks::<2>().0.iter().zip(to_super_scales.chunks_exact_mut(TILE))
    {
        super_scale[lane] = *half;
    }
    let skipped = if to_super_scales.is_empty() { 0 } else { 4 };
    let kinds = match format.scales {
        Scales::HalfMin | Scales::SuperBlockMin => 2,
        _ => 1,
    };
    let size = scale_bytes(format, format.group) / TILE / kinds;
    let vectors = to_scales.chunks_exact_mut(TILE * size);
    for (scale, vector) in scales[skipped..].chunks_exact(size).zip(vectors) {
        vector[lane * size..][..size].copy_from_slice(scale);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_weight_keeps_its_values() {
        let pool = Pool::new(Some(2)).expect("threads");
        for dtype in DType::ALL {
            for rows in [1, 16, 17, 35] {
                let cols = 512;
                let len = rows * dtype.row_bytes(cols).expect("whole blocks");
                // Every byte is below 0x3c, so that halves are finite.
                let bytes: Vec<u8> = (0..len).map(|i| (i * 31 % 60) as u8).collect();
                let data = WeightData::new(dtype, rows, cols, bytes.into()).expect("its size");
                let Some(packed) = Packed::new(&pool, &data).expect("memory") else {
                    assert_eq!(dtype.block_len(), 1, "unquantized weights are not repacked");
                    continue;
                };
                let expected = data.to_f32();
                let mut row = vec![0.0; cols];
                for (index, expected) in expected.chunks_exact(cols).enumerate() {
                    packed.read_row(index, &mut row);
                    assert_eq!(row, expected, "{dtype}, row {index} of {rows}");
                }
                let weights = rows.next_multiple_of(TILE) * cols;
                // A byte per weight, and a float for every 16.
                match packed.format == blocks::format(DType::IQ2XS) {
                    true => assert_eq!(packed.bytes() * 4, weights * 5, "{dtype}"),
                    false => {
                        assert!(packed.bytes() * 5 < weights * 6, "{dtype}: at most 1.2 bytes")
                    }
                }
            }
        }
    }
}
