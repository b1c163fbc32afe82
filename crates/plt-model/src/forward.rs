//! The one forward: it executes a pass, whatever the plan.
//!
//! Prefill, decode, batching and the number of loops are rows in the pass; weight types are the
//! backend's. The names are those of the PLT paper (arXiv 2510.24824): E embedding, B^(r) loop
//! input, h hidden, S^(r) what loop r hands on.

use plt_kernels::Backend;
use plt_kernels::ops::{Attention, Gate, GateInput, LoopInput, RingWrite, RotaryWrite};

use crate::batch::Batch;
use crate::config::Config;
use crate::error::Result;
use crate::trace::{Probe, Tracer};
use crate::weights::{Layer, LoopGate, Weights};

/// What one pass works on.
pub(crate) struct Forward<'a, B: Backend> {
    pub backend: &'a B,
    pub config: &'a Config,
    pub weights: &'a Weights<B>,
    pub batch: &'a Batch,
    /// For every sequence of the batch, the pages of loop 0.
    pub block_tables: &'a [&'a [u32]],
    pub block_size: usize,
    pub cache: &'a mut B::Cache,
    pub tracer: &'a mut dyn Tracer,
}

impl<B: Backend> Forward<'_, B> {
    /// Runs the pass; the logits `[batch.logits.len(), vocab]`, if any row wants them.
    pub fn run(mut self) -> Result<Option<B::Tensor>> {
        let (backend, config, batch) = (self.backend, self.config, self.batch);
        let weights = self.weights;

        // B^(0) = E; B^(r)_t = emb_scale · E_t + hidden_scale · S^(r-1)_{t - shift}
        let embeddings = backend.embed(&weights.embed, &batch.ids)?; // [rows, hidden]
        let mut h = backend.loop_input(
            self.cache,
            LoopInput {
                embeddings: &embeddings,
                rows: &batch.inputs,
                emb_scale: config.loops.emb_scale,
                hidden_scale: config.loops.hidden_scale,
            },
        )?;
        self.trace(Probe::LoopInput, &h)?;

        for (index, layer) in weights.layers.iter().enumerate() {
            h = self.layer(index, layer, h)?;
        }
        self.trace(Probe::StackOutput, &h)?;

        // S^(r): normed between the loops if the model says so; the last loop always.
        let normed = backend.rms_norm(&h, &weights.norm, config.rms_norm_eps as f32)?;
        let handed_on = if config.loops.normalize_per_loop { &normed } else { &h };
        self.trace_loop_output(handed_on, &normed)?;
        backend.carry_write(self.cache, handed_on, &batch.carry_writes)?;

        if batch.logits.is_empty() {
            return Ok(None);
        }
        Ok(Some(backend.logits(&normed, &batch.logits, &weights.head)?)) // [wanted, vocab]
    }

    /// One layer over all rows: `h [rows, hidden]` in, `h [rows, hidden]` out.
    fn layer(&mut self, index: usize, layer: &Layer<B>, h: B::Tensor) -> Result<B::Tensor> {
        let (backend, config, batch) = (self.backend, self.config, self.batch);
        let eps = config.rms_norm_eps as f32;

        let x = backend.rms_norm(&h, &layer.input_norm, eps)?;
        let q = backend.linear(&x, &layer.q, None)?; // [rows, heads · head_dim]
        let k = backend.linear(&x, &layer.k, None)?; // [rows, kv_heads · head_dim]
        let v = backend.linear(&x, &layer.v, None)?;
        let (q, k) = backend.rotary_write(
            self.cache,
            RotaryWrite {
                layer: index,
                q,
                k,
                v: &v,
                positions: &batch.positions,
                theta: config.rope_theta,
                writes: &batch.page_writes,
            },
        )?;
        self.trace(Probe::Query { layer: index }, &q)?;

        let gate = match &layer.loop_gate {
            Some(gate) if batch.has_later_loops() => Some(self.gate(gate, &h, &q)?),
            _ => None,
        };
        if let Some(gate) = &gate {
            self.trace(Probe::Gate { layer: index }, gate)?;
        }

        // y = g · y_global + (1 - g) · y_local; loop 0: y_global alone.
        let y = backend.attention(
            self.cache,
            Attention {
                layer: index,
                heads: config.heads,
                q: &q,
                k: &k,
                v: &v,
                gate: gate.as_ref(),
                block_size: self.block_size,
                block_tables: self.block_tables,
                spans: &batch.spans,
            },
        )?;
        self.trace(Probe::Attention { layer: index }, &y)?;
        let writes = &batch.ring_writes;
        backend.ring_write(self.cache, RingWrite { layer: index, k: &k, v: &v, writes })?;

        let h = backend.linear(&y, &layer.o, Some(&h))?;
        let z = backend.rms_norm(&h, &layer.post_norm, eps)?;
        let gate = backend.linear(&z, &layer.gate, None)?; // [rows, intermediate]
        let up = backend.linear(&z, &layer.up, None)?;
        Ok(backend.linear(&backend.swiglu(&gate, &up)?, &layer.down, Some(&h))?)
    }

    /// g `[rows, heads]`: from the layer's input in hidden mode, from the rotated queries in query
    /// mode.
    fn gate(&self, gate: &LoopGate<B>, h: &B::Tensor, q: &B::Tensor) -> Result<B::Tensor> {
        let input = match &gate.norm {
            Some(norm) => GateInput::Hidden { h, norm, eps: self.config.rms_norm_eps as f32 },
            None => GateInput::Query { q },
        };
        Ok(self.backend.gate(Gate { input, weight: &gate.weight, bias: &gate.bias })?)
    }

    fn trace(&mut self, probe: Probe, values: &B::Tensor) -> Result<()> {
        if self.tracer.wants(probe) {
            self.tracer.record(probe, &self.batch.rows, &self.backend.read(values)?);
        }
        Ok(())
    }

    /// Rows of the last loop are always normed, the others as `handed_on` has them.
    fn trace_loop_output(&mut self, handed_on: &B::Tensor, normed: &B::Tensor) -> Result<()> {
        if !self.tracer.wants(Probe::LoopOutput) {
            return Ok(());
        }
        let (mut values, last) = (self.backend.read(handed_on)?, self.backend.read(normed)?);
        let hidden = self.config.hidden_size;
        for (i, row) in self.batch.rows.iter().enumerate() {
            if row.loop_index + 1 == self.config.loops.count {
                let range = i * hidden..(i + 1) * hidden;
                values[range.clone()].copy_from_slice(&last[range]);
            }
        }
        self.tracer.record(Probe::LoopOutput, &self.batch.rows, &values);
        Ok(())
    }
}
