//! Single properties of the engine.

use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use plt_model::plan::PlanKind;
use plt_model::{Config, LogitsFor, Model, Probe, Tracer};
use plt_runtime::{
    Backend, Cancel, Cpu, Engine, EngineOptions, Error, Event, FinishReason, KvDType, QueueLimits,
    Request, SamplingParams, Scheduler, TextModel,
};
use plt_tests::fixture;
use plt_tests::mutant::{Mutant, Mutation};
use plt_tests::tiny::{LoopAttention, Tiny};

use crate::interleaving::{Answer, only, solo};

/// A shape with every mechanism: later loops, rings, hidden gates, norms between loops.
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
    EngineOptions::default()
        .max_num_seqs(2)
        .kv_cache_tokens(128)
        .max_num_batched_tokens(16)
        .max_draft_rows(0)
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
fn prefix_cache_reuses_a_prompt_with_a_longer_tail() {
    let model = shape(3).model(Cpu::new(Some(1)).expect("a thread"));
    let mut scheduler = Scheduler::new(&model, None, options()).expect("a scheduler");
    let mut text = prompt(37);
    let mut reused = Vec::new();
    for _ in 0..3 {
        let request = Request::new(text.clone()).max_tokens(6);
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
    // Everything computed is reused: all but the last token of each completion.
    assert_eq!(reused, [0, 37 + 5, 37 + 6 + 3 + 5]);
    assert_eq!(scheduler.stats().prefixes.hits, 2);
}

#[test]
fn engine_continues_a_sampled_answer_from_its_prefix() {
    let model = shape(3).model(Cpu::new(Some(1)).expect("a thread"));
    let sampling =
        SamplingParams::default().temperature(1.5).top_k(12).repetition_penalty(1.1).seed(9);
    // Every answer has a scheduler of its own, as in another process.
    let answer = |prompt: Vec<u32>, tokens| {
        let mut scheduler = Scheduler::new(&model, None, options()).expect("a scheduler");
        let request = Request::new(prompt).max_tokens(tokens).sampling(sampling);
        let events = scheduler.submit(request).expect("a request");
        run(&mut scheduler);
        Answer::wait(1, events).tokens.remove(0)
    };
    let whole = answer(prompt(9), 24);
    assert!(whole.windows(2).any(|pair| pair[0] != pair[1]), "{whole:?}");
    for cut in [1, 5, 23] {
        let resumed = answer([&prompt(9), &whole[..cut]].concat(), 24 - cut);
        assert_eq!(resumed, whole[cut..], "after {cut} tokens");
    }
}

#[test]
fn prefix_cache_reuses_the_common_prefix_of_two_prompts() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let reused = |common: usize, more: usize| {
        let options = options().checkpoint_interval(0);
        let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
        let reused = (3..6u32).map(|tail| {
            let text = [prompt(common), vec![tail; more]].concat();
            let request = Request::new(text).max_tokens(3);
            let events = scheduler.submit(request).expect("a request");
            run(&mut scheduler);
            let reused = events.filter_map(|event| match event.expect("an event") {
                Event::Finished { timings, .. } => Some(timings.reused_tokens),
                Event::Token { .. } => None,
            });
            reused.sum::<usize>()
        });
        (reused.collect::<Vec<_>>(), scheduler.stats().prefixes.passed_positions)
    };
    // Loop 1 starts nine positions before the end: two blocks of 16 serve as they are.
    assert_eq!(reused(40, 9), (vec![0, 32, 32], 0));
    // The second prompt computes the third block again, and leaves a fork behind it.
    assert_eq!(reused(48, 3), (vec![0, 32, 48], 16));
    // A short prompt skips nothing, and needs the windows of the first block.
    assert_eq!(reused(8 + 8, 3), (vec![0, 0, 16], 16));
}

