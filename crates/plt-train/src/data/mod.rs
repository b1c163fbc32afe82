//! What a model is trained on: text, or a task with a known answer.

mod pointer;
mod text;

pub use pointer::PointerChasing;
pub(crate) use text::END_OF_TEXT;
pub use text::TextData;

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::Result;

/// One sequence with the tokens that the model should predict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The input.
    pub tokens: Vec<u32>,
    /// `(position, token)`: after this position this token should come. In order of position.
    pub targets: Vec<(u32, u32)>,
}

impl Example {
    /// Every token predicts the next: `tokens` has one more than the input.
    pub(crate) fn next_tokens(tokens: &[u32]) -> Self {
        let targets = (0..).zip(tokens[1..].iter().copied()).collect();
        Self { tokens: tokens[..tokens.len() - 1].to_vec(), targets }
    }
}

/// Where examples come from: the table `[data]` of a recipe.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum DataRecipe {
    /// Documents from files.
    Text(TextData),
    /// A synthetic task on which depth matters.
    PointerChasing(PointerChasing),
}

/// A source of examples, ready to draw from.
#[derive(Debug)]
pub(crate) enum Data {
    Text(Box<text::Tokens>),
    PointerChasing(PointerChasing),
}

impl DataRecipe {
    /// Reads what there is to read. Relative paths are taken from `base`; `saved` is the tokenizer of
    /// a run that has begun; `end` is the token that ends a text, if the recipe says so.
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
    /// The tokens that examples are made of are below this.
    pub fn vocab_size(&self) -> usize {
        match self {
            Data::Text(tokens) => tokens.vocab_size(),
            Data::PointerChasing(task) => task.vocab_size(),
        }
    }

    /// The token that ends a text.
    pub fn end(&self) -> u32 {
        match self {
            Data::Text(tokens) => tokens.end(),
            Data::PointerChasing(_) => 0,
        }
    }

    /// The tokenizer, for data that has one.
    pub fn tokenizer(&self) -> Option<&tokenizers::Tokenizer> {
        match self {
            Data::Text(tokens) => Some(tokens.tokenizer()),
            Data::PointerChasing(_) => None,
        }
    }

    /// Example `index` of the endless training stream of `seed`: the same whenever it is asked for,
    /// so a run can go on anywhere.
    pub fn training(&self, seed: u64, index: u64, length: usize) -> Example {
        match self {
            Data::Text(tokens) => tokens.training(seed, index, length),
            Data::PointerChasing(task) => task.example(seed, "training", index, length),
        }
    }

    /// `count` examples that training never shows, the same for every seed.
    pub fn validation(&self, count: usize, length: usize) -> Vec<Example> {
        match self {
            Data::Text(tokens) => tokens.validation(count, length),
            Data::PointerChasing(task) => {
                (0..count as u64).map(|i| task.example(0, "validation", i, length)).collect()
            }
        }
    }
}
