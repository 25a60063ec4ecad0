//! The plain lanes file, `{"events":[{"id","lane","start","end","label"},…]}`: read in chunks, on all processors, so
//! that ten million events need neither the whole file in memory nor one thread's patience.
//!
//! A chunk ends at the end of a line, where no JSON string can be; it is parsed as the list of records that it then
//! nearly always is. Where it is not (records over several lines, other fields beside `events`), the file is read
//! again as a whole, slowly and exactly.

mod chunks;
mod gather;
mod record;
mod texts;

use std::io::{self, Read};

use crate::diagnostics::Report;
use crate::domain::Plain;

use super::Watch;

/// How many bytes of a file tell its format.
pub const HEAD_BYTES: usize = 4096;

/// What came of reading a plain lanes file.
#[derive(Debug)]
pub struct PlainLoaded {
    /// What could be read; `None` when nothing could, or when the loading was cancelled.
    pub plain: Option<Plain>,
    /// Every problem, with its line.
    pub report: Report,
}

/// Hears how far a loading of plain lanes is.
pub trait PlainWatch: Watch {
    /// Whether it is time to show what there is so far; asked now and then.
    fn wants_preview(&self) -> bool {
        false
    }

    /// What there is so far.
    fn preview(&self, _plain: Plain) {}
}

impl PlainWatch for () {}

/// Whether a file that begins so is one of plain lanes: an object whose first field is the list of events.
pub fn is_plain(head: &[u8]) -> bool {
    chunks::after_head(head).is_some()
}

/// Reads plain lanes. `name` stands in the messages, `len` is the number of bytes to come, for the progress.
///
/// # Errors
/// When the reader fails; what is wrong with the text is in the report.
pub fn load_plain(
    name: &str,
    reader: &mut dyn Read,
    len: u64,
    watch: &dyn PlainWatch,
) -> io::Result<Result<PlainLoaded, NotInChunks>> {
    let Some(parsed) = chunks::parse(reader, len, watch)? else { return Ok(Err(NotInChunks)) };
    let report = record::report(name, &parsed);
    let plain = gather::gather(parsed, &|| watch.is_cancelled());
    watch.reached(1.0);
    Ok(Ok(PlainLoaded { plain, report }))
}

/// A file that does not come apart at its lines: to be read with [`load_plain_whole`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotInChunks;

/// Reads plain lanes from a whole text, record by record.
pub fn load_plain_whole(name: &str, bytes: &[u8], watch: &dyn PlainWatch) -> PlainLoaded {
    match chunks::parse_whole(bytes) {
        Ok(chunk) => {
            let chunks = vec![chunk];
            let report = record::report(name, &chunks);
            watch.reached(1.0);
            PlainLoaded { plain: gather::gather(chunks, &|| watch.is_cancelled()), report }
        }
        Err(problem) => PlainLoaded { plain: None, report: record::unreadable(name, &problem) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::PlainId;

    fn read(text: &str) -> PlainLoaded {
        let mut bytes = text.as_bytes();
        let loaded = load_plain("lanes.json", &mut bytes, text.len() as u64, &()).unwrap();
        loaded.unwrap_or_else(|NotInChunks| load_plain_whole("lanes.json", text.as_bytes(), &()))
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
            assert!(is_plain(text.as_bytes()));
            let loaded = read(&text);
            assert_eq!(loaded.report.errors, 0, "{}", loaded.report);
            let plain = loaded.plain.unwrap();
            let names: Vec<&str> = plain.lanes().iter().map(|lane| &*lane.name).collect();
            assert_eq!(names, ["2", "10"], "numbers in order of number");
            assert_eq!(plain.len(), 3);
            let day = PlainId::new(plain.lanes()[0].days.start as usize);
            assert_eq!(plain.texts(day), ("0".to_owned(), "A day".to_owned()));
            assert_eq!(plain.start(day).date().to_string(), "1990-01-05");
            let month = PlainId::new(plain.lanes()[0].rows[0].start as usize);
            assert_eq!(plain.texts(month), ("x".to_owned(), "A month".to_owned()));
            assert_eq!(plain.end(month).date().to_string(), "1980-03-01", "the last day belongs to it");
            let year = PlainId::new(plain.lanes()[1].rows[0].start as usize);
            assert_eq!(plain.texts(year).1, "A year, \"so\"");
            assert_eq!(plain.end(year).date().to_string(), "1971-01-01", "a year is drawn as one");
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
        let said: Vec<String> =
            loaded.report.problems.iter().map(|p| format!("{}: {}", p.line, p.message)).collect();
        assert_eq!(
            said,
            [
                "3: \"1990-13-05\" is not a date that this program reads; the event is left out",
                "4: the event ends (1989-01-01) before it starts (1990-01-05); the event is left out",
                "5: missing field `start`; the event is left out",
            ]
        );
        assert_eq!(loaded.plain.unwrap().len(), 2);
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
            assert!(loaded.plain.is_none(), "{text}");
            assert_eq!(loaded.report.errors, 1, "{text}");
        }
        assert!(!is_plain(b"{\"format\":\"treaty-timeline/1\",\"events\":[]}"));
        assert_eq!(read("{\"events\":[]}").plain.unwrap().len(), 0);
    }
}