/// Restricted to two tokens, n-grams repeat often, and so do their continuations.
#[test]
fn speculation_saves_passes_and_never_adds_any() {
    use plt_model::LoopRule::{Parallel, Sequential};
    let (mut saved, mut right, mut wrong) = (0, 0, 0);
    for (rule, loops) in [(Parallel, 1), (Parallel, 2), (Parallel, 4), (Sequential, 3)] {
        let model = Tiny { rule, ..shape(loops) }.model(Cpu::new(Some(1)).expect("a thread"));
        for temperature in [0.0, 2.0] {
            let [without, with] = [0, 12].map(|draft_rows| {
                let options = options().max_draft_rows(draft_rows);
                let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
                let request = Request::new(prompt(12))
                    .max_tokens(80)
                    .sampling(SamplingParams::default().temperature(temperature).seed(5))
                    .logit_bias(only(&[3, 4]));
                let events = scheduler.submit(request).expect("a request");
                run(&mut scheduler);
                (scheduler.stats(), Answer::wait(1, events).tokens)
            });
            assert_eq!(with.1, without.1);
            let (with, without) = (with.0, without.0);
            assert_eq!((without.drafted_tokens, without.accepted_tokens), (0, 0));
            assert!(with.passes <= without.passes, "{} of {}", with.passes, without.passes);
            assert_eq!(with.generated_tokens, without.generated_tokens);
            saved += without.passes - with.passes;
            right += with.accepted_tokens;
            wrong += with.drafted_tokens - with.accepted_tokens;
        }
    }
    assert!(saved > 100 && right > 100 && wrong > 100, "{saved} {right} {wrong}");
}

#[test]
fn prefix_cache_is_separate_per_tenant() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let options = options().checkpoint_interval(16);
    let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
    for (tenant, hits) in [(1, 0), (2, 0), (1, 1)] {
        let request = Request::new(prompt(40)).max_tokens(2).tenant(vec![tenant]);
        let _listener = scheduler.submit(request).expect("a request");
        run(&mut scheduler);
        assert_eq!(scheduler.stats().prefixes.hits, hits, "tenant {tenant}");
    }
}

#[test]
fn decode_proceeds_during_a_long_prefill() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let options = options().max_num_batched_tokens(6);
    let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
    let request = Request::new(prompt(2)).max_tokens(40);
    let mut talking = scheduler.submit(request).expect("a request");
    for _ in 0..3 {
        scheduler.step();
    }
    while let Poll::Ready(Some(_)) = talking.try_next() {}
    let request = Request::new(prompt(30)).max_tokens(1);
    let mut long = scheduler.submit(request).expect("a request");
    let mut steps = 0;
    while !matches!(long.try_next(), Poll::Ready(_)) {
        scheduler.step();
        steps += 1;
        assert!(matches!(talking.try_next(), Poll::Ready(Some(_))), "one token per pass");
    }
    // Four rows of six are left for the prompt: four positions of loop 0, and two of each loop once
    // loop 1 starts, nine positions before the end.
    assert_eq!(steps, 11);
}

#[test]
fn priority_requests_run_first_and_preempt() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let options = options().max_num_seqs(1);
    let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
    let submit = |priority, scheduler: &mut Scheduler<'_, Cpu>| {
        let request = Request::new(prompt(8)).max_tokens(5).priority(priority);
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
fn cancelled_requests_are_freed_within_one_pass() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let options = options().prefix_cache_entries(0).max_num_batched_tokens(8);
    let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
    let submit = |cancel: &Cancel, scheduler: &mut Scheduler<'_, Cpu>| {
        let cancel = cancel.clone();
        let request = Request::new(prompt(60)).cancel(cancel).max_tokens(50);
        scheduler.submit(request).expect("a request")
    };
    let cancel = Cancel::default();
    // One in prefill, one in the other place, one waiting.
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

    let late = Request::new(prompt(3)).deadline(Some(Instant::now()));
    let late = scheduler.submit(late).expect("a request");
    scheduler.step();
    assert_eq!(Answer::wait(1, late).ends, [Some(FinishReason::Deadline)]);
}

#[test]
fn nan_logits_fail_their_request_alone() {
    let tiny = shape(2);
    let model = Model::new(Cpu::new(Some(1)).expect("a thread"), tiny.config(), |spec| {
        let mut values = tiny.tensor(spec).to_f32();
        if spec.name.contains("embed_tokens") {
            values[28 * spec.cols] = f32::NAN;
        }
        Ok(plt_model::WeightData::from_f32(spec.rows, spec.cols, &values)?)
    });
    let model = model.expect("a model");
    let mut scheduler = Scheduler::new(&model, None, options()).expect("a scheduler");
    let good = Request::new(prompt(20)).max_tokens(9);
    let bad = Request::new(vec![4, 28, 5]).choices(2);
    let [good, bad] = [good, bad].map(|request| scheduler.submit(request).expect("a request"));
    run(&mut scheduler);
    let bad = Answer::wait(2, bad);
    assert!(matches!(bad.error, Some(Error::NotFinite { .. })), "{bad:?}");
    let expected = solo(&model, &prompt(20), SamplingParams::default(), 9, KvDType::F16);
    assert_eq!(Answer::wait(1, good).tokens, [expected]);
    assert_eq!(scheduler.stats().failed, 1);
}

