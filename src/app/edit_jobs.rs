//! Starts the jobs of editing.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostics::WriteProblem;
use crate::edit::{Origin, RecordList};
use crate::session::{Command, EditWork, EditingCommand, OpenDocument, SaveRefused, World};

use super::edit_job::{edit, patch, save, what_goes};
use super::files::file_name;
use super::jobs::Jobs;

impl Jobs {
    /// Edits the text of a dataset, and reads what comes of it.
    pub(super) fn edit(
        &self,
        world: &Arc<World>,
        work: Box<EditWork>,
        words: String,
        document: Option<Arc<OpenDocument>>,
    ) {
        let (answer, world) = (self.answer_about(world), Arc::clone(world));
        let failed = |why| Command::Editing(EditingCommand::Failed(WriteProblem::Failed(why)));
        Self::start("edit", answer, failed, move || {
            Some(Command::Editing(match edit(&world, &work, words, document.as_deref()) {
                Ok(edited) => EditingCommand::Done(Box::new(edited)),
                Err(why) => EditingCommand::EditRefusal(Box::new(why)),
            }))
        });
    }

    /// Finds what goes with a record that is deleted.
    pub(super) fn find_links(&self, world: &Arc<World>, list: RecordList, id: String) {
        let (answer, world) = (self.answer_about(world), Arc::clone(world));
        let failed = |why| Command::Editing(EditingCommand::Failed(WriteProblem::Failed(why)));
        Self::start("links", answer, failed, move || {
            let removal = what_goes(&world, list, &id);
            Some(Command::Editing(EditingCommand::Links(list, id, Box::new(removal))))
        });
    }

    /// Saves a dataset with its edits.
    pub(super) fn save_edits(
        &self,
        world: &Arc<World>,
        path: PathBuf,
        writes_over: bool,
        document: Option<Arc<OpenDocument>>,
    ) {
        let (answer, world) = (self.answer_about(world), Arc::clone(world));
        let name = file_name(&path);
        let refused = move |why| Command::Editing(EditingCommand::NotSaved(name.clone(), why));
        let failed = refused.clone();
        let failed = move |why| failed(SaveRefused::Write(WriteProblem::Failed(why)));
        Self::start("save", answer, failed, move || {
            Some(match save(&world, &path, writes_over, document.as_deref()) {
                Ok(saved) => Command::Editing(EditingCommand::Saved(Box::new(saved))),
                Err(why) => refused(why),
            })
        });
    }

    /// Saves the edits of a dataset as a patch.
    pub(super) fn write_patch(&self, world: &Arc<World>, path: PathBuf, origin: Origin) {
        let (answer, world) = (self.answer_about(world), Arc::clone(world));
        let name = file_name(&path);
        let refused =
            move |why| Command::Editing(EditingCommand::NotSaved(name.clone(), SaveRefused::Write(why)));
        let failed = refused.clone();
        Self::start(
            "patch",
            answer,
            move |why| failed(WriteProblem::Failed(why)),
            move || {
                Some(match patch(&world, &path, &origin) {
                    Ok(()) => Command::Editing(EditingCommand::Proposed(file_name(&path))),
                    Err(why) => refused(why),
                })
            },
        );
    }
}
