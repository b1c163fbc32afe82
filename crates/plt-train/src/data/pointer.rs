use rand::RngExt as _;
use rand::seq::SliceRandom as _;
use serde::{Deserialize, Serialize};

use super::Example;
use crate::parameters::stream;

/// Pointer chasing: a synthetic task with known answers that needs depth.
///
/// A sequence first lists a map f over `nodes` nodes, a single cycle: one token per arrow x→f(x), in
/// random order. Then it asks questions: which node is k steps from x? The answer is f^k(x). An
/// attention layer can follow one arrow, so k steps need about k consecutive layers: the intermediate
/// nodes are not in the sequence, and every sequence has another map.
///
/// ```text
/// [x→f(x)] [y→f(y)] …   [k] x [=] f^k(x)   [j] y [=] f^j(y)  …
/// ```
///
/// The vocabulary is the arrows x→y as `x · nodes + y`, then the nodes, then `[1]` to `[hops]`, then
/// `[=]`. Only the token after `[=]` is a target. The accuracy of guessing is 1 / `nodes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointerChasing {
    /// Nodes of the map, at least 2.
    pub nodes: usize,
    /// Maximum steps of a question; each question draws its number of steps from 1 to this.
    pub hops: usize,
}

impl PointerChasing {
    /// Size of the vocabulary.
    pub fn vocab_size(&self) -> usize {
        self.nodes * self.nodes + self.nodes + self.hops + 1
    }

    /// Length of the map and one question in tokens.
    pub fn min_length(&self) -> usize {
        self.nodes + 4
    }

    /// Example `index` of a stream, filled with questions up to `length`.
    pub(crate) fn example(&self, seed: u64, split: &str, index: u64, length: usize) -> Example {
        let mut rng = stream(seed, &format!("pointer-chasing {split} {index}"));
        let mut cycle: Vec<u32> = (0..self.nodes as u32).collect();
        cycle.shuffle(&mut rng);
        let place_of = |node: u32| cycle.iter().position(|other| *other == node).unwrap_or(0);
        let follow = |node: u32, steps: usize| cycle[(place_of(node) + steps) % cycle.len()];

        let nodes = self.nodes as u32;
        let mut order: Vec<u32> = (0..nodes).collect();
        order.shuffle(&mut rng);
        let mut tokens: Vec<u32> = order.iter().map(|x| x * nodes + follow(*x, 1)).collect();
        let mut targets = Vec::new();
        let (first_node, first_count) = (nodes * nodes, nodes * nodes + nodes);
        // The last answer may lie beyond the input.
        while tokens.len() + 3 <= length {
            let x = rng.random_range(0..nodes);
            let k = rng.random_range(1..=self.hops);
            let answer = first_node + follow(x, k);
            let counts = first_count - 1;
            tokens.extend([counts + k as u32, first_node + x, counts + self.hops as u32 + 1]);
            targets.push((tokens.len() as u32 - 1, answer));
            tokens.push(answer);
        }
        tokens.truncate(length);
        Example { tokens, targets }
    }

    /// The number of steps of the question whose answer comes after `position`.
    pub fn hops_of(&self, example: &Example, position: u32) -> usize {
        example.tokens[position as usize - 2] as usize + 1 - self.nodes * self.nodes - self.nodes
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn pointer_chasing_answers_follow_the_map() {
        let task = PointerChasing { nodes: 6, hops: 3 };
        let mut seen = [0; 3];
        for index in 0..50 {
            let example = task.example(7, "training", index, 47);
            assert!(example.tokens.iter().all(|token| (*token as usize) < task.vocab_size()));
            assert!(example.tokens.len() <= 47 && example.targets.len() == 10);
            let map: HashMap<u32, u32> =
                example.tokens[..6].iter().map(|arrow| (arrow / 6, arrow % 6)).collect();
            assert_eq!(map.len(), 6);
            for (position, answer) in &example.targets {
                let at = |back: u32| example.tokens[(position - back) as usize];
                assert_eq!(at(0), 45, "the question ends with [=]");
                let hops = task.hops_of(&example, *position);
                seen[hops - 1] += 1;
                let expected = (0..hops).fold(at(1) - 36, |node, _| map[&node]);
                assert_eq!(*answer, 36 + expected);
            }
        }
        assert!(seen.iter().all(|count| *count > 100), "{seen:?}");
        assert_eq!(task.example(7, "training", 3, 47), task.example(7, "training", 3, 47));
        assert_ne!(task.example(7, "training", 3, 47), task.example(8, "training", 3, 47));
        assert_ne!(task.example(0, "training", 3, 47), task.example(0, "validation", 3, 47));
    }
}
