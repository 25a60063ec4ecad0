//! A workbook with a sheet of events, of statements, of sources, and of legal status by party.
//!
//! A cell is a date of the workbook only where a day is known and Excel's calendar has it; EDTF stands beside it always.

use chrono::Datelike as _;
use rust_xlsxwriter::{
    ColNum, DocProperties, ExcelDateTime, Format, FormatAlign, RowNum, Workbook, Worksheet, XlsxError,
};

use crate::domain::{EdtfDate, Moment, Nature, PartyId, State, TreatyId};

use crate::save::material::Material;

use super::event_table;

/// The maximum length of a text in a cell, in UTF-16 units, of which none takes more than one per letter that we keep.
const MAX_CELL: usize = 32_000;

pub(super) fn write(material: Material<'_>) -> Result<Vec<u8>, XlsxError> {
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
        sheet.write_string_with_format(0, column, *heading, &bold)?;
        sheet.set_column_width(column, f64::from(*width))?;
    }
    Ok(())
}

/// A text in a cell, cut where a cell has no room for more.
fn text(sheet: &mut Worksheet, row: RowNum, column: ColNum, text: &str) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    let mut units = 0;
    let kept = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MAX_CELL
    });
    let kept = kept.and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    sheet.write_string(row, column, kept).map(|_| ())
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

fn events(sheet: &mut Worksheet, material: Material<'_>) -> Result<(), XlsxError> {
    let columns = [
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
    headings(sheet, &columns)?;
    for (row, (_, event)) in (1..).zip(material.events()) {
        let [id, _, treaty, category, kind, title, party, summary, tags, source, url, ..] =
            event_table::cells(material, event);
        date(sheet, row, 0, event.date())?;
        let cells = [treaty, category, kind, title, party, summary, tags, source, url, id];
        for (column, cell) in (2..).zip(&cells) {
            text(sheet, row, column, cell)?;
        }
    }
    Ok(())
}

fn statements(sheet: &mut Worksheet, material: Material<'_>) -> Result<(), XlsxError> {
    let dataset = material.dataset;
    let columns = [
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
    }
    Ok(())
}

fn sources(sheet: &mut Worksheet, material: Material<'_>) -> Result<(), XlsxError> {
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
    let named = crate::records::excerpt_of(material.dataset, material.excerpt).sources;
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
fn legal_status(sheet: &mut Worksheet, material: Material<'_>) -> Result<(), XlsxError> {
    let (dataset, language) = (material.dataset, material.language);
    let words = language.converting();
    let Some(day) = dataset.current_day(None) else { return Ok(()) };
    let treaties: Vec<TreatyId> =
        material.excerpt.treaties().filter(|&id| dataset.treaty(id).nature != Nature::Topic).collect();
    let mut parties: Vec<PartyId> =
        treaties.iter().flat_map(|&treaty| dataset.parties_on_record(treaty)).collect();
    parties.sort_unstable();
    parties.dedup();
    // Excel has 16,384 columns.
    parties.truncate(16_000);
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
    use super::*;

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
