//! The sampler: its distributions, and its draws from them.

use plt_runtime::{Error, Sampler, SamplingParams};
use proptest::prelude::*;

/// Plain sampling: temperature 1, no filters.
fn on() -> SamplingParams {
    SamplingParams::default().temperature(1.0).seed(1)
}

fn distribution(params: SamplingParams, logits: &[f32], history: &[u32]) -> Vec<(u32, f64)> {
    let sampler = Sampler::new(params).expect("parameters in range");
    let mut distribution = sampler.distribution(logits, history).expect("a distribution");
    distribution.sort_by_key(|(id, _)| *id);
    distribution
}

/// Softmax over all tokens: the definition.
fn softmax(logits: &[f32], temperature: f32) -> Vec<f64> {
    let scaled: Vec<f64> = logits.iter().map(|l| f64::from(*l) / f64::from(temperature)).collect();
    let best = scaled.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = scaled.iter().map(|l| (l - best).exp()).collect();
    let total: f64 = weights.iter().sum();
    weights.iter().map(|w| w / total).collect()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9
}

fn argmax(logits: &[f32]) -> u32 {
    let mut best = 0;
    for (id, logit) in logits.iter().enumerate() {
        if *logit > logits[best] {
            best = id;
        }
    }
    best as u32
}

/// Distinct logits, so that ranks are unique.
fn distinct_logits() -> impl Strategy<Value = Vec<f32>> {
    prop::collection::hash_set(-200i32..200, 1..40)
        .prop_map(|set| set.into_iter().map(|value| value as f32 / 20.0).collect())
}

fn rank(logits: &[f32]) -> Vec<u32> {
    let mut ids: Vec<u32> = (0..logits.len() as u32).collect();
    ids.sort_by(|a, b| logits[*b as usize].total_cmp(&logits[*a as usize]));
    ids
}

