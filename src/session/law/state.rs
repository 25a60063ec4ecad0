//! The status date, and what is known on it.

use crate::domain::{Dataset, Moment};

use super::matrix::{LawMatrix, MatrixGroup};
use super::statuses::Statuses;
use super::treaty_status::{TreatyHistory, TreatyStatus};

/// The status date, and what is known on it.
#[derive(Debug)]
pub struct LawState {
    /// The status date, and the status of every treaty on it; `None` while no date is set.
    pub status: Option<Statuses>,
    /// The status of every treaty today, which is shown while no date is set.
    pub today: Statuses,
    /// The matrix of treaties and parties; `None` until its table is opened.
    pub matrix: Option<LawMatrix>,
    /// Which parties it has while the filter names none.
    pub matrix_group: MatrixGroup,
    /// Whether the status date advances by itself.
    pub is_playing: bool,
    /// The status of the selected treaty on the status date; `None` without either.
    pub selected_status: Option<TreatyStatus>,
    /// What the status is searched in.
    pub(in crate::session) history: Option<TreatyHistory>,
}

impl LawState {
    /// The state of a dataset that was just opened.
    pub(in crate::session) fn new(dataset: &Dataset, today: Option<Moment>) -> Self {
        Self {
            status: None,
            today: Statuses::of_today(dataset, today),
            matrix: None,
            matrix_group: MatrixGroup::default(),
            is_playing: false,
            selected_status: None,
            history: None,
        }
    }
}
