//! The dialog in which a table is opened: what its columns are taken for, and the timeline that comes of it.

use egui::{Key, Layout, Margin, Modal, Modifiers, Panel, RichText, ScrollArea};

use crate::session::{Command, FilesCommand, TableToOpen};
use crate::timeline::{Face, Ink};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::{describe, theme};

use super::{table_grid, table_outcome, table_preview, table_questions};

/// The size of the dialog in a window that has room for it.
const SIZE: [f32; 2] = [1320.0, 820.0];
/// What stays free around it.
const AROUND: f32 = 32.0;
/// A dialog narrower than this has the preview below the table.
const NARROW: f32 = 600.0;
/// The share of the preview in the width.
const PREVIEW_SHARE: f32 = 0.44;
/// Height of the first rows where the dialog scrolls as a whole.
const LOW_GRID: f32 = 150.0;
/// Height of the preview where the dialog scrolls as a whole.
const LOW_PREVIEW: f32 = 260.0;

pub(in crate::ui) fn show(
    ui: &egui::Ui,
    frame: &Frame<'_>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    // A question about unsaved work is answered first.
    let open = frame.session.files.table.as_ref().filter(|_| frame.session.overlay.is_none());
    let Some(open) = open else {
        cache.table_preview.has_keyboard = false;
        return;
    };
    let window = ui.ctx().content_rect().size();
    let size = egui::vec2(SIZE[0].min(window.x - AROUND), SIZE[1].min(window.y - AROUND));
    let window_frame = egui::Frame::popup(ui.style()).inner_margin(0.0);
    let modal = Modal::new(egui::Id::unique("open table")).frame(window_frame);
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(size.x);
        ui.set_height(size.y);
        dialog(ui, frame, open, cache, commands);
    });
    let can_act = shown.is_top_modal && !shown.any_popup_open;
    if can_act && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        commands.push(Command::Files(FilesCommand::LeaveTable));
    }
    // A button with the focus is pressed by Enter; without one, Enter opens.
    let has_focus = ui.memory(|memory| memory.focused().is_some());
    if can_act && !has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        commands.push(Command::Files(FilesCommand::OpenTable));
    }
}

fn dialog(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    open: &TableToOpen,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let margin = |x, y| theme::panel(Margin::symmetric(x, y));
    Panel::top("table title").frame(margin(16, 10)).resizable(false).show(ui, |ui| {
        title(ui, frame, open, commands);
    });
    Panel::top("table questions").frame(margin(16, 8)).resizable(false).show(ui, |ui| {
        table_questions::line(ui, frame, open, commands);
    });
    Panel::bottom("table buttons").frame(margin(16, 10)).resizable(false).show(ui, |ui| {
        buttons(ui, frame, open, &mut cache.table_preview, commands);
    });
    let preview = &mut cache.table_preview;
    let width = ui.available_width();
    if width < NARROW {
        egui::CentralPanel::no_frame().show(ui, |ui| {
            ScrollArea::vertical().id_salt("table").auto_shrink(false).show(ui, |ui| {
                margin(16, 8).show(ui, |ui| {
                    table_grid::show(ui, frame, &open.table, LOW_GRID, commands);
                    table_outcome::show(ui, frame, open);
                    let room = egui::vec2(ui.available_width(), LOW_PREVIEW);
                    ui.allocate_ui(room, |ui| table_preview::show(ui, frame, open, preview, &cache.fonts));
                });
            });
        });
        return;
    }
    let side = Panel::right("table preview").frame(margin(12, 0)).resizable(false);
    side.exact_size((width * PREVIEW_SHARE).floor()).show(ui, |ui| {
        table_preview::show(ui, frame, open, preview, &cache.fonts);
    });
    egui::CentralPanel::no_frame().show(ui, |ui| {
        margin(16, 8).show(ui, |ui| {
            let grid = (ui.available_height() * 0.6).max(LOW_GRID);
            table_grid::show(ui, frame, &open.table, grid, commands);
            ScrollArea::vertical().id_salt("table outcome").auto_shrink(false).show(ui, |ui| {
                table_outcome::show(ui, frame, open);
            });
        });
    });
}

fn title(ui: &mut egui::Ui, frame: &Frame<'_>, open: &TableToOpen, commands: &mut Vec<Command>) {
    in_line(ui, |ui| {
        table_questions::sheet(ui, frame, &open.table, commands);
        ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            let name = open.origin.name();
            let title = (frame.strings().opening.title)(&describe::short(&name));
            let title = RichText::new(title).font(theme::font(Face::Strong, 15.0));
            ui.add(egui::Label::new(title).truncate());
        });
    });
}

/// Adds widgets from the right end of a line to the left.
fn in_line(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui)) {
    ui.horizontal(|ui| ui.with_layout(Layout::right_to_left(egui::Align::Center), add));
}

fn buttons(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    open: &TableToOpen,
    cache: &mut table_preview::TablePreview,
    commands: &mut Vec<Command>,
) {
    let texts = &frame.strings().opening;
    in_line(ui, |ui| {
        let ink = |ink| theme::colour(frame.palette, ink);
        let name = RichText::new(texts.open.name).color(ink(Ink::Paper));
        let button = egui::Button::new(name).fill(ink(Ink::Accent));
        let opens = ui.add_enabled(open.can_open(), button).on_hover_text(texts.open.tooltip);
        if opens.clicked() {
            commands.push(Command::Files(FilesCommand::OpenTable));
        }
        let cancel = ui.button(texts.cancel.name).on_hover_text(texts.cancel.tooltip);
        if cancel.clicked() {
            commands.push(Command::Files(FilesCommand::LeaveTable));
        }
        // Whatever had the keyboard before lies under the dialog.
        if !cache.has_keyboard {
            cache.has_keyboard = true;
            if open.can_open() { opens } else { cancel }.request_focus();
        }
    });
}
