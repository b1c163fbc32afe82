//! Tool calls: the formats in which models write them, and an incremental parser.
//!
//! A tool is a JSON object in the form of OpenAI's `tools`: `{"type": "function", "function":
//! {"name", "description", "parameters"}}`, where `parameters` is a JSON schema.

mod call;
#[cfg(feature = "guidance")]
mod grammar;
mod reader;
mod types;

use serde_json::Value;

pub use reader::{ToolPart, ToolReader};

use crate::tokenizer::Tokenizer;

/// The marks around a call, in both formats.
const OPEN: &str = "<tool_call>";
const CLOSE: &str = ToolFormat::CLOSE;
/// The marks around a thought.
const THINK: &str = "<think>";
const THOUGHT: &str = "</think>";

/// The format in which a model writes tool calls, according to its chat template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToolFormat {
    /// `<tool_call>{"name": …, "arguments": {…}}</tool_call>`: Hermes, Qwen2.5 and Qwen3.
    Json,
    /// `<tool_call><function=…><parameter=…>…</parameter></function></tool_call>`: Qwen3-Coder.
    Tags,
}

impl ToolFormat {
    /// The end of every call. As a stop string it limits an answer to one call.
    pub const CLOSE: &str = "</tool_call>";

    /// Returns the format of a template; `None` if it has none, or an unsupported one.
    pub(crate) fn of_template(source: &str) -> Option<Self> {
        match (source.contains(OPEN), source.contains("<function=")) {
            (true, true) => Some(Self::Tags),
            (true, false) => Some(Self::Json),
            (false, _) => None,
        }
    }

    /// Returns the special tokens that mark calls and thoughts, for
    /// [`Request::shown`](field@crate::Request::shown). Most tokenizers have none: their marks are
    /// ordinary text.
    pub fn marks(self, tokenizer: &Tokenizer) -> Vec<u32> {
        [OPEN, CLOSE, THINK, THOUGHT].iter().filter_map(|mark| special(mark, tokenizer)).collect()
    }
}

/// Returns the special token with this text, if there is one.
fn special(text: &str, tokenizer: &Tokenizer) -> Option<u32> {
    tokenizer.token_to_id(text).filter(|id| tokenizer.is_special(*id).unwrap_or(false))
}

/// Returns a tool's name; empty if it has none.
fn name(tool: &Value) -> &str {
    tool["function"]["name"].as_str().unwrap_or_default()
}

/// Returns the schema of a tool's parameters; null if it has none.
fn parameters(tool: &Value) -> &Value {
    &tool["function"]["parameters"]
}
