//! `config.json`: accepted and rejected keys, and the messages of errors.

use plt_model::Error;
use plt_model::config::{Config, GateKind, LoopRule, ModelType};
use proptest::prelude::*;
use serde_json::{Value, json};

const FILE: &str = "some/where/config.json";

/// A valid config of the parallel loop with these keys changed; a key set to `json!("absent")` is
/// removed.
fn plt(changes: &Value) -> String {
    let base = json!({
        "model_type": "iquestpltcoder", "architectures": ["IQuestPLTCoderForCausalLM"],
        "vocab_size": 300, "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2,
        "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 8, "hidden_act": "silu",
        "max_position_embeddings": 512, "rms_norm_eps": 1e-5, "rope_theta": 500000.0,
        "rope_scaling": null, "attention_bias": false, "mlp_bias": false,
        "tie_word_embeddings": false, "bos_token_id": 0, "eos_token_id": 2,
        "torch_dtype": "float32", "plt_num_loops": 2, "plt_window_size": [64, 0],
        "plt_normalize_per_loop": true, "plt_emb_scale": 0.707, "plt_hidden_scale": 0.053,
        "plt_gate_use_hidden_states": true,
    });
    change(base, changes)
}

fn plain(changes: &Value) -> String {
    let base = json!({
        "model_type": "iquestloopcoder", "vocab_size": 300, "hidden_size": 32,
        "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4,
        "num_key_value_heads": 2, "hidden_act": "silu", "max_position_embeddings": 512,
        "rms_norm_eps": 1e-5, "rope_theta": 500000.0, "loop_num": 2, "loop_window_size": 8,
    });
    change(base, changes)
}

fn llama(changes: &Value) -> String {
    let base = json!({
        "model_type": "llama", "architectures": ["LlamaForCausalLM"], "vocab_size": 300,
        "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2,
        "num_attention_heads": 4, "max_position_embeddings": 512, "rms_norm_eps": 1e-5,
    });
    change(base, changes)
}

fn change(mut base: Value, changes: &Value) -> String {
    let base_map = base.as_object_mut().expect("an object");
    for (key, value) in changes.as_object().expect("an object") {
        match value == "absent" {
            true => base_map.remove(key),
            false => base_map.insert(key.clone(), value.clone()),
        };
    }
    base.to_string()
}

