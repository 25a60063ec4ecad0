//! Commands about datasets and pictures as files.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Report, WriteProblem, shown_path};
use crate::records::{DataFormat, Loss, OpenTable};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::layers::load_purpose::LoadPurpose;
use crate::session::world::World;

use super::file_position::PositionRead;
use super::on_disk::OnDisk;
use super::origin::TableOrigin;
use super::rereading::Reread;
use super::state::LeftDataset;
use super::table::{TableChange, TableToOpen};

/// Datasets and pictures as files.
#[derive(Debug)]
pub enum FilesCommand {
    /// Load a file: chosen, dropped or named on the command line.
    Load(PathBuf),
    /// Load bytes that are in no file, under a name: what was read from standard input.
    LoadBytes(String, Arc<[u8]>),
    /// Open the table that was pasted.
    Paste(String),
    /// The share of the file that is loaded, from 0 to 1.
    Progress(f32),
    /// A part of the dataset that is being loaded, as a preview.
    Preview(Arc<World>),
    /// The dataset was loaded, without errors.
    Loaded(Arc<World>),
    /// The file has errors; perhaps a part of it could be read.
    LoadFailed(Report, Option<Arc<World>>),
    /// The file is a patch, of this name: its changes are made in the dataset that is open.
    PatchRead(String, Arc<[u8]>),
    /// A table was read: it is opened, or its columns are asked about.
    TableRead(Box<TableToOpen>),
    /// Ask about the columns of the table that is open.
    AskAboutTable,
    /// Read the table that is asked about in another way.
    ChangeTable(TableChange),
    /// Read tables with the same columns in the same way from now on, or not.
    RememberTable(bool),
    /// Open the table that is asked about as it is read now.
    OpenTable,
    /// Do not open the table that is asked about.
    LeaveTable,
    /// Stop loading.
    CancelLoad,
    /// Open what could be read of the refused file.
    OpenPartial,
    /// The file with this number on disk, compared with what was read.
    OnDisk(usize, OnDisk),
    /// Read the next file that has changed again.
    Reread,
    /// What came of reading the file with this number again.
    RereadDone(usize, Box<Reread>),
    /// Show the place of a listed problem in its file, by its index.
    ShowPlace(usize),
    /// What stands around a problem in its file.
    PositionRead(Box<Diagnostic>, PositionRead),
    /// Go back from the place of a problem to the list.
    ClosePlace,
    /// Write the timeline to a picture.
    Export(PathBuf),
    /// A picture was written; false if it does not show every lane.
    Exported(PathBuf, bool),
    /// A picture could not be written.
    ExportFailed(PathBuf, WriteProblem),
    /// Write what is shown in a format.
    SaveAs(PathBuf, DataFormat),
    /// What is shown was written in a format, which has no room for this.
    SavedAs(PathBuf, DataFormat, Vec<Loss>),
    /// The system has no file dialog.
    NoDialog,
}

impl FilesCommand {
    /// The answer when a table was read.
    pub fn table_read(
        origin: TableOrigin,
        table: OpenTable,
        world: Option<Arc<World>>,
        report: Report,
    ) -> Self {
        Self::TableRead(Box::new(TableToOpen::new(origin, table, world, report)))
    }
}

impl Session {
    pub(in crate::session) fn apply_files(&mut self, command: FilesCommand) -> Option<Effect> {
        match command {
            FilesCommand::Load(path) => {
                let name = path
                    .file_name()
                    .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
                return Some(self.start_loading(&name, Some(path)));
            }
            FilesCommand::LoadBytes(name, bytes) => return Some(self.load_bytes(name, bytes, false)),
            FilesCommand::Paste(text) => return self.paste(&text),
            FilesCommand::Progress(share) => {
                if let Some(loading) = &mut self.files.loading {
                    loading.share = share;
                }
            }
            FilesCommand::Preview(world) => self.preview(world),
            FilesCommand::Loaded(world) => {
                let effect = self.finish_loading(world);
                return effect.or_else(|| self.make_again());
            }
            FilesCommand::LoadFailed(report, partial) => self.refuse_file(report, partial),
            FilesCommand::PatchRead(name, bytes) => {
                self.files.loading = None;
                self.discard_preview();
                return self.apply_patch_file(&name, bytes);
            }
            FilesCommand::TableRead(read) => return self.table_read(*read),
            FilesCommand::AskAboutTable => self.ask_about_table(),
            FilesCommand::ChangeTable(change) => return self.change_table(change),
            FilesCommand::RememberTable(remembers) => self.set_remembers_table(remembers),
            FilesCommand::OpenTable => return self.open_table(),
            FilesCommand::LeaveTable => return self.leave_table(),
            FilesCommand::CancelLoad => {
                let name = self.files.loading.take().map(|loading| loading.name);
                self.files.waiting.clear();
                self.editing.is_discarded = false;
                self.discard_preview();
                self.status_message = name.map(|name| (self.strings().files.cancelled)(&name));
                return Some(Effect::CancelLoad);
            }
            FilesCommand::OpenPartial => {
                let was_loading = self.files.loading.is_some();
                let refused = self.files.refused.take();
                let purpose = refused.as_ref().map(|refused| refused.purpose).unwrap_or_default();
                if let Some(world) = refused.and_then(|refused| refused.partial) {
                    if purpose != LoadPurpose::Open && !was_loading {
                        self.files.problems_open = false;
                        self.files.purpose = purpose;
                        return self.join(world, purpose);
                    }
                    self.files.left = LeftDataset::of(&self.world);
                    self.replace_world(world);
                }
                // A file that is still being loaded must not replace it.
                return was_loading.then_some(Effect::CancelLoad);
            }
            FilesCommand::OnDisk(number, on_disk) => self.note_on_disk(number, on_disk),
            FilesCommand::Reread => return self.reread(),
            FilesCommand::RereadDone(number, reread) => return self.finish_rereading(number, *reread),
            FilesCommand::ShowPlace(index) => return self.show_place(index),
            FilesCommand::PositionRead(problem, read) => self.place_read(*problem, read),
            FilesCommand::ClosePlace => self.files.place = None,
            FilesCommand::Export(path) => return Some(Effect::ExportPicture(path)),
            FilesCommand::Exported(path, is_whole) => {
                let strings = self.strings();
                let exported = if is_whole { strings.files.exported } else { strings.files.exported_part };
                self.status_message = Some(exported(&shown_path(&path)));
            }
            FilesCommand::ExportFailed(path, why) => {
                let strings = self.strings();
                self.status_message =
                    Some((strings.files.not_saved)(&shown_path(&path), &self.language().write_problem(&why)));
            }
            FilesCommand::SaveAs(path, format) => return Some(Effect::SaveAs(path, format)),
            FilesCommand::SavedAs(path, format, losses) => {
                let losses = (!losses.is_empty()).then(|| self.language().losses(format, &losses, false));
                let saved = self.strings().files.saved_as;
                self.status_message = Some(saved(&shown_path(&path), losses.as_deref()));
            }
            FilesCommand::NoDialog => self.status_message = Some(self.strings().files.no_dialog.to_owned()),
        }
        None
    }
}
