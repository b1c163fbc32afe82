//! A set of strings, searched for those that a string begins with.

/// Strings with the id of each, in the order of their bytes.
#[derive(Debug, Clone, Default)]
pub struct Prefixes {
    strings: Vec<(Box<str>, u32)>,
    /// The strings that begin with byte `b` are `first[b]..first[b + 1]`.
    first: Vec<usize>,
}

impl Prefixes {
    /// Creates the set; of equal strings the last one counts. Empty strings are left out.
    pub fn new<'s>(strings: impl Iterator<Item = (&'s str, u32)>) -> Self {
        let strings = strings.filter(|(text, _)| !text.is_empty());
        let mut strings: Vec<(Box<str>, u32)> =
            strings.map(|(text, id)| (text.into(), id)).collect();
        strings.reverse();
        strings.sort_by(|(a, _), (b, _)| a.cmp(b));
        strings.dedup_by(|(a, _), (b, _)| a == b);
        let first = (0..=256)
            .map(|byte| strings.partition_point(|(text, _)| usize::from(text.as_bytes()[0]) < byte))
            .collect();
        Self { strings, first }
    }

    /// Returns the length and the id of every string that `text` begins with, the shortest first.
    pub fn of<'s>(&'s self, text: &'s str) -> impl Iterator<Item = (usize, u32)> + 's {
        let text = text.as_bytes();
        let mut range = match text.first() {
            Some(byte) if !self.strings.is_empty() => {
                self.first[usize::from(*byte)]..self.first[usize::from(*byte) + 1]
            }
            _ => 0..0,
        };
        let mut length = 0;
        std::iter::from_fn(move || {
            loop {
                length += 1;
                let strings = &self.strings[range.clone()];
                // All of them begin with the first `length` bytes, so a string of that length is
                // the first.
                let (shortest, id) = strings.first()?;
                if shortest.len() == length {
                    range.start += 1;
                    let found = (length, *id);
                    range = self.narrowed(range.clone(), text, length);
                    return Some(found);
                }
                range = self.narrowed(range.clone(), text, length);
            }
        })
    }

    /// Returns the strings of `range` that continue with the byte of `text` at `at`.
    fn narrowed(
        &self,
        range: std::ops::Range<usize>,
        text: &[u8],
        at: usize,
    ) -> std::ops::Range<usize> {
        let Some(byte) = text.get(at) else { return 0..0 };
        let strings = &self.strings[range.clone()];
        let matches = |string: Option<&(Box<str>, u32)>| {
            string.is_some_and(|(text, _)| text.as_bytes()[at] == *byte)
        };
        // In long strings most bytes leave all of them.
        if matches(strings.first()) && matches(strings.last()) {
            return range;
        }
        let start = strings.partition_point(|(text, _)| text.as_bytes()[at] < *byte);
        let count = strings[start..].partition_point(|(text, _)| text.as_bytes()[at] == *byte);
        range.start + start..range.start + start + count
    }

    /// Returns the longest string that `text` begins with.
    pub fn longest(&self, text: &str) -> Option<(usize, u32)> {
        self.of(text).last()
    }
}
