//! Any legal plan gives the same logits, on any model.

use plt_model::config::{Config, GateKind, LoopConfig, LoopRule, TensorSpec};
use plt_model::plan::{Pass, PlanKind, Span};
use plt_model::{Cache, CacheOptions, LogitsFor, Model, NoTrace, Sequence, WeightData};
use plt_runtime::{Backend, Cpu, KvDType, Reference};
use plt_tests::tiny::{LoopAttention, Tiny};
use proptest::prelude::*;

/// The tolerance between backends; between plans there is none on `cpu`. Backends sum in different
/// orders, which is like moving inputs by a few units in the last place. So the bound is the effect of
/// such a nudge on the same model: some random models amplify it a hundred times more than others.
pub(crate) const NUDGES: f32 = 10.0;
/// About one unit in the last place of f32, relative.
const NUDGE: f32 = 1e-7;
/// The minimum bound, for models in which the nudge has no effect.
pub(crate) const LEAST: f32 = 1e-5;

/// Shapes, and KV cache types whose blocks fit their heads.
pub(crate) fn shapes() -> impl Strategy<Value = (Tiny, KvDType)> {
    (
        prop_oneof![3 => Just(LoopRule::Parallel), 1 => Just(LoopRule::Sequential)],
        1..=4usize,
        1..=10usize,
        1..=3usize,
        1..=2usize,
        prop::sample::select(KvDType::ALL.to_vec()),
        1..=2usize,
        prop_oneof![
            2 => Just(LoopAttention::Gated(GateKind::Hidden)),
            2 => Just(LoopAttention::Gated(GateKind::Query)),
            1 => Just(LoopAttention::Shared),
            1 => Just(LoopAttention::Own),
        ],
        any::<bool>(),
        any::<bool>(),
        any::<u64>(),
    )
        .prop_map(
            |(
                rule,
                loops,
                window_keys,
                group,
                kv_heads,
                dtype,
                layers,
                attention,
                normalize,
                tied,
                seed,
            )| {
                let tiny = Tiny {
                    rule,
                    loops,
                    window_keys,
                    group,
                    kv_heads,
                    head_dim: 6usize.next_multiple_of(dtype.block_len()),
                    layers,
                    attention,
                    normalize,
                    tied,
                    seed,
                };
                (tiny, dtype)
            },
        )
}

/// A random legal plan: in every pass each loop advances by a random number of positions, from none to
/// the most that the rule allows.
pub(crate) fn random_plan(
    rule: LoopRule,
    loops: usize,
    tokens: usize,
    dice: impl FnMut(usize) -> usize,
) -> Vec<Pass> {
    random_plan_from(rule, &vec![0; loops], tokens, dice)
}

/// The same for loops that start at these positions.
pub(crate) fn random_plan_from(
    rule: LoopRule,
    starts: &[usize],
    tokens: usize,
    mut dice: impl FnMut(usize) -> usize,
) -> Vec<Pass> {
    let (mut written, loops) = (starts.to_vec(), starts.len());
    let mut plan = Vec::new();
    while written[loops - 1] < tokens {
        let before = written.clone();
        let mut spans = Vec::new();
        // If no other loop advances, the last one that can must: a plan has no empty pass.
        let must = (0..loops).rev().find(|r| *r == 0 || before[r - 1] > before[*r]).unwrap_or(0);
        for r in 0..loops {
            let carried = match r {
                0 => tokens,
                _ => before[r - 1] + rule.shift(),
            };
            // Loop 0's keys of the row's own position must exist after this pass.
            let reach = if r == 0 { carried } else { carried.min(written[0]) };
            let room = reach.min(tokens).saturating_sub(before[r]);
            let len = match dice(room + 1) {
                0 if r == must && spans.is_empty() => room.min(1),
                len => len,
            };
            if len > 0 {
                spans.push(Span { sequence: 0, loop_index: r, start: before[r], len });
                written[r] += len;
            }
        }
        // The order of spans in a pass is arbitrary.
        let by = dice(spans.len());
        spans.rotate_left(by);
        plan.push(Pass { spans });
    }
    plan
}

/// The logits of every position, in order.
pub(crate) fn logits<B: Backend>(
    model: &Model<B>,
    tokens: &[u32],
    dtype: KvDType,
    plan: &[Pass],
) -> Vec<Vec<f32>> {
    let (mut cache, mut sequence) = open(model, tokens, dtype);
    let mut rows = Vec::new();
    for pass in plan {
        let output = model
            .run(&mut cache, &mut [&mut sequence], pass, LogitsFor::Every, &mut NoTrace)
            .expect("a legal pass runs");
        if let Some(logits) = output.logits {
            let logits = model.backend().read(&logits).expect("readable logits");
            rows.extend(logits.chunks(model.config().vocab_size).map(<[f32]>::to_vec));
        }
    }
    rows
}

pub(crate) fn open<B: Backend>(
    model: &Model<B>,
    tokens: &[u32],
    dtype: KvDType,
) -> (Cache<B>, Sequence) {
    let cache = model
        .cache(CacheOptions::single(tokens.len(), dtype, PlanKind::Sequential))
        .expect("a small cache");
    let mut sequence = cache.open().expect("the first sequence");
    sequence.extend(tokens.iter().copied());
    (cache, sequence)
}

