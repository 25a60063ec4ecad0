//! The progress of loading a file, with a button to cancel.

use egui::{Panel, ProgressBar};

use crate::session::{Command, FilesCommand};
use crate::ui::frame::Frame;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let Some(loading) = &frame.session.files.loading else { return };
    Panel::top("loading").show(ui, |ui| {
        ui.horizontal(|ui| {
            let strings = frame.strings();
            ui.label((strings.files.opening)(&loading.name));
            let bar = ProgressBar::new(loading.share).desired_width(220.0).show_percentage();
            ui.add(bar).accessible_name((strings.files.progress_of)(&loading.name));
            if ui.button(strings.files.cancel.name).on_hover_text(strings.files.cancel.tooltip).clicked() {
                commands.push(Command::Files(FilesCommand::CancelLoad));
            }
        });
    });
}
