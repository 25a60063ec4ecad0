//! The fields of one record: texts cleaned, dates read, ids resolved, and problems located.

use std::collections::HashSet;
use std::path::{Component, Path};

use crate::diagnostics::{Cost, Problem, RecordProblem, Rule, Span, hides_text};
use crate::domain::{EdtfDate, EdtfError, NamedText};
use crate::records::{DateField, NamedTexts};

use super::date_advice::advice;
use super::json::PathStep::{self, Item, Key};
use super::look_alikes::{Alike, LookAlikes};
use super::reader::{Reader, Row, shortened};
use super::resolve::Ids;

/// Everything that ids can refer to.
pub(super) struct Known<'a> {
    pub(super) parties: Ids<'a>,
    pub(super) speakers: Ids<'a>,
    pub(super) treaties: Ids<'a>,
    pub(super) sources: Ids<'a>,
    pub(super) events: Ids<'a>,
    /// Whether dates of events may stand without a source.
    pub(super) is_unsourced: bool,
}

/// A record while its fields are read, with its path and the collector of problems.
pub(super) struct Fields<'r, 'a, 's, 'w, T> {
    pub(super) row: &'r Row<'a, T>,
    pub(super) reader: &'w mut Reader<'a, 's>,
}

impl<T> Fields<'_, '_, '_, '_, T> {
    pub(super) fn report<P: Into<Problem>>(
        &mut self,
        rule: Rule,
        path: &[PathStep<'_>],
        problem: impl FnOnce() -> P,
    ) {
        let (row, text) = (self.row, self.reader.text);
        self.reader.report(rule, || row.span(text, path), problem);
    }

    pub(super) fn text(&mut self, value: &str, path: &[PathStep<'_>]) -> Box<str> {
        let (shown, was_dirty) = clean(value);
        if was_dirty {
            let (row, text) = (self.row, self.reader.text);
            self.reader.warn_dirty(|| row.span(text, path));
        }
        shown.into()
    }

    /// A text on one line.
    pub(super) fn title(&mut self, value: &str, path: &[PathStep<'_>]) -> Box<str> {
        let (row, whole) = (self.row, self.reader.text);
        self.reader.warn_long(value, || row.span(whole, path).start);
        let text = self.text(value, path);
        if text.contains('\n') { text.replace('\n', " ").into() } else { text }
    }

    pub(super) fn optional(&mut self, value: Option<&str>, key: &str) -> Option<Box<str>> {
        value.map(|value| self.text(value, &[Key(key)]))
    }

    /// The texts of a record in columns of its own, without the empty ones.
    pub(super) fn named_texts(&mut self, texts: &NamedTexts) -> Box<[NamedText]> {
        let mut named = Vec::with_capacity(texts.0.len());
        for (name, text) in &texts.0 {
            let path = [Key("fields"), Key(name)];
            let (name, text) = (self.title(name, &path), self.text(text, &path));
            if !text.trim().is_empty() {
                named.push(NamedText { name, text });
            }
        }
        named.into()
    }

    /// A path to a file in the data file's folder or below; empty if it leads elsewhere, which is reported.
    pub(super) fn inner_path(&mut self, value: Option<&str>, key: &str) -> Box<str> {
        // Cleaned first: hidden characters must not disguise a path out of the folder.
        let path = self.optional(value, key).unwrap_or_default();
        if leaves_folder(&path) {
            self.report(Rule::DocumentOutside, &[Key(key)], || {
                RecordProblem::DocumentOutside(shortened(&path))
            });
            return Box::default();
        }
        path
    }

    /// A date; `cost` says what is left out if it cannot be read.
    pub(super) fn date(
        &mut self,
        value: Option<&str>,
        path: &[PathStep<'_>],
        cost: Cost,
    ) -> Option<EdtfDate> {
        let (row, text) = (self.row, self.reader.text);
        parse_date(value?, || row.span(text, path), cost, self.reader)
    }

    /// The index that an id refers to; `cost` says what is left out if it is unknown.
    pub(super) fn find(
        &mut self,
        ids: &Ids<'_>,
        id: Option<&str>,
        path: &[PathStep<'_>],
        cost: Cost,
    ) -> Option<usize> {
        let (row, text) = (self.row, self.reader.text);
        ids.find(id?, || row.span(text, path), cost, self.reader)
    }

    /// The indices that a list of ids refers to, each once.
    pub(super) fn find_all(&mut self, ids: &Ids<'_>, list: &[String], key: &str) -> Vec<usize> {
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        for (i, id) in list.iter().enumerate() {
            let path = [Key(key), Item(i)];
            let Some(index) = self.find(ids, Some(id), &path, Cost::Link) else { continue };
            if seen.insert(index) {
                found.push(index);
            } else {
                self.warn_named_twice(id, &path);
            }
        }
        found
    }

    /// Warns of a repeated entry in a list.
    pub(super) fn warn_named_twice(&mut self, id: &str, path: &[PathStep<'_>]) {
        self.report(Rule::NamedTwice, path, || RecordProblem::NamedTwice(shortened(id)));
    }

    /// Warns of a name or heading that looks like an earlier one.
    pub(super) fn warn_look_alike(&mut self, earlier: &mut LookAlikes, text: &str, key: &str) {
        if let Some(Alike { first, differs }) = earlier.earlier(text) {
            let problem =
                || RecordProblem::LookAlike { text: shortened(text), first: shortened(&first), differs };
            self.report(Rule::LookAlike, &[Key(key)], problem);
        }
    }
}

/// Whether a path leads, perhaps only on another system, out of its starting folder.
fn leaves_folder(path: &str) -> bool {
    let slashed = path.replace('\\', "/");
    let stays = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    path.contains(':') || !Path::new(&slashed).components().all(stays)
}

/// A date; an invalid one is reported.
pub(super) fn parse_date(
    text: &str,
    span: impl FnOnce() -> Span,
    cost: Cost,
    reader: &mut Reader<'_, '_>,
) -> Option<EdtfDate> {
    checked(text, EdtfDate::parse(text), span, cost, reader)
}

/// A date parsed with its record; an invalid one is reported.
pub(super) fn read_date(
    field: &DateField,
    span: impl FnOnce() -> Span,
    cost: Cost,
    reader: &mut Reader<'_, '_>,
) -> Option<EdtfDate> {
    checked(field.text(), field.date().cloned(), span, cost, reader)
}

fn checked(
    text: &str,
    date: Result<EdtfDate, EdtfError>,
    span: impl FnOnce() -> Span,
    cost: Cost,
    reader: &mut Reader<'_, '_>,
) -> Option<EdtfDate> {
    match date {
        Ok(date) => Some(date),
        Err(error) => {
            let problem = || {
                let advice = Box::new(advice(text));
                RecordProblem::BadDate { text: shortened(text), error, advice, cost }
            };
            reader.report(Rule::BadDate, span, problem);
            None
        }
    }
}

/// `text` without what would hide or reorder it on screen, and whether there was any.
pub(super) fn clean(text: &str) -> (String, bool) {
    if !text.contains(hides_text) {
        return (text.to_owned(), false);
    }
    let shown = text.chars().filter_map(|c| match c {
        '\t' => Some(' '),
        c if hides_text(c) => None,
        c => Some(c),
    });
    // A tab or a carriage return is an editor's slip, not an attempt to hide something.
    let is_harmless = |c: char| matches!(c, '\t' | '\r') || !hides_text(c);
    (shown.collect(), !text.chars().all(is_harmless))
}
