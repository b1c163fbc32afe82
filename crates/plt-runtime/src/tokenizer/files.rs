//! The tokenizer of a directory in the Hugging Face layout.

use std::collections::HashSet;
use std::path::Path;

use serde_json::Value;

use super::added::AddedTokens;
use super::config::TokenizerConfig;
use super::sentencepiece::{self, ModelFile, SentencePiece};
use super::{ReadFile, Tokenizer, byte_pair, wrong};
use crate::error::{Error, Result, one_line};

/// Maximum size of `tokenizer.json`, `vocab.json` and `merges.txt` in bytes.
const MAX_JSON: u64 = 64 << 20;
/// Maximum size of `tokenizer.model` in bytes.
const MAX_MODEL: u64 = 16 << 20;
/// Classes with a `tokenizer.model` whose ids are not those of their pieces.
const OTHER_IDS: [&str; 8] = [
    "BarthezTokenizer",
    "CamembertTokenizer",
    "MBart50Tokenizer",
    "MBartTokenizer",
    "NllbTokenizer",
    "PLBartTokenizer",
    "XGLMTokenizer",
    "XLMRobertaTokenizer",
];

/// Reads the tokenizer of `dir`: `tokenizer.json`, else `tokenizer.model`, else `vocab.json` and
/// `merges.txt`.
pub fn open(read: ReadFile<'_>, dir: &Path, vocab_size: usize) -> Result<Option<Tokenizer>> {
    if let Some(bytes) = read("tokenizer.json", MAX_JSON)? {
        let file = dir.join("tokenizer.json");
        let mut value: Value = serde_json::from_slice(&bytes)
            .map_err(|e| Error::Json { file: file.clone(), reason: one_line(&e) })?;
        // Faults of the config are reported where the chat template is read.
        if let Ok(config) = TokenizerConfig::read(read, dir) {
            add_tokens(&mut value, &config, vocab_size);
            obey_flags(&mut value, &config);
        }
        return Tokenizer::from_value(value, &file, vocab_size).map(Some);
    }
    if let Some(bytes) = read("tokenizer.model", MAX_MODEL)? {
        let config = TokenizerConfig::read_all(read, dir)?;
        let file = dir.join("tokenizer.model");
        return sentencepiece(&bytes, &file, &config, vocab_size).map(Some);
    }
    let (vocab, merges) = (read("vocab.json", MAX_JSON)?, read("merges.txt", MAX_JSON)?);
    if let (Some(vocab), Some(merges)) = (vocab, merges) {
        let config = TokenizerConfig::read_all(read, dir)?;
        return byte_pair::from_files(&vocab, &merges, dir, &config, read, vocab_size).map(Some);
    }
    Ok(None)
}

/// Adds the tokens that only the config has to a `tokenizer.json`, if their ids are free. `None` if
/// the file is damaged, which is found later.
fn add_tokens(value: &mut Value, config: &TokenizerConfig, vocab_size: usize) -> Option<()> {
    let root = value.as_object_mut()?;
    let content = |token: &Value| token["content"].as_str().map(str::to_owned);
    let added = root.get("added_tokens")?.as_array()?;
    let known: HashSet<String> = added.iter().filter_map(content).collect();
    let vocab = root.get("model")?.get("vocab")?.as_object()?;
    let ids = added.iter().map(|token| &token["id"]).chain(vocab.values());
    let mut ids: HashSet<u64> = ids.filter_map(Value::as_u64).collect();
    let mut new = config.decoder_tokens();
    new.retain(|token| {
        let id = u64::from(token.id);
        let is_new = !token.content.is_empty() && !known.contains(&token.content);
        let fits = id < vocab_size as u64;
        is_new && fits && !vocab.contains_key(&token.content) && ids.insert(id)
    });
    for token in new {
        let vocab = root.get_mut("model")?.get_mut("vocab")?.as_object_mut()?;
        // The library numbers tokens that the vocabulary lacks itself.
        vocab.insert(token.content.clone(), token.id.into());
        root.get_mut("added_tokens")?.as_array_mut()?.push(byte_pair::added_token(&token));
    }
    Some(())
}

