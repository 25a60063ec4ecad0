//! The fields of one record: texts cleaned, dates read, ids resolved, and a place for what is wrong with them.

use crate::diagnostics::Span;
use crate::domain::EdtfDate;

use super::json::Step::{self, Item, Key};
use super::native::{Reader, Row, shortened};
use super::resolve::Ids;
use super::rule::Rule;

/// A title or name longer than this is a mistake more often than a title.
const LONG_TITLE_CHARS: usize = 400;

/// What a date looks like, for the help of messages.
const DATE_HELP: &str = "write year-month-day: 2019-08-02, 2019-08, 2019, 1984~, 198X, 2011-02-05/2026-02-04 or [2019-02-01,2019-02-02]";

/// Everything ids can lead to.
pub(super) struct Known<'a> {
    pub(super) parties: Ids<'a>,
    pub(super) speakers: Ids<'a>,
    pub(super) treaties: Ids<'a>,
    pub(super) sources: Ids<'a>,
    pub(super) events: Ids<'a>,
}

/// A record while its fields are read: where messages go, and the place of each field.
pub(super) struct Fields<'r, 'a, 's, 'w, T> {
    pub(super) row: &'r Row<'a, T>,
    pub(super) reader: &'w mut Reader<'a, 's>,
}

impl<T> Fields<'_, '_, '_, '_, T> {
    pub(super) fn span(&self, path: &[Step<'_>]) -> Span {
        self.row.span(self.reader.text, path)
    }

    pub(super) fn report(&mut self, rule: Rule, path: &[Step<'_>], message: String, help: &str) {
        let span = self.span(path);
        self.reader.report(rule, span, message, help);
    }

    pub(super) fn text(&mut self, value: &str, path: &[Step<'_>]) -> Box<str> {
        let (text, was_dirty) = clean(value);
        if was_dirty {
            let message =
                "the text holds control characters or direction marks; they are not shown".to_owned();
            self.report(Rule::ControlCharacters, path, message, "delete them");
        }
        text.into()
    }

    /// A text that stands on one line.
    pub(super) fn title(&mut self, value: &str, path: &[Step<'_>]) -> Box<str> {
        if value.len() > LONG_TITLE_CHARS && value.chars().count() > LONG_TITLE_CHARS {
            let message =
                format!("the title has {} characters and will be cut on screen", value.chars().count());
            self.report(Rule::LongText, path, message, "keep titles short and put the rest into \"summary\"");
        }
        let text = self.text(value, path);
        if text.contains('\n') { text.replace('\n', " ").into() } else { text }
    }

    pub(super) fn optional(&mut self, value: Option<&str>, key: &str) -> Option<Box<str>> {
        value.map(|value| self.text(value, &[Key(key)]))
    }

    pub(super) fn date(&mut self, value: Option<&str>, path: &[Step<'_>]) -> Option<EdtfDate> {
        let (row, text) = (self.row, self.reader.text);
        parse_date(value?, || row.span(text, path), self.reader)
    }

    pub(super) fn find(&mut self, ids: &Ids<'_>, id: Option<&str>, path: &[Step<'_>]) -> Option<usize> {
        let (row, text) = (self.row, self.reader.text);
        ids.find(id?, || row.span(text, path), self.reader)
    }

    pub(super) fn find_all(&mut self, ids: &Ids<'_>, list: &[String], key: &str) -> Vec<usize> {
        let entries = list.iter().enumerate();
        entries.filter_map(|(i, id)| self.find(ids, Some(id), &[Key(key), Item(i)])).collect()
    }
}

/// A date, or a message that says what is wrong with it.
pub(super) fn parse_date(
    text: &str,
    span: impl FnOnce() -> Span,
    reader: &mut Reader<'_, '_>,
) -> Option<EdtfDate> {
    match EdtfDate::parse(text) {
        Ok(date) => Some(date),
        Err(err) => {
            reader.report(Rule::BadDate, span(), format!("\"{}\" {err}", shortened(text)), DATE_HELP);
            None
        }
    }
}

/// `text` without what would hide or reorder it on screen, and whether there was any.
pub(super) fn clean(text: &str) -> (String, bool) {
    let hides = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    if !text.contains(hides) {
        return (text.to_owned(), false);
    }
    let shown = text.chars().filter_map(|c| match c {
        '\t' => Some(' '),
        c if hides(c) => None,
        c => Some(c),
    });
    // A tab or a carriage return is a slip of the editor, not an attempt to hide something.
    let harmless = |c: char| matches!(c, '\t' | '\r') || !hides(c);
    (shown.collect(), !text.chars().all(harmless))
}
