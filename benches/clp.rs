//! Time of a decoded token with R loops, parallel and sequential.
//!
//! The promise of Cross-Loop Parallelism is that `parallel/2` takes as long as `parallel/1`. The
//! control is `sequential/2`, which takes twice as long on any kernels.

use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use plt_benches::small;
use plt_cpu::Cpu;
use plt_model::{CacheOptions, KvDType, LogitsFor, NoTrace, PlanKind};

/// Tokens in the context before the measured one.
const CONTEXT: usize = 64;

fn decode(c: &mut Criterion) {
    let mut group = c.benchmark_group("decode one token");
    group.sample_size(20).measurement_time(Duration::from_secs(4));
    for (name, model_type, loops) in [
        ("parallel", "plt", 1),
        ("parallel", "plt", 2),
        ("parallel", "plt", 4),
        ("sequential", "iquestloopcoder", 2),
    ] {
        let model = small(Cpu::new(None).expect("threads"), model_type, loops);
        let rule = model.config().loops.rule;
        group.bench_function(BenchmarkId::new(name, loops), |bencher| {
            bencher.iter_custom(|tokens| {
                let options = CacheOptions::single(
                    CONTEXT + tokens as usize,
                    KvDType::F32,
                    PlanKind::Sequential,
                );
                let mut cache = model.cache(options).expect("a cache");
                let mut sequence = cache.open().expect("a sequence");
                sequence.extend(vec![1; options.kv_cache_tokens]);
                let mut run = |plan: PlanKind, from: usize, to: usize| {
                    for pass in plan.passes(rule, loops, 0, from..to) {
                        let sequences = &mut [&mut sequence];
                        let newest = LogitsFor::Newest;
                        model
                            .run(&mut cache, sequences, &pass, newest, &mut NoTrace)
                            .expect("a pass");
                    }
                };
                run(PlanKind::Sequential, 0, CONTEXT);
                let started = Instant::now();
                run(PlanKind::Decode, CONTEXT, options.kv_cache_tokens);
                started.elapsed()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, decode);
criterion_main!(benches);
