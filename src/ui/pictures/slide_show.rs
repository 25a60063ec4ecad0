//! What is kept while bookmarks are shown in full screen: which page, and the pages.

use std::sync::Arc;

use crate::diagnostics::WriteProblem;
use crate::session::Session;
use crate::timeline::{BundledFonts, Sheets};

/// The pages, or why there are none.
pub(super) type PreparedSlides = Arc<Result<Sheets, WriteProblem>>;

/// What is kept while bookmarks are shown.
#[derive(Debug, Default)]
pub(in crate::ui) struct SlideShow {
    /// Whether the window was in full screen before; `None` while none are shown.
    pub(super) was_full_screen: Option<bool>,
    /// The page that is shown.
    pub(super) page: usize,
    made: Option<(u64, bool, PreparedSlides)>,
}

impl SlideShow {
    /// The pages, kept while nothing changes.
    pub(super) fn sheets(
        &mut self,
        session: &Session,
        is_dark: bool,
        fonts: &BundledFonts,
    ) -> PreparedSlides {
        if let Some((revision, dark, made)) = &self.made
            && (*revision, *dark) == (session.revision, is_dark)
        {
            return Arc::clone(made);
        }
        let made = Arc::new(session.bookmark_sheets(is_dark, fonts));
        self.made = Some((session.revision, is_dark, Arc::clone(&made)));
        made
    }
}
