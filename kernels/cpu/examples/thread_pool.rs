//! The thread pool beside rayon, in one process, in turn: the latency of an empty operation, an
//! operation of sixteen tasks of a microsecond, and a decode pass of matrix multiplications whose
//! weights come from memory.
//!
//! `cargo run --release -p plt-cpu --example thread_pool [THREADS]`
//!
//! rayon is called in two ways: from the engine's thread, as the backend is called (`install` per
//! operation), and with the caller as one of its threads (`install` around all operations), which
//! spares it a change of threads per operation. Ratios are rayon's time over the pool's: above 1 the
//! pool is faster.

#![allow(clippy::print_stdout)]

#[path = "../src/threads/mod.rs"]
mod threads;

use std::hint::black_box;
use std::time::Instant;

use rayon::prelude::*;
use threads::Pool;

/// Rounds of each kind, in turn.
const ROUNDS: usize = 201;
/// Operations of a decode pass with nothing to do.
const EMPTY: usize = 2_000;
/// Operations of sixteen short tasks.
const SHORT: usize = 500;
/// Matrices of a pass, their rows (tiles of 16) and columns: 14 layers of 7, 88 MiB.
const MATRICES: usize = 98;
const TILES: usize = 32;
const COLS: usize = 448;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let threads = std::env::args().nth(1).map(|threads| threads.parse()).transpose()?;
    let pool = Pool::new(threads)?;
    let rayon = rayon::ThreadPoolBuilder::new().num_threads(pool.threads()).build()?;
    println!("{} threads, {ROUNDS} rounds each", pool.threads());

    let tasks = pool.threads() * 8;
    let bench = Bench { rayon: &rayon };
    let empty = |task: usize| {
        black_box(task);
    };
    bench.compare(
        "empty operation",
        EMPTY,
        |_| pool.each(tasks, empty),
        |_| (0..tasks).into_par_iter().for_each(empty),
    );
    bench.compare(
        "16 tasks of a microsecond",
        SHORT,
        |_| pool.each(16, |_| microsecond()),
        |_| (0..16).into_par_iter().for_each(|_| microsecond()),
    );

    let weights = vec![0.5f32; MATRICES * TILES * 16 * COLS];
    let x = vec![0.25f32; COLS];
    let multiply = |matrix: usize, tile: usize, out: &mut [f32]| {
        let rows = weights[(matrix * TILES + tile) * 16 * COLS..].chunks_exact(COLS);
        for (row, out) in rows.zip(out) {
            *out = dot(row, &x);
        }
    };
    bench.compare(
        "multiplication of a decode pass",
        MATRICES,
        |matrix| {
            let mut y = vec![0.0; TILES * 16];
            pool.chunks(&mut y, 16, |tile, out| multiply(matrix, tile, out));
            black_box(y);
        },
        |matrix| {
            let mut y = vec![0.0; TILES * 16];
            y.par_chunks_mut(16).enumerate().for_each(|(tile, out)| multiply(matrix, tile, out));
            black_box(y);
        },
    );
    Ok(())
}

/// Work of about a microsecond, the same in every call.
fn microsecond() {
    let mut x = black_box(0.5f32);
    for _ in 0..330 {
        x = x * 0.999 + 0.001;
    }
    black_box(x);
}

/// a · b in sixteen sums.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0f32; 16];
    for (a, b) in a.as_chunks::<16>().0.iter().zip(b.as_chunks::<16>().0) {
        for lane in 0..16 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum()
}

struct Bench<'a> {
    rayon: &'a rayon::ThreadPool,
}

impl Bench<'_> {
    /// Times the pool and rayon's two ways in turn, and prints medians and the middle half of the
    /// ratios.
    fn compare(
        &self,
        name: &str,
        operations: usize,
        ours: impl Fn(usize),
        theirs: impl Fn(usize) + Send + Sync,
    ) {
        let (outside, inside) = (
            || (0..operations).for_each(|i| self.rayon.install(|| theirs(i))),
            || self.rayon.install(|| (0..operations).for_each(&theirs)),
        );
        let time = |work: &dyn Fn()| {
            let started = Instant::now();
            work();
            started.elapsed().as_secs_f64() * 1e6 / operations as f64
        };
        let rounds: Vec<[f64; 3]> = (0..ROUNDS + 3)
            .map(|_| [time(&|| (0..operations).for_each(&ours)), time(&outside), time(&inside)])
            .skip(3)
            .collect();
        let sorted = |values: &dyn Fn(&[f64; 3]) -> f64| {
            let mut values: Vec<f64> = rounds.iter().map(values).collect();
            values.sort_by(f64::total_cmp);
            values
        };
        println!("{name}: pool {:.2} µs", sorted(&|round| round[0])[ROUNDS / 2]);
        for (way, index) in [("from outside", 1), ("from inside", 2)] {
            let median = sorted(&|round| round[index])[ROUNDS / 2];
            let ratio = sorted(&|round| round[index] / round[0]);
            println!(
                "  rayon {way}: {median:.2} µs, ratio {:.2} ({:.2} to {:.2})",
                ratio[ROUNDS / 2],
                ratio[ROUNDS / 4],
                ratio[3 * ROUNDS / 4]
            );
        }
    }
}
