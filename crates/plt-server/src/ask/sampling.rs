//! The fields that both dialects share.

use std::ops::RangeInclusive;

use plt_runtime::SamplingParams;
use serde_json::Value;

use crate::fields::{Fields, expected, whole};
use crate::limits::Limits;
use crate::refusal::Refusal;

/// What [`SamplingParams`] takes, of numbers that 32 bits hold with all their digits.
pub(crate) const TEMPERATURE: RangeInclusive<f32> = 0.0..=f32::MAX;
pub(crate) const TOP_P: RangeInclusive<f32> = f32::MIN_POSITIVE..=1.0;
pub(crate) const MIN_P: RangeInclusive<f32> = 0.0..=1.0;
pub(crate) const REPETITION_PENALTY: RangeInclusive<f32> = f32::MIN_POSITIVE..=f32::MAX;
/// `presence_penalty` and `frequency_penalty`.
pub(crate) const PENALTY: RangeInclusive<f32> = -2.0..=2.0;

/// How tokens are chosen, but for the seed: as the request says, and otherwise as the model's makers
/// recommend.
pub(super) fn params(
    fields: &mut Fields,
    defaults: SamplingParams,
) -> Result<SamplingParams, Refusal> {
    // -1 is how vLLM's clients say that all tokens are kept.
    let top_k = fields.whole("top_k", -1..=i64::from(u32::MAX))?;
    let mut number = |name, range, default| {
        let number = fields.number(name, range)?;
        Ok::<_, Refusal>(number.unwrap_or(default))
    };
    let params = SamplingParams {
        temperature: number("temperature", TEMPERATURE, defaults.temperature)?,
        top_k: top_k.map_or(defaults.top_k, |k| usize::try_from(k).unwrap_or(0)),
        top_p: number("top_p", TOP_P, defaults.top_p)?,
        min_p: number("min_p", MIN_P, defaults.min_p)?,
        repetition_penalty: number(
            "repetition_penalty",
            REPETITION_PENALTY,
            defaults.repetition_penalty,
        )?,
        presence_penalty: number("presence_penalty", PENALTY, defaults.presence_penalty)?,
        frequency_penalty: number("frequency_penalty", PENALTY, defaults.frequency_penalty)?,
        ..defaults
    };
    params.validate()?;
    Ok(params)
}

/// `seed`: any whole number of 64 bits, with or without a sign.
pub(super) fn seed(fields: &mut Fields) -> Result<Option<u64>, Refusal> {
    let Some(value) = fields.take("seed") else { return Ok(None) };
    match whole(&value) {
        Some(seed) if (i64::MIN.into()..=u64::MAX.into()).contains(&seed) => Ok(Some(seed as u64)),
        _ => Err(expected("seed", "a whole number of 64 bits", &value)),
    }
}

/// `n`: answers to each of the prompts.
pub(super) fn choices(fields: &mut Fields, prompts: usize, limit: usize) -> Result<usize, Refusal> {
    let n = fields.count("n", 1..=limit)?.unwrap_or(1);
    match n.checked_mul(prompts) {
        Some(all) if all <= limit => Ok(n),
        _ => {
            let message = format!("{n} answers to {prompts} prompts: expected at most {limit}");
            Err(Refusal::invalid(message).about("n"))
        }
    }
}

/// `max_completion_tokens`, or `max_tokens` as it was called before.
pub(super) fn max_tokens(fields: &mut Fields) -> Result<Option<usize>, Refusal> {
    let new = fields.count("max_completion_tokens", 1..=usize::MAX)?;
    let old = fields.count("max_tokens", 1..=usize::MAX)?;
    match (new, old) {
        (Some(new), Some(old)) if new != old => {
            let message = "max_tokens: expected none, or the same as max_completion_tokens";
            Err(Refusal::invalid(message).about("max_tokens"))
        }
        (new, old) => Ok(new.or(old)),
    }
}

/// `priority`: higher goes first.
pub(super) fn priority(fields: &mut Fields, highest: i32) -> Result<i32, Refusal> {
    let priority = fields.whole("priority", i64::from(i32::MIN)..=i64::from(highest))?;
    Ok(priority.and_then(|priority| i32::try_from(priority).ok()).unwrap_or(0.min(highest)))
}

