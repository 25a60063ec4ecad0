//! What is picked beside the selection: a list to read and to cite together.

use crate::session::{Action, Command, SelectionCommand, WindowCommand};
use crate::timeline::{Selection, Subject};

use crate::ui::{
    describe,
    frame::Frame,
    selection::cards,
    selection::citation,
    widgets::{heading, link, muted},
};

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, said) = (frame.session, frame.words());
    let picked = &session.selection.several;
    heading(ui, frame, &(said.several)(picked.len()));
    for &subject in picked.iter().take(cards::MAX_CARDS) {
        match subject {
            Subject::Event(id) => cards::event_line(ui, frame, id, None, commands),
            Subject::Plain(id) => {
                link(ui, frame, &describe::plain(session, id), Selection::Plain(id), commands)
            }
            Subject::Statement(id) => {
                link(ui, frame, &describe::statement(session, id), Selection::Statement(id), commands);
            }
        }
    }
    if let Some(more) = picked.len().checked_sub(cards::MAX_CARDS).filter(|&more| more > 0) {
        muted(ui, frame, (said.and_more)(&more.to_string()));
    }
    ui.add_space(crate::ui::theme::GRID);
    ui.horizontal_wrapped(|ui| {
        if ui.button(said.copy_citations).clicked() {
            let citations: Vec<String> =
                picked.iter().map(|&subject| citation::of(session, subject)).collect();
            let notice = (said.notices.citations_copied)(citations.len());
            commands.push(Command::Window(WindowCommand::Copy(citations.join("\n"), notice)));
        }
        let escape = Action::Escape.said(said);
        if ui.button(said.clear_picked).on_hover_text(escape.help).clicked() {
            commands.push(Command::Selection(SelectionCommand::ClearSeveral));
        }
    });
    muted(ui, frame, said.several_help);
}
