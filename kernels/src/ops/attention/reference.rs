//! Every key that a row may see is gathered into a list, then softmax as it is written: the
//! largest score first, the exponentials next, their sum last.

use candle_core::{D, Device, Tensor};

use super::{Attention, AttentionSpan, Window};
use crate::error::Result;
use crate::kv::KvShape;
use crate::reference::{Reference, ReferenceCache};

pub(crate) fn attention(cache: &ReferenceCache, args: Attention<'_, Reference>) -> Result<Tensor> {
    let spans = args.spans.iter().map(|span| attend_span(cache, &args, span));
    Ok(Tensor::cat(&spans.collect::<Result<Vec<_>>>()?, 0)?)
}

/// y of one span, `[len, heads · head_dim]`.
fn attend_span(
    cache: &ReferenceCache,
    args: &Attention<'_, Reference>,
    span: &AttentionSpan,
) -> Result<Tensor> {
    let kv = cache.shape();
    let rows = |x: &Tensor| x.narrow(0, span.first_row, span.len);
    let q = rows(args.q)?;
    let positions = span.start..span.start + span.len;

    let y_global = || {
        let table = args.block_tables[span.sequence];
        let slots = span.page_slots(table, args.block_size).collect();
        let [k, v] = cache.gather(args.layer, slots)?;
        softmax_attention(kv, args.heads, &q, &k, &v, |row, key| key <= positions.start + row)
    };
    let y_local = |window: &Window| {
        let (k, v, oldest) = local_keys(cache, args, span, window)?;
        softmax_attention(kv, args.heads, &q, &k, &v, |row, key| {
            let (position, key) = (positions.start + row, oldest + key);
            (window.oldest(position)..=position).contains(&key)
        })
    };
    let (y_global, y_local, gate) = match (&span.window, args.gate) {
        (None, _) => return y_global(),
        (Some(window), None) => return y_local(window),
        (Some(window), Some(gate)) => (y_global()?, y_local(window)?, gate),
    };

    // y = g · y_global + (1 - g) · y_local, head by head.
    let by_head = (span.len, args.heads, kv.head_dim);
    let g = rows(gate)?.unsqueeze(2)?;
    let not_g = (1.0 - &g)?;
    let y = (y_global.reshape(by_head)?.broadcast_mul(&g)?
        + y_local.reshape(by_head)?.broadcast_mul(&not_g)?)?;
    Ok(y.reshape((span.len, args.heads * kv.head_dim))?)
}

/// The span's own keys and values, preceded by those that its first row finds in the ring; and the
/// position of the first of them.
fn local_keys(
    cache: &ReferenceCache,
    args: &Attention<'_, Reference>,
    span: &AttentionSpan,
    window: &Window,
) -> Result<(Tensor, Tensor, usize)> {
    let oldest = window.oldest(span.start);
    let fresh = |x: &Tensor| cache.round(args.layer, &x.narrow(0, span.first_row, span.len)?);
    let (k, v) = (fresh(args.k)?, fresh(args.v)?);
    if oldest == span.start {
        return Ok((k, v, oldest));
    }
    let slots = (oldest..span.start).map(|position| window.slot(position)).collect();
    let [ring_k, ring_v] = cache.gather(args.layer, slots)?;
    Ok((Tensor::cat(&[ring_k, k], 0)?, Tensor::cat(&[ring_v, v], 0)?, oldest))
}

/// softmax(q · kᵀ / √head_dim) · v over the keys that `sees(row, key)` lets through.
fn softmax_attention(
    kv: &KvShape,
    heads: usize,
    q: &Tensor,
    k: &Tensor,
    v: &Tensor,
    sees: impl Fn(usize, usize) -> bool,
) -> Result<Tensor> {
    let (rows, keys) = (q.dim(0)?, k.dim(0)?);
    // Query head j reads key/value head j / (heads / kv_heads).
    let group = heads / kv.kv_heads;
    let kv_head: Vec<u32> = (0..heads).map(|j| (j / group) as u32).collect();
    let kv_head = Tensor::new(kv_head, &Device::Cpu)?;
    let per_head = |x: &Tensor| -> Result<Tensor> {
        let x = x.reshape((keys, kv.kv_heads, kv.head_dim))?.index_select(&kv_head, 1)?;
        Ok(x.transpose(0, 1)?.contiguous()?)
    };
    let q = q.reshape((rows, heads, kv.head_dim))?.transpose(0, 1)?.contiguous()?;
    let (k, v) = (per_head(k)?, per_head(v)?); // [heads, keys, head_dim]

    let scores = (q.matmul(&k.transpose(1, 2)?)? / (kv.head_dim as f64).sqrt())?;
    let mask: Vec<f32> = (0..rows * keys)
        .map(|i| if sees(i / keys, i % keys) { 0.0 } else { f32::NEG_INFINITY })
        .collect();
    let scores = scores.broadcast_add(&Tensor::from_vec(mask, (rows, keys), &Device::Cpu)?)?;
    let largest = scores.max_keepdim(D::Minus1)?.detach();
    let exponentials = scores.broadcast_sub(&largest)?.exp()?;
    let weights = exponentials.broadcast_div(&exponentials.sum_keepdim(D::Minus1)?)?;
    let y = weights.matmul(&v)?; // [heads, rows, head_dim]
    Ok(y.transpose(0, 1)?.contiguous()?.reshape((rows, heads * kv.head_dim))?)
}
