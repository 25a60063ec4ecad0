//! The place of a problem in its file: the row of a table with its header and its neighbours, or the lines around it.

use egui::text::LayoutJob;
use egui::{RichText, ScrollArea, TextFormat};
use egui_extras::{Column, TableBuilder};

use crate::diagnostics::{Diagnostic, Surroundings, letters};
use crate::session::{Command, FilePosition, FilesCommand};
use crate::timeline::{Font, Ink};
use crate::ui::frame::Frame;
use crate::ui::tables::accessible;
use crate::ui::widgets::text_width;
use crate::ui::{describe, theme};

/// Height of a row.
const ROW: f32 = 22.0;
/// Width of the column with the numbers of rows.
const NUMBERS: f32 = 56.0;
/// The widest a column is, in points.
const MAX_WIDTH: f32 = 240.0;
/// Size of the text of lines.
const SIZE: f32 = 12.0;

/// Where a problem is, in words: its row and column in a table, or its line; nothing if it is about the whole file.
pub(super) fn position(frame: &Frame<'_>, problem: &Diagnostic) -> Option<String> {
    match (&problem.cell, problem.line) {
        (Some(cell), _) => Some(frame.session.language().in_cell(cell)),
        (None, 0) => None,
        (None, line) => Some((frame.strings().files.in_line)(line)),
    }
}

/// Shows the place, with a way back to the list.
pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, place: &FilePosition, commands: &mut Vec<Command>) {
    let strings = &frame.strings().files;
    let position = position(frame, &place.problem).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        let back = strings.back_to_problems;
        if ui.button(back.name).on_hover_text(back.tooltip).clicked() {
            commands.push(Command::Files(FilesCommand::ClosePlace));
        }
        let explanation = frame.session.language().explain(&place.problem.problem);
        ui.label(format!("{position}: {}", describe::short(&explanation.message)));
    });
    ui.add_space(4.0);
    match &place.around {
        Surroundings::Lines { first, lines, marked } => {
            ScrollArea::both().id_salt("lines of a file").auto_shrink(false).show(ui, |ui| {
                let text = job(frame, *first, lines, *marked);
                ui.add(egui::Label::new(text).extend());
            });
        }
        Surroundings::Rows { headers, first_column, rows, marked } => {
            let name = (strings.rows_around)(&position);
            ScrollArea::horizontal().id_salt("rows of a file").auto_shrink(false).show(ui, |ui| {
                let columns = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
                accessible::table(ui, &name, [rows.len(), columns + 1], |ui| {
                    grid(ui, frame, (headers, *first_column), rows, (columns, *marked));
                });
            });
        }
    }
}

type Rows = [(usize, Vec<String>)];

fn grid(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    (headers, first_column): (&[String], usize),
    rows: &Rows,
    (columns, (marked_row, marked_column)): (usize, (usize, Option<usize>)),
) {
    let header = |column: usize| match headers.get(column).map(|header| header.trim()) {
        Some(header) if !header.is_empty() => header.to_owned(),
        _ => letters(first_column + column),
    };
    let strong = theme::font(Font::Strong, SIZE);
    let widths: Vec<f32> = (0..columns)
        .map(|column| {
            let cells = rows.iter().filter_map(|(_, cells)| cells.get(column));
            let widest = cells.map(|cell| text_width(ui, &describe::short(cell), strong.clone()));
            (widest.fold(text_width(ui, &header(column), strong.clone()), f32::max) + 12.0).min(MAX_WIDTH)
        })
        .collect();
    let mut builder = TableBuilder::new(ui)
        .id_salt("rows of a file")
        .striped(false)
        .auto_shrink([false, true])
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Column::exact(NUMBERS));
    for width in widths {
        builder = builder.column(Column::exact(width).clip(true));
    }
    let muted = theme::colour(frame.palette, Ink::Muted);
    let body = builder.header(ROW, |mut row| {
        let mut cells = accessible::Row::of_headings();
        row.col(|ui| {
            cells.heading(ui, None);
            ui.label(RichText::new(frame.strings().files.row_number).size(SIZE).color(muted));
        });
        for column in 0..columns {
            row.col(|ui| {
                cells.heading(ui, None);
                let name = RichText::new(header(column)).font(strong.clone());
                ui.add(egui::Label::new(name).truncate().selectable(false));
            });
        }
    });
    body.body(|body| {
        body.rows(ROW, rows.len(), |mut row| {
            let index = row.index();
            let Some((number, texts)) = rows.get(index) else { return };
            let is_marked_row = index == marked_row;
            let mut cells = accessible::Row::new(index, is_marked_row);
            row.col(|ui| {
                cells.cell(ui);
                let text = RichText::new(number.to_string()).size(SIZE);
                let text = if is_marked_row { text.strong() } else { text.color(muted) };
                ui.label(text);
            });
            for column in 0..columns {
                let is_marked = is_marked_row && marked_column.is_none_or(|marked| marked == column);
                row.col(|ui| {
                    cells.cell(ui);
                    if is_marked {
                        mark(ui, frame);
                    }
                    let text = texts.get(column).map_or("", String::as_str);
                    let text = RichText::new(describe::short(text)).size(SIZE);
                    let text = if is_marked { text.strong() } else { text };
                    ui.add(egui::Label::new(text).truncate().selectable(false));
                });
            }
        });
    });
}

/// Marks the cell that is being filled: by its ground and by a frame, since neither colour alone is enough.
fn mark(ui: &egui::Ui, frame: &Frame<'_>) {
    let ink = theme::colour(frame.palette, Ink::End);
    let rect = ui.max_rect().shrink(1.0);
    ui.painter().rect(
        rect,
        2.0,
        ink.gamma_multiply(0.15),
        egui::Stroke::new(1.0, ink),
        egui::StrokeKind::Inside,
    );
}

/// The lines with their numbers, and what is marked in one of them.
fn job(
    frame: &Frame<'_>,
    first: usize,
    lines: &[String],
    (marked_line, before, width): (usize, usize, usize),
) -> LayoutJob {
    let ink = |ink| theme::colour(frame.palette, ink);
    let font = egui::FontId::monospace(SIZE);
    let plain = TextFormat::simple(font.clone(), ink(Ink::Text));
    let number = TextFormat::simple(font.clone(), ink(Ink::Muted));
    let end = ink(Ink::End);
    let marked = TextFormat {
        background: end.gamma_multiply(0.15),
        underline: egui::Stroke::new(1.5, end),
        ..TextFormat::simple(font, ink(Ink::Text))
    };
    let digits = (first + lines.len()).to_string().len();
    let mut job = LayoutJob::default();
    for (index, line) in lines.iter().enumerate() {
        let is_marked = index == marked_line;
        let sign = if is_marked { '>' } else { ' ' };
        job.append(&format!("{sign}{:digits$}  ", first + index), 0.0, number.clone());
        let shown: Vec<char> =
            line.chars().map(|c| if crate::diagnostics::hides_text(c) { '\u{fffd}' } else { c }).collect();
        let part = |range: std::ops::Range<usize>| {
            let end = range.end.min(shown.len());
            shown.get(range.start.min(end)..end).unwrap_or_default().iter().collect::<String>()
        };
        if is_marked && width > 0 {
            job.append(&part(0..before), 0.0, plain.clone());
            job.append(&part(before..before + width), 0.0, marked.clone());
            job.append(&part(before + width..shown.len()), 0.0, plain.clone());
        } else {
            job.append(&part(0..shown.len()), 0.0, plain.clone());
        }
        if index + 1 < lines.len() {
            job.append("\n", 0.0, plain.clone());
        }
    }
    job
}
