//! The GPU backend on a software Vulkan device.

#![cfg(feature = "wgpu")]

use plt_backend::conformance::{OPERATIONS, run};
use plt_backend::{Backend, Checked, DType, ReadSpeed, WeightData};
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

/// Every routine that the tuner measures writes y; the fastest computes the second product.
#[test]
fn tuned_multiplication_is_correct_while_and_after_tuning() {
    let cube = cube().with_tuning(true);
    let (rows, cols, out) = (40, 96, 80);
    let values =
        |count: usize| (0..count).map(|i| (i * 37 % 101) as f32 / 50.0 - 1.0).collect::<Vec<_>>();
    let (x, w) = (values(rows * cols), values(out * cols));
    let w = WeightData::from_f32(out, cols, &w).expect("its size");
    let expected = product(&x, &w);
    let weight = cube.weight(w).expect("memory");
    let x = cube.tensor(rows, cols, x).expect("memory");
    for _ in 0..2 {
        let y = cube.linear(&x, &weight).and_then(|y| cube.read(&y)).expect("y");
        for (y, expected) in y.iter().zip(&expected) {
            assert!((f64::from(*y) - expected).abs() < 1e-4, "{y} {expected}");
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
    let cube = cube();
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
            let got = [cube.linear(&x, &weight), cube.swiglu(&x, &weight, &weight)];
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
