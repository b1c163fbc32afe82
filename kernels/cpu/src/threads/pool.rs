//! Threads that share the tasks of one operation.

use std::io;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use crate::error::{Error, Result};

/// How often a thread looks for work before it sleeps: some 50 µs, longer than the time between two
/// operations of a pass.
const SPINS: usize = 2_000;
/// A thread takes its share of the tasks in about this many runs, so that others can help one that
/// was held up. It takes them in order: what the next one reads lies behind what this one reads.
const RUNS: usize = 8;
/// More than machines have, and few enough to be counted before they are there.
const MAX_THREADS: usize = 4096;

/// A fixed number of threads, of which the caller is one. They look for work for a moment before
/// they sleep: a pass has hundreds of operations of a few microseconds to milliseconds each.
#[derive(Debug)]
pub(crate) struct Pool {
    shared: Arc<Shared>,
    workers: Vec<JoinHandle<()>>,
    /// One operation at a time.
    busy: Mutex<()>,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    wake: Condvar,
    /// How many jobs there have been: a thread sees here, without the lock, that there is a new one.
    newest: AtomicUsize,
    /// Threads that are working on the job, the caller left out.
    inside: AtomicUsize,
    /// Tasks that were taken of each thread's share.
    taken: Vec<Taken>,
}

/// In a line of the cache of its own: threads do not wait for one another's.
#[derive(Debug, Default)]
#[repr(align(64))]
struct Taken(AtomicUsize);

#[derive(Debug, Default)]
struct State {
    job: Option<Job>,
    sleeping: usize,
    quit: bool,
    /// A task of the job has panicked.
    panicked: bool,
}

/// What is to be done, by whoever comes.
#[derive(Debug, Clone, Copy)]
struct Job(*const (dyn Fn(usize) + Sync));

// SAFETY: it is only called between `Shared::enter` and the end of its turn in `Shared::serve`, and `Pool::run` does not return
// before every thread that entered has left: what it points to is there, and it is `Sync`.
#[allow(unsafe_code)]
unsafe impl Send for Job {}

impl Pool {
    /// As many threads as asked for, or one for each core.
    pub fn new(threads: Option<usize>) -> Result<Self> {
        let cores = || std::thread::available_parallelism().map_or(1, |cores| cores.get());
        let threads = threads.unwrap_or_else(cores).max(1);
        if threads > MAX_THREADS {
            let source = io::Error::other(format!("expected at most {MAX_THREADS}"));
            return Err(Error::Threads { threads, source });
        }
        let taken = (0..threads).map(|_| Taken::default()).collect();
        let shared = Arc::new(Shared { taken, ..Shared::default() });
        let mut pool = Self { shared: shared.clone(), workers: Vec::new(), busy: Mutex::default() };
        for index in 1..threads {
            let shared = shared.clone();
            let thread = std::thread::Builder::new().name(format!("plt-cpu-{index}"));
            let worker = thread.spawn(move || shared.serve(index));
            pool.workers.push(worker.map_err(|source| Error::Threads { threads, source })?);
        }
        Ok(pool)
    }

    /// The number of threads, the caller's among them.
    pub fn threads(&self) -> usize {
        self.workers.len() + 1
    }

    /// Calls `task` once for each number below `count`, and returns when all calls have.
    ///
    /// # Panics
    /// If a task does.
    pub fn each(&self, count: usize, task: impl Fn(usize) + Sync) {
        if self.workers.is_empty() || count < 2 {
            (0..count).for_each(task);
            return;
        }
        let threads = self.threads();
        let run = count.div_ceil(threads * RUNS);
        let share = |thread: usize| thread * count / threads..(thread + 1) * count / threads;
        self.run(&|thread| {
            // What is left of its own share, and then of the others'.
            for owner in (thread..threads).chain(0..thread) {
                let share = share(owner);
                // Most shares of others are empty or done: looking is cheaper than taking.
                while self.shared.taken[owner].0.load(Ordering::Relaxed) < share.len() {
                    let first =
                        share.start + self.shared.taken[owner].0.fetch_add(run, Ordering::Relaxed);
                    if first >= share.end {
                        break;
                    }
                    (first..(first + run).min(share.end)).for_each(&task);
                }
            }
        });
    }

