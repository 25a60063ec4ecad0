//! One record, and a chunk of them as columns.
#![expect(clippy::indexing_slicing, reason = "each place was found in the text or handed out here")]

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, de};

use crate::diagnostics::{Problem, Report, Severity, hides_text};
use crate::domain::{Doubt, PlainRecord};
use crate::load::date_advice::advice;
use crate::load::fields::clean;
use crate::load::surrogates::mended_record;
use crate::load::words::short;

use super::days::{Days, OPEN, OPEN_END, days};
use super::refused::Refused;
use super::texts::TextsBuilder;

/// More faults than this of one severity are counted, not kept.
const MOST_FAULTS: usize = 500;
/// What a record looks like, for the help of messages.
const RECORD_HELP: &str =
    "write the record as {\"id\":1,\"lane\":2,\"start\":\"1990-01-05\",\"end\":null,\"label\":\"…\"}";

/// Parsed records as columns; texts are packed.
#[derive(Clone, Debug, Default)]
pub(super) struct Chunk {
    pub(super) lanes: Vec<Box<str>>,
    lane_of: HashMap<Box<str>, u32>,
    /// Lanes whose names are small numbers, by number: nearly all of them are.
    lane_of_number: Vec<u32>,
    pub(super) records: Vec<PlainRecord>,
    pub(super) texts: TextsBuilder,
    faults: Vec<Fault>,
    /// How many warnings and errors there are, kept or not.
    counts: [usize; 2],
    /// What is open or not sure in records, by their place among those of the chunk, in order.
    pub(super) doubts: Vec<(u32, Doubt)>,
    /// How many records have a time of day, which is not kept.
    times: usize,
}

/// What is wrong with a record, and where it is.
#[derive(Clone, Debug)]
struct Fault {
    severity: Severity,
    line: usize,
    message: String,
    help: Cow<'static, str>,
}

/// A record as it is written. Fields that are not known are passed over.
#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    id: Token<'a>,
    #[serde(borrow)]
    lane: Token<'a>,
    #[serde(borrow)]
    start: Token<'a>,
    // Not `Option<Cow<str>>`, which serde reads into a string of its own every time.
    #[serde(borrow, default)]
    end: Option<Token<'a>>,
    #[serde(borrow, default)]
    label: Cow<'a, str>,
}

impl Record<'_> {
    /// Whether a text of it would hide or reorder text, steer a terminal, or stand on several lines.
    fn is_dirty(&self) -> bool {
        let is_dirty_token = |token: &Token<'_>| matches!(token, Token::Text(text) if is_dirty(text));
        is_dirty(&self.label) || is_dirty_token(&self.id) || is_dirty_token(&self.lane)
    }

    /// Whether it has an end beside a start that says when it ends.
    fn ends_twice(&self) -> bool {
        let Token::Text(start) = &self.start else { return false };
        // Nearly every start is a day, and known to be one at once.
        if matches!(start.as_bytes(), [_, _, _, _, b'-', _, _, b'-', _, _]) {
            return false;
        }
        let Some((_, last)) = start.split_once('/') else { return false };
        self.end.as_ref().is_some_and(|end| end.text() != last)
    }

    /// Takes out what [`Self::is_dirty`] looks for; whether there was more than a slip of an editor.
    fn clean(&mut self) -> bool {
        let mut was_hiding = false;
        let tokens = [&mut self.id, &mut self.lane].into_iter();
        let texts = tokens.filter_map(|token| match token {
            Token::Text(text) => Some(text),
            Token::Number(_) => None,
        });
        for text in texts.chain([&mut self.label]).filter(|text| is_dirty(text)) {
            let (shown, was_dirty) = clean(text);
            was_hiding |= was_dirty;
            *text = shown.replace('\n', " ").into();
        }
        was_hiding
    }
}

/// Nearly all texts are plain ASCII, and those are passed over byte by byte.
fn is_dirty(text: &str) -> bool {
    !text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
        && text.contains(|c: char| c == '\n' || hides_text(c))
}

/// A number or a text.
enum Token<'a> {
    Number(u64),
    Text(Cow<'a, str>),
}

impl Token<'_> {
    /// As it is written; a year may be written as a number.
    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Number(number) => number.to_string().into(),
            Self::Text(text) => text.as_ref().into(),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Token<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TokenVisitor;
        impl<'de> Visitor<'de> for TokenVisitor {
            type Value = Token<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or a text")
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Self::Value, E> {
                Ok(Token::Number(value))
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
                Ok(Token::Text(value.to_string().into()))
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
                Ok(Token::Text(value.to_string().into()))
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Token::Text(text.into()))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Token::Text(text.to_owned().into()))
            }
        }
        deserializer.deserialize_any(TokenVisitor)
    }
}

