//! One sequence: its tokens and its place in the cache.

/// Tokens, and which of them have been through which loops.
pub struct Sequence {
    /// The tokens known so far: the prompt and what was generated. A pass may take any position
    /// whose token is known.
    pub tokens: Vec<u32>,
    /// Blocks, rings and carries. Dropping it gives them back.
    pub kv: plt_cache::Sequence,
}
