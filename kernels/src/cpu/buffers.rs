//! Memory that is used again: at decode, operations ask for none.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The most bytes that a shelf keeps. A decode pass has far fewer in use; what goes beyond is a prompt's,
/// which costs far more than asking for memory does.
const BYTES: usize = 64 << 20;

/// Where buffers come from, and go to when they are dropped. Cloning shares it.
#[derive(Debug)]
pub(crate) struct Shelf<T>(Arc<Mutex<Vec<Vec<T>>>>);

/// Numbers in memory that goes back to a shelf.
#[derive(Debug)]
pub(crate) struct Buffer<T> {
    numbers: Vec<T>,
    shelf: Shelf<T>,
}

impl<T> Shelf<T> {
    fn lock(&self) -> MutexGuard<'_, Vec<Vec<T>>> {
        // A list of buffers is one at any time.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The smallest buffer that has room for so many numbers, emptied.
    fn smallest(&self, len: usize) -> Option<Vec<T>> {
        let mut kept = self.lock();
        let large = kept.iter().enumerate().filter(|(_, numbers)| numbers.capacity() >= len);
        let smallest = large.min_by_key(|(_, numbers)| numbers.capacity())?.0;
        Some(kept.swap_remove(smallest))
    }

    /// A buffer of these numbers.
    pub fn holding(&self, numbers: Vec<T>) -> Buffer<T> {
        Buffer { numbers, shelf: self.clone() }
    }
}

impl<T: Copy> Shelf<T> {
    /// A buffer of so many times this.
    pub fn filled(&self, value: T, len: usize) -> Buffer<T> {
        let mut numbers = self.smallest(len).unwrap_or_else(|| {
            // Lengths that grow little by little do not need a new buffer each time. Zeros that nobody
            // has touched cost nothing.
            let mut numbers = vec![value; len.checked_next_power_of_two().unwrap_or(len)];
            numbers.truncate(len);
            numbers
        });
        numbers.resize(len, value);
        self.holding(numbers)
    }

    /// A buffer with a copy of these.
    pub fn copy(&self, numbers: &[T]) -> Buffer<T> {
        let mut copy = self.smallest(numbers.len()).unwrap_or_default();
        copy.extend_from_slice(numbers);
        self.holding(copy)
    }
}

impl<T> Clone for Shelf<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Drop for Buffer<T> {
    fn drop(&mut self) {
        let mut numbers = std::mem::take(&mut self.numbers);
        numbers.clear();
        let bytes = |numbers: &Vec<T>| numbers.capacity() * size_of::<T>();
        let mut kept = self.shelf.lock();
        kept.push(numbers);
        if kept.iter().map(bytes).sum::<usize>() > BYTES {
            let largest = kept.iter().enumerate().max_by_key(|(_, numbers)| bytes(numbers));
            if let Some(index) = largest.map(|(index, _)| index) {
                kept.swap_remove(index);
            }
        }
    }
}

impl<T: Copy> Clone for Buffer<T> {
    fn clone(&self) -> Self {
        self.shelf.copy(self)
    }
}

impl<T> Deref for Buffer<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.numbers
    }
}

impl<T> DerefMut for Buffer<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_comes_back_with_the_numbers_that_were_asked_for() {
        let shelf = Shelf::default();
        let large = shelf.filled(1.0f32, 100);
        let place = large.as_ptr();
        drop((large, shelf.filled(1.0, 1000)));
        let small = shelf.filled(2.0, 50);
        assert_eq!((small.as_ptr(), &*small), (place, &[2.0; 50][..]), "the smallest that fits");
        assert_eq!(&*shelf.copy(&[3.0; 7]), [3.0; 7]);
        assert_eq!(&*small.clone(), [2.0; 50]);
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let shelf = Shelf::default();
        let kept = |shelf: &Shelf<u8>| shelf.lock().iter().map(Vec::capacity).sum::<usize>();
        drop(shelf.filled(0u8, BYTES + 1));
        assert_eq!(kept(&shelf), 0);
        drop(vec![shelf.filled(0u8, BYTES / 4); 6]);
        assert_eq!(kept(&shelf), BYTES);
        // Small ones stay when a large one has to go.
        let shelf = Shelf::default();
        drop((shelf.copy(&[1; 3]), shelf.filled(0, BYTES)));
        assert!(kept(&shelf) < 100 && !shelf.lock().is_empty());
    }

    #[test]
    fn lengths_that_grow_little_by_little_find_room() {
        let shelf = Shelf::default();
        let place = shelf.filled(0u8, 1025).as_ptr();
        for len in 1026..2048 {
            let buffer = shelf.filled(7, len);
            assert_eq!((buffer.as_ptr(), buffer.len()), (place, len));
            assert!(buffer.iter().all(|number| *number == 7));
        }
    }
}
