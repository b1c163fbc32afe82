use std::sync::OnceLock;

use cubecl::server::Handle;

use super::launch::Gpu;
use crate::batch::{CheckedBatch, RowInput, Store};
use crate::ops::attention::plan::Plan;

/// The word that stands for no slot, no carry row.
pub(crate) const NONE: u32 = u32::MAX;

/// What the words of a batch say: `words[field · rows + row]`, then the outputs.
pub(crate) mod field {
    /// The token.
    pub const ID: usize = 0;
    /// [`FIRST`], [`START`] or the carry row that the row starts from.
    pub const INPUT: usize = 1;
    /// The page slot that takes key and value, or [`NONE`](super::NONE).
    pub const PAGE: usize = 2;
    /// The carry row that takes what is handed on, or [`NONE`](super::NONE).
    pub const CARRY: usize = 3;
    /// Fields of a row; the outputs begin behind `COUNT · rows` words.
    pub const COUNT: usize = 4;

    /// Input of loop 0.
    pub const FIRST: u32 = u32::MAX;
    /// Input of a later loop without a carry.
    pub const START: u32 = u32::MAX - 1;
}

/// The rows of a pass on the device.
#[derive(Debug)]
pub struct CubeBatch {
    /// The rows as the caller described them.
    pub(crate) host: CheckedBatch,
    pub(crate) words: Handle,
    /// Cosines and sines of the rows' positions, made when the first layer asks.
    pub(crate) angles: OnceLock<Angles>,
    /// Attention's work, cut and uploaded when the first layer asks.
    pub(crate) plan: OnceLock<Plan>,
}

/// cos and sin of `position · theta^(-2d/head_dim)`: `[rows, head_dim / 2]` of each.
#[derive(Debug, Clone)]
pub(crate) struct Angles {
    theta: f64,
    head_dim: usize,
    pub words: Handle,
}

impl CubeBatch {
    pub(crate) fn new(gpu: &Gpu, batch: CheckedBatch) -> Self {
        let rows = &batch.rows;
        let mut words = Vec::with_capacity(field::COUNT * rows.len() + batch.outputs.len());
        words.extend(rows.iter().map(|row| row.id));
        words.extend(rows.iter().map(|row| match row.input {
            RowInput::First => field::FIRST,
            RowInput::Start => field::START,
            RowInput::Carry(carry) => carry,
        }));
        words.extend(rows.iter().map(|row| match row.store {
            Store::Page(slot) => slot,
            Store::Ring(_) | Store::Nowhere => NONE,
        }));
        words.extend(rows.iter().map(|row| row.carry.unwrap_or(NONE)));
        words.extend(&batch.outputs);
        let words = gpu.upload(&words);
        Self { host: batch, words, angles: OnceLock::new(), plan: OnceLock::new() }
    }

    pub(crate) fn rows(&self) -> usize {
        self.host.rows.len()
    }

    /// The rotary angles of every row, in f64 until the last step: f32 would be wrong in the third
    /// digit at position 100 000. All layers of a model share theta and width, hence one table.
    pub(crate) fn angles(&self, gpu: &Gpu, head_dim: usize, theta: f64) -> Handle {
        let make = || {
            let frequencies: Vec<f64> =
                (0..head_dim / 2).map(|d| theta.powf(-2.0 * d as f64 / head_dim as f64)).collect();
            let mut table = Vec::with_capacity(2 * self.rows() * frequencies.len());
            for part in [f64::cos, f64::sin] {
                for row in &self.host.rows {
                    let angle = |frequency| f64::from(row.position) * frequency;
                    table.extend(frequencies.iter().map(|f| part(angle(f)) as f32));
                }
            }
            Angles { theta, head_dim, words: gpu.upload(&table) }
        };
        let angles = self.angles.get_or_init(make);
        match angles.theta == theta && angles.head_dim == head_dim {
            true => angles.words.clone(),
            false => make().words,
        }
    }
}
