use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The most bytes that a pool keeps. A decode pass has far fewer in use; a prompt that needs more costs
/// far more than allocations do.
const MAX_BYTES: usize = 64 << 20;

/// The content of new memory for [`BufferPool::unwritten`] floats. In debug builds a number that is
/// read too soon is NaN; in release builds it is 0, so that untouched memory costs nothing.
pub(crate) const UNWRITTEN: f32 = if cfg!(debug_assertions) { f32::NAN } else { 0.0 };

/// Buffers that return here when they are dropped: decode allocates no memory. Cloning shares it.
#[derive(Debug)]
pub(crate) struct BufferPool<T>(Arc<Mutex<Vec<Vec<T>>>>);

/// Numbers in memory of a pool.
#[derive(Debug)]
pub(crate) struct Buffer<T> {
    /// The memory, of which the first `len` numbers are in use.
    numbers: Vec<T>,
    len: usize,
    pool: BufferPool<T>,
}

impl<T> BufferPool<T> {
    fn lock(&self) -> MutexGuard<'_, Vec<Vec<T>>> {
        // A panic leaves no list half changed.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The smallest kept memory that has room for `len` numbers, with its old content.
    fn smallest(&self, len: usize) -> Option<Vec<T>> {
        let mut kept = self.lock();
        let large = kept.iter().enumerate().filter(|(_, numbers)| numbers.len() >= len);
        let smallest = large.min_by_key(|(_, numbers)| numbers.len())?.0;
        Some(kept.swap_remove(smallest))
    }

    fn buffer(&self, numbers: Vec<T>, len: usize) -> Buffer<T> {
        Buffer { numbers, len, pool: self.clone() }
    }

    /// A buffer of these numbers.
    pub fn holding(&self, numbers: Vec<T>) -> Buffer<T> {
        let len = numbers.len();
        self.buffer(numbers, len)
    }
}

impl<T: Copy> BufferPool<T> {
    /// Allocates at least `len` numbers.
    fn new_memory(value: T, len: usize) -> Vec<T> {
        // Powers of two: lengths that grow slowly need no new memory each time, and untouched zeros
        // cost nothing.
        vec![value; len.checked_next_power_of_two().unwrap_or(len)]
    }

    /// A buffer of `len` numbers, each of which is written before it is read: they have their old
    /// content, or this value.
    pub fn unwritten(&self, value: T, len: usize) -> Buffer<T> {
        let numbers = self.smallest(len).unwrap_or_else(|| Self::new_memory(value, len));
        self.buffer(numbers, len)
    }

    /// A buffer of `len` times this value.
    pub fn filled(&self, value: T, len: usize) -> Buffer<T> {
        let Some(mut numbers) = self.smallest(len) else {
            return self.buffer(Self::new_memory(value, len), len);
        };
        numbers[..len].fill(value);
        self.buffer(numbers, len)
    }

    /// A buffer with a copy of these numbers.
    pub fn copy(&self, numbers: &[T]) -> Buffer<T> {
        let Some(mut copy) = self.smallest(numbers.len()) else {
            return self.holding(numbers.to_vec());
        };
        copy[..numbers.len()].copy_from_slice(numbers);
        self.buffer(copy, numbers.len())
    }
}

impl<T> Clone for BufferPool<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for BufferPool<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Drop for Buffer<T> {
    fn drop(&mut self) {
        let numbers = std::mem::take(&mut self.numbers);
        let bytes = |numbers: &Vec<T>| numbers.len() * size_of::<T>();
        let mut kept = self.pool.lock();
        kept.push(numbers);
        if kept.iter().map(bytes).sum::<usize>() > MAX_BYTES {
            let largest = kept.iter().enumerate().max_by_key(|(_, numbers)| bytes(numbers));
            if let Some(index) = largest.map(|(index, _)| index) {
                kept.swap_remove(index);
            }
        }
    }
}

impl<T: Copy> Clone for Buffer<T> {
    fn clone(&self) -> Self {
        self.pool.copy(self)
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
    fn buffer_memory_is_used_again() {
        let pool = BufferPool::default();
        let large = pool.filled(1.0f32, 100);
        let place = large.as_ptr();
        drop((large, pool.filled(1.0, 1000)));
        let small = pool.filled(2.0, 50);
        assert_eq!((small.as_ptr(), &*small), (place, &[2.0; 50][..]), "the smallest that fits");
        assert_eq!(&*pool.copy(&[3.0; 7]), [3.0; 7]);
        assert_eq!(&*small.clone(), [2.0; 50]);
        drop(small);
        let again = pool.unwritten(5.0, 20);
        assert_eq!((again.as_ptr(), &*again), (place, &[2.0; 20][..]), "the old content");
    }

    #[test]
    fn buffer_pool_keeps_a_bounded_number_of_bytes() {
        let pool = BufferPool::default();
        let kept = |pool: &BufferPool<u8>| pool.lock().iter().map(Vec::len).sum::<usize>();
        drop(pool.filled(0u8, MAX_BYTES + 1));
        assert_eq!(kept(&pool), 0);
        drop(vec![pool.filled(0u8, MAX_BYTES / 4); 6]);
        assert_eq!(kept(&pool), MAX_BYTES);
        // Small ones stay when a large one has to go.
        let pool = BufferPool::default();
        drop((pool.copy(&[1; 3]), pool.filled(0, MAX_BYTES)));
        assert!(kept(&pool) < 100 && !pool.lock().is_empty());
    }

    #[test]
    fn buffer_lengths_that_grow_slowly_find_room() {
        let pool = BufferPool::default();
        let place = pool.filled(0u8, 1025).as_ptr();
        for len in 1026..2048 {
            let buffer = pool.filled(7, len);
            assert_eq!((buffer.as_ptr(), buffer.len()), (place, len));
            assert!(buffer.iter().all(|number| *number == 7));
        }
    }
}
