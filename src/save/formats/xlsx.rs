//! A workbook with a sheet of events, of statements, of sources, and of legal status by party.
//!
//! What the file says of events and statements in columns of its own stands in columns at the right.
//!
//! A cell is a date of the workbook only where a day is known and Excel's calendar has it; EDTF stands beside it always.

use std::collections::{BTreeMap, HashMap};

use chrono::Datelike as _;
use rust_xlsxwriter::{
    ColNum, DocProperties, ExcelDateTime, Format, FormatAlign, RowNum, Workbook, Worksheet, XlsxError,
};

use crate::domain::{EdtfDate, Moment, NamedText, Nature, PartyId, State, TreatyId};

use crate::save::export_selection::ExportSelection;

use super::event_table;

/// The maximum length of a text in a cell, in UTF-16 units, of which none takes more than one per letter that we keep.
const MAX_CELL: usize = 32_000;
/// The maximum number of columns of the file's own, or of parties. Excel has 16,384 columns.
const MAX_COLUMNS: usize = 16_000;

pub(super) fn write(material: ExportSelection<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same dataset gives the same bytes, whenever it is written.
    let properties = DocProperties::new()
        .set_title(material.dataset.title())
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&properties);
    let words = material.language.converting();
    events(sheet(&mut workbook, words.sheet_events)?, material)?;
    statements(sheet(&mut workbook, words.sheet_statements)?, material)?;
    sources(sheet(&mut workbook, words.sheet_sources)?, material)?;
    legal_status(sheet(&mut workbook, words.sheet_legal_status)?, material)?;
    workbook.save_to_buffer()
}

fn sheet<'w>(workbook: &'w mut Workbook, name: &str) -> Result<&'w mut Worksheet, XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)
}

/// Headings over columns of these widths, in letters.
fn headings(sheet: &mut Worksheet, columns: &[(&str, u16)]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, (heading, width)) in (0..).zip(columns) {
        sheet.write_string_with_format(0, column, cut(heading), &bold)?;
        sheet.set_column_width(column, f64::from(*width))?;
    }
    Ok(())
}

/// A text, cut where a cell has no room for more.
fn cut(text: &str) -> &str {
    let mut units = 0;
    let first_left_out = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MAX_CELL
    });
    first_left_out.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// A text in a cell, cut where a cell has no room for more.
fn text(sheet: &mut Worksheet, row: RowNum, column: ColNum, text: &str) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    sheet.write_string(row, column, cut(text)).map(|_| ())
}

/// The columns that records have of their own, one for each name, in the order in which these first occur.
struct OwnColumns<'a> {
    names: Vec<&'a str>,
    index_of: HashMap<&'a str, ColNum>,
}

impl<'a> OwnColumns<'a> {
    /// Of records with these fields, behind the columns that every record has.
    fn behind(columns: &mut Vec<(&'a str, u16)>, records: impl Iterator<Item = &'a [NamedText]>) -> Self {
        let mut own = Self { names: Vec::new(), index_of: HashMap::new() };
        let mut next = ColNum::try_from(columns.len()).unwrap_or(ColNum::MAX);
        for field in records.flatten() {
            if own.names.len() < MAX_COLUMNS && !own.index_of.contains_key(&*field.name) {
                own.index_of.insert(&field.name, next);
                own.names.push(&field.name);
                next = next.saturating_add(1);
            }
        }
        columns.extend(own.names.iter().map(|&name| (name, 20)));
        own
    }

    /// The cells of a record. What stands twice under one name shares a cell.
    fn write(&self, sheet: &mut Worksheet, row: RowNum, fields: &[NamedText]) -> Result<(), XlsxError> {
        let mut cells: BTreeMap<ColNum, Vec<&str>> = BTreeMap::new();
        for field in fields {
            if let Some(&column) = self.index_of.get(&*field.name) {
                cells.entry(column).or_default().push(&field.text);
            }
        }
        cells.iter().try_for_each(|(&column, texts)| text(sheet, row, column, &texts.join("; ")))
    }
}

/// A day that Excel's calendar has, and of which the source is sure.
fn excel_day(date: &EdtfDate) -> Option<ExcelDateTime> {
    let day = date.earliest().date();
    let year = u16::try_from(day.year()).ok().filter(|year| (1901..=9999).contains(year))?;
    let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    date.is_one_day().then(|| ExcelDateTime::from_ymd(year, month, of_month).ok())?
}

/// The date of the workbook, if there is one, and EDTF in the column after.
fn date(sheet: &mut Worksheet, row: RowNum, column: ColNum, date: &EdtfDate) -> Result<(), XlsxError> {
    if let Some(day) = excel_day(date) {
        let format = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left);
        sheet.write_datetime_with_format(row, column, &day, &format)?;
    }
    text(sheet, row, column + 1, date.text())
}

