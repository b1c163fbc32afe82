use std::ops::Range;

/// A mutable slice that tasks split into disjoint parts.
pub(crate) struct DisjointSlices<T> {
    data: *mut T,
    len: usize,
}

// SAFETY: a part is only used by one thread at a time, as `get` demands.
#[allow(unsafe_code)]
unsafe impl<T: Send> Sync for DisjointSlices<T> {}

impl<T> DisjointSlices<T> {
    /// Splits this slice, which stays borrowed by the caller.
    pub fn new(data: &mut [T]) -> Self {
        Self { data: data.as_mut_ptr(), len: data.len() }
    }

    /// Elements of the whole slice.
    pub fn len(&self) -> usize {
        self.len
    }

    /// One part.
    ///
    /// # Safety
    /// The slice that this was made of is still borrowed, and no other part in use overlaps this one.
    #[allow(unsafe_code, clippy::mut_from_ref)]
    pub unsafe fn get(&self, range: Range<usize>) -> &mut [T] {
        assert!(range.start <= range.end && range.end <= self.len, "{range:?} of {}", self.len);
        // SAFETY: the range is inside the slice; the caller promises the rest.
        unsafe { std::slice::from_raw_parts_mut(self.data.add(range.start), range.len()) }
    }
}
