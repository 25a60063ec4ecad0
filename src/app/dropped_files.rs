//! Files that are dropped onto the window: opened, added to the timeline, or compared.

use std::path::PathBuf;

use crate::diagnostics::shown_file_name;
use crate::session::{Command, CompareCommand, FilesCommand, LayersCommand};

use super::App;

impl App {
    /// Takes files that were dropped: with Shift the first is compared with the open dataset, with Ctrl all are added to it.
    pub(super) fn take_dropped(&mut self, paths: Vec<PathBuf>, modifiers: egui::Modifiers) {
        if modifiers.command && !modifiers.shift {
            self.add_files(paths);
        } else {
            self.drop_files(paths, modifiers.shift);
        }
    }

    /// Adds files to the timeline.
    pub fn add_files(&mut self, paths: Vec<PathBuf>) {
        if !paths.is_empty() {
            self.apply_command(Command::Layers(LayersCommand::Add(paths)));
        }
    }

    /// Opens files on one timeline, or compares the first with the open dataset; a message names the others.
    pub fn drop_files(&mut self, paths: Vec<PathBuf>, compares: bool) {
        if !compares && paths.len() > 1 {
            return self.apply_command(Command::Layers(LayersCommand::OpenAll(paths)));
        }
        let mut paths = paths.into_iter();
        let Some(first) = paths.next() else { return };
        let others: Vec<String> = paths.map(|path| shown_file_name(&path)).collect();
        // Of very many only the first three are named.
        let named = others.iter().take(3).map(String::as_str).chain((others.len() > 3).then_some("…"));
        let named = named.collect::<Vec<_>>().join(", ");
        self.ignored_files = (!named.is_empty()).then_some(named);
        self.apply_command(if compares {
            Command::Compare(CompareCommand::With(first))
        } else {
            Command::Files(FilesCommand::Load(first))
        });
    }

    /// Adds the names of the dropped files that were ignored to the message.
    pub(super) fn report_ignored_files(&mut self) {
        // What is said when a file is open or compared would take the place of it.
        if self.session.files.loading.is_some() || self.session.is_comparing {
            return;
        }
        let Some(others) = self.ignored_files.take() else { return };
        let only_first = (self.session.strings().files.only_first)(&others);
        self.append_message(&only_first);
    }
}
