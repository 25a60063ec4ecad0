//! What kind of file it is that is no dataset, told by how it begins, and what to do with it.

use super::rule::Rule;
use crate::diagnostics::Sink;

/// The shortest dataset there is, and where the longer format is described.
pub(super) const SHAPES: &str = r#"the shortest dataset is {"events":[{"id":1,"lane":"Rome","start":"1957-03-25","label":"A day"}]}; `treaty-timeline schema` prints the format for treaties"#;

/// What can be done with a file of another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// It can be read beside the timeline.
    Document,
    /// Its events can be written as a dataset.
    Rewrite,
    /// What is in it may be a dataset.
    Unpack,
    /// It can be saved as a document that can be read beside the timeline.
    SaveAs,
    /// Another file was meant.
    Choose,
}

/// A kind of file that is no dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// As in `a calendar file (.ics)`.
    pub(super) name: String,
    way: Way,
}

impl Kind {
    fn new(name: impl Into<String>, way: Way) -> Self {
        Self { name: name.into(), way }
    }

    /// Whether it is a text of which no more is known.
    pub(super) fn is_any_text(&self) -> bool {
        self.name == ANY_TEXT
    }

    /// Reports that a file is of this kind and not a dataset.
    pub(super) fn report(&self, sink: &mut Sink) {
        let help = match self.way {
            Way::Document => {
                format!(
                    "to read it beside the timeline, choose \"Read a document…\" (Ctrl+Shift+O); {SHAPES}"
                )
            }
            Way::Rewrite => format!("write its events as JSON; {SHAPES}"),
            Way::Unpack => "unpack it, and open the file that is in it".to_owned(),
            Way::SaveAs => format!(
                "save it as PDF, HTML or text to read it beside the timeline (Ctrl+Shift+O); {SHAPES}"
            ),
            Way::Choose => format!("choose another file; {SHAPES}"),
        };
        let message = format!("this is {}, and not a dataset", self.name);
        sink.push(Rule::OtherFormat.breach(None, message, &help));
    }
}

const ANY_TEXT: &str = "a text";

/// How files begin that are no texts.
const SIGNATURES: &[(&[u8], &str, Way)] = &[
    (b"%PDF-", "a PDF document", Way::Document),
    (b"\x1f\x8b", "a file compressed with gzip", Way::Unpack),
    (b"BZh91AY&SY", "a file compressed with bzip2", Way::Unpack),
    (b"\xfd7zXZ\0", "a file compressed with xz", Way::Unpack),
    (b"\x28\xb5\x2f\xfd", "a file compressed with Zstandard", Way::Unpack),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", Way::Unpack),
    (b"Rar!\x1a\x07", "a RAR archive", Way::Unpack),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)", Way::Choose),
    (b"\xff\xd8\xff", "a picture (JPEG)", Way::Choose),
    (b"GIF87a", "a picture (GIF)", Way::Choose),
    (b"GIF89a", "a picture (GIF)", Way::Choose),
    (b"II*\0", "a picture (TIFF)", Way::Choose),
    (b"MM\0*", "a picture (TIFF)", Way::Choose),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Microsoft Office file (.xls or .doc)", Way::Rewrite),
    (b"SQLite format 3\0", "an SQLite database", Way::Rewrite),
    (b"{\\rtf", "a rich-text document (RTF)", Way::SaveAs),
];

/// What is in a ZIP archive that is a document, by a name or a type that occurs in it.
const ZIPPED: &[(&[u8], &str, Way)] = &[
    (b"opendocument.spreadsheet", "a spreadsheet (.ods)", Way::Rewrite),
    (b"opendocument.text", "a text document (.odt)", Way::SaveAs),
    (b"application/epub+zip", "an e-book (.epub)", Way::SaveAs),
    (b"xl/workbook", "a spreadsheet (.xlsx)", Way::Rewrite),
    (b"xl/worksheets", "a spreadsheet (.xlsx)", Way::Rewrite),
    (b"word/document", "a text document (.docx)", Way::SaveAs),
];

