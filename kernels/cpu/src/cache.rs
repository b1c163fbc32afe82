//! The KV cache and the carries in host memory.

use half::{bf16, f16};
use plt_backend::q8_0::{self, BLOCK, Block};
use plt_backend::{CachePart, KvDType, KvShape, Result};

use crate::device::Matrix;
use crate::simd::TILE;
use crate::threads::Pool;

/// The KV cache and the carries in host memory.
#[derive(Debug)]
pub struct CpuCache {
    shape: KvShape,
    layers: Vec<LayerKv>,
    /// `[carry_rows, hidden]`
    carries: Vec<f32>,
}

/// The keys and values of one layer.
///
/// Values are `[kv_heads, slots, head_dim]`: attention reads one head at a time, and the slots of a
/// block are side by side. Keys are transposed in sixteens: `[kv_heads, slots / 16, head_dim, 16]`. The
/// last vector may have fewer than sixteen slots, and takes no more room than they do. Scales of
/// q8_0 are laid out as the numbers are, one instead of 32.
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
    Q8_0 { quants: Vec<i8>, scales: Vec<f16> },
}

/// The place of a vector: a lane among vectors that are interleaved number by number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// Vectors before the interleaved ones.
    before: usize,
    lane: usize,
    lanes: usize,
}

/// The start of interleaved vectors in memory.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Start {
    pub numbers: *const u8,
    /// The scales of q8_0.
    pub scales: *const u8,
}

impl Start {
    pub fn floats<T>(numbers: &[T]) -> Self {
        Self { numbers: numbers.as_ptr().cast(), scales: std::ptr::null() }
    }
}

impl CpuCache {
    pub(crate) fn new(shape: KvShape) -> Result<Self> {
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

    /// One carry row.
    pub(crate) fn carry(&self, row: u32) -> &[f32] {
        let hidden = self.shape.hidden;
        &self.carries[row as usize * hidden..][..hidden]
    }

    /// One carry row.
    pub(crate) fn carry_mut(&mut self, row: u32) -> &mut [f32] {
        let hidden = self.shape.hidden;
        &mut self.carries[row as usize * hidden..][..hidden]
    }

    /// The place of one head's key of a slot.
    pub(crate) fn key(&self, slot: usize, kv_head: usize) -> Place {
        Place::of_key(&self.shape, slot, kv_head)
    }

    /// The place of one head's value of a slot.
    pub(crate) fn value(&self, slot: usize, kv_head: usize) -> Place {
        Place::of_value(&self.shape, slot, kv_head)
    }

    /// Bytes of the cache.
    pub(crate) fn bytes(&self) -> usize {
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

    /// Copies slots in all layers, one layer per task.
    pub(crate) fn copy_slots(&mut self, pool: &Pool, from: &[u32], to: &[u32]) {
        let shape = self.shape;
        pool.chunks(&mut self.layers, 1, |_, layers| {
            for LayerKv { keys, values } in layers {
                for (from, to) in from.iter().zip(to) {
                    for head in 0..shape.kv_heads {
                        let place = |slot: &u32| Place::of_key(&shape, *slot as usize, head);
                        keys.copy(place(from), place(to), shape.head_dim);
                        let place = |slot: &u32| Place::of_value(&shape, *slot as usize, head);
                        values.copy(place(from), place(to), shape.head_dim);
                    }
                }
            }
        });
    }

    /// Copies carry rows.
    pub(crate) fn copy_carries(&mut self, from: &[u32], to: &[u32]) {
        let hidden = self.shape.hidden;
        for (from, to) in from.iter().zip(to) {
            let from = *from as usize * hidden;
            self.carries.copy_within(from..from + hidden, *to as usize * hidden);
        }
    }

    /// The bytes of a part, as [`CachePart`] defines them.
    pub(crate) fn export(&self, part: CachePart<'_>) -> Vec<u8> {
        let KvShape { kv_heads, head_dim, .. } = self.shape;
        let mut bytes = Vec::new();
        match part {
            CachePart::Slots { layer, slots } => {
                let LayerKv { keys, values } = &self.layers[layer];
                for slot in slots.iter().map(|slot| *slot as usize) {
                    (0..kv_heads)
                        .for_each(|head| keys.export(self.key(slot, head), head_dim, &mut bytes));
                    (0..kv_heads).for_each(|head| {
                        values.export(self.value(slot, head), head_dim, &mut bytes);
                    });
                }
            }
            CachePart::Carries(rows) => {
                let numbers = rows.iter().flat_map(|row| self.carry(*row));
                bytes.extend(numbers.flat_map(|x| x.to_le_bytes()));
            }
        }
        bytes
    }

    /// Stores the bytes of a part.
    pub(crate) fn import(&mut self, part: CachePart<'_>, bytes: &[u8]) {
        let shape = self.shape;
        match part {
            CachePart::Slots { layer, slots } => {
                let LayerKv { keys, values } = &mut self.layers[layer];
                let slot_bytes = bytes.len() / slots.len().max(1);
                let head_bytes = slot_bytes / shape.kv_heads / 2;
                let heads = bytes.chunks_exact(head_bytes.max(1));
                let places = slots.iter().flat_map(|slot| {
                    let slot = *slot as usize;
                    let head = move |head| (slot, head);
                    (0..2 * shape.kv_heads).map(head)
                });
                for ((slot, head), bytes) in places.zip(heads) {
                    match head.checked_sub(shape.kv_heads) {
                        None => keys.import(Place::of_key(&shape, slot, head), bytes),
                        Some(head) => values.import(Place::of_value(&shape, slot, head), bytes),
                    }
                }
            }
            CachePart::Carries(rows) => {
                let bytes = bytes.chunks_exact(shape.hidden * size_of::<f32>());
                for (row, bytes) in rows.iter().zip(bytes) {
                    let numbers = bytes.as_chunks().0.iter().map(|x| f32::from_le_bytes(*x));
                    self.carry_mut(*row).iter_mut().zip(numbers).for_each(|(to, x)| *to = x);
                }
            }
        }
    }
}

impl Place {
    fn of_key(shape: &KvShape, slot: usize, kv_head: usize) -> Self {
        let first = slot / TILE * TILE;
        let before = kv_head * shape.slots + first;
        Self { before, lane: slot - first, lanes: TILE.min(shape.slots - first) }
    }

    fn of_value(shape: &KvShape, slot: usize, kv_head: usize) -> Self {
        Self { before: kv_head * shape.slots + slot, lane: 0, lanes: 1 }
    }

    /// The numbers of this vector, or its scales, among those of all vectors of `width` numbers.
    fn of<T>(self, all: &[T], width: usize) -> impl Iterator<Item = &T> {
        all[self.before * width + self.lane..].iter().step_by(self.lanes)
    }

    fn of_mut<T>(self, all: &mut [T], width: usize) -> impl Iterator<Item = &mut T> {
        all[self.before * width + self.lane..].iter_mut().step_by(self.lanes)
    }

    /// The index of one number of this vector.
    fn index(self, width: usize, number: usize) -> usize {
        self.before * width + self.lane + number * self.lanes
    }
}

impl Numbers {
    fn bytes(&self) -> usize {
        match self {
            Self::F32(numbers) => size_of_val(numbers.as_slice()),
            Self::F16(numbers) => size_of_val(numbers.as_slice()),
            Self::BF16(numbers) => size_of_val(numbers.as_slice()),
            Self::Q8_0 { quants, scales } => {
                size_of_val(quants.as_slice()) + size_of_val(scales.as_slice())
            }
        }
    }

    /// The start of the vectors of `width` numbers that this one is interleaved with.
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

    /// The first number of this vector.
    pub fn start_at(&self, place: Place, width: usize) -> Start {
        let start = self.start(place, width);
        let size = match self {
            Self::F32(_) => size_of::<f32>(),
            Self::F16(_) | Self::BF16(_) => size_of::<f16>(),
            Self::Q8_0 { .. } => size_of::<i8>(),
        };
        Start {
            numbers: start.numbers.wrapping_add(place.lane * size),
            scales: start.scales.wrapping_add(place.lane * size_of::<f16>()),
        }
    }

    /// Copies a vector out, as f32.
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
            Self::Q8_0 { .. } => {
                let blocks = from.as_chunks().0.iter().map(Block::new);
                self.write_blocks(place, from.len(), blocks);
            }
        }
    }

