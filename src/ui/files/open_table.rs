//! The dialog in which a table is opened: what its columns are taken for, and the timeline that comes of it.

use egui::{Key, Layout, Margin, Modal, Modifiers, Panel, RichText, Role, ScrollArea, UiBuilder};

use crate::session::{Command, FilesCommand, TableToOpen};
use crate::timeline::{Font, Ink};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::{describe, theme};

use super::table_scene::TableScene;
use super::{table_grid, table_outcome, table_preview, table_questions};

/// The size of the dialog in a window that has room for it.
const SIZE: [f32; 2] = [1320.0, 820.0];
/// What stays free around it.
const AROUND: f32 = 32.0;
/// A dialog narrower than this has the preview below the table.
const NARROW: f32 = 600.0;
/// The share of the preview in the width.
const PREVIEW_SHARE: f32 = 0.44;
/// Height of the line with the title.
const TITLE: f32 = 44.0;
/// Height of the line with the buttons.
const BUTTONS: f32 = 52.0;
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
        cache.table_scene.opened = None;
        return;
    };
    let window = ui.ctx().content_rect().size();
    let size = egui::vec2(SIZE[0].min(window.x - AROUND), SIZE[1].min(window.y - AROUND));
    let title = (frame.strings().opening.title)(&describe::short(&open.origin.name()));
    let named = UiBuilder::new().accessibility_role(Role::Dialog).accessibility_label(&title);
    let window_frame = egui::Frame::popup(ui.style()).inner_margin(0.0);
    let modal = Modal::new(egui::Id::unique("open table")).frame(window_frame);
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(size.x);
        ui.set_height(size.y);
        ui.scope_builder(named, |ui| dialog(ui, frame, open, &title, cache, commands));
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
    title: &str,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let whole = ui.available_rect_before_wrap();
    let margin = |y| theme::panel(Margin::symmetric(16, y));
    Panel::top("table title").frame(margin(8)).resizable(false).exact_size(TITLE).show(ui, |ui| {
        in_line(ui, |ui| {
            table_questions::sheet(ui, frame, &open.table, commands);
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                let title = RichText::new(title).font(theme::font(Font::Strong, 15.0));
                ui.add(egui::Label::new(title).truncate());
            });
        });
    });
    Panel::top("table questions").frame(margin(8)).resizable(false).show(ui, |ui| {
        table_questions::line(ui, frame, open, commands);
    });
    // The buttons come last in the order of keys, so that their room is kept free.
    let mut middle = ui.available_rect_before_wrap();
    middle.max.y = (whole.bottom() - BUTTONS).max(middle.top());
    ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
        ui.set_min_size(middle.size());
        parts(ui, frame, open, cache, commands);
    });
    let foot = egui::Rect::from_min_max(middle.left_bottom(), whole.max);
    ui.scope_builder(UiBuilder::new().max_rect(foot.shrink2(egui::vec2(16.0, 10.0))), |ui| {
        let stroke = ui.visuals().widgets.noninteractive.bg_stroke;
        ui.painter().hline(foot.x_range(), foot.top(), stroke);
        buttons(ui, frame, open, &mut cache.table_scene, commands);
    });
}

/// The first rows, what comes of them, and the preview: side by side, or below each other in a narrow window.
fn parts(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    open: &TableToOpen,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let (preview, fonts) = (&mut cache.table_scene, &cache.fonts);
    let width = ui.available_width();
    let margin = |x, y| theme::panel(Margin::symmetric(x, y));
    if width < NARROW {
        ScrollArea::vertical().id_salt("table").auto_shrink(false).show(ui, |ui| {
            margin(16, 8).show(ui, |ui| {
                table_grid::show(ui, frame, &open.table, LOW_GRID, commands);
                table_outcome::show(ui, frame, open);
                table_preview::show(ui, frame, open, LOW_PREVIEW, preview, fonts);
            });
        });
        return;
    }
    let side = Panel::right("table preview").frame(margin(12, 0)).resizable(false);
    side.exact_size((width * PREVIEW_SHARE).floor()).show(ui, |ui| {
        let height = ui.available_height();
        table_preview::show(ui, frame, open, height, preview, fonts);
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

/// Adds widgets from the right end of a line to the left.
fn in_line(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui)) {
    ui.horizontal(|ui| ui.with_layout(Layout::right_to_left(egui::Align::Center), add));
}

fn buttons(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    open: &TableToOpen,
    cache: &mut TableScene,
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
        // Whatever had the keyboard before lies under the dialog, which is laid out once before it is shown.
        let pass = ui.ctx().cumulative_pass_nr();
        if pass <= *cache.opened.get_or_insert(pass) + 1 {
            if open.can_open() { opens } else { cancel }.request_focus();
        }
    });
}
