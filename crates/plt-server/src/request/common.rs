//! The fields that both endpoints share.

use std::collections::BTreeMap;

use plt_runtime::SamplingParams;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Map, Number, Value};

use super::structured_output::ResponseFormat;
use super::unsupported;
use crate::api_error::ApiError;
use crate::limits::Limits;
use crate::schema::whole;

/// The largest bias in OpenAI's API, either way.
const MAX_BIAS: f64 = 100.0;
/// Tokens that one request may bias: as many as OpenAI's API takes.
const BIASED_TOKENS: usize = 300;

/// The fields that both endpoints share.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(transform = unsupported::common)]
pub(crate) struct CommonFields {
    /// The model's name. A server has one model; another name is an error.
    #[serde(rename = "model")]
    #[schemars(extend("enum" = ["$model", null]))]
    pub _model: Option<String>,
    /// Tokens to generate, at most. The default is 16 for completions and 4096 for chats, or what
    /// fits into the context.
    #[schemars(range(min = 1), extend("maximum" = "$positions"))]
    pub max_completion_tokens: Option<u64>,
    /// The older name of `max_completion_tokens`. If both are given they must be equal.
    #[schemars(range(min = 1), extend("maximum" = "$positions"))]
    pub max_tokens: Option<u64>,
    /// Choices to generate for each prompt.
    #[schemars(range(min = 1), extend("maximum" = "$choices"))]
    pub n: Option<usize>,
    /// The sampling temperature; 0 takes the most likely token.
    #[schemars(range(min = 0.0, max = f32::MAX))]
    pub temperature: Option<f32>,
    /// Samples from the most likely tokens whose probabilities sum to this.
    #[schemars(range(min = f32::MIN_POSITIVE, max = 1.0))]
    pub top_p: Option<f32>,
    /// Samples from this many most likely tokens; 0 and -1 mean all of them.
    #[schemars(range(min = -1, max = u32::MAX))]
    pub top_k: Option<i64>,
    /// Drops tokens that are less likely than this fraction of the most likely one.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub min_p: Option<f32>,
    /// Divides the positive logits of tokens that occur so far, and multiplies the negative ones.
    #[schemars(range(min = f32::MIN_POSITIVE, max = f32::MAX))]
    pub repetition_penalty: Option<f32>,
    /// Subtracted from the logits of generated tokens.
    #[schemars(range(min = -2.0, max = 2.0))]
    pub presence_penalty: Option<f32>,
    /// Subtracted from the logits of generated tokens, once per occurrence.
    #[schemars(range(min = -2.0, max = 2.0))]
    pub frequency_penalty: Option<f32>,
    /// The seed of the random numbers: the same request with the same seed has the same response.
    #[schemars(with = "Option<i128>", range(min = i64::MIN, max = u64::MAX))]
    pub seed: Option<Number>,
    /// Strings before which the text ends.
    pub stop: Option<Stop>,
    /// Numbers to add to the logits of tokens, by token id.
    #[schemars(
        with = "Option<BTreeMap<String, f32>>",
        extend("maxProperties" = BIASED_TOKENS, "propertyNames" = "$token_names"),
        extend("additionalProperties" = {"type": "number", "minimum": -MAX_BIAS, "maximum": MAX_BIAS}),
    )]
    pub logit_bias: Option<Map<String, Value>>,
    /// The form of the text: any, a JSON object, or JSON of a schema.
    pub response_format: Option<ResponseFormat>,
    /// Whether the response comes token by token, as server-sent events.
    pub stream: Option<bool>,
    /// How a stream is written.
    pub stream_options: Option<StreamOptions>,
    /// The end user. It has no effect.
    #[serde(rename = "user")]
    pub _user: Option<String>,
    /// Whether to report, for each token, how much the later loops attend to the first loop's KV
    /// cache instead of their own window.
    pub gates: Option<bool>,
    /// The priority: requests of a higher one are scheduled first.
    #[schemars(range(min = i32::MIN), extend("maximum" = "$priority"))]
    pub priority: Option<i32>,
}

/// `stop`: a string, or several.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(title = "a string or a list of strings")]
pub(crate) enum Stop {
    One(StopString),
    #[schemars(extend("maxItems" = "$stops"))]
    Several(Vec<StopString>),
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("minLength" = "$stop_min_bytes", "maxLength" = "$stop_max_bytes"))]
pub(crate) struct StopString(String);

/// How a stream is written.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[schemars(transform = unsupported::stream_options)]
pub(crate) struct StreamOptions {
    /// Whether the last chunk counts the tokens.
    pub include_usage: Option<bool>,
}

