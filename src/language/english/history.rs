//! English: the way back.

use crate::language::history::History;

use super::counted;

pub(super) const HISTORY: History = History {
    undo: "Undo",
    message: "Message",
    back_to: |what| format!("Back to {what}"),
    to_selection: |what| format!("Show {what} in the window"),
    undone: |step| format!("Undone: {step}"),
    redone: |step| format!("Redone: {step}"),
    nothing_to_undo: "Nothing to undo",
    nothing_to_redo: "Nothing to redo",
    filter_cleared: "filters cleared",
    filter_changed: "filter changed",
    lane_hidden: |name| format!("{name} hidden"),
    lanes_hidden: |n| format!("{} hidden", counted(n, "lane")),
    lanes_shown: "hidden lanes shown",
    lane_pinned: |name| format!("{name} pinned"),
    lane_unpinned: |name| format!("{name} unpinned"),
    pins_cleared: "pins cleared",
    lanes_changed: "lanes rearranged",
    status_date_set: |day| format!("status date set to {day}"),
    status_date_cleared: "status date cleared",
    selection_cleared: "selection cleared",
    selection_changed: "selection changed",
    message_filter_cleared: "Filters cleared",
    message_lanes_hidden: |n| format!("{} hidden", counted(n, "lane")),
    message_pins_cleared: "Pins cleared",
    message_selection_cleared: "Selection cleared",
};
