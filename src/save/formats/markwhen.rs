//! The text of markwhen: a section for each category, a group for each treaty, a line for each event, and the statements
//! about it as quotations under it.
//!
//! markwhen reads years, months and days and ranges of them. What else a date says stands under the event, in EDTF.

use crate::domain::{EdtfDate, EventId, StatementId, TreatyId};

use super::losses::has_four_digits;
use crate::save::days::{Calendar, first_and_last, iso, needs_edtf};
use crate::save::export_selection::{ExportSelection, one_line, web_address};

pub(super) fn write(material: ExportSelection<'_>) -> Vec<u8> {
    let dataset = material.dataset;
    let mut out = format!("---\ntitle: {}\n---\n", quoted(dataset.title()));
    for (index, category) in dataset.categories().iter().enumerate() {
        let treaties: Vec<TreatyId> =
            material.subset.treaties().filter(|&id| dataset.treaty(id).category == index).collect();
        if treaties.is_empty() {
            continue;
        }
        out.extend(["\nsection ", &one_line(&category.name), "\n"]);
        for treaty in treaties {
            out.extend(["\ngroup ", &one_line(&dataset.treaty(treaty).name), "\n"]);
            of_treaty(&mut out, material, treaty);
            out.push_str("endGroup\n");
        }
        out.push_str("\nendSection\n");
    }
    for (id, _) in material.statements().filter(|(_, statement)| material.treaty_of(statement).is_none()) {
        statement_line(&mut out, material, id);
    }
    out.into_bytes()
}

fn of_treaty(out: &mut String, material: ExportSelection<'_>, treaty: TreatyId) {
    let dataset = material.dataset;
    let events = dataset.events_of(treaty).iter().filter(|&&id| material.subset.has_event(id));
    for &id in events.clone().filter(|&&id| has_four_digits(dataset.event(id).date())) {
        event(out, material, id);
    }
    // What is about the treaty as a whole, or about an event that is not written.
    let is_under_event = |statement: &StatementId| {
        let mut events = events.clone();
        events.any(|&id| dataset.event(id).statements.contains(statement))
    };
    let statements = dataset.statements_of(treaty).iter().filter(|&&id| material.subset.has_statement(id));
    for &id in statements.filter(|id| !is_under_event(id)) {
        statement_line(out, material, id);
    }
}

fn event(out: &mut String, material: ExportSelection<'_>, id: EventId) {
    let dataset = material.dataset;
    let event = dataset.event(id);
    let mut tags = vec![tag(dataset.type_key(event.kind))];
    tags.extend(event.tags.iter().map(|&id| tag(dataset.tag(id))));
    out.extend([range(event.date()).as_str(), ": ", &one_line(&event.title), " #", &tags.join(" #"), "\n"]);
    if needs_edtf(event.date()) {
        out.extend(["- EDTF ", event.date().text(), "\n"]);
    }
    item(out, &event.summary);
    if let Some(source) = event.claim().source.map(|id| dataset.source(id)) {
        item(out, &link(&source.title, &source.url));
    }
    let statements = event.statements.iter().filter(|&&id| material.subset.has_statement(id));
    for &id in statements {
        let statement = dataset.statement(id);
        let speaker = &dataset.speaker(statement.speaker).name;
        let when = statement.date.text();
        item(out, &format!("{speaker}, {when}: “{}”", statement.quote));
    }
    out.push('\n');
}

/// A statement on a line of its own.
fn statement_line(out: &mut String, material: ExportSelection<'_>, id: StatementId) {
    let dataset = material.dataset;
    let statement = dataset.statement(id);
    if !has_four_digits(&statement.date) {
        return;
    }
    let speaker = one_line(&dataset.speaker(statement.speaker).name);
    let quote = one_line(&statement.quote);
    out.extend([range(&statement.date).as_str(), ": ", &speaker, ": “", &quote, "” #statement\n"]);
    let source = dataset.source(statement.source);
    item(out, &link(&source.title, &source.url));
    out.push('\n');
}

/// A date as markwhen writes it.
fn range(date: &EdtfDate) -> String {
    if let Some(parts) = Calendar::of(date) {
        return parts.iso();
    }
    let (first, last) = first_and_last(date);
    let start = date.start().and_then(Calendar::of).map_or_else(|| iso(first), |parts| parts.iso());
    if date.has_open_end() && date.last().is_none() {
        return format!("{start}/now");
    }
    let end = date.last().and_then(Calendar::of).map_or_else(|| iso(last), |parts| parts.iso());
    format!("{start}/{end}")
}

/// A line of a list, which no text in it can end: a line that begins with a date would be an event.
fn item(out: &mut String, text: &str) {
    if !text.trim().is_empty() {
        out.extend(["- ", &one_line(text), "\n"]);
    }
}

fn link(title: &str, url: &str) -> String {
    let title = one_line(title).replace(['[', ']'], " ");
    match web_address(url) {
        "" => title,
        url => format!("[{title}]({})", url.replace(')', "%29").replace(' ', "%20")),
    }
}

/// A text as a value of YAML.
fn quoted(text: &str) -> String {
    serde_json::to_string(&one_line(text)).unwrap_or_default()
}

/// A name as a tag, which has neither spaces nor marks.
fn tag(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '_' }).collect()
}
