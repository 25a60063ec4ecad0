//! Quotations of an unknown document that the user confirms, so that they become statements of the dataset.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostics::{printable_line, shown_name};
use crate::domain::{About, Dataset, EdtfDate, Precision};
use crate::extract::{Quotation, day_of, office_and_name};
use crate::records::{AboutRecord, Additions, SelectorRecord, SourceRecord, SpeakerRecord, StatementRecord};
use crate::text::folded_text;

use crate::session::{Effect, Session, World, reader::document::Page};

/// How much of the text before and after a quotation is stored to find it again, in characters.
const CONTEXT_LEN: usize = 32;
/// Maximum length of an id that is made from a name, in characters.
const MAX_ID_LEN: usize = 40;

/// What the user confirms of a document, and what applies to all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    /// When the words were spoken, as typed: in EDTF or in words.
    pub day: String,
    /// The language of the document, a BCP 47 tag, as typed.
    pub lang: String,
    /// The confirmed quotations, by their index among the document's quotations.
    pub confirmed: BTreeMap<usize, Draft>,
}

/// A confirmed quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The speaker, as typed.
    pub speaker: String,
    /// The speaker's role at the time, as typed.
    pub role: String,
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
    /// Change when the words were spoken.
    Day(String),
    /// Change the language.
    Lang(String),
}

/// Why what is confirmed cannot be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftProblem {
    /// The date cannot be read, or is missing.
    Day,
    /// The language is missing.
    Lang,
    /// A quotation, by its index, has no speaker.
    Speaker(usize),
}

/// What is confirmed of a document, to be saved with a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// The document.
    pub page: Arc<Page>,
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
    pub page: Page,
    /// What was confirmed, and is in the dataset now.
    pub confirmed: Confirmed,
    /// Number of source copies that the saved file does not find, because it is in another folder.
    pub copies_left: usize,
}

impl Drafts {
    /// Nothing confirmed yet; the date and language are guessed from the document.
    pub(in crate::session) fn of(page: &Page) -> Self {
        if page.source.is_some() {
            return Self::default();
        }
        let text = &page.document.text;
        let by_text = || day_of(text, &page.reading).map(|day| day.to_string());
        let day = page.document.published.clone().or_else(by_text).unwrap_or_default();
        // Only these two are recognised; any other is typed.
        let letters = || text.chars().filter(|c| c.is_alphabetic()).take(2_000);
        let cyrillic = letters().filter(|c| ('\u{400}'..='\u{52f}').contains(c)).count();
        let lang = if 2 * cyrillic > letters().count() { "ru" } else { "en" };
        Self { day, lang: lang.to_owned(), confirmed: BTreeMap::new() }
    }

    /// When the words were spoken, if the date can be read.
    fn date(&self) -> Option<EdtfDate> {
        EdtfDate::parse_typed(&self.day).ok()
    }

    /// The date that `today` in the document means, if a single day is given.
    pub fn day_of_text(&self) -> Option<NaiveDate> {
        let date = self.date()?;
        (date.precision() == Precision::Day).then(|| date.earliest().date())
    }

    /// Whether anything is confirmed, and all that is can be saved.
    fn is_ready(&self) -> bool {
        !self.confirmed.is_empty() && self.problem().is_none()
    }

    /// Why they cannot be saved, if anything is wrong.
    pub fn problem(&self) -> Option<DraftProblem> {
        if self.date().is_none() {
            return Some(DraftProblem::Day);
        }
        if self.lang.trim().is_empty() {
            return Some(DraftProblem::Lang);
        }
        let nobody = self.confirmed.iter().find(|(_, draft)| draft.speaker.trim().is_empty());
        nobody.map(|(&index, _)| DraftProblem::Speaker(index))
    }
}

