//! Commands about the selection.

use std::sync::Arc;

use crate::diagnostics::ImageProblem;
use crate::domain::{EventId, Moment};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::timeline::{Selection, Subject};

use super::cluster_list::ClusterKey;
use super::details::{DetailsTab, QuotationOrder};
use super::image::Image;

/// What is selected: one thing, several marks, a time range.
#[derive(Clone, Debug)]
pub enum SelectionCommand {
    /// Select something that is in the window.
    Select(Selection),
    /// Select something, and bring it into the window.
    GoTo(Selection),
    /// Add a mark to the multi-selection, or remove it.
    Toggle(Subject),
    /// Add a mark to the multi-selection, or remove it, and leave the selection alone.
    Tick(Subject),
    /// Add every mark from the selection to this one in its lane.
    ExtendTo(Subject),
    /// Make the selection and this mark the multi-selection, and say how much time is between them.
    MeasureTo(Subject),
    /// Empty the multi-selection.
    ClearSeveral,
    /// Select a time range, from its first moment to the one after its last; or none.
    SetTimeRange(Option<(Moment, Moment)>),
    /// Show another tab of the details.
    ShowTab(DetailsTab),
    /// Order the quotations of the details otherwise.
    OrderQuotations(QuotationOrder),
    /// Look for a party by its name in the details of a treaty.
    FindParty(String),
    /// Open the list of a cluster.
    ListCluster(ClusterKey),
    /// Close the list of a cluster.
    CloseClusterList(ClusterKey),
    /// Read the picture of an event, whose details are drawn.
    AskForPicture(EventId),
    /// The picture of an event was read, or could not be.
    PictureRead(EventId, Result<Arc<Image>, ImageProblem>),
}

impl Session {
    pub(in crate::session) fn apply_selection(&mut self, command: SelectionCommand) -> Option<Effect> {
        match command {
            SelectionCommand::Select(selection) => {
                self.select(selection);
                self.open_narrow_details();
            }
            SelectionCommand::GoTo(selection) => {
                self.go_to(selection);
                self.open_narrow_details();
            }
            SelectionCommand::Toggle(subject) => self.toggle_in_selection(subject),
            SelectionCommand::Tick(subject) => self.tick(subject),
            SelectionCommand::ExtendTo(subject) => self.extend_selection_to(subject),
            SelectionCommand::MeasureTo(subject) => {
                self.measure_to(subject);
                self.open_narrow_details();
            }
            SelectionCommand::ClearSeveral => self.selection.several.clear(),
            SelectionCommand::SetTimeRange(range) => self.set_time_range(range),
            SelectionCommand::ShowTab(tab) => self.selection.tab = tab,
            SelectionCommand::OrderQuotations(order) => self.selection.quotation_order = order,
            SelectionCommand::FindParty(query) => self.selection.party_query = query,
            SelectionCommand::ListCluster(key) => self.list_cluster(key),
            SelectionCommand::CloseClusterList(key) => self.close_cluster_list(&key),
            SelectionCommand::AskForPicture(event) => return self.ask_for_image(event),
            SelectionCommand::PictureRead(event, read) => self.set_picture(event, read),
        }
        None
    }
}
