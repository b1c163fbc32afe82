//! Reference-counted indices.

use crate::error::{Resource, Violation};

/// The identity of an open sequence; never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Owner(pub u64);

/// The indices `0..total` of one resource, each free or held by one or more sequences.
///
/// Memory grows with the maximum number of held indices, not with `total`.
#[derive(Debug)]
pub(crate) struct RefCounts {
    resource: Resource,
    total: u32,
    /// The owners of every index allocated so far; empty for a free one.
    owners: Vec<Vec<Owner>>,
    /// Freed indices, a stack: the last one is most likely in the CPU cache.
    returned: Vec<u32>,
}

impl RefCounts {
    pub fn new(resource: Resource, total: u32) -> Self {
        Self { resource, total, owners: Vec::new(), returned: Vec::new() }
    }

    pub fn total(&self) -> usize {
        self.total as usize
    }

    pub fn used(&self) -> usize {
        self.owners.len() - self.returned.len()
    }

    pub fn free(&self) -> usize {
        self.total() - self.used()
    }

    /// Allocates an index; `None` if none is free.
    pub fn take(&mut self, owner: Owner) -> Option<u32> {
        if let Some(index) = self.returned.pop() {
            self.owners[index as usize].push(owner);
            return Some(index);
        }
        let index = self.owners.len() as u32;
        (index < self.total).then(|| {
            self.owners.push(vec![owner]);
            index
        })
    }

    /// Adds an owner to a held index.
    pub fn share(&mut self, index: u32, owner: Owner) {
        self.owners[index as usize].push(owner);
    }

    /// Whether several sequences hold the index.
    pub fn is_shared(&self, index: u32) -> bool {
        self.owners[index as usize].len() > 1
    }

    /// Removes an owner from an index and frees it after the last one.
    pub fn give(&mut self, index: u32, owner: Owner) {
        let owners = &mut self.owners[index as usize];
        owners.retain(|other| *other != owner);
        if owners.is_empty() {
            self.returned.push(index);
        }
    }

    /// The held indices and their owners.
    pub fn held(&self) -> impl Iterator<Item = (u32, Owner)> {
        let of = |(index, owners)| std::iter::repeat(index).zip(<&Vec<Owner>>::into_iter(owners));
        (0..).zip(&self.owners).flat_map(of).map(|(index, owner)| (index, *owner))
    }

    /// Checks that every index is either free, once, or held.
    pub fn check(&self) -> Result<(), Violation> {
        let resource = self.resource;
        let mut free = vec![false; self.owners.len()];
        for &index in &self.returned {
            if std::mem::replace(&mut free[index as usize], true) {
                return Err(Violation::FreeTwice { resource, index });
            }
        }
        for ((index, owners), free) in (0..).zip(&self.owners).zip(free) {
            match (owners.is_empty(), free) {
                (false, true) => return Err(Violation::FreeAndHeld { resource, index }),
                (true, false) => return Err(Violation::Lost { resource, index }),
                _ => {}
            }
        }
        Ok(())
    }

    /// Checks that every owner is in `open`, which is sorted.
    pub fn check_owners(&self, open: &[Owner]) -> Result<(), Violation> {
        let resource = self.resource;
        match self.held().find(|(_, owner)| open.binary_search(owner).is_err()) {
            Some((index, _)) => Err(Violation::OwnerClosed { resource, index }),
            None => Ok(()),
        }
    }

    /// Checks that `owner` holds exactly `indices`, and `expected` of them.
    pub fn check_share(
        &self,
        owner: Owner,
        indices: impl IntoIterator<Item = u32>,
        expected: usize,
    ) -> Result<(), Violation> {
        let resource = self.resource;
        let mut used = vec![false; self.owners.len()];
        for index in indices {
            let owners = self.owners.get(index as usize);
            if !owners.is_some_and(|owners| owners.contains(&owner)) {
                return Err(Violation::NotOwner { resource, index });
            }
            used[index as usize] = true;
        }
        let used = used.into_iter().filter(|used| *used).count();
        let held = self.held().filter(|(_, other)| *other == owner).count();
        match [used, held].into_iter().find(|found| *found != expected) {
            Some(found) => Err(Violation::Count { resource, found, expected }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RESOURCE: Resource = Resource::Block;
    const A: Owner = Owner(7);
    const B: Owner = Owner(8);

    /// Indices 0 and 2 are held by A, 1 is free, 3 was never allocated.
    fn list() -> RefCounts {
        let mut list = RefCounts::new(RESOURCE, 4);
        assert_eq!([list.take(A), list.take(B), list.take(A)], [Some(0), Some(1), Some(2)]);
        list.give(1, B);
        list
    }

    #[test]
    fn indices_are_allocated_once_and_reused() {
        let mut list = list();
        assert_eq!((list.used(), list.free(), list.total()), (2, 2, 4));
        assert_eq!([list.take(B), list.take(B), list.take(B)], [Some(1), Some(3), None]);
        assert_eq!((list.used(), list.free()), (4, 0));
        assert_eq!(list.check(), Ok(()));
    }

    #[test]
    fn shared_index_is_freed_after_its_last_owner() {
        let mut list = list();
        list.share(0, B);
        assert!(list.is_shared(0) && !list.is_shared(2));
        assert_eq!(list.used(), 2);
        list.give(0, A);
        assert!(!list.is_shared(0));
        assert_eq!((list.used(), list.check_share(B, [0], 1)), (2, Ok(())));
        list.give(0, B);
        assert_eq!((list.used(), list.take(A)), (1, Some(0)));
        assert_eq!(list.check(), Ok(()));
    }

    #[test]
    fn ref_counts_allocate_no_memory_for_their_total() {
        let list = RefCounts::new(RESOURCE, u32::MAX);
        assert_eq!((list.owners.capacity(), list.returned.capacity()), (0, 0));
    }

    #[test]
    fn check_finds_every_violation() {
        let resource = RESOURCE;
        let check = |damage: fn(&mut RefCounts)| {
            let mut list = list();
            damage(&mut list);
            list.check()
        };
        assert_eq!(check(|_| {}), Ok(()));
        let twice = check(|list| list.returned.push(1));
        assert_eq!(twice, Err(Violation::FreeTwice { resource, index: 1 }));
        let held = check(|list| list.returned.push(2));
        assert_eq!(held, Err(Violation::FreeAndHeld { resource, index: 2 }));
        let lost = check(|list| list.owners[0].clear());
        assert_eq!(lost, Err(Violation::Lost { resource, index: 0 }));

        let list = list();
        assert_eq!(list.check_owners(&[A, B]), Ok(()));
        let closed = Err(Violation::OwnerClosed { resource, index: 0 });
        assert_eq!(list.check_owners(&[B]), closed);

        assert_eq!(list.check_share(A, [2, 0], 2), Ok(()));
        for index in [1, 3, 9] {
            let stolen = Err(Violation::NotOwner { resource, index });
            assert_eq!(list.check_share(A, [0, index], 2), stolen);
        }
        let count = |found, expected| Err(Violation::Count { resource, found, expected });
        assert_eq!(list.check_share(A, [0, 2], 3), count(2, 3));
        assert_eq!(list.check_share(A, [0, 0], 2), count(1, 2));
        assert_eq!(list.check_share(A, [0], 1), count(2, 1));
    }
}
