//! The multi-selection: a list to read and to cite together.

use crate::session::{Action, Command, SelectionCommand, WindowCommand};
use crate::timeline::{Selection, Subject};
use crate::ui::frame::Frame;
use crate::ui::widgets::{heading, link, muted};
use crate::ui::{describe, theme};

use super::{cards, citation};

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, frame.strings());
    let selected = &session.selection.several;
    heading(ui, frame, &(strings.selection.several_heading)(selected.len()));
    if let Some(elapsed) = session.time_across_selection() {
        let words = (strings.terms.elapsed)(elapsed);
        let is_pair = selected.len() == 2;
        let sentence = if is_pair { strings.selection.time_between } else { strings.selection.time_across };
        ui.label(sentence(&words));
    }
    for &subject in selected.iter().take(cards::MAX_CARDS) {
        match subject {
            Subject::Event(id) => cards::event_line(ui, frame, id, None, commands),
            Subject::Bulk(id) => {
                link(ui, frame, &describe::bulk_event(session, id), Selection::Bulk(id), commands);
            }
            Subject::Statement(id) => {
                link(ui, frame, &describe::statement(session, id), Selection::Statement(id), commands);
            }
        }
    }
    if let Some(more) = selected.len().checked_sub(cards::MAX_CARDS).filter(|&more| more > 0) {
        muted(ui, frame, (strings.selection.and_more)(&more.to_string()));
    }
    ui.add_space(theme::GRID);
    ui.horizontal_wrapped(|ui| {
        if ui.button(strings.selection.copy_citations).clicked() {
            commands.push(copy(frame));
        }
        if session.can(Action::EditTogether) {
            let label = Action::EditTogether.label(strings);
            if ui.button(label.name).on_hover_text(label.tooltip).clicked() {
                commands.push(Command::Do(Action::EditTogether));
            }
        }
        let escape = Action::Escape.label(strings);
        if ui.button(strings.selection.clear).on_hover_text(escape.tooltip).clicked() {
            commands.push(Command::Selection(SelectionCommand::ClearSeveral));
        }
    });
    muted(ui, frame, strings.selection.several_help);
}

/// Copies the multi-selection, each item with its citation.
pub(super) fn copy(frame: &Frame<'_>) -> Command {
    let several = &frame.session.selection.several;
    let citations: Vec<String> =
        several.iter().map(|&subject| citation::of(frame.session, subject)).collect();
    let message = (frame.strings().selection.citations_copied)(citations.len());
    Command::Window(WindowCommand::Copy(citations.join("\n"), message))
}
