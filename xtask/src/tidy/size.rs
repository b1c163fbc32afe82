//! The length of files.

use super::Finding;
use super::tree::Tree;

const SOFT_LINES: usize = 400;
const HARD_LINES: usize = 700;

/// Rust sources over the hard limit, tests included.
pub fn too_long(tree: &Tree) -> Vec<Finding> {
    longer_than(HARD_LINES, tree)
}

/// Rust sources over the soft limit.
pub fn long(tree: &Tree) -> Vec<Finding> {
    longer_than(SOFT_LINES, tree)
}

fn longer_than(limit: usize, tree: &Tree) -> Vec<Finding> {
    let lengths = tree.rust().map(|(path, text)| (path, text.lines().count()));
    lengths
        .filter(|(_, lines)| *lines > limit)
        .map(|(path, lines)| Finding::new(path, format!("{lines} lines, the limit is {limit}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::places;
    use super::*;

    #[test]
    fn file_length_limits_are_inclusive() {
        let text = |lines| "x\n".repeat(lines);
        let (a, b, c, d) = (text(400), text(401), text(700), text(701));
        let files = [("a.rs", &*a), ("b.rs", &*b), ("c.rs", &*c), ("d.rs", &*d), ("d.md", &*d)];
        assert_eq!(places(too_long, &files), ["d.rs"]);
        assert_eq!(places(long, &files), ["b.rs", "c.rs", "d.rs"]);
    }
}
