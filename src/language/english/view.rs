//! English: the timeline, its lanes and its legend.

use crate::domain::{Attestation, LifeSummary, Nature};
use crate::language::text::label;
use crate::language::view::View;

use super::known_year::at as year_at;

pub(super) const VIEW: View = View {
    link_copied: "Link to this view copied",
    link_opened: "View opened",
    open_link: "Open a view",
    link_help: "Paste a link to a view. “Copy link to this view” in the File menu makes one",
    enter_opens_link: "Press Enter to open this view",
    timeline: |span| format!("Timeline, {span}"),
    today: "today",
    pinned: "Pinned",
    scroll_lanes: "Scroll lanes",
    resize_panel: "Resize panel",
    empty: "This dataset has no treaties. Open another with Ctrl+O, or drop a file here.",
    collapsed: "collapsed",
    expanded: "expanded",
    legend_filters_by_status: "Click to show only treaties with this legal status: on the status date, or today",
    collapse_group: "Collapse this group",
    expand_group: "Expand this group",
    show_parties_of: |name| format!("Parties of {name}"),
    short_life_summary: |life| match life {
        LifeSummary::Unsigned => "not signed".to_owned(),
        LifeSummary::Negotiated(_) => "negotiated".to_owned(),
        LifeSummary::Agreed(_) => "agreed".to_owned(),
        LifeSummary::Signed(_) | LifeSummary::EntryNotRecorded(_, None) => "signed".to_owned(),
        LifeSummary::Provisional(_) => "provisional".to_owned(),
        LifeSummary::InForce(_, Nature::Political) => "in effect".to_owned(),
        LifeSummary::InForce(_, Nature::Treaty | Nature::Topic) => "in force".to_owned(),
        LifeSummary::Suspended(..) => "suspended".to_owned(),
        LifeSummary::NeverInForce(_) => "never in force".to_owned(),
        topic @ LifeSummary::Topic(_) => super::terms::life_summary(topic),
        LifeSummary::Ended(_, at, _)
        | LifeSummary::Over(at, _)
        | LifeSummary::EntryNotRecorded(_, Some((at, _))) => {
            format!("ended {}", year_at(at))
        }
    },
    headers_edge: label("Width of the lane column", "Drag to change the width; double-click to reset it"),
    details: "Details",
    unpin: "Unpin lane",
    cluster: |one, many| format!("{one} · cluster of {many}"),
    cluster_here: |many, can_split| {
        let zoom = if can_split { ", double-click to zoom in" } else { "" };
        format!("{many} here. Click for the list{zoom}")
    },
    zoom_to_cluster: "Zoom in to these",
    wheel_hint: |key, all_fit| {
        let what = if all_fit { "All lanes fit: nothing to scroll" } else { "The wheel scrolls lanes" };
        format!("{what}; {key}+wheel zooms")
    },
    let_wheel_zoom: "Let the wheel zoom instead",
    expand_cluster: "Double-click to expand this cluster",
    list_cluster: "Double-click to list this cluster",
    list_overflow: "Click to list them",
    phase_span: |what, start, end| match end {
        Some(end) => format!("{what}, from {start} until {end}"),
        None => format!("{what} since {start}"),
    },
    notice_period: |from, to, length| {
        let length = length.map(|length| format!(", {length}")).unwrap_or_default();
        format!("withdrawal notice {from}, effective {to}{length}")
    },
    overview: |span| format!("Overview, showing {span}"),
    start_of_range: "Start of visible range",
    end_of_range: "End of visible range",
    scale: |secs| match secs {
        s if s < 90.0 => format!("1 px = {s:.0} s"),
        s if s < 3600.0 => format!("1 px = {:.0} min", s / 60.0),
        s if s < 86_400.0 => format!("1 px = {:.1} hours", s / 3600.0),
        s if s < 10.0 * 86_400.0 => format!("1 px = {:.1} days", s / 86_400.0),
        s if s < 730.0 * 86_400.0 => format!("1 px = {:.0} days", s / 86_400.0),
        s => format!("1 px = {:.0} years", s / 31_556_952.0),
    },
    zoom: |times| match times {
        times if times < 9.95 => format!("×{times:.1}"),
        times => format!("×{times:.0}"),
    },
    back_to: |name, year| format!("{name}: nothing in view. Go back to {year}"),
    on_to: |name, year| format!("{name}: nothing in view. Go forward to {year}"),
    period_shown: |span| format!("Period shown: {span}. Go to date"),
    period_help: "Go to a date, or to a period such as 1985–2026",
    go_to_date: "Go to date",
    date_hint: "2019-08-02, Aug 2019, 2019, 1985–2026",
    date_help: "1987-12-08, 8 December 1987, 8.12.1987, 1985–2026, 1980s, 44 BCE, or any EDTF",
    enter_goes_to: |date| format!("Press Enter to go to {date}"),
    to_bookmark: "Go to this bookmark",
    dataset: "Dataset",
    current_to: |day| format!("Last updated {day}"),
    dataset_version: |version, released| match released {
        Some(day) => format!("Version {version} of the data, {day}"),
        None => format!("Version {version} of the data"),
    },
    how_to_read: "How to read the timeline",
    how_to_start: "Select an event to see what was said about it, or a quotation mark to see which events it is about",
    legend_phases: "Phases",
    legend_notice: "withdrawal pending",
    legend_span: "event that lasts",
    legend_dates: "Dates",
    date_approximate: "approximate",
    date_uncertain: "uncertain",
    date_inexact: "exact day unknown",
    date_open: "open-ended",
    date_disputed: "disputed",
    legend_attestations: "How well attested",
    attestation: |attestation| match attestation {
        Attestation::SingleSource => "one source only",
        Attestation::Unverified => "unverified",
        Attestation::Unsourced => "no source given",
    },
    unsourced: |n| format!("{n} unsourced"),
    legend_events: "Events",
    legend_entry: |name| format!("Legend: {name}"),
    legend_statements: "Statements",
    statement_us: "United States",
    statement_ru: "Russia or the Soviet Union",
    statement_other: "others, treaty text, or several sides",
    licence: "Licence",
    no_other_view: "No earlier or later view",
    lane_hidden: |name| format!("Hidden: {name}. Shift+H shows all hidden lanes"),
    no_parties: |name| format!("No party-level events to show for {name}"),
    first_parties: |name, n| format!("{name}: showing the first {n} parties"),
    parties_shown: |name, n| {
        format!("{name}: {}", if n == 1 { "1 party".to_owned() } else { format!("{n} parties") })
    },
    select_treaty: "Select a treaty first",
    moved_to: |date| format!("Moved to {date}"),
    bookmark_removed: "Bookmark removed",
    bookmark_added: |name| format!("Bookmark added: {name}"),
    no_bookmarks: "No bookmarks yet. Press M to add one",
    bookmark_note: |name| format!("Note on {name}"),
    bookmark_note_hint: "Add a note",
    bookmark_up: |name| format!("Move {name} up"),
    bookmark_down: |name| format!("Move {name} down"),
    bookmark_remove: |name| format!("Remove the bookmark {name}"),
    drawing_failed: "Part of the window could not be drawn and was drawn again. Please report what you were doing",
};
