//! The passages of a text that are set off as somebody's words, and which of them are speech.

use std::cmp::Reverse;
use std::ops::Range;

use crate::text::is_quotation_mark;

use super::Mention;
use super::dialogue::{asides, dialogues};
use super::lexicon::{is_according, is_named, is_particle, is_speech};
use super::marks::{marked, trimmed};
use super::passage::{Form, Passage};
use super::turns::turns;
use super::words::Words;

/// Minimum number of words of speech where nothing else identifies it.
const MIN_SPEECH_WORDS: usize = 6;
/// The same for what is set off by more than marks.
const MIN_SET_OFF_WORDS: usize = 3;
/// Maximum number of words of a line that attributes a quotation.
const MAX_SIGNATURE_WORDS: usize = 14;
/// Maximum number of words of the name in it.
const MAX_NAME_WORDS: usize = 6;

/// All passages set off as somebody's words, in order and without overlap. `blocks` are those of the page, in order.
pub(super) fn set_off(words: &Words<'_>, blocks: &[Range<usize>], treaties: &[Mention]) -> Vec<Passage> {
    let mut marks = marked(words);
    for passage in &mut marks {
        let asides =
            parts(&passage.range, &passage.left_out).into_iter().flat_map(|part| asides(words, &part));
        let asides: Vec<Range<usize>> = asides.collect();
        passage.left_out.extend(asides);
        passage.by = signature(words, passage.range.end);
    }
    let blocks = blocks.iter().filter_map(|range| block(words, range, &marks));
    let mut others: Vec<Passage> = blocks.chain(turns(words, treaties)).chain(dialogues(words)).collect();
    // The words of a turn or a block with quotation marks are those between the marks.
    others.retain(|other| {
        let first = marks.partition_point(|passage| passage.range.start < other.range.start);
        let last = marks.partition_point(|passage| passage.range.start < other.range.end);
        let inside = marks.get_mut(first..last).unwrap_or_default();
        let is_marked = inside.first().is_some_and(|passage| {
            passage.range.end <= other.range.end
                && is_only_marks(&words.text[other.range.start..passage.range.start])
        });
        if is_marked {
            for passage in inside.iter_mut().filter(|passage| passage.by.is_none()) {
                (passage.form, passage.by) = (other.form, other.by.clone());
            }
        }
        !is_marked
    });
    let mut all = marks;
    all.append(&mut others);
    all.sort_by_key(|passage| (passage.range.start, Reverse(passage.range.end)));
    let mut end = 0;
    all.retain(|passage| {
        let is_free = passage.range.start >= end && !passage.range.is_empty();
        if is_free {
            end = passage.range.end;
        }
        is_free
    });
    for passage in &mut all {
        leave_out_page_numbers(words, passage);
    }
    all
}

/// A range without the parts that are left out.
pub(super) fn parts(range: &Range<usize>, left_out: &[Range<usize>]) -> Vec<Range<usize>> {
    let starts = std::iter::once(range.start).chain(left_out.iter().map(|part| part.end));
    let ends = left_out.iter().map(|part| part.start).chain(std::iter::once(range.end));
    std::iter::zip(starts, ends).map(|(start, end)| start..end.max(start)).collect()
}

fn is_only_marks(text: &str) -> bool {
    text.chars().all(|c| is_quotation_mark(c) || c.is_whitespace()) && text.contains(is_quotation_mark)
}

fn leave_out_page_numbers(words: &Words<'_>, passage: &mut Passage) {
    let numbers = words.page_numbers();
    let first = numbers.partition_point(|number| number.start < passage.range.start);
    let last = numbers.partition_point(|number| number.end <= passage.range.end);
    passage.left_out.extend_from_slice(numbers.get(first..last).unwrap_or_default());
    passage.left_out.sort_by_key(|part| part.start);
    let mut end = passage.range.start;
    passage.left_out.retain(|part| {
        let is_free = part.start >= end;
        end = end.max(part.end);
        is_free
    });
}

/// A page's block as somebody's words; none where it reports speech in marks, as a news item does.
fn block(words: &Words<'_>, block: &Range<usize>, marks: &[Passage]) -> Option<Passage> {
    words.text.get(block.clone())?;
    let mut range = trimmed(words.text, block.clone());
    let last = words.paragraph_start(range.end.saturating_sub(1)).max(range.start);
    let line = &words.text[last..range.end];
    let mut by = None;
    if last > range.start && line.trim_start().starts_with(['—', '–', '―']) {
        range = trimmed(words.text, range.start..last);
    } else if last > range.start && !line.trim_end().ends_with(['.', '!', '?', '…', ':', ',', ';']) {
        // Below a block its speaker may be named without a dash.
        by = signed_name(words, last);
        if by.is_some() {
            range = trimmed(words.text, range.start..last);
        }
    }
    let by = by.or_else(|| signature(words, range.end));
    let first = marks.partition_point(|passage| passage.range.end <= range.start);
    let after = marks.partition_point(|passage| passage.range.start < range.end);
    let inside = marks.get(first..after).unwrap_or_default();
    let tells = !inside.is_empty()
        && words.within(&range).iter().any(|word| {
            let next = inside.partition_point(|passage| passage.range.end <= word.range.start);
            let is_inside = inside.get(next).is_some_and(|passage| passage.range.start <= word.range.start);
            !is_inside && is_speech(&word.form)
        });
    (!tells).then_some(Passage { range, left_out: Vec::new(), form: Form::Block, by })
}

