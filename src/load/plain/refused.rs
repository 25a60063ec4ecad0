//! Why a record of plain lanes cannot be taken, in plain words.

use serde_json::value::RawValue;

use crate::load::explain::kind_of;
use crate::load::json::Object;
use crate::load::words::short;

/// Why a record cannot be taken, and what is known of the way out.
#[derive(Debug)]
pub(super) struct Refused {
    pub(super) message: String,
    /// The text that is no date, if it is that.
    pub(super) bad_date: Option<String>,
    /// What to do, where that is known.
    pub(super) help: Option<String>,
}

impl Refused {
    pub(super) fn new(message: String) -> Self {
        Self { message, bad_date: None, help: None }
    }

    /// An end that is written and empty.
    pub(super) fn empty_end() -> Self {
        let help = Some("write null, or leave \"end\" out".to_owned());
        Self { help, ..Self::new("\"end\" is empty".to_owned()) }
    }

    /// A start that is `..` alone; `end` is the end that stands beside it.
    pub(super) fn open_start(end: Option<&str>) -> Self {
        let help = match end {
            Some(end) if !end.is_empty() && !end.contains("..") => {
                format!("write \"start\":\"../{}\" and leave \"end\" out", short(end))
            }
            _ => "write an end behind it, as in \"start\":\"../1960\"".to_owned(),
        };
        Self { help: Some(help), ..Self::new("\"start\" is open and names no end".to_owned()) }
    }

    /// What is wrong with the shape of a record, where `err` is what `serde_json` makes of it.
    pub(super) fn of_shape(record: &[u8], err: &serde_json::Error) -> Self {
        let Ok(Object(fields)) = serde_json::from_slice::<Object<'_>>(record) else {
            return Self::new("this is no event { … }".to_owned());
        };
        let told = ["id", "lane", "start", "end", "label"].iter().find_map(|&name| {
            let values: Vec<&RawValue> =
                fields.iter().filter(|(field, _)| field == name).map(|(_, value)| *value).collect();
            wrong_field(name, &values)
        });
        let message = told.unwrap_or_else(|| {
            let message = err.to_string();
            // The place inside the record would be taken for one in the file.
            message.rsplit_once(" at line ").map_or_else(|| message.clone(), |(what, _)| what.to_owned())
        });
        Self::new(message)
    }
}

/// What is wrong with a field, if anything is.
fn wrong_field(name: &str, values: &[&RawValue]) -> Option<String> {
    let value = match values {
        [] => {
            let is_needed = matches!(name, "id" | "lane" | "start");
            return is_needed.then(|| format!("the event has no \"{name}\""));
        }
        [value] => value.get(),
        _ => return Some(format!("\"{name}\" stands twice in the event")),
    };
    let kind = kind_of(value);
    let wanted = match (name, kind) {
        (_, "a number") if value.parse::<f64>().is_ok_and(f64::is_infinite) => {
            return Some(format!("\"{name}\" is larger than any number can be"));
        }
        (_, "a text") | ("id" | "lane" | "start" | "end", "a number") | ("end", "null") => return None,
        ("id" | "lane", _) => "a number or a text",
        ("start", _) => "a date in quotation marks",
        ("end", _) => "a date in quotation marks, or null",
        _ => "a text",
    };
    Some(format!("\"{name}\" is {kind} and must be {wanted}"))
}
