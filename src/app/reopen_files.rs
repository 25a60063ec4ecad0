//! The files that stood together on the timeline when the program ended, opened again.

use std::path::{Path, PathBuf};

use crate::diagnostics::shown_file_name;
use crate::session::{Command, LayersCommand, SavedLayer, SavedView};

use super::App;

/// Files that are being opened again.
pub(super) struct Reopening {
    layers: Vec<SavedLayer>,
    /// The view in which they were left: what is open before all of them are there has only a part of it.
    view: Option<SavedView>,
}

impl App {
    /// The files to add to the one that is opened first, where it was left with others and none was asked for.
    pub(super) fn files_to_add(&mut self, first: Option<&Path>) -> Vec<PathBuf> {
        if self.options.file.is_some() || self.options.standard_input.is_some() {
            return Vec::new();
        }
        let settings = &self.saved.settings;
        if settings.last_file.as_deref() != first || settings.last_layers.is_empty() {
            return Vec::new();
        }
        let layers = settings.last_layers.clone();
        let view = settings.saved_view(first).cloned();
        let mut files: Vec<PathBuf> = layers.iter().filter_map(|layer| layer.file.clone()).collect();
        if let Some(index) = files.iter().position(|file| Some(file.as_path()) == first) {
            files.remove(index);
        }
        // One that is gone does not keep the others away.
        let (files, gone): (Vec<PathBuf>, Vec<PathBuf>) = files.into_iter().partition(|file| file.exists());
        if !gone.is_empty() {
            let names: Vec<String> = gone.iter().map(|file| shown_file_name(file)).collect();
            let said = (self.session.strings().layers.not_there)(&names.join(", "));
            self.start_message = Some(match self.start_message.take() {
                Some(before) => format!("{before}. {said}"),
                None => said,
            });
        }
        if !files.is_empty() {
            self.reopening = Some(Reopening { layers, view });
        }
        files
    }

    /// Chooses for the files what was chosen, once all of them are open.
    pub(super) fn finish_reopening(&mut self) {
        let files = &self.session.files;
        if files.loading.is_some() || files.table.is_some() || files.before_preview.is_some() {
            return;
        }
        let Some(Reopening { layers, view }) = self.reopening.take() else { return };
        if self.session.world.layers.is_empty() {
            // They could not be read.
            return;
        }
        // Where other numbers stand before the ids, the view would name other items.
        let view = view.filter(|_| self.session.has_numbers_of(&layers));
        self.session.apply(Command::Layers(LayersCommand::ChooseAsSaved(layers)));
        if let Some(view) = view {
            self.session.restore_view(&view);
        }
    }
}
