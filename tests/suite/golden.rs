//! Every golden fixture, under every plan, on every backend.

use std::num::NonZeroUsize;

use plt_kernels::Instructions;
use plt_runtime::{
    Backend, Cancel, Cpu, Engine, Event, KvDType, Message, ModelFiles, PlanKind, Reference,
    Request, SamplingParams, ScoreOptions,
};
use plt_tests::fixture::{self, Case, Fixture};

/// float32 stays within about 1e-4 of the float64 logits; the smallest effect of a wrong mechanism
/// is far above this (`tests/fixtures/README.md`).
const LOGITS: f64 = 1e-3;
/// Norms are compared relatively, gates absolutely: they are sigmoids. Both are sums of at most a
/// few hundred f32 products, each 6e-8 off.
const TRACE: f64 = 1e-4;

fn plans() -> Vec<PlanKind> {
    let wavefront = |chunk| PlanKind::Wavefront { chunk: NonZeroUsize::new(chunk).unwrap() };
    let mut plans = vec![PlanKind::Sequential, PlanKind::Decode];
    plans.extend([1, 3, 7, 64].map(wavefront));
    plans
}

pub(crate) fn engine<B: Backend>(backend: B, fixture: &Fixture) -> Engine<B> {
    let files = ModelFiles::open(&fixture.dir).unwrap_or_else(|e| panic!("{}: {e}", fixture.name));
    Engine::load(backend, files, Default::default(), &mut |_, _| {})
        .unwrap_or_else(|e| panic!("{}: {e}", fixture.name))
}

fn check_scores<B: Backend>(engine: &Engine<B>, fixture: &Fixture, case: &Case, plan: PlanKind) {
    let at =
        format!("{} {} {plan:?} on {}", fixture.name, case.name, engine.model().backend().name());
    let options = ScoreOptions { plan, dtype: KvDType::F32, all: false, trace: true };
    let scores = engine.score(&case.tokens, options).unwrap_or_else(|e| panic!("{at}: {e}"));

    let logits = scores.logits.last().expect("the last position's logits");
    assert_eq!(logits.len(), case.last_logits.len(), "{at}: vocabulary");
    for (id, (got, expected)) in logits.iter().zip(&case.last_logits).enumerate() {
        let error = (f64::from(*got) - expected).abs();
        // Fails on NaN as well.
        assert!(error <= LOGITS, "{at}: logit of {id} is {got}, expected {expected}");
    }
    assert_eq!(scores.argmax, case.argmax, "{at}: argmax");

    let trace = scores.trace.expect("a trace was asked for");
    let close = |got: f64, expected: f64, scale: f64, what: &str, r: usize, p: usize| {
        let error = (got - expected).abs();
        assert!(
            error <= TRACE * scale.max(1.0),
            "{at}: {what}, loop {r}, position {p}: {got}, expected {expected}"
        );
    };
    for (i, p) in case.positions.iter().copied().enumerate() {
        for r in 0..fixture.expected.loops {
            let expected = case.loop_input_l2[r][i];
            close(trace.loop_input_l2[r][p], expected, expected, "loop input", r, p);
            let expected = case.loop_output_l2[r][i];
            close(trace.loop_output_l2[r][p], expected, expected, "loop output", r, p);
            for (layer, expected) in case.attention_l2[r].iter().enumerate() {
                let got = trace.attention_l2[r][layer][p];
                close(got, expected[i], expected[i], "attention", r, p);
            }
        }
        for (r, layers) in case.gates.iter().enumerate() {
            for (layer, expected) in layers.iter().enumerate() {
                let got = &trace.gates[r][layer][p];
                assert_eq!(got.len(), expected[i].len(), "{at}: heads");
                for (got, expected) in got.iter().zip(&expected[i]) {
                    close(f64::from(*got), *expected, 1.0, "gate", r + 1, p);
                }
            }
        }
    }
}

/// Generates greedily; returns the ids and the number of passes and rows after the prompt's.
pub(crate) fn greedy<B: Backend>(
    engine: &Engine<B>,
    case: &Case,
    plan: PlanKind,
) -> (Vec<u32>, usize, usize) {
    let request = Request {
        prompt: case.tokens.clone(),
        max_tokens: case.greedy.len(),
        sampling: SamplingParams::default(),
        stop: Vec::new(),
        eos: Vec::new(),
        plan,
    };
    let positions = case.tokens.len() + case.greedy.len();
    let mut session = engine.session(positions, KvDType::F32, plan).expect("a session");
    let mut ids = Vec::new();
    for event in session.generate(request, Cancel::default()).expect("a generation") {
        match event.expect("an event") {
            Event::Token { id, .. } => ids.push(id),
            Event::Finished { timings, .. } => {
                return (ids, timings.decode_passes, timings.decode_rows);
            }
        }
    }
    panic!("the generation never finished");
}

