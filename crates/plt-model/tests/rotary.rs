//! Rotary scaling: the spellings that are read, and those that are rejected.

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
        (json!({"rope_parameters": {"full_attention": null}}), "one for `full_attention`"),
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
