//! The panel in which a document is read: its text, and beside it the quotations found in it.

use egui::RichText;

use crate::diagnostics::shown_name;
use crate::session::{Checked, Command, OpenDocument, ReaderCommand};
use crate::timeline::{Font, Ink};
use crate::ui::bottom_panels::{Share, contained};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::widgets::muted;
use crate::ui::{describe, theme};

use super::lines::MAX_LINES;
use super::{known_quotations, new_quotations, text};

/// Width of the list of quotations.
const LIST_WIDTH: f32 = 360.0;

pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    share: Option<Share>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let Some((open, share)) = frame.session.reader.document.as_ref().zip(share) else { return };
    let usual = (ui.available_height() * 0.4).min(420.0);
    let panel = share.panel(ui, "page", usual, 0.8);
    panel.frame(theme::panel(egui::Margin::symmetric(16, 10))).show(ui, |ui| {
        contained(ui, |ui| {
            header(ui, frame, open, cache.document_lines.is_cut, commands);
            ui.separator();
            ui.horizontal_top(|ui| {
                let wide = ui.available_width();
                let list = if wide > 400.0 { LIST_WIDTH.min(0.42 * wide) } else { 0.0 };
                let size = egui::vec2((wide - list - 24.0).max(80.0), ui.available_height());
                ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::Min), |ui| {
                    text::show(ui, frame, open, cache, commands);
                });
                if list > 0.0 {
                    ui.add_space(8.0);
                    let size = egui::vec2(ui.available_width(), ui.available_height());
                    ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::Min), |ui| {
                        if open.source.is_some() {
                            known_quotations::show(ui, frame, open, commands);
                        } else {
                            new_quotations::show(ui, frame, open, commands);
                        }
                    });
                }
            });
        });
    });
}

fn header(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    open: &OpenDocument,
    is_cut: bool,
    commands: &mut Vec<Command>,
) {
    let strings = &frame.strings().reader;
    ui.horizontal(|ui| {
        let dataset = &frame.session.world.dataset;
        let title = match open.source {
            Some(source) => (strings.copy_of)(&describe::short(&dataset.source(source).title)),
            None => (strings.reading)(&shown_name(open.document.title.as_deref().unwrap_or(&open.name))),
        };
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(strings.close.name).on_hover_text(strings.close.tooltip).clicked() {
                commands.push(Command::Reader(ReaderCommand::Close));
            }
            if open.source.is_some() {
                checksum(ui, frame, open.checked);
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let title = RichText::new(title).font(theme::font(Font::Strong, 13.0));
                ui.add(egui::Label::new(title).truncate());
            });
        });
    });
    let document = &open.document;
    let notes = [
        document.encoding.filter(|&name| name != "UTF-8").map(strings.encoding),
        (document.replaced > 0).then(|| (strings.replaced)(document.replaced)),
        document.cut.map(strings.cut),
        is_cut.then(|| (strings.shown_only)(MAX_LINES)),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    if !notes.is_empty() {
        muted(ui, frame, notes.join(" · "));
    }
}

/// Whether the copy is the version that the dataset quotes.
fn checksum(ui: &mut egui::Ui, frame: &Frame<'_>, checked: Checked) {
    let strings = &frame.strings().reader;
    let (label, ink) = match checked {
        Checked::Same => (strings.same, Ink::Muted),
        Checked::Changed => (strings.changed, Ink::End),
        Checked::Unknown => (strings.unknown, Ink::Muted),
    };
    let text = RichText::new(label.name).size(12.0).color(theme::colour(frame.palette, ink));
    ui.label(text).on_hover_text(label.tooltip);
}
