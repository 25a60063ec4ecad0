//! Passages between quotation marks of any country: pairs, nested pairs, speeches over several paragraphs.

use std::ops::Range;

use super::passage::{Form, Passage};
use super::words::Words;

/// Maximum nesting of quotation marks; deeper ones are not paired.
const MAX_DEPTH: usize = 64;

/// The outermost passages between marks, in order. An unclosed mark is ignored unless the next paragraph repeats it.
/// Complete pairs inside an unclosed one count.
pub(super) fn marked(words: &Words<'_>) -> Vec<Passage> {
    let mut pairs = Pairs { text: words.text, open: Vec::new(), repeated: Vec::new(), found: Vec::new() };
    for paragraph in words.paragraphs() {
        pairs.read(&paragraph);
    }
    pairs.found
}

/// An opening mark without its counterpart so far.
struct Open {
    mark: char,
    /// Where the words begin.
    start: usize,
}

struct Pairs<'a> {
    text: &'a str,
    open: Vec<Open>,
    /// Where the outermost mark is repeated.
    repeated: Vec<Range<usize>>,
    found: Vec<Passage>,
}

impl Pairs<'_> {
    fn read(&mut self, paragraph: &Range<usize>) {
        let tokens = tokens(self.text, paragraph);
        let mut rest = &tokens[..];
        if let Some(mark) = self.open.first().map(|open| open.mark) {
            let inside = &self.text[paragraph.clone()];
            let begins = paragraph.end - inside.trim_start().len();
            match rest {
                [token, after @ ..] if token.at == begins && token.repeats(mark) => {
                    self.open.truncate(1);
                    self.repeated.push(token.at..token.at + token.c.len_utf8());
                    rest = after;
                }
                _ => self.forget(),
            }
        }
        for token in rest {
            self.take(token);
        }
    }

    fn forget(&mut self) {
        self.open.clear();
        self.repeated.clear();
    }

    fn take(&mut self, token: &Token) {
        let counterpart = self.open.iter().rposition(|open| closes(token.c, open.mark));
        // An apostrophe may close only the mark opened last.
        let is_last = |index: usize| token.is_sure || index + 1 == self.open.len();
        match counterpart.filter(|&index| token.can_close && is_last(index)) {
            Some(index) => self.close(index, token.at),
            None if token.can_open => {
                if self.open.len() == MAX_DEPTH {
                    self.forget();
                }
                self.open.push(Open { mark: token.c, start: token.at + token.c.len_utf8() });
            }
            None => {}
        }
    }

    fn close(&mut self, index: usize, end: usize) {
        let Some(start) = self.open.get(index).map(|open| open.start) else { return };
        self.open.truncate(index);
        let left_out = if index == 0 { std::mem::take(&mut self.repeated) } else { Vec::new() };
        // Pairs inside are part of it.
        while self.found.last().is_some_and(|last| last.range.start >= start) {
            self.found.pop();
        }
        let range = trimmed(self.text, start..end);
        if self.text[range.clone()].chars().any(char::is_alphabetic) {
            self.found.push(Passage { range, left_out, form: Form::Marks, by: None });
        }
    }
}

/// A range without white space at either end.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = text[range.clone()].trim_end();
    let end = range.start + inside.len();
    end - inside.trim_start().len()..end
}

/// A mark, and its possible roles at its position.
struct Token {
    at: usize,
    c: char,
    can_open: bool,
    can_close: bool,
    /// Whether it cannot be an apostrophe.
    is_sure: bool,
    /// Whether it follows an s, as the apostrophe of `the ministers’ view` does.
    is_after_s: bool,
}

impl Token {
    /// Whether it can continue a speech at the beginning of a paragraph.
    fn repeats(&self, mark: char) -> bool {
        self.c == mark && self.can_open || mark == '«' && self.c == '»'
    }

    fn is_single(&self) -> bool {
        matches!(self.c, '‘' | '’' | '\'')
    }
}

/// The marks of a paragraph.
fn tokens(text: &str, paragraph: &Range<usize>) -> Vec<Token> {
    let mut tokens = Vec::new();
    let inside = &text[paragraph.clone()];
    let mut before = None;
    let mut letters = inside.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|&(_, next)| next);
        tokens.extend(token(paragraph.start + at, c, before, next));
        before = Some(c);
    }
    // `‘The ministers’ view,’ she said`: the first of two possible closing marks is an apostrophe.
    let mut closes_later = false;
    for token in
        tokens.iter_mut().rev().filter(|token| token.is_single() && (token.can_open || token.can_close))
    {
        if token.can_close && !token.is_sure && token.is_after_s && closes_later {
            token.can_close = false;
        } else {
            closes_later = token.can_close && (token.is_sure || !token.is_after_s) && !token.can_open;
        }
    }
    tokens
}

