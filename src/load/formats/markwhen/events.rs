//! Lists of dated lines, as in markwhen: groups are lanes, and dates may be counted from other entries.

use std::collections::HashMap;

use chrono::{Datelike as _, Days, NaiveDate};

use crate::diagnostics::{EntryProblem, SourceFile, Span};
use crate::domain::EdtfDate;
use crate::load::Watch;
use crate::load::reader::{Reader, Tables, shortened};

use super::super::entries::{Entries, Entry, edtf, interval, left_out, no_date, part_left_out};
use super::super::repeat::Repeat;
use super::document::{Block, document, entry};
use super::ranges::{Point, Range, Relative, rule};

/// How many events the rules of one file may make.
const MAX_REPEATED: usize = 100_000;

/// Whether a text is a list of dated lines: at least two lines begin with a date of their own and a colon.
pub(in crate::load) fn is_markwhen(text: &str) -> bool {
    const MAX_LINES: usize = 400;
    let is_entry = |line: &&str| {
        let has_digit = line.trim_start().chars().take(20).any(|c| c.is_ascii_digit());
        has_digit && entry(line.trim_start(), false).is_some_and(|(range, _)| range.has_date())
    };
    // One dated line is enough under a header and a group, as this program writes a single event.
    let is_group = |line: &str| line.starts_with("group ") || line.starts_with("section ");
    let has_groups = text.starts_with("---") && text.lines().take(MAX_LINES).any(is_group);
    text.lines().take(MAX_LINES).filter(is_entry).nth(usize::from(!has_groups)).is_some()
}

/// The first day of an entry, and the first that is out.
#[derive(Clone, Copy)]
struct Extent {
    start: NaiveDate,
    end: NaiveDate,
}

/// An entry with its date.
struct Dated<'b> {
    block: &'b Block,
    edtf: String,
    extent: Extent,
}

/// The events of a list.
pub(in crate::load::formats) fn read<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let text = file.text();
    let document = document(text);
    let words = |span: Span| text.get(span.start..span.end).unwrap_or_default();
    let mut entries = Entries::of(file);
    if !document.title.is_empty() {
        entries.tables.title.clone_from(&document.title);
    }
    entries.tables.description.clone_from(&document.description);
    for &span in &document.strays {
        left_out(reader, span, || EntryProblem::Stray(shortened(words(span))));
    }
    for &span in &document.unread {
        left_out(reader, span, || no_date(words(span)));
    }
    let mut dated: Vec<Dated<'_>> = Vec::new();
    let mut by_id: HashMap<&str, Extent> = HashMap::new();
    let mut previous = None;
    for block in &document.blocks {
        match resolved(&block.range, previous, &by_id) {
            Ok((edtf, extent)) => {
                previous = Some(extent);
                if !block.id.is_empty() {
                    by_id.insert(&block.id, extent);
                }
                dated.push(Dated { block, edtf, extent });
            }
            Err(problem) => left_out(reader, block.date, || problem.told(words(block.date))),
        }
    }
    let last = dated.iter().filter_map(|entry| entry.extent.end.pred_opt()).max().unwrap_or_default();
    let horizon = NaiveDate::from_ymd_opt(last.year(), 12, 31).unwrap_or(last);
    let mut repeated = 0;
    for (index, entry) in dated.iter().enumerate() {
        if index % 256 == 0 && watch.is_cancelled() {
            return None;
        }
        let days = repeats(entry, document.day_first, horizon, MAX_REPEATED - repeated, reader);
        repeated = (repeated + days.len()).min(MAX_REPEATED);
        push(&mut entries, entry, entry.edtf.clone(), entry.block.id.clone());
        let length = entry.extent.end.signed_duration_since(entry.extent.start).num_days();
        for day in days {
            let end = Extent::of(day, u64::try_from(length).unwrap_or(1)).edtf();
            let id = if entry.block.id.is_empty() {
                String::new()
            } else {
                format!("{}-{}", entry.block.id, edtf(day))
            };
            push(&mut entries, entry, end, id);
        }
    }
    entries.finish(reader)
}

fn push(entries: &mut Entries<'_>, entry: &Dated<'_>, date: String, id: String) {
    let block = entry.block;
    let (lane, above) =
        block.groups.split_last().map_or(("", &[] as &[String]), |(lane, above)| (lane.as_str(), above));
    let title = if block.title.is_empty() { lane.to_owned() } else { block.title.clone() };
    entries.push(
        block.whole,
        Entry {
            id,
            lane: lane.to_owned(),
            heading: above.join(" / "),
            date,
            title,
            summary: block.body.trim().to_owned(),
            tags: block.tags.clone(),
            url: block.url.clone(),
            fields: block.fields.clone(),
            places: vec![("dates", block.date), ("title", block.title_at)],
            ..Entry::default()
        },
    );
}

/// The days on which an entry repeats, without its own.
fn repeats(
    entry: &Dated<'_>,
    day_first: bool,
    horizon: NaiveDate,
    room: usize,
    reader: &mut Reader<'_, '_>,
) -> Vec<NaiveDate> {
    let Some(every) = &entry.block.range.every else { return Vec::new() };
    let span = entry.block.date;
    let rule = rule(every, entry.extent.start, day_first).and_then(|rule| Repeat::parse(&rule));
    let Some(repeat) = rule else {
        part_left_out(reader, span, || EntryProblem::UnknownRepeat(shortened(&format!("every {every}"))));
        return Vec::new();
    };
    let times = repeat.days(entry.extent.start, horizon);
    let mut days = times.days;
    let is_over = days.len() > room;
    days.truncate(room);
    let count = days.len().max(1);
    if times.is_cut_off || is_over {
        part_left_out(reader, span, || EntryProblem::RepeatsCutOff(count));
    } else if times.is_endless {
        part_left_out(reader, span, || EntryProblem::EndlessRepeat(horizon.year()));
    }
    days.retain(|&day| day != entry.extent.start);
    days
}