/// The model with every embedding moved by one unit in the last place, to either side.
pub(crate) fn nudged(shape: &Tiny) -> Model<Cpu> {
    let source = |spec: &TensorSpec| {
        let data = shape.tensor(spec);
        if spec.name != "model.embed_tokens.weight" {
            return Ok(data);
        }
        let side = |i: usize| if i.is_multiple_of(2) { 1.0 + NUDGE } else { 1.0 - NUDGE };
        let values: Vec<f32> = data.to_f32().iter().enumerate().map(|(i, v)| v * side(i)).collect();
        Ok(WeightData::from_f32(spec.rows, spec.cols, &values)?)
    };
    Model::new(Cpu::new(Some(1)).expect("a thread"), shape.config(), source).expect("a model")
}

/// The largest difference between two lists of logits of the same size.
pub(crate) fn distance(a: &[Vec<f32>], b: &[Vec<f32>]) -> f32 {
    assert_eq!(a.len(), b.len(), "positions");
    let pairs = a.iter().zip(b).flat_map(|(a, b)| {
        assert_eq!(a.len(), b.len(), "vocabulary");
        a.iter().zip(b)
    });
    // NaN counts as infinitely far.
    pairs.map(|(a, b)| (a - b).abs()).fold(0.0, |most, d| if d <= most { most } else { d })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn plans_all_give_the_same_logits(
        (shape, dtype) in shapes(),
        tokens in prop::collection::vec(0..29u32, 1..24),
        rolls in prop::collection::vec(any::<u32>(), 64),
        chunk in 1..9usize,
    ) {
        let model = shape.model(Cpu::new(Some(1)).expect("a thread"));
        let loops = &model.config().loops;
        let passes = |kind: PlanKind| kind.passes(loops.rule, loops.count, 0, 0..tokens.len());
        let sequential = logits(&model, &tokens, dtype, &passes(PlanKind::Sequential));

        let mut roll = rolls.iter().cycle();
        let random = random_plan(loops.rule, loops.count, tokens.len(), |sides| {
            *roll.next().expect("an endless iterator") as usize % sides.max(1)
        });
        let wavefront = PlanKind::Wavefront { chunk: chunk.try_into().expect("not zero") };
        for (plan, what) in [
            (passes(wavefront), "wavefront"),
            (passes(PlanKind::Decode), "decode"),
            (random, "random"),
        ] {
            // A row is summed in the same order under every plan: equal bit for bit.
            prop_assert_eq!(logits(&model, &tokens, dtype, &plan), sequential.clone(), "{}", what);
        }

        let sequential = passes(PlanKind::Sequential);
        let f32_logits = |model: &Model<Cpu>| logits(model, &tokens, KvDType::F32, &sequential);
        let ours = f32_logits(&model);
        let reference = shape.model(Reference::new());
        let expected = logits(&reference, &tokens, KvDType::F32, &sequential);
        let bound = LEAST + NUDGES * distance(&ours, &f32_logits(&nudged(&shape)));
        let error = distance(&ours, &expected);
        prop_assert!(error <= bound, "cpu is {} from the reference, expected {}", error, bound);
    }
}

/// The paper's vanilla loop: h(r) = f(h(r-1)) at the same position, with its own KV cache per loop.
/// It equals a Llama with the same layers repeated.
#[test]
fn sequential_loop_with_own_kv_is_a_deeper_llama() {
    let shape = Tiny {
        rule: LoopRule::Sequential,
        loops: 3,
        window_keys: 1,
        group: 2,
        kv_heads: 2,
        head_dim: 6,
        layers: 2,
        attention: LoopAttention::Own,
        normalize: false,
        tied: false,
        seed: 5,
    };
    let mut looped = shape.config();
    (looped.loops.emb_scale, looped.loops.hidden_scale) = (0.0, 1.0);
    let deep = Config {
        layers: 6,
        loops: LoopConfig { count: 1, ..looped.loops.clone() },
        ..looped.clone()
    };
    let source = |spec: &TensorSpec| {
        let layer = |layer: usize| format!(".layers.{layer}.");
        let first = (0..6).find(|i| spec.name.contains(&layer(*i)));
        let mut spec = spec.clone();
        if let Some(i) = first {
            spec.name = spec.name.replace(&layer(i), &layer(i % 2));
        }
        Ok(shape.tensor(&spec))
    };
    let tokens: Vec<u32> = (0..20).map(|i| i * 7 % 29).collect();
    let run = |config: &Config| {
        let cpu = Cpu::new(Some(1)).expect("a thread");
        let model = Model::new(cpu, config.clone(), source).expect("a model");
        let plan = PlanKind::Decode.passes(config.loops.rule, config.loops.count, 0, 0..20);
        logits(&model, &tokens, KvDType::F32, &plan)
    };
    assert_eq!(run(&looped), run(&deep), "bit for bit");
}
