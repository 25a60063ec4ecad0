//! A text in the form in which two printings of it are compared.
//!
//! All quotation marks, dashes and spaces become one kind each. Invisible characters go, and so does the hyphen
//! inside a word, since a line break may have added or removed it (`disarma-⏎ment`, `non-proliferation`). Ligatures
//! and full-width letters are resolved (NFKC), ё becomes е, and look-alike letters get the script of their word.
//!
//! Unlike the folding of words for a search ([`super::words`]) it keeps accents, scripts and punctuation, because a
//! different accent or comma is a difference to show, and it can be mapped back to every byte of the source.

use icu_normalizer::ComposingNormalizerBorrowed;

use super::char_class::{Class, Script, class, is_combining, is_raised, is_word, meant, narrow, script};
use super::span_map::SpanMap;

/// The character that stands for all quotation marks.
pub const QUOTE: char = '"';

/// Maximum length in bytes of text in square brackets that counts as an editor's remark.
const MAX_REMARK_LEN: usize = 300;

/// How to treat an editor's remarks: text in square brackets, and note numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remarks {
    /// The brackets go, their content stays.
    Keep,
    /// Both go.
    Strip,
}

/// How to treat the case of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// It counts.
    Keep,
    /// It does not.
    Fold,
}

/// A folded text, with the map back to its source.
#[derive(Clone, Debug, Default)]
pub struct Fold {
    /// The folded text.
    pub text: String,
    /// From its offsets to those of the source.
    pub map: SpanMap,
    /// Whether there were editor's remarks.
    pub has_remarks: bool,
}

/// Folds a text.
pub fn fold(source: &str, remarks: Remarks, case: Case) -> Fold {
    let mut folder = Folder {
        source,
        at: 0,
        gap: None,
        word: (0, Script::Pure),
        remarks,
        case,
        normalizer: ComposingNormalizerBorrowed::new_nfkc(),
        out: Fold { text: String::with_capacity(source.len()), ..Fold::default() },
    };
    while let Some(c) = folder.source[folder.at..].chars().next() {
        folder.take(c);
    }
    folder.out
}

struct Folder<'t> {
    source: &'t str,
    at: usize,
    /// Where the white space read but not yet written begins.
    gap: Option<usize>,
    /// The end of the current word, and the script that is meant.
    word: (usize, Script),
    remarks: Remarks,
    case: Case,
    normalizer: ComposingNormalizerBorrowed<'static>,
    out: Fold,
}

