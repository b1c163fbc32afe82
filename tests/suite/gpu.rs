//! The GPU backend: full passes on a Vulkan device, which may be a software driver.

use plt_kernels::{Counters, Cube};
use plt_model::config::{GateKind, LoopRule};
use plt_model::plan::PlanKind;
use plt_model::{Cache, CacheOptions, LogitsFor, NoTrace, Sequence};
use plt_runtime::{Cpu, Engine, Event, KvDType, Model};
use plt_tests::fixture;
use plt_tests::tiny::{LoopAttention, Tiny};
use proptest::prelude::*;

use crate::golden;
use crate::plans::{LEAST, NUDGES, distance, logits, nudged, open, random_plan, shapes};

fn gpu() -> Cube {
    Cube::open("wgpu").expect("a Vulkan device: `cargo xtask test` installs one where it can")
}

#[test]
fn gpu_agrees_with_the_golden_fixtures_under_every_plan() {
    golden::check_all(gpu);
}

#[test]
fn gpu_engine_opens_by_name_and_answers() {
    let model = fixture::root().join("plt-r2-hidden-w64");
    let engine = Engine::open(model.to_str().expect("UTF-8"), "wgpu", Default::default());
    let engine = engine.expect("an engine");
    let request = engine.text().completion("def add(a, b):").expect("a request");
    let request = request.max_tokens(4).eos(Vec::new());
    let events = engine.submit(request).expect("a request");
    let tokens = events.filter(|event| matches!(event, Ok(Event::Token { .. }))).count();
    assert_eq!(tokens, 4);
}

const PLT: Tiny = Tiny {
    rule: LoopRule::Parallel,
    loops: 1,
    window_keys: 65,
    group: 2,
    kv_heads: 2,
    head_dim: 6,
    layers: 3,
    attention: LoopAttention::Gated(GateKind::Hidden),
    normalize: true,
    tied: false,
    seed: 7,
};

/// The counters of the decode pass at each position, and the device memory reserved after it.
fn cost_of_decoding(model: &Model<Cube>, positions: &[usize]) -> Vec<(Counters, u64)> {
    let last = positions.iter().max().expect("a position");
    let tokens: Vec<u32> = (0..=*last as u32).map(|i| i % 29).collect();
    let (mut cache, mut sequence) = open(model, &tokens, KvDType::F16);
    let loops = &model.config().loops;
    let mut costs = Vec::new();
    for (position, pass) in
        PlanKind::Decode.passes(loops.rule, loops.count, 0, 0..tokens.len()).iter().enumerate()
    {
        let before = model.backend().backend().counters();
        let output = model
            .run(&mut cache, &mut [&mut sequence], pass, LogitsFor::Every, &mut NoTrace)
            .expect("a decode pass");
        let logits = output.logits.expect("logits");
        assert_eq!(model.backend().argmax(&logits).expect("numbers").len(), 1);
        if positions.contains(&position) {
            costs.push((
                model.backend().backend().counters() - before,
                model.backend().backend().reserved_bytes(),
            ));
        }
    }
    costs
}

/// The claim of PLT, testable without a GPU: R loops launch the same kernels as one and read the same
/// bytes of weights and of loop 0's KV cache.
#[test]
fn gpu_loops_add_no_launches_weight_reads_or_kv_reads() {
    let costs = |loops, kind| {
        let shape = Tiny { loops, attention: LoopAttention::Gated(kind), ..PLT };
        cost_of_decoding(&shape.model(gpu()), &[100, 101])[1].0
    };
    let plain = costs(1, GateKind::Hidden);
    // The KV cache of 102 positions in f16, in 3 layers.
    let position = 2 * PLT.kv_heads as u64 * 6 * 2;
    assert_eq!(plain.global_kv_bytes, 3 * 102 * position);
    assert_eq!(plain.local_kv_bytes, 0);
    // Input; norm, q, k, v, rotary, attention, merge, o, norm, gate and up, down for each layer, the
    // first norm being the input's; output, head, argmax.
    assert_eq!(plain.launches, 1 + 3 * 11 - 1 + 3);
    // The batch, the rotary angles, the partition of attention; the token.
    assert_eq!((plain.uploads, plain.reads), (3, 1));
    for kind in [GateKind::Hidden, GateKind::Query] {
        for loops in [2, 4] {
            let looped = costs(loops, kind);
            // Only the windows of later loops are added.
            let local_kv_bytes = (loops as u64 - 1) * 3 * 65 * position;
            assert_eq!(looped, Counters { local_kv_bytes, ..plain }, "{loops} loops, {kind:?}");
        }
    }
}

