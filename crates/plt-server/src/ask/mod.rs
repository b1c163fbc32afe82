//! From the JSON of a request to what the engine is asked.

mod chat;
mod completion;
mod form;
mod prompt;
pub(crate) mod sampling;
mod tools;
mod unsupported;

use std::time::Instant;

use plt_runtime::{Request, SamplingParams, ToolReader};

use crate::app::App;
use crate::fields::Fields;
use crate::refusal::Refusal;

pub(crate) use chat::Chat;
pub(crate) use completion::ids;
pub(crate) use prompt::Prompt;
use tools::Tools;

/// The two ways to ask for text. They differ in what a prompt is and in the shape of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// `/v1/completions`
    Completion,
    /// `/v1/chat/completions`
    Chat,
}

/// What a request asks for.
pub(crate) struct Ask {
    /// One for each prompt.
    pub requests: Vec<Request>,
    /// When it came.
    pub arrived: Instant,
    /// Answers to each prompt.
    pub choices: usize,
    /// What finds calls of tools in an answer, if there may be any.
    pub tools: Option<ToolReader>,
    /// Whether, and how, the answer comes piece by piece.
    pub stream: Option<Streaming>,
}

/// `stream_options`.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Streaming {
    /// Whether the last chunk says how many tokens there were.
    pub include_usage: bool,
}

impl Ask {
    /// Reads a body and encodes its prompts. This takes time that grows with the text: it is not
    /// for a thread that serves connections.
    ///
    /// `tenant` is whom the request belongs to.
    pub fn read(
        dialect: Dialect,
        body: &[u8],
        app: &App,
        tenant: &[u8],
        arrived: Instant,
    ) -> Result<Self, Refusal> {
        let mut fields = Fields::parse(body, app.most_values())?;
        app.check_model(fields.text("model")?.as_deref())?;
        let (prompts, tools) = match dialect {
            Dialect::Completion => (completion::prompts(&mut fields)?, None),
            Dialect::Chat => {
                let (mut chat, tools) = (Chat::read(&mut fields)?, Tools::read(&mut fields)?);
                chat.tools = tools.as_ref().map(|tools| tools.tools.clone()).unwrap_or_default();
                (vec![Prompt::Conversation(chat)], tools)
            }
        };
        let logprobs = match dialect {
            Dialect::Completion => fields.count("logprobs", 0..=app.limits.logprobs)?,
            Dialect::Chat => chat::logprobs(&mut fields, app.limits.logprobs)?,
        };
        let choices = sampling::choices(&mut fields, prompts.len(), app.limits.choices)?;
        let max_tokens = sampling::max_tokens(&mut fields)?;
        let stream = streaming(&mut fields)?;
        // Whom our client asks for is of no consequence here, but must be a name.
        fields.text("user")?;
        let mut constraint = form::constraint(&mut fields, app.text())?;
        let mut stop = sampling::stops(&mut fields, &app.limits)?;
        let (mut shown, mut reader) = (Vec::new(), None);
        if let Some(tools) = tools {
            if constraint.is_some() {
                let message = "response_format: expected none with tools";
                return Err(Refusal::invalid(message).about("response_format"));
            }
            let format = Tools::format(app.text())?;
            constraint = tools.constraint(format, app.text())?;
            stop.extend(tools.stop());
            shown = format.marks(app.text().tokenizer()?);
            reader = Some(tools.reader(format));
        }
        let template = Request {
            choices,
            sampling: sampling::params(&mut fields, app.text().sampling())?,
            logit_bias: form::biases(&mut fields, app.engine.config().vocab_size)?,
            constraint,
            logprobs,
            gates: fields.flag("gates")?.unwrap_or(false),
            stop,
            shown,
            eos: app.text().eos().to_vec(),
            priority: sampling::priority(&mut fields, app.limits.priority)?,
            deadline: app.limits.timeouts.answer.and_then(|answer| arrived.checked_add(answer)),
            tenant: tenant.to_vec(),
            ..Request::new(Vec::new())
        };
        let seed = sampling::seed(&mut fields)?;
        let own = match dialect {
            Dialect::Completion => unsupported::COMPLETION,
            Dialect::Chat => unsupported::CHAT,
        };
        fields.finish(&[unsupported::COMMON, own])?;

        let name = dialect.prompt_field();
        let requests = prompts.into_iter().map(|prompt| {
            let prompt = prompt.encode(app.text(), true).map_err(|refusal| refusal.about(name))?;
            let max_tokens = room(dialect, prompt.len(), max_tokens, app)?;
            // Who asks the same several times, without a seed, wants several answers.
            let seed = seed.unwrap_or_else(rand::random);
            let sampling = SamplingParams { seed, ..template.sampling };
            Ok(Request { prompt, max_tokens, sampling, ..template.clone() })
        });
        let requests = requests.collect::<Result<_, Refusal>>()?;
        Ok(Self { requests, arrived, choices, tools: reader, stream })
    }
}

impl Dialect {
    fn prompt_field(self) -> &'static str {
        match self {
            Dialect::Completion => "prompt",
            Dialect::Chat => "messages",
        }
    }

    /// Tokens of an answer whose length is not given; `None` for all that fit. Both are OpenAI's.
    fn default_max_tokens(self) -> Option<usize> {
        match self {
            Dialect::Completion => Some(16),
            Dialect::Chat => None,
        }
    }
}

/// How many tokens may come after a prompt. What is asked for and does not fit is refused, as
/// whoever asks wants to know that now; what is not asked for is made to fit.
fn room(
    dialect: Dialect,
    prompt: usize,
    asked: Option<usize>,
    app: &App,
) -> Result<usize, Refusal> {
    let too_long = |message: String, param: &str| {
        Err(Refusal::invalid(message).code("context_length_exceeded").about(param))
    };
    let (positions, limit) = (app.engine.positions(), app.prompt_limit());
    if prompt > limit {
        let message = format!("the prompt has {prompt} tokens, expected at most {limit}");
        return too_long(message, dialect.prompt_field());
    }
    let left = positions - prompt;
    match asked {
        Some(asked) if asked > left => too_long(
            format!(
                "{prompt} tokens of the prompt and {asked} of the answer: expected at most \
                 {positions} together, the context of this server"
            ),
            "max_tokens",
        ),
        Some(asked) => Ok(asked),
        None => Ok(dialect.default_max_tokens().unwrap_or(left).min(left)),
    }
}

/// `stream` and `stream_options`.
fn streaming(fields: &mut Fields) -> Result<Option<Streaming>, Refusal> {
    let stream = fields.flag("stream")?.unwrap_or(false);
    let Some(options) = fields.take("stream_options") else {
        return Ok(stream.then(Streaming::default));
    };
    if !stream {
        let message = "stream_options: expected only with `stream: true`";
        return Err(Refusal::invalid(message).about("stream_options"));
    }
    let mut options = Fields::nested(options, fields.path("stream_options"))?;
    let include_usage = options.flag("include_usage")?.unwrap_or(false);
    options.finish(&[unsupported::STREAM_OPTIONS])?;
    Ok(Some(Streaming { include_usage }))
}
