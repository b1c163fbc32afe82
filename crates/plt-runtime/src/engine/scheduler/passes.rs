//! One pass after the other: its rows, and what becomes of its logits.

use std::time::Instant;

use plt_model::{Backend, Pass, PassOutput, Sequence, Span, plan};

use super::{Running, Scheduler};
use crate::engine::gates::GateTracer;
use crate::engine::job::Job;
use crate::engine::options::PREFILLS;
use crate::engine::request::FinishReason;
use crate::error::{Error, Result};

/// Tokens and their logits: all of them, or the best.
type Logits = Vec<(u32, f32)>;

impl Running<'_> {
    /// The position before which no loop may go: its last token, or the next place of a prompt to keep
    /// a fork.
    fn end(&self, keep_every: usize) -> usize {
        if self.is_decoding() {
            return self.sequence.tokens().len();
        }
        let (known, done) = (self.sequence.tokens().len(), self.least_written());
        let next = done.checked_div(keep_every).map(|n| (n + 1) * keep_every);
        let stops = [next, (self.parting > done).then_some(self.parting)];
        // The last token's logits are wanted: a fork after it would be of no use to anybody.
        let stop = stops.into_iter().flatten().filter(|stop| *stop < known).min();
        stop.unwrap_or(known)
    }

    /// The position from which on gates are asked for.
    fn gates_from(&self) -> Option<usize> {
        let newest = self.sequence.confirmed().len().saturating_sub(1);
        self.job.request.gates.then_some(newest)
    }

    /// The gates of its newest certain position, by loop, if they are asked for.
    fn newest_gates(&mut self) -> Option<Vec<f32>> {
        let newest = self.sequence.confirmed().len().saturating_sub(1);
        // Those of older ones were told.
        self.gates = self.gates.split_off(&(newest, 0));
        let here = self.gates.range(..(newest + 1, 0)).map(|(_, gate)| *gate);
        self.job.request.gates.then(|| here.collect())
    }

    fn least_written(&self) -> usize {
        self.sequence.kv().written().iter().copied().min().unwrap_or(0)
    }

    /// Whether it lacks the loops of no more than one position, drafts aside.
    fn is_decoding(&self) -> bool {
        self.sequence.confirmed().len() - self.least_written() <= 1
    }
}

impl<'m, B: Backend> Scheduler<'m, B> {
    /// The next pass, and room for it.
    pub(super) fn next_pass(&mut self) -> Pass {
        self.draft();
        loop {
            let pass = self.plan();
            let missing = |span: &Span| {
                let reach = if span.loop_index == 0 { span.start + span.len } else { 0 };
                self.running[span.sequence].sequence.kv().missing_blocks(reach)
            };
            let missing: usize = pass.spans.iter().map(missing).sum();
            if missing <= self.memory.free_blocks() {
                return pass;
            }
            if !self.memory.evict() && !self.give_up_drafts() {
                match self.running.len() {
                    // A sequence alone always has room: this is an error for `Model::run` to find.
                    0 | 1 => return pass,
                    _ => self.preempt(),
                }
            }
        }
    }

    /// Positions of each loop that every answer may do in a pass of no more than `draft_rows` rows.
    fn draft_chunk(&self) -> usize {
        let decoding = self.running.iter().filter(|running| running.is_decoding()).count();
        self.options.most_drafts().checked_div(decoding * self.config().loops.count).unwrap_or(0)
    }

    /// Guesses at what answers will say.
    fn draft(&mut self) {
        let (count, shift) = (self.config().loops.count, self.config().loops.rule.shift());
        let (chunk, limit) = (self.draft_chunk(), self.limit());
        // Passes of one position advance a draft only in the plain loop, whose loops take turns.
        let useful = if count > 1 { 1 + shift } else { 2 };
        let most = if chunk >= useful { chunk * count } else { 0 };
        if most == 0 {
            return;
        }
        let drafts = self.running.iter().map(|running| running.sequence.drafts().len()).sum();
        let mut left = self.options.most_drafts().saturating_sub(drafts);
        for running in &mut self.running {
            // The logits of the first token may be those of several choices.
            if !running.is_decoding() || running.job.timings.generated_tokens == 0 {
                continue;
            }
            let Running { job, sequence, .. } = running;
            let drafts = sequence.drafts().len();
            let room = job.room_for_drafts(sequence.confirmed().len(), limit);
            let most = room.min(most).min(drafts + left);
            let new = job.drafter.extend(sequence.tokens(), drafts, most);
            left -= new.len();
            self.stats.drafted_tokens += new.len() as u64;
            sequence.draft(new);
        }
    }

    /// Takes back all drafts; whether there were any.
    fn give_up_drafts(&mut self) -> bool {
        let mut given_up = false;
        for Running { sequence, .. } in &mut self.running {
            given_up |= !sequence.drafts().is_empty() && self.memory.reject(sequence).is_ok();
        }
        given_up
    }

