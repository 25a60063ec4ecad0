//! A chronology as one page that needs no other file: headings by year, quotations, notes with links there and back.

use std::fmt::Write as _;

use crate::domain::{EventId, StatementId};
use crate::language::Language;
use crate::save::export_selection::{ExportSelection, escape_html, web_address};

use super::{Entry, Notes, entries, joined, year};

/// How it looks: a column of text, light or dark as the system is, and the same on paper.
const STYLE: &str = "body{font:17px/1.5 Georgia,'Source Serif 4',serif;max-width:42rem;margin:2rem auto;padding:0 1rem;\
color-scheme:light dark}h1,h2,.when{font-family:system-ui,sans-serif}h2{margin-top:2.2rem;border-bottom:1px solid #8885}\
.when{font-weight:600}.treaty{font-style:italic}blockquote{margin:.4rem 0 .8rem;padding-left:1rem;border-left:3px solid #8885}\
sup{line-height:0}ol{font-size:.88em;overflow-wrap:anywhere}";

/// The page.
pub(in crate::save) fn html(material: ExportSelection<'_>) -> String {
    let mut out = String::new();
    // Writing to a text cannot fail.
    let _written = write(&mut out, material);
    out
}

fn write(out: &mut String, material: ExportSelection<'_>) -> std::fmt::Result {
    let (dataset, language) = (material.dataset, material.language);
    let (words, strings) = (language.converting(), language.strings());
    let lang = match language {
        Language::English => "en",
        Language::Russian => "ru",
    };
    let title = escape_html(dataset.title());
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>")?;
    if !dataset.description().is_empty() {
        writeln!(out, "<p>{}</p>", escape_html(dataset.description()))?;
    }
    if let Some(day) = dataset.checked_on() {
        writeln!(out, "<p>{}</p>", escape_html(&(words.kept_until)(&(strings.dates.date)(day))))?;
    }
    let entries = entries(material);
    if entries.is_empty() {
        writeln!(out, "<p>{}</p>", words.nothing_shown)?;
    }
    let mut notes = Notes::default();
    let mut last_year = None;
    for (date, entry) in entries {
        if last_year != Some(year(date)) {
            last_year = Some(year(date));
            writeln!(out, "<h2>{}</h2>", escape_html(&(strings.dates.year)(year(date))))?;
        }
        let when = escape_html(&(strings.dates.date)(date));
        match entry {
            Entry::Event(id) => event(out, material, id, &when, &mut notes)?,
            Entry::Statement(id) => statement(out, material, id, &when, &mut notes)?,
        }
    }
    if !notes.0.is_empty() {
        writeln!(out, "<h2>{}</h2>\n<ol>", words.sources)?;
        for (index, &source) in notes.0.iter().enumerate() {
            let source = dataset.source(source);
            let cited = escape_html(&language.cite_source(source));
            let cited = match escape_html(web_address(&source.url)) {
                url if url.is_empty() => cited,
                url => cited.replacen(&url, &format!("<a href=\"{url}\">{url}</a>"), 1),
            };
            writeln!(out, "<li id=\"note-{}\">{cited}.</li>", index + 1)?;
        }
        writeln!(out, "</ol>")?;
    }
    writeln!(out, "</body>\n</html>")
}

/// The raised number of a note, which leads to it.
fn reference(material: ExportSelection<'_>, number: usize) -> String {
    let label = (material.language.converting().note)(number);
    format!("<sup><a href=\"#note-{number}\" aria-label=\"{label}\">{number}</a></sup>")
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
    let treaty = escape_html(&dataset.treaty(event.treaty).name);
    write!(
        out,
        "<p><span class=\"when\">{when}</span> · <span class=\"treaty\">{treaty}</span>: {}.",
        escape_html(&event.title)
    )?;
    if !event.summary.is_empty() {
        write!(out, " {}", escape_html(&event.summary))?;
    }
    if let Some(source) = event.claim().source {
        write!(out, "{}", reference(material, notes.number(source)))?;
    }
    writeln!(out, "</p>")
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
    let who = escape_html(&joined(&[speaker, &statement.role, &statement.venue]));
    let number = reference(material, notes.number(statement.source));
    writeln!(out, "<p><span class=\"when\">{when}</span> · {who}:{number}</p>")?;
    let quotation = material.language.strings().selection.quotation;
    let words = escape_html(&quotation(&statement.quote));
    writeln!(out, "<blockquote lang=\"{}\"><p>{words}</p></blockquote>", escape_html(&statement.lang))?;
    if let Some(original) = &statement.original {
        let number = original.source.map(|source| reference(material, notes.number(source)));
        writeln!(
            out,
            "<blockquote lang=\"{}\"><p>{}{}</p></blockquote>",
            escape_html(&original.lang),
            escape_html(&original.quote),
            number.unwrap_or_default()
        )?;
    }
    Ok(())
}
