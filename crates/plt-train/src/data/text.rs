use std::path::{Path, PathBuf};

use rand::RngExt as _;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use tokenizers::decoders::byte_level::ByteLevel;
use tokenizers::models::TrainerWrapper;
use tokenizers::models::bpe::{BPE, BpeTrainerBuilder};
use tokenizers::pre_tokenizers::PreTokenizerWrapper;
use tokenizers::pre_tokenizers::digits::Digits;
use tokenizers::pre_tokenizers::sequence::Sequence;
use tokenizers::{AddedToken, Tokenizer};

use super::Example;
use crate::error::{Error, Result, one_line};
use crate::parameters::stream;

/// The end-of-text token after every document, unless the recipe sets another; token 0 of the BPE that
/// is trained here.
pub(crate) const END_OF_TEXT: &str = "<|endoftext|>";

/// Documents from two files, separated by NUL bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextData {
    /// Documents to train on.
    pub train: PathBuf,
    /// Documents for validation only.
    pub validation: PathBuf,
    /// A `tokenizer.json`; without one, a byte-level BPE is trained on `train`.
    pub tokenizer: Option<PathBuf>,
    /// Vocabulary size of the trained BPE.
    #[serde(default = "vocab_size")]
    pub vocab_size: usize,
}

fn vocab_size() -> usize {
    4096
}

/// Both files, tokenized.
#[derive(Debug)]
pub(crate) struct Tokens {
    tokenizer: Tokenizer,
    end: u32,
    vocab_size: usize,
    training: Vec<u32>,
    validation: Vec<u32>,
}

impl TextData {
    /// Reads both files. The tokenizer is `saved` (of a resumed run), else the recipe's, else a new
    /// one. Every document ends with `end`, or with [`END_OF_TEXT`] if that is `None`.
    pub(super) fn open(
        &self,
        base: &Path,
        length: usize,
        saved: Option<&Path>,
        end: Option<u32>,
    ) -> Result<Tokens> {
        let read = |path: &Path| {
            let path = base.join(path);
            std::fs::read_to_string(&path).map_err(Error::io(path))
        };
        let training = read(&self.train)?;
        let given = self.tokenizer.as_ref().map(|path| base.join(path));
        let file = saved.map(Path::to_owned).or(given);
        let tokenizer = match &file {
            Some(path) => load(path)?,
            None => train_bpe(&training, self.vocab_size)?,
        };
        let end = end.or_else(|| tokenizer.token_to_id(END_OF_TEXT));
        let end = end.ok_or_else(|| Error::NoEos { file: file.unwrap_or_default() })?;
        // Token ids may have gaps.
        let largest = tokenizer.get_vocab(true).into_values().max().unwrap_or(0);
        let vocab_size = largest as usize + 1;
        if end > largest {
            return Err(Error::UnknownEos { vocab_size, found: end });
        }
        let tokens = Tokens {
            training: encode(&tokenizer, end, &training)?,
            validation: encode(&tokenizer, end, &read(&self.validation)?)?,
            end,
            vocab_size,
            tokenizer,
        };
        for (file, found) in
            [(&self.train, &tokens.training), (&self.validation, &tokens.validation)]
        {
            if found.len() <= length + 1 {
                let file = base.join(file);
                return Err(Error::DataTooShort { file, tokens: found.len(), length });
            }
        }
        Ok(tokens)
    }
}

impl Tokens {
    pub fn vocab_size(&self) -> usize {
        self.vocab_size
    }

    pub fn end(&self) -> u32 {
        self.end
    }

    pub fn tokenizer(&self) -> &Tokenizer {
        &self.tokenizer
    }

    /// A window at a random position.
    pub fn training(&self, seed: u64, index: u64, length: usize) -> Example {
        let mut rng = stream(seed, &format!("text {index}"));
        let start = rng.random_range(0..self.training.len() - length);
        Example::next_tokens(&self.training[start..=start + length])
    }

    /// Evenly spaced windows.
    pub fn validation(&self, count: usize, length: usize) -> Vec<Example> {
        let room = self.validation.len() - length - 1;
        let start = |i: usize| room * i / count.max(2).saturating_sub(1).max(1);
        (0..count)
            .map(|i| start(i).min(room))
            .map(|start| Example::next_tokens(&self.validation[start..=start + length]))
            .collect()
    }
}

fn documents(text: &str) -> impl Iterator<Item = &str> {
    text.split('\0').filter(|document| !document.is_empty())
}

/// The tokens of all documents, each followed by `end`.
fn encode(tokenizer: &Tokenizer, end: u32, text: &str) -> Result<Vec<u32>> {
    let documents: Vec<&str> = documents(text).collect();
    let parts: Vec<Result<Vec<u32>>> = documents
        .par_iter()
        .map(|document| {
            let encoding = tokenizer.encode(*document, false).map_err(failed)?;
            Ok(encoding.get_ids().iter().copied().chain([end]).collect())
        })
        .collect();
    parts.into_iter().try_fold(Vec::new(), |mut tokens, part| {
        tokens.extend(part?);
        Ok(tokens)
    })
}

/// Trains a byte-level BPE that splits digits.
fn train_bpe(text: &str, vocab_size: usize) -> Result<Tokenizer> {
    let mut tokenizer = Tokenizer::new(BPE::default());
    let split: Vec<PreTokenizerWrapper> =
        vec![Digits::new(true).into(), ByteLevel::new(false, true, true).into()];
    tokenizer
        .with_pre_tokenizer(Some(Sequence::new(split)))
        .with_decoder(Some(ByteLevel::default()));
    let mut trainer = TrainerWrapper::from(
        BpeTrainerBuilder::new()
            .vocab_size(vocab_size)
            .min_frequency(2)
            .show_progress(false)
            .initial_alphabet(ByteLevel::alphabet().into_iter().collect())
            .special_tokens(vec![AddedToken::from(END_OF_TEXT, true)])
            .build(),
    );
    tokenizer.train(&mut trainer, documents(text)).map_err(failed)?;
    Ok(tokenizer)
}