#[test]
fn gpu_decode_launches_do_not_grow_with_the_context() {
    let shape = Tiny { loops: 2, ..PLT };
    let costs = cost_of_decoding(&shape.model(gpu()), &[20, 70, 100, 120]);
    for (cost, _) in &costs {
        assert_eq!(cost.launches, costs[0].0.launches);
        assert_eq!(cost.uploads, costs[0].0.uploads);
        assert_eq!(cost.weight_bytes, costs[0].0.weight_bytes);
    }
    // Buffers that grow with the context grow to powers of two.
    let memory: Vec<u64> = costs[1..].iter().map(|(_, memory)| *memory).collect();
    assert_eq!(memory, [memory[0]; 3], "device memory between 70 and 120 positions");
}

#[test]
fn gpu_fork_and_truncate_copy_without_a_download() {
    let shape = Tiny { loops: 2, ..PLT };
    let model = shape.model(gpu());
    let counters = || model.backend().backend().counters();
    let options =
        CacheOptions::single(64, KvDType::F16, PlanKind::Decode).max_num_seqs(2).rollback(2);
    let mut cache = model.cache(options).expect("memory");
    let mut first = cache.open().expect("a sequence");
    let run = |cache: &mut Cache<Cube>, sequence: &mut Sequence, tokens: std::ops::Range<u32>| {
        sequence.extend(tokens.clone());
        let positions = tokens.start as usize..tokens.end as usize;
        let mut logits = Vec::new();
        for pass in PlanKind::Decode.passes(shape.rule, shape.loops, 0, positions) {
            let output = model
                .run(cache, &mut [sequence], &pass, LogitsFor::Every, &mut NoTrace)
                .expect("a decode pass");
            logits.push(model.backend().read(&output.logits.expect("logits")).expect("logits"));
        }
        logits
    };
    run(&mut cache, &mut first, 0..21);

    let before = counters();
    let mut second = model.fork(&mut cache, &first).expect("room for two");
    let cost = counters() - before;
    assert_eq!(cost.reads, 0, "downloads of a fork");
    // Each layer's windows and last block, and the carries.
    assert_eq!((cost.launches, cost.uploads), (3 + 1, 2));
    let logits = run(&mut cache, &mut first, 21..24);
    assert_eq!(run(&mut cache, &mut second, 21..24), logits);

    let before = counters();
    model.truncate(&mut cache, &mut second, 22).expect("within the rollback");
    assert_eq!((counters() - before).reads, 0, "downloads of a truncation");
    second.replace_pending([]);
    assert_eq!(run(&mut cache, &mut second, 22..24), logits[1..]);
}

proptest! {
    // Each shape compiles about twenty pipelines: few cases, each with several plans.
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn gpu_gives_the_cpu_logits_under_any_legal_plan(
        (shape, dtype) in shapes(),
        tokens in prop::collection::vec(0..29u32, 1..24),
        rolls in prop::collection::vec(any::<u32>(), 64),
        chunk in 1..9usize,
    ) {
        let cpu = shape.model(Cpu::new(Some(1)).expect("a thread"));
        let gpu = shape.model(gpu());
        let loops = &cpu.config().loops;
        let passes = |kind: PlanKind| kind.passes(loops.rule, loops.count, 0, 0..tokens.len());
        let sequential = passes(PlanKind::Sequential);
        let expected = logits(&cpu, &tokens, dtype, &sequential);
        let moved = distance(&expected, &logits(&nudged(&shape), &tokens, dtype, &sequential));
        // A nudge may move a key across a rounding boundary of the cache's type: by one unit, where
        // rounding itself moves it by half of one.
        let rounded = distance(&expected, &logits(&cpu, &tokens, KvDType::F32, &sequential));
        let bound = LEAST + NUDGES * moved + 2.0 * rounded;

        let mut roll = rolls.iter().cycle();
        let random = random_plan(loops.rule, loops.count, tokens.len(), |sides| {
            *roll.next().expect("an endless iterator") as usize % sides.max(1)
        });
        let wavefront = PlanKind::Wavefront { chunk: chunk.try_into().expect("not zero") };
        for (plan, what) in [
            (sequential, "sequential"),
            (passes(wavefront), "wavefront"),
            (passes(PlanKind::Decode), "decode"),
            (random, "random"),
        ] {
            let error = distance(&logits(&gpu, &tokens, dtype, &plan), &expected);
            prop_assert!(error <= bound, "{}: {} from the cpu, expected {}", what, error, bound);
        }
    }
}
