//! The back and forward buttons of a mouse, and the end of a drag.

use egui::PointerButton;

use crate::session::{Action, Command, HistoryCommand};
use crate::ui::frame::Frame;

/// Reads what the pointer does to the way back. Comes after everything that is dragged: what a drag did last belongs to it.
pub(in crate::ui) fn read(ui: &egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    // A second pass of one frame would see the same presses again.
    if ui.current_pass_index() > 0 {
        return;
    }
    ui.input(|input| {
        for (button, action) in
            [(PointerButton::Extra1, Action::Back), (PointerButton::Extra2, Action::Forward)]
        {
            if input.pointer.button_pressed(button) {
                commands.push(Command::Do(action));
            }
        }
        if input.pointer.any_released() && frame.session.history.undo_stack.is_in_run() {
            commands.push(Command::History(HistoryCommand::EndRun));
        }
    });
}
