//! The place of a problem in its file, shown beside the problem.

use std::sync::Arc;

use crate::diagnostics::{Diagnostic, OpenError, Report, Surroundings};
use crate::records::ReadOptions;
use crate::session::Session;
use crate::session::effect::Effect;

use super::origin::TableOrigin;

/// A problem whose place in the file is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePosition {
    /// The problem.
    pub problem: Diagnostic,
    /// What stands around it.
    pub around: Surroundings,
}

/// What was read of the file again; `None` if the place is no longer in it.
pub type PositionRead = Result<Option<Surroundings>, OpenError>;

impl Session {
    /// The problems that are listed: those of the file that was refused last, or those of the open one.
    pub fn listed_report(&self) -> &Report {
        let of_layer = || &self.world.file_of_layer(self.files.problems_of_layer.unwrap_or_default()).report;
        self.files.refused.as_ref().map_or_else(of_layer, |refused| &refused.report)
    }

    /// Reads the place of a listed problem in its file.
    pub(super) fn show_place(&self, index: usize) -> Option<Effect> {
        let problem = self.listed_report().problems.get(index)?.clone();
        let world = self.world.file_of_layer(self.files.problems_of_layer.unwrap_or_default());
        let (origin, options) = match (&self.files.refused, &world.path, &world.bytes) {
            (Some(refused), ..) => {
                let origin = refused.origin.clone()?;
                let path = match &origin {
                    TableOrigin::File(path) => Some(path.as_path()),
                    TableOrigin::Memory(..) => None,
                };
                let options = self.read_options(path);
                (origin, options)
            }
            // The bytes that were read, as long as they are kept: the file may be another one by now.
            (None, path, Some(bytes)) => {
                let origin = TableOrigin::Memory(world.name.clone(), Arc::clone(bytes));
                (origin, self.read_options(path.as_deref()))
            }
            (None, Some(path), None) => (TableOrigin::File(path.clone()), self.read_options(Some(path))),
            (None, None, None) => return None,
        };
        let is_table = self.files.refused.is_none() && world.table.is_some();
        let options = ReadOptions { is_table, ..options };
        Some(Effect::ReadPlace(origin, options, Box::new(problem)))
    }

    /// Shows what stands around a problem, or says that it cannot be found.
    pub(super) fn place_read(&mut self, problem: Diagnostic, read: PositionRead) {
        match read {
            Ok(Some(around)) => self.files.place = Some(FilePosition { problem, around }),
            Ok(None) => self.status_message = Some(self.strings().files.no_place.to_owned()),
            Err(err) => {
                self.status_message =
                    Some((self.strings().files.place_unreadable)(&self.language().open_error(&err)));
            }
        }
    }
}
