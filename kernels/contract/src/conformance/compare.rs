//! The comparison that fails closed.

use super::tolerance::Tolerance;

/// Compares what a backend computed with what the reference did.
///
/// Anything but a proof of equality is a failure: another length, a value that is not a number on
/// either side, an error that is not at most the tolerance.
pub(super) fn compare(got: &[f32], expected: &[f32], tolerance: Tolerance) -> Result<(), String> {
    if got.len() != expected.len() {
        return Err(format!("{} values, expected {}", got.len(), expected.len()));
    }
    if let Some(i) = expected.iter().position(|v| !v.is_finite()) {
        return Err(format!("the reference itself is {} at {i}", expected[i]));
    }
    let error = |i: &usize| (f64::from(got[*i]) - f64::from(expected[*i])).abs();
    let bound = |i: &usize| tolerance.absolute + tolerance.relative * f64::from(expected[*i]).abs();
    // Not `error > bound`, which NaN would pass.
    let within = |i: &usize| error(i) <= bound(i);
    let bad: Vec<usize> = (0..got.len()).filter(|i| !within(i)).collect();
    let worst = bad.iter().copied().max_by(|a, b| error(a).total_cmp(&error(b)));
    match worst {
        None => Ok(()),
        Some(i) => Err(format!(
            "{} of {} values differ, worst at {i}: {} instead of {}",
            bad.len(),
            got.len(),
            got[i],
            expected[i]
        )),
    }
}

/// Compares values that must not have been touched, bit by bit.
pub(super) fn same_bits(got: &[f32], expected: &[f32], what: &str) -> Result<(), String> {
    if got.len() != expected.len() {
        return Err(format!("{what}: {} values, expected {}", got.len(), expected.len()));
    }
    let differs = |i: &usize| got[*i].to_bits() != expected[*i].to_bits();
    match (0..got.len()).find(differs) {
        None => Ok(()),
        Some(i) => Err(format!("{what}: {} at {i} instead of {}", got[i], expected[i])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXACT: Tolerance = Tolerance { absolute: 1e-6, relative: 0.0 };

    #[test]
    fn the_comparison_fails_closed() {
        assert!(compare(&[1.0, 2.0], &[1.0, 2.0], EXACT).is_ok());
        for (got, expected) in [
            (&[1.0][..], &[1.0, 2.0][..]),
            (&[], &[1.0]),
            (&[f32::NAN], &[1.0]),
            (&[1.0], &[f32::NAN]),
            (&[f32::NAN], &[f32::NAN]),
            (&[f32::INFINITY], &[1.0]),
            (&[f32::INFINITY], &[f32::INFINITY]),
            (&[1.0, 2.1], &[1.0, 2.0]),
        ] {
            assert!(compare(got, expected, EXACT).is_err(), "{got:?} {expected:?}");
        }
        let message = compare(&[1.0, 5.0, 2.5], &[1.0, 2.0, 2.0], EXACT).unwrap_err();
        assert_eq!(message, "2 of 3 values differ, worst at 1: 5 instead of 2");
    }

    #[test]
    fn guard_bands_are_compared_bit_by_bit() {
        assert!(same_bits(&[f32::NAN, 0.0], &[f32::NAN, 0.0], "guard").is_ok());
        assert!(same_bits(&[-0.0], &[0.0], "guard").is_err());
        assert!(same_bits(&[0.0], &[0.0, 0.0], "guard").is_err());
    }
}
