//! Records to bytes: what is added goes to the end of a file's lists, and all else stays as it is, byte for byte; and a
//! dataset in the formats of other programs, as a bibliography or as a chronology.
//!
//! Architecture Invariant: this room returns bytes; it never writes a file and never panics on input.

#![warn(clippy::indexing_slicing, clippy::string_slice, clippy::panic, clippy::expect_used)]

mod chronology;
mod citations;
mod days;
mod export_selection;
mod formats;
mod indent;

use serde::Serialize;

use crate::diagnostics::{FileProblem, Report, Severity, Sink};
use crate::load::{Encoding, Loaded, Object, decode, load, span_in};
use crate::records::Additions;

pub use citations::{
    CitationFormat, CitationStyle, Cited, StyleFile, cite, cite_in_style, cite_in_style_file,
};
pub use export_selection::ExportSelection;
pub use formats::{Output, Written, write};

pub(crate) use indent::IndentStyle;

/// A data file with records added, in the encoding that it has, and what is read from it. Errors in the report mean that
/// it must not be written.
///
/// # Errors
/// The report on the file, when it cannot be added to without loss.
pub fn append(name: &str, bytes: &[u8], additions: &Additions) -> Result<(Vec<u8>, Loaded), Report> {
    let refused = || load(name, bytes.to_vec(), &()).report;
    let mut sink = Sink::default();
    let encoding = Encoding::of(bytes);
    let text = decode(bytes.to_vec(), &mut sink);
    if sink.count(Severity::Error) > 0 {
        return Err(refused());
    }
    if !is_native(&text) {
        return Err(Report::refused(name, "not-added-to", FileProblem::NotNative));
    }
    if encoding.encode(&text) != bytes {
        return Err(Report::refused(name, "not-added-to", FileProblem::NotRoundTrip));
    }
    let appended = encoding.encode(&append_to_text(&text, additions).ok_or_else(refused)?);
    let loaded = load(name, appended.clone(), &());
    Ok((appended, loaded))
}

/// Whether a text is in the native format: a reader of another one would not see what is added.
fn is_native(text: &str) -> bool {
    let Ok(Object(fields)) = serde_json::from_str(text) else { return false };
    let format = fields.iter().find(|(name, _)| name == "format");
    format.is_some_and(|(_, raw)| raw.get().starts_with("\"treaty-timeline/"))
}

/// The text of a data file with records added, indented as the file is; `None` where it is no JSON object, or what is
/// added to is no list.
fn append_to_text(text: &str, additions: &Additions) -> Option<String> {
    let Object(fields) = serde_json::from_str(text).ok()?;
    let style = IndentStyle::of(text);
    let lists = [
        ("sources", items(&style, &additions.sources)?),
        ("speakers", items(&style, &additions.speakers)?),
        ("statements", items(&style, &additions.statements)?),
    ];
    let mut edits = Vec::new();
    for (name, items) in lists.iter().filter(|(_, items)| !items.is_empty()) {
        let list = fields.iter().find(|(field, _)| field == name).map(|(_, raw)| raw.get());
        edits.push(edit(text, &style, name, list, items)?);
    }
    // From the last to the first, so that the offsets of the others stay right.
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.offset));
    let mut appended = text.to_owned();
    for edit in edits {
        appended.replace_range(edit.offset..edit.offset + edit.removed_len, &edit.new);
    }
    Some(appended)
}

/// Records as the items of a list, with commas between them; empty where there are none.
fn items(style: &IndentStyle, records: &[impl Serialize]) -> Option<String> {
    let items = records.iter().map(|record| Some(format!("{}{}", style.line(2), style.record(record).ok()?)));
    Some(items.collect::<Option<Vec<_>>>()?.join(","))
}

/// A replacement of so many bytes from an offset on.
struct Edit {
    offset: usize,
    removed_len: usize,
    new: String,
}

/// Adds items to a list of a file, which may not be there.
fn edit(text: &str, style: &IndentStyle, name: &str, list: Option<&str>, items: &str) -> Option<Edit> {
    let line = style.line(1);
    let Some(list) = list else {
        let offset = text.find('{').map_or(0, |brace| brace + 1);
        let is_only_field = text.get(offset..).unwrap_or_default().trim_start().starts_with('}');
        let comma = if is_only_field { "" } else { "," };
        return Some(Edit {
            offset,
            removed_len: 0,
            new: format!("{line}\"{name}\": [{items}{line}]{comma}"),
        });
    };
    let offset = span_in(text, list).start;
    if list == "null" {
        return Some(Edit { offset, removed_len: list.len(), new: format!("[{items}{line}]") });
    }
    let inside = list.strip_prefix('[')?.strip_suffix(']')?.trim_end();
    let (comma, end) = if inside.is_empty() { ("", line.as_str()) } else { (",", "") };
    Some(Edit { offset: offset + 1 + inside.len(), removed_len: 0, new: format!("{comma}{items}{end}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::SpeakerRecord;

    fn added() -> Additions {
        Additions {
            speakers: vec![SpeakerRecord {
                id: "kay".into(),
                name: "Ann \"K\" Kay".into(),
                ..SpeakerRecord::default()
            }],
            ..Additions::default()
        }
    }

    #[test]
    fn the_file_is_kept_and_what_is_added_comes_last() {
        let text = "{\n \"speakers\": [\n  {\n   \"id\": \"a\"\n  }\n ],\n \"title\": \"T\"\n}\n";
        assert_eq!(
            append_to_text(text, &added()).unwrap(),
            "{\n \"speakers\": [\n  {\n   \"id\": \"a\"\n  },\n  {\n   \"id\": \"kay\",\n   \"name\": \"Ann \\\"K\\\" Kay\"\n  }\n ],\n \"title\": \"T\"\n}\n"
        );
    }

    #[test]
    fn lists_that_are_empty_missing_or_on_one_line_are_added_to() {
        let record = r#"{"id":"kay","name":"Ann \"K\" Kay"}"#;
        for (text, expected) in [
            (r#"{"title":"T"}"#, format!(r#"{{"speakers": [{record}],"title":"T"}}"#)),
            (r#"{"speakers":[ ]}"#, format!(r#"{{"speakers":[{record} ]}}"#)),
            (r#"{"speakers":[{}]}"#, format!(r#"{{"speakers":[{{}},{record}]}}"#)),
            (r#"{"speakers":null,"title":"T"}"#, format!(r#"{{"speakers":[{record}],"title":"T"}}"#)),
            ("{}", format!(r#"{{"speakers": [{record}]}}"#)),
        ] {
            let out = append_to_text(text, &added()).unwrap();
            assert_eq!(out, expected);
            serde_json::from_str::<serde_json::Value>(&out).unwrap();
        }
        let crlf = append_to_text("{\r\n\t\"speakers\": []\r\n}", &added()).unwrap();
        assert_eq!(
            crlf,
            "{\r\n\t\"speakers\": [\r\n\t\t{\r\n\t\t\t\"id\": \"kay\",\r\n\t\t\t\"name\": \"Ann \\\"K\\\" Kay\"\r\n\t\t}\r\n\t]\r\n}"
        );
        assert_eq!(append_to_text("nonsense", &added()), None);
        let text = r#"{"format":"treaty-timeline/1","title":"T","speakers":"none"}"#;
        let report = append("t.json", text.as_bytes(), &added()).unwrap_err();
        assert!(report.to_string().contains("speakers"), "{report}");
    }
}
