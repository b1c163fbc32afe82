//! Converts the tokenizer of a GGUF file to the `tokenizer.json` that it was made from.

use std::collections::HashMap;
use std::path::Path;

use plt_model::checkpoint::GgufValue as Gguf;
use serde_json::{Map, Value, json};

use crate::error::{Error, Result};

/// GPT-4's pre-tokenization. Llama 3 takes up to three digits at a time, Qwen 2 one.
const SPLIT_3_DIGITS: &str = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";
const SPLIT_1_DIGIT: &str = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

/// The meaning of a name in `tokenizer.ggml.pre`.
struct Pre {
    normalizer: Value,
    pre_tokenizer: Value,
    /// Whether a word that is a token is taken whole, without merges.
    ignore_merges: bool,
    /// Whether a prompt begins with bos if the file does not say.
    add_bos: bool,
}

impl Pre {
    fn named(name: &str) -> Option<Self> {
        let byte_level = |use_regex: bool| json!({"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": use_regex});
        let then_bytes = |first: Value, use_regex: bool| json!({"type": "Sequence", "pretokenizers": [first, byte_level(use_regex)]});
        let split = |regex: &str| json!({"type": "Split", "pattern": {"Regex": regex}, "behavior": "Isolated", "invert": false});
        let plain = |pre_tokenizer: Value| Self {
            normalizer: Value::Null,
            pre_tokenizer,
            ignore_merges: false,
            add_bos: false,
        };
        Some(match name {
            "gpt-2" => plain(byte_level(true)),
            "smollm" => {
                plain(then_bytes(json!({"type": "Digits", "individual_digits": true}), true))
            }
            "qwen2" => Self {
                normalizer: json!({"type": "NFC"}),
                ..plain(then_bytes(split(SPLIT_1_DIGIT), false))
            },
            "llama-bpe" | "llama3" | "llama-v3" => Self {
                ignore_merges: true,
                add_bos: true,
                ..plain(then_bytes(split(SPLIT_3_DIGITS), false))
            },
            _ => return None,
        })
    }
}

/// The values of `tokenizer.ggml.token_type` that are read.
const UNKNOWN: i64 = 2;
const CONTROL: i64 = 3;
const USER_DEFINED: i64 = 4;