/// What is in XML, by a tag or an attribute near its beginning.
const TAGGED: &[(&str, &str, Way)] = &[
    ("<!doctype html", "a web page (HTML)", Way::Document),
    ("<html", "a web page (HTML)", Way::Document),
    ("<kml", "a map (KML)", Way::Rewrite),
    ("<gpx", "a track (GPX)", Way::Rewrite),
    ("<rss", "a news feed", Way::Rewrite),
    ("<feed", "a news feed", Way::Rewrite),
    ("<event ", "a SIMILE Timeline file (XML)", Way::Rewrite),
    ("<svg", "a picture (SVG)", Way::Choose),
];

/// The kind of a file that is no text, or of one whose first bytes tell.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Kind> {
    const ENDS: usize = 1 << 16;
    if bytes.starts_with(b"PK\x03\x04") {
        // Names stand with each file and once more at the end.
        let head = bytes.get(..ENDS).unwrap_or(bytes);
        let tail = bytes.get(bytes.len().saturating_sub(ENDS)..).unwrap_or_default();
        let has = |name: &[u8]| [head, tail].iter().any(|part| memchr::memmem::find(part, name).is_some());
        let known = ZIPPED.iter().find(|(part, ..)| has(part));
        return Some(known.map_or_else(
            || Kind::new("a ZIP archive", Way::Unpack),
            |&(_, name, way)| Kind::new(name, way),
        ));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Kind::new("a picture (WebP)", Way::Choose));
    }
    let known = SIGNATURES.iter().find(|(signature, ..)| bytes.starts_with(signature));
    known.map(|&(_, name, way)| Kind::new(name, way))
}

/// The kind of a text that is no JSON object; `None` where it may be meant as JSON.
pub(super) fn of_text(text: &str) -> Option<Kind> {
    let text = without_comments(text);
    let head = text.chars().take(4000).collect::<String>().to_ascii_lowercase();
    match head.chars().next()? {
        // What is left of two versions that were not joined.
        '<' if head.starts_with("<<<<<<<") => None,
        '<' => {
            let known = TAGGED.iter().find(|(tag, ..)| head.contains(tag));
            let xml = || Kind::new("an XML file", Way::Rewrite);
            Some(known.map_or_else(xml, |&(_, name, way)| Kind::new(name, way)))
        }
        '[' if has_all(&head, &["\"start\"", "\"content\""]) => {
            Some(Kind::new("a list of items for vis-timeline (JSON)", Way::Rewrite))
        }
        '[' if serde_json::from_str::<serde::de::IgnoredAny>(text).is_err() => written_for(text),
        '"' | '\'' => written_for(text).or_else(|| table(text)),
        '{' | '[' => None,
        _ if head.starts_with("begin:vcalendar") => Some(Kind::new("a calendar file (.ics)", Way::Rewrite)),
        // A number or a word of JSON.
        _ if serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() => None,
        _ => Some(
            written_for(text)
                .or_else(|| table(text))
                .or_else(|| dated_lines(text))
                .unwrap_or_else(|| Kind::new(ANY_TEXT, Way::Document)),
        ),
    }
}

/// The kind of a JSON object that does not say its format, by its fields and the beginnings of their values.
pub(super) fn of_object<'a>(fields: &(impl Iterator<Item = (&'a str, &'a str)> + Clone)) -> Option<Kind> {
    let has = |name: &str| fields.clone().any(|(field, _)| field == name);
    let within = |name: &str, words: &[&str]| {
        fields.clone().any(|(field, value)| {
            let head: String = value.chars().take(4000).collect();
            field == name && has_all(&head, words)
        })
    };
    let name = if within("events", &["\"start_date\""]) || within("timeline", &["\"startDate\""]) {
        "a TimelineJS file (JSON)"
    } else if has("dateTimeFormat")
        || within("events", &["\"durationEvent\""])
        || within("events", &["\"start\"", "\"title\""])
    {
        "a SIMILE Timeline file (JSON)"
    } else if within("type", &["\"Feature"]) || has("geometry") {
        "a map (GeoJSON)"
    } else if has("entities") || (has("head") && within("results", &["\"bindings\""])) {
        "data of Wikidata (JSON)"
    } else if within("items", &["\"start\""]) {
        "a list of items for vis-timeline (JSON)"
    } else if has("@context") || has("@graph") {
        "linked data (JSON-LD)"
    } else {
        return None;
    };
    Some(Kind::new(name, Way::Rewrite))
}

