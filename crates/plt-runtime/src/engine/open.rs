//! An engine from names: of a model and of a device.

use plt_model::Backend;

use super::{Engine, EngineOptions, Events};
use crate::builder::builder;
use crate::chat::Message;
use crate::defaults;
use crate::device::{Device, DeviceOptions, OpenDevice};
use crate::error::Result;
use crate::source;
use crate::text_model::{LoadOptions, ModelFiles, TextModel};

/// How [`Engine::open`] opens a device, loads a model and starts an engine.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct OpenOptions {
    /// The device.
    pub device: DeviceOptions,
    /// The model.
    pub load: LoadOptions,
    /// The engine; `None` for [`EngineOptions::default`] with the device's default type of the KV
    /// cache.
    pub engine: Option<EngineOptions>,
}

builder!(OpenOptions {
    device: DeviceOptions,
    load: LoadOptions,
    engine: impl Into<Option<EngineOptions>>,
});

impl Engine {
    /// Opens a model on a device and starts an engine.
    ///
    /// `model` is a Hugging Face directory, a GGUF file or, with the feature `hub`, a repository
    /// `owner/name[@revision]`; `device` the name of a [`Device`].
    ///
    /// ```no_run
    /// use plt_runtime::{Engine, EngineOptions, OpenOptions};
    ///
    /// let options = OpenOptions::default().engine(EngineOptions::default().max_num_seqs(2));
    /// let engine = Engine::open("model.gguf", "cpu", options)?;
    /// # Ok::<(), plt_runtime::Error>(())
    /// ```
    ///
    /// # Errors
    /// A model or device that is not there; a file of the model that is damaged or not supported;
    /// those of
    /// [`Engine::start`].
    pub fn open(model: &str, device: impl Into<Device>, options: OpenOptions) -> Result<Self> {
        let device = device.into();
        let engine = options.engine.unwrap_or_else(|| {
            let dtype = defaults::COMPLETION.kv_cache_dtype(&device);
            EngineOptions::default().kv_cache_dtype(dtype)
        });
        let backend = device.open(options.device)?;
        let files = ModelFiles::open(&source::resolve(model, &mut |_, _| {})?)?;
        match backend {
            OpenDevice::Cpu(backend) => load(backend, files, options.load, engine),
            OpenDevice::Reference(backend) => load(backend, files, options.load, engine),
            #[cfg(feature = "gpu")]
            OpenDevice::Gpu(backend) => load(backend, files, options.load, engine),
        }
    }

    /// Continues a prompt, with the [defaults of completions](defaults::COMPLETION). See
    /// [`TextBundle::completion`](crate::TextBundle::completion) for a request to change first.
    ///
    /// # Errors
    /// The errors of the tokenizer and of [`submit`](Self::submit).
    pub fn complete(&self, prompt: &str) -> Result<Events> {
        self.submit(self.text().completion(prompt)?)
    }

    /// Answers the last message of a conversation, with the [defaults of chats](defaults::CHAT).
    /// See
    /// [`TextBundle::chat`](crate::TextBundle::chat) for a request to change first.
    ///
    /// # Errors
    /// The errors of the chat template, of the tokenizer and of [`submit`](Self::submit).
    pub fn chat(&self, messages: &[Message]) -> Result<Events> {
        self.submit(self.text().chat(messages)?)
    }
}

fn load<B: Backend>(
    backend: B,
    files: ModelFiles,
    load: LoadOptions,
    engine: EngineOptions,
) -> Result<Engine> {
    Engine::start(TextModel::load(backend, files, load, &mut |_, _| {})?, engine)
}