/// Parses a list of records that begins on `line`; `None` when the text is no list.
pub(super) fn parse_records(text: &[u8], line: usize) -> Option<Chunk> {
    struct Records(Chunk);
    impl<'de> Visitor<'de> for Records {
        type Value = Chunk;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list of events")
        }

        fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Chunk, A::Error> {
            while let Some(record) = list.next_element::<Record<'_>>()? {
                if record.is_dirty() || record.ends_twice() {
                    return Err(de::Error::custom("there is something to be said of the record"));
                }
                self.0.push(&record).map_err(|refused| de::Error::custom(refused.message))?;
            }
            self.0.finish();
            Ok(self.0)
        }
    }
    // Checked once for all its strings, and not for each.
    let text = std::str::from_utf8(text).ok()?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let chunk = Deserializer::deserialize_seq(&mut deserializer, Records(Chunk::default()));
    if let Ok(chunk) = chunk
        && deserializer.end().is_ok()
    {
        return Some(chunk);
    }
    // Something is wrong in it: once more, record by record.
    let raw: Vec<&serde_json::value::RawValue> = serde_json::from_str(text).ok()?;
    let mut chunk = Chunk::default();
    let (mut line, mut from) = (line, 0);
    for raw in raw {
        let at = raw.get().as_ptr().addr() - text.as_ptr().addr();
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[from..at]).count();
        from = at;
        chunk.add(raw.get().as_bytes(), line);
    }
    chunk.finish();
    Some(chunk)
}

impl Chunk {
    /// Adds one record from its text; what is wrong with it is kept as a fault.
    pub(super) fn add(&mut self, text: &[u8], line: usize) {
        let mended = mended_record(text);
        let mut was_hiding = false;
        let mut twice = None;
        let text = mended.as_deref().unwrap_or(text);
        let added = serde_json::from_slice::<Record<'_>>(text)
            .map_err(|err| Refused::of_shape(text, &err))
            .and_then(|mut record| {
                was_hiding = record.clean();
                if let Some(end) = record.end.as_ref().filter(|_| record.ends_twice()) {
                    twice = Some((short(&record.start.text()), short(&end.text())));
                }
                self.push(&record)
            });
        if let Err(Refused { message, bad_date, help }) = added {
            let message = || format!("{message}; the event is left out");
            // No more are kept, and a file may hold millions.
            let bad_date = bad_date.filter(|_| self.counts[Severity::Error as usize] < MOST_FAULTS);
            let help = help.or_else(|| bad_date.map(|text| advice(&text)));
            let help = help.map_or(Cow::Borrowed(RECORD_HELP), Cow::Owned);
            self.note(Severity::Error, line, message, help);
            return;
        }
        if mended.is_some() {
            let message = || "a text holds half of a character; \u{fffd} stands for it".to_owned();
            self.note(Severity::Warning, line, message, "write the whole character, or delete it".into());
        }
        if let Some((start, end)) = twice {
            let message = || {
                format!(
                    "\"start\" is an interval ({start}), and there is an \"end\" too ({end}); the \"end\" counts"
                )
            };
            self.note(Severity::Warning, line, message, "write one of the two".into());
        }
        if was_hiding {
            let message = || {
                "a text of the event holds control characters or direction marks; they are not shown"
                    .to_owned()
            };
            self.note(Severity::Warning, line, message, "delete them".into());
        }
    }

    fn note(
        &mut self,
        severity: Severity,
        line: usize,
        message: impl FnOnce() -> String,
        help: Cow<'static, str>,
    ) {
        let count = &mut self.counts[severity as usize];
        *count += 1;
        if *count <= MOST_FAULTS {
            self.faults.push(Fault { severity, line, message: message(), help });
        }
    }