    /// Copies a vector of `width` numbers to another place.
    fn copy(&mut self, from: Place, to: Place, width: usize) {
        fn copy<T: Copy>(all: &mut [T], from: Place, to: Place, width: usize) {
            for number in 0..width {
                all[to.index(width, number)] = all[from.index(width, number)];
            }
        }
        match self {
            Self::F32(numbers) => copy(numbers, from, to, width),
            Self::F16(numbers) => copy(numbers, from, to, width),
            Self::BF16(numbers) => copy(numbers, from, to, width),
            Self::Q8_0 { quants, scales } => {
                copy(quants, from, to, width);
                copy(scales, from, to, width / BLOCK);
            }
        }
    }

    /// Appends the bytes of a vector of `width` numbers.
    fn export(&self, place: Place, width: usize, bytes: &mut Vec<u8>) {
        match self {
            Self::F32(all) => {
                bytes.extend(place.of(all, width).take(width).flat_map(|x| x.to_le_bytes()))
            }
            Self::F16(all) => {
                bytes.extend(place.of(all, width).take(width).flat_map(|x| x.to_le_bytes()))
            }
            Self::BF16(all) => {
                bytes.extend(place.of(all, width).take(width).flat_map(|x| x.to_le_bytes()))
            }
            Self::Q8_0 { quants, scales } => {
                let mut quants = place.of(quants, width);
                for scale in place.of(scales, width / BLOCK).take(width / BLOCK) {
                    bytes.extend(scale.to_le_bytes());
                    bytes.extend(quants.by_ref().take(BLOCK).map(|quant| *quant as u8));
                }
            }
        }
    }

    /// Stores the bytes of a vector.
    fn import(&mut self, place: Place, bytes: &[u8]) {
        fn write<T, const N: usize>(
            to: &mut [T],
            place: Place,
            bytes: &[u8],
            read: fn([u8; N]) -> T,
        ) {
            let numbers = bytes.as_chunks().0;
            for (to, bytes) in place.of_mut(to, numbers.len()).zip(numbers) {
                *to = read(*bytes);
            }
        }
        match self {
            Self::F32(numbers) => write(numbers, place, bytes, f32::from_le_bytes),
            Self::F16(numbers) => write(numbers, place, bytes, f16::from_le_bytes),
            Self::BF16(numbers) => write(numbers, place, bytes, bf16::from_le_bytes),
            Self::Q8_0 { .. } => {
                let blocks = bytes.as_chunks().0;
                let width = blocks.len() * BLOCK;
                self.write_blocks(place, width, blocks.iter().map(Block::from_bytes));
            }
        }
    }

    /// Stores the blocks of a vector of `width` numbers in q8_0.
    fn write_blocks(&mut self, place: Place, width: usize, blocks: impl Iterator<Item = Block>) {
        let Self::Q8_0 { quants, scales } = self else { return };
        let mut quants = place.of_mut(quants, width);
        for (scale, block) in place.of_mut(scales, width / BLOCK).zip(blocks) {
            *scale = block.scale;
            for (quant, to) in block.quants.into_iter().zip(quants.by_ref()) {
                *to = quant;
            }
        }
    }
}
