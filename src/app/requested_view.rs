//! What the command line asks the window to show, as soon as the dataset is open.

use std::path::PathBuf;

use super::App;

impl App {
    /// The file to open at the start: the one that was asked for, or the last one, but for a link to a view of the bundled
    /// dataset.
    pub(super) fn first_file(&self) -> Option<PathBuf> {
        let link = self.asked_view.as_ref().and_then(|view| view.link.as_ref());
        let is_bundled = link.is_some_and(|link| self.session.world.is_of_view_link(link));
        let last = || self.saved.settings.last_file.clone().filter(|_| !is_bundled);
        self.options.file.clone().or_else(last)
    }

    /// Shows what the command line asks for, unless a dataset is still being loaded.
    pub(super) fn show_asked_view(&mut self) {
        if self.session.files.loading.is_some() || self.session.files.table.is_some() {
            return;
        }
        let Some(asked) = self.asked_view.take() else { return };
        let language = self.session.language();
        let said = match self.session.open_view(&asked) {
            Ok(notes) => notes.iter().map(|note| language.view_link_note(note)).collect(),
            Err(problem) => vec![language.view_link_problem(problem)],
        };
        if !said.is_empty() {
            self.append_message(&said.join(". "));
        }
    }
}
