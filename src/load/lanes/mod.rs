//! Reads the bulk format, a lanes file: `{"events":[{"id","lane","start","end","label"},…]}`. It is parsed in chunks
//! on all processors, so that ten million events need neither the whole file in memory nor all of one thread's time.
//!
//! A chunk ends at a line break, which no JSON string can contain, or, where lines are long, at a comma outside strings
//! and brackets. It is parsed as a list of records, which it nearly always is. Where it is not (records over several
//! lines, other fields after `events`), the file is read again as a whole: slower, but exact.

mod chunk_splitter;
mod chunks;
mod days;
mod find_events;
mod join_chunks;
mod record;
mod refused;
mod texts;

use std::io::{self, Read};

use crate::diagnostics::{Report, Severity, Sink, SourceFile};
use crate::domain::{BulkEvents, Texts};
use crate::records::OpenTable;

use super::{Watch, surrogates, syntax, text};

// Long tables become columns in the same way.
pub(in crate::load) use days::{Days, days, iso_day};
pub(in crate::load) use join_chunks::{LEFT_OUT, join_chunks};
pub(in crate::load) use record::ParsedChunk;
pub(in crate::load) use texts::{PackedTexts, TextsBuilder};

/// How many bytes at the start of a file are enough to tell its format: there is room for a title and a description
/// before the list of events.
pub const HEAD_BYTES: usize = 1 << 16;

/// The result of reading a lanes file, or a long table.
#[derive(Debug)]
pub struct BulkLoaded {
    /// What could be read; `None` when nothing could, or when the loading was cancelled.
    pub bulk: Option<BulkEvents>,
    /// Every problem, with its line.
    pub report: Report,
    /// The table that it was, and what it was taken for.
    pub table: Option<OpenTable>,
}

/// Follows the loading of a lanes file.
pub trait BulkWatch: Watch {
    /// Whether it is time to show the events read so far; asked now and then.
    fn wants_preview(&self) -> bool {
        false
    }

    /// Receives the events read so far.
    fn preview(&self, _bulk: BulkEvents) {}
}

impl BulkWatch for () {}

/// Whether a file that starts with `head` is a lanes file: an object with a list of events on lanes, with or without
/// other fields.
pub fn is_lanes_file(head: &[u8]) -> bool {
    match text::wide_head(head) {
        Some(text) => find_events::is_lanes_file(text.as_bytes()),
        None => find_events::is_lanes_file(head),
    }
}

/// Reads a lanes file in chunks. `name` is used in messages; `len` is the number of bytes to read, for the progress.
///
/// # Errors
/// If the reader fails; problems of the text are in the report.
pub fn load_lanes(
    name: &str,
    reader: &mut dyn Read,
    len: u64,
    watch: &dyn BulkWatch,
) -> io::Result<Result<BulkLoaded, NotLineSplittable>> {
    let Some(parsed) = chunks::parse(reader, len, watch)? else { return Ok(Err(NotLineSplittable)) };
    let report = record::report(name, &parsed);
    let bulk = join_chunks(parsed, boxed, &|| watch.is_cancelled());
    watch.reached(1.0);
    Ok(Ok(BulkLoaded { bulk, report, table: None }))
}

/// Texts as they are.
fn boxed(texts: PackedTexts) -> Box<dyn Texts> {
    Box::new(texts)
}

/// The file cannot be split into chunks: read it with [`load_lanes_whole`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLineSplittable;