pub(crate) fn check_all<B: Backend>(backend: impl Fn() -> B) {
    for fixture in fixture::all() {
        let engine = engine(backend(), &fixture);
        for case in &fixture.expected.cases {
            for plan in plans() {
                check_scores(&engine, &fixture, case, plan);
            }
            for plan in [PlanKind::Sequential, plans()[4]] {
                let (ids, passes, rows) = greedy(&engine, case, plan);
                assert_eq!(ids, case.greedy, "{} {} {plan:?}", fixture.name, case.name);
                // One pass a token for the parallel loop, R for the plain loop; R rows either way.
                let loops = fixture.expected.loops;
                let per_token =
                    if fixture.expected.model_type == "iquestpltcoder" { 1 } else { loops };
                assert_eq!(passes, (ids.len() - 1) * per_token, "{}", fixture.name);
                assert_eq!(rows, (ids.len() - 1) * loops, "{}", fixture.name);
            }
        }
    }
}

#[test]
fn cpu_agrees_with_the_golden_fixtures_under_every_plan() {
    for instructions in Instructions::available() {
        check_all(|| Cpu::new(Some(2)).expect("two threads").with_instructions(instructions));
    }
}

#[test]
fn reference_agrees_with_the_golden_fixtures_under_every_plan() {
    check_all(Reference::new);
}

#[test]
fn tokenizers_agree_with_the_golden_fixtures() {
    for fixture in fixture::all() {
        let files = ModelFiles::open(&fixture.dir).expect("the fixture opens");
        let tokenizer = files.tokenizer().expect("a tokenizer");
        assert!(!fixture.expected.tokenizer.is_empty());
        for case in &fixture.expected.tokenizer {
            let ids = tokenizer.encode(&case.text, true).expect("it encodes");
            assert_eq!(ids, case.ids, "{} {:?}", fixture.name, case.text);
            assert_eq!(tokenizer.decode(&ids, false).expect("it decodes"), case.text);
        }
    }
}

#[test]
fn chat_templates_agree_with_the_golden_fixtures() {
    for fixture in fixture::all() {
        let files = ModelFiles::open(&fixture.dir).expect("the fixture opens");
        let chat = &fixture.expected.chat;
        let messages: Vec<Message> = chat
            .messages
            .iter()
            .map(|m| serde_json::from_value(m.clone()).expect("role and content"))
            .collect();
        let template = files.chat_template().expect("a chat template");
        let text = template.render(&messages, true).expect("it renders");
        assert_eq!(text, chat.text, "{}", fixture.name);
        let ids = files.tokenizer().expect("a tokenizer").encode(&text, false).expect("it encodes");
        assert_eq!(ids, chat.ids, "{}", fixture.name);
    }
}

#[test]
fn end_tokens_stop_a_generation_where_the_golden_fixtures_say() {
    let mut stopped = 0;
    for fixture in fixture::all() {
        let engine = engine(Cpu::new(Some(1)).expect("a thread"), &fixture);
        for case in &fixture.expected.cases {
            let request = Request {
                prompt: case.tokens.clone(),
                max_tokens: case.greedy.len(),
                sampling: SamplingParams::default(),
                stop: Vec::new(),
                eos: engine.eos().to_vec(),
                plan: PlanKind::Sequential,
            };
            let positions = case.tokens.len() + case.greedy.len();
            let mut session =
                engine.session(positions, KvDType::F32, PlanKind::Sequential).expect("a session");
            let ids: Vec<u32> = session
                .generate(request, Cancel::default())
                .expect("a generation")
                .filter_map(|event| match event.expect("an event") {
                    Event::Token { id, .. } => Some(id),
                    Event::Finished { .. } => None,
                })
                .collect();
            let expected = case.eos_at.map_or(case.greedy.len(), |at| at + 1);
            assert_eq!(ids, case.greedy[..expected], "{} {}", fixture.name, case.name);
            stopped += usize::from(case.eos_at.is_some());
        }
    }
    assert_eq!(stopped, 8, "the fixtures hold eight cases that end early");
}
