//! The thread pool beside rayon, in one process, in turn: the latency of an empty operation, and a
//! decode pass of matrix multiplications whose weights come from memory.
//!
//! `cargo run --release -p plt-cpu --example thread_pool [THREADS]`
//!
//! rayon is called from inside its own pool (`install`), which spares it a change of threads per
//! operation. Ratios are rayon's time over the pool's: above 1 the pool is faster.

#![allow(clippy::print_stdout)]

#[path = "../src/threads/mod.rs"]
mod threads;

use std::hint::black_box;
use std::time::Instant;

use rayon::prelude::*;
use threads::{DisjointSlices, Pool};

/// Rounds of each kind, in turn.
const ROUNDS: usize = 61;
/// Operations of a decode pass with nothing to do.
const EMPTY: usize = 2_000;
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
    let ours = || {
        for _ in 0..EMPTY {
            pool.each(tasks, |task| {
                black_box(task);
            });
        }
    };
    let theirs = || {
        for _ in 0..EMPTY {
            (0..tasks).into_par_iter().for_each(|task| {
                black_box(task);
            });
        }
    };
    compare("empty operation", EMPTY, &rayon, ours, theirs);

    let weights = vec![0.5f32; MATRICES * TILES * 16 * COLS];
    let x = vec![0.25f32; COLS];
    let multiply = |matrix: usize, tile: usize, out: &mut [f32]| {
        let rows = weights[(matrix * TILES + tile) * 16 * COLS..].chunks_exact(COLS);
        for (row, out) in rows.zip(out) {
            *out = dot(row, &x);
        }
    };
    let ours = || {
        let mut y = vec![0.0; TILES * 16];
        for matrix in 0..MATRICES {
            let slices = DisjointSlices::new(&mut y);
            assert_eq!(slices.len(), TILES * 16);
            pool.chunks(&mut y, 16, |tile, out| multiply(matrix, tile, out));
        }
        black_box(y);
    };
    let theirs = || {
        let mut y = vec![0.0; TILES * 16];
        for matrix in 0..MATRICES {
            y.par_chunks_mut(16).enumerate().for_each(|(tile, out)| multiply(matrix, tile, out));
        }
        black_box(y);
    };
    compare("decode pass of 98 multiplications", MATRICES, &rayon, ours, theirs);
    Ok(())
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

/// Times both in turn and prints the medians and the middle half of the ratios.
fn compare(
    name: &str,
    operations: usize,
    rayon: &rayon::ThreadPool,
    ours: impl Fn(),
    theirs: impl Fn() + Send + Sync,
) {
    let time = |work: &dyn Fn()| {
        let started = Instant::now();
        work();
        started.elapsed().as_secs_f64() * 1e6 / operations as f64
    };
    let mut rounds: Vec<(f64, f64)> =
        (0..ROUNDS + 3).map(|_| (time(&ours), rayon.install(|| time(&theirs)))).skip(3).collect();
    let median = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let ours = median(rounds.iter().map(|round| round.0).collect());
    let theirs = median(rounds.iter().map(|round| round.1).collect());
    rounds.sort_by(|a, b| (a.1 / a.0).total_cmp(&(b.1 / b.0)));
    let ratio = |at: usize| rounds[at].1 / rounds[at].0;
    println!(
        "{name}: pool {ours:.2} µs, rayon {theirs:.2} µs per operation, ratio {:.2} ({:.2} to {:.2})",
        ratio(ROUNDS / 2),
        ratio(ROUNDS / 4),
        ratio(3 * ROUNDS / 4)
    );
}
