//! The overlays: command palette, date to go to, list of shortcuts, unsaved quotations.

use egui::{Align2, Area, Key, Modifiers, Order, RichText, ScrollArea};

use crate::language::Strings;
use crate::session::{Action, Command, Overlay, OverlayCommand, PaletteEntry};
use crate::timeline::{Font, Ink};
use crate::ui::editing::{dialogs, parties, undo_list};
use crate::ui::frame::Frame;
use crate::ui::help::glossary;
use crate::ui::reader::unsaved;
use crate::ui::theme;

use super::text_field::{FIXED_SCROLL_BAR, field};
use super::{about, bookmarks, menus, read_shortcuts, view_link};

/// Width of an overlay.
const WIDTH: f32 = 480.0;
/// Width of the list of shortcuts.
const KEYS_WIDTH: f32 = 1120.0;
/// A list of shortcuts wider than this has two columns.
const TWO_COLUMNS: f32 = 860.0;

/// The id of its area.
pub(super) fn id() -> egui::Id {
    egui::Id::unique("overlay")
}

pub(in crate::ui) fn show(ui: &egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let overlay = frame.session.overlay.as_ref();
    let overlay = overlay.filter(|&overlay| !matches!(overlay, Overlay::Picture | Overlay::Slides));
    let Some(overlay) = overlay else { return };
    if !overlay.closes_on_other_command() {
        shade(ui.ctx());
    }
    let area = Area::new(id()).order(Order::Foreground);
    area.anchor(Align2::CENTER_TOP, [0.0, 64.0]).show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).inner_margin(12.0).show(ui, |ui| {
            let width = if *overlay == Overlay::Keys { KEYS_WIDTH } else { WIDTH };
            ui.set_width(width.min(ui.ctx().content_rect().width() - 40.0));
            match overlay {
                Overlay::Keys => keys(ui, frame, commands),
                // They are drawn elsewhere (`ui/pictures`).
                Overlay::Picture | Overlay::Slides => {}
                Overlay::About => about::show(ui, frame, commands),
                Overlay::Bookmarks => bookmarks::show(ui, frame, commands),
                Overlay::Glossary { .. } => glossary::show(ui, frame, overlay, commands),
                Overlay::Palette { chosen, .. } => palette(ui, frame, overlay, *chosen, commands),
                Overlay::GoToDate { .. } => {
                    date(ui, frame, overlay, frame.strings().view.go_to_date, commands);
                }
                Overlay::ViewLink { .. } => view_link::show(ui, frame, overlay, commands),
                Overlay::Unsaved { closes } => unsaved::show(ui, frame, *closes, commands),
                Overlay::Parties => parties::show(ui, frame, commands),
                Overlay::Delete => dialogs::deletion(ui, frame, commands),
                Overlay::ChangedOnDisk => dialogs::changed_on_disk(ui, frame, commands),
                Overlay::Propose => dialogs::proposal(ui, frame, commands),
                Overlay::EditHistory => undo_list::show(ui, frame, commands),
                Overlay::StatusDate { .. } => {
                    date(ui, frame, overlay, frame.strings().law.status_dialog, commands);
                }
            }
        });
    });
}

/// Dims what lies behind a question that waits for its answer, and keeps the pointer from it.
fn shade(ctx: &egui::Context) {
    let rect = ctx.content_rect();
    Area::new(egui::Id::unique("shade")).order(Order::Middle).fixed_pos(rect.min).show(ctx, |ui| {
        ui.allocate_rect(rect, egui::Sense::click_and_drag());
        ui.painter().rect_filled(rect, 0.0, egui::Color32::from_black_alpha(70));
    });
}

