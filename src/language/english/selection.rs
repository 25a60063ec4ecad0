//! English: the details of what is selected, menus of items, and what is copied of them.

use crate::language::selection::Selection;
use crate::language::text::{grouped, label};

use super::counted;

pub(super) const SELECTION: Selection = Selection {
    copy_quote: "Copy quote",
    copy_citation: "Copy citation",
    copy_citations: "Copy citations",
    open_source: "Open source",
    show_in_source: label("Show in source", "Open the source in the browser at this quotation"),
    show_on_timeline: "Show on timeline",
    go_to: |what| format!("Go to {what}"),
    in_original: |language| format!("{language} original"),
    in_translation: |language| format!("{language} translation"),
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
    neighbours: "Neighbouring events",
    in_cluster: |n| format!("Also in this cluster · {n}"),
    related: "Related events",
    statement: "Statement",
    against_record: "Compared with the record",
    about: |n| format!("About · {n}"),
    about_nothing: "Not about a treaty; said on the same occasion",
    same_occasion: |n| format!("Said on the same occasion · {n}"),
    treaty_in: |category| format!("Treaty · {category}"),
    duration: "Duration under the treaty",
    also_called: "Also called",
    related_treaties: "Other treaties",
    events_heading: |n| format!("Events · {n}"),
    statements_heading: |n| format!("Statements · {n}"),
    sources_heading: |n| format!("Sources · {n}"),
    and_more: |what| format!("and {what} more"),
    and_more_on_timeline: |n| format!("and {n} more, on the timeline"),
    quotation: |text| format!("“{text}”"),
    several_heading: |n| format!("Selected · {n}"),
    clear: "Clear selection",
    several_help: "Ctrl+click or X adds or removes an item; Shift+click selects a range within the lane",
    days: |n| if n == 1 { "1 day".to_owned() } else { format!("{} days", grouped(n, ',')) },
    hidden_by_filter: |events, statements| {
        let (events, statements) = (
            (events > 0).then(|| counted(events, "event")),
            (statements > 0).then(|| counted(statements, "statement")),
        );
        let hidden: Vec<String> = [events, statements].into_iter().flatten().collect();
        format!("Hidden: {}", hidden.join(" and "))
    },
    zoom_to_range: "Zoom to range",
    quote_copied: "Quote copied",
    citation_copied: "Citation copied",
    citations_copied: |n| format!("{} copied", counted(n, "citation")),
    too_many_selected: |n| format!("You can select at most {n} items"),
    cluster_listed: |n| format!("{n} items at the same moment, listed in the details panel"),
    no_browser: "No browser could be opened. The address was copied",
};
