//! What was read in a document that the dataset does not know: quotations, who spoke them, and what they are about.

use egui::{RichText, ScrollArea};

use crate::extract::Quotation;
use crate::session::{Command, Page};
use crate::timeline::{Ink, Selection};

use super::detail_panel::muted;
use super::{Frame, theme, words};

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, page: &Page, commands: &mut Vec<Command>) {
    let reading = &page.reading;
    let mut treaties: Vec<_> = reading.treaties.iter().map(|mention| mention.treaty).collect();
    treaties.sort_unstable();
    treaties.dedup();
    muted(ui, frame, (frame.words().page.read)(reading.quotations.len(), treaties.len()));
    // Three lines each; what is about more treaties than fit is cut.
    let height = 3.0 * ui.text_style_height(&egui::TextStyle::Body) + 8.0;
    ScrollArea::vertical().id_salt("page reading").auto_shrink(false).show_rows(
        ui,
        height,
        reading.quotations.len(),
        |ui, rows| {
            for quotation in &reading.quotations[rows] {
                ui.scope(|ui| {
                    ui.set_height(height - 4.0);
                    ui.spacing_mut().item_spacing.y = 1.0;
                    one(ui, frame, page, quotation, commands);
                });
            }
        },
    );
}

fn one(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    page: &Page,
    quotation: &Quotation,
    commands: &mut Vec<Command>,
) {
    let (session, said) = (frame.session, frame.words());
    let text = words::first_words(&page.document.text[quotation.range.clone()], 60).replace('\n', " ");
    let chosen = session.page_spot == Some(quotation.range.start);
    let button =
        egui::Button::selectable(chosen, RichText::new((said.quotation)(&text)).size(12.5)).truncate();
    if ui.add(button).clicked() {
        commands.push(Command::GoToSpot(quotation.range.start));
    }
    let indent = ui.spacing().button_padding.x;
    let ink = theme::colour(frame.palette, Ink::Muted);
    let speaker = quotation.speaker.as_ref().map_or(said.page.nobody, |speaker| &*speaker.name);
    // A quotation of the dataset that stands at the same place is this one.
    let known = page.quotes.iter().find(|quote| {
        quote.found.passage().is_some_and(|passage| {
            passage.range.start < quotation.range.end && passage.range.end > quotation.range.start
        })
    });
    ui.horizontal(|ui| {
        ui.add_space(indent);
        ui.label(RichText::new(speaker).size(12.0).color(ink));
        if let Some(known) = known {
            let link = ui.link(RichText::new(said.page.known).size(12.0));
            if link.on_hover_text(words::statement(session, known.statement)).clicked() {
                commands.push(Command::GoTo(Selection::Statement(known.statement)));
            }
        }
    });
    ui.horizontal(|ui| {
        ui.add_space(indent);
        for &treaty in quotation.about.iter().take(3) {
            let name = words::short(&session.world.dataset.treaty(treaty).name);
            if ui.link(RichText::new(name.as_ref()).size(12.0)).clicked() {
                commands.push(Command::GoTo(Selection::Treaty(treaty)));
            }
        }
    });
}
