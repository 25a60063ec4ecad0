//! English: the details of what is selected, menus of items, and what is copied of them.

use crate::diagnostics::counted;
use crate::language::selection::Selection;
use crate::language::text::{grouped, label};

pub(super) const SELECTION: Selection = Selection {
    close: "Close",
    copy_quote: "Copy quote",
    copy_citation: "Copy citation",
    copy_citations: "Copy citations",
    open_source: "Open source",
    show_in_source: label("Show in source", "Open the source at these words, in the browser"),
    show_on_timeline: "Show on timeline",
    go_to: |what| format!("Go to {what}"),
    in_original: |language| format!("{language} original"),
    in_translation: |language| format!("{language} translation"),
    translated_by: |who| format!("translated by {who}"),
    accessed: |day| format!("accessed {day}"),
    acting_party: "Acting party",
    parties: "Parties named in the dataset",
    depositaries: "Depositaries",
    not_recorded: "not recorded",
    successor_to: |party, before| format!("{party} (successor to {before})"),
    linked_statements: |n| format!("Statements linked to this event · {n}"),
    disputed: "disputed",
    claims: "What sources say of the date",
    neighbours: "Before and after",
    in_cluster: |n| format!("Also in this cluster · {n}"),
    related: "Tied to",
    statement: "Statement",
    against_record: "Against the record",
    about: |n| format!("About · {n}"),
    about_nothing: "No treaty: words of the same occasion.",
    same_occasion: |n| format!("Said on the same occasion · {n}"),
    treaty_in: |category| format!("Treaty · {category}"),
    duration: "Duration by its own terms",
    also_called: "Also called",
    related_treaties: "Other treaties",
    events_heading: |n| format!("Steps · {n}"),
    statements_heading: |n| format!("Statements · {n}"),
    sources_heading: |n| format!("Sources · {n}"),
    and_more: |what| format!("and {what} more"),
    and_more_on_timeline: |n| format!("and {n} more, on the timeline"),
    quotation: |text| format!("“{text}”"),
    several_heading: |n| format!("Picked · {n}"),
    clear: "Let all go",
    several_help: "X or Ctrl+click picks one more, or lets it go; Shift+click picks all between in its lane.",
    days: |n| if n == 1 { "1 day".to_owned() } else { format!("{} days", grouped(n, ',')) },
    hidden_by_filter: |events, statements| {
        let (events, statements) = (
            (events > 0).then(|| counted(events, "event")),
            (statements > 0).then(|| counted(statements, "statement")),
        );
        let hidden: Vec<String> = [events, statements].into_iter().flatten().collect();
        format!("The filter hides {}", hidden.join(" and "))
    },
    zoom_to_range: "Zoom there",
    quote_copied: "Quote copied",
    citation_copied: "Citation copied",
    citations_copied: |n| format!("{} copied", counted(n, "citation")),
    too_many_selected: |n| format!("No more than {n} can be picked at once"),
    cluster_listed: |n| format!("{n} stand at one point in time; the details panel lists them"),
    no_browser: "No browser could be opened; the address was copied",
};
