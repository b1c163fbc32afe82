//! The KV cache on the device: copies without the host, exact bytes.

#![cfg(feature = "wgpu")]

use plt_backend::{
    Backend, Batch, BatchRow, BatchSpan, CachePart, Checked, Constants, KvDType, KvShape, Layer,
    Linear, Qkv, Stack, Store, WeightData, Weights,
};
use plt_kernels::Cube;

const KV_HEADS: usize = 2;
const HEAD_DIM: usize = 64;
const WIDTH: usize = KV_HEADS * HEAD_DIM;
const HIDDEN: usize = 8;

fn gpu() -> Checked<Cube> {
    Checked::new(Cube::open("wgpu").expect("a Vulkan device, hardware or software"))
}

fn shape(dtype: KvDType) -> KvShape {
    KvShape {
        layers: 3,
        slots: 20,
        kv_heads: KV_HEADS,
        head_dim: HEAD_DIM,
        dtype,
        carry_rows: 5,
        hidden: HIDDEN,
    }
}

/// Numbers of sizes from 2^-30 to 2^10, and zeros.
fn numbers(seed: usize, count: usize) -> Vec<f32> {
    let number = |i: usize| {
        let (block, i) = (i / 32, i + seed);
        let power = (block * 7 + seed) % 40;
        ((i * 37 % 101) as f64 / 50.5 - 1.0) as f32 * 2f32.powi(power as i32 - 30)
    };
    (0..count).map(number).collect()
}

/// A cache with other numbers in every slot and carry row.
fn filled(gpu: &Checked<Cube>, dtype: KvDType) -> <Cube as Backend>::Cache {
    let shape = shape(dtype);
    let mut cache = gpu.cache(shape).expect("memory");
    let slots: Vec<u32> = (0..shape.slots as u32).collect();
    for layer in 0..shape.layers {
        let bytes = dtype.encode(&numbers(layer, shape.slots * 2 * WIDTH));
        gpu.import(&mut cache, CachePart::Slots { layer, slots: &slots }, &bytes).expect("import");
    }
    let rows: Vec<u32> = (0..shape.carry_rows as u32).collect();
    let carries = KvDType::F32.encode(&numbers(9, shape.carry_rows * HIDDEN));
    gpu.import(&mut cache, CachePart::Carries(&rows), &carries).expect("import");
    cache
}

#[test]
fn copies_move_every_layer_on_the_device_without_a_download() {
    let gpu = gpu();
    for dtype in KvDType::ALL {
        let mut cache = filled(&gpu, dtype);
        let (from, to) = ([3, 17, 0], [9, 2, 19]);
        let export = |cache: &_, slots: &[u32]| {
            let layers = 0..shape(dtype).layers;
            let slots =
                |layer| gpu.export(cache, CachePart::Slots { layer, slots }).expect("bytes");
            layers.map(slots).collect::<Vec<_>>()
        };
        let others: Vec<u32> = (0..20).filter(|slot| !to.contains(slot)).collect();
        let carries = |cache: &_, rows| gpu.export(cache, CachePart::Carries(rows)).expect("bytes");
        let (expected, kept) = (export(&cache, &from), export(&cache, &others));
        let (carry, kept_carries) = (carries(&cache, &[4]), carries(&cache, &[0, 2, 3, 4]));

        let before = gpu.backend().counters();
        gpu.copy_slots(&mut cache, &from, &to).expect("a copy");
        gpu.copy_carries(&mut cache, &[4], &[1]).expect("a copy");
        let cost = gpu.backend().counters() - before;
        assert_eq!(cost.reads, 0, "{dtype:?}: downloads");
        assert_eq!((cost.launches, cost.uploads), (3 + 1, 1 + 1), "{dtype:?}");

        assert!(export(&cache, &to) == expected, "{dtype:?}: copied slots");
        assert!(export(&cache, &others) == kept, "{dtype:?}: other slots");
        assert_eq!(carries(&cache, &[1]), carry, "{dtype:?}: copied carry");
        assert_eq!(carries(&cache, &[0, 2, 3, 4]), kept_carries, "{dtype:?}: other carries");
    }
}

