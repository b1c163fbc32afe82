//! The bodies of responses. The types of the runtime are never serialized themselves, so that a
//! change there does not change the interface.

use std::collections::BTreeMap;

use plt_runtime::Timings;
use schemars::JsonSchema;
use serde::Serialize;

use super::Piece;
use super::logprobs::{TokenLogprob, TokenText};
use crate::app::{App, seconds_since_1970};
use crate::request::Endpoint;

/// The fields that begin a response and each of its chunks.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct Head {
    id: String,
    /// The type of the response.
    #[schemars(extend("const" = "$object"))]
    object: &'static str,
    /// Seconds since 1970.
    created: u64,
    /// The model's name.
    model: String,
}

/// A complete response.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Full<'a, C> {
    #[serde(flatten)]
    pub(super) head: &'a Head,
    /// The choices of all prompts, in order.
    pub(super) choices: Vec<Choice<C>>,
    pub(super) usage: Usage,
}

/// A chunk of a stream.
#[derive(Serialize)]
pub(super) struct Chunk<'a> {
    #[serde(flatten)]
    pub head: &'a Head,
    pub choices: Vec<Choice<ChunkContent>>,
    /// `None` to omit it, `Some(None)` for a null.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage: Option<Option<Usage>>,
}

/// A choice, or the part of it that a chunk adds.
#[derive(Serialize, JsonSchema)]
pub(super) struct Choice<C> {
    index: usize,
    #[serde(flatten)]
    content: C,
    logprobs: Option<Logprobs>,
    /// Why the text ended.
    #[schemars(extend("enum" = ["stop", "length", "tool_calls"]))]
    finish_reason: Option<&'static str>,
    /// The gates of the later loops, for each token, if the request wants them.
    #[serde(skip_serializing_if = "Option::is_none")]
    gates: Option<Vec<Vec<f32>>>,
}

/// A choice of a complete response, as its pieces come.
#[derive(Default)]
pub(super) struct Finished {
    pub index: usize,
    pub text: String,
    pub tool_calls: Vec<ToolCall>,
    pub logprobs: Option<Vec<TokenLogprob>>,
    pub gates: Option<Vec<Vec<f32>>>,
    pub finish_reason: Option<&'static str>,
}

/// The text of a completion.
#[derive(Serialize, JsonSchema)]
pub(crate) struct TextContent {
    text: String,
}

/// The message of a chat completion.
#[derive(Serialize, JsonSchema)]
pub(crate) struct MessageContent {
    message: AssistantMessage,
}

#[derive(Serialize, JsonSchema)]
struct AssistantMessage {
    #[schemars(extend("const" = "assistant"))]
    role: &'static str,
    /// The text; null if the model only calls tools.
    content: Option<String>,
    refusal: (),
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_calls: Vec<ToolCall>,
}

/// The text or message that a chunk adds.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum ChunkContent {
    Text(String),
    Delta(Delta),
}

/// The part of a message that a chunk adds.
#[derive(Serialize)]
pub(super) struct Delta {
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_calls: Vec<ToolCall>,
}

/// A tool call.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct ToolCall {
    /// The call's number among the calls of the choice, in streams only.
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
    id: String,
    #[schemars(extend("const" = "function"))]
    r#type: &'static str,
    function: Function,
}

#[derive(Debug, Clone, Serialize, JsonSchema)]
struct Function {
    name: String,
    /// The text of a JSON object.
    arguments: String,
}

impl ToolCall {
    pub fn new(index: usize, name: String, arguments: String) -> Self {
        let id = format!("call_{:024x}", rand::random::<u128>() >> 32);
        Self { index: Some(index), id, r#type: "function", function: Function { name, arguments } }
    }
}

#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Logprobs {
    /// The shape of `/v1/completions`.
    Completion {
        tokens: Vec<String>,
        token_logprobs: Vec<f32>,
        top_logprobs: Vec<BTreeMap<String, f32>>,
        text_offset: Vec<usize>,
    },
    /// The shape of `/v1/chat/completions`.
    Chat { content: Vec<ChatLogprob>, refusal: () },
}

#[derive(Serialize, JsonSchema)]
struct ChatLogprob {
    #[serde(flatten)]
    token: ChatToken,
    top_logprobs: Vec<ChatToken>,
}

#[derive(Serialize, JsonSchema)]
struct ChatToken {
    token: String,
    logprob: f32,
    /// Null without a tokenizer.
    bytes: Option<Vec<u8>>,
}

/// Counts of tokens.
#[derive(Debug, Clone, Copy, Default, Serialize, JsonSchema)]
pub(super) struct Usage {
    prompt_tokens: usize,
    completion_tokens: usize,
    total_tokens: usize,
    prompt_tokens_details: PromptTokensDetails,
    plt: PassCounts,
}

#[derive(Debug, Clone, Copy, Default, Serialize, JsonSchema)]
struct PromptTokensDetails {
    /// Tokens of the prompt that were in the prefix cache.
    cached_tokens: usize,
}

