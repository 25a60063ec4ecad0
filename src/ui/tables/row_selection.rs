//! Clicks and keys on the rows of a table: one is selected, with Ctrl several, with Shift all up to here.

use egui::{Event, EventFilter, Key, Modifiers, Response};

use crate::session::{Command, CopyFormat, SelectionCommand, Session, TablesCommand};
use crate::timeline::Selection;

/// Rows that a page key moves.
const PAGE: isize = 10;

/// Answers a click on a row.
pub(super) fn click(
    response: &Response,
    session: &Session,
    row: usize,
    selection: Selection,
    commands: &mut Vec<Command>,
) {
    let modifiers = response.ctx.input(|input| input.modifiers);
    match session.table_subject(row) {
        Some(subject) if modifiers.command => {
            commands.push(Command::Selection(SelectionCommand::Toggle(subject)));
        }
        Some(_) if modifiers.shift => commands.push(Command::Tables(TablesCommand::SelectTo(row))),
        _ => {
            if !session.selection.several.is_empty() {
                commands.push(Command::Selection(SelectionCommand::ClearSeveral));
            }
            commands.push(Command::Selection(SelectionCommand::GoTo(selection)));
        }
    }
}

/// While a cell has the focus, arrow and page keys move the selected row; with Shift they select several. Ctrl+C copies.
pub(super) fn read(response: &Response, session: &Session, commands: &mut Vec<Command>) {
    let arrows = EventFilter { tab: false, horizontal_arrows: false, vertical_arrows: true, escape: false };
    response.ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let pressed = |modifiers, key| response.ctx.input_mut(|input| input.consume_key(modifiers, key));
    for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::PageDown, PAGE), (Key::PageUp, -PAGE)] {
        // Shift first: egui takes Shift+Down for Down too.
        if pressed(Modifiers::SHIFT, key) {
            commands.push(Command::Tables(TablesCommand::ExtendBy(by)));
        }
        if pressed(Modifiers::NONE, key) {
            commands.push(Command::Tables(TablesCommand::MoveBy(by)));
        }
    }
    let copies = response.ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)));
    if copies && !session.selected_table_rows().is_empty() {
        commands.push(Command::Tables(TablesCommand::CopySelected(CopyFormat::Csv)));
    }
}
