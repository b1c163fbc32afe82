//! The backend counts the launches that the runtime sees.

#![cfg(feature = "wgpu")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use cubecl::logging::{LaunchObservation, LaunchObserver};
use plt_backend::Checked;
use plt_backend::conformance::run;
use plt_kernels::Cube;
use plt_reference::Reference;

#[derive(Default)]
struct Count(AtomicU64);

impl LaunchObserver for Count {
    fn launched(&self, _: &'static str) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

/// Alone in its process, because an observer sees every client's launches.
#[test]
fn counters_count_every_launch_of_the_runtime() {
    // Without a tuner, whose measurements are launches as well.
    let cube = Cube::open("wgpu").expect("a Vulkan device, hardware or software");
    let cube = Checked::new(cube.with_tuning(false));
    let seen = Arc::new(Count::default());
    let observation = LaunchObservation::new(seen.clone());
    let before = cube.backend().counters();
    run(&cube, &Checked::new(Reference::new()), 3).unwrap_or_else(|failure| panic!("{failure}"));
    drop(observation);
    let counted = (cube.backend().counters() - before).launches;
    assert!(counted > 100, "{counted}");
    assert_eq!(counted, seen.0.load(Ordering::Relaxed));
}
