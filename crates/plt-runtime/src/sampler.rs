//! Chooses the next token from logits.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap, HashSet};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use crate::builder::builder;
use crate::error::{Error, Result};

/// How tokens are chosen. The names and meanings are those of `generation_config.json`.
///
/// Filters apply in the order of Hugging Face's `generate`: penalties, temperature, top-k, top-p,
/// min-p. Each sees the distribution that the one before it left.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct SamplingParams {
    /// Divides the logits; 0 always takes the best token. Finite, at least 0.
    pub temperature: f32,
    /// Keep the `top_k` best tokens; 0 keeps all.
    pub top_k: usize,
    /// Keep the fewest best tokens whose probabilities sum to `top_p`. In (0, 1]; 1 keeps all.
    pub top_p: f32,
    /// Keep tokens that are at least `min_p` times as likely as the best. In \[0, 1\]; 0 keeps all.
    pub min_p: f32,
    /// Divides positive and multiplies negative logits of tokens that occurred before, once however
    /// often the token occurred (Keskar et al. 2019, section 4.1). Finite, above 0; 1 is off.
    pub repetition_penalty: f32,
    /// Subtracted from the logits of tokens that were generated before, however often. From -2 to
    /// 2, as in OpenAI's interface; 0 is off.
    pub presence_penalty: f32,
    /// Subtracted from the logits of tokens that were generated before, once per occurrence. From
    /// -2 to 2, as in OpenAI's interface; 0 is off.
    pub frequency_penalty: f32,
    /// Selects the random numbers, one per position of the sequence: the same seed, logits and
    /// history give the same tokens.
    pub seed: u64,
}

builder!(SamplingParams {
    temperature: f32,
    top_k: usize,
    top_p: f32,
    min_p: f32,
    repetition_penalty: f32,
    presence_penalty: f32,
    frequency_penalty: f32,
    seed: u64,
});

impl Default for SamplingParams {
    /// [`GREEDY`](Self::GREEDY).
    fn default() -> Self {
        Self::GREEDY
    }
}

impl SamplingParams {
    /// Always takes the best token: no penalties, seed 0.
    pub const GREEDY: Self = Self {
        temperature: 0.0,
        top_k: 0,
        top_p: 1.0,
        min_p: 0.0,
        repetition_penalty: 1.0,
        presence_penalty: 0.0,
        frequency_penalty: 0.0,
        seed: 0,
    };

    /// Checks that every parameter is in its range.
    ///
    /// # Errors
    /// [`Error::Sampling`] for the first one that is not.
    pub fn validate(&self) -> Result<()> {
        let check = |ok: bool, field, expected, found: f32| match ok {
            true => Ok(()),
            false => Err(Error::Sampling { field, expected, found: found.into() }),
        };
        let Self { temperature, top_p, min_p, repetition_penalty, .. } = *self;
        let from_minus_2_to_2 = |field, found| {
            check((-2.0..=2.0).contains(&found), field, "a number from -2 to 2", found)
        };
        from_minus_2_to_2("presence_penalty", self.presence_penalty)?;
        from_minus_2_to_2("frequency_penalty", self.frequency_penalty)?;
        let finite = temperature.is_finite() && temperature >= 0.0;
        check(finite, "temperature", "a finite number of at least 0", temperature)?;
        check(top_p > 0.0 && top_p <= 1.0, "top_p", "a number above 0 and up to 1", top_p)?;
        check((0.0..=1.0).contains(&min_p), "min_p", "a number from 0 to 1", min_p)?;
        let positive = repetition_penalty.is_finite() && repetition_penalty > 0.0;
        check(positive, "repetition_penalty", "a finite number above 0", repetition_penalty)
    }

    /// Whether some logits depend on the history.
    fn penalises(&self) -> bool {
        let Self { repetition_penalty, presence_penalty, frequency_penalty, .. } = *self;
        repetition_penalty != 1.0 || presence_penalty != 0.0 || frequency_penalty != 0.0
    }
}