fn has_all(text: &str, words: &[&str]) -> bool {
    words.iter().all(|word| text.contains(word))
}

/// A text from its first line on that is no comment, if it goes on as JSON does: somebody took JSON for JavaScript.
fn without_comments(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let after = if rest.starts_with("/*") {
            rest.split_once("*/")
        } else if rest.starts_with("<!--") {
            rest.split_once("-->")
        } else if rest.starts_with("//") || rest.starts_with('#') {
            rest.split_once('\n')
        } else {
            None
        };
        match after {
            Some((_, after)) => rest = after.trim_start(),
            None if rest.starts_with('{') => return rest,
            None => return text.trim_start(),
        }
    }
}

/// A text for another program, by its first lines.
fn written_for(text: &str) -> Option<Kind> {
    super::written_for::language_of(text).map(|name| Kind::new(name, Way::Rewrite))
}

/// Lines with as many commas, semicolons or tabs as the first has.
fn table(text: &str) -> Option<Kind> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (first, second) = (lines.next()?, lines.next()?);
    let [comma, semicolon, tab] = [',', ';', '\t'].map(|separator| {
        let (in_first, in_second) = (count_outside(first, separator), count_outside(second, separator));
        if in_first == in_second { in_first } else { 0 }
    });
    let words = if tab > 0 && tab >= comma.max(semicolon) {
        "tabs"
    } else if semicolon > 0 && semicolon >= comma {
        "semicolons"
    } else if comma > 1 || (comma == 1 && is_of_two_columns(text)) {
        "commas"
    } else {
        return None;
    };
    let heads = super::native::shortened(&first.replace('\t', " | "));
    Some(Kind::new(format!("a table with {words} ({heads})"), Way::Rewrite))
}

/// Whether each line is two entries with a comma between them, and no prose, which has a space behind its commas.
fn is_of_two_columns(text: &str) -> bool {
    let is_two = |line: &str| {
        let is_prose = line.split('"').step_by(2).any(|part| part.contains(", "));
        let has_ends = !line.starts_with(',') && !line.trim_end().ends_with(',');
        count_outside(line, ',') == 1 && !is_prose && has_ends
    };
    text.lines().filter(|line| !line.trim().is_empty()).take(20).all(is_two)
}

/// How often a separator stands in a line outside of quotation marks.
fn count_outside(line: &str, separator: char) -> usize {
    let outside = line.split('"').step_by(2);
    outside.map(|part| part.matches(separator).count()).sum()
}

