//! Drafts: guesses at the next tokens of an answer, copied from where its last tokens stood before.

use std::collections::HashMap;

/// Tokens that have to repeat before a draft is made.
const NGRAM: usize = 3;

/// Prompt lookup: what followed the last [`NGRAM`] tokens where they stood most recently, in the
/// prompt or in the answer, is the draft of what follows now.
///
/// A draft is as long as the repetition is so far: after m tokens that repeat, m more are to be
/// expected. So drafts grow while they turn out right, and one that was wrong costs little.
#[derive(Debug, Clone, Default)]
pub(super) struct Drafter {
    /// For every n-gram the position after its last occurrence.
    after: HashMap<[u32; NGRAM], usize>,
    /// Positions whose n-grams are in there.
    indexed: usize,
    /// The position that the next draft is a copy of.
    source: usize,
    /// Confirmed tokens that repeat those before `source`.
    repeated: usize,
}

impl Drafter {
    /// Returns the drafts that follow `tokens`, whose last `drafts` are drafts already: up to `most`
    /// drafts in all, and no more than the repetition so far justifies.
    pub fn extend(&mut self, tokens: &[u32], drafts: usize, most: usize) -> Vec<u32> {
        if drafts == 0 {
            self.look_up(tokens, most);
        }
        let mut new: Vec<u32> = Vec::new();
        while drafts + new.len() < self.repeated.min(most) {
            // The source may run into the drafts themselves.
            let Some(token) = tokens.iter().chain(&new).nth(self.source).copied() else { break };
            new.push(token);
            self.source += 1;
        }
        new
    }

    /// Takes note of a draft that was right.
    pub fn confirm(&mut self) {
        self.repeated += 1;
    }

    /// Finds the last occurrence of the newest n-gram before itself.
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
    fn a_draft_is_what_followed_last_and_as_long_as_what_repeats() {
        const NONE: [u32; 0] = [];
        let new = Drafter::default;
        assert_eq!(drafts(&mut new(), &[], 8), NONE);
        assert_eq!(drafts(&mut new(), &[1, 2], 8), NONE);
        assert_eq!(drafts(&mut new(), &[1, 2, 3, 4, 2, 3], 8), NONE, "two tokens are no n-gram");
        assert_eq!(drafts(&mut new(), &[1, 2, 3, 4, 5, 6, 7, 1, 2, 3], 8), [4, 5, 6]);
        assert_eq!(drafts(&mut new(), &[0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3], 8), [4, 5, 6, 7]);
        assert_eq!(drafts(&mut new(), &[0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3], 2), [4, 5]);
        assert_eq!(drafts(&mut new(), &[1, 2, 3, 4, 1, 2, 3, 5, 1, 2, 3], 1), [5], "the last one");
        assert_eq!(drafts(&mut new(), &[7, 1, 1, 1, 1], 8), [1, 1, 1], "drafts are copied as well");
    }

    #[test]
    fn drafts_go_on_where_they_were_right_and_begin_anew_where_not() {
        let mut drafter = Drafter::default();
        let text: Vec<u32> = (0..12).chain(0..3).collect();
        let mut tokens = text.clone();
        tokens.extend(drafter.extend(&text, 0, 8));
        assert_eq!(tokens[text.len()..], [3, 4, 5]);
        // The first of three was right.
        drafter.confirm();
        assert_eq!(drafter.extend(&tokens, 2, 8), [6, 7]);
        // The second was not.
        tokens.truncate(text.len() + 1);
        tokens.extend([9, 10, 11]);
        assert_eq!(drafter.extend(&tokens, 0, 8), [0, 1, 2]);
    }
}
