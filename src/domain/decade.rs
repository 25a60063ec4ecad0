//! The decades that years are counted by.

/// The first and the last year of a year's decade, as people count decades: 1980–1989, 509–500 BCE.
///
/// Years are astronomical: 0 is 1 BCE. People count no year 0, so the decades at the turn of the eras, 9–1 BCE and 1–9 CE,
/// have nine years.
pub fn decade_of(year: i32) -> (i32, i32) {
    if year > 0 {
        let first = year / 10 * 10;
        (first.max(1), first + 9)
    } else {
        let last = (1 - year) / 10 * 10;
        (1 - (last + 9), 1 - last.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::years_in_words;

    #[test]
    fn a_decade_ends_on_a_nought_before_the_common_era() {
        for (year, words) in [
            (1987, "1980–1989"),
            (14, "10–19 CE"),
            (9, "1–9 CE"),
            (1, "1–9 CE"),
            (0, "9–1 BCE"),
            (-8, "9–1 BCE"),
            (-9, "19–10 BCE"),
            // 44 BCE and 500 BCE.
            (-43, "49–40 BCE"),
            (-499, "509–500 BCE"),
        ] {
            let (first, last) = decade_of(year);
            assert_eq!(years_in_words(first, last), words, "{year}");
            assert_eq!(decade_of(first), (first, last), "{year}");
            assert_eq!(decade_of(last), (first, last), "{year}");
        }
    }
}
