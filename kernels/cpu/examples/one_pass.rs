//! The attention of one decode pass: both rows of a new token of a model with two loops.
//!
//! `cargo run -p plt-kernels --example one_pass`

#![allow(clippy::print_stdout)]

use plt_kernels::ops::{Attention, RotaryWrite, Rotated};
use plt_kernels::{Backend, Batch, BatchRow, Cpu, KvDType, KvShape, Span, Store, Window};

fn main() -> Result<(), plt_kernels::Error> {
    let cpu = Cpu::new(None)?;
    // One layer; two blocks of four positions for loop 0, a ring of three slots for loop 1.
    let shape = KvShape {
        layers: 1,
        slots: 2 * 4 + 3,
        kv_heads: 1,
        head_dim: 4,
        dtype: KvDType::F16,
        carry_rows: 1,
        hidden: 8,
    };
    let mut cache = cpu.cache(shape)?;
    let window = Window { keys: 3, ring: 8, ring_len: 3 };

    for position in 0..6u32 {
        // Row 0 is loop 0, row 1 is loop 1 of the same token: the same position in both.
        let row = |store| BatchRow { position, store, ..BatchRow::default() };
        let start = position as usize;
        let span = |first_row, window| Span { sequence: 0, first_row, len: 1, start, window };
        let batch = Batch {
            rows: vec![row(Store::Page(position)), row(Store::Ring(8 + position % 3))],
            spans: vec![span(0, None), span(1, Some(window))],
            block_size: 4,
            block_tables: vec![vec![0, 1]],
            outputs: vec![1],
        };
        let batch = cpu.batch(&cache, batch)?;

        let values = |seed: u32, count: u32| -> Vec<f32> {
            (0..count).map(|i| ((i + seed + position) % 7) as f32 / 3.0 - 1.0).collect()
        };
        let (q, k) = (cpu.tensor(2, 8, values(0, 16))?, cpu.tensor(2, 4, values(1, 8))?);
        let v = cpu.tensor(2, 4, values(2, 8))?;
        let args = RotaryWrite { layer: 0, q, k, v: &v, theta: 10_000.0, gate: None };
        let Rotated { q, k, .. } = cpu.rotary_write(&mut cache, &batch, args)?;
        // Two query heads share the key/value head; each has a gate in each row.
        let gate = cpu.tensor(2, 2, vec![0.5; 4])?;
        let args = Attention { layer: 0, heads: 2, q: &q, k: &k, v: &v, gate: Some(&gate) };
        let y = cpu.attention(&mut cache, &batch, args)?;
        println!("position {position}: y of loop 0 and loop 1 {:.3?}", cpu.read(&y)?);
    }
    Ok(())
}
