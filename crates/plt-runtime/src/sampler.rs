//! Choosing the next token from logits.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap, HashSet};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use crate::error::{Error, Result};

/// How tokens are chosen. The names and meanings are those of `generation_config.json`.
///
/// Filters apply in the order of Hugging Face's `generate`: penalties, temperature, top-k, top-p,
/// min-p. Each sees the distribution that the one before it left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SamplingParams {
    /// Logits are divided by it; 0 takes the best token every time. Finite, at least 0.
    pub temperature: f32,
    /// Keep the `top_k` best tokens; 0 keeps all.
    pub top_k: usize,
    /// Keep the fewest best tokens whose probabilities sum to `top_p`. In (0, 1]; 1 keeps all.
    pub top_p: f32,
    /// Keep tokens that are at least `min_p` times as likely as the best. In \[0, 1\]; 0 keeps all.
    pub min_p: f32,
    /// Logits of tokens seen before are divided by it if positive and multiplied if negative, once
    /// however often the token was seen (Keskar et al. 2019, section 4.1). Finite, above 0; 1 is
    /// off.
    pub repetition_penalty: f32,
    /// Taken from the logits of tokens that were generated before, however often. From -2 to 2, as in
    /// OpenAI's interface; 0 is off.
    pub presence_penalty: f32,
    /// Taken from the logits of tokens that were generated before, once for every time. From -2 to 2,
    /// as in OpenAI's interface; 0 is off.
    pub frequency_penalty: f32,
    /// Selects the random stream: the same seed, logits and history give the same tokens.
    pub seed: u64,
}

impl Default for SamplingParams {
    /// Greedy.
    fn default() -> Self {
        Self {
            temperature: 0.0,
            top_k: 0,
            top_p: 1.0,
            min_p: 0.0,
            repetition_penalty: 1.0,
            presence_penalty: 0.0,
            frequency_penalty: 0.0,
            seed: 0,
        }
    }
}

impl SamplingParams {
    /// Fails unless every parameter is in its range.
    ///
    /// # Errors
    /// [`Error::Sampling`] for the first that is not.
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

    /// Whether some logits change with what was said.
    fn penalises(&self) -> bool {
        let Self { repetition_penalty, presence_penalty, frequency_penalty, .. } = *self;
        repetition_penalty != 1.0 || presence_penalty != 0.0 || frequency_penalty != 0.0
    }
}

/// The sampler of one request, with its own random stream.
#[derive(Debug, Clone)]
pub struct Sampler {
    params: SamplingParams,
    /// Tokens of the history that were not generated.
    prompt_tokens: usize,
    rng: ChaCha8Rng,
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
    /// A sampler at the start of its stream.
    ///
    /// # Errors
    /// Those of [`SamplingParams::validate`].
    pub fn new(params: SamplingParams) -> Result<Self> {
        params.validate()?;
        // The whole key is spelled out, so that no library decides what a seed means.
        let mut key = [0; 32];
        key[..8].copy_from_slice(&params.seed.to_le_bytes());
        Ok(Self { params, prompt_tokens: 0, rng: ChaCha8Rng::from_seed(key) })
    }

    /// The same for histories that begin with a prompt of so many tokens: presence and frequency
    /// penalties are about what comes after it.
    pub fn after_prompt(self, prompt_tokens: usize) -> Self {
        Self { prompt_tokens, ..self }
    }

    /// Chooses a token. `logits`: one a token, negative infinity forbids it; `history`: the tokens
    /// so far, prompt included, for the penalties.
    ///
    /// Greedy choice draws nothing from the stream; any other draws one number a token.
    ///
    /// # Errors
    /// [`Error::NotFinite`] for a logit that is NaN or positive infinity, or if all are negative
    /// infinity.
    pub fn sample(&mut self, logits: &[f32], history: &[u32]) -> Result<u32> {
        self.sample_among(&all(logits), history)
    }

    /// The same where only some tokens and their logits are at hand, best first: at least
    /// [`enough`](Self::enough) of them.
    ///
    /// # Errors
    /// Those of [`sample`](Self::sample).
    pub fn sample_among(&mut self, logits: &[(u32, f32)], history: &[u32]) -> Result<u32> {
        if self.params.temperature == 0.0 {
            return Ok(best(&self.candidates(logits, history)?).id);
        }
        let distribution = self.among(logits, history)?;
        // 53 random bits: every f64 step of 2^-53 in [0, 1).
        let mut rest = (self.rng.next_u64() >> 11) as f64 / (1u64 << 53) as f64;
        for (id, probability) in &distribution {
            rest -= probability;
            if rest < 0.0 {
                return Ok(*id);
            }
        }
        // Rounding left a crumb past the last token.
        Ok(distribution.last().map_or(0, |(id, _)| *id))
    }

    /// How many of the best logits decide, whatever the others are; `None` if all of them do.
    pub fn enough(&self) -> Option<usize> {
        let SamplingParams { temperature, top_k, .. } = self.params;
        match (!self.params.penalises(), temperature == 0.0, top_k) {
            (false, _, _) | (true, false, 0) => None,
            (true, true, _) => Some(1),
            (true, false, k) => Some(k),
        }
    }

    /// The distribution that [`sample`](Self::sample) draws from: tokens that survive the filters
    /// with their probabilities, which sum to 1. At temperature 0 that is one token.
    ///
    /// # Errors
    /// Those of [`sample`](Self::sample).
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
            let enough = f64::from(top_p) * total(&candidates);
            let mut mass = 0.0;
            candidates = descending(candidates)
                .take_while(|candidate| {
                    let wanted = mass < enough;
                    mass += candidate.value;
                    wanted
                })
                .collect();
        }
        candidates.retain(|candidate| candidate.value >= f64::from(min_p));
        let total = total(&candidates);
        Ok(candidates.iter().map(|candidate| (candidate.id, candidate.value / total)).collect())
    }

    /// Possible tokens with their logits after the penalties; at least one.
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
            // Adding 0 turns -0 into 0, so that the two are equals.
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

/// Every token with its logit.
fn all(logits: &[f32]) -> Vec<(u32, f32)> {
    (0..).zip(logits.iter().copied()).collect()
}

/// The best of at least one.
fn best(candidates: &[Candidate]) -> Candidate {
    candidates.iter().copied().fold(candidates[0], Ord::max)
}

fn total(candidates: &[Candidate]) -> f64 {
    candidates.iter().map(|candidate| candidate.value).sum()
}

/// Best first, and only as much sorting as is asked for: filters mostly keep few of many.
fn descending(candidates: Vec<Candidate>) -> impl Iterator<Item = Candidate> {
    let mut heap = BinaryHeap::from(candidates);
    std::iter::from_fn(move || heap.pop())
}