proptest! {
    #[test]
    fn sampler_without_filters_is_softmax(logits in distinct_logits(), temperature in 0.05f32..5.0) {
        let expected = softmax(&logits, temperature);
        let found = distribution(on().temperature(temperature), &logits, &[]);
        prop_assert_eq!(found.len(), logits.len());
        for (id, probability) in found {
            prop_assert!(close(probability, expected[id as usize]));
        }
    }

    #[test]
    fn sampler_top_k_keeps_the_best(logits in distinct_logits(), top_k in 1..50usize) {
        let found = distribution(on().top_k(top_k), &logits, &[]);
        let mut expected = rank(&logits);
        expected.truncate(top_k);
        expected.sort_unstable();
        prop_assert_eq!(found.iter().map(|(id, _)| *id).collect::<Vec<_>>(), expected);
        prop_assert!(close(found.iter().map(|(_, p)| p).sum(), 1.0));
    }

    #[test]
    fn sampler_top_p_keeps_the_fewest_sufficient_tokens(logits in distinct_logits(), top_p in 0.001f32..1.0) {
        let probabilities = softmax(&logits, 1.0);
        let found = distribution(on().top_p(top_p), &logits, &[]);
        let kept: Vec<u32> = found.iter().map(|(id, _)| *id).collect();
        let mut best = rank(&logits);
        best.truncate(kept.len());
        let mass = |ids: &[u32]| ids.iter().map(|id| probabilities[*id as usize]).sum::<f64>();
        prop_assert!(mass(&best) >= f64::from(top_p) - 1e-9);
        prop_assert!(mass(&best[..best.len() - 1]) < f64::from(top_p) + 1e-9);
        best.sort_unstable();
        prop_assert_eq!(kept, best);
    }

    #[test]
    fn sampler_min_p_keeps_tokens_near_the_best(logits in distinct_logits(), min_p in 0.0f32..=1.0) {
        let probabilities = softmax(&logits, 1.0);
        let best = probabilities[argmax(&logits) as usize];
        let found = distribution(on().min_p(min_p), &logits, &[]);
        let bound = f64::from(min_p) * best;
        for (id, probability) in probabilities.iter().enumerate() {
            let kept = found.iter().any(|(found, _)| *found as usize == id);
            prop_assert!(close(*probability, bound) || kept == (*probability >= bound));
        }
        prop_assert!(close(found.iter().map(|(_, p)| p).sum(), 1.0));
    }

    #[test]
    fn sampler_applies_filters_in_order(
        logits in distinct_logits(),
        top_k in 1..10usize,
        top_p in 0.1f32..1.0,
    ) {
        // Top-p over the k best alone is top-p of logits that forbid all others.
        let mut masked = vec![f32::NEG_INFINITY; logits.len()];
        for id in rank(&logits).into_iter().take(top_k) {
            masked[id as usize] = logits[id as usize];
        }
        let found = distribution(on().top_k(top_k).top_p(top_p), &logits, &[]);
        let expected = distribution(on().top_p(top_p), &masked, &[]);
        prop_assert_eq!(found.len(), expected.len());
        for ((id, p), (expected_id, expected_p)) in found.iter().zip(&expected) {
            prop_assert_eq!(id, expected_id);
            prop_assert!(close(*p, *expected_p));
        }
    }

    #[test]
    fn sampler_ignores_a_constant_added_to_all_logits(logits in distinct_logits(), shift in -50i32..50) {
        let params = on().temperature(0.7).top_k(8).top_p(0.9).min_p(0.05);
        let shifted: Vec<f32> = logits.iter().map(|logit| logit + shift as f32).collect();
        let (a, b) = (distribution(params, &logits, &[]), distribution(params, &shifted, &[]));
        // A sum may fall on either side of top_p; tokens kept on both sides agree.
        for (id, p) in &a {
            if let (Some((_, q)), true) = (b.iter().find(|(other, _)| other == id), a.len() == b.len()) {
                prop_assert!((p - q).abs() < 1e-4);
            }
        }
        prop_assert!(a.len().abs_diff(b.len()) <= 1);
    }

    #[test]
    fn sampler_does_not_depend_on_token_ids(
        (logits, shuffled) in distinct_logits().prop_flat_map(|logits| {
            let ids: Vec<usize> = (0..logits.len()).collect();
            (Just(logits), Just(ids).prop_shuffle())
        }),
    ) {
        let params = on().temperature(0.8).top_k(9).top_p(0.8).min_p(0.01);
        let renamed: Vec<f32> = shuffled.iter().map(|id| logits[*id]).collect();
        let expected = distribution(params, &logits, &[]);
        let mut found = distribution(params, &renamed, &[]);
        for (id, _) in &mut found {
            *id = shuffled[*id as usize] as u32;
        }
        found.sort_by_key(|(id, _)| *id);
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn sampler_greedy_takes_the_first_of_the_best(logits in prop::collection::vec(-3i8..3, 1..30)) {
        let logits: Vec<f32> = logits.into_iter().map(f32::from).collect();
        let greedy = Sampler::new(SamplingParams::default()).expect("parameters in range");
        let id = greedy.sample(&logits, &[]).expect("a token");
        prop_assert_eq!(id, argmax(&logits));
        // So is sampling from one token.
        for params in [on().top_k(1), on().top_p(1e-9)] {
            let sampler = Sampler::new(params).expect("parameters in range");
            prop_assert_eq!(sampler.sample(&logits, &[]).expect("a token"), id);
        }
    }

    #[test]
    fn sampler_repeats_tokens_for_a_seed(logits in distinct_logits(), seed: u64) {
        let draw = |seed| {
            let sampler = Sampler::new(on().seed(seed)).expect("parameters");
            let token = |position| sampler.sample(&logits, &[0; 64][..position]).expect("a token");
            (0..64).map(token).collect::<Vec<_>>()
        };
        prop_assert_eq!(draw(seed), draw(seed));
    }

    #[test]
    fn sampler_draws_a_possible_token_for_any_parameters(
        logits in prop::collection::vec(prop_oneof![
            any::<f32>().prop_filter("possible", |l| !l.is_nan() && *l != f32::INFINITY),
            Just(f32::NEG_INFINITY),
        ], 1..20),
        history in prop::collection::vec(any::<u32>(), 0..5),
        temperature in prop_oneof![Just(0.0), Just(f32::MIN_POSITIVE), Just(f32::MAX), 0.0f32..2.0],
        top_p in prop_oneof![Just(f32::MIN_POSITIVE), 0.01f32..=1.0],
        min_p in 0.0f32..=1.0,
        penalty in prop_oneof![Just(f32::MIN_POSITIVE), Just(f32::MAX), 0.5f32..2.0],
        (presence_penalty, frequency_penalty) in (-2.0f32..=2.0, -2.0f32..=2.0),
        top_k: usize,
        seed: u64,
    ) {
        prop_assume!(logits.iter().any(|logit| logit.is_finite()));
        let params = SamplingParams::default().temperature(temperature).top_k(top_k).top_p(top_p).min_p(min_p).repetition_penalty(penalty).presence_penalty(presence_penalty).frequency_penalty(frequency_penalty).seed(seed);
        let sampler = Sampler::new(params).expect("parameters in range");
        let id = sampler.sample(&logits, &history).expect("a token");
        prop_assert!(logits[id as usize].is_finite());
    }
}

#[test]
fn sampler_draws_follow_the_distribution() {
    let logits = [1.0, 0.0, 2.0, -1.0, f32::NEG_INFINITY, 0.5];
    for params in [on(), on().temperature(0.6).top_k(4).seed(9)] {
        let expected = distribution(params, &logits, &[]);
        let sampler = Sampler::new(params).expect("parameters in range");
        let history = vec![0; 100_000];
        let mut counts = [0u32; 6];
        for position in 0..history.len() {
            let id = sampler.sample(&logits, &history[..position]).expect("a token");
            counts[id as usize] += 1;
        }
        let mut chi_squared = 0.0;
        for (id, probability) in &expected {
            let mean = probability * history.len() as f64;
            chi_squared += (f64::from(counts[*id as usize]) - mean).powi(2) / mean;
            counts[*id as usize] = 0;
        }
        assert_eq!(counts, [0; 6], "tokens outside the distribution");
        // With 4 degrees of freedom one in 100,000 seeds exceeds this; the seeds are fixed.
        assert!(chi_squared < 28.5, "{chi_squared}");
    }
}

#[test]
fn sampler_draws_the_documented_chacha8_words() {
    let logits = [0.0; 100];
    let draw = |seed| {
        let sampler = Sampler::new(on().seed(seed)).expect("parameters");
        let token = |position| sampler.sample(&logits, &[0; 8][..position]).expect("a token");
        (0..8).map(token).collect::<Vec<_>>()
    };
    // Another library, machine or version must not change what a seed means: these are the first
    // words of ChaCha8 whose key is the seed in little-endian order, then zeros.
    assert_eq!(draw(0), [83, 63, 23, 11, 25, 9, 0, 26]);
    assert_eq!(draw(1), [38, 29, 79, 91, 85, 13, 73, 78]);
}

#[test]
fn sampler_draws_by_position_alone() {
    let sampler = Sampler::new(on()).expect("parameters in range");
    let token =
        |position: usize| sampler.sample(&[0.0; 1000], &vec![0; position]).expect("a token");
    let forward: Vec<u32> = (0..40).map(token).collect();
    let backward: Vec<u32> = (0..40).rev().map(token).collect();
    assert!(forward.iter().eq(backward.iter().rev()));
    assert!(forward.windows(2).any(|pair| pair[0] != pair[1]), "positions draw different numbers");
}

#[test]
fn sampler_repetition_penalty_counts_a_token_once() {
    let params = on().repetition_penalty(2.0);
    let logits = [2.0, 2.0, -2.0, -2.0, 0.0];
    // Seen: 0, four times, and 2; ids of another vocabulary do not matter.
    let found = distribution(params, &logits, &[0, 2, 0, 0, 0, 77]);
    let expected = softmax(&[1.0, 2.0, -4.0, -2.0, 0.0], 1.0);
    for ((_, found), expected) in found.iter().zip(&expected) {
        assert!(close(*found, *expected), "{found} {expected}");
    }
    // It is applied before greedy choice as well.
    let params = SamplingParams::default().repetition_penalty(2.0);
    let greedy = Sampler::new(params).expect("parameters in range");
    assert_eq!(greedy.sample(&logits, &[0]).expect("a token"), 1);
    assert_eq!(greedy.sample(&logits, &[]).expect("a token"), 0);
}

#[test]
fn sampler_presence_and_frequency_count_generated_tokens() {
    let params = on().presence_penalty(0.5).frequency_penalty(-0.25);
    let logits = [2.0, 2.0, -2.0, -2.0, 0.0];
    // A prompt of 1, 4, 4; generated: 0 three times, and 2.
    let history = [1, 4, 4, 0, 2, 0, 0];
    let sampler = Sampler::new(params).expect("parameters in range").after_prompt(3);
    let mut found = sampler.distribution(&logits, &history).expect("a distribution");
    found.sort_by_key(|(id, _)| *id);
    let expected = softmax(&[2.0 - 0.5 + 0.75, 2.0, -2.0 - 0.5 + 0.25, -2.0, 0.0], 1.0);
    for ((_, found), expected) in found.iter().zip(&expected) {
        assert!(close(*found, *expected), "{found} {expected}");
    }
    assert_eq!(sampler.required_top_k(), None);
}

#[test]
fn sampler_keeps_equal_tokens_in_order() {
    let kept = |params| {
        let found = distribution(params, &[1.0, 3.0, 3.0, 3.0], &[]);
        found.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(kept(on().top_k(2)), [1, 2]);
    assert_eq!(kept(on().top_p(0.5)), [1, 2]);
    let greedy = Sampler::new(SamplingParams::default()).expect("parameters in range");
    assert_eq!(greedy.sample(&[-0.0, 0.0], &[]).expect("a token"), 0);
}

#[test]
fn sampler_names_parameters_out_of_range() {
    let nan = f32::NAN;
    let inf = f32::INFINITY;
    let mut refused = 0;
    for value in [nan, inf, -inf, -1.0, -0.001, 0.0, 1.001, 2.0] {
        let cases = [
            ("temperature", !(value >= 0.0 && value < inf), on().temperature(value)),
            ("top_p", !(value > 0.0 && value <= 1.0), on().top_p(value)),
            ("min_p", !(0.0..=1.0).contains(&value), on().min_p(value)),
            ("repetition_penalty", !(value > 0.0 && value < inf), on().repetition_penalty(value)),
            ("presence_penalty", !(-2.0..=2.0).contains(&value), on().presence_penalty(value)),
            ("frequency_penalty", !(-2.0..=2.0).contains(&value), on().frequency_penalty(value)),
        ];
        for (name, wrong, params) in cases {
            match Sampler::new(params) {
                Ok(_) => assert!(!wrong, "{name} {value}"),
                Err(error) => {
                    assert!(wrong, "{name} {value}");
                    assert!(matches!(error, Error::Sampling { field, .. } if field == name));
                    assert!(error.to_string().contains(name), "{error}");
                    refused += 1;
                }
            }
        }
    }
    assert_eq!(refused, 5 + 8 + 7 + 6 + 3 + 3);
}

#[test]
fn sampler_rejects_logits_that_are_not_finite() {
    for params in [on(), SamplingParams::default()] {
        let sampler = Sampler::new(params).expect("parameters in range");
        let refused = |logits: &[f32]| {
            let result = sampler.sample(logits, &[5, 6]);
            assert!(matches!(result, Err(Error::NotFinite { position: 1, .. })), "{logits:?}");
        };
        refused(&[0.0, f32::NAN, 0.0]);
        refused(&[0.0, f32::INFINITY]);
        refused(&[f32::NEG_INFINITY; 3]);
        refused(&[]);
        let sampler = Sampler::new(params).expect("parameters in range");
        assert_eq!(sampler.sample(&[f32::NEG_INFINITY, -1e30], &[]).expect("a token"), 1);
    }
}

proptest! {
    #[test]
    fn sampler_required_top_k_decides_like_all_logits(
        logits in prop::collection::vec((-8i32..8).prop_map(|v| v as f32 / 2.0), 1..40),
        temperature in prop_oneof![Just(0.0f32), Just(0.7), Just(3.0)],
        top_k in 0usize..6,
        top_p in prop_oneof![Just(1.0f32), Just(0.6)],
        seed in any::<u64>(),
    ) {
        let params = SamplingParams::default().temperature(temperature).top_k(top_k).top_p(top_p).seed(seed);
        let (of_all, of_best) = (Sampler::new(params).unwrap(), Sampler::new(params).unwrap());
        let Some(required) = of_all.required_top_k() else {
            prop_assert!(temperature > 0.0 && top_k == 0);
            return Ok(());
        };
        let mut best: Vec<(u32, f32)> = (0..).zip(logits.iter().copied()).collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        best.truncate(required);
        for history in [&[0][..], &[0; 2], &[0; 3], &[0; 4]] {
            let expected = of_all.sample(&logits, history).unwrap();
            prop_assert_eq!(of_best.sample_among(&best, history).unwrap(), expected);
        }
    }

    #[test]
    fn sampler_penalty_requires_every_logit(temperature in 0.0f32..2.0, top_k in 0usize..6) {
        let penalised = SamplingParams::default().repetition_penalty(1.1).temperature(temperature).top_k(top_k);
        prop_assert_eq!(Sampler::new(penalised).unwrap().required_top_k(), None);
    }
}
