//! The definition: every operation as its equation reads, on candle tensors.

use candle_core::{DType as CandleType, Device, Tensor};
use half::{bf16, f16};

use crate::backend::Backend;
use crate::batch::{Batch, CheckedBatch};
use crate::error::Result;
use crate::kv::{KvDType, KvShape};
use crate::ops::{self, Attention, LoopInput, LoopOutput, RotaryWrite, Rotated};
use crate::q8_0::{self, Block};
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
    /// For every layer keys and values, `[slots, kv_heads · head_dim]`; in q8_0 the bytes of their
    /// blocks, through which no gradient flows.
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
            decode(&stored.index_select(&slots, 0)?, self.shape.dtype)
        };
        let [k, v] = &self.layers[layer];
        Ok([read(k)?, read(v)?])
    }

    /// Values rounded as storing them would, f32.
    pub(crate) fn round(&self, x: &Tensor) -> Result<Tensor> {
        decode(&encode(x, self.shape.dtype)?, self.shape.dtype)
    }

    /// Stores keys and values of these rows in these slots.
    pub(crate) fn write(
        &mut self,
        layer: usize,
        k: &Tensor,
        v: &Tensor,
        writes: impl Iterator<Item = (usize, u32)> + Clone,
    ) -> Result<()> {
        let [keys, values] = &self.layers[layer];
        let (k, v) = (encode(k, self.shape.dtype)?, encode(v, self.shape.dtype)?);
        self.layers[layer] =
            [replace_rows(keys, &k, writes.clone())?, replace_rows(values, &v, writes)?];
        Ok(())
    }

    /// Stores these rows of `x` in these carry rows.
    pub(crate) fn write_carries(
        &mut self,
        x: &Tensor,
        writes: impl Iterator<Item = (usize, u32)> + Clone,
    ) -> Result<()> {
        self.carries = replace_rows(&self.carries, x, writes)?;
        Ok(())
    }
}

/// `stored` with row `place` replaced by row `row` of `rows` for every `(row, place)`: a selection
/// from both, so that gradients flow to whichever was selected.
fn replace_rows(
    stored: &Tensor,
    rows: &Tensor,
    writes: impl Iterator<Item = (usize, u32)> + Clone,
) -> Result<Tensor> {
    if writes.clone().next().is_none() {
        return Ok(stored.clone());
    }
    let count = stored.dim(0)? as u32;
    let mut selection: Vec<u32> = (0..count).collect();
    writes.for_each(|(row, place)| selection[place as usize] = count + row as u32);
    let both = Tensor::cat(&[stored, rows], 0)?;
    Ok(both.index_select(&Tensor::new(selection, &Device::Cpu)?, 0)?)
}

/// f32 `[rows, columns]` in a type of keys and values.
fn encode(x: &Tensor, dtype: KvDType) -> Result<Tensor> {
    Ok(match dtype {
        KvDType::F32 => x.clone(),
        KvDType::F16 => x.to_dtype(CandleType::F16)?,
        KvDType::BF16 => x.to_dtype(CandleType::BF16)?,
        KvDType::Q8_0 => {
            let values: Vec<f32> = x.flatten_all()?.to_vec1()?;
            let blocks = values.as_chunks().0.iter().map(Block::new);
            let bytes = |Block { scale, quants }: Block| {
                scale.to_le_bytes().into_iter().chain(quants.map(|quant| quant as u8))
            };
            let bytes: Vec<u8> = blocks.flat_map(bytes).collect();
            let (rows, columns) = x.dims2()?;
            Tensor::from_vec(bytes, (rows, columns / q8_0::BLOCK * q8_0::BYTES), &Device::Cpu)?
        }
    })
}

/// The f32 values of what [`encode`] gives.
fn decode(stored: &Tensor, dtype: KvDType) -> Result<Tensor> {
    Ok(match dtype {
        KvDType::F32 | KvDType::F16 | KvDType::BF16 => stored.to_dtype(CandleType::F32)?,
        KvDType::Q8_0 => {
            let bytes: Vec<u8> = stored.flatten_all()?.to_vec1()?;
            let block = |[low, high, quants @ ..]: &[u8; q8_0::BYTES]| {
                let scale = bf16::from_le_bytes([*low, *high]);
                Block { scale, quants: quants.map(|quant| quant as i8) }.numbers()
            };
            let values = bytes.as_chunks().0.iter().flat_map(block).collect();
            let (rows, bytes) = stored.dims2()?;
            Tensor::from_vec(values, (rows, bytes / q8_0::BYTES * q8_0::BLOCK), &Device::Cpu)?
        }
    })
}

