//! Time of a matrix multiplication with 1, 2, 4 and 8 rows of x: with the weight in the CPU cache, where
//! arithmetic is the only cost, and from memory. Both are relative to the time of reading the weight's
//! bytes from memory, so 1.00 is the lower bound from memory. The excess over the larger of 1.00 and
//! the time in the cache is the part of reading and computing that did not overlap.
//!
//! `cargo bench -p plt-benches --bench linear [-- THREADS]`

use std::hint::black_box;
use std::time::Instant;

use plt_backend::{Checked, DType, WeightData};
use plt_benches::median;
use plt_cpu::{Activations, Cpu, CpuWeight, Matrix};

/// The largest matrix of LoopCoder-V2's layer, halved.
const SHAPE: (usize, usize) = (13824, 5120);
const ROWS: [usize; 4] = [1, 2, 4, 8];
const REPETITIONS: usize = 31;
/// Bytes of all copies of a weight: more than the CPU caches hold.
const BYTES: usize = 256 << 20;
/// Bytes of a cached weight: half of a common size of two L2 caches.
const CACHED: usize = 1 << 20;

fn main() {
    // Cargo passes `--bench` too.
    let threads = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    println!(
        "weights | x | ms, 1 row | in the cache, rows: 1 | 2 | 4 | 8 | from memory: 1 | 2 | 4 | 8"
    );
    for dtype in
        [DType::F32, DType::F16, DType::BF16, DType::Q8_0, DType::Q4_0, DType::Q4K, DType::Q6K]
    {
        let packed = dtype.block_len() > 1;
        for activations in if packed { &Activations::ALL[..] } else { &[Activations::Int16] } {
            let cpu = Cpu::new(threads).expect("threads").with_activations(*activations);
            let cpu = Checked::new(cpu);
            let x = if packed { activations.name() } else { "f32" };
            measure(&cpu, dtype, x);
        }
    }
}

fn measure(cpu: &Checked<Cpu>, dtype: DType, x: &str) {
    let row_bytes = dtype.row_bytes(SHAPE.1).expect("whole blocks");
    let copies = BYTES.div_ceil(SHAPE.0 * row_bytes);
    let weights: Vec<CpuWeight> = (0..copies).map(|_| weight(cpu, dtype, SHAPE.0)).collect();
    let cached = weight(cpu, dtype, CACHED / row_bytes);
    let inputs = ROWS.map(|rows| {
        let values = (0..rows * SHAPE.1).map(|i| (i % 61) as f32 / 30.0 - 1.0).collect();
        cpu.tensor(rows, SHAPE.1, values).expect("a matrix")
    });
    let big = cpu.backend().memory(BYTES).expect("memory");
    let (mut far, mut near) = ([const { Vec::new() }; 4], [const { Vec::new() }; 4]);
    let mut reads = Vec::new();
    for repetition in 0..REPETITIONS {
        for ((input, far), near) in inputs.iter().zip(&mut far).zip(&mut near) {
            far.push(seconds_per_byte(cpu, input, &weights[repetition % copies]));
            // The first repetition loads the weight.
            near.push(
                (0..5).map(|_| seconds_per_byte(cpu, input, &cached)).fold(f64::MAX, f64::min),
            );
        }
        let started = Instant::now();
        black_box(cpu.backend().read_all(&big));
        reads.push(started.elapsed().as_secs_f64() / BYTES as f64);
    }
    let read = median(reads);
    let (far, near) = (far.map(median), near.map(median));
    let ms = far[0] * 1e3 * cpu.weight_bytes(&weights[0]) as f64;
    let shares = |times: [f64; 4]| times.map(|time| format!("{:.2}", time / read)).join(" | ");
    println!("{dtype} | {x} | {ms:.2} | {} | {}", shares(near), shares(far));
}

/// Seconds of a multiplication per byte of the weight.
fn seconds_per_byte(cpu: &Checked<Cpu>, input: &Matrix, weight: &CpuWeight) -> f64 {
    let started = Instant::now();
    black_box(cpu.backend().linear(input, weight, None).expect("a multiplication"));
    started.elapsed().as_secs_f64() / cpu.weight_bytes(weight) as f64
}

/// A weight of small values: 0x2c2c is 0.065 in f16.
fn weight(cpu: &Checked<Cpu>, dtype: DType, rows: usize) -> CpuWeight {
    let bytes = vec![0x2c; rows * dtype.row_bytes(SHAPE.1).expect("whole blocks")];
    let data = WeightData::new(dtype, rows, SHAPE.1, bytes.into()).expect("its size");
    cpu.weight(data).expect("memory")
}
