//! SIMD instruction sets: the operations that kernels are written in, for each of them.
//!
//! All instruction sets give the same integer sums; only the float arithmetic after them may round
//! differently.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
#[cfg(target_arch = "aarch64")]
mod neon;
mod portable;

mod dot;
pub(crate) mod exp;
pub(crate) mod float;

#[cfg(target_arch = "x86_64")]
use self::avx2::Avx2;
#[cfg(target_arch = "x86_64")]
use self::avx512::Avx512;
pub(crate) use self::dot::dot;
#[cfg(target_arch = "aarch64")]
use self::neon::Neon;
pub(crate) use self::portable::Portable;

/// Rows of the weight in a tile, which are the lanes of a vector.
pub(crate) const TILE: usize = 16;
/// Columns of a chunk.
pub(crate) const CHUNK: usize = 32;
/// Quads (4 columns) of a chunk.
pub(crate) const QUADS: usize = CHUNK / 4;
/// Added to signed quants where they are stored: vector units multiply unsigned bytes.
pub(crate) const BYTE_ZERO: u8 = 128;
/// Bytes of a cache line.
pub(crate) const LINE: usize = 64;

/// The integers of a chunk, in the order in which the instruction set takes them.
pub(crate) type Bytes<const BYTES: usize> = [[i8; CHUNK]; BYTES];

/// The largest integer of this many bytes. For two bytes it is less than the largest possible: split
/// into 256 · upper + lower, both signed, its upper byte is still 127.
pub(crate) const fn max_integer(bytes: usize) -> f32 {
    if bytes == 1 { 127.0 } else { 32639.0 }
}

/// A SIMD instruction set that the CPU backend has kernels for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum InstructionSet {
    /// The instructions of the build's target.
    Portable,
    /// NEON with dot products of bytes and floats of 16 bits (ARMv8.2 and later).
    Neon,
    /// AVX2, FMA and F16C.
    Avx2,
    /// AVX-512 F, BW and VNNI.
    Avx512,
}

impl InstructionSet {
    /// The sets that this machine has, the slowest first.
    pub fn available() -> Vec<Self> {
        let has = |instructions: &Self| match instructions {
            Self::Portable => true,
            #[cfg(target_arch = "aarch64")]
            Self::Neon => {
                std::arch::is_aarch64_feature_detected!("dotprod")
                    && std::arch::is_aarch64_feature_detected!("fp16")
            }
            #[cfg(target_arch = "x86_64")]
            Self::Avx2 => {
                is_x86_feature_detected!("avx2")
                    && is_x86_feature_detected!("fma")
                    && is_x86_feature_detected!("f16c")
            }
            #[cfg(target_arch = "x86_64")]
            Self::Avx512 => {
                // Its functions are compiled with AVX2 enabled as well.
                is_x86_feature_detected!("avx2")
                    && is_x86_feature_detected!("fma")
                    && is_x86_feature_detected!("f16c")
                    && is_x86_feature_detected!("avx512f")
                    && is_x86_feature_detected!("avx512bw")
                    && is_x86_feature_detected!("avx512vnni")
            }
            _ => false,
        };
        [Self::Portable, Self::Neon, Self::Avx2, Self::Avx512].into_iter().filter(has).collect()
    }

    /// The name that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Portable => "portable",
            Self::Neon => "neon",
            Self::Avx2 => "avx2",
            Self::Avx512 => "avx512",
        }
    }

    /// The fastest that this machine has.
    pub(crate) fn best() -> Self {
        Self::available().pop().unwrap_or(Self::Portable)
    }
}

/// Prefetch distance into the L1 cache, in bytes.
const NEAR: usize = 2 << 10;
/// Prefetch distance into the L2 cache, in bytes: memory latency times bandwidth, with room. The L2
/// cache has more outstanding lines than the L1 cache.
const FAR: usize = 16 << 10;

/// Prefetches the cache line of this byte into the L1 cache. Any address is allowed.
#[inline(always)]
pub(crate) fn prefetch(bytes: *const u8) {
    prefetch_into::<true>(bytes);
}

