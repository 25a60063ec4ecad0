//! Bibliographies, in BibTeX, BibLaTeX and RIS: each work a source, and an event on the date it was published.

use std::collections::HashMap;

use crate::diagnostics::{EntryProblem, FileKind, SourceFile, Span};
use crate::domain::EdtfDate;
use crate::load::Watch;
use crate::load::reader::{Reader, Tables, shortened};
use crate::records::{SourceKindRecord, SourceRecord};

use super::super::entries::{Entries, Entry, left_out, listed, no_date, part_left_out};
use super::bibtex::{self, RawEntry, RawField};
use super::latex::{names, plain, verbatim};
use super::ris::{self, RisEntry};

/// A work, whatever the format.
#[derive(Default)]
struct Work {
    key: String,
    /// What kind of work: the lane.
    kind: String,
    title: String,
    date: String,
    publisher: String,
    url: String,
    accessed: Option<String>,
    summary: String,
    keywords: Vec<String>,
    fields: Vec<(String, String)>,
    places: Vec<(&'static str, Span)>,
}

/// The works of a BibTeX or BibLaTeX file.
pub(in crate::load::formats) fn read_bibtex<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let raw = bibtex::entries(file.text());
    let by_key: HashMap<&str, &RawEntry<'_>> = raw.iter().map(|entry| (entry.key, entry)).collect();
    let mut library = Library { entries: Entries::of(file) };
    for (index, entry) in raw.iter().enumerate() {
        if index % 256 == 0 && watch.is_cancelled() {
            return None;
        }
        if !entry.is_finished {
            let begin = format!("@{}{{{}", entry.kind, entry.key);
            part_left_out(reader, entry.span, || EntryProblem::Unfinished(shortened(&begin)));
        }
        let parent = entry.field("crossref").and_then(|field| by_key.get(field.value.trim()).copied());
        let date = bibtex_date(entry).or_else(|| bibtex_date(parent?));
        if let Some(work) = dated(date, entry.span, reader) {
            library.push(entry.span, bibtex_work(entry, parent, work), reader);
        }
    }
    library.entries.finish(reader)
}

/// The works of a RIS file.
pub(in crate::load::formats) fn read_ris<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let (raw, strays) = ris::entries(file.text());
    for span in strays {
        let words = file.text().get(span.start..span.end).unwrap_or_default();
        left_out(reader, span, || EntryProblem::Stray(shortened(words)));
    }
    let mut library = Library { entries: Entries::of(file) };
    for (index, entry) in raw.iter().enumerate() {
        if index % 256 == 0 && watch.is_cancelled() {
            return None;
        }
        if !entry.is_finished {
            part_left_out(reader, entry.span, || EntryProblem::Unfinished("TY".to_owned()));
        }
        if let Some(work) = dated(ris_date(entry), entry.span, reader) {
            library.push(entry.span, ris_work(entry, work), reader);
        }
    }
    library.entries.finish(reader)
}

/// Whether files of a kind are read here in BibTeX.
pub(in crate::load::formats) fn is_bibtex(kind: &FileKind) -> bool {
    matches!(kind, FileKind::Bibliography("BibTeX"))
}

/// Whether files of a kind are read here in RIS.
pub(in crate::load::formats) fn is_ris(kind: &FileKind) -> bool {
    matches!(kind, FileKind::Bibliography("RIS"))
}

/// A date as it is written, with its place; in EDTF, if it can be read.
struct WrittenDate {
    text: String,
    edtf: Option<String>,
    span: Span,
}

/// A work of a date; one without is reported.
fn dated(date: Option<WrittenDate>, whole: Span, reader: &mut Reader<'_, '_>) -> Option<Work> {
    let Some(date) = date else {
        left_out(reader, whole, || EntryProblem::WithoutDate);
        return None;
    };
    let Some(edtf) = date.edtf else {
        left_out(reader, date.span, || no_date(&date.text));
        return None;
    };
    Some(Work { date: edtf, places: vec![("dates", date.span)], ..Work::default() })
}