/// The cost of the tokens in passes: an extension of OpenAI's format.
#[derive(Debug, Clone, Copy, Default, Serialize, JsonSchema)]
struct PassCounts {
    /// Passes before the first tokens of the choices.
    prefill_passes: usize,
    /// Rows computed in these passes: at most one for each loop of a prompt token.
    prefill_rows: usize,
    /// Passes since the first tokens of the choices.
    decode_passes: usize,
    /// Rows computed in these passes.
    decode_rows: usize,
}

impl Usage {
    /// Adds a finished choice. Its prompt counts with the first choice only.
    pub fn add(&mut self, timings: &Timings, is_first_choice: bool) {
        if is_first_choice {
            self.prompt_tokens += timings.prompt_tokens;
            self.prompt_tokens_details.cached_tokens += timings.reused_tokens;
            self.plt.prefill_passes += timings.prefill_passes;
            self.plt.prefill_rows += timings.prefill_rows;
        }
        self.plt.decode_passes += timings.decode_passes;
        self.plt.decode_rows += timings.decode_rows;
        self.completion_tokens += timings.generated_tokens;
        self.total_tokens = self.prompt_tokens + self.completion_tokens;
    }
}

impl Head {
    /// Begins a response to a new request.
    pub fn new(endpoint: Endpoint, streaming: bool, app: &App) -> Self {
        let (prefix, object) = match (endpoint, streaming) {
            (Endpoint::Completions, _) => ("cmpl", "text_completion"),
            (Endpoint::Chat, false) => ("chatcmpl", "chat.completion"),
            (Endpoint::Chat, true) => ("chatcmpl", "chat.completion.chunk"),
        };
        let id = format!("{prefix}-{:032x}", rand::random::<u128>());
        Self { id, object, created: seconds_since_1970(), model: app.model.clone() }
    }
}

impl<C: From<(String, Vec<ToolCall>)>> Choice<C> {
    /// A finished choice of a complete response.
    pub fn finished(endpoint: Endpoint, choice: Finished) -> Self {
        let Finished { index, text, tool_calls, logprobs, gates, finish_reason } = choice;
        let logprobs = logprobs.map(|logprobs| Logprobs::new(endpoint, logprobs));
        Self { index, content: (text, tool_calls).into(), logprobs, finish_reason, gates }
    }
}

impl Choice<ChunkContent> {
    /// A piece of a choice, the first one or a later one.
    pub fn piece(endpoint: Endpoint, piece: Piece, is_first: bool) -> Self {
        let content = match endpoint {
            Endpoint::Completions => ChunkContent::Text(piece.text),
            Endpoint::Chat => ChunkContent::Delta(Delta {
                role: is_first.then_some("assistant"),
                content: (is_first || !piece.text.is_empty()).then_some(piece.text),
                tool_calls: piece.calls,
            }),
        };
        let logprobs = piece.logprob.map(|logprob| Logprobs::new(endpoint, vec![logprob]));
        let gates = piece.gates.map(|gates| vec![gates]);
        Self { index: piece.index, content, logprobs, finish_reason: piece.finish, gates }
    }
}

impl From<(String, Vec<ToolCall>)> for TextContent {
    fn from((text, _): (String, Vec<ToolCall>)) -> Self {
        Self { text }
    }
}

impl From<(String, Vec<ToolCall>)> for MessageContent {
    fn from((text, tool_calls): (String, Vec<ToolCall>)) -> Self {
        // Numbers of calls are for streams.
        let tool_calls: Vec<ToolCall> =
            tool_calls.into_iter().map(|call| ToolCall { index: None, ..call }).collect();
        let content = (!text.is_empty() || tool_calls.is_empty()).then_some(text);
        Self { message: AssistantMessage { role: "assistant", content, refusal: (), tool_calls } }
    }
}

impl Logprobs {
    fn new(endpoint: Endpoint, all: Vec<TokenLogprob>) -> Self {
        match endpoint {
            Endpoint::Completions => Self::Completion {
                token_logprobs: all.iter().map(|one| one.logprob).collect(),
                text_offset: all.iter().map(|one| one.offset).collect(),
                // The chosen token is reported even if it is not among the most likely ones.
                top_logprobs: all
                    .iter()
                    .map(|one| {
                        let top = one.top.iter().map(|(token, logprob)| (&token.text, *logprob));
                        let all = top.chain([(&one.token.text, one.logprob)]);
                        all.map(|(text, logprob)| (text.clone(), logprob)).collect()
                    })
                    .collect(),
                tokens: all.into_iter().map(|one| one.token.text).collect(),
            },
            Endpoint::Chat => {
                let content = all.into_iter().map(|one| ChatLogprob {
                    token: ChatToken::new(one.token, one.logprob),
                    top_logprobs: one
                        .top
                        .into_iter()
                        .map(|(token, logprob)| ChatToken::new(token, logprob))
                        .collect(),
                });
                Self::Chat { content: content.collect(), refusal: () }
            }
        }
    }
}

impl ChatToken {
    fn new(token: TokenText, logprob: f32) -> Self {
        Self { token: token.text, logprob, bytes: token.bytes }
    }
}
