//! Rotary scaling in the metadata of a GGUF file. Meanings and defaults are llama.cpp's.

use serde_json::Value;

use super::{Rotary, RotaryScaling, check_yarn, yarn_attention_factor};
use crate::config::keys::{Keys, MAX_TOKENS};
use crate::config::tensors::ROTARY_DIVISORS;
use crate::error::Result;

/// Keys behind the name of the architecture.
mod key {
    pub const TYPE: &str = "rope.scaling.type";
    pub const FACTOR: &str = "rope.scaling.factor";
    pub const OLD_FACTOR: &str = "rope.scale_linear";
    pub const ORIGINAL: &str = "rope.scaling.original_context_length";
    pub const ATTENTION: &str = "rope.scaling.attn_factor";
    pub const YARN_ATTENTION: &str = "rope.scaling.yarn_attn_factor";
    pub const YARN_EXTRAPOLATION: &str = "rope.scaling.yarn_ext_factor";
    pub const BETA_FAST: &str = "rope.scaling.yarn_beta_fast";
    pub const BETA_SLOW: &str = "rope.scaling.yarn_beta_slow";
    /// Whether the model was trained further with the scaling: changes nothing.
    pub const FINETUNED: &str = "rope.scaling.finetuned";
}

const KNOWN: [&str; 10] = [
    key::TYPE,
    key::FACTOR,
    key::OLD_FACTOR,
    key::ORIGINAL,
    key::ATTENTION,
    key::YARN_ATTENTION,
    key::YARN_EXTRAPOLATION,
    key::BETA_FAST,
    key::BETA_SLOW,
    key::FINETUNED,
];

/// Reads the scaling of a file. `prefix` is its architecture and a point, `positions` its
/// `context_length`, `divisors` its `rope_freqs.weight`.
pub(in crate::config) fn from_gguf(
    keys: &Keys,
    prefix: &str,
    theta: f64,
    positions: usize,
    divisors: Option<Vec<f32>>,
) -> Result<Rotary> {
    let metadata = Metadata { keys, prefix };
    metadata.refuse_others()?;
    let scaling = match metadata.scaling(theta, positions)?.simplified() {
        RotaryScaling::None => match divisors {
            None => RotaryScaling::None,
            Some(divisors) => metadata.divisors(divisors)?,
        },
        _ if divisors.is_some() => {
            let found = Value::from("(a tensor)");
            return Err(keys.unsupported(ROTARY_DIVISORS, &found, "one kind of rotary scaling"));
        }
        scaling => scaling,
    };
    let context = match scaling {
        RotaryScaling::Yarn { .. } => scaling.context(positions),
        _ => positions,
    };
    Ok(Rotary { theta, context, scaling })
}

/// The keys that [`from_gguf`] reads, with integers as sizes and the others as numbers.
pub(in crate::config) fn to_gguf(scaling: &RotaryScaling) -> Vec<(&'static str, Value)> {
    match scaling {
        RotaryScaling::Linear { factor } => {
            vec![(key::TYPE, "linear".into()), (key::FACTOR, (*factor).into())]
        }
        RotaryScaling::Yarn {
            factor,
            original_positions,
            beta_fast,
            beta_slow,
            attention_factor,
        } => {
            let mut keys = vec![
                (key::TYPE, "yarn".into()),
                (key::FACTOR, (*factor).into()),
                (key::ORIGINAL, (*original_positions).into()),
                (key::BETA_FAST, (*beta_fast).into()),
                (key::BETA_SLOW, (*beta_slow).into()),
            ];
            let usual = yarn_attention_factor(*factor, 1.0);
            if *attention_factor != usual {
                keys.push((key::ATTENTION, (attention_factor / usual).into()));
            }
            keys
        }
        // The divisors are a tensor.
        RotaryScaling::None | RotaryScaling::Llama3 { .. } | RotaryScaling::Divisors { .. } => {
            Vec::new()
        }
    }
}

struct Metadata<'a> {
    keys: &'a Keys,
    prefix: &'a str,
}

