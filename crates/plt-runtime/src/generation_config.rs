//! `generation_config.json` and the keys `general.sampling.*` of GGUF files: the sampling that a
//! model recommends.

use std::collections::HashMap;
use std::path::Path;

use plt_model::checkpoint::GgufValue;
use plt_model::config::parse_json;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::defaults;
use crate::error::{Error, Result, one_line};
use crate::sampler::SamplingParams;

/// The keys of `generation_config.json` that are read. A key that is missing or null disables its
/// filter.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct GenerationConfig {
    pub eos_token_id: TokenIds,
    #[serde(deserialize_with = "flag")]
    do_sample: Option<bool>,
    temperature: Option<f32>,
    #[serde(deserialize_with = "count")]
    top_k: Option<usize>,
    top_p: Option<f32>,
    min_p: Option<f32>,
    repetition_penalty: Option<f32>,
}

/// One token id or a list of them. Null and negative numbers are none: some files say so.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(try_from = "serde_json::Value")]
pub(crate) struct TokenIds(pub Vec<u32>);

impl TryFrom<serde_json::Value> for TokenIds {
    type Error = String;

    fn try_from(value: serde_json::Value) -> Result<Self, String> {
        let list = match value {
            serde_json::Value::Array(list) => list,
            one => vec![one],
        };
        let mut ids = Vec::new();
        for value in list.into_iter().filter(|value| !value.is_null()) {
            let number = value.as_f64().filter(|number| number.fract() == 0.0);
            let expected = || format!("eos_token_id: expected a token id, found {value}");
            let number = number.ok_or_else(expected)?;
            if number > f64::from(u32::MAX) {
                return Err(expected());
            }
            if number >= 0.0 {
                ids.push(number as u32);
            }
        }
        Ok(Self(ids))
    }
}

impl GenerationConfig {
    /// Parses the content of `file`. Rejects values out of range.
    pub fn parse(json: &[u8], file: &Path) -> Result<Self> {
        let invalid = |reason| Error::Json { file: file.to_owned(), reason };
        let config: Option<Self> = parse_json(json).map_err(|e| invalid(one_line(&e)))?;
        let config = config.unwrap_or_default();
        for sampling in [config.sampling(), config.chat_sampling()] {
            sampling.validate().map_err(|e| invalid(one_line(&e)))?;
        }
        Ok(config)
    }

    /// Reads the keys `general.sampling.*` of a GGUF file, named as in llama.cpp. A file that has
    /// one of the filters is sampled. Mirostat and XTC are not implemented: a warning names them.
    pub fn from_gguf(metadata: &HashMap<String, GgufValue>, file: &Path) -> Result<Self> {
        let key = |name: &str| format!("general.sampling.{name}");
        let value = |name: &str| match metadata.get(&key(name)).map(|value| (value, number(value)))
        {
            None => Ok(None),
            Some((_, Some(number))) => Ok(Some(number)),
            Some((value, None)) => Err(Error::Value {
                file: file.to_owned(),
                key: key(name),
                expected: "a finite number".to_owned(),
                found: format!("{value:?}").chars().take(60).collect(),
            }),
        };
        for (name, off) in [("mirostat", 0.0), ("xtc_probability", 0.0)] {
            if value(name)?.is_some_and(|value| value != off) {
                let key = key(name);
                tracing::warn!("{}: {key} is not supported and ignored", file.display());
            }
        }
        // llama.cpp takes 0 and negative values as "off", and a window of 0 tokens disables the
        // penalty.
        let (temperature, top_k) = (value("temp")?, value("top_k")?);
        let penalty_window = value("penalty_last_n")?;
        let repetition_penalty = value("penalty_repeat")?.filter(|_| penalty_window != Some(0.0));
        let mut config = Self {
            temperature: temperature.map(|value| value.max(0.0) as f32),
            top_k: top_k.map(|value| value.max(0.0) as usize),
            top_p: value("top_p")?.map(|value| value as f32),
            min_p: value("min_p")?.map(|value| value as f32),
            repetition_penalty: repetition_penalty.map(|value| value as f32),
            ..Self::default()
        };
        config.do_sample = config.recommends_sampling().then_some(true);
        config.sampling().validate().map_err(|error| match error {
            Error::Sampling { field, expected, found } => Error::Value {
                file: file.to_owned(),
                key: key(match field {
                    "temperature" => "temp",
                    "repetition_penalty" => "penalty_repeat",
                    field => field,
                }),
                expected: expected.to_owned(),
                found: found.to_string(),
            },
            error => error,
        })?;
        Ok(config)
    }

