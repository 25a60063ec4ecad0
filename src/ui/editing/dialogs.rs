//! The questions before a record is deleted or a changed file is written over, and who proposes changes.

use egui::{RichText, ScrollArea};

use crate::diagnostics::shown_name;
use crate::edit::Link;
use crate::session::{Action, Command, EditingCommand, ReaderCommand, UnsavedChoice};
use crate::timeline::Font;
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::muted;

/// More links are not listed.
const MAX_LINES: usize = 100;
/// Height of a line of a list, in points.
const LINE: f32 = 20.0;

fn heading(ui: &mut egui::Ui, text: &str) {
    ui.add(egui::Label::new(RichText::new(text).font(theme::font(Font::Strong, 14.0))).wrap());
    ui.add_space(theme::GRID);
}

/// Whether to delete a record, with what is deleted too and what links to it.
pub(in crate::ui) fn deletion(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let words = &frame.strings().editing;
    let Some(deletion) = &frame.session.editing.deletion else { return };
    heading(ui, &(words.delete_question)(&deletion.title));
    let removal = &deletion.removal;
    let lists = [
        (&removal.blocking, words.delete_blocked),
        (&removal.removed, words.delete_with),
        (&removal.cleared, words.delete_links),
    ];
    if lists.iter().all(|(links, _)| links.is_empty()) {
        muted(ui, frame, words.delete_no_links);
    }
    // All of it is there from the first frame, so that no button moves away from under the pointer.
    let lines: usize = lists.iter().map(|(links, _)| links.len().min(MAX_LINES) + 2).sum();
    let most = (ui.ctx().content_rect().height() - 260.0).clamp(80.0, 320.0);
    let height = (lines as f32 * LINE).min(most);
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        for (links, caption) in lists.into_iter().filter(|(links, _)| !links.is_empty()) {
            ui.add_space(theme::GRID);
            muted(ui, frame, caption(links.len()));
            for link in links.iter().take(MAX_LINES) {
                ui.add(egui::Label::new(format!("· {}", name_of(frame, link))).wrap());
            }
        }
    });
    ui.add_space(3.0 * theme::GRID);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
        let button = egui::Button::new(words.delete.name);
        let response = ui.add_enabled(removal.blocking.is_empty(), button);
        if response.on_hover_text(words.delete.tooltip).clicked() {
            commands.push(Command::Editing(EditingCommand::Delete));
        }
        if ui.button(words.cancel.name).clicked() {
            commands.push(Command::Do(Action::Escape));
        }
    });
}

/// What links to something, by its name.
fn name_of(frame: &Frame<'_>, link: &Link) -> String {
    frame.session.record_name(link.list, &link.id)
}

/// What to do where somebody else has changed the file.
pub(in crate::ui) fn changed_on_disk(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let words = &frame.strings().editing;
    heading(ui, &(words.changed_on_disk)(&shown_name(&frame.session.world.name)));
    muted(ui, frame, words.changed_on_disk_help);
    ui.add_space(3.0 * theme::GRID);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
        if ui.button(words.save_elsewhere.name).on_hover_text(words.save_elsewhere.tooltip).clicked() {
            commands.push(Command::Do(Action::Escape));
            commands.push(Command::Do(Action::SaveEditsAs));
        }
        if ui.button(words.merge.name).on_hover_text(words.merge.tooltip).clicked() {
            commands.push(Command::Editing(EditingCommand::Merge));
        }
        if ui.button(words.save_over.name).on_hover_text(words.save_over.tooltip).clicked() {
            commands.push(Command::Editing(EditingCommand::SaveOver));
        }
        if ui.button(words.reload.name).on_hover_text(words.reload.tooltip).clicked() {
            commands.push(Command::Do(Action::Reload));
            commands.push(Command::Reader(ReaderCommand::ResolveUnsaved(UnsavedChoice::DiscardAndClose)));
        }
        if ui.button(words.cancel.name).clicked() {
            commands.push(Command::Do(Action::Escape));
        }
    });
}

/// Who proposes the unsaved edits, and why.
pub(in crate::ui) fn proposal(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let words = &frame.strings().editing;
    heading(ui, Action::ProposeChanges.label(frame.strings()).name.trim_end_matches('…'));
    ui.add(egui::Label::new(words.propose_help).wrap());
    let before = &frame.session.editing.proposal;
    let mut now = before.clone();
    let fields = [(words.author, &mut now.author), (words.reason, &mut now.reason)];
    for (index, (label, text)) in fields.into_iter().enumerate() {
        ui.add_space(2.0 * theme::GRID);
        ui.label(RichText::new(label.name).font(theme::font(Font::Strong, 12.0)));
        let old = text.clone();
        let edit = egui::TextEdit::singleline(text).id_salt(label.name).margin(egui::Margin::symmetric(8, 6));
        let response = ui.add(edit.desired_width(f32::INFINITY));
        // What is typed at once goes into the first field.
        if index == 0 && ui.memory(|memory| memory.focused().is_none()) {
            response.request_focus();
        }
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::text_edit(true, &old, &*text, label.name);
            info.label = Some(label.name.to_owned());
            info
        });
    }
    if now != *before {
        commands.push(Command::Editing(EditingCommand::Propose(now)));
    }
    ui.add_space(3.0 * theme::GRID);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
        if ui.button(words.save_patch.name).on_hover_text(words.save_patch.tooltip).clicked() {
            commands.push(Command::Editing(EditingCommand::AskWhereToPropose));
        }
        if ui.button(words.cancel.name).clicked() {
            commands.push(Command::Do(Action::Escape));
        }
    });
}
