//! `generation_config.json`: the sampling that a model recommends.

use std::path::Path;

use serde::Deserialize;

use crate::error::{Error, Result, one_line};
use crate::sampler::SamplingParams;

/// The keys of `generation_config.json` that are read. A key that is missing or null disables its
/// filter.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct GenerationConfig {
    pub eos_token_id: Option<OneOrMany>,
    do_sample: Option<bool>,
    temperature: Option<f32>,
    top_k: Option<usize>,
    top_p: Option<f32>,
    min_p: Option<f32>,
    repetition_penalty: Option<f32>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum OneOrMany {
    One(u32),
    Many(Vec<u32>),
}

impl OneOrMany {
    pub fn into_vec(self) -> Vec<u32> {
        match self {
            OneOrMany::One(id) => vec![id],
            OneOrMany::Many(ids) => ids,
        }
    }
}

impl GenerationConfig {
    /// Parses the content of `file`. Rejects values out of range.
    pub fn parse(json: &[u8], file: &Path) -> Result<Self> {
        let invalid = |reason| Error::Json { file: file.to_owned(), reason };
        let config: Self = serde_json::from_slice(json).map_err(|e| invalid(one_line(&e)))?;
        config.sampling().validate().map_err(|e| invalid(one_line(&e)))?;
        Ok(config)
    }

    /// Returns the recommended sampling: greedy unless `do_sample` is set.
    pub fn sampling(&self) -> SamplingParams {
        let off = SamplingParams::default();
        let repetition_penalty = self.repetition_penalty.unwrap_or(off.repetition_penalty);
        if self.do_sample != Some(true) {
            return SamplingParams { repetition_penalty, ..off };
        }
        SamplingParams {
            temperature: self.temperature.unwrap_or(1.0),
            top_k: self.top_k.unwrap_or(off.top_k),
            top_p: self.top_p.unwrap_or(off.top_p),
            min_p: self.min_p.unwrap_or(off.min_p),
            repetition_penalty,
            ..off
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sampling(json: &str) -> SamplingParams {
        parse(json).expect("a config").sampling()
    }

    fn parse(json: &str) -> Result<GenerationConfig> {
        GenerationConfig::parse(json.as_bytes(), "generation_config.json".as_ref())
    }

    #[test]
    fn generation_config_is_greedy_without_do_sample() {
        let greedy = SamplingParams::default();
        assert_eq!(sampling("{}"), greedy);
        assert_eq!(sampling(r#"{"temperature": 0.6, "top_p": 0.9}"#), greedy);
        assert_eq!(sampling(r#"{"do_sample": false, "temperature": null}"#), greedy);
        let penalised = SamplingParams { repetition_penalty: 1.1, ..greedy };
        assert_eq!(sampling(r#"{"repetition_penalty": 1.1}"#), penalised);
    }

    #[test]
    fn generation_config_has_every_filter() {
        let json = r#"{"do_sample": true, "temperature": 0.6, "top_k": 20, "top_p": 0.95,
            "min_p": 0.01, "repetition_penalty": 1.2, "eos_token_id": [1, 2]}"#;
        let expected = SamplingParams {
            temperature: 0.6,
            top_k: 20,
            top_p: 0.95,
            min_p: 0.01,
            repetition_penalty: 1.2,
            ..SamplingParams::default()
        };
        assert_eq!(sampling(json), expected);
        let only = sampling(r#"{"do_sample": true}"#);
        assert_eq!(only, SamplingParams { temperature: 1.0, ..SamplingParams::default() });
    }

    #[test]
    fn generation_config_rejects_values_out_of_range_by_name() {
        for (json, key) in [
            (r#"{"do_sample": true, "temperature": -1}"#, "temperature"),
            (r#"{"do_sample": true, "top_p": 0}"#, "top_p"),
            (r#"{"repetition_penalty": 0}"#, "repetition_penalty"),
        ] {
            let error = parse(json).expect_err("out of range").to_string();
            assert!(error.contains("generation_config.json") && error.contains(key), "{error}");
        }
        assert!(parse(r#"{"top_k": -1}"#).is_err());
    }
}
