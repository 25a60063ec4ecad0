//! Recognises files that are not datasets by their first bytes.

use crate::diagnostics::{Exporter, FileKind, FileProblem, Rule, Separator, Sink};

use super::archive;
use super::foreign_json;
use super::formats::markwhen::is_markwhen;
use super::text_formats::format_of;

/// Reports that a file is of this kind and not a dataset.
pub(super) fn report(kind: FileKind, sink: &mut Sink) {
    sink.push(Rule::OtherFormat.breach(None, FileProblem::OtherKind(kind)));
}

/// The first bytes of binary files.
const SIGNATURES: &[(&[u8], FileKind)] = &[
    (b"%PDF-", FileKind::Pdf),
    (b"\x1f\x8b", FileKind::Compressed("gzip")),
    (b"BZh91AY&SY", FileKind::Compressed("bzip2")),
    (b"\xfd7zXZ\0", FileKind::Compressed("xz")),
    (b"\x28\xb5\x2f\xfd", FileKind::Compressed("Zstandard")),
    (b"7z\xbc\xaf\x27\x1c", FileKind::Archive("7-Zip")),
    (b"Rar!\x1a\x07", FileKind::Archive("RAR")),
    (b"\x89PNG\r\n\x1a\n", FileKind::Picture("PNG")),
    (b"\xff\xd8\xff", FileKind::Picture("JPEG")),
    (b"GIF87a", FileKind::Picture("GIF")),
    (b"GIF89a", FileKind::Picture("GIF")),
    (b"II*\0", FileKind::Picture("TIFF")),
    (b"MM\0*", FileKind::Picture("TIFF")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind::MicrosoftOffice),
    (b"SQLite format 3\0", FileKind::Sqlite),
    (b"PAR1", FileKind::ToExport(Exporter::Parquet)),
    // One that is locked.
    (b"PARE", FileKind::ToExport(Exporter::Parquet)),
    (b"<stata_dta>", FileKind::ToExport(Exporter::Stata)),
    (b"RDX2\n", FileKind::ToExport(Exporter::R)),
    (b"RDX3\n", FileKind::ToExport(Exporter::R)),
    (b"RDA2\n", FileKind::ToExport(Exporter::R)),
    (b"RDA3\n", FileKind::ToExport(Exporter::R)),
    // A single object of R, in XDR.
    (b"X\n\0\0\0", FileKind::ToExport(Exporter::R)),
    (b"{\\rtf", FileKind::Rtf),
];

/// Documents in ZIP archives, by a name or a type in them.
const ZIPPED: &[(&[u8], FileKind)] = &[
    (b"opendocument.spreadsheet", FileKind::Spreadsheet(".ods")),
    (b"opendocument.text", FileKind::TextDocument(".odt")),
    (b"application/epub+zip", FileKind::Ebook),
    (b"xl/workbook", FileKind::Spreadsheet(".xlsx")),
    (b"xl/worksheets", FileKind::Spreadsheet(".xlsx")),
    (b"word/document", FileKind::TextDocument(".docx")),
];

/// XML formats, by a tag or an attribute near the beginning.
const TAGGED: &[(&str, FileKind)] = &[
    ("<!doctype html", FileKind::WebPage),
    ("<html", FileKind::WebPage),
    ("<kml", FileKind::Map("KML")),
    ("<gpx", FileKind::Track),
    ("<rss", FileKind::NewsFeed),
    ("<feed", FileKind::NewsFeed),
    ("<timetype>", FileKind::TimelineProject),
    ("<ead", FileKind::ToExport(Exporter::Ead)),
    ("<opml", FileKind::ToExport(Exporter::Opml)),
    ("<event ", FileKind::Simile("XML")),
    ("<svg", FileKind::Picture("SVG")),
];

