//! The timeline, its lanes and its legend.

use crate::domain::{Attestation, LifeSummary};

use super::text::{Label, WithCount, WithName, texts};

texts! {
    /// The timeline, its lanes and its legend.
    View {
        /// The message that a link to the view is on the clipboard.
        link_copied: &'static str,
        /// The message that a link to a view was opened.
        link_opened: &'static str,
        /// The title of the dialog for a link to a view.
        open_link: &'static str,
        /// Below its empty field.
        link_help: &'static str,
        /// Below a link that can be opened.
        enter_opens_link: &'static str,
        /// What a screen reader calls the timeline; the argument is the time on the screen.
        timeline: WithName,
        /// The label of the line of today.
        today: &'static str,
        /// The heading over pinned lanes.
        pinned: &'static str,
        /// What a screen reader calls the scroll bar of the lanes.
        scroll_lanes: &'static str,
        /// What a screen reader calls the edge by which a panel is resized.
        resize_panel: &'static str,
        /// In place of a timeline without treaties.
        empty: &'static str,
        /// For screen readers: a group or a treaty whose lanes are not shown.
        collapsed: &'static str,
        /// For screen readers: a group or a treaty whose lanes are shown.
        expanded: &'static str,
        /// In the tooltip of a phase in the legend: what a click does.
        legend_filters_by_status: &'static str,
        /// In the menu of a group's heading: collapse it.
        collapse_group: &'static str,
        /// In the menu of a collapsed group's heading: expand it.
        expand_group: &'static str,
        /// For screen readers: the toggle that expands the named treaty into lanes of its parties.
        show_parties_of: WithName,
        /// The status of a treaty beside its name in a low lane: a word or two.
        short_life_summary: fn(LifeSummary) -> String,
        /// What a screen reader calls the edge at which the column of lane headers is widened, and its tooltip.
        headers_edge: Label,
        /// The tab that opens the details panel in a narrow window.
        details: &'static str,
        /// In the menu of a lane header, in place of `Pin lane`.
        unpin: &'static str,
        /// The tooltip of a cluster: its most important item, and the number of items in words, as in `4 events`.
        cluster: fn(String, String) -> String,
        /// The second line of the tooltip of a cluster that has a list: the number of its items in words, and whether zooming
        /// in takes it apart.
        cluster_here: fn(&str, bool) -> String,
        /// The last line in the list of a cluster: zoom in until its items part.
        zoom_to_cluster: &'static str,
        /// The hint at the first turn of the wheel: the name of the key with which it zooms, and whether all lanes fit.
        wheel_hint: fn(&str, bool) -> String,
        /// The button in that hint.
        let_wheel_zoom: &'static str,
        /// What to do with a cluster that zooming in takes apart.
        expand_cluster: &'static str,
        /// What to do with a cluster of one moment.
        list_cluster: &'static str,
        /// What to do with a bar that stands for lanes that did not fit.
        list_overflow: &'static str,
        /// The tooltip of a bar: a phase, its first day and, if it ended, the first day of what followed.
        phase_span: fn(&str, &str, Option<&str>) -> String,
        /// The tooltip of a withdrawal notice: its date, the date of its effect and, in words, the time between.
        notice_period: fn(&str, &str, Option<&str>) -> String,
        /// What a screen reader calls the overview strip; the argument is the time on the screen.
        overview: WithName,
        /// What a screen reader calls the left edge of the window in the overview strip.
        start_of_range: &'static str,
        /// What a screen reader calls its right edge.
        end_of_range: &'static str,
        /// In the status bar: how much time a point is wide; the argument is in seconds.
        scale: fn(f64) -> String,
        /// In the status bar: how much less than the whole dataset is shown.
        zoom: fn(f64) -> String,
        /// What an arrow at the left edge of a lane is called: a treaty or party that has nothing in the window, and the year
        /// of what it has before.
        back_to: fn(&str, &str) -> String,
        /// The same at the right edge, for what it has later.
        on_to: fn(&str, &str) -> String,
        /// For screen readers: the button with the period in the window, which opens that dialog.
        period_shown: WithName,
        /// Its tooltip.
        period_help: &'static str,
        /// The title of the dialog that goes to a date.
        go_to_date: &'static str,
        /// Examples in an empty field for a date.
        date_hint: &'static str,
        /// What can be typed there, under the field.
        date_help: &'static str,
        /// Under the field once a date was recognised.
        enter_goes_to: WithName,
        /// The tooltip of a bookmark in the Go menu.
        to_bookmark: &'static str,
        /// Over the title of the dataset, where nothing is selected.
        dataset: &'static str,
        /// The day up to which the dataset is kept, under its title.
        current_to: WithName,
        /// The version of the dataset, and the day of its release if that is known.
        dataset_version: fn(&str, Option<&str>) -> String,
        /// The heading over first instructions, where nothing is selected.
        how_to_read: &'static str,
        /// What to do first, under that heading.
        how_to_start: &'static str,
        /// A heading of the legend: colours of bars.
        legend_phases: &'static str,
        /// In the legend: the hatching of a notice period.
        legend_notice: &'static str,
        /// In the legend: the bar of an event that lasts, in the lane of a topic.
        legend_span: &'static str,
        /// A heading of the legend: signs of inexact dates.
        legend_dates: &'static str,
        /// In the legend: a date that is about right.
        date_approximate: &'static str,
        /// In the legend: a date that its source doubts.
        date_uncertain: &'static str,
        /// In the legend: a date without its day.
        date_inexact: &'static str,
        /// In the legend: a date that is open at one end.
        date_open: &'static str,
        /// In the legend: a date on which sources differ.
        date_disputed: &'static str,
        /// A heading of the legend: events that are to be taken with care.
        legend_attestations: &'static str,
        /// In the legend, and behind the name of an event: why it is to be taken with care.
        attestation: fn(Attestation) -> &'static str,
        /// In the status bar: how many events have no source, where others have one.
        unsourced: WithCount,
        /// A heading of the legend: glyphs of events.
        legend_events: &'static str,
        /// For screen readers: an entry of the legend, which filters.
        legend_entry: WithName,
        /// A heading of the legend: colours of quotation marks.
        legend_statements: &'static str,
        /// In the legend: a statement of the United States.
        statement_us: &'static str,
        /// In the legend: a statement of Russia or the Soviet Union.
        statement_ru: &'static str,
        /// In the legend: any other statement, and a cluster of statements for different parties.
        statement_other: &'static str,
        /// The heading over the licence of the dataset.
        licence: &'static str,
        /// In the status bar: `Back` or `Forward` where there is nothing to go to.
        no_other_view: &'static str,
        /// In the status bar: the named lane was hidden, and how to show it again.
        lane_hidden: WithName,
        /// In the status bar: the named treaty was to be expanded, but no party has an event.
        no_parties: WithName,
        /// In the status bar: the named treaty has more parties than the given number that are shown.
        first_parties: fn(&str, usize) -> String,
        /// In the status bar: the named treaty was expanded into this many lanes.
        parties_shown: fn(&str, usize) -> String,
        /// In the status bar: the command needs a selected treaty.
        select_treaty: &'static str,
        /// In the status bar: the timeline was moved to a date.
        moved_to: WithName,
        /// In the status bar.
        bookmark_removed: &'static str,
        /// In the status bar, with the name of the bookmark.
        bookmark_added: WithName,
        /// In the status bar: there is no bookmark to go to.
        no_bookmarks: &'static str,
        /// For screen readers: the field for a note to the named bookmark.
        bookmark_note: WithName,
        /// In an empty field for a note.
        bookmark_note_hint: &'static str,
        /// For screen readers: the button that moves the named bookmark up.
        bookmark_up: WithName,
        /// The same, down.
        bookmark_down: WithName,
        /// For screen readers: the button that removes the named bookmark.
        bookmark_remove: WithName,
        /// In the status bar: a fault cut short the drawing of a frame.
        drawing_failed: &'static str,
    }
}
