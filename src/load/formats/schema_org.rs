//! Events of schema.org as JSON-LD: one, a list, a graph, or a list of list items.
//!
//! The shape: <https://schema.org/Event>.

use serde_json::value::RawValue;

use crate::diagnostics::{FormatProblem, JsonKind, SourceFile, Span};
use crate::load::Watch;
use crate::load::json::span_in;
use crate::load::position::Position;
use crate::load::reader::{Reader, Tables};
use crate::records::EventRecord;

use super::builder::{Builder, Origin, Written, at_entry, is_address, tags_of};
use super::item::{Item, is_list, list_of, object_of, shown};
use super::markup::{plain, plain_line};

/// How deep events may lie in events.
const MAX_DEPTH: usize = 16;

const KNOWN: [&str; 16] = [
    "@context",
    "@type",
    "type",
    "@id",
    "id",
    "name",
    "startDate",
    "endDate",
    "description",
    "url",
    "superEvent",
    "subEvent",
    "subEvents",
    "keywords",
    "location",
    "organizer",
];

/// Reads a file; `None` if nothing in it can be shown, or if cancelled.
pub(super) fn read<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let entries = if is_list(reader.text) {
        list_of(reader)?
    } else {
        let whole = object_of(reader)?;
        if whole.get("@graph").is_some() {
            whole.list("@graph")
        } else if whole.get("itemListElement").is_some() {
            whole.list("itemListElement")
        } else {
            vec![serde_json::from_str(reader.text).ok()?]
        }
    };
    let mut builder = Builder::new(file, reader);
    for (count, value) in entries.iter().enumerate() {
        at_entry(watch, count, entries.len())?;
        add(&mut builder, value, None, 0);
    }
    builder.finish()
}

/// An event and the events in it, which share a lane with its name.
fn add<'a>(builder: &mut Builder<'a, '_, '_>, value: &'a RawValue, outer: Option<&str>, depth: usize) {
    let text = builder.reader.text;
    let span = span_in(text, value.get());
    if depth >= MAX_DEPTH {
        builder.left_out(span, FormatProblem::TooDeep);
        return;
    }
    let Some(item) = Item::of(value) else {
        builder.left_out(span, FormatProblem::NoEntry(JsonKind::of(value.get())));
        return;
    };
    if let Some(inner) = item.get("item") {
        // An entry of an `ItemList`.
        add(builder, inner, outer, depth + 1);
        return;
    }
    if item.get("itemListElement").is_some() {
        for inner in item.list("itemListElement") {
            add(builder, inner, outer, depth + 1);
        }
        return;
    }
    let types: Vec<String> = [item.texts("@type"), item.texts("type")].concat();
    let is_event = types.is_empty()
        || types
            .iter()
            .any(|name| name.trim_end_matches('/').ends_with("Event") || item.get("startDate").is_some());
    if !is_event {
        let name = crate::load::reader::shortened(types.first().map_or("", |name| name));
        builder.left_out(span, FormatProblem::NoEvent(name));
        return;
    }
    let name = item.text("name").map(|name| plain_line(&name)).filter(|name| !name.is_empty());
    event(builder, &item, name.clone(), outer, span);
    for part in [item.list("subEvent"), item.list("subEvents")].concat() {
        add(builder, part, name.as_deref().or(outer), depth + 1);
    }
}

fn event<'a>(
    builder: &mut Builder<'a, '_, '_>,
    item: &Item<'a>,
    name: Option<String>,
    outer: Option<&str>,
    span: Span,
) {
    let text = builder.reader.text;
    let date = |name: &str| {
        let value = item.get(name)?;
        Some(Written::of(super::item::text_of(value)?, span_in(text, value.get())))
    };
    let (start, end) = (date("startDate"), date("endDate"));
    let parts = !item.list("subEvent").is_empty();
    if start.is_none() && end.is_none() && parts {
        // A heading over the events in it.
        return;
    }
    let Some(edtf) = builder.time(start.as_ref(), end.as_ref(), span) else { return };
    let named = |name: &str| {
        let value = item.get(name)?;
        match Item::of(value) {
            Some(inner) => inner.first(&["name", "address", "@id"]).map(|(name, _)| plain_line(&name)),
            None => shown(value),
        }
    };
    let around = named("superEvent").or_else(|| outer.map(str::to_owned));
    let lane = match &around {
        Some(around) => builder.lane(around, around, "", span),
        // An event with parts has its lane with them.
        None => match name.as_ref().filter(|_| parts) {
            Some(name) => builder.lane(name, name, "", span),
            None => builder.main_lane(span),
        },
    };
    let url = item.first(&["url", "@id"]).map(|(url, _)| url).filter(|url| is_address(url));
    let source = url.clone().map(|url| {
        let title = name.clone().unwrap_or_else(|| url.clone());
        builder.source(Origin { title, publisher: named("organizer"), url: Some(url) }, span)
    });
    let mut fields = item.rest(&KNOWN);
    for name in ["location", "organizer"] {
        fields.0.extend(named(name).map(|text| (name.to_owned(), text)));
    }
    // Keywords are a list, or one text with commas.
    let keywords = item.texts("keywords");
    let tags = tags_of(keywords.iter().flat_map(|text| text.split(',')));
    let record = EventRecord {
        treaty: lane,
        title: name,
        summary: item.text("description").map(|text| plain(&text)),
        dates: vec![builder.claim(edtf, source, span)],
        tags,
        url,
        fields,
        ..EventRecord::default()
    };
    let at =
        |field: &'static str, name: &str| item.get(name).map(|value| (field, span_in(text, value.get())));
    let fields =
        [at("dates", "startDate"), at("title", "name"), at("url", "url")].into_iter().flatten().collect();
    builder.event(record, None, Position::Text { whole: span, fields });
}
