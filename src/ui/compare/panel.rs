//! The list of differences from another dataset. Each line leads to what it is about.

use egui::{Panel, RichText, ScrollArea};

use crate::session::{Command, CompareCommand, SelectionCommand, WindowCommand};
use crate::timeline::{Font, Ink};
use crate::ui::bottom_panels::MIN_PLOT;
use crate::ui::frame::Frame;
use crate::ui::{describe, theme};

/// Height of a row.
const ROW: f32 = 22.0;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let Some(compared) = &frame.session.compared else { return };
    let (strings, language) = (&frame.strings().compare, frame.session.language());
    // The toggles and the plot keep their room.
    let most = (ui.available_height() - MIN_PLOT - 28.0).clamp(96.0, 480.0);
    let panel = Panel::bottom("compared").resizable(true).default_size(220.0).size_range(96.0..=most);
    panel.frame(theme::panel(egui::Margin::symmetric(12, 8))).show(ui, |ui| {
        ui.horizontal(|ui| {
            let title = (strings.title)(&compared.name, &language.comparison_summary(&compared.comparison));
            ui.label(RichText::new(title).font(theme::font(Font::Strong, 13.0)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.button(strings.close.name).on_hover_text(strings.close.tooltip).clicked() {
                    commands.push(Command::Compare(CompareCommand::Close));
                }
                if ui.button(strings.copy.name).on_hover_text(strings.copy.tooltip).clicked() {
                    let text = language.changelog(&compared.comparison);
                    commands.push(Command::Window(WindowCommand::Copy(text, strings.copied.to_owned())));
                }
            });
        });
        ui.separator();
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW, compared.lines.len(), |ui, rows| {
            for line in &compared.lines[rows] {
                ui.horizontal(|ui| {
                    ui.set_height(ROW - ui.spacing().item_spacing.y);
                    let text = describe::first_words(&compared.line_text(line, language), 300);
                    if line.is_detail() {
                        ui.add_space(24.0);
                        let muted = theme::colour(frame.palette, Ink::Muted);
                        ui.add(egui::Label::new(RichText::new(text).color(muted)).truncate());
                    } else if let Some(selection) = line.selection {
                        let link = ui.link(text);
                        if link.clicked() {
                            commands.push(Command::Selection(SelectionCommand::GoTo(selection)));
                        }
                    } else {
                        ui.add(egui::Label::new(text).truncate());
                    }
                });
            }
        });
    });
}
