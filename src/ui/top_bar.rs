//! The bar at the top: menus, the open dataset, the search field, the status date, and the light and dark switch.

use egui::{Panel, RichText};

use crate::diagnostics::{shown_name, shown_path};
use crate::language::Strings;
use crate::session::{Action, Command};
use crate::timeline::{Font, Ink};

use super::commands::menu_bar::{self, MENUS};
use super::commands::read_shortcuts;
use super::frame::Frame;
use super::law::status_control;
use super::search::field;
use super::widgets::{ROOM_FOR_DISCLOSURE, button_width, menu_button};
use super::{describe, theme};

/// Height of the bar.
const HEIGHT: f32 = 44.0;
/// A file's name is left out rather than cut to less than this.
const MIN_NAME_WIDTH: f32 = 48.0;
/// The search field's share of the room that it has with the title.
const FIELD_SHARE: f32 = 0.5;
/// The search field is no narrower than this.
const MIN_FIELD_WIDTH: f32 = 110.0;
/// The search field is no wider than this.
const MAX_FIELD_WIDTH: f32 = 380.0;
const THEME_SWITCH: egui::Vec2 = egui::vec2(32.0, 26.0);

/// Size of the one button for opening and exporting.
const FILE_BUTTON: egui::Vec2 = egui::vec2(32.0, 26.0);

/// How opening and exporting are offered beside the menus.
#[derive(Clone, Copy, Default, PartialEq)]
enum FileButtons {
    /// A button for each.
    #[default]
    Two,
    /// One button with a menu.
    One,
    /// None: they are in the menus.
    No,
}

/// What gives way in a narrow bar, in this order; the menus hold all of it.
#[derive(Clone, Copy, Default)]
struct Narrow {
    file_buttons: FileButtons,
    /// The status date stands without words.
    is_status_short: bool,
    /// The menus are submenus of one.
    is_one_menu: bool,
}

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let margin = theme::panel(egui::Margin::symmetric(12, 0));
    Panel::top("top bar").exact_size(HEIGHT).frame(margin).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let strings = frame.strings();
            let (open, export) = (Action::Open.label(strings).name, strings.commands.export_menu);
            let narrow = narrow(ui, frame);
            menu_bar::show(ui, frame, narrow.is_one_menu, commands);
            ui.add_space(theme::GRID);
            // The buttons at the right get their room first, so that a long title gives way; everything is laid out from
            // left to right all the same, since that is the order of Tab.
            let right = right_width(ui, frame, narrow);
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
            if has_status(frame) {
                status_control::show(ui, frame, narrow.is_status_short, commands);
            }
            match narrow.file_buttons {
                FileButtons::Two => {
                    let button = ui.button(open);
                    if button.on_hover_text(hint(ui, strings, Action::Open)).clicked() {
                        commands.push(Command::Do(Action::Open));
                    }
                    menu_button(ui, export, |ui| {
                        for action in PICTURES {
                            menu_bar::item(ui, frame, action, commands);
                        }
                        menu_bar::other_formats(ui, frame, commands);
                    });
                }
                FileButtons::One => file_button(ui, frame, commands),
                FileButtons::No => {}
            }
            theme_switch(ui, frame, commands);
        });
    });
}

/// What is drawn into a file, in the order of the menu.
const PICTURES: [Action; 4] =
    [Action::ExportPicture, Action::ExportSvg, Action::ExportPng, Action::ExportPage];

/// Plain lanes and an empty dataset have no legal status.
fn has_status(frame: &Frame<'_>) -> bool {
    frame.session.world.bulk.is_none()
}

/// What gives way so that a search field still fits.
fn narrow(ui: &egui::Ui, frame: &Frame<'_>) -> Narrow {
    let gap = ui.spacing().item_spacing.x;
    let words = &frame.strings().commands;
    let five: f32 = MENUS.iter().map(|menu| button_width(ui, (menu.name)(words)) + gap).sum();
    let one = button_width(ui, words.all_menus) + gap;
    let fits = |narrow: Narrow| {
        let menus = if narrow.is_one_menu { one } else { five };
        menus + right_width(ui, frame, narrow) + MIN_FIELD_WIDTH + 4.0 * gap <= ui.available_width()
    };
    let mut narrow = Narrow::default();
    for next in [
        Narrow { file_buttons: FileButtons::One, ..narrow },
        Narrow { file_buttons: FileButtons::One, is_status_short: true, ..narrow },
        Narrow { file_buttons: FileButtons::One, is_status_short: true, is_one_menu: true },
        Narrow { file_buttons: FileButtons::No, is_status_short: true, is_one_menu: true },
    ] {
        if fits(narrow) {
            return narrow;
        }
        narrow = next;
    }
    narrow
}

/// The width of what stands at the right of the search field.
fn right_width(ui: &egui::Ui, frame: &Frame<'_>, narrow: Narrow) -> f32 {
    let (strings, gap) = (frame.strings(), ui.spacing().item_spacing.x);
    let mut width = THEME_SWITCH.x;
    if has_status(frame) {
        width += status_control::width(ui, frame, narrow.is_status_short) + gap;
    }
    let export = format!("{}{ROOM_FOR_DISCLOSURE}", strings.commands.export_menu);
    width += match narrow.file_buttons {
        FileButtons::Two => {
            button_width(ui, Action::Open.label(strings).name) + button_width(ui, &export) + 2.0 * gap
        }
        FileButtons::One => FILE_BUTTON.x + gap,
        FileButtons::No => 0.0,
    };
    width
}

/// One button whose menu opens and exports: an arrow out of a tray.
fn file_button(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let name = frame.strings().commands.open_and_export;
    let button = egui::Button::new("").min_size(FILE_BUTTON);
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        menu_bar::item(ui, frame, Action::Open, commands);
        ui.separator();
        for action in PICTURES {
            menu_bar::item(ui, frame, action, commands);
        }
        menu_bar::other_formats(ui, frame, commands);
    });
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
    let (middle, ink) = (response.rect.center(), ui.style().interact(&response).text_color());
    let line = |points: &[(f32, f32)]| {
        let points = points.iter().map(|&(x, y)| middle + egui::vec2(x, y)).collect();
        ui.painter().line(points, egui::Stroke::new(1.5, ink));
    };
    line(&[(0.0, 2.5), (0.0, -6.0)]);
    line(&[(-3.0, -3.0), (0.0, -6.0), (3.0, -3.0)]);
    line(&[(-6.0, 1.0), (-6.0, 5.5), (6.0, 5.5), (6.0, 1.0)]);
    response.on_hover_text(name);
}

/// The name of the dataset and of its file, as far as there is room.
fn title(ui: &mut egui::Ui, frame: &Frame<'_>) {
    let world = &frame.session.world;
    let title = RichText::new(describe::short(frame.session.title())).font(theme::font(Font::Strong, 15.0));
    ui.add(egui::Label::new(title).truncate());
    if ui.available_width() < MIN_NAME_WIDTH {
        return;
    }
    // With several files, the list of layers has their names.
    if !frame.session.view.arrangement.listed_layers().is_empty() {
        return;
    }
    let name = RichText::new(shown_name(&world.name)).color(theme::colour(frame.palette, Ink::Muted));
    let label = ui.add(egui::Label::new(name).truncate());
    if let Some(path) = &world.path {
        label.on_hover_text(shown_path(path));
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
