//! Results of a query to Wikidata: SPARQL 1.1 Query Results JSON, and the plain list that the query service also saves.
//!
//! What a column holds is told by its values (`uri`, `xsd:dateTime`) and by its name. A column `xLabel` names what stands in
//! the column `x`; a column with “prec” in its name tells how precise the date beside it is.

mod columns;
mod precision;

use std::collections::HashSet;

use crate::diagnostics::{EntryProblem, FormatProblem, JsonKind, Rule, SourceFile, Span};
use crate::load::Watch;
use crate::load::json::span_in;
use crate::load::names::Names;
use crate::load::position::Position;
use crate::load::reader::{Reader, Row, Tables};
use crate::load::table::header_words::role_of;
use crate::records::{EventRecord, NamedTexts, NatureRecord, PartyRecord, Role};

use super::builder::{Builder, Origin, Written, at_entry};
use super::civil::Civil;
use super::item::{is_list, list_of, object_of};
use columns::{Cell, Columns, cells, columns_of, spaced};
use precision::rounded;

/// Reads either form; `None` if nothing in it can be shown, or if cancelled.
pub(in crate::load::formats) fn read<'a>(
    file: &'a SourceFile,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<Tables<'a>> {
    let rows = if is_list(reader.text) {
        list_of(reader)?
    } else {
        object_of(reader)?.item("results").map(|results| results.list("bindings")).unwrap_or_default()
    };
    let mut builder = Builder::new(file, reader);
    let columns = columns_of(&rows, builder.reader.text);
    let mut parties = Names::default();
    let mut seen: HashSet<Vec<String>> = HashSet::new();
    let mut repeated = 0;
    for (count, value) in rows.iter().enumerate() {
        at_entry(watch, count, rows.len())?;
        let span = span_in(builder.reader.text, value.get());
        let Some(row) = cells(value, builder.reader.text) else {
            builder.left_out(span, FormatProblem::NoEntry(JsonKind::of(value.get())));
            continue;
        };
        // Several values of one property give a row for each combination.
        let is_new = seen.insert(row.iter().map(|cell| format!("{}\u{0}{}", cell.name, cell.text)).collect());
        if is_new {
            add(&mut builder, &columns, &mut parties, &row, span);
        } else {
            repeated += 1;
        }
    }
    if repeated > 0 {
        builder.reader.report(Rule::DuplicateEvent, || Span::at(0), || FormatProblem::Repeated(repeated));
    }
    builder.finish()
}

