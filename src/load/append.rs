//! Adding records to a data file: the file stays as it is, byte for byte, and what is new stands at the end of its lists.

use serde::Serialize;

use crate::domain::Additions;

use super::explain::kind_of;
use super::json::{Object, span_in};

/// Records in the order of fields that people read them in; what is absent is left out.
mod out {
    use serde::Serialize;

    use crate::domain::{NewAbout, NewSource, NewSpeaker, NewStatement};

    #[derive(Serialize)]
    pub(super) struct Source<'a> {
        id: &'a str,
        title: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        accessed: Option<&'a str>,
        lang: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        document: Option<&'a str>,
        sha256: &'a str,
    }

    impl<'a> From<&'a NewSource> for Source<'a> {
        fn from(new: &'a NewSource) -> Self {
            let NewSource { id, title, accessed, lang, document, sha256 } = new;
            Self { id, title, accessed: accessed.as_deref(), lang, document: document.as_deref(), sha256 }
        }
    }

    #[derive(Serialize)]
    pub(super) struct Speaker<'a> {
        id: &'a str,
        name: &'a str,
    }

    impl<'a> From<&'a NewSpeaker> for Speaker<'a> {
        fn from(NewSpeaker { id, name }: &'a NewSpeaker) -> Self {
            Self { id, name }
        }
    }

    #[derive(Serialize)]
    pub(super) struct Statement<'a> {
        id: &'a str,
        quote: &'a str,
        lang: &'a str,
        speaker: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        role: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        country: Option<&'a str>,
        date: &'a str,
        source: &'a str,
        selector: Selector<'a>,
        about: Vec<About<'a>>,
    }

    #[derive(Serialize)]
    struct Selector<'a> {
        exact: &'a str,
        prefix: &'a str,
        suffix: &'a str,
    }

    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    enum About<'a> {
        Event(&'a str),
        Treaty(&'a str),
    }

    impl<'a> From<&'a NewStatement> for Statement<'a> {
        fn from(new: &'a NewStatement) -> Self {
            let NewStatement { id, quote, lang, speaker, role, country, date, source, selector, about } = new;
            let about = about.iter().map(|about| match about {
                NewAbout::Event(id) => About::Event(id),
                NewAbout::Treaty(id) => About::Treaty(id),
            });
            Self {
                id,
                quote,
                lang,
                speaker,
                role: role.as_deref(),
                country: country.as_deref(),
                date,
                source,
                selector: Selector {
                    exact: &selector.exact,
                    prefix: &selector.prefix,
                    suffix: &selector.suffix,
                },
                about: about.collect(),
            }
        }
    }
}

