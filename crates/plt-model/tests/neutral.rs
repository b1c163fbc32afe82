//! Keys of `config.json` that change nothing do not stop a start; those that change the result do.

use plt_model::config::ModelType;
use plt_model::{Config, Error};
use serde_json::{Value, json};

/// A model of this type with a context of 512 and heads of 8, with `keys` added.
fn text(model_type: &str, keys: &Value) -> String {
    let base = json!({
        "model_type": model_type, "vocab_size": 300, "hidden_size": 32, "intermediate_size": 64,
        "num_hidden_layers": 2, "num_attention_heads": 4, "max_position_embeddings": 512,
        "rms_norm_eps": 1e-5, "rope_theta": 10000.0, "plt_num_loops": 2, "plt_window_size": [64, 0],
    });
    let mut all = base.as_object().expect("an object").clone();
    if model_type != "plt" {
        all.retain(|key, _| !key.starts_with("plt_"));
    }
    all.extend(keys.as_object().expect("an object").clone());
    Value::Object(all).to_string()
}

const TYPES: [&str; 5] = ["plt", "llama", "mistral", "qwen2", "qwen3"];

fn read(text: &str) -> Config {
    Config::from_json(text, "config.json").unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn neutral_values_load_and_change_nothing() {
    let table = [
        json!({"rope_scaling": null, "rope_parameters": {"rope_type": "default"}}),
        json!({"quantization_config": null}),
        json!({"quantization_config": {}, "quantization": {}, "compression_config": false}),
        json!({"hidden_act": "swish"}),
        json!({"hidden_act": "silu", "hidden_activation": null}),
        json!({"hidden_act": null}),
        json!({"attention_bias": false, "mlp_bias": null, "pretraining_tp": 1}),
        json!({"attention_dropout": 0.0, "use_cache": true, "torch_dtype": "bfloat16", "dtype": null}),
        json!({"head_dim": null, "num_key_value_heads": null}),
        json!({"bos_token_id": null, "eos_token_id": null, "pad_token_id": -1}),
        json!({"bos_token_id": -1, "eos_token_id": -1}),
        json!({"bos_token_id": [null], "eos_token_id": [null, -1.0]}),
        json!({"bos_token_id": [-1], "eos_token_id": []}),
        json!({"bos_token_id": 4_294_967_295_u32, "eos_token_id": [4_294_967_295_u32]}),
        json!({"sliding_window": null, "use_sliding_window": null, "max_window_layers": 28}),
        json!({"sliding_window": -1}),
        json!({"sliding_window": 0}),
        json!({"sliding_window": false}),
        // No prompt is longer.
        json!({"sliding_window": 512}),
        json!({"sliding_window": 4096.0}),
        json!({"layer_types": ["full_attention", "full_attention"]}),
        json!({"layer_types": []}),
        json!({"embedding_multiplier": 1.0, "residual_multiplier": 1, "logits_scaling": 1.0}),
        json!({"attention_multiplier": 0.353_553_39, "query_pre_attn_scalar": 8, "logit_scale": 1.0}),
        json!({"final_logit_softcapping": null, "attn_logit_softcapping": 0.0, "clip_qkv": null}),
        json!({"partial_rotary_factor": 1.0, "rotary_pct": 1, "rotary_dim": 8}),
        json!({"num_experts": 0, "num_local_experts": 1, "n_routed_experts": null}),
        json!({"use_bidirectional_attention": false, "is_causal": true, "alibi": false}),
        json!({"position_embedding_type": "rope", "no_rope_layers": [1, 1]}),
        json!({"position_embedding_type": null, "no_rope_layers": []}),
        json!({"use_mrope": false, "rotary_percentage": 1.0, "rotary_emb_dim": 8, "num_loops": 1}),
        json!({"use_parallel_residual": 0, "rope_interleaved": false, "use_mup": null}),
        json!({"auto_map": {"AutoConfig": "x.Y"}, "text_config": null, "_name_or_path": ""}),
    ];
    for model_type in TYPES {
        let plain = read(&text(model_type, &json!({})));
        for keys in &table {
            assert_eq!(read(&text(model_type, keys)), plain, "{model_type} {keys}");
        }
    }
}

#[test]
fn active_values_are_rejected_by_name() {
    let table = [
        ("mlp_bias", json!(true)),
        ("quantization_config", json!({"quant_method": "fp8"})),
        ("compression_config", json!({"format": "pack-quantized"})),
        ("quantization", json!({"group_size": 64, "bits": 4})),
        ("hidden_act", json!("gelu_pytorch_tanh")),
        ("hidden_activation", json!("relu2")),
        ("embedding_multiplier", json!(12.0)),
        ("residual_multiplier", json!(0.22)),
        ("logits_scaling", json!(8)),
        ("logit_scale", json!(0.0625)),
        ("attention_multiplier", json!(0.0078125)),
        ("query_pre_attn_scalar", json!(256)),
        ("final_logit_softcapping", json!(30.0)),
        ("attn_logit_softcapping", json!(50.0)),
        ("clip_qkv", json!(8.0)),
        ("scale_emb", json!(12)),
        ("partial_rotary_factor", json!(0.5)),
        ("rotary_percentage", json!(0.25)),
        ("rotary_ndims", json!(4)),
        ("use_mrope", json!(true)),
        ("num_experts", json!(8)),
        ("num_local_experts", json!(8)),
        ("n_routed_experts", json!(64)),
        ("use_bidirectional_attention", json!(true)),
        ("is_causal", json!(false)),
        ("alibi", json!(true)),
        ("position_embedding_type", json!("alibi")),
        ("position_embedding_type", json!("nope")),
        ("no_rope_layers", json!([1, 0])),
        ("rope_interleaved", json!(true)),
        ("use_parallel_residual", json!(true)),
        ("use_sliding_window", json!(true)),
        ("layer_types", json!(["full_attention", "sliding_attention"])),
        ("attention_chunk_size", json!(8192)),
        ("logits_scaling", json!("8")),
    ];
    for model_type in TYPES {
        for (key, value) in &table {
            let text = text(model_type, &json!({*key: value}));
            let error = Config::from_json(&text, "config.json").expect_err(key).to_string();
            assert!(error.contains(&format!("`{key}`")), "{model_type} {value}: {error}");
        }
    }
    // By type.
    let table = [
        ("llama", "attention_bias", json!(true)),
        ("mistral", "attention_bias", json!(true)),
        ("qwen3", "attention_bias", json!(true)),
        ("llama", "qk_norm", json!(true)),
        ("mistral", "use_qk_norm", json!(true)),
        ("qwen2", "qk_layernorm", json!(true)),
        ("mistral", "sliding_window", json!(511)),
        ("mistral", "sliding_window", json!(1)),
        ("llama", "sliding_window", json!(128)),
        ("plt", "sliding_window", json!("128")),
        ("plt", "qk_norm", json!("yes")),
    ];
    for (model_type, key, value) in table {
        let text = text(model_type, &json!({key: value}));
        let error = Config::from_json(&text, "config.json").expect_err(key).to_string();
        assert!(error.contains(&format!("`{key}`")), "{model_type} {value}: {error}");
    }
}

#[test]
fn mistral_without_the_key_has_the_window_of_transformers() {
    let read = |context: usize, mut keys: Value| {
        keys["max_position_embeddings"] = context.into();
        Config::from_json(&text("mistral", &keys), "config.json")
    };
    assert!(read(4096, json!({})).is_ok());
    assert!(read(4097, json!({"sliding_window": null})).is_ok());
    let error = read(4097, json!({})).expect_err("a window").to_string();
    assert!(error.contains("`sliding_window` 4096"), "{error}");
}

#[test]
fn types_without_loops_have_their_own_tensors() {
    let config = |model_type, keys: Value| read(&text(model_type, &keys));
    let names = |config: &Config| -> Vec<String> {
        let tensors = config.tensors();
        let of_attention =
            tensors.iter().filter_map(|spec| spec.name.split_once("layers.1.self_attn."));
        of_attention.map(|(_, name)| name.to_owned()).collect()
    };
    let plain = ["q_proj.weight", "k_proj.weight", "v_proj.weight", "o_proj.weight"];
    for model_type in ["llama", "mistral"] {
        assert_eq!(names(&config(model_type, json!({}))), plain);
    }
    let biases = ["q_proj.bias", "k_proj.bias", "v_proj.bias"];
    let qwen2 = config("qwen2", json!({"sliding_window": 4, "use_sliding_window": false}));
    assert_eq!(names(&qwen2), [&plain[..3], &biases, &plain[3..]].concat());
    let norms = ["q_norm.weight", "k_norm.weight"];
    for (model_type, keys) in
        [("qwen3", json!({"qk_norm": true})), ("plt", json!({"qk_norm": true}))]
    {
        let names = names(&config(model_type, keys));
        assert_eq!(names[..6], [&plain[..3], &norms, &plain[3..]].concat());
    }
    assert!(!config("plt", json!({"qk_norm": false})).qk_norm);
}

#[test]
fn model_type_comes_from_architectures_where_it_is_absent() {
    let classes = [
        ("LlamaForCausalLM", ModelType::Llama),
        ("LLaMAForCausalLM", ModelType::Llama),
        ("MistralForCausalLM", ModelType::Mistral),
        ("Qwen2ForCausalLM", ModelType::Qwen2),
        ("Qwen3ForCausalLM", ModelType::Qwen3),
    ];
    for (class, model_type) in classes {
        let text = text("llama", &json!({"model_type": null, "architectures": [class]}));
        assert_eq!(read(&text).model_type, model_type);
    }
    for classes in [json!(["GemmaForCausalLM"]), json!([]), json!(null), json!("LlamaForCausalLM")]
    {
        let text = text("llama", &json!({"model_type": null, "architectures": classes}));
        let error = Config::from_json(&text, "config.json").expect_err("no type").to_string();
        assert!(error.contains("`model_type`"), "{error}");
    }
}

#[test]
fn looped_model_labelled_as_any_type_is_rejected() {
    for model_type in ["llama", "mistral", "qwen2", "qwen3"] {
        let error = Config::from_json(&text(model_type, &json!({"loop_num": 2})), "config.json");
        let error = error.expect_err("a looped model").to_string();
        for keys in [json!({"num_loops": 2}), json!({"total_ut_steps": 4})] {
            let error = Config::from_json(&text(model_type, &keys), "config.json");
            assert!(matches!(error, Err(Error::RelabelledLoop { .. })), "{keys}");
        }
        assert!(
            error.contains(&format!("`model_type` is {model_type}, but `loop_num` 2")),
            "{error}"
        );
        read(&text(model_type, &json!({"loop_num": null, "plt_num_loops": null})));
    }
}

#[test]
fn json_of_python_and_editors_is_read() {
    let plain = text("llama", &json!({}));
    let expected = read(&plain);
    let add = |more: &str| format!("{}, {more}}}", &plain[..plain.len() - 1]);
    let whole = plain.replace(":512", ":512.0").replace(":300", ":3e2");
    assert_ne!(whole, plain);
    for text in [
        format!("\u{feff}{plain}"),
        add("\"attention_dropout\": NaN, \"x\": -Infinity, \"y\": [Infinity, {\"z\": NaN}]"),
        add("\"a NaN in \\\" text\": \"NaN, -Infinity\", \"x\":NaN"),
        add("\"x\": Infinity"),
        whole,
        // The same value twice.
        add("\"vocab_size\": 300"),
    ] {
        assert_eq!(read(&text), expected, "{text}");
    }
    let error = |text: &str| Config::from_json(text, "config.json").expect_err(text).to_string();
    // Under a key that is read.
    let message = error(&plain.replace("10000.0", "NaN"));
    assert!(message.contains("`rope_theta`: expected a number above 0"), "{message}");
    let message = error(&plain.replace("0.00001", "-Infinity").replace("1e-5", "-Infinity"));
    assert!(message.contains("`rms_norm_eps`: expected a number above 0"), "{message}");
    let message = error(&plain.replace(":512", ":512.5"));
    assert!(message.contains("`max_position_embeddings`: expected an integer"), "{message}");
    let message = error(&add("\"vocab_size\": 301"));
    assert!(message.contains("`vocab_size` appears twice"), "{message}");
    let message = error(&add("\"x\": NaNs"));
    assert!(message.contains("line 1"), "{message}");
}
