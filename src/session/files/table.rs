//! A table that is being opened: what each column holds is asked, with the timeline that comes of it beside.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostics::Report;
use crate::records::{OpenTable, ReadOptions, Role, Shape};
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::world::World;

/// A table whose columns a person is asked about.
#[derive(Debug)]
pub struct TableToOpen {
    /// Its file.
    pub path: PathBuf,
    /// Its headers and first rows, and what each column is taken for now.
    pub table: OpenTable,
    /// What comes of it when it is read so; `None` if nothing does.
    pub world: Option<Arc<World>>,
    /// What is not read, and why.
    pub report: Report,
    /// Whether it is being read again, since something about it was changed.
    pub is_reading: bool,
}

/// What a person says about a table that is being opened.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub(super) fn table_read(&mut self, mut read: TableToOpen) {
        self.files.loading = None;
        let is_asked = self.files.table.as_ref().is_some_and(|open| open.path == read.path);
        if let Some(world) =
            read.world.take_if(|_| read.table.is_certain && !is_asked && read.report.errors == 0)
        {
            self.finish_loading(world);
            let said = self.language().read_as(&read.table);
            self.status_message = Some(said);
            return;
        }
        read.is_reading = false;
        self.files.table = Some(read);
    }

    /// Asks again about the table that is open.
    pub(super) fn ask_about_table(&mut self) {
        let Some((path, table)) = self.world.path.clone().zip(self.world.table.clone()) else { return };
        let (world, report) = (Some(Arc::clone(&self.world)), self.world.report.clone());
        self.files.table = Some(TableToOpen { path, table, world, report, is_reading: false });
    }

    /// Reads the table again as a person has said.
    pub(super) fn change_table(&mut self, change: TableChange) -> Option<Effect> {
        let open = self.files.table.as_mut()?;
        let mapping = &mut open.table.mapping;
        let mut sheet = open.table.sheet;
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
            TableChange::Sheet(index) => (sheet, is_guessed) = (index, true),
        }
        open.is_reading = true;
        let mapping = (!is_guessed).then(|| mapping.clone());
        Some(Effect::Load(Some(open.path.clone()), ReadOptions { mapping, sheet: Some(sheet) }))
    }

    /// Opens the table as it is read now.
    pub(super) fn open_table(&mut self) -> Option<Effect> {
        let open = self.files.table.take()?;
        if let Some(world) = open.world {
            self.finish_loading(world);
        }
        open.is_reading.then_some(Effect::CancelLoad)
    }

    /// Leaves the table unopened.
    pub(super) fn leave_table(&mut self) -> Option<Effect> {
        self.files.table.take().and_then(|open| open.is_reading.then_some(Effect::CancelLoad))
    }
}
