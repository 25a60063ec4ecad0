//! Results of a query to Wikidata: SPARQL 1.1 Query Results JSON, and the plain list that the query service also saves.
//!
//! What a column holds is told by its values (`uri`, `xsd:dateTime`) and by its name. A column `xLabel` names what stands in
//! the column `x`; a column with “prec” in its name tells how precise the date beside it is.

use std::collections::HashSet;

use serde_json::value::RawValue;

use crate::diagnostics::{FormatProblem, JsonKind, Rule, SourceFile, Span};
use crate::domain::EventKind;
use crate::load::Watch;
use crate::load::json::span_in;
use crate::load::names::Names;
use crate::load::place::Place;
use crate::load::reader::{Reader, Row, Tables};
use crate::load::table::header_words::{kind_of, role_of};
use crate::records::{EventRecord, NamedTexts, NatureRecord, PartyRecord, Role};

use super::builder::{Builder, Origin, Written};
use super::civil::{Civil, NoCivil, edtf_of};
use super::item::{Item, is_list, list_of, object_of, text_of};

/// A value of a row: its text, whether it is an item of Wikidata, a date, or neither, and where it stands.
struct Cell {
    name: String,
    text: String,
    is_item: bool,
    is_date: bool,
    span: Span,
}

/// What the columns hold.
struct Columns {
    lane: Option<String>,
    /// Whether each row is of another item: then the items are events of one lane.
    is_flat: bool,
    party: Option<String>,
    /// With the kind of event, if the name tells one, and the column of the precision.
    dates: Vec<(String, Option<EventKind>, Option<String>)>,
    /// The column of the end, where the first date begins something.
    end: Option<(String, Option<String>)>,
}

/// Reads either form; `None` if nothing in it can be shown, or if cancelled.
pub(super) fn read<'a>(
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
    let mut seen: HashSet<String> = HashSet::new();
    let mut repeated = 0;
    for (count, value) in rows.iter().enumerate() {
        if count % 1024 == 0 {
            if watch.is_cancelled() {
                return None;
            }
            watch.reached(0.3 + 0.5 * count as f32 / rows.len() as f32);
        }
        let span = span_in(builder.reader.text, value.get());
        let Some(row) = cells(value, builder.reader.text) else {
            builder.left_out(span, FormatProblem::NoEntry(JsonKind::of(value.get())));
            continue;
        };
        // Several values of one property give a row for each combination.
        let is_new =
            seen.insert(row.iter().map(|cell| format!("{}\u{0}{}\u{0}", cell.name, cell.text)).collect());
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

/// More columns than this are not read.
const MAX_COLUMNS: usize = 200;

/// The values of a row.
fn cells(value: &RawValue, text: &str) -> Option<Vec<Cell>> {
    let row = Item::of(value)?;
    let cell = |(name, value): &(std::borrow::Cow<'_, str>, &RawValue)| {
        let span = span_in(text, value.get());
        let typed = Item::of(value);
        let written = match &typed {
            Some(typed) => typed.text("value")?,
            None => text_of(value)?,
        };
        let datatype = typed.as_ref().and_then(|typed| typed.text("datatype")).unwrap_or_default();
        let is_stamp = || {
            typed.is_none()
                && written.ends_with('Z')
                && written.contains('T')
                && Civil::parse(&written).is_ok()
        };
        let is_date = datatype.ends_with("#dateTime") || datatype.ends_with("#date") || is_stamp();
        let is_item = written.contains("wikidata.org/entity/");
        Some(Cell { name: name.clone().into_owned(), text: written, is_item, is_date, span })
    };
    Some(row.fields.iter().take(MAX_COLUMNS).filter_map(cell).collect())
}

/// What the columns hold, by their names and the values in the first rows.
fn columns_of(rows: &[&RawValue], text: &str) -> Columns {
    const SAMPLE: usize = 200;
    let (mut items, mut dates, mut names): (Vec<String>, Vec<String>, Vec<String>) = Default::default();
    let mut met: HashSet<String> = HashSet::new();
    for cell in rows.iter().take(SAMPLE).filter_map(|row| cells(row, text)).flatten() {
        let list = if cell.is_date {
            &mut dates
        } else if cell.is_item {
            &mut items
        } else {
            &mut names
        };
        if met.insert(cell.name.clone()) {
            list.push(cell.name);
        }
    }
    let party = items.iter().find(|name| is_party(name)).cloned();
    let others = || items.iter().filter(|name| Some(*name) != party.as_ref());
    let labelled = |name: &&String| names.contains(&format!("{name}Label"));
    let lane = others().find(labelled).or_else(|| others().next()).cloned();
    let precisions: Vec<&String> = names.iter().filter(|name| name.to_lowercase().contains("prec")).collect();
    let count = dates.len();
    let precision_of = |index: usize, date: &str| {
        let named = precisions.iter().find(|name| name.to_lowercase().starts_with(&date.to_lowercase()));
        named
            .or_else(|| precisions.get(index).filter(|_| precisions.len() == count))
            .map(|name| (*name).clone())
    };
    let mut columns = Columns { lane, is_flat: false, party, dates: Vec::new(), end: None };
    let role = |name: &str| role_of(&spaced(name)).map(|(role, _)| role);
    let begins = dates.iter().any(|name| matches!(role(name), Some(Role::Date)));
    for (index, date) in dates.iter().enumerate() {
        let precision = precision_of(index, date);
        match role(date) {
            Some(Role::End) if begins && columns.end.is_none() => {
                columns.end = Some((date.clone(), precision))
            }
            Some(Role::Event(kind)) => columns.dates.push((date.clone(), Some(kind), precision)),
            _ => columns.dates.push((date.clone(), kind_of(&spaced(date)), precision)),
        }
    }
    let has_kinds = columns.dates.iter().any(|(_, kind, _)| kind.is_some());
    if let Some(lane) = columns.lane.as_deref().filter(|_| !has_kinds && columns.party.is_none()) {
        let values = rows.iter().take(SAMPLE).filter_map(|row| cells(row, text));
        let values: Vec<String> =
            values.flatten().filter(|cell| cell.name == lane).map(|cell| cell.text).collect();
        let distinct: HashSet<&String> = values.iter().collect();
        columns.is_flat = values.len() > 1 && distinct.len() == values.len();
    }
    columns
}

/// Whether a column holds who acted.
fn is_party(name: &str) -> bool {
    let is_role = matches!(role_of(&spaced(name)), Some((Role::Party | Role::Parties, _)));
    is_role
        || matches!(
            name.to_lowercase().as_str(),
            "signatory" | "ratifier" | "ratifiedby" | "member" | "memberstate"
        )
}

/// The words of a name like `dateOfSignature`.
fn spaced(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 4);
    let mut was_small = false;
    for c in name.chars() {
        if was_small && c.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(if c == '_' { ' ' } else { c });
        was_small = c.is_lowercase();
    }
    spaced
}

