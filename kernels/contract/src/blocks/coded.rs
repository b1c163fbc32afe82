//! GGML's block types whose quants are codes: of numbers in a table (iq4, mxfp4, nvfp4), of vectors in
//! a grid (iq1 to iq3), or three values to a digit (tq1, tq2).

use half::f16;

use super::grids;
use crate::weight::DType;

/// The numbers of iq4.
const IQ4: [i8; 16] = [-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113];
/// The numbers of mxfp4 and nvfp4, twice what e2m1 says.
const FP4: [i8; 16] = [0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12];
/// The magnitudes in the grids; there are no higher indices than they have numbers.
const IQ2: [i8; 4] = [8, 25, 43, 0];
const IQ3_XXS: [i8; 8] = [4, 12, 20, 28, 36, 44, 52, 62];
const IQ3_S: [i8; 8] = [1, 3, 5, 7, 9, 11, 13, 15];
/// Eighths of -1, 0 and 1: an offset of one eighth, up or down, is added.
const IQ1: [i8; 4] = [-8, 0, 8, 0];

/// Splits a block into quants and scales, as [`unpack`](super::unpack) does.
pub(super) fn unpack(dtype: DType, block: &[u8], q: &mut [u8], scales: &mut [u8]) {
    match dtype {
        DType::IQ4NL => {
            scales.copy_from_slice(&block[..2]);
            codes(&IQ4, &block[2..], q);
        }
        DType::IQ4XS => {
            let high = u16_at(block, 2);
            scales[..4].copy_from_slice(&[block[0], block[1], 0, 0]);
            for (i, pair) in scales[4..].as_chunks_mut::<2>().0.iter_mut().enumerate() {
                let low = block[4 + i / 2] >> (i % 2 * 4) & 15;
                *pair = [(low | ((high >> (2 * i) & 3) as u8 * 16)).wrapping_sub(32); 2];
            }
            for (bytes, q) in block[8..].chunks_exact(16).zip(q.chunks_exact_mut(32)) {
                codes(&IQ4, bytes, q);
            }
        }
        DType::MXFP4 => {
            scales.copy_from_slice(&half_power_of_two(block[0]).to_le_bytes());
            codes(&FP4, &block[1..], q);
        }
        DType::NVFP4 => {
            for (i, q) in q.chunks_exact_mut(16).enumerate() {
                put(scales, i, half_of_ue4m3(block[i]));
                codes(&FP4, &block[4 + 8 * i..][..8], q);
            }
        }
        DType::TQ1_0 => {
            ternary_scales(&block[52..], scales);
            let (mut bytes, mut q) = (&block[..52], q);
            // 32, 16 and 4 bytes of five, five and four digits.
            for (count, digits) in [(32, 5), (16, 5), (4, 4)] {
                let (part, rest) = bytes.split_at(count);
                let (to, behind) = q.split_at_mut(count * digits);
                for (to, power) in to.chunks_exact_mut(count).zip([1u8, 3, 9, 27, 81]) {
                    for (q, byte) in to.iter_mut().zip(part) {
                        // 3: values -1, 0, 1 have the zero point 4.
                        *q = ((u16::from(byte.wrapping_mul(power)) * 3) >> 8) as u8 + 3;
                    }
                }
                (bytes, q) = (rest, behind);
            }
        }
        DType::TQ2_0 => {
            ternary_scales(&block[64..], scales);
            for (i, q) in q.iter_mut().enumerate() {
                *q = (block[i / 128 * 32 + i % 32] >> (i % 128 / 32 * 2) & 3) + 3;
            }
        }
        _ => unpack_grid(dtype, block, q, scales),
    }
}

