//! Rows that no result depends on are not computed, and no result changes.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use plt_backend::{AttentionInput, Batch, Checked, DeviceBatch, Double, Stack};
use plt_model::config::GateKind;
use plt_model::plan::{Pass, PlanKind};
use plt_model::{Cache, CacheOptions, Error, LogitsFor, LoopRule, Model, NoTrace, Sequence};
use plt_reference::{Reference, ReferenceCache};
use plt_runtime::{
    Backend, Cpu, EngineOptions, Event, KvDType, ModelFiles, Request, Scheduler, TextModel,
};
use plt_tests::fixture;
use plt_tests::tiny::{LoopAttention, Tiny};
use proptest::prelude::*;

use crate::golden::greedy;
use crate::plans::{logits, open, random_plan_from, shapes};

const ROLLBACK: usize = 3;

/// Runs the passes; returns the logits of the last row that has some.
fn run(
    model: &Model<Cpu>,
    cache: &mut Cache<Cpu>,
    sequence: &mut Sequence,
    passes: &[Pass],
) -> Vec<f32> {
    let mut last = Vec::new();
    for pass in passes {
        let newest = LogitsFor::Newest;
        let output = model.run(cache, &mut [&mut *sequence], pass, newest, &mut NoTrace);
        if let Some(values) = output.expect("a legal pass").logits {
            let values = model.backend().read(&values).expect("logits");
            last = values.rchunks(model.config().vocab_size).next().expect("a row").to_vec();
        }
    }
    last
}

