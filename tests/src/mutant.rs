//! A backend with one mechanism broken on purpose. A test suite that stays green on it is blind.

use std::sync::Mutex;

use plt_kernels::ops::{Attention, Gate, GateInput, LoopInput, LoopOutput, RotaryWrite, Rotated};
use plt_kernels::{
    Backend, Batch, CheckedBatch, Error, KvShape, Reference, Result, RowInput, Store, WeightData,
    Window,
};

/// What is broken.
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
    /// Pages get the last loop's keys and values in place of loop 0's.
    GlobalKvOfLaterLoop,
    /// The carries of the previous token are forgotten.
    CarryLost,
    /// Every later loop starts from the carry of the position after the right one.
    CarryOffByOne,
    /// Later loops' keys and values never reach their rings.
    RingNotWritten,
    /// A token that no pass survives: [`Mutant::FATAL`].
    Panic,
    /// The same token is refused, with an error.
    Fail,
    /// Rotary positions of later loops are moved by the shift between loops.
    ShiftedPositions,
}

/// [`Reference`] with a [`Mutation`].
pub struct Mutant {
    inner: Reference,
    mutation: Mutation,
    /// The newest norm, for [`Mutation::GateFromNormedInput`].
    normed: Mutex<Option<Tensor>>,
}

impl Mutant {
    /// A pass with this token panics, under [`Mutation::Panic`], or fails, under [`Mutation::Fail`].
    pub const FATAL: u32 = 13;

    /// A reference backend with this mechanism broken.
    pub fn new(mutation: Mutation) -> Self {
        Self { inner: Reference::new(), mutation, normed: Mutex::default() }
    }

    fn is(&self, mutation: Mutation) -> bool {
        self.mutation == mutation
    }

    fn remember(&self, x: &Tensor) {
        *self.normed.lock().expect("no panic while locked") = Some(x.clone());
    }
}

type Tensor = <Reference as Backend>::Tensor;
type Cache = <Reference as Backend>::Cache;

impl Backend for Mutant {
    type Tensor = Tensor;
    type Weight = Tensor;
    type Cache = Cache;
    type Batch = CheckedBatch;

