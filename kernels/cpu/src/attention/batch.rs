use std::ops::Deref;
use std::sync::OnceLock;

use plt_backend::Batch;

use super::partition::Partition;

/// The rows of a pass, and the partition of its attention into tasks: the first layer computes it
/// for all layers.
#[derive(Debug)]
pub struct CpuBatch {
    batch: Batch,
    /// Without gates, with gates.
    partitions: [OnceLock<Partition>; 2],
}

impl CpuBatch {
    pub(crate) fn new(batch: Batch) -> Self {
        Self { batch, partitions: [const { OnceLock::new() }; 2] }
    }

    /// The partition of attention into tasks.
    pub(super) fn partition(
        &self,
        gated: bool,
        partition: impl FnOnce() -> Partition,
    ) -> &Partition {
        self.partitions[usize::from(gated)].get_or_init(partition)
    }
}

impl Deref for CpuBatch {
    type Target = Batch;

    fn deref(&self) -> &Batch {
        &self.batch
    }
}
