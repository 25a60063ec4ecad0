//! The list of the parties of the dataset, which have no details of their own: a click opens the form of one.

use egui::{Button, RichText, ScrollArea, WidgetInfo};

use crate::domain::PartyId;
use crate::records::RecordList;
use crate::session::{Action, Command, EditingCommand};
use crate::timeline::Font;
use crate::ui::frame::Frame;
use crate::ui::{describe, theme};

/// Height of a row, in points.
const ROW: f32 = 26.0;
/// Maximum height of the list, in points.
const HEIGHT: f32 = 320.0;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (strings, dataset) = (frame.strings(), &frame.session.world.dataset);
    let title = Action::EditParties.label(strings).name.trim_end_matches('…');
    ui.label(RichText::new(title).font(theme::font(Font::Strong, 14.0)));
    ui.add_space(theme::GRID);
    let count = dataset.parties().len();
    let most = HEIGHT.min(ui.ctx().content_rect().height() - 220.0).max(ROW);
    let height = (count as f32 * ROW).min(most);
    let area =
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, ROW, count, |ui, rows| {
        for id in rows.map(PartyId::new) {
            let party = dataset.party(id);
            let button = Button::new(describe::short(&party.name)).frame_when_inactive(false).truncate();
            let button = button.min_size(egui::vec2(ui.available_width(), ROW));
            let response = ui.add(button.right_text(RichText::new(&*party.key).weak()));
            let name = (strings.editing.edit_party)(&party.name);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
            if response.clicked() {
                let edit = EditingCommand::Edit(RecordList::Parties, party.key.to_string());
                commands.push(Command::Editing(edit));
            }
        }
    });
    ui.add_space(3.0 * theme::GRID);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0 * theme::GRID;
        if ui.button(strings.commands.close).clicked() {
            commands.push(Command::Do(Action::Escape));
        }
        let add = Action::AddParty.label(strings);
        if ui.button(add.name).on_hover_text(add.tooltip).clicked() {
            commands.push(Command::Do(Action::AddParty));
        }
    });
}
