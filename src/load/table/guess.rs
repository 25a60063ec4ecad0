//! What a table is a table of, judged by its headers and first rows.

use crate::domain::EventKind;
use crate::records::{Mapping, Role, Shape};

use super::Table;
use super::column_dates::DateColumn;
use super::dates::{DateCell, is_nothing, is_still_open};
use super::gdelt;
use super::header_words::{is_vague_speaker, kind_of, role_of};

/// A mapping, and whether headers and rows leave no doubt about it.
#[derive(Debug)]
pub(crate) struct Guess {
    pub(crate) mapping: Mapping,
    pub(crate) is_certain: bool,
}

/// How far down a header is looked for: titles, notes and blank rows stand before it.
pub(super) const MAX_PREAMBLE: usize = 15;
/// How many rows below the header are looked at.
const SAMPLE_ROWS: usize = 200;

/// The likely mapping of a table.
pub(crate) fn guess(table: &Table) -> Guess {
    // Before a header is looked for: an actor may be called as columns are.
    if let Some(names) = gdelt::column_names(table) {
        return Guess { mapping: gdelt::mapping(&names), is_certain: true };
    }
    let header_row = header_row(table);
    let sample = Sample { table, from: header_row.map_or(0, |row| row + 1) };
    let mut columns: Vec<Column> = (0..table.width())
        .map(|column| Column::of(header_row.map_or("", |row| table.cell(row, column)), column, &sample))
        .collect();
    tell_actors_from_speakers(&mut columns);
    let shape = shape_of(&columns, &sample);
    suit(&mut columns, shape, &sample);
    let has = |wanted: Role| columns.iter().any(|column| column.role == wanted);
    let is_dated = has(Role::Date) || has(Role::Year);
    let complete = match shape {
        Shape::Events => is_dated && [Role::Title, Role::Lane, Role::Quote, Role::Kind].into_iter().any(has),
        Shape::Treaties => has(Role::Lane) && columns.iter().any(Column::is_event),
        Shape::Acts => {
            has(Role::Lane) && has(Role::Party) && (is_dated || columns.iter().any(Column::is_event))
        }
        Shape::Series => has(Role::Entity) && is_dated && has(Role::Value),
    };
    let is_sure = |column: &Column| column.role == Role::Keep || column.sure == 2 || column.is_told_by_cells;
    // A column that does not tell the day from the month is written as those that do, if these agree. Where each column
    // tells, nothing is laid down, so that the dialog can name the date that decided it.
    let has_open = columns.iter().any(|column| column.is_ambiguous);
    let mut told: Vec<bool> =
        columns.iter().filter(|column| column.holds_dates()).filter_map(|c| c.day_first).collect();
    told.dedup();
    let day_first = if let &[told] = told.as_slice() { has_open.then_some(told) } else { None };
    let is_open = has_open && day_first.is_none();
    let is_certain = header_row.is_some() && complete && !is_open && columns.iter().all(is_sure);
    let roles = columns.into_iter().map(|column| column.role).collect();
    Guess { mapping: Mapping { shape, header_row, roles, day_first }, is_certain }
}

/// The rows that are looked at.
struct Sample<'t> {
    table: &'t Table,
    from: usize,
}

impl<'t> Sample<'t> {
    fn cells(&self, column: usize) -> impl Iterator<Item = &'t str> + Clone {
        self.table.column(self.from, column).take(SAMPLE_ROWS).filter(|cell| !cell.is_empty())
    }

    /// Whether a name stands in more than one row.
    fn repeats(&self, column: usize) -> bool {
        let mut names: Vec<&str> = self.cells(column).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        all > 2 && names.len() * 4 < all * 3
    }
}

/// What is known of a column.
struct Column {
    index: usize,
    role: Role,
    /// How surely the header names the role: 2 as a whole, 1 by a part, 0 not at all.
    sure: u8,
    /// Whether the header may name the party that acted as well as the speaker.
    is_vague: bool,
    /// Whether what is in the cells fits the role only.
    is_told_by_cells: bool,
    /// The share of filled cells that are dates.
    dates: f32,
    /// The share of filled cells that are numbers.
    numbers: f32,
    /// Whether the day stands before the month; `None` where the cells do not tell.
    day_first: Option<bool>,
    /// Whether the order of day and month is open.
    is_ambiguous: bool,
}

