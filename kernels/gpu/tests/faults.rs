//! The GPU backend on a failing device. Each test breaks its device, hence a binary of their own.

#![cfg(feature = "wgpu")]

use cubecl::device::{WgpuDevice, WgpuDeviceKind};
use cubecl::wgpu::{AutoGraphicsApi, RuntimeOptions, WgpuSetup, try_init_setup};
use plt_backend::{Checked, Error, KvDType, KvShape, WeightData};
use plt_kernels::Cube;
use plt_reference::Reference;

/// A device that nothing else in this process uses: other tests name its adapter.
fn own_device() -> (Checked<Cube>, WgpuSetup) {
    let device = WgpuDevice::new(WgpuDeviceKind::DefaultDevice);
    let options = RuntimeOptions::with_tasks_max(None).expect("options");
    let setup = try_init_setup::<AutoGraphicsApi>(&device, options);
    let setup = setup.expect("a Vulkan device, hardware or software");
    let cube = Cube::from_client(cubecl::Device::Wgpu(device).client(), "wgpu");
    (Checked::new(cube), setup)
}

/// Twice the identity.
fn two() -> Result<WeightData, Error> {
    WeightData::from_f32(2, 2, &[2.0, 0.0, 0.0, 2.0])
}

/// Rows of 2 · [1, 3].
fn doubled(cube: &Checked<Cube>, rows: usize) -> Result<Vec<f32>, Error> {
    let x = cube.tensor(rows, 2, [1.0, 3.0].repeat(rows))?;
    cube.read(&cube.backend().linear(&x, &cube.weight(two()?)?)?)
}

/// 2 · [1, -1], by a norm on the CPU.
fn doubled_on_the_cpu() -> Result<Vec<f32>, Error> {
    let cpu = Checked::new(Reference::new());
    let (x, two) = (cpu.tensor(1, 2, vec![1.0, -1.0])?, cpu.tensor(1, 2, vec![2.0; 2])?);
    cpu.read(&cpu.backend().rms_norm(&x, &two, 0.0)?)
}

#[test]
fn lost_device_is_an_error_and_the_cpu_works() {
    let (mut cube, setup) = own_device();
    assert_eq!(doubled(&cube, 1).expect("the device works"), [2.0, 6.0]);
    setup.device.destroy();
    // The last case fails during tuning.
    for (rows, tuned) in [(1, false), (20, false), (20, true)] {
        cube = Checked::new(cube.into_backend().with_tuning(tuned));
        let error = doubled(&cube, rows).expect_err("the device is gone");
        assert!(matches!(error, Error::Device { .. }), "{error:?}");
        assert!(!error.to_string().contains('\n'), "one line: {error}");
    }
    assert_eq!(doubled_on_the_cpu().expect("the CPU works"), [2.0, -2.0]);
}

#[test]
fn cache_without_memory_is_an_error_and_the_device_survives() {
    let cube = Checked::new(Cube::open("wgpu").expect("a Vulkan device"));
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
    let error = cube.cache(shape).map(drop).expect_err("more words than 32 bits can index");
    assert!(matches!(error, Error::Memory { .. }), "{error:?}");
    assert_eq!(doubled(&cube, 1).expect("the device survives"), [2.0, 6.0]);
}
