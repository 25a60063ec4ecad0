//! Calendars in iCalendar (RFC 5545): each entry an event, or as many as it repeats.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::diagnostics::{EntryProblem, SourceFile, Span};
use crate::domain::EdtfDate;
use crate::load::Watch;
use crate::load::reader::{Reader, Tables, shortened};

use super::super::entries::{Entries, Entry, edtf, interval, left_out, no_date, part_left_out};
use super::super::repeat::{MAX_TIMES, Repeat};
use super::dates::{Civil, days_later, duration};
use super::lines::{Line, lines};

/// How many events the rules of one file may make.
const MAX_REPEATED: usize = 100_000;

/// What is kept of an entry elsewhere, or is of no use to a reader of history.
const KNOWN: [&str; 25] = [
    "BEGIN",
    "END",
    "UID",
    "DTSTAMP",
    "CREATED",
    "LAST-MODIFIED",
    "SEQUENCE",
    "DTSTART",
    "DTEND",
    "DUE",
    "DURATION",
    "SUMMARY",
    "DESCRIPTION",
    "CATEGORIES",
    "URL",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "X-EDTF",
    "TRANSP",
    "CLASS",
    "X-MICROSOFT-CDO-BUSYSTATUS",
    "X-MICROSOFT-CDO-IMPORTANCE",
    "X-MOZ-GENERATION",
    "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR",
];

/// The events of a calendar.
pub(in crate::load::formats) fn read<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let calendar = components(file.text(), reader);
    let mut reading = Reading {
        entries: Entries::of(file),
        replaced: replaced(&calendar.components),
        horizon: horizon(&calendar.components),
        repeated: 0,
    };
    if let Some(name) = calendar.names.first().filter(|name| !name.is_empty()) {
        reading.entries.tables.title.clone_from(name);
    }
    reading.entries.tables.description = calendar.description;
    for (index, component) in calendar.components.iter().enumerate() {
        if index % 256 == 0 && watch.is_cancelled() {
            return None;
        }
        let lane = calendar.names.get(component.calendar).map(String::as_str).unwrap_or_default();
        reading.entry(component, lane, reader);
    }
    reading.entries.finish(reader)
}

/// An entry of a calendar, from its `BEGIN` to its `END`.
struct Component {
    /// Which calendar of the file it is in.
    calendar: usize,
    lines: Vec<Line>,
    span: Span,
}

impl Component {
    fn line(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }

    fn all<'c>(&'c self, name: &'c str) -> impl Iterator<Item = &'c Line> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    fn text(&self, name: &str) -> String {
        self.line(name).map(Line::text).unwrap_or_default()
    }

    /// The days that lines of a name list.
    fn days<'c>(&'c self, name: &'c str) -> impl Iterator<Item = NaiveDate> + 'c {
        let texts = self.all(name).flat_map(|line| line.value.split(','));
        // A period begins with the moment that counts.
        texts.filter_map(|text| Some(Civil::parse(text.split('/').next()?)?.day))
    }
}

/// What a file holds.
#[derive(Default)]
struct Calendars {
    /// The name of each calendar; empty where it has none.
    names: Vec<String>,
    description: String,
    components: Vec<Component>,
}

