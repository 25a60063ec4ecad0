//! What the window asks while quotations are confirmed and not saved: before it closes, and after a run that was cut short.

use egui::{Key, Modifiers, RichText};

use crate::diagnostics::shown_name;
use crate::session::{Action, Command, ReaderCommand, UnsavedChoice};
use crate::timeline::{Face, Ink};

use crate::ui::{frame::Frame, theme};

/// Documents named one by one; the others are only counted.
const MAX_DOCUMENTS: usize = 8;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, closes: bool, commands: &mut Vec<Command>) {
    let words = &frame.words().page;
    let unsaved = frame.session.unsaved();
    let title = if closes { words.unsaved } else { words.unsaved_restored };
    ui.label(RichText::new(title(unsaved.count())).font(theme::font(Face::Strong, 14.0)));
    for (index, document) in unsaved.documents.iter().enumerate().take(MAX_DOCUMENTS) {
        let name = shown_name(&document.name);
        let text = format!("{name} · {}", (words.taken)(document.quotations.len()));
        ui.horizontal(|ui| {
            ui.label(RichText::new(text).size(12.0).color(theme::colour(frame.palette, Ink::Muted)));
            if document.path.is_some() && ui.button((words.unsaved_reopen)(&name)).clicked() {
                commands.push(Command::Reader(ReaderCommand::ResolveUnsaved(UnsavedChoice::Open(index))));
            }
        });
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let (keep, discard) = if closes {
            (words.unsaved_cancel, UnsavedChoice::DiscardAndClose)
        } else {
            (words.unsaved_later, UnsavedChoice::Discard)
        };
        if closes {
            let save = ui.button(words.unsaved_save.name).on_hover_text(words.unsaved_save.help);
            // Return saves, unless another button has the focus: nothing is lost by a key that was meant for elsewhere.
            let has_focus = ui.memory(|memory| memory.focused().is_some());
            let enter = !has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            if save.clicked() || enter {
                commands.push(Command::Reader(ReaderCommand::ResolveUnsaved(UnsavedChoice::Save)));
            }
        }
        if ui.button(words.unsaved_discard.name).on_hover_text(words.unsaved_discard.help).clicked() {
            commands.push(Command::Reader(ReaderCommand::ResolveUnsaved(discard)));
        }
        if ui.button(keep.name).on_hover_text(keep.help).clicked() {
            commands.push(Command::Do(Action::Escape));
        }
    });
}
