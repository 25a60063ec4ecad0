//! Unsaved quotations: stored by ids of the file, so that they outlive the document, the dataset and the run of the
//! program. Closing the window asks about them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::diagnostics::shown_name;
use crate::domain::{About, Dataset};
use crate::session::Session;
use crate::session::commands::overlay::Overlay;
use crate::session::editing::text_change::UnsavedEdits;
use crate::session::effect::Effect;

use super::document::OpenDocument;
use super::drafts::{ConfirmedQuotation, Drafts};

/// All unsaved quotations. Unknown or missing fields are no error, so that versions of the program can read each
/// other's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Unsaved {
    /// One entry per document.
    pub documents: Vec<UnsavedDocument>,
    /// The unsaved edits of each file.
    pub edits: Vec<UnsavedEdits>,
}

/// The unsaved quotations of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnsavedDocument {
    /// Identifies the document: its format and the SHA-256 of its file.
    pub key: String,
    /// The name of its file.
    pub name: String,
    /// Path to open it again.
    pub path: Option<PathBuf>,
    /// When the words were spoken, as typed.
    pub day: String,
    /// Their language, as typed.
    pub lang: String,
    /// The confirmed quotations.
    pub quotations: Vec<UnsavedQuotation>,
}

/// One confirmed quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnsavedQuotation {
    /// Its index among the document's quotations when it was confirmed.
    pub index: usize,
    /// Its text: another version of the program may find other quotations in the document.
    pub quote: String,
    /// The speaker, as typed.
    pub speaker: String,
    /// The speaker's role, as typed.
    pub role: String,
    /// When these words were spoken, as typed; empty for the date of the document.
    pub day: String,
    /// What it is about, by id.
    pub about: Option<AboutId>,
}

/// What a quotation is about, by its id in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AboutId {
    /// An event.
    Event(String),
    /// A treaty.
    Treaty(String),
}

/// What the user decides about unsaved quotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsavedChoice {
    /// Save them, and close the window once nothing is left unsaved.
    Save,
    /// Discard them, and close the window.
    DiscardAndClose,
    /// Discard them, and stay.
    Discard,
    /// Open the document in which they were confirmed, by its index.
    Open(usize),
}

impl Unsaved {
    /// Number of quotations of all documents.
    pub fn count(&self) -> usize {
        self.documents.iter().map(|document| document.quotations.len()).sum()
    }

    /// Whether nothing is unsaved: no quotation and no edit.
    pub fn is_empty(&self) -> bool {
        self.count() == 0 && self.edits.is_empty()
    }

    /// Adds a document, merging it with an entry of the same file.
    fn add(&mut self, document: UnsavedDocument) {
        match self.documents.iter_mut().find(|other| other.key == document.key) {
            Some(other) => {
                for quotation in document.quotations {
                    if !other.quotations.contains(&quotation) {
                        other.quotations.push(quotation);
                    }
                }
            }
            None => self.documents.push(document),
        }
    }
}

impl UnsavedDocument {
    /// The unsaved quotations of the open document.
    fn of(open: &OpenDocument, drafts: &Drafts, dataset: &Dataset) -> Self {
        let quotations = drafts.confirmed.iter().filter_map(|(&index, draft)| {
            let quotation = open.reading.quotations.get(index)?;
            let about = draft.about.map(|about| match about {
                About::Event(id) => AboutId::Event(dataset.event(id).key.to_string()),
                About::Treaty(id) => AboutId::Treaty(dataset.treaty(id).key.to_string()),
            });
            Some(UnsavedQuotation {
                index,
                quote: open.document.text[quotation.range.clone()].to_owned(),
                speaker: draft.speaker.clone(),
                role: draft.role.clone(),
                day: draft.day.clone(),
                about,
            })
        });
        Self {
            key: open.reading_key(),
            name: open.name.clone(),
            path: open.path.clone(),
            day: drafts.day.clone(),
            lang: drafts.lang.clone(),
            quotations: quotations.collect(),
        }
    }

