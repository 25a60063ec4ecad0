//! A table that is being opened: what each column holds is asked, with the timeline that comes of it beside.

use std::sync::Arc;

use crate::diagnostics::Report;
use crate::records::{Extent, KnownTable, OpenTable, ReadOptions, Role, Shape};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::law::statuses::Statuses;
use crate::session::layers::load_purpose::LoadPurpose;
use crate::session::world::World;

use super::origin::TableOrigin;

/// Maximum number of tables whose columns are remembered.
pub(in crate::session) const MAX_KNOWN_TABLES: usize = 100;
/// Tables with more columns are not remembered.
const MAX_COLUMNS: usize = 400;

impl TableOrigin {
    /// Reads it again.
    fn load(&self, options: ReadOptions) -> Effect {
        match self {
            Self::File(path) => Effect::Load(Some(path.clone()), options),
            Self::Memory(name, bytes) => Effect::LoadBytes(name.clone(), Arc::clone(bytes), options),
        }
    }
}

/// A table whose columns a person is asked about.
#[derive(Debug)]
pub struct TableToOpen {
    /// Where it is.
    pub origin: TableOrigin,
    /// Its headers and first rows, and what each column is taken for now.
    pub table: OpenTable,
    /// What comes of it when it is read so; `None` if nothing does.
    pub world: Option<Arc<World>>,
    /// The legal status of its treaties today.
    pub statuses: Option<Statuses>,
    /// What is not read, and why.
    pub report: Report,
    /// Whether it is being read again, since something about it was changed.
    pub is_reading: bool,
    /// Whether it is opened as soon as it is read again.
    pub opens: bool,
    /// Whether tables with the same columns are read in the same way from now on.
    pub remembers: bool,
}

impl TableToOpen {
    /// A table that was read.
    pub fn new(origin: TableOrigin, table: OpenTable, world: Option<Arc<World>>, report: Report) -> Self {
        Self {
            origin,
            table,
            world,
            statuses: None,
            report,
            is_reading: false,
            opens: false,
            remembers: true,
        }
    }

    /// Whether there is anything to open.
    pub fn can_open(&self) -> bool {
        self.world
            .as_ref()
            .is_some_and(|world| !world.dataset.treaties().is_empty() || !world.dataset.series().is_empty())
    }
}

/// What a person says about a table that is being opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableChange {
    /// A column, counted from 0, holds this.
    Role(usize, Role),
    /// A row stands for this.
    Shape(Shape),
    /// The names of the columns are in this row; in none if absent.
    HeaderRow(Option<usize>),
    /// The day stands before the month, or behind it; the columns decide if absent.
    DayFirst(Option<bool>),
    /// This sheet of the workbook is meant, counted from 0.
    Sheet(usize),
}

impl Session {
    /// Asks about the columns of a table, or opens it at once where nothing is to be asked.
    pub(super) fn table_read(&mut self, mut read: TableToOpen) -> Option<Effect> {
        self.files.loading = None;
        let asked = self.files.table.take().filter(|asked| asked.origin == read.origin);
        if let Some(asked) = &asked {
            read.remembers = asked.remembers;
        }
        let is_opened = match &asked {
            Some(asked) => asked.opens && read.can_open(),
            None => read.table.is_certain && read.report.errors == 0 && read.world.is_some(),
        };
        if is_opened {
            if asked.is_some() {
                self.remember_table(&read);
            }
            return self.open_read_table(read);
        }
        read.statuses = read.world.as_ref().map(|world| Statuses::of_today(&world.dataset, self.today));
        self.ask_about(read);
        None
    }

    /// Asks again about the table that is open.
    pub(in crate::session) fn ask_about_table(&mut self) {
        // Of several files, the first is asked about.
        let first = self.world.layers.first();
        self.files.purpose = first.map_or(LoadPurpose::Open, |file| LoadPurpose::Replace(file.number));
        let world = Arc::clone(first.map_or(&self.world, |file| &file.world));
        let Some(table) = world.table.clone() else { return };
        let origin = match (&world.path, &world.bytes) {
            (Some(path), _) => TableOrigin::File(path.clone()),
            (None, Some(bytes)) => TableOrigin::Memory(world.name.clone(), Arc::clone(bytes)),
            (None, None) => return,
        };
        let report = world.report.clone();
        let mut open = TableToOpen::new(origin, table, Some(world), report);
        open.statuses = open.world.as_ref().map(|world| Statuses::of_today(&world.dataset, self.today));
        self.ask_about(open);
    }

    fn ask_about(&mut self, open: TableToOpen) {
        // A question about unsaved work stays, and is answered first.
        self.overlay.take_if(|overlay| overlay.closes_on_other_command());
        self.close_search();
        self.files.table = Some(open);
    }