/// A date in EDTF, or as people write it: `c1995`, `[1995]`, `1995–1996`.
fn edtf_of(text: &str) -> Option<String> {
    let text = text.trim();
    if let Ok(date) = EdtfDate::parse(text) {
        return Some(date.text().to_owned());
    }
    let bare = text.trim_matches(['[', ']', '(', ')', '.', ' ', '©']);
    let bare = match bare.strip_prefix(['c', 'C']) {
        Some(year) if year.starts_with(|c: char| c.is_ascii_digit()) => year,
        _ => bare,
    };
    EdtfDate::parse_typed(bare).ok().map(|date| date.text().to_owned())
}

fn bibtex_date(entry: &RawEntry<'_>) -> Option<WrittenDate> {
    let written =
        |field: &RawField, text: String| WrittenDate { edtf: edtf_of(&text), text, span: field.span };
    if let Some(field) = entry.field("date") {
        // In LaTeX `~` is a space, in EDTF it means “about”.
        let edtf = edtf_of(&verbatim(&field.value)).or_else(|| edtf_of(&plain(&field.value)));
        return Some(WrittenDate { text: field.value.trim().to_owned(), edtf, span: field.span });
    }
    let Some(field) = entry.field("year") else {
        let field = entry.field("eventdate").or_else(|| entry.field("origdate"))?;
        return Some(written(field, plain(&field.value)));
    };
    let year = plain(&field.value);
    let is_year = year.len() == 4 && year.bytes().all(|c| c.is_ascii_digit());
    let month_text = entry.field("month").map(|field| plain(&field.value)).unwrap_or_default();
    let month = bibtex::month(&month_text).filter(|_| is_year);
    let Some(month) = month else { return Some(written(field, year)) };
    // A day stands in a field of its own, or with the month: `10 may`, `may 10`.
    let own_day = entry.field("day").map(|field| plain(&field.value)).unwrap_or_default();
    let digits: String = month_text.chars().filter(char::is_ascii_digit).collect();
    let in_month = if month_text.contains(char::is_alphabetic) { digits } else { String::new() };
    let day = [own_day, in_month].into_iter().find_map(|day| day.trim().parse::<u32>().ok());
    let to_month = format!("{year}-{month:02}");
    let to_day = day.map(|day| format!("{to_month}-{day:02}")).filter(|text| EdtfDate::parse(text).is_ok());
    Some(written(field, to_day.unwrap_or(to_month)))
}

fn bibtex_work(entry: &RawEntry<'_>, parent: Option<&RawEntry<'_>>, mut work: Work) -> Work {
    // What a work does not say itself, the book it is in says.
    let field = |name: &str| entry.field(name).or_else(|| parent?.field(name));
    let text = |name: &str| field(name).map(|field| plain(&field.value)).unwrap_or_default();
    let own = |name: &str| entry.field(name).map(|field| plain(&field.value)).unwrap_or_default();
    entry.key.clone_into(&mut work.key);
    entry.kind.clone_into(&mut work.kind);
    work.title = own("title");
    let subtitle = own("subtitle");
    if !subtitle.is_empty() {
        work.title = format!("{}: {subtitle}", work.title);
    }
    let publishers =
        ["publisher", "institution", "organization", "school", "journaltitle", "journal", "howpublished"];
    work.publisher =
        publishers.iter().map(|name| text(name)).find(|text| !text.is_empty()).unwrap_or_default();
    work.url = entry.field("url").map(|field| verbatim(&field.value)).unwrap_or_default();
    let doi = entry.field("doi").map(|field| verbatim(&field.value)).unwrap_or_default();
    if work.url.is_empty() && !doi.is_empty() {
        work.url = doi_address(&doi);
    }
    work.accessed = entry.field("urldate").and_then(|field| edtf_of(&field.value));
    work.summary = own("abstract");
    let keywords = format!("{},{}", own("keywords"), own("keyword"));
    work.keywords = listed(&keywords, &[',', ';']);
    if let Some(parent) =
        parent.and_then(|parent| parent.field("title")).filter(|_| entry.field("booktitle").is_none())
    {
        work.fields.push(("booktitle".to_owned(), plain(&parent.value)));
    }
    // What has its place elsewhere, and paths on another machine.
    const KNOWN: [&str; 18] = [
        "title",
        "subtitle",
        "date",
        "year",
        "month",
        "day",
        "url",
        "urldate",
        "abstract",
        "keywords",
        "keyword",
        "crossref",
        "file",
        "timestamp",
        "owner",
        "date-added",
        "date-modified",
        "eprint-class",
    ];
    for field in &entry.fields {
        let name = field.name.as_str();
        if KNOWN.contains(&name) || name.starts_with("bdsk-") {
            continue;
        }
        let value = match name {
            "author" | "editor" | "translator" => names(&field.value),
            "doi" | "eprint" => verbatim(&field.value),
            _ => plain(&field.value),
        };
        work.fields.push((field.name.clone(), value));
    }
    let places = [("title", "title"), ("summary", "abstract"), ("url", "url"), ("tags", "keywords")];
    work.places.extend(places.into_iter().filter_map(|(own, name)| Some((own, entry.field(name)?.span))));
    work
}

