//! The reference backend with one defect.

use plt_kernels::ops::{Attention, Gate, GateInput, LoopInput, LoopOutput, RotaryWrite, Rotated};
use plt_kernels::{
    Backend, Batch, CheckedBatch, KvShape, Reference, Result, Store, WeightData, Window,
};

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Defect {
    None,
    EmbedNextRow,
    InputNotNormed,
    HiddenScaleIgnored,
    EpsForgotten,
    LastColumnDropped,
    PairsAdjacent,
    PagesOffByOne,
    GateInverted,
    WindowOneShort,
    RingOffByOne,
    NotANumber,
    RingOfOtherRow,
    RingBeforeAttention,
    SwigluSwapped,
    CarryToOtherRow,
    OutputOfFirstRows,
    CarryNotNormed,
}

pub struct Broken {
    inner: Reference,
    defect: Defect,
}

impl Broken {
    pub fn new(defect: Defect) -> Self {
        Self { inner: Reference::new(), defect }
    }

    fn is(&self, defect: Defect) -> bool {
        self.defect == defect
    }

    /// A tensor with its values changed.
    fn change(&self, x: &Tensor, change: impl FnOnce(&mut [f32], usize)) -> Result<Tensor> {
        let (rows, cols) = self.inner.shape(x);
        let mut values = self.inner.read(x)?;
        change(&mut values, cols);
        self.inner.tensor(rows, cols, values)
    }
}

type Tensor = <Reference as Backend>::Tensor;
type Cache = <Reference as Backend>::Cache;

impl Backend for Broken {
    type Tensor = Tensor;
    type Weight = Tensor;
    type Cache = Cache;
    type Batch = CheckedBatch;

    fn name(&self) -> &'static str {
        "broken"
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
        let rows = batch.rows.len();
        match self.defect {
            Defect::WindowOneShort | Defect::RingOffByOne => {
                let short = usize::from(self.is(Defect::WindowOneShort));
                let off = u32::from(self.is(Defect::RingOffByOne));
                for window in batch.spans.iter_mut().filter_map(|span| span.window.as_mut()) {
                    let Window { keys, ring, ring_len } = *window;
                    *window = Window { keys: (keys - short).max(1), ring: ring + off, ring_len };
                }
            }
            // Each place gets the row before its own.
            Defect::PagesOffByOne | Defect::RingOfOtherRow if rows > 0 => {
                let wrong = |store: Store| match store {
                    Store::Page(_) => self.is(Defect::PagesOffByOne),
                    Store::Ring(_) => self.is(Defect::RingOfOtherRow),
                    Store::Nowhere => false,
                };
                if batch.rows.iter().any(|row| wrong(row.store)) {
                    let first = batch.rows[0].store;
                    for i in 1..rows {
                        batch.rows[i - 1].store = batch.rows[i].store;
                    }
                    batch.rows[rows - 1].store = first;
                }
            }
            Defect::CarryToOtherRow if rows > 0 => {
                let first = batch.rows[0].carry;
                for i in 1..rows {
                    batch.rows[i - 1].carry = batch.rows[i].carry;
                }
                batch.rows[rows - 1].carry = first;
            }
            Defect::OutputOfFirstRows if batch.outputs.len() <= rows => {
                batch.outputs = (0..batch.outputs.len() as u32).collect();
            }
            _ => {}
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
        let hidden_scale = if self.is(Defect::HiddenScaleIgnored) { 1.0 } else { hidden_scale };
        let mut batch = Batch::clone(batch);
        let shift = u32::from(self.is(Defect::EmbedNextRow));
        let vocab = self.inner.shape(table).0 as u32;
        batch.rows.iter_mut().for_each(|row| row.id = (row.id + shift) % vocab);
        let args = LoopInput { table, emb_scale, hidden_scale, norm, eps };
        let batch = self.inner.batch(cache, batch)?;
        let (h, x) = self.inner.loop_input(cache, &batch, args)?;
        match self.is(Defect::InputNotNormed) {
            true => Ok((h.clone(), h)),
            false => Ok((h, x)),
        }
    }

    fn rms_norm(&self, x: &Tensor, weight: &Tensor, eps: f32) -> Result<Tensor> {
        let eps = if self.is(Defect::EpsForgotten) { 0.0 } else { eps };
        self.inner.rms_norm(x, weight, eps)
    }

    fn linear(&self, x: &Tensor, weight: &Tensor, residual: Option<&Tensor>) -> Result<Tensor> {
        if self.is(Defect::LastColumnDropped) {
            let x = self.change(x, |values, cols| {
                values.chunks_exact_mut(cols).for_each(|row| row[cols - 1] = 0.0);
            })?;
            return self.inner.linear(&x, weight, residual);
        }
        self.inner.linear(x, weight, residual)
    }

    fn rotary_write(
        &self,
        cache: &mut Cache,
        batch: &CheckedBatch,
        args: RotaryWrite<'_, Self>,
    ) -> Result<Rotated<Self>> {
        let RotaryWrite { layer, mut q, k, v, theta, gate } = args;
        if self.is(Defect::PairsAdjacent) {
            q =
                self.change(&q, |values, _| values.chunks_exact_mut(2).for_each(|p| p.swap(0, 1)))?;
        }
        let gate = gate.map(|Gate { input, weight, bias }| {
            let input = match input {
                GateInput::Hidden { h, norm, eps } => GateInput::Hidden { h, norm, eps },
                GateInput::Query => GateInput::Query,
            };
            Gate { input, weight, bias }
        });
        let args = RotaryWrite { layer, q, k, v, theta, gate };
        let Rotated { q, k, gate } = self.inner.rotary_write(cache, batch, args)?;
        let invert = |values: &mut [f32], _| values.iter_mut().for_each(|g| *g = 1.0 - *g);
        let gate = match gate {
            Some(gate) if self.is(Defect::GateInverted) => Some(self.change(&gate, invert)?),
            gate => gate,
        };
        Ok(Rotated { q, k, gate })
    }

    fn attention(
        &self,
        cache: &mut Cache,
        batch: &CheckedBatch,
        args: Attention<'_, Self>,
    ) -> Result<Tensor> {
        let Attention { layer, heads, q, k, v, gate } = args;
        if self.is(Defect::RingBeforeAttention) {
            self.inner.attention(cache, batch, Attention { layer, heads, q, k, v, gate })?;
        }
        let args = Attention { layer, heads, q, k, v, gate };
        let y = self.inner.attention(cache, batch, args)?;
        match self.is(Defect::NotANumber) && !batch.spans.is_empty() {
            true => self.change(&y, |values, _| values[0] = f32::NAN),
            false => Ok(y),
        }
    }

    fn swiglu(&self, x: &Tensor, gate: &Tensor, up: &Tensor) -> Result<Tensor> {
        match self.is(Defect::SwigluSwapped) {
            true => self.inner.swiglu(x, up, gate),
            false => self.inner.swiglu(x, gate, up),
        }
    }

    fn loop_output(
        &self,
        cache: &mut Cache,
        batch: &CheckedBatch,
        args: LoopOutput<'_, Self>,
    ) -> Result<Tensor> {
        let LoopOutput { h, norm, eps, normalize_carry } = args;
        let normalize_carry = normalize_carry && !self.is(Defect::CarryNotNormed);
        self.inner.loop_output(cache, batch, LoopOutput { h, norm, eps, normalize_carry })
    }
}
