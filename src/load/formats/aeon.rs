//! Aeon Timeline 3: the JSON inside of its files (`.aeon`), which have bytes of other kinds before and behind it.
//!
//! The shape was taken from files and from programs that read them; its makers document none. A date has the parts that are
//! known, with its era as a position in the list of eras of the calendar.

use std::collections::{HashMap, HashSet};

use crate::diagnostics::{FormatProblem, JsonKind, SourceFile, Span};
use crate::load::Watch;
use crate::load::json::span_in;
use crate::load::position::Position;
use crate::load::reader::{Reader, Tables};
use crate::records::EventRecord;

use super::builder::{Builder, Written, at_entry, tags_of};
use super::civil::{Civil, NoCivil, edtf_of};
use super::four_dates::time_of_four;
use super::item::{Item, object_of};
use super::markup::plain;

/// The four dates of an item, the bounds of its beginning and its end.
const DATES: [&str; 4] = ["startDate", "latestStartDate", "earliestEndDate", "endDate"];

/// What ids and positions in the file stand for.
struct Project<'a> {
    /// The dates of items, by their ids.
    dates: HashMap<String, Item<'a>>,
    /// What an item is, by its id.
    types: HashMap<String, String>,
    tags: HashMap<String, String>,
    /// Whether years of an era are counted backwards.
    eras: Vec<bool>,
    /// Whether years have twelve months; other calendars are those of invented worlds.
    is_ours: bool,
}

/// Reads the JSON; `None` if nothing in it can be shown, or if cancelled.
pub(super) fn read<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let whole = object_of(reader)?;
    let mut builder = Builder::new(file, reader);
    let core = whole.item("core");
    let data = core.as_ref().and_then(|core| core.item("data"));
    let project = project_of(&whole, core.as_ref(), data.as_ref());
    let items = data.and_then(|data| data.item("itemsById")).map(|items| items.fields).unwrap_or_default();
    let deleted = deleted(&whole);
    for (count, (id, value)) in items.iter().enumerate() {
        at_entry(watch, count, items.len())?;
        if deleted.contains(&**id) {
            continue;
        }
        let span = span_in(builder.reader.text, value.get());
        match Item::of(value) {
            Some(item) => add(&mut builder, &project, id, &item, span),
            None => builder.left_out(span, FormatProblem::NoEntry(JsonKind::of(value.get()))),
        }
    }
    builder.finish()
}

/// The JSON in a file of this name; `None` if it is no file of Aeon Timeline 3, or one that is JSON alone.
pub(in crate::load) fn json_in(name: &str, bytes: &[u8]) -> Option<String> {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension)?;
    let start = memchr::memchr(b'{', bytes)?;
    let json = bytes.get(start..)?;
    if start == 0 || !extension.eq_ignore_ascii_case("aeon") {
        return None;
    }
    let mut values = serde_json::Deserializer::from_slice(json).into_iter::<serde::de::IgnoredAny>();
    values.next()?.ok()?;
    let json = json.get(..values.byte_offset())?;
    String::from_utf8(json.to_vec()).ok()
}

/// Items that are in the bin.
fn deleted(whole: &Item<'_>) -> HashSet<String> {
    let all = whole.item("collection").and_then(|collection| collection.item("allItemIds"));
    let all = all.map(|all| all.fields).unwrap_or_default();
    all.into_iter().filter(|(_, value)| value.get() == "false").map(|(id, _)| id.into_owned()).collect()
}

fn project_of<'a>(whole: &Item<'a>, core: Option<&Item<'a>>, data: Option<&Item<'a>>) -> Project<'a> {
    let definitions = core.and_then(|core| core.item("definitions"));
    let types = definitions.as_ref().and_then(|definitions| definitions.item("types")?.item("byId"));
    let label = |id: &str| {
        let types = types.as_ref()?;
        types.item(id)?.text("label")
    };
    let of_types = whole.item("collection").and_then(|collection| collection.item("itemIdsByType"));
    let mut by_item = HashMap::new();
    for (kind, _) in of_types.iter().flat_map(|of_types| &of_types.fields) {
        let name = label(kind).unwrap_or_else(|| kind.clone().into_owned());
        let ids = of_types.as_ref().map(|of_types| of_types.texts(kind)).unwrap_or_default();
        by_item.extend(ids.into_iter().map(|id| (id, name.clone())));
    }
    let tags = data.and_then(|data| data.item("tags")).map(|tags| tags.fields).unwrap_or_default();
    let tags =
        tags.into_iter().filter_map(|(id, value)| Some((id.into_owned(), super::item::text_of(value)?)));
    let dates =
        data.and_then(|data| data.item("itemDatesById")).map(|dates| dates.fields).unwrap_or_default();
    let dates = dates.into_iter().filter_map(|(id, value)| Some((id.into_owned(), Item::of(value)?)));
    let calendar = definitions.as_ref().and_then(|definitions| definitions.item("calendar"));
    let eras = calendar.as_ref().map(|calendar| calendar.list("eras")).unwrap_or_default();
    let is_backwards = |value| {
        Item::of(value).and_then(|era| era.text("isBackwards")).is_some_and(|backwards| backwards == "true")
    };
    Project {
        dates: dates.collect(),
        types: by_item,
        tags: tags.collect(),
        eras: eras.into_iter().map(is_backwards).collect(),
        is_ours: calendar.is_none_or(|calendar| matches!(calendar.list("months").len(), 0 | 12)),
    }
}

