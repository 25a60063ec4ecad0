//! Addresses as a page has them: letters of other scripts as letters, which are shorter, and which browsers take.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::text::hides_text;

/// An address with its escaped letters outside ASCII written as letters. Escaped signs of ASCII mean something else than the
/// signs, and stay; so do letters that are not seen.
pub(super) fn with_letters(address: &str) -> Cow<'_, str> {
    if !address.contains('%') {
        return address.into();
    }
    let mut out = String::with_capacity(address.len());
    let mut rest = address;
    while let Some(at) = rest.find('%') {
        let (before, escaped) = rest.split_at(at);
        out.push_str(before);
        let length = 3 * run_of_escapes(escaped);
        if length == 0 {
            out.push('%');
            rest = escaped.get(1..).unwrap_or_default();
            continue;
        }
        let (run, after) = escaped.split_at(length);
        match percent_decode_str(run).decode_utf8() {
            Ok(letters) if !letters.chars().any(|c| hides_text(c) || c.is_whitespace()) => {
                out.push_str(&letters);
            }
            _ => out.push_str(run),
        }
        rest = after;
    }
    out.push_str(rest);
    out.into()
}

/// How many escaped bytes outside ASCII a text begins with.
fn run_of_escapes(text: &str) -> usize {
    let is_outside = |escape: &[u8]| matches!(escape, [b'%', b'8' | b'9' | b'a'..=b'f' | b'A'..=b'F', low] if low.is_ascii_hexdigit());
    text.as_bytes().chunks(3).take_while(|escape| is_outside(escape)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_letters_and_signs_stay_escaped() {
        for (address, expected) in [
            ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
            ("https://example.org/%D0%9E%d0%a1%D0%92-1%20(x)", "https://example.org/ОСВ-1%20(x)"),
            ("https://example.org/a%2Fb%26c%3D%25", "https://example.org/a%2Fb%26c%3D%25"),
            // Not UTF-8, cut short, or not seen.
            ("https://example.org/%D0", "https://example.org/%D0"),
            ("https://example.org/%D0%9", "https://example.org/%D0%9"),
            ("https://example.org/%E2%80%AEx%", "https://example.org/%E2%80%AEx%"),
            ("%C2%A0", "%C2%A0"),
        ] {
            assert_eq!(with_letters(address), expected);
        }
    }
}
