//! Perplexity against its definition.

use std::path::Path;

use plt_runtime::{
    Cpu, Error, KvDType, ModelFiles, PerplexityOptions, PlanKind, ScoreOptions, TextModel,
    divergence, perplexity, score,
};

fn model() -> TextModel<Cpu> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/plt-r2-hidden-w64");
    let files = ModelFiles::open(&dir).expect("a fixture");
    TextModel::load(Cpu::new(Some(1)).expect("a thread"), files, Default::default(), &mut |_, _| {})
        .expect("a model")
}

fn options(context: usize, stride: usize) -> PerplexityOptions {
    PerplexityOptions::new(context, stride).plan(PlanKind::Sequential).kv_cache_dtype(KvDType::F32)
}

/// -ln p of every token but the first, each from a run of its own.
fn naive(model: &TextModel<Cpu>, ids: &[u32], context: usize, stride: usize) -> f64 {
    let one = |i: usize| {
        let mut begin = 0;
        while begin + context <= i {
            begin += stride;
        }
        let options = ScoreOptions::default()
            .plan(PlanKind::Decode)
            .kv_cache_dtype(KvDType::F32)
            .all(false)
            .trace(false);
        let logits = score(model.model(), &ids[begin..i], options).expect("logits").logits;
        let exps: Vec<f64> = logits[0].iter().map(|v| f64::from(*v).exp()).collect();
        -(exps[ids[i] as usize] / exps.iter().sum::<f64>()).ln()
    };
    (1..ids.len()).map(one).sum::<f64>() / (ids.len() - 1) as f64
}

#[test]
fn perplexity_predicts_every_token_once() {
    let model = model();
    let ids: Vec<u32> = (0..29).map(|i| (i * i * 7 + 3) % 200).collect();
    for (context, stride, windows) in
        [(29, 28, 1), (64, 1, 1), (8, 3, 8), (8, 7, 4), (5, 1, 25), (2, 1, 28)]
    {
        let mut seen = Vec::new();
        let result = perplexity(model.model(), &ids, options(context, stride), &mut |done, all| {
            seen.push((done, all));
        })
        .expect("a perplexity");
        let expected = naive(&model, &ids, context, stride);
        let error = (result.nats_per_token - expected).abs();
        assert!(error < 1e-5, "{context} {stride}: {} {expected}", result.nats_per_token);
        assert!((result.perplexity - expected.exp()).abs() / expected.exp() < 1e-4);
        assert_eq!((result.tokens, result.windows), (28, windows), "{context} {stride}");
        assert_eq!(seen.last(), Some(&(28, 28)));
    }
}

#[test]
fn perplexity_rejects_impossible_windows() {
    let model = model();
    let run = |ids: &[u32], context, stride| {
        perplexity(model.model(), ids, options(context, stride), &mut |_, _| {})
            .expect_err("an error")
    };
    assert!(matches!(run(&[1], 8, 4), Error::ShortDocument { tokens: 1 }));
    assert!(matches!(run(&[], 8, 4), Error::ShortDocument { tokens: 0 }));
    for (context, stride, what) in
        [(1, 1, "context"), (1 << 40, 1, "context"), (8, 0, "stride"), (8, 8, "stride")]
    {
        let error = run(&[1, 2, 3], context, stride).to_string();
        assert!(error.starts_with(what), "{error}");
    }
    assert!(matches!(run(&[1, 1 << 30], 8, 4), Error::UnknownToken { .. }));
}

#[test]
fn divergence_is_zero_for_the_same_model_alone() {
    let model = model();
    let model = model.model();
    let ids: Vec<u32> = (0..29).map(|i| (i * i * 7 + 3) % 200).collect();
    let mut seen = 0;
    let same = divergence(model, model, &ids, options(8, 3), &mut |done, _| seen = done);
    let same = same.expect("a divergence");
    assert!(same.mean_kl.abs() < 1e-12 && same.max_kl.abs() < 1e-12, "{same:?}");
    assert_eq!((same.same_top, same.tokens, seen), (1.0, 28, 28));
    assert_eq!(same.perplexity, same.reference_perplexity);

    let fewer = model.with_loops(1).expect("one loop");
    let other = divergence(model, &fewer, &ids, options(8, 3), &mut |_, _| {});
    let other = other.expect("a divergence");
    let alone = |model| perplexity(model, &ids, options(8, 3), &mut |_, _| {}).expect("one");
    assert_eq!(other.reference_perplexity, alone(model).perplexity);
    assert_eq!(other.perplexity, alone(&fewer).perplexity);
    assert!(0.0 < other.mean_kl && other.mean_kl <= other.p99_kl, "{other:?}");
    assert!(other.p99_kl <= other.max_kl && other.same_top < 1.0, "{other:?}");
}
