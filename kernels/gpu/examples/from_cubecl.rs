//! One kernel of this crate inside another cubecl program: its buffers, its client, its kernels. No
//! data passes through the host.
//!
//! `cargo run -p plt-kernels --features wgpu --example from_cubecl`

#[cfg(feature = "wgpu")]
mod program {
    use cubecl::prelude::*;
    use plt_backend::{Backend, WeightData};
    use plt_kernels::{Cube, CubeTensor};

    #[cube(launch)]
    fn count(out: &mut [f32]) {
        if ABSOLUTE_POS < out.len() {
            out[ABSOLUTE_POS] = ABSOLUTE_POS as f32;
        }
    }

    pub fn run() -> Result<Vec<f32>, Box<dyn std::error::Error>> {
        let client = cubecl::Device::default().client();
        let (rows, cols) = (2, 32);
        let buffer = client.empty(rows * cols * size_of::<f32>());
        // SAFETY: the buffer holds rows · cols numbers.
        let argument = unsafe { BufferArg::from_raw_parts(buffer.clone(), rows * cols) };
        count::launch(&client, CubeCount::Static(1, 1, 1), CubeDim::new_1d(64), argument);

        // A weight of ones: the output of a row is its sum.
        let cube = Cube::from_client(client.clone(), "ours");
        let x = CubeTensor::from_handle(buffer, rows, cols)?;
        let ones = cube.weight(WeightData::from_f32(1, cols, &vec![1.0; cols])?)?;
        let sums = cube.linear(&x, &ones)?;

        let bytes = client.read_one(sums.handle().clone())?;
        Ok(bytemuck::pod_collect_to_vec(&bytes[..rows * size_of::<f32>()]))
    }
}

#[cfg(feature = "wgpu")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sums = program::run()?;
    assert_eq!(sums, [496.0, 1520.0]);
    Ok(())
}

#[cfg(not(feature = "wgpu"))]
fn main() -> Result<(), &'static str> {
    Err("build with --features wgpu")
}