impl Draft {
    /// The draft of a quotation, from what was recognised around it.
    fn of(quotation: &Quotation) -> Self {
        let step = quotation.steps.first().map(|step| About::Event(step.event));
        let treaty = quotation.about.first().copied().map(About::Treaty);
        let (office, speaker) = office_of(quotation);
        let role = office.unwrap_or_default().to_owned();
        Self { speaker: speaker.to_owned(), role, about: step.or(treaty) }
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

impl Session {
    pub(in crate::session) fn change_draft(&mut self, change: DraftChange) {
        let Some(page) = &self.reader.document else { return };
        let drafts = &mut self.reader.drafts;
        match change {
            DraftChange::Toggle(index) => {
                if drafts.confirmed.remove(&index).is_none()
                    && self.world.bulk.is_none()
                    && let Some(quotation) = page.reading.quotations.get(index)
                {
                    drafts.confirmed.insert(index, Draft::of(quotation));
                }
            }
            DraftChange::Speaker(index, speaker) => {
                if let Some(draft) = drafts.confirmed.get_mut(&index) {
                    draft.speaker = speaker;
                }
            }
            DraftChange::Role(index, role) => {
                if let Some(draft) = drafts.confirmed.get_mut(&index) {
                    draft.role = role;
                }
            }
            DraftChange::About(index, about) => {
                if let Some(draft) = drafts.confirmed.get_mut(&index) {
                    draft.about = about;
                }
            }
            DraftChange::Day(day) => drafts.day = day,
            DraftChange::Lang(lang) => drafts.lang = lang,
        }
    }

    /// Asks where to save, if anything is confirmed and complete.
    pub(in crate::session) fn save_drafts(&self) -> Option<Effect> {
        self.reader.drafts.is_ready().then_some(Effect::AskWhereToSaveDataset)
    }

    /// Saves the dataset with what is confirmed.
    pub(in crate::session) fn save_drafts_to(&mut self, path: PathBuf) -> Option<Effect> {
        let Some(page) = self.reader.document.as_ref().filter(|_| self.reader.drafts.is_ready()) else {
            // The document was closed, or changed, while the dialog was open.
            self.notice = Some(self.strings().reader.not_saved_closed.to_owned());
            return None;
        };
        let accessed = self.today.map(|today| today.date().to_string());
        let confirmed = Confirmed { page: Arc::clone(page), drafts: self.reader.drafts.clone(), accessed };
        Some(Effect::SaveDataset(path, Box::new(confirmed)))
    }

    /// Continues in the saved dataset where the reader was. If the dataset that it was made from is no longer open
    /// (`is_open`), or another file is being loaded, it is only reported as saved.
    pub(in crate::session) fn open_saved(&mut self, saved: Saved, is_open: bool) -> Option<Effect> {
        let Saved { world, page, confirmed, copies_left } = saved;
        self.forget_saved(&confirmed);
        if self.reader.closes_when_saved && self.unsaved_count() == 0 {
            return Some(Effect::Quit);
        }
        self.reader.closes_when_saved = false;
        let strings = &self.strings().reader;
        let mut notice = (strings.saved)(&shown_name(&world.name), confirmed.drafts.confirmed.len());
        if !is_open || self.files.loading.is_some() {
            self.notice = Some(notice);
            return None;
        }
        if copies_left > 0 {
            notice = format!("{notice}. {}", (strings.copies_left)(copies_left));
        }
        let place = self.place();
        let open = self.reader.document.clone();
        self.replace_world(world);
        self.resume(&place);
        if open.as_ref().is_some_and(|open| open.source.is_none() && open.reading_key() == page.reading_key())
        {
            self.notice = Some(notice);
            self.show_page(page);
            return None;
        }
        // Another document was opened meanwhile: it was read for the earlier dataset.
        let path = open.and_then(|open| open.path.clone()).inspect(|path| self.wait_for_page(path));
        self.notice = Some(notice);
        Some(Effect::ReadDocument(path?, None))
    }

    /// Removes what was saved from the drafts. What was confirmed or changed meanwhile stays.
    fn forget_saved(&mut self, saved: &Confirmed) {
        let (key, saved) = (saved.page.reading_key(), &saved.drafts.confirmed);
        if self.reader.document.as_ref().is_some_and(|page| page.reading_key() == key) {
            self.reader.drafts.confirmed.retain(|index, draft| saved.get(index) != Some(draft));
        }
        for document in self.reader.stash.documents.iter_mut().filter(|document| document.key == key) {
            document.quotations.retain(|quotation| {
                let same = |draft: &Draft| draft.speaker == quotation.speaker && draft.role == quotation.role;
                !saved.get(&quotation.index).is_some_and(same)
            });
        }
        self.reader.stash.documents.retain(|document| !document.quotations.is_empty());
    }
}

impl Confirmed {
    /// What is confirmed as records of the format; `document` is the path of the document from the data file, if the
    /// file's folder holds it.
    pub fn records(&self, dataset: &Dataset, document: Option<String>) -> Additions {
        let Self { page, drafts, accessed } = self;
        // A record contains no hidden characters, whatever the file is called.
        let stem = Path::new(&page.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or(&page.name);
        let name = printable_line(stem);
        let title = page.document.title.as_deref().unwrap_or(&name);
        let mut used = BTreeSet::new();
        let source = free_id(&title_id(title, "document"), &mut used, |id| dataset.find_source(id).is_some());
        let lang = drafts.lang.trim();
        let date = drafts.date().map(|date| date.text().to_owned()).unwrap_or_default();
        let mut added = Additions {
            sources: vec![SourceRecord {
                id: source.clone(),
                title: title.to_owned(),
                accessed: accessed.clone(),
                lang: Some(lang.to_owned()),
                document,
                sha256: Some(page.sha256.clone()),
                ..SourceRecord::default()
            }],
            ..Additions::default()
        };
        let mut speakers: BTreeMap<String, String> = BTreeMap::new();
        let is_used = |id: &str| dataset.find_statement(id).is_some() || dataset.find_event(id).is_some();
        for (&index, draft) in &drafts.confirmed {
            let Some(quotation) = page.reading.quotations.get(index) else { continue };
            let name = draft.speaker.trim();
            let wanted = folded_text(name);
            let mut all = dataset.speakers().iter();
            let is_wanted = |name: &str| !wanted.is_empty() && folded_text(name) == wanted;
            let known = all.find(|by| is_wanted(&by.name) || is_wanted(&by.native_name));
            let speaker = match known {
                Some(known) => known.key.to_string(),
                None => speakers
                    .entry(wanted)
                    .or_insert_with(|| {
                        let is_used = |id: &str| dataset.speakers().iter().any(|other| *other.key == *id);
                        let id = free_id(&title_id(name, "speaker"), &mut used, is_used);
                        added.speakers.push(SpeakerRecord {
                            id: id.clone(),
                            name: name.to_owned(),
                            ..SpeakerRecord::default()
                        });
                        id
                    })
                    .clone(),
            };
            let country = known.and_then(|known| known.country);
            let role = draft.role.trim();
            added.statements.push(StatementRecord {
                id: free_id(&format!("{speaker}-{}", title_id(&date, "undated")), &mut used, is_used),
                quote: quotation.said(&page.document.text),
                lang: lang.to_owned(),
                role: (!role.is_empty()).then(|| role.to_owned()),
                speaker,
                country: country.map(|party| dataset.party(party).key.to_string()),
                date: date.clone(),
                source: Some(source.clone()),
                selector: Some(selector(&page.document.text, &quotation.range)),
                about: draft.about.map(|about| about_record(dataset, about)).into_iter().collect(),
                ..StatementRecord::default()
            });
        }
        added
    }
}

fn about_record(dataset: &Dataset, about: About) -> AboutRecord {
    let (event, treaty) = match about {
        About::Event(id) => (Some(dataset.event(id).key.to_string()), None),
        About::Treaty(id) => (None, Some(dataset.treaty(id).key.to_string())),
    };
    AboutRecord { event, treaty, ..AboutRecord::default() }
}

/// A passage with its context.
fn selector(text: &str, range: &std::ops::Range<usize>) -> SelectorRecord {
    let before = &text[..range.start];
    let start = before.char_indices().rev().nth(CONTEXT_LEN - 1).map_or(0, |(offset, _)| offset);
    SelectorRecord {
        exact: text[range.clone()].to_owned(),
        prefix: Some(before[start..].to_owned()),
        suffix: Some(text[range.end..].chars().take(CONTEXT_LEN).collect()),
        ..SelectorRecord::default()
    }
}

/// An id made from a name: lower-case letters, digits and hyphens.
fn title_id(name: &str, otherwise: &str) -> String {
    let letters = crate::text::transliterate(name);
    let words: Vec<&str> =
        letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let id: String = words.join("-").chars().take(MAX_ID_LEN).collect();
    let id = id.trim_end_matches('-');
    if id.is_empty() { otherwise.to_owned() } else { id.to_owned() }
}

/// The id itself, or with the first number that makes it unique.
fn free_id(id: &str, used: &mut BTreeSet<String>, is_used: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number: u32| format!("{id}-{number}"));
    let free = std::iter::once(id.to_owned())
        .chain(numbered)
        .find(|id| !is_used(id) && !used.contains(id))
        .unwrap_or_default();
    used.insert(free.clone());
    free
}
