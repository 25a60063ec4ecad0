//! Where paragraphs begin. A line end alone does not end one, since texts are wrapped to fit a mail, a page or a
//! column. A blank line does, and so do an indented line, a short line, a row of a table, a list item and a new
//! speaker.

use std::ops::Range;

/// Maximum width of wrapped lines, in characters.
const MAX_WIDTH: usize = 120;
/// Minimum share of the width that a full line takes, in percent: letters are not equally wide in print.
const MIN_FULL_PERCENT: usize = 85;
/// Maximum width of other blocks that count as wrapped to the same width, in percent of it.
const MAX_SAME_WIDTH_PERCENT: usize = 115;
/// Maximum length of a speaker's name at the start of a line, in bytes.
const MAX_LABEL_LEN: usize = 48;

/// The paragraphs of a text.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    /// Where each begins, in order; the first is at 0.
    pub(super) starts: Vec<usize>,
    /// Page numbers inside a paragraph, with the white space around them.
    pub(super) page_numbers: Vec<Range<usize>>,
}

/// A line that is not blank.
struct Line<'a> {
    /// Its range, including the white space before it.
    start: usize,
    /// Its range without white space at either end.
    text: &'a str,
    chars: usize,
    /// Number of characters of its first word.
    first_word: usize,
    indent: usize,
    /// Whether it begins a block, that is, follows a blank line.
    begins_block: bool,
}

/// Where the paragraphs of a text begin.
pub(super) fn paragraphs(text: &str) -> Paragraphs {
    let lines = lines(text);
    let mut found = Paragraphs { starts: vec![0], page_numbers: Vec::new() };
    let blocks: Vec<&[Line<'_>]> = lines.chunk_by(|_, next| !next.begins_block).collect();
    let width_of_text = blocks.iter().filter(|block| block.len() > 2).filter_map(|block| width(block)).max();
    let mut last: Option<&Line<'_>> = None;
    // The line of a page number that may turn out to be inside a paragraph.
    let mut number: Option<&Line<'_>> = None;
    for block in blocks {
        let [first, ..] = block else { continue };
        let goes_on = width_of_text.is_some() && last.is_some_and(|last| runs_on(last, first));
        if goes_on {
            if let Some(number) = number.take() {
                // The offset at which it would have begun a paragraph.
                found.starts.pop();
                found.page_numbers.push(number.start..first.start);
            }
        } else if first.start > 0 {
            found.starts.push(first.start);
        }
        let is_number = block.len() == 1 && is_page_number(first.text);
        if is_number && last.is_some() && number.is_none() && !goes_on {
            number = Some(first);
            continue;
        }
        number = None;
        let own = width(block).filter(|_| block.len() > 2 || width_of_text.is_none());
        let width = own
            .or_else(|| width_of_text.filter(|width| widest(block) * 100 <= width * MAX_SAME_WIDTH_PERCENT));
        for pair in block.windows(2) {
            if let [line, next] = pair
                && ends_between(line, next, width)
            {
                found.starts.push(next.start);
            }
        }
        last = block.last();
    }
    found
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut begins_block = true;
    for line in text.split('\n') {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            begins_block = true;
        } else {
            lines.push(Line {
                start,
                text: trimmed,
                chars: trimmed.chars().count(),
                first_word: trimmed.chars().take_while(|c| !c.is_whitespace()).count(),
                indent: line.chars().take_while(|c| c.is_whitespace()).map(indent).sum(),
                begins_block,
            });
            begins_block = false;
        }
        start += line.len() + 1;
    }
    lines
}

/// How far a white space character indents a line.
fn indent(space: char) -> usize {
    if space == '\t' { 4 } else { 1 }
}

