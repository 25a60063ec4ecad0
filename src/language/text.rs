//! What the tables of texts are made of, and how numbers are written.

/// A name with a tooltip of one sentence.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// The name, in menus and on buttons.
    pub name: &'static str,
    /// What it does, in tooltips and for screen readers.
    pub tooltip: &'static str,
}

/// A text with a number in it.
pub(super) type WithCount = fn(usize) -> String;
/// A text with a name, or another text, in it.
pub(super) type WithName = fn(&str) -> String;

/// A struct of texts, which each language fills: a field that it leaves out does not compile.
macro_rules! texts {
    ($(#[$doc:meta])* $table:ident { $($(#[$about:meta])* $field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $table {
            $($(#[$about])* pub(crate) $field: $kind,)*
        }
    };
}

pub(super) use texts;

/// A clause as a sentence of its own: with a capital letter.
pub fn sentence(clause: &str) -> String {
    let mut chars = clause.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A number with a separator between each three digits.
pub(super) fn grouped(n: usize, separator: char) -> String {
    grouped_digits(&n.to_string(), separator)
}

fn grouped_digits(digits: &str, separator: char) -> String {
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A figure with a separator between each three digits.
///
/// It has at most two decimals, or three significant digits below 1. Very large and very small figures are written with a
/// power of ten.
pub(super) fn figure(value: f64, separator: char, point: &str) -> String {
    const LARGE: f64 = 1e15;
    const SMALL: f64 = 1e-6;
    let size = value.abs();
    let minus = if value < 0.0 { "−" } else { "" };
    if !size.is_finite() {
        return "–".to_owned();
    }
    if size > 0.0 && !(SMALL..LARGE).contains(&size) {
        let text = format!("{size:.2e}");
        let (digits, power) = text.split_once('e').unwrap_or((&text, "0"));
        return format!("{minus}{} × 10^{}", trimmed(digits, None, point), power.replace('-', "−"));
    }
    let places = if size > 0.0 && size < 1.0 { (2.0 - size.log10().floor()) as usize } else { 2 };
    format!("{minus}{}", trimmed(&format!("{size:.places$}"), Some(separator), point))
}

/// Digits with the decimal point of a language, without trailing zeros.
fn trimmed(text: &str, separator: Option<char>, point: &str) -> String {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let whole = separator.map_or_else(|| whole.to_owned(), |separator| grouped_digits(whole, separator));
    let places = places.trim_end_matches('0');
    if places.is_empty() { whole } else { format!("{whole}{point}{places}") }
}

/// The words of a quotation without the comma at their end, which belongs to the sentence that went on after them.
pub fn without_trailing_comma(words: &str) -> &str {
    words.trim_end().strip_suffix([',', ';', ':']).map_or(words, str::trim_end)
}

/// A name with its tooltip.
pub(super) const fn label(name: &'static str, tooltip: &'static str) -> Label {
    Label { name, tooltip }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_does_not_end_in_the_comma_of_the_sentence_around_it() {
        for (words, shown) in [
            ("will not be revived,", "will not be revived"),
            ("is terminated ; ", "is terminated"),
            ("Where are we?", "Where are we?"),
            ("one, two", "one, two"),
            ("so it ends…", "so it ends…"),
            (",", ""),
        ] {
            assert_eq!(without_trailing_comma(words), shown);
        }
    }

    #[test]
    fn figures_of_any_size_say_what_they_are() {
        let english = |value: f64| figure(value, ',', ".");
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.001, "−0.001"),
            (0.006, "0.006"),
            (0.125, "0.125"),
            (0.3, "0.3"),
            (1234.5, "1,234.5"),
            (-1_000_000.0, "−1,000,000"),
            (2e19, "2 × 10^19"),
            (-1.5e-9, "−1.5 × 10^−9"),
            (f64::MAX, "1.8 × 10^308"),
        ] {
            assert_eq!(english(value), text);
        }
        assert_eq!(figure(1234.5, '\u{a0}', ","), "1\u{a0}234,5");
    }
}
