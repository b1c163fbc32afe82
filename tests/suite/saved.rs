//! A saved sequence resumes to the same bits, in its own cache or another; other files are rejected.

use plt_model::plan::PlanKind;
use plt_model::{CacheOptions, Error, LogitsFor, Model, NoTrace, Sequence};
use plt_runtime::{Cpu, KvDType};
use plt_tests::tiny::Tiny;
use proptest::prelude::*;

use crate::plans::{logits, shapes};

const TOKENS: usize = 40;

fn options(dtype: KvDType, rollback: usize) -> CacheOptions {
    CacheOptions::single(2 * TOKENS, dtype, PlanKind::Sequential).max_num_seqs(2).rollback(rollback)
}

/// Runs a sequence up to `len` positions; returns the logits of the new ones.
fn go_on(
    model: &Model<Cpu>,
    cache: &mut plt_model::Cache<Cpu>,
    sequence: &mut Sequence,
    len: usize,
) -> Vec<Vec<f32>> {
    let (rule, loops) = (model.config().loops.rule, model.config().loops.count);
    let mut rows = Vec::new();
    for pass in PlanKind::Sequential.passes(rule, loops, 0, sequence.kv().len()..len) {
        let sequences = &mut [&mut *sequence];
        let output = model.run(cache, sequences, &pass, LogitsFor::Every, &mut NoTrace);
        if let Some(values) = output.expect("a pass").logits {
            let values = model.backend().read(&values).expect("logits");
            rows.extend(values.chunks(29).map(<[f32]>::to_vec));
        }
    }
    rows
}

fn model(shape: &Tiny) -> Model<Cpu> {
    shape.model(Cpu::new(Some(1)).expect("a thread"))
}

/// The bytes of a saved sequence of `len` positions.
fn saved(shape: &Tiny, dtype: KvDType, tokens: &[u32], len: usize, back: usize) -> Vec<u8> {
    let model = model(shape);
    let mut cache = model.cache(options(dtype, 3)).expect("a cache");
    let mut sequence = cache.open().expect("a place");
    sequence.extend(tokens.iter().copied());
    go_on(&model, &mut cache, &mut sequence, len);
    model.truncate(&mut cache, &mut sequence, len - back).expect("within the rollback");
    let mut bytes = Vec::new();
    model.save(&cache, sequence.tokens(), sequence.kv(), &mut bytes).expect("saved");
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn restored_sequence_resumes_to_the_same_bits(
        (shape, dtype) in shapes(),
        tokens in proptest::collection::vec(0..29u32, TOKENS),
        (len, back, more) in (4..30usize, 0..=3usize, 0..=3usize),
    ) {
        let bytes = saved(&shape, dtype, &tokens, len, back);
        let model = model(&shape);
        let mut cache = model.cache(options(dtype, 3)).expect("a cache");
        // Another sequence occupies the first blocks.
        let mut other = cache.open().expect("a place");
        other.extend([1; TOKENS]);
        go_on(&model, &mut cache, &mut other, 20);
        let mut sequence = model.restore(&mut cache, &mut &bytes[..]).expect("restored");
        prop_assert_eq!(sequence.tokens(), &tokens[..len - back]);
        // The rollback limit is that of the saved sequence.
        if back + more <= 3 {
            model.truncate(&mut cache, &mut sequence, len - back - more).expect("in reach");
        }
        sequence.replace_pending(tokens[sequence.kv().len()..].iter().copied());
        let from = sequence.kv().len();
        let rows = go_on(&model, &mut cache, &mut sequence, TOKENS);
        let plan = PlanKind::Sequential.passes(shape.rule, shape.loops, 0, 0..TOKENS);
        prop_assert_eq!(&rows[..], &logits(&model, &tokens, dtype, &plan)[from..]);
        sequence.kv().check_invariants().expect("whole");
    }

    #[test]
    fn damaged_saved_sequence_is_rejected(
        (shape, dtype) in shapes(),
        (at, flip) in (any::<prop::sample::Index>(), 1..=255u8),
        cut in any::<prop::sample::Index>(),
    ) {
        let tokens: Vec<u32> = (0..TOKENS as u32).map(|i| i % 29).collect();
        let bytes = saved(&shape, dtype, &tokens, 9, 0);
        let model = model(&shape);
        let mut cache = model.cache(options(dtype, 3)).expect("a cache");
        let mut flipped = bytes.clone();
        flipped[at.index(bytes.len())] ^= flip;
        let longer = [&bytes[..], &[0]].concat();
        for damaged in [&flipped, &bytes[..cut.index(bytes.len())], &longer] {
            let refused = model.restore(&mut cache, &mut &damaged[..]).expect_err("refused");
            let expected = matches!(refused, Error::Saved { .. } | Error::Cache(_));
            prop_assert!(expected, "{refused}");
            prop_assert_eq!(cache.pool().stats().bytes.used, 0);
        }
    }
}

#[test]
fn saved_sequence_of_another_model_or_cache_is_rejected() {
    let shape = crate::engine::shape(2);
    let tokens: Vec<u32> = (0..TOKENS as u32).map(|i| i % 29).collect();
    let bytes = saved(&shape, KvDType::F16, &tokens, 20, 0);
    let refused = |shape: &Tiny, options: CacheOptions| {
        let model = model(shape);
        let mut cache = model.cache(options).expect("a cache");
        let restored = model.restore(&mut cache, &mut &bytes[..]);
        restored.err().map(|error| error.to_string()).unwrap_or_default()
    };
    let same = options(KvDType::F16, 3);
    assert_eq!(refused(&shape, same), "");
    let other_weights = Tiny { seed: 8, ..shape };
    assert!(refused(&other_weights, same).contains("the model"));
    assert!(refused(&Tiny { loops: 3, ..shape }, same).contains("the model"));
    assert!(refused(&shape, options(KvDType::F16, 2)).contains("the model"));
    let type_error = refused(&shape, options(KvDType::F32, 3));
    assert!(type_error.contains("the type of keys and values: expected f32"), "{type_error}");
    // A cache that is too small is an error.
    let small = refused(&shape, same.kv_cache_tokens(8).max_num_seqs(1));
    assert!(small.contains("block"), "{small}");
}