/// Prefetches the cache line of this byte into the L2 cache, which has more outstanding lines than the
/// L1 cache.
#[inline(always)]
pub(crate) fn prefetch_far(bytes: *const u8) {
    prefetch_into::<false>(bytes);
}

/// Prefetches the bytes after this one, for sequential reads.
#[inline(always)]
pub(crate) fn read_ahead(bytes: *const u8) {
    prefetch_far(bytes.wrapping_add(FAR));
    prefetch(bytes.wrapping_add(NEAR));
}

/// Returns the pointer, hidden from the compiler. The compiler then advances this pointer instead of
/// adding an index in every instruction: a multiplication with a memory operand is one micro-operation
/// if the address is one register, and two if it is the sum of two.
#[inline(always)]
pub(crate) fn opaque<T>(pointer: *const T) -> *const T {
    #[cfg(all(target_arch = "x86_64", not(miri)))]
    {
        let mut same = pointer;
        // SAFETY: the instruction is empty, and the pointer is not read through.
        #[allow(unsafe_code, clippy::pointers_in_nomem_asm_block)]
        unsafe {
            std::arch::asm!("/* {} */", inout(reg) same, options(nomem, nostack, preserves_flags));
        }
        same
    }
    #[cfg(not(all(target_arch = "x86_64", not(miri))))]
    pointer
}

/// Prefetches a cache line into the L1 or the L2 cache.
#[inline(always)]
#[allow(unsafe_code)]
fn prefetch_into<const L1: bool>(bytes: *const u8) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: a hint, for any address; every machine of this kind has the instruction.
    unsafe {
        use std::arch::x86_64::{_MM_HINT_T0, _MM_HINT_T1, _mm_prefetch};
        match L1 {
            true => _mm_prefetch::<_MM_HINT_T0>(bytes.cast()),
            false => _mm_prefetch::<_MM_HINT_T1>(bytes.cast()),
        }
    }
    #[cfg(target_arch = "aarch64")]
    // SAFETY: a hint, for any address; every machine of this kind has the instruction.
    unsafe {
        use std::arch::asm;
        match L1 {
            true => {
                asm!("prfm pldl1keep, [{}]", in(reg) bytes, options(nomem, nostack, preserves_flags))
            }
            false => {
                asm!("prfm pldl2keep, [{}]", in(reg) bytes, options(nomem, nostack, preserves_flags))
            }
        }
    }
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    let _ = bytes;
}

/// Vectors with a lane for each of the 16 rows of a tile.
///
/// # Safety
/// The machine has the instructions, and the caller is compiled for them.
#[allow(unsafe_code)]
pub(crate) trait Isa {
    /// Sums of products.
    type Sums: Copy;
    /// A float for each row.
    type Floats: Copy;

    /// Rows of x that are multiplied with quants at once: as many as have registers for their sums.
    const ROWS: usize;
    /// [`Floats`](Self::Floats) that fit in registers, with some left for the terms of their sums.
    const SUMS: usize;

    /// Bytes between quads of x in integers of two bytes.
    const QUAD: usize;

    /// The zero point of bytes as they are multiplied with integers of one byte, and of two.
    const BYTE_ZEROS: [u8; 2] = [BYTE_ZERO; 2];

    /// The largest size of the numbers of a chunk: not finite if one of them is not.
    unsafe fn largest_size(x: [Self::Floats; 2]) -> f32;
    /// Rounds the numbers of a chunk, none of them beyond [`max_integer`], to integers; and the sums
    /// of both halves.
    unsafe fn integers<const BYTES: usize>(x: [Self::Floats; 2]) -> (Bytes<BYTES>, [i32; 2]);

    /// Sums that start at this number.
    unsafe fn sums(start: i32) -> Self::Sums;
    /// Adds to the sums of R rows of x the products of two quads of nibbles, from 64 bytes, with the
    /// two quads (the low nibbles with the first one) that begin at these places within the integers of
    /// chunks of x, which lie as [`integers`](Self::integers) gives them.
    unsafe fn dot_nibbles<const BYTES: usize, const R: usize>(
        sums: &mut [Self::Sums; R],
        bytes: *const u8,
        x: [*const i8; R],
    );
    /// Adds to the sums of R rows of x the products of two quads of bytes, from 128 bytes, with the
    /// two quads that begin at these places within the integers of chunks of x.
    unsafe fn dot_bytes<const BYTES: usize, const R: usize>(
        sums: &mut [Self::Sums; R],
        bytes: *const u8,
        x: [*const i8; R],
    );
    /// The sums in floats.
    unsafe fn floats<const BYTES: usize>(sums: Self::Sums) -> Self::Floats;