#[test]
fn export_returns_the_bytes_that_import_stored() {
    let gpu = gpu();
    for dtype in KvDType::ALL {
        let mut cache = filled(&gpu, dtype);
        let slots = [7, 0, 19, 4];
        let part = CachePart::Slots { layer: 1, slots: &slots };
        let bytes = dtype.encode(&numbers(5, slots.len() * 2 * WIDTH));
        gpu.import(&mut cache, part, &bytes).expect("import");
        assert!(gpu.export(&cache, part).expect("export") == bytes, "{dtype:?}");
        let reversed: Vec<u32> = slots.iter().rev().copied().collect();
        let part = CachePart::Slots { layer: 1, slots: &reversed };
        let per_slot = bytes.chunks_exact(bytes.len() / slots.len());
        let expected: Vec<u8> = per_slot.rev().flatten().copied().collect();
        assert!(gpu.export(&cache, part).expect("export") == expected, "{dtype:?} reversed");
    }
}

/// A model of one layer whose weights are 0: keys and values are their biases.
fn stack(gpu: &Checked<Cube>, [k, v]: [&[f32]; 2]) -> Stack<Cube> {
    let constants = Constants {
        hidden: HIDDEN,
        heads: KV_HEADS,
        kv_heads: KV_HEADS,
        head_dim: HEAD_DIM,
        rotary_dim: 0,
        eps: 1e-5,
        emb_scale: 1.0,
        hidden_scale: 1.0,
        normalize_carry: true,
    };
    let weight = |rows: usize, cols: usize| {
        let data = WeightData::from_f32(rows, cols, &vec![0.0; rows * cols]);
        gpu.weight(data.expect("its size")).expect("memory")
    };
    let norm = || gpu.tensor(1, HIDDEN, vec![1.0; HIDDEN]).expect("memory");
    let linear = |bias: &[f32]| {
        let bias = gpu.tensor(1, WIDTH, bias.to_vec()).expect("memory");
        Linear { weight: weight(WIDTH, HIDDEN), bias: Some(bias) }
    };
    let layer = Layer {
        input_norm: norm(),
        qkv: Qkv::Separate { q: linear(&[1.0; WIDTH]), k: linear(k), v: linear(v) },
        q_norm: None,
        k_norm: None,
        gate: None,
        o: weight(HIDDEN, WIDTH),
        attention_output_norm: None,
        post_norm: norm(),
        gate_proj: weight(HIDDEN, HIDDEN),
        up_proj: weight(HIDDEN, HIDDEN),
        down_proj: weight(HIDDEN, HIDDEN),
        feed_forward_output_norm: None,
    };
    let (embed, head) = (weight(3, HIDDEN), weight(3, HIDDEN));
    gpu.stack(constants, Weights { embed, layers: vec![layer], norm: norm(), head })
        .expect("a stack")
}

/// Blocks whose quotients are exact, so that a number halfway between two steps is a tie on every device,
/// and blocks that have no scale.
#[test]
fn attention_input_stores_q8_0_as_the_host_encodes_it() {
    let gpu = gpu();
    // Half steps from -127 to 127 steps of 2^power.
    let steps = |power: i32| {
        let half = move |i: usize| (i * 37 % 509) as f32 / 2.0 - 127.0;
        (0..32).map(|i| if i == 5 { -127.0 } else { half(i) } * 2f32.powi(power)).collect()
    };
    let with = |x: f32| {
        let mut block: Vec<f32> = steps(0);
        block[9] = x;
        block
    };
    let k = [steps(-3), steps(4), with(f32::NAN), with(f32::INFINITY)].concat();
    let v = [with(1e7), vec![1e-8; 32], steps(-20), with(f32::NEG_INFINITY)].concat();
    let stack = stack(&gpu, [&k, &v]);
    let dtype = KvDType::Q8_0;
    let mut cache = gpu.cache(KvShape { layers: 1, ..shape(dtype) }).expect("memory");
    let batch = Batch {
        rows: vec![BatchRow { store: Store::Block(3), ..BatchRow::default() }],
        spans: vec![BatchSpan { sequence: 0, first_row: 0, len: 1, start: 3, window: None }],
        block_size: 4,
        block_tables: vec![vec![0]],
        ..Batch::default()
    };
    let batch = gpu.batch(&cache, batch).expect("a batch");
    let h = gpu.tensor(1, HIDDEN, vec![1.0; HIDDEN]).expect("memory");
    gpu.attention_input(&stack, 0, &mut cache, &batch, &h).expect("keys");
    let stored = gpu.export(&cache, CachePart::Slots { layer: 0, slots: &[3] }).expect("bytes");
    assert_eq!(stored, [dtype.encode(&k), dtype.encode(&v)].concat());
}
