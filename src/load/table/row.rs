//! The records that come of a table, row by row: what every kind of row needs.

use std::collections::HashMap;

use crate::diagnostics::{Rule, SourceFile, TableProblem, hides_text};
use crate::domain::EventKind;
use crate::load::names::Names;
use crate::load::position::Position;
use crate::load::reader::{Reader, Row, Tables, shortened};
use crate::load::title_kinds::report;
use crate::records::{DateField, DateRecord, Mapping, NamedTexts, NatureRecord, Role, Shape, TreatyRecord};
use crate::text::unescape_formula;

use super::columns::{ColumnNotes, Columns, Note};
use super::countries::SUCCESSORS;
use super::dates::{DateCell, How, is_nothing, is_still_open};
use super::{Grid, Table};

/// A table while it is read.
pub(super) struct TableReader<'a, 'm, 'r, 's> {
    pub(super) file: &'a SourceFile,
    pub(super) table: &'a Table,
    pub(super) mapping: &'m Mapping,
    pub(super) reader: &'r mut Reader<'a, 's>,
    pub(super) tables: Tables<'a>,
    pub(super) columns: Columns,
    notes: ColumnNotes,
    /// How many rows of the table the row stands for that is read.
    pub(super) weight: usize,
    pub(super) lanes: Names,
    /// The position of each lane among the treaties, by its index among the names.
    pub(super) treaty_of_lane: Vec<usize>,
    pub(super) parties: Names,
    /// The parties that are no known state, in the order in which they occur.
    pub(super) unmatched: Vec<String>,
    pub(super) speakers: Names,
    pub(super) sources: Names,
    pub(super) events: Names,
    pub(super) statements: Names,
    pub(super) series: Names,
    /// Events of the same title and day, one for each party that a cell names: the index of the first, and how many.
    pub(super) by_party: Vec<(usize, usize)>,
    /// Whether a lane, by its position among the treaties, is one by its name or its column.
    pub(super) treaty_lanes: HashMap<usize, bool>,
    /// How many events have their type from their titles.
    pub(super) typed_by_titles: usize,
    /// How many rows became nothing.
    pub(super) rows_left_out: usize,
    /// Columns that only look like dates of unknown order, reported once each.
    asked: Vec<usize>,
}

/// A date as a row gives it: its column for the place, EDTF, and the act that stands behind it.
#[derive(Clone)]
pub(super) struct RowDate {
    pub(super) column: usize,
    pub(super) edtf: String,
    pub(super) act: Option<EventKind>,
}

impl<'a, 'm, 'r, 's> TableReader<'a, 'm, 'r, 's> {
    pub(super) fn new(
        file: &'a SourceFile,
        table: &'a Table,
        mapping: &'m Mapping,
        reader: &'r mut Reader<'a, 's>,
    ) -> Self {
        let tables = Tables { title: title_of(file), is_foreign: true, ..Tables::default() };
        Self {
            file,
            table,
            mapping,
            reader,
            tables,
            columns: Columns::of(table, mapping),
            notes: ColumnNotes::default(),
            weight: 1,
            lanes: Names::default(),
            treaty_of_lane: Vec::new(),
            parties: Names::default(),
            unmatched: Vec::new(),
            speakers: Names::default(),
            sources: Names::default(),
            events: Names::default(),
            statements: Names::default(),
            series: Names::default(),
            by_party: Vec::new(),
            treaty_lanes: HashMap::new(),
            typed_by_titles: 0,
            rows_left_out: 0,
            asked: Vec::new(),
        }
    }

