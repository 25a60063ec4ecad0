//! The quotations that the dataset has from a document: each leads to its place in the text.

use egui::{RichText, ScrollArea};

use crate::session::{Command, OpenDocument, ReaderCommand};
use crate::timeline::Ink;
use crate::ui::frame::Frame;
use crate::ui::widgets::muted;
use crate::ui::{describe, theme};

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, open: &OpenDocument, commands: &mut Vec<Command>) {
    let strings = &frame.strings().reader;
    let counted = if open.quotes.is_empty() {
        strings.no_quotations.to_owned()
    } else {
        (strings.quotations)(open.quotes.len())
    };
    ui.vertical(|ui| {
        muted(ui, frame, counted);
        let height = 2.0 * ui.text_style_height(&egui::TextStyle::Body) + 6.0;
        ScrollArea::vertical().id_salt("page quotes").auto_shrink(false).show_rows(
            ui,
            height,
            open.quotes.len(),
            |ui, rows| {
                for index in rows {
                    let quote = &open.quotes[index];
                    let statement = frame.session.world.dataset.statement(quote.statement);
                    let spoken = match &statement.original {
                        Some(original) if quote.is_original => &original.quote,
                        _ => &statement.quote,
                    };
                    let text = (frame.strings().selection.quotation)(&describe::first_words(spoken, 60));
                    let chosen = frame.session.reader.quote == Some(index);
                    let response = ui
                        .scope(|ui| {
                            ui.set_height(height - 4.0);
                            ui.spacing_mut().item_spacing.y = 1.0;
                            let text = RichText::new(text).size(12.5);
                            let button = egui::Button::selectable(chosen, text).truncate();
                            let response = ui.add(button);
                            let is_off = quote.found.passage().is_none_or(|p| !p.differences.is_empty());
                            let ink =
                                theme::colour(frame.palette, if is_off { Ink::End } else { Ink::Muted });
                            ui.horizontal(|ui| {
                                ui.add_space(ui.spacing().button_padding.x);
                                ui.label(
                                    RichText::new(describe::quote_match(frame.session, &quote.found))
                                        .size(12.0)
                                        .color(ink),
                                );
                            });
                            response
                        })
                        .inner;
                    if response.clicked() {
                        commands.push(Command::Reader(ReaderCommand::GoToQuote(index)));
                    }
                }
            },
        );
    });
}
