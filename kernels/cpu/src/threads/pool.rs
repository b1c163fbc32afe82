use std::cell::Cell;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use plt_backend::{Error, Result};

use super::DisjointSlices;
use super::sync::{
    Arc, AtomicUsize, Condvar, JoinHandle, Mutex, MutexGuard, Ordering, PoisonError, spawn,
    spin_loop, thread_local, yield_now,
};

/// How often a thread looks for work before it sleeps: about 50 µs, longer than the time between two
/// operations of a pass.
const SPINS: usize = if cfg!(shuttle) { 1 } else { 2_000 };
/// A thread takes its share of the tasks in about this many runs, so that others can help a thread that
/// was held up. Tasks are taken in order: the memory of the next one follows that of this one.
const RUNS: usize = 8;
/// More than any machine has, and few enough to allocate state for.
const MAX_THREADS: usize = 4096;

thread_local! {
    /// Whether this thread is running a task of a pool.
    static IN_TASK: Cell<bool> = const { Cell::new(false) };
}

/// A fixed number of threads, one of which is the caller. They look for work for a moment before
/// they sleep: a pass has hundreds of operations of a few microseconds to milliseconds each.
///
/// A call from inside a task runs on the calling thread alone: tasks may call operations.
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
    /// Jobs so far: a thread sees here, without the lock, that there is a new one.
    newest: AtomicUsize,
    /// Threads that are working on the job, without the caller.
    inside: AtomicUsize,
    /// Tasks taken from each thread's share.
    taken: Vec<Taken>,
}

/// On a cache line of its own: threads do not wait for each other's counters.
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

/// The work of the current job, called by every thread that enters it.
#[derive(Debug, Clone, Copy)]
struct Job(*const (dyn Fn(usize) + Sync));

// SAFETY: it is only called between `Shared::enter` and the end of the thread's turn in
// `Shared::serve`, and `Pool::run` does not return before every thread that entered has left: the
// pointer is valid then, and it points to something `Sync`.
#[allow(unsafe_code)]
unsafe impl Send for Job {}

