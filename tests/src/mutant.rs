//! A backend with one mechanism broken on purpose. A test suite that stays green on it is blind.

use std::sync::Mutex;

use plt_kernels::ops::{
    Attention, AttentionSpan, Gate, GateInput, LoopInput, LoopRow, RingWrite, RotaryWrite, Window,
};
use plt_kernels::{Backend, KvShape, Reference, Result, WeightData};

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
    /// Rotary positions of later loops are moved by the shift between loops.
    ShiftedPositions,
}

/// [`Reference`] with a [`Mutation`].
pub struct Mutant {
    inner: Reference,
    mutation: Mutation,
    /// The newest result of `rms_norm`, for [`Mutation::GateFromNormedInput`].
    normed: Mutex<Vec<f32>>,
    /// For every row of the pass whether it is of a later loop.
    later: Mutex<Vec<bool>>,
}

impl Mutant {
    /// A reference backend with this mechanism broken.
    pub fn new(mutation: Mutation) -> Self {
        let (normed, later) = (Mutex::default(), Mutex::default());
        Self { inner: Reference::new(), mutation, normed, later }
    }

    fn is(&self, mutation: Mutation) -> bool {
        self.mutation == mutation
    }
}

type Tensor = <Reference as Backend>::Tensor;
type Weight = <Reference as Backend>::Weight;
type Cache = <Reference as Backend>::Cache;

impl Backend for Mutant {
    type Tensor = Tensor;
    type Weight = Weight;
    type Cache = Cache;

    fn name(&self) -> &'static str {
        "mutant"
    }

    fn weight(&self, data: WeightData) -> Result<Weight> {
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

    fn read_carries(&self, cache: &Cache, rows: &[u32]) -> Result<Vec<f32>> {
        self.inner.read_carries(cache, rows)
    }

    fn embed(&self, table: &Weight, ids: &[u32]) -> Result<Tensor> {
        self.inner.embed(table, ids)
    }

    fn loop_input(&self, cache: &Cache, args: LoopInput<'_, Self>) -> Result<Tensor> {
        let mut rows = args.rows.to_vec();
        *self.later.lock().expect("no panic while locked") =
            rows.iter().map(|row| *row != LoopRow::First).collect();
        if self.is(Mutation::CarryLost) {
            for row in &mut rows {
                if let LoopRow::Carry(_) = row {
                    *row = LoopRow::Start;
                }
            }
        }
        if self.is(Mutation::CarryOffByOne) {
            for i in 1..rows.len() {
                if let (LoopRow::Carry(_) | LoopRow::Start, LoopRow::Carry(_)) =
                    (rows[i - 1], rows[i])
                {
                    rows[i - 1] = rows[i];
                }
            }
        }
        let LoopInput { embeddings, emb_scale, hidden_scale, .. } = args;
        let args = LoopInput { embeddings, rows: &rows, emb_scale, hidden_scale };
        self.inner.loop_input(cache, args)
    }

    fn rms_norm(&self, x: &Tensor, weight: &Tensor, eps: f32) -> Result<Tensor> {
        let y = self.inner.rms_norm(x, weight, eps)?;
        if self.is(Mutation::GateFromNormedInput) {
            *self.normed.lock().expect("no panic while locked") = self.inner.read(&y)?;
        }
        Ok(y)
    }

    fn linear(&self, x: &Tensor, weight: &Weight, residual: Option<&Tensor>) -> Result<Tensor> {
        self.inner.linear(x, weight, residual)
    }

    fn rotary_write(
        &self,
        cache: &mut Cache,
        args: RotaryWrite<'_, Self>,
    ) -> Result<(Tensor, Tensor)> {
        let RotaryWrite { layer, q, k, v, positions, theta, writes } = args;
        let mut writes = writes.to_vec();
        if self.is(Mutation::GlobalKvOfLaterLoop) {
            let last_row = positions.len() as u32 - 1;
            for (row, _) in &mut writes {
                *row = last_row;
            }
        }
        let mut positions = positions.to_vec();
        if self.is(Mutation::ShiftedPositions) {
            let later = self.later.lock().expect("no panic while locked");
            for (position, later) in positions.iter_mut().zip(later.iter()) {
                *position += u32::from(*later);
            }
        }
        let (positions, writes) = (&positions, &writes);
        self.inner.rotary_write(cache, RotaryWrite { layer, q, k, v, positions, theta, writes })
    }

    fn gate(&self, args: Gate<'_, Self>) -> Result<Tensor> {
        let Gate { input, weight, bias } = args;
        let normed;
        let input = match input {
            GateInput::Hidden { h, norm, eps } if self.is(Mutation::GateFromNormedInput) => {
                let (rows, cols) = self.shape(h);
                let values = self.normed.lock().expect("no panic while locked").clone();
                normed = self.inner.tensor(rows, cols, values)?;
                GateInput::Hidden { h: &normed, norm, eps }
            }
            GateInput::Hidden { h, norm, eps } => GateInput::Hidden { h, norm, eps },
            GateInput::Query { q } => GateInput::Query { q },
        };
        let gate = self.inner.gate(Gate { input, weight, bias })?;
        if !self.is(Mutation::GateInverted) {
            return Ok(gate);
        }
        let (rows, cols) = self.shape(&gate);
        let inverted = self.inner.read(&gate)?.iter().map(|g| 1.0 - g).collect();
        self.inner.tensor(rows, cols, inverted)
    }

    fn attention(&self, cache: &Cache, args: Attention<'_, Self>) -> Result<Tensor> {
        let short = usize::from(self.is(Mutation::WindowOneShort));
        let narrow = |window: Window| Window { keys: (window.keys - short).max(1), ..window };
        let spans: Vec<AttentionSpan> = args
            .spans
            .iter()
            .map(|span| AttentionSpan { window: span.window.map(narrow), ..*span })
            .collect();
        let Attention { layer, heads, q, k, v, gate, block_size, block_tables, .. } = args;
        let spans = &spans;
        let args = Attention { layer, heads, q, k, v, gate, block_size, block_tables, spans };
        self.inner.attention(cache, args)
    }

    fn ring_write(&self, cache: &mut Cache, args: RingWrite<'_, Self>) -> Result<()> {
        let RingWrite { layer, k, v, writes } = args;
        let writes = if self.is(Mutation::RingNotWritten) { &[] } else { writes };
        self.inner.ring_write(cache, RingWrite { layer, k, v, writes })
    }

    fn swiglu(&self, gate: &Tensor, up: &Tensor) -> Result<Tensor> {
        self.inner.swiglu(gate, up)
    }

    fn carry_write(&self, cache: &mut Cache, x: &Tensor, pairs: &[(u32, u32)]) -> Result<()> {
        self.inner.carry_write(cache, x, pairs)
    }

    fn logits(&self, x: &Tensor, rows: &[u32], head: &Weight) -> Result<Tensor> {
        self.inner.logits(x, rows, head)
    }
}