impl CommonFields {
    /// Returns the sampling parameters, without the seed: those of the request, and the model's
    /// recommended ones where it has none.
    pub fn sampling(&self, defaults: SamplingParams) -> Result<SamplingParams, ApiError> {
        // vLLM's clients write -1 for all tokens.
        let top_k = self.top_k.map(|k| usize::try_from(k).unwrap_or(0));
        let params = defaults
            .temperature(self.temperature.unwrap_or(defaults.temperature))
            .top_k(top_k.unwrap_or(defaults.top_k))
            .top_p(self.top_p.unwrap_or(defaults.top_p))
            .min_p(self.min_p.unwrap_or(defaults.min_p))
            .repetition_penalty(self.repetition_penalty.unwrap_or(defaults.repetition_penalty))
            .presence_penalty(self.presence_penalty.unwrap_or(defaults.presence_penalty))
            .frequency_penalty(self.frequency_penalty.unwrap_or(defaults.frequency_penalty));
        params.validate()?;
        Ok(params)
    }

    /// Returns the seed: any integer of 64 bits, signed or not.
    pub fn seed(&self) -> Option<u64> {
        let seed = whole(&Value::Number(self.seed.clone()?))?;
        Some(seed as u64)
    }

    /// Returns the number of choices for each of the prompts.
    pub fn choices(&self, prompts: usize, limit: usize) -> Result<usize, ApiError> {
        let n = self.n.unwrap_or(1);
        match n.checked_mul(prompts) {
            Some(all) if all <= limit => Ok(n),
            _ => {
                let message = format!(
                    "n: {n} choices for {prompts} prompts, expected at most {limit} in all"
                );
                Err(ApiError::invalid(message).about("n"))
            }
        }
    }

    /// Returns the limit of generated tokens.
    pub fn max_tokens(&self) -> Result<Option<usize>, ApiError> {
        match (self.max_completion_tokens, self.max_tokens) {
            (Some(new), Some(old)) if new != old => {
                let message = "max_tokens: expected none, or the same as max_completion_tokens";
                Err(ApiError::invalid(message).about("max_tokens"))
            }
            (new, old) => Ok(new.or(old).map(|max| usize::try_from(max).unwrap_or(usize::MAX))),
        }
    }

    /// Returns the priority; 0 without one, or the highest that is allowed.
    pub fn priority(&self, highest: i32) -> i32 {
        self.priority.unwrap_or(0.min(highest))
    }

    /// Returns the stop strings.
    pub fn stop(&self, limits: &Limits) -> Result<Vec<String>, ApiError> {
        let stops: Vec<String> = match self.stop.clone() {
            None => Vec::new(),
            Some(Stop::One(StopString(stop))) => vec![stop],
            Some(Stop::Several(stops)) => stops.into_iter().map(|stop| stop.0).collect(),
        };
        if stops.len() > limits.stops {
            let message =
                format!("stop: {} strings, expected at most {}", stops.len(), limits.stops);
            return Err(ApiError::invalid(message).about("stop"));
        }
        // The schema counts characters.
        let sizes = 1..=limits.stop_bytes;
        match stops.iter().find(|stop| !sizes.contains(&stop.len())) {
            None => Ok(stops),
            Some(stop) => {
                let expected = format!("strings of 1 to {} bytes", limits.stop_bytes);
                Err(ApiError::expected("stop", &expected, &stop.as_str().into()))
            }
        }
    }

    /// Returns the biases of tokens, by id.
    pub fn logit_bias(&self, vocab_size: usize) -> Result<Vec<(u32, f32)>, ApiError> {
        let bias = |(id, bias): (&String, &Value)| {
            let known = id.parse().ok().filter(|id: &u32| (*id as usize) < vocab_size);
            let expected = format!("token ids below {vocab_size} as names");
            let error = || ApiError::expected("logit_bias", &expected, &id.as_str().into());
            Ok((known.ok_or_else(error)?, bias.as_f64().unwrap_or(0.0) as f32))
        };
        self.logit_bias.iter().flatten().map(bias).collect()
    }

    /// Returns whether the response is a stream, and how it is written.
    pub fn streaming(&self) -> Option<StreamOptions> {
        let options = self.stream_options.unwrap_or_default();
        self.stream.unwrap_or(false).then_some(options)
    }
}

