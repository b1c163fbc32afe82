//! Which rows go through the stack next.

use std::collections::BTreeMap;
use std::io::{Read, Seek, Write};
use std::time::Instant;

use plt_cache::PrefixKey;
use plt_model::{Backend, Config, Model, Pass, PassOutput, Sequence, Span, plan};

use super::job::{Job, Rank};
use super::limits::Ticket;
use super::memory::Memory;
use super::options::{EngineOptions, PREFILLS};
use super::request::{EventSender, Events, FinishReason, Request};
use super::stats::EngineStats;
use crate::error::{Error, Result};
use crate::tokenizer::Tokenizer;

/// Many requests on one model: continuous batching, pass by pass, on the caller's thread.
///
/// Every pass holds the next rows of all answers that are being generated, and as many rows of
/// prompts as [`EngineOptions::rows`] has left, in order of priority and arrival. An answer is the
/// same whatever else runs: a row's result depends on its own sequence alone.
///
/// When memory for keys and values runs out, kept prefixes go first, those that were not used for
/// the longest time; then the answer that came last waits, and is computed again from its tokens.
/// The one that came first always goes on.
///
/// [`Engine`](crate::Engine) runs one on a thread of its own.
pub struct Scheduler<'m, B: Backend> {
    model: &'m Model<B>,
    tokenizer: Option<&'m Tokenizer>,
    options: EngineOptions,
    memory: Memory<'m, B>,
    waiting: BTreeMap<Rank, Job<'m>>,
    /// In order of rank.
    running: Vec<Running<'m>>,
    stats: EngineStats,
}

/// Tokens and their logits: all of them, or the best.
type Logits = Vec<(u32, f32)>;

/// A job and the sequence that it runs in.
struct Running<'m> {
    job: Job<'m>,
    sequence: Sequence,
    /// Where its prompt parts from others: a fork is kept there.
    parting: usize,
}

impl Running<'_> {
    /// The position before which no loop may go: its last token, or the next place to keep a fork.
    fn end(&self, keep_every: usize) -> usize {
        let (known, done) = (self.sequence.tokens.len(), self.least_written());
        let next = done.checked_div(keep_every).map(|n| (n + 1) * keep_every);
        let stops = [next, (self.parting > done).then_some(self.parting)];
        // The last token's logits are wanted: a fork after it would be of no use to anybody.
        let stop = stops.into_iter().flatten().filter(|stop| *stop < known).min();
        stop.unwrap_or(known)
    }

    fn least_written(&self) -> usize {
        self.sequence.kv.written().iter().copied().min().unwrap_or(0)
    }

    /// Whether it lacks the loops of no more than one position.
    fn is_decoding(&self) -> bool {
        self.sequence.tokens.len() - self.least_written() <= 1
    }
}

impl<'m, B: Backend> Scheduler<'m, B> {
    /// A scheduler with nothing to do. Allocates all the keys and values that it will ever use.
    ///
    /// # Errors
    /// [`Error::Option`] for options that make no sense; if the cache does not fit in memory.
    pub fn new(
        model: &'m Model<B>,
        tokenizer: Option<&'m Tokenizer>,
        options: EngineOptions,
    ) -> Result<Self> {
        let memory = Memory::new(model, &options)?;
        let stats = EngineStats::new(memory.pool().stats(), memory.prefixes().stats());
        let (waiting, running) = (BTreeMap::new(), Vec::new());
        Ok(Self { model, tokenizer, options, memory, waiting, running, stats })
    }

    /// Takes a request. Its events come while [`step`](Self::step) is called.
    ///
    /// # Errors
    /// An empty prompt, one that does not fit, an unknown token, sampling parameters out of range,
    /// no choice, stop texts without a tokenizer.
    pub fn submit(&mut self, request: Request) -> Result<Events> {
        request.check(self.config(), self.limit(), self.tokenizer.is_some())?;
        let (sender, events) = Events::channel(request.choices);
        self.enqueue(request, sender, None);
        Ok(events)
    }

    /// The same for a request that was checked.
    pub(super) fn enqueue(
        &mut self,
        request: Request,
        events: EventSender,
        ticket: Option<Ticket>,
    ) {
        self.stats.requests += 1;
        let rank = Rank::new(request.priority, self.stats.requests);
        match Job::new(rank, request, self.tokenizer, events.clone(), ticket) {
            Ok(job) if job.at_limit(job.tokens.len(), self.limit()) => {
                let siblings = (1..job.request.choices).flat_map(|choice| job.sibling(choice));
                for job in siblings.collect::<Vec<_>>().into_iter().chain([job]) {
                    self.end(job, FinishReason::Length);
                }
            }
            Ok(job) => drop(self.waiting.insert(rank, job)),
            Err(error) => drop(events.send(Err(error))),
        }
    }

