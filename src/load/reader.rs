//! The state of reading a file of the native format: its tables, the text that places refer to, and the problems.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::value::RawValue;

use crate::diagnostics::{Problem, Rule, ShapeProblem, Sink, Span, Table, hides_text};

use super::json::PathStep;
use super::position::Position;
use super::records::{
    ActsRecord, EventRecord, Extra, PartyRecord, SeriesRecord, SourceRecord, SpeakerRecord, StatementRecord,
    TreatyRecord,
};

/// A record with the place it was read from.
pub(super) struct Row<'a, T> {
    pub(super) record: T,
    pub(super) place: Position<'a>,
}

impl<T> Row<'_, T> {
    /// The span of the value at `path` in this record.
    pub(super) fn span(&self, text: &str, path: &[PathStep<'_>]) -> Span {
        self.place.span(text, path)
    }
}

/// The rows that are marked as kept.
pub(super) fn kept<'r, 'a, T>(
    rows: &'r [Row<'a, T>],
    kept: &'r [bool],
) -> impl Iterator<Item = &'r Row<'a, T>> {
    std::iter::zip(rows, kept).filter_map(|(row, &kept)| kept.then_some(row))
}

/// The tables of a file, each record parsed.
#[derive(Default)]
pub(super) struct Tables<'a> {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) license: String,
    pub(super) checked_on: Option<(String, Span)>,
    pub(super) version: String,
    pub(super) released: Option<(String, Span)>,
    pub(super) previous: String,
    /// Whether dates of events may stand without a source.
    pub(super) is_unsourced: bool,
    /// Whether they come from another format than the program's own: then nobody is asked for what that format has no place
    /// for, as the office of a speaker, a notice before a withdrawal, or a use for each party.
    pub(super) is_foreign: bool,
    pub(super) parties: Vec<Row<'a, PartyRecord>>,
    pub(super) speakers: Vec<Row<'a, SpeakerRecord>>,
    pub(super) treaties: Vec<Row<'a, TreatyRecord>>,
    pub(super) sources: Vec<Row<'a, SourceRecord>>,
    pub(super) events: Vec<Row<'a, EventRecord>>,
    pub(super) statements: Vec<Row<'a, StatementRecord>>,
    pub(super) series: Vec<Row<'a, SeriesRecord>>,
    pub(super) acts: Vec<Row<'a, ActsRecord>>,
    pub(super) lost: Lost,
}

/// What could not be read and has been reported: links to it are not reported again.
#[derive(Default)]
pub(super) struct Lost {
    pub(super) ids: HashSet<String>,
    /// Tables with records of unknown id.
    pub(super) tables: Vec<Table>,
}

/// The fields of the file's top-level object.
pub(super) type TopLevel<'a> = Vec<(Cow<'a, str>, &'a RawValue)>;

/// Maximum length of a title; longer ones are cut on any screen.
pub(super) const MAX_TITLE_CHARS: usize = 400;

/// Collects problems, with places in the text.
pub(super) struct Reader<'a, 's> {
    pub(super) text: &'a str,
    pub(super) sink: &'s mut Sink,
}

impl Reader<'_, '_> {
    /// Reports a breach of `rule`. Its place is determined only if the breach will be listed: in a large broken file
    /// most are only counted.
    pub(super) fn report<P: Into<Problem>>(
        &mut self,
        rule: Rule,
        span: impl FnOnce() -> Span,
        problem: impl FnOnce() -> P,
    ) {
        if self.sink.is_full(rule.severity()) {
            self.sink.count_one_more(rule.severity());
        } else {
            self.sink.push(rule.breach(Some(span()), problem()));
        }
    }

    /// Warns of a name or title too long for any screen; `start` is where it begins.
    pub(super) fn warn_long(&mut self, title: &str, start: impl FnOnce() -> usize) {
        if title.len() > MAX_TITLE_CHARS && title.chars().count() > MAX_TITLE_CHARS {
            let problem = || ShapeProblem::LongText(title.chars().count());
            self.report(Rule::LongText, || Span::at(start()), problem);
        }
    }

    /// Warns of a text that was cleaned.
    pub(super) fn warn_dirty(&mut self, span: impl FnOnce() -> Span) {
        self.report(Rule::ControlCharacters, span, || ShapeProblem::ControlCharacters);
    }
}

/// A text shortened for a message, without what would control a terminal or hide text.
pub(super) fn shortened(text: &str) -> String {
    const MAX_CHARS: usize = 120;
    let shown = |c: char| if hides_text(c) || c == '\n' { '\u{fffd}' } else { c };
    let mut short: String = text.chars().take(MAX_CHARS).map(shown).collect();
    if text.len() > MAX_CHARS && text.chars().nth(MAX_CHARS).is_some() {
        short.push('…');
    }
    short
}

/// A record that keeps the fields it does not know.
pub(super) trait HasExtra {
    fn extra(&self) -> &Extra;
}

macro_rules! has_extra {
    ($($record:ty),*) => {
        $(impl HasExtra for $record {
            fn extra(&self) -> &Extra {
                &self.extra
            }
        })*
    };
}

has_extra!(
    PartyRecord,
    SpeakerRecord,
    TreatyRecord,
    SourceRecord,
    EventRecord,
    StatementRecord,
    SeriesRecord,
    ActsRecord
);