/// `stop`: a text, or several.
pub(super) fn stops(fields: &mut Fields, limits: &Limits) -> Result<Vec<String>, Refusal> {
    let items = match fields.take("stop") {
        None => return Ok(Vec::new()),
        Some(text @ Value::String(_)) => vec![text],
        Some(Value::Array(items)) => items,
        Some(other) => return Err(expected("stop", "a text or a list of texts", &other)),
    };
    if items.len() > limits.stops {
        let message = format!("stop: {} texts, expected at most {}", items.len(), limits.stops);
        return Err(Refusal::invalid(message).about("stop"));
    }
    let what = format!("texts of 1 to {} bytes", limits.stop_bytes);
    let stop = |item| match item {
        Value::String(text) if (1..=limits.stop_bytes).contains(&text.len()) => Ok(text),
        other => Err(expected("stop", &what, &other)),
    };
    items.into_iter().map(stop).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(json: &str) -> Fields {
        Fields::parse(json.as_bytes(), 1000).unwrap_or_else(|refusal| panic!("{}", refusal.json()))
    }

    fn refused<T>(result: Result<T, Refusal>) -> String {
        result.err().map(|refusal| refusal.json()).expect("not refused")
    }

    #[test]
    fn what_is_not_given_is_as_the_model_says() {
        let model = SamplingParams { temperature: 0.6, top_k: 20, ..SamplingParams::default() };
        let read =
            |json: &str| params(&mut fields(json), model).unwrap_or_else(|_| panic!("{json}"));
        assert_eq!(read("{}"), model);
        let all = r#"{"temperature": 1, "top_k": -1, "top_p": 0.5, "min_p": 0.1,
            "repetition_penalty": 1.25, "presence_penalty": -2, "frequency_penalty": 0.5}"#;
        let expected = SamplingParams {
            temperature: 1.0,
            top_k: 0,
            top_p: 0.5,
            min_p: 0.1,
            repetition_penalty: 1.25,
            presence_penalty: -2.0,
            frequency_penalty: 0.5,
            ..model
        };
        assert_eq!(read(all), expected);
        let seeded = |json: &str| seed(&mut fields(json)).unwrap_or_else(|_| panic!("{json}"));
        assert_eq!(seeded("{}"), None);
        for largest in [r#"{"seed": -1}"#, r#"{"seed": 18446744073709551615}"#] {
            assert_eq!(seeded(largest), Some(u64::MAX));
        }
    }

    #[test]
    fn values_out_of_range_are_refused_by_name() {
        for (name, values) in [
            ("temperature", &["-0.1", "-1e-300", "\"1\"", "1e300", "[]"][..]),
            ("top_p", &["0", "1.01", "1.0000000000000002", "-1"]),
            ("min_p", &["-0.5", "2"]),
            ("top_k", &["-2", "1.5", "99999999999"]),
            ("repetition_penalty", &["0", "-1", "1e-300", "3.402823466385289e38"]),
            ("presence_penalty", &["-2.1", "3", "\"x\""]),
            ("frequency_penalty", &["-2.1", "2.5"]),
        ] {
            for value in values {
                let mut fields = fields(&format!("{{\"{name}\": {value}}}"));
                let error = refused(params(&mut fields, SamplingParams::default()));
                assert!(error.contains(&format!(r#""param":"{name}""#)), "{value}: {error}");
            }
        }
        for value in ["1.5", "\"1\"", "1e30"] {
            let error = refused(seed(&mut fields(&format!("{{\"seed\": {value}}}"))));
            assert!(error.contains(r#""param":"seed""#), "{value}: {error}");
        }
    }

    #[test]
    fn counts_are_limited() {
        let limits = Limits { stops: 2, stop_bytes: 4, ..Limits::default() };
        assert!(choices(&mut fields(r#"{"n": 4}"#), 2, 8).is_ok());
        assert!(refused(choices(&mut fields(r#"{"n": 4}"#), 3, 8)).contains(r#""param":"n""#));
        assert!(refused(choices(&mut fields(r#"{"n": 0}"#), 1, 8)).contains("from 1 to 8"));
        refused(max_tokens(&mut fields(r#"{"max_tokens": 0}"#)));
        refused(max_tokens(&mut fields(r#"{"max_tokens": 1, "max_completion_tokens": 2}"#)));
        refused(priority(&mut fields(r#"{"priority": 1}"#), 0));
        assert!(priority(&mut fields(r#"{"priority": -7}"#), 0).is_ok_and(|p| p == -7));
        assert!(stops(&mut fields(r#"{"stop": "x"}"#), &limits).is_ok_and(|s| s == ["x"]));
        for bad in [r#""""#, r#""12345""#, r#"["a", "b", "c"]"#, r#"["a", 1]"#, "7"] {
            refused(stops(&mut fields(&format!("{{\"stop\": {bad}}}")), &limits));
        }
    }
}