/// The sampler of one request.
///
/// # Random numbers
///
/// A token is drawn with one random number, which depends on the seed and on the token's position
/// and on nothing else. Position n of a sequence (the first token of the prompt has position 0) has
/// the 64-bit word n of the ChaCha8 keystream (its 32-bit words 2n and 2n + 1, the low one first)
/// with nonce 0 and this 256-bit key: the seed in little-endian order, then zeros. The upper 53
/// bits of the word, divided by 2^53, are the random number in [0, 1).
///
/// So an answer can be continued in another process: the prompt and the first k tokens of its
/// answer, given as a prompt with the same seed, are followed by the remaining tokens. The presence
/// and frequency penalties are the exception: they count the tokens after the prompt.
#[derive(Debug, Clone)]
pub struct Sampler {
    params: SamplingParams,
    /// Tokens of the history that were not generated.
    prompt_tokens: usize,
}

/// A token with its logit or, later, its weight. The greatest is the best: of equals, the lower id.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    id: u32,
    value: f64,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.value.total_cmp(&other.value).then(other.id.cmp(&self.id))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Candidate {}

impl Sampler {
    /// Creates a sampler for sequences without a prompt.
    ///
    /// # Errors
    /// The errors of [`SamplingParams::validate`].
    pub fn new(params: SamplingParams) -> Result<Self> {
        params.validate()?;
        Ok(Self { params, prompt_tokens: 0 })
    }

    /// Sets the number of prompt tokens at the beginning of a history: the presence and frequency
    /// penalties count only the tokens after them.
    pub fn after_prompt(self, prompt_tokens: usize) -> Self {
        Self { prompt_tokens, ..self }
    }

    /// Chooses the token after `history`, the tokens so far including the prompt. `logits` has one
    /// value per token of the vocabulary; negative infinity forbids a token.
    ///
    /// It is drawn with the random number of position `history.len()`, see [`Sampler`]; at
    /// temperature 0 without one.
    ///
    /// # Errors
    /// [`Error::NotFinite`] for a logit that is NaN or positive infinity, or if all are negative
    /// infinity.
    pub fn sample(&self, logits: &[f32], history: &[u32]) -> Result<u32> {
        self.sample_among(&all(logits), history)
    }

    /// Chooses a token as [`sample`](Self::sample) does, from the best tokens and their logits,
    /// best first: at least [`required_top_k`](Self::required_top_k) of them.
    ///
    /// # Errors
    /// The errors of [`sample`](Self::sample).
    pub fn sample_among(&self, logits: &[(u32, f32)], history: &[u32]) -> Result<u32> {
        if self.params.temperature == 0.0 {
            return Ok(best(&self.candidates(logits, history)?).id);
        }
        let distribution = self.among(logits, history)?;
        let mut rest = random_number(self.params.seed, history.len());
        for (id, probability) in &distribution {
            rest -= probability;
            if rest < 0.0 {
                return Ok(*id);
            }
        }
        // The probabilities may sum to slightly less than 1.
        Ok(distribution.last().map_or(0, |(id, _)| *id))
    }

    /// Returns how many of the best logits determine the choice; `None` if all of them are
    /// required.
    pub fn required_top_k(&self) -> Option<usize> {
        let SamplingParams { temperature, top_k, .. } = self.params;
        match (!self.params.penalises(), temperature == 0.0, top_k) {
            (false, _, _) | (true, false, 0) => None,
            (true, true, _) => Some(1),
            (true, false, k) => Some(k),
        }
    }

    /// Returns the distribution that [`sample`](Self::sample) draws from: the tokens that pass the
    /// filters with their probabilities, which sum to 1. At temperature 0 that is one token.
    ///
    /// # Errors
    /// The errors of [`sample`](Self::sample).
    pub fn distribution(&self, logits: &[f32], history: &[u32]) -> Result<Vec<(u32, f64)>> {
        self.among(&all(logits), history)
    }

