//! Rotary scaling in `config.json`. Meanings and defaults are those of transformers 5
//! (`modeling_rope_utils.py`).

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Rotary, RotaryScaling, check_yarn, yarn_attention_factor};
use crate::config::keys::{Keys, MAX_TOKENS, is_nothing};
use crate::error::Result;

/// The objects of `config.json` that may state the scaling: of transformers 4 and of 5.
const OBJECTS: [&str; 2] = ["rope_scaling", "rope_parameters"];
const SUPPORTED: &str = "default, linear, llama3, yarn, and dynamic with factor 1";
const ORIGINAL: &str = "original_max_position_embeddings";

/// Keys inside these objects that change the result, with the value that does not.
const NEUTRAL: [(&str, f64); 7] = [
    ("partial_rotary_factor", 1.0),
    ("rotary_pct", 1.0),
    ("attn_factor", 1.0),
    ("extrapolation_factor", 1.0),
    ("alpha", 1.0),
    ("mrope_section", 0.0),
    ("llama_4_scaling_beta", 0.0),
];

/// Reads `rope_theta`, `rope_scaling`, `rope_parameters` and `max_position_embeddings`.
///
/// A theta, or a scaling, that is stated twice must be the same.
pub(in crate::config) fn from_json(keys: &Keys, default_theta: Option<f64>) -> Result<Rotary> {
    let positions = keys.size("max_position_embeddings", 1..=MAX_TOKENS)?;
    let objects: Vec<(&str, Keys)> = OBJECTS
        .into_iter()
        .filter_map(|name| Some((name, object(keys, name).transpose()?)))
        .map(|(name, fields)| Ok((name, fields?)))
        .collect::<Result<_>>()?;

    let mut theta = None;
    let inner = objects.iter().map(|(name, fields)| (fields, format!("{name}.rope_theta")));
    for (keys, name) in [(keys, "rope_theta".to_owned())].into_iter().chain(inner) {
        let Some(found) = keys.get(&name) else { continue };
        let value = keys.positive(&name)?;
        match theta {
            Some(other) if other != value => {
                return Err(keys.wrong(&name, format!("the other base {other}"), found));
            }
            _ => theta = Some(value),
        }
    }
    let theta = match theta.or(default_theta) {
        Some(theta) => theta,
        None => keys.positive("rope_theta")?,
    };

    let mut scaling = None;
    for (name, fields) in &objects {
        let found = Fields { keys, fields, name, positions, theta }.scaling()?.simplified();
        match scaling {
            Some(other) if other != found => {
                let value = keys.get(name).unwrap_or(&Value::Null);
                return Err(keys.wrong(name, "the same scaling as in `rope_scaling`", value));
            }
            _ => scaling = Some(found),
        }
    }
    let scaling = scaling.unwrap_or(RotaryScaling::None);
    Ok(Rotary { theta, context: scaling.context(positions), scaling })
}

/// The fields of the object `name`, under their full names; `None` if it is absent or states nothing.
/// Where it has an object per type of layer, that of full attention counts: there are no other layers.
fn object(keys: &Keys, name: &str) -> Result<Option<Keys>> {
    let Some(value) = keys.get(name).filter(|value| !is_nothing(value)) else { return Ok(None) };
    let fields = value.as_object().ok_or_else(|| keys.wrong(name, "an object or null", value))?;
    let mut map: BTreeMap<String, Value> = fields
        .iter()
        .filter(|(_, value)| !value.is_object())
        .map(|(field, value)| (format!("{name}.{field}"), value.clone()))
        .collect();
    // Null: layers that do not rotate.
    const FULL: &str = "full_attention";
    if fields.values().any(Value::is_object) || fields.contains_key(FULL) {
        let full = fields.get(FULL).and_then(Value::as_object);
        let full = full.ok_or_else(|| {
            keys.unsupported(name, value, "one object, or one for `full_attention`")
        })?;
        map.extend(full.iter().map(|(field, value)| (format!("{name}.{field}"), value.clone())));
    }
    Ok(Some(Keys { file: keys.file.clone(), map }))
}

/// One object of `config.json` that states a scaling.
struct Fields<'a> {
    /// The whole config.
    keys: &'a Keys,
    fields: &'a Keys,
    name: &'a str,
    /// `max_position_embeddings`
    positions: usize,
    theta: f64,
}

