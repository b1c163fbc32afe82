//! Element types of tensors by their number in a GGUF file.

use plt_backend::DType;

/// The number that the format gives an element type.
pub(super) fn number(dtype: DType) -> u32 {
    match dtype {
        DType::F32 => 0,
        DType::F16 => 1,
        DType::Q4_0 => 2,
        DType::Q4_1 => 3,
        DType::Q5_0 => 6,
        DType::Q5_1 => 7,
        DType::Q8_0 => 8,
        DType::Q8_1 => 9,
        DType::Q2K => 10,
        DType::Q3K => 11,
        DType::Q4K => 12,
        DType::Q5K => 13,
        DType::Q6K => 14,
        DType::Q8K => 15,
        DType::BF16 => 30,
    }
}

/// The element type with this number.
pub(super) fn from_number(found: u32) -> Option<DType> {
    DType::ALL.into_iter().find(|dtype| number(*dtype) == found)
}
