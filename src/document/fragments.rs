//! Finds the fragments of a quotation in a folded text, in order.

use std::ops::Range;

use memchr::memmem;

use crate::text::{Class, Fold, class};

use super::context::Context;
use super::ellipsis::Fragment;
use super::haystack::Haystack;
use super::words::cuts;

/// Maximum number of passages considered.
const MAX_PASSAGES: usize = 20_000;

/// Maximum number of searches for the other fragments around one. A fragment that occurs more often is a word like
/// "the", and a quotation without longer fragments is not worth a minute.
const MAX_TRIES: usize = 200_000;

/// Maximum number of bytes in occurrences rejected because they lie inside longer words; bounds the work on a text
/// like `aaaa…`.
const MAX_WORK: usize = 1 << 28;

/// All passages with the fragments in order and close to each other, as ranges of the folded text.
pub(super) fn all(
    text: &Haystack,
    fold: &Fold,
    fragments: &[Fragment],
    context: &Context,
) -> Vec<Vec<Range<usize>>> {
    let Some(anchor) =
        (0..fragments.len()).max_by_key(|&index| (fragments[index].core.len(), fragments.len() - index))
    else {
        return Vec::new();
    };
    let finder = memmem::Finder::new(fragments[anchor].text());
    let length = fragments[anchor].core.len();
    let mut passages = Vec::new();
    let (mut at, mut tries, mut work) = (0, 0, 0);
    while let Some(start) = finder.find(&fold.text.as_bytes()[at..]).map(|found| at + found) {
        let range = start..start + length;
        at = start + 1;
        let Some(range) = fitted(text, fold, &fragments[anchor], range, context) else {
            work += length;
            if work > MAX_WORK {
                break;
            }
            continue;
        };
        at = range.end;
        tries += usize::from(fragments.len() > 1);
        passages.extend(chain(text, fold, fragments, anchor, range, context));
        if passages.len() == MAX_PASSAGES || tries == MAX_TRIES {
            break;
        }
    }
    passages
}

/// The fragments around one that was found.
fn chain(
    text: &Haystack,
    fold: &Fold,
    fragments: &[Fragment],
    anchor: usize,
    range: Range<usize>,
    context: &Context,
) -> Option<Vec<Range<usize>>> {
    let mut parts = vec![range];
    for index in (0..anchor).rev() {
        let most = fragments[index + 1].gap.max_bytes();
        let first = before(text, fold, &fragments[index], parts.last()?.start, most, context)?;
        parts.push(first);
    }
    parts.reverse();
    for fragment in &fragments[anchor + 1..] {
        let next = after(text, fold, fragment, parts.last()?.end, fragment.gap.max_bytes(), context)?;
        parts.push(next);
    }
    Some(parts)
}

/// The nearest occurrence of a fragment before another.
pub(super) fn before(
    text: &Haystack,
    fold: &Fold,
    fragment: &Fragment,
    end: usize,
    most: usize,
    context: &Context,
) -> Option<Range<usize>> {
    let wanted = fragment.text();
    // Between the fragments there are at most that many bytes, plus a space, a mark and punctuation on either side.
    let floor = end.saturating_sub(most + wanted.len() + 8);
    let mut ceiling = end;
    while let Some(found) = memmem::rfind(fold.text.as_bytes().get(floor..ceiling)?, wanted.as_bytes()) {
        let start = floor + found;
        if let Some(range) = fitted(text, fold, fragment, start..start + wanted.len(), context) {
            return Some(range.start..range.end.min(end));
        }
        ceiling = start + wanted.len() - 1;
    }
    None
}

/// The nearest occurrence of a fragment after another.
pub(super) fn after(
    text: &Haystack,
    fold: &Fold,
    fragment: &Fragment,
    start: usize,
    most: usize,
    context: &Context,
) -> Option<Range<usize>> {
    let wanted = fragment.text();
    let ceiling = fold.text.len().min(start + most + wanted.len() + 8);
    let mut at = start;
    while let Some(found) = memmem::find(fold.text.as_bytes().get(at..ceiling)?, wanted.as_bytes()) {
        let range = at + found..at + found + wanted.len();
        at = range.start + 1;
        if let Some(range) = fitted(text, fold, fragment, range, context) {
            return Some(range);
        }
    }
    None
}

/// The range including the fragment's own final punctuation; `None` if it cuts a word.
///
/// Part of a word is another word. Only a selector whose context continues the same word may begin or end inside it.
fn fitted(
    text: &Haystack,
    fold: &Fold,
    fragment: &Fragment,
    range: Range<usize>,
    context: &Context,
) -> Option<Range<usize>> {
    let (at_start, at_end) = cuts(&fold.text, &range);
    if at_start || at_end {
        let source = fold.map.source(range.clone());
        let is_hyphen = |c: Option<char>| c.is_some_and(|c| class(c) == Class::Hyphen);
        let opens = is_hyphen(text.text()[..source.start].chars().next_back())
            || !context.head.is_empty() && fold.text[..range.start].ends_with(&context.head);
        let closes = is_hyphen(text.text()[source.end..].chars().next())
            || !context.tail.is_empty() && fold.text[range.end..].starts_with(&context.tail);
        if at_start && !opens || at_end && !closes {
            return None;
        }
    }
    let stop = fragment.stop();
    let rest = &fold.text[range.end..];
    if stop.is_empty() {
        return Some(range);
    }
    if rest.starts_with(stop) {
        return Some(range.start..range.end + stop.len());
    }
    // A full stop may be a comma elsewhere, but not a question.
    (!rest.trim_start_matches('"').starts_with(['?', '!'])).then_some(range)
}
