//! One sequence: its tokens and its place in the cache.

use crate::error::Result;
use crate::plan::Pass;

/// Tokens, and which of them have been through which loops.
pub struct Sequence {
    /// The tokens known so far: the prompt and what was generated. A pass may take any position
    /// whose token is known.
    pub tokens: Vec<u32>,
    /// How many of the newest tokens are drafts: a guess at what will be generated. A wavefront over
    /// them gives the logits that confirm them one by one, see [`LogitsFor::Newest`], or show where
    /// they are wrong, and [`Model::reject`](crate::Model::reject) takes back the rest.
    ///
    /// [`LogitsFor::Newest`]: crate::LogitsFor::Newest
    pub drafts: usize,
    /// Blocks, rings and carries. Dropping it gives them back.
    pub kv: plt_cache::Sequence,
}

impl Sequence {
    /// Tokens that are no drafts.
    pub fn confirmed(&self) -> &[u32] {
        &self.tokens[..self.tokens.len().saturating_sub(self.drafts)]
    }

    /// Takes note of a pass over this sequence alone that nobody computes: its keys, values and
    /// carries are what the storage of the cache holds by itself, or has been given. For sequences
    /// that are restored, and for measurements.
    ///
    /// # Errors
    /// If the pass breaks the dependency rule or the cache is full.
    pub fn assume(&mut self, pass: &Pass) -> Result<()> {
        let spans: Vec<_> = pass.spans.iter().copied().map(plt_cache::LoopSpan::from).collect();
        self.kv.advance(&spans)?;
        Ok(())
    }
}
