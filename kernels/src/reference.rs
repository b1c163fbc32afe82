//! The definition: every operation as its equation reads, on candle tensors.

use candle_core::{DType as CandleType, Device, Tensor};
use half::{bf16, f16};

use crate::backend::Backend;
use crate::error::Result;
use crate::kv::{KvDType, KvShape};
use crate::ops::{self, Attention, Gate, LoopInput, RingWrite, RotaryWrite};
use crate::weight::WeightData;

/// Plain candle tensor mathematics on the CPU: slow, differentiable, the definition that other
/// backends are tested against.
///
/// Tensors and weights are candle tensors, so a trainer can put a `candle_core::Var`'s tensor in
/// the place of a weight and call `backward` on what comes out: nothing on the way, the cache
/// included, is written in place.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reference;

/// Keys, values and carries as candle tensors. A write replaces a tensor by a new one.
#[derive(Debug, Clone)]
pub struct ReferenceCache {
    shape: KvShape,
    /// For every layer keys and values, `[slots, kv_heads · head_dim]`.
    layers: Vec<[Tensor; 2]>,
    /// `[carry_rows, hidden]`
    carries: Tensor,
}

impl Reference {
    /// The reference backend.
    pub fn new() -> Self {
        Self
    }
}

impl ReferenceCache {
    /// The sizes that the cache was made with.
    pub(crate) fn shape(&self) -> &KvShape {
        &self.shape
    }

    pub(crate) fn carries(&self) -> &Tensor {
        &self.carries
    }

    /// Keys and values of these slots of a layer, f32 `[slots.len(), kv_heads · head_dim]`.
    pub(crate) fn gather(&self, layer: usize, slots: Vec<u32>) -> Result<[Tensor; 2]> {
        let slots = Tensor::new(slots, &Device::Cpu)?;
        let read = |stored: &Tensor| -> Result<Tensor> {
            Ok(stored.index_select(&slots, 0)?.to_dtype(CandleType::F32)?)
        };
        let [k, v] = &self.layers[layer];
        Ok([read(k)?, read(v)?])
    }

    /// Values rounded as storing them would, f32.
    pub(crate) fn round(&self, layer: usize, x: &Tensor) -> Result<Tensor> {
        Ok(x.to_dtype(self.layers[layer][0].dtype())?.to_dtype(CandleType::F32)?)
    }

    /// Stores keys and values of these rows in these slots.
    fn write(&mut self, layer: usize, k: &Tensor, v: &Tensor, writes: &[(u32, u32)]) -> Result<()> {
        let [keys, values] = &self.layers[layer];
        self.layers[layer] = [replace_rows(keys, k, writes)?, replace_rows(values, v, writes)?];
        Ok(())
    }
}

/// `stored` with row `pairs[i].1` replaced by row `pairs[i].0` of `rows`: a selection from both, so
/// that gradients flow to whichever was selected.
fn replace_rows(stored: &Tensor, rows: &Tensor, pairs: &[(u32, u32)]) -> Result<Tensor> {
    if pairs.is_empty() {
        return Ok(stored.clone());
    }
    let count = stored.dim(0)? as u32;
    let mut selection: Vec<u32> = (0..count).collect();
    for (row, place) in pairs {
        selection[*place as usize] = count + row;
    }
    let both = Tensor::cat(&[stored, &rows.to_dtype(stored.dtype())?], 0)?;
    Ok(both.index_select(&Tensor::new(selection, &Device::Cpu)?, 0)?)
}

impl Backend for Reference {
    type Tensor = Tensor;
    type Weight = Tensor;
    type Cache = ReferenceCache;

