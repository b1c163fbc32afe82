use candle_core::{DType, Device, Result, Tensor};
use half::{bf16, f16};
use plt_backend::{CachePart, KvDType, KvShape, q8_0};

/// KV cache and carries as candle tensors. A write replaces a tensor by a new one.
#[derive(Debug, Clone)]
pub struct ReferenceCache {
    shape: KvShape,
    /// For every layer keys and values, `[slots, kv_heads · head_dim]`; in q8_0 the bytes of their
    /// blocks, through which no gradient flows.
    layers: Vec<[Tensor; 2]>,
    /// `[carry_rows, hidden]`
    carries: Tensor,
}

impl ReferenceCache {
    pub(crate) fn new(shape: KvShape) -> plt_backend::Result<Self> {
        let (slots, width) = (shape.slots, shape.kv_heads * shape.head_dim);
        let elements = shape.layer_elements()?;
        let tensor = |tensor: Result<Tensor>| tensor.map_err(crate::library);
        let zeros = || match shape.dtype {
            KvDType::Q8_0 => {
                let width = width / q8_0::BLOCK * q8_0::BYTES;
                let bytes = shape.zeros::<u8>(slots * width)?;
                tensor(Tensor::from_vec(bytes, (slots, width), &Device::Cpu))
            }
            KvDType::F32 => {
                let zeros = shape.zeros::<f32>(elements)?;
                tensor(Tensor::from_vec(zeros, (slots, width), &Device::Cpu))
            }
            KvDType::F16 => {
                let zeros = shape.zeros::<f16>(elements)?;
                tensor(Tensor::from_vec(zeros, (slots, width), &Device::Cpu))
            }
            KvDType::BF16 => {
                let zeros = shape.zeros::<bf16>(elements)?;
                tensor(Tensor::from_vec(zeros, (slots, width), &Device::Cpu))
            }
        };
        let layer = |_| Ok([zeros()?, zeros()?]);
        let layers = (0..shape.layers).map(layer).collect::<plt_backend::Result<_>>()?;
        let carries = shape.zeros::<f32>(shape.carry_rows * shape.hidden)?;
        let size = (shape.carry_rows, shape.hidden);
        let carries = tensor(Tensor::from_vec(carries, size, &Device::Cpu))?;
        Ok(Self { shape, layers, carries })
    }

    pub(crate) fn shape(&self) -> &KvShape {
        &self.shape
    }

    pub(crate) fn bytes(&self) -> usize {
        let tensors = self.layers.iter().flatten().chain([&self.carries]);
        tensors.map(|tensor| tensor.elem_count() * tensor.dtype().size_in_bytes()).sum()
    }

    pub(crate) fn carries(&self) -> &Tensor {
        &self.carries
    }

    /// Keys and values of these slots of a layer, f32 `[slots.len(), kv_heads · head_dim]`.
    pub(crate) fn gather(&self, layer: usize, slots: Vec<u32>) -> Result<[Tensor; 2]> {
        let slots = Tensor::new(slots, &Device::Cpu)?;
        let read = |stored: &Tensor| decode(&stored.index_select(&slots, 0)?, self.shape.dtype);
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

    /// Copies slots in all layers.
    pub(crate) fn copy_slots(&mut self, from: &[u32], to: &[u32]) -> Result<()> {
        for tensor in self.layers.iter_mut().flatten() {
            *tensor = copy_rows(tensor, from, to)?;
        }
        Ok(())
    }

    /// Copies carry rows.
    pub(crate) fn copy_carries(&mut self, from: &[u32], to: &[u32]) -> Result<()> {
        self.carries = copy_rows(&self.carries, from, to)?;
        Ok(())
    }

    /// The bytes of a part, as `plt_backend::CachePart` defines them.
    pub(crate) fn export(&self, part: CachePart<'_>) -> Result<Vec<u8>> {
        match part {
            CachePart::Slots { layer, slots } => {
                let slots = Tensor::new(slots, &Device::Cpu)?;
                let [k, v] = &self.layers[layer];
                bytes(&Tensor::cat(&[k.index_select(&slots, 0)?, v.index_select(&slots, 0)?], 1)?)
            }
            CachePart::Carries(rows) => {
                bytes(&self.carries.index_select(&Tensor::new(rows, &Device::Cpu)?, 0)?)
            }
        }
    }

    /// Stores the bytes of a part.
    pub(crate) fn import(&mut self, part: CachePart<'_>, bytes: &[u8]) -> Result<()> {
        match part {
            CachePart::Slots { layer, slots } => {
                let [k, v] = &self.layers[layer];
                let (dtype, width) = (k.dtype(), k.dim(1)?);
                let both = from_bytes(bytes, dtype, (slots.len(), 2 * width))?;
                let writes = || slots.iter().copied().enumerate();
                self.layers[layer] = [
                    replace_rows(k, &both.narrow(1, 0, width)?, writes())?,
                    replace_rows(v, &both.narrow(1, width, width)?, writes())?,
                ];
            }
            CachePart::Carries(rows) => {
                let values = from_bytes(bytes, DType::F32, (rows.len(), self.shape.hidden))?;
                self.write_carries(&values, rows.iter().copied().enumerate())?;
            }
        }
        Ok(())
    }
}

/// `stored` with row `place` replaced by row `row` of `rows` for every `(row, place)`: a selection
/// from both, so that gradients flow to the row that was selected.
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
    both.index_select(&Tensor::new(selection, &Device::Cpu)?, 0)
}

