//! A model with its tokenizer and template bundle: on disk, and loaded onto a backend.

use std::path::Path;
use std::sync::Arc;

use plt_model::{Backend, Checkpoint, Model, Quantization};

use crate::builder::builder;
use crate::chat::ChatTemplate;
use crate::error::Result;
use crate::score::{ScoreOptions, Scores, score};
use crate::text_bundle::TextBundle;
use crate::tokenizer::Tokenizer;

/// A model's directory or GGUF file, opened but not loaded.
pub struct ModelFiles {
    checkpoint: Checkpoint,
    text: TextBundle,
}

/// How a model is loaded. The default loads it unchanged.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct LoadOptions {
    /// Runs fewer loops than the model was trained with: an experiment.
    pub loops: Option<usize>,
    /// Quantizes the weights.
    pub quantization: Option<Quantization>,
}

/// A model on a backend with its tokenizer and template bundle.
pub struct TextModel<B: Backend> {
    model: Model<B>,
    trained_loops: usize,
    text: Arc<TextBundle>,
}

builder!(LoadOptions {
    loops: impl Into<Option<usize>>,
    quantization: impl Into<Option<Quantization>>,
});

impl ModelFiles {
    /// Opens a Hugging Face directory or a GGUF file: config, list of tensors, tokenizer, chat
    /// template, end tokens. No weights are read.
    ///
    /// # Errors
    /// A file that is missing, damaged or not supported.
    pub fn open(path: &Path) -> Result<Self> {
        Self::from_checkpoint(Checkpoint::open(path)?)
    }

    /// Reads the tokenizer and template bundle of a checkpoint.
    ///
    /// # Errors
    /// The errors of [`open`](Self::open).
    pub fn from_checkpoint(checkpoint: Checkpoint) -> Result<Self> {
        let text = TextBundle::open(&checkpoint)?;
        Ok(Self { checkpoint, text })
    }

    /// The config and the tensors.
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Tokenizer, chat template, end tokens, recommended sampling.
    pub fn text(&self) -> &TextBundle {
        &self.text
    }
}

impl<B: Backend> TextModel<B> {
    /// Loads the weights onto the backend. Calls `progress` with the bytes loaded and the total.
    ///
    /// # Errors
    /// All missing, extra or misshapen tensors at once; a number of loops that the model does not
    /// have; those of the backend.
    pub fn load(
        backend: B,
        files: ModelFiles,
        options: LoadOptions,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Self> {
        let ModelFiles { checkpoint, text } = files;
        let trained_loops = checkpoint.config().loops.count;
        let config = match options.loops {
            Some(loops) => checkpoint.config().clone().with_loops(loops)?,
            None => checkpoint.config().clone(),
        };
        checkpoint.check()?;
        let (mut done, total) = (0, checkpoint.weight_bytes());
        let model = Model::new(backend, config, |spec| {
            let data = match options.quantization {
                Some(quantization) => checkpoint.tensor_as(spec, quantization),
                None => checkpoint.tensor(spec),
            }?;
            done += checkpoint.stored_bytes(spec);
            progress(done, total);
            Ok(data)
        })?;
        Ok(Self { model, trained_loops, text: Arc::new(text) })
    }

    /// Combines a loaded model with its tokenizer and template bundle.
    pub fn new(model: Model<B>, text: TextBundle) -> Self {
        let trained_loops = model.config().loops.count;
        Self { model, trained_loops, text: Arc::new(text) }
    }

    /// The model.
    pub fn model(&self) -> &Model<B> {
        &self.model
    }

    /// Returns the number of loops that run, and the number that the model was trained with.
    pub fn loops(&self) -> (usize, usize) {
        (self.model.config().loops.count, self.trained_loops)
    }

    /// Tokenizer, chat template, end tokens, recommended sampling.
    pub fn text(&self) -> &Arc<TextBundle> {
        &self.text
    }

    /// The tokenizer.
    ///
    /// # Errors
    /// The errors of [`TextBundle::tokenizer`].
    pub fn tokenizer(&self) -> Result<&Tokenizer> {
        self.text.tokenizer()
    }

    /// The chat template.
    ///
    /// # Errors
    /// The errors of [`TextBundle::chat_template`].
    pub fn chat_template(&self) -> Result<&ChatTemplate> {
        self.text.chat_template()
    }

    /// Computes the logits of given tokens, see [`score`].
    ///
    /// # Errors
    /// The errors of [`score`].
    pub fn score(&self, ids: &[u32], options: ScoreOptions) -> Result<Scores> {
        score(&self.model, ids, options)
    }
}
