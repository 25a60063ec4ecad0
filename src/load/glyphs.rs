//! Characters that the faces of a picture lack.

use std::collections::BTreeMap;

use crate::diagnostics::{Sink, Span, hides_text};

use super::rule::Rule;

/// Reports each character without a glyph once, at its first place.
pub(super) fn examine(text: &str, has_glyph: &dyn Fn(char) -> bool, sink: &mut Sink) {
    let mut missing: BTreeMap<char, (usize, usize)> = BTreeMap::new();
    for (at, c) in text.char_indices().filter(|&(_, c)| !c.is_ascii() && !hides_text(c) && !has_glyph(c)) {
        missing.entry(c).and_modify(|(_, count)| *count += 1).or_insert((at, 1));
    }
    for (c, (start, count)) in missing {
        let times = if count == 1 { String::new() } else { format!("; it occurs {count} times") };
        let message = format!("no bundled face has the character {c} (U+{:04X}){times}", u32::from(c));
        let span = Span { start, end: start + c.len_utf8() };
        let help = "write it in Latin or Cyrillic; on screen a face of the system may stand in for it";
        sink.push(Rule::MissingGlyph.breach(Some(span), message, help));
    }
}
