//! Citations in words: who said or published what, when and where, with its address.

use crate::domain::{EventId, Record, Source, StatementId, TreatyId};

use super::Language;

/// Marks that may follow the end of a sentence.
const CLOSING: [char; 8] = ['”', '“', '’', '»', '"', '\'', ')', ']'];

impl Language {
    /// A source, with its address, without a full stop.
    pub fn cite_source(self, source: &Source) -> String {
        let strings = self.strings();
        let accessed =
            source.accessed.as_ref().map(|day| (strings.selection.accessed)(&(strings.dates.date)(day)));
        let date = source.date.as_ref().map(strings.dates.date).unwrap_or_default();
        joined(&[&source.title, &source.publisher, &date, &source.url, &accessed.unwrap_or_default()])
    }

    /// A statement: speaker, role, date, place, words and source.
    pub fn cite_statement(self, record: &Record, id: StatementId) -> String {
        let (statement, strings) = (record.statement(id), self.strings());
        let speaker = &*record.speaker(statement.speaker).name;
        let when = (strings.dates.date)(&statement.date);
        let head = joined(&[speaker, &statement.role, &when, &statement.venue]);
        let quote = (strings.selection.quotation)(&statement.quote);
        // Words that end a sentence of their own keep its mark.
        let is_sentence = statement.quote.trim_end_matches(CLOSING).ends_with(['.', '!', '?', '…']);
        let stop = if is_sentence { "" } else { "." };
        format!("{head}: {quote}{stop} {}.", self.cite_source(record.source(statement.source)))
    }

    /// An event: its treaty, title and date, and the source of that date.
    pub fn cite_event(self, record: &Record, id: EventId) -> String {
        let (event, strings) = (record.event(id), self.strings());
        let when = (strings.dates.date)(event.date());
        let seen_in = event.claim().source.map(|source| self.cite_source(record.source(source)));
        let seen_in = seen_in.unwrap_or_else(|| strings.selection.no_source.to_owned());
        format!("{}: {}, {when}. {seen_in}.", record.treaty(event.treaty).name, event.title)
    }

    /// A treaty: its title, the date of its signature, and the source that has its text.
    pub fn cite_treaty(self, record: &Record, id: TreatyId) -> String {
        let (treaty, strings) = (record.treaty(id), self.strings());
        let name = if treaty.full_name.is_empty() { &treaty.name } else { &treaty.full_name };
        let when = record.date_of_treaty(id).map(strings.dates.date).unwrap_or_default();
        let head = joined(&[name, &when]);
        match record.text_of_treaty(id) {
            Some(source) => format!("{head}. {}.", self.cite_source(record.source(source))),
            None => format!("{head}."),
        }
    }
}

/// What is not empty, with commas between.
fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}