fn read(text: &str) -> Config {
    Config::from_json(text, FILE).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn message_of(text: &str) -> String {
    let error = Config::from_json(text, FILE).expect_err(text);
    let message = error.to_string();
    assert!(message.starts_with(FILE), "no file in {message:?}");
    assert!(!message.contains('\n'), "more than a line: {message:?}");
    message
}

#[test]
fn config_of_a_parallel_loop_reads_every_key() {
    let config = read(&plt(&json!({})));
    assert_eq!(config.model_type, ModelType::IQuestPltCoder);
    assert_eq!((config.vocab_size, config.hidden_size, config.intermediate_size), (300, 32, 64));
    assert_eq!((config.layers, config.heads, config.kv_heads, config.head_dim), (2, 4, 2, 8));
    assert_eq!((config.rms_norm_eps, config.rope_theta), (1e-5, 500_000.0));
    assert_eq!((config.max_positions, config.tie_word_embeddings), (512, false));
    assert_eq!((config.bos_token_id, config.eos_token_ids.as_slice()), (Some(0), [2].as_slice()));
    let loops = &config.loops;
    assert_eq!((loops.rule, loops.rule.shift(), loops.count), (LoopRule::Parallel, 1, 2));
    // [64, 0] is 64 to the left and the row's own.
    assert_eq!(loops.window_keys, 65);
    assert!(loops.normalize_per_loop);
    assert_eq!((loops.emb_scale, loops.hidden_scale), (0.707, 0.053));
    assert_eq!(loops.gate, Some(GateKind::Hidden));

    let ours = read(&plt(&json!({"model_type": "plt", "tie_word_embeddings": true})));
    assert!(ours.tie_word_embeddings);
    assert_eq!((ours.model_type, ours.loops), (ModelType::Plt, config.loops));
}

#[test]
fn absent_and_null_keys_have_the_documented_meaning() {
    for nothing in [Value::Null, json!("absent")] {
        let config = read(&plt(&json!({
            "plt_emb_scale": nothing, "plt_hidden_scale": nothing, "head_dim": nothing,
            "plt_normalize_per_loop": nothing, "plt_gate_use_hidden_states": nothing,
            "num_key_value_heads": nothing, "bos_token_id": nothing, "eos_token_id": nothing,
            "hidden_act": nothing, "tie_word_embeddings": nothing, "attention_bias": nothing,
        })));
        assert_eq!((config.loops.emb_scale, config.loops.hidden_scale), (1.0, 1.0));
        assert!(config.loops.normalize_per_loop);
        assert_eq!(config.loops.gate, Some(GateKind::Query));
        assert_eq!((config.kv_heads, config.head_dim), (4, 8));
        assert_eq!((config.bos_token_id, config.eos_token_ids.len()), (None, 0));
        assert!(!config.tie_word_embeddings);
    }
}

#[test]
fn config_of_a_sequential_loop_has_no_shift_and_no_norms() {
    let config = read(&plain(&json!({"eos_token_id": [2, 225]})));
    assert_eq!(config.model_type, ModelType::IQuestLoopCoder);
    assert_eq!(config.eos_token_ids, [2, 225]);
    let loops = config.loops;
    assert_eq!((loops.rule, loops.rule.shift(), loops.count), (LoopRule::Sequential, 0, 2));
    assert_eq!(loops.window_keys, 8);
    assert!(!loops.normalize_per_loop);
    assert_eq!((loops.emb_scale, loops.hidden_scale), (0.0, 1.0));
    assert_eq!(loops.gate, Some(GateKind::Query));
}

#[test]
fn config_has_keys_for_the_steps_from_vanilla_to_plt() {
    let own = |changes: Value| {
        let mut all = json!({"model_type": "plt", "architectures": "absent"});
        all.as_object_mut().expect("an object").extend(changes.as_object().expect("one").clone());
        plt(&all)
    };
    let loops = |changes: Value| read(&own(changes)).loops;
    let plain = loops(json!({"plt_cross_loop": false, "plt_loop_attention": "own",
        "plt_window_size": "absent", "plt_emb_scale": 0.0}));
    assert_eq!((plain.rule, plain.window_keys, plain.gate), (LoopRule::Sequential, 512, None));
    let shared = loops(json!({"plt_loop_attention": "shared", "plt_window_size": "absent"}));
    assert_eq!((shared.rule, shared.window_keys, shared.gate), (LoopRule::Parallel, 0, None));
    for gated in [json!("gated"), Value::Null, json!("absent")] {
        let loops = loops(json!({"plt_loop_attention": gated}));
        assert_eq!((loops.window_keys, loops.gate), (65, Some(GateKind::Hidden)));
    }
    for (changes, word) in [
        (json!({"plt_loop_attention": "both"}), "`plt_loop_attention`: expected \"gated\""),
        (json!({"plt_loop_attention": 1}), "`plt_loop_attention`"),
        (json!({"plt_cross_loop": "no"}), "`plt_cross_loop`"),
    ] {
        let error = Config::from_json(&own(changes), FILE).expect_err(word).to_string();
        assert!(error.contains(word), "{error}");
    }
    // The released architecture has no such keys: they would be a mistake without effect.
    let released = read(&plt(&json!({"plt_loop_attention": "shared", "plt_cross_loop": false})));
    assert_eq!((released.loops.rule, released.loops.window_keys), (LoopRule::Parallel, 65));
}

#[test]
fn llama_is_one_loop_without_a_gate() {
    let config = read(&llama(&json!({})));
    assert_eq!(config.model_type, ModelType::Llama);
    assert_eq!((config.rope_theta, config.kv_heads), (10_000.0, 4));
    assert_eq!((config.loops.count, config.loops.gate), (1, None));
    assert_eq!(read(&plt(&json!({"plt_num_loops": 1}))).loops.gate, None);
    assert_eq!(read(&plain(&json!({"loop_num": 1}))).loops.gate, None);
}

#[test]
fn llama_has_the_defaults_of_transformers() {
    let absent = json!({"max_position_embeddings": "absent", "rms_norm_eps": "absent"});
    let config = read(&llama(&absent));
    assert_eq!((config.max_positions, config.rms_norm_eps), (2048, 1e-6));
    let older = json!({"max_position_embeddings": "absent", "max_sequence_length": 1024});
    assert_eq!(read(&llama(&older)).max_positions, 1024);
    // A loop has to state them.
    for key in ["max_position_embeddings", "rms_norm_eps"] {
        assert!(message_of(&plt(&json!({ key: "absent" }))).contains(key));
        assert!(message_of(&llama(&json!({ key: null }))).contains(key));
    }
}

#[test]
fn rope_theta_is_read_from_both_places() {
    let new = json!({
        "rope_theta": "absent", "rope_parameters": {"rope_type": "default", "rope_theta": 7.5},
    });
    assert_eq!(read(&plt(&new)).rope_theta, 7.5);
    let both = json!({"rope_theta": 7, "rope_parameters": {"rope_theta": 7.0}});
    assert_eq!(read(&plt(&both)).rope_theta, 7.0);
}

#[test]
fn config_accepts_the_ends_of_ranges() {
    let config = read(&plt(&json!({
        "plt_num_loops": 64, "plt_window_size": [0, 0], "num_hidden_layers": 1024,
        "max_position_embeddings": 1 << 24, "vocab_size": 1 << 24, "bos_token_id": (1 << 24) - 1,
    })));
    assert_eq!((config.loops.count, config.loops.window_keys, config.layers), (64, 1, 1024));
    assert_eq!(config.max_positions, 1 << 24);
}

/// Each line: changes to a valid config, and the part that the error must name.
#[test]
fn config_errors_name_file_and_key() {
    let huge = u64::MAX;
    let table = [
        // Types and ranges of sizes.
        (json!({"num_attention_heads": 0}), "`num_attention_heads`: expected an integer from 1"),
        (json!({"num_attention_heads": -4}), "`num_attention_heads`"),
        (json!({"num_attention_heads": 1_000_000_000}), "`num_attention_heads`"),
        (json!({"num_attention_heads": huge}), "found 18446744073709551615"),
        (json!({"num_attention_heads": "4"}), "`num_attention_heads`"),
        (json!({"num_attention_heads": "absent"}), "`num_attention_heads` is missing"),
        (json!({"num_key_value_heads": 3}), "`num_key_value_heads`: expected a divisor of"),
        (json!({"num_key_value_heads": 0}), "`num_key_value_heads`"),
        (json!({"num_key_value_heads": 8}), "`num_key_value_heads`"),
        (json!({"head_dim": 7}), "`head_dim`: expected an even number"),
        (json!({"head_dim": 0}), "`head_dim`"),
        (json!({"head_dim": 8.5}), "`head_dim`"),
        (json!({"head_dim": null, "hidden_size": 34}), "`hidden_size`: expected a multiple of"),
        (json!({"head_dim": null, "hidden_size": 12}), "`head_dim`: expected an even number"),
        (json!({"hidden_size": 0}), "`hidden_size`"),
        (json!({"intermediate_size": null}), "`intermediate_size`: expected an integer"),
        (json!({"num_hidden_layers": 0}), "`num_hidden_layers`"),
        (json!({"num_hidden_layers": 1025}), "`num_hidden_layers`"),
        (json!({"num_hidden_layers": 1_000_000_000}), "`num_hidden_layers`"),
        (json!({"vocab_size": 0}), "`vocab_size`"),
        (json!({"vocab_size": (1 << 24) + 1}), "`vocab_size`"),
        (json!({"max_position_embeddings": 0}), "`max_position_embeddings`"),
        (json!({"max_position_embeddings": (1 << 24) + 1}), "`max_position_embeddings`"),
        (json!({"max_position_embeddings": "absent"}), "`max_position_embeddings` is missing"),
        // Loops.
        (json!({"plt_num_loops": 0}), "`plt_num_loops`"),
        (
            json!({"plt_num_loops": 2.5}),
            "`plt_num_loops`: expected an integer from 1 to 64, found 2.5",
        ),
        (
            json!({"plt_num_loops": "2"}),
            "`plt_num_loops`: expected an integer from 1 to 64, found \"2\"",
        ),
        (json!({"plt_num_loops": 65}), "`plt_num_loops`"),
        (json!({"plt_num_loops": "absent"}), "`plt_num_loops` is missing"),
        (json!({"plt_window_size": [-1, 0]}), "`plt_window_size`: expected [w, 0]"),
        (json!({"plt_window_size": [64, 1]}), "`plt_window_size`"),
        (json!({"plt_window_size": [64, -1]}), "`plt_window_size`"),
        (json!({"plt_window_size": [64]}), "`plt_window_size`"),
        (json!({"plt_window_size": [64, 0, 0]}), "`plt_window_size`"),
        (json!({"plt_window_size": 64}), "`plt_window_size`"),
        (json!({"plt_window_size": [huge, 0]}), "`plt_window_size`"),
        (json!({"plt_window_size": "absent"}), "`plt_window_size` is missing"),
        (json!({"plt_emb_scale": "1"}), "`plt_emb_scale`"),
        (json!({"plt_hidden_scale": 1e39}), "`plt_hidden_scale`"),
        (json!({"plt_normalize_per_loop": 1}), "`plt_normalize_per_loop`: expected true or false"),
        (json!({"plt_gate_use_hidden_states": "true"}), "`plt_gate_use_hidden_states`"),
        // Floats.
        (json!({"rope_theta": 0}), "`rope_theta`: expected a number above 0"),
        (json!({"rope_theta": -1.0}), "`rope_theta`"),
        (json!({"rope_theta": 1e300}), "`rope_theta`"),
        (json!({"rope_theta": "absent"}), "`rope_theta` is missing"),
        (json!({"rms_norm_eps": null}), "`rms_norm_eps`: expected a number above 0"),
        (json!({"rms_norm_eps": 0.0}), "`rms_norm_eps`"),
        (json!({"rms_norm_eps": 1e-300}), "`rms_norm_eps`"),
        (json!({"rms_norm_eps": "1e-5"}), "`rms_norm_eps`"),
        // Token ids.
        (json!({"bos_token_id": 300}), "`bos_token_id`: expected token ids below `vocab_size` 300"),
        (json!({"bos_token_id": [0, 1]}), "`bos_token_id`: expected one token id"),
        (json!({"eos_token_id": 300}), "`eos_token_id`"),
        (json!({"eos_token_id": [2, 300]}), "`eos_token_id`"),
        (json!({"eos_token_id": -2}), "`eos_token_id`"),
        (json!({"eos_token_id": [[2]]}), "`eos_token_id`"),
        // Not implemented.
        (json!({"attention_bias": true}), "`attention_bias` true is not supported, only false"),
        (json!({"mlp_bias": true}), "`mlp_bias`"),
        (json!({"mlp_bias": "no"}), "`mlp_bias`: expected true or false"),
        (json!({"hidden_act": "gelu"}), "`hidden_act` \"gelu\" is not supported, only \"silu\""),
        (json!({"quantization_config": {"bits": 4}}), "`quantization_config`"),
        (
            json!({"model_type": "mamba"}),
            "`model_type` \"mamba\" is not supported, only plt, \
            iquestpltcoder, iquestloopcoder, llama, mistral, qwen2 and qwen3",
        ),
        (json!({"model_type": "absent"}), "`model_type` is missing"),
        (json!({"model_type": 3}), "`model_type`: expected a string"),
        // A looped model under another name.
        (json!({"model_type": "llama"}), "`plt_"),
        (json!({"model_type": "iquestloopcoder"}), "`loop_num` is missing"),
    ];
    for (changes, expected) in table {
        let message = message_of(&plt(&changes));
        assert!(message.contains(expected), "{changes}: {message:?} does not name {expected:?}");
    }
}

#[test]
fn config_errors_of_a_sequential_loop() {
    let table = [
        (json!({"loop_num": 0}), "`loop_num`"),
        (json!({"loop_num": 65}), "`loop_num`"),
        (json!({"loop_window_size": 0}), "`loop_window_size`"),
        (json!({"loop_window_size": [8, 0]}), "`loop_window_size`"),
        (json!({"loop_window_size": "absent"}), "`loop_window_size` is missing"),
    ];
    for (changes, expected) in table {
        let message = message_of(&plain(&changes));
        assert!(message.contains(expected), "{changes}: {message:?}");
    }
}

#[test]
fn looped_model_labelled_llama_is_rejected() {
    let table = [
        (json!({"plt_num_loops": 2}), "`plt_num_loops`"),
        (json!({"loop_num": 2}), "`loop_num`"),
        (json!({"architectures": ["IQuestPLTCoderForCausalLM"]}), "`architectures`"),
        (json!({"architectures": ["IQuestLoopCoderForCausalLM"]}), "`architectures`"),
    ];
    for (changes, expected) in table {
        let text = llama(&changes);
        let error = Config::from_json(&text, FILE).expect_err(&text);
        assert!(matches!(error, Error::RelabelledLoop { .. }), "{error}");
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[test]
fn config_that_is_no_valid_json_object_is_rejected() {
    let twice = llama(&json!({})).replacen('{', "{\"vocab_size\": 7, ", 1);
    let table = [
        ("", "EOF"),
        ("[]", "expected a JSON object"),
        ("null", "expected a JSON object"),
        ("{\"a\": NaN", "line 1"),
        ("{\"a\": NaNa}", "line 1"),
        ("{\"a\": -NaN}", "line 1"),
        ("{\"a\": 1e999}", "number out of range"),
        ("{\"a\": 1,}", "trailing comma"),
        ("{\"a\n\u{1b}\": 1}", "control character"),
        (&twice, "`vocab_size` appears twice"),
        (&"[".repeat(100_000), "expected a JSON object"),
        (&format!("{{\"a\": {}", "[".repeat(100_000)), "recursion limit"),
    ];
    for (text, expected) in table {
        let message = message_of(text);
        assert!(message.contains(expected), "{message:?} does not say {expected:?}");
        assert!(message.chars().count() < 250, "too long: {message:?}");
    }
    // Quotes from a file have no control characters.
    let message = message_of(&plt(&json!({"model_type": "a\n\u{1b}[31m\u{7f}"})));
    assert!(!message.contains(char::is_control), "{message:?}");
}

#[test]
fn config_allows_fewer_loops_than_trained_but_not_more() {
    let config = read(&plt(&json!({"plt_num_loops": 3})));
    let two = config.clone().with_loops(2).expect("two of three");
    assert_eq!((two.loops.count, two.loops.gate), (2, Some(GateKind::Hidden)));
    let one = config.clone().with_loops(1).expect("one of three");
    assert_eq!((one.loops.count, one.loops.gate), (1, None));
    assert_eq!(config.clone().with_loops(3).expect("all"), config);
    for asked in [0, 4, usize::MAX] {
        let error = config.clone().with_loops(asked).expect_err("not trained for this");
        assert!(matches!(error, Error::Loops { trained: 3, asked: a } if a == asked), "{error}");
    }
}

#[test]
fn tensors_have_names_shapes_and_older_names() {
    let find = |config: &Config, name: &str| {
        let spec = config.tensors().into_iter().find(|spec| spec.name == name);
        spec.map(|spec| (spec.shape(), spec.rows, spec.cols, spec.alias))
    };
    let config = read(&plt(&json!({"head_dim": 16})));
    let q = find(&config, "model.layers.1.self_attn.q_proj.weight").expect("q_proj");
    assert_eq!(q, (vec![64, 32], 64, 32, None));
    let k = find(&config, "model.layers.0.self_attn.k_proj.weight").expect("k_proj");
    assert_eq!(k.0, [32, 32]);
    let down = find(&config, "model.layers.0.mlp.down_proj.weight").expect("down_proj");
    assert_eq!(down.0, [32, 64]);
    let norm = find(&config, "model.norm.weight").expect("norm");
    assert_eq!(norm, (vec![32], 1, 32, None));
    let gate = find(&config, "model.layers.1.self_attn.plt_gate.weight").expect("gate");
    let alias = "model.layers.1.self_attn.loop_gate_proj.weight".to_owned();
    assert_eq!(gate, (vec![4, 32], 4, 32, Some(alias)));
    let gate_norm = find(&config, "model.layers.1.self_attn.plt_gate.gate_norm.weight");
    assert_eq!(gate_norm.expect("gate_norm").0, [32]);

    let query = read(&plt(&json!({"head_dim": 16, "plt_gate_use_hidden_states": false})));
    let gate = find(&query, "model.layers.1.self_attn.plt_gate.weight").expect("gate");
    assert_eq!(gate.0, [4, 16]);
    assert_eq!(find(&query, "model.layers.1.self_attn.plt_gate.gate_norm.weight"), None);

    let plain = read(&plain(&json!({})));
    let bias = find(&plain, "model.gate_projections.1.bias").expect("bias");
    assert_eq!(bias, (vec![4], 1, 4, None));

    let tied = read(&llama(&json!({"tie_word_embeddings": true})));
    assert_eq!(find(&tied, "lm_head.weight"), None);
    assert_eq!(tied.tensors().len(), 2 + 2 * 9);
    assert_eq!(read(&llama(&json!({}))).tensors().len(), 3 + 2 * 9);
}

/// LoopCoder-V2's published sizes, without the download.
#[test]
fn parameters_of_loopcoder_v2() {
    let config = read(&plt(&json!({
        "vocab_size": 76800, "hidden_size": 5120, "intermediate_size": 27648,
        "num_hidden_layers": 14, "num_attention_heads": 40, "num_key_value_heads": 8,
        "head_dim": 128, "max_position_embeddings": 131_072,
    })));
    let parameters = |part: &str| -> u64 {
        let specs = config.tensors();
        specs.iter().filter(|s| s.name.contains(part)).map(|s| s.elements()).sum()
    };
    // Gate: 14 layers of 40 · 5120 weights, 40 biases and a norm of 5120.
    assert_eq!(parameters("plt_gate"), 14 * (40 * 5120 + 40 + 5120));
    assert_eq!(parameters("embed_tokens") + parameters("lm_head"), 2 * 76_800 * 5120);
    let layers = parameters("_proj.weight");
    assert_eq!(layers, 14 * (2 * 5120 * 5120 + 2 * 1024 * 5120 + 3 * 27_648 * 5120));
}

proptest! {
    #[test]
    fn any_text_gives_a_result_not_a_panic(text in "\\PC{0,200}") {
        let _ = Config::from_json(&text, FILE);
    }

    /// One key of a valid config replaced by any small JSON value.
    #[test]
    fn any_value_of_any_key_gives_a_result_not_a_panic(
        key in any::<prop::sample::Index>(),
        value in prop_oneof![
            Just(json!(null)), Just(json!(true)), Just(json!({})), Just(json!([])),
            any::<i64>().prop_map(|v| json!(v)), any::<u64>().prop_map(|v| json!(v)),
            any::<f64>().prop_map(|v| json!(v)), (-3i64..70).prop_map(|v| json!(v)),
            prop::collection::vec(-3i64..400, 0..4).prop_map(|v| json!(v)), Just(json!("x")),
        ],
    ) {
        let base: Value = serde_json::from_str(&plt(&json!({}))).expect("JSON");
        let keys: Vec<&String> = base.as_object().expect("an object").keys().collect();
        let changed = plt(&json!({ key.get(&keys).as_str(): value }));
        if let Ok(config) = Config::from_json(&changed, FILE) {
            // An accepted config can be used.
            prop_assert!(config.tensors().iter().all(|spec| spec.elements() > 0));
            prop_assert!(config.heads.is_multiple_of(config.kv_heads));
        }
    }
}
