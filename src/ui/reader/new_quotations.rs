//! The quotations found in a document that the dataset does not know, with speaker and subject; confirming them makes them
//! statements of the dataset.

use egui::{Align, Layout, RichText, ScrollArea, TextEdit, WidgetInfo};

use crate::extract::Quotation;
use crate::session::{Command, DraftChange, DraftProblem, OpenDocument, ReaderCommand, SelectionCommand};
use crate::timeline::{Ink, Selection};
use crate::ui::frame::Frame;
use crate::ui::widgets::{muted, text_width};
use crate::ui::{describe, theme};

use super::confirmed_fields::{self, SMALL_TEXT, day_width, explain};

/// Width of the field for a language, in points.
const LANG_WIDTH: f32 = 36.0;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, open: &OpenDocument, commands: &mut Vec<Command>) {
    let reading = &open.reading;
    let mut treaties: Vec<_> = reading.treaties.iter().map(|mention| mention.treaty).collect();
    treaties.sort_unstable();
    treaties.dedup();
    muted(ui, frame, (frame.strings().reader.found)(reading.quotations.len(), treaties.len()));
    if !reading.quotations.is_empty() || !reading.dates.is_empty() {
        document_fields(ui, frame, commands);
    }
    // These lines are there before anything is confirmed, so that no quotation moves when its box is ticked.
    if !reading.quotations.is_empty() && frame.session.world.bulk.is_none() {
        save_button(ui, frame, commands);
        missing(ui, frame, open);
    }
    // Three lines each; subjects that do not fit are cut.
    let height = 3.0 * ui.spacing().interact_size.y + 8.0;
    ScrollArea::vertical().id_salt("page reading").auto_shrink(false).show_rows(
        ui,
        height,
        reading.quotations.len(),
        |ui, rows| {
            for index in rows {
                ui.scope(|ui| {
                    ui.set_height(height - 4.0);
                    ui.spacing_mut().item_spacing.y = 1.0;
                    quotation(ui, frame, open, index, commands);
                });
            }
        },
    );
}

/// The date and the language of the whole document.
fn document_fields(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (strings, drafts) = (&frame.strings().reader, &frame.session.reader.drafts);
    let font = egui::FontId::proportional(SMALL_TEXT);
    let day_width = day_width(ui);
    let labels: f32 = [strings.day, strings.lang].iter().map(|l| text_width(ui, l.name, font.clone())).sum();
    let spaces = 3.0 * ui.spacing().item_spacing.x + 2.0 * 2.0 * ui.spacing().button_padding.x;
    // In a narrow panel each takes a line.
    let is_narrow = ui.available_width() < labels + day_width + LANG_WIDTH + spaces;
    let layout = if is_narrow { Layout::top_down(Align::Min) } else { Layout::left_to_right(Align::Center) };
    let room = egui::vec2(ui.available_width(), 0.0);
    ui.allocate_ui_with_layout(room, layout, |ui| {
        for (field, text, width, change) in [
            (strings.day, &drafts.day, day_width, DraftChange::Day as fn(String) -> DraftChange),
            (strings.lang, &drafts.lang, LANG_WIDTH, DraftChange::Lang),
        ] {
            let mut text = text.clone();
            // A label and its field stay on one line.
            ui.horizontal(|ui| {
                let label = ui.label(RichText::new(field.name).size(SMALL_TEXT));
                let font = egui::FontId::proportional(SMALL_TEXT);
                let edit = TextEdit::singleline(&mut text).desired_width(width).font(font);
                let response = ui.add(edit).labelled_by(label.id).on_hover_text(field.tooltip);
                if response.changed() {
                    commands.push(Command::Reader(ReaderCommand::Draft(change(text))));
                }
            });
        }
    });
}

/// The button that saves the confirmed quotations, and their number.
fn save_button(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (strings, drafts) = (&frame.strings().reader, &frame.session.reader.drafts);
    let is_ready = !drafts.confirmed.is_empty() && drafts.problem().is_none();
    ui.horizontal(|ui| {
        let button = egui::Button::new(strings.save.name);
        if ui.add_enabled(is_ready, button).on_hover_text(strings.save.tooltip).clicked() {
            commands.push(Command::Reader(ReaderCommand::Save));
        }
        muted(ui, frame, (strings.confirmed)(drafts.confirmed.len()));
    });
}

