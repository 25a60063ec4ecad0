//! The dialog about confirmed quotations that are not saved: before the window closes, and after a run that was cut short.

use egui::{Key, Modifiers, RichText};

use crate::diagnostics::shown_name;
use crate::session::{Action, Command, EditingCommand, ReaderCommand, UnsavedChoice, UnsavedEdits};
use crate::timeline::{Font, Ink};
use crate::ui::frame::Frame;
use crate::ui::theme;

/// Documents listed by name; the rest are only counted.
const MAX_DOCUMENTS: usize = 8;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, closes: bool, commands: &mut Vec<Command>) {
    let strings = &frame.strings().reader;
    let unsaved = frame.session.unsaved();
    let title = if closes { strings.unsaved } else { strings.unsaved_restored };
    edits(ui, frame, &unsaved.edits, closes, commands);
    if unsaved.count() > 0 {
        ui.label(RichText::new(title(unsaved.count())).font(theme::font(Font::Strong, 14.0)));
    }
    for (index, document) in unsaved.documents.iter().enumerate().take(MAX_DOCUMENTS) {
        let name = shown_name(&document.name);
        let text = format!("{name} · {}", (strings.confirmed)(document.quotations.len()));
        ui.horizontal(|ui| {
            ui.label(RichText::new(text).size(12.0).color(theme::colour(frame.palette, Ink::Muted)));
            if document.path.is_some() && ui.button((strings.unsaved_reopen)(&name)).clicked() {
                commands.push(Command::Reader(ReaderCommand::ResolveUnsaved(UnsavedChoice::Open(index))));
            }
        });
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let (keep, discard) = if closes {
            (strings.unsaved_cancel, UnsavedChoice::DiscardAndClose)
        } else {
            (strings.unsaved_later, UnsavedChoice::Discard)
        };
        if closes {
            let save = ui.button(strings.unsaved_save.name).on_hover_text(strings.unsaved_save.tooltip);
            // Enter saves, unless another button has the focus: a key meant for something else must lose nothing.
            let has_focus = ui.memory(|memory| memory.focused().is_some());
            let enter = !has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            if save.clicked() || enter {
                commands.push(Command::Reader(ReaderCommand::ResolveUnsaved(UnsavedChoice::Save)));
            }
        }
        if ui.button(strings.unsaved_discard.name).on_hover_text(strings.unsaved_discard.tooltip).clicked() {
            commands.push(Command::Reader(ReaderCommand::ResolveUnsaved(discard)));
        }
        if ui.button(keep.name).on_hover_text(keep.tooltip).clicked() {
            commands.push(Command::Do(Action::Escape));
        }
    });
}

/// The unsaved edits of the open file, or those that earlier runs left, which can be made again.
fn edits(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    edits: &[UnsavedEdits],
    closes: bool,
    commands: &mut Vec<Command>,
) {
    let words = &frame.strings().editing;
    if closes {
        let open = edits.first().filter(|_| frame.session.has_unsaved_edits());
        if let Some(open) = open {
            let text = (words.unsaved)(open.count, &shown_name(&open.name));
            ui.label(RichText::new(text).font(theme::font(Font::Strong, 14.0)));
        }
        return;
    }
    for (index, left) in edits.iter().enumerate().take(MAX_DOCUMENTS) {
        let name = shown_name(&left.name);
        let text = (words.left)(left.count, &name);
        ui.add(egui::Label::new(RichText::new(text).font(theme::font(Font::Strong, 14.0))).wrap());
        if ui.button((words.restore)(&name)).clicked() {
            commands.push(Command::Editing(EditingCommand::Restore(index)));
        }
        ui.add_space(4.0);
    }
}