#[test]
fn logprobs_are_those_of_the_unsampled_model() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let mut scheduler = Scheduler::new(&model, None, options()).expect("a scheduler");
    let sampling = SamplingParams::default().temperature(2.0).seed(3);
    let request = Request::new(prompt(5)).max_tokens(4).sampling(sampling).logprobs(Some(3));
    let events = scheduler.submit(request).expect("a request");
    run(&mut scheduler);
    let mut text = prompt(5);
    for event in events {
        let Event::Token { id, logprobs, .. } = event.expect("an event") else { continue };
        let logprobs = logprobs.expect("they were requested");
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

/// All gates of a pass by row.
#[derive(Default)]
struct Gates(std::collections::BTreeMap<plt_model::Row, Vec<f32>>);

impl Tracer for Gates {
    fn wants(&self, probe: Probe) -> bool {
        matches!(probe, Probe::Gate { .. })
    }

    fn record(&mut self, _: Probe, rows: &[plt_model::Row], values: &[f32]) {
        for (row, gates) in rows.iter().zip(values.chunks(values.len() / rows.len())) {
            self.0.entry(*row).or_default().extend(gates);
        }
    }
}

#[test]
fn gates_are_those_of_the_position_before_the_token() {
    use plt_model::LoopRule::{Parallel, Sequential};
    for (rule, loops) in [(Parallel, 1), (Parallel, 3), (Sequential, 2)] {
        let model = Tiny { rule, ..shape(loops) }.model(Cpu::new(Some(1)).expect("a thread"));
        for draft_rows in [0, 12] {
            let options = options().max_draft_rows(draft_rows);
            let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
            let request =
                Request::new(prompt(9)).max_tokens(30).gates(true).logit_bias(only(&[3, 4]));
            let events = scheduler.submit(request).expect("a request");
            // A request without `gates` gets none, in the same passes.
            let other = scheduler.submit(Request::new(prompt(5)).max_tokens(9));
            run(&mut scheduler);
            for event in other.expect("a request") {
                assert!(!matches!(event, Ok(Event::Token { gates: Some(_), .. })));
            }
            let (mut text, mut found) = (prompt(9), Vec::new());
            for event in events {
                if let Event::Token { id, gates, .. } = event.expect("an event") {
                    text.push(id);
                    found.push(gates.expect("they were requested"));
                }
            }
            let (mut cache, mut sequence) = crate::plans::open(&model, &text, KvDType::F16);
            let mut tracer = Gates::default();
            for pass in PlanKind::Sequential.passes(rule, loops, 0, 0..text.len()) {
                let sequences = &mut [&mut sequence];
                let nothing = LogitsFor::Nothing;
                model.run(&mut cache, sequences, &pass, nothing, &mut tracer).expect("a pass");
            }
            for (index, found) in found.iter().enumerate() {
                let position = 8 + index;
                let rows = (1..loops).map(|loop_index| plt_model::Row {
                    sequence: 0,
                    loop_index,
                    position,
                });
                let mean = |row| -> f32 {
                    let gates = &tracer.0[&row];
                    gates.iter().sum::<f32>() / gates.len() as f32
                };
                let expected: Vec<f32> = rows.map(mean).collect();
                assert_eq!(found.len(), expected.len());
                for (found, expected) in found.iter().zip(expected) {
                    assert!((found - expected).abs() < 1e-6, "{position}: {found} {expected}");
                }
            }
        }
    }
}

#[test]
fn invalid_requests_and_options_are_rejected() {
    let model = shape(2).model(Cpu::new(Some(1)).expect("a thread"));
    let mut scheduler = Scheduler::new(&model, None, options().kv_cache_tokens(64)).expect("one");
    let refused = |request: Request, scheduler: &mut Scheduler<'_, Cpu>| {
        scheduler.submit(request).map(drop).expect_err("refused").to_string()
    };
    let new = Request::new;
    let cases = [
        (new(Vec::new()), "the prompt is empty"),
        (new(prompt(65)), "the prompt has 65 tokens, expected at most 64"),
        (new(vec![29]), "token id 29"),
        (new(vec![1]).choices(0), "choices: expected 1 to 1024, found 0"),
        (new(vec![1]).choices(1025), "choices: expected 1 to 1024"),
        (new(vec![1]).stop(vec!["x".into()]), "no tokenizer"),
        (new(vec![1]).sampling(SamplingParams::default().top_p(0.0)), "top_p"),
    ];
    for (request, expected) in cases {
        let message = refused(request, &mut scheduler);
        assert!(message.contains(expected), "{message}");
    }
    assert!(scheduler.is_idle());
    // The longest prompt leaves no room for a token, the next shorter one for a single token.
    for (len, tokens) in [(64, 0), (63, 1)] {
        let events = scheduler.submit(new(prompt(len))).expect("a request");
        run(&mut scheduler);
        let answer = Answer::wait(1, events);
        assert_eq!(answer.tokens[0].len(), tokens);
        assert_eq!(answer.ends, [Some(FinishReason::Length)]);
    }

    for (options, expected) in [
        (options().max_num_seqs(0), "max_num_seqs: expected at least 1, found 0"),
        (options().kv_cache_tokens(0), "kv_cache_tokens: expected at least 1, found 0"),
        (
            options().max_num_batched_tokens(3),
            "max_num_batched_tokens: expected at least 4 (2 loops for each of max_num_seqs 2), found 3",
        ),
    ] {
        let error = Scheduler::new(&model, None, options).err().expect("refused");
        assert_eq!(error.to_string(), expected);
    }
}

