//! Inputs that cannot be analysed, and their errors.

use plt_analyze::{Analysis, Error, Options, analyze};
use plt_cpu::Cpu;
use plt_model::{Config, KvDType, Model, WeightData};

const CONFIG: &str = r#"{
    "model_type": "plt", "plt_num_loops": 2, "plt_window_size": [4, 0],
    "vocab_size": 20, "hidden_size": 8, "intermediate_size": 12, "num_hidden_layers": 1,
    "num_attention_heads": 2, "max_position_embeddings": 6, "rms_norm_eps": 1e-5,
    "rope_theta": 10000.0
}"#;

/// Analyses `ids` with a model in which the tensors whose names end so are NaN.
fn run(ids: &[u32], broken: Option<&str>) -> Result<Analysis, Error> {
    let config = Config::from_json(CONFIG, "config.json").expect("a config");
    let model = Model::new(Cpu::new(Some(1)).expect("a thread"), config, |spec| {
        let sound = !broken.is_some_and(|end| spec.name.ends_with(end));
        let value = |i: usize| if sound { (i as f32).sin() } else { f32::NAN };
        let values: Vec<f32> = (0..spec.rows * spec.cols).map(value).collect();
        Ok(WeightData::from_f32(spec.rows, spec.cols, &values)?)
    });
    analyze(
        &model.expect("a model"),
        ids,
        Options::default().kv_cache_dtype(KvDType::F32),
        &mut |_, _| {},
    )
}

#[test]
fn analyze_rejects_prompts_that_the_model_cannot_take() {
    assert!(run(&[1; 6], None).is_ok());
    assert!(matches!(run(&[], None), Err(Error::NoTokens)));
    let found = run(&[1; 7], None);
    assert!(matches!(found, Err(Error::TooManyTokens { tokens: 7, limit: 6 })));
    let found = run(&[1, 20], None);
    assert!(matches!(found, Err(Error::UnknownToken { id: 20, vocab_size: 20 })));
}

#[test]
fn analyze_names_values_that_are_not_finite() {
    for (broken, what, loop_index) in [
        ("q_proj.weight", "queries", 0),
        ("down_proj.weight", "hidden states", 0),
        ("plt_gate.bias", "gates", 1),
        ("lm_head.weight", "logits", 0),
    ] {
        match run(&[1, 2], Some(broken)) {
            Err(Error::NotFinite { what: found, loop_index: at, position: 0 }) => {
                assert_eq!((found, at), (what, loop_index), "{broken}");
            }
            Err(error) => panic!("{broken}: {error}"),
            Ok(_) => panic!("{broken} was not seen"),
        }
    }
}
