//! Every golden fixture under every plan on every backend.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use plt_cpu::InstructionSet;
use plt_model::{Checkpoint, DType, Quantization};
use plt_runtime::{
    Backend, Cpu, EngineOptions, Event, KvDType, Message, ModelFiles, PlanKind, Reference, Request,
    Scheduler, ScoreOptions, TextModel, Timings,
};
use plt_tests::fixture::{self, Case, Fixture};

/// float32 is within about 1e-4 of the float64 logits; the smallest effect of a wrong mechanism is far
/// larger (`tests/fixtures/README.md`).
const LOGITS: f64 = 1e-3;
/// Norms are compared relatively, gates, being sigmoids, absolutely. Both are sums of at most a few
/// hundred f32 products, each with an error of 6e-8.
const TRACE: f64 = 1e-4;

fn plans() -> Vec<PlanKind> {
    let wavefront = |chunk| PlanKind::Wavefront { chunk: NonZeroUsize::new(chunk).unwrap() };
    let mut plans = vec![PlanKind::Sequential, PlanKind::Decode];
    plans.extend([1, 3, 7, 64].map(wavefront));
    plans
}

pub(crate) fn load<B: Backend>(backend: B, fixture: &Fixture) -> TextModel<B> {
    let files = ModelFiles::open(&fixture.path).unwrap_or_else(|e| panic!("{}: {e}", fixture.name));
    TextModel::load(backend, files, Default::default(), &mut |_, _| {})
        .unwrap_or_else(|e| panic!("{}: {e}", fixture.name))
}

fn check_scores<B: Backend>(model: &TextModel<B>, fixture: &Fixture, case: &Case, plan: PlanKind) {
    let at =
        format!("{} {} {plan:?} on {}", fixture.name, case.name, model.model().backend().name());
    let options =
        ScoreOptions::default().plan(plan).kv_cache_dtype(KvDType::F32).all(false).trace(true);
    let scores = model.score(&case.tokens, options).unwrap_or_else(|e| panic!("{at}: {e}"));

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

/// Generates greedily in passes of up to `rows` rows, of which up to `draft_rows` hold drafts. Returns
/// the token ids and the timings.
pub(crate) fn greedy<B: Backend>(
    model: &TextModel<B>,
    case: &Case,
    eos: &[u32],
    rows: usize,
    draft_rows: usize,
) -> (Vec<u32>, Timings) {
    let positions = case.tokens.len() + case.greedy.len();
    let dtype = KvDType::F32;
    let options = EngineOptions::default()
        .max_num_seqs(1)
        .kv_cache_tokens(positions)
        .max_num_batched_tokens(rows)
        .max_draft_rows(draft_rows)
        .kv_cache_dtype(dtype);
    let mut scheduler = Scheduler::new(model.model(), None, options).expect("a scheduler");
    let max_tokens = case.greedy.len();
    let request = Request::new(case.tokens.clone()).max_tokens(max_tokens).eos(eos.to_vec());
    let events = scheduler.submit(request).expect("a request");
    while !scheduler.is_idle() {
        scheduler.step();
    }
    let mut ids = Vec::new();
    for event in events {
        match event.expect("an event") {
            Event::Token { id, .. } => ids.push(id),
            Event::Finished { timings, .. } => return (ids, timings),
        }
    }
    panic!("the generation never finished");
}

pub(crate) fn check_all<B: Backend>(backend: impl Fn() -> B) {
    for fixture in fixture::all() {
        let model = load(backend(), &fixture);
        for case in &fixture.expected.cases {
            for plan in plans() {
                check_scores(&model, &fixture, case, plan);
            }
            // The prompt one position per pass, and in one pass.
            let loops = fixture.expected.loops;
            for (rows, draft_rows) in [(loops, 0), (4096, 12)] {
                let (ids, timings) = greedy(&model, case, &[], rows, draft_rows);
                assert_eq!(ids, case.greedy, "{} {} {rows}", fixture.name, case.name);
                // One pass per token for the parallel loop, R for the sequential loop; R rows in both.
                let parallel = ["iquestpltcoder", "plt"];
                let parallel = parallel.contains(&fixture.expected.model_type.as_str());
                let per_token = if parallel { 1 } else { loops };
                let tokens = ids.len() - 1;
                assert!(timings.decode_passes <= tokens * per_token, "{}", fixture.name);
                if draft_rows == 0 {
                    assert_eq!(timings.decode_passes, tokens * per_token, "{}", fixture.name);
                    assert_eq!(timings.decode_rows, tokens * loops, "{}", fixture.name);
                }
            }
        }
    }
}

#[test]
fn cpu_agrees_with_the_golden_fixtures_under_every_plan() {
    for instructions in InstructionSet::available() {
        check_all(|| Cpu::new(Some(2)).expect("two threads").with_instruction_set(instructions));
    }
}

#[test]
fn reference_agrees_with_the_golden_fixtures_under_every_plan() {
    check_all(Reference::new);
}

/// As `plt quantize --type f32` writes them: weights, config, rotary scaling.
#[test]
fn gguf_of_every_golden_fixture_gives_its_logits() {
    let folder = tempfile::tempdir().expect("a folder");
    for mut fixture in fixture::all() {
        let checkpoint = Checkpoint::open(&fixture.path).expect("the fixture opens");
        fixture.path = folder.path().join(format!("{}.gguf", fixture.name));
        let mut file = std::fs::File::create(&fixture.path).expect("a file");
        let floats = Quantization::new(DType::F32);
        let all = &mut |_, _| ControlFlow::Continue(());
        checkpoint.write_gguf(floats, &mut file, &fixture.path, all).expect("it is written");
        let model = load(Cpu::new(Some(2)).expect("two threads"), &fixture);
        for case in &fixture.expected.cases {
            check_scores(&model, &fixture, case, PlanKind::Sequential);
        }
    }
}

#[test]
fn tokenizers_agree_with_the_golden_fixtures() {
    for fixture in fixture::all() {
        let files = ModelFiles::open(&fixture.path).expect("the fixture opens");
        let tokenizer = files.text().tokenizer().expect("a tokenizer");
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
        let files = ModelFiles::open(&fixture.path).expect("the fixture opens");
        let chat = &fixture.expected.chat;
        let messages: Vec<Message> = chat
            .messages
            .iter()
            .map(|m| serde_json::from_value(m.clone()).expect("role and content"))
            .collect();
        let template = files.text().chat_template().expect("a chat template");
        let text = template.render(&messages, true).expect("it renders");
        assert_eq!(text, chat.text, "{}", fixture.name);
        let ids = files
            .text()
            .tokenizer()
            .expect("a tokenizer")
            .encode(&text, false)
            .expect("it encodes");
        assert_eq!(ids, chat.ids, "{}", fixture.name);
    }
}

#[test]
fn eos_tokens_stop_generation_where_the_fixtures_say() {
    let mut stopped = 0;
    for fixture in fixture::all() {
        let model = load(Cpu::new(Some(1)).expect("a thread"), &fixture);
        for case in &fixture.expected.cases {
            let (ids, _) = greedy(&model, case, model.text().eos(), 64, 8);
            let expected = case.eos_at.map_or(case.greedy.len(), |at| at + 1);
            assert_eq!(ids, case.greedy[..expected], "{} {}", fixture.name, case.name);
            stopped += usize::from(case.eos_at.is_some());
        }
    }
    assert_eq!(stopped, 13, "the fixtures hold 13 cases that end early");
}
