//! Weights as kernels read them: quants in whole words, scales beside them.
//!
//! GGML files store each block's scale before its quants, which puts every other block at an odd
//! address. On the device the quants of a row follow each other, four words per load, and the scales
//! of all groups are in a buffer of their own. Values do not change.

use cubecl::prelude::*;
use cubecl::server::Handle;
use plt_backend::blocks::{self, Format, SUPER_BLOCK, Scales, Values};
use plt_backend::{Error, KvDType, Result, WeightData};
use rayon::prelude::*;

use crate::device::Gpu;
use crate::device::numbers::{f16_to_f32, half_of_word};

/// A weight matrix on the device. Cloning shares it.
#[derive(Debug, Clone)]
pub struct CubeWeight {
    pub(crate) format: Format,
    pub(crate) rows: usize,
    pub(crate) cols: usize,
    /// `[rows, row_vectors]` vectors of [`VECTOR`] words.
    pub(crate) words: Handle,
    pub(crate) row_vectors: usize,
    /// The scales of every group of columns, row after row; [`Scales`] is their layout.
    pub(crate) scales: Handle,
    /// Bytes of words and scales.
    pub(crate) bytes: usize,
}

/// Words of one load.
pub(crate) const VECTOR: usize = 4;

/// Columns per word: values narrower than a word are packed, the first in the lowest bits.
pub(crate) fn per_word(format: Format) -> usize {
    match format.values {
        Values::F32 => 1,
        Values::F16 | Values::BF16 => 2,
        Values::Q8 => 4,
        Values::Q4 { .. } => 8,
    }
}

/// Columns per load.
pub(crate) fn per_vector(format: Format) -> usize {
    VECTOR * per_word(format)
}

impl CubeWeight {
    pub(crate) fn new(gpu: &Gpu, data: &WeightData) -> Result<Self> {
        // Kernels index weights in 32 bits.
        if u32::try_from(data.rows() * data.cols()).is_err() {
            let what = format!("{} x {} weights in one matrix", data.rows(), data.cols());
            return Err(Error::Memory { what });
        }
        let format = blocks::format(data.dtype());
        let row_vectors = data.cols().div_ceil(per_vector(format));
        let row_bytes = row_vectors * VECTOR * size_of::<u32>();
        let mut words = vec![0u8; data.rows() * row_bytes];
        let rows = words.par_chunks_exact_mut(row_bytes);
        let from = data.bytes().par_chunks_exact(data.row_bytes());
        let mut scales: Vec<u8> = match format.scales {
            Scales::None => {
                rows.zip(from).for_each(|(row, from)| row[..from.len()].copy_from_slice(from));
                Vec::new()
            }
            _ => {
                let mut scales = vec![0; data.rows() * format.scale_bytes(data.cols())];
                let row_scales = scales.par_chunks_exact_mut(format.scale_bytes(data.cols()));
                rows.zip(row_scales).zip(from).for_each(|((row, scales), from)| {
                    let len = data.dtype().block_len();
                    let mut quants = [0; SUPER_BLOCK];
                    let blocks = from.chunks_exact(data.dtype().block_bytes());
                    let rows = row.chunks_mut(len / per_word(format) * size_of::<u32>());
                    let scales = scales.chunks_exact_mut(format.scale_bytes(len));
                    for ((block, row), scales) in blocks.zip(rows).zip(scales) {
                        blocks::unpack(data.dtype(), block, &mut quants[..len], scales);
                        pack_quants(&quants[..len], format.values, row);
                    }
                });
                scales
            }
        };
        scales.resize(scales.len().next_multiple_of(size_of::<u32>()), 0);
        let weight = Self {
            format,
            rows: data.rows(),
            cols: data.cols(),
            bytes: words.len() + scales.len(),
            words: gpu.upload(&words),
            row_vectors,
            scales: gpu.upload(&scales),
        };
        gpu.verify(&weight.words)?;
        gpu.verify(&weight.scales)?;
        Ok(weight)
    }

    pub(crate) fn shape(&self) -> (usize, usize) {
        (self.rows, self.cols)
    }
}

