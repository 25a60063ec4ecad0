//! The JSON of TimelineJS: slides with `start_date`, and the old form with `timeline.date` and `startDate`.

use serde_json::value::RawValue;

use crate::diagnostics::{FormatProblem, JsonKind, SourceFile};
use crate::load::Watch;
use crate::load::formats::builder::{Builder, Written, at_entry};
use crate::load::formats::item::{Item, object_of, text_of};
use crate::load::formats::markup::{plain, plain_line};
use crate::load::json::span_in;
use crate::load::position::Position;
use crate::load::reader::{Reader, Tables};

use super::slide::{Parts, Slide, old_date};

/// Reads a file of either form; `None` if nothing in it can be shown, or if cancelled.
pub(in crate::load::formats) fn read<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let whole = object_of(reader)?;
    let mut builder = Builder::new(file, reader);
    let old = whole.item("timeline");
    let root = old.as_ref().unwrap_or(&whole);
    let is_old = old.is_some();
    let (headline, text) = if is_old {
        (root.text("headline"), root.text("text"))
    } else {
        let text = root.item("title").and_then(|title| title.item("text"));
        text.map(|text| (text.text("headline"), text.text("text"))).unwrap_or_default()
    };
    if let Some(headline) = headline.map(|headline| plain_line(&headline)).filter(|text| !text.is_empty()) {
        builder.tables.title = headline;
    }
    builder.tables.description = text.map(|text| plain(&text)).unwrap_or_default();
    let lists = if is_old { [("date", false), ("era", true)] } else { [("events", false), ("eras", true)] };
    for (name, is_era) in lists {
        let values = root.list(name);
        for (count, value) in values.iter().enumerate() {
            at_entry(watch, count, values.len())?;
            slide(&mut builder, value, is_era, is_old);
        }
    }
    builder.finish()
}

fn slide<'a>(builder: &mut Builder<'a, '_, '_>, value: &'a RawValue, is_era: bool, is_old: bool) {
    let text = builder.reader.text;
    let span = span_in(text, value.get());
    let Some(item) = Item::of(value) else {
        builder.left_out(span, FormatProblem::NoEntry(JsonKind::of(value.get())));
        return;
    };
    let mut slide = if is_old { of_old(&item, text) } else { of_new(&item, text) };
    slide.is_era = is_era;
    let mut fields = Vec::new();
    let mut place = |field: &'static str, value: Option<&RawValue>| {
        fields.extend(value.map(|value| (field, span_in(text, value.get()))));
    };
    place("dates", item.get("start_date").or_else(|| item.get("startDate")));
    place("treaty", item.get("group").or_else(|| item.get("tag")));
    place("id", item.get("unique_id"));
    place("title", item.get("text"));
    slide.add(builder, span, Position::Text { whole: span, fields });
}

fn of_new(item: &Item<'_>, text: &str) -> Slide {
    let words = item.item("text");
    let media = item.item("media");
    let word = |name: &str| {
        let words = words.as_ref()?;
        words.text(name)
    };
    let of_media = |name: &str| {
        let media = media.as_ref()?;
        media.text(name)
    };
    let mut rest =
        item.rest(&["start_date", "end_date", "text", "media", "group", "display_date", "unique_id", "edtf"]);
    if let Some(media) = &media {
        rest.0.extend(media.rest(&["url", "caption", "credit"]).0);
    }
    let start = item.item("start_date");
    let of_start = start.as_ref().and_then(|start| start.text("display_date"));
    Slide {
        id: item.text("unique_id"),
        edtf: item.own_date(),
        start: start.map(|date| written(&date, text)),
        end: item.item("end_date").map(|date| written(&date, text)),
        headline: word("headline"),
        text: word("text"),
        group: item.text("group"),
        display_date: item.text("display_date").or(of_start),
        media: of_media("url"),
        credit: of_media("credit"),
        caption: of_media("caption"),
        is_era: false,
        rest,
    }
}

/// A date in parts.
fn written(date: &Item<'_>, text: &str) -> Written {
    let time = date.text("hour").map(|hour| {
        let part = |name: &str| date.text(name).unwrap_or_else(|| "0".to_owned());
        format!("{hour}:{}:{}", part("minute"), part("second"))
    });
    let parts = Parts {
        year: date.text("year").unwrap_or_default(),
        month: date.text("month"),
        day: date.text("day"),
        time,
    };
    parts.read(date.span(text))
}

fn of_old(item: &Item<'_>, text: &str) -> Slide {
    let asset = item.item("asset");
    let of_asset = |name: &str| {
        let asset = asset.as_ref()?;
        asset.text(name)
    };
    let date = |name: &str| {
        let value = item.get(name)?;
        of_commas(value, text)
    };
    let mut rest = item.rest(&["startDate", "endDate", "headline", "text", "tag", "asset"]);
    if let Some(asset) = &asset {
        rest.0.extend(asset.rest(&["media", "credit", "caption"]).0);
    }
    Slide {
        id: None,
        edtf: None,
        start: date("startDate"),
        end: date("endDate"),
        headline: item.text("headline"),
        text: item.text("text"),
        group: item.text("tag"),
        display_date: None,
        media: of_asset("media"),
        credit: of_asset("credit"),
        caption: of_asset("caption"),
        is_era: false,
        rest,
    }
}

/// A date of the old form, `1987,12,8` or `1987,12,8,14,30`; some files have other separators.
fn of_commas(value: &RawValue, text: &str) -> Option<Written> {
    let span = span_in(text, value.get());
    let written = text_of(value)?;
    if !written.contains(',') || written.contains(|c: char| c.is_alphabetic()) {
        return Some(old_date(written, span));
    }
    let mut parts = written.split(',').map(|part| part.trim().to_owned());
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    let times: Vec<String> = parts.collect();
    let time = Some(times.join(":")).filter(|time| !time.is_empty());
    let mut read = Parts { year, month, day, time }.read(span);
    read.text = written;
    Some(read)
}
