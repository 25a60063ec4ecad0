//! Saying precisely what is wrong with a text, where, and what to do about it.
//!
//! Architecture Invariant: this room knows texts, lines and columns; it knows nothing of treaties.

mod diagnostic;
mod printable;
mod render;
mod report;
mod source;
mod write_problem;

pub use crate::text::hides_text;
pub use diagnostic::{Diagnostic, Severity, Sink};
pub use printable::{printable, printable_json, printable_line, shown_file_name, shown_name, shown_path};
pub use render::{counted, summary};
pub use report::{Problem, Report};
pub use source::{SourceFile, Span};
pub use write_problem::WriteProblem;