/// States that `stream_options` needs `stream`.
pub(super) fn stream_rule() -> Value {
    let none = serde_json::json!({"type": "null", "title": "nothing unless `stream` is true"});
    serde_json::json!([
        {"properties": {"stream": {"const": true}}, "required": ["stream"]},
        {"properties": {"stream_options": none}},
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::tests::{read, read_with};

    fn fields(json: &str) -> CommonFields {
        read(json).unwrap_or_else(|error| panic!("{error}"))
    }

    fn error<T>(result: Result<T, ApiError>) -> String {
        result.err().map(|error| error.json()).expect("an error")
    }

    #[test]
    fn sampling_defaults_are_the_models() {
        let model = SamplingParams::default().temperature(0.6).top_k(20);
        let sampling =
            |json: &str| fields(json).sampling(model).unwrap_or_else(|_| panic!("{json}"));
        assert_eq!(sampling("{}"), model);
        let all = r#"{"temperature": 1, "top_k": -1, "top_p": 0.5, "min_p": 0.1,
            "repetition_penalty": 1.25, "presence_penalty": -2, "frequency_penalty": 0.5}"#;
        let expected = model
            .temperature(1.0)
            .top_k(0)
            .top_p(0.5)
            .min_p(0.1)
            .repetition_penalty(1.25)
            .presence_penalty(-2.0)
            .frequency_penalty(0.5);
        assert_eq!(sampling(all), expected);
        assert_eq!(fields("{}").seed(), None);
        for largest in [r#"{"seed": -1}"#, r#"{"seed": 18446744073709551615}"#] {
            assert_eq!(fields(largest).seed(), Some(u64::MAX));
        }
        assert_eq!(fields(r#"{"seed": 7.0}"#).seed(), Some(7));
    }

    #[test]
    fn sampling_rejects_values_out_of_range_by_name() {
        for (name, values) in [
            ("temperature", &["-0.1", "-1e-300", "\"1\"", "1e300", "[]"][..]),
            ("top_p", &["0", "1.01", "1.0000000000000002", "-1"]),
            ("min_p", &["-0.5", "2"]),
            ("top_k", &["-2", "1.5", "99999999999"]),
            ("repetition_penalty", &["0", "-1", "1e-300", "3.402823466385289e38"]),
            ("presence_penalty", &["-2.1", "3", "\"x\""]),
            ("frequency_penalty", &["-2.1", "2.5"]),
            ("seed", &["1.5", "\"1\"", "1e30"]),
        ] {
            for value in values {
                let json = format!("{{\"{name}\": {value}}}");
                let error = read::<CommonFields>(&json).expect_err(&json);
                assert!(error.contains(&format!(r#""param":"{name}""#)), "{value}: {error}");
            }
        }
    }

    #[test]
    fn counts_are_limited() {
        let mut limits = Limits::default();
        (limits.stops, limits.stop_bytes, limits.choices) = (2, 4, 8);
        let rejected = |json: &str| read_with::<CommonFields>(json, &limits).expect_err(json);
        assert!(fields(r#"{"n": 4}"#).choices(2, 8).is_ok());
        assert!(error(fields(r#"{"n": 4}"#).choices(3, 8)).contains(r#""param":"n""#));
        assert!(rejected(r#"{"n": 0}"#).contains("from 1 to 8"));
        rejected(r#"{"max_tokens": 0}"#);
        error(fields(r#"{"max_tokens": 1, "max_completion_tokens": 2}"#).max_tokens());
        rejected(r#"{"priority": 1}"#);
        assert_eq!(fields(r#"{"priority": -7}"#).priority(0), -7);
        assert!(fields(r#"{"stop": "x"}"#).stop(&limits).is_ok_and(|stop| stop == ["x"]));
        for bad in [r#""""#, r#""12345""#, r#"["a", "b", "c"]"#] {
            error(fields(&format!("{{\"stop\": {bad}}}")).stop(&limits));
        }
        for bad in [r#"["a", 1]"#, "7"] {
            let error = rejected(&format!("{{\"stop\": {bad}}}"));
            assert!(error.contains(r#""param":"stop""#), "{error}");
        }
    }

    #[test]
    fn biases_are_numbers_by_token_id() {
        let read = |json: &str| {
            let fields = read::<CommonFields>(json)?;
            fields.logit_bias(1000).map_err(|error| error.json())
        };
        assert_eq!(
            read(r#"{"logit_bias": {"7": -100, "8": 0.5}}"#),
            Ok(vec![(7, -100.0), (8, 0.5)])
        );
        for bad in [
            "[1]",
            r#"{"x": 1}"#,
            r#"{"1000": 1}"#,
            r#"{"-1": 1}"#,
            r#"{"7": 101}"#,
            r#"{"7": "1"}"#,
        ] {
            let error = read(&format!("{{\"logit_bias\": {bad}}}")).expect_err(bad);
            assert!(error.contains(r#""param":"logit_bias""#), "{bad}: {error}");
        }
        let many: Vec<String> = (0..=BIASED_TOKENS).map(|id| format!("\"{id}\": 1")).collect();
        assert!(read(&format!("{{\"logit_bias\": {{{}}}}}", many.join(","))).is_err());
    }
}