    /// The drafts of the document now that it is open again, for a dataset that may be another one, and the quotations
    /// that are no longer found in the document. Line breaks may have moved.
    fn drafts(&self, open: &OpenDocument, dataset: &Dataset) -> (Drafts, Vec<UnsavedQuotation>) {
        let text = |index: usize| {
            open.reading.quotations.get(index).map(|found| &open.document.text[found.range.clone()])
        };
        let mut confirmed = BTreeMap::new();
        let mut lost = Vec::new();
        for quotation in &self.quotations {
            let is_at = |index: usize| {
                let quote = quotation.quote.split_whitespace();
                !confirmed.contains_key(&index)
                    && text(index).is_some_and(|text| text.split_whitespace().eq(quote))
            };
            let elsewhere = || (0..open.reading.quotations.len()).find(|&index| is_at(index));
            let index = if is_at(quotation.index) { Some(quotation.index) } else { elsewhere() };
            let about = quotation.about.as_ref().and_then(|about| match about {
                AboutId::Event(id) => dataset.find_event(id).map(About::Event),
                AboutId::Treaty(id) => dataset.find_treaty(id).map(About::Treaty),
            });
            if let Some(index) = index {
                let UnsavedQuotation { speaker, role, day, .. } = quotation.clone();
                confirmed.insert(index, ConfirmedQuotation { speaker, role, day, about });
            } else {
                // By now its index may be that of another quotation.
                lost.push(UnsavedQuotation { index: usize::MAX, ..quotation.clone() });
            }
        }
        (Drafts { day: self.day.clone(), lang: self.lang.clone(), confirmed }, lost)
    }
}

impl Session {
    /// The unsaved quotations of the open document and of others.
    pub fn unsaved(&self) -> Unsaved {
        let open = self.reader.document.as_ref().filter(|_| !self.reader.drafts.confirmed.is_empty());
        let open = open.map(|open| UnsavedDocument::of(open, &self.reader.drafts, &self.world.dataset));
        Unsaved {
            documents: open.into_iter().chain(self.reader.stash.documents.iter().cloned()).collect(),
            edits: self.all_unsaved_edits(),
        }
    }

    /// Number of unsaved quotations.
    pub fn unsaved_count(&self) -> usize {
        self.reader.drafts.confirmed.len() + self.reader.stash.count()
    }

    /// Stashes the unsaved quotations of the open document, and returns how many there are.
    pub(in crate::session) fn stash_drafts(&mut self) -> usize {
        let drafts = std::mem::take(&mut self.reader.drafts);
        let count = drafts.confirmed.len();
        if let Some(open) = self.reader.document.as_ref().filter(|_| count > 0) {
            let document = UnsavedDocument::of(open, &drafts, &self.world.dataset);
            self.reader.stash.add(document);
        }
        count
    }

    /// What was confirmed of a document before it was closed or its file changed, as far as it is found. The rest stays
    /// stashed: the earlier file may come back, or the earlier dataset.
    pub(in crate::session) fn unstash_drafts(&mut self, open: &OpenDocument) -> Option<Drafts> {
        // Copies of sources have no quotations to confirm: these wait until the file is opened as a document.
        if open.source.is_some() {
            return None;
        }
        let key = open.reading_key();
        let mut documents = std::mem::take(&mut self.reader.stash.documents);
        documents.sort_by_key(|document| document.key != key);
        let (mut all, mut lost_count, mut has_changed) = (None::<Drafts>, 0, false);
        for mut document in documents {
            let is_same = document.key == key;
            let has_same_path = is_same || (open.path.is_some() && document.path == open.path);
            let (drafts, lost) = document.drafts(open, &self.world.dataset);
            // Files in different folders may share a name by chance, so a quotation must be found.
            let has_same_name = document.name == open.name && !drafts.confirmed.is_empty();
            if !has_same_path && !has_same_name {
                self.reader.stash.documents.push(document);
                continue;
            }
            has_changed |= !is_same;
            lost_count += lost.len();
            if let Some(all) = &mut all {
                for (index, draft) in drafts.confirmed {
                    all.confirmed.entry(index).or_insert(draft);
                }
            } else if !drafts.confirmed.is_empty() {
                all = Some(drafts);
            }
            if !lost.is_empty() {
                document.quotations = lost;
                self.reader.stash.documents.push(document);
            }
        }
        let strings = &self.strings().reader;
        let changed = has_changed.then(|| (strings.unsaved_changed)(&open.name));
        let lost = (lost_count > 0).then(|| (strings.unsaved_lost)(lost_count));
        let message: Vec<String> = changed.into_iter().chain(lost).collect();
        if !message.is_empty() {
            self.status_message = Some(message.join(". "));
        }
        all
    }