fn add(builder: &mut Builder<'_, '_, '_>, project: &Project<'_>, id: &str, item: &Item<'_>, span: Span) {
    let text = builder.reader.text;
    let known = project.dates.get(id);
    let dates = DATES.map(|name| project.date(&known?.item(name)?, text));
    let is_ongoing = known.and_then(|dates| dates.text("ongoing")).is_some_and(|ongoing| ongoing == "true");
    let has_end = dates.iter().skip(2).any(Option::is_some);
    let Some(edtf) = time_of_four(builder, &dates, has_end, span) else { return };
    let edtf = match edtf.split_once(['/', 'T']) {
        _ if !is_ongoing => edtf,
        Some((from, _)) => format!("{from}/.."),
        None => format!("{edtf}/.."),
    };
    let lane = match project.types.get(id) {
        Some(kind) => builder.lane(kind, kind, "", span),
        None => builder.main_lane(span),
    };
    let tags: Vec<String> =
        item.texts("tags").iter().filter_map(|id| project.tags.get(id).cloned()).collect();
    // Colours, and what leads to other parts of the file.
    let mut fields = item.rest(&["label", "summary", "tags", "id", "type", "color", "imageId", "thumbnail"]);
    for (name, written) in std::iter::zip(DATES, &dates).skip(1).take(2) {
        fields.0.extend(written.as_ref().map(|written| (name.to_owned(), written.text.clone())));
    }
    let record = EventRecord {
        treaty: lane,
        title: item.text("label").map(|label| super::markup::plain_line(&label)),
        summary: item.text("summary").map(|summary| plain(&summary)),
        dates: vec![builder.claim(edtf, None, span)],
        tags: tags_of(tags.iter().map(String::as_str)),
        fields,
        ..EventRecord::default()
    };
    let mut places = Vec::new();
    places.extend(dates.iter().flatten().next().map(|written| ("dates", written.span)));
    places.extend(item.get("label").map(|value| ("title", span_in(text, value.get()))));
    builder.event(record, Some(id), Position::Text { whole: span, fields: places });
}

impl Project<'_> {
    /// A date: as precise as it has parts.
    fn date(&self, date: &Item<'_>, text: &str) -> Option<Written> {
        let number = |name: &str| {
            let part = date.text(name)?;
            part.parse::<i64>().ok()
        };
        let year = number("year")?;
        // Without a calendar in the file it is the usual one, whose first era is the one before ours.
        let era = number("era").and_then(|era| usize::try_from(era).ok());
        let is_before = era.is_some_and(|era| self.eras.get(era).copied().unwrap_or(era == 0));
        let part = |name: &str| {
            let part = number(name)?;
            u32::try_from(part).ok()
        };
        let (month, day) = (part("month"), part("day"));
        let read = if !self.is_ours {
            Err(NoCivil::NoDate)
        } else if year.abs() > 9999 {
            Err(NoCivil::DeepTime)
        } else {
            edtf_of(if is_before { 1 - year } else { year }, month, day).ok_or(NoCivil::NoDate)
        };
        let time = |name: &str| part(name).unwrap_or_default();
        let clock = format!("{:02}:{:02}:{:02}", time("hour"), time("minute"), time("second"));
        let time = (clock != "00:00:00" && day.is_some()).then_some(clock);
        let parts = [Some(year), month.map(i64::from), day.map(i64::from)];
        let written = parts.iter().flatten().map(i64::to_string).collect::<Vec<_>>().join("-");
        let span = date.span(text);
        Some(Written { text: written, span, read: read.map(|date| Civil { date, time }) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_json_is_found_between_other_bytes() {
        let bytes = b"\x00\x01AEON{\"core\":{\"data\":\"}\"},\"collection\":{}}\xff\x00{rest";
        assert_eq!(json_in("my.aeon", bytes).as_deref(), Some(r#"{"core":{"data":"}"},"collection":{}}"#));
        assert_eq!(json_in("my.json", bytes), None);
        assert_eq!(json_in("my.aeon", b"\x00{\"core\":"), None);
        assert_eq!(json_in("my.aeon", b"{\"core\":1}"), None);
    }
}
