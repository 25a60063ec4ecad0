//! What a text speaks of that no dataset knows yet: quoted passages with who spoke them, treaties by name, dates.
//!
//! Plain rules over words and marks, in English and Russian; what they cannot tell they leave out. Nothing here is
//! certain: the reader confirms.
//!
//! Architecture Invariant: the work grows with the length of the text and no faster, whatever is in it.

mod dates;
mod dialogue;
mod lexicon;
mod lines;
mod marks;
mod months;
mod name_run;
mod names;
mod offices;
mod passage;
mod people;
mod quotes;
mod sides;
mod speakers;
mod steps;
mod turns;
mod words;
mod written_date;

use std::ops::Range;

use crate::domain::{Dataset, EventId, SpeakerId, TreatyId};

pub use names::Names;
pub use speakers::office_and_name;
pub use written_date::{DateMention, WrittenDate, day_of};

/// What was found in a text; all ranges are bytes of it, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Quoted speech.
    pub quotations: Vec<Quotation>,
    /// Treaties that are named.
    pub treaties: Vec<Mention>,
    /// Dates.
    pub dates: Vec<DateMention>,
}

impl Reading {
    /// The treaties that are named in a range, by search.
    pub fn treaties_in(&self, range: &Range<usize>) -> &[Mention] {
        let first = self.treaties.partition_point(|mention| mention.range.end <= range.start);
        let last = self.treaties.partition_point(|mention| mention.range.start < range.end);
        &self.treaties[first..last.max(first)]
    }

    /// The dates in a range, by search.
    pub fn dates_in(&self, range: &Range<usize>) -> &[DateMention] {
        let first = self.dates.partition_point(|mention| mention.range.end <= range.start);
        let last = self.dates.partition_point(|mention| mention.range.start < range.end);
        &self.dates[first..last.max(first)]
    }

    /// The quotations that reach into a range, by search: they do not overlap.
    pub fn quotations_in(&self, range: &Range<usize>) -> &[Quotation] {
        let first = self.quotations.partition_point(|quotation| quotation.range.end <= range.start);
        let last = self.quotations.partition_point(|quotation| quotation.range.start < range.end);
        &self.quotations[first..last.max(first)]
    }
}

/// A quoted passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words, without the marks around them.
    pub range: Range<usize>,
    /// What of the range is not the speaker's, in order: marks that a new paragraph repeats, `— he said —`, numbers of
    /// pages.
    pub left_out: Vec<Range<usize>>,
    /// Who seems to have spoken them.
    pub speaker: Option<Attribution>,
    /// The treaties they seem to be about: named in the words, else in their sentence, else in the lines before.
    pub about: Vec<TreatyId>,
    /// The steps of those treaties they seem to be about, the likeliest first.
    pub steps: Vec<StepGuess>,
}

/// A step that a passage seems to be about, and what speaks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepGuess {
    /// The step.
    pub event: EventId,
    /// The word for it, as in *extension*.
    pub word: Range<usize>,
    /// A date beside it that is the step's.
    pub date: Option<Range<usize>>,
}

/// Whose words a passage seems to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The name, as a dataset or the text has it.
    pub name: String,
    /// The speaker of the dataset, if it is one.
    pub speaker: Option<SpeakerId>,
}

/// A treaty that is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name as it is there.
    pub range: Range<usize>,
    /// The treaty.
    pub treaty: TreatyId,
}

/// Reads a text. A line end ends a paragraph only where a blank line, an indented line or a short one says so.
pub fn read(text: &str, dataset: &Dataset, names: &Names) -> Reading {
    read_with_blocks(text, &[], dataset, names)
}

/// Reads a text some parts of which are set off as words of others; `blocks` are these parts, in order.
pub fn read_with_blocks(text: &str, blocks: &[Range<usize>], dataset: &Dataset, names: &Names) -> Reading {
    read_unless(text, blocks, dataset, names, &|| false).unwrap_or_default()
}

/// The same; `None` when `is_called_off` says so meanwhile. It is asked at each paragraph and each passage.
pub fn read_unless(
    text: &str,
    blocks: &[Range<usize>],
    dataset: &Dataset,
    names: &Names,
    is_called_off: &dyn Fn() -> bool,
) -> Option<Reading> {
    let goes_on = || (!is_called_off()).then_some(());
    let words = words::Words::of_unless(text, is_called_off)?;
    let treaties = names.treaties_in(&words);
    goes_on()?;
    let mut passages = quotes::set_off(&words, blocks, &treaties);
    let starts: Vec<usize> = passages.iter().map(|passage| passage.range.start).collect();
    passages.retain(|passage| quotes::is_spoken(&words, passage));
    goes_on()?;
    let people = people::People::of(&words, dataset, &passages, &treaties);
    let mut turns = passages.iter().filter(|passage| passage.form.is_turn());
    let first_turn = turns.next().map_or(0, |passage| passage.range.start);
    let speakers = speakers::Speakers { words: &words, people: &people, starts: &starts, first_turn };
    let mut quotations: Vec<Quotation> = Vec::new();
    goes_on()?;
    let dates = dates::dates_in(&words);
    let named = treaties.iter().map(|mention| mention.treaty).collect();
    let steps = steps::Steps::of(dataset, &named, &words);
    for passage in passages {
        goes_on()?;
        let speaker = speakers.of(&passage, quotations.last());
        let contexts = contexts(&words, &passage.range);
        let about = about(&contexts, &treaties);
        let steps = steps.around(&words, &dates, &contexts, &about);
        let mut quotation =
            Quotation { range: passage.range, left_out: passage.left_out, speaker, about, steps };
        if let Some(last) = quotations.last().filter(|last| continues(last, &quotation)) {
            (quotation.about, quotation.steps) = (last.about.clone(), last.steps.clone());
        }
        quotations.push(quotation);
    }
    Some(Reading { quotations, treaties, dates })
}

/// Whether a passage that names nothing goes on from the one before: spoken by the same, and not far after it.
fn continues(last: &Quotation, next: &Quotation) -> bool {
    /// In bytes: a paragraph or two.
    const MAX_GAP: usize = 600;
    let speaker = |quotation: &Quotation| quotation.speaker.as_ref().map(|by| by.name.clone());
    next.about.is_empty()
        && next.range.start.saturating_sub(last.range.end) < MAX_GAP
        && speaker(next).is_some_and(|name| speaker(last) == Some(name))
}

/// The contexts of a passage, the nearest first: itself, its sentence, its paragraph to its end, the paragraph before.
fn contexts(words: &words::Words<'_>, range: &Range<usize>) -> [Range<usize>; 4] {
    let sentence = words.sentence_around(range);
    let paragraph = words.paragraph_around(range.start);
    let before = words.paragraph_around(paragraph.start.saturating_sub(2));
    [range.clone(), sentence, paragraph.start..range.end, before]
}

/// What a passage seems to be about: the nearest of its contexts that names a treaty.
fn about(contexts: &[Range<usize>], treaties: &[Mention]) -> Vec<TreatyId> {
    let within = |range: Range<usize>| {
        let first = treaties.partition_point(|mention| mention.range.start < range.start);
        let mut found: Vec<TreatyId> = treaties[first..]
            .iter()
            .take_while(|mention| mention.range.start < range.end)
            .map(|mention| mention.treaty)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    contexts.iter().cloned().map(within).find(|found| !found.is_empty()).unwrap_or_default()
}
