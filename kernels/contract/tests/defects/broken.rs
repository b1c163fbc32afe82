//! The reference backend with one defect.

use std::sync::Mutex;

use plt_backend::{
    AttentionInput, Backend, Batch, CachePart, Checked, Constants, DeviceBatch, Double, Layer, Qkv,
    Result, Store, Weights, Window,
};
use plt_reference::Reference;

/// The defect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Defect {
    None,
    EmbedNextRow,
    HiddenScaleIgnored,
    InputNormWeightForgotten,
    EpsForgotten,
    BiasForgotten,
    FusedKeysAndValuesSwapped,
    QueryNormForgotten,
    KeyNormAfterRotary,
    CosAndSinSwapped,
    PairsAdjacent,
    CarriedInputNotNormed,
    WholeHeadRotated,
    KeysStoredBeforeRotary,
    BlocksOffByOne,
    GateInverted,
    GateOfNormedInput,
    GateWithoutWindows,
    WindowOneShort,
    WindowBeforeFirst,
    RingOffByOne,
    RingOfOtherRow,
    RingBeforeAttention,
    NotANumber,
    NotFiniteHidden,
    NotFiniteSpread,
    AttentionNormForgotten,
    AttentionNormAfterResidual,
    LastColumnDropped,
    GateAndUpSwapped,
    FeedForwardNormAfterResidual,
    ResidualForgotten,
    ResidualOfWideRowsForgotten,
    EightBitsInFeedForward,
    CarryToOtherRow,
    CarryNotNormed,
    OutputOfFirstRows,
    FinalNormForgotten,
    HeadIsEmbedding,
    EqualsLastFirst,
    CopiesInFirstLayer,
    CarriesNotCopied,
    KeysAndValuesExportedSwapped,
}

pub struct Broken {
    inner: Checked<Reference>,
    defect: Defect,
    /// The numbers of the last h that `loop_input` returned.
    carried: Mutex<Vec<f32>>,
}

type Tensor = <Reference as Backend>::Tensor;
type Cache = <Reference as Backend>::Cache;
type Stack = plt_backend::Stack<Reference>;
type PassBatch = DeviceBatch<Reference>;

impl Broken {
    pub fn new(defect: Defect) -> Self {
        Self { inner: Checked::new(Reference::new()), defect, carried: Mutex::default() }
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

    /// The same model with other constants.
    fn constants(&self, stack: &Stack, change: impl FnOnce(&mut Constants)) -> Result<Stack> {
        let mut constants = stack.constants().clone();
        change(&mut constants);
        self.inner.stack(constants, stack.weights().clone())
    }

    /// The same model with other weights in its layers.
    fn layers(&self, stack: &Stack, change: impl Fn(&mut Layer<Tensor, Tensor>)) -> Result<Stack> {
        let mut weights: Weights<Tensor, Tensor> = stack.weights().clone();
        weights.layers.iter_mut().for_each(change);
        self.inner.stack(stack.constants().clone(), weights)
    }

    /// The same pass, changed.
    fn changed(
        &self,
        cache: &Cache,
        batch: &PassBatch,
        change: impl FnOnce(&mut Batch),
    ) -> Result<PassBatch> {
        let mut batch = batch.batch().clone();
        change(&mut batch);
        self.inner.batch(cache, batch)
    }

    /// A model and an input of which the norm set by `set` is `x` itself: next to an eps of 1, numbers
    /// times 2^-20 are nothing.
    fn unnormed(
        &self,
        stack: &Stack,
        x: &Tensor,
        set: impl Fn(&mut Layer<Tensor, Tensor>, Tensor),
    ) -> Result<(Stack, Tensor)> {
        let hidden = stack.constants().hidden;
        let ones = self.inner.tensor(1, hidden, vec![2f32.powi(20); hidden])?;
        let stack = self.layers(stack, |layer| set(layer, ones.clone()))?;
        let stack = self.constants(&stack, |constants| constants.eps = 1.0)?;
        let x = self.change(x, |values, _| values.iter_mut().for_each(|x| *x *= 2f32.powi(-20)))?;
        Ok((stack, x))
    }

    /// `attention_input` without the rotation.
    fn unrotated(
        &self,
        stack: &Stack,
        layer: usize,
        cache: &mut Cache,
        batch: &PassBatch,
        h: &Tensor,
    ) -> Result<AttentionInput<Tensor>> {
        let stack = self.constants(stack, |constants| constants.rotary_dim = 0)?;
        let batch = self.changed(cache, batch, |batch| batch.cos_sin.clear())?;
        self.inner.attention_input(&stack, layer, cache, &batch, h)
    }

    /// Norms every head of x.
    fn norm_heads(&self, stack: &Stack, x: &Tensor, norm: &Tensor) -> Result<Tensor> {
        let (rows, cols) = self.inner.shape(x);
        let Constants { head_dim, eps, .. } = *stack.constants();
        let heads = self.inner.tensor(rows * cols / head_dim, head_dim, self.inner.read(x)?)?;
        let normed = self.inner.backend().rms_norm(&heads, norm, eps)?;
        self.inner.tensor(rows, cols, self.inner.read(&normed)?)
    }
}

/// Moves every place of a row to the row before it.
fn rotate<T: Copy>(rows: &mut [T]) {
    rows.rotate_left(1.min(rows.len()));
}

impl Double for Broken {
    type Inner = Reference;

