//! Synthetic models for benches: real shapes, patterned weights.
//!
//! Benches print times, but only the ratio of two times of one run is meaningful.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

use plt_backend::{Backend, WeightData};
use plt_bench::Spread;
use plt_model::Model;
use plt_model::config::{Config, TensorSpec};

/// A model of 8 layers and hidden size 512, about 30 million parameters in f32: larger than the
/// caches of small machines, quick to make.
pub fn small<B: Backend>(backend: B, model_type: &str, loops: usize) -> Model<B> {
    let keys = match model_type {
        "iquestloopcoder" => format!(r#""loop_num": {loops}, "loop_window_size": 64"#),
        _ => format!(r#""plt_num_loops": {loops}, "plt_window_size": [64, 0]"#),
    };
    let config = format!(
        r#"{{
            "model_type": "{model_type}", "vocab_size": 1024, "hidden_size": 512,
            "intermediate_size": 1536, "num_hidden_layers": 8, "num_attention_heads": 8,
            "num_key_value_heads": 2, "head_dim": 64, "hidden_act": "silu",
            "max_position_embeddings": 4096, "rms_norm_eps": 1e-5, "rope_theta": 10000.0,
            {keys}
        }}"#
    );
    let config = Config::from_json(&config, "config.json").expect("a valid config");
    Model::new(backend, config, |spec| Ok(pattern(spec))).expect("a model")
}

/// The median of these times; NaN if there are none.
pub fn median(times: Vec<f64>) -> f64 {
    Spread::of(times).map_or(f64::NAN, |spread| spread.median)
}

/// Small values of both signs that repeat after a prime number of elements.
fn pattern(spec: &TensorSpec) -> WeightData {
    let scale = 1.0 / (spec.cols as f32).sqrt();
    let values: Vec<f32> =
        (0..spec.rows * spec.cols).map(|i| scale * ((i % 251) as f32 / 125.0 - 1.0)).collect();
    WeightData::from_f32(spec.rows, spec.cols, &values).expect("as many values as the shape")
}
