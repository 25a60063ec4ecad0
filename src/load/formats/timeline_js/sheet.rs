//! The sheet that TimelineJS is made from, as CSV or as a workbook: its columns have a meaning together that no column has
//! alone, so it is read here and not by a mapping.

use crate::diagnostics::{Grid, SourceFile};
use crate::load::Watch;
use crate::load::formats::builder::Builder;
use crate::load::formats::markup::{plain, plain_line};
use crate::load::position::Position;
use crate::load::reader::{Reader, Tables};
use crate::load::table::Table;
use crate::load::table::header_words::folded;
use crate::records::NamedTexts;

use super::slide::{Parts, Slide, old_date};

/// The columns of the sheet, by their headers without case. The old sheet has `Start Date`, `End Date` and `Tag`.
struct Columns<'t> {
    headers: Vec<(String, &'t str)>,
}

impl<'t> Columns<'t> {
    fn of(table: &'t Table) -> Self {
        let cells = (0..table.width()).map(|column| table.cell(0, column));
        Self { headers: cells.map(|cell| (folded(cell), cell)).collect() }
    }

    fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.headers.iter().position(|(header, _)| header == name))
    }
}

/// Columns that are read; others are kept.
const READ: [&str; 20] = [
    "year",
    "month",
    "day",
    "time",
    "end year",
    "end month",
    "end day",
    "end time",
    "display date",
    "headline",
    "text",
    "media",
    "media credit",
    "media caption",
    "type",
    "group",
    "start date",
    "end date",
    "tag",
    "id",
];

/// Whether a table is such a sheet: it has headlines and media, and a date in the way of the new sheet or the old.
pub(in crate::load) fn is_sheet(table: &Table) -> bool {
    let columns = Columns::of(table);
    let has = |name: &str| columns.find(&[name]).is_some();
    has("headline") && has("media") && (has("year") || has("start date"))
}

/// The records of a sheet, and how many of its rows became nothing; `None` if nothing in it can be shown, or if cancelled.
pub(in crate::load) fn read_sheet<'a>(
    file: &'a SourceFile,
    table: &'a Table,
    reader: &mut Reader<'a, '_>,
    watch: &dyn Watch,
) -> Option<(Tables<'a>, usize)> {
    let columns = Columns::of(table);
    let mut builder = Builder::new(file, reader);
    let is_of_kind = |row: usize, kind: &str| {
        columns.find(&["type"]).is_some_and(|column| table.cell(row, column).eq_ignore_ascii_case(kind))
    };
    // First, since lanes are called after it.
    let titles: Vec<usize> = (1..table.rows()).filter(|&row| is_of_kind(row, "title")).collect();
    if let Some(&title) = titles.first() {
        let cell =
            |name: &str| columns.find(&[name]).map(|column| table.cell(title, column)).unwrap_or_default();
        let headline = plain_line(cell("headline"));
        if !headline.is_empty() {
            builder.tables.title = headline;
        }
        builder.tables.description = plain(cell("text"));
    }
    let mut left_out = 0;
    for row in 1..table.rows() {
        if row % 1024 == 0 && watch.is_cancelled() {
            return None;
        }
        if table.is_blank(row) || titles.first() == Some(&row) {
            continue;
        }
        let before = builder.tables.events.len();
        add_row(&mut builder, file.grid(), table, &columns, row, is_of_kind(row, "era"));
        left_out += usize::from(builder.tables.events.len() == before);
    }
    builder.finish().map(|tables| (tables, left_out))
}

fn add_row<'a>(
    builder: &mut Builder<'a, '_, '_>,
    grid: &'a Grid,
    table: &'a Table,
    columns: &Columns<'_>,
    row: usize,
    is_era: bool,
) {
    let text = builder.reader.text;
    let cell = |names: &[&str]| {
        let column = columns.find(names)?;
        Some((column, table.cell(row, column))).filter(|(_, cell)| !cell.is_empty())
    };
    let word = |names: &[&str]| cell(names).map(|(_, cell)| cell.to_owned());
    let date = |year: &str, month: &str, day: &str, time: &str, old: &str| {
        if let Some((column, year)) = cell(&[year]) {
            let parts = Parts {
                year: year.to_owned(),
                month: word(&[month]),
                day: word(&[day]),
                time: word(&[time]),
            };
            return Some(parts.read(grid.cell(text, row, column)));
        }
        cell(&[old]).map(|(column, cell)| old_date(cell.to_owned(), grid.cell(text, row, column)))
    };
    let others =
        std::iter::zip(0.., &columns.headers).filter(|(_, (folded, _))| !READ.contains(&folded.as_str()));
    let kept = others.map(|(column, (_, header))| ((*header).to_owned(), table.cell(row, column).to_owned()));
    let slide = Slide {
        id: None,
        edtf: None,
        start: date("year", "month", "day", "time", "start date"),
        end: date("end year", "end month", "end day", "end time", "end date"),
        headline: word(&["headline"]),
        text: word(&["text"]),
        group: word(&["group", "tag"]),
        display_date: word(&["display date"]),
        media: word(&["media"]),
        credit: word(&["media credit"]),
        caption: word(&["media caption"]),
        is_era,
        rest: NamedTexts(kept.filter(|(header, text)| !header.is_empty() && !text.is_empty()).collect()),
    };
    let places = [
        ("dates", columns.find(&["year", "start date"])),
        ("title", columns.find(&["headline"])),
        ("summary", columns.find(&["text"])),
        ("treaty", columns.find(&["group", "tag"])),
        ("image", columns.find(&["media"])),
        ("url", columns.find(&["media"])),
    ];
    let columns = places.into_iter().filter_map(|(field, column)| Some((field, column?))).collect();
    slide.add(builder, grid.row(row), Position::Cells { grid, row, columns });
}
