//! Rotary scaling: the spellings that are read, and those that are rejected.

use std::collections::BTreeMap;

use plt_model::Config;
use plt_model::config::RotaryScaling;
use serde_json::{Map, Value, json};

/// A llama with a context of 512, base 10000 and heads of 8; `keys` are added or, if null, removed.
fn parse(keys: &Value) -> plt_model::Result<Config> {
    let base = json!({
        "model_type": "llama", "vocab_size": 300, "hidden_size": 32, "intermediate_size": 64,
        "num_hidden_layers": 2, "num_attention_heads": 4, "max_position_embeddings": 512,
        "rms_norm_eps": 1e-5,
    });
    let mut all = base.as_object().expect("an object").clone();
    all.extend(keys.as_object().expect("an object").clone());
    Config::from_json(&Value::Object(all).to_string(), "config.json")
}

fn read(keys: &Value) -> Config {
    parse(keys).unwrap_or_else(|error| panic!("{error}: {keys}"))
}

fn message(keys: &Value) -> String {
    parse(keys).expect_err(&keys.to_string()).to_string()
}

/// YaRN with N = 128 and the defaults of everything else.
fn yarn(factor: f64, attention_factor: f64) -> RotaryScaling {
    RotaryScaling::Yarn {
        factor,
        original_positions: 128,
        beta_fast: 32.0,
        beta_slow: 1.0,
        attention_factor,
    }
}

#[test]
fn rotary_scaling_is_read_in_every_spelling() {
    let linear = RotaryScaling::Linear { factor: 2.0 };
    let llama3 = RotaryScaling::Llama3 {
        factor: 8.0,
        low_freq_factor: 1.0,
        high_freq_factor: 4.0,
        original_positions: 64,
    };
    let new = json!({"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0,
        "high_freq_factor": 4.0, "original_max_position_embeddings": 64, "rope_theta": 5e5});
    let usual = 0.1 * 4f64.ln() + 1.0;
    let by_layer = |value: &Value| json!({"full_attention": value, "sliding_attention": null});
    let table = [
        (json!({"rope_scaling": {"type": "linear", "factor": 2.0}}), linear.clone(), 1e4, 1024),
        (json!({"rope_scaling": {"rope_type": "linear", "factor": 2}}), linear.clone(), 1e4, 1024),
        (
            json!({"rope_scaling": {"rope_type": "linear", "type": "linear", "factor": 2,
            "low_freq_factor": null}, "rope_theta": 5e5}),
            linear.clone(),
            5e5,
            1024,
        ),
        (
            json!({"rope_parameters": {"rope_type": "linear", "factor": 2, "rope_theta": 7.5}}),
            linear.clone(),
            7.5,
            1024,
        ),
        (json!({"rope_parameters": new}), llama3.clone(), 5e5, 512),
        (json!({"rope_scaling": new, "rope_parameters": null}), llama3.clone(), 5e5, 512),
        (
            json!({"rope_scaling": new, "rope_parameters": new, "rope_theta": 500000}),
            llama3.clone(),
            5e5,
            512,
        ),
        (json!({"rope_parameters": by_layer(&new)}), llama3.clone(), 5e5, 512),
        (
            json!({"rope_parameters": {"full_attention": new, "sliding_attention": {"rope_type": "default"}},
            "layer_types": ["full_attention", "full_attention"]}),
            llama3,
            5e5,
            512,
        ),
        // The theta outside counts where the object has none.
        (
            json!({"rope_parameters": by_layer(&json!({"rope_type": "linear", "factor": 2})),
            "rope_theta": 3.5}),
            linear,
            3.5,
            1024,
        ),
        // The original context: inside, beside the object, or the whole context.
        (
            json!({"rope_scaling": {"type": "yarn", "factor": 4.0, "finetuned": true,
            "original_max_position_embeddings": 128}}),
            yarn(4.0, usual),
            1e4,
            512,
        ),
        (
            json!({"rope_scaling": {"type": "yarn", "factor": 4.0},
            "original_max_position_embeddings": 128.0}),
            yarn(4.0, usual),
            1e4,
            512,
        ),
        (
            json!({"rope_scaling": {"type": "yarn", "factor": 4.0}, "max_position_embeddings": 128}),
            yarn(4.0, usual),
            1e4,
            512,
        ),
        // No factor: the ratio of both contexts.
        (
            json!({"rope_scaling": {"type": "yarn", "factor": null,
            "original_max_position_embeddings": 128}}),
            yarn(4.0, usual),
            1e4,
            512,
        ),
        (
            json!({"rope_scaling": {"type": "yarn", "factor": 4, "attention_factor": 0.5, "mscale": 0,
            "beta_fast": null, "beta_slow": 0, "original_max_position_embeddings": 128}}),
            yarn(4.0, 0.5),
            1e4,
            512,
        ),
        (
            json!({"rope_scaling": {"type": "yarn", "factor": 4, "mscale": 1.0, "mscale_all_dim": 1.0,
            "original_max_position_embeddings": 128}}),
            yarn(4.0, 1.0),
            1e4,
            512,
        ),
        // One of the two alone has no effect.
        (
            json!({"rope_scaling": {"type": "yarn", "factor": 4, "mscale_all_dim": 1.0,
            "original_max_position_embeddings": 128}}),
            yarn(4.0, usual),
            1e4,
            512,
        ),
    ];
    for (keys, scaling, theta, context) in table {
        let config = read(&keys);
        assert_eq!(config.rotary_scaling, scaling, "{keys}");
        assert_eq!((config.rope_theta, config.max_positions), (theta, context), "{keys}");
    }
}

