//! The trained weights: variables that the reference forward reads.

use candle_core::{Device, Tensor, Var};
use plt_model::config::{Config, TensorClass, TensorKind, TensorSpec};
use plt_model::{Model, WeightSource, load_weights};
use plt_reference::Reference;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use crate::error::Result;

/// How weights are initialised.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Initialisation {
    /// Standard deviation of the embedding, which scales E_t in every loop's input.
    pub embedding: f64,
    /// Standard deviation of linear maps, times the root of their input width. Maps that end a
    /// residual branch (`o_proj`, `down_proj`) are divided by another root of 2 · layers.
    pub linear: f64,
}

impl Default for Initialisation {
    fn default() -> Self {
        Self { embedding: 0.02, linear: 1.0 }
    }
}

/// All parameters of a model, by the names of its config, in the config's order.
pub(crate) struct Parameters {
    pub specs: Vec<TensorSpec>,
    vars: Vec<Var>,
}

impl Parameters {
    /// Parameters with these values.
    pub fn new(config: &Config, values: impl IntoIterator<Item = Vec<f32>>) -> Result<Self> {
        let specs = config.tensors();
        let vars = specs
            .iter()
            .zip(values)
            .map(|(spec, values)| tensor(spec, values).and_then(|t| Ok(Var::from_tensor(&t)?)))
            .collect::<Result<Vec<_>>>()?;
        Ok(Self { specs, vars })
    }

    /// Initial values: norms are 1; biases are 0, and so are weights of gates, an even blend (LoopCoder-v2);
    /// all others are normally distributed. Each tensor has its own random stream of the seed, so a
    /// tensor gets the same values in models that differ elsewhere.
    pub fn initial(config: &Config, how: &Initialisation, seed: u64) -> Vec<Vec<f32>> {
        let residual = (2.0 * config.layers as f64).sqrt();
        let values = |spec: &TensorSpec| {
            let len = spec.rows * spec.cols;
            let linear = how.linear / (spec.cols as f64).sqrt();
            let deviation = match (spec.class, spec.kind) {
                (TensorClass::Norm, _) | (_, TensorKind::LoopGateNorm) => return vec![1.0; len],
                (TensorClass::Gate | TensorClass::Bias, _) => return vec![0.0; len],
                (_, TensorKind::Embedding) => how.embedding,
                (_, TensorKind::Output | TensorKind::Down) => linear / residual,
                _ => linear,
            };
            normal(&mut stream(seed, &spec.name), deviation, len)
        };
        config.tensors().iter().map(values).collect()
    }

    /// The number of parameters.
    pub fn count(&self) -> usize {
        self.specs.iter().map(|spec| spec.rows * spec.cols).sum()
    }

    /// Whether weight decay applies to each parameter: to matrices, not to norms and biases.
    pub fn decays(&self) -> Vec<bool> {
        self.specs.iter().map(|spec| !spec.vector).collect()
    }

    /// The variables, in the order of the specs.
    pub fn vars(&self) -> &[Var] {
        &self.vars
    }

    /// Replaces all values.
    pub fn set(&self, values: Vec<Vec<f32>>) -> Result<()> {
        for ((spec, var), values) in self.specs.iter().zip(&self.vars).zip(values) {
            var.set(&tensor(spec, values)?)?;
        }
        Ok(())
    }

    /// The model over these variables: a later [`set`](Self::set) changes it too.
    pub fn model(&self, config: &Config) -> Result<Model<Reference>> {
        let weights = load_weights(config, &mut Variables(self))?;
        Ok(Model::from_weights(Reference::new(), config.clone(), weights)?)
    }
}

struct Variables<'a>(&'a Parameters);

impl Variables<'_> {
    fn find(&self, spec: &TensorSpec) -> plt_model::Result<Tensor> {
        let place = self.0.specs.iter().position(|other| other.name == spec.name);
        let unknown = || plt_model::Error::UnknownTensor { name: spec.name.clone() };
        Ok(self.0.vars[place.ok_or_else(unknown)?].as_tensor().clone())
    }
}

impl WeightSource<Reference> for Variables<'_> {
    fn weight(&mut self, spec: &TensorSpec) -> plt_model::Result<Tensor> {
        self.find(spec)
    }

    fn tensor(&mut self, spec: &TensorSpec) -> plt_model::Result<Tensor> {
        self.find(spec)
    }
}

fn tensor(spec: &TensorSpec, values: Vec<f32>) -> Result<Tensor> {
    Ok(Tensor::from_vec(values, (spec.rows, spec.cols), &Device::Cpu)?)
}

/// The random generator of a seed for one purpose.
pub(crate) fn stream(seed: u64, purpose: &str) -> ChaCha8Rng {
    let hash = purpose
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(hash);
    rng
}

/// Normally distributed values (Box and Muller).
fn normal(rng: &mut ChaCha8Rng, deviation: f64, len: usize) -> Vec<f32> {
    let mut values = Vec::with_capacity(len + 1);
    while values.len() < len {
        let radius = (-2.0 * (1.0 - rng.random::<f64>()).ln()).sqrt();
        let (sin, cos) = (std::f64::consts::TAU * rng.random::<f64>()).sin_cos();
        values.extend([radius * cos * deviation, radius * sin * deviation].map(|v| v as f32));
    }
    values.truncate(len);
    values
}