fn events(sheet: &mut Worksheet, material: ExportSelection<'_>) -> Result<(), XlsxError> {
    let mut columns = vec![
        ("known day", 12),
        ("date", 16),
        ("treaty", 24),
        ("category", 20),
        ("type", 20),
        ("title", 40),
        ("party", 18),
        ("summary", 60),
        ("tags", 20),
        ("source", 40),
        ("url", 40),
        ("id", 24),
    ];
    let own = OwnColumns::behind(&mut columns, material.events().map(|(_, event)| &*event.fields));
    headings(sheet, &columns)?;
    for (row, (_, event)) in (1..).zip(material.events()) {
        let [id, _, treaty, category, kind, title, party, summary, tags, source, url, ..] =
            event_table::cells(material, event);
        date(sheet, row, 0, event.date())?;
        let cells = [treaty, category, kind, title, party, summary, tags, source, url, id];
        for (column, cell) in (2..).zip(&cells) {
            text(sheet, row, column, cell)?;
        }
        own.write(sheet, row, &event.fields)?;
    }
    Ok(())
}

fn statements(sheet: &mut Worksheet, material: ExportSelection<'_>) -> Result<(), XlsxError> {
    let dataset = material.dataset;
    let mut columns = vec![
        ("known day", 12),
        ("date", 16),
        ("speaker", 24),
        ("role", 30),
        ("party", 18),
        ("quote", 80),
        ("lang", 8),
        ("original", 60),
        ("venue", 30),
        ("about", 40),
        ("source", 40),
        ("url", 40),
        ("id", 24),
    ];
    let fields = material.statements().map(|(_, statement)| &*statement.fields);
    let own = OwnColumns::behind(&mut columns, fields);
    headings(sheet, &columns)?;
    for (row, (_, statement)) in (1..).zip(material.statements()) {
        date(sheet, row, 0, &statement.date)?;
        let source = dataset.source(statement.source);
        let about: Vec<&str> = statement
            .about
            .iter()
            .map(|about| match *about {
                crate::domain::About::Event(id) => &*dataset.event(id).title,
                crate::domain::About::Treaty(id) => &*dataset.treaty(id).name,
            })
            .collect();
        let about = about.join("; ");
        let cells: [&str; 11] = [
            &dataset.speaker(statement.speaker).name,
            &statement.role,
            statement.country.map_or("", |party| &dataset.party(party).name),
            &statement.quote,
            &statement.lang,
            statement.original.as_ref().map_or("", |original| &original.quote),
            &statement.venue,
            &about,
            &source.title,
            &source.url,
            &statement.key,
        ];
        for (column, cell) in (2..).zip(cells) {
            text(sheet, row, column, cell)?;
        }
        own.write(sheet, row, &statement.fields)?;
    }
    Ok(())
}

