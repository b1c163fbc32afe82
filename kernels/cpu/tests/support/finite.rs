//! A number that is not finite shows in the rows that see it, and in no others.

use plt_backend::{AttentionInput, Backend, Batch, BatchRow, Checked, KvDType, KvShape, Span};

use super::{stack, write};

const WIDTH: usize = 64;

/// Checks it for every type of the cache.
pub fn check<B: Backend>(backend: &Checked<B>) {
    let block_size = 16;
    let start = 4;
    // Two sequences with a row each, at the same position and with the same keys.
    let batch = || Batch {
        rows: vec![BatchRow::default(); 2],
        spans: [0, 1]
            .map(|sequence| Span { sequence, first_row: sequence, len: 1, start, window: None })
            .to_vec(),
        block_size,
        block_tables: vec![vec![0], vec![1]],
        ..Batch::default()
    };
    for dtype in KvDType::ALL {
        let shape = KvShape {
            layers: 1,
            slots: 2 * block_size,
            kv_heads: 2,
            head_dim: WIDTH,
            dtype,
            carry_rows: 0,
            hidden: 1,
        };
        let stack = stack(backend, &shape, 2);
        let width = shape.kv_heads * shape.head_dim;
        let slots: Vec<u32> = (0..shape.slots as u32).collect();
        let finite: Vec<f32> =
            (0..block_size * width).map(|i| (i * 37 % 101) as f32 / 50.5 - 1.0).collect();
        let attend = |k: &[f32], v: &[f32]| {
            let mut cache = backend.cache(shape).expect("a cache");
            write(backend, &mut cache, &slots, k, v);
            let batch = backend.batch(&cache, batch()).expect("a batch");
            let rows = || backend.tensor(2, width, finite[..2 * width].to_vec()).expect("rows");
            let input = AttentionInput { q: rows(), k: rows(), v: rows(), gate: None };
            let y = backend.attention(&stack, 0, &mut cache, &batch, &input).expect("attention");
            backend.read(&y).expect("numbers")
        };
        let both = [finite.clone(), finite.clone()].concat();
        let good = attend(&both, &both);
        assert!(good.iter().all(|y| y.is_finite()));
        for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            let mut changed = both.clone();
            changed[width + 5] = bad;
            // A score of -∞ rightly has no weight.
            let in_keys = bad.is_nan().then(|| attend(&changed, &both));
            for y in in_keys.into_iter().chain([attend(&both, &changed)]) {
                let case = format!("{}, {dtype:?}, {bad}", backend.name());
                assert!(y[..WIDTH].iter().any(|y| !y.is_finite()), "{case} is not seen");
                assert_eq!(y[WIDTH..], good[WIDTH..], "{case} is seen elsewhere");
            }
        }
    }
}
