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
        DType::IQ2XXS => 16,
        DType::IQ2XS => 17,
        DType::IQ3XXS => 18,
        DType::IQ1S => 19,
        DType::IQ4NL => 20,
        DType::IQ3S => 21,
        DType::IQ2S => 22,
        DType::IQ4XS => 23,
        DType::IQ1M => 29,
        DType::BF16 => 30,
        DType::TQ1_0 => 34,
        DType::TQ2_0 => 35,
        DType::MXFP4 => 39,
        DType::NVFP4 => 40,
    }
}

/// Element types of the format that weights cannot have here: integers, f64, types of ggml that were
/// withdrawn, and those of other programs.
#[rustfmt::skip]
const OTHERS: &[(u32, &str)] = &[
    (4, "q4_2, withdrawn"), (5, "q4_3, withdrawn"),
    (24, "i8"), (25, "i16"), (26, "i32"), (27, "i64"), (28, "f64"),
    (31, "q4_0_4_4, withdrawn: rows side by side"), (32, "q4_0_4_8, withdrawn: rows side by side"),
    (33, "q4_0_8_8, withdrawn: rows side by side"),
    (36, "iq4_nl_4_4, withdrawn"), (37, "iq4_nl_4_8, withdrawn"), (38, "iq4_nl_8_8, withdrawn"),
    (41, "q1_0"),
];

/// The number and the name of an element type that is not read.
pub(super) fn describe(number: u32) -> String {
    match OTHERS.iter().find(|(known, _)| *known == number) {
        Some((_, name)) => format!("element type {number} ({name})"),
        None => format!("element type {number} (of a newer format or another program)"),
    }
}

/// The element type with this number.
pub(super) fn from_number(found: u32) -> Option<DType> {
    DType::ALL.into_iter().find(|dtype| number(*dtype) == found)
}
