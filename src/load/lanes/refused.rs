//! Why a record is refused.

use serde_json::value::RawValue;

use crate::diagnostics::{JsonKind, LaneProblem, LaneValue};
use crate::load::json::{Object, bare_message};
use crate::load::words::short;

/// The problem of a start that is only `..`, with the record's end.
pub(super) fn open_start(end: Option<&str>) -> LaneProblem {
    LaneProblem::OpenStart(end.filter(|end| !end.is_empty() && !end.contains("..")).map(short))
}

/// The problem of a record that does not deserialize; `err` is the error of `serde_json`.
pub(super) fn of_shape(record: &[u8], err: &serde_json::Error) -> LaneProblem {
    let Ok(Object(fields)) = serde_json::from_slice::<Object<'_>>(record) else {
        return LaneProblem::NotAnEvent;
    };
    let wrong = ["id", "lane", "start", "end", "label"].iter().find_map(|&name| {
        let values: Vec<&RawValue> =
            fields.iter().filter(|(field, _)| field == name).map(|(_, value)| *value).collect();
        wrong_field(name, &values)
    });
    wrong.unwrap_or_else(|| LaneProblem::Other(bare_message(err)))
}

/// The problem of a field, if there is one; `values` are all values written for it.
fn wrong_field(field: &'static str, values: &[&RawValue]) -> Option<LaneProblem> {
    let value = match values {
        [] => {
            let is_needed = matches!(field, "id" | "lane" | "start");
            return is_needed.then_some(LaneProblem::MissingField(field));
        }
        [value] => value.get(),
        _ => return Some(LaneProblem::DuplicateField(field)),
    };
    let found = JsonKind::of(value);
    let expected = match (field, found) {
        (_, JsonKind::Number) if value.parse::<f64>().is_ok_and(f64::is_infinite) => {
            return Some(LaneProblem::LargeNumber(field));
        }
        (_, JsonKind::Text)
        | ("id" | "lane" | "start" | "end", JsonKind::Number)
        | ("end", JsonKind::Null) => return None,
        ("id" | "lane", _) => LaneValue::NumberOrText,
        ("start", _) => LaneValue::Date,
        ("end", _) => LaneValue::DateOrNull,
        _ => LaneValue::Text,
    };
    Some(LaneProblem::WrongKind { field, found, expected })
}
