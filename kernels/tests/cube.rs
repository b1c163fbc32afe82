//! The GPU backend on a software Vulkan device.

#![cfg(feature = "wgpu")]

mod kept;

use plt_kernels::conformance::{OPERATIONS, run};
use plt_kernels::cube::Cube;
use plt_kernels::{Backend, ReadSpeed, Reference, WeightData};

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
