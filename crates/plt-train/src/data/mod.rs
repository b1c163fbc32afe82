//! Training data: text, or a synthetic task with known answers.

mod pointer;
mod text;

pub use pointer::PointerChasing;
pub(crate) use text::END_OF_TEXT;
pub use text::TextData;

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::Result;

/// One sequence with the tokens to predict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The input tokens.
    pub tokens: Vec<u32>,
    /// `(position, token)`: the token to predict after this position. In order of position.
    pub targets: Vec<(u32, u32)>,
}

impl Example {
    /// An example in which every token predicts the next; its input is one shorter than `tokens`.
    pub(crate) fn next_tokens(tokens: &[u32]) -> Self {
        let targets = (0..).zip(tokens[1..].iter().copied()).collect();
        Self { tokens: tokens[..tokens.len() - 1].to_vec(), targets }
    }
}

/// The table `[data]` of a recipe: the source of examples.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum DataRecipe {
    /// Documents from files.
    Text(TextData),
    /// A synthetic task that needs depth.
    PointerChasing(PointerChasing),
}

/// An opened source of examples.
#[derive(Debug)]
pub(crate) enum Data {
    Text(Box<text::Tokens>),
    PointerChasing(PointerChasing),
}

impl DataRecipe {
    /// Reads the data files. Paths are relative to `base`; `saved` is the tokenizer of a resumed run;
    /// `end` is the end-of-text token, if the recipe sets it.
    pub(crate) fn open(
        &self,
        base: &Path,
        length: usize,
        saved: Option<&Path>,
        end: Option<u32>,
    ) -> Result<Data> {
        Ok(match self {
            DataRecipe::Text(text) => Data::Text(Box::new(text.open(base, length, saved, end)?)),
            DataRecipe::PointerChasing(task) => Data::PointerChasing(task.clone()),
        })
    }
}

impl Data {
    /// Tokens of all examples are below this.
    pub fn vocab_size(&self) -> usize {
        match self {
            Data::Text(tokens) => tokens.vocab_size(),
            Data::PointerChasing(task) => task.vocab_size(),
        }
    }

    /// The end-of-text token.
    pub fn end(&self) -> u32 {
        match self {
            Data::Text(tokens) => tokens.end(),
            Data::PointerChasing(_) => 0,
        }
    }

    /// The tokenizer, if the data has one.
    pub fn tokenizer(&self) -> Option<&tokenizers::Tokenizer> {
        match self {
            Data::Text(tokens) => Some(tokens.tokenizer()),
            Data::PointerChasing(_) => None,
        }
    }

    /// Example `index` of the infinite training stream of `seed`. It depends on these arguments alone,
    /// so a run can be resumed at any step.
    pub fn training(&self, seed: u64, index: u64, length: usize) -> Example {
        match self {
            Data::Text(tokens) => tokens.training(seed, index, length),
            Data::PointerChasing(task) => task.example(seed, "training", index, length),
        }
    }

    /// `count` examples that are not in the training stream; the same for every seed.
    pub fn validation(&self, count: usize, length: usize) -> Vec<Example> {
        match self {
            Data::Text(tokens) => tokens.validation(count, length),
            Data::PointerChasing(task) => {
                (0..count as u64).map(|i| task.example(0, "validation", i, length)).collect()
            }
        }
    }
}
