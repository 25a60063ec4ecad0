//! The selection, the multi-selection and the time range.

use crate::domain::Moment;
use crate::timeline::{Selection, Subject};

use super::cluster_list::ClusterList;
use super::details::{Details, DetailsTab, QuotationOrder};
use super::image::EventImage;

/// The selection, the multi-selection and the time range.
#[derive(Debug, Default)]
pub struct SelectionState {
    /// What the details panel shows.
    pub selected: Selection,
    /// The multi-selection: events and statements in the order in which they were added.
    pub several: Vec<Subject>,
    /// The selected time range, from its first moment to the one after its last.
    pub time_range: Option<(Moment, Moment)>,
    /// The tab that was chosen last; [`Details::shown_tab`] is the one that is shown.
    pub tab: DetailsTab,
    /// How quotations are ordered.
    pub quotation_order: QuotationOrder,
    /// What is looked for among the parties of a treaty.
    pub party_query: String,
    /// The lists of the selected treaty or speaker.
    pub details: Details,
    /// The list of a cluster, while it is open.
    pub cluster_list: Option<ClusterList>,
    /// The image of the event that was asked for last.
    pub image: Option<EventImage>,
}

impl SelectionState {
    /// Deselects everything.
    pub(in crate::session) fn clear(&mut self) {
        (self.selected, self.time_range) = (Selection::Nothing, None);
        self.several.clear();
    }

    /// Whether anything is selected: one thing, several, or a time range.
    pub fn is_any(&self) -> bool {
        self.selected != Selection::Nothing || !self.several.is_empty() || self.time_range.is_some()
    }
}
