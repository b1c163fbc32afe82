//! The rows that can be seen: where each loop of a prompt may start.

use crate::layout::Geometry;

impl Geometry {
    /// The first position of each loop that can be seen in the results of position `wanted` and of all
    /// later ones. Rows before it need not be computed.
    ///
    /// A row of loop 0 is seen by all later ones. A later loop has a window: its row (p, r) sees w older
    /// positions of its own loop in each of L layers, so its output depends on the inputs of positions
    /// p - L·w to p. These inputs are outputs of loop r - 1, `shift` positions before. So a row of the
    /// last loop sees L·w positions back, and each loop before it L·w + `shift` more. Rows just after
    /// their loop's first position see fewer keys than the window has; these wrong values do not reach
    /// `wanted`.
    ///
    /// For a prompt of n positions, whose last logits are wanted, `wanted` is n - 1:
    ///
    /// | loop | first position of loop r ≥ 1 of R |
    /// |---|---|
    /// | parallel loop, window of w + 1 keys | n - (R - r) · (L · w + 1) |
    /// | sequential loop, window of w + 1 keys | n - (R - r) · L · w - 1 |
    /// | parallel loop that shares loop 0's keys | n - (R - r) |
    /// | sequential loop that shares loop 0's keys | n - 1 |
    /// | a window of the whole context | 0 |
    ///
    /// and 0 where this is negative.
    ///
    /// ```
    /// use plt_cache::Geometry;
    ///
    /// // LoopCoder-V2: 14 layers, w = 64.
    /// let geometry = Geometry { layers: 14, hidden: 5120, loops: 2, local_keys: 65, shift: 1 };
    /// assert_eq!(geometry.first_positions(8191), [0, 8192 - 897]);
    /// assert_eq!(geometry.first_positions(500), [0, 0]);
    /// ```
    pub fn first_positions(&self, wanted: usize) -> Vec<usize> {
        (0..self.loops).map(|loop_index| self.first_position(loop_index, wanted)).collect()
    }

    /// How many positions from the start only loop 0's keys and values are read of, in the results of
    /// position `wanted` and of all later ones. So a sequence for these results can take the blocks of
    /// loop 0 from another one, and compute nothing of these positions.
    pub fn shareable_positions(&self, wanted: usize) -> usize {
        match self.loops {
            1 => wanted,
            // The first row of loop 1 starts from a carry of loop 0.
            _ => self.first_position(1, wanted).saturating_sub(self.shift),
        }
    }

    /// [`first_positions`](Self::first_positions) of one loop.
    pub(crate) fn first_position(&self, loop_index: usize, wanted: usize) -> usize {
        if loop_index == 0 {
            return 0;
        }
        let later = self.loops.saturating_sub(loop_index + 1);
        // L · w: how many positions back a row depends on the inputs of its own loop.
        let depth = self.layers.saturating_mul(self.local_keys.saturating_sub(1));
        wanted.saturating_sub(depth.saturating_mul(later + 1)).saturating_sub(self.shift * later)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A hidden vector in a pass: the input of layer `level` of row (position, loop), or its output if
    /// `level` is L.
    type Node = (usize, usize, usize);

    /// Every row that the logits of `wanted` to n - 1, and every later row, depend on. Found by a search
    /// through the dependencies of the equations, node by node.
    fn reachable(geometry: &Geometry, wanted: usize, n: usize) -> Vec<Vec<bool>> {
        let Geometry { layers, loops, local_keys, shift, .. } = *geometry;
        let mut seen = vec![vec![vec![false; layers + 1]; n]; loops];
        let mut open: Vec<Node> = Vec::new();
        // The logits.
        open.extend((wanted..n).map(|p| (p, loops - 1, layers)));
        // Keys and carries that a later row reads, from position `wanted` on: a truncation may end there.
        for next in wanted..=n {
            for layer in 0..layers {
                open.extend((0..next).map(|p| (p, 0, layer)));
                for r in 1..loops {
                    let oldest = (next + 1).saturating_sub(local_keys);
                    open.extend((oldest..next).map(|p| (p, r, layer)));
                }
            }
            if let (Some(p), 1) = (next.checked_sub(1), shift) {
                open.extend((0..loops - 1).map(|r| (p, r, layers)));
            }
        }
        while let Some((p, r, level)) = open.pop() {
            if std::mem::replace(&mut seen[r][p][level], true) {
                continue;
            }
            match level.checked_sub(1) {
                // The input of a loop: the output of the one before.
                None if r == 0 => {}
                None => open.extend(p.checked_sub(shift).map(|p| (p, r - 1, layers))),
                // The residual, loop 0's keys, and the keys of the window.
                Some(layer) => {
                    open.push((p, r, layer));
                    open.extend((0..=p).map(|p| (p, 0, layer)));
                    let oldest = (p + 1).saturating_sub(local_keys.max(1));
                    open.extend((oldest..=p).filter(|_| r > 0).map(|p| (p, r, layer)));
                }
            }
        }
        let any = |levels: &Vec<bool>| levels.iter().any(|seen| *seen);
        seen.iter().map(|positions| positions.iter().map(any).collect()).collect()
    }

    /// Windows of 0 to 9 older positions, no keys of their own, and the whole context.
    fn geometries() -> impl Strategy<Value = Geometry> {
        let local_keys = prop_oneof![1 => Just(0), 8 => 1..=10usize, 1 => Just(1 << 20)];
        (1..=6usize, 1..=4usize, local_keys, 0..=1usize).prop_map(
            |(layers, loops, local_keys, shift)| Geometry {
                layers,
                hidden: 1,
                loops,
                local_keys,
                shift,
            },
        )
    }

    proptest! {
        #[test]
        fn first_positions_are_those_of_the_reachable_rows(
            geometry in geometries(),
            n in 1..200usize,
            drafts in prop_oneof![2 => Just(0usize), 1 => 0..5usize],
        ) {
            let wanted = (n - 1).saturating_sub(drafts);
            let first = geometry.first_positions(wanted);
            let reachable = reachable(&geometry, wanted, n);
            for (r, reachable) in reachable.iter().enumerate() {
                // One row fewer or more would fail.
                let computed: Vec<bool> = (0..n).map(|p| p >= first[r]).collect();
                prop_assert_eq!(&computed, reachable, "loop {} starts at {}", r, first[r]);
            }
        }
    }

    #[test]
    fn first_positions_are_those_of_the_table() {
        let n = 1000;
        let first = |loops, local_keys, shift| {
            let geometry = Geometry { layers: 3, hidden: 1, loops, local_keys, shift };
            geometry.first_positions(n - 1)
        };
        assert_eq!(first(1, 65, 1), [0]);
        assert_eq!(first(3, 65, 1), [0, n - 2 * 193, n - 193]);
        assert_eq!(first(3, 65, 0), [0, n - 2 * 192 - 1, n - 192 - 1]);
        assert_eq!(first(3, 0, 1), [0, n - 2, n - 1]);
        assert_eq!(first(3, 0, 0), [0, n - 1, n - 1]);
        assert_eq!(first(3, usize::MAX, 0), [0, 0, 0]);
    }
}
