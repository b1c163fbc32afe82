//! Keys of GGUF files that change results: refused unless their value changes nothing.

mod support;

use plt_model::Error;
use plt_model::checkpoint::GgufValue as Value;
use support::{Gguf, problems};

fn with(key: &str, value: Value) -> plt_model::Result<()> {
    let mut file = Gguf::llama();
    file.set(key, value);
    problems(file.open())
}

fn text(text: &str) -> Value {
    Value::String(text.into())
}

/// The key, values that change nothing, and one that is refused.
fn table() -> Vec<(&'static str, Vec<Value>, Value)> {
    let flag = Value::Bool;
    let list = |values: [u32; 3]| Value::Array(values.into_iter().map(Value::U32).collect());
    let floats = |values: [f32; 2]| Value::Array(values.into_iter().map(Value::F32).collect());
    vec![
        ("attention.causal", vec![flag(true), Value::U8(1)], flag(false)),
        (
            "attention.sliding_window",
            vec![Value::U32(0), Value::I32(-1), Value::U32(128)],
            Value::U32(64),
        ),
        ("attention.scale", vec![Value::F32(0.0), Value::F32(0.125)], Value::F32(0.25)),
        ("attention.output_scale", vec![Value::F32(1.0)], Value::F32(0.5)),
        ("attention.clamp_kqv", vec![Value::F32(0.0)], Value::F32(8.0)),
        ("attention.max_alibi_bias", vec![Value::F32(0.0)], Value::F32(8.0)),
        ("attention.temperature_length", vec![Value::U32(0)], Value::U32(8192)),
        ("attention.shared_kv_layers", vec![Value::U32(0)], Value::U32(2)),
        ("attention.relative_buckets_count", vec![Value::U32(0)], Value::U32(32)),
        ("attention.q_lora_rank", vec![Value::U32(0)], Value::U32(512)),
        ("attention.kv_lora_rank", vec![Value::U32(0)], Value::U32(512)),
        ("attention.key_length_mla", vec![Value::U32(0)], Value::U32(192)),
        ("attention.indexer.top_k", vec![Value::U32(0)], Value::U32(4)),
        ("attention.group_norm_groups", vec![Value::U32(0)], Value::U32(4)),
        ("attn_logit_softcapping", vec![Value::F32(0.0)], Value::F32(50.0)),
        ("final_logit_softcapping", vec![Value::F64(0.0)], Value::F64(30.0)),
        ("router_logit_softcapping", vec![Value::F32(0.0)], Value::F32(30.0)),
        ("logit_scale", vec![Value::F32(1.0), Value::U32(1), Value::F32(0.0)], Value::F32(0.0625)),
        ("residual_scale", vec![Value::F32(1.0), Value::F32(0.0)], Value::F32(0.22)),
        ("embedding_scale", vec![Value::F64(1.0), Value::F32(0.0)], Value::F32(12.0)),
        ("pooling_type", vec![Value::U32(0)], Value::U32(1)),
        (
            "classifier.output_labels",
            vec![Value::Array(Vec::new())],
            Value::Array(vec![text("yes")]),
        ),
        ("use_parallel_residual", vec![flag(false)], flag(true)),
        ("swin_norm", vec![flag(false)], flag(true)),
        ("hidden_act", vec![text("silu"), text("Swish")], text("gelu")),
        ("activation_sparsity_scale", vec![floats([0.0, 0.0])], floats([0.0, 1.5])),
        ("swiglu_clamp_exp", vec![floats([0.0, 0.0])], floats([0.0, 7.0])),
        ("expert_count", vec![Value::U32(0), Value::U64(0)], Value::U16(8)),
        ("expert_used_count", vec![Value::U32(0)], Value::U8(2)),
        ("expert_shared_count", vec![Value::U32(0)], Value::U32(1)),
        ("expert_weights_scale", vec![Value::F32(1.0), Value::F32(0.0)], Value::F32(2.5)),
        ("expert_group_count", vec![Value::U32(1)], Value::U32(8)),
        ("interleave_moe_layer_step", vec![Value::U32(1)], Value::U32(2)),
        ("rope.dimension_sections", vec![list([0, 0, 0])], list([16, 24, 24])),
        ("nextn_predict_layers", vec![Value::U32(0)], Value::U32(1)),
        ("embedding_length_out", vec![Value::U32(0), Value::U32(256)], Value::U32(128)),
        ("n_deepstack_layers", vec![Value::U32(0)], Value::U32(3)),
        ("altup.num_inputs", vec![Value::U32(0)], Value::U32(4)),
        ("full_attention_interval", vec![Value::U32(1)], Value::U32(4)),
        ("ssm.conv_kernel", vec![Value::U32(0)], Value::U32(4)),
        ("wkv.head_size", vec![Value::U32(0)], Value::U32(64)),
        ("shortconv.l_cache", vec![Value::U32(0)], Value::U32(3)),
        ("dense_2_feat_in", vec![Value::U32(0)], Value::U32(768)),
        (
            "a_key_of_next_year",
            vec![flag(false), Value::U32(0), text(""), text("none")],
            Value::U32(1),
        ),
        ("another.key", vec![Value::F32(0.0), Value::F32(-0.0)], text("on")),
    ]
}

