//! Element types of GGUF files: all block types are read as they are, others are refused by name.

mod support;

use plt_model::DType;
use support::{Gguf, HIDDEN, VOCAB, golden, problems, weights};

/// The number of a type in files, by ggml's enumeration.
const NUMBERS: [(DType, u32); 28] = [
    (DType::F32, 0),
    (DType::F16, 1),
    (DType::Q4_0, 2),
    (DType::Q4_1, 3),
    (DType::Q5_0, 6),
    (DType::Q5_1, 7),
    (DType::Q8_0, 8),
    (DType::Q8_1, 9),
    (DType::Q2K, 10),
    (DType::Q3K, 11),
    (DType::Q4K, 12),
    (DType::Q5K, 13),
    (DType::Q6K, 14),
    (DType::Q8K, 15),
    (DType::IQ2XXS, 16),
    (DType::IQ2XS, 17),
    (DType::IQ3XXS, 18),
    (DType::IQ1S, 19),
    (DType::IQ4NL, 20),
    (DType::IQ3S, 21),
    (DType::IQ2S, 22),
    (DType::IQ4XS, 23),
    (DType::IQ1M, 29),
    (DType::BF16, 30),
    (DType::TQ1_0, 34),
    (DType::TQ2_0, 35),
    (DType::MXFP4, 39),
    (DType::NVFP4, 40),
];

#[test]
fn every_block_type_is_read_with_the_values_of_gguf() {
    for (dtype, number) in NUMBERS {
        let (blocks, values) = golden(dtype);
        let count = VOCAB * HIDDEN;
        let bytes = count / dtype.block_len() * dtype.block_bytes();
        let blocks: Vec<u8> = blocks.iter().copied().cycle().take(bytes).collect();
        let mut file = Gguf::llama();
        file.tensors.insert("output.weight".into(), (vec![VOCAB, HIDDEN], number, blocks));
        let checkpoint = file.open().unwrap_or_else(|e| panic!("{dtype}: {e}"));
        checkpoint.check().unwrap_or_else(|e| panic!("{dtype}: {e}"));
        checkpoint.check_values(&mut |_, _| {}).unwrap_or_else(|e| panic!("{dtype}: {e}"));
        assert!(checkpoint.dtypes().contains_key(dtype.name()), "{dtype}");
        let head = weights(&checkpoint).pop().expect("the head is last");
        let expected: Vec<f32> = values.iter().copied().cycle().take(count).collect();
        assert_eq!(head, expected, "{dtype}");
    }
    assert_eq!(NUMBERS.map(|(dtype, _)| dtype).len(), DType::ALL.len());
}

#[test]
fn types_that_are_not_read_are_refused_with_number_and_name() {
    let table = [
        (4, "element type 4 (q4_2, withdrawn)"),
        (24, "element type 24 (i8)"),
        (28, "element type 28 (f64)"),
        (31, "element type 31 (q4_0_4_4"),
        (41, "element type 41 (q1_0)"),
        (42, "element type 42 (of a newer format"),
        (137, "element type 137 (of a newer format or another program)"),
    ];
    for (number, expected) in table {
        let mut file = Gguf::llama();
        let embedding = file.tensors.get_mut("token_embd.weight").expect("there");
        embedding.1 = number;
        let message = problems(file.open()).expect_err(expected).to_string();
        assert!(message.contains("token_embd.weight") && message.contains(expected), "{message}");
    }
}
