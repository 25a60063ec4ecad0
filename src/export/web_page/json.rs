//! JSON as a page carries it: short, and with nothing in it that ends a script or begins markup.

use std::fmt::{Display, Formatter, Result, Write as _};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Null,
    Whole(i64),
    Number(f64),
    Text(String),
    List(Vec<Self>),
    Map(Vec<(&'static str, Self)>),
}

impl Json {
    /// A list of values.
    pub(super) fn list<T: Into<Self>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }

    /// A record: a list without the empty values at its end, since the script takes what is missing for empty.
    pub(super) fn record(values: impl IntoIterator<Item = Self>) -> Self {
        let mut values: Vec<Self> = values.into_iter().collect();
        while values.last().is_some_and(Self::is_empty) {
            values.pop();
        }
        // What is empty before the end is as short as it can be.
        Self::List(
            values.into_iter().map(|value| if value.is_empty() { Self::Whole(0) } else { value }).collect(),
        )
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Whole(number) => *number == 0,
            Self::Number(number) => *number == 0.0,
            Self::Text(text) => text.is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Map(entries) => entries.is_empty(),
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Json {
    fn from(number: usize) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl From<f64> for Json {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Json {
    fn from(is_so: bool) -> Self {
        Self::Whole(is_so.into())
    }
}

impl<T: Into<Self>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl Display for Json {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Whole(number) => write!(f, "{number}"),
            // As short as a number can be that is read as the same.
            Self::Number(number) if number.is_finite() => write!(f, "{number}"),
            Self::Null | Self::Number(_) => f.write_str("null"),
            Self::Text(text) => quoted(text, f),
            Self::List(items) => {
                for (i, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if i == 0 { '[' } else { ',' })?;
                }
                f.write_str(if items.is_empty() { "[]" } else { "]" })
            }
            Self::Map(entries) => {
                for (i, (key, value)) in entries.iter().enumerate() {
                    write!(f, "{}\"{key}\":{value}", if i == 0 { '{' } else { ',' })?;
                }
                f.write_str(if entries.is_empty() { "{}" } else { "}" })
            }
        }
    }
}

fn quoted(text: &str, f: &mut Formatter<'_>) -> Result {
    f.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            // No text can end the element that the data stands in, or open a comment there.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => write!(f, "\\u{:04x}", c as u32)?,
            c if c.is_control() => write!(f, "\\u{:04x}", c as u32)?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_comes_back_and_none_is_markup() {
        for text in [
            "",
            "a \"b\" \\ c\n\t\u{0}\u{7f}",
            "</script><!-- &amp; ]]>",
            "\u{2028}\u{2029} Договор 👩🏽\u{200d}🚀",
        ] {
            let written = Json::from(text).to_string();
            assert!(!written.contains(['<', '>', '&', '\n', '\u{2028}']), "{written}");
            assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
        }
    }

    #[test]
    fn a_record_leaves_out_what_is_empty_at_its_end() {
        let record =
            Json::record([7_usize.into(), "".into(), 1.5.into(), Json::Null, Json::List(Vec::new())]);
        assert_eq!(record.to_string(), "[7,0,1.5]");
        assert_eq!(
            Json::Map(vec![("a", Json::Null), ("b", Json::list(["x"]))]).to_string(),
            r#"{"a":null,"b":["x"]}"#
        );
        assert_eq!(Json::from(f64::NAN).to_string(), "null");
    }
}
