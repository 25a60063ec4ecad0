//! The bar at the bottom: counts, the stretch of time in the window, and what is not right with the file.

use egui::{Panel, RichText};

use crate::diagnostics::{counted, summary};
use crate::domain::day_in_words;
use crate::session::{Action, Command};
use crate::timeline::{Ink, Scene};

use super::{Frame, theme};

/// Height of the bar.
const HEIGHT: f32 = 26.0;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let session = frame.session;
    let dataset = &session.world.dataset;
    let margin = theme::panel(egui::Margin::symmetric(12, 0));
    Panel::bottom("status bar").exact_size(HEIGHT).frame(margin).show(ui, |ui| {
        let muted = theme::colour(frame.palette, Ink::Muted);
        let small = |text: String| RichText::new(text).size(11.0).color(muted);
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 18.0;
            ui.spacing_mut().interact_size.y = 20.0;
            ui.label(small(format!(
                "{} · {} · {}",
                counted(dataset.treaties().len(), "treaty"),
                counted(dataset.events().len(), "event"),
                counted(dataset.statements().len(), "statement")
            )));
            ui.label(small(Scene::words_for_span(session.view.time)));
            let plot = session.window.width - Scene::heads_width(session.window);
            ui.label(small(points_in_words(session.view.time.span / f64::from(plot.max(1.0)))));
            if let Some(as_of) = &session.as_of {
                let counts = &as_of.counts;
                ui.label(small(format!(
                    "on {}: {} in force, {} suspended, {} signed, {} ended",
                    day_in_words(as_of.day),
                    counts.in_force,
                    counts.suspended,
                    counts.signed,
                    counts.ended
                )));
            }
            if let Some(notice) = &session.notice {
                ui.label(small(notice.clone()));
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let report =
                    session.refused.as_ref().map_or(&session.world.report, |refused| &refused.report);
                if report.problems.is_empty() {
                    return;
                }
                let button = egui::Button::new(small(summary(report))).frame(false);
                if ui.add(button).on_hover_text(Action::Problems.help()).clicked() {
                    commands.push(Command::Do(Action::Problems));
                }
            });
        });
    });
}

/// How much time one point of the window is.
fn points_in_words(secs: f64) -> String {
    match secs {
        s if s < 90.0 => format!("1 px = {s:.0} s"),
        s if s < 3600.0 => format!("1 px = {:.0} min", s / 60.0),
        s if s < 86_400.0 => format!("1 px = {:.1} hours", s / 3600.0),
        s if s < 10.0 * 86_400.0 => format!("1 px = {:.1} days", s / 86_400.0),
        s if s < 730.0 * 86_400.0 => format!("1 px = {:.0} days", s / 86_400.0),
        s => format!("1 px = {:.0} years", s / 31_556_952.0),
    }
}
