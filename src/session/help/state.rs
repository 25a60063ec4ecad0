//! Which step of the tour is shown, and what was shown before it.

use crate::language::TourStep;

use super::state_before_tour::BeforeTour;

/// Which step of the tour is shown, and what was shown before it.
#[derive(Debug, Default)]
pub struct HelpState {
    /// The step; `None` while there is no tour.
    pub step: Option<TourStep>,
    /// What the window showed before the tour.
    pub(in crate::session) before: Option<BeforeTour>,
}