/// Everything that later rows may read: loop 0's keys and values, and those of the windows, in every
/// layer.
fn visible(
    model: &Model<Cpu>,
    cache: &Cache<Cpu>,
    sequence: &Sequence,
) -> Vec<(Vec<f32>, Vec<f32>)> {
    let (kv, loops) = (sequence.kv(), &model.config().loops);
    let (len, block_size) = (kv.len(), kv.block_size());
    let block = |p: usize| kv.block_table()[p / block_size] as usize * block_size;
    let mut slots: Vec<u32> = (0..len).map(|p| (block(p) + p % block_size) as u32).collect();
    for ring in (1..loops.count).filter_map(|r| kv.ring(r)) {
        // The next row's window, without the row itself.
        let window = (len + 1).saturating_sub(loops.window_keys)..len;
        slots.extend(window.map(|p| ring + (p % kv.ring_len()) as u32));
    }
    (0..model.config().layers)
        .map(|layer| model.read_slots(cache, layer, &slots).expect("slots"))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn skipping_rows_changes_no_bit(
        (shape, dtype) in shapes(),
        tokens in prop::collection::vec(0..29u32, 1 + ROLLBACK..120),
        cut in any::<prop::sample::Index>(),
        rolls in prop::collection::vec(any::<u32>(), 64),
        (chunk, kind) in (1..40usize, 0..4usize),
        (back, forked) in (0..=ROLLBACK, any::<bool>()),
    ) {
        let model = shape.model(Cpu::new(Some(1)).expect("a thread"));
        let (rule, loops) = (shape.rule, shape.loops);
        let kind = match kind {
            0 => Some(PlanKind::Sequential),
            1 => Some(PlanKind::Decode),
            2 => Some(PlanKind::Wavefront { chunk: chunk.try_into().expect("not zero") }),
            _ => None,
        };
        let mut rolls = rolls.iter().cycle();
        let mut passes = |starts: &[usize], end: usize| match kind {
            Some(kind) => kind.passes_from(rule, 0, starts, end),
            None => random_plan_from(rule, starts, end, |sides| {
                *rolls.next().expect("an endless iterator") as usize % sides.max(1)
            }),
        };
        let whole = |tokens: &[u32]| {
            let all = PlanKind::Sequential.passes(rule, loops, 0, 0..tokens.len());
            logits(&model, tokens, dtype, &all).pop().expect("a row")
        };
        let options = CacheOptions::single(2 * tokens.len(), dtype, PlanKind::Sequential);
        let options = options.rollback(ROLLBACK).max_num_seqs(2);
        let mut cache = model.cache(options).expect("a small cache");

        // A prompt, a fork of it, and a longer prompt, whose later loops may leave a gap.
        let middle = 1 + cut.index(tokens.len() - 1);
        let mut sequence = cache.open().expect("a place");
        for end in [middle, tokens.len()] {
            sequence.extend(tokens[sequence.tokens().len()..end].iter().copied());
            let before: usize = sequence.kv().written().iter().sum();
            let skipped = sequence.skip_to(end - 1).expect("nothing is skipped twice");
            let plan = passes(sequence.kv().written(), end);
            let found = run(&model, &mut cache, &mut sequence, &plan);
            prop_assert_eq!(&found, &whole(&tokens[..end]), "{} of {}", end, tokens.len());
            // A random plan ends with the last loop.
            let rest = PlanKind::Sequential.passes_from(rule, 0, sequence.kv().written(), end);
            run(&model, &mut cache, &mut sequence, &rest);
            let rows = plan.iter().chain(&rest).map(Pass::len).sum::<usize>();
            prop_assert_eq!(rows + skipped + before, loops * end);

            let (mut other_cache, mut other) = open(&model, &tokens[..end], dtype);
            let all = PlanKind::Sequential.passes(rule, loops, 0, 0..end);
            run(&model, &mut other_cache, &mut other, &all);
            let expected = visible(&model, &other_cache, &other);
            prop_assert_eq!(visible(&model, &cache, &sequence), expected);
            if forked && end == middle {
                sequence = model.fork(&mut cache, &sequence).expect("room for two");
            }
            sequence.kv().check_invariants().expect("a whole cache");
        }

        // Saved and restored, then continued after a rollback.
        let mut bytes = Vec::new();
        model.save(&cache, sequence.tokens(), sequence.kv(), &mut bytes).expect("saved");
        drop(sequence);
        let mut sequence = model.restore(&mut cache, &mut &bytes[..]).expect("restored");
        let len = tokens.len() - back;
        match model.truncate(&mut cache, &mut sequence, len) {
            Ok(()) => {}
            // Positions before the last one were not computed for results.
            Err(Error::Cache(plt_cache::Error::RollbackTooFar { least, .. })) => {
                let complete = sequence.kv().complete_from();
                prop_assert!(len < complete && least == complete, "{} {}", len, complete);
                return Ok(());
            }
            Err(error) => prop_assert!(false, "{}", error),
        }
        let others: Vec<u32> = (0..back as u32 + 4).map(|i| (i * 7 + 3) % 29).collect();
        sequence.replace_pending(tokens[sequence.kv().len()..len].iter().copied().chain(others));
        let end = sequence.tokens().len();
        sequence.skip_to(end - 1).expect("nothing is skipped twice");
        let plan = passes(sequence.kv().written(), end);
        let found = run(&model, &mut cache, &mut sequence, &plan);
        prop_assert_eq!(found, whole(sequence.tokens()));
        sequence.kv().check_invariants().expect("a whole cache");
        drop(sequence);
        cache.pool().check_invariants().expect("a whole pool");
    }
}

