//! The shapes of answers. Nothing of the runtime is serialised as it is: what clients read changes
//! here and nowhere else.

use std::collections::BTreeMap;

use plt_runtime::Timings;
use serde::Serialize;

use super::Piece;
use super::logprobs::{TokenLogprob, TokenText};
use crate::app::{App, seconds_since_1970};
use crate::ask::Dialect;

/// What all chunks of an answer begin with.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Head {
    id: String,
    object: &'static str,
    created: u64,
    model: String,
}

/// A whole answer, or a chunk of one.
#[derive(Serialize)]
pub(super) struct Body<'a> {
    #[serde(flatten)]
    pub head: &'a Head,
    pub choices: Vec<Choice>,
    /// `None` to leave it out, `Some(None)` for a null.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage: Option<Option<Usage>>,
}

/// One answer, or a piece of it.
#[derive(Serialize)]
pub(super) struct Choice {
    index: usize,
    #[serde(flatten)]
    content: Content,
    logprobs: Option<Logprobs>,
    finish_reason: Option<&'static str>,
    /// For every token the gates of its later loops, if they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gates: Option<Vec<Vec<f32>>>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Content {
    Text(String),
    Message {
        role: &'static str,
        /// `None` if the model only calls.
        content: Option<String>,
        refusal: (),
        #[serde(skip_serializing_if = "Vec::is_empty")]
        tool_calls: Vec<ToolCall>,
    },
    Delta(Delta),
}

#[derive(Serialize)]
struct Delta {
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_calls: Vec<ToolCall>,
}

/// A call of a tool.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ToolCall {
    /// Which of the answer's calls it is; for streams only.
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
    id: String,
    r#type: &'static str,
    function: Function,
}

#[derive(Debug, Clone, Serialize)]
struct Function {
    name: String,
    /// An object, as JSON.
    arguments: String,
}

impl ToolCall {
    pub fn new(index: usize, name: String, arguments: String) -> Self {
        let id = format!("call_{:024x}", rand::random::<u128>() >> 32);
        Self { index: Some(index), id, r#type: "function", function: Function { name, arguments } }
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum Logprobs {
    Completion {
        tokens: Vec<String>,
        token_logprobs: Vec<f32>,
        top_logprobs: Vec<BTreeMap<String, f32>>,
        text_offset: Vec<usize>,
    },
    Chat {
        content: Vec<ChatLogprob>,
        refusal: (),
    },
}

#[derive(Serialize)]
struct ChatLogprob {
    #[serde(flatten)]
    token: ChatToken,
    top_logprobs: Vec<ChatToken>,
}

#[derive(Serialize)]
struct ChatToken {
    token: String,
    logprob: f32,
    bytes: Option<Vec<u8>>,
}

/// How many tokens there were.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(super) struct Usage {
    prompt_tokens: usize,
    completion_tokens: usize,
    total_tokens: usize,
    prompt_tokens_details: PromptTokensDetails,
}

#[derive(Debug, Clone, Copy, Default, Serialize)]
struct PromptTokensDetails {
    cached_tokens: usize,
}

impl Usage {
    /// A prompt counts once, whatever the number of answers to it.
    pub fn add(&mut self, timings: &Timings, is_first_choice: bool) {
        if is_first_choice {
            self.prompt_tokens += timings.prompt_tokens;
            self.prompt_tokens_details.cached_tokens += timings.reused_tokens;
        }
        self.completion_tokens += timings.generated_tokens;
        self.total_tokens = self.prompt_tokens + self.completion_tokens;
    }
}

impl Head {
    pub fn new(dialect: Dialect, is_stream: bool, app: &App) -> Self {
        let (prefix, object) = match (dialect, is_stream) {
            (Dialect::Completion, _) => ("cmpl", "text_completion"),
            (Dialect::Chat, false) => ("chatcmpl", "chat.completion"),
            (Dialect::Chat, true) => ("chatcmpl", "chat.completion.chunk"),
        };
        let id = format!("{prefix}-{:032x}", rand::random::<u128>());
        Self { id, object, created: seconds_since_1970(), model: app.model.clone() }
    }
}

impl Choice {
    /// A whole answer.
    pub fn whole(
        dialect: Dialect,
        index: usize,
        (text, tool_calls): (String, Vec<ToolCall>),
        logprobs: Option<Vec<TokenLogprob>>,
        finish_reason: Option<&'static str>,
    ) -> Self {
        let whole = |call| ToolCall { index: None, ..call };
        let tool_calls: Vec<ToolCall> = tool_calls.into_iter().map(whole).collect();
        let content = match dialect {
            Dialect::Completion => Content::Text(text),
            Dialect::Chat => Content::Message {
                role: "assistant",
                content: (!text.is_empty() || tool_calls.is_empty()).then_some(text),
                refusal: (),
                tool_calls,
            },
        };
        let logprobs = logprobs.map(|logprobs| Logprobs::new(dialect, logprobs));
        Self { index, content, logprobs, finish_reason, gates: None }
    }

    /// A piece of an answer, its first one or a later one.
    pub fn piece(dialect: Dialect, piece: Piece, is_first: bool) -> Self {
        let content = match dialect {
            Dialect::Completion => Content::Text(piece.text),
            Dialect::Chat => Content::Delta(Delta {
                role: is_first.then_some("assistant"),
                content: (is_first || !piece.text.is_empty()).then_some(piece.text),
                tool_calls: piece.calls,
            }),
        };
        let logprobs = piece.logprob.map(|logprob| Logprobs::new(dialect, vec![logprob]));
        let gates = piece.gates.map(|gates| vec![gates]);
        Self { index: piece.index, content, logprobs, finish_reason: piece.finish, gates }
    }
}

impl Logprobs {
    fn new(dialect: Dialect, all: Vec<TokenLogprob>) -> Self {
        match dialect {
            Dialect::Completion => Self::Completion {
                token_logprobs: all.iter().map(|one| one.logprob).collect(),
                text_offset: all.iter().map(|one| one.offset).collect(),
                // The chosen token is among them, likely or not.
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
            Dialect::Chat => {
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
