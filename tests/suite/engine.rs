//! An answer is the same whatever else the engine does; and what it does is accounted for.

use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use plt_model::plan::PlanKind;
use plt_model::{Config, LogitsFor, Model, NoTrace};
use plt_runtime::{
    Backend, Cancel, Cpu, Engine, EngineOptions, Error, Event, Events, FinishReason, KvDType,
    QueueLimits, Request, Sampler, SamplingParams, Scheduler, TextModel,
};
use plt_tests::fixture;
use plt_tests::mutant::{Mutant, Mutation};
use plt_tests::tiny::{LoopAttention, Tiny};
use proptest::prelude::*;

use crate::plans::{open, shapes};

/// The longest prompt of the property, and the longest answer.
const PROMPT: usize = 56;
const ANSWER: usize = 20;

/// One sequence alone, loop after loop, token after token, without an engine.
fn solo<B: Backend>(
    model: &Model<B>,
    prompt: &[u32],
    sampling: SamplingParams,
    tokens: usize,
    dtype: KvDType,
) -> Vec<u32> {
    let config = model.config();
    let (mut cache, mut sequence) = open(model, &vec![0; prompt.len() + tokens], dtype);
    sequence.tokens = prompt.to_vec();
    let mut sampler = Sampler::new(sampling).expect("valid");
    for _ in 0..tokens {
        let range = sequence.kv.len()..sequence.tokens.len();
        let (rule, loops) = (config.loops.rule, config.loops.count);
        let mut logits = Vec::new();
        for pass in PlanKind::Sequential.passes(rule, loops, 0, range) {
            let sequences = &mut [&mut sequence];
            let output = model.run(&mut cache, sequences, &pass, LogitsFor::Newest, &mut NoTrace);
            if let Some(values) = output.expect("a pass").logits {
                logits = model.backend().read(&values).expect("logits");
            }
        }
        let id = sampler.sample(&logits, &sequence.tokens).expect("numbers");
        sequence.tokens.push(id);
    }
    sequence.tokens[prompt.len()..].to_vec()
}

/// What came of a request: the tokens of every choice, and how each ended.
#[derive(Debug, Default)]
struct Answer {
    tokens: Vec<Vec<u32>>,
    ends: Vec<Option<FinishReason>>,
    error: Option<Error>,
}

impl Answer {
    fn of(choices: usize) -> Self {
        Self { tokens: vec![Vec::new(); choices], ends: vec![None; choices], error: None }
    }

    fn take(&mut self, event: Result<Event, Error>) {
        match event {
            Ok(Event::Token { choice, id, .. }) => {
                assert_eq!(self.ends[choice], None, "a token after the end");
                self.tokens[choice].push(id);
            }
            Ok(Event::Finished { choice, reason, timings, .. }) => {
                assert_eq!(self.ends[choice].replace(reason), None, "a second end");
                assert_eq!(timings.generated_tokens, self.tokens[choice].len());
            }
            Err(error) => assert!(self.error.replace(error).is_none(), "a second error"),
        }
    }

    fn poll(&mut self, events: &mut Events) {
        while let Poll::Ready(Some(event)) = events.try_next() {
            self.take(event);
        }
    }

    /// Waits for the end.
    fn wait(choices: usize, events: Events) -> Self {
        let mut answer = Self::of(choices);
        events.for_each(|event| answer.take(event));
        answer
    }
}

#[derive(Debug, Clone)]
enum Act {
    Submit { request: Box<Request>, cancel_after: Option<usize> },
    Step(usize),
}

