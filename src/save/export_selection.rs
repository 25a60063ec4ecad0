//! What is written in another format, and what is escaped in it.

use crate::domain::{About, Dataset, Event, EventId, Statement, StatementId, Subset, TreatyId};
use crate::language::Language;

/// What is written: which part of which dataset, and in which language what is said beside the record's own words.
#[derive(Clone, Copy, Debug)]
pub struct ExportSelection<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// Which part of it.
    pub subset: &'a Subset,
    /// The language of headings, and of dates in words.
    pub language: Language,
}

impl<'a> ExportSelection<'a> {
    /// Its events, by date.
    pub(super) fn events(self) -> impl Iterator<Item = (EventId, &'a Event)> {
        self.subset.events().map(move |id| (id, self.dataset.event(id)))
    }

    /// Its statements, by date.
    pub(super) fn statements(self) -> impl Iterator<Item = (StatementId, &'a Statement)> {
        self.subset.statements().map(move |id| (id, self.dataset.statement(id)))
    }

    /// The first of its treaties that a statement is about.
    pub(super) fn treaty_of(self, statement: &Statement) -> Option<TreatyId> {
        let mut treaties = statement.about.iter().map(|about| match *about {
            About::Event(id) => self.dataset.event(id).treaty,
            About::Treaty(id) => id,
        });
        treaties.find(|&treaty| self.subset.has_treaty(treaty))
    }
}

/// An address that a page may lead to; empty for any other, since a script is an address too.
pub(super) fn web_address(url: &str) -> &str {
    let is_web = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    if is_web && !url.contains(char::is_control) { url } else { "" }
}

/// A text with what has a meaning in HTML escaped.
pub(super) fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// A text on one line, with one space between words.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