/// Returns the tokenizer as JSON. It is checked like every `tokenizer.json`.
pub(super) fn to_json(metadata: &HashMap<String, Gguf>, file: &Path) -> Result<Value> {
    let keys = Keys { metadata, file };
    if keys.string("tokenizer.ggml.model")? != "gpt2" {
        return Err(keys.unknown("tokenizer.ggml.model", "gpt2"));
    }
    let pre = Pre::named(keys.string("tokenizer.ggml.pre")?)
        .ok_or_else(|| keys.unknown("tokenizer.ggml.pre", "gpt-2, smollm, llama-bpe or qwen2"))?;

    let tokens = keys.strings("tokenizer.ggml.tokens")?;
    let mut vocab = Map::new();
    for (id, token) in tokens.iter().enumerate() {
        if let Some(first) = vocab.insert((*token).to_owned(), id.into()) {
            return Err(Error::Value {
                file: file.to_owned(),
                key: "tokenizer.ggml.tokens".to_owned(),
                expected: "different tokens".to_owned(),
                found: format!("{token:?} as {first} and {id}"),
            });
        }
    }
    let merges: Vec<Value> =
        keys.strings("tokenizer.ggml.merges")?.into_iter().map(Value::from).collect();

    let mut added = Vec::new();
    for (id, kind) in keys.integers("tokenizer.ggml.token_type")?.into_iter().enumerate() {
        let special = matches!(kind, UNKNOWN | CONTROL);
        if let (true, Some(content)) = (special || kind == USER_DEFINED, tokens.get(id)) {
            added.push(json!({
                "id": id, "content": content, "special": special, "normalized": false,
                "single_word": false, "lstrip": false, "rstrip": false,
            }));
        }
    }

    let mut around = vec![json!({"Sequence": {"id": "A", "type_id": 0}})];
    let mut special_tokens = Map::new();
    let mut wanted = Vec::new();
    if keys.boolean("tokenizer.ggml.add_bos_token")?.unwrap_or(pre.add_bos) {
        wanted.push((0, "tokenizer.ggml.bos_token_id"));
    }
    if keys.boolean("tokenizer.ggml.add_eos_token")?.unwrap_or(false) {
        wanted.push((around.len() + wanted.len(), "tokenizer.ggml.eos_token_id"));
    }
    for (at, key) in wanted {
        let (id, token) = keys.token(key, &tokens)?;
        around.insert(at, json!({"SpecialToken": {"id": token, "type_id": 0}}));
        special_tokens.insert(token.into(), json!({"id": token, "ids": [id], "tokens": [token]}));
    }

    let byte_level = json!({"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true});
    Ok(json!({
        "version": "1.0",
        "added_tokens": added,
        "normalizer": pre.normalizer,
        "pre_tokenizer": pre.pre_tokenizer,
        "post_processor": {
            "type": "TemplateProcessing",
            "single": around, "pair": [], "special_tokens": special_tokens,
        },
        "decoder": byte_level,
        "model": {
            "type": "BPE", "vocab": vocab, "merges": merges, "ignore_merges": pre.ignore_merges,
        },
    }))
}

/// Reads metadata by type.
#[derive(Clone, Copy)]
struct Keys<'m> {
    metadata: &'m HashMap<String, Gguf>,
    file: &'m Path,
}

impl<'m> Keys<'m> {
    fn string(self, key: &str) -> Result<&'m str> {
        match self.metadata.get(key) {
            Some(Gguf::String(text)) => Ok(text),
            found => Err(self.wrong(key, "a string", found)),
        }
    }

    fn strings(self, key: &str) -> Result<Vec<&'m str>> {
        let expected = "a list of strings";
        let Some(Gguf::Array(list)) = self.metadata.get(key) else {
            return Err(self.wrong(key, expected, self.metadata.get(key)));
        };
        let text = |value: &'m Gguf| match value {
            Gguf::String(text) => Ok(text.as_str()),
            found => Err(self.wrong(key, expected, Some(found))),
        };
        list.iter().map(text).collect()
    }

    fn integers(self, key: &str) -> Result<Vec<i64>> {
        let expected = "a list of integers";
        let Some(Gguf::Array(list)) = self.metadata.get(key) else {
            return Err(self.wrong(key, expected, self.metadata.get(key)));
        };
        let integer = |value| integer(value).ok_or_else(|| self.wrong(key, expected, Some(value)));
        list.iter().map(integer).collect()
    }

    /// `None` if the key is absent.
    fn boolean(self, key: &str) -> Result<Option<bool>> {
        match self.metadata.get(key) {
            None => Ok(None),
            Some(Gguf::Bool(value)) => Ok(Some(*value)),
            found => Err(self.wrong(key, "true or false", found)),
        }
    }

    /// Returns the token whose id is the value of `key`.
    fn token(self, key: &str, tokens: &[&'m str]) -> Result<(i64, &'m str)> {
        let found = self.metadata.get(key);
        let id = found.and_then(integer);
        let token = id.and_then(|id| tokens.get(usize::try_from(id).ok()?));
        match (id, token) {
            (Some(id), Some(token)) => Ok((id, token)),
            _ => Err(self.wrong(key, "the id of a token", found)),
        }
    }

    /// Returns the error for a valid file with a tokenizer of an unsupported kind.
    fn unknown(self, key: &str, expected: &str) -> Error {
        let reason = self.wrong(key, expected, self.metadata.get(key)).to_string();
        Error::UnknownTokenizer { reason }
    }

    fn wrong(self, key: &str, expected: &str, found: Option<&Gguf>) -> Error {
        let found = match found {
            None => "nothing".to_owned(),
            Some(Gguf::String(text)) => format!("{:?}", text.chars().take(60).collect::<String>()),
            Some(value) => match integer(value) {
                Some(value) => value.to_string(),
                None => format!("{:?}", value.value_type()),
            },
        };
        let (file, key, expected) = (self.file.to_owned(), key.to_owned(), expected.to_owned());
        Error::Value { file, key, expected, found }
    }
}

fn integer(value: &Gguf) -> Option<i64> {
    match value {
        Gguf::U8(v) => Some((*v).into()),
        Gguf::I8(v) => Some((*v).into()),
        Gguf::U16(v) => Some((*v).into()),
        Gguf::I16(v) => Some((*v).into()),
        Gguf::U32(v) => Some((*v).into()),
        Gguf::I32(v) => Some((*v).into()),
        Gguf::U64(v) => i64::try_from(*v).ok(),
        Gguf::I64(v) => Some(*v),
        _ => None,
    }
}
