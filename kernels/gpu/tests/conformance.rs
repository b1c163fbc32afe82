//! The GPU backend on a software Vulkan device.

#![cfg(feature = "wgpu")]

use plt_backend::conformance::{OPERATIONS, run};
use plt_backend::{
    Checked, Constants, DType, Layer, Linear, Qkv, ReadSpeed, Stack, WeightData, Weights,
};
use plt_kernels::Cube;
use plt_reference::Reference;

fn cube() -> Cube {
    Cube::open("wgpu").expect("a Vulkan device, hardware or software")
}

#[test]
fn cube_conforms_at_any_occupancy_target() {
    // Attention in many short parts, and in few parts of many tiles of keys.
    for (cubes, cases) in [(256, 24), (1, 8)] {
        let cube = Checked::new(cube().with_occupancy(cubes));
        let report = run(&cube, &Checked::new(Reference::new()), cases);
        let report = report.unwrap_or_else(|failure| panic!("{cubes} cubes: {failure}"));
        assert_eq!(report.operations.len(), OPERATIONS);
    }
}

/// `x · wᵀ` in f64.
fn product(x: &[f32], w: &WeightData) -> Vec<f64> {
    let weights = w.to_f32();
    let dot = |x: &[f32], w: &[f32]| {
        x.iter().zip(w).map(|(x, w)| f64::from(*x) * f64::from(*w)).sum::<f64>()
    };
    let rows = x.chunks_exact(w.cols());
    rows.flat_map(|x| weights.chunks_exact(w.cols()).map(move |w| dot(x, w))).collect()
}

/// A model of one layer whose weights are 0 but for the attention's output.
fn stack(cube: &Checked<Cube>, o: WeightData) -> Stack<Cube> {
    let (hidden, head_dim) = (o.rows(), o.cols());
    let constants = Constants {
        hidden,
        heads: 1,
        kv_heads: 1,
        head_dim,
        rotary_dim: 0,
        eps: 1e-5,
        emb_scale: 1.0,
        hidden_scale: 1.0,
        normalize_carry: true,
    };
    let zeros = |rows: usize| {
        let data = WeightData::from_f32(rows, hidden, &vec![0.0; rows * hidden]);
        cube.weight(data.expect("its size")).expect("memory")
    };
    let norm = || cube.tensor(1, hidden, vec![1.0; hidden]).expect("memory");
    let qkv = Qkv::Fused(Linear::new(zeros(3 * head_dim)));
    let layer = Layer {
        input_norm: norm(),
        qkv,
        q_norm: None,
        k_norm: None,
        gate: None,
        o: cube.weight(o).expect("memory"),
        attention_output_norm: None,
        post_norm: norm(),
        gate_proj: zeros(1),
        up_proj: zeros(1),
        down_proj: cube
            .weight(WeightData::from_f32(hidden, 1, &vec![0.0; hidden]).expect("its size"))
            .expect("memory"),
        feed_forward_output_norm: None,
    };
    let weights = Weights { embed: zeros(1), layers: vec![layer], norm: norm(), head: zeros(1) };
    cube.stack(constants, weights).expect("a stack")
}

/// Every routine that the tuner measures writes y, with a residual and without; the fastest computes
/// the second product.
#[test]
fn tuned_multiplication_is_correct_while_and_after_tuning() {
    let cube = Checked::new(cube().with_tuning(true));
    let (rows, cols, out) = (40, 96, 80);
    let values =
        |count: usize| (0..count).map(|i| (i * 37 % 101) as f32 / 50.0 - 1.0).collect::<Vec<_>>();
    let (x, w) = (values(rows * cols), values(out * cols));
    let w = WeightData::from_f32(out, cols, &w).expect("its size");
    let expected = product(&x, &w);
    let weight = cube.weight(w.clone()).expect("memory");
    let stack = stack(&cube, w);
    let x = cube.tensor(rows, cols, x).expect("memory");
    let h = values(rows * out);
    let residual = cube.tensor(rows, out, h.clone()).expect("memory");
    for _ in 0..2 {
        let sum = cube.attention_output(&stack, 0, &x, &residual);
        let sum = sum.and_then(|y| cube.read(&y)).expect("y");
        let y = cube.backend().linear(&x, &weight).and_then(|y| cube.read(&y)).expect("y");
        assert_eq!((sum.len(), y.len()), (expected.len(), expected.len()));
        for (((sum, y), h), expected) in sum.iter().zip(&y).zip(&h).zip(&expected) {
            assert!((f64::from(*y) - expected).abs() < 1e-4, "{y} {expected}");
            let expected = f64::from(*h) + expected;
            assert!((f64::from(*sum) - expected).abs() < 1e-4, "{sum} {expected}, with a residual");
        }
    }
}

#[test]
fn read_speed_is_plausible() {
    let cube = cube();
    let speed = cube.memory_to_read().and_then(|memory| cube.read_speed(&memory)).expect("memory");
    assert!((1e6..1e14).contains(&speed), "{speed} bytes per second");
    assert!(!cube.adapter().is_empty());
}

/// Rows that take several trips of the main loop, which the suite's rows do not for most types.
#[test]
fn linear_and_swiglu_read_long_rows_to_their_end() {
    const OUT: usize = 19;
    let cube = Checked::new(cube());
    for (dtype, cols) in [
        (DType::F32, 1279),
        (DType::BF16, 1280),
        (DType::Q8_0, 1312),
        (DType::Q4_0, 2080),
        (DType::Q4K, 2304),
    ] {
        let row = dtype.row_bytes(cols).expect("whole blocks");
        // Scales and numbers of similar size in every type: 0x2c2c is 0.065 as an IEEE half.
        let bytes = (0..OUT * row).map(|i| if i % 2 == 0 { (i * 37 % 251) as u8 } else { 0x2c });
        let w = WeightData::new(dtype, OUT, cols, bytes.collect::<Vec<_>>().into());
        let w = w.expect("its size");
        let weight = cube.weight(w.clone()).expect("memory");
        let largest = |numbers: &[f64]| numbers.iter().fold(0.0f64, |most, x| most.max(x.abs()));
        let weights: Vec<f64> = w.to_f32().into_iter().map(f64::from).collect();
        for rows in [3, 16] {
            let x: Vec<f32> =
                (0..rows * cols).map(|i| (i * 61 % 127) as f32 / 63.0 - 1.0).collect();
            let z = product(&x, &w);
            let silu = z.iter().map(|z| z / (1.0 + (-z).exp()) * z).collect();
            let x = cube.tensor(rows, cols, x).expect("memory");
            let got =
                [cube.backend().linear(&x, &weight), cube.backend().swiglu(&x, &weight, &weight)];
            let got = got.map(|y| y.and_then(|y| cube.read(&y)).expect("y"));
            // One rounding per product, of sums that signs keep near √cols; then two such errors,
            // each times the other factor.
            let error = 6e-8 * cols as f64 * (cols as f64).sqrt() * largest(&weights);
            let allowed = [error, 2.0 * (1.0 + largest(&z)) * error];
            for ((got, expected), most) in got.iter().zip([z, silu]).zip(allowed) {
                let far: Vec<f64> =
                    got.iter().zip(expected).map(|(a, b): (_, f64)| f64::from(*a) - b).collect();
                let far = largest(&far);
                assert!(far <= most, "{dtype}, {rows} rows of {cols}: {far}, allowed {most}");
            }
        }
    }
}
