//! Places with times: Linked Places, GeoJSON-T, and GeoJSON whose features have `when`.
//!
//! The shape: <https://github.com/LinkedPasts/linked-places-format>. Coordinates are not kept: there is no map.

use serde_json::value::RawValue;

use crate::diagnostics::{EntryProblem, FormatProblem, JsonKind, Rule, SourceFile, Span};
use crate::load::Watch;
use crate::load::json::span_in;
use crate::load::position::Position;
use crate::load::reader::{Reader, Tables};
use crate::records::{EventRecord, NamedTexts};

use super::builder::{Builder, Origin, Written, at_entry, is_address};
use super::civil::{Civil, fuzzy_end};
use super::item::{Item, object_of, text_of};
use super::markup::plain_line;

/// Reads a collection of features, or one; `None` if nothing in it can be shown, or if cancelled.
pub(super) fn read<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let whole = object_of(reader)?;
    let text = reader.text;
    let features = if whole.get("features").is_some() {
        whole.list("features")
    } else {
        vec![serde_json::from_str(text).ok()?]
    };
    if !text.contains("\"when\"") && !text.contains("\"timespans\"") {
        reader.sink.push(Rule::OtherFormat.breach(None, FormatProblem::MapWithoutTimes));
        return None;
    }
    let mut builder = Builder::new(file, reader);
    if let Some(title) = whole.first(&["title", "label", "name"]).map(|(title, _)| plain_line(&title)) {
        builder.tables.title = title;
    }
    if let Some(about) = whole.first(&["description", "indexing"]).map(|(text, _)| text) {
        builder.tables.description = about;
    }
    for (count, value) in features.iter().enumerate() {
        at_entry(watch, count, features.len())?;
        add(&mut builder, value);
    }
    builder.finish()
}

/// A feature: a lane with an event for each time of its own, of its names, its types, and its relations.
fn add<'a>(builder: &mut Builder<'a, '_, '_>, value: &'a RawValue) {
    let text = builder.reader.text;
    let span = span_in(text, value.get());
    let Some(item) = Item::of(value) else {
        builder.left_out(span, FormatProblem::NoEntry(JsonKind::of(value.get())));
        return;
    };
    let properties = item.item("properties");
    let of_properties =
        |names: &[&str]| properties.as_ref().and_then(|p| p.first(names)).map(|(text, _)| plain_line(&text));
    let id = item.first(&["@id", "id"]).map(|(id, _)| id);
    let name = of_properties(&["title", "name", "label"]).or_else(|| id.clone()).unwrap_or_default();
    let types = labels(&item, "types");
    let mut feature = Feature {
        span,
        key: id.clone().unwrap_or_else(|| format!("\u{0}{name}")),
        category: types.first().cloned().unwrap_or_default(),
        url: id.filter(|id| is_address(id)),
        fields: fields(&item, properties.as_ref()),
        summary: labels(&item, "descriptions").first().cloned(),
        name,
        count: 0,
    };
    // The time of the whole stands in the feature, in its properties, or beside its geometry.
    let own = item.get("when").or_else(|| properties.as_ref()?.get("when"));
    let of_geometry = || {
        let geometry = item.item("geometry")?;
        geometry.get("when")
    };
    if let Some(when) = own.or_else(of_geometry) {
        let title = feature.name.clone();
        feature.add(builder, &title, when, span);
    }
    for (part, titles) in [
        ("names", &["toponym", "name"][..]),
        ("types", &["label", "sourceLabel", "identifier"]),
        ("relations", &["label", "relationTo", "relationType"]),
    ] {
        for entry in item.list(part).into_iter().filter_map(Item::of) {
            let Some(when) = entry.get("when") else { continue };
            let title = entry
                .first(titles)
                .map_or_else(|| labels(&entry, "sourceLabels").join(" / "), |(title, _)| plain_line(&title));
            feature.add(builder, &title, when, entry.span(text));
        }
    }
    if feature.count == 0 {
        builder.left_out(span, EntryProblem::WithoutDate);
    }
}

/// A feature while its events are added.
struct Feature {
    span: Span,
    key: String,
    name: String,
    category: String,
    url: Option<String>,
    summary: Option<String>,
    fields: NamedTexts,
    /// How many times of it were read or reported.
    count: usize,
}

