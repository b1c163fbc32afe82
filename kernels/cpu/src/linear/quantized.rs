//! Matrix multiplication of quantized rows of x with quantized weights, tile by tile.
//!
//! A tile's bytes are read once, into registers, for every [`Isa::ROWS`] rows of x. Products and sums
//! are exact integers; the sum of each group of columns is scaled in floats.

use std::ops::Range;

use plt_backend::DType;
use plt_backend::blocks::{Format, SUPER_BLOCK, Scales, Values, format};

use crate::device::{Chunk, Quantized};
use crate::simd::{CHUNK, InstructionSet, Isa, QUADS, TILE, Work, opaque, prefetch, read_ahead};
use crate::weights::{Tile, chunk_bytes, load_scales, scale_bytes, super_scale_halves};

/// Chunks that are multiplied with all rows of x before the next chunks: their quants stay in the L1
/// cache.
const BLOCK: usize = 32;
/// How far ahead scales are prefetched, in bytes: a chunk has some 32 bytes of them.
const SCALES_AHEAD: usize = 2 << 10;

/// Multiplies the rows of x from `first` on, one for each place of `out`, with a tile: as many at a time
/// as there are registers for, then fewer.
pub(super) fn multiply<const BYTES: usize>(
    instructions: InstructionSet,
    tile: Tile<'_>,
    x: &Quantized<BYTES>,
    first: usize,
    out: &mut [[f32; TILE]],
) {
    out.fill([0.0; TILE]);
    let count = x.chunks();
    let most = instructions.run(MostRows);
    for start in (0..count).step_by(BLOCK) {
        let block = start..count.min(start + BLOCK);
        let mut done = 0;
        while done < out.len() {
            // For later rows the next chunks are in the cache already.
            let prefetches = done == 0;
            let (first, out) = (first + done, &mut out[done..]);
            let product = Product { tile, x, first, block: block.clone(), prefetches, out };
            done += match product.out.len().min(most) {
                8.. => product.multiply::<8>(instructions),
                4.. => product.multiply::<4>(instructions),
                2.. => product.multiply::<2>(instructions),
                _ => product.multiply::<1>(instructions),
            };
        }
    }
}

/// Asks how many rows of x are multiplied at once.
struct MostRows;

#[allow(unsafe_code)]
impl Work for MostRows {
    type Output = usize;

    #[inline(always)]
    unsafe fn run<I: Isa>(self) -> usize {
        I::ROWS
    }
}

/// The formats of quantized weights: a kernel is compiled for each index of this table.
const FORMATS: [Format; 11] = [
    format(DType::Q4_0),
    format(DType::Q4_1),
    format(DType::Q8_0),
    format(DType::Q5_1),
    format(DType::Q2K),
    format(DType::Q3K),
    format(DType::Q4K),
    format(DType::Q5K),
    format(DType::Q6K),
    format(DType::Q8K),
    format(DType::IQ2XS),
];

/// Some rows of x and a block of a tile; their products are added to `out`.
struct Product<'a, const BYTES: usize> {
    tile: Tile<'a>,
    x: &'a Quantized<BYTES>,
    first: usize,
    block: Range<usize>,
    /// Whether to prefetch the bytes after the block.
    prefetches: bool,
    out: &'a mut [[f32; TILE]],
}

impl<const BYTES: usize> Product<'_, BYTES> {
    /// Multiplies the first R rows and returns R. Every kernel is its own function: as one function they
    /// would take minutes to compile.
    fn multiply<const R: usize>(self, instructions: InstructionSet) -> usize {
        match FORMATS.iter().position(|format| *format == self.tile.format) {
            Some(0) => instructions.run(Kernel::<BYTES, R, 0>(self)),
            Some(1) => instructions.run(Kernel::<BYTES, R, 1>(self)),
            Some(2) => instructions.run(Kernel::<BYTES, R, 2>(self)),
            Some(3) => instructions.run(Kernel::<BYTES, R, 3>(self)),
            Some(4) => instructions.run(Kernel::<BYTES, R, 4>(self)),
            Some(5) => instructions.run(Kernel::<BYTES, R, 5>(self)),
            Some(6) => instructions.run(Kernel::<BYTES, R, 6>(self)),
            Some(7) => instructions.run(Kernel::<BYTES, R, 7>(self)),
            Some(8) => instructions.run(Kernel::<BYTES, R, 8>(self)),
            Some(9) => instructions.run(Kernel::<BYTES, R, 9>(self)),
            _ => instructions.run(Kernel::<BYTES, R, 10>(self)),
        }
        R
    }
}

/// R rows of x and weights of one format.
struct Kernel<'a, const BYTES: usize, const R: usize, const FORMAT: usize>(Product<'a, BYTES>);