/// The name in the line that attributes the quotation before it: `— Ivo Kern, foreign minister`.
fn signature(words: &Words<'_>, end: usize) -> Option<Range<usize>> {
    let rest = &words.text[end..];
    let dash = rest.trim_start_matches(|c: char| {
        c.is_whitespace() || is_quotation_mark(c) || matches!(c, '.' | '!' | '?')
    });
    let line = dash.strip_prefix("--").or_else(|| dash.strip_prefix(['—', '–', '―']))?;
    signed_name(words, words.text.len() - line.trim_start().len())
}

/// The name at the start of a line that only identifies a person: `Ivo Kern, foreign minister`.
fn signed_name(words: &Words<'_>, start: usize) -> Option<Range<usize>> {
    let stop = words.paragraph_end(start);
    let inside = words.within(&(start..stop));
    if inside.len() > MAX_SIGNATURE_WORDS || inside.iter().any(|word| is_speech(&word.form)) {
        return None;
    }
    let line = words.text.get(start..stop)?.trim_end();
    if line.ends_with(['?', '!']) {
        return None;
    }
    let len = line.find([',', '\n', '(', ';', ':']).unwrap_or(line.len());
    let name = trimmed(words.text, start..start + len);
    let of_name = words.within(&name);
    let capitals = of_name.iter().filter(|word| word.is_capital).count();
    let is_name = of_name.iter().all(|word| word.is_capital || is_particle(&word.form));
    (is_name && capitals > 1 && of_name.len() <= MAX_NAME_WORDS).then_some(name)
}

/// Whether a colon comes before a passage and its mark.
pub(super) fn is_introduced(text: &str, at: usize) -> bool {
    text[..at].trim_end().trim_end_matches(is_quotation_mark).trim_end().ends_with(':')
}

/// Whether a passage takes its whole paragraph and does not end in the middle of a sentence.
fn is_headline(words: &Words<'_>, range: &Range<usize>) -> bool {
    let paragraph = words.paragraph_around(range.start);
    words.within(&paragraph).len() <= words.within(range).len()
        && !words.text[range.clone()].contains([',', '.', '!', '?', '…', ';'])
}

/// Whether a passage is speech: long enough for a sentence, or a fragment in a sentence with a verb of speech; not
/// the name of a ship, a newspaper or a treaty.
pub(super) fn is_spoken(words: &Words<'_>, passage: &Passage) -> bool {
    let range = &passage.range;
    let inside = words.within(range);
    let left_out: usize = passage.left_out.iter().map(|part| words.within(part).len()).sum();
    let count = inside.len().saturating_sub(left_out);
    if count == 0 {
        return false;
    }
    if passage.form != Form::Marks || passage.by.is_some() {
        return count >= MIN_SET_OFF_WORDS;
    }
    let first = words.all.partition_point(|word| word.range.start < range.start);
    let before = first.checked_sub(1).map(|index| &words.all[index]);
    let is_title = count < 8 && before.is_some_and(|word| is_named(&word.form));
    let all_capital =
        count > 1 && inside.iter().filter(|word| word.form.len() > 3).all(|word| word.is_capital);
    if is_title || (all_capital && count < 8) {
        return false;
    }
    // Fewer words alone in marks are a headline, unless they have a comma or a full stop.
    let is_short = count + 1 == MIN_SPEECH_WORDS;
    if count >= MIN_SPEECH_WORDS || is_short && !is_headline(words, range) {
        return true;
    }
    if is_introduced(words.text, range.start) && count >= 3 {
        return true;
    }
    let sentence = words.sentence_around(range);
    let outside: Vec<&str> = words
        .within(&sentence)
        .iter()
        .filter(|word| !range.contains(&word.range.start))
        .map(|word| word.form.as_str())
        .collect();
    let speaks = outside.iter().any(|word| is_speech(word))
        || outside.windows(2).any(|pair| is_according(pair[0], pair[1]));
    // One or two words in marks are more often irony than speech, unless they end a sentence.
    let is_around = |c: char| is_quotation_mark(c) || matches!(c, '\u{a0}' | '\u{202f}');
    let ends = words.text[..range.end].ends_with([',', '.', '!', '?', '…'])
        || words.text[range.end..].chars().find(|&c| !is_around(c)).is_some_and(|c| c == ',');
    let begins_capital = inside[0].is_capital;
    if speaks {
        return count >= 3 || (ends && begins_capital);
    }
    // A short complete sentence, in a paragraph in which somebody speaks.
    let is_sentence = begins_capital && words.text[..range.end].ends_with(['.', '!', '?', '…']);
    is_sentence
        && count >= 3
        && words.within(&words.paragraph_around(range.start)).iter().any(|w| is_speech(&w.form))
}
