//! What a product with a weight costs with 1, 2, 4 and 8 rows of x, and what share of the memory's
//! speed it reaches.
//!
//! `cargo bench -p plt-benches --bench linear`

use std::hint::black_box;
use std::time::Instant;

use plt_benches::median;
use plt_kernels::{Backend, Cpu, CpuWeight, DType, WeightData};

/// The largest matrix of LoopCoder-V2's layer, halved.
const SHAPE: (usize, usize) = (13824, 5120);
const ROWS: [usize; 4] = [1, 2, 4, 8];
const REPETITIONS: usize = 31;
/// Copies of a weight, so that none is found in the cache.
const BYTES: usize = 256 << 20;

fn main() {
    let cpu = Cpu::new(None).expect("threads");
    println!("type | ms for 1 row | 2 / 1 | 4 / 1 | 8 / 1 | GB/s | of the memory's");
    for dtype in
        [DType::F32, DType::F16, DType::BF16, DType::Q8_0, DType::Q4_0, DType::Q4K, DType::Q6K]
    {
        let weights = weights(&cpu, dtype);
        let bytes = cpu.weight_bytes(&weights[0]);
        let inputs = ROWS.map(|rows| {
            let values = (0..rows * SHAPE.1).map(|i| (i % 61) as f32 / 30.0 - 1.0).collect();
            cpu.tensor(rows, SHAPE.1, values).expect("a matrix")
        });
        let big = cpu.memory(BYTES).expect("memory");
        let mut times = [const { Vec::new() }; 5];
        for repetition in 0..REPETITIONS {
            let weight = &weights[repetition % weights.len()];
            for (input, times) in inputs.iter().zip(&mut times) {
                let started = Instant::now();
                black_box(cpu.linear(input, weight, None).expect("a product"));
                times.push(started.elapsed().as_secs_f64());
            }
            let started = Instant::now();
            black_box(cpu.read_all(&big));
            times[4].push(started.elapsed().as_secs_f64());
        }
        let [one, two, four, eight, read] = times.map(median);
        let (speed, memory) = (bytes as f64 / one / 1e9, BYTES as f64 / read / 1e9);
        println!(
            "{dtype} | {:.2} | {:.2} | {:.2} | {:.2} | {speed:.1} | {:.2}",
            one * 1e3,
            two / one,
            four / one,
            eight / one,
            speed / memory
        );
    }
}

/// Enough weights of this type, all of them different places in memory.
fn weights(cpu: &Cpu, dtype: DType) -> Vec<CpuWeight> {
    let (rows, cols) = SHAPE;
    let len = rows * dtype.row_bytes(cols).expect("whole blocks");
    // Small numbers in any type: halves of 0x2c2c are 0.065.
    let data = || WeightData::new(dtype, rows, cols, vec![0x2c; len].into()).expect("its size");
    (0..BYTES.div_ceil(len)).map(|_| cpu.weight(data()).expect("memory")).collect()
}