/// [`unpack`] of the types with grids.
fn unpack_grid(dtype: DType, block: &[u8], q: &mut [u8], scales: &mut [u8]) {
    let d = half_at(block, 0);
    match dtype {
        DType::IQ2XXS => {
            for (i, q) in q.chunks_exact_mut(32).enumerate() {
                let (codes, rest) = (&block[2 + 8 * i..][..4], u32_at(block, 6 + 8 * i));
                put(scales, i, d * (0.5 + (rest >> 28) as f32) * 0.25);
                for (l, q) in q.as_chunks_mut::<8>().0.iter_mut().enumerate() {
                    *q = eight(
                        grids::IQ2_XXS[usize::from(codes[l])],
                        &IQ2,
                        even_signs(rest >> (7 * l)),
                    );
                }
            }
        }
        DType::IQ2XS => {
            for (i, q) in q.as_chunks_mut::<8>().0.iter_mut().enumerate() {
                let code = u16_at(block, 2 + 2 * i);
                *q = eight(
                    grids::IQ2_XS[usize::from(code & 511)],
                    &IQ2,
                    even_signs(u32::from(code >> 9)),
                );
            }
            for i in 0..16 {
                put(scales, i, d * (0.5 + f32::from(nibble(&block[66..], i))) * 0.25);
            }
        }
        DType::IQ2S => {
            for (i, q) in q.as_chunks_mut::<8>().0.iter_mut().enumerate() {
                let high = block[66 + i / 4] >> (i % 4 * 2) & 3;
                let code = usize::from(block[2 + i]) | usize::from(high) << 8;
                *q = eight(grids::IQ2_S[code], &IQ2, block[34 + i]);
            }
            for i in 0..16 {
                put(scales, i, d * (0.5 + f32::from(nibble(&block[74..], i))) * 0.25);
            }
        }
        DType::IQ3XXS => {
            for (i, q) in q.chunks_exact_mut(32).enumerate() {
                let (codes, rest) = (&block[2 + 8 * i..][..8], u32_at(block, 66 + 4 * i));
                put(scales, i, d * (0.5 + (rest >> 28) as f32) * 0.5);
                for (l, q) in q.as_chunks_mut::<8>().0.iter_mut().enumerate() {
                    let pair = [codes[2 * l], codes[2 * l + 1]].map(usize::from);
                    let pair = pair.map(|code| grids::IQ3_XXS[code]);
                    *q = two_fours(pair, &IQ3_XXS, even_signs(rest >> (7 * l)));
                }
            }
        }
        DType::IQ3S => {
            for (i, q) in q.as_chunks_mut::<8>().0.iter_mut().enumerate() {
                let pair = [2 * i, 2 * i + 1].map(|j| {
                    let high = block[66 + j / 8] >> (j % 8) & 1;
                    grids::IQ3_S[usize::from(block[2 + j]) | usize::from(high) << 8]
                });
                *q = two_fours(pair, &IQ3_S, block[74 + i]);
            }
            for i in 0..8 {
                put(scales, i, d * f32::from(1 + 2 * nibble(&block[106..], i)));
            }
        }
        DType::IQ1S => {
            for (i, q) in q.chunks_exact_mut(32).enumerate() {
                let high = u16_at(block, 34 + 2 * i);
                put(scales, i, d * f32::from(2 * (high >> 12 & 7) + 1) * 0.125);
                for (l, q) in q.as_chunks_mut::<8>().0.iter_mut().enumerate() {
                    let code = u16::from(block[2 + 4 * i + l]) | (high >> (3 * l) & 7) << 8;
                    *q = eighths(code, high & 0x8000 != 0);
                }
            }
        }
        // The scale's half is in the highest digits of four words.
        DType::IQ1M => {
            let words = [48, 50, 52, 54].map(|at| u16_at(block, at));
            let [a, b, c, e] = words;
            let d = a >> 12 | b >> 8 & 0xf0 | c >> 4 & 0xf00 | e & 0xf000;
            let d = f16::from_bits(d).to_f32();
            for (i, q) in q.as_chunks_mut::<8>().0.iter_mut().enumerate() {
                let high = u16::from(nibble(&block[32..], i));
                let code = u16::from(block[i]) | (high & 7) << 8;
                *q = eighths(code, high & 8 != 0);
            }
            for i in 0..16 {
                let scale = words[i / 4] >> (i % 4 * 3) & 7;
                put(scales, i, d * f32::from(2 * scale + 1) * 0.125);
            }
        }
        _ => {}
    }
}

