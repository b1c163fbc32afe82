//! The tokenizer and template bundle of a model.

use std::collections::HashMap;
use std::path::Path;

use plt_model::Checkpoint;
use plt_model::checkpoint::GgufValue;

use crate::chat::{ChatTemplate, Conversation, TemplateFiles};
use crate::defaults::{self, Defaults};
use crate::engine::Request;
use crate::error::{Error, Result, one_line};
use crate::generation_config::GenerationConfig;
use crate::sampler::SamplingParams;
use crate::tokenizer::{ReadFile, Tokenizer, TokenizerConfig};

/// Maximum size of a file beside the weights in bytes.
const MAX_FILE: u64 = 4 << 20;
/// Keys of a GGUF file with a tokenizer of its own. Without them, the tokenizer is that of the
/// directory.
const GGUF_TOKENIZER: [&str; 2] = ["tokenizer.ggml.model", "tokenizer.ggml.tokens"];

/// Keys of a GGUF file with the id of a token that ends an answer, beside the config's.
const GGUF_END: [&str; 2] = ["tokenizer.ggml.eot_token_id", "tokenizer.ggml.eom_token_id"];

/// Keys of a GGUF file with other special tokens, and their names in a directory.
const GGUF_SPECIAL: [(&str, &str); 2] = [
    ("tokenizer.ggml.bos_token_id", "bos_token"),
    ("tokenizer.ggml.padding_token_id", "pad_token"),
];
/// The list of those for which GGUF has no more keys.
const GGUF_ENDS: &str = "tokenizer.plt.end_token_ids";

/// A token that ends an answer, and what says so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EndToken {
    /// The token.
    pub id: u32,
    /// The file and key, or the key of a GGUF file.
    pub source: String,
}

/// The tokenizer and template bundle of a model: tokenizer, chat template, end tokens, recommended
/// sampling. The default is empty: the model takes token ids only.
#[derive(Default)]
pub struct TextBundle {
    tokenizer: Found,
    /// `None` for a model that is not an instruct model.
    template: Option<ChatTemplate>,
    /// All sources of end tokens, in order of their ids.
    end_tokens: Vec<EndToken>,
    /// The same ids, each once.
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
    /// A file that is damaged or not supported; a tokenizer of an unsupported kind is none.
    pub fn open(checkpoint: &Checkpoint) -> Result<Self> {
        let (dir, vocab_size) = (checkpoint.path(), checkpoint.config().vocab_size);
        let metadata = checkpoint.gguf_metadata();
        // A GGUF file can carry these files, and then they are the originals of its keys.
        let read = |name: &str, limit| Ok(checkpoint.read_file(name, limit)?);
        let tokenizer = match metadata.filter(|metadata| has_tokenizer(metadata)) {
            Some(metadata) => Tokenizer::from_gguf(metadata, dir, vocab_size).map(Some),
            None => Tokenizer::from_files(&read, dir, vocab_size),
        };
        let tokenizer = found(tokenizer)?;

        let template = template(&read, dir)?;
        let template = match (template, metadata) {
            (None, Some(metadata)) => ChatTemplate::from_gguf(metadata, dir)?,
            (template, _) => template,
        };

        let mut generation = match read("generation_config.json", MAX_FILE)? {
            Some(bytes) => GenerationConfig::parse(&bytes, &dir.join("generation_config.json"))?,
            None => GenerationConfig::default(),
        };
        let mut ends = generation_end_tokens(&mut generation, dir, vocab_size)?;
        if let (true, Some(metadata)) = (generation == GenerationConfig::default(), metadata) {
            generation = GenerationConfig::from_gguf(metadata, dir)?;
        }
        if let Found::Tokenizer(tokenizer) = &tokenizer
            && let Some(Some(eos)) = TokenizerConfig::read(&read, dir)?.special_token("eos_token")
            && let Some(id) = tokenizer.token_to_id(eos)
        {
            ends.push((id, "tokenizer_config.json eos_token"));
        }
        let source = match metadata {
            Some(metadata) => {
                ends.extend(metadata_end_tokens(metadata, vocab_size));
                "tokenizer.ggml.eos_token_id"
            }
            None => "config.json eos_token_id",
        };
        ends.extend(checkpoint.config().eos_token_ids.iter().map(|id| (*id, source)));
        let end = |(id, source): (u32, &str)| EndToken { id, source: source.to_owned() };
        let mut end_tokens: Vec<EndToken> = ends.into_iter().map(end).collect();
        end_tokens.sort();
        end_tokens.dedup();
        let mut eos: Vec<u32> = end_tokens.iter().map(|end| end.id).collect();
        eos.dedup();
        Ok(Self { tokenizer, template, end_tokens, eos, generation, ..Self::default() })
    }

