//! The JSON of vis-timeline: a list of items, or an object with items and groups.
//!
//! The shape: <https://visjs.github.io/vis-timeline/docs/timeline/>, sections Items and Groups.

use std::collections::{HashMap, HashSet};

use serde_json::value::RawValue;

use crate::diagnostics::{FormatProblem, JsonKind, SourceFile, Span};
use crate::domain::EdtfDate;
use crate::load::Watch;
use crate::load::json::span_in;
use crate::load::position::Position;
use crate::load::reader::{Reader, Tables};
use crate::records::EventRecord;

use super::builder::{Builder, Written, at_entry, is_address};
use super::civil::Civil;
use super::item::{Item, is_list, list_of, object_of, values};
use super::markup::{plain, plain_line};

/// A group: its id, what it is called, and what the group around it is called.
struct Group {
    id: String,
    name: String,
    parent: String,
}

/// Reads a file; `None` if nothing in it can be shown, or if cancelled.
pub(super) fn read<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let (items, groups) = if is_list(reader.text) {
        (list_of(reader)?, Vec::new())
    } else {
        let whole = object_of(reader)?;
        (entries(&whole, "items"), entries(&whole, "groups"))
    };
    let mut builder = Builder::new(file, reader);
    // Lanes in the order of the groups, before the items, which stand in any order.
    let used: HashSet<String> = items.iter().filter_map(|value| Item::of(value)?.text("group")).collect();
    for group in groups_of(&groups).iter().filter(|group| used.contains(&group.id)) {
        builder.lane(&group.id, &group.name, &group.parent, Span::at(0));
    }
    for (count, value) in items.iter().enumerate() {
        at_entry(watch, count, items.len())?;
        add(&mut builder, value);
    }
    builder.finish()
}

/// The values of a list, which may be a printed DataSet: an object with the list in `_data`, or with an entry for each id.
fn entries<'a>(whole: &Item<'a>, name: &str) -> Vec<&'a RawValue> {
    let Some(value) = whole.get(name) else { return Vec::new() };
    match Item::of(value) {
        Some(set) => match set.get("_data").or_else(|| set.get("data")) {
            Some(data) => match Item::of(data) {
                Some(by_id) => by_id.fields.iter().map(|&(_, value)| value).collect(),
                None => values(data),
            },
            None => set.fields.iter().map(|&(_, value)| value).collect(),
        },
        None => values(value),
    }
}

/// The groups as they are ordered.
fn groups_of(values: &[&RawValue]) -> Vec<Group> {
    let mut groups: Vec<(f64, String, String)> = Vec::new();
    let mut parents: HashMap<String, String> = HashMap::new();
    for (count, value) in values.iter().enumerate() {
        let Some(item) = Item::of(value) else { continue };
        let Some(id) = item.text("id") else { continue };
        for nested in item.texts("nestedGroups").into_iter().filter(|nested| *nested != id) {
            parents.entry(nested).or_insert_with(|| id.clone());
        }
        let name =
            item.first(&["content", "title"]).map_or_else(|| id.clone(), |(name, _)| plain_line(&name));
        let order = item.text("order").and_then(|order| order.parse().ok()).unwrap_or(count as f64);
        groups.push((order, id, name));
    }
    groups.sort_by(|a, b| a.0.total_cmp(&b.0));
    let names: HashMap<&str, &str> =
        groups.iter().map(|(_, id, name)| (id.as_str(), name.as_str())).collect();
    let group = |(_, id, name): &(f64, String, String)| {
        let parent =
            parents.get(id).and_then(|parent| names.get(parent.as_str())).copied().unwrap_or_default();
        Group { id: id.clone(), name: name.clone(), parent: parent.to_owned() }
    };
    groups.iter().map(group).collect()
}

fn add<'a>(builder: &mut Builder<'a, '_, '_>, value: &'a RawValue) {
    let text = builder.reader.text;
    let span = span_in(text, value.get());
    let Some(item) = Item::of(value) else {
        builder.left_out(span, FormatProblem::NoEntry(JsonKind::of(value.get())));
        return;
    };
    let start = item.get("start").and_then(|value| written(value, text));
    let end = item.get("end").and_then(|value| written(value, text));
    let end = end.filter(|end| !start.as_ref().is_some_and(|start| is_next(start, end)));
    let edtf = item.own_date().or_else(|| builder.time(start.as_ref(), end.as_ref(), span));
    let Some(edtf) = edtf else { return };
    let lane = match (item.text("group"), item.text("type").as_deref()) {
        // A group that is not listed is called by its id.
        (Some(group), _) => builder.lane(&group, &group, "", span),
        // The word of the format: such items stand behind all lanes there.
        (None, Some("background")) => builder.lane("\u{0}background", "background", "", span),
        (None, _) => builder.main_lane(span),
    };
    let content = item.text("content").map(|content| plain(&content)).filter(|content| !content.is_empty());
    let tooltip = item.text("title").map(|title| plain(&title)).filter(|title| !title.is_empty());
    // What is said at length is the text, and the first line its title.
    let title = content
        .as_deref()
        .and_then(|content| content.lines().next())
        .map(str::to_owned)
        .or_else(|| tooltip.as_deref().map(plain_line));
    let more = content.filter(|content| Some(content) != title.as_ref());
    let summary: Vec<String> =
        more.into_iter().chain(tooltip.filter(|tooltip| Some(tooltip) != title.as_ref())).collect();
    // What concerns the drawing alone there.
    let drawing = ["align", "className", "style", "selectable", "editable", "limitSize", "subgroup", "type"];
    let known = ["id", "start", "end", "content", "title", "group", "url", "link", "edtf"];
    let record = EventRecord {
        treaty: lane,
        dates: vec![builder.claim(edtf, None, span)],
        title,
        summary: Some(summary.join("\n")).filter(|summary| !summary.is_empty()),
        url: item.first(&["url", "link"]).map(|(url, _)| url).filter(|url| is_address(url)),
        fields: item.rest(&[&known[..], &drawing[..]].concat()),
        ..EventRecord::default()
    };
    let at =
        |field: &'static str, name: &str| item.get(name).map(|value| (field, span_in(text, value.get())));
    let fields = [at("dates", "start"), at("title", "content"), at("treaty", "group"), at("id", "id")];
    let fields = fields.into_iter().flatten().collect();
    builder.event(record, item.text("id").as_deref(), Position::Text { whole: span, fields });
}

/// Whether an end only says how long the beginning is: ends are moments there, and that of 1931 is the first of 1932.
fn is_next(start: &Written, end: &Written) -> bool {
    let (Ok(from), Ok(to)) = (&start.read, &end.read) else { return false };
    let is_midnight = from.time.is_none() && to.time.is_none();
    let (from, to) = (EdtfDate::parse(&from.date), EdtfDate::parse(&to.date));
    is_midnight && from.is_ok_and(|from| to.is_ok_and(|to| to.is_one_day() && from.end() == to.earliest()))
}

/// A date as a text, or as milliseconds since 1970. A year alone stays a year, though the program means its first day.
fn written(value: &RawValue, text: &str) -> Option<Written> {
    let span = span_in(text, value.get());
    let written = super::item::text_of(value)?;
    let millis = Some(&written)
        .filter(|_| !value.get().starts_with('"'))
        .and_then(|number| number.parse::<f64>().ok());
    match millis {
        // A number as small is a year that somebody wrote without quotation marks.
        Some(millis) if millis.abs() >= 10_000.0 => {
            Some(Written { read: Civil::of_millis(millis as i64), text: written, span })
        }
        _ => Some(Written::of(written, span)),
    }
}
