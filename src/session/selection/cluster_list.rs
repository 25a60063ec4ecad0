//! The list that a click on the number of a cluster opens: the events or statements that the number stands for.

use crate::domain::{EventId, Moment, PartyId, StatementId, TreatyId};
use crate::levels::Column;
use crate::session::Session;
use crate::timeline::{Subject, can_split};

/// Maximum number of lines in the list.
const MAX_LISTED: usize = 200;

/// A cluster of events or of statements, as it is drawn in a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClusterKey {
    /// The treaty whose lane it is in.
    pub treaty: TreatyId,
    /// The party whose lane it is in; `None` for the lane of the treaty as a whole.
    pub party: Option<PartyId>,
    /// The item that represents it.
    pub subject: Subject,
    /// How many it stands for.
    pub count: usize,
    /// The first moment of those.
    pub first: Moment,
    /// The last moment of those.
    pub last: Moment,
}

/// The list of a cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterList {
    /// The cluster.
    pub key: ClusterKey,
    /// Its items by time, up to a maximum.
    pub subjects: Vec<Subject>,
    /// Whether zooming in separates them.
    pub can_split: bool,
}

impl Session {
    /// Opens the list of a cluster. Bulk events have none: the details panel lists theirs.
    pub(in crate::session) fn list_cluster(&mut self, key: ClusterKey) {
        let subjects: Vec<Subject> = match key.subject {
            Subject::Event(_) => self.cluster_events(&key).map(Subject::Event).take(MAX_LISTED).collect(),
            Subject::Statement(_) => {
                self.cluster_statements(&key).map(Subject::Statement).take(MAX_LISTED).collect()
            }
            Subject::Bulk(_) => Vec::new(),
        };
        let can_split = can_split(key.first, key.last, self.view.size);
        self.selection.cluster_list =
            (!subjects.is_empty()).then_some(ClusterList { key, subjects, can_split });
    }

    /// Closes the list of a cluster, unless that of another has taken its place.
    pub(in crate::session) fn close_cluster_list(&mut self, key: &ClusterKey) {
        if self.selection.cluster_list.as_ref().is_some_and(|list| list.key == *key) {
            self.selection.cluster_list = None;
        }
    }

    /// Whether a cluster still has as many items: a filter may have hidden some.
    pub fn has_cluster(&self, key: &ClusterKey) -> bool {
        let count = match key.subject {
            Subject::Event(_) => self.cluster_events(key).len(),
            Subject::Statement(_) => self.cluster_statements(key).len(),
            Subject::Bulk(_) => 0,
        };
        count == key.count
    }

    fn cluster_events(&self, key: &ClusterKey) -> impl ExactSizeIterator<Item = EventId> {
        let column = match key.party {
            None => Some(&self.index().lane(key.treaty).events),
            Some(party) => self.party_column(key.treaty, party, |lane| &lane.events),
        };
        items(column, key).iter().copied()
    }

    fn cluster_statements(&self, key: &ClusterKey) -> impl ExactSizeIterator<Item = StatementId> {
        let column = match key.party {
            None => Some(&self.index().lane(key.treaty).statements),
            Some(party) => self.party_column(key.treaty, party, |lane| &lane.statements),
        };
        items(column, key).iter().copied()
    }

    fn party_column<Id>(
        &self,
        treaty: TreatyId,
        party: PartyId,
        column: impl Fn(&crate::timeline::PartyLane) -> &Column<Id>,
    ) -> Option<&Column<Id>> {
        self.party_lanes().of(treaty).iter().find(|lane| lane.party == party).map(column)
    }
}

fn items<'a, Id: Copy>(column: Option<&'a Column<Id>>, key: &ClusterKey) -> &'a [Id] {
    column.map_or(&[], |column| column.within(key.first, key.last))
}