impl Metadata<'_> {
    /// Rejects keys of rotary scaling that are not implemented, such as those of longrope.
    fn refuse_others(&self) -> Result<()> {
        for (name, value) in &self.keys.map {
            let key = name.strip_prefix(self.prefix).unwrap_or_default();
            let sections = key == "rope.dimension_sections";
            let unknown = key.starts_with("rope.scal") && !KNOWN.contains(&key);
            if (unknown || sections) && !is_zero(value) {
                return Err(self.keys.unsupported(name, value, "0"));
            }
        }
        Ok(())
    }

    fn scaling(&self, theta: f64, positions: usize) -> Result<RotaryScaling> {
        let kind = match self.keys.get(&self.name(key::TYPE)) {
            None => "linear",
            Some(_) => self.keys.text(&self.name(key::TYPE))?,
        };
        let scaling = match kind {
            "none" => RotaryScaling::None,
            "linear" => RotaryScaling::Linear { factor: self.factor()? },
            "yarn" => return self.yarn(theta, positions),
            other => {
                let name = self.name(key::TYPE);
                return Err(self.keys.unsupported(&name, &other.into(), "none, linear and yarn"));
            }
        };
        self.require(key::ATTENTION, |value| value == 1.0, "1 without yarn")?;
        self.require(key::YARN_EXTRAPOLATION, |value| value <= 0.0, "0 without yarn")?;
        Ok(scaling)
    }

    fn yarn(&self, theta: f64, positions: usize) -> Result<RotaryScaling> {
        let factor = self.factor()?;
        let usual = yarn_attention_factor(factor, 1.0);
        self.require(key::YARN_EXTRAPOLATION, |value| value == 1.0 || value < 0.0, "1")?;
        // Converters write the `attention_factor` of a config here; llama.cpp computes its own.
        let is_usual = |value: f64| value == 1.0 || (value - usual).abs() < 1e-4 * usual;
        self.require(key::YARN_ATTENTION, is_usual, "0.1 · ln(factor) + 1")?;
        let original = self.name(key::ORIGINAL);
        let number = |key: &str, default| match self.keys.get(&self.name(key)) {
            None => Ok(default),
            Some(_) => self.keys.positive(&self.name(key)),
        };
        let scaling = RotaryScaling::Yarn {
            factor,
            original_positions: match self.keys.get(&original) {
                None => positions,
                Some(_) => self.keys.size(&original, 1..=MAX_TOKENS)?,
            },
            beta_fast: number(key::BETA_FAST, 32.0)?,
            beta_slow: number(key::BETA_SLOW, 1.0)?,
            attention_factor: usual * number(key::ATTENTION, 1.0)?,
        };
        check_yarn(&scaling, theta, |field, expected, found| {
            let name = if field == "rope_theta" { "rope.freq_base" } else { key::BETA_FAST };
            self.keys.wrong(&self.name(name), expected, &found.into())
        })?;
        Ok(scaling)
    }

    fn divisors(&self, divisors: Vec<f32>) -> Result<RotaryScaling> {
        if let Some(wrong) = divisors.iter().find(|value| !(value.is_finite() && **value > 0.0)) {
            let found = Value::from(wrong.to_string());
            return Err(self.keys.wrong(ROTARY_DIVISORS, "numbers above 0", &found));
        }
        Ok(RotaryScaling::Divisors { divisors }.simplified())
    }

    /// 1 if absent, and 0 means 1.
    fn factor(&self) -> Result<f64> {
        for name in [key::FACTOR, key::OLD_FACTOR].map(|key| self.name(key)) {
            match self.keys.get(&name) {
                None => {}
                Some(value) if is_zero(value) => return Ok(1.0),
                Some(_) => return self.keys.positive(&name),
            }
        }
        Ok(1.0)
    }

    /// Rejects a number that is not `neutral`.
    fn require(
        &self,
        key: &str,
        neutral: impl Fn(f64) -> bool,
        supported: &'static str,
    ) -> Result<()> {
        let name = self.name(key);
        match self.keys.get(&name) {
            Some(value) if !value.as_f64().is_some_and(neutral) => {
                Err(self.keys.unsupported(&name, value, supported))
            }
            _ => Ok(()),
        }
    }

    fn name(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }
}

/// 0, or a list of nothing else.
fn is_zero(value: &Value) -> bool {
    match value {
        Value::Array(values) => values.iter().all(is_zero),
        value => value.as_f64() == Some(0.0),
    }
}
