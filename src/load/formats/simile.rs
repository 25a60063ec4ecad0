//! SIMILE Timeline: its JSON and its XML, events with up to four dates.
//!
//! The shape: <https://simile-widgets.org/wiki/Timeline_EventSources>. The four dates are the earliest and latest beginning
//! (`start`, `latestStart`) and the earliest and latest end (`earliestEnd`, `end`).

use serde_json::value::RawValue;

use crate::diagnostics::{FormatProblem, JsonKind, SourceFile, Span};
use crate::load::Watch;
use crate::load::json::span_in;
use crate::load::own_names::is_picture;
use crate::load::position::Position;
use crate::load::reader::{Reader, Tables};
use crate::records::{EventRecord, NamedTexts};

use super::builder::{Builder, Written, at_entry, is_address, is_local_path};
use super::civil::NoCivil;
use super::four_dates::time_of_four;
use super::item::{Item, object_of};
use super::markup::{plain, plain_line};
use super::xml::{Element, tree};

/// An event as it is written in either form.
struct Entry {
    span: Span,
    /// The earliest and latest beginning, the earliest and latest end.
    dates: [Option<Written>; 4],
    /// Whether it lasted from its beginning to its end; otherwise it happened some time between.
    is_duration: bool,
    id: Option<String>,
    title: Option<String>,
    text: Option<String>,
    link: Option<String>,
    image: Option<String>,
    rest: NamedTexts,
}

/// The names of the fields, long and short.
const DATES: [[&str; 2]; 4] = [["start", "s"], ["latestStart", "ls"], ["earliestEnd", "ee"], ["end", "e"]];
const KNOWN: [&str; 20] = [
    "start",
    "s",
    "latestStart",
    "ls",
    "earliestEnd",
    "ee",
    "end",
    "e",
    "title",
    "t",
    "description",
    "d",
    "durationEvent",
    "de",
    "isDuration",
    "link",
    "image",
    "eventID",
    "eid",
    "id",
];
/// What concerns the drawing alone there.
const DRAWING: [&str; 10] = [
    "icon",
    "color",
    "textColor",
    "classname",
    "c",
    "trackNum",
    "tapeImage",
    "tapeRepeat",
    "hoverText",
    "iconImage",
];

/// Reads the JSON; `None` if nothing in it can be shown, or if cancelled.
pub(super) fn read_json<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let whole = object_of(reader)?;
    let mut builder = Builder::new(file, reader);
    title_of(&mut builder, whole.first(&["wiki-section", "wikiSection", "title"]).map(|(title, _)| title));
    let is_deep = whole.text("dateTimeFormat").is_some_and(|format| !is_calendar(&format))
        || whole.get("unit").is_some();
    let events = whole.list("events");
    for (count, value) in events.iter().enumerate() {
        at_entry(watch, count, events.len())?;
        of_json(&mut builder, value, is_deep);
    }
    builder.finish()
}

fn of_json<'a>(builder: &mut Builder<'a, '_, '_>, value: &'a RawValue, is_deep: bool) {
    let text = builder.reader.text;
    let span = span_in(text, value.get());
    let Some(item) = Item::of(value) else {
        builder.left_out(span, FormatProblem::NoEntry(JsonKind::of(value.get())));
        return;
    };
    let dates = DATES.map(|names| {
        let (written, value) = item.first(&names)?;
        Some(of_date(written, span_in(text, value.get()), is_deep))
    });
    let has_end = dates.iter().skip(2).any(Option::is_some);
    let said = item.first(&["durationEvent", "de"]).map(|(said, _)| said == "true");
    let word = |names: &[&str]| item.first(names).map(|(text, _)| text);
    let at = |field: &'static str, names: &[&str]| {
        item.first(names).map(|(_, value)| (field, span_in(text, value.get())))
    };
    let fields = [
        at("dates", &["start", "s"]),
        at("title", &["title", "t"]),
        at("image", &["image"]),
        at("url", &["link"]),
    ];
    let entry = Entry {
        span,
        dates,
        // Without a word on it, an event with an end lasts.
        is_duration: said.unwrap_or(has_end),
        id: word(&["eventID", "eid", "id"]),
        title: word(&["title", "t"]),
        text: word(&["description", "d"]),
        link: word(&["link"]),
        image: word(&["image"]),
        rest: item.rest(&[&KNOWN[..], &DRAWING[..]].concat()),
    };
    add(builder, entry, Position::Text { whole: span, fields: fields.into_iter().flatten().collect() });
}

