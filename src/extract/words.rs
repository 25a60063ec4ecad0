//! A text as words with their ranges, sentences and paragraphs.

use std::ops::Range;

use crate::text::{is_quotation_mark, is_raised, transliterate};

use super::lines::{Paragraphs, paragraphs};

/// A word of letters and digits.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Its range, in bytes.
    pub(super) range: Range<usize>,
    /// In lower-case ASCII letters, for both scripts.
    pub(super) form: String,
    /// Whether its first letter is a capital.
    pub(super) is_capital: bool,
    /// Whether all its letters, at least two, are capitals.
    pub(super) is_acronym: bool,
    /// Whether it is written in Latin letters, since `он` is transliterated as `on`.
    pub(super) is_latin: bool,
    /// The index of its sentence.
    pub(super) sentence: usize,
}

/// A text with its words.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) all: Vec<Word>,
    /// Where each sentence begins; each paragraph begins one.
    sentences: Vec<usize>,
    paragraphs: Paragraphs,
}

/// Maximum number of bytes of context on either side: a text without full stops must not be read again for each
/// passage.
pub(super) const MAX_CONTEXT: usize = 4_000;

/// Abbreviations, after which a full stop does not end a sentence.
const ABBREVIATIONS: [&str; 34] = [
    "mr", "mrs", "ms", "dr", "gen", "col", "lt", "sen", "rep", "gov", "st", "no", "u", "s", "e", "g", "i",
    "vs", "im", "g", "t", "d", "k", "n", "ul", "p", "prof", "amb", "adm", "capt", "maj", "sgt", "hon", "gg",
];

/// Abbreviated months, after which a full stop does not end a sentence if a number follows: `Dec. 8`, `8 дек. 1987`.
const MONTH_ABBREVIATIONS: [&str; 22] = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "yanv", "fev",
    "fevr", "avg", "sen", "sent", "okt", "noya", "noyab", "dek",
];

