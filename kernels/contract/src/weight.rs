use std::fs::File;
use std::io::{self, ErrorKind};

use bytes::Bytes;
use half::{bf16, f16};
use memmap2::{Mmap, MmapOptions};

use crate::blocks;
use crate::check::{expect_multiple, expect_size, expect_some};
use crate::error::{Error, Result};

/// How the elements of a weight are stored: a float type or one of the GGML block types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are the field's standard terms")]
pub enum DType {
    F32,
    F16,
    BF16,
    Q4_0,
    Q4_1,
    Q5_0,
    Q5_1,
    Q8_0,
    Q8_1,
    Q2K,
    Q3K,
    Q4K,
    Q5K,
    Q6K,
    Q8K,
    IQ4NL,
    IQ4XS,
    IQ3S,
    IQ3XXS,
    IQ2S,
    IQ2XS,
    IQ2XXS,
    IQ1M,
    IQ1S,
    TQ2_0,
    TQ1_0,
    MXFP4,
    NVFP4,
}

impl DType {
    /// Every type, floats first.
    pub const ALL: [DType; 28] = [
        DType::F32,
        DType::F16,
        DType::BF16,
        DType::Q4_0,
        DType::Q4_1,
        DType::Q5_0,
        DType::Q5_1,
        DType::Q8_0,
        DType::Q8_1,
        DType::Q2K,
        DType::Q3K,
        DType::Q4K,
        DType::Q5K,
        DType::Q6K,
        DType::Q8K,
        DType::IQ4NL,
        DType::IQ4XS,
        DType::IQ3S,
        DType::IQ3XXS,
        DType::IQ2S,
        DType::IQ2XS,
        DType::IQ2XXS,
        DType::IQ1M,
        DType::IQ1S,
        DType::TQ2_0,
        DType::TQ1_0,
        DType::MXFP4,
        DType::NVFP4,
    ];

    /// The name that files and people use, in lower case: `f32`, `q4_0`, `q4_k`.
    pub fn name(self) -> &'static str {
        match self {
            DType::F32 => "f32",
            DType::F16 => "f16",
            DType::BF16 => "bf16",
            DType::Q4_0 => "q4_0",
            DType::Q4_1 => "q4_1",
            DType::Q5_0 => "q5_0",
            DType::Q5_1 => "q5_1",
            DType::Q8_0 => "q8_0",
            DType::Q8_1 => "q8_1",
            DType::Q2K => "q2_k",
            DType::Q3K => "q3_k",
            DType::Q4K => "q4_k",
            DType::Q5K => "q5_k",
            DType::Q6K => "q6_k",
            DType::Q8K => "q8_k",
            DType::IQ4NL => "iq4_nl",
            DType::IQ4XS => "iq4_xs",
            DType::IQ3S => "iq3_s",
            DType::IQ3XXS => "iq3_xxs",
            DType::IQ2S => "iq2_s",
            DType::IQ2XS => "iq2_xs",
            DType::IQ2XXS => "iq2_xxs",
            DType::IQ1M => "iq1_m",
            DType::IQ1S => "iq1_s",
            DType::TQ2_0 => "tq2_0",
            DType::TQ1_0 => "tq1_0",
            DType::MXFP4 => "mxfp4",
            DType::NVFP4 => "nvfp4",
        }
    }

    /// Elements in one block: 1 for floats, 32, 64 or 256 for the GGML types.
    pub const fn block_len(self) -> usize {
        match self {
            DType::F32 | DType::F16 | DType::BF16 => 1,
            DType::Q4_0 | DType::Q4_1 | DType::Q5_0 | DType::Q5_1 | DType::Q8_0 | DType::Q8_1 => 32,
            DType::IQ4NL | DType::MXFP4 => 32,
            DType::NVFP4 => 64,
            DType::Q2K | DType::Q3K | DType::Q4K | DType::Q5K | DType::Q6K | DType::Q8K => 256,
            DType::IQ4XS | DType::IQ3S | DType::IQ3XXS | DType::IQ2S | DType::IQ2XS => 256,
            DType::IQ2XXS | DType::IQ1M | DType::IQ1S | DType::TQ2_0 | DType::TQ1_0 => 256,
        }
    }

    /// Bytes of one block: those of ggml's `block_q*` structures.
    pub const fn block_bytes(self) -> usize {
        match self {
            DType::F32 => 4,
            DType::F16 | DType::BF16 => 2,
            DType::Q4_0 => 2 + 16,
            DType::Q4_1 => 4 + 16,
            DType::Q5_0 => 2 + 4 + 16,
            DType::Q5_1 => 4 + 4 + 16,
            DType::Q8_0 => 2 + 32,
            DType::Q8_1 => 4 + 32,
            DType::Q2K => 16 + 64 + 4,
            DType::Q3K => 32 + 64 + 12 + 2,
            DType::Q4K => 4 + 12 + 128,
            DType::Q5K => 4 + 12 + 32 + 128,
            DType::Q6K => 128 + 64 + 16 + 2,
            DType::Q8K => 4 + 256 + 32,
            DType::IQ4NL => 2 + 16,
            DType::IQ4XS => 2 + 2 + 4 + 128,
            DType::IQ3S => 2 + 64 + 8 + 32 + 4,
            DType::IQ3XXS => 2 + 64 + 32,
            DType::IQ2S => 2 + 64 + 8 + 8,
            DType::IQ2XS => 2 + 64 + 8,
            DType::IQ2XXS => 2 + 64,
            DType::IQ1M => 32 + 16 + 8,
            DType::IQ1S => 2 + 32 + 16,
            DType::TQ2_0 => 64 + 2,
            DType::TQ1_0 => 48 + 4 + 2,
            DType::MXFP4 => 1 + 16,
            DType::NVFP4 => 4 + 32,
        }
    }

    /// Bytes of a row of `cols` elements. `None` if `cols` is not a multiple of a block or the size
    /// overflows.
    pub fn row_bytes(self, cols: usize) -> Option<usize> {
        if !cols.is_multiple_of(self.block_len()) {
            return None;
        }
        (cols / self.block_len()).checked_mul(self.block_bytes())
    }
}

