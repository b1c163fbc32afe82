//! One pass after the other: its rows, and the tokens chosen from its logits.

use std::time::Instant;

use plt_model::{Backend, Pass, PassOutput, Sequence, Span, plan};

use super::Scheduler;
use crate::engine::events::FinishReason;
use crate::engine::gates::GateTracer;
use crate::engine::job::{Job, Origin, Running, Waiting};
use crate::engine::options::PREFILLS;
use crate::error::{Error, Result};

/// Tokens and their logits: all of them, or the best.
type Logits = Vec<(u32, f32)>;

/// A sibling with its first token, and where it continues.
enum Sibling<'m> {
    /// In a fork of the sequence.
    Running(Job<'m>, Sequence),
    /// From its tokens, when there is a place.
    Waiting(Job<'m>, Vec<u32>),
    /// Nowhere: its answer has ended.
    Ended(Job<'m>, FinishReason),
    /// Nowhere: its request has failed.
    Failed(u64, Error),
}

impl Running<'_> {
    /// Returns the position at which every loop stops: after its last token, or at the next
    /// position of a prompt where a fork is cached.
    fn end(&self) -> usize {
        if self.is_decoding() {
            return self.sequence.tokens().len();
        }
        let (known, done) = (self.sequence.tokens().len(), self.least_written());
        let interval = self.checkpoint_interval;
        let checkpoint = done.checked_div(interval).map(|n| (n + 1) * interval);
        let stops = [checkpoint, (self.parting > done).then_some(self.parting)];
        // No fork after the last token: its logits are needed, so it is always computed.
        let stop = stops.into_iter().flatten().filter(|stop| *stop < known).min();
        stop.unwrap_or(known)
    }

    /// Returns the first position whose results are read: of the newest confirmed token, or, where a
    /// fork is cached, of the token after it. Rows that cannot be seen from there are skipped.
    fn wanted(&self) -> usize {
        self.end().min(self.sequence.confirmed().len().saturating_sub(1))
    }

    /// Returns the next position of each loop.
    fn starts(&self) -> Vec<usize> {
        let kv = self.sequence.kv();
        // An error means that the rows are skipped already.
        kv.starts(self.wanted()).unwrap_or_else(|_| kv.written().to_vec())
    }

    /// Returns the first position whose gates are requested.
    fn gates_from(&self) -> Option<usize> {
        let newest = self.sequence.confirmed().len().saturating_sub(1);
        self.job.request.gates.then_some(newest)
    }

    /// Returns the gates of its newest confirmed position, by loop, if they were requested.
    fn newest_gates(&mut self) -> Option<Vec<f32>> {
        let newest = self.sequence.confirmed().len().saturating_sub(1);
        // The gates of older positions were sent.
        self.gates = self.gates.split_off(&(newest, 0));
        let here = self.gates.range(..(newest + 1, 0)).map(|(_, gate)| *gate);
        self.job.request.gates.then(|| here.collect())
    }

    fn least_written(&self) -> usize {
        self.sequence.kv().written().iter().copied().min().unwrap_or(0)
    }

    /// Whether at most one position still lacks loops, drafts aside.
    fn is_decoding(&self) -> bool {
        self.sequence.confirmed().len() - self.least_written() <= 1
    }
}

impl<'m, B: Backend> Scheduler<'m, B> {
    /// Plans the next pass and makes room for it.
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
            if !self.memory.evict() && !self.reject_drafts() {
                match self.running.len() {
                    // One sequence alone always has room. If not, `Model::run` reports the error.
                    0 | 1 => return pass,
                    _ => self.preempt(),
                }
            }
        }
    }

    /// Returns how many positions of each loop every answer may have in a pass of at most
    /// `max_draft_rows` rows.
    fn draft_chunk(&self) -> usize {
        let decoding = self.running.iter().filter(|running| running.is_decoding()).count();
        self.options
            .max_draft_tokens()
            .checked_div(decoding * self.config().loops.count)
            .unwrap_or(0)
    }

    /// Drafts tokens for the answers that decode.
    fn draft(&mut self) {
        let (count, shift) = (self.config().loops.count, self.config().loops.rule.shift());
        let (chunk, limit) = (self.draft_chunk(), self.limit());
        // Passes of one position advance a draft only in the sequential loop, whose loops take
        // turns.
        let useful = if count > 1 { 1 + shift } else { 2 };
        let most = if chunk >= useful { chunk * count } else { 0 };
        if most == 0 {
            return;
        }
        let drafts = self.running.iter().map(|running| running.sequence.drafts().len()).sum();
        let mut left = self.options.max_draft_tokens().saturating_sub(drafts);
        for running in &mut self.running {
            // The logits of the first token may be those of several choices.
            if !running.is_decoding() || running.job.timings.generated_tokens == 0 {
                continue;
            }
            let Running { job, sequence, .. } = running;
            let drafts = sequence.drafts().len();
            let room = job.max_draft_tokens(sequence.confirmed().len(), limit);
            let most = room.min(most).min(drafts + left);
            let new = job.drafter.extend(sequence.tokens(), drafts, most);
            left -= new.len();
            self.stats.drafted_tokens += new.len() as u64;
            sequence.draft(new);
        }
    }

    /// Rejects all draft tokens. Returns whether there were any.
    fn reject_drafts(&mut self) -> bool {
        let mut rejected = false;
        for Running { sequence, .. } in &mut self.running {
            rejected |= !sequence.drafts().is_empty() && self.memory.reject(sequence).is_ok();
        }
        rejected
    }

    /// Plans a pass: rows of all answers that decode, then rows of prompts.
    fn plan(&self) -> Pass {
        let loops = &self.config().loops;
        let (decode, prefill): (Vec<_>, Vec<_>) =
            self.running.iter().enumerate().partition(|(_, running)| running.is_decoding());
        let begun = |running: &Running<'_>| running.begun && !running.sequence.kv().is_settled();
        let mut places = PREFILLS;
        places -= prefill.iter().filter(|(_, running)| begun(running)).count().min(PREFILLS);
        let (mut rows, decode_chunk) =
            (self.options.max_num_batched_tokens, self.draft_chunk().max(1));
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
            let ready = plan::ready(loops.rule, &running.starts(), *index, running.end(), chunk);
            rows -= ready.iter().map(|span| span.len).sum::<usize>();
            spans.extend(ready);
        }
        Pass { spans }
    }

    /// Runs a pass, then chooses the next tokens of the jobs that have logits.
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
            let rows = spans.map(|span| span.len).sum();
            if rows > 0 {
                running.begun = true;
                let wanted = running.wanted();
                let skipped = running.sequence.skip_to(wanted).unwrap_or(0);
                self.stats.skipped_rows += skipped as u64;
                self.stats.prefill_rows += running.job.count_pass(rows) as u64;
            }
        }
        let wanted = self.running.iter().map(Running::gates_from).collect();
        let (mut sequences, mut constraints) = (Vec::new(), Vec::new());
        for Running { job, sequence, .. } in &mut self.running {
            sequences.push(sequence);
            constraints.extend(&mut job.constraint);
        }
        let mut tracer = GateTracer::new(wanted);
        // The tokens that a constraint allows do not depend on the pass: both are computed at once.
        let output = std::thread::scope(|scope| {
            if !constraints.is_empty() {
                // An error of this is reported when the token is chosen.
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
                self.cache_forks(pass);
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

    /// Returns the required logits of every running job that has reached its newest token: those
    /// after that token, and those after every draft token that the pass has reached.
    fn logits(&self, output: &PassOutput<B>) -> Result<Vec<(usize, Vec<Logits>)>> {
        let Some(logits) = &output.logits else { return Ok(Vec::new()) };
        let mut required =
            output.rows.iter().map(|row| self.running[row.sequence].job.required_top_k());
        let top_k = required.try_fold(0, |most, required| Some(most.max(required?)));
        let backend = self.model.backend();
        let all = || {
            backend.read(logits).map(|values| {
                let rows = values.chunks(self.config().vocab_size);
                rows.map(|row| (0..).zip(row.iter().copied()).collect()).collect()
            })
        };
        // The backend finds the best ones, so that a GPU downloads a few numbers only. It fails if
        // some are not finite: then the samplers report whose.
        let chosen = match top_k {
            Some(top_k) => backend.top_k(logits, top_k).or_else(|_| all()),
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

    /// Caches a fork of every prompt that this pass has brought to a position where one is wanted.
    fn cache_forks(&mut self, pass: &Pass) {
        let last = self.config().loops.count - 1;
        for span in pass.spans.iter().filter(|span| span.loop_index == last) {
            let running = &self.running[span.sequence];
            let len = running.sequence.kv().len();
            let interval = running.checkpoint_interval;
            let wanted = len == running.parting || (interval > 0 && len.is_multiple_of(interval));
            if !wanted
                || len >= running.sequence.confirmed().len()
                || !running.sequence.kv().is_settled()
            {
                continue;
            }
            self.memory.cache_fork(running.job.root, &running.sequence);
        }
    }

    /// Chooses the next tokens of every job that has logits.
    fn choose(&mut self, logits: Vec<(usize, Vec<Logits>)>) {
        let mut chosen = Vec::with_capacity(logits.len());
        let mut siblings = Vec::new();
        for (index, logits) in logits {
            let job = &self.running[index].job;
            if job.timings.generated_tokens == 0 && job.rank.is_first_choice() {
                self.stats.prompt_tokens += self.running[index].sequence.tokens().len() as u64;
                let started = self.siblings(index, &logits[0], siblings.len());
                siblings.extend(started);
            }
            let rank = self.running[index].job.rank;
            chosen.push((rank, self.confirm(index, &logits)));
        }
        self.stats.generated_tokens += siblings.len() as u64;

        let mut failed = Vec::new();
        for sibling in siblings {
            match sibling {
                Sibling::Running(job, sequence) => self.start(Running::new(job, sequence, 0, 0)),
                Sibling::Waiting(job, tokens) => {
                    self.wait(Waiting { job, tokens, origin: Origin::Recompute });
                }
                Sibling::Ended(job, reason) => self.end(job, reason),
                Sibling::Failed(request, error) => failed.push((request, error)),
            }
        }
        for (rank, outcome) in chosen {
            let index = self.running.iter().position(|running| running.job.rank == rank);
            match (outcome, index) {
                (Ok(Some(reason)), Some(index)) => {
                    let (job, _) = self.release(index);
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

    /// Chooses the next token of a job, and the tokens after it while they equal the draft tokens.
    /// Returns why the answer ends with them, if it does.
    ///
    /// Every token is drawn from the same logits, with the same random number, as without drafts:
    /// speculative decoding changes the number of passes and nothing else.
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
                job.drafter.accept();
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

    /// Chooses the first tokens of the other choices of a request whose prompt is computed. Each
    /// continues in a fork of the sequence while there are places, of which `taken` are promised to
    /// others; without one it waits, and computes its prompt again unless that is cached by then.
    fn siblings(&mut self, index: usize, logits: &Logits, taken: usize) -> Vec<Sibling<'m>> {
        let gates = self.running[index].newest_gates();
        let mut siblings = Vec::new();
        for choice in 1..self.running[index].job.request.choices {
            let Running { job, sequence, .. } = &self.running[index];
            let Ok(mut job) = job.sibling(choice) else { continue };
            let place = self.running.len() + taken + siblings.len() < self.options.max_num_seqs;
            let fork = if place { self.memory.fork(sequence) } else { None };
            let outcome = job.choose(sequence.tokens(), logits, gates.clone(), self.limit());
            siblings.push(match (outcome, fork) {
                (Ok((id, None)), Some(mut sequence)) => {
                    sequence.extend([id]);
                    Sibling::Running(job, sequence)
                }
                (Ok((id, None)), None) => {
                    Sibling::Waiting(job, [sequence.tokens(), &[id]].concat())
                }
                (Ok((_, Some(reason))), _) => Sibling::Ended(job, reason),
                (Err(error), _) => Sibling::Failed(job.rank.request, error),
            });
        }
        siblings
    }

    /// Returns the positions between cached forks of a prompt; 0 for none. A fork needs rows of all
    /// loops before it: it is cached where these rows are computed anyway, which is in prompts that
    /// skip no row.
    pub(super) fn checkpoint_interval(&self, sequence: &Sequence) -> usize {
        let (newest, kv) = (sequence.confirmed().len().saturating_sub(1), sequence.kv());
        // A sequence that shares blocks has skipped rows already.
        let skips = !kv.is_settled() || kv.starts(newest).is_ok_and(|to| to != kv.written());
        match self.options.prefix_cache_entries {
            0 => 0,
            _ if skips => 0,
            _ => self.options.checkpoint_interval,
        }
    }
}
