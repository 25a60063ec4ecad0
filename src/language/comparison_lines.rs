//! What differs between two datasets, line by line, in each language.

use std::fmt::Write as _;

use crate::compare::{Change, ChangeKind, Comparison, FieldChange};

use super::compare::ComparisonWords;
use super::{Language, english, russian};

impl Language {
    fn comparison_words(self) -> &'static ComparisonWords {
        match self {
            Self::English => &english::compare::COMPARISON,
            Self::Russian => &russian::compare::COMPARISON,
        }
    }

    /// How much differs, in one line.
    pub fn comparison_summary(self, comparison: &Comparison) -> String {
        (self.comparison_words().summary)(comparison.counts())
    }

    /// A difference in one line: its sign, what it is, its id, what it is called.
    pub fn change_line(self, change: &Change) -> String {
        let words = self.comparison_words();
        let (sign, more) = match &change.kind {
            ChangeKind::Added => ('+', String::new()),
            ChangeKind::Removed => ('-', String::new()),
            ChangeKind::Renamed(was) => ('~', format!(", {}", (words.renamed_from)(was))),
            ChangeKind::Changed(_) => ('~', String::new()),
        };
        let id = if change.key.is_empty() { String::new() } else { format!(" {}", change.key) };
        format!("{sign} {}{id}: {}{more}", (words.item)(change.table), change.title)
    }

    /// A field that differs: `field: before → after`, or the words that differ where they were asked for
    /// ([`FieldChange::differing_words`]).
    pub fn field_line(self, field: &FieldChange, differing_words: Option<&str>) -> String {
        let words = self.comparison_words();
        let name = (words.field)(field.field);
        let quoted =
            |text: &str| if text.is_empty() { words.nothing.to_owned() } else { (words.quoted)(text) };
        match differing_words {
            Some(differing) => format!("{name}: {differing}"),
            None => format!("{name}: {} → {}", quoted(&field.before), quoted(&field.after)),
        }
    }

    /// The whole comparison as a changelog: what belongs to no treaty, then treaty by treaty, and how much it is.
    pub fn changelog(self, comparison: &Comparison) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _written = self.write_changelog(comparison, &mut text);
        text
    }

    fn write_changelog(self, comparison: &Comparison, out: &mut String) -> std::fmt::Result {
        for (treaty, changes) in comparison.by_treaty() {
            if let Some(treaty) = treaty {
                writeln!(out, "{treaty}")?;
            }
            let indent = if treaty.is_some() { "  " } else { "" };
            for change in changes {
                writeln!(out, "{indent}{}", self.change_line(change))?;
                if let ChangeKind::Changed(fields) = &change.kind {
                    for field in fields {
                        let line = self.field_line(field, field.differing_words().as_deref());
                        writeln!(out, "{indent}    {line}")?;
                    }
                }
            }
            writeln!(out)?;
        }
        writeln!(out, "{}", self.comparison_summary(comparison))
    }
}
