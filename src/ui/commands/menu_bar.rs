//! The menus of the top bar, drawn; what they hold is in `menu_entries.rs`.

use egui::{Stroke, Ui, WidgetInfo};

use crate::language::Language;
use crate::session::{Action, Command, CopyFormat, Session, TablesCommand, ThemeChoice, ViewCommand};
use crate::timeline::{Ink, LaneHeight};
use crate::ui::frame::Frame;
use crate::ui::selection::copy_items;
use crate::ui::widgets::hover_beside;
use crate::ui::{describe, theme};

use super::menu_entries::{Entry, Menu, SAVE_AS};
use super::read_shortcuts;

pub(in crate::ui) use super::menu_entries::MENUS;

/// More bookmarks than this are not listed; Shift+M goes through all of them.
const MAX_BOOKMARKS: usize = 20;
/// Menus are at least this wide, to keep names and shortcuts apart.
const MENU_WIDTH: f32 = 250.0;
/// Room in the window that a menu does not take: the bar above it, and a margin.
const ROOM_AROUND: f32 = 68.0;
/// Before the name of an entry: room for the tick of one that is on.
const ROOM_FOR_TICK: &str = "\u{2003}\u{2002}";

/// The menus side by side, or as submenus of one where there is no room for five.
pub(in crate::ui) fn show(ui: &mut Ui, frame: &Frame<'_>, is_one_menu: bool, commands: &mut Vec<Command>) {
    let strings = &frame.strings().commands;
    if is_one_menu {
        ui.menu_button(strings.all_menus, |ui| each(ui, frame, commands));
    } else {
        each(ui, frame, commands);
    }
}

fn each(ui: &mut Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    for menu in &MENUS {
        one(ui, frame, menu, commands);
    }
}

fn one(ui: &mut Ui, frame: &Frame<'_>, menu: &Menu, commands: &mut Vec<Command>) {
    ui.menu_button((menu.name)(&frame.strings().commands), |ui| entries(ui, frame, menu, commands));
}

/// A menu inside another.
fn submenu(ui: &mut Ui, frame: &Frame<'_>, menu: &Menu, commands: &mut Vec<Command>) {
    let name = (menu.name)(&frame.strings().commands);
    ui.menu_button(format!("{ROOM_FOR_TICK}{name}"), |ui| entries(ui, frame, menu, commands))
        .response
        .accessible_name(name);
}

/// The submenu of formats in which what is shown is saved.
pub(in crate::ui) fn other_formats(ui: &mut Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    submenu(ui, frame, &SAVE_AS, commands);
}

/// The entries of a menu, which scroll if the window is too low for them.
fn entries(ui: &mut Ui, frame: &Frame<'_>, menu: &Menu, commands: &mut Vec<Command>) {
    ui.set_min_width(MENU_WIDTH);
    let room = (ui.ctx().content_rect().height() - ROOM_AROUND).max(ROOM_AROUND);
    egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
        let mut is_first = true;
        for group in menu.groups {
            if !std::mem::take(&mut is_first) {
                ui.separator();
            }
            for entry in *group {
                match entry {
                    Entry::Do(action) => item(ui, frame, *action, commands),
                    Entry::Open(menu) => submenu(ui, frame, menu, commands),
                    Entry::Copies => copies(ui, frame, commands),
                    Entry::Bookmarks => bookmarks(ui, frame, commands),
                }
            }
        }
    });
}

/// An entry with its shortcut: with a tick where it is on, disabled where the action cannot be done.
pub(in crate::ui) fn item(ui: &mut Ui, frame: &Frame<'_>, action: Action, commands: &mut Vec<Command>) {
    let label = action.label(frame.strings());
    let is_on = is_on(frame.session, action);
    let button = egui::Button::new(format!("{ROOM_FOR_TICK}{}", label.name))
        .shortcut_text(read_shortcuts::first(ui, action));
    let is_enabled = frame.session.can(action);
    let response = ui.add_enabled(is_enabled, button);
    response.widget_info(|| match is_on {
        Some(is_on) => WidgetInfo::selected(egui::Role::Button, is_enabled, is_on, label.name),
        None => WidgetInfo::labeled(egui::Role::Button, is_enabled, label.name),
    });
    if is_on == Some(true) {
        let ink = ui.style().interact(&response).text_color();
        tick(ui, response.rect.left_center() + egui::vec2(10.0, 0.0), ink);
    }
    if hover_beside(response, label.tooltip).clicked() {
        commands.push(Command::Do(action));
        ui.close();
    }
}

fn tick(ui: &Ui, at: egui::Pos2, ink: egui::Color32) {
    let points = [(-4.0, 0.0), (-1.0, 3.5), (4.5, -4.0)].map(|(x, y)| at + egui::vec2(x, y));
    ui.painter().line(points.to_vec(), Stroke::new(1.6, ink));
}

/// Whether an action that is switched on and off is on; `None` for all others.
pub(in crate::ui) fn is_on(session: &Session, action: Action) -> Option<bool> {
    let preferences = &session.settings.preferences;
    Some(match action {
        Action::Table => session.tables.choice.is_open && !session.shows_status_by_party(),
        Action::StatusByParty => session.shows_status_by_party(),
        Action::Charts => session.figures.choice.is_open,
        Action::MoveEvents => session.editing.moves_events,
        Action::LogScale => session.figures.choice.is_logarithmic,
        Action::Details => session.shows_details(),
        Action::LaneHeightComfortable => session.lane_height() == LaneHeight::Comfortable,
        Action::LaneHeightCompact => session.lane_height() == LaneHeight::Compact,
        Action::LaneHeightFit => session.lane_height() == LaneHeight::Fit,
        Action::Problems => session.files.problems_open,
        Action::WheelZooms => preferences.wheel_zooms,
        Action::RereadFiles => !preferences.asks_before_rereading,
        Action::LightTheme => preferences.theme == ThemeChoice::Light,
        Action::DarkTheme => preferences.theme == ThemeChoice::Dark,
        Action::SystemTheme => preferences.theme == ThemeChoice::System,
        Action::HighContrast => session.high_contrast(),
        Action::ReduceMotion => session.reduces_motion(),
        Action::English => session.language() == Language::English,
        Action::Russian => session.language() == Language::Russian,
        _ => return None,
    })
}

/// Ways to copy what is selected, and the table while it is shown.
fn copies(ui: &mut Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let has_selection = copy_items::copies(ui, frame, frame.session.selection.selected, commands);
    let has_table = frame.session.tables.choice.is_open;
    if has_table {
        for (label, format) in
            [(strings.tables.as_csv, CopyFormat::Csv), (strings.tables.as_markdown, CopyFormat::Markdown)]
        {
            if hover_beside(ui.button(label.name), label.tooltip).clicked() {
                commands.push(Command::Tables(TablesCommand::Copy(format)));
                ui.close();
            }
        }
    }
    if !has_selection && !has_table {
        let nothing = egui::RichText::new(strings.commands.nothing_to_copy);
        ui.label(nothing.color(theme::colour(frame.palette, Ink::Muted)));
    }
}

fn bookmarks(ui: &mut Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    for (index, bookmark) in frame.session.view.bookmarks.iter().enumerate().take(MAX_BOOKMARKS) {
        let name = describe::short(&bookmark.name);
        let button = ui.button(format!("{ROOM_FOR_TICK}{name}")).accessible_name(name);
        if hover_beside(button, frame.strings().view.to_bookmark).clicked() {
            commands.push(Command::View(ViewCommand::GoToBookmark(index)));
            ui.close();
        }
    }
}
