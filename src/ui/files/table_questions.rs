//! What can be said about a table that is being opened: its sheet, what a row is, the order of dates, the header, the roles.

use egui::RichText;

use crate::diagnostics::letters;
use crate::records::{OpenTable, Role, Shape};
use crate::session::{Command, FilesCommand, TableChange, TableToOpen};
use crate::timeline::Ink;
use crate::ui::frame::Frame;
use crate::ui::{describe, theme};

use super::role_menu;
use super::table_menu::{Entry, menu};

/// Longer names of columns and beginnings of rows are cut, in characters.
const MAX_NAME: usize = 60;

fn change(commands: &mut Vec<Command>, change: TableChange) {
    commands.push(Command::Files(FilesCommand::ChangeTable(change)));
}

/// Which sheet of the workbook is meant, where there are several.
pub(super) fn sheet(ui: &mut egui::Ui, frame: &Frame<'_>, table: &OpenTable, commands: &mut Vec<Command>) {
    if table.sheets.len() < 2 {
        return;
    }
    let name = (frame.strings().opening.sheet)(table.sheet + 1, table.sheets.len());
    let entries = || {
        let sheets = table.sheets.iter().enumerate();
        let entry = |(index, name): (usize, &String)| Entry {
            name: describe::first_words(name, MAX_NAME),
            choice: index,
            is_chosen: index == table.sheet,
        };
        sheets.map(entry).collect()
    };
    if let Some(sheet) = menu(ui, &name, &name, entries) {
        change(commands, TableChange::Sheet(sheet));
    }
}

/// The line of questions about the table as a whole.
pub(super) fn line(ui: &mut egui::Ui, frame: &Frame<'_>, open: &TableToOpen, commands: &mut Vec<Command>) {
    let texts = &frame.strings().opening;
    ui.horizontal_wrapped(|ui| {
        ui.label(texts.read_as);
        shape(ui, frame, &open.table, commands);
        dates(ui, frame, &open.table, commands);
        header(ui, frame, &open.table, commands);
        theme::outline_boxes(ui, frame.palette);
        let mut remembers = open.remembers;
        let has_header = open.table.mapping.header_row.is_some();
        let tick = ui.add_enabled(has_header, egui::Checkbox::new(&mut remembers, texts.remember.name));
        if tick.on_hover_text(texts.remember.tooltip).changed() {
            commands.push(Command::Files(FilesCommand::RememberTable(remembers)));
        }
    });
}

fn shape(ui: &mut egui::Ui, frame: &Frame<'_>, table: &OpenTable, commands: &mut Vec<Command>) {
    let language = frame.session.language();
    let shown = language.shape(table.mapping.shape);
    let name = format!("{} {shown}", frame.strings().opening.read_as);
    let entries = || {
        let entry = |shape: Shape| Entry {
            name: language.shape(shape).to_owned(),
            choice: shape,
            is_chosen: shape == table.mapping.shape,
        };
        Shape::ALL.map(entry).into()
    };
    if let Some(shape) = menu(ui, shown, &name, entries) {
        change(commands, TableChange::Shape(shape));
    }
}

/// How dates of numbers are read, where the table has any.
fn dates(ui: &mut egui::Ui, frame: &Frame<'_>, table: &OpenTable, commands: &mut Vec<Command>) {
    let texts = &frame.strings().opening;
    let Some(order) = &table.dates else { return };
    ui.label(texts.dates);
    let known = if order.is_open { None } else { order.day_first };
    let shown = match &order.decided_by {
        Some((row, date)) if !order.is_open => {
            format!("{}, {}", (texts.date_order)(known), (texts.decided_by)(*row, date))
        }
        _ => (texts.date_order)(known).to_owned(),
    };
    let entries = || {
        let said = table.mapping.day_first;
        let entry = |name: &str, day_first: Option<bool>| Entry {
            name: name.to_owned(),
            choice: day_first,
            is_chosen: day_first == said,
        };
        vec![
            entry(texts.as_columns_tell, None),
            entry((texts.date_order)(Some(true)), Some(true)),
            entry((texts.date_order)(Some(false)), Some(false)),
        ]
    };
    let name = format!("{} {shown}", texts.dates);
    if let Some(day_first) = menu(ui, &shown, &name, entries) {
        change(commands, TableChange::DayFirst(day_first));
    }
}

/// Which row has the names of the columns.
fn header(ui: &mut egui::Ui, frame: &Frame<'_>, table: &OpenTable, commands: &mut Vec<Command>) {
    let texts = &frame.strings().opening;
    let header_row = table.mapping.header_row;
    let number = |row: usize| table.first_lines.get(row).map_or(row + 1, |(number, _)| *number);
    let shown = header_row.map_or_else(|| texts.no_header.to_owned(), |row| (texts.header_in)(number(row)));
    let entries = || {
        let none = Entry { name: texts.no_header.to_owned(), choice: None, is_chosen: header_row.is_none() };
        let entry = |(row, (number, words)): (usize, &(usize, String))| Entry {
            name: (texts.row)(*number, &describe::first_words(words, MAX_NAME)),
            choice: Some(row),
            is_chosen: header_row == Some(row),
        };
        std::iter::once(none).chain(table.first_lines.iter().enumerate().map(entry)).collect()
    };
    if let Some(row) = menu(ui, &shown, &shown, entries) {
        change(commands, TableChange::HeaderRow(row));
    }
}

/// What a column is called: by its header, or else by its letter.
pub(super) fn column_name(table: &OpenTable, column: usize) -> String {
    match table.headers.get(column).map(String::as_str) {
        Some(header) if !header.is_empty() => describe::first_words(header, MAX_NAME),
        _ => letters(column),
    }
}

/// What a column holds.
pub(super) fn role(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    table: &OpenTable,
    column: usize,
    commands: &mut Vec<Command>,
) {
    let (language, texts) = (frame.session.language(), &frame.strings().opening);
    let held = table.mapping.roles.get(column).copied().unwrap_or(Role::Keep);
    let name = (texts.column)(&column_name(table, column), language.role(held));
    // In a table of treaties columns are mostly dates of events.
    let is_of_treaties = matches!(table.mapping.shape, Shape::Treaties | Shape::Acts);
    if let Some(role) = role_menu::show(ui, frame, held, &name, is_of_treaties) {
        change(commands, TableChange::Role(column, role));
    }
}

/// A text in the secondary colour that wraps.
pub(super) fn note(ui: &mut egui::Ui, frame: &Frame<'_>, text: String) {
    let text = RichText::new(text).size(12.0).color(theme::colour(frame.palette, Ink::Muted));
    ui.add(egui::Label::new(text).wrap());
}