/// LoopCoder-V2 within 24 GiB, at 4096 tokens per sequence.
#[test]
fn parallel_loop_fits_the_sequences_of_an_unlooped_model() {
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
            let options = EngineOptions::default()
                .max_num_seqs(*sequences)
                .prefix_cache_entries(0)
                .max_num_batched_tokens(loops * sequences);
            options.kv_cache_tokens_within(&config, 24 << 30) >= 4096 * sequences
        };
        (1..200).take_while(fits).count()
    };
    let plain = sequences(1, "gated");
    assert_eq!(plain, 109);
    let parallel = sequences(2, "gated");
    assert!(parallel * 100 >= plain * 98, "{parallel} of {plain}");
    assert_eq!(sequences(2, "own"), plain / 2, "a loop with its own full KV cache");
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
fn full_queue_rejects_and_serves_accepted_requests() {
    let queue = QueueLimits::default().requests(10_000).tokens(60_000);
    let options = options().max_num_seqs(4).queue(queue);
    let engine = start(text_model(Cpu::new(Some(1)).expect("a thread")), options);
    let mut accepted = Vec::new();
    let mut refused = 0;
    for i in 0..10_000usize {
        let request = Request::new(prompt(1 + i % 16)).max_tokens(1 + i % 2);
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
    // The last event precedes the last snapshot of the statistics.
    engine.drain(Duration::from_secs(600));
    let stats = engine.stats();
    assert_eq!((stats.requests, stats.finished, stats.failed), (all, all, 0));
    assert_eq!((stats.running, stats.waiting), (0, 0));
    assert!(matches!(engine.submit(Request::new(prompt(3))), Err(Error::Closed)));
}

#[test]
fn engine_panic_fails_only_the_running_requests() {
    let engine = start(text_model(Mutant::new(Mutation::Panic)), options());
    let long = |first: u32| {
        let request = Request::new(vec![first, 5, 6]).max_tokens(30);
        engine.submit(request).expect("a request")
    };
    // The first two run; the pass that starts the second panics.
    let [first, second, third] = [7, Mutant::FATAL, 8].map(long);
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
fn drained_engine_finishes_all_requests() {
    let engine = Arc::new(start(text_model(Cpu::new(Some(1)).expect("a thread")), options()));
    let short = Request::new(prompt(4)).max_tokens(3);
    let short = engine.submit(short).expect("a request");
    engine.drain(Duration::from_secs(600));
    assert_eq!(Answer::wait(1, short).ends, [Some(FinishReason::Length)]);

    let engine = start(text_model(Cpu::new(Some(1)).expect("a thread")), options());
    let endless = |_| {
        let request = Request::new(prompt(4)).max_tokens(usize::MAX);
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
fn engine_serves_several_threads() {
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
                    let request = Request::new(prompt(3 + 5 * kind)).max_tokens(8);
                    let mut events = engine.submit(request).expect("room");
                    if i % 3 == 0 {
                        // Some clients disconnect after the first token.
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
    assert_eq!(stats.pool.sequences.used, stats.prefixes.entries);
}
