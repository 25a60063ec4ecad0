//! The bar that shows how far a file is read, with a way to stop.

use egui::{Panel, ProgressBar};

use crate::session::Command;

use super::Frame;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let Some(loading) = &frame.session.loading else { return };
    Panel::top("loading").show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(format!("Opening {}", loading.name));
            let bar = ProgressBar::new(loading.share).desired_width(220.0).show_percentage();
            ui.add(bar).accessible_name(format!("Progress of opening {}", loading.name));
            if ui.button("Cancel").on_hover_text("Stop opening; what is open stays open").clicked() {
                commands.push(Command::CancelLoad);
            }
        });
    });
}
