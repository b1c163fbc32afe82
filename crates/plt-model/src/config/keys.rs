//! Typed, checked access to the keys of a config file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use serde::de::{
    Deserialize, DeserializeOwned, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor,
};
use serde_json::Value;

use super::rotary::Rotary;
use super::{Config, ModelType};
use crate::error::{Error, Result, one_line};

// No model comes near these. They keep every product of two sizes within 64 bits and every table
// that a size asks for within memory.
const MAX_LAYERS: usize = 1024;
const MAX_HEADS: usize = 1 << 14;
const MAX_HEAD_DIM: usize = 1 << 14;
const MAX_WIDTH: usize = 1 << 24;
/// A pass holds a row for every loop; trained models have 2 to 4.
pub(super) const MAX_LOOPS: usize = 64;
pub(super) const MAX_TOKENS: usize = 1 << 24;

/// Keys and values of one file; a value of null counts as absent.
pub(super) struct Keys {
    pub file: PathBuf,
    pub map: BTreeMap<String, Value>,
}

/// The names of the sizes that all architectures have.
pub(super) struct Names {
    pub hidden_size: Cow<'static, str>,
    pub intermediate_size: Cow<'static, str>,
    pub layers: Cow<'static, str>,
    pub heads: Cow<'static, str>,
    pub kv_heads: Cow<'static, str>,
    pub head_dim: Cow<'static, str>,
    pub rms_norm_eps: Cow<'static, str>,
    pub bos_token_id: Cow<'static, str>,
    pub eos_token_id: Cow<'static, str>,
}

impl Keys {
    /// Reads a JSON object as Python and editors write it: behind a byte order mark, with NaN and
    /// infinities, which become text, and with integers such as 2048.0.
    pub fn from_json(text: &str, file: &Path) -> Result<Self> {
        let UniqueMap::<Value>(mut map) = parse_json(text.as_bytes()).map_err(|error| {
            Error::Json { file: file.to_owned(), reason: one_line(&error.to_string()) }
        })?;
        map.values_mut().for_each(shorten_integers);
        Ok(Self { file: file.to_owned(), map })
    }

    pub fn get(&self, key: &str) -> Option<&Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    pub fn required(&self, key: &str, expected: impl Into<String>) -> Result<&Value> {
        match self.map.get(key) {
            None => Err(Error::MissingKey {
                file: self.file.clone(),
                key: key.to_owned(),
                expected: expected.into(),
            }),
            Some(value) if value.is_null() => Err(self.wrong(key, expected, value)),
            Some(value) => Ok(value),
        }
    }

    pub fn wrong(&self, key: &str, expected: impl Into<String>, found: &Value) -> Error {
        Error::Value {
            file: self.file.clone(),
            key: key.to_owned(),
            expected: expected.into(),
            found: one_line(&found.to_string()),
        }
    }

    pub fn unsupported(&self, key: &str, found: &Value, supported: &'static str) -> Error {
        Error::Unsupported {
            file: self.file.clone(),
            key: key.to_owned(),
            found: one_line(&found.to_string()),
            supported,
        }
    }

    pub fn text(&self, key: &str) -> Result<&str> {
        let value = self.required(key, "a string")?;
        value.as_str().ok_or_else(|| self.wrong(key, "a string", value))
    }

    pub fn size(&self, key: &str, range: RangeInclusive<usize>) -> Result<usize> {
        let expected = format!("an integer from {} to {}", range.start(), range.end());
        let value = self.required(key, expected.as_str())?;
        integer(value).filter(|v| range.contains(v)).ok_or_else(|| self.wrong(key, expected, value))
    }

    pub fn positive(&self, key: &str) -> Result<f64> {
        const EXPECTED: &str = "a number above 0 that fits in 32 bits";
        let value = self.required(key, EXPECTED)?;
        // The kernels compute in f32.
        let fits = |v: &f64| (*v as f32) > 0.0 && (*v as f32).is_finite();
        value.as_f64().filter(fits).ok_or_else(|| self.wrong(key, EXPECTED, value))
    }