fn requests() -> impl Strategy<Value = Request> {
    // Prompts of two tokens that often begin alike.
    let shared = prop_oneof![Just(0usize), Just(16), Just(32), Just(40)];
    let tail = proptest::collection::vec(3..5u32, 1..=PROMPT - 40);
    let sampling = prop_oneof![
        Just(SamplingParams::default()),
        any::<u64>().prop_map(|seed| SamplingParams {
            temperature: 1.5,
            top_k: 5,
            repetition_penalty: 1.2,
            seed,
            ..SamplingParams::default()
        }),
    ];
    (shared, tail, 0..=ANSWER, 1..=3usize, sampling, -1..=1i32, 0..=1u8).prop_map(
        |(shared, tail, max_tokens, choices, sampling, priority, tenant)| Request {
            max_tokens,
            choices,
            sampling,
            priority,
            tenant: vec![tenant],
            ..Request::new([vec![3; shared], tail].concat())
        },
    )
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let submit = (requests(), proptest::option::weighted(0.2, 0..30usize)).prop_map(
        |(request, cancel_after)| Act::Submit { request: Box::new(request), cancel_after },
    );
    proptest::collection::vec(
        prop_oneof![2 => submit, 3 => (0..12usize).prop_map(Act::Step)],
        1..14,
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn an_answer_is_the_same_whatever_else_runs(
        (shape, dtype) in shapes(),
        acts in acts(),
        (sequences, rows, spare) in (1..=4usize, 0..40usize, 0..80usize),
        (kept, keep_every, swap_bytes) in (
            0..=4usize,
            prop_oneof![Just(0usize), Just(16), Just(24)],
            prop_oneof![Just(0usize), Just(usize::MAX)],
        ),
    ) {
        let model = shape.model(Cpu::new(Some(1)).expect("a thread"));
        let options = EngineOptions {
            sequences,
            // Down to barely enough for the longest request alone.
            positions: PROMPT + ANSWER + spare,
            rows: sequences * shape.loops + rows,
            dtype,
            kept,
            keep_every,
            swap_bytes,
            ..EngineOptions::default()
        };
        let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
        let mut live = Vec::new();
        let mut done = Vec::new();
        let mut steps = 0;
        let submitted = acts.iter().filter(|act| matches!(act, Act::Submit { .. })).count();
        for act in acts.into_iter().chain([Act::Step(usize::MAX)]) {
            match act {
                Act::Submit { request, cancel_after } => {
                    let answer = Answer::of(request.choices);
                    let until = cancel_after.map(|after| steps + after);
                    let events = scheduler.submit((*request).clone()).expect("a request that fits");
                    live.push((request, events, answer, until));
                }
                Act::Step(count) => for _ in 0..count {
                    if scheduler.is_idle() {
                        break;
                    }
                    scheduler.step();
                    steps += 1;
                    prop_assert!(steps < 20_000, "no end");
                    live.retain_mut(|(request, events, answer, until)| {
                        answer.poll(events);
                        let cancelled = until.is_some_and(|until| until <= steps);
                        if cancelled {
                            done.push((request.clone(), std::mem::take(answer), true));
                        }
                        !cancelled
                    });
                    let stats = scheduler.stats();
                    let pool = stats.pool;
                    prop_assert_eq!(pool.sequences.used, stats.running + stats.prefixes.kept);
                    let layout = scheduler.pool().layout();
                    prop_assert_eq!(
                        pool.bytes.used,
                        pool.blocks.used * layout.block_size() * layout.bytes_per_token()
                            + pool.sequences.used * layout.bytes_per_sequence()
                            + pool.carry_rows.used * layout.bytes_per_carry()
                    );
                    scheduler.pool().check_invariants().expect("a whole pool");
                },
            }
        }
        for (request, mut events, mut answer, _) in live {
            answer.poll(&mut events);
            prop_assert!(matches!(events.try_next(), Poll::Ready(None)));
            done.push((request, answer, false));
        }
        prop_assert_eq!(done.len(), submitted);
        for (request, answer, cancelled) in done {
            prop_assert!(answer.error.is_none(), "{:?}", answer.error);
            for (choice, tokens) in answer.tokens.iter().enumerate() {
                let mut sampling = request.sampling;
                sampling.seed = sampling.seed.wrapping_add(choice as u64);
                let expected = solo(&model, &request.prompt, sampling, tokens.len(), dtype);
                prop_assert_eq!(tokens, &expected);
                if !cancelled {
                    prop_assert_eq!(answer.ends[choice], Some(FinishReason::Length));
                    prop_assert_eq!(tokens.len(), request.max_tokens);
                }
            }
        }
        prop_assert_eq!(scheduler.stats().failed, 0);
    }
}

/// A shape in which everything there is takes part.
pub(crate) fn shape(loops: usize) -> Tiny {
    Tiny {
        rule: plt_model::LoopRule::Parallel,
        loops,
        window_keys: 5,
        group: 2,
        kv_heads: 1,
        head_dim: 6,
        layers: 2,
        attention: LoopAttention::Gated(plt_model::config::GateKind::Hidden),
        normalize: true,
        tied: false,
        seed: 7,
    }
}

fn options() -> EngineOptions {
    EngineOptions { sequences: 2, positions: 128, rows: 16, ..EngineOptions::default() }
}

fn run<B: Backend>(scheduler: &mut Scheduler<'_, B>) {
    while !scheduler.is_idle() {
        scheduler.step();
    }
}

fn prompt(len: usize) -> Vec<u32> {
    (0..len as u32).map(|i| 3 + i * i % 23).collect()
}

#[test]
fn a_prompt_sent_again_with_a_longer_tail_goes_on_where_the_first_ended() {
    let model = shape(3).model(Cpu::new(Some(1)).expect("a thread"));
    let mut scheduler = Scheduler::new(&model, None, options()).expect("a scheduler");
    let mut text = prompt(37);
    let mut reused = Vec::new();
    for _ in 0..3 {
        let request = Request { max_tokens: 6, ..Request::new(text.clone()) };
        let events = scheduler.submit(request).expect("a request");
        run(&mut scheduler);
        for event in events {
            match event.expect("an event") {
                Event::Token { id, .. } => text.push(id),
                Event::Finished { timings, .. } => reused.push(timings.reused_tokens),
            }
        }
        text.extend([5, 6, 7]);
    }
    // All that was computed: everything but the last token of each answer.
    assert_eq!(reused, [0, 37 + 5, 37 + 6 + 3 + 5]);
    assert_eq!(scheduler.stats().prefixes.hits, 2);
}

#[test]
fn a_third_prompt_goes_on_where_the_first_two_part() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let options = EngineOptions { keep_every: 0, ..options() };
    let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
    let mut reused = Vec::new();
    for tail in 3..6u32 {
        let text = [prompt(40), vec![tail; 9]].concat();
        let request = Request { max_tokens: 3, ..Request::new(text) };
        let events = scheduler.submit(request).expect("a request");
        run(&mut scheduler);
        for event in events {
            if let Event::Finished { timings, .. } = event.expect("an event") {
                reused.push(timings.reused_tokens);
            }
        }
    }
    assert_eq!(reused, [0, 0, 32]);
    assert_eq!(scheduler.stats().prefixes.passed_positions, 32);
}