/// The text of a data file with records added, in the file's own manner of indenting.
///
/// # Errors
/// What is wrong with the file, when it is no JSON object, or what is added to is no list.
pub(super) fn append(text: &str, additions: &Additions) -> Result<String, String> {
    let Object(fields) = serde_json::from_str(text).map_err(|err| err.to_string())?;
    let manner = Manner::of(text);
    let lists = [
        ("sources", manner.records::<out::Source<'_>, _>(&additions.sources)?),
        ("speakers", manner.records::<out::Speaker<'_>, _>(&additions.speakers)?),
        ("statements", manner.records::<out::Statement<'_>, _>(&additions.statements)?),
    ];
    let mut edits = Vec::new();
    for (name, records) in lists.iter().filter(|(_, records)| !records.is_empty()) {
        let list = fields.iter().find(|(field, _)| field == name).map(|(_, raw)| raw.get());
        edits.push(edit(text, &manner, name, list, records)?);
    }
    // The last first, so that the places of the others stay true.
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.at));
    let mut out = text.to_owned();
    for edit in edits {
        out.replace_range(edit.at..edit.at + edit.removed, &edit.new);
    }
    Ok(out)
}

/// What is written at a place in place of so many bytes.
struct Edit {
    at: usize,
    removed: usize,
    new: String,
}

/// Where records go, and what is to be written there.
fn edit(
    text: &str,
    manner: &Manner,
    name: &str,
    list: Option<&str>,
    records: &[String],
) -> Result<Edit, String> {
    let (line, deep) = (manner.line(1), manner.line(2));
    let joined = records.iter().map(|record| format!("{deep}{record}")).collect::<Vec<_>>().join(",");
    let Some(list) = list else {
        let open = text.find('{').map_or(0, |at| at + 1);
        let is_alone = text.get(open..).unwrap_or_default().trim_start().starts_with('}');
        let comma = if is_alone { "" } else { "," };
        let new = format!("{line}\"{name}\": [{joined}{line}]{comma}");
        return Ok(Edit { at: open, removed: 0, new });
    };
    let at = span_in(text, list).start;
    if list == "null" {
        return Ok(Edit { at, removed: list.len(), new: format!("[{joined}{line}]") });
    }
    let Some(inside) = list.strip_prefix('[').and_then(|list| list.strip_suffix(']')) else {
        return Err(format!("\"{name}\" is {} and must be a list", kind_of(list)));
    };
    let inside = inside.trim_end();
    let (comma, end) = if inside.is_empty() { ("", line.as_str()) } else { (",", "") };
    Ok(Edit { at: at + 1 + inside.len(), removed: 0, new: format!("{comma}{joined}{end}") })
}

/// How a file is indented.
struct Manner {
    /// One step; `None` where all stands on one line.
    step: Option<String>,
    line_end: &'static str,
}

impl Manner {
    fn of(text: &str) -> Self {
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut lines = text.lines().skip(1).filter(|line| !line.trim().is_empty());
        let step = lines.next().map(|line| {
            let indent: String = line.chars().take_while(|c| matches!(c, ' ' | '\t')).take(8).collect();
            if indent.is_empty() { "  ".to_owned() } else { indent }
        });
        Self { step, line_end }
    }

    /// The beginning of a line so many steps in.
    fn line(&self, deep: usize) -> String {
        self.step.as_ref().map_or_else(String::new, |step| format!("{}{}", self.line_end, step.repeat(deep)))
    }

    /// Records as they stand in a list, two steps in.
    fn records<'a, Out: Serialize + From<&'a New>, New>(
        &self,
        records: &'a [New],
    ) -> Result<Vec<String>, String> {
        records.iter().map(|new| self.record(&Out::from(new)).map_err(|err| err.to_string())).collect()
    }

    fn record(&self, record: &impl Serialize) -> serde_json::Result<String> {
        let Some(step) = &self.step else { return serde_json::to_string(record) };
        let mut out = Vec::new();
        let formatter = serde_json::ser::PrettyFormatter::with_indent(step.as_bytes());
        record.serialize(&mut serde_json::Serializer::with_formatter(&mut out, formatter))?;
        Ok(String::from_utf8_lossy(&out).replace('\n', &self.line(2)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NewSpeaker;

    fn added() -> Additions {
        Additions {
            speakers: vec![NewSpeaker { id: "kay".into(), name: "Ann \"K\" Kay".into() }],
            ..Additions::default()
        }
    }

    #[test]
    fn what_stands_in_the_file_stays_and_what_is_new_comes_last() {
        let text = "{\n \"speakers\": [\n  {\n   \"id\": \"a\"\n  }\n ],\n \"title\": \"T\"\n}\n";
        assert_eq!(
            append(text, &added()).unwrap(),
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
            let out = append(text, &added()).unwrap();
            assert_eq!(out, expected);
            serde_json::from_str::<serde_json::Value>(&out).unwrap();
        }
        let crlf = append("{\r\n\t\"speakers\": []\r\n}", &added()).unwrap();
        assert_eq!(
            crlf,
            "{\r\n\t\"speakers\": [\r\n\t\t{\r\n\t\t\t\"id\": \"kay\",\r\n\t\t\t\"name\": \"Ann \\\"K\\\" Kay\"\r\n\t\t}\r\n\t]\r\n}"
        );
        assert!(append("nonsense", &added()).is_err());
        let err = append(r#"{"speakers":"none"}"#, &added()).unwrap_err();
        assert_eq!(err, "\"speakers\" is a text and must be a list");
    }
}