    /// Whether there is nothing to do.
    pub fn is_idle(&self) -> bool {
        self.waiting.is_empty() && self.running.is_empty()
    }

    /// Runs one pass, if there is anything to do. What goes wrong in it ends the requests that are
    /// concerned, with an error among their events.
    pub fn step(&mut self) {
        self.retire();
        self.admit();
        let pass = self.next_pass();
        if !pass.is_empty() {
            self.run(&pass);
        }
        self.update_stats();
    }

    /// Ends everything that runs or waits, as cancelled.
    pub fn cancel_all(&mut self) {
        let running = std::mem::take(&mut self.running).into_iter().map(|running| running.job);
        let waiting = std::mem::take(&mut self.waiting).into_values();
        for job in running.chain(waiting) {
            self.end(job, FinishReason::Cancelled);
        }
        self.update_stats();
    }

    /// After a panic: ends what ran with an error, and forgets all that was computed.
    pub(super) fn recover(&mut self, reason: &str) {
        self.stats.panics += 1;
        self.memory.clear();
        while let Some(running) = self.running.last() {
            let error = Error::EngineFailed { reason: reason.to_owned() };
            self.fail(running.job.rank.request, error);
        }
        self.update_stats();
    }

    /// Writes what is kept of these tokens of a tenant, in the form that [`Model::save`] has; how many
    /// of them that is. A request that has ended is kept up to the token before its last, if
    /// [`EngineOptions::kept`] lets it.
    ///
    /// # Errors
    /// Those of [`Model::save`].
    pub fn save(&self, tenant: &[u8], tokens: &[u32], out: &mut dyn Write) -> Result<usize> {
        self.memory.save(PrefixKey::root(tenant), tokens, out)
    }

    /// Keeps what [`save`](Self::save) wrote, for prompts of this tenant; how many tokens that is.
    ///
    /// # Errors
    /// Those of [`Model::restore`].
    pub fn load(&mut self, tenant: &[u8], file: &mut (impl Read + Seek)) -> Result<usize> {
        self.memory.load(PrefixKey::root(tenant), file)
    }

    /// What was done so far and what is held now.
    pub fn stats(&self) -> EngineStats {
        self.stats
    }

    /// The bookkeeping of the cache.
    pub fn pool(&self) -> &plt_cache::Pool {
        self.memory.pool()
    }

    fn config(&self) -> &Config {
        self.model.config()
    }

    /// Tokens of one sequence at most.
    fn limit(&self) -> usize {
        self.options.positions.min(self.config().max_positions)
    }

    fn update_stats(&mut self) {
        self.stats.running = self.running.len();
        self.stats.waiting = self.waiting.len();
        self.stats.pool = self.memory.pool().stats();
        self.stats.prefixes = self.memory.prefixes().stats();
    }

    /// Ends what was cancelled or is too late.
    fn retire(&mut self) {
        let now = Instant::now();
        let why = |job: &Job<'m>| job.interrupted(now);
        let ranks = self.waiting.iter().filter_map(|(rank, job)| Some((*rank, why(job)?)));
        for (rank, reason) in ranks.collect::<Vec<_>>() {
            if let Some(job) = self.waiting.remove(&rank) {
                self.end(job, reason);
            }
        }
        for index in (0..self.running.len()).rev() {
            if let Some(reason) = why(&self.running[index].job) {
                let job = self.park(index);
                self.end(job, reason);
            }
        }
    }

    /// The end of an answer, however it came.
    fn end(&mut self, job: Job<'m>, reason: FinishReason) {
        self.stats.finished += 1;
        self.stats.cancelled += u64::from(reason == FinishReason::Cancelled);
        job.finish(reason);
    }

    /// Lets jobs run as long as there are places and memory.
    fn admit(&mut self) {
        while let Some((rank, mut job)) = self.waiting.pop_first() {
            if !self.make_room(&job) {
                self.waiting.insert(rank, job);
                return;
            }
            let tokens = std::mem::take(&mut job.tokens);
            let swapped = job.swapped.take().and_then(|bytes| self.memory.swap_in(&bytes));
            let begun = match swapped {
                Some(Sequence { kv, .. }) => Ok((Sequence { tokens, kv }, 0)),
                None => self.memory.begin(job.root, tokens),
            };
            match begun {
                Ok((sequence, parting)) => self.start(job, sequence, parting),
                Err(error) => {
                    self.waiting.insert(rank, job);
                    self.fail(rank.request, error);
                }
            }
        }
    }

