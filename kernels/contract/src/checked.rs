use crate::backend::{AttentionInput, Backend, CachePart, Proof};
use crate::batch::Batch;
use crate::cache::KvShape;
use crate::check::{expect_index, expect_size, expect_some, expect_values};
use crate::error::{Error, Result};
use crate::model::{Constants, Stack, Weights};
use crate::weight::WeightData;

/// A [`Backend`] whose arguments are checked, once and in one place, before it sees them.
///
/// The methods are those of [`Backend`]; what each computes is written there. All of them return
/// [`Error::Shape`], [`Error::Index`], [`Error::Zero`], [`Error::Repeated`] or [`Error::OtherCache`]
/// when an argument does not fit, and what the backend reports otherwise. An error of the device may
/// leave the cache partly written: the sequences of that pass must be released.
#[derive(Debug, Clone)]
pub struct Checked<B> {
    backend: B,
}

/// The rows of a pass on a backend, with the facts about them that later checks need.
pub struct DeviceBatch<B: Backend> {
    batch: B::Batch,
    kv: KvShape,
    rows: usize,
    /// The first token id that no row has.
    ids_end: usize,
    /// Elements of [`Batch::cos_sin`].
    cos_sin: usize,
    /// Whether the spans cover the rows.
    spans: bool,
}

impl<B: Backend> DeviceBatch<B> {
    /// Rows of the pass.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The backend's form of the rows.
    pub fn batch(&self) -> &B::Batch {
        &self.batch
    }
}

#[allow(clippy::missing_errors_doc, reason = "said at the type")]
impl<B: Backend> Checked<B> {
    /// Puts the checks in front of a backend.
    pub fn new(backend: B) -> Self {
        Self { backend }
    }

    /// The backend, for methods that only this backend has.
    pub fn backend(&self) -> &B {
        &self.backend
    }

    /// The backend, to change its options.
    pub fn into_backend(self) -> B {
        self.backend
    }

