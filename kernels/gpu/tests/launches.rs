//! The backend's own count of launches is the runtime's.

#![cfg(feature = "wgpu")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use cubecl::logging::{LaunchObservation, LaunchObserver};
use plt_kernels::conformance::run;
use plt_kernels::cube::Cube;

#[derive(Default)]
struct Count(AtomicU64);

impl LaunchObserver for Count {
    fn launched(&self, _: &'static str) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

/// Alone in its process: an observer sees every client's launches.
#[test]
fn launches_are_counted_as_the_runtime_sees_them() {
    // Without a tuner, whose trials are launches as well.
    let cube = Cube::open("wgpu").expect("a Vulkan device, software or not").tuned(false);
    let seen = Arc::new(Count::default());
    let observation = LaunchObservation::new(seen.clone());
    let before = cube.counters();
    run(&cube, 3).unwrap_or_else(|failure| panic!("{failure}"));
    drop(observation);
    let counted = (cube.counters() - before).launches;
    assert!(counted > 100, "{counted}");
    assert_eq!(counted, seen.0.load(Ordering::Relaxed));
}
