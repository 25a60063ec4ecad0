//! Items and groups of vis-timeline, as JSON: a group for each category with its treaties nested in it, an item for each
//! event and statement.
//!
//! Its contents are HTML there, so what comes from a file is escaped. Ends are exclusive, as its moments are; a bare year is
//! written as one, and `edtf` has the date as the source gives it.

use serde_json::{Map, Value, json};

use crate::domain::{EdtfDate, TreatyId};

use crate::save::days::{Calendar, first_and_last, iso, needs_edtf, next};
use crate::save::export_selection::{ExportSelection, escape_html};

use super::pretty;

pub(super) fn write(material: ExportSelection<'_>) -> Vec<u8> {
    pretty(&json!({ "groups": groups(material), "items": items(material) }))
}

fn groups(material: ExportSelection<'_>) -> Vec<Value> {
    let dataset = material.dataset;
    let mut groups = Vec::new();
    for (index, category) in dataset.categories().iter().enumerate() {
        let treaties: Vec<TreatyId> =
            material.subset.treaties().filter(|&id| dataset.treaty(id).category == index).collect();
        if treaties.is_empty() {
            continue;
        }
        let nested: Vec<String> = treaties.iter().map(|&id| group_id(material, id)).collect();
        groups.push(json!({
            "id": format!("category:{index}"),
            "content": escape_html(&category.name),
            "nestedGroups": nested,
        }));
        groups.extend(treaties.iter().map(
            |&id| json!({ "id": group_id(material, id), "content": escape_html(&dataset.treaty(id).name) }),
        ));
    }
    groups
}

fn group_id(material: ExportSelection<'_>, treaty: TreatyId) -> String {
    material.dataset.treaty(treaty).key.to_string()
}

fn items(material: ExportSelection<'_>) -> Vec<Value> {
    let dataset = material.dataset;
    let mut items: Vec<Value> = material
        .events()
        .map(|(_, event)| {
            let mut item = item(&format!("event:{}", event.key), event.date(), &event.title);
            item.insert("group".to_owned(), group_id(material, event.treaty).into());
            item.insert("title".to_owned(), escape_html(&event.summary).into());
            item.insert("className".to_owned(), class_name(dataset.type_key(event.kind)).into());
            Value::Object(item)
        })
        .collect();
    items.extend(material.statements().map(|(_, statement)| {
        let speaker = &*dataset.speaker(statement.speaker).name;
        let mut item = item(&format!("statement:{}", statement.key), &statement.date, speaker);
        if let Some(treaty) = material.treaty_of(statement) {
            item.insert("group".to_owned(), group_id(material, treaty).into());
        }
        item.insert("title".to_owned(), escape_html(&statement.quote).into());
        item.insert("className".to_owned(), "statement".into());
        Value::Object(item)
    }));
    items
}

/// What every item has. A date that is no sure day is a range from its first day to the day after its last.
fn item(id: &str, date: &EdtfDate, content: &str) -> Map<String, Value> {
    let mut item = Map::new();
    item.insert("id".to_owned(), id.into());
    item.insert("content".to_owned(), escape_html(content).into());
    let parts = Calendar::of(date);
    let (first, last) = first_and_last(date);
    let start = parts.as_ref().map_or_else(|| iso(first), Calendar::iso);
    item.insert("start".to_owned(), start.into());
    if parts.is_some() || (date.has_open_end() && date.last().is_none()) {
        // A point is what a day is; of a year only its beginning would be marked, so its end is said as well.
        let is_day = parts.as_ref().is_none_or(|parts| parts.day.is_some());
        if !is_day {
            item.insert("end".to_owned(), iso(next(last)).into());
        }
        item.insert("type".to_owned(), if is_day { "point" } else { "range" }.into());
    } else {
        item.insert("end".to_owned(), iso(next(last)).into());
        item.insert("type".to_owned(), "range".into());
    }
    if needs_edtf(date) {
        item.insert("edtf".to_owned(), date.text().into());
    }
    item
}

/// A type of event as a class of a style sheet.
fn class_name(kind: &str) -> String {
    kind.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect()
}
