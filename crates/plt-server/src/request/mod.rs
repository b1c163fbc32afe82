//! Requests: from a JSON body to the requests of the engine.

mod chat;
mod common;
mod completion;
mod prompt;
mod structured_output;
mod tokens;
mod tools;
mod unsupported;

use std::time::Instant;

use plt_runtime::{Request, ToolReader, defaults};
use serde_json::Value;

use crate::api_error::ApiError;
use crate::app::App;

pub(crate) use chat::ChatRequest;
use common::CommonFields;
pub(crate) use common::StreamOptions;
pub(crate) use completion::CompletionRequest;
use prompt::{Chat, Encoded, Prompt};
pub(crate) use tokens::{DetokenizeRequest, TokenizeRequest};
use tools::Tools;

/// The pattern of a tool's name, for the document.
pub(crate) const TOOL_NAME_PATTERN: &str = tools::NAME_PATTERN;

/// The two endpoints that generate text. They differ in their prompts and in the shape of their
/// responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Endpoint {
    /// `/v1/completions`
    Completions,
    /// `/v1/chat/completions`
    Chat,
}

/// A request to generate text, ready for the engine.
pub(crate) struct GenerateRequest {
    /// One request of the engine per prompt.
    pub requests: Vec<Request>,
    /// When the request arrived.
    pub arrived: Instant,
    /// Choices per prompt.
    pub choices: usize,
    /// The parser of tool calls, if the model may call tools.
    pub tools: Option<ToolReader>,
    /// Whether the response is a stream, and how it is written.
    pub stream: Option<StreamOptions>,
}

/// The parts of a body that depend on the endpoint.
struct Parts {
    common: CommonFields,
    prompts: Vec<Prompt>,
    tools: Option<Tools>,
    logprobs: Option<usize>,
}

impl GenerateRequest {
    /// Reads a body and encodes its prompts. The time grows with the text: it must not run on a
    /// thread that serves connections.
    ///
    /// `tenant` separates the prefix caches of API keys.
    pub fn read(
        endpoint: Endpoint,
        body: &[u8],
        app: &App,
        tenant: &[u8],
        arrived: Instant,
    ) -> Result<Self, ApiError> {
        let body = read_body(body, app, app.max_values())?;
        let Parts { common, prompts, tools, logprobs } = Parts::read(endpoint, body, app)?;
        let choices = common.choices(prompts.len(), app.limits.choices)?;
        let max_tokens = common.max_tokens()?;
        let stop = common.stop(&app.limits)?;
        let format = common.response_format.clone();
        let mut constraint = match format {
            Some(format) => format.constraint(app.text())?,
            None => None,
        };
        let (mut shown, mut reader) = (Vec::new(), None);
        if let Some(tools) = tools {
            if constraint.is_some() {
                let message = "response_format: not supported together with tools";
                return Err(ApiError::invalid(message).about("response_format"));
            }
            let format = Tools::format(app.text())?;
            constraint = tools.constraint(format, app.text())?;
            shown = format.marks(app.text().tokenizer()?);
            reader = Some(tools.reader(format));
        }
        let sampling = common.sampling(endpoint.defaults().sampling(app.text()))?;
        let template = Request::new(Vec::new())
            .choices(choices)
            .logit_bias(common.logit_bias(app.engine.config().vocab_size)?)
            .constraint(constraint)
            .logprobs(logprobs)
            .gates(common.gates.unwrap_or(false))
            .stop(stop)
            .shown(shown)
            .eos(app.text().eos().to_vec())
            .priority(common.priority(app.limits.priority))
            .deadline(app.limits.timeouts.request.and_then(|limit| arrived.checked_add(limit)))
            .tenant(tenant.to_vec());
        let seed = common.seed();
        let requests = prompts.into_iter().map(|prompt| {
            let prompt = prompt.encode(app.text(), true);
            let Encoded { ids: prompt, thinking } =
                prompt.map_err(|error| error.about(endpoint.prompt_field()))?;
            reader = reader.take().map(|reader| reader.thinking(thinking));
            let max_tokens = check_length(endpoint, prompt.len(), max_tokens, app)?;
            // Without a seed, equal prompts of one request get different responses.
            let seed = seed.unwrap_or_else(rand::random);
            let request = template.clone().prompt(prompt).max_tokens(max_tokens);
            Ok(request.sampling(sampling.seed(seed)))
        });
        let requests = requests.collect::<Result<_, ApiError>>()?;
        Ok(Self { requests, arrived, choices, tools: reader, stream: common.streaming() })
    }
}