    fn inner(&self) -> &Checked<Reference> {
        &self.inner
    }

    fn batch(&self, cache: &Cache, mut batch: Batch) -> Result<PassBatch> {
        match self.defect {
            Defect::WindowOneShort | Defect::WindowBeforeFirst | Defect::RingOffByOne => {
                let short = usize::from(self.is(Defect::WindowOneShort));
                let off = u32::from(self.is(Defect::RingOffByOne));
                for window in batch.spans.iter_mut().filter_map(|span| span.window.as_mut()) {
                    let Window { keys, ring, first, .. } = *window;
                    let first = if self.is(Defect::WindowBeforeFirst) { 0 } else { first };
                    let (keys, ring) = ((keys - short).max(1), ring + off);
                    *window = Window { keys, ring, first, ..*window };
                }
            }
            Defect::BlocksOffByOne | Defect::RingOfOtherRow => {
                let wrong = |store: Store| match store {
                    Store::Block(_) => self.is(Defect::BlocksOffByOne),
                    Store::Ring(_) => self.is(Defect::RingOfOtherRow),
                    Store::Nowhere => false,
                };
                if batch.rows.iter().any(|row| wrong(row.store)) {
                    let mut stores: Vec<Store> = batch.rows.iter().map(|row| row.store).collect();
                    rotate(&mut stores);
                    batch.rows.iter_mut().zip(stores).for_each(|(row, store)| row.store = store);
                }
            }
            Defect::CarryToOtherRow => {
                let mut carries: Vec<_> = batch.rows.iter().map(|row| row.carry).collect();
                rotate(&mut carries);
                batch.rows.iter_mut().zip(carries).for_each(|(row, carry)| row.carry = carry);
            }
            Defect::OutputOfFirstRows if batch.outputs.len() <= batch.rows.len() => {
                batch.outputs = (0..batch.outputs.len() as u32).collect();
            }
            Defect::CosAndSinSwapped => batch.cos_sin.iter_mut().for_each(|pair| pair.reverse()),
            _ => {}
        }
        self.inner.batch(cache, batch)
    }

    fn loop_input(&self, stack: &Stack, cache: &Cache, batch: &PassBatch) -> Result<Tensor> {
        match self.defect {
            Defect::HiddenScaleIgnored => {
                let stack = self.constants(stack, |constants| constants.hidden_scale = 1.0)?;
                self.inner.loop_input(&stack, cache, batch)
            }
            Defect::EmbedNextRow => {
                let vocab = stack.vocab() as u32;
                let batch = self.changed(cache, batch, |batch| {
                    batch.rows.iter_mut().for_each(|row| row.id = (row.id + 1) % vocab);
                })?;
                self.inner.loop_input(stack, cache, &batch)
            }
            Defect::CarriedInputNotNormed => {
                let h = self.inner.loop_input(stack, cache, batch)?;
                *self.carried.lock().expect("no panic") = self.inner.read(&h)?;
                Ok(h)
            }
            _ => self.inner.loop_input(stack, cache, batch),
        }
    }