fn add(builder: &mut Builder<'_, '_, '_>, columns: &Columns, parties: &mut Names, row: &[Cell], span: Span) {
    let find = |name: &str| row.iter().find(|cell| cell.name == name);
    let label = |name: &str| find(&format!("{name}Label")).or_else(|| find(name));
    let lane_cell = columns.lane.as_deref().and_then(find);
    let url = lane_cell
        .map(|cell| cell.text.replace("http://www.wikidata.org/entity/", "https://www.wikidata.org/wiki/"));
    let mut events = Vec::new();
    for (date, kind, precision) in &columns.dates {
        let Some(cell) = find(date) else { continue };
        let start = written(cell, precision.as_deref().and_then(find));
        let is_begun = columns.dates.len() == 1 || matches!(role_of(&spaced(date)), Some((Role::Date, _)));
        let end = columns
            .end
            .as_ref()
            .filter(|_| is_begun)
            .and_then(|(end, precision)| Some(written(find(end)?, precision.as_deref().and_then(find))));
        events.extend(builder.time(Some(&start), end.as_ref(), span).map(|edtf| (edtf, *kind, cell)));
    }
    if events.is_empty() {
        if !columns.dates.iter().any(|(date, ..)| find(date).is_some()) {
            builder.left_out(span, EntryProblem::WithoutDate);
        }
        return;
    }
    let lane = match (lane_cell, columns.lane.as_deref().and_then(label)) {
        (Some(cell), Some(label)) if !columns.is_flat => {
            builder.lane(&cell.text, short(&label.text), "", cell.span)
        }
        _ => builder.main_lane(span),
    };
    let party = columns.party.as_deref().and_then(label).map(|cell| {
        let (index, is_new) = parties.index(short(&cell.text));
        let id = parties.id(index).to_owned();
        if is_new {
            let name = short(&cell.text).to_owned();
            let record =
                PartyRecord { id: id.clone(), name, short: None, succeeds: None, extra: Default::default() };
            builder.tables.parties.push(Row { record, place: Position::whole(cell.span) });
        }
        id
    });
    let source = url.clone().map(|url| {
        let title = lane_cell.map(|cell| short(&cell.text).to_owned()).unwrap_or_default();
        builder.source(Origin { title, publisher: Some("Wikidata".to_owned()), url: Some(url) }, span)
    });
    for (edtf, kind, cell) in events {
        if kind.is_some() {
            // Where a column speaks of law the lane is a treaty, with a legal status.
            if let Some(treaty) = lane_cell.and_then(|cell| builder.lane_of(&cell.text)) {
                treaty.nature = Some(NatureRecord::Treaty);
                if let Some(party) = party.as_ref().filter(|party| !treaty.parties.contains(party)) {
                    treaty.parties.push(party.clone());
                }
            }
        }
        let record = EventRecord {
            treaty: lane.clone(),
            kind: kind.map(|kind| kind.key().to_owned()).unwrap_or_default(),
            party: party.clone(),
            title: kind.is_none().then(|| title_of(columns, row, cell)),
            dates: vec![builder.claim(edtf, source.clone(), span)],
            url: url.clone(),
            fields: rest(columns, row),
            ..EventRecord::default()
        };
        let place = Position::Text { whole: span, fields: vec![("dates", cell.span)] };
        builder.event(record, None, place);
    }
}

/// What an event is called: by its item if it has no lane of its own, by the first label that is in no other place, by what
/// its lane is called, or by its column if there are several dates.
fn title_of(columns: &Columns, row: &[Cell], date: &Cell) -> String {
    let label_of = |name: Option<&String>| name.map(|name| format!("{name}Label"));
    let (lane, party) = (label_of(columns.lane.as_ref()), label_of(columns.party.as_ref()));
    let own = lane.as_ref().and_then(|label| row.iter().find(|cell| cell.name == *label));
    let own = own.or_else(|| {
        let name = columns.lane.as_ref()?;
        row.iter().find(|cell| cell.name == *name)
    });
    let is_taken =
        |cell: &Cell| [&lane, &party].iter().any(|label| label.as_deref() == Some(cell.name.as_str()));
    let other = row.iter().find(|cell| cell.name.ends_with("Label") && !is_taken(cell));
    let named =
        if columns.is_flat { own } else { other.or_else(|| own.filter(|_| columns.dates.len() == 1)) };
    named.map_or_else(|| spaced(&date.name), |cell| short(&cell.text).to_owned())
}

/// The cells for which there is no other place, and the dates as they are written.
fn rest(columns: &Columns, row: &[Cell]) -> NamedTexts {
    let known = |name: &str| {
        let mut columns = [&columns.lane, &columns.party].into_iter().flatten();
        columns
            .any(|column| name.strip_prefix(column.as_str()).is_some_and(|rest| matches!(rest, "" | "Label")))
    };
    let others = row.iter().filter(|cell| !known(&cell.name));
    NamedTexts(others.map(|cell| (cell.name.clone(), cell.text.clone())).collect())
}

/// The id of an item, or a text as it is.
fn short(text: &str) -> &str {
    match text.rsplit_once("/entity/") {
        Some((_, id)) if !id.is_empty() => id,
        _ => text,
    }
}

/// A date with the precision that stands beside it. Without one 1 January is a year: Wikidata writes years so.
fn written(cell: &Cell, precision: Option<&Cell>) -> Written {
    let precision = precision.and_then(|cell| cell.text.parse::<u32>().ok());
    let read = Civil::parse(&cell.text).and_then(|civil| rounded(civil, precision));
    Written { text: cell.text.clone(), span: cell.span, read }
}
