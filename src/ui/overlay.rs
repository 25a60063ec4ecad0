//! What lies over the window: the list of commands, a date to type, the keys.

use egui::{Align2, Area, Key, Modifiers, Order, RichText, ScrollArea, TextEdit};

use crate::session::{Action, Command, Overlay, find_actions};
use crate::timeline::{Face, Ink};

use super::{Frame, shortcuts, theme};

/// Width of what lies over the window.
const WIDTH: f32 = 480.0;
/// Width of the list of keys.
const KEYS_WIDTH: f32 = 720.0;

/// What a mouse or a finger does, beside the keys of the table.
const GESTURES: [(&str, &str); 11] = [
    ("Wheel, pinch", "Zoom at the pointer: the date under it stays"),
    ("Shift and wheel, sideways swipe", "Move in time"),
    ("Drag", "Move in time and over the lanes"),
    ("Wheel over the lane heads", "Scroll the lanes"),
    ("Click a glyph, a bar, a head", "Select the event, the treaty"),
    ("Click a heading", "Fold or unfold its lanes"),
    ("Double-click a number", "Open the crowd that it stands for"),
    ("Double-click the empty plot", "Zoom in; with Shift, zoom out"),
    ("Right click a glyph, a head", "Copy, cite, open the source; pin or hide the lane"),
    ("Drag the line of the law", "Read the law on another day"),
    ("Drag in the strip below", "Move the window, or its edges"),
];

pub(super) fn show(ui: &egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let Some(overlay) = &frame.session.overlay else { return };
    let area = Area::new(egui::Id::unique("overlay")).order(Order::Foreground);
    area.anchor(Align2::CENTER_TOP, [0.0, 64.0]).show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).inner_margin(12.0).show(ui, |ui| {
            let width = if *overlay == Overlay::Keys { KEYS_WIDTH } else { WIDTH };
            ui.set_width(width.min(ui.ctx().content_rect().width() - 40.0));
            match overlay {
                Overlay::Keys => keys(ui, frame, commands),
                Overlay::Palette { chosen, .. } => palette(ui, frame, overlay, *chosen, commands),
                Overlay::GoToDate { .. } => date(ui, frame, overlay, "Go to a date", commands),
                Overlay::AsOfDate { .. } => date(ui, frame, overlay, "Read the law on a day", commands),
            }
        });
    });
}

/// A field that has the keyboard as long as it is there.
fn field(ui: &mut egui::Ui, overlay: &Overlay, name: &str, hint: &str, commands: &mut Vec<Command>) {
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        commands.push(Command::OverlayAccept);
    }
    let mut text = overlay.text().to_owned();
    let edit = TextEdit::singleline(&mut text).hint_text(hint).desired_width(f32::INFINITY);
    let response = ui.add(edit).accessible_name(name);
    response.request_focus();
    if response.changed() {
        commands.push(Command::OverlayText(text));
    }
}

fn date(ui: &mut egui::Ui, frame: &Frame<'_>, overlay: &Overlay, name: &str, commands: &mut Vec<Command>) {
    ui.label(RichText::new(name).font(theme::font(Face::Strong, 14.0)));
    field(ui, overlay, name, "2019-08-02, 2019-08, 2019, 198X", commands);
    let (text, ink) = match overlay.date() {
        None => ("A day, a month, a year or a decade, in EDTF".to_owned(), Ink::Muted),
        Some(Ok(date)) => (format!("Enter goes to {}", date.words()), Ink::Muted),
        Some(Err(problem)) => (problem, Ink::End),
    };
    ui.label(RichText::new(text).size(12.0).color(theme::colour(frame.palette, ink)));
}

fn palette(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    overlay: &Overlay,
    chosen: usize,
    commands: &mut Vec<Command>,
) {
    for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            commands.push(Command::OverlayMove(by));
        }
    }
    field(ui, overlay, "Find a command", "Type what you want to do", commands);
    let found = find_actions(overlay.text());
    if found.is_empty() {
        ui.label(
            RichText::new("No command has that in its name").color(theme::colour(frame.palette, Ink::Muted)),
        );
    }
    let height = (found.len() as f32 * 30.0).min(360.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        for (i, action) in found.into_iter().enumerate() {
            let button = egui::Button::selectable(i == chosen, action.words())
                .shortcut_text(shortcuts::shown(ui, action))
                .min_size(egui::vec2(ui.available_width(), 26.0));
            let response = ui.add(button).on_hover_text(action.help());
            if i == chosen {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                commands.push(Command::Do(Action::Escape));
                commands.push(Command::Do(action));
            }
        }
    });
}

fn keys(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.label(RichText::new("Keyboard and mouse").font(theme::font(Face::Strong, 14.0)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button("Close").clicked() {
                commands.push(Command::Do(Action::Escape));
            }
        });
    });
    let height = (ui.ctx().content_rect().height() - 180.0).max(160.0);
    let muted = theme::colour(frame.palette, Ink::Muted);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        egui::Grid::new("keys").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
            for action in Action::ALL.iter().filter(|action| !action.shortcuts().is_empty()) {
                let keys: Vec<String> =
                    action.shortcuts().iter().map(|&key| shortcuts::words(ui, key)).collect();
                ui.label(RichText::new(keys.join("  ")).font(theme::font(Face::Strong, 12.0)));
                ui.label(action.help());
                ui.end_row();
            }
            let others = [
                ("Tab, Shift+Tab", "Go to the next or the previous control or mark"),
                ("Enter, Space", "Choose what has the focus"),
            ];
            for (gesture, words) in others.into_iter().chain(GESTURES) {
                ui.label(RichText::new(gesture).font(theme::font(Face::Strong, 12.0)));
                ui.label(RichText::new(words).color(muted));
                ui.end_row();
            }
        });
    });
}