    /// [`Backend::name`].
    pub fn name(&self) -> &'static str {
        self.backend.name()
    }

    /// [`Backend::weight`].
    pub fn weight(&self, data: WeightData) -> Result<B::Weight> {
        self.backend.weight(data)
    }

    /// [`Backend::weight_shape`].
    pub fn weight_shape(&self, weight: &B::Weight) -> (usize, usize) {
        self.backend.weight_shape(weight)
    }

    /// [`Backend::weight_bytes`].
    pub fn weight_bytes(&self, weight: &B::Weight) -> usize {
        self.backend.weight_bytes(weight)
    }

    /// Makes the stack of a model, after checking every shape of its weights against the constants.
    /// Also [`Error::Multiple`], and [`Error::Memory`] if the width of a projection overflows.
    pub fn stack(
        &self,
        constants: Constants,
        weights: Weights<B::Tensor, B::Weight>,
    ) -> Result<Stack<B>> {
        Stack::new(&self.backend, constants, weights)
    }

    /// [`Backend::tensor`]; a tensor has at least one column.
    pub fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>) -> Result<B::Tensor> {
        expect_values(rows, cols, &values)?;
        self.backend.tensor(rows, cols, values, Proof::new())
    }

    /// [`Backend::shape`].
    pub fn shape(&self, tensor: &B::Tensor) -> (usize, usize) {
        self.backend.shape(tensor)
    }

    /// [`Backend::read`].
    pub fn read(&self, tensor: &B::Tensor) -> Result<Vec<f32>> {
        self.backend.read(tensor)
    }

    /// [`Backend::cache`].
    pub fn cache(&self, shape: KvShape) -> Result<B::Cache> {
        shape.check()?;
        self.backend.cache(shape, Proof::new())
    }

    /// [`Backend::cache_shape`].
    pub fn cache_shape<'a>(&self, cache: &'a B::Cache) -> &'a KvShape {
        self.backend.cache_shape(cache)
    }

    /// [`Backend::cache_bytes`].
    pub fn cache_bytes(&self, cache: &B::Cache) -> usize {
        self.backend.cache_bytes(cache)
    }

    /// [`Backend::batch`]: fails if a slot, a block, a carry row or a span points outside the cache
    /// or the batch.
    pub fn batch(&self, cache: &B::Cache, batch: Batch) -> Result<DeviceBatch<B>> {
        let kv = *self.backend.cache_shape(cache);
        batch.check(&kv)?;
        let (rows, cos_sin, spans) =
            (batch.rows.len(), batch.cos_sin.len(), !batch.spans.is_empty());
        let ids_end = batch.rows.iter().map(|row| row.id as usize + 1).max().unwrap_or(0);
        let batch = self.backend.batch(cache, batch, Proof::new())?;
        Ok(DeviceBatch { batch, kv, rows, ids_end, cos_sin, spans })
    }

    /// [`Backend::loop_input`]; fails on a token id that the embedding has not.
    pub fn loop_input(
        &self,
        stack: &Stack<B>,
        cache: &B::Cache,
        batch: &DeviceBatch<B>,
    ) -> Result<B::Tensor> {
        const OP: &str = "loop_input";
        self.expect_cache(OP, stack, cache, batch)?;
        if batch.ids_end > 0 {
            expect_index(OP, "token id", batch.ids_end - 1, stack.vocab())?;
        }
        self.backend.loop_input(stack, cache, &batch.batch, Proof::new())
    }

    /// [`Backend::attention_input`].
    pub fn attention_input(
        &self,
        stack: &Stack<B>,
        layer: usize,
        cache: &mut B::Cache,
        batch: &DeviceBatch<B>,
        h: &B::Tensor,
    ) -> Result<AttentionInput<B::Tensor>> {
        const OP: &str = "attention_input";
        self.expect_cache(OP, stack, cache, batch)?;
        expect_index(OP, "layer", layer, stack.layers())?;
        let angles = batch.rows.saturating_mul(stack.constants().rotary_dim / 2);
        expect_size(OP, "elements of cos_sin", angles, batch.cos_sin)?;
        self.expect_hidden(OP, stack, batch.rows, h)?;
        self.backend.attention_input(stack, layer, cache, &batch.batch, h, Proof::new())
    }

    /// [`Backend::attention`]; the batch has spans.
    pub fn attention(
        &self,
        stack: &Stack<B>,
        layer: usize,
        cache: &mut B::Cache,
        batch: &DeviceBatch<B>,
        input: &AttentionInput<B::Tensor>,
    ) -> Result<B::Tensor> {
        const OP: &str = "attention";
        self.expect_cache(OP, stack, cache, batch)?;
        expect_index(OP, "layer", layer, stack.layers())?;
        if batch.rows > 0 {
            expect_some(OP, "spans", usize::from(batch.spans))?;
        }
        let constants = stack.constants();
        let AttentionInput { q, k, v, gate } = input;
        self.expect_tensor((OP, "rows of q", "columns of q"), batch.rows, constants.q_width(), q)?;
        let kv = constants.kv_width();
        self.expect_tensor((OP, "rows of k", "columns of k"), batch.rows, kv, k)?;
        self.expect_tensor((OP, "rows of v", "columns of v"), batch.rows, kv, v)?;
        if let Some(gate) = gate {
            let names = (OP, "rows of gate", "columns of gate");
            self.expect_tensor(names, batch.rows, constants.heads, gate)?;
        }
        self.backend.attention(stack, layer, cache, &batch.batch, input, Proof::new())
    }

    /// [`Backend::attention_output`].
    pub fn attention_output(
        &self,
        stack: &Stack<B>,
        layer: usize,
        y: &B::Tensor,
        h: &B::Tensor,
    ) -> Result<B::Tensor> {
        const OP: &str = "attention_output";
        expect_index(OP, "layer", layer, stack.layers())?;
        let rows = self.shape(h).0;
        self.expect_hidden(OP, stack, rows, h)?;
        let cols = stack.constants().q_width();
        self.expect_tensor((OP, "rows of y", "columns of y"), rows, cols, y)?;
        self.backend.attention_output(stack, layer, y, h, Proof::new())
    }

    /// [`Backend::feed_forward`].
    pub fn feed_forward(&self, stack: &Stack<B>, layer: usize, h: &B::Tensor) -> Result<B::Tensor> {
        const OP: &str = "feed_forward";
        expect_index(OP, "layer", layer, stack.layers())?;
        self.expect_hidden(OP, stack, self.shape(h).0, h)?;
        self.backend.feed_forward(stack, layer, h, Proof::new())
    }

    /// [`Backend::loop_output`].
    pub fn loop_output(
        &self,
        stack: &Stack<B>,
        cache: &mut B::Cache,
        batch: &DeviceBatch<B>,
        h: &B::Tensor,
    ) -> Result<B::Tensor> {
        const OP: &str = "loop_output";
        self.expect_cache(OP, stack, cache, batch)?;
        self.expect_hidden(OP, stack, batch.rows, h)?;
        self.backend.loop_output(stack, cache, &batch.batch, h, Proof::new())
    }

    /// [`Backend::final_norm`].
    pub fn final_norm(&self, stack: &Stack<B>, h: &B::Tensor) -> Result<B::Tensor> {
        self.expect_hidden("final_norm", stack, self.shape(h).0, h)?;
        self.backend.final_norm(stack, h, Proof::new())
    }

    /// [`Backend::logits`].
    pub fn logits(&self, stack: &Stack<B>, normed: &B::Tensor) -> Result<B::Tensor> {
        self.expect_hidden("logits", stack, self.shape(normed).0, normed)?;
        self.backend.logits(stack, normed, Proof::new())
    }

    /// [`Backend::top_k`], with k at least 1.
    pub fn top_k(&self, x: &B::Tensor, k: usize) -> Result<Vec<Vec<(u32, f32)>>> {
        expect_some("top_k", "columns", self.shape(x).1)?;
        expect_some("top_k", "k", k)?;
        self.backend.top_k(x, k, Proof::new())
    }

    /// The column of the largest value of every row, the first of equals; by [`Backend::top_k`].
    pub fn argmax(&self, x: &B::Tensor) -> Result<Vec<u32>> {
        let largest = |row: Vec<(u32, f32)>| row[0].0;
        Ok(self.top_k(x, 1)?.into_iter().map(largest).collect())
    }

    /// [`Backend::copy_slots`].
    pub fn copy_slots(&self, cache: &mut B::Cache, from: &[u32], to: &[u32]) -> Result<()> {
        let slots = self.cache_shape(cache).slots;
        expect_copies("copy_slots", "slot", slots, from, to)?;
        self.backend.copy_slots(cache, from, to, Proof::new())
    }

    /// [`Backend::copy_carries`].
    pub fn copy_carries(&self, cache: &mut B::Cache, from: &[u32], to: &[u32]) -> Result<()> {
        let rows = self.cache_shape(cache).carry_rows;
        expect_copies("copy_carries", "carry row", rows, from, to)?;
        self.backend.copy_carries(cache, from, to, Proof::new())
    }

    /// [`Backend::export`].
    pub fn export(&self, cache: &B::Cache, part: CachePart<'_>) -> Result<Vec<u8>> {
        expect_part("export", self.cache_shape(cache), part)?;
        self.backend.export(cache, part, Proof::new())
    }

    /// [`Backend::import`]; the bytes are as many as the part has, and no place is named twice.
    pub fn import(&self, cache: &mut B::Cache, part: CachePart<'_>, bytes: &[u8]) -> Result<()> {
        let expected = expect_part("import", self.cache_shape(cache), part)?;
        expect_size("import", "length in bytes", expected, bytes.len())?;
        let (what, places) = match part {
            CachePart::Slots { slots, .. } => ("slot", slots),
            CachePart::Carries(rows) => ("carry row", rows),
        };
        expect_distinct("import", what, places)?;
        self.backend.import(cache, part, bytes, Proof::new())
    }

    /// Fails unless model, cache and batch belong together.
    fn expect_cache(
        &self,
        op: &'static str,
        stack: &Stack<B>,
        cache: &B::Cache,
        batch: &DeviceBatch<B>,
    ) -> Result<()> {
        let kv = self.backend.cache_shape(cache);
        let constants = stack.constants();
        for (what, expected, found) in [
            ("layers of the cache", stack.layers(), kv.layers),
            ("key/value heads of the cache", constants.kv_heads, kv.kv_heads),
            ("head_dim of the cache", constants.head_dim, kv.head_dim),
            ("hidden of the cache", constants.hidden, kv.hidden),
        ] {
            expect_size(op, what, expected, found)?;
        }
        if batch.kv == *kv { Ok(()) } else { Err(Error::OtherCache { op }) }
    }

    fn expect_hidden(
        &self,
        op: &'static str,
        stack: &Stack<B>,
        rows: usize,
        h: &B::Tensor,
    ) -> Result<()> {
        let names = (op, "rows of h", "columns of h");
        self.expect_tensor(names, rows, stack.constants().hidden, h)
    }

    fn expect_tensor(
        &self,
        (op, rows_name, cols_name): (&'static str, &'static str, &'static str),
        rows: usize,
        cols: usize,
        tensor: &B::Tensor,
    ) -> Result<()> {
        let found = self.backend.shape(tensor);
        expect_size(op, rows_name, rows, found.0)?;
        expect_size(op, cols_name, cols, found.1)
    }
}

