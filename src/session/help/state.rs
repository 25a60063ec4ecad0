//! Which step of the tour is shown.

use crate::language::TourStep;

/// Which step of the tour is shown.
#[derive(Debug, Default)]
pub struct HelpState {
    /// The step; `None` while there is no tour.
    pub step: Option<TourStep>,
}
