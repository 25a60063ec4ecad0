//! The fields of a confirmed quotation: its speaker and their role, its date, and what it is about.

use egui::{RichText, ScrollArea, TextEdit, WidgetInfo};

use crate::domain::{About, EventId, TreatyId};
use crate::extract::{EventGuess, Quotation};
use crate::session::{Command, ConfirmedQuotation, DraftChange, OpenDocument, ReaderCommand};
use crate::timeline::Ink;
use crate::ui::frame::Frame;
use crate::ui::widgets::{ROOM_FOR_DISCLOSURE, disclosure_sign, muted, text_width};
use crate::ui::{describe, theme};

/// Text size of the lines under a quotation.
pub(super) const SMALL_TEXT: f32 = 12.0;
/// A date as long as most that are typed.
const LONG_DATE: &str = "30 September 2021";
/// Usual width of a letter at that size, in points.
const LETTER: f32 = 6.3;
/// Of a treaty with very many steps the menu offers the last.
const MAX_EVENTS: usize = 100;
/// Height of a list in the menu, in points.
const MENU_HEIGHT: f32 = 320.0;

/// The width of the text of a field for a date.
pub(super) fn day_width(ui: &egui::Ui) -> f32 {
    text_width(ui, LONG_DATE, egui::FontId::proportional(SMALL_TEXT)).ceil() + 2.0
}

/// The date of the quotation; while the field is empty, that of the document.
pub(super) fn day(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    index: usize,
    draft: &ConfirmedQuotation,
    commands: &mut Vec<Command>,
) {
    let field = frame.strings().reader.day_of_quotation;
    let mut typed = draft.day.clone();
    let ink = theme::colour(frame.palette, if draft.is_day_readable() { Ink::Text } else { Ink::End });
    let edit = TextEdit::singleline(&mut typed)
        .id_salt((field.name, index))
        .hint_text(frame.session.reader.drafts.day.as_str())
        .font(egui::FontId::proportional(SMALL_TEXT))
        .text_color(ink)
        .desired_width(day_width(ui));
    let response = ui.add(edit);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &draft.day, &typed, field.name);
        info.label = Some(field.name.to_owned());
        info
    });
    if response.on_hover_text(field.tooltip).changed() {
        commands.push(Command::Reader(ReaderCommand::Draft(DraftChange::DayOf(index, typed))));
    }
}

/// A suggested event, and what suggests it.
pub(super) fn explain(ui: &mut egui::Ui, frame: &Frame<'_>, open: &OpenDocument, guess: &EventGuess) {
    ui.label(describe::event(frame.session, guess.event));
    let text = |range: &std::ops::Range<usize>| open.document.text.get(range.clone()).unwrap_or_default();
    muted(
        ui,
        frame,
        (frame.strings().reader.suggestion_reason)(text(&guess.word), guess.date.as_ref().map(text)),
    );
}

/// The speaker and the role.
pub(super) fn speaker(
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
pub(super) fn about_menu(
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
    let room = ui.available_width() - 2.0 * ui.spacing().button_padding.x - SMALL_TEXT;
    let chars = (room / LETTER).clamp(8.0, 34.0) as usize;
    let name = format!("{}: {title}", strings.about.name);
    let title = describe::first_words(&title, chars);
    let text = RichText::new(format!("{title}{ROOM_FOR_DISCLOSURE}")).size(SMALL_TEXT);
    let button = egui::Button::new(text);
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
        for &treaty in &named {
            let name = describe::short(&dataset.treaty(treaty).name);
            ui.menu_button(name.as_ref(), |ui| {
                ScrollArea::vertical().max_height(MENU_HEIGHT).show(ui, |ui| {
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
        ui.menu_button(strings.other_treaties, |ui| {
            ScrollArea::vertical().max_height(MENU_HEIGHT).show(ui, |ui| {
                let others = (0..dataset.treaties().len()).map(TreatyId::new);
                for treaty in others.filter(|treaty| named.binary_search(treaty).is_err()) {
                    choose(ui, &describe::short(&dataset.treaty(treaty).name), Some(About::Treaty(treaty)));
                }
            });
        });
        ui.separator();
        choose(ui, strings.about_nothing, None);
    });
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &*name));
    disclosure_sign(ui, &response);
    response.on_hover_text(strings.about.tooltip);
}
