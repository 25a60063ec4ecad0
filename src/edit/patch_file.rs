//! The file of a patch: read with what is wrong in it, and written.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::diagnostics::EditProblem;
use crate::load::Array;
use crate::records::{Json, Origin, PATCH_FORMAT, Patch, PatchChange, PatchedDataset, Position, RecordList};

use super::container::FieldsOf;
use super::document::fields_of;
use super::file_text::FileText;
use super::raw::compact_value;

/// A patch from its file.
///
/// # Errors
/// It is no patch, or something in it makes no sense.
pub fn read_patch(bytes: &[u8]) -> Result<Patch, EditProblem> {
    let text = FileText::of(bytes)?.text;
    if let Err(err) = serde_json::from_str::<&RawValue>(&text) {
        return Err(EditProblem::PatchSyntax(err.line(), err.column()));
    }
    let fields = fields_of(&text).ok_or(EditProblem::NoObject)?;
    let format = word(&fields, "format").ok().flatten().unwrap_or_default();
    if format != PATCH_FORMAT {
        return Err(EditProblem::NotAPatch(format));
    }
    let dataset = value(&fields, "dataset").and_then(fields_of).unwrap_or_default();
    let named = |field| word(&dataset, field).ok().flatten().unwrap_or_default();
    let dataset = PatchedDataset { title: named("title"), version: named("version"), hash: named("hash") };
    let changes = value(&fields, "changes").map(serde_json::from_str::<Array<'_>>);
    let Some(Ok(Array(changes))) = changes else { return Err(EditProblem::PatchField(0, "changes")) };
    let changes = changes.iter().enumerate().map(|(index, json)| change(index + 1, json.get()));
    Ok(Patch { dataset, changes: changes.collect::<Result<_, _>>()? })
}

/// A change of a patch by its number.
fn change(number: usize, json: &str) -> Result<PatchChange, EditProblem> {
    let fields = fields_of(json).ok_or(EditProblem::PatchField(number, "list"))?;
    let text =
        |field: &'static str| word(&fields, field).map_err(|NoText| EditProblem::PatchField(number, field));
    let needed = |field| text(field)?.ok_or(EditProblem::PatchField(number, field));
    let list = needed("list")?;
    let list = RecordList::from_key(&list).ok_or(EditProblem::UnknownList(number, list))?;
    let json = |field: &str| value(&fields, field).and_then(compact_value);
    let change = PatchChange {
        origin: Origin {
            author: text("author")?.unwrap_or_default(),
            date: text("date")?.unwrap_or_default(),
            reason: text("reason")?.unwrap_or_default(),
            source: text("source")?.unwrap_or_default(),
        },
        list,
        id: if list == RecordList::Dataset { String::new() } else { needed("id")? },
        field: text("field")?,
        before: json("before"),
        after: json("after"),
        position: match text("follows")? {
            Some(id) if id.is_empty() => Position::First,
            Some(id) => Position::After(id),
            None => Position::Last,
        },
    };
    if change.before.is_none() && change.after.is_none() {
        return Err(EditProblem::PatchField(number, "after"));
    }
    Ok(change)
}

/// A value that should be a text is none.
struct NoText;

/// A text; `None` where the field is missing or null.
fn word(fields: &FieldsOf<'_>, field: &str) -> Result<Option<String>, NoText> {
    let Some(json) = value(fields, field) else { return Ok(None) };
    serde_json::from_str(json).map_err(|_not_a_text| NoText)
}

fn value<'a>(fields: &FieldsOf<'a>, field: &str) -> Option<&'a str> {
    fields.iter().find(|(name, _)| name == field).map(|(_, value)| *value)
}

/// The file of a patch: one line for a field of a change, as other files of the format are written.
pub fn write_patch(patch: &Patch) -> String {
    #[derive(Serialize)]
    struct File<'a> {
        format: &'static str,
        dataset: Dataset<'a>,
        changes: Vec<Entry<'a>>,
    }
    #[derive(Serialize)]
    struct Dataset<'a> {
        #[serde(skip_serializing_if = "str::is_empty")]
        title: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        version: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        hash: &'a str,
    }
    #[derive(Serialize)]
    struct Entry<'a> {
        #[serde(skip_serializing_if = "str::is_empty")]
        author: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        date: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        reason: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        source: &'a str,
        list: &'static str,
        #[serde(skip_serializing_if = "str::is_empty")]
        id: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        field: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        follows: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<&'a Json>,
        #[serde(skip_serializing_if = "Option::is_none")]
        after: Option<&'a Json>,
    }
    let PatchedDataset { title, version, hash } = &patch.dataset;
    let changes = patch.changes.iter().map(|change| Entry {
        author: &change.origin.author,
        date: &change.origin.date,
        reason: &change.origin.reason,
        source: &change.origin.source,
        list: change.list.key(),
        id: &change.id,
        field: change.field.as_deref(),
        follows: match &change.position {
            Position::Last => None,
            Position::First => Some(""),
            Position::After(id) => Some(id),
        },
        before: change.before.as_ref(),
        after: change.after.as_ref(),
    });
    let file =
        File { format: PATCH_FORMAT, dataset: Dataset { title, version, hash }, changes: changes.collect() };
    // What is made of texts and JSON has a form in JSON.
    let json = serde_json::to_string(&file).unwrap_or_default();
    let form = super::raw::Form {
        line: Some("\n".to_owned()),
        level: " ".to_owned(),
        after_colon: " ".to_owned(),
        ..super::raw::Form::default()
    };
    format!("{}\n", form.write(&json))
}