    /// Takes over what an earlier run of the program left unsaved.
    pub(in crate::session) fn restore_unsaved(&mut self, unsaved: Unsaved) {
        for document in unsaved.documents {
            self.reader.stash.add(document);
        }
        self.editing.of_earlier_runs.extend(unsaved.edits);
        if self.reader.stash.count() > 0 || !self.editing.of_earlier_runs.is_empty() {
            self.overlay = Some(Overlay::Unsaved { closes: false });
        }
    }

    /// Closes the window, or asks first if anything is unsaved.
    pub(in crate::session) fn close_window(&mut self) -> Option<Effect> {
        if self.unsaved_count() == 0 && !self.has_unsaved_edits() {
            return None;
        }
        self.editing.postponed = None;
        self.overlay = Some(Overlay::Unsaved { closes: true });
        Some(Effect::StayOpen)
    }

    pub(in crate::session) fn decide_unsaved(&mut self, choice: UnsavedChoice) -> Option<Effect> {
        self.overlay = None;
        match choice {
            UnsavedChoice::Save if self.has_unsaved_edits() => self.save_edits_and_go_on(),
            UnsavedChoice::Save => self.save_to_close(),
            // Confirmed quotations outlive the dataset: only the edits are left with it.
            UnsavedChoice::DiscardAndClose if self.editing.postponed.is_some() => self.discard_edits(),
            UnsavedChoice::DiscardAndClose => {
                self.discard_unsaved();
                Some(Effect::Quit)
            }
            UnsavedChoice::Discard => {
                self.discard_unsaved();
                None
            }
            UnsavedChoice::Open(index) => self.open_unsaved(index),
        }
    }

    fn discard_unsaved(&mut self) {
        self.reader.drafts.confirmed.clear();
        self.reader.stash = Unsaved::default();
        self.discard_edits();
    }

    /// Saves the confirmed quotations before the window closes.
    pub(in crate::session) fn save_quotations_to_close(&mut self) -> Option<Effect> {
        self.save_to_close()
    }

    /// Saves what is confirmed of the open document, or opens a document that has unsaved quotations.
    fn save_to_close(&mut self) -> Option<Effect> {
        if self.reader.drafts.confirmed.is_empty() {
            return self.open_unsaved(0);
        }
        let effect = self.save_drafts();
        self.reader.closes_when_saved = effect.is_some();
        if effect.is_none() {
            self.status_message = Some(self.strings().reader.unsaved_incomplete.to_owned());
        }
        effect
    }

    fn open_unsaved(&mut self, index: usize) -> Option<Effect> {
        let unsaved = self.unsaved();
        let document = unsaved.documents.get(index)?;
        self.status_message = Some((self.strings().reader.unsaved_open)(&document.name));
        let is_open = self
            .reader
            .document
            .as_ref()
            .is_some_and(|open| open.source.is_none() && open.reading_key() == document.key);
        let path = document.path.clone().filter(|_| !is_open)?;
        self.reader.loading = Some(shown_name(&document.name));
        Some(Effect::ReadDocument(path, None))
    }
}