#[test]
fn what_one_tenant_computed_is_not_found_by_another() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let options = EngineOptions { keep_every: 16, ..options() };
    let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
    for (tenant, hits) in [(1, 0), (2, 0), (1, 1)] {
        let request = Request { max_tokens: 2, tenant: vec![tenant], ..Request::new(prompt(40)) };
        let _listener = scheduler.submit(request).expect("a request");
        run(&mut scheduler);
        assert_eq!(scheduler.stats().prefixes.hits, hits, "tenant {tenant}");
    }
}

#[test]
fn new_tokens_come_while_a_long_prompt_is_computed() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let options = EngineOptions { rows: 6, ..options() };
    let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
    let request = Request { max_tokens: 40, ..Request::new(prompt(2)) };
    let mut talking = scheduler.submit(request).expect("a request");
    for _ in 0..3 {
        scheduler.step();
    }
    while let Poll::Ready(Some(_)) = talking.try_next() {}
    let request = Request { max_tokens: 1, ..Request::new(prompt(30)) };
    let mut long = scheduler.submit(request).expect("a request");
    let mut steps = 0;
    while !matches!(long.try_next(), Poll::Ready(_)) {
        scheduler.step();
        steps += 1;
        assert!(matches!(talking.try_next(), Poll::Ready(Some(_))), "one token a pass");
    }
    // Four rows of six are left for the prompt: two positions of each loop.
    assert_eq!(steps, 16);
}

#[test]
fn the_urgent_go_first_and_take_the_places_of_others() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let options = EngineOptions { sequences: 1, ..options() };
    let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
    let submit = |priority, scheduler: &mut Scheduler<'_, Cpu>| {
        let request = Request { max_tokens: 5, priority, ..Request::new(prompt(8)) };
        scheduler.submit(request).expect("a request")
    };
    let mut low = submit(0, &mut scheduler);
    for _ in 0..4 {
        scheduler.step();
    }
    assert!(matches!(low.try_next(), Poll::Ready(Some(_))), "it has begun");
    let (other, high) = (submit(0, &mut scheduler), submit(1, &mut scheduler));
    let mut order = Vec::new();
    let mut all = [(1, low), (2, other), (3, high)];
    while !scheduler.is_idle() {
        scheduler.step();
        for (name, events) in &mut all {
            while let Poll::Ready(Some(event)) = events.try_next() {
                if let Event::Finished { .. } = event.expect("an event") {
                    order.push(*name);
                }
            }
        }
    }
    assert_eq!(order, [3, 1, 2]);
    assert_eq!(scheduler.stats().preemptions, 1);
}

