//! The list of what is wrong with a file: place, message, and what to do.

use egui::{Panel, RichText, ScrollArea};

use crate::diagnostics::{Problem, Severity};
use crate::session::{Action, Command, FilesCommand, WindowCommand};
use crate::timeline::{Face, Ink};

use crate::ui::{describe, frame::Frame, theme};

/// Height of one problem in the list: two lines of text.
const ROW_HEIGHT: f32 = 38.0;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let session = frame.session;
    if !session.files.problems_open {
        return;
    }
    let report = session.files.refused.as_ref().map_or(&session.world.report, |refused| &refused.report);
    let margin = theme::panel(egui::Margin::symmetric(12, 8));
    let panel = Panel::bottom("problems").resizable(true).default_size(220.0).size_range(96.0..=480.0);
    panel.frame(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            let words = frame.words();
            let summary = (words.problems)(report.errors, report.warnings);
            let title = match &session.files.refused {
                Some(_) => (words.was_not_opened)(&report.file, &summary),
                None => format!("{}: {summary}", report.file),
            };
            ui.label(RichText::new(title).font(theme::font(Face::Strong, 13.0)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.button(words.close_problems.name).on_hover_text(words.close_problems.help).clicked() {
                    commands.push(Command::Do(Action::Escape));
                }
                if ui.button(words.copy_all.name).on_hover_text(words.copy_all.help).clicked() {
                    commands.push(Command::Window(WindowCommand::Copy(
                        report.to_string(),
                        words.notices.problems_copied.to_owned(),
                    )));
                }
                partial_button(ui, frame, commands);
            });
        });
        if session.files.refused.is_some() {
            ui.label(frame.words().stays_open);
        }
        ui.separator();
        let rows = report.problems.len() + usize::from(report.unlisted() > 0);
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW_HEIGHT, rows, |ui, range| {
            for i in range {
                match report.problems.get(i) {
                    Some(problem) => row(ui, frame, problem),
                    None => drop(ui.label((frame.words().not_listed)(report.unlisted()))),
                }
            }
        });
    });
}

fn partial_button(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let partial = frame.session.files.refused.as_ref().and_then(|refused| refused.partial.as_ref());
    let Some(partial) = partial else { return };
    let dataset = &partial.dataset;
    let words = frame.words();
    let what = format!(
        "{}, {}, {}",
        (words.treaties)(dataset.treaties().len()),
        (words.events)(dataset.events().len()),
        (words.statements)(dataset.statements().len())
    );
    let help = (words.open_rest_help)(&what);
    if ui.button(words.open_rest).on_hover_text(help).clicked() {
        commands.push(Command::Files(FilesCommand::OpenPartial));
    }
}

fn row(ui: &mut egui::Ui, frame: &Frame<'_>, problem: &Problem) {
    let ink = |ink| theme::colour(frame.palette, ink);
    let said = frame.words();
    let (severity, severity_word) = match problem.severity {
        Severity::Error => (Ink::End, said.error),
        Severity::Warning => (Ink::Suspended, said.warning),
    };
    let place = match problem.line {
        0 => String::new(),
        line => (said.place)(line, problem.column.max(1)),
    };
    let response = ui
        .allocate_ui(egui::vec2(ui.available_width(), ROW_HEIGHT), |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.horizontal(|ui| {
                ui.label(
                    RichText::new(severity_word).font(theme::font(Face::Strong, 12.0)).color(ink(severity)),
                );
                let message = format!("{place}{}", describe::short(&problem.message));
                ui.add(egui::Label::new(message).truncate());
            });
            let help = if problem.help.is_empty() { problem.code } else { &problem.help };
            let help = RichText::new(describe::short(help)).size(12.0).color(ink(Ink::Muted));
            ui.add(egui::Label::new(help).truncate());
        })
        .response;
    response.on_hover_text(problem.to_string());
}