    /// Whether the model's authors chose how to sample. Filters that are off are no choice.
    pub fn recommends_sampling(&self) -> bool {
        let Self { do_sample, temperature, top_k, top_p, min_p, .. } = self;
        let off = SamplingParams::GREEDY;
        do_sample.is_some()
            || temperature.is_some()
            || top_k.is_some_and(|top_k| top_k != off.top_k)
            || top_p.is_some_and(|top_p| top_p != off.top_p)
            || min_p.is_some_and(|min_p| min_p != off.min_p)
    }

    /// Returns the recommended sampling: greedy unless `do_sample` is set.
    pub fn sampling(&self) -> SamplingParams {
        if self.do_sample == Some(true) {
            return self.filters();
        }
        SamplingParams { repetition_penalty: self.penalty(), ..SamplingParams::GREEDY }
    }

    /// Returns the sampling of chats. A file with filters and no `do_sample` means its filters; one
    /// that says nothing gets [`defaults::CHAT_SAMPLING`].
    pub fn chat_sampling(&self) -> SamplingParams {
        match (self.do_sample, self.recommends_sampling()) {
            (Some(false), _) => self.sampling(),
            (_, true) => self.filters(),
            (_, false) => {
                SamplingParams { repetition_penalty: self.penalty(), ..defaults::CHAT_SAMPLING }
            }
        }
    }

    /// Returns the values of the file. As in Hugging Face's `generate`, a missing temperature is 1
    /// and other missing values are off.
    fn filters(&self) -> SamplingParams {
        let off = SamplingParams::GREEDY;
        SamplingParams {
            temperature: self.temperature.unwrap_or(1.0),
            top_k: self.top_k.unwrap_or(off.top_k),
            top_p: self.top_p.unwrap_or(off.top_p),
            min_p: self.min_p.unwrap_or(off.min_p),
            repetition_penalty: self.penalty(),
            ..off
        }
    }

    fn penalty(&self) -> f32 {
        self.repetition_penalty.unwrap_or(SamplingParams::GREEDY.repetition_penalty)
    }
}

/// Reads true and false, also as 1 and 0.
fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    match (&value, value.as_f64()) {
        (Value::Null, _) => Ok(None),
        (Value::Bool(flag), _) => Ok(Some(*flag)),
        (_, Some(number)) if number == 0.0 || number == 1.0 => Ok(Some(number == 1.0)),
        _ => Err(D::Error::custom(format!("do_sample: expected true or false, found {value}"))),
    }
}

/// Reads `top_k`, an integer in any notation. 0 and negative numbers disable the filter.
fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<usize>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    match value.as_f64() {
        None if value.is_null() => Ok(None),
        Some(number) if number.fract() == 0.0 => {
            Ok(Some(number.clamp(0.0, f64::from(u32::MAX)) as usize))
        }
        _ => Err(D::Error::custom(format!("top_k: expected an integer, found {value}"))),
    }
}