fn widest(block: &[Line<'_>]) -> usize {
    block.iter().map(|line| line.chars).max().unwrap_or(0)
}

/// The width that the lines of a block are wrapped to, if they are: at least half of them are full, and half end
/// inside a sentence.
fn width(block: &[Line<'_>]) -> Option<usize> {
    let width = widest(block);
    let (mut ends, mut full, mut unfinished) = (0_usize, 0_usize, 0_usize);
    for pair in block.windows(2) {
        if let [line, next] = pair {
            ends += 1;
            full += usize::from(is_full(line, next, width));
            unfinished += usize::from(!is_finished(line.text));
        }
    }
    (ends > 0 && width <= MAX_WIDTH && full * 2 >= ends && unfinished * 2 >= ends).then_some(width)
}

/// Whether there was no room for the first word of the next line.
fn is_full(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    (line.chars + 1 + next.first_word) * 100 >= width * MIN_FULL_PERCENT
}

/// Whether a paragraph ends between two lines without a blank line between them.
fn ends_between(line: &Line<'_>, next: &Line<'_>, width: Option<usize>) -> bool {
    if line.text.contains('\t') || next.text.contains('\t') || begins_turn(next.text) {
        return true;
    }
    let is_finished = is_finished(line.text);
    // `Q. …` in court records.
    let begins_letter = next.text.starts_with("Q. ") || next.text.starts_with("A. ");
    if is_finished && (begins_letter || begins_item(next.text) || begins_name(next.text)) {
        return true;
    }
    if runs_on(line, next) {
        return false;
    }
    next.indent >= line.indent + 2 || width.is_none_or(|width| !is_full(line, next, width))
}

/// Whether a sentence stops inside a line and continues in another.
fn runs_on(line: &Line<'_>, next: &Line<'_>) -> bool {
    !is_finished(line.text) && next.text.chars().next().is_some_and(char::is_lowercase)
}

/// Whether a line ends as a sentence does, apart from marks, brackets and note numbers.
fn is_finished(line: &str) -> bool {
    let is_around = |c: char| {
        matches!(c, '"' | '”' | '“' | '»' | '«' | '’' | '\'' | '›' | ')' | ']')
            || c.is_numeric() && !c.is_ascii()
    };
    line.trim_end_matches(is_around).ends_with(['.', '!', '?', '…', ':'])
}

fn is_page_number(line: &str) -> bool {
    let number = line.trim_matches(['-', '–', '—', ' ']);
    !number.is_empty() && number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a line is a list item, or begins with the dash of a dialogue.
fn begins_item(line: &str) -> bool {
    let rest = line.trim_start_matches(['—', '–', '―', '-', '•', '*', '·']);
    if rest.len() < line.len() {
        // A dash inside a sentence is followed by a lower-case letter: `…, ⏎ — заявила она`.
        return rest.starts_with(char::is_whitespace) && !rest.trim_start().starts_with(char::is_lowercase);
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (1..=2).contains(&digits) && line[digits..].starts_with([')', '.']) && line[digits + 1..].starts_with(' ')
}

/// The text before the colon, if a line seems to begin with a speaker's name.
fn label(line: &str) -> Option<&str> {
    let head = &line[..line.floor_char_boundary(MAX_LABEL_LEN)];
    let (label, _) = head.split_once(':')?;
    let is_part = |c: char| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '(' | ')');
    let has_letter = label.chars().any(char::is_alphabetic);
    (has_letter && label.chars().all(is_part)).then_some(label)
}

/// Whether a line can only begin a turn in a transcript: `Q:`, `MR KERN:`, `Вопрос:`.
fn begins_turn(line: &str) -> bool {
    label(line).is_some_and(|label| {
        let is_all_capital = !label.chars().any(char::is_lowercase);
        is_all_capital
            || matches!(
                label,
                "Question" | "Answer" | "Interviewer" | "Вопрос" | "Ответ" | "Корреспондент" | "Ведущий"
            )
    })
}

/// Whether a line begins with a name and a colon.
fn begins_name(line: &str) -> bool {
    label(line).is_some_and(|label| {
        let mut words = label.split_whitespace();
        words.clone().count() <= 4 && words.all(|word| word.starts_with(char::is_uppercase))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let starts = paragraphs(text).starts;
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        std::iter::zip(&starts, ends).map(|(&start, end)| text[start..end].trim()).collect()
    }

    #[test]
    fn a_line_end_ends_a_paragraph_only_where_something_says_so() {
        for whole in [
            "Lena Voss said on Monday: “We will sign the\ntreaty when our conditions are met, and not a day before.” She then\nleft for Geneva.",
            "The first line stops inside a sentence\nand goes on",
            "She spoke of it at length, without regret and without a look at those who sat in the front row for so long, and \nthen left.",
        ] {
            assert_eq!(parts(whole), [whole], "{whole}");
        }
        assert_eq!(parts("One line.\nAnother line.\nA third."), ["One line.", "Another line.", "A third."]);
        assert_eq!(parts("A title\n\nA text\n \n\nof two."), ["A title", "A text", "of two."]);
        assert_eq!(parts("Q: Will it be signed?\nA: It will."), ["Q: Will it be signed?", "A: It will."]);
        assert_eq!(parts("a\tb\nc\td"), ["a\tb", "c\td"]);
        let indented = "The lines of this book are as long as the\npage is wide, and the last is not.\n    A new paragraph is set in by a little, as\nin old books.";
        assert_eq!(parts(indented).len(), 2, "{:?}", parts(indented));
    }

    #[test]
    fn a_sentence_goes_on_over_the_page_and_its_number() {
        let text = "The lines of this column are as long as\nthe column is wide, and so a sentence runs\nover its end, and the next page takes it\n\n12\n\nup again. Then it stops.\n\nThe end.";
        let found = paragraphs(text);
        assert_eq!(parts(text).len(), 2, "{:?}", parts(text));
        assert_eq!(
            found.page_numbers.iter().map(|range| text[range.clone()].trim()).collect::<Vec<_>>(),
            ["12"]
        );
    }

    #[test]
    fn lines_without_end_and_lines_of_dashes_are_read_once() {
        for text in
            ["-\n".repeat(200_000), "—".repeat(400_000), "a\n".repeat(200_000), "\n \n".repeat(200_000)]
        {
            assert!(!paragraphs(&text).starts.is_empty());
        }
    }
}