    /// Makes a place and memory for the tokens of a job, of what is kept and of what is less urgent;
    /// whether that was enough.
    fn make_room(&mut self, job: &Job<'m>) -> bool {
        let mut room = self.running.len() < self.options.sequences || self.yields_to(&job.rank);
        while room && self.memory.missing_blocks(job.root, &job.tokens) > self.memory.free_blocks()
        {
            room = self.memory.evict() || self.yields_to(&job.rank);
        }
        room
    }

    fn start(&mut self, mut job: Job<'m>, sequence: Sequence, parting: usize) {
        job.admit(sequence.kv.len());
        self.insert(Running { job, sequence, parting });
    }

    fn insert(&mut self, running: Running<'m>) {
        let place = self.running.partition_point(|other| other.job.rank < running.job.rank);
        self.running.insert(place, running);
    }

    /// Takes the place of the last running job, if that is of a lower priority.
    fn yields_to(&mut self, rank: &Rank) -> bool {
        let last = self.running.last().map(|running| running.job.rank);
        let yields = last.is_some_and(|last| rank.is_more_urgent_than(&last));
        if yields {
            self.preempt();
        }
        yields
    }

    /// The last running job waits until there is room again.
    fn preempt(&mut self) {
        let Some(last) = self.running.len().checked_sub(1) else { return };
        self.stats.preemptions += 1;
        let held = self.waiting.values().filter_map(|job| job.swapped.as_ref());
        let room = self.options.swap_bytes.saturating_sub(held.map(Vec::len).sum());
        let swapped = self.memory.swap_out(&self.running[last].sequence, room);
        let mut job = self.park(last);
        job.swapped = swapped;
        self.waiting.insert(job.rank, job);
    }

