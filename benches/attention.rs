//! Time of attention over loop 0's keys for 1, 2 and 4 rows of one sequence, and its memory bandwidth
//! utilization: 32 query heads, 4 key/value heads of width 64, f16 and q8_0 in turn. The shortest
//! context is read from the L2 caches, the others from memory.
//!
//! `cargo bench -p plt-benches --bench attention [-- THREADS]`

use std::hint::black_box;
use std::time::Instant;

use plt_backend::{
    AttentionInput, Batch, BatchRow, BatchSpan, CachePart, Checked, Constants, KvDType, KvShape,
    Layer, Linear, Qkv, Stack, WeightData, Weights,
};
use plt_benches::median;
use plt_cpu::{Cpu, CpuCache, Matrix};

const HEADS: usize = 32;
const KV_HEADS: usize = 4;
const HEAD_DIM: usize = 64;
const BLOCK: usize = 32;
const ROWS: [usize; 3] = [1, 2, 4];
/// The KV cache of the first one fits in the L2 caches of two cores.
const CONTEXTS: [usize; 3] = [1024, 4096, 16384];
const DTYPES: [KvDType; 2] = [KvDType::F16, KvDType::Q8_0];
const REPETITIONS: usize = 31;
/// Bytes of the KV cache over all layers: more than the CPU caches hold.
const BYTES: usize = 256 << 20;

/// A KV cache of one type and the times of attention over it.
struct Kept {
    dtype: KvDType,
    layer_bytes: usize,
    stack: Stack<Cpu>,
    cache: CpuCache,
    times: [Vec<f64>; ROWS.len()],
}

fn main() {
    // Cargo passes `--bench` too.
    let threads = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let cpu = Checked::new(Cpu::new(threads).expect("threads"));
    println!("context | from | keys | µs for 1 row | 2 / 1 | 4 / 1 | GB/s | utilization");
    for context in CONTEXTS {
        let in_cache = context == CONTEXTS[0];
        let inputs = ROWS.map(|rows| input(&cpu, rows));
        let mut all = DTYPES.map(|dtype| {
            let slot_bytes = dtype.slot_bytes(KV_HEADS, HEAD_DIM).expect("whole blocks");
            let layer_bytes = context * slot_bytes;
            let layers = BYTES / layer_bytes;
            let cache = filled(&cpu, context, layers, dtype);
            let stack = stack(&cpu, layers);
            Kept { dtype, layer_bytes, stack, cache, times: Default::default() }
        });
        let big = cpu.backend().memory(BYTES).expect("memory");
        let mut reads = Vec::new();
        for repetition in 0..REPETITIONS {
            for Kept { stack, cache, times, .. } in &mut all {
                let layers = stack.layers();
                for (index, (rows, input)) in ROWS.iter().zip(&inputs).enumerate() {
                    let batch = cpu.batch(cache, batch(context, *rows)).expect("a batch");
                    // A layer that was not read recently.
                    let layer = (repetition * ROWS.len() + index) % layers;
                    let mut attention = |layer| {
                        let y = cpu.attention(stack, layer, cache, &batch, input);
                        black_box(y.expect("attention"));
                    };
                    // Warms up the data that layers share, as in every layer of a pass but the first.
                    attention(if in_cache { layer } else { (layer + layers / 2) % layers });
                    let started = Instant::now();
                    attention(layer);
                    times[index].push(started.elapsed().as_secs_f64());
                }
            }
            let started = Instant::now();
            black_box(cpu.backend().read_all(&big));
            reads.push(started.elapsed().as_secs_f64());
        }
        let memory = BYTES as f64 / median(reads) / 1e9;
        for Kept { dtype, layer_bytes, times, .. } in all {
            let [one, two, four] = times.map(median);
            let speed = layer_bytes as f64 / one / 1e9;
            println!(
                "{context} | {} | {} | {:.0} | {:.2} | {:.2} | {speed:.1} | {:.2}",
                if in_cache { "cache" } else { "memory" },
                dtype.name(),
                one * 1e6,
                two / one,
                four / one,
                speed / memory
            );
        }
    }
}

/// A cache of this many positions and layers, all of them written.
fn filled(cpu: &Checked<Cpu>, slots: usize, layers: usize, dtype: KvDType) -> CpuCache {
    let shape = KvShape {
        layers,
        slots,
        kv_heads: KV_HEADS,
        head_dim: HEAD_DIM,
        dtype,
        carry_rows: 0,
        hidden: 1,
    };
    let mut cache = cpu.cache(shape).expect("memory");
    let all: Vec<u32> = (0..slots as u32).collect();
    let bytes = dtype.encode(&numbers(slots * 2 * KV_HEADS * HEAD_DIM));
    for layer in 0..layers {
        let part = CachePart::Slots { layer, slots: &all };
        cpu.import(&mut cache, part, &bytes).expect("slots");
    }
    cache
}

/// Queries, keys and values of some rows.
fn input(cpu: &Checked<Cpu>, rows: usize) -> AttentionInput<Matrix> {
    let [q, k, v] = [HEADS, KV_HEADS, KV_HEADS].map(|heads| {
        let cols = heads * HEAD_DIM;
        cpu.tensor(rows, cols, numbers(rows * cols)).expect("a matrix")
    });
    AttentionInput { q, k, v, gate: None }
}

/// A model of this many layers, whose weights attention does not use: vectors of one element.
fn stack(cpu: &Checked<Cpu>, layers: usize) -> Stack<Cpu> {
    let constants = Constants {
        hidden: 1,
        heads: HEADS,
        kv_heads: KV_HEADS,
        head_dim: HEAD_DIM,
        rotary_dim: HEAD_DIM,
        eps: 1e-5,
        emb_scale: 1.0,
        hidden_scale: 1.0,
        normalize_carry: true,
    };
    let weight = |rows: usize, cols: usize| {
        let data = WeightData::from_f32(rows, cols, &vec![1.0; rows * cols]);
        data.and_then(|data| cpu.weight(data)).expect("a weight")
    };
    let norm = || cpu.tensor(1, 1, vec![1.0]).expect("a norm");
    let layer = |_| Layer {
        input_norm: norm(),
        qkv: Qkv::Fused(Linear::new(weight((HEADS + 2 * KV_HEADS) * HEAD_DIM, 1))),
        q_norm: None,
        k_norm: None,
        gate: None,
        o: weight(1, HEADS * HEAD_DIM),
        attention_output_norm: None,
        post_norm: norm(),
        gate_proj: weight(1, 1),
        up_proj: weight(1, 1),
        down_proj: weight(1, 1),
        feed_forward_output_norm: None,
    };
    let layers = (0..layers).map(layer).collect();
    let weights = Weights { embed: weight(1, 1), layers, norm: norm(), head: weight(1, 1) };
    cpu.stack(constants, weights).expect("a stack")
}

/// Rows of as many loops at the newest position, which share loop 0's keys.
fn batch(context: usize, rows: usize) -> Batch {
    let start = context - 1;
    let span = |first_row| BatchSpan { sequence: 0, first_row, len: 1, start, window: None };
    Batch {
        rows: vec![BatchRow::default(); rows],
        spans: (0..rows).map(span).collect(),
        block_size: BLOCK,
        block_tables: vec![(0..(context / BLOCK) as u32).collect()],
        cos_sin: Vec::new(),
        outputs: Vec::new(),
    }
}

fn numbers(count: usize) -> Vec<f32> {
    (0..count).map(|i| (i % 61) as f32 / 30.0 - 1.0).collect()
}
