//! The dialog about the program: its version, what it is, the open dataset, and its terms.

use egui::RichText;

use crate::session::{Action, Command};
use crate::timeline::Font;
use crate::ui::frame::Frame;
use crate::ui::{describe, theme, widgets};

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    ui.horizontal(|ui| {
        let version = (strings.commands.about_version)(env!("CARGO_PKG_VERSION"));
        ui.label(RichText::new(version).font(theme::font(Font::Strong, 14.0)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(strings.commands.close).clicked() {
                commands.push(Command::Do(Action::Escape));
            }
        });
    });
    ui.add(egui::Label::new(strings.commands.about_text).wrap());
    widgets::muted(ui, frame, describe::short(frame.session.world.dataset.title()));
}
