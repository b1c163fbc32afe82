//! The tokenizer and template bundle of a model.

use std::collections::HashMap;
use std::path::Path;

use plt_model::Checkpoint;
use plt_model::checkpoint::GgufValue;

use crate::chat::{ChatTemplate, Conversation};
use crate::defaults::{self, Defaults};
use crate::engine::Request;
use crate::error::{Error, Result, one_line};
use crate::generation_config::{GenerationConfig, OneOrMany};
use crate::sampler::SamplingParams;
use crate::tokenizer::Tokenizer;

/// Maximum size of `tokenizer.json` in bytes.
const MAX_TOKENIZER: u64 = 64 << 20;
/// Maximum size of any other file beside the weights in bytes.
const MAX_FILE: u64 = 4 << 20;
/// Keys of a GGUF file with a tokenizer of its own. Without them, the tokenizer is that of the
/// directory.
const GGUF_TOKENIZER: [&str; 2] = ["tokenizer.ggml.model", "tokenizer.ggml.tokens"];

/// The tokenizer and template bundle of a model: tokenizer, chat template, end tokens, recommended
/// sampling. The default is empty: the model takes token ids only.
#[derive(Default)]
pub struct TextBundle {
    tokenizer: Found,
    /// `None` for a model that is not an instruct model.
    template: Option<ChatTemplate>,
    eos: Vec<u32>,
    generation: GenerationConfig,
    /// Made for the first constraint: that takes a moment.
    #[cfg(feature = "guidance")]
    constraints: std::sync::OnceLock<crate::constraint::Constraints>,
}

/// The tokenizer among a model's files.
#[derive(Default)]
enum Found {
    #[default]
    None,
    /// It is of an unsupported kind, for this reason: the model takes token ids only.
    Unsupported(String),
    Tokenizer(Box<Tokenizer>),
}

impl TextBundle {
    /// Reads the bundle of a checkpoint.
    ///
    /// # Errors
    /// A file that is damaged or not supported.
    pub fn open(checkpoint: &Checkpoint) -> Result<Self> {
        let mut bundle = Self::open_files(checkpoint)?;
        let has_config = bundle.generation != GenerationConfig::default();
        if let (false, Some(metadata)) = (has_config, checkpoint.gguf_metadata()) {
            bundle.generation = GenerationConfig::from_gguf(metadata, checkpoint.path())?;
        }
        Ok(bundle)
    }

    fn open_files(checkpoint: &Checkpoint) -> Result<Self> {
        let path = checkpoint.path();
        let metadata = checkpoint.gguf_metadata();
        match metadata.filter(|metadata| has_tokenizer(metadata)) {
            Some(metadata) => Ok(Self {
                tokenizer: match Tokenizer::from_gguf(
                    metadata,
                    path,
                    checkpoint.config().vocab_size,
                ) {
                    Err(Error::UnknownTokenizer { reason }) => Found::Unsupported(reason),
                    tokenizer => Found::Tokenizer(Box::new(tokenizer?)),
                },
                template: ChatTemplate::from_gguf(metadata, path)?,
                eos: checkpoint.config().eos_token_ids.clone(),
                ..Self::default()
            }),
            None => {
                let mut bundle = Self::from_directory(path, checkpoint)?;
                if let (None, Some(metadata)) = (&bundle.template, metadata) {
                    bundle.template = ChatTemplate::from_gguf(metadata, path)?;
                }
                Ok(bundle)
            }
        }
    }

