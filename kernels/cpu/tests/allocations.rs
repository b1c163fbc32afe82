//! Decode allocates nothing: the buffers of the first pass are used again by the next ones.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use plt_backend::{
    Batch, BatchRow, BatchSpan, Checked, Constants, DType, Gate, KvDType, KvShape, Layer, Linear,
    Qkv, RowInput, Stack, Store, WeightData, Weights, Window,
};
use plt_cpu::{Activations, Cpu, CpuCache};

/// The system's allocator, with a counter.
struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is forwarded to the system's allocator.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the caller promises what the system's allocator demands.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        // SAFETY: the caller promises what the system's allocator demands.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

const LOOPS: usize = 2;
const LAYERS: usize = 3;
const HIDDEN: usize = 64;
const HEAD_DIM: usize = 32;
const SHAPE: KvShape = KvShape {
    layers: LAYERS,
    slots: 672,
    kv_heads: 1,
    head_dim: HEAD_DIM,
    dtype: KvDType::F16,
    carry_rows: 1,
    hidden: HIDDEN,
};

/// The rows of all loops of a token.
fn decode(position: usize) -> Batch {
    let window = Window { keys: 9, ring: 640, ring_len: 9, first: 0 };
    let row = |input, store, carry| BatchRow { id: 1, input, store, carry };
    Batch {
        rows: vec![
            row(RowInput::First, Store::Block(position as u32), Some(0)),
            row(RowInput::Carry(0), Store::Ring(window.ring + (position % 9) as u32), None),
        ],
        spans: (0..LOOPS)
            .map(|r| BatchSpan {
                sequence: 0,
                first_row: r,
                len: 1,
                start: position,
                window: (r > 0).then_some(window),
            })
            .collect(),
        block_size: 16,
        block_tables: vec![(0..40).collect()],
        cos_sin: vec![[0.6, 0.8]; LOOPS * HEAD_DIM / 2],
        outputs: vec![1],
    }
}

/// A model with every optional field, or with none.
fn stack(cpu: &Checked<Cpu>, optional: bool) -> Stack<Cpu> {
    let weight = |rows: usize| {
        let bytes = vec![0x2c; rows * DType::Q8_0.row_bytes(HIDDEN).expect("whole blocks")];
        let data = WeightData::new(DType::Q8_0, rows, HIDDEN, bytes.into()).expect("its size");
        cpu.weight(data).expect("memory")
    };
    let tensor = |rows: usize, cols: usize| {
        cpu.tensor(rows, cols, vec![0.5; rows * cols]).expect("its size")
    };
    let norm = |cols| optional.then(|| tensor(1, cols));
    let linear =
        |rows: usize| Linear { weight: weight(rows), bias: optional.then(|| tensor(1, rows)) };
    let qkv = match optional {
        true => Qkv::Fused(linear(HIDDEN + 2 * HEAD_DIM)),
        false => Qkv::Separate { q: linear(HIDDEN), k: linear(HEAD_DIM), v: linear(HEAD_DIM) },
    };
    let layer = |_| Layer {
        input_norm: tensor(1, HIDDEN),
        qkv: qkv.clone(),
        q_norm: norm(HEAD_DIM),
        k_norm: norm(HEAD_DIM),
        gate: Some(Gate {
            norm: Some(tensor(1, HIDDEN)),
            weight: tensor(2, HIDDEN),
            bias: tensor(1, 2),
        }),
        o: weight(HIDDEN),
        attention_output_norm: norm(HIDDEN),
        post_norm: tensor(1, HIDDEN),
        gate_proj: weight(HIDDEN),
        up_proj: weight(HIDDEN),
        down_proj: weight(HIDDEN),
        feed_forward_output_norm: norm(HIDDEN),
    };
    let constants = Constants {
        hidden: HIDDEN,
        heads: 2,
        kv_heads: 1,
        head_dim: HEAD_DIM,
        rotary_dim: HEAD_DIM,
        eps: 0.1,
        emb_scale: 1.0,
        hidden_scale: 0.5,
        normalize_carry: true,
    };
    let weights = Weights {
        embed: weight(4),
        layers: (0..LAYERS).map(layer).collect(),
        norm: tensor(1, HIDDEN),
        head: weight(4),
    };
    cpu.stack(constants, weights).expect("shapes fit")
}

/// How many allocations a pass makes in all layers after the first.
fn allocations_of_later_layers(
    cpu: &Checked<Cpu>,
    stack: &Stack<Cpu>,
    cache: &mut CpuCache,
    position: usize,
) -> usize {
    let batch = cpu.batch(cache, decode(position)).expect("inside the cache");
    let mut h = cpu.loop_input(stack, cache, &batch).expect("h");
    let mut before = 0;
    for layer in 0..LAYERS {
        if layer == 1 {
            before = ALLOCATIONS.load(Ordering::Relaxed);
        }
        let input = cpu.attention_input(stack, layer, cache, &batch, &h).expect("input");
        let y = cpu.attention(stack, layer, cache, &batch, &input).expect("y");
        h = cpu.attention_output(stack, layer, &y, &h).expect("h");
        h = cpu.feed_forward(stack, layer, &h).expect("h");
    }
    let allocations = ALLOCATIONS.load(Ordering::Relaxed) - before;
    cpu.loop_output(stack, cache, &batch, &h).expect("outputs");
    allocations
}

#[test]
fn decode_allocates_nothing_after_the_first_layer() {
    for optional in [false, true] {
        let settings = [1, 2, 16].into_iter().flat_map(|n| Activations::ALL.map(|a| (n, a)));
        for (threads, activations) in settings {
            let cpu = Cpu::new(Some(threads)).expect("threads").with_activations(activations);
            let cpu = Checked::new(cpu);
            let stack = stack(&cpu, optional);
            let mut cache = cpu.cache(SHAPE).expect("memory");
            // On the way the keys of attention become two splits.
            let counts: Vec<usize> = (480..540)
                .map(|position| allocations_of_later_layers(&cpu, &stack, &mut cache, position))
                .collect();
            // Threads may overlap in new ways, and then need one more buffer.
            let seldom = counts.iter().filter(|count| **count > 0).count() < counts.len() / 4;
            assert!(
                seldom && counts.iter().sum::<usize>() < counts.len(),
                "{threads}, {activations}, {optional}: {counts:?}"
            );
        }
    }
}
