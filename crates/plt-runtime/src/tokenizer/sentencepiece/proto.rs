//! `tokenizer.model`: the protobuf messages of SentencePiece, with the fields that change ids.
//!
//! Source: `sentencepiece_model.proto` of google/sentencepiece.

use std::path::Path;

use prost::Message as _;

use super::normalizer::{Charsmap, Normalizer};
use super::{Algorithm, Kind, Piece, Vocabulary};
use crate::error::{Error, Result, one_line};

#[derive(Clone, PartialEq, prost::Message)]
struct ModelProto {
    #[prost(message, repeated, tag = "1")]
    pieces: Vec<PieceProto>,
    #[prost(message, optional, tag = "2")]
    trainer_spec: Option<TrainerSpec>,
    #[prost(message, optional, tag = "3")]
    normalizer_spec: Option<NormalizerSpec>,
    #[prost(message, optional, tag = "5")]
    denormalizer_spec: Option<NormalizerSpec>,
}

#[derive(Clone, PartialEq, prost::Message)]
struct PieceProto {
    #[prost(string, optional, tag = "1")]
    piece: Option<String>,
    #[prost(float, optional, tag = "2")]
    score: Option<f32>,
    #[prost(int32, optional, tag = "3", default = "1")]
    kind: Option<i32>,
}

#[derive(Clone, PartialEq, prost::Message)]
struct TrainerSpec {
    #[prost(int32, optional, tag = "3", default = "1")]
    model_type: Option<i32>,
    #[prost(bool, optional, tag = "24", default = "false")]
    treat_whitespace_as_suffix: Option<bool>,
    #[prost(bool, optional, tag = "35", default = "false")]
    byte_fallback: Option<bool>,
    #[prost(string, optional, tag = "46", default = "<s>")]
    bos_piece: Option<String>,
    #[prost(string, optional, tag = "47", default = "</s>")]
    eos_piece: Option<String>,
}

#[derive(Clone, PartialEq, prost::Message)]
struct NormalizerSpec {
    #[prost(bytes = "vec", optional, tag = "2")]
    precompiled_charsmap: Option<Vec<u8>>,
    #[prost(bool, optional, tag = "3", default = "true")]
    add_dummy_prefix: Option<bool>,
    #[prost(bool, optional, tag = "4", default = "true")]
    remove_extra_whitespaces: Option<bool>,
    #[prost(bool, optional, tag = "5", default = "true")]
    escape_whitespaces: Option<bool>,
}

/// The content of a `tokenizer.model`.
pub struct ModelFile {
    pub vocabulary: Vocabulary,
    pub algorithm: Algorithm,
    pub normalizer: Normalizer,
    /// The ids of the control pieces that begin and end a string, where the model has them.
    pub bos: Option<u32>,
    pub eos: Option<u32>,
}

/// Reads a `tokenizer.model`. `vocab_size` is the number of rows of the model's embedding.
///
/// # Errors
/// [`Error::UnknownTokenizer`] for a kind that is not supported, [`Error::Value`] for values that
/// are wrong, [`Error::Tokenizer`] for bytes that are no such file.
pub fn read(bytes: &[u8], file: &Path, vocab_size: usize) -> Result<ModelFile> {
    let proto = ModelProto::decode(bytes).map_err(|error| Error::Tokenizer {
        file: file.to_owned(),
        reason: format!("expected a SentencePiece model (protobuf): {}", one_line(&error)),
    })?;
    let unknown = |key: &str, expected: &str, found: &str| Error::UnknownTokenizer {
        reason: wrong(file, key, expected, found).to_string(),
    };
    let trainer = proto.trainer_spec.unwrap_or_default();
    let algorithm = match trainer.model_type() {
        1 => Algorithm::Unigram,
        2 => Algorithm::Bpe,
        other => {
            let name = match other {
                3 => "word".to_owned(),
                4 => "char".to_owned(),
                _ => other.to_string(),
            };
            return Err(unknown("trainer_spec.model_type", "unigram or bpe", &name));
        }
    };
    let key = "denormalizer_spec.precompiled_charsmap";
    if proto.denormalizer_spec.is_some_and(|spec| !spec.precompiled_charsmap().is_empty()) {
        return Err(unknown(key, "no rules that change decoded text", "a denormalizer"));
    }

    let spec = proto.normalizer_spec.unwrap_or_default();
    for (key, other) in [
        ("trainer_spec.treat_whitespace_as_suffix", trainer.treat_whitespace_as_suffix()),
        ("normalizer_spec.escape_whitespaces", !spec.escape_whitespaces()),
    ] {
        if other {
            let value = key.ends_with("suffix");
            return Err(unknown(key, &(!value).to_string(), &value.to_string()));
        }
    }
    let charsmap = match spec.precompiled_charsmap() {
        [] => None,
        bytes => {
            let key = "normalizer_spec.precompiled_charsmap";
            let charsmap = Charsmap::new(bytes);
            Some(charsmap.map_err(|expected| wrong(file, key, expected, "another content"))?)
        }
    };
    let normalizer = Normalizer {
        charsmap,
        add_dummy_prefix: spec.add_dummy_prefix(),
        remove_extra_whitespaces: spec.remove_extra_whitespaces(),
    };

    let piece = |(index, piece): (usize, &PieceProto)| {
        let kind = match piece.kind() {
            1 => Kind::Normal,
            2 => Kind::Unknown,
            3 => Kind::Control,
            4 => Kind::UserDefined,
            5 => Kind::Unused,
            6 => Kind::Byte,
            other => {
                let key = format!("pieces[{index}].type");
                return Err(wrong(file, &key, "1 to 6", &other.to_string()));
            }
        };
        if piece.piece().is_empty() {
            return Err(wrong(file, &format!("pieces[{index}].piece"), "a string", "an empty one"));
        }
        Ok(Piece { text: piece.piece().to_owned(), score: piece.score(), kind })
    };
    let pieces = proto.pieces.iter().enumerate().map(piece).collect::<Result<Vec<_>>>()?;
    let mut vocabulary = Vocabulary::new(pieces, file, vocab_size)?;
    if let Some(index) = vocabulary.duplicate() {
        let found = format!("{} again", super::excerpt(&vocabulary.pieces[index].text));
        return Err(wrong(file, &format!("pieces[{index}]"), "different pieces", &found));
    }
    if vocabulary.unknown.is_none() {
        return Err(wrong(file, "pieces", "one of type unknown", "none"));
    }
    if !trainer.byte_fallback() {
        vocabulary.bytes = None;
    }
    let control = |name: &str| {
        let id = vocabulary.id_of_name(name)?;
        (vocabulary.pieces[id as usize].kind == Kind::Control).then_some(id)
    };
    let (bos, eos) = (control(trainer.bos_piece()), control(trainer.eos_piece()));
    Ok(ModelFile { vocabulary, algorithm, normalizer, bos, eos })
}

fn wrong(file: &Path, key: &str, expected: &str, found: &str) -> Error {
    super::wrong(file, key, expected, found)
}
