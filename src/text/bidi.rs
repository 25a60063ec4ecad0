//! The display order of a text with two directions: Unicode's bidirectional algorithm (UAX #9).

use std::borrow::Cow;
use std::ops::Range;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// A part of a line whose letters run in one direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisualRun {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Whether it is displayed from right to left.
    pub is_reversed: bool,
}

/// Whether a character belongs to a right-to-left script.
pub fn is_right_to_left_letter(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}

/// Whether a character is a letter that makes its neighbours run from right to left, unlike digits and marks.
pub fn is_strong_right_to_left(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

/// Whether any part of a text runs from right to left. Costs next to nothing for Latin, Greek and Cyrillic.
pub fn has_right_to_left(text: &str) -> bool {
    // The bytes of every character below U+0590 are smaller.
    text.bytes().any(|byte| byte >= 0xd6) && text.chars().any(is_right_to_left)
}

fn is_right_to_left(c: char) -> bool {
    is_right_to_left_letter(c) || matches!(c, '\u{200f}' | '\u{202b}' | '\u{202e}' | '\u{2067}')
}

/// Whether a text as a whole is read from right to left: it begins so, and at most half of its letters run the other
/// way. A name in an interface sentence does not reverse the sentence.
fn reads_right_to_left(text: &str) -> bool {
    let (mut left, mut right, mut first) = (0_usize, 0_usize, None);
    for c in text.chars() {
        match bidi_class(c) {
            BidiClass::L => {
                left += 1;
                first.get_or_insert(false);
            }
            BidiClass::R | BidiClass::AL => {
                right += 1;
                first.get_or_insert(true);
            }
            _ => {}
        }
    }
    first == Some(true) && right >= left
}

/// The separator between the joined parts of a line: a name, a date, a kind.
const JOINT: &str = " · ";

/// Whether a line as a whole is read from right to left: each joined part with letters is.
pub fn line_reads_right_to_left(line: &str) -> bool {
    if !line.contains(JOINT) {
        return reads_right_to_left(line);
    }
    let is_letter = |c| matches!(bidi_class(c), BidiClass::L | BidiClass::R | BidiClass::AL);
    let mut lettered = line.split(JOINT).filter(|part| part.contains(is_letter)).peekable();
    lettered.peek().is_some() && lettered.all(reads_right_to_left)
}

/// The parts of a single-line text, in display order.
pub fn visual_order(text: &str) -> Vec<VisualRun> {
    visual_rows(text, std::slice::from_ref(&(0..text.len()))).pop().unwrap_or_default()
}

/// The parts of each row of a paragraph, in display order. The rows are byte ranges of the paragraph, broken in
/// reading order.
pub fn visual_rows(paragraph: &str, rows: &[Range<usize>]) -> Vec<Vec<VisualRun>> {
    let whole = |row: &Range<usize>| {
        let run = VisualRun { range: row.clone(), is_reversed: false };
        if row.is_empty() { Vec::new() } else { vec![run] }
    };
    if !has_right_to_left(paragraph) {
        return rows.iter().map(whole).collect();
    }
    let is_right_to_left = line_reads_right_to_left(paragraph);
    let text = one_paragraph(paragraph, is_right_to_left);
    let level = if is_right_to_left { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(&text, Some(level));
    let Some(all) = info.paragraphs.first() else { return rows.iter().map(whole).collect() };
    rows.iter()
        .map(|row| {
            if row.is_empty() || row.end > all.range.end {
                return whole(row);
            }
            let (levels, runs) = info.visual_runs(all, row.clone());
            let run = |range: Range<usize>| VisualRun { is_reversed: levels[range.start].is_rtl(), range };
            runs.into_iter().map(run).collect()
        })
        .collect()
}

/// The text with each paragraph separator replaced by a space of the same length, and the joints between parts by
/// letters of the line's direction, so that no part affects the next one's date.
fn one_paragraph(text: &str, is_right_to_left: bool) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    if text.contains(JOINT) {
        // Each is as long as the dot.
        text = Cow::Owned(text.replace(JOINT, if is_right_to_left { " א " } else { " µ " }));
    }
    if !text.chars().any(|c| bidi_class(c) == BidiClass::B) {
        return text;
    }
    let space = |c: char| match (bidi_class(c), c.len_utf8()) {
        (BidiClass::B, 1) => ' ',
        (BidiClass::B, 2) => '\u{a0}',
        (BidiClass::B, _) => '\u{2028}',
        _ => c,
    };
    Cow::Owned(text.chars().map(space).collect())
}

/// The counterpart of a bracket, for parts displayed from right to left; other characters unchanged.
pub fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text as it is on the line, letter by letter.
    fn shown(text: &str) -> String {
        let part = |run: VisualRun| {
            let part = &text[run.range];
            if run.is_reversed { part.chars().rev().map(mirrored).collect() } else { part.to_owned() }
        };
        visual_order(text).into_iter().map(part).collect()
    }

    #[test]
    fn names_stand_in_the_order_of_their_script() {
        assert_eq!(shown("אבג 1968"), "1968 גבא");
        assert_eq!(shown("אבג (דה)…"), "…(הד) גבא");
        // In a text of the other direction only the name is turned round.
        assert_eq!(shown("Pact אב גד 2010"), "Pact 2010 דג בא");
        assert_eq!(shown("אב · signed, 5 August 1963"), "בא · signed, 5 August 1963");
        // Parts that the window joins keep to themselves.
        assert_eq!(shown("אבג דהו · 5 August 1963 · Signed"), "והד גבא · 5 August 1963 · Signed");
        assert_eq!(shown("Signed · אב · 1963 · גד"), "Signed · בא · 1963 · דג");
        assert_eq!(shown("אב · 1963 · גד"), "דג · 1963 · בא");
        for plain in ["", "INF Treaty", "Договор о РСМД…", "日本 1968"] {
            assert_eq!(shown(plain), plain);
            assert!(!has_right_to_left(plain));
        }
    }

    #[test]
    fn each_row_of_a_paragraph_is_ordered_by_itself_and_ends_of_lines_do_no_harm() {
        let text = "אבג דה";
        let end = "אבג ".len();
        let rows = visual_rows(text, &[0..end, end..text.len(), text.len()..text.len()]);
        assert_eq!(rows.len(), 3);
        assert!(rows[0].iter().all(|run| run.is_reversed) && rows[1][0].is_reversed && rows[2].is_empty());
        for odd in ["א\nב", "א\u{2029}ב\u{85}ג", "\u{202e}abc", "\u{2067}\u{2067}א"] {
            let covered: usize = visual_order(odd).iter().map(|run| run.range.len()).sum();
            assert_eq!(covered, odd.len(), "{odd:?}");
        }
    }
}
