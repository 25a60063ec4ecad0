//! Objects of other programs' JSON, read field by field, with the places of their fields.

use std::borrow::Cow;

use serde_json::value::RawValue;

use crate::diagnostics::Span;
use crate::domain::EdtfDate;
use crate::load::json::{Array, Object, span_in};
use crate::load::reader::Reader;
use crate::load::syntax;
use crate::records::NamedTexts;

/// A JSON object while it is read.
pub(super) struct Item<'a> {
    /// The object as it is written.
    pub(super) json: &'a str,
    pub(super) fields: Vec<(Cow<'a, str>, &'a RawValue)>,
}

impl<'a> Item<'a> {
    /// A value, if it is an object.
    pub(super) fn of(value: &'a RawValue) -> Option<Self> {
        Self::parse(value.get()).ok()
    }

    fn parse(json: &'a str) -> Result<Self, serde_json::Error> {
        serde_json::from_str::<Object<'a>>(json).map(|object| Self { json, fields: object.0 })
    }

    /// The value of a field, unless it is null.
    pub(super) fn get(&self, name: &str) -> Option<&'a RawValue> {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map(|&(_, value)| value).filter(|value| value.get() != "null")
    }

    /// The text of a field: of a text, a number, or true and false; nothing if it is blank.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.get(name).and_then(text_of)
    }

    /// The date in `edtf`, where this program puts what the other format cannot say.
    pub(super) fn own_date(&self) -> Option<String> {
        self.text("edtf").filter(|text| EdtfDate::parse(text).is_ok())
    }

    /// The text of the first of these fields that has one, and its value.
    pub(super) fn first(&self, names: &[&str]) -> Option<(String, &'a RawValue)> {
        names.iter().find_map(|name| {
            let value = self.get(name)?;
            Some((text_of(value)?, value))
        })
    }

    /// The object in a field.
    pub(super) fn item(&self, name: &str) -> Option<Self> {
        self.get(name).and_then(Self::of)
    }

    /// The values in a field: those of a list, or the only one.
    pub(super) fn list(&self, name: &str) -> Vec<&'a RawValue> {
        self.get(name).map(values).unwrap_or_default()
    }

    /// The texts in a field: those of a list, or the only one.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        self.list(name).into_iter().filter_map(text_of).collect()
    }

    /// Where it stands in `text`.
    pub(super) fn span(&self, text: &str) -> Span {
        span_in(text, self.json)
    }

    /// The fields but these, as texts.
    pub(super) fn rest(&self, but: &[&str]) -> NamedTexts {
        let others = self.fields.iter().filter(|(name, _)| !but.contains(&&**name));
        let named = others.filter_map(|(name, value)| Some((name.clone().into_owned(), shown(value)?)));
        NamedTexts(named.collect())
    }
}

/// The values of a list, or a value that is none by itself.
pub(super) fn values(value: &RawValue) -> Vec<&RawValue> {
    match serde_json::from_str::<Array<'_>>(value.get()) {
        Ok(array) => array.0.into_iter().filter(|value| value.get() != "null").collect(),
        Err(_) => vec![value],
    }
}

/// The text of a text, a number, or true and false; nothing if it is blank.
pub(super) fn text_of(value: &RawValue) -> Option<String> {
    let json = value.get();
    let text = match json.as_bytes().first()? {
        b'"' => serde_json::from_str::<String>(json).ok()?,
        b'{' | b'[' | b'n' => return None,
        _ => json.to_owned(),
    };
    let trimmed = text.trim();
    if trimmed.is_empty() { None } else { Some(trimmed.to_owned()) }
}

/// A value as it is shown where nothing more is known of it: texts as they are, lists of texts with semicolons, and what is
/// nested as JSON.
pub(super) fn shown(value: &RawValue) -> Option<String> {
    const MAX_CHARS: usize = 2000;
    if let Some(text) = text_of(value) {
        return Some(text);
    }
    let json = value.get();
    let texts: Option<Vec<String>> = match json.as_bytes().first()? {
        b'[' => values(value).into_iter().map(text_of).collect(),
        b'{' => None,
        _ => return None,
    };
    let text = texts.map_or_else(|| json.to_owned(), |texts| texts.join("; "));
    let is_empty = text.is_empty() || text == "{}";
    (!is_empty).then(|| text.chars().take(MAX_CHARS).collect())
}

/// The object that a file is; what keeps it from being one is reported.
pub(super) fn object_of<'a>(reader: &mut Reader<'a, '_>) -> Option<Item<'a>> {
    match Item::parse(reader.text) {
        Ok(item) => Some(item),
        Err(err) => {
            syntax::report(reader.text, &err, reader.sink);
            None
        }
    }
}

/// The list that a file is; what keeps it from being one is reported.
pub(super) fn list_of<'a>(reader: &mut Reader<'a, '_>) -> Option<Vec<&'a RawValue>> {
    match serde_json::from_str::<Array<'a>>(reader.text) {
        Ok(array) => Some(array.0),
        Err(err) => {
            syntax::report(reader.text, &err, reader.sink);
            None
        }
    }
}

/// Whether a file is a list.
pub(super) fn is_list(text: &str) -> bool {
    text.trim_start().starts_with('[')
}
