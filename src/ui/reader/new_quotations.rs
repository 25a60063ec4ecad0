//! The quotations found in a document that the dataset does not know, with speaker and subject; confirming them makes them
//! statements of the dataset.

use egui::{Align, Layout, RichText, ScrollArea, TextEdit, WidgetInfo};

use crate::domain::{About, EventId};
use crate::extract::{EventGuess, Quotation};
use crate::session::{
    Command, ConfirmedQuotation, DraftChange, DraftProblem, OpenDocument, ReaderCommand, SelectionCommand,
};
use crate::timeline::{Ink, Selection};
use crate::ui::frame::Frame;
use crate::ui::widgets::{ROOM_FOR_DISCLOSURE, disclosure_sign, muted};
use crate::ui::{describe, theme};

/// Text size of the lines under a quotation.
const SMALL_TEXT: f32 = 12.0;
/// Width that the date and the language of a document take side by side, in points.
const ROOM_FOR_BOTH: f32 = 280.0;
/// Of a treaty with very many steps the menu offers the last.
const MAX_EVENTS: usize = 100;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, open: &OpenDocument, commands: &mut Vec<Command>) {
    let reading = &open.reading;
    let mut treaties: Vec<_> = reading.treaties.iter().map(|mention| mention.treaty).collect();
    treaties.sort_unstable();
    treaties.dedup();
    muted(ui, frame, (frame.strings().reader.found)(reading.quotations.len(), treaties.len()));
    if !reading.quotations.is_empty() || !reading.dates.is_empty() {
        document_fields(ui, frame, commands);
    }
    if !frame.session.reader.drafts.confirmed.is_empty() {
        save_button(ui, frame, open, commands);
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
    // In a narrow panel each takes a line.
    let is_narrow = ui.available_width() < ROOM_FOR_BOTH;
    let layout = if is_narrow { Layout::top_down(Align::Min) } else { Layout::left_to_right(Align::Center) };
    let room = egui::vec2(ui.available_width(), 0.0);
    ui.allocate_ui_with_layout(room, layout, |ui| {
        for (field, text, width, change) in [
            (strings.day, &drafts.day, 84.0, DraftChange::Day as fn(String) -> DraftChange),
            (strings.lang, &drafts.lang, 36.0, DraftChange::Lang),
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

/// The button that saves the confirmed quotations, or what is missing for it.
fn save_button(ui: &mut egui::Ui, frame: &Frame<'_>, open: &OpenDocument, commands: &mut Vec<Command>) {
    let (strings, drafts) = (&frame.strings().reader, &frame.session.reader.drafts);
    let problem = drafts.problem();
    ui.horizontal(|ui| {
        let button = egui::Button::new(strings.save.name);
        let response = ui.add_enabled(problem.is_none(), button).on_hover_text(strings.save.tooltip);
        if response.clicked() {
            commands.push(Command::Reader(ReaderCommand::Save));
        }
        muted(ui, frame, (strings.confirmed)(drafts.confirmed.len()));
    });
    let missing = match problem {
        None => return,
        Some(DraftProblem::Day) => strings.bad_day.to_owned(),
        Some(DraftProblem::Lang) => strings.bad_lang.to_owned(),
        Some(DraftProblem::Speaker(index)) => (strings.no_speaker)(
            &open
                .reading
                .quotations
                .get(index)
                .map_or_else(String::new, |quotation| in_quotes(frame, open, quotation, 24)),
        ),
    };
    let text = RichText::new(missing).size(SMALL_TEXT).color(theme::colour(frame.palette, Ink::End));
    ui.label(text);
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
            speaker_fields(ui, frame, index, draft, commands);
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
            about_menu(ui, frame, open, (index, quotation), draft, commands);
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

/// A suggested event, and what suggests it.
fn explain(ui: &mut egui::Ui, frame: &Frame<'_>, open: &OpenDocument, guess: &EventGuess) {
    ui.label(describe::event(frame.session, guess.event));
    let text = |range: &std::ops::Range<usize>| open.document.text.get(range.clone()).unwrap_or_default();
    muted(
        ui,
        frame,
        (frame.strings().reader.suggestion_reason)(text(&guess.word), guess.date.as_ref().map(text)),
    );
}

/// The speaker and the role.
fn speaker_fields(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    index: usize,
    draft: &ConfirmedQuotation,
    commands: &mut Vec<Command>,
) {
    let strings = &frame.strings().reader;
    let width = ui.available_width() - ui.spacing().item_spacing.x;
    for (name, text, share, change) in [
        (
            strings.speaker_field,
            &draft.speaker,
            0.55,
            DraftChange::Speaker as fn(usize, String) -> DraftChange,
        ),
        (strings.role_field, &draft.role, 0.45, DraftChange::Role),
    ] {
        let mut typed = text.clone();
        let edit = TextEdit::singleline(&mut typed)
            .id_salt((name, index))
            .hint_text(name)
            .font(egui::FontId::proportional(SMALL_TEXT))
            .desired_width(width * share - 2.0 * ui.spacing().button_padding.x);
        let response = ui.add(edit);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(true, text, &typed, name);
            info.label = Some(name.to_owned());
            info
        });
        if response.on_hover_text(name).changed() {
            commands.push(Command::Reader(ReaderCommand::Draft(change(index, typed))));
        }
    }
}

/// The menu of subjects: suggested events first, then the treaties that the document mentions, with their events.
fn about_menu(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    open: &OpenDocument,
    (index, quotation): (usize, &Quotation),
    draft: &ConfirmedQuotation,
    commands: &mut Vec<Command>,
) {
    let dataset = &frame.session.world.dataset;
    let strings = &frame.strings().reader;
    let event_title = |id: EventId| {
        let event = dataset.event(id);
        format!("{}: {}", describe::short(&dataset.treaty(event.treaty).name), describe::short(&event.title))
    };
    let title = match draft.about {
        Some(About::Event(id)) => event_title(id),
        Some(About::Treaty(id)) => describe::short(&dataset.treaty(id).name).into_owned(),
        None => strings.about_nothing.to_owned(),
    };
    let title = describe::first_words(&title, 34);
    let button = egui::Button::new(RichText::new(format!("{title}{ROOM_FOR_DISCLOSURE}")).size(SMALL_TEXT));
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_max_width(340.0);
        let mut choose = |ui: &mut egui::Ui, title: &str, about: Option<About>| {
            let button = egui::Button::selectable(draft.about == about, title);
            let response = ui.add(button);
            if response.clicked() {
                commands.push(Command::Reader(ReaderCommand::Draft(DraftChange::About(index, about))));
                ui.close();
            }
            response
        };
        for guess in &quotation.events {
            let response = choose(ui, &event_title(guess.event), Some(About::Event(guess.event)));
            response.on_hover_ui(|ui| explain(ui, frame, open, guess));
        }
        if !quotation.events.is_empty() {
            ui.separator();
        }
        let mut named: Vec<_> = open.reading.treaties.iter().map(|mention| mention.treaty).collect();
        named.sort_unstable();
        named.dedup();
        for treaty in named {
            let name = describe::short(&dataset.treaty(treaty).name);
            ui.menu_button(name.as_ref(), |ui| {
                ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                    choose(ui, &name, Some(About::Treaty(treaty)));
                    let events = dataset.events_of(treaty);
                    for &id in &events[events.len().saturating_sub(MAX_EVENTS)..] {
                        let event = dataset.event(id);
                        let title = format!(
                            "{}  {}",
                            (frame.strings().dates.date)(event.date()),
                            describe::short(&event.title)
                        );
                        choose(ui, &title, Some(About::Event(id)));
                    }
                });
            });
        }
        ui.separator();
        choose(ui, strings.about_nothing, None);
    });
    let name = format!("{}: {title}", strings.about.name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &*name));
    disclosure_sign(ui, &response);
    response.on_hover_text(strings.about.tooltip);
}
