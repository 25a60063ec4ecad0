//! The search field of the top bar. It keeps the keyboard until something else is clicked.

use egui::text_selection::CCursorRange;
use egui::{Key, Modifiers, TextEdit};

use crate::search::MAX_CHARS;
use crate::session::{Action, Command, SearchCommand};
use crate::timeline::{Font, Ink};
use crate::ui::commands::read_shortcuts;
use crate::ui::frame::Frame;
use crate::ui::widgets::{paint_cross, show_focus_ring};
use crate::ui::{describe, theme};

use super::results;

/// A field narrower than this has no room for its shortcut and its count.
const ROOM_FOR_ASIDE: f32 = 180.0;
/// Width of the button that clears the field.
const CLEAR_WIDTH: f32 = 20.0;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, width: f32, commands: &mut Vec<Command>) {
    let (find, strings) = (&frame.session.search, frame.strings());
    // Kept from the field, and answered after what was typed in the same frame.
    let keys = if find.is_open { read_keys(ui) } else { Vec::new() };
    let aside = match (find.hits.len(), find.text.is_empty()) {
        _ if width < ROOM_FOR_ASIDE => String::new(),
        (_, true) => read_shortcuts::first(ui, Action::Find),
        (0, false) => String::new(),
        (count, false) if find.was_visited => (strings.search.result_of)(find.chosen + 1, count),
        (count, false) => (strings.search.results)(count),
    };
    let aside = ui.painter().layout_no_wrap(
        aside,
        theme::font(Font::Text, 11.0),
        theme::colour(frame.palette, Ink::Muted),
    );
    let mut text = find.text.clone();
    let clear_width = if find.text.is_empty() { 0.0 } else { CLEAR_WIDTH };
    let right = (16.0 + clear_width + aside.size().x.min(80.0)) as i8;
    let margin = egui::Margin { left: 10, right, top: 5, bottom: 5 };
    let edit = TextEdit::singleline(&mut text)
        .id(egui::Id::unique("find"))
        // One more than is searched for, so that the user is told that the rest is ignored.
        .char_limit(MAX_CHARS + 1)
        .hint_text(strings.search.hint)
        .margin(margin)
        .desired_width(width);
    let response = ui.add(edit).accessible_name(strings.search.search);
    // While one types, and where something else is open, the help would cover it.
    let has_help = !find.is_open && frame.session.overlay.is_none();
    let response = if has_help { response.on_hover_text(strings.search.help) } else { response };
    let end = response.rect.right() - 10.0 - clear_width;
    let corner = egui::pos2(end - aside.size().x, response.rect.center().y);
    if !find.text.is_empty() {
        announce_count(ui, frame, egui::Rect::from_min_size(corner, aside.size()));
    }
    ui.painter().galley(corner - egui::vec2(0.0, aside.size().y / 2.0), aside, egui::Color32::PLACEHOLDER);
    if response.changed() {
        commands.push(Command::Search(SearchCommand::SetText(text)));
    }
    commands.extend(keys);
    if !find.text.is_empty() {
        clear_button(ui, frame, &response.rect, commands);
    }

    if !find.is_open {
        if response.gained_focus() {
            commands.push(Command::Do(Action::Find));
        } else if response.has_focus() {
            response.surrender_focus();
        }
        return;
    }
    if response.clicked() && !find.is_listed {
        // Lists the results again.
        commands.push(Command::Search(SearchCommand::MoveBy(0)));
    }
    let list = find.is_listed.then(|| results::show(ui, frame, &response.rect, commands));
    let is_left = ui.input(|input| {
        let is_elsewhere =
            |at: egui::Pos2| !response.rect.contains(at) && list.is_none_or(|list| !list.contains(at));
        (input.pointer.any_pressed() && input.pointer.interact_pos().is_some_and(is_elsewhere))
            || input.key_pressed(Key::Tab)
    });
    if is_left {
        commands.push(Command::Search(SearchCommand::Close));
    } else {
        if !response.has_focus() && !find.text.is_empty() {
            select_all(ui, response.id, &find.text);
        }
        response.request_focus();
    }
}

/// Selects the whole text: what is typed next takes the place of the last search.
fn select_all(ui: &egui::Ui, id: egui::Id, text: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::select_all_str(text)));
    TextEdit::store_state(ui.ctx(), id, state);
}

/// A screen reader says how much was found, and which of it one is at, whenever that changes.
fn announce_count(ui: &egui::Ui, frame: &Frame<'_>, rect: egui::Rect) {
    let (find, words) = (&frame.session.search, &frame.strings().search);
    let text = match find.hits.len() {
        0 => (words.no_results)(&describe::short(&find.text)),
        count if find.was_visited => (words.result_of)(find.chosen + 1, count),
        count => (words.results)(count),
    };
    let response = ui.interact(rect, egui::Id::unique("search count"), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, &text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// A cross at the end of the field, which clears it.
fn clear_button(ui: &mut egui::Ui, frame: &Frame<'_>, field: &egui::Rect, commands: &mut Vec<Command>) {
    let middle = egui::pos2(field.right() - CLEAR_WIDTH / 2.0 - 4.0, field.center().y);
    let rect = egui::Rect::from_center_size(middle, egui::Vec2::splat(CLEAR_WIDTH));
    let name = frame.strings().search.clear;
    let response = ui.place(rect, egui::Button::new("").frame(false).min_size(rect.size()));
    let response = response.accessible_name(name).on_hover_text(name);
    let stroke = egui::Stroke::new(1.4, ui.style().interact(&response).text_color());
    paint_cross(ui, middle, 3.5, stroke);
    show_focus_ring(ui, &response);
    if response.clicked() {
        commands.push(Command::Search(SearchCommand::SetText(String::new())));
    }
}

/// The commands of keys that move between results; all other keys belong to the field.
fn read_keys(ui: &egui::Ui) -> Vec<Command> {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let mut commands = Vec::new();
    if pressed(Modifiers::SHIFT, Key::Enter) {
        commands.push(Command::Search(SearchCommand::GoTo(-1)));
    }
    if pressed(Modifiers::NONE, Key::Enter) {
        commands.push(Command::Search(SearchCommand::GoTo(1)));
    }
    for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
        if pressed(Modifiers::NONE, key) {
            commands.push(Command::Search(SearchCommand::MoveBy(by)));
        }
    }
    commands
}
