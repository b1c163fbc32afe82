//! Problems of the tensors of a checkpoint.

use std::fmt;

use crate::error::one_line;

/// A problem of one tensor. Names are those in the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Problem {
    /// A tensor of the config is missing.
    Missing {
        /// The tensor.
        tensor: String,
    },
    /// A tensor is not in the config.
    Extra {
        /// The tensor.
        tensor: String,
    },
    /// A tensor has another shape.
    Shape {
        /// The tensor.
        tensor: String,
        /// The config's shape.
        expected: Vec<usize>,
        /// The file's shape.
        found: Vec<usize>,
    },
    /// A tensor has an element type that weights cannot have.
    Type {
        /// The tensor.
        tensor: String,
        /// The file's type.
        found: String,
    },
    /// The index says that a shard holds a tensor, and it does not.
    NotInShard {
        /// The tensor.
        tensor: String,
        /// The shard.
        shard: String,
    },
    /// A shard holds a tensor that the index does not say it holds.
    NotInIndex {
        /// The tensor.
        tensor: String,
        /// The shard.
        shard: String,
    },
    /// A tensor holds NaN or an infinity.
    NotFinite {
        /// The tensor.
        tensor: String,
        /// The first such element, or the first element of the quantised block that has such a
        /// scale, in row order.
        index: u64,
    },
}

/// Problems as one line of text: the first eight and how many more there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problem {
    /// The tensor.
    pub fn tensor(&self) -> &str {
        match self {
            Problem::Missing { tensor }
            | Problem::Extra { tensor }
            | Problem::Shape { tensor, .. }
            | Problem::Type { tensor, .. }
            | Problem::NotInShard { tensor, .. }
            | Problem::NotInIndex { tensor, .. }
            | Problem::NotFinite { tensor, .. } => tensor,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Missing { tensor } => write!(f, "{} is missing", one_line(tensor)),
            Problem::Extra { tensor } => write!(f, "{} is not expected", one_line(tensor)),
            Problem::Shape { tensor, expected, found } => {
                write!(f, "{}: expected shape {expected:?}, found {found:?}", one_line(tensor))
            }
            Problem::Type { tensor, found } => {
                let tensor = one_line(tensor);
                write!(f, "{tensor}: expected type F32, F16 or BF16, found {found}")
            }
            Problem::NotInShard { tensor, shard } => {
                let tensor = one_line(tensor);
                write!(f, "{tensor} is not in {}, where the index has it", one_line(shard))
            }
            Problem::NotInIndex { tensor, shard } => {
                let tensor = one_line(tensor);
                write!(f, "{tensor} is in {}, but not so in the index", one_line(shard))
            }
            Problem::NotFinite { tensor, index } => {
                write!(f, "{}: element {index} is not finite", one_line(tensor))
            }
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 8;
        for (i, problem) in self.0.iter().take(SHOWN).enumerate() {
            let separator = if i == 0 { "" } else { "; " };
            write!(f, "{separator}{problem}")?;
        }
        match self.0.len().saturating_sub(SHOWN) {
            0 => Ok(()),
            more => write!(f, "; and {more} more"),
        }
    }
}