    fn from_directory(dir: &Path, checkpoint: &Checkpoint) -> Result<Self> {
        let vocab_size = checkpoint.config().vocab_size;
        let read = |name: &str, limit| checkpoint.read_file(name, limit);
        let tokenizer = match read("tokenizer.json", MAX_TOKENIZER)? {
            Some(bytes) => {
                let file = dir.join("tokenizer.json");
                let tokenizer = Tokenizer::from_json(&bytes, &file, vocab_size)?;
                Found::Tokenizer(Box::new(tokenizer))
            }
            None => Found::None,
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
        let mut generation = GenerationConfig::default();
        if let Some(bytes) = read("generation_config.json", MAX_FILE)? {
            let file = dir.join("generation_config.json");
            generation = GenerationConfig::parse(&bytes, &file)?;
            let ids = generation.eos_token_id.take().map(OneOrMany::into_vec).unwrap_or_default();
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
        Ok(Self { tokenizer, template, eos, generation, ..Self::default() })
    }

    /// The tokenizer.
    ///
    /// # Errors
    /// [`Error::NoTokenizer`] if the model has none, [`Error::UnknownTokenizer`] if it is of an
    /// unsupported kind.
    pub fn tokenizer(&self) -> Result<&Tokenizer> {
        match &self.tokenizer {
            Found::Tokenizer(tokenizer) => Ok(tokenizer),
            Found::Unsupported(reason) => Err(Error::UnknownTokenizer { reason: reason.clone() }),
            Found::None => Err(Error::NoTokenizer),
        }
    }

    /// The chat template.
    ///
    /// # Errors
    /// [`Error::NoChatTemplate`] if the model is not an instruct model.
    pub fn chat_template(&self) -> Result<&ChatTemplate> {
        self.template.as_ref().ok_or(Error::NoChatTemplate)
    }

    /// Returns a request to continue a prompt, with the [defaults of
    /// completions](defaults::COMPLETION).
    ///
    /// # Errors
    /// The errors of the tokenizer.
    pub fn completion(&self, prompt: &str) -> Result<Request> {
        Ok(self.request(self.tokenizer()?.encode(prompt, true)?, defaults::COMPLETION))
    }

    /// Returns a request to answer the last message of a conversation, with the
    /// [defaults of chats](defaults::CHAT).
    ///
    /// # Errors
    /// The errors of the chat template and of the tokenizer.
    pub fn chat<'a>(&self, conversation: impl Into<Conversation<'a>>) -> Result<Request> {
        let text = self.chat_template()?.render(conversation, true)?;
        // The template has written the special tokens already.
        Ok(self.request(self.tokenizer()?.encode(&text, false)?, defaults::CHAT))
    }

    fn request(&self, prompt: Vec<u32>, kind: Defaults) -> Request {
        Request::new(prompt)
            .max_tokens(kind.max_tokens.unwrap_or(usize::MAX))
            .sampling(kind.sampling(self))
            .eos(self.eos.clone())
    }

    /// Compiles a grammar into a constraint for
    /// [`Request::constraint`](crate::Request::constraint).
    ///
    /// # Errors
    /// [`Error::Grammar`] for a grammar that is malformed or too large; [`Error::NoTokenizer`] and
    /// [`Error::UnknownTokenizer`].
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

    /// The end tokens of `config.json` and `generation_config.json`, or of the GGUF file.
    pub fn eos(&self) -> &[u32] {
        &self.eos
    }

    /// The recommended sampling of `generation_config.json`, or of the GGUF file
    /// (`general.sampling.*`): greedy unless they say to sample.
    pub fn sampling(&self) -> SamplingParams {
        self.generation.sampling()
    }

    /// The sampling of chats: as [`sampling`](Self::sampling), but [`defaults::CHAT_SAMPLING`] if
    /// the model's files recommend nothing.
    pub fn chat_sampling(&self) -> SamplingParams {
        self.generation.chat_sampling()
    }

    /// Whether the model's files recommend how to sample.
    pub fn recommends_sampling(&self) -> bool {
        self.generation.recommends_sampling()
    }
}

/// Whether a GGUF file has a tokenizer. `none` is GGUF's name for no tokenizer.
fn has_tokenizer(metadata: &HashMap<String, GgufValue>) -> bool {
    let value = GGUF_TOKENIZER.iter().find_map(|key| metadata.get(*key));
    value.is_some_and(|value| !matches!(value, GgufValue::String(s) if s == "none"))
}
