//! The problems in a file: where, what, and what to do about it.

use egui::{Panel, RichText, Role, ScrollArea, WidgetInfo};

use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::session::{Action, Command, FilesCommand, WindowCommand};
use crate::timeline::{Font, Ink};
use crate::ui::bottom_panels::MIN_PLOT;
use crate::ui::frame::Frame;
use crate::ui::{describe, theme};

use super::problem_position;

/// Height of a problem: two lines of text.
const ROW_HEIGHT: f32 = 38.0;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let session = frame.session;
    if !session.files.problems_open {
        return;
    }
    let report = session.listed_report();
    let margin = theme::panel(egui::Margin::symmetric(12, 8));
    // The toggles and the plot keep their room.
    let most = (ui.available_height() - MIN_PLOT - 28.0).clamp(96.0, 480.0);
    let panel = Panel::bottom("problems").resizable(true).default_size(220.0).size_range(96.0..=most);
    panel.frame(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            let strings = frame.strings();
            let summary = (strings.files.problems)(report.errors, report.warnings);
            let title = match &session.files.refused {
                Some(_) => (strings.files.not_opened)(&report.file, &summary),
                None => format!("{}: {summary}", report.file),
            };
            ui.label(RichText::new(title).font(theme::font(Font::Strong, 13.0)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui
                    .button(strings.files.close_problems.name)
                    .on_hover_text(strings.files.close_problems.tooltip)
                    .clicked()
                {
                    commands.push(Command::Do(Action::Escape));
                }
                if ui
                    .button(strings.files.copy_all.name)
                    .on_hover_text(strings.files.copy_all.tooltip)
                    .clicked()
                {
                    commands.push(Command::Window(WindowCommand::Copy(
                        report.render(session.language()),
                        strings.files.problems_copied.to_owned(),
                    )));
                }
                partial_button(ui, frame, commands);
            });
        });
        if session.files.refused.is_some() {
            ui.label(frame.strings().files.stays_open);
        }
        ui.separator();
        if let Some(place) = &session.files.place {
            return problem_position::show(ui, frame, place, commands);
        }
        let rows = report.problems.len() + usize::from(report.unlisted() > 0);
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW_HEIGHT, rows, |ui, range| {
            for i in range {
                match report.problems.get(i) {
                    Some(problem) => row(ui, frame, (i, problem), commands),
                    None => drop(ui.label((frame.strings().files.not_listed)(report.unlisted()))),
                }
            }
        });
    });
}

fn partial_button(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let partial = frame.session.files.refused.as_ref().and_then(|refused| refused.partial.as_ref());
    let Some(partial) = partial else { return };
    let dataset = &partial.dataset;
    let strings = frame.strings();
    let what = format!(
        "{}, {}, {}",
        (strings.terms.treaties)(dataset.treaties().len()),
        (strings.terms.events)(dataset.events().len()),
        (strings.terms.statements)(dataset.statements().len())
    );
    let help = (strings.files.open_rest_help)(&what);
    if ui.button(strings.files.open_rest).on_hover_text(help).clicked() {
        commands.push(Command::Files(FilesCommand::OpenPartial));
    }
}

fn row(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    (index, problem): (usize, &Diagnostic),
    commands: &mut Vec<Command>,
) {
    let ink = |ink| theme::colour(frame.palette, ink);
    let (strings, language) = (frame.strings(), frame.session.language());
    let (severity, severity_word) = match problem.severity {
        Severity::Error => (Ink::End, strings.files.error),
        Severity::Warning => (Ink::Suspended, strings.files.warning),
    };
    let position = match (&problem.cell, problem.line) {
        (Some(cell), _) => format!("{}: ", language.in_cell(cell)),
        (None, 0) => String::new(),
        (None, line) => (strings.files.position)(line, problem.column.max(1)),
    };
    let explanation = language.explain(&problem.problem);
    let response = ui
        .allocate_ui(egui::vec2(ui.available_width(), ROW_HEIGHT), |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.horizontal(|ui| {
                if let Some(position) = problem_position::position(frame, problem) {
                    show_button(ui, frame, (index, &position), commands);
                }
                ui.label(
                    RichText::new(severity_word).font(theme::font(Font::Strong, 12.0)).color(ink(severity)),
                );
                let message = format!("{position}{}", describe::short(&explanation.message));
                ui.add(egui::Label::new(message).truncate());
            });
            let help = if explanation.help.is_empty() { problem.code } else { &explanation.help };
            let help = RichText::new(describe::short(help)).size(12.0).color(ink(Ink::Muted));
            ui.add(egui::Label::new(help).truncate());
        })
        .response;
    response.on_hover_ui(|ui| {
        let rule = Rule::with_code(problem.code).map_or("", |rule| language.rule(rule));
        ui.set_max_width(ui.spacing().tooltip_width);
        ui.label(format!("{}{rule}", problem.render(language)));
    });
}

/// The button that shows the place of a problem in its file.
fn show_button(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    (index, position): (usize, &str),
    commands: &mut Vec<Command>,
) {
    let strings = &frame.strings().files;
    let response = ui.small_button(strings.show_place.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, (strings.show_place_at)(position)));
    if response.on_hover_text(strings.show_place.tooltip).clicked() {
        commands.push(Command::Files(FilesCommand::ShowPlace(index)));
    }
}