impl Feature {
    /// An event for each span of a time. The fields stand with the first.
    fn add(&mut self, builder: &mut Builder<'_, '_, '_>, title: &str, when: &RawValue, span: Span) {
        let text = builder.reader.text;
        let times = match Item::of(when) {
            // The draft of the format had `start` and `end` without a list.
            Some(when) if when.get("timespans").is_none() => vec![when],
            Some(when) => when.list("timespans").into_iter().filter_map(Item::of).collect(),
            None => Vec::new(),
        };
        let label =
            Item::of(when).map(|when| labels(&when, "periods").join("; ")).filter(|label| !label.is_empty());
        let certainty = Item::of(when).and_then(|when| when.text("certainty"));
        if times.is_empty() {
            let written = text_of(when).map(|written| Written::of(written, span_in(text, when.get())));
            self.count += 1;
            if let Some(edtf) = builder.time(written.as_ref(), None, span) {
                self.event(builder, title, edtf, span);
            }
            return;
        }
        for time in times {
            self.count += 1;
            let (start, end) = (bound(&time, "start", true, text), bound(&time, "end", false, text));
            let Some(edtf) = builder.time(start.as_ref(), end.as_ref(), time.span(text)) else { continue };
            for (name, kept) in [("period", &label), ("certainty", &certainty)] {
                let kept = kept.as_ref().map(|text| (name.to_owned(), text.clone()));
                self.fields.0.extend(kept);
            }
            self.event(builder, title, edtf, time.span(text));
        }
    }

    fn event(&mut self, builder: &mut Builder<'_, '_, '_>, title: &str, edtf: String, span: Span) {
        let lane = builder.lane(&self.key, &self.name, &self.category, self.span);
        let source = self.url.clone().map(|url| {
            builder
                .source(Origin { title: self.name.clone(), url: Some(url), ..Origin::default() }, self.span)
        });
        let title = if title.is_empty() { &self.name } else { title };
        let record = EventRecord {
            treaty: lane,
            title: Some(title.to_owned()).filter(|title| !title.is_empty()),
            dates: vec![builder.claim(edtf, source, span)],
            summary: self.summary.take(),
            url: self.url.clone(),
            fields: std::mem::take(&mut self.fields),
            ..EventRecord::default()
        };
        builder.event(record, None, Position::whole(span));
    }
}

/// A beginning or an end: `{"in": …}`, or between `earliest` and `latest`; some write the date alone.
fn bound(time: &Item<'_>, name: &str, is_start: bool, text: &str) -> Option<Written> {
    let value = time.get(name)?;
    let span = span_in(text, value.get());
    let Some(bound) = Item::of(value) else { return Some(Written::of(text_of(value)?, span)) };
    if let Some(date) = bound.text("in") {
        return Some(Written::of(date, span));
    }
    match (bound.text("earliest"), bound.text("latest")) {
        (Some(earliest), Some(latest)) => {
            let (first, last) = (Civil::parse(&earliest), Civil::parse(&latest));
            let (Ok(first), Ok(last)) = (&first, &last) else {
                let wrong = if first.is_err() { earliest } else { latest };
                return Some(Written::of(wrong, span));
            };
            let outer = if is_start { &first.date } else { &last.date };
            let date = fuzzy_end(&first.date, &last.date, outer);
            Some(Written { text: format!("{earliest}/{latest}"), span, read: Ok(Civil::of_date(date)) })
        }
        (one, other) => Some(Written::of(one.or(other)?, span)),
    }
}

/// The labels in a list of objects, by whichever name they have.
fn labels(item: &Item<'_>, name: &str) -> Vec<String> {
    let entries = item.list(name).into_iter().filter_map(|value| match Item::of(value) {
        Some(entry) => entry
            .first(&["label", "value", "name", "sourceLabel", "toponym", "identifier"])
            .map(|(label, _)| plain_line(&label)),
        None => text_of(value),
    });
    entries.collect()
}

/// Properties and links, by name.
fn fields(item: &Item<'_>, properties: Option<&Item<'_>>) -> NamedTexts {
    let mut fields = properties.map(|p| p.rest(&["title", "name", "label", "when"])).unwrap_or_default();
    let links = item.list("links").into_iter().filter_map(Item::of).filter_map(|link| {
        let kind = link.text("type").unwrap_or_else(|| "link".to_owned());
        Some((kind, link.first(&["identifier", "id"])?.0))
    });
    fields.0.extend(links);
    let names = labels(item, "names");
    fields.0.extend(
        Some(names.join("; ")).filter(|names| !names.is_empty()).map(|names| ("names".to_owned(), names)),
    );
    fields
}
