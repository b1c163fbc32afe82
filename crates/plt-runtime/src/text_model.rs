//! A loaded model with everything around it that turns text into tokens and back.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use plt_model::checkpoint::GgufValue;
use plt_model::{Backend, Checkpoint, Model, Quantization};

use crate::chat::ChatTemplate;
use crate::error::{Error, Result, one_line};
use crate::generation_config::{GenerationConfig, OneOrMany};
use crate::sampler::SamplingParams;
use crate::score::{ScoreOptions, Scores, score};
use crate::tokenizer::Tokenizer;

/// Bytes of the largest `tokenizer.json`.
const MAX_TOKENIZER: u64 = 64 << 20;
/// Keys that say that a GGUF file has a tokenizer of its own, and not the one of a directory.
const GGUF_TOKENIZER: [&str; 2] = ["tokenizer.ggml.model", "tokenizer.ggml.tokens"];
/// Bytes of the largest other file beside the weights.
const MAX_FILE: u64 = 4 << 20;

/// A model's directory or GGUF file, opened but not yet on a device.
pub struct ModelFiles {
    checkpoint: Checkpoint,
    text: Text,
}

/// What stands beside the weights: all that turns text into tokens and back. The default is nothing:
/// a model that takes ids.
#[derive(Default)]
pub struct Text {
    /// `None` if there is none that is known: the model then takes ids only.
    tokenizer: Option<Tokenizer>,
    /// Why there is none although the file has one.
    unknown_tokenizer: Option<String>,
    /// `None` if the model has none: it is no instruct model.
    template: Option<ChatTemplate>,
    /// End tokens.
    eos: Vec<u32>,
    /// What the model's makers recommend.
    sampling: SamplingParams,
    /// Made when it is first asked for: that takes a moment.
    #[cfg(feature = "guidance")]
    constraints: std::sync::OnceLock<crate::constraint::Constraints>,
}

/// How a model is loaded; the default is as it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct LoadOptions {
    /// Run fewer loops than the model was trained with: an experiment.
    pub loops: Option<usize>,
    /// Round the weights, one tensor after the other.
    pub quantization: Option<Quantization>,
}

/// A model on a backend with its tokenizer and chat template: what a program holds.
pub struct TextModel<B: Backend> {
    model: Model<B>,
    trained_loops: usize,
    text: Arc<Text>,
}

impl ModelFiles {
    /// Opens a Hugging Face directory or a GGUF file: config, list of tensors, tokenizer, chat
    /// template, end tokens. No weights are read.
    ///
    /// # Errors
    /// Whatever is wrong with one of these files.
    pub fn open(path: &Path) -> Result<Self> {
        Self::beside(Checkpoint::open(path)?)
    }

    /// Opens what stands beside the weights of a checkpoint.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn beside(checkpoint: Checkpoint) -> Result<Self> {
        let path = checkpoint.path();
        let vocab_size = checkpoint.config().vocab_size;
        let has_tokenizer = |metadata: &HashMap<String, GgufValue>| {
            let none = |value: &GgufValue| matches!(value, GgufValue::String(s) if s == "none");
            let value = GGUF_TOKENIZER.iter().find_map(|key| metadata.get(*key));
            value.is_some_and(|value| !none(value))
        };
        let text = match checkpoint.gguf_metadata() {
            Some(metadata) if has_tokenizer(metadata) => {
                let mut text = Text {
                    template: ChatTemplate::from_gguf(metadata, path)?,
                    eos: checkpoint.config().eos_token_ids.clone(),
                    ..Text::default()
                };
                match Tokenizer::from_gguf(metadata, path, vocab_size) {
                    Err(Error::UnknownTokenizer { reason }) => {
                        text.unknown_tokenizer = Some(reason);
                    }
                    tokenizer => text.tokenizer = Some(tokenizer?),
                }
                text
            }
            metadata => {
                let mut text = Text::open(path, &checkpoint)?;
                if let (None, Some(metadata)) = (&text.template, metadata) {
                    text.template = ChatTemplate::from_gguf(metadata, path)?;
                }
                text
            }
        };
        Ok(Self { checkpoint, text })
    }

    /// The config and the tensors.
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// Tokenizer, chat template, end tokens, recommended sampling.
    pub fn text(&self) -> &Text {
        &self.text
    }
}

