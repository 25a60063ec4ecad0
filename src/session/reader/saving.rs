//! Changing drafts, and saving them with the dataset.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostics::shown_name;
use crate::session::Session;
use crate::session::effect::Effect;

use super::drafts::{ConfirmedQuotation, DraftChange, SaveRequest, Saved};

impl Session {
    pub(in crate::session) fn change_draft(&mut self, change: DraftChange) {
        let Some(open) = &self.reader.document else { return };
        let drafts = &mut self.reader.drafts;
        match change {
            DraftChange::Toggle(index) => {
                if drafts.confirmed.remove(&index).is_none()
                    && self.world.bulk.is_none()
                    && let Some(quotation) = open.reading.quotations.get(index)
                {
                    drafts.confirmed.insert(index, ConfirmedQuotation::of(quotation));
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
            DraftChange::DayOf(index, day) => {
                if let Some(draft) = drafts.confirmed.get_mut(&index) {
                    draft.day = day;
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
    pub(in crate::session) fn save_drafts(&mut self) -> Option<Effect> {
        if self.refuses_drafts_of_several_files() {
            return None;
        }
        self.reader.drafts.is_ready().then_some(Effect::AskWhereToSaveDataset)
    }

    /// Saves the dataset with what is confirmed.
    pub(in crate::session) fn save_drafts_to(&mut self, path: PathBuf) -> Option<Effect> {
        let Some(open) = self.reader.document.as_ref().filter(|_| self.reader.drafts.is_ready()) else {
            // The document was closed, or changed, while the dialog was open.
            self.status_message = Some(self.strings().reader.not_saved_closed.to_owned());
            return None;
        };
        let accessed = self.today.map(|today| today.date().to_string());
        let request =
            SaveRequest { document: Arc::clone(open), drafts: self.reader.drafts.clone(), accessed };
        Some(Effect::SaveDataset(path, Box::new(request)))
    }

    /// Continues in the saved dataset with the same view and document. If the dataset from which it was made is no
    /// longer open (`is_open` is false), or another file is being loaded, the save is only reported.
    pub(in crate::session) fn open_saved(&mut self, saved: Saved, is_open: bool) -> Option<Effect> {
        let Saved { world, document: reopened, request, copies_left } = saved;
        self.remove_saved_drafts(&request);
        if self.reader.closes_when_saved && self.unsaved_count() == 0 {
            return Some(Effect::Quit);
        }
        self.reader.closes_when_saved = false;
        let strings = &self.strings().reader;
        let mut message = (strings.saved)(&shown_name(&world.name), request.drafts.confirmed.len());
        if !is_open || self.files.loading.is_some() {
            self.status_message = Some(message);
            return None;
        }
        if copies_left > 0 {
            message = format!("{message}. {}", (strings.copies_left)(copies_left));
        }
        self.continue_with(world, Some(reopened), message)
    }

    /// Removes what was saved from the drafts. What was confirmed or changed meanwhile stays.
    fn remove_saved_drafts(&mut self, saved: &SaveRequest) {
        let (key, saved) = (saved.document.reading_key(), &saved.drafts.confirmed);
        if self.reader.document.as_ref().is_some_and(|open| open.reading_key() == key) {
            self.reader.drafts.confirmed.retain(|index, draft| saved.get(index) != Some(draft));
        }
        for document in self.reader.stash.documents.iter_mut().filter(|document| document.key == key) {
            document.quotations.retain(|quotation| {
                let same = |draft: &ConfirmedQuotation| {
                    draft.speaker == quotation.speaker
                        && draft.role == quotation.role
                        && draft.day == quotation.day
                };
                !saved.get(&quotation.index).is_some_and(same)
            });
        }
        self.reader.stash.documents.retain(|document| !document.quotations.is_empty());
    }
}
