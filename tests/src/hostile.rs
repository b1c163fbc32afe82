//! The readers of untrusted bytes, each as one function: for the files of `tests/hostile`, whose names
//! say what is wrong with them, and for the fuzz targets, which start from those files.
//!
//! A rejected file gives an `Err` with the message of the error. No reader may panic or allocate the
//! memory that a file merely claims to need.

use std::fs;
use std::path::Path;

use plt_cpu::Cpu;
use plt_model::checkpoint::Checkpoint;
use plt_model::config::{Config, GateKind, LoopRule};
use plt_model::plan::PlanKind;
use plt_model::{CacheOptions, LogitsFor, NoTrace};
use plt_runtime::{ChatTemplate, KvDType, Message, Tokenizer};
use sha2::{Digest, Sha256};

use crate::tiny::{LoopAttention, Tiny};

/// `Err` holds the message for the user.
pub type Outcome = Result<(), String>;

/// The folder of a reader's files in `tests/hostile`, and the reader.
pub type Reader = (&'static str, fn(&[u8]) -> Outcome);

/// All readers except the HTTP server, which is tested over a socket.
pub const READERS: [Reader; 9] = [
    ("config", config),
    ("safetensors", safetensors),
    ("index", index),
    ("gguf", gguf),
    ("part", part),
    ("tokenizer", tokenizer),
    ("sentencepiece", sentencepiece),
    ("template", template),
    ("saved", saved),
];

/// The config of the weights in `safetensors` and `index`.
const CONFIG: &str = r#"{
    "model_type": "llama", "vocab_size": 8, "hidden_size": 8, "intermediate_size": 8,
    "num_hidden_layers": 1, "num_attention_heads": 2, "num_key_value_heads": 1, "head_dim": 4,
    "hidden_act": "silu", "max_position_embeddings": 16, "rms_norm_eps": 1e-5, "rope_theta": 1e4,
    "tie_word_embeddings": false
}"#;
const WEIGHTS: &[u8] = include_bytes!("../hostile/safetensors/ok");
/// All tensors of `gguf/ok` but one, which the second part has to hold: `blk.0.ffn_down.weight`.
const FIRST_PART: &[u8] = include_bytes!("../data/first-part.gguf");
/// Ids of the tokenizer in `tests/fixtures`.
const VOCAB: usize = 300;

fn words(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// Reads a `config.json`.
pub fn config(bytes: &[u8]) -> Outcome {
    let text = std::str::from_utf8(bytes).map_err(words)?;
    let config = Config::from_json(text, "config.json").map_err(words)?;
    assert!(config.parameters() > 0 && !config.tensors().is_empty());
    // A model may be too large for any cache layout; its config is valid all the same.
    let _ = plt_model::cache_layout(&config, options(config.max_positions.min(64)));
    Ok(())
}

/// Reads a `model.safetensors`.
pub fn safetensors(bytes: &[u8]) -> Outcome {
    folder(&[("config.json", CONFIG.as_bytes()), ("model.safetensors", bytes)])
}

/// Reads a `model.safetensors.index.json`.
pub fn index(bytes: &[u8]) -> Outcome {
    folder(&[
        ("config.json", CONFIG.as_bytes()),
        ("model-00001-of-00001.safetensors", WEIGHTS),
        ("model.safetensors.index.json", bytes),
    ])
}

/// Reads a GGUF file.
pub fn gguf(bytes: &[u8]) -> Outcome {
    let folder = tempfile::tempdir().map_err(words)?;
    let file = folder.path().join("model.gguf");
    fs::write(&file, bytes).map_err(words)?;
    checkpoint(&file)
}

/// Reads the second part of a GGUF model in two parts.
pub fn part(bytes: &[u8]) -> Outcome {
    let folder = tempfile::tempdir().map_err(words)?;
    let [first, second] = [1, 2].map(|n| folder.path().join(format!("m-0000{n}-of-00002.gguf")));
    fs::write(&first, FIRST_PART).map_err(words)?;
    fs::write(second, bytes).map_err(words)?;
    checkpoint(&first)
}

fn folder(files: &[(&str, &[u8])]) -> Outcome {
    let folder = tempfile::tempdir().map_err(words)?;
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).map_err(words)?;
    }
    checkpoint(folder.path())
}

