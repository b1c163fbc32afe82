//! A training run in its directory.

use std::path::{Path, PathBuf};
use std::time::Instant;

use plt_model::{Config, Model};
use plt_reference::Reference;
use serde::{Deserialize, Serialize};

use crate::data::{Data, Example};
use crate::error::{Error, Result};
use crate::log::Log;
use crate::objective::{self, Sums};
use crate::optimizer::{self, Moments, StepSize};
use crate::parameters::Parameters;
use crate::recipe::Recipe;
use crate::state::{self, State};

/// The log entry of one step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Steps done, this one included.
    pub step: u64,
    /// Mean cross-entropy of the batch, in nats, before the step.
    pub loss: f64,
    /// Norm of the gradient before clipping.
    pub gradient_norm: f64,
    /// The learning rate.
    pub learning_rate: f64,
    /// Tokens in the batch.
    pub tokens: usize,
    /// Duration of the step in seconds.
    pub seconds: f64,
    /// Validation figures after the step, if it was evaluated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation: Option<Validation>,
}

/// Loss and accuracy over the validation examples.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Validation {
    /// Mean cross-entropy per target, in nats.
    pub loss: f64,
    /// Share of the targets that the model ranks first.
    pub accuracy: f64,
}

impl From<Sums> for Validation {
    fn from(sums: Sums) -> Self {
        Self { loss: sums.mean_loss(), accuracy: sums.accuracy() }
    }
}

/// A model under training.
///
/// Its directory holds `state.safetensors`, from which it resumes bit for bit; `log.jsonl`, one
/// [`Step`] per line; and the model of the last save: `config.json`, `model.safetensors` and, for text,
/// `tokenizer.json`.
pub struct Run {
    recipe: Recipe,
    dir: PathBuf,
    config: Config,
    data: Data,
    validation: Vec<Example>,
    parameters: Parameters,
    model: Model<Reference>,
    /// The values of the variables, for the optimizer.
    values: Vec<Vec<f32>>,
    moments: Moments,
    step: u64,
    log: Log,
}

impl Run {
    /// Starts a run in `dir`, or resumes the one in it. Relative paths in the recipe are relative to
    /// `base`.
    ///
    /// # Errors
    /// Unreadable data or state; a directory with a run of another recipe or with another model.
    pub fn open(recipe: Recipe, base: &Path, dir: &Path) -> Result<Self> {
        std::fs::create_dir_all(dir).map_err(Error::io(dir))?;
        let length = recipe.train.length;
        let is_resumed = is_started(dir)?;
        let saved = is_resumed.then(|| dir.join("tokenizer.json"));
        let data = recipe.data.open(base, length, saved.as_deref(), recipe.end())?;
        let config = recipe.config(data.vocab_size(), data.end(), &dir.join("config.json"))?;
        let specs = config.tensors();
        let state = match state::load(&dir.join("state.safetensors"), &recipe, &specs)? {
            Some(state) => state,
            None => State {
                step: 0,
                parameters: Parameters::initial(&config, &recipe.initialisation, recipe.train.seed),
                moments: Moments::new(specs.iter().map(|spec| spec.rows * spec.cols)),
            },
        };
        let parameters = Parameters::new(&config, state.parameters.iter().cloned())?;
        Ok(Self {
            validation: data.validation(recipe.train.evaluate_sequences, length),
            model: parameters.model(&config)?,
            log: Log::open(dir.join("log.jsonl"), state.step)?,
            values: state.parameters,
            moments: state.moments,
            step: state.step,
            dir: dir.to_owned(),
            recipe,
            config,
            data,
            parameters,
        })
    }

    /// The recipe.
    pub fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// The model's config.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The number of parameters.
    pub fn parameter_count(&self) -> usize {
        self.parameters.count()
    }

    /// Steps done.
    pub fn steps_done(&self) -> u64 {
        self.step
    }

    /// Whether all steps are done.
    pub fn is_done(&self) -> bool {
        self.step >= self.recipe.train.steps
    }

    /// The log so far, including steps before the run was resumed.
    pub fn steps(&self) -> &[Step] {
        self.log.steps()
    }