#[allow(unsafe_code)]
impl<const BYTES: usize, const R: usize, const FORMAT: usize> Work
    for Kernel<'_, BYTES, R, FORMAT>
{
    type Output = ();

    #[inline(always)]
    unsafe fn run<I: Isa>(self) {
        // `multiply` never passes more rows than there are registers for: this removes dead code.
        assert!(R <= I::ROWS);
        let Product { tile, x, first, block, prefetches, out } = self.0;
        // SAFETY: the caller promises what `Isa` demands.
        unsafe { chunks::<I, BYTES, R, FORMAT>(tile, x, first, block, prefetches, out) }
    }
}

/// y += Σ over groups of `scale · x_scale · Σ (quant - zero) · x + offset · x_scale · Σ x`
#[inline(always)]
#[allow(unsafe_code)]
#[allow(clippy::needless_range_loop, reason = "loops over registers, in step")]
unsafe fn chunks<I: Isa, const BYTES: usize, const R: usize, const F: usize>(
    tile: Tile<'_>,
    x: &Quantized<BYTES>,
    first: usize,
    block: Range<usize>,
    prefetches: bool,
    out: &mut [[f32; TILE]],
) {
    let format = const { FORMATS[F] };
    assert_eq!(format, tile.format);
    let groups = CHUNK / format.group;
    let (zero, nibbles) = match format.values {
        Values::Q4 { zero } => (zero as i32, true),
        _ => (i32::from(I::BYTE_ZEROS[BYTES - 1]), false),
    };
    let offsets = matches!(format.scales, Scales::HalfMin | Scales::SuperBlockMin);
    let (x_rows, step) = x.rows(first, R);
    let x_rows = x_rows.as_ptr();
    let count = x.chunks();
    assert!(block.end <= count);
    assert_eq!(tile.quants.len(), count * chunk_bytes(format));
    assert_eq!(tile.scales.len(), count * scale_bytes(format, CHUNK));
    assert_eq!(
        tile.super_scales.len(),
        count / (SUPER_BLOCK / CHUNK) * super_scale_halves(format, SUPER_BLOCK)
    );
    // SAFETY: tile and rows have `count` chunks, as compared above, and a chunk 64 bytes for each
    // quad, or for two of nibbles; the caller promises what `Isa` demands.
    unsafe {
        // Hidden from the compiler: it would unroll the loop over pairs, compute the quants of all of
        // them first and run out of registers.
        let pairs = std::hint::black_box(QUADS / groups / 2);
        let mut y = [I::splat(0.0); R];
        for r in 0..R {
            y[r] = I::from_floats(out[r].as_ptr().cast());
        }
        let mut x = x_rows.add(block.start * step);
        for chunk in block {
            let quants = tile.quants.as_ptr().add(chunk * chunk_bytes(format));
            let super_scale =
                chunk / (SUPER_BLOCK / CHUNK) * super_scale_halves(format, SUPER_BLOCK);
            let super_scale = tile.super_scales.as_ptr().add(super_scale).cast();
            let mut here = opaque((&raw const (*x).integers).cast::<i8>());
            for group in 0..groups {
                // Left half, right half or both halves of the chunk's columns.
                let half = if groups == 1 { 2 } else { group };
                let mut sums = [I::sums(0); R];
                for r in 0..R {
                    let correction = (*x.add(r)).zero_correction[half];
                    // A multiple of 8 is halved exactly.
                    let start = if zero == 4 { correction >> 1 } else { correction * (zero / 8) };
                    sums[r] = I::sums(start);
                }
                let quad = if BYTES == 1 { 4 } else { I::QUAD };
                for pair in group * pairs..(group + 1) * pairs {
                    let mut integers = [here; R];
                    for r in 1..R {
                        integers[r] = here.byte_add(r * size_of::<Chunk<BYTES>>());
                    }
                    match nibbles {
                        true => {
                            let at = quants.add(4 * TILE * pair);
                            if prefetches {
                                read_ahead(at);
                            }
                            I::dot_nibbles::<BYTES, R>(&mut sums, at, integers);
                        }
                        false => {
                            let at = quants.add(8 * TILE * pair);
                            if prefetches {
                                read_ahead(at);
                                read_ahead(at.add(4 * TILE));
                            }
                            I::dot_bytes::<BYTES, R>(&mut sums, at, integers);
                        }
                    }
                    here = opaque(here.add(2 * quad));
                }
                let scales = scale_bytes(format, CHUNK) * chunk;
                let scales = scales + scale_bytes(format, format.group) * group;
                let scales = tile.scales.as_ptr().add(scales);
                if prefetches {
                    prefetch(scales.wrapping_add(SCALES_AHEAD));
                }
                let (scale, offset) = load_scales::<I>(format.scales, scales, super_scale);
                for r in 0..R {
                    let scale = I::multiply(scale, I::splat((*x.add(r)).scale));
                    y[r] = I::multiply_add(I::floats::<BYTES>(sums[r]), scale, y[r]);
                    if offsets {
                        y[r] =
                            I::multiply_add(offset, I::splat((*x.add(r)).scaled_sums[half]), y[r]);
                    }
                }
            }
            x = x.wrapping_add(step);
        }
        for r in 0..R {
            out[r] = I::store(y[r]);
        }
    }
}
