//! Checks of a `tokenizer.json`.
//!
//! The library trusts its file: it indexes a buffer with the length of a merge, looks up undefined
//! special tokens, and lengthens strings without limit. Every dangerous key is checked here first,
//! and rules that language models do not use are rejected by name.

use std::collections::HashMap;
use std::path::Path;

use serde_json::{Map, Value};

use super::MAX_TEXT;
use super::added::{lacks_row, warn_of_dropped};
use super::bytes::{ByteNames, Detokenizer};
use crate::error::{Error, Result};

/// Maximum length of a string after the rules have lengthened it, in bytes.
const MAX_GROWN: usize = 64 << 20;
/// Maximum factor by which the rules may lengthen a string.
const MAX_GROWTH: usize = 256;
/// Maximum number of rules of one kind, and of special tokens around a prompt.
const MAX_RULES: usize = 64;

const NORMALIZERS: &str =
    "NFC, NFD, NFKC, NFKD, Lowercase, Strip, StripAccents, Prepend, Replace or a Sequence of them";
const PRE_TOKENIZERS: &str = "ByteLevel, Digits, Metaspace, Punctuation, Split, Whitespace, \
                              WhitespaceSplit or a Sequence of them";
const POST_PROCESSORS: &str = "ByteLevel, TemplateProcessing or a Sequence of them";
const DECODERS: &str =
    "ByteLevel, or a Sequence of Replace, then ByteFallback, then Fuse, then Strip of spaces";

/// The result of checking a file.
pub(super) struct Checked {
    pub detokenizer: Detokenizer,
    /// Maximum length of a string to encode, in bytes.
    pub max_text: usize,
    /// Added tokens with their ids.
    pub added: Vec<(String, u32)>,
}

/// Checks the file, and removes truncation, padding and tokens without a row from it.
pub(super) fn check(value: &mut Value, file: &Path, vocab_size: usize) -> Result<Checked> {
    let rules = Rules { file, vocab_size };
    let Value::Object(root) = value else {
        return Err(rules.wrong("the file", "an object", value));
    };
    rules.truncation(root.get("truncation"))?;
    root.remove("truncation");
    root.remove("padding");
    if root.get("added_tokens").is_some_and(Value::is_null) {
        root.insert("added_tokens".to_owned(), Value::Array(Vec::new()));
    }
    if let Some(dropout) = root.get_mut("model").and_then(|model| model.get_mut("dropout"))
        && dropout.as_f64() == Some(0.0)
    {
        *dropout = Value::Null;
    }
    drop_tokens_without_row(root, file, vocab_size);
    let component = |key| root.get(key).unwrap_or(&Value::Null);
    rules.model(component("model"))?;
    let added = rules.added_tokens(component("added_tokens"))?;
    let mut growth = rules.normalizer(component("normalizer"))?;
    growth = growth.saturating_mul(rules.pre_tokenizer(component("pre_tokenizer"))?);
    if growth > MAX_GROWTH {
        let expected = format!("rules that make a string at most {MAX_GROWTH} times longer");
        return Err(rules.error("normalizer", expected, format!("{growth} times")));
    }
    rules.post_processor(component("post_processor"))?;
    let detokenizer = rules.decoder(component("decoder"))?;
    Ok(Checked { detokenizer, max_text: MAX_TEXT.min(MAX_GROWN / growth), added })
}

/// Removes the added tokens that the model cannot know, unless the vocabulary has other ids for
/// them.
fn drop_tokens_without_row(root: &mut Map<String, Value>, file: &Path, vocab_size: usize) {
    let mut dropped: HashMap<String, u64> = HashMap::new();
    let vocab = root.get("model").and_then(|model| model.get("vocab"));
    for token in root.get("added_tokens").and_then(Value::as_array).into_iter().flatten() {
        let (Some(content), Some(id)) = (token["content"].as_str(), token["id"].as_u64()) else {
            continue;
        };
        let other = vocab.and_then(|vocab| vocab.get(content)).is_some_and(|other| *other != id);
        if lacks_row(id, vocab_size) && !other {
            dropped.insert(content.to_owned(), id);
        }
    }
    if dropped.is_empty() {
        return;
    }
    warn_of_dropped(dropped.len(), file, vocab_size);
    if let Some(Value::Array(tokens)) = root.get_mut("added_tokens") {
        tokens.retain(|token| {
            let id = token["content"].as_str().and_then(|content| dropped.get(content));
            id.is_none_or(|id| token["id"] != *id)
        });
    }
    let vocab = root.get_mut("model").and_then(|model| model.get_mut("vocab"));
    if let Some(Value::Object(vocab)) = vocab {
        vocab.retain(|token, _| !dropped.contains_key(token));
    }
}

