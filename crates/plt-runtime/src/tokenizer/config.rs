//! The files beside a tokenizer's vocabulary: `tokenizer_config.json`, `special_tokens_map.json`,
//! `added_tokens.json`.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::added::AddedToken;
use super::{ReadFile, wrong};
use crate::error::{Error, Result, one_line};

/// Maximum size of each of these files in bytes.
const MAX_FILE: u64 = 4 << 20;
/// The names of special tokens, in the order in which `transformers` adds those that have no id.
const SPECIAL: [&str; 7] =
    ["bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token"];

/// The content of these files.
#[derive(Debug, Default)]
pub struct TokenizerConfig {
    /// `tokenizer_config.json`, for messages.
    file: PathBuf,
    config: Map<String, Value>,
    special_tokens_map: Map<String, Value>,
    /// `added_tokens.json`.
    added: BTreeMap<String, u32>,
}

impl TokenizerConfig {
    /// Reads `tokenizer_config.json` and `special_tokens_map.json` of `dir`; missing files count as
    /// empty.
    ///
    /// # Errors
    /// A file that is not JSON or has no object.
    pub fn read(read: ReadFile<'_>, dir: &Path) -> Result<Self> {
        Ok(Self {
            file: dir.join("tokenizer_config.json"),
            config: object(read, dir, "tokenizer_config.json")?,
            special_tokens_map: object(read, dir, "special_tokens_map.json")?,
            added: BTreeMap::new(),
        })
    }

    /// Reads all files of `dir`, for a vocabulary without its added tokens.
    ///
    /// # Errors
    /// As [`read`](Self::read); ids that are none.
    pub fn read_all(read: ReadFile<'_>, dir: &Path) -> Result<Self> {
        let mut config = Self::read(read, dir)?;
        for (token, id) in object(read, dir, "added_tokens.json")? {
            let number = id.as_u64().and_then(|id| u32::try_from(id).ok());
            let file = dir.join("added_tokens.json");
            let number = number.ok_or_else(|| wrong(&file, &token, "a token id", &id))?;
            config.added.insert(token, number);
        }
        Ok(config)
    }