impl std::fmt::Display for DType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// A weight matrix `[rows, cols]` as a file stores it: row after row, little-endian, each row a
/// multiple of a block. `rows` is the output width of a linear map, `cols` its input width.
///
/// Cloning is cheap: the bytes are shared.
#[derive(Debug, Clone)]
pub struct WeightData {
    dtype: DType,
    rows: usize,
    cols: usize,
    bytes: Bytes,
}

impl WeightData {
    /// Wraps bytes, after checking that there are exactly as many as the shape needs.
    ///
    /// # Errors
    /// [`Error::Zero`] for an empty shape, [`Error::Multiple`] if `cols` is not a multiple of a
    /// block, [`Error::Shape`] for another number of bytes.
    pub fn new(dtype: DType, rows: usize, cols: usize, bytes: Bytes) -> Result<Self> {
        let expected = length(dtype, rows, cols)?;
        expect_size("weight", "length in bytes", expected, bytes.len())?;
        Ok(Self { dtype, rows, cols, bytes })
    }

    /// Maps a weight from a file, from byte `offset` on: nothing is read before it is used, and the
    /// system can take the memory back.
    ///
    /// The file must stay as it is for as long as the weight lives: one that another program makes
    /// shorter ends this program with a signal, as mapped files do.
    ///
    /// # Errors
    /// As [`new`](Self::new); [`Error::Map`] if the file is too short or cannot be mapped.
    pub fn map(dtype: DType, rows: usize, cols: usize, file: &File, offset: u64) -> Result<Self> {
        let bytes = length(dtype, rows, cols)?;
        let mapped = map(file, offset, bytes);
        let mapped = mapped.map_err(|source| Error::Map { offset, bytes, source })?;
        Self::new(dtype, rows, cols, Bytes::from_owner(mapped))
    }

    /// A weight of f32 values, row after row.
    ///
    /// # Errors
    /// [`Error::Shape`] if the number of values is not `rows * cols`.
    pub fn from_f32(rows: usize, cols: usize, values: &[f32]) -> Result<Self> {
        let bytes = values.iter().flat_map(|v| v.to_le_bytes()).collect::<Vec<u8>>();
        Self::new(DType::F32, rows, cols, bytes.into())
    }

    /// How the elements are stored.
    pub fn dtype(&self) -> DType {
        self.dtype
    }

    /// The number of rows: output width.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The number of columns: input width.
    pub fn cols(&self) -> usize {
        self.cols
    }

    /// The bytes of all rows.
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// Bytes of one row.
    pub fn row_bytes(&self) -> usize {
        // Checked in `new`.
        self.cols / self.dtype.block_len() * self.dtype.block_bytes()
    }

    /// All values as f32, row after row.
    pub fn to_f32(&self) -> Vec<f32> {
        let mut values = vec![0.0; self.rows * self.cols];
        self.read_rows(0, &mut values);
        values
    }

