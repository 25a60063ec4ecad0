//! What is wrong with a query.

/// The fields of a query, as they are typed before a colon.
pub const QUERY_FIELDS: [&str; 7] = ["treaty", "party", "type", "speaker", "tag", "after", "before"];

/// Why a part of a query cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryProblem {
    /// There is no field of this name.
    NoField(String),
    /// The value of a field of dates is not a date.
    NoDate(String),
    /// The query has no word: it consists of marks or emoji.
    NoWords,
    /// The query is too long; only its first words are searched.
    TooLong,
}