impl Folder<'_> {
    fn take(&mut self, raw: char) {
        let start = self.at;
        let c = narrow(raw);
        self.at += raw.len_utf8();
        match class(c) {
            Class::Unseen => {
                // A soft hyphen at the end of a line is visible.
                if c == '\u{ad}' && self.ends_line() {
                    self.skip_spaces();
                }
            }
            Class::Space => {
                self.gap.get_or_insert(start);
            }
            Class::Mark => self.mark(start, c),
            Class::Hyphen => self.hyphen(start),
            Class::Dash => self.dash(start),
            Class::Stop => {
                self.gap = None;
                self.stop(start, c);
            }
            Class::Open => self.open(start),
            Class::Close => self.out.has_remarks = true,
            Class::Plain if is_raised(c) && self.is_note() => self.note(start, c),
            Class::Plain => self.plain(start, raw, c),
        }
    }

    fn next(&self) -> Option<char> {
        self.source[self.at..].chars().find(|&c| class(c) != Class::Unseen).map(narrow)
    }

    fn last(&self) -> Option<char> {
        self.out.text.chars().next_back()
    }

    /// Whether a letter comes directly before.
    fn is_after_letter(&self) -> bool {
        self.gap.is_none() && self.last().is_some_and(char::is_alphabetic)
    }

    fn skip_spaces(&mut self) {
        let rest = &self.source[self.at..];
        self.at = self.source.len() - rest.trim_start().len();
    }

    /// Whether white space with a line break comes next, and a letter after it.
    fn ends_line(&self) -> bool {
        let rest = &self.source[self.at..];
        let after = rest.trim_start();
        let has_break = rest[..rest.len() - after.len()].contains(['\n', '\r', '\u{2028}', '\u{2029}']);
        has_break && self.is_after_letter() && after.starts_with(char::is_alphabetic)
    }

    fn write_gap(&mut self) {
        if let Some(start) = self.gap.take()
            && !self.out.text.is_empty()
        {
            let end = self.source[start..].chars().next().map_or(start, |c| start + c.len_utf8());
            self.put(' ', start, end);
        }
    }

    /// Writes a character that stands for a part of the source.
    fn put(&mut self, c: char, start: usize, end: usize) {
        if c.len_utf8() == end - start {
            self.out.map.verbatim(self.out.text.len(), start);
        } else {
            self.out.map.whole(self.out.text.len(), start..end);
        }
        self.out.text.push(c);
    }

    fn hyphen(&mut self, start: usize) {
        if self.is_after_letter() {
            let next = self.source[self.at..].chars().next();
            if next.is_some_and(|next| next.is_alphabetic() || class(next) == Class::Unseen) {
                return;
            }
            if self.ends_line() {
                self.skip_spaces();
                return;
            }
        }
        self.dash(start);
    }

    /// A dash has no spaces around it here, and two of them are one.
    fn dash(&mut self, start: usize) {
        self.gap = None;
        if !self.out.text.ends_with('-') {
            self.put('-', start, self.at);
        }
        self.skip_spaces();
    }

    fn stop(&mut self, start: usize, c: char) {
        if c == '…' {
            if !self.out.text.ends_with("...") {
                self.out.map.whole(self.out.text.len(), start..self.at);
                self.out.text.push_str("...");
            }
        } else if c != '.' || !self.out.text.ends_with("...") {
            self.put(c, start, self.at);
        }
    }

    fn mark(&mut self, start: usize, c: char) {
        let next = self.next();
        let is_inside = self.gap.is_none() && self.last().is_some_and(char::is_alphanumeric);
        if is_inside && next.is_some_and(char::is_alphanumeric) {
            // An apostrophe.
            self.write_gap();
            self.put('\'', start, self.at);
            return;
        }
        let is_before_space = next.is_none_or(|next| class(next) == Class::Space);
        if matches!(c, '»' | '›') && is_before_space | next.is_some_and(|next| class(next) == Class::Stop)
        {
            // French puts spaces inside its marks.
            self.gap = None;
        }
        let is_opening = matches!(c, '«' | '‹') && (self.gap.is_some() || self.out.text.is_empty());
        if let Some(stop @ ('.' | ',')) = next
            && !self.out.text.ends_with(QUOTE)
            && self.gap.is_none()
        {
            // A mark and a full stop may come in either order, by house style; here the stop goes first.
            let end = self.at + self.source[self.at..].find(stop).map_or(0, |at| at + 1);
            if end - self.at == 1 && !self.source[end..].starts_with(stop) {
                self.at = end;
                self.out.map.whole(self.out.text.len(), start..end);
                self.out.text.push(stop);
                self.out.text.push(QUOTE);
                return;
            }
        }
        self.write_gap();
        if !self.out.text.ends_with(QUOTE) {
            self.put(QUOTE, start, self.at);
        }
        if is_opening && is_before_space {
            self.skip_spaces();
        }
    }

    fn open(&mut self, start: usize) {
        self.out.has_remarks = true;
        if self.remarks == Remarks::Keep {
            return;
        }
        let rest = &self.source.as_bytes()[self.at..self.source.len().min(self.at + MAX_REMARK_LEN)];
        let Some(length) = memchr::memchr2(b']', b'[', rest).filter(|&end| rest[end] == b']') else { return };
        let (content, after) =
            (&self.source[self.at..self.at + length], &self.source[self.at + length + 1..]);
        let touches = self.is_after_letter() || after.starts_with(char::is_alphabetic);
        // "[T]he" and "attack[ed]" are words, not remarks.
        let is_part = touches && !content.is_empty() && content.chars().all(char::is_alphabetic);
        if !is_part && !content.contains("\n\n") {
            self.gap.get_or_insert(start);
            if !after.starts_with(|c| class(c) == Class::Space) && self.source[..start].ends_with(is_word) {
                self.gap = None;
            }
            self.at += length + 1;
        }
    }

    /// Whether a raised digit can be a note number: after a word, or after a number that is not raised to a power,
    /// such as a year.
    fn is_note(&self) -> bool {
        let digits = self.out.text.bytes().rev().take(3).filter(u8::is_ascii_digit).count();
        let is_after_word =
            self.last().is_some_and(|c| !c.is_numeric() && (is_word(c) || class(c) != Class::Plain));
        self.gap.is_none() && (is_after_word || digits == 3)
    }

    fn note(&mut self, start: usize, c: char) {
        self.out.has_remarks = true;
        let digits =
            self.source[start..].find(|c| !is_raised(c)).map_or(self.source.len(), |end| start + end);
        if self.remarks == Remarks::Strip {
            self.at = digits;
        } else {
            self.plain(start, c, c);
        }
    }

    fn plain(&mut self, start: usize, raw: char, c: char) {
        self.write_gap();
        if start >= self.word.0 && c.is_alphabetic() {
            let (length, script) = script(&self.source[start..]);
            self.word = (start + length, script);
        }
        let has_more = self.source[self.at..].starts_with(is_combining);
        let is_simple = c.is_ascii() || matches!(c, '\u{400}'..='\u{45f}') || is_composed(c);
        if is_simple && !has_more {
            let script = if start < self.word.0 { self.word.1 } else { Script::Pure };
            self.letter(meant(c, script), start, self.at);
            return;
        }
        let rest = &self.source[self.at..];
        // No letter has more than a few marks; a text of nothing else must not cost more than another.
        let marks = rest.chars().take_while(|&c| is_combining(c)).take(16).map(char::len_utf8).sum::<usize>();
        self.at += marks;
        let cluster = &self.source[start..self.at];
        let composed = self.normalizer.normalize(cluster).into_owned();
        let script = if start < self.word.0 { self.word.1 } else { Script::Pure };
        if cluster.len() == raw.len_utf8() && composed.chars().eq([raw]) {
            self.letter(meant(c, script), start, self.at);
            return;
        }
        let end = self.at;
        for c in composed.chars().filter(|&c| !is_combining(c)) {
            match class(c) {
                Class::Space => {}
                _ => self.letter(meant(c, script), start, end),
            }
        }
    }

    fn letter(&mut self, c: char, start: usize, end: usize) {
        let c = match c {
            'ё' => 'е',
            'Ё' => 'Е',
            'ς' => 'σ',
            other => other,
        };
        if self.case == Case::Keep || !c.is_uppercase() {
            self.put(c, start, end);
            return;
        }
        for small in c.to_lowercase().filter(|&c| !is_combining(c)) {
            self.put(small, start, end);
        }
    }
}

/// Lower-case letters with е for ё, which many texts do not distinguish: for looking up typed text.
pub fn lowercase(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}

/// Letters of Latin alphabets that compatibility does not change.
fn is_composed(c: char) -> bool {
    matches!(c, 'À'..='ı' | 'Ĵ'..='ľ' | 'Ł'..='ň' | 'Ŋ'..='ž')
}