impl<'a> Words<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self::of_cancellable(text, &|| false).unwrap_or_else(|| Self {
            text,
            all: Vec::new(),
            sentences: vec![0],
            paragraphs: paragraphs(""),
        })
    }

    /// The same; `None` once `is_cancelled` returns true, which is checked at each paragraph.
    pub(super) fn of_cancellable(text: &'a str, is_cancelled: &dyn Fn() -> bool) -> Option<Self> {
        let paragraphs = paragraphs(text);
        let mut all: Vec<Word> = Vec::new();
        let mut sentences = vec![0];
        let mut starts = paragraphs.starts.iter().copied().skip(1).peekable();
        let mut start = None;
        let mut ends_sentence = false;
        let mut is_after_month = false;
        let letters = text.char_indices().chain(std::iter::once((text.len(), '\n')));
        for (at, c) in letters {
            // A line end comes before each paragraph, so no word is open.
            if starts.next_if_eq(&at).is_some() {
                if is_cancelled() {
                    return None;
                }
                ends_sentence = false;
                sentences.push(at);
            }
            // A note number is not part of the word before it: `2010¹²`.
            let is_part = c.is_alphanumeric() && !is_raised(c);
            let goes_on = is_part || (start.is_some() && matches!(c, '\u{301}' | '\u{ad}'));
            if goes_on {
                if start.is_none() {
                    if ends_sentence && !c.is_lowercase() && !(is_after_month && c.is_numeric()) {
                        sentences.push(at);
                    }
                    ends_sentence = false;
                    start = Some(at);
                }
                continue;
            }
            if let Some(start) = start.take() {
                all.push(word(&text[start..at], start, sentences.len() - 1));
            }
            match c {
                '?' | '!' | '…' => (ends_sentence, is_after_month) = (true, false),
                '.' => {
                    let last = all.last().filter(|word| word.range.end == at);
                    let form = last.map_or("", |word| word.form.as_str());
                    ends_sentence =
                        last.is_none() || form.chars().count() > 1 && !ABBREVIATIONS.contains(&form);
                    is_after_month = MONTH_ABBREVIATIONS.contains(&form);
                }
                c if c.is_whitespace() || is_quotation_mark(c) || is_raised(c) || matches!(c, ')' | ']') => {}
                _ => ends_sentence = false,
            }
        }
        sentences.dedup();
        Some(Self { text, all, sentences, paragraphs })
    }

    /// The paragraphs, in order.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = &self.paragraphs.starts;
        let ends = starts.iter().skip(1).copied().chain(std::iter::once(self.text.len()));
        std::iter::zip(starts.iter().copied(), ends).map(|(start, end)| start..end)
    }

    /// Page numbers inside a paragraph, in order.
    pub(super) fn page_numbers(&self) -> &[Range<usize>] {
        &self.paragraphs.page_numbers
    }

    /// The words that begin in a range.
    pub(super) fn within(&self, range: &Range<usize>) -> &[Word] {
        let first = self.all.partition_point(|word| word.range.start < range.start);
        let last = self.all.partition_point(|word| word.range.start < range.end);
        &self.all[first..last.max(first)]
    }

    /// The sentences that a range touches, whole.
    pub(super) fn sentence_around(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.sentences.partition_point(|&start| start <= range.start).saturating_sub(1);
        // The full stop of a quoted sentence comes before the closing mark, and the words after the mark still belong
        // to it.
        let after = self.sentences.partition_point(|&start| start <= range.end);
        let end = self.sentences.get(after).copied().unwrap_or(self.text.len());
        self.near(range, self.sentences[first]..end)
    }

    /// The paragraph at an offset, within reach.
    pub(super) fn paragraph_around(&self, at: usize) -> Range<usize> {
        let starts = &self.paragraphs.starts;
        let first = starts.partition_point(|&start| start <= at).saturating_sub(1);
        let end = starts.get(first + 1).copied().unwrap_or(self.text.len());
        self.near(&(at..at), starts[first]..end)
    }

    /// The start of the paragraph at an offset, at any distance.
    pub(super) fn paragraph_start(&self, at: usize) -> usize {
        let starts = &self.paragraphs.starts;
        let after = starts.partition_point(|&start| start <= at);
        after.checked_sub(1).and_then(|index| starts.get(index)).copied().unwrap_or(0)
    }

    /// The end of the paragraph at an offset.
    pub(super) fn paragraph_end(&self, at: usize) -> usize {
        let starts = &self.paragraphs.starts;
        starts.get(starts.partition_point(|&start| start <= at)).copied().unwrap_or(self.text.len())
    }

    /// The index of the paragraph at an offset.
    pub(super) fn paragraph_number(&self, at: usize) -> usize {
        self.paragraphs.starts.partition_point(|&start| start <= at).saturating_sub(1)
    }

    /// The part of `whole` within [`MAX_CONTEXT`] of a range in it, at character boundaries.
    fn near(&self, range: &Range<usize>, whole: Range<usize>) -> Range<usize> {
        let start = whole.start.max(self.text.floor_char_boundary(range.start.saturating_sub(MAX_CONTEXT)));
        start..whole.end.min(self.text.ceil_char_boundary(range.end + MAX_CONTEXT))
    }

    /// The sentence before that at an offset.
    pub(super) fn sentence_before(&self, at: usize) -> Range<usize> {
        let here = self.sentences.partition_point(|&start| start <= at).saturating_sub(1);
        let before = here.saturating_sub(1);
        let end = self.sentences[here];
        self.near(&(end..end), self.sentences[before]..end)
    }
}

fn word(text: &str, start: usize, sentence: usize) -> Word {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let is_capital = letters.clone().next().is_some_and(char::is_uppercase);
    let is_acronym = text.chars().count() > 1 && is_capital && letters.all(char::is_uppercase);
    let form = transliterate(text).replace('\'', "");
    let is_latin = text.chars().all(|c| c.is_ascii_alphabetic());
    Word { range: start..start + text.len(), form, is_capital, is_acronym, is_latin, sentence }
}
