//! The queue of an engine: how many requests may wait.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::options::QueueLimits;
use crate::error::{Error, Result};

/// Counts waiting requests, for all threads that submit some.
#[derive(Debug, Clone)]
pub(crate) struct Queue {
    limits: QueueLimits,
    load: Arc<Mutex<Load>>,
}

#[derive(Debug, Default)]
struct Load {
    requests: usize,
    tokens: usize,
}

/// A request's place in the queue. Dropping it makes room.
#[derive(Debug)]
pub(crate) struct Ticket {
    queue: Queue,
    tokens: usize,
    /// When the request arrived.
    pub since: Instant,
}

impl Queue {
    pub fn new(limits: QueueLimits) -> Self {
        Self { limits, load: Arc::default() }
    }

    /// The limits of the queue.
    pub fn limits(&self) -> QueueLimits {
        self.limits
    }

    /// Takes a place for a prompt of this many tokens.
    ///
    /// # Errors
    /// [`Error::Overloaded`] if there is none.
    pub fn enter(&self, tokens: usize) -> Result<Ticket> {
        let mut load = self.lock();
        let (requests, all) = (load.requests + 1, load.tokens.saturating_add(tokens));
        if requests > self.limits.requests || all > self.limits.tokens {
            return Err(Error::Overloaded { requests: load.requests, tokens: load.tokens });
        }
        *load = Load { requests, tokens: all };
        Ok(Ticket { queue: self.clone(), tokens, since: Instant::now() })
    }

    fn lock(&self) -> MutexGuard<'_, Load> {
        // No thread panics while it counts.
        self.load.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let mut load = self.queue.lock();
        load.requests -= 1;
        load.tokens -= self.tokens;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queue_counts_a_ticket_until_it_is_dropped() {
        let queue = Queue::new(QueueLimits { requests: 2, tokens: 10 });
        let first = queue.enter(9).expect("room");
        let rejected = queue.enter(2).expect_err("too many tokens");
        assert!(matches!(rejected, Error::Overloaded { requests: 1, tokens: 9 }), "{rejected}");
        let second = queue.enter(1).expect("room");
        assert!(queue.enter(0).is_err(), "too many requests");
        drop(first);
        drop(second);
        let all = queue.enter(10).expect("everything is free again");
        assert!(queue.enter(1).is_err());
        drop(all);
    }
}
