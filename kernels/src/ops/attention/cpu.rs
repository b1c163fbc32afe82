//! One walk over the keys of a span serves all its rows and all query heads of a key/value head;
//! softmax is taken along the way (online): a larger score scales down what was summed so far.

use rayon::prelude::*;

use super::Attention;
use crate::batch::{Batch, Span};
use crate::cpu::{Cpu, CpuCache, Matrix};
use crate::ops::linear::cpu::dot;

pub(crate) fn attention(cache: &CpuCache, batch: &Batch, args: &Attention<'_, Cpu>) -> Matrix {
    let kv = cache.shape();
    let tasks: Vec<(&Span, usize)> = batch
        .spans
        .iter()
        .flat_map(|span| (0..kv.kv_heads).map(move |head| (span, head)))
        .collect();
    let parts: Vec<Vec<f32>> = tasks
        .par_iter()
        .map(|(span, kv_head)| attend(cache, batch, args, span, *kv_head))
        .collect();

    let mut out = Matrix::zeros(args.q.rows, args.q.cols);
    let width = args.q.cols / kv.kv_heads;
    for ((span, kv_head), part) in tasks.iter().zip(parts) {
        for (offset, y) in part.chunks_exact(width).enumerate() {
            let start = (span.first_row + offset) * args.q.cols + kv_head * width;
            out.data[start..start + width].copy_from_slice(y);
        }
    }
    out
}

/// y of one span for the query heads of one key/value head, `[len, group · head_dim]`.
fn attend(
    cache: &CpuCache,
    batch: &Batch,
    args: &Attention<'_, Cpu>,
    span: &Span,
    kv_head: usize,
) -> Vec<f32> {
    let kv = cache.shape();
    let (width, group) = (kv.head_dim, args.heads / kv.kv_heads);
    let (mut key, mut value) = (vec![0.0; width], vec![0.0; width]);
    let query = |row: usize, head: usize| {
        &args.q.row(span.first_row + row)[(kv_head * group + head) * width..][..width]
    };
    let scale = 1.0 / (width as f32).sqrt();

    let mut global = vec![Softmax::new(width); span.len * group];
    if span.window.is_none() || args.gate.is_some() {
        for position in 0..span.positions().end {
            let slot = batch.page_slot(span.sequence, position);
            cache.read(args.layer, slot, kv_head, &mut key, &mut value);
            for row in position.saturating_sub(span.start)..span.len {
                for head in 0..group {
                    let score = dot(query(row, head), &key) * scale;
                    global[row * group + head].add(score, &value);
                }
            }
        }
    }
    let Some(window) = span.window else {
        return global.iter().flat_map(Softmax::result).collect();
    };

    let mut local = vec![Softmax::new(width); span.len * group];
    for position in window.oldest(span.start)..span.start + span.len {
        match position.checked_sub(span.start) {
            None => {
                let slot = window.slot(position);
                cache.read(args.layer, slot, kv_head, &mut key, &mut value);
            }
            Some(row) => {
                let head = kv_head * width..(kv_head + 1) * width;
                key.copy_from_slice(&args.k.row(span.first_row + row)[head.clone()]);
                value.copy_from_slice(&args.v.row(span.first_row + row)[head]);
                cache.round(&mut key);
                cache.round(&mut value);
            }
        }
        // The rows that see this position: from its own on, as far as the window reaches.
        let first = position.saturating_sub(span.start);
        let end = (position + window.keys).saturating_sub(span.start).min(span.len);
        for row in first..end {
            for head in 0..group {
                let score = dot(query(row, head), &key) * scale;
                local[row * group + head].add(score, &value);
            }
        }
    }
    let mut y: Vec<f32> = local.iter().flat_map(Softmax::result).collect();
    let Some(gate) = args.gate else { return y };
    // y = g · y_global + (1 - g) · y_local
    for (i, (y, global)) in y.chunks_exact_mut(width).zip(&global).enumerate() {
        let g = gate.row(span.first_row + i / group)[kv_head * group + i % group];
        for (y, global) in y.iter_mut().zip(global.result()) {
            *y = g * global + (1.0 - g) * *y;
        }
    }
    y
}

/// Softmax-weighted sum of values, one score at a time.
#[derive(Clone)]
struct Softmax {
    largest: f32,
    sum: f32,
    values: Vec<f32>,
}

impl Softmax {
    fn new(width: usize) -> Self {
        Self { largest: f32::NEG_INFINITY, sum: 0.0, values: vec![0.0; width] }
    }

    fn add(&mut self, score: f32, value: &[f32]) {
        if score > self.largest {
            let shrink = (self.largest - score).exp();
            self.sum *= shrink;
            self.values.iter_mut().for_each(|v| *v *= shrink);
            self.largest = score;
        }
        let weight = (score - self.largest).exp();
        self.sum += weight;
        for (sum, v) in self.values.iter_mut().zip(value) {
            *sum += weight * v;
        }
    }

    fn result(&self) -> impl Iterator<Item = f32> {
        self.values.iter().map(|v| v / self.sum)
    }
}