/// The kind of a binary file, or of a text with a distinctive beginning.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<FileKind> {
    const MAX_SEARCHED: usize = 1 << 16;
    if bytes.starts_with(b"PK\x03\x04") {
        if archive::holds_document(bytes) {
            return Some(FileKind::Archive("ZIP"));
        }
        // Each file's name is stored with it and again at the end.
        let head = bytes.get(..MAX_SEARCHED).unwrap_or(bytes);
        let tail = bytes.get(bytes.len().saturating_sub(MAX_SEARCHED)..).unwrap_or_default();
        let has = |name: &[u8]| [head, tail].iter().any(|part| memchr::memmem::find(part, name).is_some());
        let known = ZIPPED.iter().find(|(part, _)| has(part));
        return Some(known.map_or(FileKind::Archive("ZIP"), |(_, kind)| kind.clone()));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(FileKind::Picture("WebP"));
    }
    // Stata before 2013: the version, the order of bytes, and two that are the same in each.
    if matches!(bytes, [104..=115, 1 | 2, 1, 0, ..]) {
        return Some(FileKind::ToExport(Exporter::Stata));
    }
    let known = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
    known.map(|(_, kind)| kind.clone())
}

/// The kind of a text that is not a JSON object; `None` if it may be meant as JSON.
pub(super) fn of_text(text: &str) -> Option<FileKind> {
    let text = without_comments(text);
    let head = text.chars().take(4000).collect::<String>().to_ascii_lowercase();
    match head.chars().next()? {
        // An unresolved merge conflict.
        '<' if head.starts_with("<<<<<<<") => None,
        '<' if head.starts_with("<timeline") && head.contains("imagesize") => {
            Some(FileKind::ToExport(Exporter::EasyTimeline))
        }
        '<' => {
            let known = TAGGED.iter().find(|(tag, _)| head.contains(tag));
            Some(known.map_or(FileKind::Xml, |(_, kind)| kind.clone()))
        }
        '{' | '[' if foreign_json::is_object_literal(text) => Some(FileKind::JavaScript),
        '[' if has_all(&head, &["\"start\"", "\"content\""]) => Some(FileKind::VisTimeline),
        '[' if serde_json::from_str::<serde::de::IgnoredAny>(text).is_err() => format_of(text),
        '"' | '\'' => format_of(text).or_else(|| table(text)),
        '[' => foreign_json::of_list(text),
        '{' => None,
        _ if head.starts_with("begin:vcalendar") => Some(FileKind::Calendar),
        _ if head.starts_with("0 head") => Some(FileKind::ToExport(Exporter::Gedcom)),
        _ if has_all(&head, &["imagesize", "plotarea", "plotdata"]) => {
            Some(FileKind::ToExport(Exporter::EasyTimeline))
        }
        // A number or a word of JSON.
        _ if serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() => None,
        _ => Some(
            format_of(text)
                // Dated lines may look like YAML; what a library says of a work may look like dated lines.
                .filter(|kind| matches!(kind, FileKind::Bibliography(_)) || !is_markwhen(text))
                .or_else(|| is_markwhen(text).then_some(FileKind::Markwhen))
                .or_else(|| table(text))
                .or_else(|| dated_lines(text))
                .unwrap_or(FileKind::AnyText),
        ),
    }
}

fn has_all(text: &str, words: &[&str]) -> bool {
    words.iter().all(|word| text.contains(word))
}

/// A text without its leading comments, if JSON follows: somebody took JSON for JavaScript.
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

/// A table: each line has as many commas, semicolons or tabs as the first.
fn table(text: &str) -> Option<FileKind> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (first, second) = (lines.next()?, lines.next()?);
    let [comma, semicolon, tab] = [',', ';', '\t'].map(|separator| {
        let (in_first, in_second) = (count_outside(first, separator), count_outside(second, separator));
        if in_first == in_second { in_first } else { 0 }
    });
    let separator = if tab > 0 && tab >= comma.max(semicolon) {
        Separator::Tab
    } else if semicolon > 0 && semicolon >= comma {
        Separator::Semicolon
    } else if comma > 1 || (comma == 1 && is_of_two_columns(text)) {
        Separator::Comma
    } else {
        return None;
    };
    Some(FileKind::Table(separator, super::reader::shortened(&first.replace('\t', " | "))))
}

/// Whether each line is two entries separated by a comma; in prose a space follows a comma.
fn is_of_two_columns(text: &str) -> bool {
    let is_two = |line: &str| {
        let is_prose = line.split('"').step_by(2).any(|part| part.contains(", "));
        let has_ends = !line.starts_with(',') && !line.trim_end().ends_with(',');
        count_outside(line, ',') == 1 && !is_prose && has_ends
    };
    text.lines().filter(|line| !line.trim().is_empty()).take(20).all(is_two)
}

