//! GGML's blocks in parts: quants, and the scales and offsets of groups of them, so that
//! `weight = quant · scale + offset` in the same roundings as the format's own definition.
//!
//! The layouts are those of ggml's `block_q*` structures: little-endian, halves for scales. Some
//! backends store weights in these parts, repacked for their instructions.

mod coded;
mod grids;

use half::f16;

use crate::weight::DType;

/// The parts of a weight type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Format {
    /// The numbers or quants.
    pub values: Values,
    /// The scales of quants.
    pub scales: Scales,
    /// Columns that share a scale.
    pub group: usize,
}

/// A number or quant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the field's standard terms")]
pub enum Values {
    F32,
    F16,
    BF16,
    /// A signed byte.
    Q8,
    /// A nibble.
    Q4 {
        /// Subtracted from the nibble.
        zero: u32,
    },
}

/// The scales and offsets that turn quants into weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scales {
    /// Nothing: floats.
    None,
    /// A half for each group (ggml: d).
    Half,
    /// Two halves for each group, scale and offset (ggml: d, m).
    HalfMin,
    /// A float for each group (ggml: d).
    Float,
    /// A super-block of 256 columns: a half (ggml: d) and two unused bytes, then a signed byte for
    /// each group, which the half multiplies.
    SuperBlock,
    /// A super-block of 256 columns: two halves (ggml: d, dmin), then two bytes for each group. d
    /// times the first byte is the scale; dmin times the second is subtracted.
    SuperBlockMin,
}

/// Columns of a super-block, the longest block of any type.
pub const SUPER_BLOCK: usize = 256;
/// The most bytes that the scales of a block take.
pub const MAX_SCALE_BYTES: usize = 64;

impl Format {
    /// Bytes of the scales of `cols` columns, a multiple of a block.
    pub fn scale_bytes(self, cols: usize) -> usize {
        let groups = cols / self.group;
        match self.scales {
            Scales::None => 0,
            Scales::Half => 2 * groups,
            Scales::HalfMin | Scales::Float => 4 * groups,
            Scales::SuperBlock => cols / SUPER_BLOCK * 4 + groups,
            Scales::SuperBlockMin => cols / SUPER_BLOCK * 4 + 2 * groups,
        }
    }
}

/// The parts of a weight type.
pub const fn format(dtype: DType) -> Format {
    let (values, scales, group) = match dtype {
        DType::F32 => (Values::F32, Scales::None, 32),
        DType::F16 => (Values::F16, Scales::None, 32),
        DType::BF16 => (Values::BF16, Scales::None, 32),
        DType::Q4_0 => (Values::Q4 { zero: 8 }, Scales::Half, 32),
        DType::Q4_1 => (Values::Q4 { zero: 0 }, Scales::HalfMin, 32),
        DType::Q5_0 | DType::Q8_0 | DType::Q8_1 => (Values::Q8, Scales::Half, 32),
        DType::Q5_1 => (Values::Q8, Scales::HalfMin, 32),
        DType::Q2K => (Values::Q4 { zero: 0 }, Scales::SuperBlockMin, 16),
        DType::Q3K => (Values::Q4 { zero: 4 }, Scales::SuperBlock, 16),
        DType::Q4K => (Values::Q4 { zero: 0 }, Scales::SuperBlockMin, 32),
        DType::Q5K => (Values::Q8, Scales::SuperBlockMin, 32),
        DType::Q6K => (Values::Q8, Scales::SuperBlock, 16),
        DType::Q8K => (Values::Q8, Scales::Float, 32),
        DType::IQ4NL => (Values::Q8, Scales::Half, 32),
        DType::IQ4XS => (Values::Q8, Scales::SuperBlock, 16),
        DType::MXFP4 | DType::IQ1S | DType::IQ2XXS | DType::IQ3XXS | DType::IQ3S => {
            (Values::Q8, Scales::Float, 32)
        }
        DType::NVFP4 | DType::IQ1M | DType::IQ2XS | DType::IQ2S => (Values::Q8, Scales::Float, 16),
        DType::TQ1_0 | DType::TQ2_0 => (Values::Q4 { zero: 4 }, Scales::SuperBlock, 16),
    };
    Format { values, scales, group }
}