    /// Returns a flag; `None` if it is absent or null.
    pub fn flag(&self, key: &str) -> Result<Option<bool>> {
        match self.config.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Bool(value)) => Ok(Some(*value)),
            Some(other) => Err(wrong(&self.file, key, "true or false", other)),
        }
    }

    /// Returns the name of the tokenizer's class, without the ending of its fast version.
    pub fn class(&self) -> Option<&str> {
        let class = self.config.get("tokenizer_class")?.as_str()?;
        Some(class.strip_suffix("Fast").unwrap_or(class))
    }

    /// The file that the flags are in.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Returns the text of a special token such as `eos_token`: `None` if no file names it,
    /// `Some(None)` if there is none.
    pub fn special_token(&self, key: &str) -> Option<Option<&str>> {
        let value = self.config.get(key).or_else(|| self.special_tokens_map.get(key))?;
        Some(content(value))
    }

    /// Returns the chat template: the only one, or the one with the name `default`.
    pub fn chat_template(&self) -> Option<&str> {
        let template = self.config.get("chat_template")?;
        let named = template.as_array().into_iter().flatten();
        let default = named
            .filter(|template| template["name"] == "default")
            .find_map(|template| template["template"].as_str());
        template.as_str().or(default)
    }

    /// Returns all added tokens of a vocabulary. `id_of` finds the id of a token in the vocabulary,
    /// `count` is the number of its tokens, `used` has those of its ids that may be larger, and
    /// `defaults` are special tokens that no file needs to name.
    ///
    /// # Errors
    /// Entries that are wrong, or that need rules which are not supported.
    pub fn added_tokens(
        &self,
        id_of: &dyn Fn(&str) -> Option<u32>,
        count: usize,
        used: &HashSet<u32>,
        defaults: &[(&str, &str)],
    ) -> Result<Vec<AddedToken>> {
        let mut tokens: BTreeMap<u32, AddedToken> = BTreeMap::new();
        let key = "added_tokens_decoder";
        match self.config.get(key) {
            None | Some(Value::Null) => {}
            Some(Value::Object(decoder)) => {
                for (id, entry) in decoder {
                    let token = self.entry(id, entry)?;
                    tokens.insert(token.id, token);
                }
            }
            Some(other) => return Err(wrong(&self.file, key, "an object", other)),
        }
        for (content, id) in &self.added {
            tokens.entry(*id).or_insert_with(|| plain(*id, content));
        }
        let mut ids: BTreeMap<String, u32> =
            tokens.values().map(|token| (token.content.clone(), token.id)).collect();
        let mut next = tokens.keys().next_back().map_or(0, |id| *id as usize + 1).max(count);
        for content in self.special_contents(defaults) {
            let known = ids.get(&content).copied().or_else(|| id_of(&content));
            let is_used = |id: usize| u32::try_from(id).is_ok_and(|id| used.contains(&id));
            while known.is_none() && is_used(next) {
                next += 1;
            }
            let id = match known.map_or_else(|| u32::try_from(next), Ok) {
                Ok(id) => id,
                Err(_) => continue,
            };
            next += usize::from(known.is_none());
            let token = tokens.entry(id).or_insert_with(|| plain(id, &content));
            (token.special, token.has_role) = (true, true);
            ids.insert(content, id);
        }
        Ok(tokens.into_values().collect())
    }

    /// Returns the tokens of `added_tokens_decoder`, beside a `tokenizer.json`, which should have them
    /// too: entries that are wrong are left out.
    pub fn decoder_tokens(&self) -> Vec<AddedToken> {
        let decoder = self.config.get("added_tokens_decoder").and_then(Value::as_object);
        let tokens = decoder.into_iter().flatten();
        tokens.filter_map(|(id, entry)| self.entry(id, entry).ok()).collect()
    }

    /// Returns the special tokens by their text.
    fn special_contents(&self, defaults: &[(&str, &str)]) -> Vec<String> {
        let named = SPECIAL.iter().filter_map(|key| {
            let default = defaults.iter().find(|(name, _)| name == key).map(|(_, text)| *text);
            self.special_token(key).unwrap_or(default)
        });
        let additional = ["additional_special_tokens", "extra_special_tokens"].iter();
        let additional = additional
            .filter_map(|key| self.config.get(*key).or_else(|| self.special_tokens_map.get(*key)));
        let additional = additional.flat_map(|value| match value {
            Value::Array(list) => list.iter().filter_map(content).collect(),
            Value::Object(named) => named.values().filter_map(content).collect(),
            _ => Vec::new(),
        });
        named.chain(additional).filter(|text| !text.is_empty()).map(str::to_owned).collect()
    }

    fn entry(&self, id: &str, entry: &Value) -> Result<AddedToken> {
        let key = format!("added_tokens_decoder.{}", id.chars().take(20).collect::<String>());
        let expected = "a token id and an object with the token's content";
        let wrong_entry = || wrong(&self.file, &key, expected, entry);
        let (Ok(id), Some(content)) = (id.parse(), content(entry)) else {
            return Err(wrong_entry());
        };
        let flag = |name: &str| match &entry[name] {
            Value::Null => Ok(false),
            Value::Bool(value) => Ok(*value),
            _ => Err(wrong_entry()),
        };
        if flag("single_word")? {
            let error = wrong(&self.file, &key, "`single_word` false", &Value::Bool(true));
            return Err(Error::UnknownTokenizer { reason: error.to_string() });
        }
        Ok(AddedToken {
            id,
            content: content.to_owned(),
            special: flag("special")?,
            has_role: false,
            lstrip: flag("lstrip")?,
            rstrip: flag("rstrip")?,
        })
    }
}

/// Reads a file that holds an object; one that is missing is empty.
fn object(read: ReadFile<'_>, dir: &Path, name: &str) -> Result<Map<String, Value>> {
    match read(name, MAX_FILE)? {
        Some(bytes) => parse_object(&bytes, &dir.join(name)),
        None => Ok(Map::new()),
    }
}

/// Returns the text of a token: a string, or an object with the key `content`.
fn content(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value["content"].as_str())
}

fn plain(id: u32, content: &str) -> AddedToken {
    let content = content.to_owned();
    AddedToken { id, content, special: false, has_role: false, lstrip: false, rstrip: false }
}

/// Parses a file that holds an object.
pub fn parse_object(bytes: &[u8], file: &Path) -> Result<Map<String, Value>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice(bytes)
        .map_err(|e| Error::Json { file: file.to_owned(), reason: one_line(&e) })
}