/// Why an entry has no date.
enum Undated {
    Today,
    UnknownEntry(String),
    OutOfCalendar,
}

impl Undated {
    fn told(self, date: &str) -> EntryProblem {
        match self {
            Self::Today => EntryProblem::DateOfToday(shortened(date)),
            Self::UnknownEntry(id) => EntryProblem::UnknownEntry(shortened(&id)),
            Self::OutOfCalendar => no_date(date),
        }
    }
}

impl Extent {
    /// So many days from a day on; one at least.
    fn of(start: NaiveDate, days: u64) -> Self {
        Self { start, end: start.checked_add_days(Days::new(days.max(1))).unwrap_or(start) }
    }

    fn of_date(date: &EdtfDate) -> Option<Self> {
        // Of what is open, the end that is known.
        let date = if date.has_open_end() {
            date.start().unwrap_or(date)
        } else if date.has_open_start() {
            date.last().unwrap_or(date)
        } else {
            date
        };
        Some(Self { start: date.earliest().date(), end: date.latest_day().date().succ_opt()? })
    }

    /// Its last day in EDTF, after its first where that is another.
    fn edtf(self) -> String {
        let last = self.end.pred_opt().unwrap_or(self.start).max(self.start);
        let (start, last) = (edtf(self.start), edtf(last));
        interval(&start, &last).unwrap_or(start)
    }
}

/// The date of a range in EDTF, and the days it takes.
fn resolved(
    range: &Range,
    previous: Option<Extent>,
    by_id: &HashMap<&str, Extent>,
) -> Result<(String, Extent), Undated> {
    let named = |relative: &Relative| match &relative.of {
        Some(id) => by_id.get(id.as_str()).copied().ok_or_else(|| Undated::UnknownEntry(id.clone())),
        None => previous.ok_or_else(|| Undated::UnknownEntry("…".to_owned())),
    };
    let base = |relative: &Relative| {
        let extent = named(relative)?;
        let is_end = relative.from_end.unwrap_or(!relative.is_before);
        Ok(if is_end { extent.end } else { extent.start })
    };
    let moved = |relative: &Relative, day: NaiveDate, is_earlier: bool| {
        relative.after(day, is_earlier).ok_or(Undated::OutOfCalendar)
    };
    let whole = |start: NaiveDate, end: NaiveDate| {
        let extent = Extent { start, end: end.max(start.succ_opt().unwrap_or(start)) };
        (extent.edtf(), extent)
    };
    match (&range.from, &range.to) {
        (Point::Now, _) => Err(Undated::Today),
        (Point::Date(date), None) => {
            Ok((date.text().to_owned(), Extent::of_date(date).ok_or(Undated::OutOfCalendar)?))
        }
        (Point::Date(date), Some(Point::Date(last))) => {
            // A week is an interval of its own.
            let first = date.start().unwrap_or(date);
            let end = last.last().unwrap_or(last);
            let (first_extent, last_extent) = (Extent::of_date(first), Extent::of_date(end));
            let (first_extent, last_extent) =
                (first_extent.ok_or(Undated::OutOfCalendar)?, last_extent.ok_or(Undated::OutOfCalendar)?);
            let text = interval(first.text(), end.text()).ok_or(Undated::OutOfCalendar)?;
            Ok((text, Extent { start: first_extent.start, end: last_extent.end }))
        }
        (Point::Date(date), Some(Point::Now)) => {
            let text = format!("{}/..", date.start().unwrap_or(date).text());
            Ok((text, Extent::of_date(date).ok_or(Undated::OutOfCalendar)?))
        }
        (Point::Date(date), Some(Point::Relative(length))) => {
            let start = date.earliest().date();
            let from = if length.of.is_some() { base(length)? } else { start };
            Ok(whole(start, moved(length, from, false)?))
        }
        (Point::Relative(relative), None) => {
            let day = base(relative)?;
            if relative.is_bare() {
                let day = if relative.is_before { day.pred_opt().unwrap_or(day) } else { day };
                return Ok(whole(day, day));
            }
            let other = moved(relative, day, relative.is_before)?;
            Ok(whole(day.min(other), day.max(other)))
        }
        (Point::Relative(relative), Some(to)) => {
            let day = moved(relative, base(relative)?, relative.is_before)?;
            match to {
                Point::Now => Ok((format!("{}/..", edtf(day)), Extent::of(day, 1))),
                Point::Date(last) => {
                    let end = Extent::of_date(last).ok_or(Undated::OutOfCalendar)?.end;
                    if end <= day { Err(Undated::OutOfCalendar) } else { Ok(whole(day, end)) }
                }
                // With `before`, the first part says when it ends.
                Point::Relative(length) if relative.is_before && length.of.is_none() => {
                    Ok(whole(moved(length, day, true)?, day))
                }
                Point::Relative(length) => {
                    let from = if length.of.is_some() { base(length)? } else { day };
                    Ok(whole(day, moved(length, from, false)?))
                }
            }
        }
    }
}