    fn among(&self, logits: &[(u32, f32)], history: &[u32]) -> Result<Vec<(u32, f64)>> {
        let SamplingParams { temperature, top_k, top_p, min_p, .. } = self.params;
        let mut candidates = self.candidates(logits, history)?;
        let best = best(&candidates);
        if temperature == 0.0 {
            return Ok(vec![(best.id, 1.0)]);
        }
        // Softmax without its denominator: the best token weighs 1. f64 cannot overflow here,
        // whatever the penalty and however low the temperature.
        for candidate in &mut candidates {
            candidate.value = ((candidate.value - best.value) / f64::from(temperature)).exp();
        }
        if top_k > 0 {
            candidates = descending(candidates).take(top_k).collect();
        }
        if top_p < 1.0 {
            let target = f64::from(top_p) * total(&candidates);
            let mut mass = 0.0;
            candidates = descending(candidates)
                .take_while(|candidate| {
                    let wanted = mass < target;
                    mass += candidate.value;
                    wanted
                })
                .collect();
        }
        candidates.retain(|candidate| candidate.value >= f64::from(min_p));
        let total = total(&candidates);
        Ok(candidates.iter().map(|candidate| (candidate.id, candidate.value / total)).collect())
    }

    /// Returns the possible tokens with their logits after the penalties; at least one.
    fn candidates(&self, logits: &[(u32, f32)], history: &[u32]) -> Result<Vec<Candidate>> {
        let penalty = f64::from(self.params.repetition_penalty);
        let seen: HashSet<u32> = match penalty == 1.0 {
            true => HashSet::new(),
            false => history.iter().copied().collect(),
        };
        let SamplingParams { presence_penalty, frequency_penalty, .. } = self.params;
        let mut counts: HashMap<u32, u32> = HashMap::new();
        if presence_penalty != 0.0 || frequency_penalty != 0.0 {
            for id in history.iter().skip(self.prompt_tokens) {
                *counts.entry(*id).or_default() += 1;
            }
        }
        let not_finite =
            |value| Error::NotFinite { position: history.len().saturating_sub(1), value };
        let mut candidates = Vec::with_capacity(logits.len());
        for (id, logit) in logits {
            if logit.is_nan() || *logit == f32::INFINITY {
                return Err(not_finite(*logit));
            }
            if *logit == f32::NEG_INFINITY {
                continue;
            }
            // Adding 0 turns -0 into 0, so that the two compare equal.
            let mut value = f64::from(*logit) + 0.0;
            if seen.contains(id) {
                value = if value > 0.0 { value / penalty } else { value * penalty };
            }
            if let Some(count) = counts.get(id) {
                value -=
                    f64::from(presence_penalty) + f64::from(*count) * f64::from(frequency_penalty);
            }
            candidates.push(Candidate { id: *id, value });
        }
        match candidates.is_empty() {
            true => Err(not_finite(f32::NEG_INFINITY)),
            false => Ok(candidates),
        }
    }
}

/// Returns the random number in [0, 1) of a position, as [`Sampler`] defines it.
fn random_number(seed: u64, position: usize) -> f64 {
    // The whole key is given here: no library decides what a seed means.
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.to_le_bytes());
    let mut stream = ChaCha8Rng::from_seed(key);
    stream.set_word_pos(2 * position as u128);
    (stream.next_u64() >> 11) as f64 / (1u64 << 53) as f64
}

/// Pairs every token with its logit.
fn all(logits: &[f32]) -> Vec<(u32, f32)> {
    (0..).zip(logits.iter().copied()).collect()
}

/// Returns the best candidate of at least one.
fn best(candidates: &[Candidate]) -> Candidate {
    candidates.iter().copied().fold(candidates[0], Ord::max)
}

fn total(candidates: &[Candidate]) -> f64 {
    candidates.iter().map(|candidate| candidate.value).sum()
}

/// Iterates over the candidates, best first. A heap sorts only those that are taken: filters mostly
/// keep few of many.
fn descending(candidates: Vec<Candidate>) -> impl Iterator<Item = Candidate> {
    let mut heap = BinaryHeap::from(candidates);
    std::iter::from_fn(move || heap.pop())
}
