//! The recipe of a run: all settings that its result depends on.

use std::path::Path;

use plt_model::Config;
use serde::{Deserialize, Serialize};

use crate::data::DataRecipe;
use crate::error::{Error, Result, one_line};
use crate::optimizer::AdamW;
use crate::parameters::Initialisation;
use crate::schedule::Schedule;

/// The settings of a training run, read from TOML.
///
/// ```
/// let recipe: plt_train::Recipe = plt_train::Recipe::parse(r#"
///     [model]                     # the keys of config.json; vocab_size comes from the data
///     hidden_size = 64
///     intermediate_size = 128
///     num_hidden_layers = 2
///     num_attention_heads = 4
///     max_position_embeddings = 64
///     plt_num_loops = 2
///     plt_window_size = [8, 0]
///
///     [data]
///     kind = "pointer-chasing"
///     nodes = 8
///     hops = 3
///
///     [train]
///     steps = 1000
///     batch = 16
///     length = 64
///
///     [schedule]
///     learning_rate = 1e-3
/// "#, "recipe.toml".as_ref())?;
/// assert_eq!(recipe.optimizer.beta2, 0.95);
/// # Ok::<(), plt_train::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Keys of `config.json`. Defaults: `model_type` "plt", `rms_norm_eps` 1e-5, `rope_theta` 10000.
    pub model: serde_json::Map<String, serde_json::Value>,
    /// The training and validation data.
    pub data: DataRecipe,
    /// Length of the run, evaluations and saves.
    pub train: TrainRecipe,
    /// The learning rate.
    pub schedule: Schedule,
    /// Constants of the optimizer.
    #[serde(default)]
    pub optimizer: AdamW,
    /// How weights are initialised.
    #[serde(default)]
    pub initialisation: Initialisation,
}

/// Length of the run, batch size, evaluations and saves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrainRecipe {
    /// Steps of the optimizer.
    pub steps: u64,
    /// Sequences per step. They are split into accumulation steps, so memory does not grow with this.
    pub batch: usize,
    /// Tokens per sequence.
    pub length: usize,
    /// Seed of the weights and the data.
    #[serde(default)]
    pub seed: u64,
    /// Steps between evaluations; the last step is always evaluated.
    #[serde(default = "every")]
    pub evaluate_every: u64,
    /// Sequences per evaluation.
    #[serde(default = "evaluate_sequences")]
    pub evaluate_sequences: usize,
    /// Steps between saves: a killed run loses at most these. The last step is always saved.
    #[serde(default = "every")]
    pub save_every: u64,
    /// Element type of the weights in the finished checkpoint.
    #[serde(default)]
    pub dtype: ExportType,
}

fn every() -> u64 {
    100
}

fn evaluate_sequences() -> usize {
    32
}

/// Element type of the weights in `model.safetensors`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExportType {
    /// f32, as trained.
    #[default]
    F32,
    /// bf16: rounded to half the size.
    Bf16,
}

impl Recipe {
    /// Reads a recipe's file.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), and if the file cannot be read.
    pub fn read(file: &Path) -> Result<Self> {
        Self::parse(&std::fs::read_to_string(file).map_err(Error::io(file))?, file)
    }

    /// Parses a recipe; `file` is its name in errors.
    ///
    /// # Errors
    /// Invalid TOML, unknown keys, values out of range.
    pub fn parse(text: &str, file: &Path) -> Result<Self> {
        let recipe: Self = toml::from_str(text)
            .map_err(|e| Error::Toml { file: file.to_owned(), reason: one_line(&e) })?;
        recipe.check(file)?;
        Ok(recipe)
    }