    /// Takes a job out of those that run; what it has computed is kept as long as there is room.
    fn park(&mut self, index: usize) -> Job<'m> {
        let Running { mut job, sequence, .. } = self.running.remove(index);
        job.tokens = self.memory.park(job.root, sequence);
        job
    }

    /// The next pass, and room for it.
    fn next_pass(&mut self) -> Pass {
        loop {
            let pass = self.plan();
            let missing = |span: &Span| {
                let reach = if span.loop_index == 0 { span.start + span.len } else { 0 };
                self.running[span.sequence].sequence.kv.missing_blocks(reach)
            };
            let missing: usize = pass.spans.iter().map(missing).sum();
            if missing <= self.memory.free_blocks() {
                return pass;
            }
            if !self.memory.evict() {
                match self.running.len() {
                    // A sequence alone always has room: this is an error for `Model::run` to find.
                    0 | 1 => return pass,
                    _ => self.preempt(),
                }
            }
        }
    }

    /// Rows of all that decode, then rows of prompts.
    fn plan(&self) -> Pass {
        let loops = &self.config().loops;
        let (decode, prefill): (Vec<_>, Vec<_>) =
            self.running.iter().enumerate().partition(|(_, running)| running.is_decoding());
        let begun = |running: &Running<'_>| !running.sequence.kv.at_rest();
        let mut places = PREFILLS;
        places -= prefill.iter().filter(|(_, running)| begun(running)).count().min(PREFILLS);
        let mut rows = self.options.rows;
        let mut spans = Vec::new();
        for (index, running) in decode.iter().chain(&prefill) {
            let chunk = if running.is_decoding() { 1 } else { rows / loops.count };
            if chunk == 0 {
                break;
            }
            if !running.is_decoding() && !begun(running) {
                let Some(left) = places.checked_sub(1) else { continue };
                places = left;
            }
            let written = running.sequence.kv.written();
            let end = running.end(self.keep_every());
            let ready = plan::ready(loops.rule, written, *index, end, chunk);
            rows -= ready.iter().map(|span| span.len).sum::<usize>();
            spans.extend(ready);
        }
        Pass { spans }
    }

    fn run(&mut self, pass: &Pass) {
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
        let (mut sequences, mut constraints) = (Vec::new(), Vec::new());
        for Running { job, sequence, .. } in &mut self.running {
            sequences.push(sequence);
            constraints.extend(&mut job.constraint);
        }
        // Which tokens a constraint allows does not depend on what the pass computes.
        let output = std::thread::scope(|scope| {
            if !constraints.is_empty() {
                // What goes wrong there is told when the token is chosen.
                scope.spawn(|| constraints.into_iter().for_each(|one| drop(one.prepare())));
            }
            self.memory.run(&mut sequences, pass)
        });
        match output.and_then(|output| self.logits(&output)) {
            Ok(logits) => {
                self.keep_forks(pass);
                self.choose(logits);
            }
            Err(error) => {
                let reason = error.to_string();
                let job = |span: &Span| self.running[span.sequence].job.rank.request;
                for request in pass.spans.iter().map(job).collect::<Vec<_>>() {
                    self.fail(request, Error::EngineFailed { reason: reason.clone() });
                }
            }
        }
    }

    /// For every running job that has reached its newest token, as many logits as it needs.
    fn logits(&self, output: &PassOutput<B>) -> Result<Vec<(usize, Logits)>> {
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
        Ok(output.rows.iter().map(|row| row.sequence).zip(chosen).collect())
    }

    /// Keeps a fork of every prompt that this pass has brought to where one is wanted.
    fn keep_forks(&mut self, pass: &Pass) {
        let last = self.config().loops.count - 1;
        for span in pass.spans.iter().filter(|span| span.loop_index == last) {
            let running = &self.running[span.sequence];
            let len = running.sequence.kv.len();
            let every = self.keep_every();
            let wanted = len == running.parting || (every > 0 && len.is_multiple_of(every));
            if !wanted || len == running.sequence.tokens.len() || !running.sequence.kv.at_rest() {
                continue;
            }
            self.memory.keep_fork(running.job.root, &running.sequence);
        }
    }

    /// The next token of every job that has logits.
    fn choose(&mut self, logits: Vec<(usize, Logits)>) {
        let limit = self.limit();
        let mut chosen = Vec::with_capacity(logits.len());
        let mut siblings = Vec::new();
        for (index, logits) in logits {
            let first = self.running[index].job.timings.generated_tokens == 0;
            if first && self.running[index].job.rank.is_first_choice() {
                self.stats.prompt_tokens += self.running[index].sequence.tokens.len() as u64;
                for (mut job, sequence) in self.siblings(index, siblings.len()) {
                    let mut tokens = std::mem::take(&mut job.tokens);
                    let outcome = job.choose(&mut tokens, &logits, limit);
                    job.tokens = tokens;
                    siblings.push((job, sequence, outcome));
                }
            }
            let Running { job, sequence, .. } = &mut self.running[index];
            chosen.push((job.rank, job.choose(&mut sequence.tokens, &logits, limit)));
        }
        self.stats.generated_tokens += (chosen.len() + siblings.len()) as u64;

        let mut failed = Vec::new();
        for (mut job, sequence, outcome) in siblings {
            match (outcome, sequence) {
                (Ok(None), Some(mut sequence)) => {
                    sequence.tokens = std::mem::take(&mut job.tokens);
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

    /// The other choices of a request whose prompt is computed, with forks of its sequence as far as
    /// there are places: `taken` were promised to others. Those without one wait, and compute their
    /// prompt again, if it is not kept by then.
    fn siblings(&mut self, index: usize, taken: usize) -> Vec<(Job<'m>, Option<Sequence>)> {
        let mut siblings = Vec::new();
        for choice in 1..self.running[index].job.request.choices {
            let Running { job, sequence, .. } = &self.running[index];
            let Ok(mut sibling) = job.sibling(choice) else { continue };
            sibling.tokens.clone_from(&sequence.tokens);
            let place = self.running.len() + taken + siblings.len() < self.options.sequences;
            let fork = match place {
                true => self.memory.fork(sequence),
                false => None,
            };
            siblings.push((sibling, fork));
        }
        siblings
    }

    /// Ends a request with an error: all of its choices.
    fn fail(&mut self, request: u64, error: Error) {
        let of_request = |job: &Job<'m>| job.rank.request == request;
        let waiting = self.waiting.extract_if(.., |_, job| of_request(job)).map(|(_, job)| job);
        let mut jobs: Vec<Job<'m>> = waiting.collect();
        let running = self.running.extract_if(.., |running| of_request(&running.job));
        jobs.extend(running.map(|running| running.job));
        if let Some(job) = jobs.first() {
            self.stats.failed += 1;
            job.send(Err(error));
        }
    }

    /// Positions between forks of a prompt; 0 for none.
    fn keep_every(&self) -> usize {
        if self.options.kept > 0 { self.options.keep_every } else { 0 }
    }
}
