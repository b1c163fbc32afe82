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

/// Stands between documents and ends a text; always token 0.
pub const END_OF_TEXT: &str = "<|endoftext|>";

/// Documents from two files, divided by NUL bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextData {
    /// Documents to train on.
    pub train: PathBuf,
    /// Documents that training never sees.
    pub validation: PathBuf,
    /// A `tokenizer.json`; without one, a byte-level BPE is trained on `train`.
    pub tokenizer: Option<PathBuf>,
    /// Tokens of the BPE that is trained.
    #[serde(default = "vocab_size")]
    pub vocab_size: usize,
}

fn vocab_size() -> usize {
    4096
}

/// Both files as tokens.
#[derive(Debug)]
pub(crate) struct Tokens {
    tokenizer: Tokenizer,
    training: Vec<u32>,
    validation: Vec<u32>,
}

impl TextData {
    /// Reads both files. The tokenizer is `saved` (of a run that goes on), else the one that the
    /// recipe names, else a new one.
    pub(super) fn open(&self, base: &Path, length: usize, saved: &Path) -> Result<Tokens> {
        let read = |path: &Path| {
            let path = base.join(path);
            std::fs::read_to_string(&path).map_err(Error::io(path))
        };
        let training = read(&self.train)?;
        let tokenizer = match (saved.exists(), &self.tokenizer) {
            (true, _) => load(saved)?,
            (false, Some(path)) => load(&base.join(path))?,
            (false, None) => train_bpe(&training, self.vocab_size)?,
        };
        let tokens = Tokens {
            training: encode(&tokenizer, &training)?,
            validation: encode(&tokenizer, &read(&self.validation)?)?,
            tokenizer,
        };
        for (file, found) in
            [(&self.train, &tokens.training), (&self.validation, &tokens.validation)]
        {
            if found.len() <= length + 1 {
                let file = base.join(file);
                return Err(Error::TooLittleText { file, tokens: found.len(), length });
            }
        }
        Ok(tokens)
    }
}

impl Tokens {
    pub fn vocab_size(&self) -> usize {
        self.tokenizer.get_vocab_size(true)
    }

    pub fn tokenizer(&self) -> &Tokenizer {
        &self.tokenizer
    }

    /// A window that begins anywhere.
    pub fn training(&self, seed: u64, index: u64, length: usize) -> Example {
        let mut rng = stream(seed, &format!("text {index}"));
        let start = rng.random_range(0..self.training.len() - length);
        Example::next_tokens(&self.training[start..=start + length])
    }

    /// Windows at equal distances.
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

/// Every document and the token that ends it.
fn encode(tokenizer: &Tokenizer, text: &str) -> Result<Vec<u32>> {
    let end = tokenizer.token_to_id(END_OF_TEXT);
    let documents: Vec<&str> = documents(text).collect();
    let parts: Vec<Result<Vec<u32>>> = documents
        .par_iter()
        .map(|document| {
            let encoding = tokenizer.encode(*document, false).map_err(failed)?;
            Ok(encoding.get_ids().iter().copied().chain(end).collect())
        })
        .collect();
    parts.into_iter().try_fold(Vec::new(), |mut tokens, part| {
        tokens.extend(part?);
        Ok(tokens)
    })
}

/// A byte-level BPE in which every digit stands alone.
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
    Tokenizer::from_bytes(bytes)
        .map_err(|e| Error::Tokenizer { reason: format!("{}: {}", path.display(), one_line(&e)) })
}

fn failed(error: tokenizers::Error) -> Error {
    Error::Tokenizer { reason: one_line(&error) }
}

#[cfg(test)]
mod tests {
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
    fn documents_end_with_the_end_of_text_and_windows_stay_inside() {
        let (dir, text) = files("def f(x):\n    return 12\0abcabcabc\0\0é", "abc\0def");
        let tokens = text.open(dir.path(), 4, &dir.path().join("none")).expect("tokens");
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
    fn a_saved_tokenizer_is_used_again() {
        let (dir, text) = files("aaaa bbbb aaaa bbbb", "aaaa bbbb aaaa bbbb");
        let saved = dir.path().join("tokenizer.json");
        let first = text.open(dir.path(), 1, &saved).expect("tokens");
        first.tokenizer().save(&saved, false).expect("saved");
        std::fs::write(dir.path().join("t"), "cccc dddd cccc dddd").expect("write");
        let second = text.open(dir.path(), 1, &saved).expect("tokens");
        assert_eq!(second.validation, first.validation);
    }

    #[test]
    fn too_little_text_is_refused_by_name() {
        let (dir, text) = files("abc abc abc", "x");
        let error = text.open(dir.path(), 2, &dir.path().join("none")).expect_err("an error");
        assert!(error.to_string().contains("v: 2 tokens"), "{error}");
    }
}
