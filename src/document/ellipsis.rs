//! A quotation prepared for searching: folded, and cut into fragments at ellipses and editor's remarks.

use std::ops::Range;

use crate::text::{Case, Class, Fold, QUOTE, Remarks, class, fold, is_word};

/// Maximum number of bytes of folded text omitted at an ellipsis: some three hundred words, a page of a speech.
pub(super) const MAX_LEFT_OUT: usize = 2_000;

/// Maximum number of bytes of folded text that an editor's remark replaces: a name for a pronoun, a few words.
pub(super) const MAX_REPLACED: usize = 60;

/// Maximum length of a remark in brackets, in bytes of the quotation.
const MAX_REMARK: usize = 300;

/// What separates a fragment from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// The quotation begins here.
    Start,
    /// A remark in square brackets.
    Remark,
    /// An ellipsis.
    Ellipsis,
}

impl Gap {
    /// Maximum distance to the next fragment, in bytes.
    pub(super) fn max_bytes(self) -> usize {
        match self {
            Self::Start => 0,
            Self::Remark => MAX_REPLACED,
            Self::Ellipsis => MAX_LEFT_OUT,
        }
    }
}

/// A run of words that must occur verbatim.
pub(super) struct Fragment {
    pub(super) fold: Fold,
    /// The part of the folded text to search for: without marks and punctuation at its ends.
    pub(super) core: Range<usize>,
    /// Its offset in the quotation.
    pub(super) offset: usize,
    pub(super) gap: Gap,
}

impl Fragment {
    fn new(quote: &str, range: Range<usize>, gap: Gap, remarks: Remarks) -> Option<Self> {
        let fold = fold(&quote[range.clone()], remarks, Case::Fold);
        let core = core(&fold.text);
        (!core.is_empty()).then_some(Self { fold, core, offset: range.start, gap })
    }

    /// The words to search for.
    pub(super) fn text(&self) -> &str {
        &self.fold.text[self.core.clone()]
    }

    /// The punctuation at its end, which may be missing in another printing.
    pub(super) fn stop(&self) -> &str {
        self.fold.text[self.core.end..].trim_end_matches([QUOTE, ' '])
    }

    /// The range of the quotation for a range of the folded text.
    pub(super) fn source(&self, folded: Range<usize>) -> Range<usize> {
        let source = self.fold.map.source(folded);
        source.start + self.offset..source.end + self.offset
    }
}

/// A text without what may be missing at its ends: spaces, marks and punctuation.
fn core(folded: &str) -> Range<usize> {
    let start = folded.len() - folded.trim_start_matches([' ', QUOTE, '.', ',', ';', ':', '-']).len();
    let end = folded.trim_end_matches([' ', QUOTE, '.', ',', ';', ':', '-']).len();
    if folded[start..].chars().any(char::is_alphanumeric) { start..end.max(start) } else { 0..0 }
}

/// A whole quotation as one fragment.
pub(super) fn whole(quote: &str, remarks: Remarks) -> Option<Fragment> {
    Fragment::new(quote, 0..quote.len(), Gap::Start, remarks)
}

/// Cuts a quotation at ellipses and editor's remarks.
pub(super) fn cut(quote: &str) -> Vec<Fragment> {
    let mut fragments = Vec::new();
    let (mut start, mut at, mut gap) = (0, 0, Gap::Start);
    while at < quote.len() {
        let found = ellipsis(quote, at).map(|end| (end, Gap::Ellipsis));
        let Some((end, next)) = found.or_else(|| remark(quote, at).map(|end| (end, Gap::Remark))) else {
            at += quote[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        match Fragment::new(quote, start..at, gap, Remarks::Keep) {
            Some(fragment) => {
                fragments.push(fragment);
                gap = next;
            }
            None if next == Gap::Ellipsis => gap = next,
            None => {}
        }
        (start, at) = (end, end);
    }
    fragments.extend(Fragment::new(quote, start..quote.len(), gap, Remarks::Keep));
    fragments
}

/// Maximum length of an ellipsis, in bytes.
const MAX_ELLIPSIS: usize = 64;

/// The end of an ellipsis that begins at an offset: dots with or without spaces, alone or in brackets.
fn ellipsis(quote: &str, at: usize) -> Option<usize> {
    let rest = &quote[at..];
    // Bounds the work on a whole page of dots.
    let rest = &rest[..rest.floor_char_boundary(MAX_ELLIPSIS)];
    let inner = rest.strip_prefix(['[', '(', '<']).unwrap_or(rest);
    let brackets = rest.len() - inner.len();
    let after = inner.trim_start_matches(['.', '…', ' ', '\u{a0}', '\u{202f}']);
    let dots = inner[..inner.len() - after.len()].trim_end();
    let count = dots.chars().map(|c| if c == '…' { 3 } else { usize::from(c == '.') }).sum::<usize>();
    // Of four dots the first is the full stop of the sentence before.
    if count < 3 || !dots.starts_with(['.', '…']) || brackets == 0 && count > 3 && dots.starts_with('.') {
        return None;
    }
    let end = at + rest.len() - after.len();
    match (brackets, after.chars().next()) {
        (1, Some(']' | ')' | '>')) => Some(end + 1),
        (1, _) => None,
        _ => Some(at + dots.len()),
    }
}

/// The end of a remark in square brackets that begins at an offset, unless it is a part of a word: `[T]he`.
fn remark(quote: &str, at: usize) -> Option<usize> {
    let inner = quote[at..].strip_prefix('[')?;
    let length =
        inner.find(['[', ']']).filter(|&length| length < MAX_REMARK && inner.as_bytes()[length] == b']')?;
    let end = at + length + 2;
    let touches = quote[..at].ends_with(is_word) || quote[end..].starts_with(is_word);
    let is_part = touches && length > 0 && inner[..length].chars().all(char::is_alphabetic);
    (!is_part).then_some(end)
}

/// The quotation without what surrounds its words: the form that must match exactly.
pub(super) fn bare(quote: &str) -> &str {
    quote.trim_matches(|c| matches!(class(c), Class::Space | Class::Mark | Class::Unseen))
}
