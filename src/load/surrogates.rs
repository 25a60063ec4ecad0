//! Unpaired surrogate escapes, as in a text cut inside a UTF-16 pair.

use crate::diagnostics::{Rule, ShapeProblem, Sink, Span};

/// `text` with U+FFFD for each unpaired surrogate escape; each is reported. Both are six bytes long, so all offsets
/// remain valid. `None` if there is nothing to mend.
pub(super) fn replace_lone_surrogates(text: &str, sink: &mut Sink) -> Option<String> {
    let lone = lone_surrogates(text.as_bytes());
    if lone.is_empty() {
        return None;
    }
    for &at in &lone {
        if sink.is_full(Rule::LoneSurrogate.severity()) {
            sink.count_one_more(Rule::LoneSurrogate.severity());
            continue;
        }
        let escape = text.get(at..at + ESCAPE.len()).unwrap_or_default();
        let problem = ShapeProblem::LoneSurrogate(escape.to_owned());
        let span = Span { start: at, end: at + ESCAPE.len() };
        sink.push(Rule::LoneSurrogate.breach(Some(span), problem));
    }
    String::from_utf8(mended(text.as_bytes().to_vec(), &lone)).ok()
}

/// The same for a single record, without a report; `None` if there is nothing to mend.
pub(super) fn mended_record(text: &[u8]) -> Option<Vec<u8>> {
    let lone = lone_surrogates(text);
    (!lone.is_empty()).then(|| mended(text.to_vec(), &lone))
}

/// The escape of the replacement character.
const ESCAPE: &[u8; 6] = b"\\ufffd";

fn mended(mut text: Vec<u8>, lone: &[usize]) -> Vec<u8> {
    for &at in lone {
        if let Some(escape) = text.get_mut(at..at + ESCAPE.len()) {
            escape.copy_from_slice(ESCAPE);
        }
    }
    text
}

/// The places of unpaired surrogate escapes.
fn lone_surrogates(text: &[u8]) -> Vec<usize> {
    let unit = |at: usize| {
        let digits = text.get(at..)?.strip_prefix(b"\\u")?.get(..4)?;
        u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    let mut lone = Vec::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| memchr::memchr(b'\\', rest)) {
        at += found;
        at += match unit(at) {
            Some(0xD800..=0xDBFF) if matches!(unit(at + ESCAPE.len()), Some(0xDC00..=0xDFFF)) => 12,
            Some(0xD800..=0xDFFF) => {
                lone.push(at);
                6
            }
            Some(_) => 6,
            // An escaped character may be a backslash.
            None => 2,
        };
    }
    lone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_character_is_mended_and_nothing_else() {
        for (text, expected) in [
            (r#""a \ud83d b""#, r#""a \ufffd b""#),
            (r#""\ud83d\ude00""#, r#""\ud83d\ude00""#),
            (r#""\ude00\ud83d""#, r#""\ufffd\ufffd""#),
            (r#""\\ud83d""#, r#""\\ud83d""#),
            (r#""\ud83d\ud83d\ude00\u00e9""#, r#""\ufffd\ud83d\ude00\u00e9""#),
        ] {
            let mut sink = Sink::default();
            let mended = replace_lone_surrogates(text, &mut sink);
            assert_eq!(mended.as_deref().unwrap_or(text), expected);
            assert_eq!(mended_record(text.as_bytes()).is_some(), text != expected);
        }
    }
}