fn checkpoint(path: &Path) -> Outcome {
    let checkpoint = Checkpoint::open(path).map_err(words)?;
    assert!(checkpoint.weight_bytes() < 1 << 20, "more weight bytes than the file has");
    checkpoint.check().map_err(words)?;
    checkpoint.check_values(&mut |_, _| {}).map_err(words)
}

/// Reads a `tokenizer.json` and encodes some strings.
pub fn tokenizer(bytes: &[u8]) -> Outcome {
    let tokenizer =
        Tokenizer::from_json(bytes, Path::new("tokenizer.json"), VOCAB).map_err(words)?;
    encode_some(&tokenizer)
}

/// Reads a `tokenizer.model` and encodes some strings.
pub fn sentencepiece(bytes: &[u8]) -> Outcome {
    let read = |name: &str, _| Ok((name == "tokenizer.model").then(|| bytes.to_vec()));
    let tokenizer = Tokenizer::from_files(&read, Path::new(""), VOCAB).map_err(words)?;
    encode_some(&tokenizer.expect("there is a file"))
}

fn encode_some(tokenizer: &Tokenizer) -> Outcome {
    let long = "a".repeat(20_000);
    for text in [
        "",
        "a",
        "def f(x):\n    return x\n",
        "\u{e9}\u{4f60}\0 \u{1f600}",
        "<|im_start|>",
        long.as_str(),
    ] {
        let ids = tokenizer.encode(text, true).map_err(words)?;
        assert!(ids.iter().all(|id| (*id as usize) < VOCAB), "{ids:?}");
        tokenizer.decode(&ids, false).map_err(words)?;
    }
    Ok(())
}

/// Reads a chat template and renders a conversation.
pub fn template(bytes: &[u8]) -> Outcome {
    let source = std::str::from_utf8(bytes).map_err(words)?;
    let file = Path::new("chat_template.jinja");
    let template = ChatTemplate::new(source, "<s>", "</s>", file).map_err(words)?;
    let messages = [Message::new("user", "hello"), Message::new("assistant", "\u{e9}")];
    template.render(&messages, true).map(drop).map_err(words)
}

/// A saved sequence: the bytes overwrite those of a real one from the offset that the first byte gives,
/// and the checksum is recomputed, as an attacker would do.
pub fn saved(bytes: &[u8]) -> Outcome {
    let shape = Tiny {
        rule: LoopRule::Parallel,
        loops: 2,
        window_keys: 4,
        group: 2,
        kv_heads: 1,
        head_dim: 4,
        layers: 1,
        attention: LoopAttention::Gated(GateKind::Hidden),
        normalize: true,
        tied: true,
        seed: 7,
    };
    let model = shape.model(Cpu::new(Some(1)).map_err(words)?);
    let mut cache = model.cache(options(16)).map_err(words)?;
    let mut sequence = cache.open().map_err(words)?;
    sequence.extend([3; 8]);
    for pass in PlanKind::Sequential.passes(shape.rule, shape.loops, 0, 0..8) {
        let sequences = &mut [&mut sequence];
        model.run(&mut cache, sequences, &pass, LogitsFor::Newest, &mut NoTrace).map_err(words)?;
    }
    let mut file = Vec::new();
    model.save(&cache, sequence.tokens(), sequence.kv(), &mut file).map_err(words)?;
    drop(sequence);

    let [first, forged @ ..] = bytes else { return Err("nothing".to_owned()) };
    let body = file.len() - 32;
    for (to, from) in file[..body].iter_mut().skip(usize::from(*first)).zip(forged) {
        *to = *from;
    }
    let checksum = Sha256::digest(&file[..body]);
    file[body..].copy_from_slice(&checksum);
    let restored = model.restore(&mut cache, &mut &file[..]).map_err(words)?;
    restored.kv().check_invariants().map_err(words)
}

fn options(positions: usize) -> CacheOptions {
    CacheOptions::single(positions, KvDType::F32, PlanKind::Sequential)
}
