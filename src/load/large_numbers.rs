//! Replaces numbers that overflow `f64` by null, and says where they were.

use crate::diagnostics::Span;

/// `record` with each overflowing number replaced by null, and the places of these numbers. The replacement has the
/// same length, so all offsets remain valid.
pub(super) fn without_large(record: &str) -> (String, Vec<Span>) {
    let mut mended = record.as_bytes().to_vec();
    let spans = large_numbers(record);
    for span in &spans {
        if let Some(number) = mended.get_mut(span.start..span.end) {
            number.fill(b' ');
            // The shortest such number is as long as 2e308.
            if let Some(first) = number.get_mut(..NULL.len()) {
                first.copy_from_slice(NULL);
            }
        }
    }
    (String::from_utf8(mended).unwrap_or_default(), spans)
}

const NULL: &[u8; 4] = b"null";

/// The places of overflowing numbers in a JSON text.
fn large_numbers(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(found) = rest.find(|c: char| c == '"' || c == '-' || c.is_ascii_digit()) else { break };
        at += found;
        let rest = text.get(at..).unwrap_or_default();
        if rest.starts_with('"') {
            at += string_len(rest);
            continue;
        }
        let ends = |c: char| !(c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E'));
        let len = rest.find(ends).unwrap_or(rest.len());
        let number: Option<f64> = rest.get(..len).and_then(|number| number.parse().ok());
        if number.is_some_and(f64::is_infinite) {
            spans.push(Span { start: at, end: at + len });
        }
        at += len;
    }
    spans
}

/// The bytes of the string that a text begins with.
fn string_len(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_too_large_gives_way() {
        let text = r#"{"a 1e999":"\"1e999","é":[-1e999,1e30,2],"b":1000e999}"#;
        let (mended, spans) = without_large(text);
        assert_eq!(mended, r#"{"a 1e999":"\"1e999","é":[null  ,1e30,2],"b":null    }"#);
        assert_eq!(spans.len(), 2);
        assert_eq!(mended.len(), text.len());
    }
}