fn sources(sheet: &mut Worksheet, material: ExportSelection<'_>) -> Result<(), XlsxError> {
    let columns = [
        ("known day", 12),
        ("date", 16),
        ("title", 60),
        ("publisher", 30),
        ("kind", 18),
        ("lang", 8),
        ("url", 50),
        ("accessed", 12),
        ("id", 24),
    ];
    headings(sheet, &columns)?;
    let named = crate::records::subset_of(material.dataset, material.subset).sources;
    let named = named.iter().filter_map(|record| material.dataset.find_source(&record.id));
    for (row, id) in (1..).zip(named) {
        let source = material.dataset.source(id);
        if let Some(published) = &source.date {
            date(sheet, row, 0, published)?;
        }
        let accessed = source.accessed.as_ref().map_or("", EdtfDate::text);
        let cells: [&str; 7] = [
            &source.title,
            &source.publisher,
            source.kind.key(),
            &source.lang,
            &source.url,
            accessed,
            &source.key,
        ];
        for (column, cell) in (2..).zip(cells) {
            text(sheet, row, column, cell)?;
        }
    }
    Ok(())
}

/// Treaties as rows, parties as columns: the legal status on the last day of the record. It is computed from all events,
/// whatever part of them is written.
fn legal_status(sheet: &mut Worksheet, material: ExportSelection<'_>) -> Result<(), XlsxError> {
    let (dataset, language) = (material.dataset, material.language);
    let words = language.converting();
    let Some(day) = dataset.current_day(None) else { return Ok(()) };
    let treaties: Vec<TreatyId> =
        material.subset.treaties().filter(|&id| dataset.treaty(id).nature != Nature::Topic).collect();
    let mut parties: Vec<PartyId> =
        treaties.iter().flat_map(|&treaty| dataset.parties_on_record(treaty)).collect();
    parties.sort_unstable();
    parties.dedup();
    parties.truncate(MAX_COLUMNS);
    let on = (words.status_on)(&(language.strings().dates.day)(day));
    let mut columns = vec![(on.as_str(), 28), (language.command_line().whole_treaty, 24)];
    columns.extend(parties.iter().map(|&party| (&*dataset.party(party).short, 18)));
    headings(sheet, &columns)?;
    let in_words = |treaty: TreatyId, party: Option<PartyId>, day: Moment| {
        let state: Option<State> = dataset.state_on(treaty, party, day).map(|answer| answer.state);
        state.map(|state| (language.strings().terms.state)(state, dataset.treaty(treaty).nature))
    };
    for (row, &treaty) in (1..).zip(&treaties) {
        text(sheet, row, 0, &dataset.treaty(treaty).name)?;
        for (column, party) in (1..).zip(std::iter::once(None).chain(parties.iter().copied().map(Some))) {
            text(sheet, row, column, &in_words(treaty, party, day).unwrap_or_default())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::losses;
    use super::*;
    use crate::domain::{Dataset, Subset};
    use crate::language::Language;
    use crate::load::load;
    use crate::records::DataFormat;

    #[test]
    fn own_columns_stand_at_the_right_and_are_read_again() {
        let table = "Date,Event,Depth (m),Crew\n1987-12-08,One,12,\n1988-06-01,Two,,Smith\n";
        let dataset = load("x.csv", table.as_bytes().to_vec(), &()).dataset.unwrap();
        let subset = Subset::whole(&dataset);
        let material = ExportSelection { dataset: &dataset, subset: &subset, language: Language::English };
        assert!(losses::of(DataFormat::Xlsx, material).is_empty(), "nothing is left out");
        let again = load("x.xlsx", write(material).unwrap(), &()).dataset.unwrap();
        let own = |dataset: &Dataset| -> Vec<(String, String)> {
            let fields = dataset.events().iter().flat_map(|event| event.fields.iter());
            let own = fields.filter(|field| ["Depth (m)", "Crew"].contains(&&*field.name));
            own.map(|field| (field.name.to_string(), field.text.to_string())).collect()
        };
        assert_eq!(own(&again), own(&dataset));
        assert_eq!(own(&again).len(), 2, "{:?}", own(&again));
    }

    #[test]
    fn only_a_sure_day_that_excel_knows_is_a_date() {
        let is_date = |text: &str| excel_day(&EdtfDate::parse(text).unwrap()).is_some();
        assert!(is_date("1987-12-08") && is_date("9999-12-31"));
        for other in ["1987-12", "1987", "1987-12-08~", "1899-07-29", "-0043-03-15", "1987-12-08/1988-06-01"]
        {
            assert!(!is_date(other), "{other}");
        }
    }
}