/// `stored` with row `to[i]` replaced by row `from[i]`.
fn copy_rows(stored: &Tensor, from: &[u32], to: &[u32]) -> Result<Tensor> {
    let mut selection: Vec<u32> = (0..stored.dim(0)? as u32).collect();
    from.iter().zip(to).for_each(|(from, to)| selection[*to as usize] = *from);
    stored.index_select(&Tensor::new(selection, &Device::Cpu)?, 0)
}

/// f32 `[rows, columns]` in the type of a cache.
fn encode(x: &Tensor, dtype: KvDType) -> Result<Tensor> {
    Ok(match dtype {
        KvDType::F32 => x.clone(),
        KvDType::F16 => x.to_dtype(DType::F16)?,
        KvDType::BF16 => x.to_dtype(DType::BF16)?,
        KvDType::Q8_0 => {
            let values: Vec<f32> = x.flatten_all()?.to_vec1()?;
            let (rows, columns) = x.dims2()?;
            let size = (rows, columns / q8_0::BLOCK * q8_0::BYTES);
            Tensor::from_vec(dtype.encode(&values), size, &Device::Cpu)?
        }
    })
}

/// The f32 values of what [`encode`] gives.
fn decode(stored: &Tensor, dtype: KvDType) -> Result<Tensor> {
    Ok(match dtype {
        KvDType::F32 | KvDType::F16 | KvDType::BF16 => stored.to_dtype(DType::F32)?,
        KvDType::Q8_0 => {
            let bytes: Vec<u8> = stored.flatten_all()?.to_vec1()?;
            let (rows, width) = stored.dims2()?;
            let size = (rows, width / q8_0::BYTES * q8_0::BLOCK);
            Tensor::from_vec(dtype.decode(&bytes), size, &Device::Cpu)?
        }
    })
}

/// The bytes of a tensor, little-endian.
fn bytes(tensor: &Tensor) -> Result<Vec<u8>> {
    let tensor = tensor.flatten_all()?;
    Ok(match tensor.dtype() {
        DType::F16 => tensor.to_vec1::<f16>()?.iter().flat_map(|x| x.to_le_bytes()).collect(),
        DType::BF16 => tensor.to_vec1::<bf16>()?.iter().flat_map(|x| x.to_le_bytes()).collect(),
        DType::F32 => tensor.to_vec1::<f32>()?.iter().flat_map(|x| x.to_le_bytes()).collect(),
        _ => tensor.to_vec1::<u8>()?,
    })
}

/// The tensor of these bytes.
fn from_bytes(bytes: &[u8], dtype: DType, size: (usize, usize)) -> Result<Tensor> {
    Tensor::from_raw_buffer(bytes, dtype, &[size.0, size.1], &Device::Cpu)
}
