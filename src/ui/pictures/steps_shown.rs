//! What is kept while the bookmarks are shown in the whole screen.

use std::sync::Arc;

use crate::diagnostics::WriteProblem;
use crate::session::Session;
use crate::timeline::{BundledFonts, Sheets};

type MadePages = Arc<Result<Sheets, WriteProblem>>;

/// What is kept while bookmarks are shown.
#[derive(Debug, Default)]
pub(in crate::ui) struct StepsShown {
    /// Whether the window was in the whole screen before; `None` while none are shown.
    pub(super) was_full_screen: Option<bool>,
    pub(super) page: usize,
    /// The pages, with the revision of the session and whether they are dark.
    made: Option<(u64, bool, MadePages)>,
}

impl StepsShown {
    /// The pages, kept while nothing changes.
    pub(super) fn sheets(
        &mut self,
        session: &Session,
        is_dark: bool,
        fonts: &BundledFonts,
    ) -> Arc<Result<Sheets, WriteProblem>> {
        if let Some((revision, dark, made)) = &self.made
            && (*revision, *dark) == (session.revision, is_dark)
        {
            return Arc::clone(made);
        }
        let made = Arc::new(session.presented_steps(is_dark, fonts));
        self.made = Some((session.revision, is_dark, Arc::clone(&made)));
        made
    }
}
