use half::{bf16, f16};

use super::Matrix;
use super::packed::TILE;
use crate::error::Result;
use crate::kv::{KvDType, KvShape};

/// Keys, values and carries in host memory.
#[derive(Debug)]
pub struct CpuCache {
    pub(super) shape: KvShape,
    layers: Vec<LayerKv>,
    pub(crate) carries: Vec<f32>,
}

/// One layer's keys and values.
///
/// Values lie as `[kv_heads, slots, head_dim]`: a walk is one head's, and finds the slots of a page
/// side by side. Keys are read the other way round, sixteen of them at a time: `[kv_heads,
/// slots / 16, head_dim, 16]`. The last slots may be fewer than sixteen, and take no more room than
/// they are.
#[derive(Debug)]
pub(crate) struct LayerKv {
    pub keys: Numbers,
    pub values: Numbers,
}

/// Numbers of the cache's type.
#[derive(Debug)]
pub(crate) enum Numbers {
    F32(Vec<f32>),
    F16(Vec<f16>),
    BF16(Vec<bf16>),
}

/// Where the numbers of a vector are: the first one, and how far apart they are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub first: usize,
    pub stride: usize,
}

impl CpuCache {
    pub(super) fn new(shape: KvShape) -> Result<Self> {
        shape.check()?;
        let elements = shape.layer_elements()?;
        let zeros = || -> Result<Numbers> {
            Ok(match shape.dtype {
                KvDType::F32 => Numbers::F32(shape.zeros(elements)?),
                KvDType::F16 => Numbers::F16(shape.zeros(elements)?),
                KvDType::BF16 => Numbers::BF16(shape.zeros(elements)?),
            })
        };
        let layer = |_| Ok(LayerKv { keys: zeros()?, values: zeros()? });
        let layers = (0..shape.layers).map(layer).collect::<Result<_>>()?;
        let carries = shape.zeros(shape.carry_rows * shape.hidden)?;
        Ok(Self { shape, layers, carries })
    }

    pub(crate) fn shape(&self) -> &KvShape {
        &self.shape
    }

    pub(crate) fn layer(&self, layer: usize) -> &LayerKv {
        &self.layers[layer]
    }

    /// Where one head's key of a slot is.
    pub(crate) fn key(&self, slot: usize, kv_head: usize) -> Place {
        let KvShape { slots, head_dim, .. } = self.shape;
        let first_slot = slot / TILE * TILE;
        let first = (kv_head * slots + first_slot) * head_dim + slot % TILE;
        Place { first, stride: TILE.min(slots - first_slot) }
    }

    /// Where one head's value of a slot is.
    pub(crate) fn value(&self, slot: usize, kv_head: usize) -> Place {
        let first = (kv_head * self.shape.slots + slot) * self.shape.head_dim;
        Place { first, stride: 1 }
    }

    /// Copies one head's key and value of a slot, as f32.
    pub(super) fn read(
        &self,
        layer: usize,
        slot: u32,
        kv_head: usize,
        key: &mut [f32],
        value: &mut [f32],
    ) {
        let LayerKv { keys, values } = &self.layers[layer];
        keys.read(self.key(slot as usize, kv_head), key);
        values.read(self.value(slot as usize, kv_head), value);
    }

    /// Bytes that this takes.
    pub(super) fn bytes(&self) -> usize {
        let layer = |kv: &LayerKv| kv.keys.bytes().len() + kv.values.bytes().len();
        self.layers.iter().map(layer).sum::<usize>() + size_of_val(self.carries.as_slice())
    }

    /// Rounds values as storing them would.
    pub(crate) fn round(&self, values: &mut [f32]) {
        match self.shape.dtype {
            KvDType::F32 => {}
            KvDType::F16 => values.iter_mut().for_each(|x| *x = f16::from_f32(*x).to_f32()),
            KvDType::BF16 => values.iter_mut().for_each(|x| *x = bf16::from_f32(*x).to_f32()),
        }
    }

    /// Stores keys and values of these rows in these slots, rounded to the cache's type.
    pub(crate) fn write(
        &mut self,
        layer: usize,
        k: &Matrix,
        v: &Matrix,
        writes: impl Iterator<Item = (usize, u32)>,
    ) {
        let head_dim = self.shape.head_dim;
        for (row, slot) in writes {
            let heads = k
                .row(row)
                .chunks_exact(head_dim)
                .zip(v.row(row).chunks_exact(head_dim))
                .enumerate();
            for (head, (k, v)) in heads {
                let key = self.key(slot as usize, head);
                let value = self.value(slot as usize, head);
                self.layers[layer].keys.write(key, k);
                self.layers[layer].values.write(value, v);
            }
        }
    }
}

impl Numbers {
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::F32(numbers) => bytemuck::cast_slice(numbers),
            Self::F16(numbers) => bytemuck::cast_slice(numbers),
            Self::BF16(numbers) => bytemuck::cast_slice(numbers),
        }
    }

    pub fn read(&self, place: Place, to: &mut [f32]) {
        fn read<T: Copy + Into<f32>>(from: &[T], place: Place, to: &mut [f32]) {
            for (from, to) in from[place.first..].iter().step_by(place.stride).zip(to) {
                *to = (*from).into();
            }
        }
        match self {
            Self::F32(numbers) => read(numbers, place, to),
            Self::F16(numbers) => read(numbers, place, to),
            Self::BF16(numbers) => read(numbers, place, to),
        }
    }

    fn write(&mut self, place: Place, from: &[f32]) {
        fn write<T>(to: &mut [T], place: Place, from: &[f32], round: fn(f32) -> T) {
            for (to, from) in to[place.first..].iter_mut().step_by(place.stride).zip(from) {
                *to = round(*from);
            }
        }
        match self {
            Self::F32(numbers) => write(numbers, place, from, |x| x),
            Self::F16(numbers) => write(numbers, place, from, f16::from_f32),
            Self::BF16(numbers) => write(numbers, place, from, bf16::from_f32),
        }
    }
}