    fn attention_input(
        &self,
        stack: &Stack,
        layer: usize,
        cache: &mut Cache,
        batch: &PassBatch,
        h: &Tensor,
    ) -> Result<AttentionInput<Tensor>> {
        let inner = &self.inner;
        let weights = stack.layer(layer);
        match self.defect {
            Defect::InputNormWeightForgotten => {
                let ones = inner.tensor(
                    1,
                    stack.constants().hidden,
                    vec![1.0; stack.constants().hidden],
                )?;
                let stack = self.layers(stack, |layer| layer.input_norm = ones.clone())?;
                inner.attention_input(&stack, layer, cache, batch, h)
            }
            Defect::EpsForgotten => {
                let stack = self.constants(stack, |constants| constants.eps = 0.0)?;
                inner.attention_input(&stack, layer, cache, batch, h)
            }
            Defect::BiasForgotten => {
                let stack = self.layers(stack, |layer| match &mut layer.qkv {
                    Qkv::Separate { q, k, v } => {
                        [q, k, v].into_iter().for_each(|map| map.bias = None);
                    }
                    Qkv::Fused(qkv) => qkv.bias = None,
                })?;
                inner.attention_input(&stack, layer, cache, batch, h)
            }
            Defect::FusedKeysAndValuesSwapped => {
                let mut input = inner.attention_input(stack, layer, cache, batch, h)?;
                if let Qkv::Fused(_) = weights.qkv {
                    std::mem::swap(&mut input.k, &mut input.v);
                }
                Ok(input)
            }
            Defect::QueryNormForgotten => {
                let stack = self.layers(stack, |layer| layer.q_norm = None)?;
                inner.attention_input(&stack, layer, cache, batch, h)
            }
            Defect::KeyNormAfterRotary => {
                let raw = self.layers(stack, |layer| layer.k_norm = None)?;
                let mut input = inner.attention_input(&raw, layer, cache, batch, h)?;
                if let Some(norm) = &weights.k_norm {
                    input.k = self.norm_heads(stack, &input.k, norm)?;
                }
                Ok(input)
            }
            Defect::PairsAdjacent => {
                let rotary_dim = stack.constants().rotary_dim;
                let raw = self.unrotated(stack, layer, cache, batch, h)?;
                let input = inner.attention_input(stack, layer, cache, batch, h)?;
                let head_dim = stack.constants().head_dim;
                let q = self.change(&raw.q, |values, cols| {
                    for (row, values) in values.chunks_exact_mut(cols).enumerate() {
                        let cos_sin =
                            &batch.batch().cos_sin[row * rotary_dim / 2..][..rotary_dim / 2];
                        for head in values.chunks_exact_mut(head_dim) {
                            for (pair, [cos, sin]) in head.as_chunks_mut().0.iter_mut().zip(cos_sin)
                            {
                                let [a, b] = *pair;
                                *pair = [a * cos - b * sin, b * cos + a * sin];
                            }
                        }
                    }
                })?;
                Ok(AttentionInput { q, ..input })
            }
            Defect::CarriedInputNotNormed => {
                if inner.read(h)? != *self.carried.lock().expect("no panic") {
                    return inner.attention_input(stack, layer, cache, batch, h);
                }
                let (stack, x) = self.unnormed(stack, h, |layer, ones| layer.input_norm = ones)?;
                inner.attention_input(&stack, layer, cache, batch, &x)
            }
            Defect::WholeHeadRotated => {
                let Constants { rotary_dim, head_dim, .. } = *stack.constants();
                let stack = self.constants(stack, |constants| constants.rotary_dim = head_dim)?;
                let batch = self.changed(cache, batch, |batch| {
                    let rows = 0..batch.rows.len();
                    let of_row = |row: usize| {
                        let given = &batch.cos_sin[row * rotary_dim / 2..][..rotary_dim / 2];
                        let more = std::iter::repeat_n([0.0, 1.0], (head_dim - rotary_dim) / 2);
                        given.iter().copied().chain(more).collect::<Vec<_>>()
                    };
                    batch.cos_sin = rows.flat_map(of_row).collect();
                })?;
                inner.attention_input(&stack, layer, cache, &batch, h)
            }
            Defect::KeysStoredBeforeRotary => {
                self.unrotated(stack, layer, cache, batch, h)?;
                let batch = self.changed(cache, batch, |batch| {
                    batch.rows.iter_mut().for_each(|row| row.store = Store::Nowhere);
                })?;
                inner.attention_input(stack, layer, cache, &batch, h)
            }
            Defect::GateInverted => {
                let mut input = inner.attention_input(stack, layer, cache, batch, h)?;
                let invert = |values: &mut [f32], _| values.iter_mut().for_each(|g| *g = 1.0 - *g);
                input.gate = input.gate.map(|gate| self.change(&gate, invert)).transpose()?;
                Ok(input)
            }
            Defect::GateOfNormedInput => {
                let eps = stack.constants().eps;
                let x = inner.backend().rms_norm(h, &weights.input_norm, eps)?;
                let gate = inner.attention_input(stack, layer, cache, batch, &x)?.gate;
                let input = inner.attention_input(stack, layer, cache, batch, h)?;
                Ok(AttentionInput { gate, ..input })
            }
            Defect::GateWithoutWindows => {
                let batch = self.changed(cache, batch, |batch| {
                    let window = Some(Window { keys: 1, ring: 0, ring_len: 1, first: 0 });
                    batch.spans.iter_mut().for_each(|span| span.window = window);
                })?;
                inner.attention_input(stack, layer, cache, &batch, h)
            }
            _ => inner.attention_input(stack, layer, cache, batch, h),
        }
    }

