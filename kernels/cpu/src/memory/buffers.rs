//! Memory that is used again: at decode, operations ask for none.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The most bytes that a shelf keeps. A decode pass has far fewer in use; what goes beyond is a prompt's,
/// which costs far more than asking for memory does.
const BYTES: usize = 64 << 20;

/// What new memory for [`Shelf::unwritten`] floats holds. Where nothing is measured, a number that was
/// read too soon shows; elsewhere memory that nobody has touched costs nothing.
pub(crate) const UNWRITTEN: f32 = if cfg!(debug_assertions) { f32::NAN } else { 0.0 };

/// Where buffers come from, and go to when they are dropped. Cloning shares it.
#[derive(Debug)]
pub(crate) struct Shelf<T>(Arc<Mutex<Vec<Vec<T>>>>);

/// Numbers in memory that goes back to a shelf.
#[derive(Debug)]
pub(crate) struct Buffer<T> {
    /// Those that were asked for, and what else the memory holds.
    numbers: Vec<T>,
    len: usize,
    shelf: Shelf<T>,
}

impl<T> Shelf<T> {
    fn lock(&self) -> MutexGuard<'_, Vec<Vec<T>>> {
        // A list of buffers is one at any time.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The smallest memory that has room for so many numbers, with what it held.
    fn smallest(&self, len: usize) -> Option<Vec<T>> {
        let mut kept = self.lock();
        let large = kept.iter().enumerate().filter(|(_, numbers)| numbers.len() >= len);
        let smallest = large.min_by_key(|(_, numbers)| numbers.len())?.0;
        Some(kept.swap_remove(smallest))
    }

    fn buffer(&self, numbers: Vec<T>, len: usize) -> Buffer<T> {
        Buffer { numbers, len, shelf: self.clone() }
    }

    /// A buffer of these numbers.
    pub fn holding(&self, numbers: Vec<T>) -> Buffer<T> {
        let len = numbers.len();
        self.buffer(numbers, len)
    }
}

impl<T: Copy> Shelf<T> {
    /// New memory for so many times this.
    fn new_memory(value: T, len: usize) -> Vec<T> {
        // Lengths that grow little by little do not need a new buffer each time. Zeros that nobody has
        // touched cost nothing.
        vec![value; len.checked_next_power_of_two().unwrap_or(len)]
    }

    /// A buffer of so many numbers, each of which is written before it is read: they are what they
    /// were in their last use, or this.
    pub fn unwritten(&self, value: T, len: usize) -> Buffer<T> {
        let numbers = self.smallest(len).unwrap_or_else(|| Self::new_memory(value, len));
        self.buffer(numbers, len)
    }

    /// A buffer of so many times this.
    pub fn filled(&self, value: T, len: usize) -> Buffer<T> {
        let Some(mut numbers) = self.smallest(len) else {
            return self.buffer(Self::new_memory(value, len), len);
        };
        numbers[..len].fill(value);
        self.buffer(numbers, len)
    }

    /// A buffer with a copy of these.
    pub fn copy(&self, numbers: &[T]) -> Buffer<T> {
        let Some(mut copy) = self.smallest(numbers.len()) else {
            return self.holding(numbers.to_vec());
        };
        copy[..numbers.len()].copy_from_slice(numbers);
        self.buffer(copy, numbers.len())
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
        let numbers = std::mem::take(&mut self.numbers);
        let bytes = |numbers: &Vec<T>| numbers.len() * size_of::<T>();
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
        &self.numbers[..self.len]
    }
}

impl<T> DerefMut for Buffer<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.numbers[..self.len]
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
        drop(small);
        let again = shelf.unwritten(5.0, 20);
        assert_eq!((again.as_ptr(), &*again), (place, &[2.0; 20][..]), "nobody has written to it");
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let shelf = Shelf::default();
        let kept = |shelf: &Shelf<u8>| shelf.lock().iter().map(Vec::len).sum::<usize>();
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
