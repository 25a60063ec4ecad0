//! JSON as it is written: whether two texts mean the same, and a value written in the way of its surroundings.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::value::RawValue;

use crate::load::{Array, Object};
use crate::records::Json;

/// How deep values are compared and laid out in lines; what is deeper is taken as it stands.
const MAX_DEPTH: usize = 64;

/// What surrounds a value that is written.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    /// A line end with the indentation of the line on which the value begins; `None` for a value on one line.
    pub(super) line: Option<String>,
    /// One level of indentation.
    pub(super) level: String,
    /// What stands behind a colon.
    pub(super) after_colon: String,
    /// What stands behind a comma on one line.
    pub(super) after_comma: String,
    /// What stands inside the braces of an object on one line.
    pub(super) padding: String,
}

impl Form {
    /// A value in this form. Strings and numbers stay as they are spelt.
    pub(super) fn write(&self, json: &str) -> String {
        let mut out = String::with_capacity(json.len() * 2);
        let mut chars = json.chars().peekable();
        let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
        while let Some(c) = chars.next() {
            if in_string {
                out.push(c);
                in_string = escaped || c != '"';
                escaped = c == '\\' && !escaped;
                continue;
            }
            match c {
                ' ' | '\t' | '\n' | '\r' => {}
                '{' | '[' => {
                    out.push(c);
                    while chars.next_if(|next| next.is_ascii_whitespace()).is_some() {}
                    if let Some(end) = chars.next_if(|next| matches!(next, '}' | ']')) {
                        out.push(end);
                    } else {
                        depth += 1;
                        self.break_line(depth, c == '{', &mut out);
                    }
                }
                '}' | ']' => {
                    depth = depth.saturating_sub(1);
                    self.break_line(depth, c == '}', &mut out);
                    out.push(c);
                }
                ',' => {
                    out.push(c);
                    if self.line.is_some() {
                        self.break_line(depth, false, &mut out);
                    } else {
                        out.push_str(&self.after_comma);
                    }
                }
                ':' => {
                    out.push(c);
                    out.push_str(&self.after_colon);
                }
                c => {
                    in_string = c == '"';
                    out.push(c);
                }
            }
        }
        out
    }

    /// A line break, or what stands inside a bracket instead.
    fn break_line(&self, depth: usize, is_object: bool, out: &mut String) {
        match &self.line {
            Some(line) if depth <= MAX_DEPTH => {
                out.push_str(line);
                for _ in 0..depth {
                    out.push_str(&self.level);
                }
            }
            None if is_object => out.push_str(&self.padding),
            Some(_) | None => {}
        }
    }
}

/// JSON without white space.
fn compact(json: &str) -> String {
    Form::default().write(json)
}

/// A value without white space, as patches have it.
pub(super) fn compact_value(json: &str) -> Option<Json> {
    Json::new(&compact(json))
}

/// Whether two JSON values mean the same: white space, escapes and the order of fields say nothing. Numbers are the same
/// where they are spelt alike.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one == other || is_same_at(one, other, 0)
}

fn is_same_at(one: &str, other: &str, depth: usize) -> bool {
    if one == other {
        return true;
    }
    if depth > MAX_DEPTH {
        return compact(one) == compact(other);
    }
    match (one.chars().next(), other.chars().next()) {
        (Some('"'), Some('"')) => {
            let text = |json: &str| serde_json::from_str::<String>(json).ok();
            text(one).is_some_and(|one| text(other) == Some(one))
        }
        (Some('['), Some('[')) => {
            let items = |json| serde_json::from_str::<Array<'_>>(json).map(|array| array.0);
            let (Ok(one), Ok(other)) = (items(one), items(other)) else { return false };
            one.len() == other.len()
                && std::iter::zip(one, other)
                    .all(|(one, other)| is_same_at(one.get(), other.get(), depth + 1))
        }
        (Some('{'), Some('{')) => {
            let fields = |json| serde_json::from_str::<Object<'_>>(json).map(|object| object.0);
            let (Ok(one), Ok(other)) = (fields(one), fields(other)) else { return false };
            // A name that occurs twice means nothing that can be compared.
            let (Some(one), Some(other)) = (by_name(&one), by_name(&other)) else { return false };
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(name, one)| other.get(name).is_some_and(|other| is_same_at(one, other, depth + 1)))
        }
        _ => false,
    }
}

/// The values of an object by their names; `None` if a name occurs twice.
fn by_name<'a>(fields: &'a [(Cow<'a, str>, &'a RawValue)]) -> Option<HashMap<&'a str, &'a str>> {
    let by_name: HashMap<_, _> = fields.iter().map(|(name, value)| (&**name, value.get())).collect();
    (by_name.len() == fields.len()).then_some(by_name)
}

/// Whether JSON is a list or an object.
pub(super) fn is_container(json: &str) -> bool {
    json.starts_with(['{', '['])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spelt_otherwise_and_means_the_same_is_the_same() {
        for (one, other, expected) in [
            (r#"{"a": 1, "b": ["é"]}"#, r#"{"b":["\u00e9"],"a":1}"#, true),
            ("1", "1.0", false),
            (r#"{"a":1}"#, r#"{"a":1,"a":1}"#, false),
            (r#"{"a":1,"a":1}"#, r#"{"a":1,"b":1}"#, false),
            ("[1,2]", "[2,1]", false),
            ("null", "[]", false),
        ] {
            assert_eq!(is_same(one, other), expected, "{one} {other}");
        }
        let deep = |end: &str| format!("{}{end}{}", "[".repeat(5000), "]".repeat(5000));
        assert!(!is_same(&deep("1"), &deep("2")));
    }

    #[test]
    fn a_value_is_written_on_one_line_or_on_many() {
        let json = "{ \"a b\\\"\" : [1 , {}], \"c\":{\"d\":\"x, y: [z]\"}}";
        let mut form = Form { after_colon: " ".into(), after_comma: " ".into(), ..Form::default() };
        assert_eq!(form.write(json), r#"{"a b\"": [1, {}], "c": {"d": "x, y: [z]"}}"#);
        form.line = Some("\n ".into());
        form.level = " ".into();
        assert_eq!(
            form.write(json),
            "{\n  \"a b\\\"\": [\n   1,\n   {}\n  ],\n  \"c\": {\n   \"d\": \"x, y: [z]\"\n  }\n }"
        );
    }
}