fn date(ui: &mut egui::Ui, frame: &Frame<'_>, overlay: &Overlay, name: &str, commands: &mut Vec<Command>) {
    ui.label(RichText::new(name).font(theme::font(Font::Strong, 14.0)));
    let strings = frame.strings();
    field(ui, overlay, name, strings.view.date_hint, commands);
    let (text, ink) = match overlay.date() {
        None => (strings.view.date_help.to_owned(), Ink::Muted),
        Some(Ok(date)) => ((strings.view.enter_goes_to)(&(strings.dates.date)(&date)), Ink::Muted),
        Some(Err(problem)) => ((strings.dates.problem)(overlay.text().trim(), problem), Ink::End),
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
            commands.push(Command::Overlay(OverlayCommand::MoveBy(by)));
        }
    }
    let strings = frame.strings();
    field(ui, overlay, strings.commands.palette, strings.commands.palette_hint, commands);
    let found = frame.session.find_commands(overlay.text());
    if found.is_empty() {
        let words =
            RichText::new(strings.commands.no_command).color(theme::colour(frame.palette, Ink::Muted));
        ui.add(egui::Label::new(words).wrap());
    }
    // Scrolled to once: a request in every frame would never come to rest.
    let is_new = ui.data_mut(|data| {
        let last = data.get_temp_mut_or(egui::Id::unique("chosen command"), usize::MAX);
        std::mem::replace(last, chosen) != chosen
    });
    let height = (found.len() as f32 * 30.0).min(360.0);
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.scroll_source(FIXED_SCROLL_BAR).show(ui, |ui| {
        for (i, entry) in found.into_iter().enumerate() {
            let (name, shortcut, help) = match entry {
                PaletteEntry::Do(action) => {
                    let label = action.label(strings);
                    (label.name.to_owned(), read_shortcuts::first(ui, action), label.tooltip)
                }
                PaletteEntry::OnlyGroup(category) => (
                    menus::only_group(frame.session, category),
                    String::new(),
                    strings.filter.only_group_help,
                ),
            };
            let button = egui::Button::selectable(i == chosen, name)
                .shortcut_text(shortcut)
                .truncate()
                .min_size(egui::vec2(ui.available_width(), 26.0));
            let response = ui.add(button).on_hover_text(help);
            if i == chosen && is_new {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                commands.push(Command::Overlay(OverlayCommand::Choose(entry)));
            }
        }
    });
}

fn keys(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    ui.horizontal(|ui| {
        ui.label(RichText::new(Action::Keys.label(strings).name).font(theme::font(Font::Strong, 14.0)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(strings.commands.close).clicked() {
                commands.push(Command::Do(Action::Escape));
            }
        });
    });
    let height = (ui.ctx().content_rect().height() - 180.0).max(160.0);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        if ui.available_width() >= TWO_COLUMNS {
            // The first column has the gestures, and as many shortcuts as make both columns equally long.
            let gestures = gestures(frame);
            let keys = keys_of_actions(ui.ctx(), strings);
            let (first, second) = keys.split_at(keys.len().saturating_sub(gestures.len()) / 2);
            ui.columns(2, |columns| {
                list(&mut columns[0], "gestures", gestures.iter().chain(first));
                list(&mut columns[1], "keys", second.iter());
            });
        } else {
            let lines = gestures(frame).into_iter().chain(keys_of_actions(ui.ctx(), strings));
            list(ui, "keys", lines.collect::<Vec<_>>().iter());
        }
    });
}

/// A gesture or a shortcut, and what it does.
type Line = (String, &'static str);

fn gestures(frame: &Frame<'_>) -> Vec<Line> {
    let g = &frame.strings().commands.gestures;
    let wheel = if frame.session.settings.preferences.wheel_zooms {
        [g.wheel_that_zooms, g.header_wheel]
    } else {
        [g.wheel, g.zoom_wheel]
    };
    let all = [
        wheel[0],
        wheel[1],
        g.shift_wheel,
        g.drag,
        g.alt_wheel,
        g.zoom_box,
        g.select_range,
        g.click,
        g.add_to_selection,
        g.right_click,
        g.list_cluster,
        g.expand_cluster,
        g.double_click,
        g.click_heading,
        g.drag_header,
        g.drag_headers_edge,
        g.drag_status_date,
        g.drag_strip,
        g.tab,
        g.enter,
    ];
    all.iter().map(|label| (label.name.to_owned(), label.tooltip)).collect()
}

fn keys_of_actions(ctx: &egui::Context, strings: &Strings) -> Vec<Line> {
    let with_keys = Action::ALL.iter().filter(|action| !action.shortcuts().is_empty());
    let line = |action: &Action| {
        let keys: Vec<String> =
            action.shortcuts().iter().map(|&key| read_shortcuts::text(ctx, key)).collect();
        (keys.join("  "), action.label(strings).tooltip)
    };
    with_keys.map(line).collect()
}

/// Lines with the gesture or shortcut at the left and what it does at the right.
fn list<'a>(ui: &mut egui::Ui, name: &str, lines: impl Iterator<Item = &'a Line>) {
    /// Width of the left column.
    const LEFT: f32 = 190.0;
    ui.spacing_mut().interact_size.y = 16.0;
    let right = (ui.available_width() - LEFT - 16.0).max(120.0);
    egui::Grid::new(name).num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
        for (what, comes_of_it) in lines {
            ui.scope(|ui| {
                ui.set_width(LEFT);
                ui.add(egui::Label::new(RichText::new(what).font(theme::font(Font::Strong, 12.0))).wrap());
            });
            ui.scope(|ui| {
                ui.set_width(right);
                ui.add(egui::Label::new(*comes_of_it).wrap());
            });
            ui.end_row();
        }
    });
}
