//! The bar below the timeline: what is shown beside it, each part a toggle with its shortcut, and the zoom.

use egui::{Panel, RichText, Role, Ui, WidgetInfo};

use crate::session::{Action, Command, ReaderCommand};
use crate::timeline::{Font, Ink};
use crate::ui::bottom_panels::{MIN_PLOT, UnderPlot};
use crate::ui::frame::Frame;
use crate::ui::{theme, widgets};

use super::{menu_bar, read_shortcuts};

/// Height of a row of the bar, and in a low window.
const ROW: [f32; 2] = [36.0, 28.0];
/// A window lower than this needs its room for lanes.
const LOW: f32 = 420.0;
/// Margin at the sides.
const MARGIN: i8 = 12;
/// Size of − and +.
const ZOOM: egui::Vec2 = egui::vec2(28.0, 24.0);

/// What stands on a toggle: how much of it there is room for.
#[derive(Clone, Copy, PartialEq)]
enum Words {
    NameAndShortcut,
    Name,
    /// The first word of the name.
    ShortName,
}

/// What is on the bar, as far as there is room.
struct Fit {
    words: Words,
    zoom: &'static [Action],
    rows: usize,
}

/// A toggle: what it does, its name and help, and whether it is on.
type Toggle = (Action, &'static str, &'static str, bool);

pub(in crate::ui) fn show(ui: &mut Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let height = ROW[usize::from(ui.available_height() < LOW)];
    if ui.available_height() < MIN_PLOT + height {
        return;
    }
    let toggles = toggles(frame);
    let fit = fit(ui, frame, &toggles);
    let height = height * fit.rows as f32;
    let under_plot = UnderPlot::of(frame.session, ui.available_height() - height);
    let margin = theme::panel(egui::Margin::symmetric(MARGIN, 0));
    Panel::bottom("toggles").exact_size(height).frame(margin).show(ui, |ui| {
        let add = |ui: &mut Ui| {
            for &(action, name, tooltip, is_on) in &toggles {
                let response = toggle(ui, frame, (action, name, is_on), fit.words);
                let has_room = !is_on || under_plot.shows(action);
                let help = if has_room { tooltip } else { frame.strings().commands.no_room };
                if response.on_hover_text(help).clicked() {
                    commands.push(match action {
                        Action::ReadDocument if is_on => Command::Reader(ReaderCommand::Close),
                        action => Command::Do(action),
                    });
                }
            }
            if !fit.zoom.is_empty() {
                // Added from left to right all the same: that is the order of Tab.
                ui.add_space((ui.available_width() - zoom_width(ui, frame, fit.zoom)).max(0.0));
                for &action in fit.zoom {
                    zoom_button(ui, frame, action, commands);
                }
            }
        };
        if fit.rows > 1 { ui.horizontal_wrapped(add) } else { ui.horizontal_centered(add) }
    });
}

/// The toggles of what the open dataset has.
fn toggles(frame: &Frame<'_>) -> Vec<Toggle> {
    let (session, strings) = (frame.session, frame.strings());
    let has_series = !session.world.dataset.series().is_empty();
    let has_parties = session.world.bulk.is_none();
    let mut toggles: Vec<Toggle> = Vec::new();
    for action in [Action::Table, Action::StatusByParty, Action::Charts] {
        if (action == Action::Charts && !has_series) || (action == Action::StatusByParty && !has_parties) {
            continue;
        }
        let label = action.label(strings);
        let is_on = menu_bar::is_on(session, action) == Some(true);
        toggles.push((action, label.name, label.tooltip, is_on));
    }
    // It is in the menu; here it is seen, and turned off, by whoever is editing.
    if session.editing.moves_events || session.has_unsaved_edits() {
        let label = Action::MoveEvents.label(strings);
        toggles.push((Action::MoveEvents, label.name, label.tooltip, session.editing.moves_events));
    }
    let reader = strings.commands.reader;
    toggles.push((Action::ReadDocument, reader.name, reader.tooltip, session.reader.document.is_some()));
    toggles
}

/// What there is room for: shortcuts go first, then the words of the zoom and of the toggles, then − and +; at last the
/// toggles take several rows.
fn fit(ui: &Ui, frame: &Frame<'_>, toggles: &[Toggle]) -> Fit {
    let gap = ui.spacing().item_spacing.x;
    let room = ui.available_width() - 2.0 * f32::from(MARGIN);
    let widths = |words: Words| {
        let texts = toggles.iter().map(move |&(action, name, ..)| text_of(ui, action, name, words));
        texts.map(|text| widgets::button_width(ui, &text) + gap)
    };
    let with = |words, zoom| Fit { words, zoom, rows: 1 };
    let choices = [
        with(Words::NameAndShortcut, &ZOOMS[..]),
        with(Words::Name, &ZOOMS[..]),
        with(Words::Name, &ZOOMS[1..]),
        with(Words::ShortName, &ZOOMS[..]),
        with(Words::ShortName, &ZOOMS[1..]),
        with(Words::ShortName, &[]),
    ];
    let has_room = |fit: &Fit| {
        let zoom = if fit.zoom.is_empty() { 0.0 } else { zoom_width(ui, frame, fit.zoom) + gap };
        widths(fit.words).sum::<f32>() + zoom <= room
    };
    choices.into_iter().find(has_room).unwrap_or_else(|| {
        let (mut rows, mut left) = (1, room);
        for width in widths(Words::ShortName) {
            if width > left {
                (rows, left) = (rows + 1, room);
            }
            left -= width;
        }
        Fit { words: Words::ShortName, zoom: &[], rows }
    })
}

/// “Show whole period”, − and +.
const ZOOMS: [Action; 3] = [Action::Fit, Action::ZoomOut, Action::ZoomIn];

fn zoom_width(ui: &Ui, frame: &Frame<'_>, zoom: &[Action]) -> f32 {
    let gap = ui.spacing().item_spacing.x;
    let width = |&action: &Action| match action {
        Action::Fit => widgets::button_width(ui, Action::Fit.label(frame.strings()).name),
        _ => ZOOM.x,
    };
    zoom.iter().map(width).sum::<f32>() + gap * zoom.len() as f32
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
    let font = if is_on { Font::Strong } else { Font::Text };
    let shown = if words == Words::ShortName { text_of(ui, action, name, words) } else { name.to_owned() };
    let text = RichText::new(shown).font(theme::font(font, 12.5));
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
    let button = egui::Button::new(shown).min_size(ZOOM).frame(action != Action::Fit);
    let response = ui.add(button).accessible_name(label.name);
    let hint = format!("{} ({})", label.tooltip, read_shortcuts::first(ui, action));
    if response.on_hover_text(hint).clicked() {
        commands.push(Command::Do(action));
    }
}
