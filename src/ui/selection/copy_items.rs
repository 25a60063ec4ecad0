//! The entries of menus that copy an item: its quotation, and its citation.

use egui::Ui;

use crate::session::{Command, WindowCommand};
use crate::timeline::{Selection, Subject};
use crate::ui::frame::Frame;

use super::citation;

/// Entries that copy an item: the quotation of a statement, and the citation. Returns whether there are any.
pub(in crate::ui) fn copies(
    ui: &mut Ui,
    frame: &Frame<'_>,
    selection: Selection,
    commands: &mut Vec<Command>,
) -> bool {
    let (session, words) = (frame.session, &frame.strings().selection);
    let mut entry = |ui: &mut Ui, name: &str, text: String, message: &str| {
        if ui.button(name).clicked() {
            commands.push(Command::Window(WindowCommand::Copy(text, message.to_owned())));
            ui.close();
        }
    };
    let subject = match selection {
        Selection::Event(id) => Subject::Event(id),
        Selection::Statement(id) => {
            let quote = (words.quotation)(&session.world.dataset.statement(id).quote);
            entry(ui, words.copy_quote, quote, words.quote_copied);
            Subject::Statement(id)
        }
        Selection::Bulk(id) => Subject::Bulk(id),
        Selection::Source(id) => {
            let text = citation::of_source(session, id);
            entry(ui, words.copy_citation, text, words.citation_copied);
            return true;
        }
        Selection::Nothing | Selection::Treaty(_) | Selection::Speaker(_) => return false,
    };
    entry(ui, words.copy_citation, citation::of(session, subject), words.citation_copied);
    true
}
