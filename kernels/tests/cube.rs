//! The GPU backend on a software Vulkan device.

#![cfg(feature = "wgpu")]

use plt_kernels::conformance::{OPERATIONS, run};
use plt_kernels::cube::Cube;

#[test]
fn the_cube_backend_conforms() {
    // Attention cut into many short parts, and into few that walk over many tiles of keys.
    for (cubes, cases) in [(256, 32), (1, 32)] {
        let cube = Cube::open("wgpu").expect("a Vulkan device, software or not").busy_with(cubes);
        let report = run(&cube, cases).unwrap_or_else(|failure| panic!("{cubes} cubes: {failure}"));
        assert_eq!(report.operations.len(), OPERATIONS);
    }
}
