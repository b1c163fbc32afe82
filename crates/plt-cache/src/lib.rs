//! The shared KV memory manager of looped transformers, as plain data.
//!
//! A model whose R loops share one stack of layers writes keys and values R times for every token.
//! A Parallel Loop Transformer (arXiv 2510.24824) keeps them only once: all loops attend to loop
//! 0's, and each later loop besides to a short window of its own. So a sequence holds
//!
//! - **blocks**: pages of `block_size` positions for loop 0, taken from the pool as it grows;
//! - **rings**: `local_keys + rollback` slots for each later loop, a fixed cost for each sequence;
//! - **carries**: rows for the hidden states that one loop has handed on and the next one has yet
//!   to start from.
//!
//! This crate says *where* they are. It hands out indices into storage that somebody else owns and
//! never sees a tensor or a device. [`CacheLayout`] tells how large that storage must be,
//! [`Pool`] knows what is free in it, and a [`Sequence`] holds its share until it is dropped.
//! [`Sequence::advance`] is called once for every pass: it refuses passes that break the
//! dependency rule of the loops, and otherwise tells each row where to read and write.
//!
//! [`Sequence::fork`] makes a second sequence that goes on from where a first one is: full blocks of
//! loop 0 are shared, and what has to be copied (rings, carries, the last block) is named. Loop 0's
//! blocks alone would not be enough: later loops start from the carries and the windows of that
//! position. A [`PrefixIndex`] keeps such forks by the tokens that they have seen, for prompts that
//! begin alike.
//!
//! Use it under a forward of your own, or to find out what a model will cost. Do not use it for a
//! model that keeps all keys and values of all loops.
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
//! // Prefill: loop 0 over the prompt, then loop 1, which starts from loop 0's hidden states.
//! let loop_0 = sequence.advance(&[span(0, 0, 5)])?;
//! assert_eq!(loop_0[0].writes, [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]);
//! assert_eq!(loop_0[0].carry_out, [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]);
//! let loop_1 = sequence.advance(&[span(1, 0, 5)])?;
//! assert_eq!(loop_1[0].writes[0], (0, 400)); // its ring lies behind the 100 blocks of 4
//! assert_eq!(loop_1[0].carry_in, [None, Some(0), Some(1), Some(2), Some(3)]);
//!
//! // Decode: both loops in one pass. Only the newest hidden state waits between passes.
//! let both = sequence.advance(&[span(0, 5, 1), span(1, 5, 1)])?;
//! assert_eq!(both[1].carry_in, [Some(4)]);
//! assert_eq!(pool.stats().carry_rows.used, 1);
//!
//! // Loop 1 cannot run ahead of the hidden states that it starts from.
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

pub use error::{Error, Resource, Result, Violation};
pub use layout::{CacheLayout, Geometry, PoolSize};
pub use pool::{Pool, PoolStats, Usage};
pub use prefix::{PrefixIndex, PrefixKey, PrefixStats};
pub use rows::{Row, Span};
pub use sequence::{Footprint, PendingCopies, Sequence, SpanSlots};