/// Lines that begin with a date or two and a colon.
fn dated_lines(text: &str) -> Option<Kind> {
    let is_dated = |line: &&str| {
        line.split_once(':').is_some_and(|(date, _)| {
            date.chars().filter(char::is_ascii_digit).count() >= 4
                && date.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ' ' | '–'))
        })
    };
    let dated = text.lines().take(200).filter(is_dated).count();
    (dated > 1).then(|| Kind::new("a list of dated lines (as of Markwhen)", Way::Rewrite))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(kind: Option<Kind>) -> String {
        kind.map_or_else(|| "-".to_owned(), |kind| kind.name)
    }

    #[test]
    fn files_that_are_no_texts_are_known_by_their_first_bytes() {
        let cases: [(&[u8], &str); 12] = [
            (b"%PDF-1.7\n", "a PDF document"),
            (b"\x1f\x8b\x08\0", "a file compressed with gzip"),
            (b"\x89PNG\r\n\x1a\n\0", "a picture (PNG)"),
            (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
            (b"RIFF\0\0\0\0WEBPVP8", "a picture (WebP)"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "a Microsoft Office file (.xls or .doc)"),
            (b"{\\rtf1\\ansi", "a rich-text document (RTF)"),
            (b"PK\x03\x04\x14\0[Content_Types].xml xl/workbook.xml", "a spreadsheet (.xlsx)"),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "a spreadsheet (.ods)"),
            (b"PK\x03\x04 word/document.xml", "a text document (.docx)"),
            (b"PK\x03\x04 lanes.json", "a ZIP archive"),
            (b"{\"events\":[]}", "-"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(name(of_bytes(bytes)), expected);
        }
    }

    #[test]
    fn texts_are_known_by_how_they_are_written() {
        for (text, expected) in [
            ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "a calendar file (.ics)"),
            ("<!DOCTYPE html>\n<title>x</title>", "a web page (HTML)"),
            ("<?xml version=\"1.0\"?>\n<data><event start=\"1957\"/></data>", "a SIMILE Timeline file (XML)"),
            ("<?xml version=\"1.0\"?>\n<records/>", "an XML file"),
            ("Title,Begin,End\nThe Pact,1931,1938\n", "a table with commas (Title,Begin,End)"),
            (
                "\"Title\",\"Begin\",\"End\"\n\"The Pact\",\"1931\",\"1938\"\n",
                "a table with commas (\"Title\",\"Begin\",\"End\")",
            ),
            ("\"Treaty\";\"Date\"\n\"The Pact\";\"1931\"\n", "a table with semicolons (\"Treaty\";\"Date\")"),
            ("id,name\n1,The Pact\n", "a table with commas (id,name)"),
            ("[pact]\nname = \"The Pact\"\n", "a TOML or INI file"),
            ("title: Lanes\nevents:\n  - id: 1\n", "a YAML file"),
            ("Dear colleague,\nhere is the list,\n", "a text"),
            ("Title;Begin\n\"The Pact; so called\";1931\n", "a table with semicolons (Title;Begin)"),
            ("Title\tBegin\nThe Pact\t1931\n", "a table with tabs (Title | Begin)"),
            (
                "title: Lanes\n1931-05-04: Signed\n1931/1938: In force\n",
                "a list of dated lines (as of Markwhen)",
            ),
            (
                "[{\"id\":1,\"content\":\"Signed\",\"start\":\"1931\"}]",
                "a list of items for vis-timeline (JSON)",
            ),
            ("Dear colleague,\n\nhere are the dates that you asked for.\n", "a text"),
            ("# Heading\n\nThe Pact was signed, and soon forgotten.\n", "a text"),
            ("// lanes\n{\"events\":[]}", "-"),
            ("<!-- lanes -->\n{\"events\":[]}", "-"),
            ("<<<<<<< HEAD\n{\"events\":[]}", "-"),
            ("[1,2]", "-"),
            ("42", "-"),
        ] {
            assert_eq!(name(of_text(text)), expected, "{text}");
        }
    }

    #[test]
    fn objects_of_other_programs_are_known_by_their_fields() {
        let of = |fields: &[(&'static str, &'static str)]| name(of_object(&fields.iter().copied()));
        assert_eq!(of(&[("events", r#"[{"start_date":{"year":"1931"}}]"#)]), "a TimelineJS file (JSON)");
        assert_eq!(of(&[("events", r#"[{"start":"1931","title":"x"}]"#)]), "a SIMILE Timeline file (JSON)");
        assert_eq!(of(&[("type", "\"FeatureCollection\"")]), "a map (GeoJSON)");
        assert_eq!(of(&[("head", "{}"), ("results", r#"{"bindings":[]}"#)]), "data of Wikidata (JSON)");
        assert_eq!(of(&[("title", "\"x\""), ("events", "[]")]), "-");
    }
}
