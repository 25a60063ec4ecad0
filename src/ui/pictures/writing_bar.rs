//! The progress of writing a picture, with a button to cancel.

use egui::{Panel, ProgressBar};

use crate::session::{Command, PicturesCommand};
use crate::ui::frame::Frame;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let Some(writing) = &frame.session.pictures.writing else { return };
    Panel::top("writing").show(ui, |ui| {
        ui.horizontal(|ui| {
            let strings = frame.strings();
            let words = match &writing.name {
                Some(name) => (strings.pictures.writing)(name),
                None => strings.pictures.copying.to_owned(),
            };
            ui.label(&words);
            let bar = ProgressBar::new(writing.share).desired_width(220.0).show_percentage();
            ui.add(bar).accessible_name(words);
            let cancel = &strings.pictures.cancel;
            if ui.button(cancel.name).clicked() {
                commands.push(Command::Pictures(PicturesCommand::Cancel));
            }
        });
    });
}