    /// Reads the table again as a person has said.
    pub(super) fn change_table(&mut self, change: TableChange) -> Option<Effect> {
        let known = self.settings.preferences.known_tables.clone();
        let open = self.files.table.as_mut()?;
        let mapping = &mut open.table.mapping;
        let mut is_guessed = false;
        match change {
            TableChange::Role(column, role) => {
                if mapping.roles.len() <= column {
                    mapping.roles.resize(column + 1, Role::Keep);
                }
                // Most roles only one column can have; the one that had it is kept as it is.
                if !matches!(role, Role::Keep | Role::Ignore | Role::Value | Role::Event(_)) {
                    for held in mapping.roles.iter_mut().filter(|held| **held == role) {
                        *held = Role::Keep;
                    }
                }
                mapping.roles[column] = role;
            }
            TableChange::Shape(shape) => mapping.shape = shape,
            TableChange::HeaderRow(row) => mapping.header_row = row,
            TableChange::DayFirst(day_first) => mapping.day_first = day_first,
            TableChange::Sheet(index) => (open.table.sheet, is_guessed) = (index, true),
        }
        open.is_reading = true;
        let mapping = (!is_guessed).then(|| mapping.clone());
        let is_table = matches!(open.origin, TableOrigin::Memory(..));
        let sheet = Some(open.table.sheet);
        let extent = if open.table.is_part { Extent::FirstRows } else { Extent::UntilAsked };
        Some(open.origin.load(ReadOptions { mapping, headers: None, sheet, is_table, known, extent }))
    }

    /// Remembers the table's columns when it is opened, or not.
    pub(super) fn set_remembers_table(&mut self, remembers: bool) {
        if let Some(open) = &mut self.files.table {
            open.remembers = remembers;
        }
    }

    /// Opens the table as it is read now; if it is being read again, or only its first rows were, as soon as that is done.
    pub(super) fn open_table(&mut self) -> Option<Effect> {
        let mut open = self.files.table.take()?;
        if open.table.is_part {
            (open.is_reading, open.opens) = (true, true);
            let options = ReadOptions {
                mapping: Some(open.table.mapping.clone()),
                sheet: Some(open.table.sheet),
                is_table: matches!(open.origin, TableOrigin::Memory(..)),
                ..ReadOptions::default()
            };
            let effect = open.origin.load(options);
            self.files.table = Some(open);
            return Some(effect);
        }
        if open.is_reading {
            open.opens = true;
            self.files.table = Some(open);
        } else if open.can_open() {
            self.remember_table(&open);
            return self.open_read_table(open);
        } else {
            self.files.table = Some(open);
        }
        None
    }

    /// Leaves the table unopened.
    pub(in crate::session) fn leave_table(&mut self) -> Option<Effect> {
        let open = self.files.table.take()?;
        self.files.waiting.clear();
        open.is_reading.then_some(Effect::CancelLoad)
    }

    /// The table cannot be read in the way that was asked for: the question stays, with the problems. False if no table
    /// is being read again.
    pub(super) fn refuse_table(&mut self, report: &Report) -> bool {
        let Some(open) = self.files.table.as_mut().filter(|open| open.is_reading) else { return false };
        (open.is_reading, open.opens) = (false, false);
        (open.world, open.statuses, open.report) = (None, None, report.clone());
        (open.table.headers, open.table.first_rows) = (Vec::new(), Vec::new());
        (open.table.first_lines, open.table.dates) = (Vec::new(), None);
        (open.table.rows, open.table.left_out) = (0, 0);
        true
    }

    /// Opens what was read of a table, and says what it was taken for.
    fn open_read_table(&mut self, read: TableToOpen) -> Option<Effect> {
        let is_new = read.world.as_ref().is_some_and(|world| !Arc::ptr_eq(world, &self.world));
        let effect = read.world.filter(|_| is_new).and_then(|world| self.finish_loading(world));
        self.status_message = Some(self.language().read_as(&read.table));
        effect
    }

    /// Whether the message says what the open table was read as, perhaps with more behind it.
    pub fn says_how_table_was_read(&self) -> bool {
        let (Some(table), Some(message)) = (&self.world.table, &self.status_message) else { return false };
        message.starts_with(&self.language().read_as(table))
    }

    /// Remembers how tables with these columns are read, or forgets it.
    fn remember_table(&mut self, open: &TableToOpen) {
        let OpenTable { headers, mapping, .. } = &open.table;
        let known = &mut self.settings.preferences.known_tables;
        known.retain(|known| known.headers != *headers);
        let has_header = mapping.header_row.is_some() && headers.iter().any(|header| !header.is_empty());
        if open.remembers && has_header && headers.len() <= MAX_COLUMNS {
            known.insert(0, KnownTable { headers: headers.clone(), mapping: mapping.clone() });
            known.truncate(MAX_KNOWN_TABLES);
        }
    }
}
