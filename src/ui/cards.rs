//! What several details are made of: quote cards and lines that lead to events.

use egui::{RichText, Stroke};

use crate::diagnostics::counted;
use crate::domain::{Dataset, EventId, Statement, StatementId};
use crate::session::Command;
use crate::timeline::{Face, Ink, Legend, LegendEntry, Selection};

use super::detail_panel::muted;
use super::{Frame, paint, theme, words};

/// More cards than this are not read in a panel.
pub(super) const MAX_CARDS: usize = 60;
/// Words longer than this are cut in a card; a quotation should have under sixty of them.
const MAX_QUOTE_CHARS: usize = 3000;

/// Where a card stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Among others: it leads to its statement.
    InList,
    /// As the statement itself.
    Alone,
}

/// Says how many were left out of a list that ends at [`MAX_CARDS`].
pub(super) fn say_more(ui: &mut egui::Ui, frame: &Frame<'_>, count: usize, noun: &str) {
    if count > MAX_CARDS {
        muted(ui, frame, format!("and {} more", counted(count - MAX_CARDS, noun)));
    }
}

/// A statement as a card: the words in the serif, the original below them, who, when, where.
pub(super) fn quote(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: StatementId,
    place: Place,
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
        serif(ui, &format!("“{}”", words::first_words(&statement.quote, MAX_QUOTE_CHARS)), ink(Ink::Text));
        if let Some(original) = &statement.original {
            ui.add_space(theme::GRID);
            muted(ui, frame, format!("{} original", words::language(&original.lang)));
            serif(
                ui,
                &format!("«{}»", words::first_words(&original.quote, MAX_QUOTE_CHARS)),
                ink(Ink::Muted),
            );
        }
        ui.add_space(theme::GRID);
        attribution(ui, frame, dataset, statement);
        actions(ui, frame, id, place, commands);
    });
    let rect = response.response.rect;
    let edge = egui::Rect::from_min_max(rect.min, egui::pos2(rect.left() + 3.0, rect.bottom()));
    let corners = egui::CornerRadius { nw: 6, sw: 6, ne: 0, se: 0 };
    ui.painter().rect_filled(edge, corners, ink(speaker_ink(dataset, statement)));
    ui.add_space(theme::GRID);
}

fn serif(ui: &mut egui::Ui, text: &str, ink: egui::Color32) {
    let text = RichText::new(text).font(theme::font(Face::Serif, theme::QUOTE_SIZE)).color(ink);
    ui.add(egui::Label::new(text.line_height(Some(20.0))).wrap());
}

fn attribution(ui: &mut egui::Ui, frame: &Frame<'_>, dataset: &Dataset, statement: &Statement) {
    let speaker = dataset.speaker(statement.speaker);
    let country = statement.country.map(|party| &*dataset.party(party).short);
    ui.label(RichText::new(&*speaker.name).font(theme::font(Face::Strong, 12.5)));
    let office = [&*statement.role, &*statement.organisation, country.unwrap_or_default()];
    let source = dataset.source(statement.source);
    let translation = match &*statement.translation_by {
        "" => String::new(),
        by => format!("translated by {by}"),
    };
    let when = statement.date.words();
    let lines = [
        joined(&office, " · "),
        joined(&[&when, &statement.venue], " · "),
        joined(&[&source.publisher, words::language(&statement.lang), &translation], " · "),
    ];
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let text = RichText::new(line).size(12.0).color(theme::colour(frame.palette, Ink::Muted));
        ui.add(egui::Label::new(text).wrap());
    }
}

fn actions(ui: &mut egui::Ui, frame: &Frame<'_>, id: StatementId, place: Place, commands: &mut Vec<Command>) {
    let dataset = &frame.session.world.dataset;
    let statement = dataset.statement(id);
    let whose = words::statement(dataset, id);
    let url = &dataset.source(statement.source).url;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let mut link = |text: &str| {
            let response = ui.link(RichText::new(text).size(12.0));
            response.accessible_name(format!("{text}: {whose}")).clicked()
        };
        if place == Place::InList && link("Show on timeline") {
            commands.push(Command::GoTo(Selection::Statement(id)));
        }
        if super::source_list::is_address(url) && link("Open source") {
            commands.push(Command::Follow(url.to_string()));
        }
        if link("Copy quote") {
            commands.push(Command::Copy(format!("“{}”", statement.quote), "Quote"));
        }
        if link("Copy citation") {
            commands.push(Command::Copy(citation(dataset, statement), "Citation"));
        }
    });
}

/// Who, the words, when and where, and the source with its address.
pub(super) fn citation(dataset: &Dataset, statement: &Statement) -> String {
    let source = dataset.source(statement.source);
    let speaker = &*dataset.speaker(statement.speaker).name;
    let when = statement.date.words();
    let head = joined(&[speaker, &statement.role, &when, &statement.venue], ", ");
    let accessed =
        source.accessed.as_ref().map(|day| format!("accessed {}", day.words())).unwrap_or_default();
    let date = source.date.as_ref().map(|day| day.words()).unwrap_or_default();
    let tail = joined(&[&source.title, &source.publisher, &date, &source.url, &accessed], ", ");
    format!("{head}: “{}” {tail}.", statement.quote)
}

fn joined(parts: &[&str], joint: &str) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(joint)
}

fn speaker_ink(dataset: &Dataset, statement: &Statement) -> Ink {
    crate::timeline::ink_of_country(statement.country.map(|party| &*dataset.party(party).key))
}

/// A line with an event's glyph, date and title, that leads to it. `relation` stands before the title.
pub(super) fn event_line(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: EventId,
    relation: Option<&str>,
    commands: &mut Vec<Command>,
) {
    let event = frame.session.world.dataset.event(id);
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(16.0, 18.0), egui::Sense::hover());
        let shapes = Legend::shapes(LegendEntry::Event(event.kind));
        paint::paint_shapes(ui.painter(), rect.center().to_vec2(), &shapes, frame.palette);
        let date = event.date().short_words();
        let date = relation.map_or_else(|| date.clone(), |words| format!("{date} · {words}"));
        ui.horizontal_wrapped(|ui| {
            muted(ui, frame, date);
            let response = ui.link(words::short(&event.title)).on_hover_text("Show on the timeline");
            let name = words::event(&frame.session.world.dataset, id);
            if response.accessible_name(format!("Go to {name}")).clicked() {
                commands.push(Command::GoTo(Selection::Event(id)));
            }
        });
    });
}