/// The mark that a character is between its neighbours, if any.
fn token(at: usize, c: char, before: Option<char>, next: Option<char>) -> Option<Token> {
    let is_free = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '/') || is_opening(c));
    let is_after_dash = matches!(before, Some('—' | '–' | '-'));
    let begins_letter =
        next.is_some_and(|c| c.is_alphabetic() || is_opening(c) || matches!(c, '(' | '[' | '…'));
    let begins_word = begins_letter || next.is_some_and(|c| c.is_numeric() || matches!(c, '$' | '£' | '€'));
    let begins = begins_word || matches!(next, Some('.' | '—' | '–' | '-'));
    let is_before_space = next.is_none_or(char::is_whitespace);
    let ends_word = !next.is_some_and(char::is_alphanumeric);
    let is_after_stop = matches!(before, Some('.' | ',' | '!' | '?' | '…' | '”' | '»' | '"'));
    let is_before_stop = matches!(next, Some('.' | ',' | ';' | ':' | '!' | '?' | ')'));
    let is_sure = is_after_stop || is_before_stop;
    let (can_open, can_close, is_sure) = match c {
        '“' => (!is_before_space, !is_free, true),
        '„' | '‟' => (!is_before_space, false, true),
        // French puts spaces inside its marks; Danish and some German books reverse them.
        '«' | '‹' => (is_free || !is_before_space, !is_free, true),
        '”' | '»' | '›' => (is_free && begins_letter, true, true),
        '"' => (begins && (is_free || is_after_dash), !(begins_word && is_free), true),
        '‘' => (begins_letter && (is_free || is_after_dash), !is_free, true),
        '‚' => (begins_letter && is_free, false, true),
        '’' => (false, !is_free && ends_word, is_sure),
        // A straight mark is no apostrophe only after punctuation.
        '\'' => (begins_letter && is_free, !is_free && ends_word && is_after_stop, is_sure),
        _ => return None,
    };
    Some(Token {
        at,
        c,
        can_open,
        can_close,
        is_sure,
        is_after_s: matches!(before, Some('s' | 'S' | 'x' | 'z')),
    })
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '„' | '‟' | '«' | '‘' | '‚' | '‹')
}

/// Whether a mark closes an earlier one.
fn closes(c: char, mark: char) -> bool {
    match mark {
        '«' => c == '»',
        '»' => matches!(c, '«' | '»'),
        '‹' => c == '›',
        '›' => matches!(c, '‹' | '›'),
        '„' => matches!(c, '“' | '”' | '"'),
        '“' | '‟' | '"' => matches!(c, '”' | '"'),
        '”' => c == '”',
        '‘' | '\'' => matches!(c, '’' | '\''),
        '‚' => matches!(c, '‘' | '’'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        marked(&Words::of(text)).into_iter().map(|passage| &text[passage.range]).collect()
    }

    #[test]
    fn marks_of_all_countries_are_pairs() {
        for (text, within) in [
            (
                "She said: “We will sign the\ntreaty, and not before.”",
                "We will sign the\ntreaty, and not before.",
            ),
            (
                "\"He told me, \"we will never sign\" and then he left,\" said Voss.",
                "He told me, \"we will never sign\" and then he left,",
            ),
            ("‘We don’t share the ministers’ view,’ she said.", "We don’t share the ministers’ view,"),
            ("Er sagte: „Wir bleiben dabei“, und ging.", "Wir bleiben dabei"),
            ("Il a dit : «\u{a0}Nous restons.\u{202f}»", "Nous restons."),
            ("Han sagde: »Vi bliver her«, og gik.", "Vi bliver her"),
            ("Hän sanoi: ”Me jäämme.”", "Me jäämme."),
            ("He said: “I told him ‘no, never’ and left.”", "I told him ‘no, never’ and left."),
            ("'We will sign,' she said.", "We will sign,"),
            ("«Он сказал: „нет“, и ушёл»", "Он сказал: „нет“, и ушёл"),
            ("«Газета «Север» врёт»", "Газета «Север» врёт"),
        ] {
            assert_eq!(read(text), [within], "{text}");
        }
    }

    #[test]
    fn what_is_never_closed_is_no_passage_and_hides_none() {
        assert_eq!(read("A “mark alone. “We will sign,” she said."), ["We will sign,"]);
        assert_eq!(read("In the ‘nineties they said “yes” and “no”."), ["yes", "no"]);
        assert!(read("The ministers’ view, the states’ view; it’s 5' long").is_empty());
        assert!(read("“One\n\nTwo” and »").is_empty());
    }

    #[test]
    fn a_mark_is_repeated_where_a_speech_goes_on_in_a_new_paragraph() {
        for (text, mark) in [
            ("“We will sign.\n\n“Until then, nothing,” said Voss.", "“"),
            ("\"We will sign.\n\n\"Until then, nothing,\" said Voss.", "\""),
            ("‘We will sign.\n\n‘Until then, nothing,’ said Voss.", "‘"),
            ("«Мы подпишем.\n\n«До тех пор — ничего», — сказала Восс.", "«"),
        ] {
            let passages = marked(&Words::of(text));
            let [passage] = &passages[..] else { panic!("{text}: {passages:?}") };
            let left_out: Vec<&str> = passage.left_out.iter().map(|range| &text[range.clone()]).collect();
            assert_eq!(left_out, [mark], "{text}");
        }
    }

    #[test]
    fn a_thousand_marks_inside_each_other_and_megabytes_of_them_are_read_once() {
        let nested = format!("{}{}", "“a ".repeat(1_000), "b”".repeat(1_000));
        let lines = [
            nested,
            "“".repeat(1_700_000),
            "\"".repeat(1_000_000),
            "‘a".repeat(1_000_000),
            "\"a ".repeat(500_000),
            "’s’ ".repeat(500_000),
            "—".repeat(1_000_000),
        ];
        for text in lines {
            assert!(marked(&Words::of(&text)).len() <= text.len());
        }
    }
}
