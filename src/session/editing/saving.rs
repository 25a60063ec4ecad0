//! Saving edits, and what becomes of them when the window is closed or another dataset is opened.

use std::path::PathBuf;

use super::effect::EditingEffect;
use crate::diagnostics::shown_name;
use crate::session::Session;
use crate::session::command::Command;
use crate::session::commands::action::Action;
use crate::session::commands::overlay::Overlay;
use crate::session::effect::Effect;
use crate::session::files::command::FilesCommand;
use crate::session::layers::command::LayersCommand;

use super::request::{EditWork, EditsSaved, SaveRefused};
use super::state::PendingJob;

impl Session {
    /// Whether the dataset has edits that are neither saved nor discarded.
    pub fn has_unsaved_edits(&self) -> bool {
        self.world.is_edited() && !self.editing.is_discarded
    }

    /// Saves the edits where they are saved for their own sake, and not to go on with something else.
    pub(in crate::session) fn save_now(&mut self, action: Action) -> Option<Effect> {
        self.editing.continues_when_saved = false;
        if action == Action::Save { self.save_edits() } else { self.ask_where_to_save_edits() }
    }

    /// Saves the edits to the open file, or asks where to where there is none.
    fn save_edits(&mut self) -> Option<Effect> {
        if self.editing.pending.is_some() {
            self.editing.queued_actions.push_back(Action::Save);
            return None;
        }
        if !self.world.is_edited() {
            self.status_message = Some(self.strings().editing.nothing_to_save.to_owned());
            return None;
        }
        match self.world.path.clone() {
            Some(path) => self.save_edits_to(path, false),
            None => self.ask_where_to_save_edits(),
        }
    }

    /// Asks where to save the dataset as it is.
    fn ask_where_to_save_edits(&mut self) -> Option<Effect> {
        if let Some(why) = self.why_not_editable() {
            self.status_message = Some(why.to_owned());
            return None;
        }
        Some(Effect::Editing(EditingEffect::AskWhereToSave))
    }

    pub(super) fn save_edits_to(&mut self, path: PathBuf, writes_over: bool) -> Option<Effect> {
        if self.editing.pending.is_some() {
            return None;
        }
        self.editing.pending = Some(PendingJob::Save);
        let document = self.reader.document.clone().filter(|open| open.source.is_none());
        Some(Effect::Editing(EditingEffect::Save(path, writes_over, document)))
    }

    /// Puts what somebody else has changed in the file together with the edits.
    pub(super) fn merge_with_disk(&mut self) -> Effect {
        self.overlay = None;
        self.start_edit(PendingJob::Edit, EditWork::Merge, String::new())
    }

    /// Goes on in the saved dataset: the steps to undo stay.
    pub(super) fn finish_saving(&mut self, saved: EditsSaved) -> Option<Effect> {
        self.editing.pending = None;
        let EditsSaved { world, document, copies_left } = saved;
        let strings = self.strings();
        let mut message = (strings.editing.saved)(&shown_name(&world.name));
        if copies_left > 0 {
            message = format!("{message}. {}", (strings.reader.copies_left)(copies_left));
        }
        self.editing.changes.clear();
        self.editing.unsaved = 0;
        let effect = self.continue_edited(world, document, |_| {});
        self.status_message = Some(message);
        self.history.is_said_again = true;
        if std::mem::take(&mut self.editing.continues_when_saved) {
            return self.go_on();
        }
        effect.or_else(|| self.run_pending())
    }

    /// Says that edits were saved of a dataset that is no longer open.
    pub(in crate::session) fn report_saved(&mut self, saved: &EditsSaved) {
        self.status_message = Some((self.strings().editing.saved)(&shown_name(&saved.world.name)));
    }

    pub(super) fn refuse_saving(&mut self, name: &str, why: SaveRefused) {
        self.editing.pending = None;
        self.editing.queued_actions.clear();
        match why {
            SaveRefused::Write(why) => {
                self.editing.continues_when_saved = false;
                let strings = self.strings();
                self.status_message =
                    Some((strings.files.not_saved)(&shown_name(name), &self.language().write_problem(&why)));
            }
            SaveRefused::ChangedOnDisk(_) => self.overlay = Some(Overlay::ChangedOnDisk),
        }
    }

    /// Does what waited until it was decided what becomes of the edits: opens another dataset, or closes the window.
    fn go_on(&mut self) -> Option<Effect> {
        match self.editing.postponed.take() {
            Some(command) => self.dispatch(*command),
            None if self.unsaved_count() > 0 => self.save_quotations_to_close(),
            None => Some(Effect::Quit),
        }
    }

    /// Saves the edits, and goes on after that.
    pub(in crate::session) fn save_edits_and_go_on(&mut self) -> Option<Effect> {
        self.editing.continues_when_saved = true;
        self.save_edits()
    }

    /// Leaves the edits, and goes on.
    pub(in crate::session) fn discard_edits(&mut self) -> Option<Effect> {
        self.editing.is_discarded = true;
        self.editing.form = None;
        self.editing.of_earlier_runs.clear();
        let command = self.editing.postponed.take()?;
        self.dispatch(*command)
    }

    /// A command, unless it would replace the dataset while edits of it are unsaved: then it is asked what becomes of them.
    pub(in crate::session) fn defer_until_saved(&mut self, command: Command) -> Option<Command> {
        let replaces = matches!(
            command,
            Command::Do(Action::OpenBundled | Action::Reload)
                | Command::Files(
                    FilesCommand::Load(_)
                        | FilesCommand::LoadBytes(..)
                        | FilesCommand::Paste(_)
                        | FilesCommand::OpenPartial
                )
                | Command::Layers(LayersCommand::Add(_) | LayersCommand::OpenAll(_))
        );
        if !replaces || !self.has_unsaved_edits() {
            return Some(command);
        }
        self.editing.postponed = Some(Box::new(command));
        self.overlay = Some(Overlay::Unsaved { closes: true });
        None
    }
}