#[test]
fn whoever_does_not_listen_costs_nothing_after_the_next_pass() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let options = EngineOptions { kept: 0, rows: 8, ..options() };
    let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
    let submit = |cancel: &Cancel, scheduler: &mut Scheduler<'_, Cpu>| {
        let cancel = cancel.clone();
        let request = Request { cancel, max_tokens: 50, ..Request::new(prompt(60)) };
        scheduler.submit(request).expect("a request")
    };
    let cancel = Cancel::default();
    // One that computes its prompt, one that gets the other place, one that waits.
    let all = [0; 3].map(|_| submit(&Cancel::default(), &mut scheduler));
    let told = submit(&cancel, &mut scheduler);
    for _ in 0..3 {
        scheduler.step();
    }
    assert_eq!((scheduler.stats().running, scheduler.stats().waiting), (2, 2));
    drop(all);
    cancel.cancel();
    scheduler.step();
    assert!(scheduler.is_idle());
    assert_eq!(scheduler.stats().pool.bytes.used, 0);
    let answer = Answer::wait(1, told);
    assert_eq!(answer.ends, [Some(FinishReason::Cancelled)]);

    let late = Request { deadline: Some(Instant::now()), ..Request::new(prompt(3)) };
    let late = scheduler.submit(late).expect("a request");
    scheduler.step();
    assert_eq!(Answer::wait(1, late).ends, [Some(FinishReason::Deadline)]);
}

#[test]
fn logits_that_are_no_numbers_end_their_request_alone() {
    let tiny = shape(2);
    let model = Model::new(Cpu::new(Some(1)).expect("a thread"), tiny.config(), |spec| {
        let mut values = tiny.tensor(spec).to_f32().expect("values");
        if spec.name.contains("embed_tokens") {
            values[28 * spec.cols] = f32::NAN;
        }
        Ok(plt_model::WeightData::from_f32(spec.rows, spec.cols, &values)?)
    });
    let model = model.expect("a model");
    let mut scheduler = Scheduler::new(&model, None, options()).expect("a scheduler");
    let good = Request { max_tokens: 9, ..Request::new(prompt(20)) };
    let bad = Request { choices: 2, ..Request::new(vec![4, 28, 5]) };
    let [good, bad] = [good, bad].map(|request| scheduler.submit(request).expect("a request"));
    run(&mut scheduler);
    let bad = Answer::wait(2, bad);
    assert!(matches!(bad.error, Some(Error::NotFinite { .. })), "{bad:?}");
    let expected = solo(&model, &prompt(20), SamplingParams::default(), 9, KvDType::F16);
    assert_eq!(Answer::wait(1, good).tokens, [expected]);
    assert_eq!(scheduler.stats().failed, 1);
}

#[test]
fn log_probabilities_are_the_models_own() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let mut scheduler = Scheduler::new(&model, None, options()).expect("a scheduler");
    let sampling = SamplingParams { temperature: 2.0, seed: 3, ..SamplingParams::default() };
    let request = Request { max_tokens: 4, sampling, logprobs: Some(3), ..Request::new(prompt(5)) };
    let events = scheduler.submit(request).expect("a request");
    run(&mut scheduler);
    let mut text = prompt(5);
    for event in events {
        let Event::Token { id, logprobs, .. } = event.expect("an event") else { continue };
        let logprobs = logprobs.expect("they were asked for");
        let rows = crate::plans::logits(
            &model,
            &text,
            KvDType::F16,
            &PlanKind::Decode.passes(plt_model::LoopRule::Parallel, 2, 0, 0..text.len()),
        );
        let logits = rows.last().expect("a row");
        let sum: f64 = logits.iter().map(|logit| f64::from(*logit).exp()).sum();
        let expected = |id: u32| (f64::from(logits[id as usize]) - sum.ln()) as f32;
        assert!((logprobs.token - expected(id)).abs() < 1e-5);
        let mut best: Vec<u32> = (0..29).collect();
        best.sort_by(|a, b| logits[*b as usize].total_cmp(&logits[*a as usize]));
        let top: Vec<u32> = logprobs.top.iter().map(|(id, _)| *id).collect();
        assert_eq!(top, best[..3]);
        assert!(logprobs.top.iter().all(|(id, p)| (p - expected(*id)).abs() < 1e-5));
        text.push(id);
    }
    assert_eq!(text.len(), 9);
}