impl Column {
    fn of(header: &str, index: usize, sample: &Sample<'_>) -> Self {
        let (role, sure) = role_of(header).unwrap_or((Role::Keep, 0));
        let cells = || sample.cells(index);
        let how = DateColumn::of(cells(), None, sample.table.is_1904);
        let share = |count: usize| count as f32 / cells().count().max(1) as f32;
        let is_date = |cell: &&str| is_likely_date(&how, cell);
        let is_number = |cell: &&str| cell.replace(',', ".").parse::<f64>().is_ok();
        // Where a figure is missing, a sign stands for it.
        let numbers = if cells().any(|cell| is_number(&cell)) {
            cells().filter(|cell| is_number(cell) || is_nothing(cell)).count()
        } else {
            0
        };
        let mut column = Self {
            index,
            role,
            sure,
            is_vague: role == Role::Speaker && is_vague_speaker(header, sure),
            is_told_by_cells: false,
            dates: share(cells().filter(is_date).count()),
            numbers: share(numbers),
            day_first: how.day_first,
            is_ambiguous: false,
        };
        // A header may promise what the cells do not hold.
        let needs_dates = matches!(column.role, Role::Date | Role::End | Role::Event(_));
        if needs_dates && column.dates < 0.5 && cells().next().is_some() {
            (column.role, column.sure) = (Role::Keep, 0);
        }
        let needs_numbers = matches!(column.role, Role::Year | Role::Month | Role::Day | Role::Value);
        if needs_numbers && column.numbers < 0.5 && cells().next().is_some() {
            (column.role, column.sure) = (Role::Keep, 0);
        }
        column.is_ambiguous =
            column.holds_dates() && cells().any(|cell| how.read(cell) == DateCell::Ambiguous);
        column
    }

    fn holds_dates(&self) -> bool {
        matches!(self.role, Role::Date | Role::End | Role::Event(_))
    }

    fn is_event(&self) -> bool {
        matches!(self.role, Role::Event(_))
    }
}

/// Whether a cell is a date that nobody would take for a figure: a number of days, or a year far from any treaty, may be
/// anything.
fn is_likely_date(how: &DateColumn, cell: &str) -> bool {
    let digits = cell.trim_end_matches(".0");
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return match digits.len() {
            4 => matches!(digits.parse(), Ok(1400..=2100)) || digits == "9999",
            5 => false,
            _ => !matches!(how.read(cell), DateCell::Unreadable),
        };
    }
    !matches!(how.read(cell), DateCell::Unreadable)
}

/// The row with the names of the columns: the first that fills most of them and has no date in it.
fn header_row(table: &Table) -> Option<usize> {
    let most = (0..table.rows().min(MAX_PREAMBLE + SAMPLE_ROWS)).map(|row| table.filled(row)).max()?;
    for row in 0..table.rows().min(MAX_PREAMBLE) {
        let cells =
            || (0..table.width()).map(|column| table.cell(row, column)).filter(|cell| !cell.is_empty());
        if table.filled(row) * 2 < most.max(2) {
            continue;
        }
        let known = cells().filter(|cell| role_of(cell).is_some_and(|(_, sure)| sure == 2)).count();
        let is_value = |cell: &str| {
            let is_date = matches!(DateColumn::default().read(cell), DateCell::Date(_) | DateCell::Ambiguous);
            is_date || cell.parse::<f64>().is_ok()
        };
        if known > 0 || !cells().any(is_value) {
            return Some(row);
        }
        // Rows of values without a header above.
        return None;
    }
    None
}

/// Makes "Who" the party that acted where another column is surely that of speakers, and a column without a role where
/// there is one of parties too.
fn tell_actors_from_speakers(columns: &mut [Column]) {
    if !columns.iter().any(|column| column.role == Role::Speaker && !column.is_vague) {
        return;
    }
    let mut has_party = columns.iter().any(|column| column.role == Role::Party);
    for column in columns.iter_mut().filter(|column| column.is_vague) {
        (column.role, column.sure) = if has_party { (Role::Keep, 0) } else { (Role::Party, column.sure) };
        has_party = true;
    }
}

/// What a row stands for.
fn shape_of(columns: &[Column], sample: &Sample<'_>) -> Shape {
    let find = |role: Role| columns.iter().find(|column| column.role == role);
    let events = columns.iter().filter(|column| column.is_event()).count();
    let dated = find(Role::Date).is_some() || find(Role::Year).is_some();
    let lane = find(Role::Lane).or_else(|| find(Role::FullName)).or_else(|| find(Role::Title));
    let has_words = [Role::Quote, Role::Kind].into_iter().any(|role| find(role).is_some());
    // "treaty, state, action, date": the acts have a column of their own.
    if lane.is_some()
        && find(Role::Party).is_some()
        && dated
        && events == 0
        // Acts have no words that were said with them.
        && find(Role::Quote).is_none()
        && let Some(kind) = find(Role::Kind)
    {
        let cells = || sample.cells(kind.index);
        let acts = cells().filter(|cell| kind_of(cell).is_some_and(|kind| kind.is_consent() || is_act(kind)));
        if acts.count() * 10 >= cells().count().max(1) * 6 {
            return Shape::Acts;
        }
    }
    if events > 0 && (events > 1 || find(Role::Date).is_none()) && lane.is_some() {
        let is_by_state = find(Role::Party).is_some() && lane.is_some_and(|lane| sample.repeats(lane.index));
        return if is_by_state { Shape::Acts } else { Shape::Treaties };
    }
    let has_entity = find(Role::Entity).or_else(|| find(Role::Party)).is_some();
    let figures = columns
        .iter()
        .filter(|column| matches!(column.role, Role::Keep | Role::Value) && column.numbers > 0.7);
    let has_text = [Role::Title, Role::Lane, Role::Summary].into_iter().any(|role| find(role).is_some());
    if has_entity && find(Role::Year).is_some() && figures.count() > 0 && !has_text && !has_words {
        return Shape::Series;
    }
    Shape::Events
}