/// Packs quants: bytes unchanged, nibbles two per byte, the first one low.
fn pack_quants(quants: &[u8], values: Values, row: &mut [u8]) {
    match values {
        Values::Q4 { .. } => {
            for (byte, pair) in row.iter_mut().zip(quants.chunks_exact(2)) {
                *byte = pair[0] | pair[1] << 4;
            }
        }
        _ => row[..quants.len()].copy_from_slice(quants),
    }
}

/// The scale and the offset of a group.
#[cube]
pub(crate) fn scale_of(scales: &[u32], group: usize, #[comptime] format: Format) -> (f32, f32) {
    match comptime!(format.scales) {
        Scales::None => (1.0f32.runtime(), 0.0f32.runtime()),
        Scales::Half => {
            let word = scales[group / 2];
            let half = word >> (16u32 * (group as u32 & 1u32));
            (f16_to_f32(half & 0xffffu32), 0.0f32.runtime())
        }
        Scales::HalfMin => {
            let word = scales[group];
            (f16_to_f32(word & 0xffffu32), f16_to_f32(word >> 16u32))
        }
        Scales::Float => (f32::reinterpret(scales[group]), 0.0f32.runtime()),
        Scales::SuperBlock => {
            let groups = comptime!(SUPER_BLOCK / format.group);
            let at = group / groups * comptime!(1 + SUPER_BLOCK / format.group / 4);
            let inner = group % groups;
            let word = scales[at + 1 + inner / 4];
            let byte = i32::reinterpret(word << (24u32 - 8u32 * (inner as u32 % 4u32))) >> 24i32;
            (f16_to_f32(scales[at] & 0xffffu32) * f32::cast_from(byte), 0.0f32.runtime())
        }
        Scales::SuperBlockMin => {
            let groups = comptime!(SUPER_BLOCK / format.group);
            let at = group / groups * comptime!(1 + SUPER_BLOCK / format.group / 2);
            let inner = group % groups;
            let word = scales[at];
            let pair = scales[at + 1 + inner / 2] >> (16u32 * (inner as u32 & 1u32));
            (
                f16_to_f32(word & 0xffffu32) * f32::cast_from(pair & 0xffu32),
                -f16_to_f32(word >> 16u32) * f32::cast_from((pair >> 8u32) & 0xffu32),
            )
        }
    }
}

/// Column `4 · part + i` of the columns of a load, before its scale.
#[cube]
pub(crate) fn value_of(
    words: Vector<u32, Const<4>>,
    #[comptime] part: usize,
    #[comptime] i: usize,
    #[comptime] values: Values,
) -> f32 {
    match comptime!(values) {
        Values::F32 => f32::reinterpret(words.extract(i)),
        Values::F16 => {
            let word = words.extract(comptime!(2 * part + i / 2));
            half_of_word(word, comptime!(i % 2), KvDType::F16)
        }
        Values::BF16 => {
            let word = words.extract(comptime!(2 * part + i / 2));
            half_of_word(word, comptime!(i % 2), KvDType::BF16)
        }
        Values::Q8 => {
            let word = words.extract(part) ^ 0x8080_8080u32;
            integer_of_bits(word, comptime!(8 * i), 8usize, 128usize)
        }
        Values::Q4 { zero } => {
            let word = words.extract(comptime!(part / 2));
            integer_of_bits(
                word,
                comptime!(part % 2 * 16 + 4 * i),
                4usize,
                comptime!(zero as usize),
            )
        }
    }
}

/// The unsigned integer in `len` bits of a word, minus `zero`.
///
/// The bits become the low mantissa bits of a float whose exponent gives them their own value, or a
/// power of two times it: two operations and no conversion, for which GPUs have far fewer units. All
/// of it is exact.
#[cube]
fn integer_of_bits(
    word: u32,
    #[comptime] first: usize,
    #[comptime] len: usize,
    #[comptime] zero: usize,
) -> f32 {
    // A float has 23 mantissa bits: higher bits are shifted down first, once per word.
    let word = if comptime!(first + len > 23) { word >> 16u32 } else { word };
    let first = comptime!(if first + len > 23 { first % 16 } else { first });
    let mask = comptime!(((1u32 << len) - 1) << first);
    let bits = (word & mask) | comptime!(0x4b00_0000u32);
    let unit = comptime!(1.0 / (1u32 << first) as f32);
    f32::reinterpret(bits) * unit - comptime!((1u32 << 23 >> first) as f32 + zero as f32)
}
