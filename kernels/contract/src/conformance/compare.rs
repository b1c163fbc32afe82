//! The comparison, which fails closed.

use super::tolerance::Tolerance;

/// Compares the numbers of a backend with those of the reference.
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

/// Compares bytes that an operation must not change.
pub(super) fn same_bytes(got: &[u8], expected: &[u8], what: &str) -> Result<(), String> {
    if got.len() != expected.len() {
        return Err(format!("{what}: {} bytes, expected {}", got.len(), expected.len()));
    }
    match (0..got.len()).find(|i| got[*i] != expected[*i]) {
        None => Ok(()),
        Some(i) => Err(format!("{what}: byte {i} is {} instead of {}", got[i], expected[i])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOSE: Tolerance = Tolerance::new(1e-6, 0.0);

    #[test]
    fn compare_fails_closed() {
        assert!(compare(&[1.0, 2.0], &[1.0, 2.0], CLOSE).is_ok());
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
            assert!(compare(got, expected, CLOSE).is_err(), "{got:?} {expected:?}");
        }
        let message = compare(&[1.0, 5.0, 2.5], &[1.0, 2.0, 2.0], CLOSE).unwrap_err();
        assert_eq!(message, "2 of 3 values differ, worst at 1: 5 instead of 2");
    }

    #[test]
    fn same_bytes_finds_any_difference() {
        assert!(same_bytes(&[1, 2], &[1, 2], "guard").is_ok());
        let message = same_bytes(&[1, 2], &[1, 3], "guard").unwrap_err();
        assert_eq!(message, "guard: byte 1 is 2 instead of 3");
        assert!(same_bytes(&[0], &[0, 0], "guard").is_err());
    }
}
