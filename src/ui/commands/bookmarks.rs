//! The bookmarks with their notes, in the order in which they are steps: the dialog in which both are edited.

use egui::{RichText, ScrollArea, TextEdit, Ui};

use crate::session::{Action, Bookmark, Command, ViewCommand};
use crate::timeline::Font;
use crate::ui::frame::Frame;
use crate::ui::{describe, theme, widgets};

/// Maximum number of bookmarks that are listed.
const MAX_LISTED: usize = 100;

pub(super) fn show(ui: &mut Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let bookmarks = &frame.session.view.bookmarks;
    ui.horizontal(|ui| {
        let name = Action::Bookmarks.label(strings).name.trim_end_matches('…');
        ui.label(RichText::new(name).font(theme::font(Font::Strong, 14.0)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(strings.commands.close).clicked() {
                commands.push(Command::Do(Action::Escape));
            }
            for action in [Action::ExportBookmarks, Action::PresentBookmarks] {
                let label = action.label(strings);
                let button = ui.add_enabled(frame.session.can(action), egui::Button::new(label.name));
                if button.on_hover_text(label.tooltip).clicked() {
                    commands.push(Command::Do(action));
                }
            }
        });
    });
    if bookmarks.is_empty() {
        return widgets::muted(ui, frame, strings.view.no_bookmarks);
    }
    let height = (ui.ctx().content_rect().height() - 180.0).max(160.0);
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for (index, bookmark) in bookmarks.iter().enumerate().take(MAX_LISTED) {
            ui.push_id(index, |ui| one(ui, frame, index, bookmark, commands));
        }
    });
}

fn one(ui: &mut Ui, frame: &Frame<'_>, index: usize, bookmark: &Bookmark, commands: &mut Vec<Command>) {
    let strings = &frame.strings().view;
    let name = describe::short(&bookmark.name);
    let last = frame.session.view.bookmarks.len() - 1;
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let mut act = |sign: &str, words: String, is_on: bool, command: ViewCommand| {
                let button =
                    ui.add_enabled(is_on, egui::Button::new(sign).small().min_size(egui::vec2(24.0, 24.0)));
                if button.accessible_name(&words).on_hover_text(words).clicked() {
                    commands.push(Command::View(command));
                }
            };
            act("×", (strings.bookmark_remove)(&name), true, ViewCommand::RemoveBookmark(index));
            act("↓", (strings.bookmark_down)(&name), index < last, ViewCommand::MoveBookmark(index, 1));
            act("↑", (strings.bookmark_up)(&name), index > 0, ViewCommand::MoveBookmark(index, -1));
            let go = egui::Button::new(format!("{}. {name}", index + 1)).truncate().frame(false);
            let go = ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| ui.add(go)).inner;
            if go.on_hover_text(strings.to_bookmark).clicked() {
                commands.push(Command::View(ViewCommand::GoToBookmark(index)));
            }
        });
    });
    let mut note = bookmark.note.clone();
    let field = TextEdit::multiline(&mut note).hint_text(strings.bookmark_note_hint).desired_rows(2);
    let response = ui.add(field.desired_width(f32::INFINITY));
    if response.accessible_name((strings.bookmark_note)(&name)).changed() {
        commands.push(Command::View(ViewCommand::SetNote(index, note)));
    }
}