#[derive(Clone, Copy)]
struct Rules<'f> {
    file: &'f Path,
    vocab_size: usize,
}

/// One rule: its type and the object that describes it.
type Rule<'v> = (&'v str, &'v Value);

impl Rules<'_> {
    fn truncation(self, value: Option<&Value>) -> Result<()> {
        let Some(value @ Value::Object(_)) = value else { return Ok(()) };
        let number = |key: &str| {
            let expected = "a number";
            value[key].as_u64().ok_or_else(|| self.wrong(key, expected, &value[key]))
        };
        let (stride, max_length) = (number("stride")?, number("max_length")?);
        if stride >= max_length {
            let expected = format!("less than max_length {max_length}");
            return Err(self.error("truncation.stride", expected, stride.to_string()));
        }
        Ok(())
    }

    fn model(self, model: &Value) -> Result<()> {
        // Old files do not name the type; BPE is the one with merges.
        let untyped = model["type"].is_null() && model["merges"].is_array();
        if !untyped && model["type"] != "BPE" {
            return Err(self.wrong("model.type", "BPE", &model["type"]));
        }
        for (key, only) in [("dropout", "none"), ("continuing_subword_prefix", "an empty one")] {
            if !matches!(&model[key], Value::Null) && model[key] != "" {
                return Err(self.wrong(&format!("model.{key}"), only, &model[key]));
            }
        }
        let Value::Object(vocab) = &model["vocab"] else {
            return Err(self.wrong("model.vocab", "an object", &model["vocab"]));
        };
        self.vocab(vocab)?;
        self.merges(&model["merges"], vocab)
    }

    fn vocab(self, vocab: &Map<String, Value>) -> Result<()> {
        let mut tokens = HashMap::with_capacity(vocab.len());
        for (token, id) in vocab {
            let id = self.token_id(token, id)?;
            if let Some(first) = tokens.insert(id, token) {
                let found = format!("{id} for {first:?} and {token:?}");
                return Err(self.error("model.vocab", "different ids".to_owned(), found));
            }
        }
        Ok(())
    }

    fn token_id(self, token: &str, id: &Value) -> Result<u32> {
        let expected = "ids";
        let id = id.as_u64().ok_or_else(|| self.wrong("model.vocab", expected, id))?;
        match u32::try_from(id) {
            Ok(small) if id < self.vocab_size as u64 => Ok(small),
            _ => {
                let expected = format!("ids below the vocabulary size {}", self.vocab_size);
                Err(self.error("model.vocab", expected, format!("{id} for {token:?}")))
            }
        }
    }

    /// Pairs of tokens whose concatenation is a token: as `["a", "b"]` or, in older files,
    /// `"a b"`.
    fn merges(self, merges: &Value, vocab: &Map<String, Value>) -> Result<()> {
        let expected = "pairs of tokens";
        let wrong = |merge: &Value| self.wrong("model.merges", expected, merge);
        for (index, merge) in merges.as_array().ok_or_else(|| wrong(merges))?.iter().enumerate() {
            let (left, right) = match merge {
                Value::String(line) if line.starts_with("#version") => continue,
                Value::String(line) => line.split_once(' ').ok_or_else(|| wrong(merge))?,
                _ => match merge.as_array().map(Vec::as_slice) {
                    Some([Value::String(left), Value::String(right)]) => {
                        (left.as_str(), right.as_str())
                    }
                    _ => return Err(wrong(merge)),
                },
            };
            for token in [left.to_owned(), right.to_owned(), format!("{left}{right}")] {
                if !vocab.contains_key(&token) {
                    let expected = "merges of tokens that make a token".to_owned();
                    let found = format!("merge {index} with {token:?}");
                    return Err(self.error("model.merges", expected, found));
                }
            }
        }
        Ok(())
    }

    fn added_tokens(self, value: &Value) -> Result<Vec<(String, u32)>> {
        let expected = "tokens with an id and a content";
        let tokens = match value {
            Value::Null => &[],
            Value::Array(tokens) => tokens.as_slice(),
            _ => return Err(self.wrong("added_tokens", expected, value)),
        };
        let read = |token: &Value| match token["content"].as_str() {
            None | Some("") => Err(self.wrong("added_tokens", expected, token)),
            Some(content) => Ok((content.to_owned(), self.token_id(content, &token["id"])?)),
        };
        tokens.iter().map(read).collect()
    }

    /// Returns the maximum factor by which the normalizer lengthens a string, in bytes.
    fn normalizer(self, value: &Value) -> Result<usize> {
        let rules = self.flatten("normalizer", value, "normalizers", NORMALIZERS)?;
        let mut growth = 1usize;
        for (kind, rule) in rules {
            growth = growth.saturating_mul(match kind {
                "Strip" | "StripAccents" => 1,
                // Unicode's normalisation forms have these bounds in UTF-8 (UAX 15, FAQ).
                "NFC" | "NFD" => 3,
                "NFKC" | "NFKD" => 11,
                "Lowercase" => 2,
                // Once per section between special tokens.
                "Prepend" => 1 + self.length("normalizer.prepend", &rule["prepend"])?,
                "Replace" => {
                    let content = self.length("normalizer.content", &rule["content"])?;
                    match rule["pattern"]["String"].as_str() {
                        Some(text) if !text.is_empty() => content.div_ceil(text.len()).max(1),
                        // A regex may match every character, and between any two.
                        _ => 1 + 2 * content,
                    }
                }
                _ => return Err(self.wrong("normalizer.type", NORMALIZERS, &rule["type"])),
            });
        }
        Ok(growth)
    }

    /// Returns the maximum factor by which the pre-tokenizer lengthens a string, in bytes.
    fn pre_tokenizer(self, value: &Value) -> Result<usize> {
        let rules = self.flatten("pre_tokenizer", value, "pretokenizers", PRE_TOKENIZERS)?;
        let mut growth = 1usize;
        for (kind, rule) in rules {
            growth = growth.saturating_mul(match kind {
                "Digits" | "Punctuation" | "Split" | "Whitespace" | "WhitespaceSplit" => 1,
                // A byte becomes a character of up to two bytes, and every word may get a space.
                "ByteLevel" if rule["add_prefix_space"] == false => 2,
                "ByteLevel" => 4,
                "Metaspace" => 7,
                _ => {
                    let key = "pre_tokenizer.type";
                    return Err(self.wrong(key, PRE_TOKENIZERS, &rule["type"]));
                }
            });
        }
        Ok(growth)
    }

    fn post_processor(self, value: &Value) -> Result<()> {
        let rules = self.flatten("post_processor", value, "processors", POST_PROCESSORS)?;
        for (kind, rule) in rules {
            match kind {
                "ByteLevel" => {}
                "TemplateProcessing" => self.template(rule)?,
                _ => {
                    let key = "post_processor.type";
                    return Err(self.wrong(key, POST_PROCESSORS, &rule["type"]));
                }
            }
        }
        Ok(())
    }

    /// Checks the special tokens around a prompt: `single`, which must contain the prompt once, and
    /// `pair`, which is never used, but the library reads it.
    fn template(self, rule: &Value) -> Result<()> {
        let defined = &rule["special_tokens"];
        for key in ["single", "pair"] {
            let expected = "a list of the text and special tokens";
            let wrong = || self.wrong(&format!("post_processor.{key}"), expected, &rule[key]);
            let pieces = rule[key].as_array().ok_or_else(wrong)?;
            let text = pieces.iter().filter(|piece| piece["Sequence"]["id"] == "A").count();
            let other = pieces.iter().filter(|piece| piece["Sequence"]["id"] == "B").count();
            let few = pieces.len() <= MAX_RULES;
            if !few || (key == "single" && (text, other) != (1, 0)) {
                return Err(wrong());
            }
            for token in pieces.iter().filter_map(|piece| piece["SpecialToken"]["id"].as_str()) {
                if !defined[token].is_object() {
                    let expected = "only special tokens that it defines".to_owned();
                    return Err(self.error("post_processor", expected, format!("{token:?}")));
                }
            }
        }
        for (token, special) in defined.as_object().into_iter().flatten() {
            let expected = "one id per token, at most 64";
            let wrong = || self.wrong("post_processor.special_tokens", expected, special);
            let ids = special["ids"].as_array().ok_or_else(wrong)?;
            let tokens = special["tokens"].as_array().ok_or_else(wrong)?;
            if ids.len() != tokens.len() || ids.len() > MAX_RULES {
                return Err(wrong());
            }
            for id in ids {
                self.token_id(token, id)?;
            }
        }
        Ok(())
    }

    fn decoder(self, value: &Value) -> Result<Detokenizer> {
        let rules = self.flatten("decoder", value, "decoders", DECODERS)?;
        let refuse = |found: &Value| self.wrong("decoder", DECODERS, found);
        let mut detokenizer =
            Detokenizer { replace: Vec::new(), bytes: ByteNames::None, leading_spaces: 0 };
        // Each rule sees the output of the one before, so only the usual order is supported.
        let mut stage = 0;
        for (kind, rule) in &rules {
            let next = match *kind {
                "Replace" => 0,
                "ByteFallback" | "ByteLevel" => 1,
                "Fuse" => 2,
                "Strip" => 3,
                _ => return Err(refuse(rule)),
            };
            if next < stage || (next == stage && next > 0) {
                return Err(refuse(value));
            }
            stage = next;
            match (*kind, rule["pattern"]["String"].as_str(), rule["content"].as_str()) {
                ("Replace", Some(from), Some(to)) if !from.is_empty() => {
                    detokenizer.replace.push((from.to_owned(), to.to_owned()));
                }
                ("ByteLevel", ..) => detokenizer.bytes = ByteNames::Characters,
                ("ByteFallback", ..) => detokenizer.bytes = ByteNames::Hexadecimal,
                ("Fuse", ..) => {}
                ("Strip", _, Some(" ")) if rule["stop"] == 0 => {
                    let start = rule["start"].as_u64().ok_or_else(|| refuse(rule))?;
                    detokenizer.leading_spaces =
                        usize::try_from(start).map_err(|_| refuse(rule))?;
                }
                _ => return Err(refuse(rule)),
            }
        }
        // Without a decoder the library puts a space between any two tokens.
        if rules.is_empty() { Err(refuse(value)) } else { Ok(detokenizer) }
    }

    /// Returns the rules in `value`, with nested sequences flattened.
    fn flatten<'v>(
        self,
        key: &str,
        value: &'v Value,
        inner: &str,
        supported: &'static str,
    ) -> Result<Vec<Rule<'v>>> {
        let mut rules = Vec::new();
        let mut open = vec![value];
        while let Some(value) = open.pop() {
            match value["type"].as_str() {
                None if value.is_null() => {}
                Some("Sequence") => {
                    let expected = "a list of rules";
                    let list = value[inner].as_array();
                    let list = list.ok_or_else(|| self.wrong(key, expected, &value[inner]))?;
                    open.extend(list.iter().rev());
                }
                Some(kind) => rules.push((kind, value)),
                None => {
                    return Err(self.wrong(&format!("{key}.type"), supported, &value["type"]));
                }
            }
            if rules.len() > MAX_RULES {
                return Err(self.wrong(key, "at most 64 rules", &Value::from(rules.len())));
            }
        }
        Ok(rules)
    }

    fn length(self, key: &str, text: &Value) -> Result<usize> {
        let expected = "a string";
        text.as_str().map(str::len).ok_or_else(|| self.wrong(key, expected, text))
    }

    fn wrong(self, key: &str, expected: &str, found: &Value) -> Error {
        self.error(key, expected.to_owned(), excerpt(found))
    }

    fn error(self, key: &str, expected: String, found: String) -> Error {
        // Tokens have no maximum length.
        let found = found.chars().take(200).collect();
        Error::Value { file: self.file.to_owned(), key: key.to_owned(), expected, found }
    }
}

/// Returns the beginning of a value, for a one-line message.
pub(super) fn excerpt(value: &Value) -> String {
    match value {
        Value::Array(_) => "a list".to_owned(),
        Value::Object(object) => match object.get("type") {
            Some(Value::String(kind)) => kind.chars().take(60).collect(),
            _ => "an object".to_owned(),
        },
        _ => value.to_string().chars().take(60).collect(),
    }
}
