//! Attention as it is written: the keys that a row sees are gathered into a list, then softmax.

use std::ops::Range;

use candle_core::{Device, Result, Tensor};
use plt_backend::{AttentionInput, Batch, BatchSpan, KvShape, Window};

use crate::cache::ReferenceCache;
use crate::softmax::softmax;

/// y `[rows, heads · head_dim]`.
pub(crate) fn attention(
    cache: &ReferenceCache,
    batch: &Batch,
    layer: usize,
    heads: usize,
    input: &AttentionInput<Tensor>,
) -> Result<Tensor> {
    if batch.spans.is_empty() {
        return Ok(input.q.clone());
    }
    let args = Args { layer, heads, input };
    let spans = batch.spans.iter().map(|span| attend_span(cache, batch, &args, span));
    Tensor::cat(&spans.collect::<Result<Vec<_>>>()?, 0)
}

struct Args<'a> {
    layer: usize,
    heads: usize,
    input: &'a AttentionInput<Tensor>,
}

/// y of one span, `[len, heads · head_dim]`.
fn attend_span(
    cache: &ReferenceCache,
    batch: &Batch,
    args: &Args<'_>,
    span: &BatchSpan,
) -> Result<Tensor> {
    let kv = cache.shape();
    let rows = |x: &Tensor| x.narrow(0, span.first_row, span.len);
    let q = rows(&args.input.q)?;
    let positions = span.positions();

    let y_global = || {
        let slot = |position| batch.block_slot(span.sequence, position);
        let slots = (0..positions.end).map(slot).collect();
        let [k, v] = cache.gather(args.layer, slots)?;
        softmax_attention(kv, args.heads, &q, &k, &v, |row| 0..positions.start + row + 1)
    };
    let y_local = |window: &Window| {
        let (k, v, oldest) = local_keys(cache, args, span, window)?;
        softmax_attention(kv, args.heads, &q, &k, &v, |row| {
            let position = positions.start + row;
            window.oldest(position) - oldest..position + 1 - oldest
        })
    };
    let (y_global, y_local, gate) = match (&span.window, &args.input.gate) {
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
    y.reshape((span.len, args.heads * kv.head_dim))
}

/// The span's own keys and values, preceded by those that its first row finds in the ring; and the
/// position of the first of them.
fn local_keys(
    cache: &ReferenceCache,
    args: &Args<'_>,
    span: &BatchSpan,
    window: &Window,
) -> Result<(Tensor, Tensor, usize)> {
    let oldest = window.oldest(span.start);
    let fresh = |x: &Tensor| cache.round(&x.narrow(0, span.first_row, span.len)?);
    let (k, v) = (fresh(&args.input.k)?, fresh(&args.input.v)?);
    if oldest == span.start {
        return Ok((k, v, oldest));
    }
    let slots = (oldest..span.start).map(|position| window.slot(position)).collect();
    let [ring_k, ring_v] = cache.gather(args.layer, slots)?;
    Ok((Tensor::cat(&[ring_k, k], 0)?, Tensor::cat(&[ring_v, v], 0)?, oldest))
}

/// softmax(q · kᵀ / √head_dim) · v, every row over the keys that it sees.
fn softmax_attention(
    kv: &KvShape,
    heads: usize,
    q: &Tensor,
    k: &Tensor,
    v: &Tensor,
    visible: impl Fn(usize) -> Range<usize>,
) -> Result<Tensor> {
    let (rows, keys) = (q.dim(0)?, k.dim(0)?);
    // Query head j reads key/value head j / (heads / kv_heads).
    let group = heads / kv.kv_heads;
    let kv_head: Vec<u32> = (0..heads).map(|j| (j / group) as u32).collect();
    let kv_head = Tensor::new(kv_head, &Device::Cpu)?;
    let per_head = |x: &Tensor| -> Result<Tensor> {
        let x = x.reshape((keys, kv.kv_heads, kv.head_dim))?.index_select(&kv_head, 1)?;
        x.transpose(0, 1)?.contiguous()
    };
    let q = (q / (kv.head_dim as f64).sqrt())?;
    let q = q.reshape((rows, heads, kv.head_dim))?.transpose(0, 1)?.contiguous()?;
    let (k, v) = (per_head(k)?, per_head(v)?); // [heads, keys, head_dim]

    let scores = q.matmul(&k.transpose(1, 2)?)?; // [heads, rows, keys]
    let weights = softmax(&scores, (0..rows).map(visible).collect())?;
    let y = weights.matmul(&v)?; // [heads, rows, head_dim]
    y.transpose(0, 1)?.contiguous()?.reshape((rows, heads * kv.head_dim))
}
