//! Recognises JSON of other programs by its fields, and tells what is in JSON that nobody knows.

use std::borrow::Cow;

use serde_json::value::RawValue;

use crate::diagnostics::{Exporter, FileKind, FormatProblem, JsonKind, Seen};

use super::json::{Array, Object};
use super::reader::shortened;

/// How many entries of a list are looked at.
const SAMPLE: usize = 5;

/// The types of items in a bibliography that no other list has, as far as they are common.
const CSL_TYPES: [&str; 22] = [
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "document",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "paper-conference",
    "report",
    "speech",
    "thesis",
    "treaty",
    "webpage",
];

/// The kind of a JSON object without the format's name, by its fields and the beginnings of their values.
pub(super) fn of_object<'a>(fields: &(impl Iterator<Item = (&'a str, &'a str)> + Clone)) -> Option<FileKind> {
    let has = |name: &str| fields.clone().any(|(field, _)| field == name);
    let within = |name: &str, words: &[&str]| {
        fields.clone().any(|(field, value)| {
            let head: String = value.chars().take(4000).collect();
            field == name && words.iter().all(|word| head.contains(word))
        })
    };
    let is_annotations = within("@context", &["anno.jsonld"])
        || within("type", &["\"Annotation"])
        || ["annotations", "rows", "items", "resources"]
            .iter()
            .any(|list| within(list, &["\"target\"", "\"selector\""]));
    let kind = if is_annotations {
        FileKind::Annotations
    } else if within("events", &["\"start_date\""]) || within("timeline", &["\"startDate\""]) {
        FileKind::TimelineJs
    } else if has("core") && has("collection") {
        FileKind::AeonTimeline
    } else if (has("template") && has("entities") && has("events")) || (has("definitions") && has("data")) {
        // The second version of Aeon Timeline, and the first files of the third.
        FileKind::ToExport(Exporter::AeonTimelineFile)
    } else if has("dateTimeFormat")
        || within("events", &["\"durationEvent\""])
        || within("events", &["\"start\"", "\"title\""])
    {
        FileKind::Simile("JSON")
    } else if within("type", &["\"Feature"]) || has("geometry") {
        FileKind::Map("GeoJSON")
    } else if has("head") && within("results", &["\"bindings\""]) {
        FileKind::QueryResults
    } else if has("entities") {
        FileKind::Wikidata
    } else if within("items", &["\"start\""]) {
        FileKind::VisTimeline
    } else if ["items", "references"].iter().any(|list| within(list, &["\"issued\"", "\"title\""])) {
        FileKind::Bibliography("CSL-JSON")
    } else if has("@context") || has("@graph") || has("@type") {
        FileKind::JsonLd
    } else {
        return None;
    };
    Some(kind)
}

/// The kind of a JSON list, by its first entries.
pub(super) fn of_list(text: &str) -> Option<FileKind> {
    let entries = serde_json::from_str::<Array<'_>>(text).ok()?.0;
    entries.iter().take(SAMPLE).find_map(|entry| of_entry(entry))
}

fn of_entry(entry: &RawValue) -> Option<FileKind> {
    let fields = fields_of(entry)?;
    let get = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.get());
    let has = |name: &str| get(name).is_some();
    let is_csl_type = || get("type").is_some_and(|kind| CSL_TYPES.contains(&kind.trim_matches('"')));
    let kind = if has("target") && (has("uri") || has("body") || has("@context")) {
        FileKind::Annotations
    } else if has("@type") || has("@context") {
        FileKind::JsonLd
    } else if has("start") && has("content") {
        FileKind::VisTimeline
    } else if is_csl_type() && (has("issued") || (has("id") && has("title"))) {
        FileKind::Bibliography("CSL-JSON")
    } else if fields.iter().any(|(_, value)| value.get().contains("wikidata.org/entity/")) {
        FileKind::QueryResults
    } else {
        return None;
    };
    Some(kind)
}