    /// The records, once everything that is said of a whole column has been said.
    pub(super) fn finish(mut self) -> Tables<'a> {
        if self.mapping.shape == Shape::Acts {
            self.join_entries();
            self.join_expiries();
        }
        self.join_signatures();
        report(self.typed_by_titles, self.reader);
        let notes = std::mem::take(&mut self.notes);
        for ((row, column), problem) in notes.into_problems(self.table.is_1904) {
            self.report(Rule::DatesRead, row, column, || problem);
        }
        if !self.unmatched.is_empty() {
            const MAX_NAMES: usize = 12;
            let mut names = self.unmatched.iter().take(MAX_NAMES).cloned().collect::<Vec<_>>().join(", ");
            if self.unmatched.len() > MAX_NAMES {
                names.push_str(", …");
            }
            let problem = TableProblem::PartiesNotMatched { count: self.unmatched.len(), names };
            self.reader.sink.push(Rule::PartyNotMatched.breach(None, problem));
        }
        for &row in &self.table.unclosed {
            let grid = self.grid();
            self.reader.report(Rule::UnreadableCell, || grid.row(row), || TableProblem::UnclosedQuotation);
        }
        if self.table.columns() > self.table.width() {
            let problem =
                TableProblem::TooManyColumns { columns: self.table.columns(), read: self.table.width() };
            self.reader.sink.push(Rule::ColumnsLeftOut.breach(None, problem));
        }
        for (successor, earlier) in SUCCESSORS {
            let has = |id: &str| self.tables.parties.iter().any(|row| row.record.id == id);
            if has(successor) && has(earlier) {
                for row in self.tables.parties.iter_mut().filter(|row| row.record.id == successor) {
                    row.record.succeeds = Some(earlier.to_owned());
                }
            }
        }
        self.tables
    }

    /// What is to be said of whole columns.
    pub(super) fn into_notes(self) -> ColumnNotes {
        self.notes
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

    /// The same for names and texts, where `NA` is as good as nothing.
    pub(super) fn said(&self, row: usize, role: Role) -> Option<(usize, &'a str)> {
        self.cell(row, role).filter(|(_, cell)| !is_nothing(cell))
    }

    pub(super) fn text(&self, row: usize, role: Role) -> Option<String> {
        // What a spreadsheet would take for a formula has an apostrophe before it.
        self.said(row, role).map(|(_, cell)| unescape_formula(cell).to_owned())
    }

    /// What the table's author calls a row, if that can be an id.
    pub(super) fn own_id(&self, row: usize) -> Option<&'a str> {
        const MAX_LEN: usize = 200;
        let (_, id) = self.said(row, Role::Id)?;
        (id.len() <= MAX_LEN && !id.contains(|c: char| c == '\n' || hides_text(c))).then_some(id)
    }

    /// The place of a record: its row, and the columns of its fields.
    pub(super) fn place(&self, row: usize, columns: Vec<(&'static str, usize)>) -> Position<'a> {
        Position::Cells { grid: self.grid(), row, columns }
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
        match self.grid().headers.get(column) {
            Some(header) if !header.is_empty() => (**header).to_owned(),
            _ => crate::diagnostics::letters(column),
        }
    }

    /// The date in a cell; what is no date is reported.
    pub(super) fn date(&mut self, row: usize, column: usize) -> Option<RowDate> {
        let cell = self.table.cell(row, column);
        let at = (row, column);
        match self.columns.dates(column).read(cell) {
            DateCell::Date(read) => {
                if read.how != How::Plain {
                    self.notes.count(Note::Read(read.how), self.weight, at, cell, &read.edtf);
                }
                return Some(RowDate { column, edtf: read.edtf, act: read.act });
            }
            DateCell::Nothing => {}
            DateCell::Default => self.notes.count(Note::Default, self.weight, at, cell, ""),
            DateCell::StillOpen => self.notes.count(Note::StillOpen, self.weight, at, cell, ""),
            DateCell::Ambiguous if self.asked.contains(&column) => {
                self.reader.sink.count_one_more(Rule::DayOrMonth.severity());
            }
            DateCell::Ambiguous => {
                self.asked.push(column);
                self.report(Rule::DayOrMonth, row, column, || TableProblem::DayOrMonth(shortened(cell)));
            }
            DateCell::Unreadable => self.no_date(row, column, cell),
        }
        None
    }

    fn no_date(&mut self, row: usize, column: usize, text: &str) {
        let advice = || Box::new(crate::load::date_advice(text));
        let problem = || TableProblem::NoDate(shortened(text), advice());
        self.report(Rule::UnreadableCell, row, column, problem);
    }

    /// Whether a cell says that something is still going on.
    pub(super) fn is_open(&self, row: usize, role: Role) -> bool {
        self.cell(row, role).is_some_and(|(_, cell)| is_still_open(cell))
    }

    /// The date that three columns give, or as many of them as are filled.
    pub(super) fn date_of_parts(&mut self, row: usize, parts: [Role; 3]) -> Option<RowDate> {
        let [year, month, day] = parts.map(|role| self.cell(row, role));
        let (column, year) = year?;
        // Zero and minus nine stand for an unknown month or day in the field's tables.
        let known = |part: Option<(usize, &str)>| {
            let cell = part.map(|(_, cell)| cell.trim_end_matches(".0")).unwrap_or_default();
            let number = cell
                .parse::<u32>()
                .ok()
                .or_else(|| super::month_words::month(&super::header_words::folded(cell)));
            number.filter(|number| (1..=31).contains(number))
        };
        let year = year.trim_end_matches(".0").replace(',', "");
        let Some(month) = known(month) else {
            return self.date_of_text(row, column, &year);
        };
        let edtf = match known(day) {
            Some(day) => format!("{year}-{month:02}-{day:02}"),
            None => format!("{year}-{month:02}"),
        };
        self.date_of_text(row, column, &edtf)
    }

    fn date_of_text(&mut self, row: usize, column: usize, text: &str) -> Option<RowDate> {
        match self.columns.dates(column).read(text) {
            DateCell::Date(read) => Some(RowDate { column, edtf: read.edtf, act: read.act }),
            DateCell::Nothing | DateCell::StillOpen | DateCell::Default => None,
            DateCell::Ambiguous | DateCell::Unreadable => {
                self.no_date(row, column, text);
                None
            }
        }
    }

    /// The claim of a date, with the source that the row names or else the table itself.
    pub(super) fn claim(&mut self, row: usize, edtf: String) -> DateRecord {
        DateRecord { edtf: DateField::from(edtf), source: Some(self.source(row)), ..DateRecord::default() }
    }

    /// The position among the treaties of the lane that a row belongs to, which is made when it is met first; and whether
    /// it was.
    pub(super) fn lane(&mut self, row: usize, nature: NatureRecord) -> (usize, bool) {
        let group = self.text(row, Role::Group);
        let named = self.said(row, Role::Lane).or_else(|| self.said(row, Role::Group));
        let (column, name) = match named {
            Some((column, name)) => (Some(column), name.to_owned()),
            None => (None, self.tables.title.clone()),
        };
        let (index, is_new) = self.lanes.index(&name);
        if !is_new {
            return (self.treaty_of_lane.get(index).copied().unwrap_or_default(), false);
        }
        let id = self.lanes.id(index).to_owned();
        // A table without lanes but with groups has a lane for each group, under one heading.
        let is_group = self.column(Role::Lane).is_none();
        let category = group.filter(|_| !is_group);
        let position = self.push_lane(row, id, (name, column), category, nature);
        self.treaty_of_lane.push(position);
        (position, true)
    }

    /// A lane for a row, under a heading or else under the name of the table.
    pub(super) fn push_lane(
        &mut self,
        row: usize,
        id: String,
        (name, column): (String, Option<usize>),
        category: Option<String>,
        nature: NatureRecord,
    ) -> usize {
        let record = TreatyRecord {
            id,
            name,
            full_name: self.text(row, Role::FullName),
            category: category.unwrap_or_else(|| self.tables.title.clone()),
            nature: Some(nature),
            ..TreatyRecord::default()
        };
        let columns = column.map(|column| ("name", column)).into_iter().collect();
        let place = self.place(row, columns);
        self.tables.treaties.push(Row { record, place });
        self.tables.treaties.len() - 1
    }

    /// The id of a lane.
    pub(super) fn lane_id(&self, position: usize) -> String {
        self.tables.treaties.get(position).map(|row| row.record.id.clone()).unwrap_or_default()
    }

    /// What a row holds in columns for which there is no field, under the names of these columns. Who said something is
    /// among it where there is no quotation.
    pub(super) fn fields(&self, row: usize, has_quote: bool) -> NamedTexts {
        let roles = self.mapping.roles.iter().copied().chain(std::iter::repeat(Role::Keep));
        let filled = std::iter::zip(0..self.table.width(), roles)
            .map(|(column, role)| (column, role, self.table.cell(row, column)))
            .filter(|&(_, role, cell)| match role {
                Role::Keep => !cell.is_empty(),
                role => !has_quote && role.is_of_quotation() && !is_nothing(cell),
            })
            .map(|(column, _, cell)| (column, cell));
        NamedTexts(filled.map(|(column, cell)| (self.header(column), cell.to_owned())).collect())
    }

    /// Reports that a row is left out, and why.
    pub(super) fn left_out(&mut self, row: usize, problem: TableProblem) {
        self.rows_left_out += 1;
        let grid = self.grid();
        self.reader.report(Rule::RowLeftOut, || grid.row(row), || problem);
    }
}

/// What a dataset is called after its file: its name without folder and extension.
pub(super) fn title_of(file: &SourceFile) -> String {
    let name = file.name().rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem });
    match &file.grid().sheet {
        Some(sheet) => format!("{stem} – {sheet}"),
        None => stem.to_owned(),
    }
}
