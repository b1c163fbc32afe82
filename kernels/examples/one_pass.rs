//! The attention of one decode pass: both rows of a new token of a model with two loops.
//!
//! `cargo run -p plt-kernels --example one_pass`

#![allow(clippy::print_stdout)]

use plt_kernels::ops::{Attention, AttentionSpan, RingWrite, RotaryWrite, Window};
use plt_kernels::{Backend, Cpu, KvDType, KvShape};

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
        let values = |seed: u32, count: u32| -> Vec<f32> {
            (0..count).map(|i| ((i + seed + position) % 7) as f32 / 3.0 - 1.0).collect()
        };
        let (q, k) = (cpu.tensor(2, 8, values(0, 16))?, cpu.tensor(2, 4, values(1, 8))?);
        let v = cpu.tensor(2, 4, values(2, 8))?;
        // Two query heads share the key/value head; each has a gate in each row.
        let gate = cpu.tensor(2, 2, vec![0.5; 4])?;
        let (q, k) = cpu.rotary_write(
            &mut cache,
            RotaryWrite {
                layer: 0,
                q,
                k,
                v: &v,
                positions: &[position, position],
                theta: 10_000.0,
                writes: &[(0, position)],
            },
        )?;
        let span = |first_row, window| AttentionSpan {
            sequence: 0,
            first_row,
            len: 1,
            start: position as usize,
            window,
        };
        let y = cpu.attention(
            &cache,
            Attention {
                layer: 0,
                heads: 2,
                q: &q,
                k: &k,
                v: &v,
                gate: Some(&gate),
                block_size: 4,
                block_tables: &[&[0, 1]],
                spans: &[span(0, None), span(1, Some(window))],
            },
        )?;
        let writes = &[(1, 8 + position % 3)];
        cpu.ring_write(&mut cache, RingWrite { layer: 0, k: &k, v: &v, writes })?;
        println!("position {position}: y of loop 0 and loop 1 {:.3?}", cpu.read(&y)?);
    }
    Ok(())
}
