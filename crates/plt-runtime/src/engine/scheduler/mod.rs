//! Decides which jobs run, wait or are preempted; [`passes`] decides with which rows.

mod passes;

use std::collections::BTreeMap;
use std::io::{Read, Seek, Write};
use std::time::Instant;

use plt_cache::PrefixKey;
use plt_model::{Backend, Config, Model};

use super::events::{EventSender, Events, FinishReason};
use super::job::{Job, Origin, Rank, Running, Waiting};
use super::limits::Ticket;
use super::memory::Memory;
use super::options::EngineOptions;
use super::request::Request;
use super::stats::EngineStats;
use crate::error::{Error, Result};
use crate::tokenizer::Tokenizer;

/// Continuous batching of many requests on one model, pass by pass, on the caller's thread.
///
/// Every pass holds the next rows of all answers that are being generated, and rows of prompts up
/// to [`EngineOptions::max_num_batched_tokens`], in order of priority and arrival. Batching changes
/// no answer: a row's result depends on its own sequence alone.
///
/// When the KV cache is full, entries of the prefix cache are evicted first, the least recently
/// used one before the others; then the answer that arrived last is preempted, and is computed
/// again from its tokens. The answer that arrived first always continues.
///
/// [`Engine`](crate::Engine) runs a scheduler on a thread of its own.
pub struct Scheduler<'m, B: Backend> {
    model: &'m Model<B>,
    tokenizer: Option<&'m Tokenizer>,
    options: EngineOptions,
    memory: Memory<'m, B>,
    waiting: BTreeMap<Rank, Waiting<'m>>,
    /// In order of rank.
    running: Vec<Running<'m>>,
    stats: EngineStats,
}

impl<'m, B: Backend> Scheduler<'m, B> {
    /// Creates an idle scheduler. Allocates its whole KV cache.
    ///
    /// # Errors
    /// [`Error::Option`] for an option out of range; if the cache does not fit in memory.
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

    /// Takes a request. Its events arrive while [`step`](Self::step) is called.
    ///
    /// # Errors
    /// An empty prompt, one that does not fit, an unknown token, sampling parameters out of range,
    /// no choice, stop strings without a tokenizer.
    pub fn submit(&mut self, request: Request) -> Result<Events> {
        request.check(self.config(), self.limit(), self.tokenizer.is_some())?;
        let (sender, events) = Events::channel(request.choices);
        self.enqueue(request, sender, None);
        Ok(events)
    }

    /// Takes a request that was checked.
    pub(super) fn enqueue(
        &mut self,
        request: Request,
        events: EventSender,
        ticket: Option<Ticket>,
    ) {
        self.stats.requests += 1;
        let rank = Rank::new(request.priority, self.stats.requests);
        match Waiting::new(rank, request, self.tokenizer, events.clone(), ticket) {
            Ok(new) if new.job.at_limit(new.tokens.len(), self.limit()) => {
                let job = new.job;
                let siblings = (1..job.request.choices).flat_map(|choice| job.sibling(choice));
                for job in siblings.collect::<Vec<_>>().into_iter().chain([job]) {
                    self.end(job, FinishReason::Length);
                }
            }
            Ok(new) => self.wait(new),
            Err(error) => drop(events.send(Err(error))),
        }
    }

    /// Whether no request runs or waits.
    pub fn is_idle(&self) -> bool {
        self.waiting.is_empty() && self.running.is_empty()
    }

    /// Runs one pass, if a request runs or waits. An error in the pass ends the requests that had
    /// rows in it, and is sent with their events.
    pub fn step(&mut self) {
        self.end_interrupted();
        self.admit();
        let pass = self.next_pass();
        if !pass.is_empty() {
            self.run(&pass);
        }
        self.update_stats();
    }

    /// Ends every request as cancelled.
    pub fn cancel_all(&mut self) {
        let running = std::mem::take(&mut self.running).into_iter().map(|running| running.job);
        let waiting = std::mem::take(&mut self.waiting).into_values().map(|waiting| waiting.job);
        for job in running.chain(waiting) {
            self.end(job, FinishReason::Cancelled);
        }
        self.update_stats();
    }

    /// Recovers from a panic: ends the running requests with an error and empties the prefix cache.
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

    /// Writes the longest cached prefix of these tokens of a tenant, in the format of
    /// [`Model::save`]. Returns its length. A request that has ended is cached up to the token
    /// before its last, if
    /// [`EngineOptions::prefix_cache_entries`] allows it.
    ///
    /// # Errors
    /// The errors of [`Model::save`].
    pub fn save(&self, tenant: &[u8], tokens: &[u32], out: &mut dyn Write) -> Result<usize> {
        self.memory.save(PrefixKey::root(tenant), tokens, out)
    }

    /// Puts a prefix that [`save`](Self::save) wrote into the prefix cache, for prompts of this
    /// tenant. Returns its length.
    ///
    /// # Errors
    /// The errors of [`Model::restore`].
    pub fn load(&mut self, tenant: &[u8], file: &mut (impl Read + Seek)) -> Result<usize> {
        self.memory.load(PrefixKey::root(tenant), file)
    }

    /// Returns the counters, and what is in use now.
    pub fn stats(&self) -> EngineStats {
        self.stats
    }

    /// The blocks, rings and carries of the KV cache.
    pub fn pool(&self) -> &plt_cache::Pool {
        self.memory.pool()
    }

    fn config(&self) -> &Config {
        self.model.config()
    }

    /// The maximum number of tokens of one sequence.
    fn limit(&self) -> usize {
        self.options.kv_cache_tokens.min(self.config().max_positions)
    }

