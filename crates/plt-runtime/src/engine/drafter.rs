//! Speculative decoding by prompt lookup: draft tokens repeat what followed an earlier occurrence
//! of the last tokens.

use std::collections::HashMap;

/// Tokens that must repeat before a draft is made.
const NGRAM: usize = 3;

/// Drafts the tokens that followed the most recent earlier occurrence of the last [`NGRAM`] tokens,
/// in the prompt or in the answer.
///
/// A draft is as long as the repetition so far: after m tokens that repeat, m more are likely.
/// Drafts grow while their tokens are accepted, and a rejected draft costs little.
#[derive(Debug, Clone, Default)]
pub(super) struct Drafter {
    /// The position after the last occurrence of every n-gram.
    after: HashMap<[u32; NGRAM], usize>,
    /// Tokens whose n-grams are in `after`.
    indexed: usize,
    /// The position of the token that the next draft token repeats.
    source: usize,
    /// Confirmed tokens that repeat those before `source`.
    repeated: usize,
}

impl Drafter {
    /// Returns the draft tokens that follow `tokens`, whose last `drafts` are draft tokens already:
    /// up to `most` or to the length of the repetition, those included.
    pub fn extend(&mut self, tokens: &[u32], drafts: usize, most: usize) -> Vec<u32> {
        if drafts == 0 {
            self.look_up(tokens, most);
        }
        let mut new: Vec<u32> = Vec::new();
        while drafts + new.len() < self.repeated.min(most) {
            // The repeated tokens may be draft tokens themselves.
            let Some(token) = tokens.iter().chain(&new).nth(self.source).copied() else { break };
            new.push(token);
            self.source += 1;
        }
        new
    }

    /// Notes that a draft token was accepted.
    pub fn accept(&mut self) {
        self.repeated += 1;
    }

    /// Finds the last earlier occurrence of the newest n-gram.
    fn look_up(&mut self, tokens: &[u32], most: usize) {
        let known = tokens.len();
        for end in self.indexed.max(NGRAM)..known {
            if let Some(ngram) = tokens[..end].last_chunk() {
                self.after.insert(*ngram, end);
            }
        }
        self.indexed = known;
        let source = tokens.last_chunk().and_then(|ngram| self.after.get(ngram));
        self.repeated = 0;
        if let Some(source) = source {
            self.source = *source;
            let pairs = tokens[..*source].iter().rev().zip(tokens.iter().rev());
            self.repeated = pairs.take(most).take_while(|(before, now)| before == now).count();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafts(drafter: &mut Drafter, tokens: &[u32], most: usize) -> Vec<u32> {
        drafter.extend(tokens, 0, most)
    }

    #[test]
    fn drafter_repeats_the_last_occurrence_at_its_length() {
        const NONE: [u32; 0] = [];
        let new = Drafter::default;
        assert_eq!(drafts(&mut new(), &[], 8), NONE);
        assert_eq!(drafts(&mut new(), &[1, 2], 8), NONE);
        assert_eq!(
            drafts(&mut new(), &[1, 2, 3, 4, 2, 3], 8),
            NONE,
            "two tokens are not an n-gram"
        );
        assert_eq!(drafts(&mut new(), &[1, 2, 3, 4, 5, 6, 7, 1, 2, 3], 8), [4, 5, 6]);
        assert_eq!(drafts(&mut new(), &[0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3], 8), [4, 5, 6, 7]);
        assert_eq!(drafts(&mut new(), &[0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3], 2), [4, 5]);
        assert_eq!(drafts(&mut new(), &[1, 2, 3, 4, 1, 2, 3, 5, 1, 2, 3], 1), [5], "the last one");
        assert_eq!(drafts(&mut new(), &[7, 1, 1, 1, 1], 8), [1, 1, 1], "drafts are copied as well");
    }

    #[test]
    fn drafter_continues_accepted_drafts_and_restarts_otherwise() {
        let mut drafter = Drafter::default();
        let text: Vec<u32> = (0..12).chain(0..3).collect();
        let mut tokens = text.clone();
        tokens.extend(drafter.extend(&text, 0, 8));
        assert_eq!(tokens[text.len()..], [3, 4, 5]);
        // The first of three was accepted.
        drafter.accept();
        assert_eq!(drafter.extend(&tokens, 2, 8), [6, 7]);
        // The second was rejected.
        tokens.truncate(text.len() + 1);
        tokens.extend([9, 10, 11]);
        assert_eq!(drafter.extend(&tokens, 0, 8), [0, 1, 2]);
    }
}
