//! The GPU backend on a software Vulkan device.

#![cfg(feature = "wgpu")]

mod kept;

use plt_kernels::conformance::{OPERATIONS, run};
use plt_kernels::cube::Cube;
use plt_kernels::{Backend, DType, ReadSpeed, Reference, Result, WeightData};

#[test]
fn the_cube_backend_conforms() {
    // Attention cut into many short parts, and into few that walk over many tiles of keys.
    for (cubes, cases) in [(256, 24), (1, 8)] {
        let cube = Cube::open("wgpu").expect("a Vulkan device, software or not").busy_with(cubes);
        let report = run(&cube, cases).unwrap_or_else(|failure| panic!("{cubes} cubes: {failure}"));
        assert_eq!(report.operations.len(), OPERATIONS);
    }
}

#[test]
fn keys_and_values_are_copied_to_the_bit_and_what_is_not_finite_shows() {
    let cube = Cube::open("wgpu").expect("a Vulkan device, software or not");
    kept::check_copies(&cube);
    kept::check_not_finite(&cube);
}

/// Every routine that the tuner tries writes y; the one it keeps serves from then on.
#[test]
fn tuned_products_are_products() {
    let cube = Cube::open("wgpu").expect("a Vulkan device, software or not").tuned(true);
    let (rows, cols, out) = (40, 96, 80);
    let values =
        |count: usize| (0..count).map(|i| (i * 37 % 101) as f32 / 50.0 - 1.0).collect::<Vec<_>>();
    let (x, w) = (values(rows * cols), values(out * cols));
    let weight = || WeightData::from_f32(out, cols, &w).expect("its size");
    let expected = {
        let reference = Reference;
        let (x, weight) = (reference.tensor(rows, cols, x.clone()), reference.weight(weight()));
        let y = reference.linear(&x.expect("x"), &weight.expect("weight"), None).expect("y");
        reference.read(&y).expect("y")
    };
    let weight = cube.weight(weight()).expect("memory");
    let residual = cube.tensor(rows, out, vec![1.0; rows * out]).expect("memory");
    let x = cube.tensor(rows, cols, x).expect("memory");
    for _ in 0..2 {
        let y = cube.linear(&x, &weight, Some(&residual)).and_then(|y| cube.read(&y)).expect("y");
        for (y, expected) in y.iter().zip(&expected) {
            assert!((y - (expected + 1.0)).abs() < 1e-4, "{y} {expected}");
        }
    }
}

#[test]
fn memory_is_read_at_some_speed() {
    let cube = Cube::open("wgpu").expect("a Vulkan device, software or not");
    let speed = cube.memory_to_read().and_then(|memory| cube.read_speed(&memory)).expect("memory");
    assert!((1e6..1e14).contains(&speed), "{speed} bytes a second");
    assert!(!cube.adapter().is_empty());
}

/// Rows so long that the units of a cube come back for more of them, which the suite's are not for most
/// types.
#[test]
fn long_rows_are_walked_to_their_end() {
    const OUT: usize = 19;
    /// `x · wᵀ` and `silu(x · wᵀ) · (x · wᵀ)`.
    fn products<B: Backend>(backend: &B, x: &[f32], w: &WeightData) -> Result<[Vec<f32>; 2]> {
        let x = backend.tensor(x.len() / w.cols(), w.cols(), x.to_vec())?;
        let w = backend.weight(w.clone())?;
        let read = |y: Result<B::Tensor>| backend.read(&y?);
        Ok([read(backend.linear(&x, &w, None))?, read(backend.swiglu(&x, &w, &w))?])
    }
    let cube = Cube::open("wgpu").expect("a Vulkan device, software or not");
    for (dtype, cols) in [
        (DType::F32, 1279),
        (DType::BF16, 1280),
        (DType::Q8_0, 1312),
        (DType::Q4_0, 2080),
        (DType::Q4K, 2304),
    ] {
        let row = dtype.row_bytes(cols).expect("whole blocks");
        // Scales and numbers of like size, whatever the type: 0x2c2c is 0.065 as a half.
        let bytes = (0..OUT * row).map(|i| if i % 2 == 0 { (i * 37 % 251) as u8 } else { 0x2c });
        let w = WeightData::new(dtype, OUT, cols, bytes.collect::<Vec<_>>().into());
        let w = w.expect("its size");
        let largest = |numbers: &[f32]| numbers.iter().fold(0.0f32, |most, x| most.max(x.abs()));
        let largest_weight = largest(&w.to_f32().expect("numbers"));
        for rows in [3, 16] {
            let x: Vec<f32> =
                (0..rows * cols).map(|i| (i * 61 % 127) as f32 / 63.0 - 1.0).collect();
            let got = products(&cube, &x, &w).expect("products");
            let expected = products(&Reference, &x, &w).expect("products");
            // A rounding for each product, of sums that signs keep near √cols; then two such errors,
            // each times the other product.
            let error = 6e-8 * cols as f32 * (cols as f32).sqrt() * largest_weight;
            let allowed = [error, 2.0 * (1.0 + largest(&expected[0])) * error];
            for ((got, expected), most) in got.iter().zip(&expected).zip(allowed) {
                let far: Vec<f32> = got.iter().zip(expected).map(|(a, b)| a - b).collect();
                let far = largest(&far);
                assert!(far <= most, "{dtype}, {rows} rows of {cols}: {far}, allowed {most}");
            }
        }
    }
}