/// Number of separators in a line outside quotation marks.
fn count_outside(line: &str, separator: char) -> usize {
    let outside = line.split('"').step_by(2);
    outside.map(|part| part.matches(separator).count()).sum()
}

/// A chronology: lines that begin with one or two dates and a colon.
fn dated_lines(text: &str) -> Option<FileKind> {
    let is_dated = |line: &&str| {
        line.split_once(':').is_some_and(|(date, _)| {
            date.chars().filter(char::is_ascii_digit).count() >= 4
                && date.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ' ' | '–'))
        })
    };
    let dated = text.lines().take(200).filter(is_dated).count();
    (dated > 1).then_some(FileKind::Markwhen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn name(kind: Option<FileKind>) -> String {
        let Some(kind) = kind else { return "-".to_owned() };
        let message = Language::English.explain(&FileProblem::OtherKind(kind).into()).message;
        message.trim_start_matches("this is ").trim_end_matches(", not a dataset").to_owned()
    }

    #[test]
    fn files_that_are_no_texts_are_known_by_their_first_bytes() {
        let cases: [(&[u8], &str); 18] = [
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
            (b"PAR1\x15\0", "a Parquet file"),
            (b"<stata_dta><header>", "a Stata dataset (.dta)"),
            (b"\x72\x02\x01\0\x05\0", "a Stata dataset (.dta)"),
            (b"RDX3\nX\n\0\0\0\x03", "R data (.rda or .rds)"),
            (b"X\n\0\0\0\x03", "R data (.rda or .rds)"),
            (
                b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x06\0\0\0a.xlsxPK xl/workbook.xml",
                "a ZIP archive",
            ),
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
            ("<?xml version=\"1.0\"?>\n<ead><eadheader/></ead>", "a finding aid of an archive (EAD)"),
            ("<?xml version=\"1.0\"?>\n<opml version=\"2.0\"/>", "an outline (OPML)"),
            ("0 HEAD\n1 SOUR Program\n0 @I1@ INDI\n", "a family tree (GEDCOM)"),
            (
                "<timeline>\nImageSize = width:800\nPlotArea = left:40\nPlotData=\n</timeline>",
                "a timeline of a wiki page (EasyTimeline)",
            ),
            ("TY  - BOOK\nTI  - Lakes\nER  - \n", "a bibliography (RIS)"),
            ("Title,Begin,End\nThe Pact,1931,1938\n", "a table with commas (Title,Begin,End)"),
            (
                "\"Title\",\"Begin\",\"End\"\n\"The Pact\",\"1931\",\"1938\"\n",
                "a table with commas (\"Title\",\"Begin\",\"End\")",
            ),
            ("\"Treaty\";\"Date\"\n\"The Pact\";\"1931\"\n", "a table with semicolons (\"Treaty\";\"Date\")"),
            ("id,name\n1,The Pact\n", "a table with commas (id,name)"),
            ("[pact]\nname = \"The Pact\"\n", "a TOML or INI file"),
            ("title: Lanes\nevents:\n  - id: 1\n", "a YAML file"),
            ("Dear colleague,\nhere is the list,\n", "plain text"),
            ("Title;Begin\n\"The Pact; so called\";1931\n", "a table with semicolons (Title;Begin)"),
            ("Title\tBegin\nThe Pact\t1931\n", "a table with tabs (Title | Begin)"),
            (
                "title: Lanes\n1931-05-04: Signed\n1931/1938: In force\n",
                "a list of dated lines (as in Markwhen)",
            ),
            (
                "[{\"id\":1,\"content\":\"Signed\",\"start\":\"1931\"}]",
                "a list of items for vis-timeline (JSON)",
            ),
            ("Dear colleague,\n\nhere are the dates that you asked for.\n", "plain text"),
            ("# Heading\n\nThe Pact was signed, and soon forgotten.\n", "plain text"),
            ("// lanes\n{\"events\":[]}", "-"),
            ("<!-- lanes -->\n{\"events\":[]}", "-"),
            ("<<<<<<< HEAD\n{\"events\":[]}", "-"),
            ("[1,2]", "-"),
            ("42", "-"),
        ] {
            assert_eq!(name(of_text(text)), expected, "{text}");
        }
    }
}
