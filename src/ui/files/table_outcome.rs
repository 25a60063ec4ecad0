//! What will be read of a table that is being opened, and what will not, with row and column.

use egui::RichText;

use crate::diagnostics::{Diagnostic, Severity};
use crate::records::{Role, Shape};
use crate::session::TableToOpen;
use crate::timeline::{Font, Ink};
use crate::ui::frame::Frame;
use crate::ui::{describe, theme, widgets};

use super::table_questions::{column_name, note};

/// More problems are counted, not listed: the list of problems has them all once the table is open.
const MAX_LISTED: usize = 40;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, open: &TableToOpen) {
    let texts = &frame.strings().opening;
    widgets::heading(ui, frame, texts.will_be_read);
    if open.is_reading {
        note(ui, frame, texts.reading.to_owned());
        return;
    }
    let said = if open.can_open() { outcome(frame, open) } else { texts.nothing.to_owned() };
    ui.add(egui::Label::new(RichText::new(said).font(theme::font(Font::Strong, 13.0))).wrap());
    if let Some(kept) = speakers_kept(frame, open) {
        note(ui, frame, kept);
    }
    if open.table.is_part {
        note(ui, frame, texts.first_rows_only.to_owned());
    }
    for problem in open.report.problems.iter().take(MAX_LISTED) {
        line(ui, frame, problem);
    }
    let all = open.report.errors + open.report.warnings;
    let listed = open.report.problems.len().min(MAX_LISTED);
    if all > listed {
        note(ui, frame, (frame.strings().files.not_listed)(all - listed));
    }
}

/// What is done with columns of speakers where there is no quotation; `None` where each row has one.
fn speakers_kept(frame: &Frame<'_>, open: &TableToOpen) -> Option<String> {
    let (table, mapping) = (&open.table, &open.table.mapping);
    if !matches!(mapping.shape, Shape::Events | Shape::Treaties | Shape::Acts) {
        return None;
    }
    let has_quotes = mapping.shape == Shape::Events && mapping.roles.contains(&Role::Quote);
    let columns = mapping.roles.iter().enumerate().filter(|(_, role)| role.is_of_quotation());
    let is_filled = |row: &[String], column: usize| row.get(column).is_some_and(|cell| !cell.is_empty());
    let quote = mapping.roles.iter().position(|&role| role == Role::Quote).filter(|_| has_quotes);
    let without_quote = |row: &&Vec<String>| !quote.is_some_and(|quote| is_filled(row, quote));
    let kept = columns.filter(|&(column, _)| {
        table.first_rows.iter().filter(without_quote).any(|row| is_filled(row, column))
    });
    let names: Vec<String> = kept.map(|(column, _)| column_name(table, column)).collect();
    (!names.is_empty()).then(|| (frame.strings().opening.speakers_kept)(&names.join(", "), has_quotes))
}

/// How many rows there are, and what comes of them.
fn outcome(frame: &Frame<'_>, open: &TableToOpen) -> String {
    let (strings, Some(world)) = (frame.strings(), &open.world) else { return String::new() };
    let dataset = &world.dataset;
    let lanes = dataset.treaties().len();
    let bulk = world.bulk.as_ref().map(crate::domain::BulkEvents::len);
    let has_treaties = bulk.is_none()
        && dataset.treaties().iter().any(|treaty| treaty.nature != crate::domain::Nature::Topic);
    let counts = [
        (lanes, if has_treaties { strings.terms.treaties } else { strings.terms.lanes }),
        (bulk.unwrap_or_else(|| dataset.events().len()), strings.terms.events),
        (dataset.statements().len(), strings.terms.statements),
        (dataset.parties().len(), strings.opening.parties),
        (dataset.series().len(), strings.opening.series),
    ];
    let what: Vec<String> = counts.into_iter().filter(|&(n, _)| n > 0).map(|(n, words)| words(n)).collect();
    (strings.opening.outcome)(open.table.rows, &what, open.table.left_out)
}

fn line(ui: &mut egui::Ui, frame: &Frame<'_>, problem: &Diagnostic) {
    let language = frame.session.language();
    let explanation = language.explain(&problem.problem);
    let place = problem.cell.as_ref().map(|cell| format!("{}: ", language.in_cell(cell)));
    let text = format!("{}{}", place.unwrap_or_default(), describe::short(&explanation.message));
    let ink = if problem.severity == Severity::Error { Ink::End } else { Ink::Suspended };
    let text = RichText::new(text).size(12.0).color(theme::colour(frame.palette, ink));
    let label = ui.add(egui::Label::new(text).wrap());
    if !explanation.help.is_empty() {
        label.on_hover_text(describe::short(&explanation.help));
    }
}
