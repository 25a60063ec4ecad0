//! iCalendar, RFC 5545: an all-day entry for each event and statement, from its first day to the day after its last, which
//! is how all-day entries end. `X-EDTF` has the date as the source gives it.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::{EdtfDate, EventKind};

use super::losses::has_four_digits;
use crate::save::days::{first_and_last, next};
use crate::save::export_selection::{ExportSelection, web_address};

/// The maximum length of a line in bytes (RFC 5545, 3.1).
const MAX_LINE: usize = 75;

pub(super) fn write(material: ExportSelection<'_>) -> Vec<u8> {
    let dataset = material.dataset;
    // The stamp says when an entry was made. The day up to which the record was kept says more than the day of export,
    // and the same dataset gives the same file.
    let stamp = dataset
        .current_day(None)
        .map_or_else(|| "19700101T000000Z".to_owned(), |day| format!("{}T000000Z", basic(day.date())));
    let mut calendar = Lines::default();
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//treaty-timeline//EN");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.text("X-WR-CALNAME", dataset.title());
    for (_, event) in material.events().filter(|(_, event)| has_four_digits(event.date())) {
        let treaty = dataset.treaty(event.treaty);
        calendar.begin(&format!("event-{}", event.key), &stamp, event.date());
        calendar.text("SUMMARY", &format!("{}: {}", treaty.name, event.title));
        let source = event.claim().source.map(|id| dataset.source(id));
        let seen_in = source.map(|source| format!("{} {}", source.title, source.url));
        let description = [event.summary.to_string(), seen_in.unwrap_or_default()];
        calendar.text("DESCRIPTION", joined(&description).trim());
        let mut categories = vec![&*treaty.name];
        categories.extend(event.tags.iter().map(|&tag| dataset.tag(tag)));
        if let EventKind::Own(id) = event.kind {
            categories.push(dataset.own_type(id));
        }
        calendar.list("CATEGORIES", &categories);
        let url = if event.url.is_empty() { source.map_or("", |source| &source.url) } else { &event.url };
        calendar.end(url);
    }
    for (_, statement) in material.statements().filter(|(_, statement)| has_four_digits(&statement.date)) {
        let source = dataset.source(statement.source);
        calendar.begin(&format!("statement-{}", statement.key), &stamp, &statement.date);
        let quote = (material.language.strings().selection.quotation)(&statement.quote);
        calendar.text("SUMMARY", &format!("{}: {quote}", dataset.speaker(statement.speaker).name));
        let seen_in = format!("{} {}", source.title, source.url);
        let description = [statement.role.to_string(), statement.venue.to_string(), seen_in];
        calendar.text("DESCRIPTION", joined(&description).trim());
        calendar.end(&source.url);
    }
    calendar.line("END", "VCALENDAR");
    calendar.text.into_bytes()
}

/// Texts that are not empty, a line each.
fn joined(texts: &[String]) -> String {
    let texts = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n")
}

/// A day in the basic form of ISO 8601.
fn basic(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year().clamp(0, 9999), day.month(), day.day())
}

/// A calendar while it is written.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// A property with a value that needs no escape, folded where it is long.
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > MAX_LINE {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(c);
            length += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// A property with a text, unless that is empty.
    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line(name, &escaped(text));
        }
    }

    fn list(&mut self, name: &str, items: &[&str]) {
        let items: Vec<String> = items.iter().map(|item| escaped(item)).collect();
        self.line(name, &items.join(","));
    }

    fn begin(&mut self, id: &str, stamp: &str, date: &EdtfDate) {
        let (first, last) = first_and_last(date);
        self.line("BEGIN", "VEVENT");
        self.text("UID", &format!("{id}@treaty-timeline"));
        self.line("DTSTAMP", stamp);
        self.line("DTSTART;VALUE=DATE", &basic(first));
        self.line("DTEND;VALUE=DATE", &basic(next(last)));
        self.text("X-EDTF", date.text());
    }

    fn end(&mut self, url: &str) {
        // An address is no text: nothing in it is escaped, so one with a line break would add properties of its own.
        let is_clean = !web_address(url).is_empty() && !url.contains(char::is_control);
        if is_clean {
            self.line("URL", url);
        }
        self.line("TRANSP", "TRANSPARENT");
        self.line("END", "VEVENT");
    }
}

/// A text with what has a meaning escaped (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_letters_and_a_text_adds_no_property() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"Ж".repeat(60));
        assert!(lines.text.split("\r\n").all(|line| line.len() <= MAX_LINE), "{}", lines.text);
        assert_eq!(lines.text.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "Ж".repeat(60)));
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a;b,c\\d\r\nEND:VEVENT");
        assert_eq!(lines.text, "SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\r\n");
    }

    #[test]
    fn an_address_with_a_line_break_is_left_out() {
        let mut lines = Lines::default();
        lines.end("https://a.example/\r\nBEGIN:VALARM");
        assert!(!lines.text.contains("VALARM") && !lines.text.contains("URL"));
    }
}
