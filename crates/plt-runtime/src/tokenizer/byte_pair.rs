//! Byte-level byte-pair encoding from its parts, as the `tokenizer.json` that the library reads.

use std::collections::HashSet;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::added::AddedToken;
use super::config::TokenizerConfig;
use super::pre::Pre;
use super::{ReadFile, Tokenizer, wrong};
use crate::error::{Error, Result, one_line};

/// Largest `config.json`, in bytes.
const MAX_CONFIG: u64 = 1 << 20;

/// The parts.
pub struct BytePair {
    /// Tokens with their ids.
    pub vocab: Map<String, Value>,
    /// Pairs, the first merge first.
    pub merges: Vec<Value>,
    pub added: Vec<AddedToken>,
    pub pre: Pre,
    /// Ids and names of the tokens before and after every prompt.
    pub before: Option<(u32, String)>,
    pub after: Option<(u32, String)>,
}

impl BytePair {
    /// Returns the tokenizer as JSON. It is checked like every `tokenizer.json`.
    pub fn into_json(self) -> Value {
        let mut vocab = self.vocab;
        let added: Vec<Value> = self
            .added
            .into_iter()
            .map(|token| {
                // The library numbers tokens that the vocabulary lacks itself.
                vocab.entry(&token.content).or_insert_with(|| token.id.into());
                added_token(&token)
            })
            .collect();
        json!({
            "version": "1.0",
            "added_tokens": added,
            "normalizer": self.pre.normalizer,
            "pre_tokenizer": self.pre.pre_tokenizer,
            "post_processor": template(self.before, self.after),
            "decoder": {
                "type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true,
                "use_regex": true,
            },
            "model": {
                "type": "BPE", "vocab": vocab, "merges": self.merges,
                "ignore_merges": self.pre.ignore_merges,
            },
        })
    }
}

/// Returns an added token as `tokenizer.json` has it.
pub fn added_token(token: &AddedToken) -> Value {
    json!({
        "id": token.id, "content": token.content, "special": token.special,
        "normalized": false, "single_word": false, "lstrip": token.lstrip,
        "rstrip": token.rstrip,
    })
}

/// Returns the rule that puts tokens, ids with names, before and after every prompt.
pub fn template(before: Option<(u32, String)>, after: Option<(u32, String)>) -> Value {
    let mut around = vec![json!({"Sequence": {"id": "A", "type_id": 0}})];
    let mut special_tokens = Map::new();
    for (at, token) in [(0, before), (1, after)] {
        let Some((id, name)) = token else { continue };
        let at = if at == 0 { 0 } else { around.len() };
        around.insert(at, json!({"SpecialToken": {"id": name, "type_id": 0}}));
        let special = json!({"id": name, "ids": [id], "tokens": [name]});
        special_tokens.insert(name, special);
    }
    json!({
        "type": "TemplateProcessing",
        "single": around, "pair": [], "special_tokens": special_tokens,
    })
}

/// Reads `vocab.json` and `merges.txt` of `dir`.
pub fn from_files(
    vocab: &[u8],
    merges: &[u8],
    dir: &Path,
    config: &TokenizerConfig,
    read: ReadFile<'_>,
    vocab_size: usize,
) -> Result<Tokenizer> {
    let file = dir.join("vocab.json");
    let vocab: Map<String, Value> = super::config::parse_object(vocab, &file)?;
    let pre = pre_tokenizer(config, dir, read)?;

    let merges_file = dir.join("merges.txt");
    let text = std::str::from_utf8(merges)
        .map_err(|e| Error::Json { file: merges_file.clone(), reason: one_line(&e) })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = text.lines().map(|line| line.trim_end_matches([' ', '\t', '\r']));
    let lines = lines.enumerate().filter(|(index, line)| {
        !(line.trim().is_empty() || *index == 0 && line.starts_with("#version"))
    });
    let merge = |(index, line): (usize, &str)| match line.split_once(' ') {
        Some((left, right)) => Ok(json!([left, right])),
        None => {
            let key = format!("line {}", index + 1);
            Err(wrong(&merges_file, &key, "two tokens", &line.into()))
        }
    };
    let merges = lines.map(merge).collect::<Result<_>>()?;

    let id_of = |text: &str| vocab.get(text)?.as_u64().and_then(|id| u32::try_from(id).ok());
    let used = vocab.values().filter_map(|id| u32::try_from(id.as_u64()?).ok());
    let used: HashSet<u32> = used.collect();
    let end = "<|endoftext|>";
    let defaults = [("bos_token", end), ("eos_token", end), ("unk_token", end)];
    let known = defaults.map(|(key, text)| id_of(text).map(|_| (key, text)));
    let known: Vec<_> = known.into_iter().flatten().collect();
    let added = config.added_tokens(&id_of, vocab.len(), &used, &known)?;
    // The token that a flag adds to every prompt.
    let around = |flag: &str, key: &str| -> Result<Option<(u32, String)>> {
        if config.flag(flag)? != Some(true) {
            return Ok(None);
        }
        let default = known.iter().find(|(name, _)| *name == key).map(|(_, text)| *text);
        let text = config.special_token(key).unwrap_or(default);
        let token = text.and_then(|text| added.iter().find(|token| token.content == text));
        let expected = format!("false without a `{key}`");
        let token = token.ok_or_else(|| wrong(config.file(), flag, &expected, &true.into()))?;
        Ok(Some((token.id, token.content.clone())))
    };
    let (before, after) =
        (around("add_bos_token", "bos_token")?, around("add_eos_token", "eos_token")?);
    let parts = BytePair { vocab, merges, added, pre, before, after };
    Tokenizer::from_value(parts.into_json(), &file, vocab_size)
}

/// Returns the pre-tokenizer of the tokenizer's class, or else of the model's type.
fn pre_tokenizer(config: &TokenizerConfig, dir: &Path, read: ReadFile<'_>) -> Result<Pre> {
    let model_type = match read("config.json", MAX_CONFIG)? {
        Some(bytes) => {
            let config = super::config::parse_object(&bytes, &dir.join("config.json"))?;
            config.get("model_type").and_then(Value::as_str).unwrap_or_default().to_owned()
        }
        None => String::new(),
    };
    let prefix = config.flag("add_prefix_space")?.unwrap_or(false);
    let pre = match config.class() {
        Some("Qwen2Tokenizer") => Pre::named("qwen2"),
        None if model_type.starts_with("qwen") => Pre::named("qwen2"),
        None | Some("GPT2Tokenizer" | "CodeGenTokenizer") => Some(Pre::gpt2(prefix)),
        Some(_) => None,
    };
    pre.ok_or_else(|| {
        let found = config.class().unwrap_or_default().into();
        let expected = "GPT2Tokenizer, CodeGenTokenizer or Qwen2Tokenizer beside vocab.json and \
                        merges.txt";
        let error = wrong(config.file(), "tokenizer_class", expected, &found);
        Error::UnknownTokenizer { reason: error.to_string() }
    })
}