    /// Rows of all that decode, then rows of prompts.
    fn plan(&self) -> Pass {
        let loops = &self.config().loops;
        let (decode, prefill): (Vec<_>, Vec<_>) =
            self.running.iter().enumerate().partition(|(_, running)| running.is_decoding());
        let begun = |running: &Running<'_>| !running.sequence.kv().at_rest();
        let mut places = PREFILLS;
        places -= prefill.iter().filter(|(_, running)| begun(running)).count().min(PREFILLS);
        let (mut rows, decode_chunk) = (self.options.rows, self.draft_chunk().max(1));
        let mut spans = Vec::new();
        for (index, running) in decode.iter().chain(&prefill) {
            let chunk = if running.is_decoding() { decode_chunk } else { rows / loops.count };
            if chunk == 0 {
                break;
            }
            if !running.is_decoding() && !begun(running) {
                let Some(left) = places.checked_sub(1) else { continue };
                places = left;
            }
            let written = running.sequence.kv().written();
            let end = running.end(self.keep_every());
            let ready = plan::ready(loops.rule, written, *index, end, chunk);
            rows -= ready.iter().map(|span| span.len).sum::<usize>();
            spans.extend(ready);
        }
        Pass { spans }
    }

    /// Runs a pass, and goes on with all that has logits after it.
    pub(super) fn run(&mut self, pass: &Pass) {
        let loops = pass.spans.iter().map(|span| span.loop_index + 1).max().unwrap_or(0);
        let kv_bytes = self.memory.pool().stats().bytes.used;
        let sequences = self.running.len();
        let span = tracing::debug_span!("step", rows = pass.len(), sequences, loops, kv_bytes);
        let _entered = span.entered();

        self.stats.passes += 1;
        self.stats.rows += pass.len() as u64;
        for (index, running) in self.running.iter_mut().enumerate() {
            let spans = pass.spans.iter().filter(|span| span.sequence == index);
            running.job.ran(spans.map(|span| span.len).sum());
        }
        let wanted = self.running.iter().map(Running::gates_from).collect();
        let (mut sequences, mut constraints) = (Vec::new(), Vec::new());
        for Running { job, sequence, .. } in &mut self.running {
            sequences.push(sequence);
            constraints.extend(&mut job.constraint);
        }
        let mut tracer = GateTracer::new(wanted);
        // Which tokens a constraint allows does not depend on what the pass computes.
        let output = std::thread::scope(|scope| {
            if !constraints.is_empty() {
                // What goes wrong there is told when the token is chosen.
                scope.spawn(|| constraints.into_iter().for_each(|one| drop(one.prepare())));
            }
            self.memory.run(&mut sequences, pass, &mut tracer)
        });
        for (row, gate) in tracer.means() {
            let gates = &mut self.running[row.sequence].gates;
            gates.insert((row.position, row.loop_index), gate);
        }
        match output.and_then(|output| self.logits(&output)) {
            Ok(logits) => {
                self.keep_forks(pass);
                self.choose(logits);
            }
            Err(error) => {
                let reason = error.to_string();
                self.stats.last_failure = Some(Instant::now());
                let job = |span: &Span| self.running[span.sequence].job.rank.request;
                for request in pass.spans.iter().map(job).collect::<Vec<_>>() {
                    self.fail(request, Error::EngineFailed { reason: reason.clone() });
                }
            }
        }
    }

    /// For every running job that has reached its newest token, as many logits as it needs: those
    /// after that token, and those after every draft that the pass has reached.
    fn logits(&self, output: &PassOutput<B>) -> Result<Vec<(usize, Vec<Logits>)>> {
        let Some(logits) = &output.logits else { return Ok(Vec::new()) };
        let mut needs = output.rows.iter().map(|row| self.running[row.sequence].job.enough());
        let enough = needs.try_fold(0, |most, enough| Some(most.max(enough?)));
        let backend = self.model.backend();
        let all = || {
            backend.read(logits).map(|values| {
                let rows = values.chunks(self.config().vocab_size);
                rows.map(|row| (0..).zip(row.iter().copied()).collect()).collect()
            })
        };
        // The best of them if they decide, found where the logits are: a GPU hands over a few
        // numbers then. If some are no numbers, the samplers say whose.
        let chosen = match enough {
            Some(enough) => backend.top_k(logits, enough).or_else(|_| all()),
            None => all(),
        };
        let chosen = chosen.map_err(plt_model::Error::from)?;
        let mut logits: Vec<(usize, Vec<Logits>)> = Vec::new();
        for (row, chosen) in output.rows.iter().zip(chosen) {
            match logits.last_mut() {
                Some((sequence, rows)) if *sequence == row.sequence => rows.push(chosen),
                _ => logits.push((row.sequence, vec![chosen])),
            }
        }
        Ok(logits)
    }

