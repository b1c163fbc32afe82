use std::borrow::Cow;
use std::ops::Deref;
use std::sync::OnceLock;

use crate::batch::CheckedBatch;
use crate::ops::attention::cpu::Plan;
use crate::ops::rotary_write::cpu::Angles;

/// The rows of a pass, and what all layers of it share once the first one has worked it out.
#[derive(Debug)]
pub struct CpuBatch {
    batch: CheckedBatch,
    angles: OnceLock<Angles>,
    /// Without gates, with gates.
    plans: [OnceLock<Plan>; 2],
}

impl CpuBatch {
    pub(super) fn new(batch: CheckedBatch) -> Self {
        Self { batch, angles: OnceLock::new(), plans: [const { OnceLock::new() }; 2] }
    }

    /// The angles that rows are rotated by.
    pub(crate) fn angles(&self, theta: f64, head_dim: usize) -> Cow<'_, Angles> {
        let of_rows = || Angles::new(&self.batch.rows, theta, head_dim);
        let kept = self.angles.get_or_init(of_rows);
        match kept.are(theta, head_dim) {
            true => Cow::Borrowed(kept),
            false => Cow::Owned(of_rows()),
        }
    }

    /// How attention is cut into tasks.
    pub(crate) fn plan(&self, gated: bool, plan: impl FnOnce() -> Plan) -> &Plan {
        self.plans[usize::from(gated)].get_or_init(plan)
    }
}

impl Deref for CpuBatch {
    type Target = CheckedBatch;

    fn deref(&self) -> &CheckedBatch {
        &self.batch
    }
}