    fn name(&self) -> &'static str {
        "mutant"
    }

    fn weight(&self, data: WeightData) -> Result<Tensor> {
        self.inner.weight(data)
    }

    fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>) -> Result<Tensor> {
        self.inner.tensor(rows, cols, values)
    }

    fn shape(&self, tensor: &Tensor) -> (usize, usize) {
        self.inner.shape(tensor)
    }

    fn read(&self, tensor: &Tensor) -> Result<Vec<f32>> {
        self.inner.read(tensor)
    }

    fn cache(&self, shape: KvShape) -> Result<Cache> {
        self.inner.cache(shape)
    }

    fn weight_bytes(&self, weight: &Tensor) -> usize {
        self.inner.weight_bytes(weight)
    }

    fn cache_bytes(&self, cache: &Cache) -> usize {
        self.inner.cache_bytes(cache)
    }

    fn read_slots(
        &self,
        cache: &Cache,
        layer: usize,
        slots: &[u32],
    ) -> Result<(Vec<f32>, Vec<f32>)> {
        self.inner.read_slots(cache, layer, slots)
    }

    fn write_slots(
        &self,
        cache: &mut Cache,
        layer: usize,
        slots: &[u32],
        keys: &[f32],
        values: &[f32],
    ) -> Result<()> {
        self.inner.write_slots(cache, layer, slots, keys, values)
    }

    fn read_carries(&self, cache: &Cache, rows: &[u32]) -> Result<Vec<f32>> {
        self.inner.read_carries(cache, rows)
    }

    fn write_carries(&self, cache: &mut Cache, rows: &[u32], values: &[f32]) -> Result<()> {
        self.inner.write_carries(cache, rows, values)
    }

    fn batch(&self, cache: &Cache, mut batch: Batch) -> Result<CheckedBatch> {
        let later: Vec<bool> = batch.rows.iter().map(|row| row.input != RowInput::First).collect();
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
            Mutation::ShiftedPositions => {
                for (row, later) in batch.rows.iter_mut().zip(later) {
                    row.position += u32::from(later);
                }
            }
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

    fn loop_input(
        &self,
        cache: &Cache,
        batch: &CheckedBatch,
        args: LoopInput<'_, Self>,
    ) -> Result<(Tensor, Tensor)> {
        let LoopInput { table, emb_scale, hidden_scale, norm, eps } = args;
        let args = LoopInput { table, emb_scale, hidden_scale, norm, eps };
        let (h, x) = self.inner.loop_input(cache, batch, args)?;
        self.remember(&x);
        Ok((h, x))
    }

    fn rms_norm(&self, x: &Tensor, weight: &Tensor, eps: f32) -> Result<Tensor> {
        let y = self.inner.rms_norm(x, weight, eps)?;
        self.remember(&y);
        Ok(y)
    }

    fn linear(&self, x: &Tensor, weight: &Tensor, residual: Option<&Tensor>) -> Result<Tensor> {
        self.inner.linear(x, weight, residual)
    }

    fn rotary_write(
        &self,
        cache: &mut Cache,
        batch: &CheckedBatch,
        args: RotaryWrite<'_, Self>,
    ) -> Result<Rotated<Self>> {
        let RotaryWrite { layer, q, k, v, theta, gate } = args;
        let normed = self.normed.lock().expect("no panic while locked").clone();
        let gate = gate.map(|Gate { input, weight, bias }| {
            let input = match (input, &normed) {
                (GateInput::Hidden { norm, eps, .. }, Some(h))
                    if self.is(Mutation::GateFromNormedInput) =>
                {
                    GateInput::Hidden { h, norm, eps }
                }
                (GateInput::Hidden { h, norm, eps }, _) => GateInput::Hidden { h, norm, eps },
                (GateInput::Query, _) => GateInput::Query,
            };
            Gate { input, weight, bias }
        });
        let mut own = Batch::clone(batch);
        if self.is(Mutation::GlobalKvOfLaterLoop) {
            // The last row stores in the place of every other.
            let mut last = own.clone();
            let position = last.rows.last().map_or(0, |row| row.position);
            last.rows.iter_mut().for_each(|row| row.position = position);
            let (k, v) = (last_rows(&k)?, last_rows(v)?);
            let args = RotaryWrite { layer, q: q.clone(), k, v: &v, theta, gate: None };
            let last = self.inner.batch(cache, last)?;
            self.inner.rotary_write(cache, &last, args)?;
            own.rows.iter_mut().for_each(|row| row.store = Store::Nowhere);
        }
        let batch = self.inner.batch(cache, own)?;
        let args = RotaryWrite { layer, q, k, v, theta, gate };
        let Rotated { q, k, mut gate } = self.inner.rotary_write(cache, &batch, args)?;
        if self.is(Mutation::GateInverted) {
            gate = gate.map(|gate| 1.0 - gate).transpose()?;
        }
        Ok(Rotated { q, k, gate })
    }

    fn attention(
        &self,
        cache: &mut Cache,
        batch: &CheckedBatch,
        args: Attention<'_, Self>,
    ) -> Result<Tensor> {
        let Attention { layer, heads, q, k, v, gate } = args;
        self.inner.attention(cache, batch, Attention { layer, heads, q, k, v, gate })
    }

    fn swiglu(&self, x: &Tensor, gate: &Tensor, up: &Tensor) -> Result<Tensor> {
        self.inner.swiglu(x, gate, up)
    }

    fn loop_output(
        &self,
        cache: &mut Cache,
        batch: &CheckedBatch,
        args: LoopOutput<'_, Self>,
    ) -> Result<Tensor> {
        let LoopOutput { h, norm, eps, normalize_carry } = args;
        self.inner.loop_output(cache, batch, LoopOutput { h, norm, eps, normalize_carry })
    }
}

/// `x` with every row replaced by the last one.
fn last_rows(x: &Tensor) -> Result<Tensor> {
    let rows = x.dim(0)?;
    Ok(x.narrow(0, rows - 1, 1)?.repeat((rows, 1))?)
}
