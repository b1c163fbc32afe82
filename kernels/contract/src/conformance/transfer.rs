//! Copies on the device, and the cache's own bytes.

use proptest::prelude::*;

use super::cache::{Contents, contents, guarded, same_contents};
use super::model::{Model, models};
use super::{Failure, Suite, failed};
use crate::{Backend, CachePart, Checked, Result};

const SLOTS: usize = 40;

/// A model, and the random numbers of some slots.
type Case = (Model, Vec<u32>);

fn cases() -> impl Strategy<Value = Case> {
    (models(), prop::collection::vec(any::<u32>(), 0..=SLOTS))
}

/// Indices to read and the same number to write, all different but for some that are read twice.
fn indices(random: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let mut indices: Vec<u32> = (0..SLOTS as u32).collect();
    for (i, random) in random.iter().enumerate() {
        indices.swap(i, i + *random as usize % (SLOTS - i));
    }
    let count = random.len() / 2;
    let from = (0..count).map(|i| indices[if i % 5 == 4 { i - 1 } else { i }]).collect();
    (from, indices[count..2 * count].to_vec())
}

fn copy<B: Backend>(backend: &Checked<B>, (model, random): &Case) -> Result<Contents> {
    let mut cache = guarded(backend, &model.cache(SLOTS, SLOTS), model.seed)?;
    let (from, to) = indices(random);
    backend.copy_slots(&mut cache, &from, &to)?;
    backend.copy_carries(&mut cache, &from, &to)?;
    contents(backend, &cache)
}

/// Exports from one cache and imports into other places of another.
fn transfer<B: Backend>(backend: &Checked<B>, (model, random): &Case) -> Result<Contents> {
    let shape = model.cache(SLOTS, SLOTS);
    let cache = guarded(backend, &shape, model.seed)?;
    let mut other = guarded(backend, &shape, !model.seed)?;
    let (from, to) = indices(random);
    for layer in 0..shape.layers {
        let bytes = backend.export(&cache, CachePart::Slots { layer, slots: &from })?;
        backend.import(&mut other, CachePart::Slots { layer, slots: &to }, &bytes)?;
    }
    let bytes = backend.export(&cache, CachePart::Carries(&from))?;
    backend.import(&mut other, CachePart::Carries(&to), &bytes)?;
    contents(backend, &other)
}

impl<B: Backend, R: Backend> Suite<'_, B, R> {
    pub(super) fn copies(&mut self) -> std::result::Result<(), Failure> {
        self.check("copies", cases(), |suite, case| {
            let got = copy(suite.backend, case).map_err(failed)?;
            let expected = copy(suite.reference, case).map_err(failed)?;
            let shape = case.0.cache(SLOTS, SLOTS);
            same_contents(&shape, 0, &[], got, expected)
        })
    }

    pub(super) fn export(&mut self) -> std::result::Result<(), Failure> {
        self.check("export", cases(), |suite, case| {
            let got = transfer(suite.backend, case).map_err(failed)?;
            let expected = transfer(suite.reference, case).map_err(failed)?;
            let shape = case.0.cache(SLOTS, SLOTS);
            same_contents(&shape, 0, &[], got, expected)
        })
    }
}
