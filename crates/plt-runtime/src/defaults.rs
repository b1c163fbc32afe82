//! The default values of each kind of request. The library, the command line, the server and the
//! benchmarks take them from here.
//!
//! | kind | new tokens | context | chunk | KV cache | sampling |
//! |---|---|---|---|---|---|
//! | [`COMPLETION`]: `plt generate`, [`Engine::complete`](crate::Engine::complete) | 256 | the model's | 64 | f16 | greedy |
//! | [`CHAT`]: `plt run`, `plt chat`, [`Engine::chat`](crate::Engine::chat) | 1024 | 8192 | 64 | f16 | [`CHAT_SAMPLING`] |
//! | [`SERVED_COMPLETION`]: `/v1/completions` | 16 | the server's | 64 | f16 | [`CHAT_SAMPLING`] |
//! | [`SERVED_CHAT`]: `/v1/chat/completions` | 4096 | the server's | 64 | f16 | [`CHAT_SAMPLING`] |
//! | [`LOGITS`]: `plt logits`, [`score`](crate::score) | 0 | the model's | 64 | f32 | none |
//! | [`ANALYZE`]: `plt analyze` | 0 | 512 | 64 | f32 | none |
//! | [`EVAL`]: `plt eval`, [`perplexity`](crate::perplexity) | 0 | 2048 | 64 | f32 | none |
//! | [`BENCH`]: `plt bench` | 16 | 128 | 64 | f16 | greedy |
//!
//! The sampling that a model's files recommend takes precedence, see [`Defaults::sampling`]. The
//! device `reference` has an f32 KV cache for every kind, see [`Defaults::kv_cache_dtype`]. End
//! tokens are the model's own ([`TextBundle`]); the size of an engine is
//! [`EngineOptions::default`](crate::EngineOptions::default).

use std::num::NonZeroUsize;

use plt_model::KvDType;

use crate::device::Device;
use crate::sampler::SamplingParams;
use crate::text_bundle::TextBundle;

/// The default values of one kind of request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Defaults {
    /// Maximum number of tokens to generate; `None` for the rest of the context.
    pub max_tokens: Option<usize>,
    /// Maximum number of tokens of the prompt, or of a window of the document, with its answer;
    /// `None` for the context of the model or the server.
    pub context: Option<usize>,
    /// Positions of one prefill chunk.
    pub chunk: NonZeroUsize,
    kv_cache_dtype: KvDType,
    /// Whether answers are sampled with [`CHAT_SAMPLING`] where the model's files recommend nothing.
    sampled: bool,
}

/// Sampling of chats and of the server for models whose files recommend none. Greedy answers of chat
/// models tend to repeat themselves.
pub const CHAT_SAMPLING: SamplingParams =
    SamplingParams { temperature: 0.7, top_p: 0.9, min_p: 0.05, ..SamplingParams::GREEDY };

impl Defaults {
    /// Returns the sampling for a model: the one that its files recommend, else this kind's own.
    pub fn sampling(&self, text: &TextBundle) -> SamplingParams {
        if self.sampled { text.chat_sampling() } else { text.sampling() }
    }

    /// Returns the element type of the KV cache: on the device `reference`, which defines the
    /// results, f32 for every kind of request.
    pub fn kv_cache_dtype(&self, device: &Device) -> KvDType {
        match device {
            Device::Reference => KvDType::F32,
            Device::Cpu | Device::Gpu(_) => self.kv_cache_dtype,
        }
    }
}

/// 64 positions.
const CHUNK: NonZeroUsize = NonZeroUsize::MIN.saturating_add(63);

const GENERATION: Defaults = Defaults {
    max_tokens: None,
    context: None,
    chunk: CHUNK,
    kv_cache_dtype: KvDType::F16,
    sampled: false,
};

const SERVED: Defaults = Defaults { sampled: true, ..GENERATION };

const COMPARISON: Defaults =
    Defaults { max_tokens: Some(0), kv_cache_dtype: KvDType::F32, ..GENERATION };

/// Continuing a prompt.
pub const COMPLETION: Defaults = Defaults { max_tokens: Some(256), ..GENERATION };

/// Answering in a conversation.
pub const CHAT: Defaults =
    Defaults { max_tokens: Some(1024), context: Some(8192), sampled: true, ..GENERATION };

/// Continuing a prompt over HTTP; OpenAI's default.
pub const SERVED_COMPLETION: Defaults = Defaults { max_tokens: Some(16), ..SERVED };

/// Answering in a conversation over HTTP. A model that repeats itself must end before the context
/// does.
pub const SERVED_CHAT: Defaults = Defaults { max_tokens: Some(4096), ..SERVED };

/// Computing the logits of a prompt.
pub const LOGITS: Defaults = COMPARISON;

/// Measuring the loops on a prompt.
pub const ANALYZE: Defaults = Defaults { context: Some(512), ..COMPARISON };

/// Measuring how well a model predicts a document, in windows of the context.
pub const EVAL: Defaults = Defaults { context: Some(2048), ..COMPARISON };

/// Measuring the time per token, after a context of random keys and values.
pub const BENCH: Defaults = Defaults { max_tokens: Some(16), context: Some(128), ..GENERATION };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kv_cache_dtype_is_f32_where_numbers_are_compared() {
        for (kind, expected) in [
            (COMPLETION, KvDType::F16),
            (CHAT, KvDType::F16),
            (SERVED_COMPLETION, KvDType::F16),
            (SERVED_CHAT, KvDType::F16),
            (BENCH, KvDType::F16),
            (LOGITS, KvDType::F32),
            (ANALYZE, KvDType::F32),
            (EVAL, KvDType::F32),
        ] {
            assert_eq!(kind.kv_cache_dtype(&Device::Cpu), expected);
            assert_eq!(kind.kv_cache_dtype(&Device::from("wgpu")), expected);
            assert_eq!(kind.kv_cache_dtype(&Device::Reference), KvDType::F32);
        }
    }
}