    /// Keeps a fork of every prompt that this pass has brought to where one is wanted.
    fn keep_forks(&mut self, pass: &Pass) {
        let last = self.config().loops.count - 1;
        for span in pass.spans.iter().filter(|span| span.loop_index == last) {
            let running = &self.running[span.sequence];
            let len = running.sequence.kv().len();
            let every = self.keep_every();
            let wanted = len == running.parting || (every > 0 && len.is_multiple_of(every));
            if !wanted
                || len >= running.sequence.confirmed().len()
                || !running.sequence.kv().at_rest()
            {
                continue;
            }
            self.memory.keep_fork(running.job.root, &running.sequence);
        }
    }

    /// The next tokens of every job that has logits.
    fn choose(&mut self, logits: Vec<(usize, Vec<Logits>)>) {
        let limit = self.limit();
        let mut chosen = Vec::with_capacity(logits.len());
        let mut siblings = Vec::new();
        for (index, logits) in logits {
            let job = &self.running[index].job;
            if job.timings.generated_tokens == 0 && job.rank.is_first_choice() {
                self.stats.prompt_tokens += self.running[index].sequence.tokens().len() as u64;
                let gates = self.running[index].newest_gates();
                for (mut job, sequence) in self.siblings(index, siblings.len()) {
                    let mut tokens = std::mem::take(&mut job.tokens);
                    let outcome = job.choose(&tokens, &logits[0], gates.clone(), limit);
                    let outcome = outcome.map(|(id, end)| {
                        tokens.push(id);
                        end
                    });
                    job.tokens = tokens;
                    siblings.push((job, sequence, outcome));
                }
            }
            let rank = self.running[index].job.rank;
            chosen.push((rank, self.confirm(index, &logits)));
        }
        self.stats.generated_tokens += siblings.len() as u64;

        let mut failed = Vec::new();
        for (mut job, sequence, outcome) in siblings {
            match (outcome, sequence) {
                (Ok(None), Some(mut sequence)) => {
                    let computed = sequence.kv().len();
                    sequence.replace_pending(job.tokens.drain(..).skip(computed));
                    self.start(job, sequence, 0);
                }
                (Ok(None), None) => drop(self.waiting.insert(job.rank, job)),
                (Ok(Some(reason)), _) => self.end(job, reason),
                (Err(error), _) => failed.push((job.rank.request, error)),
            }
        }
        for (rank, outcome) in chosen {
            let index = self.running.iter().position(|running| running.job.rank == rank);
            match (outcome, index) {
                (Ok(Some(reason)), Some(index)) => {
                    let job = self.park(index);
                    self.end(job, reason);
                }
                (Ok(_), _) => {}
                (Err(error), _) => failed.push((rank.request, error)),
            }
        }
        for (request, error) in failed {
            self.fail(request, error);
        }
    }

    /// Chooses the next token of a job, and the ones after it as long as they are those of the drafts;
    /// why the answer ends with them, if it does.
    ///
    /// Every token is drawn from the logits that it would have been drawn from without drafts, in the
    /// same order: drafts change how many passes an answer takes, and nothing else.
    fn confirm(&mut self, index: usize, logits: &[Logits]) -> Result<Option<FinishReason>> {
        let limit = self.limit();
        let running = &mut self.running[index];
        for logits in logits {
            let gates = running.newest_gates();
            let Running { job, sequence, .. } = &mut *running;
            let confirmed = sequence.confirmed();
            let (id, end) = job.choose(confirmed, logits, gates, limit)?;
            let drafted = sequence.drafts().first() == Some(&id);
            self.stats.generated_tokens += 1;
            if drafted {
                self.stats.accepted_tokens += 1;
                sequence.accept();
                job.drafter.confirm();
            } else {
                self.memory.reject(sequence)?;
                sequence.extend([id]);
            }
            if end.is_some() || !drafted {
                return Ok(end);
            }
        }
        Ok(None)
    }

    /// The other choices of a request whose prompt is computed, with forks of its sequence as far as
    /// there are places: `taken` were promised to others. Those without one wait, and compute their
    /// prompt again, if it is not kept by then.
    fn siblings(&mut self, index: usize, taken: usize) -> Vec<(Job<'m>, Option<Sequence>)> {
        let mut siblings = Vec::new();
        for choice in 1..self.running[index].job.request.choices {
            let Running { job, sequence, .. } = &self.running[index];
            let Ok(mut sibling) = job.sibling(choice) else { continue };
            sibling.tokens = sequence.tokens().to_vec();
            let place = self.running.len() + taken + siblings.len() < self.options.sequences;
            let fork = match place {
                true => self.memory.fork(sequence),
                false => None,
            };
            siblings.push((sibling, fork));
        }
        siblings
    }

    /// Positions between forks of a prompt; 0 for none.
    fn keep_every(&self) -> usize {
        if self.options.kept > 0 { self.options.keep_every } else { 0 }
    }
}
