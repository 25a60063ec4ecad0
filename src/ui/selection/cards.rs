//! What the details of several kinds are made of: statement cards and event lines.

use egui::{RichText, Stroke};

use crate::domain::{Dataset, EventId, SourceId, Statement, StatementId};
use crate::language::Language;
use crate::session::{Command, ReaderCommand, SelectionCommand, WindowCommand};
use crate::timeline::{Face, Ink, Legend, LegendEntry, Selection};
use crate::ui::frame::Frame;
use crate::ui::search::highlight;
use crate::ui::view::paint;
use crate::ui::widgets::muted;
use crate::ui::{describe, theme};

use super::{citation, source_link, source_list};

/// Maximum length of a list of cards.
pub(in crate::ui) const MAX_CARDS: usize = 60;
/// Longer quotations are cut; a quotation should have under sixty words.
const MAX_QUOTE_CHARS: usize = 3000;

/// Where a card is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum CardStyle {
    /// In a list: it leads to its statement.
    InList,
    /// In the details of the statement itself.
    Alone,
}

/// Shows how many items were left out of a list that ends at [`MAX_CARDS`].
pub(in crate::ui) fn show_more_count(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    count: usize,
    counted: fn(usize) -> String,
) {
    if count > MAX_CARDS {
        muted(ui, frame, (frame.strings().selection.and_more)(&counted(count - MAX_CARDS)));
    }
}

/// Which wording of a statement a card shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wording {
    /// As quoted, which may be a translation.
    Quoted,
    /// The speaker's own.
    Original,
}

/// A statement as a card: quotation, speaker, date, source. In a list it shows the wording in the language of the interface
/// if there is one, and the other on request; alone it shows both.
pub(in crate::ui) fn quote(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: StatementId,
    style: CardStyle,
    commands: &mut Vec<Command>,
) {
    let dataset = &frame.session.world.dataset;
    let statement = dataset.statement(id);
    let ink = |ink| theme::colour(frame.palette, ink);
    let card = egui::Frame::new()
        .fill(ink(Ink::Panel))
        .stroke(Stroke::new(1.0, ink(Ink::Line)))
        .corner_radius(6)
        .inner_margin(egui::Margin { left: 14, right: 12, top: 10, bottom: 10 });
    let response = card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let toggle = egui::Id::unique(("wording", id));
        let wording =
            ui.data(|data| data.get_temp(toggle)).unwrap_or_else(|| usual_wording(frame, statement));
        let quoted =
            (frame.strings().selection.quotation)(&describe::first_words(&statement.quote, MAX_QUOTE_CHARS));
        let original = statement.original.as_ref().map(|original| {
            let language = describe::language(&original.lang, frame.strings());
            let text = format!("«{}»", describe::first_words(&original.quote, MAX_QUOTE_CHARS));
            ((frame.strings().selection.in_original)(language), text)
        });
        match (&original, style) {
            (Some((_, text)), CardStyle::InList) if wording == Wording::Original => {
                serif(ui, frame, text);
            }
            (Some((name, text)), CardStyle::Alone) => {
                serif(ui, frame, &quoted);
                ui.add_space(theme::GRID);
                muted(ui, frame, name.clone());
                serif(ui, frame, text);
            }
            _ => serif(ui, frame, &quoted),
        }
        ui.add_space(theme::GRID);
        attribution(ui, frame, dataset, id);
        let other = original.filter(|_| style == CardStyle::InList).map(|(name, _)| match wording {
            Wording::Quoted => (name, Wording::Original),
            Wording::Original => {
                let language = describe::language(&statement.lang, frame.strings());
                ((frame.strings().selection.in_translation)(language), Wording::Quoted)
            }
        });
        let shown = shown_words(statement, style, wording);
        if let Some(wording) = actions(ui, frame, id, style, (shown, other), commands) {
            ui.data_mut(|data| data.insert_temp(toggle, wording));
        }
    });
    let rect = response.response.rect;
    let edge = egui::Rect::from_min_max(rect.min, egui::pos2(rect.left() + 3.0, rect.bottom()));
    let corners = egui::CornerRadius { nw: 6, sw: 6, ne: 0, se: 0 };
    ui.painter().rect_filled(edge, corners, ink(speaker_ink(dataset, statement)));
    ui.add_space(theme::GRID);
}

/// The original if it is in the language of the interface and the quotation is not, otherwise the quotation.
fn usual_wording(frame: &Frame<'_>, statement: &Statement) -> Wording {
    let speaks = |tag: &str| Language::of_locale(tag) == frame.session.language();
    match &statement.original {
        Some(original) if speaks(&original.lang) && !speaks(&statement.lang) => Wording::Original,
        _ => Wording::Quoted,
    }
}

fn serif(ui: &mut egui::Ui, frame: &Frame<'_>, text: &str) {
    let font = theme::font(Face::Serif, theme::QUOTE_SIZE);
    let format = egui::TextFormat::simple(font, theme::colour(frame.palette, Ink::Text));
    let format = egui::TextFormat { line_height: Some(20.0), ..format };
    ui.add(egui::Label::new(highlight::text(frame, text, format)).wrap());
}

