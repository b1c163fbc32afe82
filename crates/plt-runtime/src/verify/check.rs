use plt_model::{Backend, KvDType};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Entry;
use crate::chat::Message;
use crate::error::Result;
use crate::score::{ScoreOptions, argmax};
use crate::text_model::TextModel;

/// One published result.
///
/// Greedy tokens are compared step by step, each after the published tokens before it: one near tie
/// does not decide all that follow. A step counts as equal if the published token is the best one or
/// trails it by at most `near_tie`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Case {
    /// The token ids of a string, with the special tokens that the tokenizer adds.
    Tokens {
        /// The string.
        text: String,
        /// The ids.
        ids: Vec<u32>,
    },
    /// The token ids of a chat, rendered by the chat template with the generation prompt.
    Chat {
        /// The messages.
        messages: Vec<Message>,
        /// The ids.
        ids: Vec<u32>,
    },
    /// The most likely tokens after a prompt.
    Top {
        /// The prompt.
        ids: Vec<u32>,
        /// Token and logit, the most likely token first.
        top: Vec<(u32, f32)>,
        /// Maximum difference of a logit.
        tolerance: f32,
        /// Maximum lead of another token over the first one.
        near_tie: f32,
    },
    /// Logits at one position of a prompt.
    Logits {
        /// The prompt.
        ids: Vec<u32>,
        /// The position.
        position: usize,
        /// The logits of the first tokens of the vocabulary.
        logits: Vec<f32>,
        /// Maximum difference.
        tolerance: f32,
    },
    /// The mean of all logits, at every position of a prompt.
    Means {
        /// The prompt.
        ids: Vec<u32>,
        /// A mean per position.
        means: Vec<f32>,
        /// Maximum difference.
        tolerance: f32,
    },
    /// The greedy tokens after a prompt.
    Greedy {
        /// The prompt.
        ids: Vec<u32>,
        /// The tokens.
        next: Vec<u32>,
        /// Maximum lead of another token.
        near_tie: f32,
    },
    /// The greedy completion of a string.
    Completion {
        /// The prompt.
        prompt: String,
        /// The text after it.
        text: String,
        /// Maximum lead of another token.
        near_tie: f32,
    },
}

/// The result of one check.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Outcome {
    /// The kind of the case, as in the file.
    pub kind: &'static str,
    /// The input in short.
    pub input: String,
    /// Whether the result is the published one, within the case's tolerance.
    pub passed: bool,
    /// How near the result is, or the error.
    pub note: String,
    /// The published result.
    pub expected: Value,
    /// The result of this model; null after an error.
    pub got: Value,
    /// Where the expected result was published.
    pub source: String,
}

/// The result of a model for one case, beside the expected one.
struct Found {
    expected: Value,
    got: Value,
    passed: bool,
    note: String,
}

impl Entry {
    /// Compares a model with all values. A case that cannot be computed, as without a tokenizer, has
    /// not passed; its note is the error.
    pub fn check<'a, B: Backend>(
        &'a self,
        model: &'a TextModel<B>,
    ) -> impl Iterator<Item = Outcome> + 'a {
        let cases = self
            .groups
            .iter()
            .flat_map(|group| group.cases.iter().map(move |case| (group.source.as_str(), case)));
        cases.map(move |(source, case)| case.outcome(model, source))
    }
}

impl Case {
    fn outcome<B: Backend>(&self, model: &TextModel<B>, source: &str) -> Outcome {
        let found = self.run(model).unwrap_or_else(|error| Found {
            expected: Value::Null,
            got: Value::Null,
            passed: false,
            note: error.to_string(),
        });
        let (kind, input) = self.input();
        let Found { expected, got, passed, note } = found;
        Outcome { kind, input, passed, note, expected, got, source: source.to_owned() }
    }

    fn input(&self) -> (&'static str, String) {
        let prompt = |ids: &[u32]| format!("{} prompt ids", ids.len());
        match self {
            Self::Tokens { text, .. } => ("tokens", short(text)),
            Self::Chat { messages, .. } => {
                ("chat", short(messages.last().map_or("", |message| message.text())))
            }
            Self::Top { ids, .. } => ("top", prompt(ids)),
            Self::Logits { ids, .. } => ("logits", prompt(ids)),
            Self::Means { ids, .. } => ("means", prompt(ids)),
            Self::Greedy { ids, .. } => ("greedy", prompt(ids)),
            Self::Completion { prompt, .. } => ("completion", short(prompt)),
        }
    }