/// Reads the XML; `None` if nothing in it can be shown, or if cancelled.
pub(super) fn read_xml<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let root = tree(reader)?;
    let mut builder = Builder::new(file, reader);
    title_of(&mut builder, root.attribute("wiki-section"));
    let is_deep = root.attribute("date-time-format").is_some_and(|format| !is_calendar(&format))
        || root.attribute("unit").is_some();
    for (count, element) in root.children.iter().enumerate() {
        at_entry(watch, count, root.children.len())?;
        if element.name == "event" {
            of_xml(&mut builder, element, is_deep);
        }
    }
    builder.finish()
}

fn of_xml(builder: &mut Builder<'_, '_, '_>, element: &Element, is_deep: bool) {
    let dates = DATES.map(|[name, _]| Some(of_date(element.attribute(name)?, element.span, is_deep)));
    // In XML an event happens at once unless it is said to last.
    let said = element.attribute("durationEvent").or_else(|| element.attribute("isDuration"));
    let entry = Entry {
        span: element.span,
        dates,
        is_duration: said.is_some_and(|said| said == "true"),
        id: element.attribute("eventID").or_else(|| element.attribute("id")),
        title: element.attribute("title"),
        text: Some(element.text.clone())
            .filter(|text| !text.trim().is_empty())
            .or_else(|| element.attribute("description")),
        link: element.attribute("link"),
        image: element.attribute("image"),
        rest: element.rest(&[&KNOWN[..], &DRAWING[..]].concat()),
    };
    // The first line is enough to find an event, which may go over many.
    add(builder, entry, Position::whole(element.span));
}

fn title_of(builder: &mut Builder<'_, '_, '_>, title: Option<String>) {
    if let Some(title) = title.map(|title| plain_line(&title)).filter(|title| !title.is_empty()) {
        builder.tables.title = title;
    }
}

/// Whether dates are those of the calendar, by the name that the file gives their format.
fn is_calendar(format: &str) -> bool {
    matches!(format.to_ascii_lowercase().as_str(), "iso8601" | "iso 8601" | "gregorian" | "default")
}

/// A date; in a file that counts otherwise than the calendar none is read, since its numbers would pass for years.
fn of_date(text: String, span: Span, is_deep: bool) -> Written {
    if is_deep {
        return Written { text, span, read: Err(NoCivil::DeepTime) };
    }
    Written::of(text, span)
}

fn add<'a>(builder: &mut Builder<'a, '_, '_>, mut entry: Entry, place: Position<'a>) {
    let time = time_of_four(builder, &entry.dates, entry.is_duration, entry.span);
    let Some(edtf) = time else { return };
    keep_bounds(&mut entry);
    let lane = builder.main_lane(entry.span);
    let image = entry.image.filter(|image| {
        let is_here = is_local_path(image) && is_picture(image);
        if !is_here {
            entry.rest.0.push(("image".to_owned(), image.clone()));
        }
        is_here
    });
    let record = EventRecord {
        treaty: lane,
        dates: vec![builder.claim(edtf, None, entry.span)],
        title: entry.title.map(|title| plain_line(&title)).filter(|title| !title.is_empty()),
        summary: entry.text.map(|text| plain(&text)).filter(|text| !text.is_empty()),
        url: entry.link.filter(|link| is_address(link)),
        image,
        fields: entry.rest,
        ..EventRecord::default()
    };
    builder.event(record, entry.id.as_deref(), place);
}

/// Keeps the inner bounds under their names.
fn keep_bounds(entry: &mut Entry) {
    let inner = std::iter::zip(DATES, &entry.dates).skip(1).take(2);
    let kept =
        inner.filter_map(|([name, _], written)| Some((name.to_owned(), written.as_ref()?.text.clone())));
    let kept: Vec<_> = kept.collect();
    entry.rest.0.extend(kept);
}
