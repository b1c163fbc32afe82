//! The shared KV memory manager of looped transformers, as plain data.
//!
//! A model whose R loops share one stack of layers writes keys and values R times per token. A
//! Parallel Loop Transformer (arXiv 2510.24824) stores them once: all loops attend to loop 0's KV
//! cache, and each later loop also attends to a short window of its own. So a sequence holds
//!
//! - **blocks** of `block_size` positions for loop 0, allocated as it grows;
//! - **rings** of `local_keys + rollback` slots for each later loop, a fixed cost per sequence;
//! - **carries**: rows for the hidden states that one loop has produced and the next one has not
//!   consumed yet.
//!
//! This crate tracks *where* they are: it allocates indices into storage that a backend owns, and
//! knows neither tensors nor devices. [`CacheLayout`] gives the size of that storage, [`Pool`] the
//! free indices, and a [`Sequence`] holds indices until it is dropped. [`Sequence::advance`] is
//! called once per pass: it rejects passes that break the dependency rule of the loops, and returns
//! the places where each row reads and writes.
//!
//! [`Sequence::fork`] makes a second sequence that continues from the end of a first one. Full blocks
//! of loop 0 are shared; it returns the copies to be made of rings, carries and the last block. Loop
//! 0's blocks alone would not be enough: later loops start from the carries and the windows of that
//! position. A [`PrefixIndex`] is a prefix cache of such forks, for prompts with a common prefix.
//!
//! Rows of a prompt that its end cannot see need not be computed: [`Geometry::first_positions`] says
//! where each loop may start, and [`Sequence::skip_to`] lets it start there.
//!
//! Use it under a forward of your own, or to compute the memory of a model. Do not use it for a model
//! that stores the KV cache of every loop.
//!
//! # Example
//!
//! LoopCoder-V2, two loops: a prompt of five tokens, then one token decoded.
//!
//! ```
//! use plt_cache::{CacheLayout, Geometry, Pool, PoolSize, Sequence, Span};
//!
//! # fn main() -> plt_cache::Result<()> {
//! let geometry = Geometry {
//!     layers: 14,
//!     hidden: 5120,
//!     loops: 2,
//!     local_keys: 65,
//!     shift: 1,
//! };
//! let size = PoolSize {
//!     slot_bytes: 2 * 8 * 128 * 2, // key and value of 8 heads of 128 in 16 bits
//!     block_size: 4,
//!     blocks: 100,
//!     sequences: 1,
//!     carry_rows: 5,
//!     rollback: 0,
//! };
//! let pool = Pool::new(CacheLayout::new(geometry, size)?);
//! assert_eq!(pool.layout().bytes_per_token(), 56 * 1024);
//!
//! let mut sequence = Sequence::open(&pool)?;
//! let span = |loop_index, start, len| Span { sequence: 0, loop_index, start, len };
//!
//! // Prefill: loop 0 over the prompt, then loop 1, which starts from loop 0's carries.
//! let loop_0 = sequence.advance(&[span(0, 0, 5)])?;
//! assert_eq!(loop_0[0].writes, [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]);
//! assert_eq!(loop_0[0].carry_out, [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]);
//! let loop_1 = sequence.advance(&[span(1, 0, 5)])?;
//! assert_eq!(loop_1[0].writes[0], (0, 400)); // its ring follows the 100 blocks of 4
//! assert_eq!(loop_1[0].carry_in, [None, Some(0), Some(1), Some(2), Some(3)]);
//!
//! // Decode: both loops in one pass. Only the newest carry is stored between passes.
//! let both = sequence.advance(&[span(0, 5, 1), span(1, 5, 1)])?;
//! assert_eq!(both[1].carry_in, [Some(4)]);
//! assert_eq!(pool.stats().carry_rows.used, 1);
//!
//! // Loop 1 cannot run ahead of its carries.
//! assert!(sequence.advance(&[span(1, 6, 2)]).is_err());
//!
//! drop(sequence);
//! assert_eq!(pool.stats().bytes.used, 0);
//! # Ok(())
//! # }
//! ```

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod error;
mod layout;
mod pool;
mod prefix;
mod ref_counts;
mod rows;
mod sequence;
mod visible;

pub use error::{Error, Resource, Result, Violation};
pub use layout::{CacheLayout, Geometry, PoolSize};
pub use pool::{Pool, PoolStats, Usage};
pub use prefix::{PrefixIndex, PrefixKey, PrefixStats};
pub use rows::{Row, Span};
pub use sequence::{Footprint, PendingCopies, Sequence, SpanSlots};
