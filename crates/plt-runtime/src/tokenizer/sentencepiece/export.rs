//! The tokenizer as keys of a GGUF file.

use plt_model::checkpoint::GgufValue as Gguf;

use super::{Kind, SentencePiece};
use crate::tokenizer::export::{around_entries, entry, token_list};
use crate::tokenizer::gguf::{self, key};

/// The score of a token that is not a piece, as llama.cpp's conversion has it.
const NO_SCORE: f32 = -1000.0;

impl SentencePiece {
    /// Returns the keys, with a token for each of `vocab_size` ids; `None` if two ids have the same
    /// token.
    pub fn to_gguf(&self, vocab_size: usize) -> Option<Vec<(String, Gguf)>> {
        let ids = 0..u32::try_from(vocab_size).ok()?;
        let tokens: Vec<Option<(String, u32)>> = ids.clone().map(|id| self.token(id)).collect();
        let score = |id: u32| match (self.added.get(id), self.vocabulary.pieces.get(id as usize)) {
            (None, Some(piece)) => Gguf::F32(piece.score),
            _ => Gguf::F32(NO_SCORE),
        };
        let model = if self.unigram.is_some() { "t5" } else { "llama" };
        let mut entries = vec![
            entry(key::MODEL, Gguf::String(model.to_owned())),
            entry(key::PRE, Gguf::String("default".to_owned())),
            entry(key::SCORES, Gguf::Array(ids.map(score).collect())),
            entry(key::SPACE_PREFIX, Gguf::Bool(self.normalizer.add_dummy_prefix)),
            entry(key::EXTRA_SPACES, Gguf::Bool(self.normalizer.remove_extra_whitespaces)),
        ];
        entries.extend(token_list(&tokens)?);
        entries.extend(around_entries(self.before.clone(), self.after.clone())?);
        entries.extend(self.vocabulary.unknown.map(|id| entry(key::UNKNOWN, Gguf::U32(id))));
        if let Some(charsmap) = &self.normalizer.charsmap {
            let bytes = charsmap.to_bytes().into_iter().map(Gguf::U8).collect();
            entries.push(entry(key::CHARSMAP, Gguf::Array(bytes)));
        }
        let with = |side: fn(&super::AddedToken) -> bool| -> Vec<Gguf> {
            let ids = (0..vocab_size as u32).filter(|id| self.added.get(*id).is_some_and(side));
            ids.map(Gguf::U32).collect()
        };
        if !self.every_text {
            entries.push(entry(key::EVERY_TEXT, Gguf::Bool(false)));
            entries.push(entry(key::ROLES, Gguf::Array(with(|token| token.has_role))));
        }
        let found = |kind| matches!(kind, Kind::Unknown | Kind::Control | Kind::UserDefined);
        let pieces = (0..)
            .zip(&self.vocabulary.pieces)
            .filter(|(id, piece)| found(piece.kind) && self.added.get(*id).is_none());
        let pieces: Vec<Gguf> = pieces.map(|(id, _)| Gguf::U32(id)).collect();
        if !pieces.is_empty() {
            entries.push(entry(key::PIECES, Gguf::Array(pieces)));
        }
        for (key, ids) in
            [(key::LSTRIP, with(|token| token.lstrip)), (key::RSTRIP, with(|token| token.rstrip))]
        {
            if !ids.is_empty() {
                entries.push(entry(key, Gguf::Array(ids)));
            }
        }
        Some(entries)
    }

    /// Returns the text of a token and its type.
    fn token(&self, id: u32) -> Option<(String, u32)> {
        if let Some(token) = self.added.get(id) {
            let kind = if token.special { gguf::CONTROL } else { gguf::USER_DEFINED };
            let piece = self.vocabulary.pieces.get(id as usize);
            let unknown = piece.is_some_and(|piece| piece.kind == Kind::Unknown);
            return Some((token.content.clone(), if unknown { gguf::UNKNOWN } else { kind }));
        }
        let piece = self.vocabulary.pieces.get(id as usize)?;
        let kind = match piece.kind {
            Kind::Normal => gguf::NORMAL,
            Kind::Unknown => gguf::UNKNOWN,
            Kind::Control => gguf::CONTROL,
            Kind::UserDefined => gguf::USER_DEFINED,
            Kind::Unused => gguf::UNUSED,
            Kind::Byte => gguf::BYTE,
        };
        Some((piece.text.clone(), kind))
    }
}