/// Whether a kind of event is what one state does about a treaty.
fn is_act(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Signed
            | EventKind::EnteredIntoForce
            | EventKind::WithdrawalNotified
            | EventKind::WithdrawalEffective
    )
}

/// Makes the roles fit the shape, and each of them stand once.
fn suit(columns: &mut [Column], shape: Shape, sample: &Sample<'_>) {
    let has = |columns: &[Column], role: Role| columns.iter().any(|column| column.role == role);
    let rename = |columns: &mut [Column], from: Role, to: Role| {
        for column in columns.iter_mut().filter(|column| column.role == from) {
            column.role = to;
        }
    };
    match shape {
        Shape::Treaties | Shape::Acts => {
            if !has(columns, Role::Lane) {
                let name = if has(columns, Role::Title) { Role::Title } else { Role::FullName };
                rename(columns, name, Role::Lane);
            }
            rename(columns, Role::Title, Role::FullName);
            // "Beg" beside "Signature" and "Force" only repeats the earlier of them.
            let has_events = columns.iter().any(Column::is_event);
            if has_events {
                for role in [Role::Date, Role::Year, Role::Month, Role::Day] {
                    rename(columns, role, Role::Keep);
                }
            } else if shape == Shape::Treaties {
                rename(columns, Role::Date, Role::Event(EventKind::Signed));
            }
            // "End" and "Term" are two names of one thing: the column that says more stands.
            let ends = |column: &Column| {
                matches!(column.role, Role::Event(EventKind::Terminated | EventKind::Expired))
            };
            let filled = |column: &Column| {
                sample.cells(column.index).filter(|cell| !is_nothing(cell) && !is_still_open(cell)).count()
            };
            let end = columns.iter().filter(|column| column.role == Role::End).map(filled).max();
            let other = columns.iter().filter(|column| ends(column)).map(filled).max();
            if let (Some(end), Some(other)) = (end, other) {
                for column in columns.iter_mut() {
                    if (end >= other && ends(column)) || (end < other && column.role == Role::End) {
                        (column.role, column.sure) = (Role::Keep, 0);
                    }
                }
            }
        }
        Shape::Series => {
            if !has(columns, Role::Entity) {
                rename(columns, Role::Party, Role::Entity);
            }
            let is_coded =
                |column: &Column| sample.cells(column.index).all(|cell| cell.parse::<f64>().is_err());
            for column in
                columns.iter_mut().filter(|column| column.role == Role::Keep && column.numbers > 0.7)
            {
                if !is_coded(column) {
                    (column.role, column.is_told_by_cells) = (Role::Value, true);
                }
            }
        }
        Shape::Events => {
            for column in columns.iter_mut().filter(|column| column.is_event()) {
                // A single date of signing is the date of the row.
                column.role = Role::Date;
            }
            rename(columns, Role::Entity, Role::Lane);
            if !has(columns, Role::Date) && !has(columns, Role::Year) {
                let best =
                    columns.iter_mut().filter(|column| column.role == Role::Keep && column.dates > 0.7);
                if let Some(column) = best.max_by(|a, b| a.dates.total_cmp(&b.dates)) {
                    column.role = Role::Date;
                }
            }
            if !has(columns, Role::Title) && !has(columns, Role::Kind) && !has(columns, Role::Quote) {
                let mean = |column: &Column| {
                    let cells = sample.cells(column.index);
                    cells.clone().map(str::len).sum::<usize>() / cells.count().max(1)
                };
                let texts = columns
                    .iter_mut()
                    .filter(|column| column.role == Role::Keep && column.dates < 0.3 && column.numbers < 0.3);
                if let Some(column) = texts.max_by_key(|column| mean(column)) {
                    column.role = Role::Title;
                }
            }
        }
    }
    // Of two columns of one role the surer stands, or the first; dates and figures may be several.
    for index in 0..columns.len() {
        let Some(&Column { role, sure, .. }) = columns.get(index) else { continue };
        if matches!(role, Role::Keep | Role::Ignore | Role::Value | Role::Event(_)) {
            continue;
        }
        let rivals =
            columns.iter_mut().enumerate().filter(|(other, column)| *other != index && column.role == role);
        for (other, rival) in rivals {
            if rival.sure < sure || (rival.sure == sure && other > index) {
                (rival.role, rival.sure) = (Role::Keep, 0);
            }
        }
    }
}

#[cfg(test)]
#[path = "guess_test.rs"]
mod tests;
