//! The bar at the top: menus, the open dataset, the search field, and the light and dark switch.

use egui::{Panel, RichText};

use crate::diagnostics::{shown_name, shown_path};
use crate::language::{Language, Strings};
use crate::session::{Action, Command, ThemeChoice, ViewCommand};
use crate::timeline::{Face, Ink, LaneHeight};

use super::commands::read_shortcuts;
use super::frame::Frame;
use super::search::field;
use super::widgets::{ROOM_FOR_DISCLOSURE, menu_button};
use super::{describe, theme};

/// More bookmarks than this are not listed; Shift+M goes through all of them.
const MAX_BOOKMARKS: usize = 20;
/// Height of the bar.
const HEIGHT: f32 = 44.0;
/// In a bar narrower than this, Open and Export are in the menus only.
const ROOM_FOR_BUTTONS: f32 = 640.0;
/// A file's name is left out rather than cut to less than this.
const MIN_NAME_WIDTH: f32 = 48.0;
/// The search field's share of the room that it has with the title.
const FIELD_SHARE: f32 = 0.5;
/// The search field is no narrower than this.
const MIN_FIELD_WIDTH: f32 = 110.0;
/// The search field is no wider than this.
const MAX_FIELD_WIDTH: f32 = 380.0;
/// Menus are at least this wide, to keep names and shortcuts apart.
const MENU_WIDTH: f32 = 230.0;
const THEME_SWITCH: egui::Vec2 = egui::vec2(32.0, 26.0);

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let margin = theme::panel(egui::Margin::symmetric(12, 0));
    Panel::top("top bar").exact_size(HEIGHT).frame(margin).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let has_room = ui.available_width() >= ROOM_FOR_BUTTONS;
            let strings = frame.strings();
            ui.menu_button(strings.commands.file_menu, |ui| {
                scrolled(ui, |ui| file_menu(ui, frame, commands));
            });
            ui.menu_button(strings.commands.view_menu, |ui| {
                scrolled(ui, |ui| view_menu(ui, frame, commands));
            });
            ui.menu_button(strings.commands.go_menu, |ui| scrolled(ui, |ui| go_menu(ui, frame, commands)));
            ui.add_space(theme::GRID);
            let status = status_date_label(frame, has_room);
            let (open, export) = (Action::Open.label(strings).name, strings.commands.export_menu);
            // The buttons at the right get their room first, so that a long title gives way; everything is laid out from
            // left to right all the same, since that is the order of Tab.
            let mut right = width_of_menu(ui, &status) + THEME_SWITCH.x;
            if has_room {
                right += width_of(ui, open) + width_of_menu(ui, export) + 2.0 * ui.spacing().item_spacing.x;
            }
            let room = (ui.available_width() - right - 2.0 * ui.spacing().item_spacing.x).max(0.0);
            ui.allocate_ui_with_layout(
                egui::vec2(room, ui.available_height()),
                egui::Layout::left_to_right(egui::Align::Center),
                |ui| {
                    let field = (room * FIELD_SHARE).clamp(MIN_FIELD_WIDTH.min(room), MAX_FIELD_WIDTH);
                    let before = (room - field - 2.0 * ui.spacing().item_spacing.x).max(0.0);
                    ui.allocate_ui(egui::vec2(before, ui.available_height()), |ui| {
                        title(ui, frame);
                        ui.add_space(ui.available_width());
                    });
                    field::show(ui, frame, field, commands);
                },
            );
            status_date_menu(ui, frame, &status, commands);
            if has_room {
                let button = ui.button(open);
                if button.on_hover_text(hint(ui, strings, Action::Open)).clicked() {
                    commands.push(Command::Do(Action::Open));
                }
                menu_button(ui, export, |ui| {
                    for action in [Action::ExportSvg, Action::ExportPng] {
                        menu_item(ui, frame, action, false, commands);
                    }
                });
            }
            theme_switch(ui, frame, commands);
        });
    });
}

/// The entries of a menu, which scroll if the window is too low for them.
fn scrolled(ui: &mut egui::Ui, entries: impl FnOnce(&mut egui::Ui)) {
    ui.set_min_width(MENU_WIDTH);
    let room = ui.ctx().content_rect().height() - HEIGHT - 24.0;
    egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, entries);
}

fn width_of(ui: &egui::Ui, words: &str) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let text = ui.painter().layout_no_wrap(words.to_owned(), font, egui::Color32::PLACEHOLDER);
    text.size().x + 2.0 * ui.spacing().button_padding.x
}

fn width_of_menu(ui: &egui::Ui, words: &str) -> f32 {
    width_of(ui, &format!("{words}{ROOM_FOR_DISCLOSURE}"))
}

/// The name of the dataset and of its file, as far as there is room.
fn title(ui: &mut egui::Ui, frame: &Frame<'_>) {
    let world = &frame.session.world;
    let title = RichText::new(describe::short(world.dataset.title())).font(theme::font(Face::Strong, 15.0));
    ui.add(egui::Label::new(title).truncate());
    if ui.available_width() < MIN_NAME_WIDTH {
        return;
    }
    let name = RichText::new(shown_name(&world.name)).color(theme::colour(frame.palette, Ink::Muted));
    let label = ui.add(egui::Label::new(name).truncate());
    if let Some(path) = &world.path {
        label.on_hover_text(shown_path(path));
    }
}

fn file_menu(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    for action in [Action::Open, Action::OpenBundled, Action::Reload, Action::Compare, Action::ReadDocument] {
        menu_item(ui, frame, action, false, commands);
    }
    ui.separator();
    for action in [Action::ExportSvg, Action::ExportPng] {
        menu_item(ui, frame, action, false, commands);
    }
    ui.separator();
    menu_item(ui, frame, Action::Quit, false, commands);
}