    /// A factor; 1 if absent.
    pub fn scale(&self, key: &str) -> Result<f32> {
        const EXPECTED: &str = "a number that fits in 32 bits, or null";
        let Some(value) = self.get(key) else { return Ok(1.0) };
        let scale = value.as_f64().map(|v| v as f32).filter(|v| v.is_finite());
        scale.ok_or_else(|| self.wrong(key, EXPECTED, value))
    }

    pub fn flag(&self, key: &str, default: bool) -> Result<bool> {
        let Some(value) = self.get(key) else { return Ok(default) };
        value.as_bool().ok_or_else(|| self.wrong(key, "true or false", value))
    }

    /// One id, a list of ids, or none. Null and -1, also as an unsigned integer of 32 bits, are no ids.
    fn token_ids(&self, key: &str, vocab_size: usize) -> Result<Vec<u32>> {
        let ids = match self.get(key) {
            None => return Ok(Vec::new()),
            Some(Value::Array(ids)) => ids.as_slice(),
            Some(id) => std::slice::from_ref(id),
        };
        let none = |id: &Value| id.is_null() || *id == -1 || *id == u32::MAX;
        ids.iter()
            .filter(|id| !none(id))
            .map(|id| {
                let known = integer(id).filter(|id| *id < vocab_size);
                known.and_then(|id| u32::try_from(id).ok()).ok_or_else(|| {
                    self.wrong(key, format!("token ids below `vocab_size` {vocab_size}"), id)
                })
            })
            .collect()
    }

    /// The part of a config that all architectures share.
    pub fn config(&self, names: &Names, rest: Rest) -> Result<Config> {
        let Rest { vocab_size, .. } = rest;
        let hidden_size = self.size(&names.hidden_size, 1..=MAX_WIDTH)?;
        let heads = self.size(&names.heads, 1..=MAX_HEADS)?;
        let kv_heads = match self.get(&names.kv_heads) {
            None => heads,
            Some(_) => self.size(&names.kv_heads, 1..=MAX_HEADS)?,
        };
        if !heads.is_multiple_of(kv_heads) {
            let expected = format!("a divisor of `{}` {heads}", names.heads);
            return Err(self.wrong(&names.kv_heads, expected, &kv_heads.into()));
        }
        let head_dim = match self.get(&names.head_dim) {
            Some(_) => self.size(&names.head_dim, 2..=MAX_HEAD_DIM)?,
            None if hidden_size.is_multiple_of(heads) => hidden_size / heads,
            None => {
                let expected =
                    format!("a multiple of `{}` {heads}, or `{}`", names.heads, names.head_dim);
                return Err(self.wrong(&names.hidden_size, expected, &hidden_size.into()));
            }
        };
        if !head_dim.is_multiple_of(2) {
            let expected = "an even number, for rotary pairs";
            return Err(self.wrong(&names.head_dim, expected, &head_dim.into()));
        }
        let bos = self.token_ids(&names.bos_token_id, vocab_size)?;
        if bos.len() > 1 {
            let found = Value::from(bos);
            return Err(self.wrong(&names.bos_token_id, "one token id", &found));
        }
        Ok(Config {
            model_type: rest.model_type,
            vocab_size,
            hidden_size,
            intermediate_size: self.size(&names.intermediate_size, 1..=MAX_WIDTH)?,
            layers: self.size(&names.layers, 1..=MAX_LAYERS)?,
            heads,
            kv_heads,
            head_dim,
            rms_norm_eps: self.positive(&names.rms_norm_eps)?,
            rope_theta: rest.rotary.theta,
            rotary_scaling: rest.rotary.scaling,
            max_positions: rest.rotary.context,
            qkv_bias: rest.model_type == ModelType::Qwen2,
            qk_norm: rest.qk_norm,
            tie_word_embeddings: rest.tie_word_embeddings,
            bos_token_id: bos.first().copied(),
            eos_token_ids: self.token_ids(&names.eos_token_id, vocab_size)?,
            loops: rest.loops,
        })
    }
}

