//! Rotary scaling in the metadata of a GGUF file.

use std::collections::BTreeMap;

use candle_core::quantized::gguf_file::{self, Value};
use candle_core::quantized::{GgmlDType, QTensor};
use candle_core::{Device, Tensor};
use plt_model::config::RotaryScaling;
use plt_model::{Checkpoint, Config, Error};

/// YaRN with factor 4, N = 128 and the usual bounds.
fn yarn(attention_factor: f64) -> RotaryScaling {
    RotaryScaling::Yarn {
        factor: 4.0,
        original_positions: 128,
        beta_fast: 32.0,
        beta_slow: 1.0,
        attention_factor,
    }
}

/// A llama with a context of 512 and heads of 8, and these keys behind `llama.rope.`.
fn open(keys: &[(&str, Value)], divisors: Option<&[f32]>) -> Result<Config, Error> {
    let mut metadata = BTreeMap::from([
        ("general.architecture".to_owned(), Value::String("llama".into())),
        ("llama.attention.layer_norm_rms_epsilon".to_owned(), Value::F32(1e-5)),
    ]);
    let sizes = [
        ("block_count", 1),
        ("embedding_length", 32),
        ("feed_forward_length", 32),
        ("attention.head_count", 4),
        ("context_length", 512),
    ];
    metadata.extend(sizes.map(|(key, size)| (format!("llama.{key}"), Value::U32(size))));
    metadata.extend(keys.iter().map(|(key, value)| (format!("llama.rope.{key}"), value.clone())));
    let stored = |values: &[f32], shape: &[usize]| {
        let tensor = Tensor::from_slice(values, shape, &Device::Cpu).expect("a tensor");
        QTensor::quantize(&tensor, GgmlDType::F32).expect("numbers")
    };
    let mut tensors = vec![("token_embd.weight", stored(&[0.0; 16 * 32], &[16, 32]))];
    tensors.extend(divisors.map(|values| ("rope_freqs.weight", stored(values, &[values.len()]))));
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("model.gguf");
    let metadata: Vec<_> = metadata.iter().map(|(key, value)| (key.as_str(), value)).collect();
    let tensors: Vec<_> = tensors.iter().map(|(name, tensor)| (*name, tensor)).collect();
    let mut file = std::fs::File::create(&path).expect("a file");
    gguf_file::write(&mut file, &metadata, &tensors).expect("written");
    Checkpoint::open(&path).map(|checkpoint| checkpoint.config().clone())
}

fn text(text: &str) -> Value {
    Value::String(text.into())
}

#[test]
fn gguf_rotary_scaling_is_read() {
    let linear = RotaryScaling::Linear { factor: 2.0 };
    let usual = 0.1 * 4f64.ln() + 1.0;
    let original = ("scaling.original_context_length", Value::U32(128));
    let kind = |kind: &str| ("scaling.type", text(kind));
    let factor = |factor: f32| ("scaling.factor", Value::F32(factor));
    let of_yarn = |more: &[(&'static str, Value)]| {
        [&[kind("yarn"), factor(4.0), original.clone()], more].concat()
    };
    let table = [
        (vec![], RotaryScaling::None),
        (vec![kind("none"), factor(4.0)], RotaryScaling::None),
        (vec![kind("linear"), factor(1.0)], RotaryScaling::None),
        (
            vec![kind("linear"), factor(0.0), ("scaling.finetuned", Value::Bool(true))],
            RotaryScaling::None,
        ),
        (
            vec![("scaling.attn_factor", Value::F32(1.0)), ("scaling.alpha", Value::F32(0.0))],
            RotaryScaling::None,
        ),
        (vec![kind("linear"), factor(2.0)], linear.clone()),
        // Without a type it is linear, also under the old name.
        (vec![factor(2.0)], linear.clone()),
        (vec![("scale_linear", Value::F32(2.0))], linear),
        (of_yarn(&[]), yarn(usual)),
        (of_yarn(&[("scaling.attn_factor", Value::F32(0.5))]), yarn(0.5 * usual)),
        (
            of_yarn(&[
                ("scaling.yarn_ext_factor", Value::F32(-1.0)),
                ("scaling.yarn_attn_factor", Value::F32(usual as f32)),
                ("scaling.yarn_log_multiplier", Value::F32(0.0)),
                ("scaling.yarn_beta_fast", Value::F32(32.0)),
                ("scaling.yarn_beta_slow", Value::F32(1.0)),
            ]),
            yarn(usual),
        ),
    ];
    for (keys, scaling) in table {
        let config = open(&keys, None).unwrap_or_else(|error| panic!("{error}: {keys:?}"));
        assert_eq!(config.rotary_scaling, scaling, "{keys:?}");
        assert_eq!((config.rope_theta, config.max_positions), (1e4, 512), "{keys:?}");
    }
    let divisors = [1.0, 1.0, 2.5, 8.0];
    let config = open(&[], Some(&divisors)).expect("divisors");
    let expected = RotaryScaling::Divisors { divisors: divisors.to_vec() };
    assert_eq!(config.rotary_scaling, expected);
    let config = open(&[], Some(&[1.0; 4])).expect("ones");
    assert_eq!(config.rotary_scaling, RotaryScaling::None);
}

#[test]
fn gguf_rotary_scaling_that_is_not_computed_is_rejected() {
    let yarn = ("scaling.type", text("yarn"));
    let table = [
        (vec![("scaling.type", text("longrope"))], "`llama.rope.scaling.type` \"longrope\""),
        (vec![("scaling.type", Value::U32(1))], "`llama.rope.scaling.type`: expected a string"),
        (vec![("scaling.factor", Value::F32(f32::NAN))], "`llama.rope.scaling.factor`"),
        (vec![("scaling.attn_factor", Value::F32(1.2))], "`llama.rope.scaling.attn_factor`"),
        (vec![("scaling.alpha", Value::F32(1000.0))], "`llama.rope.scaling.alpha`"),
        (vec![yarn.clone(), ("scaling.yarn_ext_factor", Value::F32(0.0))], "yarn_ext_factor`"),
        (vec![yarn.clone(), ("scaling.yarn_attn_factor", Value::F32(1.5))], "yarn_attn_factor`"),
        (
            vec![yarn.clone(), ("scaling.yarn_log_multiplier", Value::F32(0.1))],
            "yarn_log_multiplier`",
        ),
        (vec![yarn.clone(), ("scaling.yarn_beta_fast", Value::F32(0.5))], "yarn_beta_fast`"),
        (vec![yarn, ("freq_base", Value::F32(1.0))], "`llama.rope.freq_base`"),
        (
            vec![("dimension_sections", Value::Array(vec![Value::I32(2), Value::I32(2)]))],
            "`llama.rope.dimension_sections`",
        ),
        (vec![("dimension_count", Value::U32(4))], "`llama.rope.dimension_count`"),
    ];
    for (keys, expected) in table {
        let message = open(&keys, None).expect_err(expected).to_string();
        assert!(message.contains(expected), "{keys:?}: {message:?} does not name {expected:?}");
    }
    let message = open(&[], Some(&[1.0; 3])).expect_err("three of four").to_string();
    assert!(message.contains("`rope_freqs.weight`: expected 4 numbers"), "{message}");
    let linear = [("scaling.factor", Value::F32(2.0))];
    let message = open(&linear, Some(&[2.0; 4])).expect_err("two kinds").to_string();
    assert!(message.contains("`rope_freqs.weight`"), "{message}");
}
