//! The largest values of every row, on the host: a sampler needs no more of the logits.

use std::cmp::Ordering;

use crate::check::expect_some;
use crate::error::{Error, Result};

/// The `k` largest of every row of `values` `[rows, cols]` and their columns, in the order that
/// [`Backend::top_k`](crate::Backend::top_k) promises.
///
/// # Errors
/// [`Error::NotANumber`] if a row holds one; [`Error::Zero`] for no columns or k = 0.
pub fn on_host(values: &[f32], cols: usize, k: usize) -> Result<Vec<Vec<(u32, f32)>>> {
    expect_some("top_k", "columns", cols)?;
    expect_some("top_k", "k", k)?;
    let larger_first = |a: &(u32, f32), b: &(u32, f32)| match b.1.partial_cmp(&a.1) {
        Some(Ordering::Equal) | None => a.0.cmp(&b.0),
        Some(order) => order,
    };
    let choose = |(row, values): (usize, &[f32])| {
        if values.iter().any(|v| v.is_nan()) {
            return Err(Error::NotANumber { op: "top_k", row });
        }
        let mut chosen: Vec<(u32, f32)> = (0..).zip(values.iter().copied()).collect();
        if k < chosen.len() {
            chosen.select_nth_unstable_by(k, larger_first);
            chosen.truncate(k);
        }
        chosen.sort_unstable_by(larger_first);
        Ok(chosen)
    };
    values.chunks_exact(cols).enumerate().map(choose).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn top_k_gives_the_largest_first_and_equals_in_order() {
        let values = [1.0, 3.0, 3.0, -1.0, 0.0, -0.0, f32::NEG_INFINITY, 7.0];
        let chosen = on_host(&values, 4, 3).expect("numbers");
        assert_eq!(chosen[0], [(1, 3.0), (2, 3.0), (0, 1.0)]);
        assert_eq!(chosen[1], [(3, 7.0), (0, 0.0), (1, -0.0)]);
        assert_eq!(on_host(&values, 4, 9).expect("numbers")[0].len(), 4);
    }

    #[test]
    fn top_k_refuses_a_row_with_nan() {
        assert!(matches!(on_host(&[1.0, f32::NAN], 1, 1), Err(Error::NotANumber { row: 1, .. })));
        assert!(matches!(on_host(&[1.0], 1, 0), Err(Error::Zero { .. })));
    }
}
