//! A completion does not depend on the other requests of the engine.

use std::task::Poll;

use plt_model::plan::PlanKind;
use plt_model::{LogitsFor, Model, NoTrace};
use plt_runtime::{
    Backend, Cpu, EngineOptions, Error, Event, Events, FinishReason, KvDType, Request, Sampler,
    SamplingParams, Scheduler,
};
use proptest::prelude::*;

use crate::plans::{open, shapes};

/// Maximum length of a prompt and of a completion in the property test.
const PROMPT: usize = 56;
const ANSWER: usize = 20;

/// Generates one sequence alone with the sequential plan, without an engine.
pub(crate) fn solo<B: Backend>(
    model: &Model<B>,
    prompt: &[u32],
    sampling: SamplingParams,
    tokens: usize,
    dtype: KvDType,
) -> Vec<u32> {
    biased(model, &Request::new(prompt.to_vec()).sampling(sampling), tokens, dtype)
}

/// The same for a request with logit biases.
fn biased<B: Backend>(
    model: &Model<B>,
    request: &Request,
    tokens: usize,
    dtype: KvDType,
) -> Vec<u32> {
    let Request { prompt, sampling, logit_bias, .. } = request;
    let config = model.config();
    let (mut cache, mut sequence) = open(model, &vec![0; prompt.len() + tokens], dtype);
    sequence.replace_pending(prompt.iter().copied());
    let sampler =
        Sampler::new(sampling.unwrap_or_default()).expect("valid").after_prompt(prompt.len());
    for _ in 0..tokens {
        let range = sequence.kv().len()..sequence.tokens().len();
        let (rule, loops) = (config.loops.rule, config.loops.count);
        let mut logits = Vec::new();
        for pass in PlanKind::Sequential.passes(rule, loops, 0, range) {
            let sequences = &mut [&mut sequence];
            let output = model.run(&mut cache, sequences, &pass, LogitsFor::Newest, &mut NoTrace);
            if let Some(values) = output.expect("a pass").logits {
                logits = model.backend().read(&values).expect("logits");
            }
        }
        for (id, bias) in logit_bias {
            logits[*id as usize] += bias;
        }
        let id = sampler.sample(&logits, sequence.tokens()).expect("numbers");
        sequence.extend([id]);
    }
    sequence.tokens()[prompt.len()..].to_vec()
}

/// Forbids all other tokens.
pub(crate) fn only(allowed: &[u32]) -> Vec<(u32, f32)> {
    let forbidden = (0..29).filter(|id| !allowed.contains(id));
    forbidden.map(|id| (id, f32::NEG_INFINITY)).collect()
}

/// The outcome of a request: tokens and finish reason of every choice.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub tokens: Vec<Vec<u32>>,
    pub ends: Vec<Option<FinishReason>>,
    pub error: Option<Error>,
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
    pub fn wait(choices: usize, events: Events) -> Self {
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
    // Prompts over two tokens often share prefixes.
    let shared = prop_oneof![Just(0usize), Just(16), Just(32), Just(40)];
    let tail = proptest::collection::vec(3..5u32, 1..=PROMPT - 40);
    let sampling = prop_oneof![
        Just(SamplingParams::default()),
        any::<u64>().prop_map(|seed| SamplingParams::default()
            .temperature(1.5)
            .top_k(5)
            .repetition_penalty(1.2)
            .frequency_penalty(0.1)
            .seed(seed)),
    ];
    // Completions over two tokens repeat themselves: many drafts are accepted.
    let logit_bias = prop_oneof![Just(Vec::new()), Just(only(&[3, 4]))];
    let sampling = (sampling, logit_bias);
    (shared, tail, 0..=ANSWER, 1..=3usize, sampling, -1..=1i32, 0..=1u8).prop_map(
        |(shared, tail, max_tokens, choices, (sampling, logit_bias), priority, tenant)| {
            Request::new([vec![3; shared], tail].concat())
                .max_tokens(max_tokens)
                .choices(choices)
                .sampling(sampling)
                .logit_bias(logit_bias)
                .priority(priority)
                .tenant(vec![tenant])
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
    fn completion_does_not_depend_on_other_requests(
        (shape, dtype) in shapes(),
        acts in acts(),
        (sequences, rows, spare) in (1..=4usize, 0..40usize, 0..80usize),
        draft_rows in prop_oneof![Just(0usize), 2..30usize],
        (kept, keep_every, swap_bytes) in (
            0..=4usize,
            prop_oneof![Just(0usize), Just(16), Just(24)],
            prop_oneof![Just(0usize), Just(usize::MAX)],
        ),
    ) {
        let model = shape.model(Cpu::new(Some(1)).expect("a thread"));
        let options = EngineOptions::default().max_num_seqs(sequences)
// Down to just enough for the longest request alone.
.kv_cache_tokens(PROMPT + ANSWER + spare).max_num_batched_tokens(sequences * shape.loops + rows).max_draft_rows(draft_rows).kv_cache_dtype(dtype).prefix_cache_entries(kept).checkpoint_interval(keep_every).swap_bytes(swap_bytes);
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
                    prop_assert_eq!(pool.sequences.used, stats.running + stats.prefixes.entries);
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
                let mut alone = (*request).clone();
                let sampling = request.sampling.unwrap_or_default();
                alone = alone.sampling(sampling.seed(sampling.seed.wrapping_add(choice as u64)));
                let expected = biased(&model, &alone, tokens.len(), dtype);
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
