//! Quotations of a document that the dataset does not know, which the reader confirms: they become its statements.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::diagnostics::{printable_line, shown_file_name, shown_name};
use crate::domain::{
    About, Additions, Dataset, EdtfDate, NewAbout, NewSelector, NewSource, NewSpeaker, NewStatement,
    Precision,
};
use crate::extract::{Quotation, day_of, office_and_name};
use crate::text::folded_text;

use crate::session::{Effect, Place, Session, reader::document::Page};

/// How much of what stands around a quotation is kept to find it again, in characters.
const CONTEXT: usize = 32;
/// Ids are no longer than this, in characters.
const LONGEST_ID: usize = 40;

/// What the reader confirms of a document, and what is said of all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    /// When the words were said, as it is typed: in EDTF or in words.
    pub day: String,
    /// The language of the document, a BCP 47 tag, as it is typed.
    pub lang: String,
    /// What is confirmed, by its place among the document's quotations.
    pub taken: BTreeMap<usize, Draft>,
}

/// A quotation that is confirmed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Who spoke, as it is typed.
    pub speaker: String,
    /// The office held when saying it, as it is typed.
    pub role: String,
    /// What it is about; `None` for words that belong to the occasion and to no treaty.
    pub about: Option<About>,
}

/// A change to what is confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftChange {
    /// Confirm a quotation, or no longer.
    Toggle(usize),
    /// Someone else spoke it.
    Speaker(usize, String),
    /// They held this office.
    Role(usize, String),
    /// It is about something else.
    About(usize, Option<About>),
    /// The words were said then.
    Day(String),
    /// They are in this language.
    Lang(String),
}

/// Why what is confirmed cannot be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftProblem {
    /// The date cannot be read, or is missing.
    Day,
    /// The language is missing.
    Lang,
    /// Nobody is named as the speaker of a quotation, by its place.
    Speaker(usize),
}

/// What is taken up again when the saved dataset is open.
#[derive(Debug)]
pub(in crate::session) struct Reopen {
    place: Place,
    document: Option<PathBuf>,
    notice: String,
}

/// What is being saved.
#[derive(Debug)]
pub(in crate::session) struct Saving {
    /// The document, by [`Page::reading_key`].
    key: String,
    taken: BTreeMap<usize, Draft>,
}

impl Drafts {
    /// What there is to begin with: the day and the language that the document seems to have.
    pub(in crate::session) fn of(page: &Page) -> Self {
        if page.source.is_some() {
            return Self::default();
        }
        let text = &page.document.text;
        let by_text = || day_of(text, &page.reading).map(|day| day.to_string());
        let day = page.document.published.clone().or_else(by_text).unwrap_or_default();
        // Only the two are told apart; any other is typed.
        let letters = || text.chars().filter(|c| c.is_alphabetic()).take(2_000);
        let cyrillic = letters().filter(|c| ('\u{400}'..='\u{52f}').contains(c)).count();
        let lang = if 2 * cyrillic > letters().count() { "ru" } else { "en" };
        Self { day, lang: lang.to_owned(), taken: BTreeMap::new() }
    }

    /// When the words were said, if that can be read.
    fn date(&self) -> Option<EdtfDate> {
        EdtfDate::parse_typed(&self.day).ok()
    }

    /// The day of the document, if it is one: what `today` in it means.
    pub fn day_of_text(&self) -> Option<NaiveDate> {
        let date = self.date()?;
        (date.precision() == Precision::Day).then(|| date.earliest().date())
    }

    /// Why they cannot be saved, if anything is wrong.
    pub fn problem(&self) -> Option<DraftProblem> {
        if self.date().is_none() {
            return Some(DraftProblem::Day);
        }
        if self.lang.trim().is_empty() {
            return Some(DraftProblem::Lang);
        }
        let nobody = self.taken.iter().find(|(_, draft)| draft.speaker.trim().is_empty());
        nobody.map(|(&place, _)| DraftProblem::Speaker(place))
    }
}

impl Draft {
    /// What a quotation seems to be.
    fn of(quotation: &Quotation) -> Self {
        let step = quotation.steps.first().map(|step| About::Event(step.event));
        let treaty = quotation.about.first().copied().map(About::Treaty);
        let (office, speaker) = office_of(quotation);
        let role = office.unwrap_or_default().to_owned();
        Self { speaker: speaker.to_owned(), role, about: step.or(treaty) }
    }
}

