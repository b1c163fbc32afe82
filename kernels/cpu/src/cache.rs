use half::{bf16, f16};

use super::Matrix;
use super::packed::TILE;
use crate::error::Result;
use crate::kv::{KvDType, KvShape};
use crate::q8_0::{self, BLOCK, Block};

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
/// they are. Scales of blocks lie as the numbers do, one instead of 32.
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
    Q8_0 { quants: Vec<i8>, scales: Vec<bf16> },
}

/// Where a vector is: one of some that lie side by side, number by number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// Vectors before all of these.
    before: usize,
    lane: usize,
    lanes: usize,
}

/// Where vectors that lie side by side begin in memory.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Start {
    pub numbers: *const u8,
    /// Of blocks, where there are any.
    pub scales: *const u8,
}

impl Start {
    pub fn floats<T>(numbers: &[T]) -> Self {
        Self { numbers: numbers.as_ptr().cast(), scales: std::ptr::null() }
    }
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
                KvDType::Q8_0 => Numbers::Q8_0 {
                    quants: shape.zeros(elements)?,
                    scales: shape.zeros(elements / BLOCK)?,
                },
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
        let slots = self.shape.slots;
        let first = slot / TILE * TILE;
        let before = kv_head * slots + first;
        Place { before, lane: slot - first, lanes: TILE.min(slots - first) }
    }

    /// Where one head's value of a slot is.
    pub(crate) fn value(&self, slot: usize, kv_head: usize) -> Place {
        Place { before: kv_head * self.shape.slots + slot, lane: 0, lanes: 1 }
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
        let layer = |kv: &LayerKv| kv.keys.bytes() + kv.values.bytes();
        self.layers.iter().map(layer).sum::<usize>() + size_of_val(self.carries.as_slice())
    }

    /// Rounds values as storing them would.
    pub(crate) fn round(&self, values: &mut [f32]) {
        match self.shape.dtype {
            KvDType::F32 => {}
            KvDType::F16 => values.iter_mut().for_each(|x| *x = f16::from_f32(*x).to_f32()),
            KvDType::BF16 => values.iter_mut().for_each(|x| *x = bf16::from_f32(*x).to_f32()),
            KvDType::Q8_0 => q8_0::round(values),
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

impl Place {
    /// The numbers of this vector, or its scales, among those of all: so many of each.
    fn of<T>(self, all: &[T], width: usize) -> impl Iterator<Item = &T> {
        all[self.before * width + self.lane..].iter().step_by(self.lanes)
    }

    fn of_mut<T>(self, all: &mut [T], width: usize) -> impl Iterator<Item = &mut T> {
        all[self.before * width + self.lane..].iter_mut().step_by(self.lanes)
    }
}

impl Numbers {
    pub fn bytes(&self) -> usize {
        match self {
            Self::F32(numbers) => size_of_val(numbers.as_slice()),
            Self::F16(numbers) => size_of_val(numbers.as_slice()),
            Self::BF16(numbers) => size_of_val(numbers.as_slice()),
            Self::Q8_0 { quants, scales } => {
                size_of_val(quants.as_slice()) + size_of_val(scales.as_slice())
            }
        }
    }

    /// Where the vectors beside this one begin, of so many numbers each.
    pub fn start(&self, place: Place, width: usize) -> Start {
        let first = place.before * width;
        match self {
            Self::F32(numbers) => Start::floats(&numbers[first..]),
            Self::F16(numbers) => Start::floats(&numbers[first..]),
            Self::BF16(numbers) => Start::floats(&numbers[first..]),
            Self::Q8_0 { quants, scales } => Start {
                numbers: quants[first..].as_ptr().cast(),
                scales: scales[first / BLOCK..].as_ptr().cast(),
            },
        }
    }

    /// Where this vector begins, of so many numbers.
    pub fn start_at(&self, place: Place, width: usize) -> Start {
        let start = self.start(place, width);
        let size = match self {
            Self::F32(_) => size_of::<f32>(),
            Self::F16(_) | Self::BF16(_) => size_of::<f16>(),
            Self::Q8_0 { .. } => size_of::<i8>(),
        };
        Start {
            numbers: start.numbers.wrapping_add(place.lane * size),
            scales: start.scales.wrapping_add(place.lane * size_of::<bf16>()),
        }
    }

    pub fn read(&self, place: Place, to: &mut [f32]) {
        fn read<T: Copy + Into<f32>>(from: &[T], place: Place, to: &mut [f32]) {
            for (from, to) in place.of(from, to.len()).zip(to) {
                *to = (*from).into();
            }
        }
        match self {
            Self::F32(numbers) => read(numbers, place, to),
            Self::F16(numbers) => read(numbers, place, to),
            Self::BF16(numbers) => read(numbers, place, to),
            Self::Q8_0 { quants, scales } => {
                let mut quants = place.of(quants, to.len());
                let scales = place.of(scales, to.len() / BLOCK);
                for (scale, to) in scales.zip(to.chunks_exact_mut(BLOCK)) {
                    for (to, quant) in to.iter_mut().zip(quants.by_ref()) {
                        *to = q8_0::number(*scale, *quant);
                    }
                }
            }
        }
    }

    fn write(&mut self, place: Place, from: &[f32]) {
        fn write<T>(to: &mut [T], place: Place, from: &[f32], round: fn(f32) -> T) {
            for (to, from) in place.of_mut(to, from.len()).zip(from) {
                *to = round(*from);
            }
        }
        match self {
            Self::F32(numbers) => write(numbers, place, from, |x| x),
            Self::F16(numbers) => write(numbers, place, from, f16::from_f32),
            Self::BF16(numbers) => write(numbers, place, from, bf16::from_f32),
            Self::Q8_0 { quants, scales } => {
                let mut quants = place.of_mut(quants, from.len());
                let scales = place.of_mut(scales, from.len() / BLOCK);
                for (scale, from) in scales.zip(from.as_chunks().0) {
                    let block = Block::new(from);
                    *scale = block.scale;
                    for (quant, to) in block.quants.into_iter().zip(quants.by_ref()) {
                        *to = quant;
                    }
                }
            }
        }
    }
}