    /// Trains one step; evaluates, saves and logs as the recipe says.
    ///
    /// # Errors
    /// A loss that is not finite; a failed save, which leaves the previous one intact.
    pub fn step(&mut self) -> Result<Step> {
        let begin = Instant::now();
        let train = &self.recipe.train;
        let first = self.step * train.batch as u64;
        let batch: Vec<Example> = (first..first + train.batch as u64)
            .map(|index| self.data.training(train.seed, index, train.length))
            .collect();
        let (sums, gradients) = objective::gradients(&self.model, &self.parameters, &batch)?;
        let gradient_norm = optimizer::norm(&gradients);
        if !(sums.loss.is_finite() && gradient_norm.is_finite()) {
            return Err(Error::NotFinite { step: self.step, loss: sums.mean_loss() });
        }
        let learning_rate = self.recipe.schedule.at(self.step, train.steps);
        let optimizer = &self.recipe.optimizer;
        let scale = optimizer.clip_factor(gradient_norm);
        optimizer.update(
            StepSize { step: self.step, rate: learning_rate, scale },
            &self.parameters.decays(),
            &mut self.values,
            &gradients,
            &mut self.moments,
        );
        self.parameters.set(self.values.clone())?;
        self.step += 1;

        let ends = self.is_done();
        let evaluates = ends || self.step.is_multiple_of(self.recipe.train.evaluate_every);
        let step = Step {
            step: self.step,
            loss: sums.mean_loss(),
            gradient_norm,
            learning_rate,
            tokens: batch.iter().map(|example| example.tokens.len()).sum(),
            seconds: begin.elapsed().as_secs_f64(),
            validation: if evaluates { Some(self.evaluate()?) } else { None },
        };
        self.log.push(step.clone())?;
        if ends || self.step.is_multiple_of(self.recipe.train.save_every) {
            self.save()?;
        }
        Ok(step)
    }

    /// Loss and accuracy over the validation examples.
    ///
    /// # Errors
    /// Errors of the model.
    pub fn evaluate(&self) -> Result<Validation> {
        Ok(objective::evaluate(&self.model, &self.validation)?.into())
    }

    /// For pointer chasing: validation accuracy for every number of hops, from 1.
    ///
    /// # Errors
    /// Errors of the model.
    pub fn accuracy_by_hops(&self) -> Result<Vec<f64>> {
        let Data::PointerChasing(task) = &self.data else { return Ok(Vec::new()) };
        let only = |hops: usize| {
            let chosen = self.validation.iter().map(|example| {
                let asks = |(position, _): &(u32, u32)| task.hops_of(example, *position) == hops;
                let targets = example.targets.iter().copied().filter(asks).collect();
                Example { tokens: example.tokens.clone(), targets }
            });
            let examples: Vec<Example> = chosen.filter(|e| !e.targets.is_empty()).collect();
            Ok(objective::evaluate(&self.model, &examples)?.accuracy())
        };
        (1..=task.hops).map(only).collect()
    }

    /// Saves the state of the run and the current model.
    ///
    /// # Errors
    /// Errors of the file system.
    pub fn save(&mut self) -> Result<()> {
        let config = self.recipe.config_json(self.data.vocab_size(), self.data.end());
        state::write(&self.dir.join("config.json"), format!("{config:#}\n").as_bytes())?;
        if let Some(tokenizer) = self.data.tokenizer() {
            let json = tokenizer
                .to_string(true)
                .map_err(|e| Error::Tokenizer { reason: crate::error::one_line(&e) })?;
            state::write(&self.dir.join("tokenizer.json"), json.as_bytes())?;
        }
        let specs = &self.parameters.specs;
        let dtype = self.recipe.train.dtype;
        state::export(&self.dir.join("model.safetensors"), specs, &self.values, dtype)?;
        self.log.flush()?;
        // Written last: this file completes the save.
        let state = State {
            step: self.step,
            parameters: self.values.clone(),
            moments: self.moments.clone(),
        };
        state::save(&self.dir.join("state.safetensors"), &self.recipe, specs, &state)
    }
}

/// Whether the directory holds the state of a run. A directory without a run must not hold a model:
/// the first save would overwrite it.
fn is_started(dir: &Path) -> Result<bool> {
    let there = |name: &str| dir.join(name).try_exists().map_err(Error::io(dir.join(name)));
    if there("state.safetensors")? {
        return Ok(true);
    }
    if !there("log.jsonl")? {
        for name in ["config.json", "tokenizer.json", "model.safetensors"] {
            if there(name)? {
                return Err(Error::NotARun { file: dir.join(name) });
            }
        }
    }
    Ok(false)
}
