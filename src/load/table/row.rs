//! The records that come of a table, row by row: what every kind of row needs.

use std::collections::BTreeMap;

use crate::diagnostics::{Rule, SourceFile, TableProblem};
use crate::load::names::Names;
use crate::load::place::Place;
use crate::load::reader::{Reader, Row, Tables, shortened};
use crate::records::{
    DateField, DateRecord, Mapping, NatureRecord, PartyRecord, Role, SourceKindRecord, SourceRecord,
    SpeakerRecord, TreatyRecord,
};

use super::dates::{DateCell, DateColumn};
use super::{Grid, Table};

/// A table while it is read.
pub(super) struct TableReader<'a, 'm, 'r, 's> {
    pub(super) file: &'a SourceFile,
    pub(super) table: &'a Table,
    pub(super) mapping: &'m Mapping,
    pub(super) reader: &'r mut Reader<'a, 's>,
    pub(super) tables: Tables<'a>,
    /// How each column writes its dates.
    dates: Vec<DateColumn>,
    pub(super) lanes: Names,
    pub(super) parties: Names,
    speakers: Names,
    sources: Names,
    pub(super) events: Names,
    pub(super) statements: Names,
    pub(super) series: Names,
    /// How many rows became nothing.
    pub(super) rows_left_out: usize,
    /// Columns that only look like dates of unknown order, reported once each.
    asked: Vec<usize>,
}

/// A date as a row gives it: its columns for the place, and EDTF.
pub(super) struct RowDate {
    pub(super) column: usize,
    pub(super) edtf: String,
}

impl<'a, 'm, 'r, 's> TableReader<'a, 'm, 'r, 's> {
    pub(super) fn new(
        file: &'a SourceFile,
        table: &'a Table,
        mapping: &'m Mapping,
        reader: &'r mut Reader<'a, 's>,
    ) -> Self {
        let from = mapping.header_row.map_or(0, |header| header + 1);
        let dates = (0..table.width())
            .map(|column| DateColumn::of(table.column(from, column), mapping.day_first))
            .collect();
        let tables = Tables { title: title_of(file), ..Tables::default() };
        Self {
            file,
            table,
            mapping,
            reader,
            tables,
            dates,
            lanes: Names::default(),
            parties: Names::default(),
            speakers: Names::default(),
            sources: Names::default(),
            events: Names::default(),
            statements: Names::default(),
            series: Names::default(),
            rows_left_out: 0,
            asked: Vec::new(),
        }
    }

