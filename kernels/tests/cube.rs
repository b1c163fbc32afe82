//! The GPU backend on a software Vulkan device.

#![cfg(feature = "wgpu")]

use plt_kernels::conformance::{OPERATIONS, run};
use plt_kernels::cube::Cube;

#[test]
fn the_cube_backend_conforms() {
    let cube = Cube::open("wgpu").expect("a Vulkan device, software or not");
    let report = run(&cube, 32).unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(report.operations.len(), OPERATIONS);
}