fn view_menu(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, frame.strings());
    for group in [
        &[Action::ZoomIn, Action::ZoomOut, Action::Fit, Action::Centre][..],
        &[Action::StatusDate, Action::StatusDateHere],
        &[
            Action::Parties,
            Action::PinLane,
            Action::HideLane,
            Action::ShowLanes,
            Action::CollapseAll,
            Action::ExpandAll,
        ],
        &[Action::AddToSelection, Action::SelectVisibleRange],
        &[Action::Palette, Action::Keys],
    ] {
        for &action in group {
            menu_item(ui, frame, action, false, commands);
        }
        ui.separator();
    }
    ui.menu_button(strings.commands.lane_height_menu, |ui| {
        for height in LaneHeight::ALL {
            let is_on = session.lane_height() == height;
            menu_item(ui, frame, Action::of_lane_height(height), is_on, commands);
        }
    });
    ui.menu_button(strings.commands.appearance_menu, |ui| {
        for (action, choice) in [
            (Action::LightTheme, ThemeChoice::Light),
            (Action::DarkTheme, ThemeChoice::Dark),
            (Action::SystemTheme, ThemeChoice::System),
        ] {
            menu_item(ui, frame, action, session.settings.preferences.theme == choice, commands);
        }
        ui.separator();
        for (action, is_on) in [
            (Action::HighContrast, session.high_contrast()),
            (Action::ReduceMotion, session.reduces_motion()),
        ] {
            menu_item(ui, frame, action, is_on, commands);
        }
        ui.separator();
        for action in [Action::TextLarger, Action::TextSmaller] {
            menu_item(ui, frame, action, false, commands);
        }
    });
    menu_item(ui, frame, Action::Details, session.shows_details(), commands);
    menu_item(ui, frame, Action::WheelZooms, session.settings.preferences.wheel_zooms, commands);
    // In both languages, so that it is found by someone who cannot read one of them.
    ui.menu_button("Language · Язык", |ui| {
        for (action, language) in [(Action::English, Language::English), (Action::Russian, Language::Russian)]
        {
            menu_item(ui, frame, action, session.language() == language, commands);
        }
    });
}

fn go_menu(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    for group in [
        &[Action::Find, Action::ClearFilter][..],
        &[Action::Back, Action::Forward, Action::Today, Action::GoToDate],
        &[Action::Previous, Action::Next, Action::PreviousInLane, Action::NextInLane],
        &[Action::LaneAbove, Action::LaneBelow, Action::First, Action::Last],
        &[Action::PageEarlier, Action::PageLater],
        &[Action::Bookmark, Action::NextBookmark],
    ] {
        if group[0] != Action::Find {
            ui.separator();
        }
        for &action in group {
            menu_item(ui, frame, action, false, commands);
        }
    }
    for (index, bookmark) in frame.session.view.bookmarks.iter().enumerate().take(MAX_BOOKMARKS) {
        if ui.button(describe::short(&bookmark.name)).on_hover_text(strings.view.to_bookmark).clicked() {
            commands.push(Command::View(ViewCommand::GoToBookmark(index)));
            ui.close();
        }
    }
}

/// The status date.
fn status_date_label(frame: &Frame<'_>, has_room: bool) -> String {
    let strings = frame.strings();
    match &frame.session.law.status {
        Some(status) if has_room => (strings.law.as_of)(&(strings.dates.day)(status.day)),
        Some(status) => (strings.dates.day)(status.day),
        None => strings.law.as_of_today.to_owned(),
    }
}

/// The status date, and ways to choose another.
fn status_date_menu(ui: &mut egui::Ui, frame: &Frame<'_>, label: &str, commands: &mut Vec<Command>) {
    menu_button(ui, label, |ui| {
        for action in [Action::StatusDate, Action::StatusDateHere, Action::StatusDateOff] {
            menu_item(ui, frame, action, false, commands);
        }
    });
}

/// A menu entry with its shortcut, disabled where the action cannot be done.
fn menu_item(ui: &mut egui::Ui, frame: &Frame<'_>, action: Action, is_on: bool, commands: &mut Vec<Command>) {
    let label = action.label(frame.strings());
    let button = egui::Button::selectable(is_on, label.name).shortcut_text(read_shortcuts::first(ui, action));
    let response = ui.add_enabled(frame.session.can(action), button);
    if response.on_hover_text(label.tooltip).on_disabled_hover_text(label.tooltip).clicked() {
        commands.push(Command::Do(action));
        ui.close();
    }
}

/// An action's tooltip with its shortcut.
fn hint(ui: &egui::Ui, strings: &Strings, action: Action) -> String {
    format!("{} ({})", action.label(strings).tooltip, read_shortcuts::first(ui, action))
}

/// A disc that is half light, half dark.
fn theme_switch(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let (action, name) = if frame.palette.is_dark() {
        (Action::LightTheme, strings.settings.to_light)
    } else {
        (Action::DarkTheme, strings.settings.to_dark)
    };
    let response =
        ui.add_sized(THEME_SWITCH, egui::Button::new("")).accessible_name(name).on_hover_text(name);
    let (middle, radius) = (response.rect.center(), 6.0);
    let ink = theme::colour(frame.palette, Ink::Text);
    let half: Vec<egui::Pos2> = (0..=16)
        .map(|i| {
            let angle = std::f32::consts::PI * (i as f32 / 16.0 - 0.5);
            middle + radius * egui::vec2(angle.cos(), angle.sin())
        })
        .collect();
    ui.painter().circle_stroke(middle, radius, egui::Stroke::new(1.5, ink));
    ui.painter().add(egui::Shape::convex_polygon(half, ink, egui::Stroke::NONE));
    if response.clicked() {
        commands.push(Command::Do(action));
    }
}