    /// The same float for each row.
    unsafe fn splat(value: f32) -> Self::Floats;
    /// From 16 floats of 32 bits.
    unsafe fn from_floats(bytes: *const u8) -> Self::Floats;
    /// From 16 halves.
    unsafe fn from_halves(bytes: *const u8) -> Self::Floats;
    /// From 16 bfloats.
    unsafe fn from_bfloats(bytes: *const u8) -> Self::Floats;
    /// From 16 bytes.
    unsafe fn from_unsigned(bytes: *const u8) -> Self::Floats;
    /// From 16 signed bytes.
    unsafe fn from_signed(bytes: *const u8) -> Self::Floats;
    unsafe fn store(floats: Self::Floats) -> [f32; TILE];
    /// a · b
    unsafe fn multiply(a: Self::Floats, b: Self::Floats) -> Self::Floats;
    /// a · b + c
    unsafe fn multiply_add(a: Self::Floats, b: Self::Floats, c: Self::Floats) -> Self::Floats;
    /// a / b
    unsafe fn divide(a: Self::Floats, b: Self::Floats) -> Self::Floats;
    /// The larger of each; where b is NaN, NaN.
    unsafe fn maximum(a: Self::Floats, b: Self::Floats) -> Self::Floats;
    /// The smaller of each; where b is NaN, NaN.
    unsafe fn minimum(a: Self::Floats, b: Self::Floats) -> Self::Floats;
    /// The largest of all lanes.
    unsafe fn largest(floats: Self::Floats) -> f32;
    /// `floats · 2^n`, for n in the lowest bits of `whole`, which is 1.5 · 2^23 + n.
    unsafe fn times_power(floats: Self::Floats, whole: Self::Floats) -> Self::Floats;
}

/// Work that is compiled for every instruction set.
#[allow(unsafe_code)]
pub(crate) trait Work {
    /// The result.
    type Output;

    /// Does the work. An implementation is inlined, with all that it calls.
    ///
    /// # Safety
    /// As [`Isa`] demands.
    unsafe fn run<I: Isa>(self) -> Self::Output;
}

impl InstructionSet {
    /// Does the work with this instruction set, which the machine has.
    #[allow(unsafe_code)]
    pub(crate) fn run<W: Work>(self, work: W) -> W::Output {
        #[cfg(target_arch = "x86_64")]
        #[target_feature(enable = "avx512f,avx512bw,avx512vnni,avx2,fma,f16c")]
        unsafe fn avx512<W: Work>(work: W) -> W::Output {
            // SAFETY: this function is compiled for the instructions, and the caller has them.
            unsafe { work.run::<Avx512>() }
        }
        #[cfg(target_arch = "x86_64")]
        #[target_feature(enable = "avx2,fma,f16c")]
        unsafe fn avx2<W: Work>(work: W) -> W::Output {
            // SAFETY: this function is compiled for the instructions, and the caller has them.
            unsafe { work.run::<Avx2>() }
        }
        #[cfg(target_arch = "aarch64")]
        #[target_feature(enable = "neon,dotprod,fp16")]
        unsafe fn neon<W: Work>(work: W) -> W::Output {
            // SAFETY: this function is compiled for the instructions, and the caller has them.
            unsafe { work.run::<Neon>() }
        }
        // SAFETY: `Cpu` only takes instruction sets that the machine has.
        unsafe {
            match self {
                #[cfg(target_arch = "aarch64")]
                Self::Neon => neon(work),
                #[cfg(target_arch = "x86_64")]
                Self::Avx512 => avx512(work),
                #[cfg(target_arch = "x86_64")]
                Self::Avx2 => avx2(work),
                _ => work.run::<Portable>(),
            }
        }
    }
}