fn load(path: &Path) -> Result<Tokenizer> {
    let bytes = std::fs::read(path).map_err(Error::io(path))?;
    let failed = |e: tokenizers::Error| {
        let reason = format!("{}: {}", path.display(), one_line(&e));
        Error::Tokenizer { reason }
    };
    let mut tokenizer = Tokenizer::from_bytes(bytes).map_err(failed)?;
    // Documents are neither truncated nor padded.
    tokenizer.with_truncation(None).map_err(failed)?.with_padding(None);
    Ok(tokenizer)
}

fn failed(error: tokenizers::Error) -> Error {
    Error::Tokenizer { reason: one_line(&error) }
}

#[cfg(test)]
mod tests {
    use tokenizers::{PaddingParams, PaddingStrategy, TruncationParams};

    use super::*;

    fn files(train: &str, validation: &str) -> (tempfile::TempDir, TextData) {
        let dir = tempfile::tempdir().expect("a directory");
        std::fs::write(dir.path().join("t"), train).expect("write");
        std::fs::write(dir.path().join("v"), validation).expect("write");
        let text = TextData {
            train: "t".into(),
            validation: "v".into(),
            tokenizer: None,
            vocab_size: 270,
        };
        (dir, text)
    }

    #[test]
    fn documents_end_with_eos_and_windows_stay_inside() {
        let (dir, text) = files("def f(x):\n    return 12\0abcabcabc\0\0é", "abc\0def");
        let tokens = text.open(dir.path(), 4, None, None).expect("tokens");
        assert_eq!(tokens.tokenizer().token_to_id(END_OF_TEXT), Some(0));
        assert_eq!(tokens.training.iter().filter(|id| **id == 0).count(), 3);
        assert_eq!(tokens.validation.last(), Some(&0));
        let kept: Vec<u32> = tokens.training.iter().copied().filter(|id| *id != 0).collect();
        let decoded = tokens.tokenizer().decode(&kept, false).expect("text");
        assert_eq!(decoded, "def f(x):\n    return 12abcabcabcé");
        for index in 0..200 {
            let example = tokens.training(1, index, 4);
            let targets: Vec<u32> = example.targets.iter().map(|(_, token)| *token).collect();
            assert_eq!(targets[..3], example.tokens[1..], "a target is the next token");
            assert_eq!(example, tokens.training(1, index, 4));
        }
        let windows = tokens.validation(3, 4);
        assert_eq!(windows.len(), 3);
        assert_eq!(windows[0].tokens[..], tokens.validation[..4]);
        assert_eq!(windows[2].targets.last().map(|(_, token)| *token), Some(0), "up to the end");
        assert_eq!(tokens.validation(1, 4)[0].tokens[..], tokens.validation[..4]);
    }

    #[test]
    fn saved_tokenizer_is_used_again() {
        let (dir, text) = files("aaaa bbbb aaaa bbbb", "aaaa bbbb aaaa bbbb");
        let saved = dir.path().join("tokenizer.json");
        let first = text.open(dir.path(), 1, None, None).expect("tokens");
        first.tokenizer().save(&saved, false).expect("saved");
        std::fs::write(dir.path().join("t"), "cccc dddd cccc dddd").expect("write");
        let second = text.open(dir.path(), 1, Some(&saved), None).expect("tokens");
        assert_eq!(second.validation, first.validation);
    }

    #[test]
    fn given_tokenizer_sets_eos_and_truncates_nothing() {
        let (dir, mut text) = files("aaaa bbbb\0cccc dddd", "aaaa bbbb aaaa bbbb");
        let mut given = text.open(dir.path(), 1, None, None).expect("tokens").tokenizer;
        given
            .with_truncation(Some(TruncationParams { max_length: 2, ..Default::default() }))
            .expect("cut");
        given.with_padding(Some(PaddingParams {
            strategy: PaddingStrategy::Fixed(40),
            ..Default::default()
        }));
        let json = given.to_string(false).expect("JSON");
        let moved = json.replace(END_OF_TEXT, "<|first|>");
        for (name, json) in [("whole.json", &json), ("moved.json", &moved)] {
            std::fs::write(dir.path().join(name), json).expect("write");
        }
        text.tokenizer = Some("whole.json".into());
        let tokens = text.open(dir.path(), 1, None, None).expect("tokens");
        assert_eq!(
            tokens.training.iter().filter(|id| **id == 0).count(),
            2,
            "one end per document, no padding"
        );
        assert_eq!(
            tokens.tokenizer().decode(&tokens.training, true).expect("text"),
            "aaaa bbbbcccc dddd"
        );
        text.tokenizer = Some("moved.json".into());
        let error = text.open(dir.path(), 1, None, None).expect_err("no end").to_string();
        assert!(error.contains("moved.json") && error.contains("model.eos_token_id"), "{error}");
        let tokens = text.open(dir.path(), 1, None, Some(7)).expect("tokens");
        assert_eq!((tokens.end(), tokens.training.last()), (7, Some(&7)));
        let error = text.open(dir.path(), 1, None, Some(900)).expect_err("no such token");
        assert!(matches!(error, Error::UnknownEos { found: 900, .. }), "{error}");
    }

    #[test]
    fn data_shorter_than_a_sequence_is_an_error() {
        let (dir, text) = files("abc abc abc", "x");
        let error = text.open(dir.path(), 2, None, None).expect_err("an error");
        assert!(error.to_string().contains("v: 2 tokens"), "{error}");
    }
}
