//! The first rows of a table that is being opened, with a menu over each column that says what it holds.

use egui::RichText;
use egui_extras::{Column, TableBuilder};

use crate::records::OpenTable;
use crate::session::Command;
use crate::timeline::{Font, Ink};
use crate::ui::frame::Frame;
use crate::ui::tables::accessible;
use crate::ui::widgets::{button_width, show_scroll_bars, text_width};
use crate::ui::{describe, theme};

use super::table_questions::{column_name, note, role};

/// Height of a row.
const ROW: f32 = 22.0;
/// Height of the row of menus.
const MENUS: f32 = 30.0;
/// More columns are not shown.
const MAX_COLUMNS: usize = 60;
/// The widest a column is, in points.
const MAX_WIDTH: f32 = 220.0;
/// Of this many rows the widest cell makes the width of the column.
const MEASURED_ROWS: usize = 12;
/// Longer cells are cut, in characters.
const MAX_CELL: usize = 80;

pub(super) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    table: &OpenTable,
    height: f32,
    commands: &mut Vec<Command>,
) {
    let columns = table.headers.len().min(MAX_COLUMNS);
    let texts = &frame.strings().opening;
    let has_header = table.mapping.header_row.is_some();
    let rows = table.first_rows.len() + usize::from(has_header);
    ui.scope(|ui| {
        show_scroll_bars(ui, frame);
        egui::ScrollArea::horizontal().id_salt("first rows").auto_shrink([false, true]).show(ui, |ui| {
            accessible::table(ui, texts.first_rows, [rows, columns], |ui| {
                grid(ui, frame, table, [rows, columns], height, commands);
            });
        });
    });
    let more_rows = table.rows.saturating_sub(table.first_rows.len());
    let more_columns = table.headers.len() - columns;
    let more = [
        (more_rows > 0).then(|| (texts.more_rows)(more_rows)),
        (more_columns > 0).then(|| (texts.more_columns)(more_columns)),
    ];
    let more: Vec<String> = more.into_iter().flatten().collect();
    if !more.is_empty() {
        note(ui, frame, more.join(" · "));
    }
}

fn grid(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    table: &OpenTable,
    [rows, columns]: [usize; 2],
    height: f32,
    commands: &mut Vec<Command>,
) {
    let widths: Vec<f32> = (0..columns).map(|column| width(ui, frame, table, column)).collect();
    let mut builder = TableBuilder::new(ui)
        .id_salt("first rows")
        .striped(false)
        .auto_shrink([false, true])
        .min_scrolled_height(0.0)
        .max_scroll_height((height - MENUS).max(2.0 * ROW))
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center));
    for width in widths {
        builder = builder.column(Column::exact(width).clip(true));
    }
    let body = builder.header(MENUS, |mut header| {
        let mut cells = accessible::Row::of_headings();
        for column in 0..columns {
            header.col(|ui| {
                cells.heading(ui, None);
                role(ui, frame, table, column, commands);
            });
        }
    });
    let has_header = table.mapping.header_row.is_some();
    body.body(|body| {
        body.rows(ROW, rows, |mut row| {
            let index = row.index();
            let mut cells = accessible::Row::new(index, false);
            let texts = if has_header && index == 0 {
                Some(&table.headers)
            } else {
                table.first_rows.get(index - usize::from(has_header))
            };
            for column in 0..columns {
                row.col(|ui| {
                    cells.cell(ui);
                    let text = texts.and_then(|texts| texts.get(column)).map_or("", String::as_str);
                    let shown = describe::first_words(text, MAX_CELL);
                    let shown = if has_header && index == 0 {
                        RichText::new(shown).font(theme::font(Font::Strong, 12.0))
                    } else {
                        RichText::new(shown).size(12.0).color(theme::colour(frame.palette, Ink::Text))
                    };
                    ui.add(egui::Label::new(shown).truncate().selectable(false));
                });
            }
        });
    });
}

/// The width that a column needs for its menu and its first cells.
fn width(ui: &egui::Ui, frame: &Frame<'_>, table: &OpenTable, column: usize) -> f32 {
    let held = table.mapping.roles.get(column).copied().unwrap_or(crate::records::Role::Keep);
    let menu = button_width(ui, frame.session.language().role(held)) + 26.0;
    let font = theme::font(Font::Text, 12.0);
    let cells = table.first_rows.iter().take(MEASURED_ROWS).filter_map(|row| row.get(column));
    let widest = cells
        .map(|cell| text_width(ui, &describe::first_words(cell, MAX_CELL), font.clone()))
        .fold(text_width(ui, &column_name(table, column), theme::font(Font::Strong, 12.0)), f32::max);
    (widest + 8.0).min(MAX_WIDTH).max(menu)
}
