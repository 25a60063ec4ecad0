//! The bar at the top: what is open, menus, and the switch between light and dark.

use egui::{Panel, RichText};

use crate::language::{Language, Words};
use crate::session::{Action, Command, ThemeChoice};
use crate::timeline::{Face, Ink};

use super::words::short;
use super::{Frame, shortcuts, theme};

/// More bookmarks than this are no menu; Shift+M goes through all of them.
const MAX_BOOKMARKS: usize = 20;
/// Height of the bar.
const HEIGHT: f32 = 44.0;
/// A bar narrower than this leaves opening and exporting to the menus.
const ROOM_FOR_BUTTONS: f32 = 640.0;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let margin = theme::panel(egui::Margin::symmetric(12, 0));
    Panel::top("top bar").exact_size(HEIGHT).frame(margin).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let has_room = ui.available_width() >= ROOM_FOR_BUTTONS;
            let words = frame.words();
            ui.menu_button(words.file, |ui| file_menu(ui, frame, commands));
            ui.menu_button(words.view, |ui| view_menu(ui, frame, commands));
            ui.menu_button(words.go, |ui| go_menu(ui, frame, commands));
            ui.add_space(theme::GRID);
            // What stands at the right is laid out first, so that a long title gives way and not the buttons.
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                theme_switch(ui, frame, commands);
                if has_room {
                    ui.menu_button(words.export, |ui| {
                        for action in [Action::ExportSvg, Action::ExportPng] {
                            menu_item(ui, words, action, false, commands);
                        }
                    });
                    let open = ui.button(Action::Open.said(words).name);
                    if open.on_hover_text(hint(ui, words, Action::Open)).clicked() {
                        commands.push(Command::Do(Action::Open));
                    }
                }
                as_of_menu(ui, frame, has_room, commands);
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| title(ui, frame));
            });
        });
    });
}

/// The name of the dataset and of its file, as far as there is room.
fn title(ui: &mut egui::Ui, frame: &Frame<'_>) {
    let world = &frame.session.world;
    let title = RichText::new(short(world.dataset.title())).font(theme::font(Face::Strong, 15.0));
    ui.add(egui::Label::new(title).truncate());
    let name = RichText::new(&world.name).color(theme::colour(frame.palette, Ink::Muted));
    let label = ui.add(egui::Label::new(name).truncate());
    if let Some(path) = &world.path {
        label.on_hover_text(path.display().to_string());
    }
}

fn file_menu(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let words = frame.words();
    for action in [Action::Open, Action::OpenBundled] {
        menu_item(ui, words, action, false, commands);
    }
    ui.separator();
    for action in [Action::ExportSvg, Action::ExportPng] {
        menu_item(ui, words, action, false, commands);
    }
    ui.separator();
    menu_item(ui, words, Action::Quit, false, commands);
}

fn view_menu(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, words) = (frame.session, frame.words());
    for group in [
        &[Action::ZoomIn, Action::ZoomOut, Action::Fit, Action::Centre][..],
        &[Action::AsOfDate, Action::AsOfHere],
        &[Action::PinLane, Action::HideLane, Action::ShowLanes, Action::FoldAll, Action::UnfoldAll],
        &[Action::Details, Action::Palette, Action::Keys],
    ] {
        for &action in group {
            menu_item(ui, words, action, false, commands);
        }
        ui.separator();
    }
    ui.menu_button(words.appearance, |ui| {
        for (action, choice) in [
            (Action::LightTheme, ThemeChoice::Light),
            (Action::DarkTheme, ThemeChoice::Dark),
            (Action::SystemTheme, ThemeChoice::System),
        ] {
            menu_item(ui, words, action, session.preferences.theme == choice, commands);
        }
        ui.separator();
        for (action, is_on) in [
            (Action::HighContrast, session.high_contrast()),
            (Action::ReduceMotion, session.reduces_motion()),
        ] {
            menu_item(ui, words, action, is_on, commands);
        }
        ui.separator();
        for action in [Action::TextLarger, Action::TextSmaller] {
            menu_item(ui, words, action, false, commands);
        }
    });
    menu_item(ui, words, Action::WheelScrolls, session.preferences.wheel_scrolls, commands);
    // In both languages: whoever cannot read the one must find the other.
    ui.menu_button("Language · Язык", |ui| {
        for (action, language) in [(Action::English, Language::English), (Action::Russian, Language::Russian)]
        {
            menu_item(ui, words, action, session.language() == language, commands);
        }
    });
}

fn go_menu(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let words = frame.words();
    for group in [
        &[Action::Back, Action::Forward, Action::Today, Action::GoToDate][..],
        &[Action::Previous, Action::Next, Action::PreviousInLane, Action::NextInLane],
        &[Action::LaneAbove, Action::LaneBelow, Action::First, Action::Last],
        &[Action::PageEarlier, Action::PageLater],
        &[Action::Bookmark, Action::NextBookmark],
    ] {
        if group[0] != Action::Back {
            ui.separator();
        }
        for &action in group {
            menu_item(ui, words, action, false, commands);
        }
    }
    for (place, bookmark) in frame.session.bookmarks.iter().enumerate().take(MAX_BOOKMARKS) {
        if ui.button(short(&bookmark.name)).on_hover_text(words.to_bookmark).clicked() {
            commands.push(Command::GoToBookmark(place));
            ui.close();
        }
    }
}

/// On what day the law is read, and ways to choose another.
fn as_of_menu(ui: &mut egui::Ui, frame: &Frame<'_>, has_room: bool, commands: &mut Vec<Command>) {
    let words = frame.words();
    let label = match &frame.session.as_of {
        Some(as_of) if has_room => (words.as_of)(&(words.day)(as_of.day)),
        Some(as_of) => (words.day)(as_of.day),
        None => words.as_of_today.to_owned(),
    };
    ui.menu_button(label, |ui| {
        for action in [Action::AsOfDate, Action::AsOfHere, Action::AsOfOff] {
            menu_item(ui, words, action, false, commands);
        }
    });
}

/// A menu entry with its shortcut.
fn menu_item(ui: &mut egui::Ui, words: &Words, action: Action, is_on: bool, commands: &mut Vec<Command>) {
    let said = action.said(words);
    let button = egui::Button::selectable(is_on, said.name).shortcut_text(shortcuts::shown(ui, action));
    if ui.add(button).on_hover_text(said.help).clicked() {
        commands.push(Command::Do(action));
        ui.close();
    }
}

/// An action's help with its shortcut.
fn hint(ui: &egui::Ui, words: &Words, action: Action) -> String {
    format!("{} ({})", action.said(words).help, shortcuts::shown(ui, action))
}

/// A disc that is half light, half dark.
fn theme_switch(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let words = frame.words();
    let (action, name) = if frame.palette.is_dark() {
        (Action::LightTheme, words.to_light)
    } else {
        (Action::DarkTheme, words.to_dark)
    };
    let size = egui::vec2(32.0, 26.0);
    let response = ui.add_sized(size, egui::Button::new("")).accessible_name(name).on_hover_text(name);
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
