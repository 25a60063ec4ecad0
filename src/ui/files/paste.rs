//! Ctrl+V: a table on the clipboard is opened, or its rows are added where the table of events or statements is open.

use egui::Event;

use crate::session::{Command, EditingCommand, FilesCommand};
use crate::ui::frame::Frame;

/// Reads what was pasted, unless a text field has it.
pub(in crate::ui) fn read(ui: &egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let session = frame.session;
    let is_elsewhere = session.overlay.is_some() || session.files.table.is_some() || ui.text_edit_focused();
    // A second pass of one frame would see the same text again.
    if is_elsewhere || ui.current_pass_index() > 0 {
        return;
    }
    let pasted = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text) => Some(text.clone()),
            _ => None,
        })
    });
    commands.extend(pasted.map(|text| {
        if session.takes_rows() {
            Command::Editing(EditingCommand::PasteRows(text))
        } else {
            Command::Files(FilesCommand::Paste(text))
        }
    }));
}