/// A date of RIS: `1995/03/30/spring`, `1995///` or `1995-03-30`.
fn ris_edtf(value: &str) -> Option<String> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
    let mut parts = value.split(['/', '-']).map(str::trim);
    let year = parts.next().filter(|part| part.len() == 4 && is_number(part));
    let mut numbers = vec![year.unwrap_or_default().to_owned()];
    numbers.extend(parts.take(2).take_while(|part| is_number(part)).map(|part| format!("{part:0>2}")));
    let edtf = numbers.join("-");
    if EdtfDate::parse(&edtf).is_ok() { Some(edtf) } else { edtf_of(value.trim_end_matches('/')) }
}

fn ris_date(entry: &RisEntry<'_>) -> Option<WrittenDate> {
    let lines = ["DA", "Y1", "PY"].iter().filter_map(|tag| entry.first(&[tag]));
    let mut written = lines.map(|line| WrittenDate {
        text: line.value.clone(),
        edtf: ris_edtf(&line.value),
        span: line.span,
    });
    let first = written.next()?;
    if first.edtf.is_some() {
        Some(first)
    } else {
        Some(written.find(|date| date.edtf.is_some()).unwrap_or(first))
    }
}

/// The kinds of work in RIS by the names that BibTeX has for them.
const RIS_KINDS: &[(&str, &str)] = &[
    ("JOUR", "article"),
    ("EJOUR", "article"),
    ("MGZN", "magazine"),
    ("NEWS", "newspaper"),
    ("BOOK", "book"),
    ("EBOOK", "book"),
    ("EDBOOK", "collection"),
    ("CHAP", "incollection"),
    ("ECHAP", "incollection"),
    ("CONF", "proceedings"),
    ("CPAPER", "inproceedings"),
    ("RPRT", "report"),
    ("GOVDOC", "report"),
    ("THES", "thesis"),
    ("ELEC", "online"),
    ("WEB", "online"),
    ("BLOG", "online"),
    ("LEGAL", "legal"),
    ("STAT", "legislation"),
    ("BILL", "legislation"),
    ("CASE", "jurisdiction"),
    ("UNPB", "unpublished"),
    ("GEN", "misc"),
];

/// What the two letters of RIS say, for the fields that are kept.
const RIS_NAMES: &[(&str, &str)] = &[
    ("AU", "author"),
    ("A1", "author"),
    ("A2", "editor"),
    ("ED", "editor"),
    ("JO", "journal"),
    ("JF", "journal"),
    ("JA", "journal"),
    ("T2", "journal"),
    ("T3", "series"),
    ("VL", "volume"),
    ("IS", "number"),
    ("SP", "pages"),
    ("EP", "last page"),
    ("SN", "issn"),
    ("CY", "location"),
    ("PP", "location"),
    ("DO", "doi"),
    ("N1", "note"),
    ("LA", "language"),
    ("ET", "edition"),
];

