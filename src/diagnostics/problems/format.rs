//! What is wrong with JSON or XML of another program, beside what can be wrong with any entry.

use super::JsonKind;

/// An entry that becomes nothing or less than was meant, or a file in which nothing can be read. Texts are shortened, and
/// safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatProblem {
    /// Where an entry should be there is something else.
    NoEntry(JsonKind),
    /// The date counts in units of geology, or lies beyond the years that can be shown.
    DeepTime(String),
    /// The entry has no words that are quoted.
    EntryWithoutQuotation,
    /// The entry is of this type, which is no event.
    NoEvent(String),
    /// So many entries say what an earlier one says; each is shown once.
    Repeated(usize),
    /// A map whose places have no times.
    MapWithoutTimes,
    /// XML that cannot be read further; what its reader says.
    Xml(String),
    /// This is nested too deeply.
    TooDeep,
    /// JSON of no shape that is read.
    UnknownShape {
        /// What is in it: names and what each holds.
        seen: Vec<Seen>,
        /// The known shapes that have some of these names, by name.
        near: Vec<&'static str>,
    },
}

/// A value at the top of a JSON file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its name; empty for the file as a whole.
    pub name: String,
    /// What it is.
    pub kind: JsonKind,
    /// How many entries it has, for lists and objects.
    pub entries: Option<usize>,
}
