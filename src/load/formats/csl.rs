//! Bibliographies as CSL-JSON, as Zotero and others write them: each item is a source, and its publication an event on the
//! lane of its type.
//!
//! The shape: <https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>, dates also as EDTF (CSL 1.0.2).

use serde_json::value::RawValue;

use crate::diagnostics::{FormatProblem, JsonKind, SourceFile};
use crate::domain::EdtfDate;
use crate::load::Watch;
use crate::load::json::span_in;
use crate::load::position::Position;
use crate::load::reader::{Reader, Tables};
use crate::records::{EventRecord, NamedTexts, SourceKindRecord, SourceRecord};

use super::builder::{Builder, Written, at_entry, is_address, tags_of};
use super::civil::{Civil, NoCivil, edtf_of};
use super::item::{Item, is_list, list_of, object_of, text_of, values};
use super::markup::{plain, plain_line};

/// Who made an item, by the names of the fields.
const NAMES: [&str; 6] = ["author", "editor", "translator", "recipient", "director", "interviewer"];

/// Reads a list of items, or an object that has it as `items` or `references`; `None` if nothing in it can be shown, or if
/// cancelled.
pub(super) fn read<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let items = if is_list(reader.text) {
        list_of(reader)?
    } else {
        let whole = object_of(reader)?;
        if whole.get("items").is_some() { whole.list("items") } else { whole.list("references") }
    };
    let mut builder = Builder::new(file, reader);
    for (count, value) in items.iter().enumerate() {
        at_entry(watch, count, items.len())?;
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
    let dates = ["issued", "original-date", "submitted", "event-date"];
    let date = dates.iter().find_map(|name| item.get(name)).and_then(|value| date_of(value, text));
    let Some(edtf) = builder.time(date.as_ref(), None, span) else { return };
    let kind = item.text("type").unwrap_or_else(|| "document".to_owned());
    let key = item.first(&["citation-key", "id"]).map(|(key, _)| key).unwrap_or_default();
    let title = item
        .first(&["title", "title-short"])
        .map(|(title, _)| plain_line(&title))
        .unwrap_or_else(|| key.clone());
    let url = item.text("URL").or_else(|| Some(format!("https://doi.org/{}", item.text("DOI")?)));
    let url = url.filter(|url| is_address(url));
    let accessed =
        item.get("accessed").and_then(|value| date_of(value, text)).and_then(|date| date.read.ok());
    let source = SourceRecord {
        title: title.clone(),
        publisher: item
            .first(&["publisher", "container-title", "authority"])
            .map(|(name, _)| plain_line(&name)),
        date: Some(edtf.clone()),
        url: url.clone(),
        accessed: accessed.map(|civil| civil.date),
        lang: item.text("language"),
        kind: Some(kind_of(&kind)),
        ..SourceRecord::default()
    };
    // The key as it is, so that a citation leads back.
    let source = builder.add_source(source, &key, span);
    let lane = builder.lane(&kind, &kind, "", span);
    let known = [
        &NAMES[..],
        &dates[..],
        &["title", "type", "abstract", "URL", "accessed", "language", "keyword", "citation-key"],
    ];
    let mut fields = NamedTexts::default();
    for name in NAMES {
        let names: Vec<String> = item.list(name).into_iter().filter_map(person).collect();
        fields.0.extend((!names.is_empty()).then(|| (name.to_owned(), names.join("; "))));
    }
    fields.0.extend((!key.is_empty()).then(|| ("citation-key".to_owned(), key.clone())));
    fields.0.extend(item.rest(&known.concat()).0.into_iter().filter(|(name, _)| name != "id"));
    let keywords = item.text("keyword").unwrap_or_default();
    let tags = tags_of(keywords.split([',', ';']));
    let record = EventRecord {
        treaty: lane,
        title: Some(title).filter(|title| !title.is_empty()),
        summary: item.text("abstract").map(|text| plain(&text)),
        dates: vec![builder.claim(edtf, Some(source), span)],
        tags,
        url,
        fields,
        ..EventRecord::default()
    };
    let at =
        |field: &'static str, name: &str| item.get(name).map(|value| (field, span_in(text, value.get())));
    let places = [at("dates", "issued"), at("title", "title"), at("url", "URL"), at("id", "id")];
    let place = Position::Text { whole: span, fields: places.into_iter().flatten().collect() };
    builder.event(record, Some(&key), place);
}

/// What kind of source an item is, by its type. <https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types>
fn kind_of(kind: &str) -> SourceKindRecord {
    match kind {
        "treaty" | "legislation" | "bill" | "regulation" => SourceKindRecord::TreatyText,
        "article-newspaper" | "article-magazine" | "broadcast" | "post-weblog" => SourceKindRecord::News,
        "speech" | "report" | "hearing" => SourceKindRecord::OfficialStatement,
        "dataset" => SourceKindRecord::Data,
        _ => SourceKindRecord::Reference,
    }
}

