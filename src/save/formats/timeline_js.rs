//! The JSON of Knight Lab's `TimelineJS` 3: a slide for each event and for each statement, in groups by treaty.
//!
//! It takes headlines and texts for HTML, so what comes from a file is escaped. A date that has no year, month and day of
//! its own is a span of days with the date in words; `edtf` has it as the source gives it, which other programs pass over.

use chrono::{Datelike as _, NaiveDate};
use serde_json::{Map, Value, json};

use crate::domain::{EdtfDate, Event, Source, Statement};

use crate::save::days::{Calendar, first_and_last, needs_edtf};
use crate::save::export_selection::{ExportSelection, escape_html, web_address};

use super::pretty;

pub(super) fn write(material: ExportSelection<'_>) -> Vec<u8> {
    let dataset = material.dataset;
    let mut slides: Vec<(&EdtfDate, Value)> =
        material.events().map(|(_, event)| (event.date(), of_event(material, event))).collect();
    slides.extend(
        material.statements().map(|(_, statement)| (&statement.date, of_statement(material, statement))),
    );
    slides.sort_by_key(|(date, _)| (date.earliest(), date.end()));
    pretty(&json!({
        "title": {
            "text": { "headline": escape_html(dataset.title()), "text": paragraph(dataset.description()) },
        },
        "events": slides.into_iter().map(|(_, slide)| slide).collect::<Vec<_>>(),
        "scale": "human",
    }))
}

fn of_event(material: ExportSelection<'_>, event: &Event) -> Value {
    let dataset = material.dataset;
    let mut text = paragraph(&event.summary);
    text.push_str(&event.claim().source.map(|id| seen_in(dataset.source(id))).unwrap_or_default());
    let treaty = &*dataset.treaty(event.treaty).name;
    slide(material, &event.key, event.date(), &event.title, &text, treaty)
}

fn of_statement(material: ExportSelection<'_>, statement: &Statement) -> Value {
    let dataset = material.dataset;
    let treaty = material.treaty_of(statement);
    let speaker = &*dataset.speaker(statement.speaker).name;
    let headline =
        if statement.role.is_empty() { speaker.to_owned() } else { format!("{speaker}, {}", statement.role) };
    let quote = escape_html(&statement.quote).replace('\n', "<br>");
    let text = format!("<blockquote>{quote}</blockquote>{}", seen_in(dataset.source(statement.source)));
    let group = treaty.map_or("", |treaty| &dataset.treaty(treaty).name);
    slide(material, &statement.key, &statement.date, &headline, &text, group)
}

fn slide(
    material: ExportSelection<'_>,
    id: &str,
    date: &EdtfDate,
    headline: &str,
    text: &str,
    group: &str,
) -> Value {
    let mut slide = Map::new();
    let (start, end) = start_and_end(date);
    slide.insert("start_date".to_owned(), start);
    slide.extend(end.map(|end| ("end_date".to_owned(), end)));
    if needs_edtf(date) {
        let words = (material.language.strings().dates.date)(date);
        slide.insert("display_date".to_owned(), escape_html(&words).into());
        slide.insert("edtf".to_owned(), date.text().into());
    }
    slide.insert("text".to_owned(), json!({ "headline": escape_html(headline), "text": text }));
    if !group.is_empty() {
        slide.insert("group".to_owned(), escape_html(group).into());
    }
    slide.insert("unique_id".to_owned(), id.into());
    Value::Object(slide)
}

/// The date of a slide, and the date on which it ends where it lasts or its day is not known.
fn start_and_end(date: &EdtfDate) -> (Value, Option<Value>) {
    if let Some(parts) = Calendar::of(date) {
        return (of_parts(&parts), None);
    }
    let (first, last) = first_and_last(date);
    let of_end = |end: Option<&EdtfDate>, day: NaiveDate| {
        let parts = end.and_then(Calendar::of);
        of_parts(&parts.unwrap_or_else(|| Calendar {
            year: day.year(),
            month: Some(day.month()),
            day: Some(day.day()),
        }))
    };
    let start = of_end(date.start(), first);
    if date.has_open_end() && date.last().is_none() {
        return (start, None);
    }
    (start, Some(of_end(date.last(), last)))
}

fn of_parts(parts: &Calendar) -> Value {
    let mut value = Map::new();
    value.insert("year".to_owned(), parts.year.into());
    value.extend(parts.month.map(|month| ("month".to_owned(), month.into())));
    value.extend(parts.day.map(|day| ("day".to_owned(), day.into())));
    Value::Object(value)
}

fn paragraph(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!("<p>{}</p>", escape_html(text).replace('\n', "<br>"))
    }
}

fn seen_in(source: &Source) -> String {
    let title = escape_html(&source.title);
    match web_address(&source.url) {
        "" => format!("<p>{title}</p>"),
        url => format!("<p><a href=\"{}\">{title}</a></p>", escape_html(url)),
    }
}
