//! What is in the text of a data file: records, their values, what names them, and what is said without a source.

use crate::diagnostics::EditProblem;
use crate::load::{Array, span_in};
use crate::records::{Edit, Json, Link, RecordList};

use super::document::{Document, fields_of};
use super::links::links_of;

/// The ids of a list, in the order of the file.
///
/// # Errors
/// The text cannot be edited.
pub fn ids(text: &str, list: RecordList) -> Result<Vec<String>, EditProblem> {
    let records = Document::of(text)?.records(list)?.records;
    Ok(records.into_iter().filter_map(|record| record.id).collect())
}

/// The fields of a record, in the order of the file.
///
/// # Errors
/// There is no such record, or the text cannot be edited.
pub fn record(text: &str, list: RecordList, id: &str) -> Result<Vec<(String, Json)>, EditProblem> {
    let records = Document::of(text)?.records(list)?;
    let fields = records.get(id)?.fields.iter();
    Ok(fields.filter_map(|(name, value)| Some((name.to_string(), Json::new(value)?))).collect())
}

/// The value of a field; `None` where the record does not have it.
///
/// # Errors
/// There is no such record, or the text cannot be edited.
pub fn value(text: &str, list: RecordList, id: &str, field: &str) -> Result<Option<Json>, EditProblem> {
    Ok(record(text, list, id)?.into_iter().find(|(name, _)| name == field).map(|(_, value)| value))
}

/// What names a record, in the order of the format and of the file.
///
/// # Errors
/// The text cannot be edited.
pub fn links_to(text: &str, list: RecordList, id: &str) -> Result<Vec<Link>, EditProblem> {
    let document = Document::of(text)?;
    let mut links = Vec::new();
    for from in RecordList::ALL {
        let paths: Vec<&str> = links_of(from, list).collect();
        if paths.is_empty() {
            continue;
        }
        for record in &document.records(from)?.records {
            for path in &paths {
                let mut names = false;
                visit_path(&record.fields, path, &mut |value| names |= is_text(value, id));
                if names {
                    let field = path.split('.').filter(|step| !matches!(*step, "*" | "0"));
                    let field = field.collect::<Vec<_>>().join(".");
                    links.push(Link { list: from, id: record.id.clone().unwrap_or_default(), field });
                }
            }
        }
    }
    Ok(links)
}

/// The edits that give a record another id, and everything that names it with it.
///
/// # Errors
/// There is no such record, the id is taken, or the text cannot be edited.
pub fn rename(text: &str, list: RecordList, id: &str, new: &str) -> Result<Vec<Edit>, EditProblem> {
    let document = Document::of(text)?;
    let records = document.records(list)?;
    records.get(id)?;
    if list == RecordList::Dataset {
        return Err(EditProblem::WholeDataset);
    }
    if new.is_empty() {
        return Err(EditProblem::NoId(list.key()));
    }
    if new != id && records.find(new)?.is_some() {
        return Err(EditProblem::IdTaken(list.key(), new.to_owned()));
    }
    let mut edits = Vec::new();
    let new_json = Json::text(new);
    for from in RecordList::ALL {
        let paths: Vec<&str> = links_of(from, list).collect();
        for record in document.records(from)?.records.iter().filter(|_| !paths.is_empty()) {
            let Some(own) = &record.id else { continue };
            for (name, json) in &record.fields {
                let mut places = Vec::new();
                for path in paths.iter().filter(|path| path.split('.').next() == Some(&**name)) {
                    visit_path(&record.fields, path, &mut |value| {
                        if is_text(value, id) {
                            places.push(span_in(json, value));
                        }
                    });
                }
                if places.is_empty() {
                    continue;
                }
                places.sort_by_key(|span| std::cmp::Reverse(span.start));
                let mut changed = (*json).to_owned();
                for span in places {
                    changed.replace_range(span.start..span.end, new_json.get());
                }
                edits.push(Edit::set(from, own.clone(), name, Json::new(&changed)));
            }
        }
    }
    edits.push(Edit::set(list, id, list.id_field(), Some(new_json)));
    // A list of acts goes by the id of its treaty, and was given the new one above.
    edits.dedup();
    Ok(edits)
}

/// The events, statements and series that name no source at all, in the order of the file.
///
/// # Errors
/// The text cannot be edited.
pub fn unsourced(text: &str) -> Result<Vec<(RecordList, String)>, EditProblem> {
    let document = Document::of(text)?;
    let mut found = Vec::new();
    let lists = [
        (RecordList::Events, "dates.*.source"),
        (RecordList::Statements, "source"),
        (RecordList::Series, "source"),
    ];
    for (list, path) in lists {
        for record in document.records(list)?.records {
            let mut has_source = false;
            visit_path(&record.fields, path, &mut |value| has_source |= value != "null");
            if let (Some(id), false) = (record.id, has_source) {
                found.push((list, id));
            }
        }
    }
    Ok(found)
}

/// Whether JSON is this text.
fn is_text(json: &str, text: &str) -> bool {
    json.starts_with('"') && serde_json::from_str::<String>(json).is_ok_and(|found| found == text)
}

/// Each value at a path among fields: `*` is every item of a list, a number one item.
fn visit_path<'a>(fields: &super::container::FieldsOf<'a>, path: &str, found: &mut dyn FnMut(&'a str)) {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    if let Some((_, value)) = fields.iter().find(|(field, _)| field == name) {
        visit(value, rest, found);
    }
}

fn visit<'a>(json: &'a str, path: &str, found: &mut dyn FnMut(&'a str)) {
    if path.is_empty() {
        return found(json);
    }
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    let items = || serde_json::from_str::<Array<'a>>(json).map(|array| array.0).unwrap_or_default();
    match (step, step.parse::<usize>()) {
        ("*", _) => items().iter().for_each(|item| visit(item.get(), rest, found)),
        (_, Ok(index)) => items().get(index).into_iter().for_each(|item| visit(item.get(), rest, found)),
        (_, Err(_)) => visit_path(&fields_of(json).unwrap_or_default(), path, found),
    }
}