#[test]
fn rotary_scaling_that_changes_nothing_is_none() {
    let llama3 = json!({"rope_type": "llama3", "factor": 1.0, "low_freq_factor": 1.0,
        "high_freq_factor": 4.0, "original_max_position_embeddings": 64});
    let values = [
        Value::Null,
        json!(false),
        json!({}),
        json!({"rope_type": "default"}),
        json!({"type": "default", "rope_type": null}),
        json!({"rope_type": "default", "rope_theta": 10000.0}),
        json!({"rope_type": "default", "partial_rotary_factor": 1.0, "mrope_section": null}),
        json!({"rope_theta": null}),
        json!({"factor": 1.0}),
        json!({"type": "linear", "factor": 1.0}),
        json!({"type": "linear", "factor": 1}),
        json!({"type": "dynamic", "factor": 1.0}),
        json!({"rope_type": "yarn", "factor": 1.0, "attn_factor": 1, "extrapolation_factor": 1.0}),
        json!({"full_attention": {"rope_type": "default"}}),
        llama3,
    ];
    for value in values {
        for key in ["rope_scaling", "rope_parameters"] {
            let config = read(&json!({key: value}));
            assert_eq!(config.rotary_scaling, RotaryScaling::None, "{key} {value}");
            assert_eq!((config.rope_theta, config.max_positions), (1e4, 512), "{key} {value}");
        }
    }
}

#[test]
fn rotary_scaling_that_is_not_computed_is_rejected() {
    let linear = json!({"type": "linear", "factor": 2.0});
    let long = json!({"type": "longrope", "short_factor": [1.0], "long_factor": [2.0]});
    let table = [
        (
            json!({"rope_scaling": {"type": "dynamic", "factor": 2.0}}),
            "`rope_scaling` {\"type\":\"dynamic\"",
        ),
        (json!({"rope_scaling": {"type": "dynamic"}}), "`rope_scaling.factor` is missing"),
        (json!({"rope_scaling": long}), "longrope"),
        (json!({"rope_scaling": {"type": "su", "factor": 2.0}}), "\"su\""),
        (json!({"rope_scaling": {"type": "mrope", "mrope_section": [2, 1, 1]}}), "mrope"),
        (json!({"rope_scaling": {"type": "mrope", "rope_type": "default"}}), "`rope_scaling.type`"),
        (
            json!({"rope_scaling": {"rope_type": "default", "mrope_section": [2, 1, 1]}}),
            "`rope_scaling.mrope_section`",
        ),
        (
            json!({"rope_scaling": {"type": "ntk", "factor": 2.0}}),
            "only default, linear, llama3, yarn",
        ),
        (json!({"rope_scaling": {"type": 3}}), "`rope_scaling.type`: expected a string"),
        (json!({"rope_scaling": [1]}), "`rope_scaling`: expected an object or null"),
        (json!({"rope_scaling": "linear"}), "`rope_scaling`: expected an object or null"),
        (json!({"rope_scaling": {"factor": 2.0}}), "`rope_scaling.rope_type` is missing"),
        (json!({"rope_scaling": {"type": "linear"}}), "`rope_scaling.factor` is missing"),
        (
            json!({"rope_scaling": {"type": "linear", "factor": 0}}),
            "`rope_scaling.factor`: expected",
        ),
        (
            json!({"rope_scaling": {"type": "linear", "factor": "2"}}),
            "`rope_scaling.factor`: expected",
        ),
        (
            json!({"rope_scaling": {"type": "llama3", "factor": 8}}),
            "`rope_scaling.low_freq_factor`",
        ),
        (
            json!({"rope_scaling": {"type": "llama3", "factor": 8, "low_freq_factor": 4,
            "high_freq_factor": 4}}),
            "`rope_scaling.high_freq_factor`: expected a number above",
        ),
        (
            json!({"rope_scaling": {"type": "yarn", "factor": 2, "truncate": false}}),
            "`rope_scaling.truncate` false",
        ),
        (
            json!({"rope_scaling": {"type": "yarn", "factor": 2, "attn_factor": 0.5}}),
            "`rope_scaling.attn_factor`",
        ),
        (
            json!({"rope_scaling": {"type": "yarn", "factor": 2, "beta_fast": 1, "beta_slow": 2}}),
            "`rope_scaling.beta_fast`",
        ),
        (json!({"rope_scaling": {"type": "yarn", "factor": 2}, "rope_theta": 1.0}), "`rope_theta`"),
        (
            json!({"rope_scaling": {"type": "yarn", "factor": 2,
            "original_max_position_embeddings": 0}}),
            "original_max_position_embeddings`",
        ),
        // Two that contradict each other.
        (
            json!({"rope_scaling": linear, "rope_parameters": {"rope_type": "default"}}),
            "`rope_parameters`: expected the same scaling",
        ),
        (
            json!({"rope_theta": 1e4, "rope_parameters": {"rope_theta": 2e4}}),
            "`rope_parameters.rope_theta`: expected the other base 10000",
        ),
        (
            json!({"rope_parameters": {"sliding_attention": {"rope_type": "default"}}}),
            "one for `full_attention`",
        ),
        (json!({"rope_parameters": {"full_attention": {"rope_type": "longrope"}}}), "longrope"),
        // Heads that are rotated in part, wherever it is written.
        (json!({"partial_rotary_factor": 0.5}), "`partial_rotary_factor`"),
        (json!({"rotary_pct": 0.25}), "`rotary_pct`"),
        (json!({"rotary_dim": 4}), "`rotary_dim`"),
        (
            json!({"rope_scaling": {"type": "linear", "factor": 2, "partial_rotary_factor": 0.5}}),
            "`rope_scaling.partial_rotary_factor`",
        ),
        (
            json!({"rope_parameters": {"rope_type": "default", "partial_rotary_factor": 0.5}}),
            "`rope_parameters.partial_rotary_factor`",
        ),
        (
            json!({"rope_parameters": {"full_attention": {"partial_rotary_factor": 0.5}}}),
            "`rope_parameters.partial_rotary_factor`",
        ),
    ];
    for (keys, expected) in table {
        let message = message(&keys);
        assert!(message.contains(expected), "{keys}: {message:?} does not name {expected:?}");
    }
}