    pub(super) fn finish(self) -> Tables<'a> {
        self.tables
    }

    pub(super) fn grid(&self) -> &'a Grid {
        self.file.grid()
    }

    /// The first column of a role.
    pub(super) fn column(&self, role: Role) -> Option<usize> {
        self.mapping.roles.iter().position(|&mapped| mapped == role)
    }

    /// What a row holds under a role, with its column; nothing if the cell is empty.
    pub(super) fn cell(&self, row: usize, role: Role) -> Option<(usize, &'a str)> {
        let columns = self.mapping.roles.iter().enumerate().filter(|&(_, &mapped)| mapped == role);
        columns.map(|(column, _)| (column, self.table.cell(row, column))).find(|(_, cell)| !cell.is_empty())
    }

    pub(super) fn text(&self, row: usize, role: Role) -> Option<String> {
        self.cell(row, role).map(|(_, cell)| cell.to_owned())
    }

    /// The place of a record: its row, and the columns of its fields.
    pub(super) fn place(&self, row: usize, columns: Vec<(&'static str, usize)>) -> Place<'a> {
        Place::Cells { grid: self.grid(), row, columns }
    }

    /// Reports a problem with a cell.
    pub(super) fn report(
        &mut self,
        rule: Rule,
        row: usize,
        column: usize,
        problem: impl FnOnce() -> TableProblem,
    ) {
        let (grid, text) = (self.grid(), self.reader.text);
        self.reader.report(rule, || grid.cell(text, row, column), problem);
    }

    /// The name of a column, or its letter.
    pub(super) fn header(&self, column: usize) -> String {
        let header =
            self.mapping.header_row.map(|header| self.table.cell(header, column)).unwrap_or_default();
        if header.is_empty() { crate::diagnostics::letters(column) } else { shortened(header) }
    }

    /// The date in a cell; what is no date is reported.
    pub(super) fn date(&mut self, row: usize, column: usize) -> Option<RowDate> {
        let cell = self.table.cell(row, column);
        let how = self.dates.get(column).copied().unwrap_or_default();
        match how.read(cell) {
            DateCell::Date(edtf) => return Some(RowDate { column, edtf }),
            DateCell::Nothing | DateCell::StillOpen => {}
            DateCell::Ambiguous if self.asked.contains(&column) => {
                self.reader.sink.count_one_more(Rule::DayOrMonth.severity())
            }
            DateCell::Ambiguous => {
                self.asked.push(column);
                self.report(Rule::DayOrMonth, row, column, || TableProblem::DayOrMonth(shortened(cell)));
            }
            DateCell::Unreadable => {
                let advice = || Box::new(crate::load::date_advice(cell));
                self.report(Rule::UnreadableCell, row, column, || {
                    TableProblem::NoDate(shortened(cell), advice())
                });
            }
        }
        None
    }

    /// The date that three columns give, or as many of them as are filled.
    pub(super) fn date_of_parts(&mut self, row: usize, parts: [Role; 3]) -> Option<RowDate> {
        let [year, month, day] = parts.map(|role| self.cell(row, role));
        let (column, year) = year?;
        // Zero and minus nine stand for an unknown month or day in the field's tables.
        let known = |part: Option<(usize, &str)>| {
            let number = part.and_then(|(_, cell)| cell.trim_end_matches(".0").parse::<u32>().ok());
            number.filter(|number| (1..=31).contains(number))
        };
        let mut edtf = year.trim_end_matches(".0").to_owned();
        if let Some(month) = known(month) {
            edtf.push_str(&format!("-{month:02}"));
            if let Some(day) = known(day) {
                edtf.push_str(&format!("-{day:02}"));
            }
        }
        match DateColumn::default().read(&edtf) {
            DateCell::Date(edtf) => Some(RowDate { column, edtf }),
            DateCell::Nothing | DateCell::StillOpen => None,
            DateCell::Ambiguous | DateCell::Unreadable => {
                let advice = || Box::new(crate::load::date_advice(&edtf));
                self.report(Rule::UnreadableCell, row, column, || {
                    TableProblem::NoDate(shortened(&edtf), advice())
                });
                None
            }
        }
    }

    /// The claim of a date, with the source that the row names or else the table itself.
    pub(super) fn claim(&mut self, row: usize, edtf: String) -> DateRecord {
        DateRecord { edtf: DateField::from(edtf), source: Some(self.source(row)), ..DateRecord::default() }
    }

    /// The id of the lane that a row belongs to, made when it is met first.
    pub(super) fn lane(&mut self, row: usize, nature: NatureRecord) -> String {
        let group = self.text(row, Role::Group);
        let named = self.cell(row, Role::Lane).or_else(|| self.cell(row, Role::Group));
        let (column, name) =
            named.map_or((None, self.tables.title.clone()), |(column, name)| (Some(column), name.to_owned()));
        let (index, is_new) = self.lanes.index(&name);
        let id = self.lanes.id(index).to_owned();
        if is_new {
            // A table without lanes but with groups has a lane for each group, under one heading.
            let is_group = self.column(Role::Lane).is_none();
            let category = group.filter(|_| !is_group).unwrap_or_else(|| self.tables.title.clone());
            let record = TreatyRecord {
                id: id.clone(),
                name,
                full_name: self.text(row, Role::FullName),
                category,
                nature: Some(nature),
                ..TreatyRecord::default()
            };
            let columns = column.map(|column| ("name", column)).into_iter().collect();
            let place = self.place(row, columns);
            self.tables.treaties.push(Row { record, place });
        }
        id
    }

    /// The id of the party of this name, made when it is met first.
    pub(super) fn party(&mut self, row: usize, column: usize, name: &str) -> String {
        let (index, is_new) = self.parties.index(name);
        let id = self.parties.id(index).to_owned();
        if is_new {
            let record = PartyRecord {
                id: id.clone(),
                name: name.to_owned(),
                short: None,
                succeeds: None,
                extra: BTreeMap::new(),
            };
            let place = self.place(row, vec![("name", column), ("id", column)]);
            self.tables.parties.push(Row { record, place });
        }
        id
    }

    /// The id of the speaker that a row names.
    pub(super) fn speaker(&mut self, row: usize) -> Option<String> {
        let (column, name) = self.cell(row, Role::Speaker)?;
        let (index, is_new) = self.speakers.index(name);
        let id = self.speakers.id(index).to_owned();
        if is_new {
            let record = SpeakerRecord { id: id.clone(), name: name.to_owned(), ..SpeakerRecord::default() };
            let place = self.place(row, vec![("name", column)]);
            self.tables.speakers.push(Row { record, place });
        }
        Some(id)
    }

    /// The id of the source that a row names; where it names none, the table is the source.
    pub(super) fn source(&mut self, row: usize) -> String {
        let (source, url) = (self.cell(row, Role::Source), self.cell(row, Role::Url));
        let is_address = |cell: &str| cell.starts_with("http://") || cell.starts_with("https://");
        let (title, url) = match (source, url) {
            (None, None) => (self.reader_name(), None),
            (Some((_, source)), None) if is_address(source) => (source.to_owned(), Some(source.to_owned())),
            (Some((_, source)), url) => (source.to_owned(), url.map(|(_, url)| url.to_owned())),
            (None, Some((_, url))) => (url.to_owned(), Some(url.to_owned())),
        };
        let url = url.filter(|url| is_address(url));
        let (index, is_new) = self.sources.index(&format!("{title} {}", url.as_deref().unwrap_or_default()));
        let id = self.sources.id(index).to_owned();
        if is_new {
            let kind = source.is_none().then_some(SourceKindRecord::Data);
            let columns = source.map(|(column, _)| ("title", column)).into_iter().collect();
            let record = SourceRecord { id: id.clone(), title, url, kind, ..SourceRecord::default() };
            let place = self.place(row, columns);
            self.tables.sources.push(Row { record, place });
        }
        id
    }

    fn reader_name(&self) -> String {
        let name = self.file.name();
        name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned()
    }

    /// Reports that a row is left out, and why.
    pub(super) fn left_out(&mut self, row: usize, problem: TableProblem) {
        self.rows_left_out += 1;
        let grid = self.grid();
        self.reader.report(Rule::RowLeftOut, || grid.row(row), || problem);
    }
}

/// What a dataset is called after its file: its name without folder and extension.
fn title_of(file: &SourceFile) -> String {
    let name = file.name().rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem });
    match &file.grid().sheet {
        Some(sheet) => format!("{stem} – {sheet}"),
        None => stem.to_owned(),
    }
}