    fn name(&self) -> &'static str {
        "reference"
    }

    fn weight(&self, data: WeightData) -> Result<Tensor> {
        Ok(Tensor::from_vec(data.to_f32()?, (data.rows(), data.cols()), &Device::Cpu)?)
    }

    fn tensor(&self, rows: usize, cols: usize, values: Vec<f32>) -> Result<Tensor> {
        ops::check_tensor(rows, cols, &values)?;
        Ok(Tensor::from_vec(values, (rows, cols), &Device::Cpu)?)
    }

    fn shape(&self, tensor: &Tensor) -> (usize, usize) {
        match tensor.dims() {
            [rows, cols] => (*rows, *cols),
            _ => (1, tensor.elem_count()),
        }
    }

    fn read(&self, tensor: &Tensor) -> Result<Vec<f32>> {
        Ok(tensor.flatten_all()?.to_vec1()?)
    }

    fn cache(&self, shape: KvShape) -> Result<ReferenceCache> {
        shape.check()?;
        let size = (shape.slots, shape.kv_heads * shape.head_dim);
        let elements = shape.layer_elements()?;
        let zeros = || -> Result<Tensor> {
            Ok(match shape.dtype {
                KvDType::F32 => Tensor::from_vec(shape.zeros::<f32>(elements)?, size, &Device::Cpu),
                KvDType::F16 => Tensor::from_vec(shape.zeros::<f16>(elements)?, size, &Device::Cpu),
                KvDType::BF16 => {
                    Tensor::from_vec(shape.zeros::<bf16>(elements)?, size, &Device::Cpu)
                }
            }?)
        };
        let layers = (0..shape.layers).map(|_| Ok([zeros()?, zeros()?])).collect::<Result<_>>()?;
        let size = (shape.carry_rows, shape.hidden);
        let carries = shape.zeros::<f32>(shape.carry_rows * shape.hidden)?;
        let carries = Tensor::from_vec(carries, size, &Device::Cpu)?;
        Ok(ReferenceCache { shape, layers, carries })
    }

    fn cache_bytes(&self, cache: &ReferenceCache) -> usize {
        let tensors = cache.layers.iter().flatten().chain([&cache.carries]);
        tensors.map(|t| t.elem_count() * t.dtype().size_in_bytes()).sum()
    }

    fn read_slots(
        &self,
        cache: &ReferenceCache,
        layer: usize,
        slots: &[u32],
    ) -> Result<(Vec<f32>, Vec<f32>)> {
        ops::check_slots(&cache.shape, layer, slots)?;
        let [k, v] = cache.gather(layer, slots.to_vec())?;
        Ok((self.read(&k)?, self.read(&v)?))
    }

    fn read_carries(&self, cache: &ReferenceCache, rows: &[u32]) -> Result<Vec<f32>> {
        ops::check_carries(&cache.shape, rows)?;
        self.read(&cache.carries.index_select(&Tensor::new(rows, &Device::Cpu)?, 0)?)
    }

    fn embed(&self, table: &Tensor, ids: &[u32]) -> Result<Tensor> {
        ops::embed::check(table.dim(0)?, ids)?;
        ops::embed::reference::embed(table, ids)
    }

    fn loop_input(&self, cache: &ReferenceCache, args: LoopInput<'_, Self>) -> Result<Tensor> {
        args.check(self, &cache.shape)?;
        ops::loop_input::reference::loop_input(cache, args)
    }

    fn rms_norm(&self, x: &Tensor, weight: &Tensor, eps: f32) -> Result<Tensor> {
        ops::rms_norm::check(self.shape(x), self.shape(weight))?;
        ops::rms_norm::reference::rms_norm(x, weight, eps)
    }

    fn linear(&self, x: &Tensor, weight: &Tensor, residual: Option<&Tensor>) -> Result<Tensor> {
        let residual_shape = residual.map(|residual| self.shape(residual));
        ops::linear::check(self.shape(x), self.shape(weight), residual_shape)?;
        ops::linear::reference::linear(x, weight, residual)
    }

    fn rotary_write(
        &self,
        cache: &mut ReferenceCache,
        args: RotaryWrite<'_, Self>,
    ) -> Result<(Tensor, Tensor)> {
        args.check(self, &cache.shape)?;
        let RotaryWrite { layer, q, k, v, positions, theta, writes } = args;
        let rotate = |x: &Tensor| {
            ops::rotary_write::reference::rotate(x, cache.shape.head_dim, positions, theta)
        };
        let (q, k) = (rotate(&q)?, rotate(&k)?);
        cache.write(layer, &k, v, writes)?;
        Ok((q, k))
    }

    fn gate(&self, args: Gate<'_, Self>) -> Result<Tensor> {
        args.check(self)?;
        ops::gate::reference::gate(args)
    }

    fn attention(&self, cache: &ReferenceCache, args: Attention<'_, Self>) -> Result<Tensor> {
        args.check(self, &cache.shape)?;
        ops::attention::reference::attention(cache, args)
    }

    fn ring_write(&self, cache: &mut ReferenceCache, args: RingWrite<'_, Self>) -> Result<()> {
        args.check(self, &cache.shape)?;
        cache.write(args.layer, args.k, args.v, args.writes)
    }

    fn swiglu(&self, gate: &Tensor, up: &Tensor) -> Result<Tensor> {
        ops::swiglu::check(self.shape(gate), self.shape(up))?;
        ops::swiglu::reference::swiglu(gate, up)
    }

    fn carry_write(
        &self,
        cache: &mut ReferenceCache,
        x: &Tensor,
        pairs: &[(u32, u32)],
    ) -> Result<()> {
        ops::carry_write::check(self.shape(x), &cache.shape, pairs)?;
        cache.carries = replace_rows(&cache.carries, x, pairs)?;
        Ok(())
    }

    fn logits(&self, x: &Tensor, rows: &[u32], head: &Tensor) -> Result<Tensor> {
        ops::logits::check(self.shape(x), rows, self.shape(head))?;
        let chosen = x.index_select(&Tensor::new(rows, &Device::Cpu)?, 0)?;
        ops::linear::reference::linear(&chosen, head, None)
    }
}