/// A person, an organisation, or a name as it is.
fn person(value: &RawValue) -> Option<String> {
    let Some(name) = Item::of(value) else { return text_of(value) };
    if let Some(name) = name.text("literal") {
        return Some(name);
    }
    let parts = ["given", "non-dropping-particle", "dropping-particle", "family", "suffix"];
    let parts: Vec<String> = parts.iter().filter_map(|part| name.text(part)).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// A date in parts, as EDTF, or in words.
fn date_of(value: &RawValue, text: &str) -> Option<Written> {
    let span = span_in(text, value.get());
    let Some(date) = Item::of(value) else { return Some(Written::of(text_of(value)?, span)) };
    let Some(parts) = date.get("date-parts") else {
        let (written, _) = date.first(&["edtf", "raw", "literal"])?;
        return Some(qualified(Written::of(written, span), &date));
    };
    let read = |parts: &RawValue| {
        let texts: Vec<String> = values(parts).into_iter().filter_map(text_of).collect();
        (texts.join("-"), of_parts(&texts))
    };
    let mut read = values(parts).into_iter().map(read).filter(|(written, _)| !written.is_empty());
    let (first, from) = read.next()?;
    let written = match read.next() {
        None => Written { text: first, span, read: with_season(from, &date) },
        Some((last, to)) => {
            let both = from.and_then(|from| Ok(format!("{}/{}", from.date, to?.date)));
            let checked = both.and_then(|edtf| match EdtfDate::parse(&edtf) {
                Ok(_) => Ok(Civil::of_date(edtf)),
                Err(_) => Err(NoCivil::NoDate),
            });
            Written { text: format!("{first}/{last}"), span, read: checked }
        }
    };
    Some(qualified(written, &date))
}

fn of_parts(parts: &[String]) -> Result<Civil, NoCivil> {
    let year: i64 = parts.first().and_then(|year| year.parse().ok()).ok_or(NoCivil::NoDate)?;
    if !(-9999..=9999).contains(&year) {
        return Err(NoCivil::DeepTime);
    }
    let number = |index: usize| match parts.get(index) {
        Some(part) => part.parse::<u32>().map(Some).map_err(|_err| NoCivil::NoDate),
        None => Ok(None),
    };
    // Some write seasons as months from 13 or 21 on; those from 21 on are those of EDTF.
    edtf_of(year, number(1)?, number(2)?).map(Civil::of_date).ok_or(NoCivil::NoDate)
}

/// A year with its season, from 1 for spring to 4 for winter.
fn with_season(read: Result<Civil, NoCivil>, date: &Item<'_>) -> Result<Civil, NoCivil> {
    let season = date
        .text("season")
        .and_then(|season| season.parse::<u32>().ok())
        .filter(|season| (1..=4).contains(season));
    match (read, season) {
        (Ok(civil), Some(season)) if !civil.date.trim_start_matches('-').contains('-') => {
            Ok(Civil::of_date(format!("{}-{}", civil.date, 20 + season)))
        }
        (read, _) => read,
    }
}

/// A date that is said to be approximate.
fn qualified(written: Written, date: &Item<'_>) -> Written {
    let is_circa = date.text("circa").is_some_and(|circa| circa != "false" && circa != "0");
    let read = written.read.map(|civil| {
        let about = format!("{}~", civil.date);
        if is_circa && EdtfDate::parse(&about).is_ok() { Civil::of_date(about) } else { civil }
    });
    Written { read, ..written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_parts_in_words_and_as_edtf() {
        for (json, expected) in [
            (r#"{"date-parts":[[1931,5,4]]}"#, Some("1931-05-04")),
            (r#"{"date-parts":[["1931","5"]]}"#, Some("1931-05")),
            (r#"{"date-parts":[[1931],[1933]]}"#, Some("1931/1933")),
            (r#"{"date-parts":[[1931]],"season":"2"}"#, Some("1931-22")),
            (r#"{"date-parts":[[1931]],"circa":true}"#, Some("1931~")),
            (r#"{"date-parts":[[-43,3,15]]}"#, Some("-0043-03-15")),
            (r#"{"raw":"4 May 1931"}"#, Some("1931-05-04")),
            (r#"{"literal":"about 1931"}"#, Some("1931~")),
            (r#""1931-05/1931-08""#, Some("1931-05/1931-08")),
            (r#"{"date-parts":[[1931,13]]}"#, None),
            (r#"{"literal":"forthcoming"}"#, None),
        ] {
            let value: &RawValue = serde_json::from_str(json).unwrap();
            let read = date_of(value, json).and_then(|written| written.read.ok());
            assert_eq!(read.map(|civil| civil.date).as_deref(), expected, "{json}");
        }
        let empty: &RawValue = serde_json::from_str(r#"{"date-parts":[[]]}"#).unwrap();
        assert!(date_of(empty, "").is_none());
    }
}
