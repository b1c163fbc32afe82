//! Reads templates and special tokens from the files of a model.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use plt_model::checkpoint::GgufValue;
use plt_model::config::parse_json;
use serde_json::{Map, Value};

use super::ChatTemplate;
use crate::error::{Error, Result, one_line};

/// The tokens that `tokenizer_config.json` names, and their keys in a GGUF file.
const TOKENS: [(&str, &[&str]); 7] = [
    ("bos_token", &["tokenizer.ggml.bos_token_id"]),
    ("eos_token", &["tokenizer.ggml.eos_token_id"]),
    ("unk_token", &["tokenizer.ggml.unknown_token_id"]),
    ("pad_token", &["tokenizer.ggml.padding_token_id"]),
    // Both spellings are in use.
    ("sep_token", &["tokenizer.ggml.seperator_token_id", "tokenizer.ggml.separator_token_id"]),
    ("cls_token", &["tokenizer.ggml.cls_token_id"]),
    ("mask_token", &["tokenizer.ggml.mask_token_id"]),
];
/// The key of the template in a GGUF file. Others than the default one have a name after it.
const GGUF_TEMPLATE: &str = "tokenizer.chat_template";
const LIST_OF_TOKENS: &str = "additional_special_tokens";
/// The name of the template for conversations with tools.
const TOOL_USE: &str = "tool_use";

/// Files beside `tokenizer_config.json` that have a say in chat templates.
#[derive(Debug, Clone, Copy, Default)]
pub struct TemplateFiles<'a> {
    /// The content of `chat_template.jinja`.
    pub default: Option<&'a str>,
    /// The content of `additional_chat_templates/tool_use.jinja`.
    pub tool_use: Option<&'a str>,
    /// The content of `special_tokens_map.json`: for tokens that `tokenizer_config.json` lacks.
    pub special_tokens: Option<&'a [u8]>,
}

impl ChatTemplate {
    /// Returns the templates of separate files, or else those of a `tokenizer_config.json`; `None`
    /// if there are neither. `file` is the file of the template, for errors; the others are beside it.
    ///
    /// A template named `tool_use` renders conversations with tools.
    ///
    /// # Errors
    /// [`Error::Json`] and [`Error::Template`].
    pub fn from_tokenizer_config(
        bytes: &[u8],
        files: TemplateFiles<'_>,
        file: &Path,
    ) -> Result<Option<Self>> {
        let config_file = file.with_file_name("tokenizer_config.json");
        let config = object(bytes, &config_file)?;
        let mut named = templates(&config, &config_file)?;
        for (name, source) in [("default", files.default), (TOOL_USE, files.tool_use)] {
            named.extend(source.map(|source| (name.to_owned(), source.to_owned())));
        }
        let mut tokens = match files.special_tokens {
            Some(bytes) => {
                let file = file.with_file_name("special_tokens_map.json");
                special_tokens(&object(bytes, &file)?, &file)?
            }
            None => Map::new(),
        };
        tokens.extend(special_tokens(&config, &config_file)?);
        Self::of_names(named, tokens, file)
    }

    /// Returns the templates of a GGUF file; `None` if it has none.
    ///
    /// # Errors
    /// [`Error::Template`].
    pub fn from_gguf(metadata: &HashMap<String, GgufValue>, file: &Path) -> Result<Option<Self>> {
        let mut named = BTreeMap::new();
        for (key, value) in metadata {
            if let (Some(name), GgufValue::String(source)) =
                (key.strip_prefix(GGUF_TEMPLATE), value)
            {
                match name.strip_prefix('.') {
                    Some(name) => _ = named.entry(name.to_owned()).or_insert(source.clone()),
                    None if name.is_empty() => {
                        _ = named.insert("default".to_owned(), source.clone())
                    }
                    None => {}
                }
            }
        }
        let text = |key: &&str| {
            let id = usize::try_from(metadata.get(*key)?.as_u64()?).ok()?;
            match metadata.get("tokenizer.ggml.tokens")? {
                GgufValue::Array(tokens) => match tokens.get(id)? {
                    GgufValue::String(text) => Some(text.clone()),
                    _ => None,
                },
                _ => None,
            }
        };
        // These two are in every file of Hugging Face that has a template.
        let empty = ["bos_token", "eos_token"].map(|name| (name.to_owned(), "".into()));
        let mut tokens: Map<String, Value> = empty.into_iter().collect();
        for (name, keys) in TOKENS {
            tokens.extend(keys.iter().find_map(text).map(|text| (name.to_owned(), text.into())));
        }
        Self::of_names(named, tokens, file)
    }

