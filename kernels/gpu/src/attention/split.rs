//! Split-KV attention: partial results of one part of the keys.

use cubecl::prelude::*;
use plt_backend::KvDType;
use plt_backend::q8_0::BLOCK;

use super::Shape;
use crate::batch::plan::{head, item, source, tile_row};
use crate::device::numbers;

/// Dequantizes words of a block with this scale.
#[cube]
fn unpack<N: Size, W: Size>(
    words: Vector<u32, W>,
    scale: f32,
    #[comptime] shape: Shape,
) -> Vector<f32, N> {
    let mut values = Vector::<f32, N>::new(0.0f32);
    #[unroll]
    for i in 0..shape.vector {
        let value = match comptime!(shape.dtype) {
            KvDType::F32 => f32::reinterpret(words.extract(i)),
            KvDType::Q8_0 => numbers::q8_number(words.extract(0usize), i, scale),
            _ => numbers::half_of_word(
                words.extract(comptime!(i / 2)),
                comptime!(i % 2),
                shape.dtype,
            ),
        };
        values.insert(i, value);
    }
    values
}

/// The numbers of a vector, rounded as the cache stores them.
#[cube]
fn round<N: Size>(x: &[Vector<f32, N>], at: usize, #[comptime] shape: Shape) -> Vector<f32, N> {
    let mut largest = 0u32.runtime();
    if comptime!(shape.dtype == KvDType::Q8_0) {
        let block = comptime!(BLOCK / shape.vector);
        for i in 0..block {
            let numbers = x[at / block * block + i];
            #[unroll]
            for lane in 0..shape.vector {
                largest = u32::max(largest, numbers::magnitude_bits(numbers.extract(lane)));
            }
        }
    }
    let mut values = Vector::<f32, N>::new(0.0f32);
    #[unroll]
    for i in 0..shape.vector {
        values.insert(i, numbers::round_to(x[at].extract(i), largest, shape.dtype));
    }
    values
}

/// Loads keys, or `values`, of the positions `from..end` of a part into shared memory.
#[cube]
#[allow(clippy::too_many_arguments)]
fn load<N: Size, W: Size>(
    tile: &mut Shared<[Vector<f32, N>]>,
    pass: &[Vector<f32, N>],
    kv: &[Vector<u32, W>],
    plan: &[u32],
    part: usize,
    from: usize,
    end: usize,
    kv_head: usize,
    slots: usize,
    block_size: usize,
    #[comptime] values: bool,
    #[comptime] shape: Shape,
) {
    let vectors = comptime!(shape.vectors());
    let blocks = plan[part + item::SOURCE] == comptime!(source::BLOCKS);
    let mut at = UNIT_POS as usize;
    while at < comptime!(shape.keys * shape.vectors()) {
        let key = at / vectors;
        let vector = at % vectors;
        let position = from + key;
        let mut numbers = Vector::<f32, N>::new(0.0f32);
        if position < end {
            let mut row = 0usize.runtime();
            let mut slot = 0usize.runtime();
            let mut stored = true.runtime();
            if blocks {
                let tables = plan[comptime!(head::TABLES_AT)] as usize;
                let table = tables + plan[part + item::TABLE] as usize;
                let block = plan[table + position / block_size] as usize;
                slot = block * block_size + position % block_size;
            } else {
                let start = plan[part + item::SPAN] as usize;
                if position >= start {
                    stored = false;
                    row = plan[part + item::SPAN_ROW] as usize + position - start;
                } else {
                    slot = plan[part + item::RING] as usize
                        + position % plan[part + item::RING_LEN] as usize;
                }
            }
            if stored {
                let place = slot * shape.kv_heads + kv_head;
                let places = slots * shape.kv_heads;
                let mut scale = 0.0f32.runtime();
                if comptime!(shape.dtype == KvDType::Q8_0) {
                    let block = vector * shape.vector / BLOCK;
                    let at = 2 * places * vectors + place * comptime!(shape.head_dim / BLOCK);
                    let both = kv[at + block].extract(0usize);
                    let half = (both >> comptime!(16 * values as u32)) & 0xffffu32;
                    scale = numbers::f16_to_f32(half);
                }
                let at = (place + comptime!(values as usize) * places) * vectors + vector;
                numbers = unpack::<N, W>(kv[at], scale, shape);
            } else {
                let at = (row * shape.kv_heads + kv_head) * vectors + vector;
                numbers = round::<N>(pass, at, shape);
            }
        }
        tile[key * shape.stride() + vector] = numbers;
        at += shape.units;
    }
}

