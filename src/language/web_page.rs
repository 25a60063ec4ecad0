//! The exported page: the words of its controls. What it says of the record comes from the tables of those features.

use super::text::{Label, texts};
use super::{Language, english, russian};

texts! {
    /// The exported page. In its texts `{0}` and `{1}` stand for what the page fills in.
    Page {
        /// For screen readers: the timeline; `{0}` is the time on the screen.
        chart: &'static str,
        /// For screen readers: how to move about in the timeline.
        chart_help: &'static str,
        /// The field in which one searches, and its placeholder.
        search: &'static str,
        /// In place of results.
        no_hits: &'static str,
        /// A number of results: one, few, many.
        hits: [&'static str; 3],
        /// A number of lanes.
        lanes: [&'static str; 3],
        /// A number of events.
        events: [&'static str; 3],
        /// A number of statements.
        statements: [&'static str; 3],
        /// A number of sources.
        sources: [&'static str; 3],
        /// The button that zooms in: its sign is `+`.
        zoom_in: &'static str,
        /// The button that zooms out: its sign is `−`.
        zoom_out: &'static str,
        /// The button that shows the whole period: its name, and what it does.
        whole: Label,
        /// The button that changes between light and dark.
        dark: &'static str,
        /// The button that opens and closes the panel.
        panel: &'static str,
        /// The button that closes the panel.
        close: &'static str,
        /// For screen readers: the panel beside the timeline.
        side: &'static str,
        /// A tab: the details of what is selected, or of the page.
        details: &'static str,
        /// A tab: everything as a list.
        list: &'static str,
        /// A tab: what a search found.
        results: &'static str,
        /// A tab: the steps through the page.
        trail: &'static str,
        /// Between the buttons of the steps: the step `{0}` of `{1}`.
        step_of: &'static str,
        /// A button: the step before.
        previous: &'static str,
        /// A button: the next step.
        next: &'static str,
        /// A button: the steps in full screen, in large type.
        stage: &'static str,
        /// Behind a source: the copy in an archive.
        archived: &'static str,
        /// A button under a list: `{0}` more.
        more: &'static str,
        /// A heading over the legend.
        legend: &'static str,
        /// A heading over the keys.
        keys: &'static str,
        /// The keys, each with what it does.
        key_list: &'static [(&'static str, &'static str)],
        /// A heading over the link to the view, with which the program draws it again.
        cite: &'static str,
        /// The page shows a part of its dataset, because lanes are hidden or a filter is set.
        partial: &'static str,
        /// At the foot of the page: what made it.
        made_with: &'static str,
        /// In place of the page where scripts do not run.
        no_script: &'static str,
        /// A heading over the words of officials.
        statements_heading: &'static str,
        /// A heading over events.
        events_heading: &'static str,
        /// A heading over what a statement is about.
        about: &'static str,
        /// A heading over sources.
        sources_heading: &'static str,
    }
}

impl Language {
    /// The words of the exported page.
    pub fn page(self) -> &'static Page {
        match self {
            Self::English => &english::web_page::PAGE,
            Self::Russian => &russian::web_page::PAGE,
        }
    }
}