    fn check(&self, file: &Path) -> Result<()> {
        let wrong = |key, expected: &str, found: String| {
            Err(Error::Value { file: file.to_owned(), key, expected: expected.to_owned(), found })
        };
        let TrainRecipe {
            steps,
            batch,
            length,
            evaluate_every,
            evaluate_sequences,
            save_every,
            ..
        } = self.train;
        for (key, value, most) in [
            ("train.steps", steps, 1 << 32),
            ("train.batch", batch as u64, 1 << 16),
            ("train.length", length as u64, 1 << 20),
            ("train.evaluate_every", evaluate_every, u64::MAX),
            ("train.evaluate_sequences", evaluate_sequences as u64, 1 << 16),
            ("train.save_every", save_every, u64::MAX),
        ] {
            if !(1..=most).contains(&value) {
                return wrong(key, &format!("1 to {most}"), value.to_string());
            }
        }
        let Schedule { learning_rate, warm_up, final_share } = self.schedule;
        let AdamW { beta1, beta2, eps, weight_decay, clip } = self.optimizer;
        let Initialisation { embedding, linear } = self.initialisation;
        for (key, value, least, below) in [
            ("schedule.learning_rate", learning_rate, 0.0, 10.0),
            ("schedule.warm_up", warm_up, 0.0, 1.0 + f64::EPSILON),
            ("schedule.final_share", final_share, 0.0, 1.0 + f64::EPSILON),
            ("optimizer.beta1", beta1, 0.0, 1.0),
            ("optimizer.beta2", beta2, 0.0, 1.0),
            ("optimizer.eps", eps, f64::MIN_POSITIVE, 1.0),
            ("optimizer.weight_decay", weight_decay, 0.0, 10.0),
            ("optimizer.clip", clip, f64::MIN_POSITIVE, f64::INFINITY),
            ("initialisation.embedding", embedding, 0.0, 100.0),
            ("initialisation.linear", linear, 0.0, 100.0),
        ] {
            if !(least..below).contains(&value) {
                return wrong(key, &format!("a number from {least} to {below}"), value.to_string());
            }
        }
        if let DataRecipe::PointerChasing(task) = &self.data {
            if !(2..=1 << 16).contains(&task.nodes) {
                return wrong("data.nodes", "2 to 65536", task.nodes.to_string());
            }
            if !(1..=task.nodes).contains(&task.hops) {
                return wrong("data.hops", "1 to `data.nodes`", task.hops.to_string());
            }
            if length < task.min_length() {
                let expected = format!("at least {} for this task", task.min_length());
                return wrong("train.length", &expected, length.to_string());
            }
        }
        // The vocabulary is not known yet: leave room for the end-of-text token.
        let vocab_size = self.ends().max().map_or(2, |end| (end as usize).saturating_add(1).max(2));
        let config = self.config(vocab_size, 0, file)?;
        if length > config.max_positions {
            let expected =
                format!("at most `model.max_position_embeddings` {}", config.max_positions);
            return wrong("train.length", &expected, length.to_string());
        }
        Ok(())
    }

    /// The first token of `model.eos_token_id`, if the recipe has one.
    pub(crate) fn end(&self) -> Option<u32> {
        self.ends().next()
    }

    fn ends(&self) -> impl Iterator<Item = u32> {
        let given = self.model.get("eos_token_id");
        let all = given.map_or(&[][..], |given| match given {
            serde_json::Value::Array(all) => all,
            one => std::slice::from_ref(one),
        });
        all.iter().filter_map(|id| u32::try_from(id.as_u64()?).ok())
    }

    /// The `config.json` of the model for a vocabulary of this size. `end` is the end-of-text token of
    /// a recipe without `model.eos_token_id`.
    pub fn config_json(&self, vocab_size: usize, end: u32) -> serde_json::Value {
        let mut config = self.model.clone();
        for (key, value) in [
            ("model_type", serde_json::json!("plt")),
            ("architectures", serde_json::json!(["PltForCausalLM"])),
            ("rms_norm_eps", serde_json::json!(1e-5)),
            ("rope_theta", serde_json::json!(10_000.0)),
            ("eos_token_id", serde_json::json!(end)),
        ] {
            config.entry(key).or_insert(value);
        }
        config.insert("vocab_size".to_owned(), vocab_size.into());
        config.insert(
            "torch_dtype".to_owned(),
            match self.train.dtype {
                ExportType::F32 => "float32".into(),
                ExportType::Bf16 => "bfloat16".into(),
            },
        );
        serde_json::Value::Object(config)
    }

    /// The parsed [`config_json`](Self::config_json). `file` is the recipe's name in errors.
    ///
    /// # Errors
    /// Errors of [`Config::from_json`].
    pub fn config(&self, vocab_size: usize, end: u32, file: &Path) -> Result<Config> {
        Ok(Config::from_json(&self.config_json(vocab_size, end).to_string(), file)?)
    }
}
