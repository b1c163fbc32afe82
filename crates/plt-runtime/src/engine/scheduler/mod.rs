//! Who runs, who waits, who makes room; [`passes`] says with which rows.

mod passes;

use std::collections::BTreeMap;
use std::io::{Read, Seek, Write};
use std::time::Instant;

use plt_cache::PrefixKey;
use plt_model::{Backend, Config, Model, Sequence};

use super::job::{Job, Rank};
use super::limits::Ticket;
use super::memory::Memory;
use super::options::EngineOptions;
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

/// A job and the sequence that it runs in.
struct Running<'m> {
    job: Job<'m>,
    sequence: Sequence,
    /// Where its prompt parts from others: a fork is kept there.
    parting: usize,
    /// Gates by position and loop, of rows whose logits are yet to come, if they are asked for.
    gates: BTreeMap<(usize, usize), f32>,
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
        self.stats.last_failure = Some(Instant::now());
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
                Some(mut sequence) => {
                    sequence.replace_pending(tokens.into_iter().skip(sequence.kv().len()));
                    Ok((sequence, 0))
                }
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
        job.admit(sequence.kv().len());
        self.insert(Running { job, sequence, parting, gates: BTreeMap::new() });
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
        let swapped = self.memory.swap_out(&mut self.running[last].sequence, room);
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
}
