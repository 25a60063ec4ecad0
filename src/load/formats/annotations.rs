//! Annotations of passages: W3C Web Annotation, and what Hypothesis exports. Each passage is a statement of the text that it
//! stands in, and a comment on it is kept beside it.
//!
//! The shapes: <https://www.w3.org/TR/annotation-model/>, <https://h.readthedocs.io/en/latest/api-reference/>. Neither
//! says when the words were written: they are no later than the annotation.

use serde_json::value::RawValue;

use crate::diagnostics::{EntryProblem, FormatProblem, JsonKind, SourceFile, Span};
use crate::domain::EdtfDate;
use crate::load::Watch;
use crate::load::json::span_in;
use crate::load::names::slug;
use crate::load::position::Position;
use crate::load::quoted_language::language_of;
use crate::load::reader::{Reader, Tables};
use crate::records::{AboutRecord, NamedTexts, SelectorRecord, StatementRecord};

use super::builder::{Builder, Origin, at_entry, is_address};
use super::civil::Civil;
use super::item::{Item, is_list, list_of, object_of, shown, text_of};
use super::markup::{plain, plain_line};

const KNOWN: [&str; 19] = [
    "@context",
    "id",
    "@id",
    "type",
    "@type",
    "target",
    "uri",
    "document",
    "text",
    "body",
    "bodyValue",
    "created",
    "updated",
    "modified",
    "user",
    "creator",
    "links",
    "permissions",
    "user_info",
];

/// Reads a list of annotations, one, or an object that has the list under one of the names in use; `None` if nothing in it
/// can be shown, or if cancelled.
pub(super) fn read<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let entries = if is_list(reader.text) {
        list_of(reader)?
    } else {
        let whole = object_of(reader)?;
        // A collection in pages has its first page inside.
        let page = whole.item("first").filter(|page| page.get("items").is_some());
        let whole = page.as_ref().unwrap_or(&whole);
        let lists = ["annotations", "rows", "items", "resources", "@graph"];
        match lists.iter().find(|name| whole.get(name).is_some()) {
            Some(name) => whole.list(name),
            None => vec![serde_json::from_str(reader.text).ok()?],
        }
    };
    let mut builder = Builder::new(file, reader);
    for (count, value) in entries.iter().enumerate() {
        at_entry(watch, count, entries.len())?;
        add(&mut builder, value);
    }
    builder.finish()
}

fn add<'a>(builder: &mut Builder<'a, '_, '_>, value: &'a RawValue) {
    let text = builder.reader.text;
    let span = span_in(text, value.get());
    let Some(item) = Item::of(value) else {
        builder.left_out(span, FormatProblem::NoEntry(JsonKind::of(value.get())));
        return;
    };
    let targets: Vec<Item<'_>> = item.list("target").into_iter().filter_map(Item::of).collect();
    let quoted = targets.iter().find_map(|target| selectors(target, text).into_iter().next());
    let Some((selector, place)) = quoted else {
        builder.left_out(span, FormatProblem::EntryWithoutQuotation);
        return;
    };
    let Some(date) = no_later_than(&item) else {
        builder.left_out(span, EntryProblem::WithoutDate);
        return;
    };
    let (url, title) = document(&item, targets.first());
    let url = url.filter(|url| !url.is_empty());
    let title = title.or_else(|| url.clone()).unwrap_or_else(|| builder.tables.title.clone());
    let source = builder.source(Origin { title: title.clone(), url: url.clone(), ..Origin::default() }, span);
    let lane = builder.lane(url.as_deref().unwrap_or(&title), &title, "", span);
    let speaker = builder.speaker(&title, span);
    let (comment, tags) = bodies(&item);
    let mut fields = NamedTexts::default();
    let mut keep = |name: &str, text: Option<String>| {
        fields.0.extend(text.filter(|text| !text.is_empty()).map(|text| (name.to_owned(), text)));
    };
    keep("comment", comment);
    keep("tags", Some(tags.join("; ")));
    keep("created", item.text("created"));
    keep("user", item.text("user").or_else(|| creator(&item)));
    fields.0.extend(item.rest(&[&KNOWN[..], &["tags"]].concat()).0);
    let wanted = item.first(&["id", "@id"]).map(|(id, _)| id).unwrap_or_default();
    let wanted = match wanted.rsplit_once('/') {
        Some((_, last)) if !last.is_empty() => last.to_owned(),
        _ => wanted,
    };
    let marks = ['"', '“', '”', '„', '«', '»', ' ', '\n'];
    let record = StatementRecord {
        quote: selector.exact.trim_matches(marks).to_owned(),
        lang: item.text("language").unwrap_or_else(|| language_of(&selector.exact).to_owned()),
        speaker,
        date,
        source: Some(source),
        selector: Some(selector),
        about: vec![AboutRecord { treaty: Some(lane), ..AboutRecord::default() }],
        fields,
        ..StatementRecord::default()
    };
    let at =
        |field: &'static str, name: &str| item.get(name).map(|value| (field, span_in(text, value.get())));
    let mut fields = vec![("quote", place), ("selector", place)];
    fields.extend([at("date", "created"), at("id", "id")].into_iter().flatten());
    builder.statement(record, &slug(&wanted), Position::Text { whole: span, fields });
}