    fn run<B: Backend>(&self, model: &TextModel<B>) -> Result<Found> {
        match self {
            Self::Tokens { text, ids } => {
                Ok(same_ids(ids, &model.tokenizer()?.encode(text, true)?))
            }
            Self::Chat { messages, ids } => {
                let prompt = model.chat_template()?.render(messages, true)?;
                Ok(same_ids(ids, &model.tokenizer()?.encode(&prompt, false)?))
            }
            Self::Top { ids, top, tolerance, near_tie } => {
                let logits = logits(model, ids)?.pop().unwrap_or_default();
                Ok(same_top(top, &logits, *tolerance, *near_tie))
            }
            Self::Logits { ids, position, logits: expected, tolerance } => {
                let mut logits = logits(model, ids)?;
                let got = logits.get_mut(*position).map(std::mem::take).unwrap_or_default();
                Ok(same_numbers(expected, &got[..got.len().min(expected.len())], *tolerance))
            }
            Self::Means { ids, means, tolerance } => {
                let mean = |logits: &Vec<f32>| {
                    let sum: f64 = logits.iter().copied().map(f64::from).sum();
                    (sum / logits.len() as f64) as f32
                };
                let got: Vec<f32> = logits(model, ids)?.iter().map(mean).collect();
                Ok(same_numbers(means, &got, *tolerance))
            }
            Self::Greedy { ids, next, near_tie } => same_greedy(model, ids, next, *near_tie),
            Self::Completion { prompt, text, near_tie } => {
                let tokenizer = model.tokenizer()?;
                let ids = tokenizer.encode(prompt, true)?;
                let all = tokenizer.encode(&format!("{prompt}{text}"), true)?;
                match all.strip_prefix(ids.as_slice()) {
                    Some(next) => same_greedy(model, &ids, next, *near_tie),
                    None => Ok(same_ids(&ids, &all[..all.len().min(ids.len())])),
                }
            }
        }
    }
}

/// The logits at every position of a prompt, with the KV cache in f32.
fn logits<B: Backend>(model: &TextModel<B>, ids: &[u32]) -> Result<Vec<Vec<f32>>> {
    let options = ScoreOptions::default().kv_cache_dtype(KvDType::F32).all(true);
    Ok(model.score(ids, options)?.logits)
}

fn same_ids(expected: &[u32], got: &[u32]) -> Found {
    let equal = expected.iter().zip(got).take_while(|(expected, got)| expected == got).count();
    let passed = expected == got;
    let note = match passed {
        true => format!("{} ids", got.len()),
        false => format!("ids differ from index {equal} on"),
    };
    Found { expected: json!(expected), got: json!(got), passed, note }
}

fn same_numbers(expected: &[f32], got: &[f32], tolerance: f32) -> Found {
    let difference =
        largest(expected.iter().zip(got).map(|(expected, got)| (expected - got).abs()));
    let passed = expected.len() == got.len() && difference <= tolerance;
    let note = match expected.len() == got.len() {
        true => format!("largest difference {difference:.4}, tolerance {tolerance}"),
        false => format!("{} values, expected {}", got.len(), expected.len()),
    };
    Found { expected: json!(expected), got: json!(got), passed, note }
}

fn same_top(expected: &[(u32, f32)], logits: &[f32], tolerance: f32, near_tie: f32) -> Found {
    let logit = |id: u32| logits.get(id as usize).copied().unwrap_or(f32::NAN);
    let difference = largest(expected.iter().map(|(id, value)| (logit(*id) - value).abs()));
    let lead = expected.first().map_or(0.0, |(id, _)| lead(logits, *id));
    let mut got: Vec<(u32, f32)> = (0..).zip(logits.iter().copied()).collect();
    got.sort_by(|a, b| b.1.total_cmp(&a.1));
    got.truncate(expected.len());
    Found {
        passed: difference <= tolerance && lead <= near_tie,
        note: format!(
            "largest difference {difference:.4}, tolerance {tolerance}; lead over the expected \
             token {lead:.4}, near tie {near_tie}"
        ),
        expected: json!(expected),
        got: json!(got),
    }
}

fn same_greedy<B: Backend>(
    model: &TextModel<B>,
    ids: &[u32],
    next: &[u32],
    near_tie: f32,
) -> Result<Found> {
    let given = [ids, &next[..next.len().saturating_sub(1)]].concat();
    let all = logits(model, &given)?;
    let steps = &all[ids.len().saturating_sub(1)..];
    let got: Vec<u32> = steps.iter().map(|logits| argmax(logits)).collect();
    let lead = largest(steps.iter().zip(next).map(|(logits, token)| lead(logits, *token)));
    let equal = got.iter().zip(next).filter(|(got, expected)| got == expected).count();
    let note = format!(
        "{equal} of {} tokens equal, the others lead by at most {lead:.4}, near tie {near_tie}",
        next.len()
    );
    Ok(Found { expected: json!(next), got: json!(got), passed: lead <= near_tie, note })
}

/// How far the best token leads this one; NaN if there is no such token.
fn lead(logits: &[f32], token: u32) -> f32 {
    let best = logits.get(argmax(logits) as usize);
    match (best, logits.get(token as usize)) {
        (Some(best), Some(logit)) => best - logit,
        _ => f32::NAN,
    }
}

/// The largest value; NaN if one is NaN, so that no tolerance accepts it.
fn largest(values: impl Iterator<Item = f32>) -> f32 {
    values.fold(0.0, |most: f32, value| if value > most || value.is_nan() { value } else { most })
}

/// A string for a table: quoted, at most 40 characters of it.
fn short(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{:?}…", &text[..end]),
        None => format!("{text:?}"),
    }
}