impl Pool {
    /// Starts this many threads, or one for each core.
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
            let worker = spawn(format!("plt-cpu-{index}"), move || shared.serve(index));
            pool.workers.push(worker.map_err(|source| Error::Threads { threads, source })?);
        }
        Ok(pool)
    }

    /// The number of threads, the caller's among them.
    pub fn threads(&self) -> usize {
        self.workers.len() + 1
    }

    /// Calls `task` once for each number below `count`, and returns when all calls have returned.
    ///
    /// # Panics
    /// If a task does.
    pub fn each(&self, count: usize, task: impl Fn(usize) + Sync) {
        // Inside a task all threads are busy, and waiting for them would be a deadlock.
        if self.workers.is_empty() || count < 2 || IN_TASK.with(Cell::get) {
            (0..count).for_each(task);
            return;
        }
        let threads = self.threads();
        let run = count.div_ceil(threads * RUNS);
        let share = |thread: usize| thread * count / threads..(thread + 1) * count / threads;
        self.run(&|thread| {
            // The rest of its own share, then the rest of the others'.
            for owner in (thread..threads).chain(0..thread) {
                let share = share(owner);
                // Most shares of others are done: a load is cheaper than taking.
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

    /// Calls `task` with each run of `size` elements, the last one possibly shorter.
    pub fn chunks<T: Send>(
        &self,
        data: &mut [T],
        size: usize,
        task: impl Fn(usize, &mut [T]) + Sync,
    ) {
        let slices = DisjointSlices::new(data);
        let len = slices.len();
        self.each(len.div_ceil(size), |index| {
            let range = index * size..((index + 1) * size).min(len);
            // SAFETY: every index is handed out once, and ranges of different indices are disjoint.
            #[allow(unsafe_code)]
            let slice = unsafe { slices.get(range) };
            task(index, slice);
        });
    }

    /// Calls `work` with the number of the thread: on this thread, number 0, and on every other one that
    /// enters in time.
    fn run(&self, work: &(dyn Fn(usize) + Sync)) {
        let _busy = lock(&self.busy);
        // No thread is inside, and one that enters takes the lock after this.
        self.shared.taken.iter().for_each(|taken| taken.0.store(0, Ordering::Relaxed));
        // SAFETY: only the lifetime is changed; see `Job`.
        #[allow(unsafe_code)]
        let job = unsafe {
            std::mem::transmute::<*const (dyn Fn(usize) + Sync + '_), *const (dyn Fn(usize) + Sync)>(
                work,
            )
        };
        let shared = &self.shared;
        {
            let mut state = lock(&shared.state);
            state.job = Some(Job(job));
            shared.newest.fetch_add(1, Ordering::Release);
            if state.sleeping > 0 {
                shared.wake.notify_all();
            }
        }
        // No thread may be inside when the borrow of `work` ends, also after a panic.
        let outcome = run_task(work, 0);
        lock(&shared.state).job = None;
        let mut spins = 0;
        while shared.inside.load(Ordering::Acquire) > 0 {
            match spins {
                SPINS.. => yield_now(),
                _ => spin_loop(),
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
        // A worker that spins sees a new number, and then `quit`.
        self.shared.newest.fetch_add(1, Ordering::Release);
        for worker in self.workers.drain(..) {
            // Panics of tasks are caught: there is nothing to report.
            drop(worker.join());
        }
    }
}

impl Shared {
    /// The loop of a worker.
    fn serve(&self, thread: usize) {
        let mut seen = 0;
        while let Some(job) = self.enter(&mut seen) {
            // SAFETY: this thread is inside; see `Job`.
            #[allow(unsafe_code)]
            let work = unsafe { &*job.0 };
            if run_task(work, thread).is_err() {
                lock(&self.state).panicked = true;
            }
            self.inside.fetch_sub(1, Ordering::Release);
        }
    }

    /// Waits for a job that is new to this thread and enters it. `None` when the pool ends.
    fn enter(&self, seen: &mut usize) -> Option<Job> {
        for _ in 0..SPINS {
            if self.newest.load(Ordering::Acquire) != *seen {
                break;
            }
            spin_loop();
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

/// Calls `work`, with calls of the pool inside it running inline.
fn run_task(work: &(dyn Fn(usize) + Sync), thread: usize) -> std::thread::Result<()> {
    IN_TASK.with(|in_task| in_task.set(true));
    let outcome = catch_unwind(AssertUnwindSafe(|| work(thread)));
    IN_TASK.with(|in_task| in_task.set(false));
    outcome
}

/// Locks, also after a panic: no lock here guards state that a panic leaves half changed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
#[cfg(not(shuttle))]
mod tests {
    use super::*;

    #[test]
    fn pool_does_every_task_once_with_any_number_of_threads() {
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

    /// On a thread of its own: a deadlock fails the test instead of stopping it.
    #[test]
    fn pool_runs_a_nested_call_inline() {
        let (send, receive) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let pool = Pool::new(Some(3)).expect("threads");
            let done = AtomicUsize::new(0);
            pool.each(6, |_| {
                let thread = std::thread::current().id();
                pool.each(7, |_| {
                    assert_eq!(std::thread::current().id(), thread);
                    done.fetch_add(1, Ordering::Relaxed);
                });
            });
            send.send(done.into_inner())
        });
        let minute = std::time::Duration::from_secs(60);
        assert_eq!(receive.recv_timeout(minute), Ok(42), "a deadlock, or a panic");
    }

    #[test]
    fn pool_refuses_too_many_threads_before_it_allocates() {
        for threads in [MAX_THREADS + 1, usize::MAX] {
            assert!(matches!(Pool::new(Some(threads)), Err(Error::Threads { .. })));
        }
    }

    #[test]
    fn pool_chunks_are_disjoint_and_complete() {
        let pool = Pool::new(Some(3)).expect("threads");
        for (len, size) in [(0, 4), (3, 4), (4, 4), (17, 4)] {
            let mut data = vec![0; len];
            pool.chunks(&mut data, size, |index, chunk| {
                chunk.iter_mut().enumerate().for_each(|(i, value)| *value += index * size + i);
            });
            assert_eq!(data, (0..len).collect::<Vec<_>>());
        }
    }

    #[test]
    fn pool_hands_a_panic_to_the_caller_and_works_on() {
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
    fn pool_wakes_sleeping_threads() {
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

/// Every order of threads that shuttle's scheduler finds: `RUSTFLAGS="--cfg shuttle" cargo test -p plt-cpu --lib`.
#[cfg(test)]
#[cfg(shuttle)]
mod races {
    use super::*;

    const ORDERS: usize = 5000;

    /// Calls of `each` in turn; the data that tasks borrow is gone after each call.
    #[test]
    fn pool_does_every_task_once_in_any_order_of_threads() {
        shuttle::check_random(
            || {
                let pool = Pool::new(Some(3)).expect("threads");
                for count in [2, 5] {
                    let done: Vec<AtomicUsize> = (0..count).map(|_| AtomicUsize::new(0)).collect();
                    pool.each(count, |task| {
                        done[task].fetch_add(1, Ordering::Relaxed);
                    });
                    assert!(done.iter().all(|done| done.load(Ordering::Relaxed) == 1));
                }
            },
            ORDERS,
        );
    }

    #[test]
    fn pool_serves_callers_that_race_and_nest() {
        shuttle::check_random(
            || {
                let pool = Arc::new(Pool::new(Some(2)).expect("threads"));
                let done = Arc::new(AtomicUsize::new(0));
                let call = |pool: &Pool, done: &AtomicUsize| {
                    pool.each(2, |_| {
                        pool.each(2, |_| {
                            done.fetch_add(1, Ordering::Relaxed);
                        });
                    });
                };
                let other = {
                    let (pool, done) = (pool.clone(), done.clone());
                    shuttle::thread::spawn(move || call(&pool, &done))
                };
                call(&pool, &done);
                other.join().expect("no panic");
                assert_eq!(done.load(Ordering::Relaxed), 8);
            },
            ORDERS,
        );
    }

    /// A pool that ends while its threads start, spin or sleep.
    #[test]
    fn pool_ends_in_any_order_of_threads() {
        shuttle::check_random(
            || {
                let pool = Pool::new(Some(3)).expect("threads");
                shuttle::thread::yield_now();
                drop(pool);
            },
            ORDERS,
        );
    }
}