fn attribution(ui: &mut egui::Ui, frame: &Frame<'_>, dataset: &Dataset, id: StatementId) {
    let statement = dataset.statement(id);
    let speaker = dataset.speaker(statement.speaker);
    let country = statement.country.map(|party| &*dataset.party(party).short);
    ui.label(RichText::new(&*speaker.name).font(theme::font(Face::Strong, 12.5)));
    let office = [&*statement.role, &*statement.organisation, country.unwrap_or_default()];
    let source = dataset.source(statement.source);
    let translation = match &*statement.translation_by {
        "" => String::new(),
        by => (frame.strings().selection.translated_by)(by),
    };
    let when = (frame.strings().dates.date)(&statement.date);
    let lines = [
        describe::joined(&office, " · "),
        describe::joined(&[&when, &statement.venue], " · "),
        describe::joined(
            &[&source.publisher, describe::language(&statement.lang, frame.strings()), &translation],
            " · ",
        ),
    ];
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let text = RichText::new(line).size(12.0).color(theme::colour(frame.palette, Ink::Muted));
        ui.add(egui::Label::new(text).wrap());
    }
    if let Some(found) = frame.session.reader.seen_in_copies.get(&id) {
        // Differences from the copy are shown by colour, and said in words as well.
        let is_off = found.passage().is_none_or(|passage| !passage.differences.is_empty());
        let ink = theme::colour(frame.palette, if is_off { Ink::End } else { Ink::Muted });
        let badge = (frame.strings().reader.badge)(&describe::quote_match(frame.session, found));
        ui.add(egui::Label::new(RichText::new(badge).size(12.0).color(ink)).wrap());
    }
}

/// The wording that a card shows, and its source.
fn shown_words(statement: &Statement, style: CardStyle, wording: Wording) -> (&str, SourceId) {
    match &statement.original {
        Some(original) if style == CardStyle::InList && wording == Wording::Original => {
            (&original.quote, original.source.unwrap_or(statement.source))
        }
        _ => (&statement.quote, statement.source),
    }
}

/// The links under a quotation; returns the wording that the reader wants instead.
fn actions(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: StatementId,
    style: CardStyle,
    (shown, other): ((&str, SourceId), Option<(String, Wording)>),
    commands: &mut Vec<Command>,
) -> Option<Wording> {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let statement = dataset.statement(id);
    let statement_name = describe::statement(frame.session, id);
    let (passage, source) = shown;
    let url = &dataset.source(source).url;
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let mut link = |text: &str| {
            let response = ui.link(RichText::new(text).size(12.0));
            response.accessible_name(format!("{text}: {statement_name}"))
        };
        if style == CardStyle::InList && link(strings.selection.show_on_timeline).clicked() {
            commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Statement(id))));
        }
        if let Some((name, wording)) = other
            && link(&name).clicked()
        {
            wanted = Some(wording);
        }
        if frame.session.has_copy(source)
            && link(strings.reader.read_copy.name).on_hover_text(strings.reader.read_copy.tooltip).clicked()
        {
            commands.push(Command::Selection(SelectionCommand::Select(Selection::Statement(id))));
            commands.push(Command::Reader(ReaderCommand::OpenCopy(source)));
        }
        if style == CardStyle::Alone
            && !frame.session.has_copy(source)
            && link(strings.reader.attach_copy.name)
                .on_hover_text(strings.reader.attach_copy.tooltip)
                .clicked()
        {
            commands.push(Command::Reader(ReaderCommand::FindCopy(source)));
        }
        if source_list::is_address(url)
            && link(strings.selection.show_in_source.name)
                .on_hover_text(strings.selection.show_in_source.tooltip)
                .clicked()
        {
            commands.push(Command::Window(WindowCommand::OpenAddress(source_link::of_passage(url, passage))));
        }
        if link(strings.selection.copy_quote).clicked() {
            let message = strings.selection.quote_copied.to_owned();
            commands.push(Command::Window(WindowCommand::Copy(
                (strings.selection.quotation)(&statement.quote),
                message,
            )));
        }
        if link(strings.selection.copy_citation).clicked() {
            let message = strings.selection.citation_copied.to_owned();
            commands.push(Command::Window(WindowCommand::Copy(
                citation::of_statement(frame.session, id),
                message,
            )));
        }
    });
    wanted
}

fn speaker_ink(dataset: &Dataset, statement: &Statement) -> Ink {
    crate::timeline::speaker_ink(statement.country.map(|party| &*dataset.party(party).key))
}

/// A line with an event's glyph, date and title, which leads to it. `relation` is shown before the title.
pub(in crate::ui) fn event_line(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: EventId,
    relation: Option<&str>,
    commands: &mut Vec<Command>,
) {
    let event = frame.session.world.dataset.event(id);
    ui.horizontal_top(|ui| {
        let (rect, _) =
            ui.allocate_exact_size(egui::vec2(16.0, ui.spacing().interact_size.y), egui::Sense::hover());
        let shapes = Legend::shapes(LegendEntry::Event(event.kind));
        paint::paint_shapes(ui.painter(), rect.center().to_vec2(), &shapes, frame.palette);
        let date = (frame.strings().dates.short)(event.date());
        let date = relation.map_or_else(|| date.clone(), |words| format!("{date} · {words}"));
        ui.horizontal_wrapped(|ui| {
            muted(ui, frame, date);
            let response = ui
                .link(describe::short(&event.title))
                .on_hover_text(frame.strings().selection.show_on_timeline);
            let name = (frame.strings().selection.go_to)(&describe::event(frame.session, id));
            if response.accessible_name(name).clicked() {
                commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Event(id))));
            }
        });
    });
}
