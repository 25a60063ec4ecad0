//! One record of a lanes file, and a chunk of records as columns.
#![expect(clippy::indexing_slicing, reason = "each offset was found in the text, each index assigned here")]

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, de};

use crate::diagnostics::{Diagnostic, LaneProblem, Report, Severity, hides_text};
use crate::domain::{BulkRecord, DateUncertainty};
use crate::load::date_advice::advice as date_advice;
use crate::load::fields::clean;
use crate::load::surrogates::mended_record;
use crate::load::words::short;

use super::days::{Days, OPEN, OPEN_END, days};
use super::refused::{of_shape, open_start};
use super::texts::TextsBuilder;

/// Maximum number of faults kept of each severity; more are only counted.
const MAX_FAULTS: usize = 500;

/// Parsed records as columns; texts are packed.
#[derive(Clone, Debug, Default)]
pub(in crate::load) struct ParsedChunk {
    pub(in crate::load) lanes: Vec<Box<str>>,
    lane_of: HashMap<Box<str>, u32>,
    /// Lanes whose names are small numbers, by number: nearly all lanes.
    lane_of_number: Vec<u32>,
    pub(in crate::load) records: Vec<BulkRecord>,
    pub(in crate::load) texts: TextsBuilder,
    faults: Vec<Fault>,
    /// Number of warnings and errors, kept or not.
    counts: [usize; 2],
    /// What is open or uncertain in a record, with its index in the chunk, in order.
    pub(in crate::load) doubts: Vec<(u32, DateUncertainty)>,
    /// Number of records with a time of day, which is dropped.
    times: usize,
}

/// A problem of a record, and its line.
#[derive(Clone, Debug)]
struct Fault {
    severity: Severity,
    line: usize,
    problem: LaneProblem,
}

/// A record as written. Unknown fields are ignored.
#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    id: Token<'a>,
    #[serde(borrow)]
    lane: Token<'a>,
    #[serde(borrow)]
    start: Token<'a>,
    // Not `Option<Cow<str>>`, for which serde allocates a string every time.
    #[serde(borrow, default)]
    end: Option<Token<'a>>,
    #[serde(borrow, default)]
    label: Cow<'a, str>,
}

impl Record<'_> {
    /// Whether any of its texts would hide or reorder text, control a terminal, or span several lines.
    fn is_dirty(&self) -> bool {
        let is_dirty_token = |token: &Token<'_>| matches!(token, Token::Text(text) if is_dirty(text));
        is_dirty(&self.label) || is_dirty_token(&self.id) || is_dirty_token(&self.lane)
    }

    /// Whether it has an end although its start is an interval with another end.
    fn ends_twice(&self) -> bool {
        let Token::Text(start) = &self.start else { return false };
        // Nearly every start is a single day, which this check tells at once.
        if matches!(start.as_bytes(), [_, _, _, _, b'-', _, _, b'-', _, _]) {
            return false;
        }
        let Some((_, last)) = start.split_once('/') else { return false };
        self.end.as_ref().is_some_and(|end| end.text() != last)
    }

    /// Removes what [`Self::is_dirty`] looks for; `true` if some of it hid text, not only an editor's slip.
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

/// Nearly all texts are ASCII, and pass a byte by byte check.
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
    /// As written; a year may be a number.
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

/// Parses a list of records that begins on `line`; `None` if the text is not a list.
pub(super) fn parse_records(text: &[u8], line: usize) -> Option<ParsedChunk> {
    struct Records(ParsedChunk);
    impl<'de> Visitor<'de> for Records {
        type Value = ParsedChunk;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list of events")
        }

        fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<ParsedChunk, A::Error> {
            while let Some(record) = list.next_element::<Record<'_>>()? {
                if record.is_dirty() || record.ends_twice() {
                    return Err(de::Error::custom("the record needs a warning"));
                }
                self.0.push(&record).map_err(|_problem| de::Error::custom("the record is invalid"))?;
            }
            self.0.finish();
            Ok(self.0)
        }
    }
    // Checked once for the whole text instead of for each string.
    let text = std::str::from_utf8(text).ok()?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let chunk = Deserializer::deserialize_seq(&mut deserializer, Records(ParsedChunk::default()));
    if let Ok(chunk) = chunk
        && deserializer.end().is_ok()
    {
        return Some(chunk);
    }
    // A record is invalid or needs a warning: parse again, record by record.
    let raw: Vec<&serde_json::value::RawValue> = serde_json::from_str(text).ok()?;
    let mut chunk = ParsedChunk::default();
    let (mut line, mut from) = (line, 0);
    for raw in raw {
        let offset = raw.get().as_ptr().addr() - text.as_ptr().addr();
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[from..offset]).count();
        from = offset;
        chunk.add(raw.get().as_bytes(), line);
    }
    chunk.finish();
    Some(chunk)
}

