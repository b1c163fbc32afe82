//! The one forward: it executes a pass, whatever the plan.
//!
//! Prefill, decode, batching and the number of loops are rows in the pass; weight types are the
//! backend's. The names are those of the PLT paper (arXiv 2510.24824): E embedding, B^(r) loop
//! input, h hidden, S^(r) what loop r hands on. The equations of each half layer are documented at
//! [`Backend`].

use plt_backend::{AttentionInput, Backend, Checked, DeviceBatch, Stack};

use crate::config::Config;
use crate::error::Result;
use crate::plan::Row;
use crate::trace::{Probe, Tracer};

/// The arguments of one pass.
pub(crate) struct Forward<'a, B: Backend> {
    pub backend: &'a Checked<B>,
    pub config: &'a Config,
    pub stack: &'a Stack<B>,
    pub rows: &'a [Row],
    /// Whether any row wants logits.
    pub wanted: bool,
    pub batch: &'a DeviceBatch<B>,
    pub cache: &'a mut B::Cache,
    pub tracer: &'a mut dyn Tracer,
}

impl<B: Backend> Forward<'_, B> {
    /// Runs the pass. Returns the logits `[outputs, vocab]`, if any row wants them.
    pub fn run(mut self) -> Result<Option<B::Tensor>> {
        let (backend, stack) = (self.backend, self.stack);

        // B^(0) = E; B^(r)_t = emb_scale · E_t + hidden_scale · S^(r-1)_{t - shift}
        let mut h = backend.loop_input(stack, self.cache, self.batch)?; // [rows, hidden]
        self.trace(Probe::LoopInput, &h)?;
        for layer in 0..stack.layers() {
            h = self.layer(layer, &h)?;
        }
        self.trace(Probe::StackOutput, &h)?;
        self.trace_loop_output(&h)?;

        // S^(r): normed between the loops if the model says so; the last loop always.
        let outputs = backend.loop_output(stack, self.cache, self.batch, &h)?; // [outputs, hidden]
        match self.wanted {
            true => Ok(Some(backend.logits(stack, &outputs)?)),
            false => Ok(None),
        }
    }

    /// One layer over all rows: h `[rows, hidden]` in and out.
    fn layer(&mut self, layer: usize, h: &B::Tensor) -> Result<B::Tensor> {
        let (backend, stack, batch) = (self.backend, self.stack, self.batch);

        let input = backend.attention_input(stack, layer, self.cache, batch, h)?;
        self.trace_attention_input(layer, &input)?;

        // y = g · y_global + (1 - g) · y_local; loop 0: y_global alone.
        let y = backend.attention(stack, layer, self.cache, batch, &input)?; // [rows, heads · head_dim]
        self.trace(Probe::Attention { layer }, &y)?;

        let h = backend.attention_output(stack, layer, &y, h)?;
        Ok(backend.feed_forward(stack, layer, &h)?)
    }

    fn trace(&mut self, probe: Probe, values: &B::Tensor) -> Result<()> {
        if self.tracer.wants(probe) {
            self.tracer.record(probe, self.rows, &self.backend.read(values)?);
        }
        Ok(())
    }

    fn trace_attention_input(
        &mut self,
        layer: usize,
        input: &AttentionInput<B::Tensor>,
    ) -> Result<()> {
        self.trace(Probe::Query { layer }, &input.q)?;
        match &input.gate {
            Some(gate) => self.trace(Probe::Gate { layer }, gate),
            None => Ok(()),
        }
    }

    /// Rows of the last loop are always normed, the others as they hand on.
    fn trace_loop_output(&mut self, h: &B::Tensor) -> Result<()> {
        if !self.tracer.wants(Probe::LoopOutput) {
            return Ok(());
        }
        let (backend, config) = (self.backend, self.config);
        let mut values = backend.read(&backend.final_norm(self.stack, h)?)?;
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
