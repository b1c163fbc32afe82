//! One sequence: its tokens and its place in the cache.

use crate::error::{Error, Result};
use crate::plan::Pass;

/// The tokens of one sequence, and what the cache holds of them.
///
/// Tokens are confirmed, or drafts behind the confirmed ones. Every position that a loop has
/// computed has a token, and tokens of computed positions never change. Made by
/// [`Cache::open`](crate::Cache::open), [`Model::fork`](crate::Model::fork) or
/// [`Model::restore`](crate::Model::restore). Dropping a sequence returns its place in the cache.
#[derive(Debug)]
pub struct Sequence {
    tokens: Vec<u32>,
    /// Number of draft tokens at the end of `tokens`.
    drafts: usize,
    kv: plt_cache::Sequence,
}

impl Sequence {
    /// A sequence whose first `kv.len()` tokens were computed into this place of the cache, for
    /// example one that a [`PrefixIndex`](plt_cache::PrefixIndex) returned. No token is a draft.
    ///
    /// # Errors
    /// [`Error::NoToken`] if there are fewer tokens than computed positions.
    pub fn new(kv: plt_cache::Sequence, tokens: Vec<u32>) -> Result<Self> {
        expect_tokens(kv.len(), tokens.len())?;
        Ok(Self { tokens, drafts: 0, kv })
    }

    /// The tokens known so far: the prompt, the generated tokens, the drafts. A pass may contain
    /// any of these positions.
    pub fn tokens(&self) -> &[u32] {
        &self.tokens
    }

    /// The tokens that are not drafts.
    pub fn confirmed(&self) -> &[u32] {
        &self.tokens[..self.tokens.len() - self.drafts]
    }

    /// The draft tokens: predictions of what will be generated. A wavefront over them yields the
    /// logits that verify them one by one, see [`LogitsFor::Newest`](crate::LogitsFor::Newest).
    /// [`accept`](Self::accept) confirms a draft, [`Model::reject`](crate::Model::reject) removes
    /// all of them.
    pub fn drafts(&self) -> &[u32] {
        &self.tokens[self.tokens.len() - self.drafts..]
    }

    /// The place in the cache: blocks, rings, carries, and which positions each loop has computed.
    pub fn kv(&self) -> &plt_cache::Sequence {
        &self.kv
    }

    /// Appends confirmed tokens. This confirms all drafts, since the new tokens follow them.
    pub fn extend(&mut self, tokens: impl IntoIterator<Item = u32>) {
        self.drafts = 0;
        self.tokens.extend(tokens);
    }

    /// Appends draft tokens.
    pub fn draft(&mut self, tokens: impl IntoIterator<Item = u32>) {
        let before = self.tokens.len();
        self.tokens.extend(tokens);
        self.drafts += self.tokens.len() - before;
    }

    /// Confirms the first draft, if there is one.
    pub fn accept(&mut self) {
        self.drafts = self.drafts.saturating_sub(1);
    }

    /// Replaces all tokens that no loop has computed by these confirmed tokens. Drafts that were
    /// computed become confirmed.
    pub fn replace_pending(&mut self, tokens: impl IntoIterator<Item = u32>) {
        self.tokens.truncate(self.kv.len());
        self.extend(tokens);
    }

    /// Skips the rows of later loops that cannot be seen in the results of position `wanted` and later
    /// ones, such as the logits of the newest token. A plan then continues from
    /// [`kv().written()`](plt_cache::Sequence::written). Returns the number of rows skipped.
    ///
    /// The sequence then has no logits before `wanted`, and cannot be truncated to fewer positions.
    ///
    /// # Errors
    /// [`plt_cache::Error::Skipped`] if rows that can be seen from there were skipped before.
    pub fn skip_to(&mut self, wanted: usize) -> Result<usize> {
        Ok(self.kv.skip_to(wanted)?)
    }

    /// Marks the positions of a pass over this sequence alone as computed, without computing them:
    /// the cache already holds their keys, values and carries, or their values do not matter, as in
    /// a benchmark.
    ///
    /// # Errors
    /// [`Error::NoToken`] if a position has no token; if the pass breaks the dependency rule or the
    /// cache is full. Nothing has changed then.
    pub fn assume(&mut self, pass: &Pass) -> Result<()> {
        self.advance(&pass.spans).map(drop)
    }

    /// The confirmed tokens and the place in the cache.
    pub fn into_parts(mut self) -> (Vec<u32>, plt_cache::Sequence) {
        self.tokens.truncate(self.confirmed().len());
        (self.tokens, self.kv)
    }

    /// Reserves the cache for the spans of one pass, which are all of this sequence.
    pub(crate) fn advance(
        &mut self,
        spans: &[plt_cache::Span],
    ) -> Result<Vec<plt_cache::SpanSlots>> {
        for span in spans {
            expect_tokens(span.start.saturating_add(span.len), self.tokens.len())?;
        }
        Ok(self.kv.advance(spans)?)
    }

    /// Shortens what the cache holds to `len` positions; tokens stay.
    pub(crate) fn truncate(&mut self, len: usize) -> Result<plt_cache::PendingCopies> {
        Ok(self.kv.truncate(len)?)
    }

    /// Removes all drafts; the cache holds none of them any more.
    pub(crate) fn remove_drafts(&mut self) {
        self.tokens.truncate(self.confirmed().len());
        self.drafts = 0;
    }

    /// A second sequence with the same tokens and drafts, and the copies that its place needs.
    pub(crate) fn fork(&self) -> Result<(Self, plt_cache::PendingCopies)> {
        let (kv, copies) = self.kv.fork()?;
        Ok((Self { tokens: self.tokens.clone(), drafts: self.drafts, kv }, copies))
    }
}

/// Fails unless every position before `end` has a token.
pub(crate) fn expect_tokens(end: usize, known: usize) -> Result<()> {
    match end.checked_sub(1) {
        Some(position) if end > known => Err(Error::NoToken { position, known }),
        _ => Ok(()),
    }
}
