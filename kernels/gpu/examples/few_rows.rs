//! How fast a GPU reads weights while it multiplies them with few rows, on the shapes of LoopCoder-V2:
//!
//! ```console
//! $ cargo run --release -p plt-kernels --features wgpu --example few_rows [DEVICE]
//! ```
//!
//! A product with 4 rows should take as long as one with 1. What takes less than the host needs for a
//! launch, some 30 µs on one machine, tells of the host.

#![allow(clippy::print_stdout)]

#[cfg(feature = "cube")]
fn main() -> plt_kernels::Result<()> {
    with_gpu::run()
}

#[cfg(not(feature = "cube"))]
fn main() -> Result<(), &'static str> {
    Err("build with --features wgpu")
}

#[cfg(feature = "cube")]
mod with_gpu {
    use std::time::{Duration, Instant};

    use plt_kernels::cube::Cube;
    use plt_kernels::{Backend, DType, ReadSpeed, Result, WeightData};

    const HIDDEN: usize = 5120;
    const INTERMEDIATE: usize = 27648;

    /// Bytes of the weights that take turns: more than caches hold.
    const BYTES: usize = 512 << 20;

    /// Products of a short sample; a long one has four times as many.
    const PRODUCTS: usize = 40;
    const SAMPLES: usize = 5;

    /// How long a device works before it is measured.
    const WAKING: Duration = Duration::from_millis(300);

    pub fn run() -> Result<()> {
        let cube = Cube::open(&std::env::args().nth(1).unwrap_or_else(|| "wgpu".to_owned()))?;
        let memory = cube.read_speed(&cube.memory_to_read()?)?;
        println!("{}: memory is read with {:.0} GB/s\n", cube.adapter(), memory / 1e9);
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
                        let mut y = cube.linear(&x, &weights[0], None)?;
                        for i in 1..products {
                            y = cube.linear(&x, &weights[i % copies], None)?;
                        }
                        cube.read(&y)?;
                        Ok(started.elapsed().as_secs_f64())
                    };
                    // The kernel is compiled, and the device's clocks come up.
                    let waking = Instant::now();
                    while waking.elapsed() < WAKING {
                        seconds(PRODUCTS)?;
                    }
                    // The way there and back is in both.
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
}
