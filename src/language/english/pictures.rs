//! English: pictures.

use crate::language::pictures::Pictures;
use crate::language::text::label;

use super::counted;

pub(super) const PICTURES: Pictures = Pictures {
    title: "Export",
    preview: |pages| format!("Preview of {}", counted(pages, "page")),
    page_of: |page, pages| format!("Page {page} of {pages}"),
    previous_page: label("Previous page", "Show the previous page of the preview"),
    next_page: label("Next page", "Show the next page of the preview"),
    format: "Format",
    what: "Content",
    page_heading: "Page",
    lanes: "Lanes",
    lanes_shown: |n| format!("All shown ({n})"),
    lanes_visible: |n| format!("In the window ({n})"),
    lanes_selected: |n| format!("Selected ({n})"),
    period: "Period",
    whole_period: "Whole period",
    visible_period: "In the window",
    selected_period: "Selected",
    picture_title: "Title",
    labels: label("Labels", "Name the events beside their marks"),
    legend: label("Legend", "Explain the symbols used"),
    caption: label(
        "Caption with sources and link",
        "Add the dataset with its version, numbered sources and a link to this view",
    ),
    with_table: label(
        "Table of events",
        "Attach a table of all events and statements in the picture, for screen readers and for search",
    ),
    furniture: label(
        "Selection, search results and arrows",
        "Also draw collapsed groups, the selection, search results, the time range and arrows to what is out of view",
    ),
    theme: "Theme",
    light: "Light",
    dark: "Dark",
    print: "Print (black and white)",
    resolution: "Resolution",
    paper: "Size",
    landscape: |paper| format!("{paper} landscape"),
    portrait: |paper| format!("{paper} portrait"),
    fit: "Layout",
    one_page: "One page",
    several_pages: "Several pages",
    tiles: "Poster in tiles",
    across: label("Pages across", "Spread the period over this many pages from left to right"),
    copy: label("Copy picture", "Put the picture on the clipboard"),
    save: label("Save…", "Choose a file and write the picture to it"),
    cancel: label("Cancel", "Close without writing anything (Esc)"),
    copied: "Picture copied",
    copying: "Copying the picture…",
    not_copied: "The picture was not copied",
    cancelled: |name| format!("{name} was not saved"),
    writing: |name| format!("Saving {name}…"),
    missing_letters: |letters| format!("No font has these characters: {letters}"),
    not_accessible: "The PDF does not meet every requirement for screen readers (PDF/UA)",
    untitled: "Timeline",
    status_on: |day| format!("Status on {day}"),
    data: |parts| format!("Data: {parts}"),
    version_of: |day| format!("as of {day}"),
    sources_at_end: |n| format!("{}, listed at the end", counted(n, "source")),
    sources_below: |n| counted(n, "source"),
    more_sources: |n| format!("and {n} more, in the dataset"),
    table: "Events and statements",
    event: "Event",
    sources: "Sources",
    rows_left_out: |n| format!("{} not listed", counted(n, "more row")),
    page: |page, pages| format!("{page} / {pages}"),
    small_letters: |points| {
        format!(
            "Lane names would be only {points:.1} points high. Choose larger paper, fewer lanes or several pages"
        )
    },
    tile: |[row, rows], [column, columns]| format!("Row {row} of {rows}, column {column} of {columns}"),
};
