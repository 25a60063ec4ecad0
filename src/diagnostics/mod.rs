//! Saying precisely what is wrong with a text, and where.
//!
//! Architecture Invariant: this room knows texts, lines, columns and problems as data. It holds no sentences: `language`
//! words them.

mod diagnostic;
mod edit_problem;
mod grid;
mod image_problem;
mod open_error;
mod printable;
mod problems;
mod query_problem;
mod report;
mod rule;
mod sink;
mod source;
mod span;
mod style_problem;
mod surroundings;
mod view_link;
mod write_problem;

pub use crate::text::hides_text;
pub use diagnostic::{Diagnostic, Severity};
pub use edit_problem::EditProblem;
pub use grid::{CellPosition, Grid, GridRow, letters};
pub use image_problem::ImageProblem;
pub use open_error::{CompareError, EndedBy, Failure, MemoryShortage, OpenError};
pub use printable::{
    is_invisible, printable, printable_json, printable_line, shown_file_name, shown_name, shown_path,
};
pub use problems::{
    ConsistencyProblem, Cost, DateAdvice, EntryProblem, Exporter, FileKind, FileProblem, FormatHint,
    FormatProblem, GlyphKind, JsonKind, LaneProblem, LaneValue, Location, MissingPart, Problem,
    RecordProblem, RelationProblem, Remedy, Seen, Separator, ShapeProblem, Suggestion, SyntaxProblem, Table,
    TableProblem, TokenProblem, Unfinished,
};
pub use query_problem::{QUERY_FIELDS, QueryProblem};
pub use report::Report;
pub use rule::Rule;
pub use sink::{Finding, Sink};
pub use source::SourceFile;
pub use span::Span;
pub use style_problem::StyleProblem;
pub use surroundings::Surroundings;
pub use view_link::{ViewLinkNote, ViewLinkProblem};
pub use write_problem::WriteProblem;
