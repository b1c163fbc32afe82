//! A mutation of any mechanism of PLT must change the logits of a golden fixture by far more than the
//! tolerance of the golden tests.

use plt_model::checkpoint::Checkpoint;
use plt_model::config::{Config, LoopRule, RotaryScaling};
use plt_runtime::{Backend, KvDType, Model, PlanKind, ScoreOptions, score};
use plt_tests::fixture::{self, Case};
use plt_tests::mutant::{Mutant, Mutation};

/// Ten times the tolerance of the golden tests.
const VISIBLE: f64 = 1e-2;

/// The largest error of the last logits under a plan.
fn error(fixture: &str, mutation: Mutation, plan: PlanKind, change: impl Fn(&mut Config)) -> f64 {
    let fixture = fixture::named(fixture);
    let checkpoint = Checkpoint::open(&fixture.path).expect("the fixture opens");
    let mut config = checkpoint.config().clone();
    change(&mut config);
    let model = Model::new(Mutant::new(mutation), config, |spec| checkpoint.tensor(spec))
        .expect("the fixture loads");
    fixture.expected.cases.iter().map(|case| case_error(&model, case, plan)).fold(0.0, f64::max)
}

fn case_error<B: Backend>(model: &Model<B>, case: &Case, plan: PlanKind) -> f64 {
    let options =
        ScoreOptions::default().plan(plan).kv_cache_dtype(KvDType::F32).all(false).trace(false);
    let scores = score(model, &case.tokens, options).expect("it runs");
    let logits = scores.logits.last().expect("the last logits");
    let errors = logits.iter().zip(&case.last_logits).map(|(a, b)| (f64::from(*a) - b).abs());
    errors.fold(0.0, f64::max)
}

const HIDDEN: &str = "plt-r2-hidden-w64";
const QUERY: &str = "plt-r2-query-sharded";
const RAW: &str = "plt-r3-query-raw-bf16";
const PLAIN: &str = "loop-r2";

fn broken(fixture: &str, mutation: Mutation, plan: PlanKind) -> f64 {
    error(fixture, mutation, plan, |_| {})
}

fn configured(fixture: &str, change: impl Fn(&mut Config)) -> f64 {
    error(fixture, Mutation::None, PlanKind::Sequential, change)
}

#[test]
fn control_without_a_mutation_is_exact() {
    for fixture in [HIDDEN, QUERY, RAW, PLAIN] {
        for plan in [PlanKind::Sequential, PlanKind::Decode] {
            let error = broken(fixture, Mutation::None, plan);
            assert!(error <= 1e-3, "{fixture} {plan:?}: {error}");
        }
    }
}

#[test]
fn mutation_without_shift_between_loops_is_detected() {
    assert!(configured(HIDDEN, |config| config.loops.rule = LoopRule::Sequential) > VISIBLE);
}

#[test]
fn mutation_shift_in_the_sequential_loop_is_detected() {
    assert!(configured(PLAIN, |config| config.loops.rule = LoopRule::Parallel) > VISIBLE);
}

#[test]
fn mutation_window_one_key_short_is_detected() {
    assert!(configured(HIDDEN, |config| config.loops.window_keys = 64) > VISIBLE);
    assert!(configured(PLAIN, |config| config.loops.window_keys += 1) > VISIBLE);
    for plan in [PlanKind::Sequential, PlanKind::Decode] {
        assert!(broken(QUERY, Mutation::WindowOneShort, plan) > VISIBLE);
    }
}

#[test]
fn mutation_without_norm_between_loops_is_detected() {
    assert!(configured(HIDDEN, |config| config.loops.normalize_per_loop = false) > VISIBLE);
}

#[test]
fn mutation_extra_norm_between_loops_is_detected() {
    assert!(configured(RAW, |config| config.loops.normalize_per_loop = true) > VISIBLE);
    assert!(configured(PLAIN, |config| config.loops.normalize_per_loop = true) > VISIBLE);
}

#[test]
fn mutation_scales_of_one_are_detected() {
    assert!(configured(HIDDEN, |config| config.loops.emb_scale = 1.0) > VISIBLE);
    assert!(configured(HIDDEN, |config| config.loops.hidden_scale = 1.0) > VISIBLE);
}

#[test]
fn mutation_gate_on_the_normed_input_is_detected() {
    assert!(broken(HIDDEN, Mutation::GateFromNormedInput, PlanKind::Sequential) > VISIBLE);
}

#[test]
fn mutation_inverted_gate_is_detected() {
    assert!(broken(HIDDEN, Mutation::GateInverted, PlanKind::Sequential) > VISIBLE);
    assert!(broken(QUERY, Mutation::GateInverted, PlanKind::Decode) > VISIBLE);
}

#[test]
fn mutation_global_kv_of_a_later_loop_is_detected() {
    assert!(broken(HIDDEN, Mutation::GlobalKvOfLaterLoop, PlanKind::Decode) > VISIBLE);
    assert!(broken(RAW, Mutation::GlobalKvOfLaterLoop, PlanKind::Decode) > VISIBLE);
}

#[test]
fn mutation_lost_carry_in_decode_is_detected() {
    assert!(broken(HIDDEN, Mutation::CarryLost, PlanKind::Decode) > VISIBLE);
    assert!(broken(QUERY, Mutation::CarryLost, PlanKind::Decode) > VISIBLE);
}

#[test]
fn mutation_carry_off_by_one_is_detected() {
    assert!(broken(QUERY, Mutation::CarryOffByOne, PlanKind::Sequential) > VISIBLE);
}

#[test]
fn mutation_ring_never_written_is_detected() {
    assert!(broken(QUERY, Mutation::RingNotWritten, PlanKind::Decode) > VISIBLE);
    assert!(broken(PLAIN, Mutation::RingNotWritten, PlanKind::Decode) > VISIBLE);
}

#[test]
fn mutation_shifted_positions_are_detected() {
    assert!(broken(HIDDEN, Mutation::ShiftedPositions, PlanKind::Decode) > VISIBLE);
}

#[test]
fn mutation_without_rotary_scaling_is_detected() {
    for fixture in ["llama-rope-linear", "llama-rope-llama3", "llama-rope-yarn"] {
        let error = configured(fixture, |config| config.rotary_scaling = RotaryScaling::None);
        assert!(error > VISIBLE, "{fixture}: {error}");
    }
}

#[test]
fn mutation_yarn_without_its_attention_factor_is_detected() {
    let without = |config: &mut Config| match &mut config.rotary_scaling {
        RotaryScaling::Yarn { attention_factor, .. } => *attention_factor = 1.0,
        other => panic!("{other:?}"),
    };
    assert!(configured("llama-rope-yarn", without) > VISIBLE);
}

#[test]
fn mutation_without_biases_or_head_norms_is_detected() {
    assert!(configured("qwen2-bias", |config| config.qkv_bias = false) > VISIBLE);
    for fixture in ["qwen3-r1", "qwen3-gguf", "plt-r2-qk-norm"] {
        let error = configured(fixture, |config| config.qk_norm = false);
        assert!(error > VISIBLE, "{fixture}: {error}");
    }
}
