//! The button in the details of a record that opens its form.

use egui::WidgetInfo;

use crate::records::RecordList;
use crate::session::{Action, Command};
use crate::ui::frame::Frame;
use crate::ui::widgets::muted;

/// The button that opens the form of a record of this list, which an action edits.
pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    list: RecordList,
    action: Action,
    commands: &mut Vec<Command>,
) {
    let words = &frame.strings().editing;
    let response = ui.add(egui::Button::new(format!("\u{2003} {}", words.edit.name)));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, (words.edit_title)(list)));
    pencil(
        ui,
        response.rect.left_center() + egui::vec2(17.0, 0.0),
        ui.style().interact(&response).text_color(),
    );
    if response.on_hover_text(words.edit.tooltip).clicked() {
        commands.push(Command::Do(action));
    }
}

/// In an empty dataset: what to do first.
pub(in crate::ui) fn begin(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    muted(ui, frame, strings.editing.new_dataset_help);
    ui.add_space(crate::ui::theme::GRID);
    let label = Action::AddTreaty.label(strings);
    if ui.button(label.name).on_hover_text(label.tooltip).clicked() {
        commands.push(Command::Do(Action::AddTreaty));
    }
}

/// A pencil around a point.
fn pencil(ui: &egui::Ui, middle: egui::Pos2, ink: egui::Color32) {
    let stroke = egui::Stroke::new(1.2, ink);
    let at = |x: f32, y: f32| middle + egui::vec2(x, y);
    let body = vec![at(2.5, -5.0), at(5.0, -2.5), at(-2.5, 5.0), at(-5.5, 5.5), at(-5.0, 2.5)];
    ui.painter().add(egui::Shape::closed_line(body, stroke));
    ui.painter().line_segment([at(0.7, -3.2), at(3.2, -0.7)], stroke);
}
