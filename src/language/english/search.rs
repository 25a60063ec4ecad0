//! English: the search field and its results.

use crate::diagnostics::{QUERY_FIELDS, QueryProblem};
use crate::language::search::Search;

use super::counted;

pub(super) const SEARCH: Search = Search {
    search: "Search",
    clear: "Clear search",
    hint: "Search treaties, events, quotations…",
    help: "Words, \"phrases\", -without, and fields: treaty:INF party:RUS type:suspended speaker:Ryabkov tag:verification after:2018 before:2021-06",
    no_results: |text| format!("No results for “{text}”"),
    only_elsewhere: |treaties, elsewhere| match treaties {
        0 => format!("Nothing found here; {elsewhere} elsewhere"),
        1 => format!("Nothing found in this treaty; {elsewhere} elsewhere"),
        n => format!("Nothing found in these {n} treaties; {elsewhere} elsewhere"),
    },
    here_and_elsewhere: |here, elsewhere| format!("{here} here, {elsewhere} elsewhere"),
    everywhere: "Search everywhere",
    partial_results: "No exact matches. Closest results:",
    offered_tag: |tag| format!("Search for the tag {tag}"),
    results: |n| counted(n, "result"),
    result_of: |index, of| format!("{index} of {of}"),
    problem: |problem| match problem {
        QueryProblem::NoField(name) => {
            format!("Unknown field “{name}”. Available fields: {}", QUERY_FIELDS.join(", "))
        }
        QueryProblem::NoDate(text) => format!("“{text}” is not a date. Use 2018, 2018-06 or 2018-06-30"),
        QueryProblem::NoWords => {
            "Punctuation and emoji cannot be searched for. Type a word or a number".to_owned()
        }
        QueryProblem::TooLong => "Query too long; only its first words are used".to_owned(),
    },
};
