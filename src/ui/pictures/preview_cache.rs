//! The sheets of the preview, kept while nothing changes that they depend on.

use std::sync::Arc;

use crate::diagnostics::WriteProblem;
use crate::session::{PictureChoice, PictureFormat, PictureLanes, Session};
use crate::timeline::{BundledFonts, Sheets};

/// Width of a picture of one piece, in points, as it is written from a narrow window.
const MIN_WIDTH: f32 = 900.0;
/// What comes of a choice.
#[derive(Debug)]
pub(super) struct CachedPreview {
    /// The sheets.
    pub(super) sheets: Result<Sheets, WriteProblem>,
    /// How many lanes are shown, are in the window, are selected.
    pub(super) lanes: [usize; 3],
}

/// What the dialog of pictures keeps from one frame to the next.
#[derive(Debug, Default)]
pub(in crate::ui) struct PicturePreview {
    last: Option<(u64, usize, Arc<CachedPreview>)>,
    /// The page that is shown.
    pub(super) page: usize,
    /// The pass in which the dialog was opened; `None` while it is not.
    pub(super) opened: Option<u64>,
}

impl PicturePreview {
    /// The sheets of the choice.
    pub(super) fn sheets(&mut self, session: &Session, fonts: &BundledFonts) -> Arc<CachedPreview> {
        let world = Arc::as_ptr(&session.world).addr();
        if let Some((revision, of, sheets)) = &self.last
            && (*revision, *of) == (session.revision, world)
        {
            return Arc::clone(sheets);
        }
        let choice = &session.pictures.choice;
        let count = |lanes: PictureLanes| {
            session.picture_treaties(&PictureChoice { lanes, ..PictureChoice::default() }).len()
        };
        let lanes = [PictureLanes::Shown, PictureLanes::Visible, PictureLanes::Selection].map(count);
        let made = Arc::new(CachedPreview { sheets: made(session, choice, fonts), lanes });
        self.last = Some((session.revision, world, Arc::clone(&made)));
        made
    }

    /// Forgets the sheets, which may be large, when the dialog is closed.
    pub(super) fn close(&mut self) {
        *self = Self::default();
    }
}

fn made(session: &Session, choice: &PictureChoice, fonts: &BundledFonts) -> Result<Sheets, WriteProblem> {
    if choice.format == PictureFormat::Pdf {
        session.picture_sheets(choice, fonts)
    } else {
        session.whole_picture(choice, session.view.size.width.max(MIN_WIDTH), fonts)
    }
}
