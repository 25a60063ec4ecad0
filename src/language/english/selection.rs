//! English: the details of what is selected, menus of items, and what is copied of them.

use crate::diagnostics::ImageProblem;
use crate::domain::{Confidence, Nature};
use crate::language::selection::Selection;
use crate::language::text::{grouped, without_trailing_comma};

use super::counted;
use super::terms::period;

pub(super) const SELECTION: Selection = Selection {
    copy_quote: "Copy quotation",
    copy_citation: "Copy citation",
    copy_citations: "Copy citations",
    open_source: "Open source",
    open_at_quotation: "Open source at this quotation ↗",
    cite: "Cite",
    open: "Open ↗",
    original: "Original",
    translation: "Translation",
    translated: "translated",
    untranslated: |language| format!("{language} original only, no translation"),
    same_occasion_as_above: "same occasion",
    tick: |what| format!("Select {what}"),
    selected: |n| format!("{n} selected"),
    copy_with_citations: "Copy with citations",
    by_party: "By party",
    by_treaty: "By treaty",
    by_date: "By date",
    for_no_party: "Treaty texts and others",
    about_no_treaty: "Not about a treaty",
    speaker: "Speaker",
    all_by: |name| format!("All quotations by {name}"),
    all_by_counted: |name, n| format!("All quotations by {name} · {n}"),
    tabs: "Details of the treaty",
    tab_quotations: "Quotations",
    tab_events: "Events",
    tab_parties: "Parties",
    tab_sources: "Sources",
    tab_terms: "Terms",
    in_force: |nature, from, has_ended| {
        let force = if nature == Nature::Political { "in effect" } else { "in force" };
        format!("{force} {} {from}", if has_ended { "from" } else { "since" })
    },
    ended: |day| format!("ended {day}"),
    years: |n| counted(n, "year"),
    suspended_since: |day| format!("suspended since {day}"),
    suspended_from: |day| format!("suspended from {day}"),
    suspended_until: |from, until| format!("suspended from {from} until {until}"),
    status_on: |day| format!("Status on {day}"),
    find_party: "Find a party",
    no_party_found: "No party has this name",
    acts_listed: |seen| match seen {
        Some(day) => format!("Unmarked acts are from a list seen on {day}:"),
        None => "Unmarked acts are from a list:".to_owned(),
    },
    list_lacks: |what| format!("Not in the list: {what}"),
    legal_change: |phase, party| match party {
        Some(party) => format!("legal status for {party}: {phase}"),
        None => format!("legal status: {phase}"),
    },
    go_to: |what| format!("Go to {what}"),
    in_original: |language| format!("{language} original"),
    translated_by: |who| format!("translated by {who}"),
    accessed: |day| format!("accessed {day}"),
    acting_party: "Acting party",
    parties: "Parties in the dataset",
    depositaries: "Depositaries",
    not_recorded: "not recorded",
    successor_to: |party, before| format!("{party} (successor to {before})"),
    linked_statements: |n| format!("Statements linked to this event · {n}"),
    disputed: "disputed",
    claims: "Date according to sources",
    relation: |after, before, within| {
        let after_words = after.map(|title| format!("after “{title}”"));
        let before_words = before.map(|title| format!("before “{title}”"));
        let side = if after.is_some() { "later" } else { "earlier" };
        let within = within.map(|within| format!("at most {} {side}", period(within)));
        let parts: Vec<String> = [after_words, before_words, within].into_iter().flatten().collect();
        format!("Dated by other events: {}", parts.join(", "))
    },
    no_source: "No source given",
    confidence: |confidence| match confidence {
        Confidence::Confirmed => "confirmed",
        Confidence::SingleSource => "one source only",
        Confidence::Unverified => "unverified",
    },
    tags: "Tags",
    own_fields: "More from the file",
    own_field: |name, text| format!("{name}: {text}"),
    open_page: "Open the page",
    open_picture: "Open the picture",
    picture: |title| format!("Picture: {title}"),
    picture_loading: "Loading the picture…",
    picture_problem: |problem| match problem {
        ImageProblem::NoFile => "The picture is not in the dataset folder",
        ImageProblem::TooLarge => "The picture is too large to be shown here",
        ImageProblem::Unreadable => "The picture cannot be shown here",
    },
    no_viewer: "The picture could not be opened. Its path was copied",
    neighbours: "Neighbouring events",
    neighbouring_statements: |treaty| format!("Statements before and after on {treaty}"),
    in_cluster: |n| format!("Also in this cluster · {n}"),
    related: "Related events",
    statement: "Statement",
    against_record: "Compared with the record",
    about: |n| format!("About · {n}"),
    about_nothing: "Not about a treaty; said on the same occasion",
    same_occasion: |n| format!("Said on the same occasion · {n}"),
    treaty_in: |category| format!("Treaty · {category}"),
    withdrawal: "Withdrawal",
    duration: "Duration and withdrawal clause",
    also_called: "Also called",
    related_treaties: "Other treaties",
    events_heading: |n| format!("Events · {n}"),
    statements_heading: |n| format!("Statements · {n}"),
    sources_heading: |n| format!("Sources · {n}"),
    and_more: |what| format!("and {what} more"),
    and_more_on_timeline: |n| format!("and {n} more, on the timeline"),
    quotation: |text| format!("“{}”", without_trailing_comma(text)),
    several_heading: |n| format!("Selected · {n}"),
    time_across: |length| format!("From the earliest to the latest: {length}"),
    time_between: |length| format!("Time between them: {length}"),
    measure: "Time from the selected item",
    clear: "Clear selection",
    several_help: "Ctrl+click or X adds or removes an item; Shift+click selects a range within the lane",
    days: |n| if n == 1 { "1 day".to_owned() } else { format!("{} days", grouped(n, ',')) },
    length: |length, days| format!("{length} ({} days)", grouped(days, ',')),
    hidden_by_filter: |events, statements| {
        let (events, statements) = (
            (events > 0).then(|| counted(events, "event")),
            (statements > 0).then(|| counted(statements, "statement")),
        );
        let hidden: Vec<String> = [events, statements].into_iter().flatten().collect();
        format!("Hidden: {}", hidden.join(" and "))
    },
    zoom_to_range: "Zoom to range",
    quote_copied: "Quotation copied",
    citation_copied: "Citation copied",
    citations_copied: |n| format!("{} copied", counted(n, "citation")),
    too_many_selected: |n| format!("You can select at most {n} items"),
    cluster_listed: |n| format!("{n} items at the same moment, listed in the details panel"),
    no_browser: "No browser could be opened. The address was copied",
};
