//! What the products with packed weights are made of, for each set of instructions.
//!
//! All of them take the same integers to the same sums; only the floats that follow may differ in
//! how they are rounded.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
#[cfg(target_arch = "aarch64")]
mod neon;
mod portable;

#[cfg(target_arch = "x86_64")]
use self::avx2::Avx2;
#[cfg(target_arch = "x86_64")]
use self::avx512::Avx512;
#[cfg(target_arch = "aarch64")]
use self::neon::Neon;
pub(super) use self::portable::Portable;
use super::activations::Bytes;
use super::packed::{BYTE_ZERO, TILE};

/// Instructions that the CPU backend has kernels for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Instructions {
    /// Whatever the compiler takes for the build's target.
    Portable,
    /// NEON with dot products of bytes and floats of 16 bits (ARMv8.2 and later).
    Neon,
    /// AVX2, FMA and F16C.
    Avx2,
    /// AVX-512 F, BW and VNNI.
    Avx512,
}

impl Instructions {
    /// Those that this machine has, the slowest first.
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
                // Its functions are compiled for those of AVX2 as well.
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

/// Bytes ahead of their use that are asked for into the first cache.
const NEAR: usize = 2 << 10;
/// Bytes ahead of their use that are asked for into the second cache: the time that memory takes to
/// answer, times its speed, with room. It waits for more lines at once than the first one does.
const FAR: usize = 16 << 10;

/// Asks for the cache line of this byte, which may be beyond what there is.
#[inline(always)]
pub(crate) fn prefetch(bytes: *const u8) {
    ask::<true>(bytes);
}

/// Asks for the cache line of this byte to be brought into the second cache, which waits for more lines
/// at once than the first.
#[inline(always)]
pub(crate) fn prefetch_far(bytes: *const u8) {
    ask::<false>(bytes);
}

/// Asks for what comes after this byte, where bytes are read one after the other.
#[inline(always)]
pub(crate) fn read_ahead(bytes: *const u8) {
    prefetch_far(bytes.wrapping_add(FAR));
    prefetch(bytes.wrapping_add(NEAR));
}

/// The same pointer, but the compiler does not know which. What it would count, and add to a pointer in
/// every instruction, it then adds to this one once: products that take x from memory are one operation
/// of the processor if the address is one register, and two if it is the sum of two.
#[inline(always)]
pub(crate) fn opaque<T>(pointer: *const T) -> *const T {
    #[cfg(all(target_arch = "x86_64", not(miri)))]
    {
        let mut same = pointer;
        // SAFETY: nothing is done, and nothing behind the pointer is looked at.
        #[allow(unsafe_code, clippy::pointers_in_nomem_asm_block)]
        unsafe {
            std::arch::asm!("/* {} */", inout(reg) same, options(nomem, nostack, preserves_flags));
        }
        same
    }
    #[cfg(not(all(target_arch = "x86_64", not(miri))))]
    pointer
}

/// Asks for a cache line, into the first cache or into the second one.
#[inline(always)]
#[allow(unsafe_code)]
fn ask<const FIRST: bool>(bytes: *const u8) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: a hint, for any address; every machine of this kind has the instruction.
    unsafe {
        use std::arch::x86_64::{_MM_HINT_T0, _MM_HINT_T1, _mm_prefetch};
        match FIRST {
            true => _mm_prefetch::<_MM_HINT_T0>(bytes.cast()),
            false => _mm_prefetch::<_MM_HINT_T1>(bytes.cast()),
        }
    }
    #[cfg(target_arch = "aarch64")]
    // SAFETY: a hint, for any address; every machine of this kind has the instruction.
    unsafe {
        use std::arch::asm;
        match FIRST {
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
/// All functions may be called only where the machine has the instructions, from a function that is
/// compiled for them.
#[allow(unsafe_code)]
pub(crate) trait Isa {
    /// Sums of products.
    type Sums: Copy;
    /// A float for each row.
    type Floats: Copy;

    /// Rows of x that are multiplied with quants at once: as many as there are registers for their
    /// sums.
    const ROWS: usize;
    /// [`Floats`](Self::Floats) that there are registers for, with some left for what is added up.
    const SUMS: usize;

    /// Bytes from a quad of x in integers of two bytes to the next one.
    const QUAD: usize;

    /// What bytes are larger by, as they are multiplied with integers of one byte and of two, than
    /// what they stand for.
    const BYTE_ZEROS: [u8; 2] = [BYTE_ZERO; 2];

    /// The largest size of the numbers of a chunk: not finite if one of them is not.
    unsafe fn largest_size(x: [Self::Floats; 2]) -> f32;
    /// The numbers of a chunk, none of them beyond [`most`](super::activations::most), rounded to
    /// whole ones; and the sums of both halves.
    unsafe fn integers<const BYTES: usize>(x: [Self::Floats; 2]) -> (Bytes<BYTES>, [i32; 2]);

    /// Sums that begin with this number.
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
    /// From 16 floats of 16 bits.
    unsafe fn from_halves(bytes: *const u8) -> Self::Floats;
    /// From 16 floats of 16 bits, of which all are the upper half of 32.
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

/// Work that is compiled for every set of instructions.
#[allow(unsafe_code)]
pub(crate) trait Work {
    /// What it gives.
    type Output;

    /// Does the work. To be inlined, with all that it calls.
    ///
    /// # Safety
    /// As [`Isa`] demands.
    unsafe fn run<I: Isa>(self) -> Self::Output;
}

impl Instructions {
    /// Does the work with these instructions, which the machine has.
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
        // SAFETY: `Cpu` only takes instructions that the machine has.
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
