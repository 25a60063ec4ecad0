//! Reads pressed shortcuts and writes them as text; which action has which is in `session/commands/shortcuts.rs`.

use std::sync::LazyLock;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::session::{Action, Command, Overlay, Session, Shortcut};
use crate::ui::frame::UiCache;

/// Turns pressed keys into commands. Keys without modifiers belong to the widget that has the focus, unless that is a mark
/// of the timeline; a text field keeps all its keys. What lies behind a dialog hears none of them: there only Escape counts.
pub(in crate::ui) fn read(ui: &egui::Ui, session: &Session, cache: &UiCache, commands: &mut Vec<Command>) {
    // A second pass of one frame would see the same keys again.
    if ui.current_pass_index() > 0 {
        return;
    }
    let overlay = session.overlay.as_ref();
    let field_is_open = overlay.is_some() || session.search.is_open;
    let waits = overlay.is_some_and(|overlay| !overlay.closes_on_other_command());
    let menu_is_open = egui::Popup::is_any_open(ui.ctx());
    let has_focus = ui.memory(|memory| memory.focused().is_some());
    let types_text = ui.text_edit_focused();
    // Most modifiers first: egui takes Ctrl+Shift+S for Ctrl+S too.
    static TABLE: LazyLock<Vec<(Shortcut, Action)>> = LazyLock::new(|| {
        let keys = |&action: &Action| action.shortcuts().iter().map(move |&shortcut| (shortcut, action));
        let mut table: Vec<_> = Action::ALL.iter().flat_map(keys).collect();
        table.sort_by_key(|(shortcut, _)| std::cmp::Reverse(shortcut.modifiers()));
        table
    });
    for &(shortcut, action) in TABLE.iter() {
        // The list of keys is closed by its own.
        let is_own = action == Action::Escape || (action == Action::Keys && overlay == Some(&Overlay::Keys));
        let is_plain = !shortcut.ctrl && !shortcut.alt;
        if !is_own && (waits || (overlay.is_some() && is_plain)) {
            continue;
        }
        let is_for_all = shortcut.ctrl || shortcut.alt || (field_is_open && shortcut.key == "Escape");
        // A text field undoes what was typed into it.
        let is_undo = matches!(action, Action::Undo | Action::Redo);
        let belongs_to_widget = (types_text && is_undo)
            || !is_for_all
                && (menu_is_open
                    || types_text
                    || (has_focus && !cache.mark_has_focus && moves_focus(shortcut)));
        let Some(key) = (!belongs_to_widget).then(|| to_egui(shortcut)).flatten() else { continue };
        if ui.input_mut(|input| input.consume_shortcut(&key)) {
            commands.push(Command::Do(action));
        }
    }
}

/// A shortcut as egui has it; `None` for a key that egui does not know.
pub(in crate::ui) fn to_egui(shortcut: Shortcut) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    if shortcut.ctrl {
        modifiers |= Modifiers::COMMAND;
    }
    if shortcut.alt {
        modifiers |= Modifiers::ALT;
    }
    if shortcut.shift {
        modifiers |= Modifiers::SHIFT;
    }
    Some(KeyboardShortcut::new(modifiers, Key::from_name(shortcut.key)?))
}

/// The first shortcut of an action as text; empty if it has none.
pub(in crate::ui) fn first(ui: &egui::Ui, action: Action) -> String {
    action.shortcuts().first().map(|&first| text(ui.ctx(), first)).unwrap_or_default()
}

/// A shortcut as text.
pub(in crate::ui) fn text(ctx: &egui::Context, shortcut: Shortcut) -> String {
    to_egui(shortcut).map(|key| with_symbols(&ctx.format_shortcut(&key))).unwrap_or_default()
}

/// A shortcut with the symbol on the key in place of the key's name.
fn with_symbols(shortcut: &str) -> String {
    const SYMBOLS: [(&str, &str); 11] = [
        ("Left", "←"),
        ("Right", "→"),
        ("Up", "↑"),
        ("Down", "↓"),
        ("Plus", "+"),
        ("Minus", "−"),
        ("Equals", "="),
        ("Comma", ","),
        ("Period", "."),
        ("Slash", "/"),
        ("Questionmark", "?"),
    ];
    let (before, key) = shortcut.rsplit_once('+').map_or(("", shortcut), |(before, key)| (before, key));
    let key = SYMBOLS.iter().find(|(name, _)| *name == key).map_or(key, |(_, sign)| sign);
    if before.is_empty() { key.to_owned() } else { format!("{before}+{key}") }
}

/// Keys with which egui moves the focus.
fn moves_focus(shortcut: Shortcut) -> bool {
    matches!(shortcut.key, "Left" | "Right" | "Up" | "Down" | "Escape")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn egui_knows_every_key_of_the_table() {
        for action in Action::ALL {
            for shortcut in action.shortcuts() {
                assert!(to_egui(*shortcut).is_some(), "{shortcut:?}");
            }
        }
    }
}