/// Reads a whole lanes file, record by record.
pub fn load_lanes_whole(name: &str, bytes: &[u8], watch: &dyn BulkWatch) -> BulkLoaded {
    let mut sink = Sink::default();
    let text = text::decode(bytes.to_vec(), &mut sink);
    let file = SourceFile::new(name, text);
    let mended = surrogates::replace_lone_surrogates(file.text(), &mut sink);
    let read = mended.as_deref().unwrap_or_else(|| file.text());
    if sink.count(Severity::Error) > 0 {
        return BulkLoaded { bulk: None, report: Report::new(&file, sink), table: None };
    }
    match chunks::parse_whole(read, watch) {
        Ok(chunk) => {
            let chunks: Vec<record::ParsedChunk> = chunk.into_iter().collect();
            let mut report = record::report(name, &chunks);
            // Problems of the text as a whole come before those of its records.
            let of_file = Report::new(&file, sink);
            report.errors += of_file.errors;
            report.warnings += of_file.warnings;
            report.problems.splice(0..0, of_file.problems);
            watch.reached(1.0);
            BulkLoaded { bulk: join_chunks(chunks, boxed, &|| watch.is_cancelled()), report, table: None }
        }
        Err(err) => {
            syntax::report(read, &err, &mut sink);
            BulkLoaded { bulk: None, report: Report::new(&file, sink), table: None }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{BulkId, count_probes};
    use crate::language::{Language, assert_russian};

    fn read(text: &str) -> BulkLoaded {
        let mut bytes = text.as_bytes();
        let loaded = load_lanes("lanes.json", &mut bytes, text.len() as u64, &()).unwrap();
        loaded.unwrap_or_else(|NotLineSplittable| load_lanes_whole("lanes.json", text.as_bytes(), &()))
    }

    #[test]
    fn records_on_lines_on_one_line_and_over_lines_are_the_same() {
        let records = [
            r#"{"id":0,"lane":2,"start":"1990-01-05","end":null,"label":"A day"}"#,
            r#"{"id":"x","lane":"2","start":"1980-02-01","end":"1980-02-29","label":"A month"}"#,
            r#"{"id":2,"lane":10,"start":"1970","end":null,"label":"A year, \"so\"","more":[1,{"a":"},\n{"}]}"#,
        ];
        let forms = [
            format!("{{\"events\":[\n{}\n]}}\n", records.join(",\n")),
            format!("{{\"events\":[{}]}}", records.join(",")),
            format!("{{ \"events\" : [ {} ] , \"title\" : \"]}}\" }}", records.join(" ,\r\n\t")),
            format!("{{\"events\":[\n{}\n]}}", records.join(",\n").replace(",\"", ",\n  \"")),
        ];
        for text in forms {
            assert!(is_lanes_file(text.as_bytes()));
            let loaded = read(&text);
            assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
            let bulk = loaded.bulk.unwrap();
            let names: Vec<&str> = bulk.lanes().iter().map(|lane| &*lane.name).collect();
            assert_eq!(names, ["2", "10"], "numbers in order of number");
            assert_eq!(bulk.len(), 3);
            let day = BulkId::new(bulk.lanes()[0].days.start as usize);
            assert_eq!(bulk.texts(day), ("0".to_owned(), "A day".to_owned()));
            assert_eq!(bulk.start(day).date().to_string(), "1990-01-05");
            let month = BulkId::new(bulk.lanes()[0].rows[0].start as usize);
            assert_eq!(bulk.texts(month), ("x".to_owned(), "A month".to_owned()));
            assert_eq!(bulk.end(month).date().to_string(), "1980-03-01", "the last day belongs to it");
            let year = BulkId::new(bulk.lanes()[1].rows[0].start as usize);
            assert_eq!(bulk.texts(year).1, "A year, \"so\"");
            assert_eq!(bulk.end(year).date().to_string(), "1971-01-01", "a year is drawn as one");
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line_and_costs_only_itself() {
        let loaded = read(concat!(
            "{\"events\":[\n",
            "{\"id\":0,\"lane\":1,\"start\":\"1990-01-05\",\"end\":null,\"label\":\"good\"},\n",
            "{\"id\":1,\"lane\":1,\"start\":\"1990-13-05\",\"end\":null,\"label\":\"bad\"},\n",
            "{\"id\":2,\"lane\":1,\"start\":\"1990-01-05\",\"end\":\"1989-01-01\",\"label\":\"bad\"},\n",
            "{\"id\":3,\"lane\":1,\"end\":null,\"label\":\"bad\"},\n",
            "{\"id\":4,\"lane\":1,\"start\":\"1990-01-06\",\"end\":null,\"label\":\"good\"}\n",
            "]}\n"
        ));
        let said: Vec<String> = loaded
            .report
            .problems
            .iter()
            .map(|p| format!("{}: {}", p.line, p.message(Language::English)))
            .collect();
        assert_eq!(
            said,
            [
                "3: \"1990-13-05\" names a day, month or hour that does not exist; the event is left out",
                "4: the event ends (1989-01-01) before it starts (1990-01-05); the event is left out",
                "5: the event has no \"start\"; the event is left out",
            ]
        );
        assert_eq!(loaded.bulk.unwrap().len(), 2);
    }

    #[test]
    fn slips_are_told_in_plain_words_with_what_to_write() {
        let loaded = read(concat!(
            "{\"events\":[\n",
            "{\"id\":0,\"lane\":1,\"start\":true,\"label\":\"x\"},\n",
            "{\"id\":1,\"lane\":1,\"start\":\"1950\",\"end\":\"\",\"label\":\"x\"},\n",
            "{\"id\":2,\"lane\":1,\"start\":\"..\",\"end\":\"1960\",\"label\":\"x\"},\n",
            "{\"id\":3,\"lane\":1,\"start\":\"1950/..\",\"end\":\"1960\",\"label\":\"x\"},\n",
            "{\"id\":4,\"lane\":[1],\"start\":\"1950\",\"label\":\"x\"},\n",
            "{\"id\":5,\"lane\":1,\"start\":\"1950\",\"label\":7},\n",
            "[6]\n]}"
        ));
        let said: Vec<_> = loaded
            .report
            .problems
            .iter()
            .map(|p| format!("{}: {} ({})", p.line, p.message(Language::English), p.help(Language::English)))
            .collect();
        let help =
            "write the record as {\"id\":1,\"lane\":2,\"start\":\"1990-01-05\",\"end\":null,\"label\":\"…\"}";
        assert_eq!(
            said,
            [
                format!("2: \"start\" is true or false and must be a date in quotation marks; the event is left out ({help})"),
                "3: \"end\" is empty; the event is left out (write null, or leave \"end\" out)".to_owned(),
                "4: \"start\" is open and has no end; the event is left out (write \"start\":\"../1960\" and leave \"end\" out)".to_owned(),
                "5: \"start\" is an interval (1950/..), and there is an \"end\" too (1960); the \"end\" counts (write one of the two)".to_owned(),
                format!("6: \"lane\" is a list and must be a number or a text; the event is left out ({help})"),
                format!("7: \"label\" is a number and must be a text; the event is left out ({help})"),
                format!("8: this is not an event {{ … }}; the event is left out ({help})"),
            ]
        );
        assert!(!loaded.report.to_string().contains("   |"), "no excerpt without a place");
        for found in &loaded.report.problems {
            assert_russian(&found.problem);
        }
        assert_eq!(loaded.bulk.unwrap().len(), 1);
    }

    /// As scripts write it: no line breaks, a comma and a space between records.
    fn one_line(events: usize) -> String {
        let record = |i: usize| {
            format!(
                r#"{{"id": {i}, "lane": "Lane {}", "start": "19{:02}-01-05", "end": null, "label": "Event }}, {{ \"{i}\""}}"#,
                i % 50,
                i % 100
            )
        };
        format!("{{\"events\": [{}]}}", (0..events).map(record).collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn one_long_line_is_looked_at_once_and_comes_apart() {
        let text = one_line(40_000);
        let (loaded, probes) =
            count_probes(|| load_lanes("x", &mut text.as_bytes(), text.len() as u64, &()).unwrap());
        assert_eq!(loaded.unwrap().bulk.unwrap().len(), 40_000);
        assert!(probes <= 3 * text.len() as u64, "{probes} probes of {} bytes", text.len());
    }

    #[test]
    fn a_record_without_end_is_given_up_before_it_fills_the_memory() {
        let mut reader = b"{\"events\":[{\"label\":\"".as_slice().chain(io::repeat(b'x'));
        assert!(load_lanes("x", &mut reader, 1 << 40, &()).unwrap().is_err());
        let mut lines = b"{\"events\":[".as_slice().chain(io::repeat(b'\n'));
        assert!(load_lanes("x", &mut lines, 1 << 40, &()).unwrap().is_err());
    }

    #[test]
    fn loading_is_cancelled_inside_a_line() {
        struct Cancelled;
        impl Watch for Cancelled {
            fn reached(&self, _share: f32) {}

            fn is_cancelled(&self) -> bool {
                true
            }
        }
        impl BulkWatch for Cancelled {}
        struct Unread;
        impl Read for Unread {
            fn read(&mut self, _buffer: &mut [u8]) -> io::Result<usize> {
                panic!("nothing is read once it is cancelled")
            }
        }
        let loaded = load_lanes("x", &mut Unread, 1 << 40, &Cancelled).unwrap();
        assert!(loaded.is_ok_and(|loaded| loaded.report.errors == 0));
    }

    #[test]
    fn members_stand_in_any_order() {
        let events = r#""events":[{"id":1,"lane":"Rome","start":"1957-03-25","end":null,"label":"A day"}]"#;
        for text in [
            format!(r#"{{"title":"My \"lanes\"","more":{{"events":[1,{{}}]}},{events}}}"#),
            format!(r#"{{{events},"title":"Lanes"}}"#),
        ] {
            assert!(is_lanes_file(text.as_bytes()), "{text}");
            let loaded = read(&text);
            assert_eq!(loaded.report.errors, 0, "{text}: {}", loaded.report);
            assert_eq!(loaded.bulk.unwrap().len(), 1);
        }
        let broken = format!("{{\"title\":Lanes,{events}}}");
        assert!(read(&broken).report.to_string().contains("text Lanes without quotation marks"));
    }

    #[test]
    fn lanes_in_utf_16_are_read_and_what_is_lost_in_them_is_said() {
        let text = "{\"title\":\"Рим\",\"events\":[\n{\"id\":1,\"lane\":\"Рим\",\"start\":\"1957\",\"label\":\"half \\ud83d\"}]}";
        for mark in [&b"\xff\xfe"[..], b""] {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            let bytes: Vec<u8> = mark.iter().copied().chain(units).collect();
            assert!(is_lanes_file(&bytes) && is_lanes_file(&bytes[..bytes.len() - 9]));
            let in_chunks = load_lanes("x", &mut bytes.as_slice(), bytes.len() as u64, &()).unwrap();
            assert!(in_chunks.is_err());
            let loaded = load_lanes_whole("x", &bytes, &());
            let said: Vec<_> = loaded.report.problems.iter().map(|p| p.code).collect();
            assert_eq!(said, ["utf-16", "lone-surrogate"], "{}", loaded.report);
            assert!(loaded.report.problems[1].excerpt.contains("\\ud83d"), "{}", loaded.report);
            assert_eq!(&*loaded.bulk.unwrap().lanes()[0].name, "Рим");
        }
    }

    #[test]
    fn a_comma_too_many_is_said_where_it_stands() {
        let record = r#"{"id":1,"lane":"Rome","start":"1957-03-25","end":null,"label":"A day"}"#;
        for (text, line, column) in [
            ("{\"events\":[,]}".to_owned(), 1, 12),
            (format!("{{\"events\":[\n{record},\n]}}"), 2, record.len() + 1),
            (format!("{{\"events\":[\n{record},\n,{record}]}}"), 3, 1),
            // The first read ends with the comma.
            (format!("{{\"events\":[{record},{}]}}", " ".repeat(1 << 20)), 1, 12 + record.len()),
        ] {
            let loaded = read(&text);
            assert!(loaded.bulk.is_none());
            let problem = &loaded.report.problems[0];
            let message = problem.message(Language::English);
            assert!(message.starts_with("extra comma"), "{message}");
            assert_eq!((problem.line, problem.column), (line, column));
        }
    }

    #[test]
    fn what_would_steer_a_terminal_is_taken_out_of_names_and_labels() {
        let loaded = read(concat!(
            "{\"events\":[\n",
            "{\"id\":\"\\u001b[2J1\",\"lane\":\"L\",\"start\":\"1990-01-05\",\"end\":null,\"label\":\"\\u202elabel\"},\n",
            "{\"id\":2,\"lane\":\"\\u001b]0;L\\u0007\",\"start\":\"1990-01-06\",\"end\":null,\"label\":\"half \\ud83d\"}\n",
            "]}"
        ));
        let said: Vec<_> =
            loaded.report.problems.iter().map(|p| (p.line, p.message(Language::English))).collect();
        let hiding = "a text of the event contains control characters or direction marks; they are not shown";
        let half = "a text contains half of a character; \u{fffd} is shown instead";
        assert_eq!(said, [(2, hiding), (3, half), (3, hiding)].map(|(line, text)| (line, text.to_owned())));
        assert_eq!((loaded.report.errors, loaded.report.warnings), (0, 3));
        let bulk = loaded.bulk.unwrap();
        let names: Vec<&str> = bulk.lanes().iter().map(|lane| &*lane.name).collect();
        assert_eq!(names, ["L", "]0;L"]);
        assert_eq!(bulk.texts(BulkId::new(0)), ("[2J1".to_owned(), "label".to_owned()));
        assert_eq!(bulk.texts(BulkId::new(1)).1, "half \u{fffd}");
    }

    #[test]
    fn a_file_that_is_cut_off_or_no_json_is_said_to_be_so() {
        for text in [
            "{\"events\":[\n{\"id\":0,\"lane\":1,\"start\":\"1990-01-05\",\"end\":null,\"label\":\"go",
            "{\"events\":[{\"id\":0,",
            "{\"events\":[",
            "{\"events\":[]",
            "{\"events\":[}",
        ] {
            let loaded = read(text);
            assert!(loaded.bulk.is_none(), "{text}");
            assert_eq!(loaded.report.errors, 1, "{text}");
        }
        assert!(!is_lanes_file(b"{\"format\":\"treaty-timeline/1\",\"events\":[]}"));
        assert_eq!(read("{\"events\":[]}").bulk.unwrap().len(), 0);
    }
}