    fn push(&mut self, record: &Record<'_>) -> Result<(), Refused> {
        let start = record.start.text();
        if start == OPEN {
            return Err(Refused::open_start(record.end.as_ref().map(Token::text).as_deref()));
        }
        let from = days(&start)?;
        let to = match &record.end {
            Some(Token::Text(text)) if text.trim().is_empty() => return Err(Refused::empty_end()),
            Some(Token::Text(text)) if text == OPEN => Days { doubt: OPEN_END, ..from },
            Some(date) => days(&date.text())?,
            None => from,
        };
        let start = from.first;
        // A single day is told by its end.
        let is_day = to.after == start + 1 && record.end.as_ref().is_none_or(|date| date.text() == OPEN);
        let end = if is_day { start } else { to.after };
        if end < start {
            let end = record.end.as_ref().map(Token::text).unwrap_or_default();
            let message = format!("the event ends ({end}) before it starts ({})", record.start.text());
            return Err(Refused::new(message));
        }
        let lane = match &record.lane {
            Token::Number(number) => self.lane_of_number(*number),
            Token::Text(name) => self.lane_named(name),
        };
        let doubt = Doubt::between(from.doubt, to.doubt);
        if doubt.is_some() {
            self.doubts.push((self.records.len() as u32, doubt));
        }
        self.times += usize::from(from.has_time || to.has_time);
        self.records.push(PlainRecord { lane, start, end });
        match &record.id {
            Token::Number(number) => self.texts.push(itoa(*number, &mut [0; 20]), &record.label),
            Token::Text(id) => self.texts.push(id, &record.label),
        }
        Ok(())
    }

    pub(super) fn finish(&mut self) {
        self.texts.finish();
    }

    fn lane_of_number(&mut self, number: u64) -> u32 {
        const SMALL: u64 = 1 << 12;
        if number >= SMALL {
            return self.lane_named(&number.to_string());
        }
        let number = number as usize;
        if number >= self.lane_of_number.len() {
            self.lane_of_number.resize(number + 1, u32::MAX);
        }
        if self.lane_of_number[number] == u32::MAX {
            self.lane_of_number[number] = self.lane_named(&number.to_string());
        }
        self.lane_of_number[number]
    }

    fn lane_named(&mut self, name: &str) -> u32 {
        if let Some(&lane) = self.lane_of.get(name) {
            return lane;
        }
        let lane = self.lanes.len() as u32;
        self.lanes.push(name.into());
        self.lane_of.insert(name.into(), lane);
        lane
    }
}

/// A number as text, without a place on the heap.
fn itoa(mut number: u64, buffer: &mut [u8; 20]) -> &str {
    let mut at = buffer.len();
    loop {
        at -= 1;
        buffer[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    std::str::from_utf8(&buffer[at..]).unwrap_or_default()
}

/// What to do about times of day.
const TIMES_HELP: &str =
    "leave the time out, or write the event in the format treaty-timeline/1, which keeps it";

/// The faults of a file as a report, and what of it is not drawn as it is written: each kind once, with its number.
pub(super) fn report<'a>(name: &str, chunks: impl IntoIterator<Item = &'a Chunk> + Clone) -> Report {
    let mut report = Report { file: name.to_owned(), ..Report::default() };
    let times: usize = chunks.clone().into_iter().map(|chunk| chunk.times).sum();
    if times > 0 {
        let events = if times == 1 { "1 event has".to_owned() } else { format!("{times} events have") };
        report.warnings += 1;
        report.problems.push(Problem {
            code: "plain-times",
            ..problem(&Fault {
                severity: Severity::Warning,
                line: 0,
                message: format!("{events} a time of day; plain lanes keep whole days"),
                help: Cow::Borrowed(TIMES_HELP),
            })
        });
    }
    let mut kept = [0_usize; 2];
    for chunk in chunks {
        let [warnings, errors] = chunk.counts;
        report.warnings += warnings;
        report.errors += errors;
        for fault in &chunk.faults {
            let kept = &mut kept[fault.severity as usize];
            *kept += 1;
            if *kept <= MOST_FAULTS {
                report.problems.push(problem(fault));
            }
        }
    }
    report
}

fn problem(fault: &Fault) -> Problem {
    Problem {
        severity: fault.severity,
        code: "plain-lanes",
        message: fault.message.clone(),
        line: fault.line,
        // A record may stand anywhere in its line.
        column: 0,
        help: fault.help.to_string(),
        excerpt: String::new(),
        caret: 0,
        width: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_is_none_says_what_to_write() {
        let text = br#"[{"id":1,"lane":"Rome","start":476},{"id":2,"lane":"Rome","start":-44},{"id":3,"lane":"Rome","start":"2 August 2019"}]"#;
        let chunk = parse_records(text, 1).unwrap();
        let problems = report("x", [&chunk]).problems;
        let helps: Vec<&str> = problems.iter().map(|problem| &*problem.help).collect();
        assert_eq!(
            helps,
            [
                "a year has four digits: write 0476",
                "a year has four digits, and 1 BCE is 0000: write -0043 for 44 BCE",
                "did you mean \"2019-08-02\"?"
            ]
        );
    }
}
