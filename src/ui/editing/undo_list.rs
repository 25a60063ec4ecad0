//! The list of steps that can be undone and redone; a click goes to one.

use egui::{Button, RichText, ScrollArea, WidgetInfo};

use crate::language::sentence;
use crate::session::{Action, Command, HistoryCommand};
use crate::timeline::{Font, Ink};
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::muted;

/// Height of a row, in points.
const ROW: f32 = 26.0;
/// Maximum height of the list, in points.
const HEIGHT: f32 = 320.0;

/// The steps, the last one first: those that were undone above the present one, then those that can be undone.
pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (words, steps) = (&frame.strings().editing, &frame.session.history.undo_stack);
    let title = Action::EditHistory.label(frame.strings()).name.trim_end_matches('…');
    ui.label(RichText::new(title).font(theme::font(Font::Strong, 14.0)));
    let (undone, done) = (steps.undone(), steps.done());
    let is_empty = undone.len() + done.len() == 0;
    muted(ui, frame, if is_empty { words.no_steps } else { words.history_help });
    ui.add_space(theme::GRID);
    let count = undone.len();
    let present = count;
    // To go to a step is to redo or undo what lies between.
    let rows = undone.map(sentence).chain(done.map(sentence)).chain([words.beginning.to_owned()]);
    let rows: Vec<String> = if is_empty { Vec::new() } else { rows.collect() };
    let height = (rows.len() as f32 * ROW).min(HEIGHT.min(ui.ctx().content_rect().height() - 240.0)).max(0.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        for (index, text) in rows.iter().enumerate() {
            let ink = if index < present { Ink::Muted } else { Ink::Text };
            let shown = RichText::new(text).color(theme::colour(frame.palette, ink));
            let button = Button::selectable(index == present, shown).truncate();
            let response = ui.add(button.min_size(egui::vec2(ui.available_width(), ROW)).right_text(""));
            let name = match index {
                _ if index < present => (words.undone_step)(text),
                _ if index == present => (words.last_step)(text),
                _ => text.clone(),
            };
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
            if response.on_hover_text(text).clicked() && index != present {
                let by = present.cast_signed() - index.cast_signed();
                commands.push(Command::History(HistoryCommand::GoBySteps(by)));
            }
        }
    });
    ui.add_space(3.0 * theme::GRID);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
        if ui.button(frame.strings().commands.close).clicked() {
            commands.push(Command::Do(Action::Escape));
        }
    });
}
