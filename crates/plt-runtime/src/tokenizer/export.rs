//! A tokenizer as the keys `tokenizer.ggml.*` that other engines read.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use plt_model::checkpoint::GgufValue as Gguf;
use serde_json::Value;

use super::gguf::{self, key};
use super::pre::Pre;
use super::{Encoder, Tokenizer};
use crate::error::Result;

/// Strings whose ids must stay the same.
const PROBES: [&str; 8] = [
    super::PROBE,
    " a  b   c\n\n\td ",
    "I'm we'LL they'd 12345 67 x1y2",
    "HelloWorld camelCase ÄÖÜ ñandú",
    "!?... (a) [b] {c} /* d */ // e\n  f",
    "e\u{301}\u{308} \u{fb01} \u{3000}\u{a0}",
    "こんにちは世界。안녕 Привет",
    "\u{2581}\u{2581}x",
];

impl Tokenizer {
    /// Returns the keys and values that describe the tokenizer in a GGUF file; `None` for one that
    /// GGUF cannot describe. Reading them again gives the same ids.
    pub fn to_gguf(&self) -> Option<Vec<(String, Gguf)>> {
        let entries = match &self.encoder {
            Encoder::Library(library) => {
                let json = serde_json::to_value(library).ok()?;
                byte_pair(self, &json)?
            }
            Encoder::SentencePiece(encoder) => encoder.to_gguf(self.vocab_size())?,
        };
        let metadata: HashMap<String, Gguf> = entries.iter().cloned().collect();
        let again = gguf::open(&metadata, Path::new("GGUF"), self.vocab_size()).ok()?;
        let same = |text: &&str| {
            let ids = |tokenizer: &Self| -> Result<(Vec<u32>, String)> {
                let ids = tokenizer.encode(text, true)?;
                let text = tokenizer.decode(&ids, false)?;
                Ok((ids, text))
            };
            matches!((ids(self), ids(&again)), (Ok(a), Ok(b)) if a == b)
        };
        PROBES.iter().all(same).then_some(entries)
    }
}

/// Returns the keys of a byte-level BPE model of the library.
fn byte_pair(tokenizer: &Tokenizer, json: &Value) -> Option<Vec<(String, Gguf)>> {
    let model = &json["model"];
    let pre = Pre::name_of(json)?;
    let mut tokens: Vec<Option<(String, u32)>> = vec![None; tokenizer.vocab_size()];
    for (token, id) in model["vocab"].as_object()? {
        *tokens.get_mut(usize::try_from(id.as_u64()?).ok()?)? = Some((token.clone(), gguf::NORMAL));
    }
    for token in json["added_tokens"].as_array()? {
        let kind = if token["special"] == true { gguf::CONTROL } else { gguf::USER_DEFINED };
        // Strip flags and word boundaries have no keys.
        if ["lstrip", "rstrip", "single_word"].iter().any(|flag| token[*flag] == true) {
            return None;
        }
        let id = usize::try_from(token["id"].as_u64()?).ok()?;
        *tokens.get_mut(id)? = Some((token["content"].as_str()?.to_owned(), kind));
    }
    let merge = |merge: &Value| match merge.as_array().map(Vec::as_slice) {
        Some([Value::String(left), Value::String(right)]) => {
            Some(Gguf::String(format!("{left} {right}")))
        }
        _ => None,
    };
    let merges: Option<Vec<Gguf>> = model["merges"].as_array()?.iter().map(merge).collect();
    let (begin, end) = around(tokenizer)?;
    let mut entries = vec![
        entry(key::MODEL, Gguf::String("gpt2".to_owned())),
        entry(key::PRE, Gguf::String(pre.to_owned())),
        entry(key::MERGES, Gguf::Array(merges?)),
    ];
    entries.extend(token_list(&tokens)?);
    entries.extend(around_entries(begin, end)?);
    Some(entries)
}

/// Returns the tokens that encoding adds before and after a string.
fn around(tokenizer: &Tokenizer) -> Option<(Vec<u32>, Vec<u32>)> {
    let (with, without) = (tokenizer.encode("a", true).ok()?, tokenizer.encode("a", false).ok()?);
    let at = with.windows(without.len()).position(|ids| ids == without)?;
    Some((with[..at].to_vec(), with[at + without.len()..].to_vec()))
}

/// Returns the tokens and their types. Ids without a token get a name, as other engines need one.
pub fn token_list(tokens: &[Option<(String, u32)>]) -> Option<[(String, Gguf); 2]> {
    let named = tokens.iter().enumerate().map(|(id, token)| match token {
        Some((text, kind)) => (text.clone(), *kind),
        None => (format!("[PAD{id}]"), gguf::UNUSED),
    });
    let (texts, kinds): (Vec<String>, Vec<u32>) = named.unzip();
    // Other engines reject a token with two ids.
    let different = texts.iter().collect::<BTreeSet<_>>().len() == texts.len();
    let kinds = kinds.into_iter().map(|kind| Gguf::I32(kind.cast_signed())).collect();
    different.then(|| {
        [
            entry(key::TOKENS, Gguf::Array(texts.into_iter().map(Gguf::String).collect())),
            entry(key::TYPES, Gguf::Array(kinds)),
        ]
    })
}

/// Returns the keys for the tokens around a prompt: at most one before and one after it.
pub fn around_entries(begin: Vec<u32>, end: Vec<u32>) -> Option<Vec<(String, Gguf)>> {
    let mut entries = Vec::new();
    for (ids, flag, id) in [(begin, key::ADD_BOS, key::BOS), (end, key::ADD_EOS, key::EOS)] {
        entries.push(entry(flag, Gguf::Bool(!ids.is_empty())));
        match ids.as_slice() {
            [] => {}
            [token] => entries.push(entry(id, Gguf::U32(*token))),
            _ => return None,
        }
    }
    Some(entries)
}

pub fn entry(key: &str, value: Gguf) -> (String, Gguf) {
    (key.to_owned(), value)
}
