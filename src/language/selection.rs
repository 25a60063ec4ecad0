//! The details of what is selected, menus of items, and what is copied of them.

use crate::diagnostics::ImageProblem;
use crate::domain::{Confidence, Nature, Period};

use super::text::{WithCount, WithName, texts};

texts! {
    /// The details of what is selected, menus of items, and what is copied of them.
    Selection {
        /// In menus: copy the words of a statement.
        copy_quote: &'static str,
        /// In menus: copy a reference to a source.
        copy_citation: &'static str,
        /// Under a list of selected items: copy a reference to each.
        copy_citations: &'static str,
        /// In menus: open the source's address in the browser.
        open_source: &'static str,
        /// A link under a quotation: open its source in the browser, at the quotation.
        open_at_quotation: &'static str,
        /// A link under a quotation: copy a reference to it.
        cite: &'static str,
        /// A link beside a source: open its address in the browser.
        open: &'static str,
        /// A link under a translated quotation: show the words in the language of the original.
        original: &'static str,
        /// The link back from the original to the translation.
        translation: &'static str,
        /// Under a quotation that is a translation, whoever made it.
        translated: &'static str,
        /// Under a quotation in a foreign language, which is named: there is no translation.
        untranslated: WithName,
        /// Under a quotation, in place of its date and occasion: they are those of the quotation above.
        same_occasion_as_above: &'static str,
        /// For screen readers: a box that adds the named statement to the multi-selection.
        tick: WithName,
        /// The number of selected items, above a list of quotations.
        selected: WithCount,
        /// A link that copies the selected quotations, each with its reference.
        copy_with_citations: &'static str,
        /// The order of quotations about a treaty: grouped by party.
        by_party: &'static str,
        /// The order of a speaker's quotations: grouped by treaty.
        by_treaty: &'static str,
        /// The order of quotations: by date.
        by_date: &'static str,
        /// The heading over quotations that were made for no party.
        for_no_party: &'static str,
        /// The heading over quotations that are about no treaty.
        about_no_treaty: &'static str,
        /// Over the name of a speaker.
        speaker: &'static str,
        /// For screen readers: a link that lists all that the named speaker said.
        all_by: WithName,
        /// Under a statement: a link that lists all that its speaker said, with the number.
        all_by_counted: fn(&str, usize) -> String,
        /// For screen readers: the row of tabs.
        tabs: &'static str,
        /// A tab of the details of a treaty.
        tab_quotations: &'static str,
        /// A tab of the details of a treaty.
        tab_events: &'static str,
        /// A tab of the details of a treaty.
        tab_parties: &'static str,
        /// A tab of the details of a treaty.
        tab_sources: &'static str,
        /// A tab of the details of a treaty.
        tab_terms: &'static str,
        /// Since when a treaty is in force, or from when it was: whether it has ended.
        in_force: fn(Nature, &str, bool) -> String,
        /// After that: the first day on which it was in force no more.
        ended: WithName,
        /// A number of whole years, behind the dates of force.
        years: WithCount,
        /// Since when a treaty is suspended.
        suspended_since: WithName,
        /// From when a treaty was suspended until its end.
        suspended_from: WithName,
        /// From when until when a treaty was suspended; the second is the first day on which it was not.
        suspended_until: fn(&str, &str) -> String,
        /// The day of the status of each party.
        status_on: WithName,
        /// The field in which a party is looked for, in a long list of them.
        find_party: &'static str,
        /// In its place when no party has that name.
        no_party_found: &'static str,
        /// Over that list: acts of which there is no event are those of this list, which follows, seen on a day.
        acts_listed: fn(Option<&str>) -> String,
        /// Over that list: what the list of acts does not give.
        list_lacks: WithName,
        /// Behind an event: the phase that it began in law, for all or for a party.
        legal_change: fn(&str, Option<&str>) -> String,
        /// For screen readers: the title of a related item, which a click selects.
        go_to: WithName,
        /// Under a quotation: the named language of the original.
        in_original: WithName,
        /// Under a quotation: who translated it.
        translated_by: WithName,
        /// In a reference: the day on which a source was read.
        accessed: WithName,
        /// The heading over the party whose act an event was.
        acting_party: &'static str,
        /// The heading over the parties of a treaty.
        parties: &'static str,
        /// The heading over the depositaries of a treaty.
        depositaries: &'static str,
        /// In place of parties that the dataset does not name.
        not_recorded: &'static str,
        /// A party, and the state whose rights it continues.
        successor_to: fn(&str, &str) -> String,
        /// The heading over the statements about an event, with their number.
        linked_statements: WithCount,
        /// Behind a date on which sources differ.
        disputed: &'static str,
        /// The heading over the dates that different sources give.
        claims: &'static str,
        /// Under the date of an event, in a dataset that names no sources.
        no_source: &'static str,
        /// Under a date that the file gives by its relation to other events: the titles of the one before and the one after,
        /// and how far from the first of the two that is given it is at most.
        relation: fn(Option<&str>, Option<&str>, Option<Period>) -> String,
        /// How well an event is attested, behind its date.
        confidence: fn(Confidence) -> &'static str,
        /// The heading over the tags of an event.
        tags: &'static str,
        /// The heading over what a file says of an item in columns of its own.
        own_fields: &'static str,
        /// One of these: its name and its text.
        own_field: fn(&str, &str) -> String,
        /// A link that opens the page of an event in the browser.
        open_page: &'static str,
        /// A link that opens the picture of an event in another program.
        open_picture: &'static str,
        /// What a screen reader says of the picture of an event, by its title.
        picture: WithName,
        /// In the place of the picture while it is read.
        picture_loading: &'static str,
        /// In the place of a picture that is not shown.
        picture_problem: fn(ImageProblem) -> &'static str,
        /// In the status bar: no program opened a picture, whose path is on the clipboard.
        no_viewer: &'static str,
        /// The heading over the previous and the next event of the treaty.
        neighbours: &'static str,
        /// The heading over the statements about the named treaty just before and after a statement.
        neighbouring_statements: WithName,
        /// The heading over other items of the same cluster, with their number.
        in_cluster: WithCount,
        /// The heading over events that an event completes or responds to.
        related: &'static str,
        /// Over the title of a statement.
        statement: &'static str,
        /// The heading over what the record says of the claims of a statement.
        against_record: &'static str,
        /// The heading over the events and treaties that a statement is about, with their number.
        about: WithCount,
        /// In place of them.
        about_nothing: &'static str,
        /// The heading over other statements of the same occasion, with their number.
        same_occasion: WithCount,
        /// Over the name of a treaty: its category.
        treaty_in: WithName,
        /// The heading over how much notice withdrawal from a treaty takes.
        withdrawal: &'static str,
        /// The heading over how long a treaty lasts by its text.
        duration: &'static str,
        /// The heading over other names of a treaty.
        also_called: &'static str,
        /// The heading over treaties that are related to this one.
        related_treaties: &'static str,
        /// The heading over the events of a treaty, with their number.
        events_heading: WithCount,
        /// The heading over the statements about a treaty, with their number.
        statements_heading: WithCount,
        /// The heading over the sources of an item, with their number.
        sources_heading: WithCount,
        /// Under a list that is cut short: how many items were left out, in words.
        and_more: WithName,
        /// The same, where the others can be found on the timeline.
        and_more_on_timeline: WithCount,
        /// Words in the quotation marks of the language.
        quotation: WithName,
        /// The heading over several selected items, with their number.
        several_heading: WithCount,
        /// Under it: the time from the earliest of several items to the latest.
        time_across: WithName,
        /// Under it, and in the status bar: the time between two items.
        time_between: WithName,
        /// In the menu of an item: how much time is between the selected item and this one.
        measure: &'static str,
        /// A button that clears the multi-selection.
        clear: &'static str,
        /// How to select more items, or fewer.
        several_help: &'static str,
        /// The length of the selected time range in days.
        days: WithCount,
        /// The same where it is longer than a month: in years, months and days, then in days.
        length: fn(&str, usize) -> String,
        /// Under the heading of a time range: how many events and statements of it the filter hides; not both numbers are 0.
        hidden_by_filter: fn(usize, usize) -> String,
        /// A button that zooms to the selected time range.
        zoom_to_range: &'static str,
        /// In the status bar.
        quote_copied: &'static str,
        /// In the status bar.
        citation_copied: &'static str,
        /// In the status bar: how many references were copied.
        citations_copied: WithCount,
        /// In the status bar: how many items can be selected at once.
        too_many_selected: WithCount,
        /// In the status bar: how many items of one moment the details panel lists.
        cluster_listed: WithCount,
        /// In the status bar: a source could not be opened.
        no_browser: &'static str,
    }
}