    fn attention(
        &self,
        stack: &Stack,
        layer: usize,
        cache: &mut Cache,
        batch: &PassBatch,
        input: &AttentionInput<Tensor>,
    ) -> Result<Tensor> {
        if self.is(Defect::RingBeforeAttention) {
            self.inner.attention(stack, layer, cache, batch, input)?;
        }
        let y = self.inner.attention(stack, layer, cache, batch, input)?;
        match self.defect {
            Defect::NotANumber if !batch.batch().spans.is_empty() => {
                self.change(&y, |values, _| values[0] = f32::NAN)
            }
            Defect::NotFiniteHidden => self.change(&y, |values, _| {
                values.iter_mut().filter(|y| !y.is_finite()).for_each(|y| *y = 0.0);
            }),
            Defect::NotFiniteSpread => self.change(&y, |values, _| {
                if let Some(bad) = values.iter().copied().find(|y| !y.is_finite()) {
                    values.fill(bad);
                }
            }),
            _ => Ok(y),
        }
    }

    fn attention_output(
        &self,
        stack: &Stack,
        layer: usize,
        y: &Tensor,
        h: &Tensor,
    ) -> Result<Tensor> {
        let norm = &stack.layer(layer).attention_output_norm;
        match self.defect {
            Defect::AttentionNormForgotten => {
                let stack = self.layers(stack, |layer| layer.attention_output_norm = None)?;
                self.inner.attention_output(&stack, layer, y, h)
            }
            Defect::AttentionNormAfterResidual => {
                let raw = self.layers(stack, |layer| layer.attention_output_norm = None)?;
                let sum = self.inner.attention_output(&raw, layer, y, h)?;
                match norm {
                    Some(norm) => self.inner.backend().rms_norm(&sum, norm, stack.constants().eps),
                    None => Ok(sum),
                }
            }
            Defect::LastColumnDropped => {
                let y = self.change(y, |values, cols| {
                    values.chunks_exact_mut(cols).for_each(|row| row[cols - 1] = 0.0);
                })?;
                self.inner.attention_output(stack, layer, &y, h)
            }
            _ => self.inner.attention_output(stack, layer, y, h),
        }
    }