    fn update_stats(&mut self) {
        self.stats.running = self.running.len();
        self.stats.waiting = self.waiting.len();
        self.stats.pool = self.memory.pool().stats();
        self.stats.prefixes = self.memory.prefixes().stats();
    }

    /// Ends jobs that were cancelled, whose client disconnected, or whose deadline has passed.
    fn end_interrupted(&mut self) {
        let now = Instant::now();
        let interrupted = |(rank, waiting): (&Rank, &Waiting<'m>)| {
            waiting.job.interrupted(now).map(|reason| (*rank, reason))
        };
        for (rank, reason) in self.waiting.iter().filter_map(interrupted).collect::<Vec<_>>() {
            if let Some(waiting) = self.waiting.remove(&rank) {
                self.end(waiting.job, reason);
            }
        }
        for index in (0..self.running.len()).rev() {
            if let Some(reason) = self.running[index].job.interrupted(now) {
                let (job, _) = self.release(index);
                self.end(job, reason);
            }
        }
    }

    /// Ends an answer.
    fn end(&mut self, job: Job<'m>, reason: FinishReason) {
        self.stats.finished += 1;
        self.stats.cancelled += u64::from(reason == FinishReason::Cancelled);
        job.finish(reason);
    }

    /// Starts waiting jobs while there are places and memory.
    fn admit(&mut self) {
        while let Some((_, waiting)) = self.waiting.pop_first() {
            if !self.make_room(&waiting) {
                return self.wait(waiting);
            }
            let Waiting { job, tokens, origin } = waiting;
            let restored = match origin {
                Origin::Swapped(bytes) => self.memory.swap_in(&bytes),
                Origin::Recompute => None,
                Origin::New(ticket) => {
                    drop(ticket);
                    None
                }
            };
            let begun = match restored {
                Some(mut sequence) => {
                    sequence.replace_pending(tokens.into_iter().skip(sequence.kv().len()));
                    Ok((sequence, 0))
                }
                None => self.memory.begin(job.root, tokens),
            };
            match begun {
                Ok((sequence, parting)) => {
                    let interval = self.checkpoint_interval(&sequence);
                    let (kv, ahead) = (sequence.kv(), |next: &usize| next - sequence.kv().len());
                    self.stats.skipped_rows += kv.written().iter().map(ahead).sum::<usize>() as u64;
                    self.start(Running::new(job, sequence, parting, interval));
                }
                Err(error) => {
                    let request = job.rank.request;
                    self.stats.failed += 1;
                    job.send(Err(error));
                    self.remove(request);
                }
            }
        }
    }

    /// Frees a place and memory for the tokens of a job: evicts cached prefixes and preempts jobs
    /// of a lower priority. Returns whether there is room now.
    fn make_room(&mut self, Waiting { job, tokens, .. }: &Waiting<'m>) -> bool {
        let mut room =
            self.running.len() < self.options.max_num_seqs || self.preempt_for(&job.rank);
        while room && self.memory.missing_blocks(job.root, tokens) > self.memory.free_blocks() {
            room = self.memory.evict() || self.preempt_for(&job.rank);
        }
        room
    }

    fn wait(&mut self, waiting: Waiting<'m>) {
        self.waiting.insert(waiting.job.rank, waiting);
    }

    fn start(&mut self, running: Running<'m>) {
        let place = self.running.partition_point(|other| other.job.rank < running.job.rank);
        self.running.insert(place, running);
    }

    /// Preempts the last running job if its priority is lower. Returns whether it was.
    fn preempt_for(&mut self, rank: &Rank) -> bool {
        let last = self.running.last().map(|running| running.job.rank);
        let preempts = last.is_some_and(|last| rank.is_more_urgent_than(&last));
        if preempts {
            self.preempt();
        }
        preempts
    }

    /// Preempts the last running job: it waits until there is room again.
    fn preempt(&mut self) {
        let Some(last) = self.running.len().checked_sub(1) else { return };
        self.stats.preemptions += 1;
        let swapped = self.waiting.values().map(|waiting| match &waiting.origin {
            Origin::Swapped(bytes) => bytes.len(),
            Origin::New(_) | Origin::Recompute => 0,
        });
        let room = self.options.swap_bytes.saturating_sub(swapped.sum());
        let swapped = self.memory.swap_out(&mut self.running[last].sequence, room);
        let origin = swapped.map_or(Origin::Recompute, Origin::Swapped);
        let (job, tokens) = self.release(last);
        self.wait(Waiting { job, tokens, origin });
    }

    /// Takes a job and its tokens out of those that run. Its sequence goes to the prefix cache.
    fn release(&mut self, index: usize) -> (Job<'m>, Vec<u32>) {
        let Running { job, sequence, .. } = self.running.remove(index);
        let tokens = self.memory.release(job.root, sequence);
        (job, tokens)
    }

    /// Ends a request with an error: all of its choices.
    fn fail(&mut self, request: u64, error: Error) {
        if let Some(job) = self.remove(request).first() {
            self.stats.failed += 1;
            job.send(Err(error));
        }
    }

    /// Drops all jobs of a request from those that run or wait, and returns them.
    fn remove(&mut self, request: u64) -> Vec<Job<'m>> {
        let of_request = |job: &Job<'m>| job.rank.request == request;
        let waiting = self.waiting.extract_if(.., |_, waiting| of_request(&waiting.job));
        let mut jobs: Vec<Job<'m>> = waiting.map(|(_, waiting)| waiting.job).collect();
        let running = self.running.extract_if(.., |running| of_request(&running.job));
        jobs.extend(running.map(|running| running.job));
        jobs
    }
}
