//! The menus of the filter bar: a field to type into, and the values that it leaves, which scroll.

use std::sync::Arc;

use egui::{Key, RichText, ScrollArea, TextEdit};

use crate::session::{Command, Facet, FilterCommand};
use crate::timeline::Ink;
use crate::ui::commands::text_field::FIXED_SCROLL_BAR;
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::{ROOM_FOR_DISCLOSURE, muted, part_header, show_scroll_bars};

use super::entries::Entry;
use super::values::{Row, Values};

/// Width of a menu: it does not change while one types.
const WIDTH: f32 = 300.0;
/// Maximum length of what is typed, in characters.
const MAX_TYPED: usize = 100;
/// The window keeps this much free under a menu.
const FOOT: f32 = 28.0;

/// What was typed into a menu, while it is open.
#[derive(Clone, Default)]
struct Typed {
    text: String,
    /// The pass in which the menu was last shown, and that in which it was opened.
    shown: u64,
    opened: u64,
}

/// The values of a facet for a text, kept until the session or the text changes.
#[derive(Clone)]
struct CachedValues {
    revision: u64,
    text: String,
    values: Arc<Values>,
}

/// The menu of one facet.
pub(super) fn of_facet(ui: &mut egui::Ui, frame: &Frame<'_>, entry: Entry, commands: &mut Vec<Command>) {
    let filter = &frame.session.filter.active;
    let typed = field(ui, frame, entry.name);
    let values = values(ui, frame, entry, &typed.text);
    let entered = values.first().filter(|_| typed.is_entered);
    commands.extend(entered.map(|facet| Command::Filter(FilterCommand::Toggle(facet))));
    if typed.is_done || is_last(entered) {
        ui.close();
    }
    if typed.text.is_empty() {
        let is_any = filter.of_kind(entry.facet).next().is_none();
        let any = ui.add(egui::Button::selectable(is_any, frame.strings().filter.any));
        if any.clicked() {
            commands.push(Command::Filter(FilterCommand::Set(filter.without(entry.facet))));
            // There is no other value to add to it.
            ui.close();
        }
        if matches!(entry.facet, Facet::Party(_)) {
            muted(ui, frame, frame.strings().filter.party_help);
        }
    }
    scrolled(ui, frame, |ui| list(ui, frame, &values, commands));
}

/// The menu of the facets that have no button: each is opened in its place. What is typed is looked for in all of them.
pub(super) fn of_rest(ui: &mut egui::Ui, frame: &Frame<'_>, entries: &[Entry], commands: &mut Vec<Command>) {
    let filter = &frame.session.filter.active;
    let typed = field(ui, frame, frame.strings().filter.more);
    let is_typed = !typed.text.trim().is_empty();
    let mut entered = None;
    if typed.is_entered {
        let mut found = entries.iter().map(|&entry| values(ui, frame, entry, &typed.text));
        entered = found.find_map(|values| values.first());
        commands.extend(entered.map(|facet| Command::Filter(FilterCommand::Toggle(facet))));
    }
    if typed.is_done || is_last(entered) {
        ui.close();
    }
    scrolled(ui, frame, |ui| {
        let mut is_any_shown = false;
        for &entry in entries {
            if entry.facet == Facet::Spoken && !is_typed {
                value(ui, frame, Facet::Spoken, entry.name, None, commands);
                continue;
            }
            let count = filter.of_kind(entry.facet).count();
            let name = if count > 0 { format!("{} · {count}", entry.name) } else { entry.name.to_owned() };
            if is_typed {
                let values = values(ui, frame, entry, &typed.text);
                if values.rows.is_empty() {
                    continue;
                }
                is_any_shown = true;
                heading(ui, frame, &name);
                list(ui, frame, &values, commands);
            } else if part_header(ui, egui::Id::unique(("part of a menu", entry.name)), &name) {
                let values = values(ui, frame, entry, "");
                ui.indent(entry.name, |ui| list(ui, frame, &values, commands));
            }
        }
        if is_typed && !is_any_shown {
            heading(ui, frame, frame.strings().filter.no_value);
        }
    });
}

/// Whether nothing more is to be chosen after a value: one speaker is what is looked for, and the menu would cover the
/// link to all that he or she said.
fn is_last(entered: Option<Facet>) -> bool {
    matches!(entered, Some(Facet::Speaker(_)))
}