/// What is missing before they can be saved: one line, which is empty where nothing is.
fn missing(ui: &mut egui::Ui, frame: &Frame<'_>, open: &OpenDocument) {
    let (strings, drafts) = (&frame.strings().reader, &frame.session.reader.drafts);
    let first_words = |index: usize| {
        let quotation = open.reading.quotations.get(index);
        quotation.map_or_else(String::new, |quotation| in_quotes(frame, open, quotation, 24))
    };
    let (text, ink) = match drafts.problem() {
        _ if drafts.confirmed.is_empty() => (strings.nothing_confirmed.to_owned(), Ink::Muted),
        None => (String::new(), Ink::Muted),
        Some(DraftProblem::Day) => (strings.bad_day.to_owned(), Ink::End),
        Some(DraftProblem::Lang) => (strings.bad_lang.to_owned(), Ink::End),
        Some(DraftProblem::DayOf(index)) => ((strings.bad_day_of)(&first_words(index)), Ink::End),
        Some(DraftProblem::Speaker(index)) => ((strings.no_speaker)(&first_words(index)), Ink::End),
    };
    ui.horizontal(|ui| {
        ui.set_min_height(ui.spacing().interact_size.y);
        let text = RichText::new(text).size(SMALL_TEXT).color(theme::colour(frame.palette, ink));
        ui.add(egui::Label::new(text).truncate());
    });
}

/// The first words of a quotation in quotation marks.
fn in_quotes(frame: &Frame<'_>, open: &OpenDocument, quotation: &Quotation, chars: usize) -> String {
    // More than is shown, since line ends and omissions are left out of it: no text has fewer bytes than characters.
    let spoken = quotation.said_first(&open.document.text, 8 * chars);
    (frame.strings().selection.quotation)(&describe::first_words(&spoken, chars))
}

fn quotation(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    open: &OpenDocument,
    index: usize,
    commands: &mut Vec<Command>,
) {
    let quotation = &open.reading.quotations[index];
    let (session, strings) = (frame.session, frame.strings());
    let quote = in_quotes(frame, open, quotation, 60);
    // A known quotation at the same place is this one.
    let like = open.quote_within(&quotation.range);
    let known = like.filter(|quote| quote.is_same);
    let draft = session.reader.drafts.confirmed.get(&index);
    let mut indent = ui.spacing().button_padding.x;
    ui.horizontal(|ui| {
        if known.is_none() && session.world.bulk.is_none() {
            let mut is_confirmed = draft.is_some();
            let response = ui
                .scope(|ui| {
                    theme::outline_boxes(ui, frame.palette);
                    ui.checkbox(&mut is_confirmed, "")
                })
                .inner;
            indent += response.rect.width() + ui.spacing().item_spacing.x;
            let name = (strings.reader.confirm)(&quote);
            response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, is_confirmed, &*name));
            if response.on_hover_text(&name).changed() {
                commands.push(Command::Reader(ReaderCommand::Draft(DraftChange::Toggle(index))));
            }
        }
        let chosen = session.reader.offset == Some(quotation.range.start);
        let button = egui::Button::selectable(chosen, RichText::new(&quote).size(12.5)).truncate();
        if ui.add(button).clicked() {
            commands.push(Command::Reader(ReaderCommand::GoToOffset(quotation.range.start)));
        }
    });
    let ink = theme::colour(frame.palette, Ink::Muted);
    ui.horizontal(|ui| {
        ui.add_space(indent);
        if let Some(draft) = draft {
            confirmed_fields::speaker(ui, frame, index, draft, commands);
            return;
        }
        let speaker =
            quotation.speaker.as_ref().map_or(strings.reader.unknown_speaker, |speaker| &*speaker.name);
        ui.label(RichText::new(speaker).size(SMALL_TEXT).color(ink));
        if let Some(known) = like {
            let kind = known.found.passage().map(|passage| passage.kind);
            let quality = kind.map(strings.reader.match_quality).unwrap_or_default();
            let text = if known.is_same { strings.reader.known } else { &quality };
            let link = ui.link(RichText::new(text).size(SMALL_TEXT));
            if link.on_hover_text(describe::statement(session, known.statement)).clicked() {
                commands
                    .push(Command::Selection(SelectionCommand::GoTo(Selection::Statement(known.statement))));
            }
        }
    });
    ui.horizontal(|ui| {
        ui.add_space(indent);
        if let Some(draft) = draft {
            confirmed_fields::day(ui, frame, index, draft, commands);
            confirmed_fields::about_menu(ui, frame, open, (index, quotation), draft, commands);
            return;
        }
        for &treaty in quotation.about.iter().take(2) {
            let name = describe::short(&session.world.dataset.treaty(treaty).name);
            if ui.link(RichText::new(name.as_ref()).size(SMALL_TEXT)).clicked() {
                commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Treaty(treaty))));
            }
        }
        if let Some(guess) = quotation.events.first() {
            let title = format!("{}?", describe::short(&session.world.dataset.event(guess.event).title));
            let link =
                egui::Label::new(RichText::new(&title).size(SMALL_TEXT).color(ui.visuals().hyperlink_color))
                    .truncate()
                    .sense(egui::Sense::click());
            let response = ui.add(link).on_hover_cursor(egui::CursorIcon::PointingHand);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &*title));
            if response.on_hover_ui(|ui| explain(ui, frame, open, guess)).clicked() {
                commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Event(guess.event))));
            }
        }
    });
}