impl ParsedChunk {
    /// Adds one record from its text; its problems are kept as faults.
    pub(super) fn add(&mut self, text: &[u8], line: usize) {
        let mended = mended_record(text);
        let mut was_hiding = false;
        let mut twice = None;
        let text = mended.as_deref().unwrap_or(text);
        let added = serde_json::from_slice::<Record<'_>>(text).map_err(|err| of_shape(text, &err)).and_then(
            |mut record| {
                was_hiding = record.clean();
                if let Some(end) = record.end.as_ref().filter(|_| record.ends_twice()) {
                    twice = Some((short(&record.start.text()), short(&end.text())));
                }
                self.push(&record)
            },
        );
        if let Err(mut problem) = added {
            if let LaneProblem::BadDate { text, advice, .. } = &mut problem {
                // Advice is costly, and a file may have millions of faults that are only counted.
                let is_kept = self.counts[Severity::Error as usize] < MAX_FAULTS;
                *advice = is_kept.then(|| Box::new(date_advice(text)));
                *text = short(text);
            }
            self.add_fault(Severity::Error, line, problem);
            return;
        }
        if mended.is_some() {
            self.add_fault(Severity::Warning, line, LaneProblem::HalfCharacter);
        }
        if let Some((start, end)) = twice {
            self.add_fault(Severity::Warning, line, LaneProblem::EndsTwice { start, end });
        }
        if was_hiding {
            self.add_fault(Severity::Warning, line, LaneProblem::ControlCharacters);
        }
    }

    fn add_fault(&mut self, severity: Severity, line: usize, problem: LaneProblem) {
        let count = &mut self.counts[severity as usize];
        *count += 1;
        if *count <= MAX_FAULTS {
            self.faults.push(Fault { severity, line, problem });
        }
    }

    fn push(&mut self, record: &Record<'_>) -> Result<(), LaneProblem> {
        let start = record.start.text();
        if start == OPEN {
            return Err(open_start(record.end.as_ref().map(Token::text).as_deref()));
        }
        let from = days(&start)?;
        let to = match &record.end {
            Some(Token::Text(text)) if text.trim().is_empty() => return Err(LaneProblem::EmptyEnd),
            Some(Token::Text(text)) if text == OPEN => Days { doubt: OPEN_END, ..from },
            Some(date) => days(&date.text())?,
            None => from,
        };
        let start = from.first;
        // A single day is marked by an end that equals its start.
        let is_day = to.after == start + 1 && record.end.as_ref().is_none_or(|date| date.text() == OPEN);
        let end = if is_day { start } else { to.after };
        if end < start {
            let end = record.end.as_ref().map(Token::text).unwrap_or_default().into_owned();
            return Err(LaneProblem::EndsBeforeStart { start: record.start.text().into_owned(), end });
        }
        let lane = match &record.lane {
            Token::Number(number) => self.lane_of_number(*number),
            Token::Text(name) => self.lane_named(name),
        };
        let doubt = DateUncertainty::between(from.doubt, to.doubt);
        if doubt.is_some() {
            self.doubts.push((self.records.len() as u32, doubt));
        }
        self.times += usize::from(from.has_time || to.has_time);
        self.records.push(BulkRecord { lane, start, end });
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
        const MAX_INDEXED: u64 = 1 << 12;
        if number >= MAX_INDEXED {
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

/// A number as text, without allocating.
fn itoa(mut number: u64, buffer: &mut [u8; 20]) -> &str {
    let mut start = buffer.len();
    loop {
        start -= 1;
        buffer[start] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    std::str::from_utf8(&buffer[start..]).unwrap_or_default()
}

/// The faults of a file as a report, with one warning for all times of day.
pub(super) fn report<'a>(name: &str, chunks: impl IntoIterator<Item = &'a ParsedChunk> + Clone) -> Report {
    let mut report = Report { file: name.to_owned(), ..Report::default() };
    let times: usize = chunks.clone().into_iter().map(|chunk| chunk.times).sum();
    if times > 0 {
        report.warnings += 1;
        let problem = LaneProblem::TimesOfDay(times);
        report.problems.push(Diagnostic::on_line(Severity::Warning, "plain-times", problem, 0));
    }
    let mut kept = [0_usize; 2];
    for chunk in chunks {
        let [warnings, errors] = chunk.counts;
        report.warnings += warnings;
        report.errors += errors;
        for fault in &chunk.faults {
            let kept = &mut kept[fault.severity as usize];
            *kept += 1;
            if *kept <= MAX_FAULTS {
                let problem = fault.problem.clone();
                // The column is unknown: several records may share a line.
                report.problems.push(Diagnostic::on_line(fault.severity, "plain-lanes", problem, fault.line));
            }
        }
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_date_that_is_none_says_what_to_write() {
        let text = br#"[{"id":1,"lane":"Rome","start":476},{"id":2,"lane":"Rome","start":-44},{"id":3,"lane":"Rome","start":"2 August 2019"}]"#;
        let chunk = parse_records(text, 1).unwrap();
        let problems = report("x", [&chunk]).problems;
        let helps: Vec<String> = problems.iter().map(|found| found.help(Language::English)).collect();
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
