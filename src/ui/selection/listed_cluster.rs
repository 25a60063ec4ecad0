//! Which line of the open list of a cluster has the focus.

use crate::session::{ClusterKey, ClusterList};
use crate::timeline::{Selection, View};

/// Which line of the open list has the focus.
#[derive(Debug, Default)]
pub(in crate::ui) struct ListedCluster {
    /// The cluster whose list it is, and the view in which it was opened.
    opened: Option<(ClusterKey, View)>,
    /// The index of the line.
    pub(super) chosen: usize,
    /// Whether that line is to get the focus as soon as it is drawn.
    pub(super) wants_focus: bool,
}

impl ListedCluster {
    /// Starts a list that has just been opened at its top, or at the selected line. Returns whether the view is still that
    /// in which it was opened.
    pub(super) fn follow(&mut self, list: &ClusterList, view: View, selected: Selection) -> bool {
        if self.opened.is_none_or(|(opened, _)| opened != list.key) {
            // A click on a cluster selects the item that stands for it, which may be the last: nobody chose that one.
            let is_chosen = selected != list.key.subject.selection();
            let chosen =
                list.subjects.iter().position(|subject| is_chosen && subject.selection() == selected);
            let chosen = chosen.unwrap_or_default();
            *self = Self { opened: Some((list.key, view)), chosen, wants_focus: true };
        }
        self.opened == Some((list.key, view))
    }

    /// Forgets a list that is no longer open.
    pub(super) fn forget(&mut self) {
        self.opened = None;
    }
}
