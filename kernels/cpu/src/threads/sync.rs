//! Threads and locks of the standard library, or of shuttle, which runs a test in many orders of its
//! threads.

#[cfg(not(shuttle))]
pub(super) use std::{
    hint::spin_loop,
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{JoinHandle, yield_now},
    thread_local,
};

#[cfg(shuttle)]
pub(super) use shuttle::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{JoinHandle, yield_now, yield_now as spin_loop},
    thread_local,
};

#[cfg(not(shuttle))]
use std::thread::Builder;

#[cfg(shuttle)]
use shuttle::thread::Builder;

/// Starts a named thread.
pub(super) fn spawn(
    name: String,
    work: impl FnOnce() + Send + 'static,
) -> std::io::Result<JoinHandle<()>> {
    Builder::new().name(name).spawn(work)
}
