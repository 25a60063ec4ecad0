//! Commands about datasets and pictures as files.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostics::{Report, WriteProblem, shown_path};
use crate::session::{Effect, Session, World};

use super::on_disk::OnDisk;

/// Datasets and pictures as files.
#[derive(Debug)]
pub enum FilesCommand {
    /// Load a file: chosen, dropped or named on the command line.
    Load(PathBuf),
    /// How much of a file is loaded, from 0 to 1.
    Progress(f32),
    /// A part of a dataset that is still being loaded, to look at meanwhile.
    Preview(Arc<World>),
    /// A dataset was loaded without errors.
    Loaded(Arc<World>),
    /// A file has errors, and may have been loaded in part.
    LoadFailed(Report, Option<Arc<World>>),
    /// Stop loading.
    CancelLoad,
    /// Open what could be read of the file that was refused.
    OpenPartial,
    /// How the open file stands on disk.
    OnDisk(OnDisk),
    /// Write what the timeline shows to a picture.
    Export(PathBuf),
    /// A picture was written, and whether every lane is on it.
    Exported(PathBuf, bool),
    /// A picture could not be written, and why.
    ExportFailed(PathBuf, WriteProblem),
    /// There is no way to ask for a file.
    NoDialog,
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
            FilesCommand::Progress(share) => {
                if let Some(loading) = &mut self.files.loading {
                    loading.share = share;
                }
            }
            FilesCommand::Preview(world) => self.preview(world),
            FilesCommand::Loaded(world) => self.finish_loading(world),
            FilesCommand::LoadFailed(report, partial) => self.refuse_file(report, partial),
            FilesCommand::CancelLoad => {
                let name = self.files.loading.take().map(|loading| loading.name);
                self.discard_preview();
                self.notice = name.map(|name| (self.strings().files.cancelled)(&name));
                return Some(Effect::CancelLoad);
            }
            FilesCommand::OpenPartial => {
                let was_loading = self.files.loading.is_some();
                if let Some(world) = self.files.refused.take().and_then(|refused| refused.partial) {
                    self.replace_world(world);
                }
                // What is still being loaded must not replace what was just chosen.
                return was_loading.then_some(Effect::CancelLoad);
            }
            FilesCommand::OnDisk(on_disk) => self.files.on_disk = on_disk,
            FilesCommand::Export(path) => return Some(Effect::Write(path)),
            FilesCommand::Exported(path, is_whole) => {
                let strings = self.strings();
                let exported = if is_whole { strings.files.exported } else { strings.files.exported_part };
                self.notice = Some(exported(&shown_path(&path)));
            }
            FilesCommand::ExportFailed(path, why) => {
                let strings = self.strings();
                self.notice =
                    Some((strings.files.not_saved)(&shown_path(&path), &self.language().write_problem(&why)));
            }
            FilesCommand::NoDialog => self.notice = Some(self.strings().files.no_dialog.to_owned()),
        }
        None
    }
}