    /// Calls `task` with each piece of `size` elements, the last one possibly shorter.
    pub fn chunks<T: Send>(
        &self,
        data: &mut [T],
        size: usize,
        task: impl Fn(usize, &mut [T]) + Sync,
    ) {
        let pieces = Pieces::new(data);
        let len = pieces.len;
        self.each(len.div_ceil(size), |index| {
            let range = index * size..((index + 1) * size).min(len);
            // SAFETY: every index is handed out once, and ranges of different indices are disjoint.
            #[allow(unsafe_code)]
            let piece = unsafe { pieces.get(range) };
            task(index, piece);
        });
    }

    /// Calls `work` on this thread, which is number 0, and on all others that are not held up, with
    /// their numbers.
    fn run(&self, work: &(dyn Fn(usize) + Sync)) {
        let _busy = lock(&self.busy);
        // Nobody is inside, and whoever enters takes the lock after this.
        self.shared.taken.iter().for_each(|taken| taken.0.store(0, Ordering::Relaxed));
        // SAFETY: only the lifetime is changed; see `Job`.
        #[allow(unsafe_code)]
        let work_of_all = unsafe {
            std::mem::transmute::<*const (dyn Fn(usize) + Sync + '_), *const (dyn Fn(usize) + Sync)>(
                work,
            )
        };
        let shared = &self.shared;
        {
            let mut state = lock(&shared.state);
            state.job = Some(Job(work_of_all));
            shared.newest.fetch_add(1, Ordering::Release);
            if state.sleeping > 0 {
                shared.wake.notify_all();
            }
        }
        // Whatever happens here, nobody may be inside when the borrow of `work` ends.
        let outcome = catch_unwind(AssertUnwindSafe(|| work(0)));
        lock(&shared.state).job = None;
        let mut spins = 0;
        while shared.inside.load(Ordering::Acquire) > 0 {
            match spins {
                SPINS.. => std::thread::yield_now(),
                _ => std::hint::spin_loop(),
            }
            spins += 1;
        }
        let panicked = std::mem::take(&mut lock(&shared.state).panicked);
        match outcome {
            Err(panic) => std::panic::resume_unwind(panic),
            Ok(()) => assert!(!panicked, "a task has panicked"),
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        lock(&self.shared.state).quit = true;
        self.shared.wake.notify_all();
        // A worker that spins sees that there is a new number, and then that it is to quit.
        self.shared.newest.fetch_add(1, Ordering::Release);
        for worker in self.workers.drain(..) {
            // Panics of tasks are caught: there is nothing left to report.
            drop(worker.join());
        }
    }
}

impl Shared {
    /// The life of a worker.
    fn serve(&self, thread: usize) {
        let mut seen = 0;
        while let Some(job) = self.enter(&mut seen) {
            // SAFETY: this thread is inside; see `Job`.
            #[allow(unsafe_code)]
            let work = unsafe { &*job.0 };
            let outcome = catch_unwind(AssertUnwindSafe(|| work(thread)));
            if outcome.is_err() {
                lock(&self.state).panicked = true;
            }
            self.inside.fetch_sub(1, Ordering::Release);
        }
    }