    /// A part of the rows, at least one; the bytes are shared.
    ///
    /// # Errors
    /// [`Error::Shape`] for rows that do not exist, [`Error::Zero`] for none.
    pub fn slice_rows(&self, rows: std::ops::Range<usize>) -> Result<Self> {
        expect_some("weight", "rows", rows.len())?;
        if rows.end > self.rows {
            expect_size("weight", "rows", self.rows, rows.end)?;
        }
        let bytes = self.bytes.slice(rows.start * self.row_bytes()..rows.end * self.row_bytes());
        Self::new(self.dtype, rows.len(), self.cols, bytes)
    }

    /// Dequantizes whole rows from `first` on, as many as `out` has room for.
    pub fn read_rows(&self, first: usize, out: &mut [f32]) {
        if self.dtype.block_len() == 1 {
            return self.read_floats(first, out);
        }
        let blocks = self.bytes_of(first, out).chunks_exact(self.dtype.block_bytes());
        for (block, out) in blocks.zip(out.chunks_exact_mut(self.dtype.block_len())) {
            blocks::dequantize(self.dtype, block, out);
        }
    }

    /// [`read_rows`](Self::read_rows) of an unquantized weight.
    fn read_floats(&self, first: usize, out: &mut [f32]) {
        let bytes = self.bytes_of(first, out);
        let halves = bytes.as_chunks::<2>().0;
        match self.dtype {
            DType::F16 => {
                let halves = halves.iter().map(|bytes| f16::from_le_bytes(*bytes).to_f32());
                out.iter_mut().zip(halves).for_each(|(value, half)| *value = half);
            }
            DType::BF16 => {
                let halves = halves.iter().map(|bytes| bf16::from_le_bytes(*bytes).to_f32());
                out.iter_mut().zip(halves).for_each(|(value, half)| *value = half);
            }
            _ => {
                let floats =
                    bytes.as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes));
                out.iter_mut().zip(floats).for_each(|(value, float)| *value = float);
            }
        }
    }

    /// The bytes of whole rows from `first` on, as many as `out` has room for.
    fn bytes_of(&self, first: usize, out: &[f32]) -> &[u8] {
        let rows = out.len() / self.cols;
        &self.bytes[first * self.row_bytes()..][..rows * self.row_bytes()]
    }
}

/// Bytes of a weight of this shape, which is not empty and has rows of whole blocks.
fn length(dtype: DType, rows: usize, cols: usize) -> Result<usize> {
    expect_some("weight", "rows", rows)?;
    expect_some("weight", "columns", cols)?;
    expect_multiple("weight", "columns", dtype.block_len(), cols)?;
    let length = dtype.row_bytes(cols).and_then(|row| row.checked_mul(rows));
    length.ok_or_else(|| Error::Memory { what: format!("a weight of {rows} x {cols} {dtype}") })
}

/// Some bytes of a file.
fn map(file: &File, offset: u64, bytes: usize) -> io::Result<Mmap> {
    let end = u64::try_from(bytes).ok().and_then(|bytes| offset.checked_add(bytes));
    if end.is_none_or(|end| file.metadata().is_ok_and(|metadata| metadata.len() < end)) {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    // SAFETY: the bytes are read as numbers, of which all are allowed, and never written.
    // `WeightData::map` demands that no other program changes the file.
    #[allow(unsafe_code)]
    let map = unsafe { MmapOptions::new().offset(offset).len(bytes).map(file) }?;
    // A hint: the disk is read ahead of use. A system without this hint works as well.
    #[cfg(unix)]
    let _ = map.advise(memmap2::Advice::WillNeed);
    Ok(map)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    #[cfg(not(miri))]
    fn mapped_weight_holds_the_bytes_of_the_file() {
        let mut file = tempfile::tempfile().expect("a file");
        let bytes: Vec<u8> = (0..2 * 34 * 3 + 7).map(|i| i as u8).collect();
        file.write_all(&bytes).expect("written");
        let map = |rows, offset| WeightData::map(DType::Q8_0, rows, 64, &file, offset);
        let weight = map(3, 7).expect("it is there");
        assert_eq!(weight.bytes()[..], bytes[7..]);
        for (rows, offset) in [(3, 8), (4, 0), (1, u64::MAX), (1, 1 << 60)] {
            let error = map(rows, offset).expect_err("too short");
            assert!(matches!(error, Error::Map { .. }), "{error}");
        }
        assert!(matches!(map(0, 0), Err(Error::Zero { .. })));
        assert!(matches!(map(usize::MAX / 4, 0), Err(Error::Memory { .. })));
        let rest = WeightData::map(DType::Q8_0, 3, 33, &file, 0);
        assert!(matches!(rest, Err(Error::Multiple { .. })));
    }
}