/// Splits one block of a quantized type: a byte of `q` for each column, signed or not as the format
/// has it, and the scales as [`Scales`] says.
#[inline(always)]
pub fn unpack(dtype: DType, block: &[u8], q: &mut [u8], scales: &mut [u8]) {
    match dtype {
        DType::F32 | DType::F16 | DType::BF16 => {}
        DType::Q4_0 | DType::Q4_1 => {
            let start = if dtype == DType::Q4_0 { 2 } else { 4 };
            let (low, high) = q.split_at_mut(16);
            nibbles(&block[start..], low, high);
            scales.copy_from_slice(&block[..start]);
        }
        DType::Q5_0 | DType::Q5_1 => {
            let (start, zero) = if dtype == DType::Q5_0 { (2, 16) } else { (4, 0) };
            let high = |j: usize| (block[start + j / 8] >> (j % 8) & 1) << 4;
            let bits = &block[start + 4..];
            for j in 0..16 {
                q[j] = (bits[j] & 15 | high(j)).wrapping_sub(zero);
                q[j + 16] = (bits[j] >> 4 | high(j + 16)).wrapping_sub(zero);
            }
            scales.copy_from_slice(&block[..start]);
        }
        DType::Q8_0 | DType::Q8_1 => {
            q[..32].copy_from_slice(&block[if dtype == DType::Q8_0 { 2 } else { 4 }..][..32]);
            scales.copy_from_slice(&block[..2]);
        }
        DType::Q2K => {
            let (packed, bits) = (&block[..16], &block[16..80]);
            for (i, q) in q.iter_mut().enumerate() {
                *q = bits[i / 128 * 32 + i % 32] >> (i % 128 / 32 * 2) & 3;
            }
            scales[..4].copy_from_slice(&block[80..84]);
            for (scale, pair) in scales[4..].chunks_exact_mut(2).zip(packed) {
                scale.copy_from_slice(&[pair & 15, pair >> 4]);
            }
        }
        DType::Q3K => {
            let (high, bits, packed) = (&block[..32], &block[32..96], &block[96..108]);
            for (i, q) in q.iter_mut().enumerate() {
                let low = bits[i / 128 * 32 + i % 32] >> (i % 128 / 32 * 2) & 3;
                // The high bit is worth 4, which the zero point subtracts again.
                *q = low | (high[i % 32] >> (i / 32) & 1) << 2;
            }
            scales[..4].copy_from_slice(&[block[108], block[109], 0, 0]);
            for (i, scale) in scales[4..].iter_mut().enumerate() {
                let low = packed[i % 8] >> (i / 8 * 4) & 15;
                let high = packed[8 + i % 4] >> (i / 4 * 2) & 3;
                *scale = (low | high << 4).wrapping_sub(32);
            }
        }
        DType::Q4K | DType::Q5K => {
            let five = dtype == DType::Q5K;
            let bits = &block[if five { 48 } else { 16 }..][..128];
            for (bits, q) in bits.as_chunks::<32>().0.iter().zip(q.as_chunks_mut::<64>().0) {
                let (low, high) = q.split_at_mut(32);
                nibbles(&bits[..16], &mut low[..16], &mut high[..16]);
                nibbles(&bits[16..], &mut low[16..], &mut high[16..]);
            }
            if five {
                for (i, q) in q.iter_mut().enumerate() {
                    *q |= (block[16 + i % 32] >> (i / 32) & 1) << 4;
                }
            }
            let packed = &block[4..16];
            scales[..4].copy_from_slice(&block[..4]);
            for (i, scale) in scales[4..].chunks_exact_mut(2).enumerate() {
                // Six bits each: in one byte for the first four groups, in two for the rest.
                scale.copy_from_slice(&match i {
                    0..4 => [packed[i] & 63, packed[i + 4] & 63],
                    _ => [
                        packed[i + 4] & 15 | packed[i - 4] >> 6 << 4,
                        packed[i + 4] >> 4 | packed[i] >> 6 << 4,
                    ],
                });
            }
        }
        DType::Q6K => {
            let (low, high) = (&block[..128], &block[128..192]);
            for (i, q) in q.iter_mut().enumerate() {
                let (part, l) = (i % 128 / 32, i % 32);
                let four = low[i / 128 * 64 + part % 2 * 32 + l] >> (part / 2 * 4) & 15;
                let two = high[i / 128 * 32 + l] >> (part * 2) & 3;
                *q = (four | two << 4).wrapping_sub(32);
            }
            scales[..4].copy_from_slice(&[block[208], block[209], 0, 0]);
            scales[4..].copy_from_slice(&block[192..208]);
        }
        DType::Q8K => {
            q.copy_from_slice(&block[4..260]);
            for scale in scales.chunks_exact_mut(4) {
                scale.copy_from_slice(&block[..4]);
            }
        }
        _ => coded::unpack(dtype, block, q, scales),
    }
}

/// The lower halves of 16 bytes, and the upper ones.
#[inline(always)]
fn nibbles(bytes: &[u8], low: &mut [u8], high: &mut [u8]) {
    const LOW: u128 = u128::from_le_bytes([15; 16]);
    if let Some(bytes) = bytes.first_chunk() {
        let bytes = u128::from_le_bytes(*bytes);
        low.copy_from_slice(&(bytes & LOW).to_le_bytes());
        high.copy_from_slice(&(bytes >> 4 & LOW).to_le_bytes());
    }
}

/// Dequantizes one block of a quantized type into as many values as it has elements.
pub fn dequantize(dtype: DType, block: &[u8], out: &mut [f32]) {
    let format = format(dtype);
    let (mut quants, mut scales) = ([0; SUPER_BLOCK], [0; MAX_SCALE_BYTES]);
    let (quants, scales) = (&mut quants[..out.len()], &mut scales[..format.scale_bytes(out.len())]);
    unpack(dtype, block, quants, scales);
    let groups = out.chunks_exact_mut(format.group).zip(quants.chunks_exact(format.group));
    for (group, (out, quants)) in groups.enumerate() {
        let (scale, offset) = group_scale(scales, group, format);
        for (out, quant) in out.iter_mut().zip(quants) {
            let quant = match format.values {
                Values::Q4 { zero } => f32::from(*quant) - zero as f32,
                _ => f32::from(*quant as i8),
            };
            *out = match offset {
                Some(offset) => quant * scale + offset,
                None => quant * scale,
            };
        }
    }
}

/// Scale and offset of a group, from the scales of its block.
fn group_scale(scales: &[u8], group: usize, format: Format) -> (f32, Option<f32>) {
    let half = |at: usize| f16::from_le_bytes([scales[at], scales[at + 1]]).to_f32();
    match format.scales {
        Scales::None => (1.0, None),
        Scales::Half => (half(2 * group), None),
        Scales::HalfMin => (half(4 * group), Some(half(4 * group + 2))),
        Scales::Float => {
            let scale = scales[4 * group..].first_chunk().copied();
            (f32::from_le_bytes(scale.unwrap_or_default()), None)
        }
        Scales::SuperBlock => (half(0) * f32::from(scales[4 + group] as i8), None),
        Scales::SuperBlockMin => {
            let pair = &scales[4 + 2 * group..];
            (half(0) * f32::from(pair[0]), Some(-(half(2) * f32::from(pair[1]))))
        }
    }
}
