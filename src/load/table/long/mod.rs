//! Tables of many rows, as collections of events are: read in chunks on all processors, each row a bulk event of twelve
//! bytes, and its text packed.
//!
//! What a row means is decided by the same code as in a short table. A day that means the same whatever the rest of its
//! column says is read at once; all other dates are read when the column is known, each distinct one once.

mod cells;
mod chunk;
mod chunks;
mod plan;
mod problems;
mod resolve;
mod row_texts;
mod splitter;

use std::io::{self, Read};

use crate::diagnostics::{Report, SourceFile};
use crate::domain::{BulkEvents, Texts};
use crate::load::fields::clean;
use crate::load::lanes::{BulkLoaded, BulkWatch, PackedTexts, join_chunks};
use crate::load::names::Names;
use crate::records::OpenTable;

use super::Table;
use super::countries::{Codes, country};
use super::row::title_of;
use chunk::TableChunk;
use plan::RowPlan;
use row_texts::{RowLabels, RowTexts};
use splitter::RowSplitter;

pub(in crate::load) use plan::{is_long, suits};

/// The beginning of a long table, and what it is taken for.
pub(in crate::load) struct LongTable {
    pub(in crate::load) file: SourceFile,
    pub(in crate::load) table: Table,
    pub(in crate::load) open: OpenTable,
}

/// Reads a long table from its first byte; `len` is the number of bytes, for the progress. Only the beginning is read if
/// `is_first_only`. `None` if its rows cannot be told apart, or are no UTF-8.
///
/// # Errors
/// If the reader fails.
pub(in crate::load) fn read(
    long: LongTable,
    reader: &mut dyn Read,
    len: u64,
    is_first_only: bool,
    watch: &dyn BulkWatch,
) -> io::Result<Option<BulkLoaded>> {
    let LongTable { file, table, mut open } = long;
    let mapping = open.mapping.clone();
    let form = (file.grid().separator, file.grid().is_quoted);
    let headers = file.grid().headers.clone();
    let plan = RowPlan::new(&headers, &mapping, form, title_of(&file));
    let texts_of = |rows: PackedTexts| -> Box<dyn Texts> {
        Box::new(RowTexts { rows, labels: RowLabels::new(headers.clone(), &mapping, form) })
    };
    let joined = |mut chunks: Vec<TableChunk>| {
        name_lanes(&mut chunks, &plan);
        let parsed = chunks.into_iter().map(|chunk| chunk.parsed).collect();
        join_chunks(parsed, texts_of, &|| watch.is_cancelled())
    };
    let preview = |mut so_far: Vec<TableChunk>| {
        resolve::resolve(&mut so_far, &plan, &table, &mapping);
        if let Some(bulk) = joined(so_far).filter(|bulk: &BulkEvents| !bulk.is_empty()) {
            watch.preview(bulk);
        }
    };
    let splitter = RowSplitter::new(reader, len, form, watch);
    let Some(mut chunks) = chunks::read(splitter, &plan, is_first_only, watch, &preview)? else {
        return Ok(None);
    };
    let empty = |open| BulkLoaded {
        bulk: None,
        report: Report { file: file.name().to_owned(), ..Report::default() },
        table: Some(open),
    };
    if watch.is_cancelled() {
        return Ok(Some(empty(open)));
    }
    let outcome = resolve::resolve(&mut chunks, &plan, &table, &mapping);
    open.rows = chunks.iter().map(|chunk| chunk.rows).sum();
    open.left_out = outcome.left_out;
    open.is_part = is_first_only;
    let report = problems::report((&file, &table), &chunks, &plan, &mapping, outcome);
    chunks.iter_mut().for_each(TableChunk::forget_names);
    let bulk = joined(chunks);
    watch.reached(1.0);
    Ok(Some(BulkLoaded { bulk, report, table: Some(open) }))
}

