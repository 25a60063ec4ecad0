//! The way back: undoing and redoing, going back to places, and messages about what has just happened.

use super::text::{WithCount, WithName, texts};

texts! {
    /// The way back: undoing and redoing, going back to places, and messages about what has just happened.
    History {
        /// The button beside a message.
        undo: &'static str,
        /// What a screen reader calls the message of what has just happened.
        message: &'static str,
        /// The link to the last place, by what was selected there.
        back_to: WithName,
        /// The link to what is selected, which may be out of sight.
        to_selection: WithName,
        /// In the status bar: the step that was undone.
        undone: WithName,
        /// In the status bar: the step that was redone.
        redone: WithName,
        /// In the status bar.
        nothing_to_undo: &'static str,
        /// In the status bar.
        nothing_to_redo: &'static str,
        /// A step, after `undone` or `redone`.
        filter_cleared: &'static str,
        /// A step.
        filter_changed: &'static str,
        /// A step; the argument is a treaty.
        lane_hidden: WithName,
        /// A step.
        lanes_hidden: WithCount,
        /// A step: hidden lanes are shown again.
        lanes_shown: &'static str,
        /// A step; the argument is a treaty.
        lane_pinned: WithName,
        /// A step; the argument is a treaty.
        lane_unpinned: WithName,
        /// A step: several lanes were unpinned.
        pins_cleared: &'static str,
        /// A step: another order, collapsed groups, expanded parties.
        lanes_changed: &'static str,
        /// A step; the argument is a day.
        status_date_set: WithName,
        /// A step.
        status_date_cleared: &'static str,
        /// A step.
        selection_cleared: &'static str,
        /// A step.
        selection_changed: &'static str,
        /// A message.
        message_filter_cleared: &'static str,
        /// A message.
        message_lanes_hidden: WithCount,
        /// A message: several lanes were unpinned.
        message_pins_cleared: &'static str,
        /// A message.
        message_selection_cleared: &'static str,
    }
}