#[test]
fn keys_that_change_results_are_refused() {
    for (key, neutral, other) in table() {
        let key = format!("llama.{key}");
        for value in neutral {
            with(&key, value.clone()).unwrap_or_else(|e| panic!("{key} {value:?}: {e}"));
        }
        let error = with(&key, other).expect_err(&key);
        assert!(matches!(error, Error::Unsupported { .. }), "{key}: {error}");
        assert!(error.to_string().contains(&format!("`{key}`")), "{error}");
    }
}

#[test]
fn keys_without_meaning_for_results_are_ignored() {
    let keys = [
        ("general.name", text("a model")),
        ("general.type", text("model")),
        ("general.file_type", Value::U32(15)),
        ("general.quantization_version", Value::U32(2)),
        ("general.sampling.temp", Value::F32(0.7)),
        ("general.base_model.0.name", text("another")),
        ("general.tags", Value::Array(vec![text("a"), text("b")])),
        ("tokenizer.ggml.add_bos_token", Value::Bool(true)),
        ("quantize.imatrix.file", text("m.imatrix")),
        ("quantize.imatrix.entries_count", Value::I32(224)),
        ("imatrix.chunk_count", Value::U32(125)),
        ("mradermacher.quantized_by", text("me")),
        ("llama.vocab_size", Value::U32(7)),
        ("llama.tensor_data_layout", text("Meta AI original pth")),
        ("llama.attention.layer_norm_epsilon", Value::F32(1e-6)),
        ("llama.leading_dense_block_count", Value::U32(1)),
        ("qwen3.expert_count", Value::U32(128)),
        ("llamas.expert_count", Value::U32(128)),
    ];
    for (key, value) in keys {
        with(key, value).unwrap_or_else(|e| panic!("{key}: {e}"));
    }
}

#[test]
fn values_per_layer_that_are_the_same_are_one_value() {
    let expected = Gguf::llama().open().expect("it opens").config().clone();
    let mut file = Gguf::llama();
    for (key, value) in
        [("attention.head_count", 4), ("attention.head_count_kv", 2), ("feed_forward_length", 256)]
    {
        file.set(&format!("llama.{key}"), Value::Array(vec![Value::U32(value); 3]));
    }
    assert_eq!(file.open().expect("it opens").config(), &expected);
    for other in [vec![], vec![Value::U32(2), Value::U32(4)]] {
        assert!(with("llama.attention.head_count_kv", Value::Array(other)).is_err());
    }
}

#[test]
fn tokens_beyond_the_vocabulary_are_none() {
    for id in [8, 99_999, u32::MAX] {
        let mut file = Gguf::llama();
        file.set("tokenizer.ggml.bos_token_id", Value::U32(id));
        file.set("tokenizer.ggml.eos_token_id", Value::U32(id));
        let file = file.open().expect("it opens");
        assert_eq!((file.config().bos_token_id, file.config().eos_token_ids.len()), (None, 0));
    }
}

#[test]
fn files_of_other_types_are_refused() {
    for other in ["adapter", "mmproj", "imatrix", "vocab"] {
        let error = with("general.type", text(other)).expect_err(other).to_string();
        assert!(error.contains("general.type") && error.contains(other), "{error}");
    }
    let mut adapter = Gguf::default();
    adapter.set("general.architecture", text("llama"));
    adapter.set("adapter.type", text("lora"));
    let error = problems(adapter.open()).expect_err("an adapter").to_string();
    assert!(error.contains("adapter.type") && error.contains("merged"), "{error}");
}

/// A mixture of experts lacks other keys, too: the error names the reason.
#[test]
fn experts_are_named_before_the_keys_that_they_replace() {
    let mut file = Gguf::llama();
    file.keys.remove("llama.feed_forward_length").expect("there");
    file.set("llama.expert_count", Value::U32(8));
    let error = problems(file.open()).expect_err("experts").to_string();
    assert!(error.contains("`llama.expert_count` 8 is not supported, only 0"), "{error}");
}

#[test]
fn tensors_of_unknown_names_are_refused() {
    for name in ["blk.0.ffn_gate_exps.weight", "blk.0.attn_sinks.weight", "v.patch_embd.weight"] {
        let mut file = Gguf::llama();
        file.tensors.insert(name.into(), support::floats(&[32, 32], 1));
        let error = problems(file.open()).expect_err(name).to_string();
        assert!(error.contains(name), "{error}");
    }
}
