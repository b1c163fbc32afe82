//! Measures the bandwidth with which a GPU streams weights through a matrix multiplication of few rows, on
//! the shapes of LoopCoder-V2:
//!
//! ```console
//! $ cargo run --release -p plt-kernels --features wgpu --example few_rows [DEVICE]
//! ```
//!
//! Four rows should take as long as one. Times below the host's cost of a launch, some 30 µs on one
//! machine, measure the host.

#![allow(clippy::print_stdout)]

use std::time::{Duration, Instant};

use plt_backend::{Checked, DType, ReadSpeed, Result, WeightData};
use plt_kernels::Cube;

const HIDDEN: usize = 5120;
const INTERMEDIATE: usize = 27648;

/// Bytes of the weights used in turn: more than caches hold.
const BYTES: usize = 512 << 20;

/// Multiplications of a short sample; a long sample has four times as many.
const PRODUCTS: usize = 40;
const SAMPLES: usize = 5;

/// Warm-up before each measurement.
const WARM_UP: Duration = Duration::from_millis(300);

fn main() -> Result<()> {
    let cube = Cube::open(&std::env::args().nth(1).unwrap_or_else(|| "wgpu".to_owned()))?;
    let memory = cube.read_speed(&cube.memory_to_read()?)?;
    println!("{}: memory bandwidth {:.0} GB/s\n", cube.adapter(), memory / 1e9);
    let cube = Checked::new(cube);
    println!("| weight | rows of x | µs | GB/s |\n|---|---|---|---|");
    for dtype in [DType::BF16, DType::Q8_0, DType::Q4_0, DType::Q4K] {
        for (cols, rows) in [(HIDDEN, INTERMEDIATE), (INTERMEDIATE, HIDDEN)] {
            let bytes = dtype.row_bytes(cols).unwrap_or(0) * rows;
            let data = WeightData::new(dtype, rows, cols, vec![0x11; bytes].into())?;
            let copies = BYTES.div_ceil(bytes.max(1));
            let weights = (0..copies).map(|_| cube.weight(data.clone()));
            let weights = weights.collect::<Result<Vec<_>>>()?;
            for n in [1, 2, 4, 8, 16] {
                let x = cube.tensor(n, cols, vec![0.01; n * cols])?;
                let seconds = |products: usize| -> Result<f64> {
                    let started = Instant::now();
                    let mut y = cube.backend().linear(&x, &weights[0])?;
                    for i in 1..products {
                        y = cube.backend().linear(&x, &weights[i % copies])?;
                    }
                    cube.read(&y)?;
                    Ok(started.elapsed().as_secs_f64())
                };
                // Compiles the kernel and raises the device's clocks.
                let warming_up = Instant::now();
                while warming_up.elapsed() < WARM_UP {
                    seconds(PRODUCTS)?;
                }
                // Launch and read latency is in both and cancels.
                let (mut short, mut long) = (f64::MAX, f64::MAX);
                for _ in 0..SAMPLES {
                    short = short.min(seconds(PRODUCTS)?);
                    long = long.min(seconds(4 * PRODUCTS)?);
                }
                let one = (long - short) / (3 * PRODUCTS) as f64;
                let read = cube.weight_bytes(&weights[0]) as f64;
                let weight = format!("{rows} × {cols}, {dtype}");
                println!("| {weight} | {n} | {:.0} | {:.0} |", one * 1e6, read / one / 1e9);
            }
        }
    }
    Ok(())
}
