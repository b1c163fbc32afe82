//! Unigram language model: the segmentation with the highest sum of scores (Viterbi).
//!
//! Source: `unigram_model.cc` of google/sentencepiece, whose rounding this follows.

use super::prefixes::Prefixes;
use super::{Kind, Vocabulary};

/// The score of an unknown character is this much below the lowest score.
const UNKNOWN_PENALTY: f32 = 10.0;

/// The pieces of a vocabulary, searched by prefix.
#[derive(Debug, Clone)]
pub struct Unigram {
    prefixes: Prefixes,
    /// The lowest and the highest score of normal pieces.
    lowest: f32,
    highest: f32,
}

/// The best segmentation that ends at one byte.
#[derive(Clone, Copy)]
struct Best {
    score: f32,
    /// Where its last piece begins; `None` if nothing ends here.
    start: Option<u32>,
    /// `None` for an unknown character.
    id: Option<u32>,
}

impl Best {
    /// Takes another segmentation if it is better.
    fn offer(&mut self, score: f32, start: usize, id: Option<u32>) {
        if self.start.is_none() || score > self.score {
            *self = Self { score, start: Some(start as u32), id };
        }
    }
}

impl Unigram {
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let usable = |kind| matches!(kind, Kind::Normal | Kind::UserDefined);
        let pieces = (0..).zip(&vocabulary.pieces);
        let prefixes = pieces.filter(|(_, piece)| usable(piece.kind));
        let scores = vocabulary.pieces.iter().filter(|piece| piece.kind == Kind::Normal);
        let scores = scores.map(|piece| piece.score);
        Self {
            prefixes: Prefixes::new(prefixes.map(|(id, piece)| (piece.text.as_str(), id))),
            lowest: scores.clone().fold(f32::MAX, f32::min),
            // As the original has it: the least positive number, not the lowest.
            highest: scores.fold(f32::MIN_POSITIVE, f32::max),
        }
    }

    /// Calls `emit` with every piece of a normalized text, and its id if it has one.
    pub fn encode(
        &self,
        vocabulary: &Vocabulary,
        text: &str,
        emit: &mut dyn FnMut(&str, Option<u32>),
    ) {
        let mut best = vec![Best { score: 0.0, start: None, id: None }; text.len() + 1];
        for (start, character) in text.char_indices() {
            let before = best[start].score;
            let mut single = false;
            for (length, id) in self.prefixes.of(&text[start..]) {
                let piece = &vocabulary.pieces[id as usize];
                let score = match piece.kind {
                    // A bonus, so that it is always chosen.
                    Kind::UserDefined => length as f32 * self.highest - 0.1,
                    _ => piece.score,
                };
                best[start + length].offer(score + before, start, Some(id));
                single |= length == character.len_utf8();
            }
            if !single {
                let score = self.lowest - UNKNOWN_PENALTY + before;
                best[start + character.len_utf8()].offer(score, start, None);
            }
        }
        let mut pieces = Vec::new();
        let mut end = text.len();
        while let Some(start) = best[end].start {
            pieces.push((start as usize..end, best[end].id));
            end = start as usize;
        }
        pieces.into_iter().rev().for_each(|(range, id)| emit(&text[range], id));
    }
}
