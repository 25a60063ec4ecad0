//! What can be wrong with a file, as data: each language has its own words for it, and for what to do.

mod consistency;
mod date_advice;
mod entry;
mod file;
mod format;
mod lane;
mod record;
mod shape;
mod syntax;
mod table;

pub use consistency::ConsistencyProblem;
pub use date_advice::DateAdvice;
pub use entry::EntryProblem;
pub use file::{Exporter, FileKind, FileProblem, GlyphKind, Remedy, Separator};
pub use format::{FormatProblem, Seen};
pub use lane::{LaneProblem, LaneValue};
pub use record::{MissingPart, RecordProblem, RelationProblem, Suggestion};
pub use shape::{FormatHint, JsonKind, Location, ShapeProblem};
pub use syntax::{SyntaxProblem, TokenProblem, Unfinished};
pub use table::TableProblem;

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file as a whole: its encoding, its kind, its characters.
    File(FileProblem),
    /// The text is not JSON.
    Syntax(SyntaxProblem),
    /// A value has another shape than the format gives it.
    Shape(ShapeProblem),
    /// A record cannot be read as it is written, or only in part.
    Record(RecordProblem),
    /// Records contradict one another or the law, or are left over.
    Consistency(ConsistencyProblem),
    /// A record of bulk lanes.
    Lane(LaneProblem),
    /// A cell or a row of somebody's table.
    Table(TableProblem),
    /// An entry of a calendar, a list of dated lines or a bibliography.
    Entry(EntryProblem),
    /// A file of another program, or an entry of it.
    Format(FormatProblem),
}

macro_rules! from_families {
    ($($family:ident: $problem:ident),*) => {
        $(impl From<$problem> for Problem {
            fn from(problem: $problem) -> Self {
                Self::$family(problem)
            }
        })*
    };
}

from_families!(
    File: FileProblem,
    Syntax: SyntaxProblem,
    Shape: ShapeProblem,
    Record: RecordProblem,
    Consistency: ConsistencyProblem,
    Lane: LaneProblem,
    Table: TableProblem,
    Entry: EntryProblem,
    Format: FormatProblem
);

/// A table of the native format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// States and organisations.
    Parties,
    /// Who is quoted.
    Speakers,
    /// Treaties.
    Treaties,
    /// Where dates and quotations were seen.
    Sources,
    /// Events.
    Events,
    /// Quotations.
    Statements,
    /// Figures over time.
    Series,
    /// Lists of parties' acts.
    Acts,
}

impl Table {
    /// The name of its field in a file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Parties => "parties",
            Self::Speakers => "speakers",
            Self::Treaties => "treaties",
            Self::Sources => "sources",
            Self::Events => "events",
            Self::Statements => "statements",
            Self::Series => "series",
            Self::Acts => "acts",
        }
    }
}

/// What a problem costs: what of the file is not read because of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// A link is left out.
    Link,
    /// The event is left out.
    Event,
    /// One of an event's dates is left out.
    Date,
    /// A clause of a treaty is left out.
    Clause,
    /// The series is left out.
    Series,
    /// One figure of a series is left out.
    Figure,
    /// The statement is left out.
    Statement,
    /// An act of a list is left out.
    Act,
    /// A list of acts is left out.
    ActList,
    /// The value is not shown.
    NotShown,
}