#[test]
fn own_attention_sees_the_extended_context() {
    let config = read(&json!({
        "model_type": "plt", "rope_theta": 1e4, "plt_num_loops": 2, "plt_loop_attention": "own",
        "rope_scaling": {"type": "linear", "factor": 4.0},
    }));
    assert_eq!((config.max_positions, config.loops.window_keys), (2048, 2048));
}

mod in_gguf {
    use candle_core::quantized::gguf_file::{self, Value};
    use candle_core::quantized::{GgmlDType, QTensor};
    use candle_core::{Device, Tensor};
    use plt_model::{Checkpoint, Error};

    use super::*;

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
        metadata
            .extend(keys.iter().map(|(key, value)| (format!("llama.rope.{key}"), value.clone())));
        let stored = |values: &[f32], shape: &[usize]| {
            let tensor = Tensor::from_slice(values, shape, &Device::Cpu).expect("a tensor");
            QTensor::quantize(&tensor, GgmlDType::F32).expect("numbers")
        };
        let mut tensors = vec![("token_embd.weight", stored(&[0.0; 16 * 32], &[16, 32]))];
        tensors
            .extend(divisors.map(|values| ("rope_freqs.weight", stored(values, &[values.len()]))));
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
            (of_yarn(&[]), yarn(4.0, usual)),
            (of_yarn(&[("scaling.attn_factor", Value::F32(0.5))]), yarn(4.0, 0.5 * usual)),
            (
                of_yarn(&[
                    ("scaling.yarn_ext_factor", Value::F32(-1.0)),
                    ("scaling.yarn_attn_factor", Value::F32(usual as f32)),
                    ("scaling.yarn_log_multiplier", Value::F32(0.0)),
                    ("scaling.yarn_beta_fast", Value::F32(32.0)),
                    ("scaling.yarn_beta_slow", Value::F32(1.0)),
                ]),
                yarn(4.0, usual),
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
            (
                vec![yarn.clone(), ("scaling.yarn_attn_factor", Value::F32(1.5))],
                "yarn_attn_factor`",
            ),
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
}

/// Any value of any field gives a config whose angles are finite, or an error.
#[test]
fn rotary_scaling_of_any_values_never_panics() {
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(1e-40),
        json!(1e38),
        json!(1e300),
        json!(2.5),
        json!("x"),
        json!([1]),
        json!({}),
        json!(u64::MAX),
    ];
    for kind in ["default", "linear", "dynamic", "llama3", "yarn"] {
        let base = json!({
            "rope_type": kind, "factor": 2.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
            "original_max_position_embeddings": 64, "beta_fast": 32, "beta_slow": 1,
            "attention_factor": 1.5, "mscale": 1, "mscale_all_dim": 0.5, "rope_theta": 1e4,
        });
        let base: Map<String, Value> = base.as_object().expect("an object").clone();
        for key in base.keys() {
            for value in &values {
                let mut fields = base.clone();
                fields.insert(key.clone(), value.clone());
                if let Ok(config) = parse(&json!({"rope_scaling": fields})) {
                    assert!((512..=1 << 24).contains(&config.max_positions), "{key} {value}");
                    assert!(config.rotary_scaling.factor().is_finite(), "{key} {value}");
                }
            }
        }
    }
}
