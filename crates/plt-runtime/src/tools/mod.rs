//! Tools that a model may call: how it writes a call, and how calls are read while they come.
//!
//! A tool is a JSON object in the form of OpenAI's `tools`: `{"type": "function", "function": {"name",
//! "description", "parameters"}}`, where `parameters` is a JSON schema.

#[cfg(feature = "guidance")]
mod grammar;
mod reader;

use serde_json::Value;

pub use reader::{ToolPart, ToolReader};

use crate::tokenizer::Tokenizer;

/// What a call begins and ends with, in both forms.
const OPEN: &str = "<tool_call>";
const CLOSE: &str = ToolFormat::CLOSE;

/// How a model writes calls. Its chat template says how it was trained to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToolFormat {
    /// `<tool_call>{"name": …, "arguments": {…}}</tool_call>`: Hermes, Qwen2.5 and Qwen3.
    Json,
    /// `<tool_call><function=…><parameter=…>…</parameter></function></tool_call>`: Qwen3-Coder.
    Tags,
}

impl ToolFormat {
    /// What every call ends with: before it an answer may be stopped that is to call only once.
    pub const CLOSE: &str = "</tool_call>";

    /// The format of a template; `None` if it tells the model of no format that is known here.
    pub(crate) fn of_template(source: &str) -> Option<Self> {
        match (source.contains(OPEN), source.contains("<function=")) {
            (true, true) => Some(Self::Tags),
            (true, false) => Some(Self::Json),
            (false, _) => None,
        }
    }

    /// The special tokens that calls are marked with, for [`Request::shown`](crate::Request::shown):
    /// most tokenizers have none, and their marks are text.
    pub fn marks(self, tokenizer: &Tokenizer) -> Vec<u32> {
        [OPEN, CLOSE].iter().filter_map(|mark| special(mark, tokenizer)).collect()
    }
}

/// The special token of this text, if there is one.
fn special(text: &str, tokenizer: &Tokenizer) -> Option<u32> {
    tokenizer.token_to_id(text).filter(|id| tokenizer.is_special(*id).unwrap_or(false))
}

/// A tool's name; empty if it has none.
fn name(tool: &Value) -> &str {
    tool["function"]["name"].as_str().unwrap_or_default()
}

/// The schema of a tool's parameter, or of all of them; null if it has none.
fn parameters(tool: &Value) -> &Value {
    &tool["function"]["parameters"]
}
