//! What a cache of any type promises of the keys and values that it keeps.

use plt_kernels::ops::Attention;
use plt_kernels::{Backend, Batch, BatchRow, KvDType, KvShape, Span};

const WIDTH: usize = 64;
const SLOTS: usize = 20;

fn shape(dtype: KvDType) -> KvShape {
    let (layers, kv_heads, head_dim) = (1, 2, WIDTH);
    KvShape { layers, slots: SLOTS, kv_heads, head_dim, dtype, carry_rows: 0, hidden: 1 }
}

/// Numbers of sizes from 2^-140 to 2^126, as f32 has them, and zeros.
fn numbers(seed: usize, count: usize) -> Vec<f32> {
    let number = |i: usize| {
        let (block, i) = (i / 32, i + seed);
        let power = (block * 41 + seed) % 267;
        let fraction = (i * 37 % 101) as f64 / 50.5 - 1.0;
        (fraction * 2f64.powi(power as i32 - 140)) as f32
    };
    (0..count).map(number).collect()
}

/// What was read from a cache is stored again as the same bits, in any slot of another one.
pub fn check_copies<B: Backend>(backend: &B) {
    for dtype in KvDType::ALL {
        let shape = shape(dtype);
        let width = shape.kv_heads * shape.head_dim;
        let [mut from, mut to] = [0, 1].map(|_| backend.cache(shape).expect("a cache"));
        let slots: Vec<u32> = (0..SLOTS as u32).collect();
        let (k, v) = (numbers(1, SLOTS * width), numbers(2, SLOTS * width));
        backend.write_slots(&mut from, 0, &slots, &k, &v).expect("slots");
        let bits = |(k, v): (Vec<f32>, Vec<f32>)| {
            [k, v].map(|x| x.into_iter().map(f32::to_bits).collect::<Vec<_>>())
        };
        let (k, v) = backend.read_slots(&from, 0, &slots).expect("slots");
        let others: Vec<u32> = slots.iter().rev().copied().collect();
        backend.write_slots(&mut to, 0, &others, &k, &v).expect("slots");
        let copied = backend.read_slots(&to, 0, &others).expect("slots");
        let name = backend.name();
        assert!(bits(copied) == bits((k, v)), "{name}: {dtype:?} does not keep what was read");
    }
}

/// A number that is not finite shows in the rows that see it, and in no others.
pub fn check_not_finite<B: Backend>(backend: &B) {
    let block_size = 16;
    let start = 4;
    // Two sequences with a row each, at the same position and with the same keys.
    let batch = || Batch {
        rows: vec![BatchRow { position: start as u32, ..BatchRow::default() }; 2],
        spans: [0, 1]
            .map(|sequence| Span { sequence, first_row: sequence, len: 1, start, window: None })
            .to_vec(),
        block_size,
        block_tables: vec![vec![0], vec![1]],
        outputs: Vec::new(),
    };
    for dtype in KvDType::ALL {
        let shape = KvShape { slots: 2 * block_size, ..shape(dtype) };
        let width = shape.kv_heads * shape.head_dim;
        let slots: Vec<u32> = (0..shape.slots as u32).collect();
        let finite: Vec<f32> =
            (0..block_size * width).map(|i| (i * 37 % 101) as f32 / 50.5 - 1.0).collect();
        let attend = |k: &[f32], v: &[f32]| {
            let mut cache = backend.cache(shape).expect("a cache");
            backend.write_slots(&mut cache, 0, &slots, k, v).expect("slots");
            let batch = backend.batch(&cache, batch()).expect("a batch");
            let rows = backend.tensor(2, width, finite[..2 * width].to_vec()).expect("rows");
            let args = Attention { layer: 0, heads: 2, q: &rows, k: &rows, v: &rows, gate: None };
            let y = backend.attention(&mut cache, &batch, args).expect("attention");
            backend.read(&y).expect("numbers")
        };
        let both = [finite.clone(), finite.clone()].concat();
        let good = attend(&both, &both);
        assert!(good.iter().all(|y| y.is_finite()));
        for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            let mut changed = both.clone();
            changed[width + 5] = bad;
            // A score of -∞ has no weight, and that is as it should be.
            let in_keys = bad.is_nan().then(|| attend(&changed, &both));
            for y in in_keys.into_iter().chain([attend(&both, &changed)]) {
                let case = format!("{}, {dtype:?}, {bad}", backend.name());
                assert!(y[..WIDTH].iter().any(|y| !y.is_finite()), "{case} is not seen");
                assert_eq!(y[WIDTH..], good[WIDTH..], "{case} is seen elsewhere");
            }
        }
    }
}