/// Replaces the tokens around a prompt of a `tokenizer.json` where `transformers` does: for the
/// class of Llama 2, if the config has a flag. `None` if nothing is replaced.
fn obey_flags(value: &mut Value, config: &TokenizerConfig) -> Option<()> {
    let flags = [config.flag("add_bos_token").ok()?, config.flag("add_eos_token").ok()?];
    if config.class() != Some("LlamaTokenizer") || flags == [None, None] {
        return None;
    }
    let token = |key: &str| {
        let text = config.special_token(key)??;
        let mut added = value["added_tokens"].as_array().into_iter().flatten();
        let id = match added.find(|token| token["content"] == text) {
            Some(token) => &token["id"],
            None => &value["model"]["vocab"][text],
        };
        Some((u32::try_from(id.as_u64()?).ok()?, text.to_owned()))
    };
    let before = if flags[0].unwrap_or(true) { Some(token("bos_token")?) } else { None };
    let after = if flags[1].unwrap_or(false) { Some(token("eos_token")?) } else { None };
    let template = byte_pair::template(before, after);
    value.as_object_mut()?.insert("post_processor".to_owned(), template);
    Some(())
}

fn sentencepiece(
    bytes: &[u8],
    file: &Path,
    config: &TokenizerConfig,
    vocab_size: usize,
) -> Result<Tokenizer> {
    if is_tiktoken(bytes) {
        let reason = format!("{}: expected a SentencePiece model, found tiktoken", file.display());
        return Err(Error::UnknownTokenizer { reason });
    }
    if let Some(class) = config.class().filter(|class| OTHER_IDS.contains(class)) {
        let expected = "a class whose ids are those of tokenizer.model";
        let error = wrong(config.file(), "tokenizer_class", expected, &class.into());
        return Err(Error::UnknownTokenizer { reason: error.to_string() });
    }
    let ModelFile { vocabulary, algorithm, mut normalizer, bos, eos } =
        sentencepiece::read(bytes, file, vocab_size)?;
    let name = |id: Option<u32>| id.map(|id| vocabulary.pieces[id as usize].text.as_str());
    let defaults: Vec<(&str, &str)> =
        [("bos_token", bos), ("eos_token", eos), ("unk_token", vocabulary.unknown)]
            .into_iter()
            .filter_map(|(key, id)| Some((key, name(id)?)))
            .collect();
    let id_of = |text: &str| vocabulary.id_of_name(text);
    let added = config.added_tokens(&id_of, vocabulary.pieces.len(), &HashSet::new(), &defaults)?;
    let added = AddedTokens::new(added, config.file(), vocab_size)?;

    // The token that a flag adds to every prompt.
    let around = |flag: &str, key: &str, default: bool| {
        let wanted = config.flag(flag)?;
        let fallback = defaults.iter().find(|(name, _)| *name == key).map(|(_, text)| *text);
        let text = config.special_token(key).unwrap_or(fallback);
        let id = text.and_then(|text| added.id(text).or_else(|| id_of(text)));
        match (wanted.unwrap_or(default), id) {
            (false, _) => Ok(Vec::new()),
            (true, Some(id)) => Ok(vec![id]),
            (true, None) if wanted.is_none() => Ok(Vec::new()),
            (true, None) => {
                let expected = format!("false without a `{key}` in the vocabulary");
                Err(wrong(config.file(), flag, &expected, &true.into()))
            }
        }
    };
    let (before, after) =
        (around("add_bos_token", "bos_token", true)?, around("add_eos_token", "eos_token", false)?);

    let legacy = config.flag("legacy")?.unwrap_or(true);
    for key in ["add_dummy_prefix", "add_prefix_space"] {
        if let Some(prefix) = config.flag(key)? {
            // The slow tokenizer takes the prefix away from a model, but gives it to none.
            normalizer.add_dummy_prefix = prefix && (normalizer.add_dummy_prefix || !legacy);
        }
    }
    let mut encoder = SentencePiece::new(vocabulary, algorithm, normalizer, added, legacy);
    (encoder.before, encoder.after) = (before, after);
    Tokenizer::from_sentencepiece(encoder, file, vocab_size)
}

/// Whether this is a file of tiktoken, which has the same name: lines of base64 and a rank.
fn is_tiktoken(bytes: &[u8]) -> bool {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let mut words = line.split(|byte| *byte == b' ');
    let base64 = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'=');
    match (words.next(), words.next(), words.next()) {
        (Some(token), Some(rank), None) => {
            !token.is_empty()
                && token.iter().all(base64)
                && !rank.is_empty()
                && rank.iter().all(u8::is_ascii_digit)
        }
        _ => false,
    }
}