    fn feed_forward(&self, stack: &Stack, layer: usize, h: &Tensor) -> Result<Tensor> {
        let norm = &stack.layer(layer).feed_forward_output_norm;
        match self.defect {
            Defect::GateAndUpSwapped => {
                let stack = self.layers(stack, |layer| {
                    std::mem::swap(&mut layer.gate_proj, &mut layer.up_proj);
                })?;
                self.inner.feed_forward(&stack, layer, h)
            }
            Defect::FeedForwardNormAfterResidual => {
                let raw = self.layers(stack, |layer| layer.feed_forward_output_norm = None)?;
                let sum = self.inner.feed_forward(&raw, layer, h)?;
                match norm {
                    Some(norm) => self.inner.backend().rms_norm(&sum, norm, stack.constants().eps),
                    None => Ok(sum),
                }
            }
            Defect::EightBitsInFeedForward if norm.is_none() => {
                let Layer { post_norm, .. } = stack.layer(layer);
                let z = self.inner.backend().rms_norm(h, post_norm, stack.constants().eps)?;
                let z = self.change(&z, |values, cols| {
                    for block in values.chunks_exact_mut(cols).flat_map(|row| row.chunks_mut(32)) {
                        let largest = block.iter().fold(0.0f32, |most, x| most.max(x.abs()));
                        let step = (largest / 127.0).max(f32::MIN_POSITIVE);
                        block.iter_mut().for_each(|x| *x = (*x / step).round() * step);
                    }
                })?;
                let (stack, z) = self.unnormed(stack, &z, |layer, ones| layer.post_norm = ones)?;
                let sum = self.inner.feed_forward(&stack, layer, &z)?;
                let (h, z) = (self.inner.read(h)?, self.inner.read(&z)?);
                self.change(&sum, |values, _| {
                    values.iter_mut().zip(h.iter().zip(z)).for_each(|(sum, (h, z))| *sum += h - z);
                })
            }
            Defect::ResidualForgotten | Defect::ResidualOfWideRowsForgotten
                if self.is(Defect::ResidualForgotten) || stack.constants().hidden >= 256 =>
            {
                let h_values = self.inner.read(h)?;
                let sum = self.inner.feed_forward(stack, layer, h)?;
                self.change(&sum, |values, _| {
                    values.iter_mut().zip(h_values).for_each(|(sum, h)| *sum -= h);
                })
            }
            _ => self.inner.feed_forward(stack, layer, h),
        }
    }

    fn loop_output(
        &self,
        stack: &Stack,
        cache: &mut Cache,
        batch: &PassBatch,
        h: &Tensor,
    ) -> Result<Tensor> {
        if self.is(Defect::CarryNotNormed) {
            let stack = self.constants(stack, |constants| constants.normalize_carry = false)?;
            return self.inner.loop_output(&stack, cache, batch, h);
        }
        self.inner.loop_output(stack, cache, batch, h)
    }

    fn final_norm(&self, stack: &Stack, h: &Tensor) -> Result<Tensor> {
        match self.is(Defect::FinalNormForgotten) {
            true => Ok(h.clone()),
            false => self.inner.final_norm(stack, h),
        }
    }

    fn logits(&self, stack: &Stack, normed: &Tensor) -> Result<Tensor> {
        if self.is(Defect::HeadIsEmbedding) {
            let mut weights = stack.weights().clone();
            weights.head = weights.embed.clone();
            let stack = self.inner.stack(stack.constants().clone(), weights)?;
            return self.inner.logits(&stack, normed);
        }
        self.inner.logits(stack, normed)
    }

    fn top_k(&self, x: &Tensor, k: usize) -> Result<Vec<Vec<(u32, f32)>>> {
        let mut rows = self.inner.top_k(x, k)?;
        if self.is(Defect::EqualsLastFirst) {
            for row in &mut rows {
                for i in 1..row.len() {
                    if row[i - 1].1 == row[i].1 {
                        row.swap(i - 1, i);
                    }
                }
            }
        }
        Ok(rows)
    }

    fn copy_slots(&self, cache: &mut Cache, from: &[u32], to: &[u32]) -> Result<()> {
        if !self.is(Defect::CopiesInFirstLayer) {
            return self.inner.copy_slots(cache, from, to);
        }
        let bytes = self.inner.export(cache, CachePart::Slots { layer: 0, slots: from })?;
        self.inner.import(cache, CachePart::Slots { layer: 0, slots: to }, &bytes)
    }

    fn copy_carries(&self, cache: &mut Cache, from: &[u32], to: &[u32]) -> Result<()> {
        match self.is(Defect::CarriesNotCopied) {
            true => Ok(()),
            false => self.inner.copy_carries(cache, from, to),
        }
    }

    fn export(&self, cache: &Cache, part: CachePart<'_>) -> Result<Vec<u8>> {
        let mut bytes = self.inner.export(cache, part)?;
        if let CachePart::Slots { slots, .. } = part
            && self.is(Defect::KeysAndValuesExportedSwapped)
            && !slots.is_empty()
        {
            let slot_bytes = bytes.len() / slots.len();
            for slot in bytes.chunks_exact_mut(slot_bytes) {
                slot.rotate_left(slot_bytes / 2);
            }
        }
        Ok(bytes)
    }
}