/// One row fewer moves the logits of `plt-r2-long` by 1e-2.
#[test]
fn long_prompts_start_late_and_agree_with_the_golden_fixtures() {
    for name in ["plt-r2-long", "plt-r3-long"] {
        let fixture = fixture::named(name);
        let files = ModelFiles::open(&fixture.path).expect("the fixture opens");
        let cpu = Cpu::new(Some(2)).expect("threads");
        let model = TextModel::load(cpu, files, Default::default(), &mut |_, _| {});
        let model = model.expect("a model");
        let rows = fixture.rows();
        let case = fixture.expected.cases.iter().find(|case| case.name == rows.name);
        let case = case.expect("the prompt");
        assert_eq!(case.tokens.len(), rows.tokens);

        let (mut cache, mut sequence) = open(model.model(), &case.tokens, KvDType::F32);
        sequence.skip_to(rows.tokens - 1).expect("nothing is skipped yet");
        assert_eq!(sequence.kv().written(), rows.first_position, "{name}");
        let starts = sequence.kv().written();
        let plan = PlanKind::Sequential.passes_from(LoopRule::Parallel, 0, starts, rows.tokens);
        let found = run(model.model(), &mut cache, &mut sequence, &plan);
        for (found, expected) in found.iter().zip(&case.last_logits) {
            assert!((f64::from(*found) - expected).abs() < 1e-4, "{name}: {found} {expected}");
        }

        let (ids, timings) = greedy(&model, case, &[], 128, 0);
        assert_eq!(ids, case.greedy, "{name}");
        let skipped: usize = rows.first_position.iter().sum();
        let loops = fixture.expected.loops;
        assert_eq!(timings.prefill_rows, loops * rows.tokens - skipped, "{name}");
    }
}

/// Counts rows. It computes no attention, whose time grows with the square of the prompt.
struct Counting {
    inner: Checked<Reference>,
    rows: Arc<AtomicUsize>,
}

impl Double for Counting {
    type Inner = Reference;

    fn inner(&self) -> &Checked<Reference> {
        &self.inner
    }

    fn batch(
        &self,
        cache: &ReferenceCache,
        batch: Batch,
    ) -> plt_backend::Result<DeviceBatch<Reference>> {
        self.rows.fetch_add(batch.rows.len(), Ordering::Relaxed);
        self.inner.batch(cache, batch)
    }

    fn attention(
        &self,
        _: &Stack<Reference>,
        _: usize,
        _: &mut ReferenceCache,
        _: &DeviceBatch<Reference>,
        input: &AttentionInput<<Reference as Backend>::Tensor>,
    ) -> plt_backend::Result<<Reference as Backend>::Tensor> {
        Ok(input.q.clone())
    }
}

/// The bound of LoopCoder-V2: 14 layers, w = 64. A prompt of n tokens takes n + min(n, 897) rows.
#[test]
fn prompt_costs_its_length_and_897_rows() {
    for tokens in [600, 2048, 8192, 32768] {
        let shape = Tiny {
            rule: LoopRule::Parallel,
            loops: 2,
            window_keys: 65,
            group: 1,
            kv_heads: 1,
            head_dim: 2,
            layers: 14,
            attention: LoopAttention::Gated(GateKind::Hidden),
            normalize: true,
            tied: true,
            seed: 3,
        };
        let mut config = shape.config();
        config.max_positions = 1 << 16;
        let rows = Arc::new(AtomicUsize::new(0));
        let backend = Counting { inner: Checked::new(Reference::new()), rows: Arc::clone(&rows) };
        let model = Model::new(backend, config, |spec| Ok(shape.tensor(spec))).expect("a model");
        let options =
            EngineOptions::default().kv_cache_tokens(1 << 16).max_num_batched_tokens(1024);
        let mut scheduler = Scheduler::new(&model, None, options).expect("a scheduler");
        let prompt: Vec<u32> = (0..tokens as u32).map(|i| i % 29).collect();
        let events = scheduler.submit(Request::new(prompt).max_tokens(1)).expect("a request");
        while !scheduler.is_idle() {
            scheduler.step();
        }
        let expected = tokens + tokens.min(897);
        assert_eq!(rows.load(Ordering::Relaxed), expected, "{tokens} tokens");
        let stats = scheduler.stats();
        assert_eq!((stats.rows, stats.prefill_rows), (expected as u64, expected as u64));
        assert_eq!(stats.skipped_rows, (2 * tokens - expected) as u64);
        let counted = events.filter_map(|event| match event.expect("an event") {
            Event::Finished { timings, .. } => Some(timings.prefill_rows),
            Event::Token { .. } => None,
        });
        assert_eq!(counted.collect::<Vec<_>>(), [expected]);
    }
}
