//! Rows and spans: the units that planner, cache and forward agree on.

/// One hidden vector on its way through the stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Row {
    /// Index of the sequence in its pass.
    pub sequence: usize,
    /// The loop, from 0.
    pub loop_index: usize,
    /// The position of the token in its sequence, from 0.
    pub position: usize,
}

/// Rows of consecutive positions of one loop of one sequence: `start..start + len`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// Index of the sequence in its pass.
    pub sequence: usize,
    /// The loop, from 0.
    pub loop_index: usize,
    /// The first position.
    pub start: usize,
    /// The number of positions, at least 1.
    pub len: usize,
}

impl Span {
    /// The rows, by position.
    pub fn rows(self) -> impl Iterator<Item = Row> {
        (self.start..self.start + self.len).map(move |position| Row {
            sequence: self.sequence,
            loop_index: self.loop_index,
            position,
        })
    }
}