/// Gives lanes that differ in case, accents or punctuation only one name, and states that of their code.
fn name_lanes(chunks: &mut [TableChunk], plan: &RowPlan) {
    let mut names = Names::default();
    let mut shown: Vec<Box<str>> = Vec::new();
    for lane in chunks.iter_mut().flat_map(|chunk| &mut chunk.parsed.lanes) {
        let country = if plan.has_state_lanes { country(lane, Codes::Iso) } else { None };
        let (index, is_new) = match country {
            Some(country) => names.index_of_id(country.id),
            None => names.index(lane),
        };
        if is_new {
            let is_code =
                lane.len() < 4 && lane.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
            let name = country.filter(|_| is_code).map_or(&**lane, |country| country.name);
            shown.push(clean(name).0.replace('\n', " ").into());
        }
        if let Some(name) = shown.get(index) {
            lane.clone_from(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{BulkId, EventId, Moment};
    use crate::language::Language;
    use crate::load::load;
    use crate::load::table::{guess, table_of};

    const HEADER: &str = "date,end,date_prec,title,lane,note";

    /// A table as if it were long.
    fn long(text: &str) -> BulkLoaded {
        let (mut file, table) = table_of("x.csv", text.to_owned(), None);
        let open = table.shown(file.grid(), guess(&table));
        file.name_columns(open.headers.iter().cloned());
        assert!(suits(&table, &open.mapping), "{:?}", open.mapping);
        let long = LongTable { file, table, open };
        read(long, &mut text.as_bytes(), text.len() as u64, false, &()).unwrap().unwrap()
    }

    /// Lane, first day, last day, label and fields of each event, in order.
    type Events = Vec<(String, String, String, String, String)>;

    fn days(first: Moment, end: Moment) -> (String, String) {
        (first.date().to_string(), end.plus(-1).date().to_string())
    }

    fn as_columns(loaded: &BulkLoaded) -> Events {
        let bulk = loaded.bulk.as_ref().unwrap();
        let mut events: Events = (0..bulk.len())
            .map(BulkId::new)
            .map(|id| {
                let (first, last) = days(bulk.start(id), bulk.end(id));
                let fields = bulk.fields(id);
                let note = fields.iter().find(|(name, _)| name == "note").map(|(_, text)| text.clone());
                let lane = bulk.lanes()[bulk.lane_of(id)].name.to_string();
                (lane, first, last, bulk.texts(id).1, note.unwrap_or_default())
            })
            .collect();
        events.sort();
        events
    }

    fn as_records(text: &str) -> (Events, Vec<String>, usize) {
        let loaded = load("x.csv", text.as_bytes().to_vec(), &());
        let dataset = loaded.dataset.unwrap();
        let event = |id: EventId| {
            let event = dataset.event(id);
            // Whole days: the hours are not kept of either.
            let day = |at: Moment| Moment::from_secs(at.secs().div_euclid(86_400) * 86_400);
            let end = day(event.date().end().plus(-1)).plus(86_400);
            let (first, last) = days(day(event.date().earliest()), end);
            let lane = dataset.treaty(event.treaty).name.to_string();
            (lane, first, last, event.title.to_string(), event.summary.to_string())
        };
        let mut events: Events =
            (0..dataset.events().len()).map(|index| event(EventId::new(index))).collect();
        events.sort();
        (events, said(&loaded.report), loaded.table.unwrap().left_out)
    }

    /// What is said of rows and of columns of dates.
    fn said(report: &Report) -> Vec<String> {
        let codes = ["row-left-out", "unreadable-cell", "day-or-month", "dates-read"];
        let problems = report.problems.iter().filter(|problem| codes.contains(&problem.code));
        let mut said: Vec<String> = problems
            .map(|problem| {
                let cell = problem.cell.as_ref();
                let place = cell.map(|cell| format!("{} {:?}", cell.row, cell.column));
                format!("{} {}", place.unwrap_or_default(), problem.message(Language::English))
            })
            .collect();
        said.sort();
        said
    }

    fn date() -> impl Strategy<Value = &'static str> {
        prop_oneof![
            6 => Just("1992-03-24"),
            3 => Just("1993-12-31"),
            2 => Just("19920324"),
            1 => prop::sample::select(vec![
                "24/03/1992", "3/4/1992", "3.4.92", "1992", "March 1992", "n.d.", "1970-01-01", "1900-01-01",
                "c. 1992", "", "1992-02-30", "[1992-03-21..1992-03-27]", "33687", "0476", "1992-93", "soon",
                "1992-03-24T10:00", "199203",
            ]),
        ]
    }

    fn end() -> impl Strategy<Value = &'static str> {
        prop_oneof![
            6 => Just(""),
            2 => Just("1992-03-24"),
            2 => Just("1992-04-02"),
            1 => prop::sample::select(vec!["1991", "NA", "2/4/1992", "1970-01-01", "9999-99-99"]),
        ]
    }

    fn lane() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec!["Rome", "ROME", "Bern", "", "NA", "\"Ottawa, \"\"late\"\"\""])
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]

        /// The same events, and the same said of the rows that become none.
        #[test]
        fn a_long_table_gives_the_events_of_a_short_one(
            rows in prop::collection::vec((date(), end(), prop::sample::select(vec!["", "1", "2", "4", "5"]), lane(), any::<bool>()), 1..30),
            has_codes in any::<bool>(),
            line_end in prop::sample::select(vec!["\n", "\r\n", "\n\n"]),
        ) {
            // The first rows leave no doubt what the columns are.
            let mut text = format!("{HEADER}{line_end}");
            for row in 0..40 {
                text.extend([format!("1992-03-{:02},1992-04-01,,Event a{row},Oslo,one{line_end}", 1 + row % 28)]);
            }
            for (index, (date, end, code, lane, has_break)) in rows.iter().enumerate() {
                let code = if has_codes { *code } else { "" };
                let note = if *has_break { "\"two\nlines\"" } else { "three" };
                text.extend([format!("{date},{end},{code},Event {index},{lane},{note}{line_end}")]);
            }
            let (events, problems, left_out) = as_records(&text);
            let loaded = long(&text);
            // A lane that is spelled in two ways is called as in its first row, or in the first that is an event.
            let alike = |events: Events| -> Events {
                let mut alike: Events = events
                    .into_iter()
                    .map(|(lane, first, last, label, note)| {
                        (lane.to_lowercase(), first, last, label, note.replace('\n', " "))
                    })
                    .collect();
                alike.sort();
                alike
            };
            prop_assert_eq!(alike(as_columns(&loaded)), alike(events));
            prop_assert_eq!(said(&loaded.report), problems);
            let table = loaded.table.unwrap();
            prop_assert_eq!(table.left_out, left_out);
            prop_assert_eq!(table.rows, 40 + rows.len());
        }
    }

    #[test]
    fn a_mark_that_is_never_closed_is_named_and_costs_only_its_row() {
        let rows = "1992-03-24,,,Event,Rome,x\n".repeat(20);
        let text = format!("{HEADER}\n{rows}1992-03-25,,,\"Event,Rome,x\n{rows}");
        let loaded = long(&text);
        let said = said(&loaded.report);
        assert!(said.len() == 1 && said[0].starts_with("22 None"), "{said:?}");
        assert_eq!(loaded.bulk.unwrap().len(), 41);
    }
}
