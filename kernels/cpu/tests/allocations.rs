//! Operations ask for no memory at decode: what the first pass took is used again by the next ones.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use plt_kernels::ops::{Attention, Gate, GateInput, LoopInput, LoopOutput, RotaryWrite};
use plt_kernels::{
    Activations, Backend, Batch, BatchRow, Cpu, CpuCache, CpuWeight, DType, KvDType, KvShape,
    Matrix, RowInput, Span, Store, WeightData, Window,
};

/// The system's allocator, which counts.
struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

// SAFETY: all is left to the system's allocator.
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
    let window = Window { keys: 9, ring: 640, ring_len: 9 };
    let row =
        |input, store, carry| BatchRow { id: 1, position: position as u32, input, store, carry };
    Batch {
        rows: vec![
            row(RowInput::First, Store::Page(position as u32), Some(0)),
            row(RowInput::Carry(0), Store::Ring(window.ring + (position % 9) as u32), None),
        ],
        spans: (0..LOOPS)
            .map(|r| Span {
                sequence: 0,
                first_row: r,
                len: 1,
                start: position,
                window: (r > 0).then_some(window),
            })
            .collect(),
        block_size: 16,
        block_tables: vec![(0..40).collect()],
        outputs: vec![1],
    }
}

fn linear(cpu: &Cpu, x: &Matrix, weight: &CpuWeight, residual: Option<&Matrix>) -> Matrix {
    cpu.linear(x, weight, residual).expect("shapes fit")
}

/// How many allocations a pass makes in all layers after the first.
fn allocations_of_later_layers(cpu: &Cpu, cache: &mut CpuCache, position: usize) -> usize {
    let weight = |rows: usize| {
        let bytes = vec![0x2c; rows * DType::Q8_0.row_bytes(HIDDEN).expect("whole blocks")];
        cpu.weight(WeightData::new(DType::Q8_0, rows, HIDDEN, bytes.into()).expect("its size"))
            .expect("memory")
    };
    let tensor = |rows: usize, cols: usize| {
        cpu.tensor(rows, cols, vec![0.5; rows * cols]).expect("its size")
    };
    let (table, square, narrow) = (weight(4), weight(HIDDEN), weight(HEAD_DIM));
    let (norm, gate, bias) = (tensor(1, HIDDEN), tensor(2, HIDDEN), tensor(1, 2));
    let batch = cpu.batch(cache, decode(position)).expect("inside the cache");
    let args =
        LoopInput { table: &table, emb_scale: 1.0, hidden_scale: 0.5, norm: &norm, eps: 0.1 };
    let (mut h, mut x) = cpu.loop_input(cache, &batch, args).expect("shapes fit");
    let mut before = 0;
    for layer in 0..LAYERS {
        if layer == 1 {
            before = ALLOCATIONS.load(Ordering::Relaxed);
        }
        let (q, k, v) = (
            linear(cpu, &x, &square, None),
            linear(cpu, &x, &narrow, None),
            linear(cpu, &x, &narrow, None),
        );
        let input = GateInput::Hidden { h: &h, norm: &norm, eps: 0.1 };
        let gate = Some(Gate { input, weight: &gate, bias: &bias });
        let args = RotaryWrite { layer, q, k, v: &v, theta: 1e4, gate };
        let rotated = cpu.rotary_write(cache, &batch, args).expect("shapes fit");
        let (q, k, gate) = (&rotated.q, &rotated.k, rotated.gate.as_ref());
        let args = Attention { layer, heads: 2, q, k, v: &v, gate };
        let y = cpu.attention(cache, &batch, args).expect("shapes fit");
        h = linear(cpu, &y, &square, Some(&h));
        x = cpu.rms_norm(&h, &norm, 0.1).expect("shapes fit");
        let z = cpu.swiglu(&x, &square, &square).expect("shapes fit");
        h = linear(cpu, &z, &square, Some(&h));
        x = cpu.rms_norm(&h, &norm, 0.1).expect("shapes fit");
    }
    let allocations = ALLOCATIONS.load(Ordering::Relaxed) - before;
    let args = LoopOutput { h: &h, norm: &norm, eps: 0.1, normalize_carry: true };
    cpu.loop_output(cache, &batch, args).expect("shapes fit");
    allocations
}

#[test]
fn decode_asks_for_no_memory_layer_by_layer() {
    let settings = [1, 2, 16].into_iter().flat_map(|n| Activations::ALL.map(|a| (n, a)));
    for (threads, activations) in settings {
        let cpu = Cpu::new(Some(threads)).expect("threads").with_activations(activations);
        let mut cache = cpu.cache(SHAPE).expect("memory");
        // On the way attention's keys become two parts.
        let counts: Vec<usize> = (480..540)
            .map(|position| allocations_of_later_layers(&cpu, &mut cache, position))
            .collect();
        // Threads may meet in ways that they have not met before: a buffer more for the first time.
        let seldom = counts.iter().filter(|count| **count > 0).count() < counts.len() / 4;
        assert!(
            seldom && counts.iter().sum::<usize>() < counts.len(),
            "{threads}, {activations}: {counts:?}"
        );
    }
}
