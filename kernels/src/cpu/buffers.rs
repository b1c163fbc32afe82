//! Memory that is used again: at decode, operations ask for none.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The most buffers that a shelf keeps.
const BUFFERS: usize = 32;
/// The most bytes of one that it keeps: larger ones are a prompt's, which costs far more than asking
/// for memory does.
const BYTES: usize = 2 << 20;

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

    /// The smallest buffer that has room for so many numbers, emptied, or a new one.
    fn empty(&self, len: usize) -> Buffer<T> {
        let mut kept = self.lock();
        let large = kept.iter().enumerate().filter(|(_, numbers)| numbers.capacity() >= len);
        let smallest = large.min_by_key(|(_, numbers)| numbers.capacity()).map(|(index, _)| index);
        let numbers = smallest.map(|index| kept.swap_remove(index));
        drop(kept);
        let numbers = numbers.unwrap_or_else(|| Vec::with_capacity(len));
        Buffer { numbers, shelf: self.clone() }
    }

    /// A buffer of these numbers.
    pub fn holding(&self, numbers: Vec<T>) -> Buffer<T> {
        Buffer { numbers, shelf: self.clone() }
    }
}

impl<T: Copy> Shelf<T> {
    /// A buffer of so many times this.
    pub fn filled(&self, value: T, len: usize) -> Buffer<T> {
        let mut buffer = self.empty(len);
        buffer.numbers.resize(len, value);
        buffer
    }

    /// A buffer with a copy of these.
    pub fn copy(&self, numbers: &[T]) -> Buffer<T> {
        let mut buffer = self.empty(numbers.len());
        buffer.numbers.extend_from_slice(numbers);
        buffer
    }
}

impl<T> Clone for Shelf<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Vec::with_capacity(BUFFERS))))
    }
}

impl<T> Drop for Buffer<T> {
    fn drop(&mut self) {
        let mut numbers = std::mem::take(&mut self.numbers);
        numbers.clear();
        let bytes = numbers.capacity() * size_of::<T>();
        let mut kept = self.shelf.lock();
        if bytes > 0 && bytes <= BYTES && kept.len() < BUFFERS {
            kept.push(numbers);
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
        drop(shelf.filled(0u8, BYTES + 1));
        assert!(shelf.lock().is_empty());
        drop(vec![shelf.filled(0u8, 10); 2 * BUFFERS]);
        assert_eq!(shelf.lock().len(), BUFFERS);
    }
}
