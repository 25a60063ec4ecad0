//! The menu of saved filters, with a field to save the present one.

use egui::RichText;

use crate::session::{Command, FilterCommand};
use crate::ui::describe;
use crate::ui::frame::Frame;

use super::chip;

/// Width of the menu.
const WIDTH: f32 = 260.0;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    chip::menu_button(ui, strings.filter.saved, strings.filter.saved, false, |ui| {
        entries(ui, frame, commands);
    });
}

fn entries(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, frame.strings());
    ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 40.0));
    for (index, saved) in session.filter.saved.iter().enumerate() {
        ui.horizontal(|ui| {
            let delete = egui::Button::new(RichText::new(strings.filter.delete).size(12.0));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let name = format!("{}: {}", strings.filter.delete, saved.name);
                if ui.add(delete).accessible_name(name).clicked() {
                    commands.push(Command::Filter(FilterCommand::DeleteSaved(index)));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let is_on = saved.filter == session.filter.active;
                    let button = egui::Button::selectable(is_on, describe::short(&saved.name).as_ref());
                    if ui.add(button.truncate()).accessible_name(saved.name.as_str()).clicked() {
                        commands.push(Command::Filter(FilterCommand::UseSaved(index)));
                        ui.close();
                    }
                });
            });
        });
    }
    if session.filter.active.is_empty() {
        return;
    }
    let id = egui::Id::unique("filter name");
    let mut name: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    ui.horizontal(|ui| {
        let field = egui::TextEdit::singleline(&mut name).hint_text(strings.filter.name).desired_width(150.0);
        let typed = ui.add(field).accessible_name(strings.filter.name);
        let entered = typed.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if (ui.button(strings.filter.save).clicked() || entered) && !name.trim().is_empty() {
            commands.push(Command::Filter(FilterCommand::Save(std::mem::take(&mut name))));
        }
    });
    ui.data_mut(|data| data.insert_temp(id, name));
}