#[test]
fn requests_that_cannot_be_met_are_refused() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let mut scheduler =
        Scheduler::new(&model, None, EngineOptions { positions: 64, ..options() }).expect("one");
    let refused = |request: Request, scheduler: &mut Scheduler<'_, Cpu>| {
        scheduler.submit(request).map(drop).expect_err("refused").to_string()
    };
    let new = Request::new;
    let cases = [
        (new(Vec::new()), "the prompt is empty"),
        (new(prompt(65)), "the prompt has 65 tokens, expected at most 64"),
        (new(vec![29]), "token id 29"),
        (Request { choices: 0, ..new(vec![1]) }, "choices: expected at least 1"),
        (Request { stop: vec!["x".into()], ..new(vec![1]) }, "no tokenizer"),
        (
            Request {
                sampling: SamplingParams { top_p: 0.0, ..SamplingParams::default() },
                ..new(vec![1])
            },
            "top_p",
        ),
    ];
    for (request, expected) in cases {
        let message = refused(request, &mut scheduler);
        assert!(message.contains(expected), "{message}");
    }
    assert!(scheduler.is_idle());
    // The longest prompt leaves no room for a token, the next shorter for one.
    for (len, tokens) in [(64, 0), (63, 1)] {
        let events = scheduler.submit(new(prompt(len))).expect("a request");
        run(&mut scheduler);
        let answer = Answer::wait(1, events);
        assert_eq!(answer.tokens[0].len(), tokens);
        assert_eq!(answer.ends, [Some(FinishReason::Length)]);
    }

    for (options, expected) in [
        (EngineOptions { sequences: 0, ..options() }, "sequences: expected at least 1, found 0"),
        (EngineOptions { positions: 0, ..options() }, "positions: expected at least 1, found 0"),
        (EngineOptions { rows: 3, ..options() }, "rows: expected at least 4, found 3"),
    ] {
        let error = Scheduler::new(&model, None, options).err().expect("refused");
        assert_eq!(error.to_string(), expected);
    }
}

/// LoopCoder-V2 within 24 GiB, at 4096 tokens a sequence.
#[test]
fn a_parallel_loop_serves_as_many_as_a_model_without_loops() {
    let sequences = |loops: usize, attention: &str| {
        let config = format!(
            r#"{{
            "model_type": "plt", "vocab_size": 76800, "hidden_size": 5120,
            "intermediate_size": 27648, "num_hidden_layers": 14, "num_attention_heads": 40,
            "num_key_value_heads": 8, "head_dim": 128, "hidden_act": "silu", "rms_norm_eps": 1e-5,
            "rope_theta": 500000.0, "max_position_embeddings": 4096, "tie_word_embeddings": false,
            "plt_num_loops": {loops}, "plt_window_size": [64, 0], "plt_normalize_per_loop": true,
            "plt_emb_scale": 0.707, "plt_hidden_scale": 0.053,
            "plt_gate_use_hidden_states": true, "plt_loop_attention": "{attention}"
        }}"#
        );
        let config = Config::from_json(&config, "config.json").expect("a config");
        let fits = |sequences: &usize| {
            let options = EngineOptions {
                sequences: *sequences,
                kept: 0,
                rows: loops * sequences,
                ..EngineOptions::default()
            };
            options.positions_within(&config, 24 << 30) >= 4096 * sequences
        };
        (1..200).take_while(fits).count()
    };
    let plain = sequences(1, "gated");
    assert_eq!(plain, 109);
    let parallel = sequences(2, "gated");
    assert!(parallel * 100 >= plain * 98, "{parallel} of {plain}");
    assert_eq!(sequences(2, "own"), plain / 2, "a loop that keeps all of its keys");
}

fn start(model: TextModel<impl Backend>, options: EngineOptions) -> Engine {
    Engine::start(model, options).expect("an engine")
}

fn text_model<B: Backend>(backend: B) -> TextModel<B> {
    let fixtures = fixture::all();
    let fixture = fixtures.iter().find(|fixture| fixture.name == "plt-r2-hidden-w64");
    crate::golden::load(backend, fixture.expect("a fixture"))
}

