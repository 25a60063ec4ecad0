//! Drafts: quotations of an unknown document that the user confirmed, to become statements of the dataset.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{About, EdtfDate, Precision};
use crate::extract::{Quotation, day_of, office_and_name};
use crate::session::world::World;

use super::document::OpenDocument;

/// What the user confirms of a document, and what applies to all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    /// When the words were spoken, as typed: in EDTF or in words. It is the date of each quotation that has none of its own.
    pub day: String,
    /// The language of the document, a BCP 47 tag, as typed.
    pub lang: String,
    /// The confirmed quotations, by their index among the document's quotations.
    pub confirmed: BTreeMap<usize, ConfirmedQuotation>,
}

/// A confirmed quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfirmedQuotation {
    /// The speaker, as typed.
    pub speaker: String,
    /// The speaker's role at the time, as typed.
    pub role: String,
    /// When these words were spoken, as typed; empty for the date of the document.
    pub day: String,
    /// What it is about; `None` for words that belong to the occasion and to no treaty.
    pub about: Option<About>,
}

/// A change to what is confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftChange {
    /// Confirm a quotation, or withdraw the confirmation.
    Toggle(usize),
    /// Change the speaker.
    Speaker(usize, String),
    /// Change the speaker's role.
    Role(usize, String),
    /// Change what it is about.
    About(usize, Option<About>),
    /// Change when the words of a quotation were spoken; empty for the date of the document.
    DayOf(usize, String),
    /// Change when the words of the document were spoken.
    Day(String),
    /// Change the language.
    Lang(String),
}

/// Why what is confirmed cannot be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftProblem {
    /// The date of the document cannot be read, or is missing, and is needed.
    Day,
    /// The date of a quotation, by its index, cannot be read.
    DayOf(usize),
    /// The language is missing.
    Lang,
    /// A quotation, by its index, has no speaker.
    Speaker(usize),
}

/// A request to save a dataset with what is confirmed of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveRequest {
    /// The document.
    pub document: Arc<OpenDocument>,
    /// What is confirmed of it.
    pub drafts: Drafts,
    /// The day on which the document was seen, in EDTF.
    pub accessed: Option<String>,
}

/// A dataset that was saved with what was confirmed.
#[derive(Debug)]
pub struct Saved {
    /// The dataset, as it was read from the saved file's bytes to check them.
    pub world: Arc<World>,
    /// The document, read for that dataset.
    pub document: OpenDocument,
    /// What was asked to be saved, and is in the dataset now.
    pub request: SaveRequest,
    /// Number of source copies that the saved file does not find, because it is in another folder.
    pub copies_left: usize,
}

impl Drafts {
    /// Nothing confirmed yet; the date and language are guessed from the document.
    pub(in crate::session) fn of(open: &OpenDocument) -> Self {
        if open.source.is_some() {
            return Self::default();
        }
        let text = &open.document.text;
        let by_text = || day_of(text, &open.reading).map(|day| day.to_string());
        let day = open.document.published.clone().or_else(by_text).unwrap_or_default();
        // Only these two are recognised; any other is typed.
        let letters = || text.chars().filter(|c| c.is_alphabetic()).take(2_000);
        let cyrillic = letters().filter(|c| ('\u{400}'..='\u{52f}').contains(c)).count();
        let lang = if 2 * cyrillic > letters().count() { "ru" } else { "en" };
        Self { day, lang: lang.to_owned(), confirmed: BTreeMap::new() }
    }

    /// When the words were spoken, if the date can be read.
    pub(super) fn date(&self) -> Option<EdtfDate> {
        EdtfDate::parse_typed(&self.day).ok()
    }

    /// When the words of a quotation were spoken, if its date can be read.
    pub(super) fn date_of(&self, draft: &ConfirmedQuotation) -> Option<EdtfDate> {
        if draft.has_own_day() { EdtfDate::parse_typed(&draft.day).ok() } else { self.date() }
    }

    /// The date that `today` in the document means, if a single day is given.
    pub fn day_of_text(&self) -> Option<NaiveDate> {
        let date = self.date()?;
        (date.precision() == Precision::Day).then(|| date.earliest().date())
    }

    /// Whether anything is confirmed, and all that is can be saved.
    pub(super) fn is_ready(&self) -> bool {
        !self.confirmed.is_empty() && self.problem().is_none()
    }

    /// Why they cannot be saved, if anything is wrong.
    pub fn problem(&self) -> Option<DraftProblem> {
        let needs_day =
            self.confirmed.is_empty() || self.confirmed.values().any(|draft| !draft.has_own_day());
        if needs_day && self.date().is_none() {
            return Some(DraftProblem::Day);
        }
        if let Some((&index, _)) = self.confirmed.iter().find(|(_, draft)| self.date_of(draft).is_none()) {
            return Some(DraftProblem::DayOf(index));
        }
        if self.lang.trim().is_empty() {
            return Some(DraftProblem::Lang);
        }
        let without_speaker = self.confirmed.iter().find(|(_, draft)| draft.speaker.trim().is_empty());
        without_speaker.map(|(&index, _)| DraftProblem::Speaker(index))
    }
}

impl ConfirmedQuotation {
    /// The draft of a quotation, from what was recognised around it.
    pub(super) fn of(quotation: &Quotation) -> Self {
        let event = quotation.events.first().map(|guess| About::Event(guess.event));
        let treaty = quotation.about.first().copied().map(About::Treaty);
        let (office, speaker) = office_of(quotation);
        let role = office.unwrap_or_default().to_owned();
        Self { speaker: speaker.to_owned(), role, day: String::new(), about: event.or(treaty) }
    }

    /// Whether it has a date of its own, which may be one that cannot be read.
    pub fn has_own_day(&self) -> bool {
        !self.day.trim().is_empty()
    }

    /// Whether its own date can be read, if it has one.
    pub fn is_day_readable(&self) -> bool {
        !self.has_own_day() || EdtfDate::parse_typed(&self.day).is_ok()
    }
}

/// The role and name of the recognised speaker; for a speaker of the dataset the name only.
fn office_of(quotation: &Quotation) -> (Option<&str>, &str) {
    match &quotation.speaker {
        Some(by) if by.speaker.is_none() => office_and_name(&by.name),
        Some(by) => (None, &by.name),
        None => (None, ""),
    }
}
