//! Extracts quotations, speakers, treaties and dates from documents that the dataset does not know.
//!
//! Plain rules over words and marks, in English and Russian. Uncertain cases are left out, and the reader confirms
//! the rest.
//!
//! Architecture Invariant: the work grows no faster than the length of the text, whatever is in it.

mod bodies;
mod body_words;
mod dates;
mod dialogue;
mod event_guesses;
mod interview_labels;
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
mod speakers;
mod turns;
mod words;
mod written_date;

use std::ops::Range;

use crate::domain::{Dataset, EventId, SpeakerId, TreatyId};

pub use names::Names;
pub use speakers::office_and_name;
pub use written_date::{DateMention, WrittenDate, day_of};

/// What was found in a text, in order; all ranges are bytes of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Quoted speech.
    pub quotations: Vec<Quotation>,
    /// Treaties named in the text.
    pub treaties: Vec<Mention>,
    /// Dates.
    pub dates: Vec<DateMention>,
}

impl Reading {
    /// The treaties named in a range, by binary search.
    pub fn treaties_in(&self, range: &Range<usize>) -> &[Mention] {
        let first = self.treaties.partition_point(|mention| mention.range.end <= range.start);
        let last = self.treaties.partition_point(|mention| mention.range.start < range.end);
        &self.treaties[first..last.max(first)]
    }

    /// The dates in a range, by binary search.
    pub fn dates_in(&self, range: &Range<usize>) -> &[DateMention] {
        let first = self.dates.partition_point(|mention| mention.range.end <= range.start);
        let last = self.dates.partition_point(|mention| mention.range.start < range.end);
        &self.dates[first..last.max(first)]
    }

    /// The quotations that overlap a range, by binary search: they do not overlap each other.
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
    /// The parts that are not the speaker's, in order: marks repeated in a new paragraph, `— he said —`, page
    /// numbers.
    pub left_out: Vec<Range<usize>>,
    /// The likely speaker.
    pub speaker: Option<Attribution>,
    /// The treaties it seems to be about: named in its words, otherwise in its sentence, otherwise in the lines
    /// before.
    pub about: Vec<TreatyId>,
    /// The events of those treaties it seems to be about, the likeliest first.
    pub events: Vec<EventGuess>,
}

/// An event that a passage seems to be about, and the evidence for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventGuess {
    /// The event.
    pub event: EventId,
    /// The word for it, such as *extension*.
    pub word: Range<usize>,
    /// A date of the event near that word.
    pub date: Option<Range<usize>>,
}

/// The likely speaker of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The name, as the dataset or the text has it.
    pub name: String,
    /// The speaker of the dataset, if known.
    pub speaker: Option<SpeakerId>,
}

/// A treaty named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The name in the text.
    pub range: Range<usize>,
    /// The treaty.
    pub treaty: TreatyId,
}

/// Reads a text. A line end ends a paragraph only next to a blank or an indented line, or after a short one.
pub fn read(text: &str, dataset: &Dataset, names: &Names) -> Reading {
    read_with_blocks(text, &[], dataset, names)
}

/// Reads a text; `blocks` are the parts set off as somebody else's words, in order.
pub fn read_with_blocks(text: &str, blocks: &[Range<usize>], dataset: &Dataset, names: &Names) -> Reading {
    read_cancellable(text, blocks, dataset, names, &|| false).unwrap_or_default()
}

/// The same; `None` once `is_cancelled` returns true, which is checked at each paragraph and passage.
pub fn read_cancellable(
    text: &str,
    blocks: &[Range<usize>],
    dataset: &Dataset,
    names: &Names,
    is_cancelled: &dyn Fn() -> bool,
) -> Option<Reading> {
    let goes_on = || (!is_cancelled()).then_some(());
    let words = words::Words::of_cancellable(text, is_cancelled)?;
    let treaties = names.treaties_in(&words);
    goes_on()?;
    let mut passages = quotes::set_off(&words, blocks, &treaties);
    let quoted: Vec<Range<usize>> =
        passages.iter().flat_map(|passage| quotes::parts(&passage.range, &passage.left_out)).collect();
    let starts: Vec<usize> = passages.iter().map(|passage| passage.range.start).collect();
    passages.retain(|passage| quotes::is_spoken(&words, passage));
    goes_on()?;
    let people = people::People::of(&words, dataset, &passages, &treaties);
    let mut turns = passages.iter().filter(|passage| passage.form.is_turn());
    let first_turn = turns.next().map_or(0, |passage| passage.range.start);
    let speakers = speakers::Speakers { words: &words, people: &people, starts: &starts, first_turn };
    let mut quotations: Vec<Quotation> = Vec::new();
    goes_on()?;
    let mut dates = dates::dates_in(&words);
    for mention in &mut dates {
        let part = quoted.partition_point(|part| part.end <= mention.range.start);
        mention.is_quoted = quoted.get(part).is_some_and(|part| part.start <= mention.range.start);
    }
    let named = treaties.iter().map(|mention| mention.treaty).collect();
    let guesses = event_guesses::Events::of(dataset, &named, &words);
    for passage in passages {
        goes_on()?;
        let speaker = speakers.of(&passage, quotations.last());
        let contexts = contexts(&words, &passage.range);
        let about = about(&contexts, &treaties);
        let events = guesses.around(&words, &dates, &contexts, &about);
        let mut quotation =
            Quotation { range: passage.range, left_out: passage.left_out, speaker, about, events };
        if let Some(last) = quotations.last().filter(|last| continues(last, &quotation)) {
            (quotation.about, quotation.events) = (last.about.clone(), last.events.clone());
        }
        quotations.push(quotation);
    }
    Some(Reading { quotations, treaties, dates })
}

/// Whether a passage that names no treaty continues the one before: same speaker, and not far after it.
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

/// What a passage seems to be about: the treaties named in the nearest of its contexts that names any.
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