#[test]
fn more_than_the_queue_takes_is_refused_and_the_rest_is_served() {
    let queue = QueueLimits { requests: 10_000, tokens: 60_000 };
    let options = EngineOptions { sequences: 4, queue, ..options() };
    let engine = start(text_model(Cpu::new(Some(1)).expect("a thread")), options);
    let mut accepted = Vec::new();
    let mut refused = 0;
    for i in 0..10_000usize {
        let request = Request { max_tokens: 1 + i % 2, ..Request::new(prompt(1 + i % 16)) };
        match engine.submit(request) {
            Ok(events) => accepted.push((1 + i % 2, events)),
            Err(Error::Overloaded { requests, tokens }) => {
                assert!(requests > 1000 && tokens <= 60_000);
                refused += 1;
            }
            Err(error) => panic!("{error}"),
        }
    }
    assert!(refused > 0, "the queue has no end");
    let all = accepted.len() as u64;
    for (tokens, events) in accepted {
        let answer = Answer::wait(1, events);
        assert_eq!(answer.tokens[0].len(), tokens);
        assert_eq!(answer.ends, [Some(FinishReason::Length)]);
    }
    // The last event comes before the last snapshot.
    engine.drain(Duration::from_secs(600));
    let stats = engine.stats();
    assert_eq!((stats.requests, stats.finished, stats.failed), (all, all, 0));
    assert_eq!((stats.running, stats.waiting), (0, 0));
    assert!(matches!(engine.submit(Request::new(prompt(3))), Err(Error::Closed)));
}

#[test]
fn a_panic_ends_what_runs_and_nothing_else() {
    let engine = start(text_model(Mutant::new(Mutation::Panic)), options());
    let long = |first: u32| {
        let request = Request { max_tokens: 30, ..Request::new(vec![first, 5, 6]) };
        engine.submit(request).expect("a request")
    };
    // The first two get places, the panic in the pass that begins the second.
    let [first, second, third] = [7, Mutant::PANIC, 8].map(long);
    for events in [first, second] {
        let answer = Answer::wait(1, events);
        let Some(Error::EngineFailed { reason }) = answer.error else { panic!("{answer:?}") };
        assert!(reason.contains("on purpose"), "{reason}");
    }
    let answer = Answer::wait(1, third);
    assert_eq!(answer.ends, [Some(FinishReason::Length)]);
    assert_eq!(Answer::wait(1, long(9)).tokens[0].len(), 30);
    engine.drain(Duration::from_secs(600));
    let stats = engine.stats();
    assert_eq!((stats.panics, stats.failed, stats.finished), (1, 2, 2));
}

#[test]
fn an_engine_that_is_drained_ends_all_answers_in_time() {
    let engine = Arc::new(start(text_model(Cpu::new(Some(1)).expect("a thread")), options()));
    let short = Request { max_tokens: 3, ..Request::new(prompt(4)) };
    let short = engine.submit(short).expect("a request");
    engine.drain(Duration::from_secs(600));
    assert_eq!(Answer::wait(1, short).ends, [Some(FinishReason::Length)]);

    let engine = start(text_model(Cpu::new(Some(1)).expect("a thread")), options());
    let endless = |_| {
        let request = Request { max_tokens: usize::MAX, ..Request::new(prompt(4)) };
        engine.submit(request).expect("a request")
    };
    let all = [0; 5].map(endless);
    drop(engine);
    for events in all {
        let answer = Answer::wait(1, events);
        let ended = answer.ends[0].expect("an end");
        assert!(matches!(ended, FinishReason::Cancelled | FinishReason::Length), "{ended:?}");
    }
}

#[test]
fn threads_share_an_engine() {
    let engine = start(text_model(Cpu::new(Some(1)).expect("a thread")), options());
    let expected: Vec<Vec<u32>> = (0..4)
        .map(|i| {
            let model = text_model(Cpu::new(Some(1)).expect("a thread"));
            let sampling = SamplingParams::default();
            solo(model.model(), &prompt(3 + 5 * i), sampling, 8, KvDType::F16)
        })
        .collect();
    std::thread::scope(|scope| {
        for worker in 0..4 {
            let (engine, expected) = (&engine, &expected);
            scope.spawn(move || {
                for i in 0..25 {
                    let kind = (worker + i) % 4;
                    let request = Request { max_tokens: 8, ..Request::new(prompt(3 + 5 * kind)) };
                    let mut events = engine.submit(request).expect("room");
                    if i % 3 == 0 {
                        // Some leave after the first token.
                        let _ = events.next();
                        continue;
                    }
                    assert_eq!(Answer::wait(1, events).tokens, [expected[kind].clone()]);
                }
            });
        }
    });
    engine.drain(Duration::from_secs(600));
    let stats = engine.stats();
    assert_eq!((stats.requests, stats.finished), (100, 100));
    assert_eq!(stats.pool.sequences.used, stats.prefixes.kept);
}