fn ris_work(entry: &RisEntry<'_>, mut work: Work) -> Work {
    let text =
        |tags: &[&str]| entry.first(tags).map(|line| line.value.replace('\n', " ")).unwrap_or_default();
    let kind = text(&["TY"]);
    let known = RIS_KINDS
        .iter()
        .find(|(code, _)| code.eq_ignore_ascii_case(&kind))
        .map(|(_, name)| (*name).to_owned());
    work.kind = known.unwrap_or_else(|| kind.to_lowercase());
    work.key = text(&["ID"]);
    work.title = text(&["TI", "T1", "CT", "BT"]);
    work.publisher = text(&["PB", "JO", "JF", "T2", "JA"]);
    work.url = text(&["UR", "LK"]);
    let doi = text(&["DO"]);
    if work.url.is_empty() && !doi.is_empty() {
        work.url = doi_address(&doi);
    }
    work.summary = entry.first(&["AB", "N2"]).map(|line| line.value.clone()).unwrap_or_default();
    work.keywords = entry.all(&["KW"]).iter().flat_map(|words| listed(words, &[';', '\n'])).collect();
    work.accessed = entry.first(&["Y2"]).and_then(|line| ris_edtf(&line.value));
    const KNOWN: [&str; 17] = [
        "TY", "ER", "ID", "TI", "T1", "CT", "BT", "PB", "UR", "LK", "AB", "N2", "KW", "DA", "Y1", "PY", "Y2",
    ];
    for line in entry.lines.iter().filter(|line| !KNOWN.contains(&line.tag) && !line.value.is_empty()) {
        // Paths on another machine.
        if matches!(line.tag, "L1" | "L4") {
            continue;
        }
        let name = RIS_NAMES.iter().find(|(tag, _)| *tag == line.tag).map_or(line.tag, |(_, name)| name);
        match work.fields.iter_mut().find(|(own, _)| own == name) {
            Some((_, value)) => {
                value.push_str("; ");
                value.push_str(&line.value);
            }
            None => work.fields.push((name.to_owned(), line.value.clone())),
        }
    }
    let places =
        [("title", ["TI", "T1"]), ("summary", ["AB", "N2"]), ("url", ["UR", "LK"]), ("tags", ["KW", "KW"])];
    work.places.extend(places.into_iter().filter_map(|(own, tags)| Some((own, entry.first(&tags)?.span))));
    work
}

fn doi_address(doi: &str) -> String {
    if doi.starts_with("http") {
        doi.to_owned()
    } else {
        format!("https://doi.org/{}", doi.trim_start_matches("doi:"))
    }
}

/// The works read so far.
struct Library<'a> {
    entries: Entries<'a>,
}

impl Library<'_> {
    /// Adds a work as a source and as an event.
    fn push(&mut self, whole: Span, work: Work, reader: &mut Reader<'_, '_>) {
        let title = if work.title.is_empty() { work.key.clone() } else { work.title };
        let optional = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let is_address = work.url.starts_with("http://") || work.url.starts_with("https://");
        let source = SourceRecord {
            title: title.clone(),
            publisher: optional(&work.publisher),
            date: Some(work.date.clone()),
            url: optional(&work.url).filter(|_| is_address),
            accessed: work.accessed,
            kind: matches!(work.kind.as_str(), "newspaper" | "magazine").then_some(SourceKindRecord::News),
            ..SourceRecord::default()
        };
        let (source, is_taken) = self.entries.add_source(whole, &work.key, source);
        if is_taken {
            part_left_out(reader, whole, || EntryProblem::SameKey(shortened(&work.key)));
        }
        let entry = Entry {
            id: source.clone(),
            lane: work.kind,
            date: work.date,
            title,
            summary: work.summary,
            tags: work.keywords,
            url: work.url,
            fields: work.fields,
            source: Some(source),
            places: work.places,
            ..Entry::default()
        };
        self.entries.push(whole, entry);
    }
}