/// What the field of a menu holds.
struct Entered {
    text: String,
    /// Whether Enter was pressed on a text in it: the first value is chosen, or given up again.
    is_entered: bool,
    /// Whether Enter was pressed in the empty field: nothing more is to be chosen.
    is_done: bool,
}

/// The field over the values. It has the keyboard when the menu opens.
fn field(ui: &mut egui::Ui, frame: &Frame<'_>, menu: &str) -> Entered {
    let strings = frame.strings();
    ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 40.0));
    let id = egui::Id::unique(("filter menu", menu));
    let pass = ui.ctx().cumulative_pass_nr();
    let mut typed: Typed = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if typed.shown == 0 || typed.shown + 1 < pass {
        typed = Typed { opened: pass, ..Typed::default() };
    }
    typed.shown = pass;
    let edit = TextEdit::singleline(&mut typed.text)
        .id(id.with("field"))
        .char_limit(MAX_TYPED)
        .hint_text(strings.filter.find)
        .align(egui::Align2::LEFT_CENTER)
        .margin(egui::Margin::symmetric(8, 4))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit).accessible_name(format!("{}: {}", menu, strings.filter.find));
    // The Enter that opened the menu is not meant for its field.
    let is_entered =
        response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && pass > typed.opened + 1;
    let has_text = !typed.text.trim().is_empty();
    // A popup is laid out once before it is shown.
    if pass <= typed.opened + 1 || (is_entered && has_text) {
        response.request_focus();
    }
    let entered = Entered {
        text: typed.text.clone(),
        is_entered: is_entered && has_text,
        is_done: is_entered && !has_text,
    };
    if entered.is_entered {
        // The next word is typed into an empty field.
        typed.text.clear();
    }
    ui.data_mut(|data| data.insert_temp(id, typed));
    entered
}

/// The values of a facet, computed when the session or what is typed has changed.
fn values(ui: &egui::Ui, frame: &Frame<'_>, entry: Entry, text: &str) -> Arc<Values> {
    let id = egui::Id::unique(("filter values", entry.name));
    let revision = frame.session.revision;
    let kept: Option<CachedValues> = ui.data(|data| data.get_temp(id));
    if let Some(kept) = kept.filter(|kept| kept.revision == revision && kept.text == text) {
        return kept.values;
    }
    let values = Arc::new(Values::of(frame.session, entry.facet, text));
    let kept = CachedValues { revision, text: text.to_owned(), values: Arc::clone(&values) };
    ui.data_mut(|data| data.insert_temp(id, kept));
    values
}

/// Entries that scroll where the window is too low for them, with a bar to show it.
fn scrolled(ui: &mut egui::Ui, frame: &Frame<'_>, entries: impl FnOnce(&mut egui::Ui)) {
    let room = (ui.ctx().content_rect().bottom() - ui.cursor().top() - FOOT).max(80.0);
    show_scroll_bars(ui, frame);
    ScrollArea::vertical()
        .max_height(room)
        .min_scrolled_height(room)
        .auto_shrink([false, true])
        .scroll_source(FIXED_SCROLL_BAR)
        .show(ui, entries);
}

fn list(ui: &mut egui::Ui, frame: &Frame<'_>, values: &Values, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    for row in &values.rows {
        match row {
            Row::Heading(name) => heading(ui, frame, name),
            Row::Value(facet, name, count) => value(ui, frame, *facet, name, Some(*count), commands),
        }
    }
    if values.rows.is_empty() {
        heading(ui, frame, strings.filter.no_value);
    }
    if values.left_out > 0 {
        heading(ui, frame, &(strings.filter.more_values)(values.left_out));
    }
}

fn value(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    facet: Facet,
    name: &str,
    count: Option<usize>,
    commands: &mut Vec<Command>,
) {
    let is_chosen = frame.session.filter.active.has(facet);
    let mut button = egui::Button::selectable(is_chosen, name).truncate();
    button = button.min_size(egui::vec2(ui.available_width(), 0.0));
    let full_name = match count {
        Some(count) => {
            button = button.shortcut_text(format!("{count}{ROOM_FOR_DISCLOSURE}"));
            format!("{name}, {count}")
        }
        None => name.to_owned(),
    };
    if ui.add(button).accessible_name(full_name).clicked() {
        commands.push(Command::Filter(FilterCommand::Toggle(facet)));
    }
}

fn heading(ui: &mut egui::Ui, frame: &Frame<'_>, text: &str) {
    let muted = theme::colour(frame.palette, Ink::Muted);
    ui.label(RichText::new(text).size(11.0).color(muted));
}
