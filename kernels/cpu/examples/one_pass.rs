//! The attention of decode passes: both rows of each new token of a model with two loops.
//!
//! `cargo run -p plt-cpu --example one_pass`

#![allow(clippy::print_stdout)]

use plt_backend::{
    Batch, BatchRow, BatchSpan, Checked, Constants, Gate, KvDType, KvShape, Layer, Linear, Qkv,
    RowInput, Store, WeightData, Weights, Window,
};
use plt_cpu::{Cpu, CpuWeight};

fn main() -> Result<(), plt_backend::Error> {
    let cpu = Checked::new(Cpu::new(None)?);
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
    let numbers = |seed: usize, count: usize| -> Vec<f32> {
        (0..count).map(|i| ((i * 5 + seed) % 7) as f32 / 3.0 - 1.0).collect()
    };
    let weight = |seed: usize, rows: usize| -> Result<CpuWeight, plt_backend::Error> {
        cpu.weight(WeightData::from_f32(rows, 8, &numbers(seed, rows * 8))?)
    };
    let row = |cols: usize| cpu.tensor(1, cols, vec![1.0; cols]);
    // Two query heads share the key/value head; each has a gate in each row.
    let layer = Layer {
        input_norm: row(8)?,
        qkv: Qkv::Separate {
            q: Linear::new(weight(0, 8)?),
            k: Linear::new(weight(1, 4)?),
            v: Linear::new(weight(2, 4)?),
        },
        q_norm: None,
        k_norm: None,
        gate: Some(Gate { norm: None, weight: cpu.tensor(2, 4, vec![0.1; 8])?, bias: row(2)? }),
        o: weight(3, 8)?,
        attention_output_norm: None,
        post_norm: row(8)?,
        gate_proj: weight(4, 8)?,
        up_proj: weight(5, 8)?,
        down_proj: weight(6, 8)?,
        feed_forward_output_norm: None,
    };
    let constants = Constants {
        hidden: 8,
        heads: 2,
        kv_heads: 1,
        head_dim: 4,
        rotary_dim: 4,
        eps: 1e-5,
        emb_scale: 0.7,
        hidden_scale: 0.5,
        normalize_carry: true,
    };
    let (embed, head) = (weight(7, 6)?, weight(8, 6)?);
    let stack =
        cpu.stack(constants, Weights { embed, layers: vec![layer], norm: row(8)?, head })?;
    let mut cache = cpu.cache(shape)?;
    let window = Window { keys: 3, ring: 8, ring_len: 3, first: 0 };

    for position in 0..6u32 {
        // Row 0 is loop 0, row 1 is loop 1 of the same token: the same position in both.
        let row = |input, store, carry| BatchRow { id: position, input, store, carry };
        let input = if position == 0 { RowInput::Start } else { RowInput::Carry(0) };
        let start = position as usize;
        let span = |first_row, window| BatchSpan { sequence: 0, first_row, len: 1, start, window };
        let angles = [1.0, 0.01].map(|frequency: f32| {
            let (sin, cos) = (position as f32 * frequency).sin_cos();
            [cos, sin]
        });
        let batch = Batch {
            rows: vec![
                row(RowInput::First, Store::Block(position), Some(0)),
                row(input, Store::Ring(8 + position % 3), None),
            ],
            spans: vec![span(0, None), span(1, Some(window))],
            block_size: 4,
            block_tables: vec![vec![0, 1]],
            cos_sin: [angles, angles].concat(),
            outputs: vec![1],
        };
        let batch = cpu.batch(&cache, batch)?;
        let h = cpu.loop_input(&stack, &cache, &batch)?;
        let input = cpu.attention_input(&stack, 0, &mut cache, &batch, &h)?;
        let y = cpu.attention(&stack, 0, &mut cache, &batch, &input)?;
        println!("position {position}: y of loop 0 and loop 1 {:.3?}", cpu.read(&y)?);
        let h = cpu.attention_output(&stack, 0, &y, &h)?;
        let h = cpu.feed_forward(&stack, 0, &h)?;
        cpu.loop_output(&stack, &mut cache, &batch, &h)?;
    }
    Ok(())
}
