//! A chronology in Markdown, with footnotes as GitHub, Pandoc and Obsidian have them.

use std::fmt::Write as _;

use crate::domain::{EventId, StatementId};
use crate::save::export_selection::{ExportSelection, one_line};

use super::{Entry, Notes, entries, joined, year};

/// The document.
pub(in crate::save) fn markdown(material: ExportSelection<'_>) -> String {
    let mut out = String::new();
    // Writing to a text cannot fail.
    let _written = write(&mut out, material);
    out
}

fn write(out: &mut String, material: ExportSelection<'_>) -> std::fmt::Result {
    let (dataset, language) = (material.dataset, material.language);
    let (words, strings) = (language.converting(), language.strings());
    writeln!(out, "# {}\n", escaped(dataset.title()))?;
    if !dataset.description().is_empty() {
        writeln!(out, "{}\n", escaped(dataset.description()))?;
    }
    if let Some(day) = dataset.checked_on() {
        writeln!(out, "{}\n", escaped(&(words.kept_until)(&(strings.dates.date)(day))))?;
    }
    let entries = entries(material);
    if entries.is_empty() {
        writeln!(out, "{}", words.nothing_shown)?;
    }
    let mut notes = Notes::default();
    let mut last_year = None;
    for (date, entry) in entries {
        if last_year != Some(year(date)) {
            last_year = Some(year(date));
            writeln!(out, "## {}\n", (strings.dates.year)(year(date)))?;
        }
        let when = escaped(&(strings.dates.date)(date));
        match entry {
            Entry::Event(id) => event(out, material, id, &when, &mut notes)?,
            Entry::Statement(id) => statement(out, material, id, &when, &mut notes)?,
        }
    }
    for (index, &source) in notes.0.iter().enumerate() {
        writeln!(out, "[^{}]: {}.", index + 1, escaped(&language.cite_source(dataset.source(source))))?;
    }
    Ok(())
}

fn event(
    out: &mut String,
    material: ExportSelection<'_>,
    id: EventId,
    when: &str,
    notes: &mut Notes,
) -> std::fmt::Result {
    let dataset = material.dataset;
    let event = dataset.event(id);
    let treaty = escaped(&dataset.treaty(event.treaty).name);
    write!(out, "**{when}** · *{treaty}*: {}.", escaped(&event.title))?;
    if !event.summary.is_empty() {
        write!(out, " {}", escaped(&event.summary))?;
    }
    if let Some(source) = event.claim().source {
        write!(out, "[^{}]", notes.number(source))?;
    }
    writeln!(out, "\n")
}

fn statement(
    out: &mut String,
    material: ExportSelection<'_>,
    id: StatementId,
    when: &str,
    notes: &mut Notes,
) -> std::fmt::Result {
    let dataset = material.dataset;
    let statement = dataset.statement(id);
    let speaker = &*dataset.speaker(statement.speaker).name;
    let who = escaped(&joined(&[speaker, &statement.role, &statement.venue]));
    writeln!(out, "**{when}** · {who}:[^{}]\n", notes.number(statement.source))?;
    let quotation = material.language.strings().selection.quotation;
    writeln!(out, "> {}\n", escaped(&quotation(&statement.quote)))?;
    if let Some(original) = &statement.original {
        let number = original.source.map(|source| format!("[^{}]", notes.number(source)));
        // The language's own marks are those of its words.
        writeln!(out, "> {}{}\n", escaped(&original.quote), number.unwrap_or_default())?;
    }
    Ok(())
}

/// A text on one line with what has a meaning in Markdown escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        // A backslash before it is not enough for programs that look for tags first.
        if c == '<' {
            out.push_str("&lt;");
            continue;
        }
        if "\\`*_{}[]>()#|~&!$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