/// The entries of all calendars of a file. What is in none is reported.
fn components(text: &str, reader: &mut Reader<'_, '_>) -> Calendars {
    let mut found = Calendars::default();
    let mut open: Option<Component> = None;
    // Alarms in an entry, and zones, which the time that is written does not need.
    let mut skipped: Vec<String> = Vec::new();
    for line in lines(text) {
        let kind = line.value.trim().to_ascii_uppercase();
        let is_entry = matches!(kind.as_str(), "VEVENT" | "VTODO" | "VJOURNAL");
        match line.name.as_str() {
            "BEGIN" if kind == "VCALENDAR" => {
                unfinished(open.take(), &mut found, reader);
                skipped.clear();
                found.names.push(String::new());
            }
            "BEGIN" if is_entry => {
                // An entry stands in no other: the end of that one is missing.
                unfinished(open.take(), &mut found, reader);
                skipped.clear();
                let calendar = found.names.len().saturating_sub(1);
                open = Some(Component { calendar, span: line.span, lines: vec![line] });
            }
            "BEGIN" => skipped.push(kind),
            "END" if is_entry => {
                skipped.clear();
                if let Some(mut component) = open.take() {
                    component.span.end = line.span.end;
                    found.components.push(component);
                }
            }
            "END" if kind == "VCALENDAR" => {
                unfinished(open.take(), &mut found, reader);
                skipped.clear();
            }
            "END" => {
                skipped.pop();
            }
            _ if !skipped.is_empty() => {}
            "" => left_out(reader, line.span, || EntryProblem::Stray(shortened(line.value.trim()))),
            name => {
                if let Some(component) = &mut open {
                    component.span.end = line.span.end;
                    component.lines.push(line);
                } else {
                    let calendar = found.names.last_mut().filter(|name| name.is_empty());
                    match (name, calendar) {
                        ("X-WR-CALNAME" | "NAME", Some(calendar)) => *calendar = line.text(),
                        ("X-WR-CALDESC" | "DESCRIPTION", _) if found.description.is_empty() => {
                            found.description = line.text();
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    unfinished(open, &mut found, reader);
    found
}

/// Keeps an entry without an end, and reports it.
fn unfinished(open: Option<Component>, found: &mut Calendars, reader: &mut Reader<'_, '_>) {
    let Some(component) = open else { return };
    if let Some(line) = component.line("BEGIN") {
        let begin = shortened(line.value.trim());
        part_left_out(reader, line.span, || EntryProblem::Unfinished(begin));
    }
    found.components.push(component);
}

/// The days of repeating entries in whose place an entry of its own stands, by the entry's id.
fn replaced(components: &[Component]) -> HashMap<String, HashSet<NaiveDate>> {
    let mut replaced: HashMap<String, HashSet<NaiveDate>> = HashMap::new();
    for component in components {
        let days: Vec<NaiveDate> = component.days("RECURRENCE-ID").collect();
        if !days.is_empty() {
            replaced.entry(component.text("UID")).or_default().extend(days);
        }
    }
    replaced
}

/// The end of the last year of which the file speaks: as far as what repeats without end is shown.
fn horizon(components: &[Component]) -> NaiveDate {
    let names = ["DTSTART", "DTEND", "DUE", "DTSTAMP", "LAST-MODIFIED", "RDATE"];
    let days = components.iter().flat_map(|component| names.iter().flat_map(|name| component.days(name)));
    let last = days.max().unwrap_or_default();
    NaiveDate::from_ymd_opt(chrono::Datelike::year(&last), 12, 31).unwrap_or(last)
}

struct Reading<'a> {
    entries: Entries<'a>,
    replaced: HashMap<String, HashSet<NaiveDate>>,
    horizon: NaiveDate,
    /// How many events rules have made so far.
    repeated: usize,
}

impl Reading<'_> {
    fn entry(&mut self, component: &Component, lane: &str, reader: &mut Reader<'_, '_>) {
        // A task may have only the day it is due.
        let Some(start_line) = component.line("DTSTART").or_else(|| component.line("DUE")) else {
            left_out(reader, component.span, || EntryProblem::WithoutDate);
            return;
        };
        let Some(start) = Civil::parse(&start_line.value) else {
            left_out(reader, start_line.span, || no_date(start_line.value.trim()));
            return;
        };
        let last = last_day(component, start, reader);
        let title = component.text("SUMMARY");
        let mut uid = component.text("UID");
        if let Some(day) = component.days("RECURRENCE-ID").next() {
            uid = format!("{uid}-{}", edtf(day));
        }
        let days = self.days(component, start.day, reader);
        let length = last.signed_duration_since(start.day).num_days();
        for (index, &day) in days.iter().enumerate() {
            let is_first = index == 0;
            let last = days_later(day, u64::try_from(length).unwrap_or(0)).unwrap_or(day);
            let plain = interval(&edtf(day), &edtf(last)).unwrap_or_else(|| edtf(day));
            // What iCalendar cannot say, this program and others say in a line of their own.
            let own = component.line("X-EDTF").map(Line::text).filter(|_| is_first);
            let date = own.filter(|text| EdtfDate::parse(text).is_ok()).unwrap_or(plain);
            let entry = Entry {
                id: if is_first { uid.clone() } else { format!("{uid}-{}", edtf(day)) },
                lane: lane.to_owned(),
                date,
                title: if title.is_empty() { lane.to_owned() } else { title.clone() },
                summary: component.text("DESCRIPTION"),
                tags: component.all("CATEGORIES").flat_map(Line::texts).collect(),
                url: component.text("URL"),
                fields: fields(component, start.on(day), is_first),
                places: places(component, start_line),
                ..Entry::default()
            };
            self.entries.push(component.span, entry);
        }
    }

    /// The days on which an entry takes place.
    fn days(
        &mut self,
        component: &Component,
        start: NaiveDate,
        reader: &mut Reader<'_, '_>,
    ) -> Vec<NaiveDate> {
        let mut days = vec![start];
        for line in component.all("RRULE") {
            let Some(repeat) = Repeat::parse(&line.value) else {
                part_left_out(reader, line.span, || EntryProblem::UnknownRepeat(shortened(&line.value)));
                continue;
            };
            let times = repeat.days(start, self.horizon);
            let count = times.days.len();
            if times.is_cut_off {
                part_left_out(reader, line.span, || EntryProblem::RepeatsCutOff(count));
            } else if times.is_endless {
                let year = chrono::Datelike::year(&self.horizon);
                part_left_out(reader, line.span, || EntryProblem::EndlessRepeat(year));
            }
            days.extend(times.days);
        }
        for line in component.all("EXRULE") {
            part_left_out(reader, line.span, || EntryProblem::UnknownRepeat(shortened(&line.value)));
        }
        days.extend(component.days("RDATE").take(MAX_TIMES));
        let mut left: HashSet<NaiveDate> = component.days("EXDATE").collect();
        if component.line("RECURRENCE-ID").is_none()
            && let Some(replaced) = self.replaced.get(&component.text("UID"))
        {
            left.extend(replaced);
        }
        days.retain(|day| !left.contains(day));
        days.sort_unstable();
        days.dedup();
        let room = MAX_REPEATED.saturating_sub(self.repeated).max(1);
        if days.len() > room {
            days.truncate(room);
            part_left_out(reader, component.span, || EntryProblem::RepeatsCutOff(room));
        }
        self.repeated += days.len().saturating_sub(1);
        days
    }
}

/// The last day of the first time of an entry.
fn last_day(component: &Component, start: Civil, reader: &mut Reader<'_, '_>) -> NaiveDate {
    // A due day is the last, and no exclusive end, where there is no time.
    let due = component.line("DUE").filter(|_| component.line("DTSTART").is_some());
    if let Some(line) = component.line("DTEND").or(due) {
        let Some(end) = Civil::parse(&line.value) else {
            part_left_out(reader, line.span, || EntryProblem::NoEnd(shortened(line.value.trim())));
            return start.day;
        };
        if line.name == "DUE" && end.time.is_none() && end.day >= start.day {
            return end.day;
        }
        if let Some(last) = start.last_day(end) {
            return last;
        }
        let (start_text, end_text) = (edtf(start.day), edtf(end.day));
        part_left_out(reader, line.span, || EntryProblem::EndsBeforeItBegins(start_text, end_text));
        return start.day;
    }
    if let Some(line) = component.line("DURATION") {
        let end = duration(&line.value).and_then(|duration| start.after(duration));
        match end.and_then(|end| start.last_day(end)) {
            Some(last) => return last,
            None => part_left_out(reader, line.span, || EntryProblem::NoEnd(shortened(line.value.trim()))),
        }
    }
    start.day
}

/// What else an entry says, under the names of its lines; the rule by which it repeats with the first time only.
fn fields(component: &Component, start: Civil, is_first: bool) -> Vec<(String, String)> {
    const MAX_LEN: usize = 4000;
    let mut fields = Vec::new();
    if let (Some(time), Some(line)) = (start.time, component.line("DTSTART")) {
        let is_utc = line.value.trim().ends_with(['Z', 'z']);
        let zone = line.parameter("TZID").unwrap_or(if is_utc { "UTC" } else { "" });
        let text = format!("{} {} {zone}", edtf(start.day), time.format("%H:%M"));
        fields.push(("DTSTART".to_owned(), text.trim_end().to_owned()));
    }
    for line in &component.lines {
        let name = line.name.as_str();
        if KNOWN.contains(&name) || (matches!(name, "RRULE" | "EXRULE") && !is_first) {
            continue;
        }
        // What is packed into the file is no text.
        let is_binary = line.parameter("VALUE").is_some_and(|value| value.eq_ignore_ascii_case("BINARY"));
        if is_binary || line.value.len() > MAX_LEN {
            continue;
        }
        let address = line.text();
        let text = match line.parameter("CN") {
            Some(person) if !person.is_empty() => person.to_owned(),
            _ => address.strip_prefix("mailto:").unwrap_or(&address).to_owned(),
        };
        if !text.is_empty() {
            fields.push((line.name.clone(), text));
        }
    }
    fields
}

fn places(component: &Component, start: &Line) -> Vec<(&'static str, Span)> {
    let names = [
        ("title", "SUMMARY"),
        ("summary", "DESCRIPTION"),
        ("url", "URL"),
        ("tags", "CATEGORIES"),
        ("id", "UID"),
    ];
    let mut places = vec![("dates", start.span)];
    places.extend(names.into_iter().filter_map(|(field, name)| Some((field, component.line(name)?.span))));
    places
}