fn fields_of(value: &RawValue) -> Option<Vec<(Cow<'_, str>, &RawValue)>> {
    serde_json::from_str::<Object<'_>>(value.get()).ok().map(|object| object.0)
}

/// Names of fields by which a shape is known, for files that have some of them.
const SHAPES: [(&str, &[&str]); 10] = [
    (
        "treaty-timeline/1",
        &["treaties", "sources", "parties", "statements", "speakers", "series", "dates", "edtf"],
    ),
    ("plain lanes", &["events", "lane", "start", "label"]),
    ("TimelineJS", &["events", "eras", "start_date", "end_date", "headline", "media", "display_date"]),
    ("vis-timeline", &["items", "groups", "start", "end", "content", "group"]),
    ("SIMILE Timeline", &["events", "start", "end", "title", "durationEvent", "latestStart", "earliestEnd"]),
    ("SPARQL results", &["head", "results", "vars", "bindings"]),
    ("Linked Places", &["features", "geometry", "properties", "when", "timespans", "toponym"]),
    ("schema.org", &["@type", "startDate", "endDate", "name", "location", "organizer"]),
    ("CSL-JSON", &["issued", "author", "DOI", "publisher", "container-title", "citation-key"]),
    ("Web Annotation", &["target", "body", "selector", "creator", "motivation", "uri"]),
];