impl Backend for Reference {
    type Tensor = Tensor;
    type Weight = Tensor;
    type Cache = ReferenceCache;
    type Batch = CheckedBatch;

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
                KvDType::Q8_0 => {
                    let size = (size.0, size.1 / q8_0::BLOCK * q8_0::BYTES);
                    Tensor::from_vec(shape.zeros::<u8>(size.0 * size.1)?, size, &Device::Cpu)
                }
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

    fn weight_bytes(&self, weight: &Tensor) -> usize {
        weight.elem_count() * weight.dtype().size_in_bytes()
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

    fn write_slots(
        &self,
        cache: &mut ReferenceCache,
        layer: usize,
        slots: &[u32],
        keys: &[f32],
        values: &[f32],
    ) -> Result<()> {
        ops::check_slot_values(&cache.shape, layer, slots, keys, values)?;
        let size = (slots.len(), cache.shape.kv_heads * cache.shape.head_dim);
        let tensor = |values: &[f32]| Tensor::from_slice(values, size, &Device::Cpu);
        cache.write(layer, &tensor(keys)?, &tensor(values)?, slots.iter().copied().enumerate())
    }

    fn read_carries(&self, cache: &ReferenceCache, rows: &[u32]) -> Result<Vec<f32>> {
        ops::check_carries(&cache.shape, rows)?;
        self.read(&cache.carries.index_select(&Tensor::new(rows, &Device::Cpu)?, 0)?)
    }

    fn write_carries(
        &self,
        cache: &mut ReferenceCache,
        rows: &[u32],
        values: &[f32],
    ) -> Result<()> {
        ops::check_carry_values(&cache.shape, rows, values)?;
        let size = (rows.len(), cache.shape.hidden);
        let values = Tensor::from_slice(values, size, &Device::Cpu)?;
        cache.write_carries(&values, rows.iter().copied().enumerate())
    }

    fn batch(&self, cache: &ReferenceCache, batch: Batch) -> Result<CheckedBatch> {
        CheckedBatch::new(batch, &cache.shape)
    }

    fn loop_input(
        &self,
        cache: &ReferenceCache,
        batch: &CheckedBatch,
        args: LoopInput<'_, Self>,
    ) -> Result<(Tensor, Tensor)> {
        batch.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, args.table.dims2()?, batch)?;
        ops::loop_input::reference::loop_input(cache, batch, args)
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
        batch: &CheckedBatch,
        args: RotaryWrite<'_, Self>,
    ) -> Result<Rotated<Self>> {
        batch.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, batch.rows.len())?;
        ops::rotary_write::reference::rotary_write(cache, batch, args)
    }

    fn attention(
        &self,
        cache: &mut ReferenceCache,
        batch: &CheckedBatch,
        args: Attention<'_, Self>,
    ) -> Result<Tensor> {
        batch.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, batch.covered())?;
        let y = ops::attention::reference::attention(cache, batch, &args)?;
        cache.write(args.layer, args.k, args.v, batch.ring_writes())?;
        Ok(y)
    }

    fn swiglu(&self, x: &Tensor, gate: &Tensor, up: &Tensor) -> Result<Tensor> {
        ops::swiglu::check(self.shape(x), self.shape(gate), self.shape(up))?;
        ops::swiglu::reference::swiglu(x, gate, up)
    }

    fn loop_output(
        &self,
        cache: &mut ReferenceCache,
        batch: &CheckedBatch,
        args: LoopOutput<'_, Self>,
    ) -> Result<Tensor> {
        batch.expect_cache(&cache.shape)?;
        args.check(self, &cache.shape, batch.rows.len())?;
        ops::loop_output::reference::loop_output(cache, batch, args)
    }
}
