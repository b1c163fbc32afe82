//! A quantized weight has the values that candle gives it, bit for bit.

use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{Device, Tensor};
use plt_backend::{DType, WeightData};

const TYPES: [(DType, GgmlDType); 12] = [
    (DType::Q4_0, GgmlDType::Q4_0),
    (DType::Q4_1, GgmlDType::Q4_1),
    (DType::Q5_0, GgmlDType::Q5_0),
    (DType::Q5_1, GgmlDType::Q5_1),
    (DType::Q8_0, GgmlDType::Q8_0),
    (DType::Q8_1, GgmlDType::Q8_1),
    (DType::Q2K, GgmlDType::Q2K),
    (DType::Q3K, GgmlDType::Q3K),
    (DType::Q4K, GgmlDType::Q4K),
    (DType::Q5K, GgmlDType::Q5K),
    (DType::Q6K, GgmlDType::Q6K),
    (DType::Q8K, GgmlDType::Q8K),
];

#[test]
fn weight_dequantizes_to_the_bits_of_candle() {
    let value = |i: usize| ((i * 7919 % 1013) as f32 / 506.5 - 1.0) * (1.0 + i as f32 / 400.0);
    for (dtype, ggml) in TYPES {
        assert_eq!((dtype.block_len(), dtype.block_bytes()), (ggml.block_size(), ggml.type_size()));
        let (rows, cols) = (3, 2 * dtype.block_len());
        let values: Vec<f32> = (0..rows * cols).map(value).collect();
        let tensor = Tensor::from_vec(values, (rows, cols), &Device::Cpu).unwrap();
        let blocks = QTensor::quantize(&tensor, ggml).unwrap();
        let expected = blocks.dequantize(&Device::Cpu).unwrap();
        let expected: Vec<f32> = expected.flatten_all().unwrap().to_vec1().unwrap();
        let bytes = blocks.data().unwrap().into_owned();
        let got = WeightData::new(dtype, rows, cols, bytes.into()).unwrap().to_f32();
        for (i, (got, expected)) in got.iter().zip(expected).enumerate() {
            assert_eq!(got.to_bits(), expected.to_bits(), "{dtype}, column {i}: {got}, {expected}");
        }
    }
}