impl Fields<'_> {
    fn scaling(&self) -> Result<RotaryScaling> {
        for (field, neutral) in NEUTRAL {
            let name = self.name(field);
            if let Some(value) = self.fields.get(&name)
                && !is_nothing(value)
                && value.as_f64() != Some(neutral)
            {
                return Err(self.fields.unsupported(&name, value, "without this key"));
            }
        }
        match self.kind()? {
            "default" => Ok(RotaryScaling::None),
            "linear" => Ok(RotaryScaling::Linear { factor: self.factor()? }),
            // Transformers changes the frequencies of longer prompts, also of keys in the cache.
            "dynamic" if self.factor()? == 1.0 => Ok(RotaryScaling::None),
            "llama3" => self.llama3(),
            "yarn" => self.yarn(),
            _ => {
                let found = self.keys.get(self.name).unwrap_or(&Value::Null);
                Err(self.keys.unsupported(self.name, found, SUPPORTED))
            }
        }
    }

    /// `rope_type`, or `type` in older files.
    fn kind(&self) -> Result<&str> {
        let text = |field: &str| {
            let name = self.name(field);
            self.fields.get(&name).map(|_| self.fields.text(&name)).transpose()
        };
        let factor = self.fields.get(&self.name("factor"));
        match (text("rope_type")?, text("type")?) {
            (Some(new), Some(old)) if new != old => {
                let name = self.name("type");
                Err(self.fields.wrong(&name, format!("the `rope_type` {new}"), &old.into()))
            }
            (Some(kind), _) | (None, Some(kind)) => Ok(kind),
            (None, None) if factor.is_none_or(|factor| factor.as_f64() == Some(1.0)) => {
                Ok("default")
            }
            (None, None) => self.fields.text(&self.name("rope_type")),
        }
    }

    fn llama3(&self) -> Result<RotaryScaling> {
        let low_freq_factor = self.fields.positive(&self.name("low_freq_factor"))?;
        let high = self.name("high_freq_factor");
        let high_freq_factor = self.fields.positive(&high)?;
        if high_freq_factor <= low_freq_factor {
            let expected = format!("a number above the `low_freq_factor` {low_freq_factor}");
            return Err(self.fields.wrong(&high, expected, &high_freq_factor.into()));
        }
        Ok(RotaryScaling::Llama3 {
            factor: self.factor()?,
            low_freq_factor,
            high_freq_factor,
            original_positions: self.original_positions()?,
        })
    }

    fn yarn(&self) -> Result<RotaryScaling> {
        let truncate = self.name("truncate");
        if !self.fields.flag(&truncate, true)? {
            return Err(self.fields.unsupported(&truncate, &Value::Bool(false), "true"));
        }
        let original_positions = self.original_positions()?;
        let factor = match self.fields.get(&self.name("factor")) {
            None => self.positions as f64 / original_positions as f64,
            Some(_) => self.factor()?,
        };
        // 0 means absent.
        let optional = |field: &str| {
            let name = self.name(field);
            let value = self.fields.get(&name).filter(|value| value.as_f64() != Some(0.0));
            value.map(|_| self.fields.positive(&name)).transpose()
        };
        let attention_factor = match (optional("mscale")?, optional("mscale_all_dim")?) {
            _ if self.fields.get(&self.name("attention_factor")).is_some() => {
                self.fields.positive(&self.name("attention_factor"))?
            }
            (Some(mscale), Some(all)) => {
                yarn_attention_factor(factor, mscale) / yarn_attention_factor(factor, all)
            }
            _ => yarn_attention_factor(factor, 1.0),
        };
        let scaling = RotaryScaling::Yarn {
            factor,
            original_positions,
            beta_fast: optional("beta_fast")?.unwrap_or(32.0),
            beta_slow: optional("beta_slow")?.unwrap_or(1.0),
            attention_factor,
        };
        check_yarn(&scaling, self.theta, |field, expected, found| {
            let name = if field == "rope_theta" { field.to_owned() } else { self.name(field) };
            self.keys.wrong(&name, expected, &found.into())
        })?;
        Ok(scaling)
    }

    fn factor(&self) -> Result<f64> {
        self.fields.positive(&self.name("factor"))
    }

    /// The context of pretraining: beside the object, inside it, or `max_position_embeddings`.
    fn original_positions(&self) -> Result<usize> {
        let inner = self.name(ORIGINAL);
        if self.keys.get(ORIGINAL).is_some() {
            self.keys.size(ORIGINAL, 1..=MAX_TOKENS)
        } else if self.fields.get(&inner).is_some() {
            self.fields.size(&inner, 1..=MAX_TOKENS)
        } else {
            Ok(self.positions)
        }
    }

    /// The full name of a field.
    fn name(&self, field: &str) -> String {
        format!("{}.{field}", self.name)
    }
}