fn add<'a>(
    builder: &mut Builder<'a, '_, '_>,
    columns: &Columns,
    parties: &mut Names,
    row: &[Cell],
    span: Span,
) {
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
            builder.left_out(span, FormatProblem::EntryWithoutDate);
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
            builder.tables.parties.push(Row { record, place: Place::whole(cell.span) });
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
        let place = Place::Text { whole: span, fields: vec![("dates", cell.span)] };
        builder.event(record, None, place);
    }
}

/// What an event is called: by its item if it has no lane of its own, by the first label that is in no other place, by what
/// its lane is called, or by its column if there are several dates.
fn title_of(columns: &Columns, row: &[Cell], date: &Cell) -> String {
    let label_of = |name: &Option<String>| name.as_ref().map(|name| format!("{name}Label"));
    let (lane, party) = (label_of(&columns.lane), label_of(&columns.party));
    let own = lane.as_ref().and_then(|label| row.iter().find(|cell| cell.name == *label));
    let own =
        own.or_else(|| columns.lane.as_ref().and_then(|name| row.iter().find(|cell| cell.name == *name)));
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
        let is = |column: &Option<String>| {
            column.as_ref().is_some_and(|column| name == column || name == format!("{column}Label"))
        };
        is(&columns.lane) || is(&columns.party)
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

/// A date as precise as Wikidata says it is: 11 is a day, 10 a month, 9 a year, 8 a decade, 7 a century, 6 a millennium.
/// <https://www.wikidata.org/wiki/Help:Dates#Precision>
fn rounded(civil: Civil, precision: Option<u32>) -> Result<Civil, NoCivil> {
    let (is_negative, digits) = match civil.date.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, civil.date.as_str()),
    };
    let mut parts = digits.split('-');
    let number = |part: Option<&str>| part.and_then(|part| part.parse::<u32>().ok());
    let (Some(year), month, day) = (number(parts.next()), number(parts.next()), number(parts.next())) else {
        return Ok(civil);
    };
    let year = if is_negative { -i64::from(year) } else { i64::from(year) };
    let precision = precision.unwrap_or(match (month, day) {
        (Some(1), Some(1)) if civil.time.is_none() => 9,
        _ => 14,
    });
    let edtf = match precision {
        11.. => return Ok(Civil { time: civil.time.filter(|_| precision > 11), ..civil }),
        10 => edtf_of(year, month, None),
        9 => edtf_of(year, None, None),
        8 if year >= 0 => Some(format!("{:03}X", year / 10)),
        // The 19th century is 1801 to 1900; EDTF has 1800 to 1899.
        7 if year > 0 => Some(format!("{:02}XX", (year - 1) / 100)),
        6 if year > 0 => Some(format!("{}XXX", (year - 1) / 1000)),
        7 | 8 => edtf_of(year, None, None).map(|year| format!("{year}~")),
        _ => None,
    };
    edtf.map(Civil::of_date).ok_or(NoCivil::DeepTime)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_no_more_precise_than_it_is_said_to_be() {
        for (text, precision, expected) in [
            ("1931-05-04T00:00:00Z", Some(11), "1931-05-04"),
            ("1931-05-04T00:00:00Z", Some(10), "1931-05"),
            ("1931-01-01T00:00:00Z", Some(11), "1931-01-01"),
            ("1931-01-01T00:00:00Z", Some(9), "1931"),
            ("1931-01-01T00:00:00Z", None, "1931"),
            ("+1883-00-00T00:00:00Z", None, "1883"),
            ("1931-05-04T00:00:00Z", None, "1931-05-04"),
            ("1930-01-01T00:00:00Z", Some(8), "193X"),
            ("1900-01-01T00:00:00Z", Some(7), "18XX"),
            ("-0043-01-01T00:00:00Z", Some(9), "-0043"),
            ("-0043-01-01T00:00:00Z", Some(7), "-0043~"),
        ] {
            let read = Civil::parse(text).and_then(|civil| rounded(civil, precision));
            assert_eq!(read.map(|civil| civil.date), Ok(expected.to_owned()), "{text} {precision:?}");
        }
        let far = Civil::parse("1931-01-01T00:00:00Z").and_then(|civil| rounded(civil, Some(3)));
        assert_eq!(far, Err(NoCivil::DeepTime));
    }
}
