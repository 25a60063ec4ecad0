//! English: the search field and its results.

use crate::diagnostics::{QUERY_FIELDS, QueryProblem, counted};
use crate::language::search::Search;

pub(super) const SEARCH: Search = Search {
    search: "Search",
    hint: "Search treaties, events, quotes…",
    help: "Words, \"phrases\", -without, and fields: treaty:INF party:RUS type:suspended speaker:Ryabkov after:2018 before:2021-06",
    no_results: |text| format!("Nothing found for {text}"),
    partial_results: "Nothing has all of these words; this has most of them:",
    results: |n| counted(n, "hit"),
    result_of: |place, of| format!("{place} of {of}"),
    problem: |problem| match problem {
        QueryProblem::NoField(name) => {
            format!("There is no field “{name}”; there are {}", QUERY_FIELDS.join(", "))
        }
        QueryProblem::NoDate(text) => format!("“{text}” is no date: write 2018, 2018-06 or 2018-06-30"),
        QueryProblem::NoWords => "Marks and emoji are not searched: type a word or a number".to_owned(),
        QueryProblem::TooLong => "Too long: the first words are looked for".to_owned(),
    },
};
