//! The bar below the timeline: what is shown beside it, each part a toggle with its shortcut, and the zoom.

use egui::{Panel, RichText, Role, Ui, WidgetInfo};

use crate::session::{Action, Command, ReaderCommand};
use crate::timeline::{Face, Ink};
use crate::ui::frame::Frame;
use crate::ui::{theme, widgets};

use super::{menu_bar, read_shortcuts};

/// Height of the bar.
const HEIGHT: f32 = 36.0;
/// A window lower than this needs its room for lanes; the menus have the same actions.
const MIN_WINDOW_HEIGHT: f32 = 420.0;

/// What stands on a toggle: how much of it there is room for.
#[derive(Clone, Copy, PartialEq)]
enum Words {
    NameAndShortcut,
    Name,
    /// The first word of the name.
    ShortName,
}

pub(in crate::ui) fn show(ui: &mut Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    if ui.available_height() < MIN_WINDOW_HEIGHT {
        return;
    }
    let margin = theme::panel(egui::Margin::symmetric(12, 0));
    Panel::bottom("toggles").exact_size(HEIGHT).frame(margin).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let strings = frame.strings();
            let session = frame.session;
            let reads = session.reader.document.is_some();
            let reader = strings.commands.reader;
            let mut toggles: Vec<(Action, &'static str, &'static str, bool)> = Vec::new();
            let has_series = !session.world.dataset.series().is_empty();
            let has_parties = session.world.bulk.is_none();
            for action in [Action::Table, Action::StatusByParty, Action::Charts] {
                if (action == Action::Charts && !has_series)
                    || (action == Action::StatusByParty && !has_parties)
                {
                    continue;
                }
                let label = action.label(strings);
                let is_on = menu_bar::is_on(session, action) == Some(true);
                toggles.push((action, label.name, label.tooltip, is_on));
            }
            toggles.push((Action::ReadDocument, reader.name, reader.tooltip, reads));
            let zoom = [Action::Fit, Action::ZoomOut, Action::ZoomIn];
            let gap = ui.spacing().item_spacing.x;
            let right: f32 = widgets::button_width(ui, Action::Fit.label(strings).name) + 2.0 * (28.0 + gap);
            let room = ui.available_width() - right - 2.0 * gap;
            let width_with = |ui: &Ui, words: Words| -> f32 {
                let texts = toggles.iter().map(|&(action, name, ..)| text_of(ui, action, name, words));
                texts.map(|text| widgets::button_width(ui, &text) + gap).sum()
            };
            let words = [Words::NameAndShortcut, Words::Name]
                .into_iter()
                .find(|&words| width_with(ui, words) <= room);
            let words = words.unwrap_or(Words::ShortName);
            let has_zoom = width_with(ui, words) <= room;
            for &(action, name, tooltip, is_on) in &toggles {
                if toggle(ui, frame, (action, name, is_on), words).on_hover_text(tooltip).clicked() {
                    commands.push(match action {
                        Action::ReadDocument if is_on => Command::Reader(ReaderCommand::Close),
                        action => Command::Do(action),
                    });
                }
            }
            if has_zoom {
                // Added from left to right all the same: that is the order of Tab.
                ui.add_space((ui.available_width() - right).max(0.0));
                for action in zoom {
                    zoom_button(ui, frame, action, commands);
                }
            }
        });
    });
}

/// The text of a toggle, for its width.
fn text_of(ui: &Ui, action: Action, name: &str, words: Words) -> String {
    match words {
        Words::NameAndShortcut => format!("{name}  {}", read_shortcuts::first(ui, action)),
        Words::Name => name.to_owned(),
        Words::ShortName => name.split(' ').next().unwrap_or(name).to_owned(),
    }
}

/// A toggle: one that is on has a strong name and a thick frame.
fn toggle(
    ui: &mut Ui,
    frame: &Frame<'_>,
    (action, name, is_on): (Action, &'static str, bool),
    words: Words,
) -> egui::Response {
    let face = if is_on { Face::Strong } else { Face::Text };
    let shown = if words == Words::ShortName { text_of(ui, action, name, words) } else { name.to_owned() };
    let text = RichText::new(shown).font(theme::font(face, 12.5));
    let shortcut = read_shortcuts::first(ui, action);
    let mut button = egui::Button::new(text).selected(is_on);
    if is_on {
        button = button.stroke(egui::Stroke::new(1.5, theme::colour(frame.palette, Ink::Accent)));
    }
    if words == Words::NameAndShortcut && !shortcut.is_empty() {
        let muted = theme::colour(frame.palette, if is_on { Ink::Text } else { Ink::Muted });
        button = button.right_text(RichText::new(shortcut).size(11.5).color(muted));
    }
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, name));
    response
}

/// “Show whole period”, − and +.
fn zoom_button(ui: &mut Ui, frame: &Frame<'_>, action: Action, commands: &mut Vec<Command>) {
    let label = action.label(frame.strings());
    let shown = match action {
        Action::ZoomOut => "−",
        Action::ZoomIn => "+",
        _ => label.name,
    };
    let button = egui::Button::new(shown).min_size(egui::vec2(28.0, 24.0)).frame(action != Action::Fit);
    let response = ui.add(button).accessible_name(label.name);
    let hint = format!("{} ({})", label.tooltip, read_shortcuts::first(ui, action));
    if response.on_hover_text(hint).clicked() {
        commands.push(Command::Do(action));
    }
}
