//! The glossary: terms with their meaning, found by typing.

use egui::{Key, Label, Modifiers, RichText, ScrollArea};

use crate::session::{Action, Command, Overlay, find_terms};
use crate::timeline::{Font, Ink};
use crate::ui::commands::text_field::{FIXED_SCROLL_BAR, field};
use crate::ui::frame::Frame;
use crate::ui::theme;

/// How far an arrow key scrolls, in points.
const STEP: f32 = 40.0;

pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    overlay: &Overlay,
    commands: &mut Vec<Command>,
) {
    let strings = frame.strings();
    let title = Action::Glossary.label(strings).name.trim_end_matches('…');
    ui.horizontal(|ui| {
        ui.label(RichText::new(title).font(theme::font(Font::Strong, 14.0)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(strings.commands.close).clicked() {
                commands.push(Command::Do(Action::Escape));
            }
        });
    });
    // The field keeps the keyboard, and these keys scroll the list under it.
    let height = (ui.ctx().content_rect().height() - 190.0).clamp(120.0, 520.0);
    let keys =
        [(Key::ArrowDown, -STEP), (Key::ArrowUp, STEP), (Key::PageDown, -height), (Key::PageUp, height)];
    let scrolled: f32 = keys
        .into_iter()
        .filter(|&(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)))
        .map(|(_, by)| by)
        .sum();
    field(ui, overlay, title, strings.help.search_hint, commands);
    let found = find_terms(overlay.text(), strings);
    if found.is_empty() {
        ui.label(RichText::new(strings.help.no_term).color(theme::colour(frame.palette, Ink::Muted)));
    }
    // Another list starts at its top.
    ScrollArea::vertical()
        .id_salt(("glossary", overlay.text()))
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .scroll_source(FIXED_SCROLL_BAR)
        .show(ui, |ui| {
            if scrolled != 0.0 {
                ui.scroll_with_delta(egui::vec2(0.0, scrolled));
            }
            for term in found {
                ui.add_space(theme::GRID);
                ui.label(RichText::new(term.name).font(theme::font(Font::Strong, 13.0)));
                ui.add(Label::new(term.meaning).wrap());
            }
        });
}
