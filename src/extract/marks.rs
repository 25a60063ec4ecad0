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
        if token.c == '\'' && self.is_apostrophe(token) {
            return;
        }
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

    /// Whether a straight mark that might close a passage is an apostrophe. It is none after punctuation; elsewhere it
    /// is one if enough marks follow to close all open passages.
    fn is_apostrophe(&self, token: &Token) -> bool {
        if !token.can_close || token.is_after_stop {
            return false;
        }
        let open = self.open.iter().filter(|open| closes(token.c, open.mark)).count();
        // `'The states' view` is not cut: only a passage inside another one ends in such a mark.
        token.closes_later >= open || open == 1 && token.is_weak()
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
    /// Whether it follows a full stop or the like.
    is_after_stop: bool,
    /// For a straight mark: how many marks after it may close passages that are opened before it.
    closes_later: usize,
}

impl Token {
    /// Whether it can continue a speech at the beginning of a paragraph.
    fn repeats(&self, mark: char) -> bool {
        self.c == mark && self.can_open || mark == '«' && self.c == '»'
    }

    fn is_single(&self) -> bool {
        matches!(self.c, '‘' | '’' | '\'')
    }

    /// Whether it is more likely an apostrophe: `the states' view`.
    fn is_weak(&self) -> bool {
        self.is_after_s && !self.is_sure
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
        let token = token(paragraph.start + at, c, before, next);
        tokens.extend(token.map(|token| Token {
            can_open: token.can_open && !(c == '\'' && is_shortened(&inside[at + 1..])),
            ..token
        }));
        before = Some(c);
    }
    count_later(&mut tokens);
    // `‘The ministers’ view,’ she said`: the first of two possible closing marks is an apostrophe.
    let mut closes_later = false;
    for token in
        tokens.iter_mut().rev().filter(|token| token.is_single() && (token.can_open || token.can_close))
    {
        if token.can_close && token.is_weak() && token.c != '\'' && closes_later {
            token.can_close = false;
        } else {
            closes_later = token.can_close && (token.is_sure || !token.is_after_s) && !token.can_open;
        }
    }
    tokens
}

/// Counts for each straight mark how many later ones may close what is opened before it.
fn count_later(tokens: &mut [Token]) {
    let mut later: usize = 0;
    for token in tokens.iter_mut().rev().filter(|token| matches!(token.c, '‘' | '\'')) {
        token.closes_later = later;
        if token.can_open {
            later = later.saturating_sub(1);
        } else if token.can_close && !token.is_weak() {
            later += 1;
        }
    }
}

/// Whether a text begins with a word that is written with an apostrophe for its first letters: `'em`.
fn is_shortened(text: &str) -> bool {
    const SHORTENED: [&str; 9] = ["em", "tis", "twas", "til", "cause", "bout", "round", "n", "neath"];
    let len = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    text.get(..len).is_some_and(|word| SHORTENED.iter().any(|short| word.eq_ignore_ascii_case(short)))
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
        '\'' => (begins_letter && is_free, !is_free && ends_word, is_sure),
        _ => return None,
    };
    Some(Token {
        at,
        c,
        can_open,
        can_close,
        is_sure,
        // A number of feet ends in one as well.
        is_after_s: matches!(before, Some('s' | 'S' | 'x' | 'z'))
            || c == '\'' && before.is_some_and(char::is_numeric),
        is_after_stop,
        closes_later: 0,
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
    fn straight_single_marks_stand_inside_each_other_and_apostrophes_close_none() {
        for (text, within) in [
            ("He said: 'we call this 'the deal' and keep it'.", "we call this 'the deal' and keep it"),
            ("He said: 'We call this 'the deal' and keep it.'", "We call this 'the deal' and keep it."),
            ("He said: 'We keep what we call 'the deal.'' She left.", "We keep what we call 'the deal.'"),
            ("He said: 'we keep what we call 'the deal''.", "we keep what we call 'the deal'"),
            (
                "'They call these 'the talks' and don't go,' she said.",
                "They call these 'the talks' and don't go,",
            ),
            (
                "'We call this 'the ministers' view' and keep it', she said.",
                "We call this 'the ministers' view' and keep it",
            ),
            ("'The states' view isn't ours', she said.", "The states' view isn't ours"),
            ("'It was the ministers', not ours,' she said.", "It was the ministers', not ours,"),
            ("'We were goin' home to get 'em,' she said.", "We were goin' home to get 'em,"),
            ("'It's rock 'n' roll,' she said.", "It's rock 'n' roll,"),
            ("'It is 5' long and they say 'no' to it,' she said.", "It is 5' long and they say 'no' to it,"),
            ("\"He calls it 'the deal' and leaves,\" she said.", "He calls it 'the deal' and leaves,"),
            ("«Он зовёт это 'сделкой' и молчит»", "Он зовёт это 'сделкой' и молчит"),
        ] {
            assert_eq!(read(text), [within], "{text}");
        }
        assert_eq!(
            read("'We will sign it', said Kern, and 'we will keep it', said Voss."),
            ["We will sign it", "we will keep it"]
        );
        assert!(read("'Tis the states' view and 'twas the ministers' view; don't ask.").is_empty());
        assert!(read("In the 'nineties the states' view and the ministers' view were one.").is_empty());
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
            "'a ".repeat(500_000),
            "'a' ".repeat(500_000),
            "—".repeat(1_000_000),
        ];
        for text in lines {
            assert!(marked(&Words::of(&text)).len() <= text.len());
        }
    }
}