/// The office and the name of who seems to have spoken; a speaker of the dataset stands there with the name alone.
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
            DraftChange::Toggle(place) => {
                if drafts.taken.remove(&place).is_none()
                    && self.world.plain.is_none()
                    && let Some(quotation) = page.reading.quotations.get(place)
                {
                    drafts.taken.insert(place, Draft::of(quotation));
                }
            }
            DraftChange::Speaker(place, speaker) => {
                if let Some(draft) = drafts.taken.get_mut(&place) {
                    draft.speaker = speaker;
                }
            }
            DraftChange::Role(place, role) => {
                if let Some(draft) = drafts.taken.get_mut(&place) {
                    draft.role = role;
                }
            }
            DraftChange::About(place, about) => {
                if let Some(draft) = drafts.taken.get_mut(&place) {
                    draft.about = about;
                }
            }
            DraftChange::Day(day) => drafts.day = day,
            DraftChange::Lang(lang) => drafts.lang = lang,
        }
    }

    /// Asks where to save, if there is something and nothing is wrong with it.
    pub(in crate::session) fn save_drafts(&self) -> Option<Effect> {
        let is_ready = !self.reader.drafts.taken.is_empty() && self.reader.drafts.problem().is_none();
        is_ready.then_some(Effect::AskWhereToSaveDataset)
    }

    /// Saves the dataset with what is confirmed.
    pub(in crate::session) fn save_drafts_to(&mut self, path: PathBuf) -> Option<Effect> {
        let is_ready = !self.reader.drafts.taken.is_empty() && self.reader.drafts.problem().is_none();
        let Some(page) = self.reader.document.as_ref().filter(|_| is_ready) else {
            // The document was closed, or changed, while the dialog asked for a name.
            self.notice = Some(self.words().page.not_saved_closed.to_owned());
            return None;
        };
        let day = self.today.map(|today| today.date().to_string());
        let additions = additions(&self.world.dataset, page, &self.reader.drafts, day, &path);
        self.reader.saving =
            Some(Saving { key: page.reading_key(), taken: self.reader.drafts.taken.clone() });
        Some(Effect::SaveDataset(path, Box::new(additions)))
    }

    /// Opens the dataset that was saved, to go on in it where the reader is; one that was saved from a dataset which is
    /// no longer open is only said to be saved.
    pub(in crate::session) fn open_saved(
        &mut self,
        path: PathBuf,
        count: usize,
        is_open: bool,
    ) -> Option<Effect> {
        self.forget_saved();
        if self.reader.closes_when_saved && self.unsaved_count() == 0 {
            return Some(Effect::Quit);
        }
        self.reader.closes_when_saved = false;
        if !is_open {
            self.notice = Some((self.words().page.saved)(&shown_file_name(&path), count));
            return None;
        }
        let document = self.reader.document.as_ref().and_then(|page| page.path.clone());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let left = self.copies_left_behind(&path);
        let mut notice = (self.words().page.saved)(&shown_name(&name), count);
        let effect = self.start_loading(&name, Some(path));
        if left > 0 {
            notice = format!("{notice}. {}", (self.words().page.copies_left)(left));
        }
        self.files.reopen = Some(Reopen { place: self.place(), document, notice });
        Some(effect)
    }

    /// What was saved is no longer a draft; what was confirmed or changed meanwhile is.
    fn forget_saved(&mut self) {
        let Some(saved) = self.reader.saving.take() else { return };
        if self.reader.document.as_ref().is_some_and(|page| page.reading_key() == saved.key) {
            self.reader.drafts.taken.retain(|index, draft| saved.taken.get(index) != Some(draft));
        }
        for document in self.reader.stash.documents.iter_mut().filter(|document| document.key == saved.key) {
            document.quotations.retain(|quotation| {
                let same = |draft: &Draft| draft.speaker == quotation.speaker && draft.role == quotation.role;
                !saved.taken.get(&quotation.index).is_some_and(same)
            });
        }
        self.reader.stash.documents.retain(|document| !document.quotations.is_empty());
    }

    /// How many copies of sources a file in another folder does not find: their paths are told from its own.
    fn copies_left_behind(&self, path: &Path) -> usize {
        let folder = |path: &Path| path.parent()?.canonicalize().ok();
        match &self.world.path {
            Some(old) if folder(old) != folder(path) => {
                let sources = self.world.dataset.sources().iter();
                sources.filter(|source| !source.document.is_empty()).count()
            }
            _ => 0,
        }
    }

    /// Goes on where the reader was before the dataset was saved.
    pub(in crate::session) fn take_up_again(&mut self) -> Option<Effect> {
        let Reopen { place, document, notice } = self.files.reopen.take()?;
        self.resume(&place);
        let document = document.inspect(|path| self.wait_for_page(path));
        self.notice = Some(notice);
        Some(Effect::ReadDocument(document?, None))
    }
}

