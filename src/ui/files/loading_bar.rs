//! The bar that shows how far a file is read, with a way to stop.

use egui::{Panel, ProgressBar};

use crate::session::{Command, FilesCommand};

use crate::ui::frame::Frame;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let Some(loading) = &frame.session.files.loading else { return };
    Panel::top("loading").show(ui, |ui| {
        ui.horizontal(|ui| {
            let words = frame.words();
            ui.label((words.opening)(&loading.name));
            let bar = ProgressBar::new(loading.share).desired_width(220.0).show_percentage();
            ui.add(bar).accessible_name((words.progress_of)(&loading.name));
            if ui.button(words.cancel.name).on_hover_text(words.cancel.help).clicked() {
                commands.push(Command::Files(FilesCommand::CancelLoad));
            }
        });
    });
}
