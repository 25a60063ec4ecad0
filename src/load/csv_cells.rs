//! Cells of CSV tables as fields of records in JSON: lists, numbers, and fields inside of others.

use serde_json::{Map, Value};

/// Fields that are lists of texts, divided by `|`.
const TEXTS: [&str; 6] = ["aliases", "parties", "depositaries", "tags", "lacks", "keys"];

/// A row of a table by its columns; empty cells are not among them.
pub(super) type Cells = Vec<(String, String)>;

/// Adds an entry to a list of a record.
pub(super) fn push(record: &mut Map<String, Value>, field: &str, cells: Cells) {
    let mut item = Map::new();
    for (name, text) in cells {
        insert(&mut item, &name, value_of(&name, text));
    }
    let list = record.entry(field).or_insert_with(|| Value::Array(Vec::new()));
    if let Value::Array(items) = list {
        items.push(Value::Object(item));
    }
}

/// Puts a value under a name, or inside of another field if there is a dot in it.
pub(super) fn insert(record: &mut Map<String, Value>, name: &str, value: Value) {
    match name.split_once('.') {
        None => {
            record.insert(name.to_owned(), value);
        }
        Some((outer, inner)) => {
            let field = record.entry(outer).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(fields) = field {
                insert(fields, inner, value);
            }
        }
    }
}

pub(super) fn value_of(name: &str, text: String) -> Value {
    match name {
        "preferred" | "unsourced" => Value::Bool(text.trim() == "true"),
        "value" => match (text.trim().parse::<i64>(), text.trim().parse::<f64>()) {
            (Ok(whole), _) => whole.into(),
            (_, Ok(number)) => {
                serde_json::Number::from_f64(number).map_or(Value::String(text), Value::Number)
            }
            _ => Value::String(text),
        },
        _ if TEXTS.contains(&name) => texts_of(&text).into(),
        _ => text.into(),
    }
}

/// The texts of a list, divided by `|`; a backslash stands before one that is meant.
fn texts_of(cell: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        match (c, texts.last_mut()) {
            ('|', _) => texts.push(String::new()),
            ('\\', Some(last)) => last.extend(chars.next()),
            (c, Some(last)) => last.push(c),
            (_, None) => {}
        }
    }
    texts.retain(|text| !text.trim().is_empty());
    texts
}
