//! The one forward: it executes a pass, whatever the plan.
//!
//! Prefill, decode, batching and the number of loops are rows in the pass; weight types are the
//! backend's. The names are those of the PLT paper (arXiv 2510.24824): E embedding, B^(r) loop
//! input, h hidden, S^(r) what loop r hands on.

use plt_kernels::Backend;
use plt_kernels::ops::{Attention, Gate, GateInput, LoopInput, LoopOutput, RotaryWrite, Rotated};

use crate::config::Config;
use crate::error::Result;
use crate::plan::Row;
use crate::trace::{Probe, Tracer};
use crate::weights::{Layer, LoopGate, Weights};

/// What one pass works on.
pub(crate) struct Forward<'a, B: Backend> {
    pub backend: &'a B,
    pub config: &'a Config,
    pub weights: &'a Weights<B>,
    pub rows: &'a [Row],
    /// Whether any row has a local window, so that the pass needs gates.
    pub gated: bool,
    /// Whether any row wants logits.
    pub wanted: bool,
    pub batch: &'a B::Batch,
    pub cache: &'a mut B::Cache,
    pub tracer: &'a mut dyn Tracer,
}

impl<B: Backend> Forward<'_, B> {
    /// Runs the pass; the logits `[outputs, vocab]`, if any row wants them.
    pub fn run(mut self) -> Result<Option<B::Tensor>> {
        let (backend, config, weights) = (self.backend, self.config, self.weights);
        let (norm, eps) = (&weights.norm, config.rms_norm_eps as f32);

        // B^(0) = E; B^(r)_t = emb_scale · E_t + hidden_scale · S^(r-1)_{t - shift}
        let (mut h, mut x) = backend.loop_input(
            self.cache,
            self.batch,
            LoopInput {
                table: &weights.embed,
                emb_scale: config.loops.emb_scale,
                hidden_scale: config.loops.hidden_scale,
                norm: weights.layers.first().map_or(norm, |layer| &layer.input_norm),
                eps,
            },
        )?;
        self.trace(Probe::LoopInput, &h)?;

        for (index, layer) in weights.layers.iter().enumerate() {
            h = self.layer(index, layer, &h, &x)?;
            if let Some(next) = weights.layers.get(index + 1) {
                x = backend.rms_norm(&h, &next.input_norm, eps)?;
            }
        }
        self.trace(Probe::StackOutput, &h)?;
        self.trace_loop_output(&h)?;

        // S^(r): normed between the loops if the model says so; the last loop always.
        let normalize_carry = config.loops.normalize_per_loop;
        let args = LoopOutput { h: &h, norm, eps, normalize_carry };
        let outputs = backend.loop_output(self.cache, self.batch, args)?; // [outputs, hidden]
        match self.wanted {
            true => Ok(Some(backend.linear(&outputs, &weights.head, None)?)),
            false => Ok(None),
        }
    }

    /// One layer over all rows: h and its norm x `[rows, hidden]` in, h `[rows, hidden]` out.
    fn layer(
        &mut self,
        index: usize,
        layer: &Layer<B>,
        h: &B::Tensor,
        x: &B::Tensor,
    ) -> Result<B::Tensor> {
        let (backend, config, batch) = (self.backend, self.config, self.batch);

        let q = backend.linear(x, &layer.q, None)?; // [rows, heads · head_dim]
        let k = backend.linear(x, &layer.k, None)?; // [rows, kv_heads · head_dim]
        let v = backend.linear(x, &layer.v, None)?;
        let gate = layer.loop_gate.as_ref().filter(|_| self.gated);
        let Rotated { q, k, gate } = backend.rotary_write(
            self.cache,
            batch,
            RotaryWrite {
                layer: index,
                q,
                k,
                v: &v,
                theta: config.rope_theta,
                gate: gate.map(|gate| self.gate(gate, h)),
            },
        )?;
        self.trace(Probe::Query { layer: index }, &q)?;
        if let Some(gate) = &gate {
            self.trace(Probe::Gate { layer: index }, gate)?;
        }

        // y = g · y_global + (1 - g) · y_local; loop 0: y_global alone.
        let (heads, gate) = (config.heads, gate.as_ref());
        let args = Attention { layer: index, heads, q: &q, k: &k, v: &v, gate };
        let y = backend.attention(self.cache, batch, args)?;
        self.trace(Probe::Attention { layer: index }, &y)?;

        let h = backend.linear(&y, &layer.o, Some(h))?;
        let z = backend.rms_norm(&h, &layer.post_norm, config.rms_norm_eps as f32)?;
        let z = backend.swiglu(&z, &layer.gate, &layer.up)?; // [rows, intermediate]
        Ok(backend.linear(&z, &layer.down, Some(&h))?)
    }

    /// The gate of a layer looks at the layer's input in hidden mode, at the rotated queries in
    /// query mode.
    fn gate<'a>(&self, gate: &'a LoopGate<B>, h: &'a B::Tensor) -> Gate<'a, B> {
        let input = match &gate.norm {
            Some(norm) => GateInput::Hidden { h, norm, eps: self.config.rms_norm_eps as f32 },
            None => GateInput::Query,
        };
        Gate { input, weight: &gate.weight, bias: &gate.bias }
    }

    fn trace(&mut self, probe: Probe, values: &B::Tensor) -> Result<()> {
        if self.tracer.wants(probe) {
            self.tracer.record(probe, self.rows, &self.backend.read(values)?);
        }
        Ok(())
    }

    /// Rows of the last loop are always normed, the others as they hand on.
    fn trace_loop_output(&mut self, h: &B::Tensor) -> Result<()> {
        if !self.tracer.wants(Probe::LoopOutput) {
            return Ok(());
        }
        let (backend, config) = (self.backend, self.config);
        let mut values = backend.read(&backend.rms_norm(
            h,
            &self.weights.norm,
            config.rms_norm_eps as f32,
        )?)?;
        if !config.loops.normalize_per_loop {
            let h = backend.read(h)?;
            for (i, row) in self.rows.iter().enumerate() {
                if row.loop_index + 1 < config.loops.count {
                    let range = i * config.hidden_size..(i + 1) * config.hidden_size;
                    values[range.clone()].copy_from_slice(&h[range]);
                }
            }
        }
        self.tracer.record(Probe::LoopOutput, self.rows, &values);
        Ok(())
    }
}