impl Parts {
    fn read(endpoint: Endpoint, body: Value, app: &App) -> Result<Self, ApiError> {
        match endpoint {
            Endpoint::Completions => {
                let request = app.schemas.completion.read(body)?;
                Ok(Self {
                    prompts: request.prompt.into(),
                    tools: None,
                    logprobs: request.logprobs,
                    common: request.common,
                })
            }
            Endpoint::Chat => {
                let request = app.schemas.chat.read(body)?;
                let logprobs = request.logprobs()?;
                let mut chat = Chat::new(request.messages, request.chat_template_kwargs)?;
                let tools = Tools::new(request.tools)?;
                chat.tools = tools.as_ref().map(|tools| tools.tools.clone()).unwrap_or_default();
                let prompts = vec![Prompt::Chat(chat)];
                Ok(Self { prompts, tools, logprobs, common: request.common })
            }
        }
    }
}

impl Endpoint {
    fn prompt_field(self) -> &'static str {
        match self {
            Endpoint::Completions => "prompt",
            Endpoint::Chat => "messages",
        }
    }

    /// The default values of requests.
    fn defaults(self) -> defaults::Defaults {
        match self {
            Endpoint::Completions => defaults::SERVED_COMPLETION,
            Endpoint::Chat => defaults::SERVED_CHAT,
        }
    }
}

/// Parses a body of at most `max_values` values and checks the model that it names. A value of two
/// bytes takes some hundred when it is parsed. The parser limits nesting to 127 levels.
pub(crate) fn read_body(body: &[u8], app: &App, max_values: usize) -> Result<Value, ApiError> {
    let body = parse_body(body, max_values)?;
    app.check_model(body["model"].as_str())?;
    Ok(body)
}

fn parse_body(body: &[u8], max_values: usize) -> Result<Value, ApiError> {
    if count_values(body) > max_values {
        let message = format!("body: too many values, expected at most {max_values}");
        return Err(ApiError::new(axum::http::StatusCode::PAYLOAD_TOO_LARGE, message)
            .code("request_too_large"));
    }
    serde_json::from_slice(body).map_err(|error| match error.to_string() {
        error if error.starts_with("recursion limit exceeded") => {
            ApiError::invalid("body: nested deeper than 127 levels")
        }
        error => ApiError::invalid(format!("body: not valid JSON: {error}")),
    })
}

/// Returns an upper bound of the values of a JSON text. Every list and object counts as four: the
/// memory that an empty one takes.
fn count_values(json: &[u8]) -> usize {
    let (mut values, mut in_string, mut escaped) = (0, false, false);
    for byte in json {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b',' if !in_string => values += 1,
            b'[' | b'{' if !in_string => values += 4,
            _ => {}
        }
    }
    values
}

/// Returns how many tokens to generate after a prompt. A requested number that does not fit into the
/// context is an error; the default is reduced until it fits.
fn check_length(
    endpoint: Endpoint,
    prompt: usize,
    requested: Option<usize>,
    app: &App,
) -> Result<usize, ApiError> {
    let too_long = |message: String, param: &str| {
        Err(ApiError::invalid(message).code("context_length_exceeded").about(param))
    };
    let (positions, limit) = (app.engine.context(), app.prompt_limit());
    if prompt > limit {
        let param = endpoint.prompt_field();
        return too_long(format!("{param}: {prompt} tokens, expected at most {limit}"), param);
    }
    let left = positions - prompt;
    match requested {
        Some(requested) if requested > left => too_long(
            format!(
                "max_tokens: {prompt} tokens of the prompt and {requested} to generate, expected \
                 at most {positions} together: the context of this server"
            ),
            "max_tokens",
        ),
        Some(requested) => Ok(requested),
        None => Ok(endpoint.defaults().max_tokens.unwrap_or(left).min(left)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_that_are_not_json_are_rejected() {
        let error =
            |json: &str| parse_body(json.as_bytes(), 1 << 20).map(drop).expect_err(json).json();
        for body in ["", "{\"a\":1", "{\"a\": 1e999}", "{\"a\": \"\\ud800\"}", "{} {}"] {
            error(body);
        }
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(error(&deep).contains("127 levels"));
    }

    #[test]
    fn values_are_counted_outside_strings() {
        assert_eq!(count_values(br#"{"a": [1, 2, ",[{", "\",["]}"#), 4 + 4 + 3);
        assert!(parse_body(b"[1, 2, 3]", 5).is_err());
        assert!(parse_body(b"[1, 2]", 5).is_ok());
    }
}
