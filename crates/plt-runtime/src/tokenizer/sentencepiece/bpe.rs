//! Byte-pair encoding by scores: merges the adjacent pair whose union is the piece with the highest
//! score, the leftmost of equals, until no union is a piece.
//!
//! Source: `bpe_model.cc` of google/sentencepiece.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};

use super::{Kind, Vocabulary};

/// No symbol.
const NONE: u32 = u32::MAX;

/// A part of the text in a list of neighbours. A symbol that was merged into another one has no
/// length.
struct Symbol {
    start: u32,
    length: u32,
    before: u32,
    after: u32,
    /// A user-defined piece, which is never merged.
    frozen: bool,
}

/// Two neighbours whose union is a piece.
struct Pair {
    score: f32,
    left: u32,
    right: u32,
    /// The length of the union: the pair is outdated if its symbols have another one.
    length: u32,
}

impl Ord for Pair {
    fn cmp(&self, other: &Self) -> Ordering {
        // Scores are finite; -0.0 equals 0.0.
        let score = self.score.partial_cmp(&other.score).unwrap_or(Ordering::Equal);
        score.then(other.left.cmp(&self.left))
    }
}

impl PartialOrd for Pair {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Pair {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Pair {}

/// The merges of one text.
struct Merges<'s> {
    vocabulary: &'s Vocabulary,
    text: &'s str,
    symbols: Vec<Symbol>,
    pairs: BinaryHeap<Pair>,
    /// The two parts of every unused piece that was made: such a piece is no token itself.
    parts: HashMap<&'s str, (&'s str, &'s str)>,
}

/// Calls `emit` with every piece of a normalized text, and its id if it has one.
pub fn encode(vocabulary: &Vocabulary, text: &str, emit: &mut dyn FnMut(&str, Option<u32>)) {
    let mut merges = Merges {
        vocabulary,
        text,
        symbols: symbols(vocabulary, text),
        pairs: BinaryHeap::new(),
        parts: HashMap::new(),
    };
    for right in 1..merges.symbols.len() as u32 {
        merges.consider(right - 1, right);
    }
    while let Some(pair) = merges.pairs.pop() {
        merges.merge(&pair);
    }
    let mut at = if merges.symbols.is_empty() { NONE } else { 0 };
    while at != NONE {
        merges.emit(merges.piece(at), emit);
        at = merges.symbols[at as usize].after;
    }
}

/// Returns the characters and user-defined pieces of a string.
fn symbols(vocabulary: &Vocabulary, text: &str) -> Vec<Symbol> {
    let mut symbols: Vec<Symbol> = Vec::new();
    let mut start = 0;
    while let Some(character) = text[start..].chars().next() {
        let user_defined = vocabulary.user_defined.longest(&text[start..]);
        let length = user_defined.map_or(character.len_utf8(), |(length, _)| length);
        let index = symbols.len() as u32;
        symbols.push(Symbol {
            start: start as u32,
            length: length as u32,
            before: index.checked_sub(1).unwrap_or(NONE),
            after: if start + length == text.len() { NONE } else { index + 1 },
            frozen: user_defined.is_some(),
        });
        start += length;
    }
    symbols
}

impl<'s> Merges<'s> {
    fn piece(&self, symbol: u32) -> &'s str {
        let Symbol { start, length, .. } = self.symbols[symbol as usize];
        &self.text[start as usize..(start + length) as usize]
    }

    /// Adds the pair of two neighbours if their union is a piece.
    fn consider(&mut self, left: u32, right: u32) {
        if left == NONE || right == NONE {
            return;
        }
        let (a, b) = (&self.symbols[left as usize], &self.symbols[right as usize]);
        if a.frozen || b.frozen {
            return;
        }
        let length = a.length + b.length;
        let union = &self.text[a.start as usize..(a.start + length) as usize];
        let Some(id) = self.vocabulary.find(union) else { return };
        let piece = &self.vocabulary.pieces[id as usize];
        self.pairs.push(Pair { score: piece.score, left, right, length });
        if piece.kind == Kind::Unused {
            self.parts.insert(union, (self.piece(left), self.piece(right)));
        }
    }

    /// Merges a pair unless one of its symbols has changed.
    fn merge(&mut self, pair: &Pair) {
        let lengths = [pair.left, pair.right].map(|at| self.symbols[at as usize].length);
        if lengths.contains(&0) || lengths[0] + lengths[1] != pair.length {
            return;
        }
        self.symbols[pair.right as usize].length = 0;
        let after = self.symbols[pair.right as usize].after;
        let left = &mut self.symbols[pair.left as usize];
        (left.length, left.after) = (pair.length, after);
        let before = left.before;
        if after != NONE {
            self.symbols[after as usize].before = pair.left;
        }
        self.consider(before, pair.left);
        self.consider(pair.left, after);
    }

    /// Emits a piece; an unused one as the parts that it was made of.
    fn emit(&self, piece: &'s str, emit: &mut dyn FnMut(&str, Option<u32>)) {
        let mut open = vec![piece];
        while let Some(piece) = open.pop() {
            let id = self.vocabulary.find(piece);
            let unused =
                id.is_some_and(|id| self.vocabulary.pieces[id as usize].kind == Kind::Unused);
            match self.parts.get(piece).filter(|_| unused) {
                Some((left, right)) => open.extend([*right, *left]),
                None => emit(piece, id),
            }
        }
    }
}