impl Text {
    fn open(dir: &Path, checkpoint: &Checkpoint) -> Result<Self> {
        let vocab_size = checkpoint.config().vocab_size;
        let read = |name: &str, limit| checkpoint.read_file(name, limit);
        let tokenizer = match read("tokenizer.json", MAX_TOKENIZER)? {
            Some(bytes) => {
                Some(Tokenizer::from_json(&bytes, &dir.join("tokenizer.json"), vocab_size)?)
            }
            None => None,
        };

        let separate_file = dir.join("chat_template.jinja");
        let separate = match read("chat_template.jinja", MAX_FILE)? {
            Some(bytes) => Some(String::from_utf8(bytes).map_err(|e| Error::Template {
                file: separate_file.clone(),
                reason: one_line(&e),
            })?),
            None => None,
        };
        let config = read("tokenizer_config.json", MAX_FILE)?.unwrap_or_else(|| b"{}".to_vec());
        let file = match separate {
            Some(_) => separate_file,
            None => dir.join("tokenizer_config.json"),
        };
        let template = ChatTemplate::from_tokenizer_config(&config, separate.as_deref(), &file)?;

        let mut eos = checkpoint.config().eos_token_ids.clone();
        let mut sampling = SamplingParams::default();
        if let Some(bytes) = read("generation_config.json", MAX_FILE)? {
            let file = dir.join("generation_config.json");
            let config = GenerationConfig::parse(&bytes, &file)?;
            sampling = config.sampling();
            let ids = config.eos_token_id.map(OneOrMany::into_vec).unwrap_or_default();
            if let Some(id) = ids.iter().find(|id| **id as usize >= vocab_size) {
                return Err(Error::Value {
                    file,
                    key: "eos_token_id".to_owned(),
                    expected: format!("token ids below `vocab_size` {vocab_size}"),
                    found: id.to_string(),
                });
            }
            eos.extend(ids);
        }
        eos.sort_unstable();
        eos.dedup();
        Ok(Self { tokenizer, template, eos, sampling, ..Self::default() })
    }

    /// The tokenizer.
    ///
    /// # Errors
    /// [`Error::NoTokenizer`] if the model came without one, [`Error::UnknownTokenizer`] if it is of a
    /// kind that is not known.
    pub fn tokenizer(&self) -> Result<&Tokenizer> {
        match (&self.tokenizer, &self.unknown_tokenizer) {
            (Some(tokenizer), _) => Ok(tokenizer),
            (None, Some(reason)) => Err(Error::UnknownTokenizer { reason: reason.clone() }),
            (None, None) => Err(Error::NoTokenizer),
        }
    }

    /// The chat template.
    ///
    /// # Errors
    /// [`Error::NoChatTemplate`] if the model is no instruct model.
    pub fn chat_template(&self) -> Result<&ChatTemplate> {
        self.template.as_ref().ok_or(Error::NoChatTemplate)
    }

    /// What makes an answer match a grammar: for [`Request::constraint`](crate::Request::constraint).
    ///
    /// # Errors
    /// [`Error::Grammar`] for a grammar that makes no sense or is too large;
    /// [`Error::NoTokenizer`] and [`Error::UnknownTokenizer`].
    #[cfg(feature = "guidance")]
    pub fn constraint(&self, grammar: &crate::Grammar) -> Result<crate::Constraint> {
        let constraints = match self.constraints.get() {
            Some(constraints) => constraints,
            None => {
                let new = crate::constraint::Constraints::new(self.tokenizer()?, &self.eos)?;
                self.constraints.get_or_init(|| new)
            }
        };
        constraints.compile(grammar)
    }

    /// The end tokens: of `config.json` and `generation_config.json`, or of the GGUF file.
    pub fn eos(&self) -> &[u32] {
        &self.eos
    }

    /// How the model's makers recommend to sample, from `generation_config.json`: greedy unless
    /// `do_sample` is set.
    pub fn sampling(&self) -> SamplingParams {
        self.sampling
    }
}

impl<B: Backend> TextModel<B> {
    /// Loads the weights onto the backend; `progress` is told bytes done and bytes in all.
    ///
    /// # Errors
    /// Every missing, extra or misshapen tensor at once; a number of loops that the model does not
    /// have; what the backend reports.
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

    /// A model that is there already, and what stands beside it.
    pub fn new(model: Model<B>, text: Text) -> Self {
        let trained_loops = model.config().loops.count;
        Self { model, trained_loops, text: Arc::new(text) }
    }

    /// The model.
    pub fn model(&self) -> &Model<B> {
        &self.model
    }

    /// The loops that run, and the loops that the model was trained with.
    pub fn loops(&self) -> (usize, usize) {
        (self.model.config().loops.count, self.trained_loops)
    }

    /// Tokenizer, chat template, end tokens, recommended sampling.
    pub fn text(&self) -> &Arc<Text> {
        &self.text
    }

    /// The tokenizer.
    ///
    /// # Errors
    /// [`Error::NoTokenizer`] and [`Error::UnknownTokenizer`].
    pub fn tokenizer(&self) -> Result<&Tokenizer> {
        self.text.tokenizer()
    }

    /// The chat template.
    ///
    /// # Errors
    /// [`Error::NoChatTemplate`] if the model is no instruct model.
    pub fn chat_template(&self) -> Result<&ChatTemplate> {
        self.text.chat_template()
    }

    /// Logits of a given text, see [`score`].
    ///
    /// # Errors
    /// Those of [`score`].
    pub fn score(&self, ids: &[u32], options: ScoreOptions) -> Result<Scores> {
        score(&self.model, ids, options)
    }
}
