//! Opening a link to a view: the dialog, and a link that is pasted onto the timeline.

use egui::{Event, RichText};

use crate::session::{Command, Overlay, Session, ViewCommand, is_view_link};
use crate::timeline::{Font, Ink};
use crate::ui::frame::Frame;
use crate::ui::theme;

use super::text_field::field;

/// How many notes about a link the dialog shows.
const MAX_NOTES: usize = 5;

/// Ctrl+V anywhere but in a text field: a link to a view opens it. Any other text is left for whoever else reads it.
pub(in crate::ui) fn read_paste(ui: &egui::Ui, session: &Session, commands: &mut Vec<Command>) {
    if session.overlay.is_some() || ui.text_edit_focused() || ui.current_pass_index() > 0 {
        return;
    }
    let pasted = ui.input_mut(|input| {
        let is_link = |event: &Event| matches!(event, Event::Paste(text) if is_view_link(text));
        let at = input.events.iter().position(is_link)?;
        Some(input.events.remove(at))
    });
    if let Some(Event::Paste(text)) = pasted {
        commands.push(Command::View(ViewCommand::OpenLink(text)));
    }
}

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, overlay: &Overlay, commands: &mut Vec<Command>) {
    let (strings, language) = (&frame.strings().view, frame.session.language());
    ui.label(RichText::new(strings.open_link).font(theme::font(Font::Strong, 14.0)));
    field(ui, overlay, strings.open_link, "", commands);
    let mut line = |text: String, ink: Ink| {
        let text = RichText::new(text).size(12.0).color(theme::colour(frame.palette, ink));
        ui.add(egui::Label::new(text).wrap());
    };
    if overlay.text().trim().is_empty() {
        return line(strings.link_help.to_owned(), Ink::Muted);
    }
    match frame.session.view_link_notes(overlay.text()) {
        Ok(notes) => {
            line(strings.enter_opens_link.to_owned(), Ink::Muted);
            for note in notes.iter().take(MAX_NOTES) {
                line(language.view_link_note(note), Ink::Text);
            }
        }
        Err(problem) => line(language.view_link_problem(problem), Ink::End),
    }
}
