//! The bodies of responses that generate no text.

use schemars::JsonSchema;
use serde::Serialize;

use crate::app::App;

/// The model.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Model<'a> {
    id: &'a str,
    #[schemars(extend("const" = "model"))]
    object: &'static str,
    /// When the server started, in seconds since 1970.
    created: u64,
    owned_by: &'static str,
    /// The context: tokens of prompt and completion together, under vLLM's name.
    max_model_len: usize,
    plt: LoopedModel,
}

/// The properties of a looped model.
#[derive(Serialize, JsonSchema)]
struct LoopedModel {
    loops: usize,
    /// How the later loops attend.
    loop_rule: &'static str,
    /// Keys in the attention window of the later loops.
    window_keys: usize,
    /// KV cache per token.
    kv_bytes_per_token: usize,
    /// Windows and carries of the later loops, per sequence of any length.
    kv_bytes_per_sequence: usize,
    /// Whether the model has a chat template.
    chat: bool,
}

/// The list of models: there is one.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Models<'a> {
    #[schemars(extend("const" = "list"))]
    pub object: &'static str,
    pub data: [Model<'a>; 1],
}

/// The tokens of a prompt or a chat.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Tokens {
    pub count: usize,
    /// The context: tokens of prompt and completion together.
    pub max_model_len: usize,
    pub tokens: Vec<u32>,
}

/// The text of tokens.
#[derive(Serialize, JsonSchema)]
pub(crate) struct TextOfTokens {
    pub prompt: String,
}

/// The state of the server.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Status {
    pub status: &'static str,
}

impl<'a> Model<'a> {
    pub fn new(app: &'a App) -> Self {
        let (loops, layout) = (&app.engine.config().loops, app.engine.layout());
        let plt = LoopedModel {
            loops: loops.count,
            loop_rule: loops.rule.name(),
            window_keys: loops.window_keys,
            kv_bytes_per_token: layout.bytes_per_token(),
            kv_bytes_per_sequence: layout.bytes_per_sequence() + layout.carry_bytes_per_sequence(),
            chat: app.text().chat_template().is_ok(),
        };
        Self {
            id: &app.model,
            object: "model",
            created: app.created,
            owned_by: "plt",
            max_model_len: app.engine.context(),
            plt,
        }
    }
}
