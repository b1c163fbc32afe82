//! The rows of a pass on the device, and the plan of their attention.

pub(crate) mod plan;

use std::sync::OnceLock;

use cubecl::server::Handle;
use plt_backend::{Batch, RowInput, Store};

use self::plan::Plan;
use crate::device::Gpu;

/// The word for no slot and for no carry row.
pub(crate) const NONE: u32 = u32::MAX;

/// The words of a batch: `words[field · rows + row]`, then the outputs.
pub(crate) mod field {
    /// The token.
    pub const ID: usize = 0;
    /// [`FIRST`], [`START`] or the carry row that the row starts from.
    pub const INPUT: usize = 1;
    /// The slot of a block that takes key and value, or [`NONE`](super::NONE).
    pub const SLOT: usize = 2;
    /// The carry row that takes the row's output, or [`NONE`](super::NONE).
    pub const CARRY: usize = 3;
    /// Fields per row; the outputs begin after `COUNT · rows` words.
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
    pub(crate) host: Batch,
    pub(crate) words: Handle,
    /// Rotary angles, `[rows, rotary_dim / 2]` pairs of cos and sin.
    pub(crate) cos_sin: Handle,
    /// The work of attention, made and uploaded for the first layer.
    pub(crate) plan: OnceLock<Plan>,
}

impl CubeBatch {
    pub(crate) fn new(gpu: &Gpu, batch: Batch) -> Self {
        let rows = &batch.rows;
        let mut words = Vec::with_capacity(field::COUNT * rows.len() + batch.outputs.len());
        words.extend(rows.iter().map(|row| row.id));
        words.extend(rows.iter().map(|row| match row.input {
            RowInput::First => field::FIRST,
            RowInput::Start => field::START,
            RowInput::Carry(carry) => carry,
        }));
        words.extend(rows.iter().map(|row| match row.store {
            Store::Block(slot) => slot,
            Store::Ring(_) | Store::Nowhere => NONE,
        }));
        words.extend(rows.iter().map(|row| row.carry.unwrap_or(NONE)));
        words.extend(&batch.outputs);
        let words = gpu.upload(&words);
        let cos_sin = gpu.upload(batch.cos_sin.as_flattened());
        Self { host: batch, words, cos_sin, plan: OnceLock::new() }
    }

    pub(crate) fn rows(&self) -> usize {
        self.host.rows.len()
    }
}