/// The numbers that nibbles stand for: those of the lower halves first.
fn codes(table: &[i8; 16], bytes: &[u8], q: &mut [u8]) {
    let (low, high) = q.split_at_mut(bytes.len());
    for ((byte, low), high) in bytes.iter().zip(low).zip(high) {
        *low = table[usize::from(byte & 15)] as u8;
        *high = table[usize::from(byte >> 4)] as u8;
    }
}

/// Eight numbers of a grid's entry, two bits each, with a sign for each.
fn eight(entry: u16, magnitudes: &[i8; 4], signs: u8) -> [u8; 8] {
    std::array::from_fn(|i| {
        signed(magnitudes[usize::from(entry >> (2 * i) & 3)], signs >> i & 1 == 1)
    })
}

/// Eight numbers of two entries, three bits each, with a sign for each.
fn two_fours(entries: [u16; 2], magnitudes: &[i8; 8], signs: u8) -> [u8; 8] {
    std::array::from_fn(|i| {
        let code = entries[i / 4] >> (3 * (i % 4)) & 7;
        signed(magnitudes[usize::from(code)], signs >> i & 1 == 1)
    })
}

/// Eight numbers of iq1, in eighths.
fn eighths(code: u16, down: bool) -> [u8; 8] {
    let numbers = eight(grids::IQ1[usize::from(code)], &IQ1, 0);
    numbers.map(|number| number.wrapping_add(signed(1, down)))
}

fn signed(magnitude: i8, negative: bool) -> u8 {
    (if negative { -magnitude } else { magnitude }) as u8
}

/// Eight signs in seven bits: the last makes their number even.
fn even_signs(bits: u32) -> u8 {
    let seven = (bits & 127) as u8;
    seven | (seven.count_ones() as u8 & 1) << 7
}

/// Nibble `i`, the lower half of a byte first.
fn nibble(bytes: &[u8], i: usize) -> u8 {
    bytes[i / 2] >> (i % 2 * 4) & 15
}

/// d for each group of a super-block.
fn ternary_scales(d: &[u8], scales: &mut [u8]) {
    scales[..4].copy_from_slice(&[d[0], d[1], 0, 0]);
    scales[4..].fill(1);
}

/// Half of 2^(e - 127), the scale of mxfp4.
fn half_power_of_two(exponent: u8) -> f32 {
    f32::from_bits(match exponent {
        0 | 1 => 0x0020_0000 << exponent,
        exponent => u32::from(exponent - 1) << 23,
    })
}

/// Half of an unsigned e4m3, the scale of nvfp4. Its sign bit is ignored; 0x7f is 0.
fn half_of_ue4m3(bits: u8) -> f32 {
    let (exponent, mantissa) = (bits >> 3 & 15, f32::from(bits & 7));
    match exponent {
        _ if bits == 0x7f => 0.0,
        0 => mantissa * 2f32.powi(-10),
        _ => (1.0 + mantissa / 8.0) * 2f32.powi(i32::from(exponent) - 8),
    }
}

/// Sets the scale of a group.
fn put(scales: &mut [u8], group: usize, scale: f32) {
    scales[4 * group..][..4].copy_from_slice(&scale.to_le_bytes());
}

fn half_at(block: &[u8], at: usize) -> f32 {
    f16::from_bits(u16_at(block, at)).to_f32()
}

fn u16_at(block: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([block[at], block[at + 1]])
}

fn u32_at(block: &[u8], at: usize) -> u32 {
    u32::from(u16_at(block, at)) | u32::from(u16_at(block, at + 2)) << 16
}
