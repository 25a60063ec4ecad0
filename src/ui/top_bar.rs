//! The bar at the top: what is open, menus, and the switch between light and dark.

use egui::{Panel, RichText};

use crate::domain::day_in_words;
use crate::session::{Action, Command, ThemeChoice};
use crate::timeline::{Face, Ink, Palette};

use super::words::short;
use super::{Frame, shortcuts, theme};

/// More bookmarks than this are no menu; Shift+M goes through all of them.
const MAX_BOOKMARKS: usize = 20;
/// Height of the bar.
const HEIGHT: f32 = 44.0;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let margin = theme::panel(egui::Margin::symmetric(12, 0));
    Panel::top("top bar").exact_size(HEIGHT).frame(margin).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let world = &frame.session.world;
            ui.menu_button("File", |ui| {
                for action in [Action::Open, Action::OpenBundled, Action::Quit] {
                    menu_item(ui, action, false, commands);
                }
            });
            ui.menu_button("View", |ui| {
                for action in [
                    Action::ZoomIn,
                    Action::ZoomOut,
                    Action::Fit,
                    Action::Centre,
                    Action::TextLarger,
                    Action::TextSmaller,
                    Action::AsOfDate,
                    Action::AsOfHere,
                    Action::PinLane,
                    Action::HideLane,
                    Action::ShowLanes,
                    Action::FoldAll,
                    Action::UnfoldAll,
                    Action::Palette,
                    Action::Keys,
                ] {
                    menu_item(ui, action, false, commands);
                }
                ui.separator();
                for (action, choice) in [
                    (Action::LightTheme, ThemeChoice::Light),
                    (Action::DarkTheme, ThemeChoice::Dark),
                    (Action::SystemTheme, ThemeChoice::System),
                ] {
                    menu_item(ui, action, frame.session.theme == choice, commands);
                }
            });
            ui.menu_button("Go", |ui| {
                for action in [
                    Action::Back,
                    Action::Forward,
                    Action::Today,
                    Action::GoToDate,
                    Action::Bookmark,
                    Action::NextBookmark,
                    Action::Previous,
                    Action::Next,
                    Action::PreviousInLane,
                    Action::NextInLane,
                    Action::LaneAbove,
                    Action::LaneBelow,
                    Action::First,
                    Action::Last,
                    Action::PageEarlier,
                    Action::PageLater,
                ] {
                    menu_item(ui, action, false, commands);
                }
                let bookmarks = &frame.session.bookmarks;
                if !bookmarks.is_empty() {
                    ui.separator();
                }
                for (place, bookmark) in bookmarks.iter().enumerate().take(MAX_BOOKMARKS) {
                    if ui.button(short(&bookmark.name)).on_hover_text("Go to this bookmark").clicked() {
                        commands.push(Command::GoToBookmark(place));
                        ui.close();
                    }
                }
            });
            ui.add_space(theme::GRID);
            // What stands at the right is laid out first, so that a long title gives way and not the buttons.
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                theme_switch(ui, frame, commands);
                as_of_menu(ui, frame, commands);
                let open = ui.button(Action::Open.words());
                if open.on_hover_text(hint(ui, Action::Open)).clicked() {
                    commands.push(Command::Do(Action::Open));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let title =
                        RichText::new(short(world.dataset.title())).font(theme::font(Face::Strong, 15.0));
                    ui.add(egui::Label::new(title).truncate());
                    let name = RichText::new(&world.name).color(theme::colour(frame.palette, Ink::Muted));
                    let label = ui.add(egui::Label::new(name).truncate());
                    if let Some(path) = &world.path {
                        label.on_hover_text(path.display().to_string());
                    }
                });
            });
        });
    });
}

/// On what day the law is read, and ways to choose another.
fn as_of_menu(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let label = match &frame.session.as_of {
        Some(as_of) => format!("As of {}", day_in_words(as_of.day)),
        None => "As of today".to_owned(),
    };
    ui.menu_button(label, |ui| {
        for action in [Action::AsOfDate, Action::AsOfHere, Action::AsOfOff] {
            menu_item(ui, action, false, commands);
        }
    });
}

/// A menu entry with its shortcut.
fn menu_item(ui: &mut egui::Ui, action: Action, is_on: bool, commands: &mut Vec<Command>) {
    let button = egui::Button::selectable(is_on, action.words()).shortcut_text(shortcuts::shown(ui, action));
    if ui.add(button).on_hover_text(action.help()).clicked() {
        commands.push(Command::Do(action));
        ui.close();
    }
}

/// An action's help with its shortcut.
fn hint(ui: &egui::Ui, action: Action) -> String {
    format!("{} ({})", action.help(), shortcuts::shown(ui, action))
}

/// A disc that is half light, half dark.
fn theme_switch(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (action, name) = match frame.palette {
        Palette::Light => (Action::DarkTheme, "Switch to dark"),
        Palette::Dark => (Action::LightTheme, "Switch to light"),
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