/// Returns a number of any type; `None` for other values and for those that are not finite.
fn number(value: &GgufValue) -> Option<f64> {
    let number = match *value {
        GgufValue::U8(v) => v.into(),
        GgufValue::I8(v) => v.into(),
        GgufValue::U16(v) => v.into(),
        GgufValue::I16(v) => v.into(),
        GgufValue::U32(v) => v.into(),
        GgufValue::I32(v) => v.into(),
        GgufValue::U64(v) => v as f64,
        GgufValue::I64(v) => v as f64,
        GgufValue::F32(v) => v.into(),
        GgufValue::F64(v) => v,
        _ => return None,
    };
    number.is_finite().then_some(number)
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
    fn chat_sampling_is_the_default_only_without_a_recommendation() {
        let chat = |json: &str| parse(json).expect("a config").chat_sampling();
        assert_eq!(chat("{}"), defaults::CHAT_SAMPLING);
        assert_eq!(chat(r#"{"eos_token_id": 2, "temperature": null}"#), defaults::CHAT_SAMPLING);
        let penalised = defaults::CHAT_SAMPLING.repetition_penalty(1.1);
        assert_eq!(chat(r#"{"repetition_penalty": 1.1}"#), penalised);
        // An explicit `false` is a choice; filters alone are meant to be used.
        assert_eq!(chat(r#"{"do_sample": false}"#), SamplingParams::GREEDY);
        let filters = SamplingParams::GREEDY.temperature(0.6).top_k(20);
        assert_eq!(chat(r#"{"temperature": 0.6, "top_k": 20}"#), filters);
        assert_eq!(chat(r#"{"do_sample": true}"#), SamplingParams::GREEDY.temperature(1.0));
    }

    fn gguf(keys: &[(&str, GgufValue)]) -> Result<GenerationConfig> {
        let keys = keys.iter();
        let keys = keys.map(|(key, value)| (format!("general.sampling.{key}"), value.clone()));
        GenerationConfig::from_gguf(&keys.collect(), "model.gguf".as_ref())
    }

    #[test]
    fn gguf_sampling_keys_of_any_number_type_are_read() {
        use GgufValue::{F32, F64, I32, U64};
        let read = |keys: &[(&str, GgufValue)]| gguf(keys).expect("valid keys");
        let all = read(&[
            ("temp", F32(0.5)),
            ("top_k", I32(20)),
            ("top_p", F64(0.75)),
            ("min_p", F32(0.125)),
            ("penalty_repeat", F32(1.25)),
            ("penalty_last_n", I32(64)),
        ]);
        let expected = SamplingParams {
            temperature: 0.5,
            top_k: 20,
            top_p: 0.75,
            min_p: 0.125,
            repetition_penalty: 1.25,
            ..SamplingParams::GREEDY
        };
        assert_eq!((all.sampling(), all.chat_sampling()), (expected, expected));
        let no_filter = read(&[("top_k", I32(-1)), ("temp", U64(1))]);
        assert_eq!(no_filter.sampling(), SamplingParams::GREEDY.temperature(1.0));
        assert_eq!(read(&[("temp", F32(-1.0))]).chat_sampling(), SamplingParams::GREEDY);
        // No filter, no recommendation.
        let penalty = read(&[("penalty_repeat", F32(1.5)), ("penalty_last_n", I32(0))]);
        assert_eq!(penalty.chat_sampling(), defaults::CHAT_SAMPLING);
        assert!(!read(&[]).recommends_sampling());
    }

    #[test]
    fn gguf_sampling_keys_out_of_range_are_rejected_by_name() {
        for (key, value) in [
            ("temp", GgufValue::F32(f32::NAN)),
            ("temp", GgufValue::String("warm".to_owned())),
            ("top_p", GgufValue::F32(2.0)),
            ("penalty_repeat", GgufValue::F32(-1.0)),
        ] {
            let error = gguf(&[(key, value)]).expect_err("out of range").to_string();
            let key = format!("general.sampling.{key}");
            assert!(error.contains("model.gguf") && error.contains(&key), "{error}");
        }
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
    fn generation_config_takes_end_tokens_in_every_form() {
        let ids = |json: &str| parse(json).expect("a config").eos_token_id.0;
        for (json, expected) in [
            (r#"{"eos_token_id": 2}"#, vec![2]),
            (r#"{"eos_token_id": [2, 7.0, null, -1]}"#, vec![2, 7]),
            (r#"{"eos_token_id": null}"#, vec![]),
            (r#"{"eos_token_id": -1}"#, vec![]),
            ("\u{feff}{}", vec![]),
        ] {
            assert_eq!(ids(json), expected, "{json}");
        }
        for json in [r#"{"eos_token_id": "2"}"#, r#"{"eos_token_id": [4294967296]}"#] {
            let error = parse(json).expect_err("no ids").to_string();
            assert!(error.contains("eos_token_id"), "{error}");
        }
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
        // Refused at the start, and not by each chat.
        let error = parse(r#"{"temperature": -1}"#).expect_err("out of range").to_string();
        assert!(error.contains("generation_config.json"), "{error}");
        for (json, key) in [(r#"{"top_k": 2.5}"#, "top_k"), (r#"{"do_sample": 2}"#, "do_sample")] {
            let error = parse(json).expect_err("the wrong type").to_string();
            assert!(error.contains(key), "{error}");
        }
    }

    #[test]
    fn generation_config_of_python_and_editors_is_read() {
        let sampled = SamplingParams::GREEDY.temperature(1.0);
        for (json, expected) in [
            ("null", SamplingParams::GREEDY),
            ("\u{feff}null", SamplingParams::GREEDY),
            (r#"{"x": NaN, "y": [-Infinity], "do_sample": 1}"#, sampled),
            (r#"{"do_sample": true, "top_k": -1}"#, sampled),
            (r#"{"do_sample": 1.0, "top_k": 50.0}"#, sampled.top_k(50)),
            (r#"{"do_sample": 0, "top_k": 50}"#, SamplingParams::GREEDY),
        ] {
            assert_eq!(sampling(json), expected, "{json}");
        }
    }

    #[test]
    fn filters_that_are_off_are_no_recommendation() {
        for json in [r#"{"top_k": 0}"#, r#"{"top_p": 1.0, "min_p": 0}"#, r#"{"top_k": -1}"#] {
            let config = parse(json).expect("a config");
            assert!(!config.recommends_sampling(), "{json}");
            assert_eq!(config.chat_sampling(), defaults::CHAT_SAMPLING, "{json}");
        }
    }
}
