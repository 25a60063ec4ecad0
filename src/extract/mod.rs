//! What a text speaks of that no dataset knows yet: quoted passages with who spoke them, treaties by name, dates.
//!
//! Plain rules over words and marks, in English and Russian; what they cannot tell they leave out. Nothing here is
//! certain: the reader confirms.
//!
//! Architecture Invariant: the work grows with the length of the text and no faster, whatever stands in it.

mod dates;
mod lexicon;
mod names;
mod people;
mod quotes;
mod speakers;
mod words;

use std::ops::Range;

use crate::domain::{Dataset, EdtfDate, SpeakerId, TreatyId};

pub use names::Names;

/// What was found in a text; all places are bytes of it, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Quoted speech.
    pub quotations: Vec<Quotation>,
    /// Treaties that are named.
    pub treaties: Vec<Mention>,
    /// Dates.
    pub dates: Vec<DateMention>,
}

/// A date as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Where.
    pub range: Range<usize>,
    /// The date.
    pub date: EdtfDate,
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
    /// Who seems to have spoken them.
    pub speaker: Option<Attribution>,
    /// The treaties they seem to be about: named in the words, else in their sentence, else in the lines before.
    pub about: Vec<TreatyId>,
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
    /// The name as it stands there.
    pub range: Range<usize>,
    /// The treaty.
    pub treaty: TreatyId,
}

/// Reads a text with paragraphs on lines of their own.
pub fn read(text: &str, dataset: &Dataset, names: &Names) -> Reading {
    let words = words::Words::of(text);
    let treaties = names.treaties_in(&words);
    let spoken = quotes::spoken(&words);
    let people = people::People::of(&words, dataset, &spoken, &treaties);
    let mut quotations: Vec<Quotation> = Vec::new();
    for range in spoken {
        let speaker = speakers::speaker_of(&words, &people, &range, quotations.last());
        let about = about(&words, &treaties, &range);
        quotations.push(Quotation { range, speaker, about });
    }
    let dates = dates::dates_in(&words);
    Reading { quotations, treaties, dates }
}

/// What a passage seems to be about: the nearest sentences that name a treaty, the passage itself first.
fn about(words: &words::Words<'_>, treaties: &[Mention], range: &Range<usize>) -> Vec<TreatyId> {
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
    let sentence = words.sentence_around(range);
    let paragraph = words.paragraph_around(range.start);
    let before = words.paragraph_around(paragraph.start.saturating_sub(2));
    [range.clone(), sentence, paragraph.start..range.end, before]
        .into_iter()
        .map(within)
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}