    /// Returns the keys of a GGUF file with which other engines read tokenizer, end tokens and chat
    /// template of a directory, and whether the tokenizer is among them. A GGUF file has its own.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn gguf_entries(
        &self,
        checkpoint: &Checkpoint,
    ) -> Result<(Vec<(String, GgufValue)>, bool)> {
        if checkpoint.gguf_metadata().is_some() {
            return Ok((Vec::new(), true));
        }
        let Found::Tokenizer(tokenizer) = &self.tokenizer else { return Ok((Vec::new(), false)) };
        let Some(mut entries) = tokenizer.to_gguf() else { return Ok((Vec::new(), false)) };
        let read = |name: &str, limit| Ok(checkpoint.read_file(name, limit)?);
        let config = TokenizerConfig::read(&read, checkpoint.path())?;
        for (key, name) in GGUF_SPECIAL {
            let id = config.special_token(name).flatten();
            let id = id.and_then(|token| tokenizer.token_to_id(token));
            if let Some(id) = id.filter(|_| entries.iter().all(|(other, _)| other != key)) {
                entries.push((key.to_owned(), GgufValue::U32(id)));
            }
        }
        // The tokenizer's own end token is the one that others call eos.
        let mut ends = self.eos.clone();
        let own = |id: &u32| {
            let of_tokenizer = |end: &EndToken| end.source.starts_with("tokenizer_config");
            self.end_tokens.iter().any(|end| end.id == *id && of_tokenizer(end))
        };
        ends.sort_by_key(|id| !own(id));
        for (key, id) in ["tokenizer.ggml.eos_token_id"].iter().chain(&GGUF_END).zip(&ends) {
            entries.retain(|(other, _)| other != key);
            entries.push(((*key).to_owned(), GgufValue::U32(*id)));
        }
        if let Some(more) = ends.get(1 + GGUF_END.len()..).filter(|more| !more.is_empty()) {
            let ids = more.iter().map(|id| GgufValue::U32(*id)).collect();
            entries.push((GGUF_ENDS.to_owned(), GgufValue::Array(ids)));
        }
        let template = match read("chat_template.jinja", MAX_FILE)? {
            Some(bytes) => String::from_utf8(bytes).ok(),
            None => config.chat_template().map(str::to_owned),
        };
        if let Some(template) = template {
            let key = "tokenizer.chat_template".to_owned();
            entries.push((key, GgufValue::String(template)));
        }
        Ok((entries, true))
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

    /// The end tokens of `config.json`, `generation_config.json` and `tokenizer_config.json`, or of
    /// the GGUF file.
    pub fn eos(&self) -> &[u32] {
        &self.eos
    }

    /// The end tokens with the files and keys that name them.
    pub fn end_tokens(&self) -> &[EndToken] {
        &self.end_tokens
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

/// Returns the tokenizer, or the reason why it is not supported.
fn found(tokenizer: Result<Option<Tokenizer>>) -> Result<Found> {
    match tokenizer {
        Err(Error::UnknownTokenizer { reason }) => Ok(Found::Unsupported(reason)),
        tokenizer => Ok(tokenizer?.map_or(Found::None, |found| Found::Tokenizer(Box::new(found)))),
    }
}

/// Reads the chat templates of a directory.
fn template(read: ReadFile<'_>, dir: &Path) -> Result<Option<ChatTemplate>> {
    let text = |name: &str| -> Result<Option<String>> {
        let Some(bytes) = read(name, MAX_FILE)? else { return Ok(None) };
        String::from_utf8(bytes)
            .map(Some)
            .map_err(|e| Error::Template { file: dir.join(name), reason: one_line(&e) })
    };
    let separate = text("chat_template.jinja")?;
    let tool_use = text("additional_chat_templates/tool_use.jinja")?;
    let special_tokens = read("special_tokens_map.json", MAX_FILE)?;
    let config = read("tokenizer_config.json", MAX_FILE)?.unwrap_or_else(|| b"{}".to_vec());
    let file = dir.join(match separate {
        Some(_) => "chat_template.jinja",
        None => "tokenizer_config.json",
    });
    let files = TemplateFiles {
        default: separate.as_deref(),
        tool_use: tool_use.as_deref(),
        special_tokens: special_tokens.as_deref(),
    };
    ChatTemplate::from_tokenizer_config(&config, files, &file)
}

/// Takes the end tokens of `generation_config.json`.
fn generation_end_tokens(
    config: &mut GenerationConfig,
    dir: &Path,
    vocab_size: usize,
) -> Result<Vec<(u32, &'static str)>> {
    let ids = std::mem::take(&mut config.eos_token_id).0;
    if let Some(id) = ids.iter().find(|id| **id as usize >= vocab_size) {
        return Err(Error::Value {
            file: dir.join("generation_config.json"),
            key: "eos_token_id".to_owned(),
            expected: format!("token ids below `vocab_size` {vocab_size}"),
            found: id.to_string(),
        });
    }
    Ok(ids.into_iter().map(|id| (id, "generation_config.json eos_token_id")).collect())
}

/// Returns the end tokens of a GGUF file that its config lacks, with their keys. Ids that are none
/// are left out, as in llama.cpp.
fn metadata_end_tokens(
    metadata: &HashMap<String, GgufValue>,
    vocab_size: usize,
) -> Vec<(u32, &'static str)> {
    let id = |value: &GgufValue| {
        let id = u32::try_from(value.as_u64()?).ok()?;
        ((id as usize) < vocab_size).then_some(id)
    };
    let ends = GGUF_END.into_iter().filter_map(|key| Some((id(metadata.get(key)?)?, key)));
    let more = match metadata.get(GGUF_ENDS) {
        Some(GgufValue::Array(ids)) => ids.as_slice(),
        _ => &[],
    };
    ends.chain(more.iter().filter_map(id).map(|id| (id, GGUF_ENDS))).collect()
}

/// Whether a GGUF file has a tokenizer in GGUF's keys alone. `none` is GGUF's name for no tokenizer.
fn has_tokenizer(metadata: &HashMap<String, GgufValue>) -> bool {
    if metadata.contains_key("tokenizer.huggingface.json") {
        return false;
    }
    let value = GGUF_TOKENIZER.iter().find_map(|key| metadata.get(*key));
    value.is_some_and(|value| !matches!(value, GgufValue::String(s) if s == "none"))
}