    /// Waits for a job that is new to this thread and enters it. `None` if there will be none.
    fn enter(&self, seen: &mut usize) -> Option<Job> {
        for _ in 0..SPINS {
            if self.newest.load(Ordering::Acquire) != *seen {
                break;
            }
            std::hint::spin_loop();
        }
        let mut state = lock(&self.state);
        loop {
            if state.quit {
                return None;
            }
            let newest = self.newest.load(Ordering::Relaxed);
            let is_new = std::mem::replace(seen, newest) != newest;
            if let Some(job) = state.job.filter(|_| is_new) {
                self.inside.fetch_add(1, Ordering::Relaxed);
                return Some(job);
            }
            state.sleeping += 1;
            state = self.wake.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.sleeping -= 1;
        }
    }
}

/// No lock here guards anything that a panic could leave half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A slice of which tasks take disjoint pieces.
pub(crate) struct Pieces<T> {
    data: *mut T,
    len: usize,
}

// SAFETY: a piece is only taken by one thread at a time, as `get` demands.
#[allow(unsafe_code)]
unsafe impl<T: Send> Sync for Pieces<T> {}

impl<T> Pieces<T> {
    pub fn new(data: &mut [T]) -> Self {
        Self { data: data.as_mut_ptr(), len: data.len() }
    }

    /// A piece.
    ///
    /// # Safety
    /// The slice that this was made of is still borrowed, and no other piece that is in use overlaps
    /// this one.
    #[allow(unsafe_code, clippy::mut_from_ref)]
    pub unsafe fn get(&self, range: Range<usize>) -> &mut [T] {
        assert!(range.start <= range.end && range.end <= self.len, "{range:?} of {}", self.len);
        // SAFETY: the range is inside the slice; the caller promises the rest.
        unsafe { std::slice::from_raw_parts_mut(self.data.add(range.start), range.len()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_task_is_done_once_whatever_the_threads() {
        for threads in [1, 2, 5] {
            let pool = Pool::new(Some(threads)).expect("threads");
            assert_eq!(pool.threads(), threads);
            let counts = if cfg!(miri) { vec![0, 1, 9] } else { vec![0, 1, 2, 40, 1000] };
            for count in counts {
                let done: Vec<AtomicUsize> = (0..count).map(|_| AtomicUsize::new(0)).collect();
                pool.each(count, |task| {
                    done[task].fetch_add(1, Ordering::Relaxed);
                });
                assert!(done.iter().all(|done| done.load(Ordering::Relaxed) == 1));
            }
        }
    }

    #[test]
    fn more_threads_than_any_machine_has_are_refused_before_they_are_counted() {
        for threads in [MAX_THREADS + 1, usize::MAX] {
            assert!(matches!(Pool::new(Some(threads)), Err(Error::Threads { .. })));
        }
    }

    #[test]
    fn pieces_are_disjoint_and_whole() {
        let pool = Pool::new(Some(3)).expect("threads");
        for (len, size) in [(0, 4), (3, 4), (4, 4), (17, 4)] {
            let mut data = vec![0; len];
            pool.chunks(&mut data, size, |index, piece| {
                piece.iter_mut().enumerate().for_each(|(i, value)| *value += index * size + i);
            });
            assert_eq!(data, (0..len).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_panic_comes_to_the_caller_and_the_pool_goes_on() {
        let pool = Pool::new(Some(2)).expect("threads");
        for bad in [0, 15] {
            let outcome = catch_unwind(AssertUnwindSafe(|| {
                pool.each(16, |task| assert_ne!(task, bad, "on purpose"));
            }));
            assert!(outcome.is_err());
        }
        let done = AtomicUsize::new(0);
        pool.each(16, |_| {
            done.fetch_add(1, Ordering::Relaxed);
        });
        assert_eq!(done.into_inner(), 16);
    }

    /// Long enough apart that workers sleep in between.
    #[test]
    fn sleepers_wake() {
        let pool = Pool::new(Some(2)).expect("threads");
        for _ in 0..3 {
            std::thread::sleep(std::time::Duration::from_millis(20));
            let threads = Mutex::new(std::collections::HashSet::new());
            pool.each(16, |_| {
                lock(&threads).insert(std::thread::current().id());
                std::thread::sleep(std::time::Duration::from_millis(1));
            });
            assert_eq!(lock(&threads).len(), 2);
        }
    }
}