/// The part of a config that depends on the file format.
pub(super) struct Rest {
    pub model_type: ModelType,
    pub vocab_size: usize,
    pub rotary: Rotary,
    pub qk_norm: bool,
    pub tie_word_embeddings: bool,
    pub loops: super::LoopConfig,
}

/// 2 is one; 2.0, 2.5, -1 and "2" are not.
fn integer(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|v| usize::try_from(v).ok())
}

/// Whether a value states nothing: null, false, or empty.
pub(super) fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

/// Replaces numbers such as 2048.0 by integers, at any depth.
fn shorten_integers(value: &mut Value) {
    // Above 2^53 not every integer is a float.
    const LIMIT: f64 = 9_007_199_254_740_992.0;
    match value {
        Value::Number(number) => {
            let float = number.as_f64().filter(|_| number.is_f64());
            if let Some(whole) = float.filter(|v| v.fract() == 0.0 && v.abs() < LIMIT) {
                *value = (whole as i64).into();
            }
        }
        Value::Array(values) => values.iter_mut().for_each(shorten_integers),
        Value::Object(fields) => fields.values_mut().for_each(shorten_integers),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// Parses JSON as Python and editors write it: behind a byte order mark, and with NaN and infinities,
/// which become strings.
///
/// # Errors
/// The error of the parser.
pub fn parse_json<T: DeserializeOwned>(json: &[u8]) -> serde_json::Result<T> {
    let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json);
    serde_json::from_slice(json).or_else(|error| {
        match std::str::from_utf8(json).ok().and_then(quote_not_finite) {
            Some(quoted) => serde_json::from_str(&quoted),
            None => Err(error),
        }
    })
}

/// Puts `NaN`, `Infinity` and `-Infinity`, which are no JSON, between quotes. `None` if there are none.
fn quote_not_finite(text: &str) -> Option<String> {
    let mut quoted = String::new();
    let (mut done, mut at, mut in_string) = (0, 0, false);
    let bytes = text.as_bytes();
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if in_string => at += 1,
            b'"' => in_string = !in_string,
            b'N' | b'I' | b'-' if !in_string => {
                let words = ["NaN", "Infinity", "-Infinity"];
                if let Some(word) =
                    words.into_iter().find(|w| bytes[at..].starts_with(w.as_bytes()))
                {
                    quoted.extend([&text[done..at], "\"", word, "\""]);
                    at += word.len() - 1;
                    done = at + 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    if done == 0 {
        return None;
    }
    quoted.push_str(&text[done..]);
    Some(quoted)
}

/// Values of a [`UniqueMap`].
pub(crate) trait Entry {
    /// Whether a key may have both values: never, unless they are known to be the same.
    fn repeats(&self, _earlier: &Self) -> bool {
        false
    }
}

impl Entry for Value {
    fn repeats(&self, earlier: &Self) -> bool {
        self == earlier
    }
}

impl Entry for String {}
impl Entry for IgnoredAny {}

/// A JSON object in which no key has two values, and with a limited number of keys.
pub(crate) struct UniqueMap<V>(pub BTreeMap<String, V>);

impl<V> UniqueMap<V> {
    /// Keys of one object: more than any checkpoint has tensors.
    pub const MAX_KEYS: usize = 100_000;
}

impl<'de, V: Deserialize<'de> + Entry> Deserialize<'de> for UniqueMap<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<V>(PhantomData<V>);

        impl<'de, V: Deserialize<'de> + Entry> Visitor<'de> for Entries<V> {
            type Value = UniqueMap<V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = BTreeMap::new();
                while let Some((key, value)) = map.next_entry::<String, V>()? {
                    if entries.get(&key).is_some_and(|earlier| !value.repeats(earlier)) {
                        let key = one_line(&key);
                        return Err(A::Error::custom(format_args!("`{key}` appears twice")));
                    }
                    if entries.len() == UniqueMap::<V>::MAX_KEYS {
                        let most = UniqueMap::<V>::MAX_KEYS;
                        return Err(A::Error::custom(format_args!("more than {most} keys")));
                    }
                    entries.insert(key, value);
                }
                Ok(UniqueMap(entries))
            }
        }

        deserializer.deserialize_map(Entries(PhantomData))
    }
}