/// What is in JSON of no known shape, and which shapes are near; `None` if it is no list and no object.
pub(super) fn unknown_shape(text: &str) -> Option<FormatProblem> {
    const MAX_SEEN: usize = 8;
    let whole: &RawValue = serde_json::from_str(text.trim()).ok()?;
    let mut names: Vec<String> = Vec::new();
    let mut seen = Vec::new();
    let list = serde_json::from_str::<Array<'_>>(whole.get()).ok().map(|array| array.0);
    // The entries tell what a list is a list of.
    let first = match &list {
        Some(entries) => {
            seen.push(seen_in("", whole));
            entries.iter().find_map(|entry| fields_of(entry)).unwrap_or_default()
        }
        None => fields_of(whole)?,
    };
    for (name, value) in &first {
        names.push(name.clone().into_owned());
        let entries = serde_json::from_str::<Array<'_>>(value.get()).map(|array| array.0).unwrap_or_default();
        let inner = entries
            .iter()
            .find_map(|entry| fields_of(entry))
            .or_else(|| fields_of(value))
            .unwrap_or_default();
        names.extend(inner.into_iter().map(|(name, _)| name.into_owned()));
    }
    seen.extend(first.iter().take(MAX_SEEN).map(|(name, value)| seen_in(name, value)));
    let score = |(_, fields): &(&str, &[&str])| {
        fields.iter().filter(|field| names.iter().any(|name| name == *field)).count()
    };
    let best = SHAPES.iter().map(score).max().unwrap_or_default();
    let is_near = |shape: &&(&'static str, &[&str])| best > 1 && score(shape) == best;
    let near = SHAPES.iter().filter(is_near).map(|(name, _)| *name).take(3).collect();
    Some(FormatProblem::UnknownShape { seen, near })
}

fn seen_in(name: &str, value: &RawValue) -> Seen {
    let kind = JsonKind::of(value.get());
    let entries = match kind {
        JsonKind::List => serde_json::from_str::<Array<'_>>(value.get()).ok().map(|array| array.0.len()),
        JsonKind::Object => fields_of(value).map(|fields| fields.len()),
        _ => None,
    };
    Seen { name: shortened(name), kind, entries }
}

/// Whether a text that is no JSON is meant for a timeline in JavaScript: an object or a list of objects whose names stand
/// without quotation marks.
pub(super) fn is_object_literal(text: &str) -> bool {
    const MAX_SEARCHED: usize = 4000;
    let head: String = text.chars().take(MAX_SEARCHED).filter(|c| !c.is_whitespace()).collect();
    let has = |name: &str| ["{", ","].iter().any(|before| head.contains(&format!("{before}{name}:")));
    let is_timeline = has("start") && (has("content") || has("id") || has("title") || has("group"));
    // A text in JSON may hold such words too.
    is_timeline && serde_json::from_str::<serde::de::IgnoredAny>(text).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::FileProblem;
    use crate::language::Language;

    fn name(kind: Option<FileKind>) -> String {
        let Some(kind) = kind else { return "-".to_owned() };
        let message = Language::English.explain(&FileProblem::OtherKind(kind).into()).message;
        message.trim_start_matches("this is ").trim_end_matches(", not a dataset").to_owned()
    }

    #[test]
    fn objects_of_other_programs_are_known_by_their_fields() {
        let of = |fields: &[(&'static str, &'static str)]| name(of_object(&fields.iter().copied()));
        assert_eq!(of(&[("events", r#"[{"start_date":{"year":"1931"}}]"#)]), "a TimelineJS file (JSON)");
        assert_eq!(of(&[("events", r#"[{"start":"1931","title":"x"}]"#)]), "a SIMILE Timeline file (JSON)");
        assert_eq!(of(&[("type", "\"FeatureCollection\"")]), "a map (GeoJSON)");
        assert_eq!(
            of(&[("head", "{}"), ("results", r#"{"bindings":[]}"#)]),
            "results of a query (SPARQL, JSON)"
        );
        assert_eq!(of(&[("entities", "{}")]), "data from Wikidata (JSON)");
        assert_eq!(of(&[("rows", r#"[{"target":[{"selector":[]}]}]"#)]), "annotations (JSON)");
        assert_eq!(of(&[("title", "\"x\""), ("events", "[]")]), "-");
    }

    #[test]
    fn lists_of_other_programs_are_known_by_their_first_entries() {
        for (text, expected) in [
            (r#"[{"id":1,"content":"Signed","start":"1931"}]"#, "a list of items for vis-timeline (JSON)"),
            (r#"[{"id":"a","type":"book","title":"Lakes"}]"#, "a bibliography (CSL-JSON)"),
            (r#"[{"type":"lake","id":"a","title":"Lakes"}]"#, "-"),
            (r#"[{"pact":"http://www.wikidata.org/entity/Q1"}]"#, "results of a query (SPARQL, JSON)"),
            (r#"[{"@type":"Event","name":"Talks"}]"#, "linked data (JSON-LD)"),
            (r#"[{"uri":"https://example.org","target":[]}]"#, "annotations (JSON)"),
            ("[1, [2], null]", "-"),
            ("[{", "-"),
        ] {
            assert_eq!(name(of_list(text)), expected, "{text}");
        }
    }

    #[test]
    fn object_literals_are_told_from_json_with_a_slip() {
        assert!(is_object_literal("[\n  {id: 1, content: 'Signed', start: '1931'}\n]"));
        assert!(!is_object_literal(r#"[{"id":1,"content":"Signed","start":"1931"}]"#));
        assert!(!is_object_literal(r#"{"events":[{"start":"1931""#));
    }

    #[test]
    fn what_is_in_unknown_json_is_told_with_the_shapes_that_are_near() {
        let problem = unknown_shape(r#"{"items":[{"from":1,"content":"x","group":2}],"title":"x"}"#);
        let Some(FormatProblem::UnknownShape { seen, near }) = problem else { panic!("{problem:?}") };
        assert_eq!(near, ["vis-timeline"]);
        assert_eq!(seen.len(), 2);
        assert_eq!(seen[0].entries, Some(1));
        let Some(FormatProblem::UnknownShape { seen, near }) = unknown_shape("[1, 2]") else {
            panic!("it is told")
        };
        assert_eq!((seen.len(), seen[0].entries, near.len()), (1, Some(2), 0));
        assert_eq!(unknown_shape("12"), None);
    }
}