/// The passages that a target quotes, with their places.
fn selectors(target: &Item<'_>, text: &str) -> Vec<(SelectorRecord, Span)> {
    let found = target.list("selector").into_iter().filter_map(Item::of);
    // A selector may be refined by another.
    let refined = found.flat_map(|selector| [selector.item("refinedBy"), Some(selector)]).flatten();
    let quotes = refined.filter_map(|selector| {
        let exact =
            selector.get("exact").and_then(|value| serde_json::from_str::<String>(value.get()).ok())?;
        let around = |name: &str| {
            let value = selector.get(name)?;
            serde_json::from_str::<String>(value.get()).ok()
        };
        let (prefix, suffix) = (around("prefix"), around("suffix"));
        let has_words = exact.chars().any(char::is_alphanumeric);
        has_words.then(|| {
            (SelectorRecord { exact, prefix, suffix, ..SelectorRecord::default() }, selector.span(text))
        })
    });
    quotes.collect()
}

/// The words were there on the day of the annotation.
fn no_later_than(item: &Item<'_>) -> Option<String> {
    let (created, _) = item.first(&["created", "modified", "updated", "generated"])?;
    let day = Civil::parse(&created).ok()?.date;
    let edtf = format!("[..{day}]");
    EdtfDate::parse(&edtf).is_ok().then_some(edtf)
}

/// The address and the title of the annotated text.
fn document(item: &Item<'_>, target: Option<&Item<'_>>) -> (Option<String>, Option<String>) {
    let source = target.and_then(|target| target.get("source"));
    let of_source = source.and_then(|source| match Item::of(source) {
        Some(source) => source.first(&["id", "@id"]).map(|(id, _)| id),
        None => text_of(source),
    });
    let uri = item.text("uri").or(of_source);
    let title = item.item("document").and_then(|document| document.texts("title").into_iter().next());
    let of_target = source
        .and_then(Item::of)
        .and_then(|source| source.first(&["title", "label", "name"]).map(|(title, _)| title));
    (
        uri.filter(|uri| is_address(uri) || uri.contains(':')),
        title.or(of_target).map(|title| plain_line(&title)),
    )
}

/// The comment on the passage, and the words it is filed under.
fn bodies(item: &Item<'_>) -> (Option<String>, Vec<String>) {
    let mut comments: Vec<String> =
        item.text("text").or_else(|| item.text("bodyValue")).into_iter().collect();
    let mut tags = item.texts("tags");
    for value in item.list("body") {
        let Some(body) = Item::of(value) else {
            comments.extend(text_of(value));
            continue;
        };
        let Some(text) = body.text("value") else { continue };
        let is_tag = body.text("purpose").is_some_and(|purpose| purpose == "tagging");
        if is_tag { tags.push(text) } else { comments.push(text) }
    }
    let comment = comments.iter().map(|comment| plain(comment)).collect::<Vec<_>>().join("\n");
    (Some(comment), tags)
}

fn creator(item: &Item<'_>) -> Option<String> {
    let creator = item.get("creator")?;
    match Item::of(creator) {
        Some(creator) => creator.first(&["name", "nickname", "id"]).map(|(name, _)| name),
        None => shown(creator),
    }
}
