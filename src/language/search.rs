//! The search field and its results.

use crate::diagnostics::QueryProblem;

use super::text::{WithCount, WithName, texts};

texts! {
    /// The search field and its results.
    Search {
        /// What a screen reader calls the search field.
        search: &'static str,
        /// The button that clears the search field.
        clear: &'static str,
        /// In the empty search field.
        hint: &'static str,
        /// The tooltip of the search field: the query language.
        help: &'static str,
        /// The query, which nothing matches.
        no_results: WithName,
        /// In place of results: the number of treaties shown, none of which has one, and of results that are hidden.
        only_elsewhere: fn(usize, usize) -> String,
        /// Over results: how many there are here, and how many are hidden.
        here_and_elsewhere: fn(usize, usize) -> String,
        /// A link: search in what is hidden too.
        everywhere: &'static str,
        /// Over results that match a part of the query only.
        partial_results: &'static str,
        /// What a screen reader calls a button over the results: a tag that may be meant.
        offered_tag: WithName,
        /// The number of results.
        results: WithCount,
        /// Which result is selected (from 1) of how many.
        result_of: fn(usize, usize) -> String,
        /// What is wrong with the query.
        problem: fn(&QueryProblem) -> String,
    }
}