/// What is confirmed as records of the format.
fn additions(
    dataset: &Dataset,
    page: &Page,
    drafts: &Drafts,
    accessed: Option<String>,
    path: &Path,
) -> Additions {
    // A record holds nothing hidden, whatever the file is called.
    let stem = Path::new(&page.name).file_stem().and_then(|stem| stem.to_str()).unwrap_or(&page.name);
    let name = printable_line(stem);
    let title = page.document.title.as_deref().unwrap_or(&name);
    let mut used = BTreeSet::new();
    let source = free_id(&title_id(title, "document"), &mut used, |id| dataset.find_source(id).is_some());
    let lang = drafts.lang.trim().to_owned();
    let date = drafts.date().map(|date| date.text().to_owned()).unwrap_or_default();
    let mut added = Additions {
        sources: vec![NewSource {
            id: source.clone(),
            title: title.to_owned(),
            accessed,
            lang: lang.clone(),
            document: page.path.as_deref().and_then(|copy| beside(copy, path)),
            sha256: page.sha256.clone(),
        }],
        ..Additions::default()
    };
    let mut speakers: BTreeMap<String, String> = BTreeMap::new();
    let is_used = |id: &str| dataset.find_statement(id).is_some() || dataset.find_event(id).is_some();
    for (&place, draft) in &drafts.taken {
        let Some(quotation) = page.reading.quotations.get(place) else { continue };
        let name = draft.speaker.trim();
        let wanted = folded_text(name);
        let mut all = dataset.speakers().iter();
        let is_so_called = |name: &str| !wanted.is_empty() && folded_text(name) == wanted;
        let known = all.find(|by| is_so_called(&by.name) || is_so_called(&by.native_name));
        let speaker = match known {
            Some(known) => known.key.to_string(),
            None => speakers
                .entry(folded_text(name))
                .or_insert_with(|| {
                    let is_used = |id: &str| dataset.speakers().iter().any(|other| *other.key == *id);
                    let id = free_id(&title_id(name, "speaker"), &mut used, is_used);
                    added.speakers.push(NewSpeaker { id: id.clone(), name: name.to_owned() });
                    id
                })
                .clone(),
        };
        let country = known.and_then(|known| known.country);
        added.statements.push(NewStatement {
            id: free_id(&format!("{speaker}-{}", title_id(&date, "undated")), &mut used, is_used),
            quote: quotation.said(&page.document.text),
            lang: lang.clone(),
            role: (!draft.role.trim().is_empty()).then(|| draft.role.trim().to_owned()),
            speaker,
            country: country.map(|party| dataset.party(party).key.to_string()),
            date: date.clone(),
            source: source.clone(),
            selector: selector(&page.document.text, &quotation.range),
            about: draft
                .about
                .map(|about| match about {
                    About::Event(id) => NewAbout::Event(dataset.event(id).key.to_string()),
                    About::Treaty(id) => NewAbout::Treaty(dataset.treaty(id).key.to_string()),
                })
                .into_iter()
                .collect(),
        });
    }
    added
}

/// The path of a copy that lies in the folder of a data file or below it, as the format has it.
fn beside(copy: &Path, data_file: &Path) -> Option<String> {
    let folder = data_file.parent()?.canonicalize().ok()?;
    let copy = copy.canonicalize().ok()?;
    let parts = copy.strip_prefix(folder).ok()?.components();
    let names: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
    Some(names?.join("/"))
}

/// A passage with what stands around it.
fn selector(text: &str, range: &std::ops::Range<usize>) -> NewSelector {
    let before = &text[..range.start];
    let start = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    NewSelector {
        exact: text[range.clone()].to_owned(),
        prefix: before[start..].to_owned(),
        suffix: text[range.end..].chars().take(CONTEXT).collect(),
    }
}

/// An id made of a name: small letters, digits and hyphens.
fn title_id(name: &str, otherwise: &str) -> String {
    let letters = crate::text::transliterate(name);
    let words: Vec<&str> =
        letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let id: String = words.join("-").chars().take(LONGEST_ID).collect();
    let id = id.trim_end_matches('-');
    if id.is_empty() { otherwise.to_owned() } else { id.to_owned() }
}

/// The id itself, or with the first number that makes it a new one.
fn free_id(id: &str, used: &mut BTreeSet<String>, is_used: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number: u32| format!("{id}-{number}"));
    let free = std::iter::once(id.to_owned())
        .chain(numbered)
        .find(|id| !is_used(id) && !used.contains(id))
        .unwrap_or_default();
    used.insert(free.clone());
    free
}
