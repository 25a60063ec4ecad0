//! What lies over the window: the list of commands, a date to type, the keys.

use egui::{Align2, Area, Key, Modifiers, Order, RichText, ScrollArea, TextEdit};

use crate::session::{Action, Command, Overlay, find_actions};
use crate::timeline::{Face, Ink};

use super::{Frame, shortcuts, theme};

/// Width of what lies over the window.
const WIDTH: f32 = 480.0;
/// Width of the list of keys.
const KEYS_WIDTH: f32 = 720.0;

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
                Overlay::GoToDate { .. } => date(ui, frame, overlay, frame.words().go_to_date, commands),
                Overlay::AsOfDate { .. } => date(ui, frame, overlay, frame.words().read_law, commands),
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
    let words = frame.words();
    field(ui, overlay, name, words.date_hint, commands);
    let (text, ink) = match overlay.date() {
        None => (words.date_help.to_owned(), Ink::Muted),
        Some(Ok(date)) => ((words.enter_goes_to)(&(words.date)(&date)), Ink::Muted),
        Some(Err(problem)) => ((words.date_problem)(overlay.text().trim(), problem), Ink::End),
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
    let words = frame.words();
    field(ui, overlay, words.find_command, words.find_command_hint, commands);
    let found = find_actions(overlay.text(), words);
    if found.is_empty() {
        ui.label(RichText::new(words.no_command).color(theme::colour(frame.palette, Ink::Muted)));
    }
    let height = (found.len() as f32 * 30.0).min(360.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        for (i, action) in found.into_iter().enumerate() {
            let said = action.said(words);
            let button = egui::Button::selectable(i == chosen, said.name)
                .shortcut_text(shortcuts::shown(ui, action))
                .min_size(egui::vec2(ui.available_width(), 26.0));
            let response = ui.add(button).on_hover_text(said.help);
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
    let words = frame.words();
    ui.horizontal(|ui| {
        ui.label(RichText::new(Action::Keys.said(words).name).font(theme::font(Face::Strong, 14.0)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(words.close).clicked() {
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
                ui.label(action.said(words).help);
                ui.end_row();
            }
            let g = &words.gestures;
            let hand = [g.click, g.click_more, g.click_heading, g.open_crowd, g.double_click, g.right_click];
            let moves = [g.wheel, g.shift_wheel, g.drag, g.heads_wheel, g.zoom_box, g.choose_span];
            let others = [g.drag_law, g.drag_strip, g.tab, g.enter];
            for said in hand.into_iter().chain(moves).chain(others) {
                ui.label(RichText::new(said.name).font(theme::font(Face::Strong, 12.0)));
                ui.label(RichText::new(said.help).color(muted));
                ui.end_row();
            }
        });
    });
}
