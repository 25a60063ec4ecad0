//! The sheets of the preview, kept while nothing changes that they depend on.

use std::sync::Arc;

use crate::diagnostics::WriteProblem;
use crate::session::{PictureChoice, PictureFormat, Session};
use crate::timeline::{BundledFonts, Sheets};

/// Width of a picture of one piece, in points, as it is written from a narrow window.
const MIN_WIDTH: f32 = 900.0;
/// What the dialog of pictures keeps from one frame to the next.
#[derive(Debug, Default)]
pub(in crate::ui) struct PicturePreview {
    last: Option<(u64, usize, Arc<Result<Sheets, WriteProblem>>)>,
    /// The page that is shown.
    pub(super) page: usize,
    /// The pass in which the dialog was opened; `None` while it is not.
    pub(super) opened: Option<u64>,
}

impl PicturePreview {
    /// The sheets of the choice.
    pub(super) fn sheets(
        &mut self,
        session: &Session,
        fonts: &BundledFonts,
    ) -> Arc<Result<Sheets, WriteProblem>> {
        let world = Arc::as_ptr(&session.world).addr();
        if let Some((revision, of, sheets)) = &self.last
            && (*revision, *of) == (session.revision, world)
        {
            return Arc::clone(sheets);
        }
        let choice = &session.pictures.choice;
        let sheets = Arc::new(made(session, choice, fonts));
        self.last = Some((session.revision, world, Arc::clone(&sheets)));
        sheets
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
