//! A page to export: the lanes of a view and what the record says of them, in one HTML file.

use std::path::Path;

use crate::diagnostics::WriteProblem;
use crate::export::{Metadata, PageInput, PageStep, to_page};
use crate::session::Session;

use super::atomic_file::write_file;
use super::picture_options::PictureOptions;

/// A page; it can go to another thread.
pub(super) struct PageExport {
    page: String,
}

impl PageExport {
    /// The page of a session, which shows treaties: the time in its window, the lanes that are shown, and its bookmarks as
    /// steps. Its title is that of the dataset if none is given. It is dark only if that is asked for, or else as the reader's system is.
    pub(super) fn of(session: &Session, options: PictureOptions, title: Option<&str>) -> Self {
        let world = &session.world;
        let metadata = Metadata {
            view: session.view_link(),
            sha256: world.sha256.as_deref().cloned().unwrap_or_default(),
            drawn: options.to_text(),
        };
        let bookmarks = session.view.bookmarks.iter();
        let trail: Vec<PageStep<'_>> = bookmarks
            .map(|bookmark| PageStep {
                name: &bookmark.name,
                note: &bookmark.note,
                time: bookmark.view.time,
                selection: bookmark.selection,
            })
            .collect();
        let view = session.view.current;
        let (from, to) = view.time.moments();
        let page = to_page(&PageInput {
            dataset: &world.dataset,
            title: title.unwrap_or_else(|| world.dataset.title()),
            index: session.index(),
            rows: &session.rows_for_export(f64::INFINITY),
            hidden: &session.hidden_lanes(),
            view,
            limits: world.limits.widened(from, to),
            status_date: session.law.status.as_ref().map(|status| (status.day, status.states())),
            selection: session.selection.selected,
            trail: &trail,
            language: options.language,
            is_dark: options.is_dark.then_some(true),
            has_high_contrast: options.high_contrast,
            metadata: &metadata,
        });
        Self { page }
    }

    /// Writes the page.
    ///
    /// # Errors
    /// Why it could not be written.
    pub(super) fn write(&self, path: &Path) -> Result<(), WriteProblem> {
        write_file(path, self.page.as_bytes())
    }
}

/// Whether the file extension asks for a page.
pub(super) fn is_page(file: &Path) -> bool {
    let is_one = |given: &std::ffi::OsStr| ["html", "htm"].iter().any(|one| given.eq_ignore_ascii_case(one));
    file.extension().is_some_and(is_one)
}
