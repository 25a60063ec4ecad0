//! The context menu of an item wherever it stands: in a table, on a page of the details panel, in a list.

use egui::{Response, Ui};

use crate::session::{Action, Command, SelectionCommand, WindowCommand};
use crate::timeline::{Selection, Subject};
use crate::ui::commands::{menu_bar, menus};
use crate::ui::frame::Frame;

use super::copy_items::copies;
use super::source_list::is_address;

/// Opens the menu of an item when it is clicked with the secondary button.
pub(in crate::ui) fn of(
    response: &Response,
    frame: &Frame<'_>,
    selection: Selection,
    commands: &mut Vec<Command>,
) {
    if selection != Selection::Nothing {
        response.context_menu(|ui| entries(ui, frame, selection, commands));
    }
}

/// The same for a container: also where a link or a text in it is clicked.
pub(in crate::ui) fn within(
    response: &Response,
    frame: &Frame<'_>,
    selection: Selection,
    commands: &mut Vec<Command>,
) {
    if selection != Selection::Nothing {
        response.container_context_menu(|ui| entries(ui, frame, selection, commands));
    }
}

fn entries(ui: &mut Ui, frame: &Frame<'_>, selection: Selection, commands: &mut Vec<Command>) {
    if ui.button(frame.strings().commands.show_on_timeline).clicked() {
        commands.push(Command::Selection(SelectionCommand::GoTo(selection)));
        ui.close();
    }
    match selection {
        Selection::Nothing | Selection::Speaker(_) => {}
        Selection::Event(id) => menus::mark_entries(ui, frame, Subject::Event(id), commands),
        Selection::Statement(id) => menus::mark_entries(ui, frame, Subject::Statement(id), commands),
        Selection::Bulk(id) => {
            copies(ui, frame, Selection::Bulk(id), commands);
        }
        Selection::Treaty(id) => menus::lane_entries(ui, frame, id, commands),
        Selection::Source(id) => {
            copies(ui, frame, Selection::Source(id), commands);
            let url = &frame.session.world.dataset.source(id).url;
            if is_address(url) && ui.button(frame.strings().selection.open_source).clicked() {
                commands.push(Command::Window(WindowCommand::OpenAddress(url.to_string())));
                ui.close();
            }
        }
    }
    if frame.session.selection.selected == selection {
        menu_bar::item(ui, frame, Action::Centre, commands);
    }
}
