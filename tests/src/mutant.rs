//! A backend with one mechanism broken on purpose. A test suite that stays green on it is blind.

use std::collections::HashMap;
use std::sync::Mutex;

use plt_backend::{
    AttentionInput, Backend, Batch, Checked, DeviceBatch, Double, Error, Result, RowInput, Stack,
    Store, Window,
};
use plt_reference::{Reference, ReferenceCache};

/// The broken mechanism.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mutation {
    /// Nothing: the control.
    None,
    /// The local window sees one key too few.
    WindowOneShort,
    /// The gate looks at the layer's input after `input_layernorm` instead of before.
    GateFromNormedInput,
    /// The gate weighs the local side, as PLT algorithm 3 prints it.
    GateInverted,
    /// Blocks get the last loop's keys and values in place of loop 0's.
    GlobalKvOfLaterLoop,
    /// The carries of the previous token are forgotten.
    CarryLost,
    /// Every later loop starts from the carry of the position after the right one.
    CarryOffByOne,
    /// Later loops' keys and values never reach their rings.
    RingNotWritten,
    /// A token that makes a pass panic: [`Mutant::FATAL`].
    Panic,
    /// The same token makes a pass fail with an error.
    Fail,
    /// Rotary positions of later loops are those of the carry: moved back by the shift.
    ShiftedPositions,
}

/// [`Reference`] with a [`Mutation`].
pub struct Mutant {
    inner: Checked<Reference>,
    mutation: Mutation,
    /// The rotary angles of every position so far, for [`Mutation::ShiftedPositions`].
    angles: Mutex<HashMap<usize, Vec<[f32; 2]>>>,
}

impl Mutant {
    /// A pass with this token panics, under [`Mutation::Panic`], or fails, under [`Mutation::Fail`].
    pub const FATAL: u32 = 13;

    /// A reference backend with this mechanism broken.
    pub fn new(mutation: Mutation) -> Self {
        Self { inner: Checked::new(Reference::new()), mutation, angles: Mutex::default() }
    }

    /// Gives every row of a later loop the angles of the position before it.
    fn shift_positions(&self, batch: &mut Batch) {
        let mut known = self.angles.lock().expect("no panic while locked");
        let pairs = batch.cos_sin.len() / batch.rows.len().max(1);
        let positions = batch.spans.iter().flat_map(plt_backend::BatchSpan::positions);
        let rows = batch.rows.iter().zip(batch.cos_sin.chunks_mut(pairs.max(1)));
        for ((row, angles), position) in rows.zip(positions) {
            known.entry(position).or_insert_with(|| angles.to_vec());
            let before = position.checked_sub(1).and_then(|before| known.get(&before));
            if let (true, Some(before)) = (row.input != RowInput::First, before) {
                angles.copy_from_slice(before);
            }
        }
    }
}

type Tensor = <Reference as Backend>::Tensor;

impl Double for Mutant {
    type Inner = Reference;

    fn inner(&self) -> &Checked<Reference> {
        &self.inner
    }

    fn name(&self) -> &'static str {
        "mutant"
    }

    fn batch(&self, cache: &ReferenceCache, mut batch: Batch) -> Result<DeviceBatch<Reference>> {
        let fatal = batch.rows.iter().any(|row| row.id == Self::FATAL);
        match self.mutation {
            Mutation::Panic => assert!(!fatal, "a panic on purpose"),
            Mutation::Fail if fatal => {
                return Err(Error::Zero { op: "batch", what: "a failure on purpose" });
            }
            Mutation::CarryLost => {
                for row in &mut batch.rows {
                    if let RowInput::Carry(_) = row.input {
                        row.input = RowInput::Start;
                    }
                }
            }
            Mutation::CarryOffByOne => {
                for i in 1..batch.rows.len() {
                    let (before, this) = (batch.rows[i - 1].input, batch.rows[i].input);
                    if let (RowInput::Carry(_) | RowInput::Start, RowInput::Carry(_)) =
                        (before, this)
                    {
                        batch.rows[i - 1].input = this;
                    }
                }
            }
            Mutation::RingNotWritten => {
                for row in &mut batch.rows {
                    if let Store::Ring(_) = row.store {
                        row.store = Store::Nowhere;
                    }
                }
            }
            Mutation::ShiftedPositions => self.shift_positions(&mut batch),
            Mutation::WindowOneShort => {
                for window in batch.spans.iter_mut().filter_map(|span| span.window.as_mut()) {
                    *window = Window { keys: (window.keys - 1).max(1), ..*window };
                }
            }
            Mutation::None
            | Mutation::Fail
            | Mutation::GateFromNormedInput
            | Mutation::GateInverted
            | Mutation::GlobalKvOfLaterLoop => {}
        }
        self.inner.batch(cache, batch)
    }

    fn attention_input(
        &self,
        stack: &Stack<Reference>,
        layer: usize,
        cache: &mut ReferenceCache,
        batch: &DeviceBatch<Reference>,
        h: &Tensor,
    ) -> Result<AttentionInput<Tensor>> {
        let computed = |cache: &mut ReferenceCache, batch: &DeviceBatch<Reference>, h: &Tensor| {
            self.inner.attention_input(stack, layer, cache, batch, h)
        };
        match self.mutation {
            Mutation::GateFromNormedInput => {
                let (norm, eps) = (&stack.layer(layer).input_norm, stack.constants().eps);
                let normed = self.inner.backend().rms_norm(h, norm, eps)?;
                // The second call stores the right keys and values over those of the first.
                let gate = computed(cache, batch, &normed)?.gate;
                Ok(AttentionInput { gate, ..computed(cache, batch, h)? })
            }
            Mutation::GateInverted => {
                let input = computed(cache, batch, h)?;
                let inverted = |gate: Tensor| gate.affine(-1.0, 1.0).map_err(library);
                Ok(AttentionInput { gate: input.gate.map(inverted).transpose()?, ..input })
            }
            Mutation::GlobalKvOfLaterLoop => {
                // The last row stores in the place of the row of loop 0.
                let mut own = batch.batch().clone();
                let block = own.block_writes().last().map(|(_, slot)| Store::Block(slot));
                own.rows.iter_mut().for_each(|row| row.store = Store::Nowhere);
                if let (Some(block), Some(last)) = (block, own.rows.last_mut()) {
                    last.store = block;
                }
                let own = self.inner.batch(cache, own)?;
                computed(cache, &own, h)
            }
            _ => computed(cache, batch, h),
        }
    }
}

fn library(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Library(Box::new(error))
}
