//! The reference backend with one defect.

use plt_kernels::ops::{
    Attention, AttentionSpan, Gate, GateInput, LoopInput, RingWrite, RotaryWrite, Window,
};
use plt_kernels::{Backend, KvShape, Reference, Result, WeightData};

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Defect {
    None,
    EmbedNextRow,
    HiddenScaleIgnored,
    EpsForgotten,
    LastColumnDropped,
    PairsAdjacent,
    PagesOffByOne,
    GateInverted,
    WindowOneShort,
    RingOffByOne,
    NotANumber,
    RingWriteSpills,
    SwigluSwapped,
    CarryToOtherRow,
    LogitsOfFirstRows,
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

    fn embed(&self, table: &Tensor, ids: &[u32]) -> Result<Tensor> {
        let shift = u32::from(self.is(Defect::EmbedNextRow));
        let vocab = self.inner.shape(table).0 as u32;
        let ids: Vec<u32> = ids.iter().map(|id| (id + shift) % vocab).collect();
        self.inner.embed(table, &ids)
    }

    fn loop_input(&self, cache: &Cache, args: LoopInput<'_, Self>) -> Result<Tensor> {
        let LoopInput { embeddings, rows, emb_scale, hidden_scale } = args;
        let hidden_scale = if self.is(Defect::HiddenScaleIgnored) { 1.0 } else { hidden_scale };
        self.inner.loop_input(cache, LoopInput { embeddings, rows, emb_scale, hidden_scale })
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
        args: RotaryWrite<'_, Self>,
    ) -> Result<(Tensor, Tensor)> {
        let RotaryWrite { layer, q, k, v, positions, theta, writes } = args;
        let (mut writes, mut q) = (writes.to_vec(), q);
        if self.is(Defect::PagesOffByOne) {
            // Each slot gets the row before its own.
            let rows = positions.len() as u32;
            writes.iter_mut().for_each(|(row, _)| *row = (*row + rows - 1) % rows);
        }
        if self.is(Defect::PairsAdjacent) {
            q =
                self.change(&q, |values, _| values.chunks_exact_mut(2).for_each(|p| p.swap(0, 1)))?;
        }
        let writes = &writes;
        self.inner.rotary_write(cache, RotaryWrite { layer, q, k, v, positions, theta, writes })
    }

    fn gate(&self, args: Gate<'_, Self>) -> Result<Tensor> {
        let Gate { input, weight, bias } = args;
        let input = match input {
            GateInput::Hidden { h, norm, eps } => GateInput::Hidden { h, norm, eps },
            GateInput::Query { q } => GateInput::Query { q },
        };
        let gate = self.inner.gate(Gate { input, weight, bias })?;
        match self.is(Defect::GateInverted) {
            true => self.change(&gate, |values, _| values.iter_mut().for_each(|g| *g = 1.0 - *g)),
            false => Ok(gate),
        }
    }

    fn attention(&self, cache: &Cache, args: Attention<'_, Self>) -> Result<Tensor> {
        let short = usize::from(self.is(Defect::WindowOneShort));
        let off = u32::from(self.is(Defect::RingOffByOne));
        let break_window = |window: Window| Window {
            keys: (window.keys - short).max(1),
            ring: window.ring + off,
            ..window
        };
        let spans: Vec<AttentionSpan> = args
            .spans
            .iter()
            .map(|span| AttentionSpan { window: span.window.map(break_window), ..*span })
            .collect();
        let Attention { layer, heads, q, k, v, gate, block_size, block_tables, .. } = args;
        let spans = &spans;
        let args = Attention { layer, heads, q, k, v, gate, block_size, block_tables, spans };
        let y = self.inner.attention(cache, args)?;
        match self.is(Defect::NotANumber) {
            true => self.change(&y, |values, _| values[0] = f32::NAN),
            false => Ok(y),
        }
    }

    fn ring_write(&self, cache: &mut Cache, args: RingWrite<'_, Self>) -> Result<()> {
        let RingWrite { layer, k, v, writes } = args;
        let mut writes = writes.to_vec();
        // The first slot is written as well, unless it is among them; only where few are, since the
        // suite itself fills caches with this operation.
        if self.is(Defect::RingWriteSpills)
            && !writes.is_empty()
            && writes.iter().all(|(_, slot)| *slot != 0)
        {
            writes.push((writes[0].0, 0));
        }
        self.inner.ring_write(cache, RingWrite { layer, k, v, writes: &writes })
    }

    fn swiglu(&self, gate: &Tensor, up: &Tensor) -> Result<Tensor> {
        match self.is(Defect::SwigluSwapped) {
            true => self.inner.swiglu(up, gate),
            false => self.inner.swiglu(gate, up),
        }
    }

    fn carry_write(&self, cache: &mut Cache, x: &Tensor, pairs: &[(u32, u32)]) -> Result<()> {
        let mut pairs = pairs.to_vec();
        // As above: the suite fills all carries in order.
        let in_order = pairs.iter().all(|(row, place)| row == place);
        if self.is(Defect::CarryToOtherRow) && !in_order {
            let rows = self.inner.shape(x).0 as u32;
            pairs.iter_mut().for_each(|(row, _)| *row = (*row + 1) % rows);
        }
        self.inner.carry_write(cache, x, &pairs)
    }

    fn logits(&self, x: &Tensor, rows: &[u32], head: &Tensor) -> Result<Tensor> {
        let first: Vec<u32> = (0..rows.len() as u32).collect();
        let count = self.inner.shape(x).0;
        let rows =
            if self.is(Defect::LogitsOfFirstRows) && rows.len() <= count { &first } else { rows };
        self.inner.logits(x, rows, head)
    }
}
