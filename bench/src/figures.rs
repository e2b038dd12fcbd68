//! What all measurements share: medians, percentiles, and how busy the machine is.

use std::fs;

/// The value in the middle; of an even number the higher of the two. Not a number when there is none.
pub fn median(values: &[f64]) -> f64 {
    percentile(values, 50)
}

/// The value below which `percent` of a hundred of the values lie. Not a number when there is none.
pub fn percentile(values: &[f64], percent: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

/// The load averages of the last 1, 5 and 15 minutes.
///
/// # Errors
/// The system doesn't tell.
pub fn load() -> std::io::Result<String> {
    let text = fs::read_to_string("/proc/loadavg")?;
    Ok(text.split(' ').take(3).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_and_the_tail_of_a_row_of_figures() {
        let values: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!((median(&values), percentile(&values, 95)), (51.0, 96.0));
        assert_eq!((median(&[3.0]), percentile(&[3.0, 9.0], 95)), (3.0, 9.0));
        assert!(median(&[]).is_nan());
    }
}
