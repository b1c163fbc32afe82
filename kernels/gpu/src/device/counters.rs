use std::sync::atomic::{AtomicU64, Ordering};

/// Work that a backend has sent to its device so far. The difference between two readings is the
/// cost of a pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counters {
    /// Kernels launched.
    pub launches: u64,
    /// Buffers sent to the device.
    pub uploads: u64,
    /// Buffers read back.
    pub reads: u64,
    /// Bytes of weights that kernels read: each weight once per launch, for any number of rows.
    pub weight_bytes: u64,
    /// Bytes of loop 0's KV cache that attention reads from blocks.
    pub global_kv_bytes: u64,
    /// Bytes of later loops' KV cache that attention reads from rings.
    pub local_kv_bytes: u64,
}

impl std::ops::Sub for Counters {
    type Output = Self;

    /// The work between an earlier reading and this one.
    fn sub(self, earlier: Self) -> Self {
        Self {
            launches: self.launches - earlier.launches,
            uploads: self.uploads - earlier.uploads,
            reads: self.reads - earlier.reads,
            weight_bytes: self.weight_bytes - earlier.weight_bytes,
            global_kv_bytes: self.global_kv_bytes - earlier.global_kv_bytes,
            local_kv_bytes: self.local_kv_bytes - earlier.local_kv_bytes,
        }
    }
}

/// The counters while they count.
#[derive(Debug, Default)]
pub(crate) struct Count {
    launches: AtomicU64,
    uploads: AtomicU64,
    reads: AtomicU64,
    weight_bytes: AtomicU64,
    global_kv_bytes: AtomicU64,
    local_kv_bytes: AtomicU64,
}

impl Count {
    pub fn launch(&self) {
        self.launches.fetch_add(1, Ordering::Relaxed);
    }

    pub fn upload(&self) {
        self.uploads.fetch_add(1, Ordering::Relaxed);
    }

    pub fn download(&self) {
        self.reads.fetch_add(1, Ordering::Relaxed);
    }

    pub fn weight_bytes(&self, bytes: usize) {
        self.weight_bytes.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    pub fn kv_bytes(&self, global: usize, local: usize) {
        self.global_kv_bytes.fetch_add(global as u64, Ordering::Relaxed);
        self.local_kv_bytes.fetch_add(local as u64, Ordering::Relaxed);
    }

    pub fn read(&self) -> Counters {
        let value = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Counters {
            launches: value(&self.launches),
            uploads: value(&self.uploads),
            reads: value(&self.reads),
            weight_bytes: value(&self.weight_bytes),
            global_kv_bytes: value(&self.global_kv_bytes),
            local_kv_bytes: value(&self.local_kv_bytes),
        }
    }
}