#[cube(launch_unchecked, create_dummy_kernel)]
#[allow(clippy::too_many_arguments)]
pub(super) fn gswa_split_kernel<N: Size, W: Size>(
    q: &[Vector<f32, N>],
    k: &[Vector<f32, N>],
    v: &[Vector<f32, N>],
    kv: &[Vector<u32, W>],
    plan: &[u32],
    partials: &mut [f32],
    block_size: usize,
    slots: usize,
    scale: f32,
    #[comptime] shape: Shape,
) {
    let cube = CUBE_POS;
    if cube < plan[comptime!(head::ITEMS)] as usize * shape.kv_heads {
        let part = head::LEN + cube / shape.kv_heads * item::LEN;
        let kv_head = cube % shape.kv_heads;
        let begin = plan[part + item::BEGIN] as usize;
        let end = plan[part + item::END] as usize;
        let tile_rows_at = plan[comptime!(head::TILE_ROWS_AT)] as usize;
        let first = tile_rows_at + plan[part + item::FIRST] as usize * tile_row::LEN;
        let group = comptime!(shape.group());
        let queries = plan[part + item::ROWS] as usize * group;
        let unit = UNIT_POS as usize;
        let vectors = comptime!(shape.vectors());

        let mut query =
            Shared::<[Vector<f32, N>]>::new_slice(comptime!(shape.queries * shape.vectors()));
        let mut tile =
            Shared::<[Vector<f32, N>]>::new_slice(comptime!(shape.keys * shape.stride()));
        let mut weights = Shared::<[f32]>::new_slice(comptime!(shape.queries * shape.keys));
        let mut largest = Shared::<[f32]>::new_slice(shape.queries);
        let mut total = Shared::<[f32]>::new_slice(shape.queries);
        let mut shrink = Shared::<[f32]>::new_slice(shape.queries);

        let mut at = unit;
        while at < queries * vectors {
            let j = at / vectors;
            let row = plan[first + j / group * tile_row::LEN + tile_row::ROW] as usize;
            let head = kv_head * group + j % group;
            query[at] = q[(row * shape.heads + head) * vectors + at % vectors];
            at += shape.units;
        }
        let mut j = unit;
        while j < queries {
            largest[j] = f32::min_value();
            total[j] = 0.0f32;
            j += shape.units;
        }

        // Scores: a unit has one key and some of the queries.
        let key = unit % shape.keys;
        let first_query = unit / shape.keys * comptime!(shape.score_queries());
        // Values: a unit has one vector of the head and some of the queries.
        let vector = unit % vectors;
        let first_value = unit / vectors * comptime!(shape.value_queries());
        let mut sums = Array::<Vector<f32, N>>::new(comptime!(shape.value_queries()));
        #[unroll]
        for i in 0..comptime!(shape.value_queries()) {
            sums[i] = Vector::<f32, N>::new(0.0f32);
        }

        let mut from = begin;
        while from < end {
            load::<N, W>(
                &mut tile, k, kv, plan, part, from, end, kv_head, slots, block_size, false, shape,
            );
            sync_cube();

            let mut scores = Array::<f32>::new(comptime!(shape.score_queries()));
            #[unroll]
            for i in 0..comptime!(shape.score_queries()) {
                scores[i] = 0.0f32;
            }
            for d in 0..vectors {
                let key = tile[key * shape.stride() + d];
                #[unroll]
                for i in 0..comptime!(shape.score_queries()) {
                    let j = usize::min(first_query + i, comptime!(shape.queries - 1));
                    let product = key * query[j * vectors + d];
                    #[unroll]
                    for lane in 0..shape.vector {
                        scores[i] += product.extract(lane);
                    }
                }
            }
            let position = from + key;
            #[unroll]
            for i in 0..comptime!(shape.score_queries()) {
                let j = first_query + i;
                if j < queries {
                    let row = first + j / group * tile_row::LEN;
                    let visible = position < end
                        && position >= plan[row + tile_row::OLDEST] as usize
                        && position <= plan[row + tile_row::NEWEST] as usize;
                    scores[i] = select(visible, scores[i] * scale, f32::min_value());
                    weights[j * shape.keys + key] = scores[i];
                }
            }
            sync_cube();

            let mut j = unit;
            while j < queries {
                let before = largest[j];
                let mut largest_now = before;
                for key in 0..shape.keys {
                    largest_now = f32::max(largest_now, weights[j * shape.keys + key]);
                }
                largest[j] = largest_now;
                shrink[j] = f32::exp(before - largest_now);
                j += shape.units;
            }
            sync_cube();

            #[unroll]
            for i in 0..comptime!(shape.score_queries()) {
                let j = first_query + i;
                if j < queries {
                    // A row without a visible key so far has no largest score. NaN scores count as
                    // visible, so that they show in the result; on some devices NaN is neither equal
                    // nor unequal to anything.
                    let unseen = scores[i] == f32::min_value();
                    let weight = f32::exp(scores[i] - largest[j]);
                    weights[j * shape.keys + key] = select(unseen, 0.0f32, weight);
                }
            }
            load::<N, W>(
                &mut tile, v, kv, plan, part, from, end, kv_head, slots, block_size, true, shape,
            );
            sync_cube();

            let mut j = unit;
            while j < queries {
                let mut sum = total[j] * shrink[j];
                for key in 0..shape.keys {
                    sum += weights[j * shape.keys + key];
                }
                total[j] = sum;
                j += shape.units;
            }
            if first_value < queries {
                #[unroll]
                for i in 0..comptime!(shape.value_queries()) {
                    let j = usize::min(first_value + i, comptime!(shape.queries - 1));
                    sums[i] *= Vector::<f32, N>::new(shrink[j]);
                }
                for key in 0..shape.keys {
                    let value = tile[key * shape.stride() + vector];
                    #[unroll]
                    for i in 0..comptime!(shape.value_queries()) {
                        let j = usize::min(first_value + i, comptime!(shape.queries - 1));
                        sums[i] += value * Vector::<f32, N>::new(weights[j * shape.keys + key]);
                    }
                }
            }
            sync_cube();
            from += shape.keys;
        }

        #[unroll]
        for i in 0..comptime!(shape.value_queries()) {
            let j = first_value + i;
            if j < queries && i < comptime!(shape.value_queries()) {
                let row = first + j / group * tile_row::LEN;
                let partial =
                    plan[row + tile_row::PARTIAL] as usize + plan[part + item::PART] as usize;
                let head = kv_head * group + j % group;
                let at = (partial * shape.heads + head) * comptime!(shape.partial());
                #[unroll]
                for lane in 0..shape.vector {
                    partials[at + vector * shape.vector + lane] = sums[i].extract(lane);
                }
                if vector == 0 {
                    partials[at + shape.head_dim] = largest[j];
                    partials[at + shape.head_dim + 1] = total[j];
                }
            }
        }
    }
}
