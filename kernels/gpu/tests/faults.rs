//! What the GPU backend does when a device fails it. Each test leaves a broken device behind, hence
//! a binary of their own.

#![cfg(feature = "wgpu")]

use cubecl::device::{WgpuDevice, WgpuDeviceKind};
use cubecl::wgpu::{AutoGraphicsApi, RuntimeOptions, WgpuSetup, try_init_setup};
use plt_kernels::cube::Cube;
use plt_kernels::{Backend, Cpu, Error, KvDType, KvShape, WeightData};

/// A device that nothing else in this process uses: others name its adapter.
fn own_device() -> (Cube, WgpuSetup) {
    let device = WgpuDevice::new(WgpuDeviceKind::DefaultDevice);
    let options = RuntimeOptions::with_tasks_max(None).expect("options");
    let setup = try_init_setup::<AutoGraphicsApi>(&device, options);
    let setup = setup.expect("a Vulkan device, software or not");
    (Cube::from_client(cubecl::Device::Wgpu(device).client(), "wgpu"), setup)
}

/// y = 2x on any backend.
fn doubles<B: Backend>(backend: &B) -> Result<Vec<f32>, Error> {
    doubled(backend, 1)
}

/// The same with so many rows.
fn doubled<B: Backend>(backend: &B, rows: usize) -> Result<Vec<f32>, Error> {
    let x = backend.tensor(rows, 2, [1.0, 3.0].repeat(rows))?;
    let weight = backend.weight(WeightData::from_f32(2, 2, &[2.0, 0.0, 0.0, 2.0])?)?;
    backend.read(&backend.linear(&x, &weight, None)?)
}

#[test]
fn a_lost_device_is_an_error_and_the_cpu_goes_on() {
    let (mut cube, setup) = own_device();
    assert_eq!(doubles(&cube).expect("the device works"), [2.0, 6.0]);
    setup.device.destroy();
    // The last one in the middle of tuning.
    for (rows, tuned) in [(1, false), (20, false), (20, true)] {
        cube = cube.tuned(tuned);
        let error = doubled(&cube, rows).expect_err("the device is gone");
        assert!(matches!(error, Error::Device { .. }), "{error:?}");
        assert!(!error.to_string().contains('\n'), "one line: {error}");
    }
    assert_eq!(doubles(&Cpu::new(Some(1)).expect("a thread")).expect("numbers"), [2.0, 6.0]);
}

#[test]
fn memory_that_is_not_there_is_an_error_and_the_device_goes_on() {
    let cube = Cube::open("wgpu").expect("a Vulkan device");
    let shape = KvShape {
        layers: 1,
        slots: 1 << 20,
        kv_heads: 8,
        head_dim: 128,
        dtype: KvDType::F32,
        carry_rows: 1,
        hidden: 8,
    };
    let error = cube.cache(shape).map(drop).expect_err("8 GiB in one buffer");
    assert!(matches!(error, Error::Device { .. }), "{error:?}");
    let shape = KvShape { slots: 1 << 24, ..shape };
    let error = cube.cache(shape).map(drop).expect_err("more than 32 bits can count");
    assert!(matches!(error, Error::Memory { .. }), "{error:?}");
    assert_eq!(doubles(&cube).expect("the device goes on"), [2.0, 6.0]);
}
