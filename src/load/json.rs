//! JSON values that know their position in the text.
//!
//! `serde_json` gives the position of a syntax error, but not of a well-formed value that is wrong. So records are
//! kept as [`RawValue`]s, which borrow from the text: the position of one is the distance of its first byte from the
//! text's first byte. A path inside a record is followed only when a message needs it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::diagnostics::Span;

/// The fields of a JSON object in the order of the file.
pub(crate) struct Object<'a>(pub(crate) Vec<(Cow<'a, str>, &'a RawValue)>);

/// The items of a JSON array.
pub(crate) struct Array<'a>(pub(crate) Vec<&'a RawValue>);

/// A step into a JSON value.
#[derive(Clone, Copy, Debug)]
pub(super) enum PathStep<'a> {
    /// Into the field of this name.
    Key(&'a str),
    /// Into the item at this index.
    Item(usize),
    /// To the name of this field, not its value; only at the end of a path.
    Name(&'a str),
}

/// A field name that borrows where it can; serde's own `Cow<str>` always copies.
struct FieldName<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for FieldName<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;
        impl<'de> Visitor<'de> for NameVisitor {
            type Value = FieldName<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a field name")
            }

            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Self::Value, E> {
                Ok(FieldName(Cow::Borrowed(name)))
            }

            fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
                Ok(FieldName(Cow::Owned(name.to_owned())))
            }
        }
        deserializer.deserialize_str(NameVisitor)
    }
}

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ObjectVisitor;
        impl<'de> Visitor<'de> for ObjectVisitor {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some((name, value)) = map.next_entry::<FieldName<'de>, &RawValue>()? {
                    fields.push((name.0, value));
                }
                Ok(Object(fields))
            }
        }
        deserializer.deserialize_map(ObjectVisitor)
    }
}

impl<'de> Deserialize<'de> for Array<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ArrayVisitor;
        impl<'de> Visitor<'de> for ArrayVisitor {
            type Value = Array<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element::<&RawValue>()? {
                    items.push(item);
                }
                Ok(Array(items))
            }
        }
        deserializer.deserialize_seq(ArrayVisitor)
    }
}

/// The range of `part`, a piece of `whole`, in it.
pub(crate) fn span_in(whole: &str, part: &str) -> Span {
    let start = (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize).min(whole.len());
    Span { start, end: (start + part.len()).min(whole.len()) }
}

/// The value or name at `path` inside `value`, or the last one on the way that exists.
pub(super) fn follow<'a>(value: &'a RawValue, path: &[PathStep<'_>]) -> &'a str {
    let mut at = value;
    for step in path {
        let next = match *step {
            PathStep::Key(key) => object(at).and_then(|fields| field(&fields, key).map(|(_, value)| value)),
            PathStep::Item(index) => array(at).and_then(|items| items.get(index).copied()),
            PathStep::Name(key) => {
                let fields = object(at);
                return match fields.as_ref().and_then(|fields| field(fields, key)) {
                    Some((Some(name), _)) => name,
                    Some((None, value)) => value.get(),
                    None => at.get(),
                };
            }
        };
        match next {
            Some(value) => at = value,
            None => break,
        }
    }
    at.get()
}

/// A field's name as written in the text (if it has no escapes) and its value.
fn field<'a>(fields: &[(Cow<'a, str>, &'a RawValue)], key: &str) -> Option<(Option<&'a str>, &'a RawValue)> {
    fields.iter().find(|(name, _)| name == key).map(|(name, value)| match name {
        Cow::Borrowed(name) => (Some(*name), *value),
        Cow::Owned(_) => (None, *value),
    })
}

fn object(value: &RawValue) -> Option<Vec<(Cow<'_, str>, &RawValue)>> {
    serde_json::from_str::<Object<'_>>(value.get()).ok().map(|object| object.0)
}

fn array(value: &RawValue) -> Option<Vec<&RawValue>> {
    serde_json::from_str::<Array<'_>>(value.get()).ok().map(|array| array.0)
}

/// The byte in `text` that an error's line and column point to.
pub(super) fn offset_of(text: &str, err: &serde_json::Error) -> usize {
    let line_start: usize = match err.line() {
        0 | 1 => 0,
        line => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(at, _)| at + 1),
    };
    // serde_json counts the bytes it has read. Usually the last of them is the wrong one; at the end of the text, and
    // at a raw control character, the wrong one is the next.
    let is_next = err.is_eof() || err.to_string().starts_with("control character");
    let column = if is_next { err.column() } else { err.column().saturating_sub(1) };
    (line_start + column).min(text.len())
}

/// The text of an error, without the position that `serde_json` adds.
pub(super) fn bare_message(err: &serde_json::Error) -> String {
    let text = err.to_string();
    match text.rfind(" at line ") {
        Some(at) => text.get(..at).unwrap_or(&text).to_owned(),
        None => text,
    }
}