/// Fails unless all indices exist, none is written twice and none is both read and written.
fn expect_copies(
    op: &'static str,
    what: &'static str,
    bound: usize,
    from: &[u32],
    to: &[u32],
) -> Result<()> {
    expect_size(op, "number of targets", from.len(), to.len())?;
    for index in from.iter().chain(to) {
        expect_index(op, what, *index as usize, bound)?;
    }
    let written = expect_distinct(op, what, to)?;
    match from.iter().find(|index| written.binary_search(index).is_ok()) {
        Some(index) => Err(Error::Repeated { op, what, index: *index as usize }),
        None => Ok(()),
    }
}

/// Fails if an index is named twice; returns the indices in order.
fn expect_distinct(op: &'static str, what: &'static str, indices: &[u32]) -> Result<Vec<u32>> {
    let mut sorted = indices.to_vec();
    sorted.sort_unstable();
    match sorted.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Error::Repeated { op, what, index: pair[0] as usize }),
        None => Ok(sorted),
    }
}

/// The bytes of a part of a cache, if it exists.
fn expect_part(op: &'static str, kv: &KvShape, part: CachePart<'_>) -> Result<usize> {
    let (count, bytes) = match part {
        CachePart::Slots { layer, slots } => {
            expect_index(op, "layer", layer, kv.layers)?;
            for slot in slots {
                expect_index(op, "slot", *slot as usize, kv.slots)?;
            }
            (slots.len(), kv.dtype.slot_bytes(kv.kv_heads, kv.head_dim)?)
        }
        CachePart::Carries(rows) => {
            for row in rows {
                expect_index(op, "carry row", *row as usize, kv.carry_rows)?;
            }
            (rows.len(), kv.hidden.saturating_mul(size_of::<f32>()))
        }
    };
    Ok(count.saturating_mul(bytes))
}