    /// Compiles named templates: that of the name `default`, or else the first one.
    fn of_names(
        mut named: BTreeMap<String, String>,
        tokens: Map<String, Value>,
        file: &Path,
    ) -> Result<Option<Self>> {
        let tool_use = named.get(TOOL_USE).cloned();
        let Some(default) = named.remove("default").or_else(|| named.into_values().next()) else {
            return Ok(None);
        };
        let tool_use = tool_use.filter(|tool_use| *tool_use != default);
        Self::compile(&default, tool_use.as_deref(), tokens, file).map(Some)
    }
}

fn json_error(file: &Path, reason: String) -> Error {
    Error::Json { file: file.to_owned(), reason }
}

/// Reads a JSON object, as Python and editors write it.
fn object(bytes: &[u8], file: &Path) -> Result<Map<String, Value>> {
    parse_json(bytes).map_err(|e| json_error(file, one_line(&e)))
}

/// Returns the templates of a `tokenizer_config.json` by name.
fn templates(config: &Map<String, Value>, file: &Path) -> Result<BTreeMap<String, String>> {
    let wrong = || {
        let expected = "expected a string or a list of `name` and `template`";
        json_error(file, format!("`chat_template`: {expected}"))
    };
    let owned = |value: &Value| value.as_str().map(str::to_owned).ok_or_else(wrong);
    match config.get("chat_template") {
        None | Some(Value::Null) => Ok(BTreeMap::new()),
        Some(Value::String(source)) => Ok([("default".to_owned(), source.clone())].into()),
        Some(Value::Array(list)) => {
            let pair = |item: &Value| -> Result<(String, String)> {
                Ok((owned(&item["name"])?, owned(&item["template"])?))
            };
            list.iter().map(pair).collect()
        }
        Some(Value::Object(named)) => {
            let pair = |(name, source): (&String, &Value)| -> Result<(String, String)> {
                Ok((name.clone(), owned(source)?))
            };
            named.iter().map(pair).collect()
        }
        Some(_) => Err(wrong()),
    }
}

/// Returns the special tokens of a `tokenizer_config.json` or a `special_tokens_map.json`, as
/// variables of the template: those that Hugging Face names, a model's own, such as `image_token`, and
/// the list of the others.
fn special_tokens(config: &Map<String, Value>, file: &Path) -> Result<Map<String, Value>> {
    let mut tokens = Map::new();
    for (key, value) in config {
        let is_standard = TOKENS.iter().any(|(name, _)| name == key);
        match (key.as_str(), text(value)) {
            (LIST_OF_TOKENS, _) => {
                let list = value.as_array().into_iter().flatten();
                let list: Vec<Value> = list.filter_map(text).map(Value::from).collect();
                tokens.insert(key.clone(), list.into());
            }
            ("extra_special_tokens", _) => {
                let named = value.as_object().into_iter().flatten();
                let named =
                    named.filter_map(|(name, token)| Some((name.clone(), text(token)?.into())));
                tokens.extend(named);
            }
            (name, Some(text)) if name.ends_with("_token") => {
                tokens.insert(key.clone(), text.into());
            }
            (name, None) if is_standard && !value.is_null() => {
                let reason = format!("`{name}`: expected a string or an object with `content`");
                return Err(json_error(file, reason));
            }
            _ => {}
        }
    }
    Ok(tokens)
}

/// Returns the text of a token: a string, or an object with a string.
fn text(token: &Value) -> Option<&str> {
    token.as_str().or_else(|| token.get("content")?.as_str())
}
