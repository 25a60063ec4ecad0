//! Lines of events, and the ends of lists that are cut short.

use egui::{Response, RichText};

use crate::domain::EventId;
use crate::session::{Command, LegalChange, SelectionCommand};
use crate::timeline::{Font, Ink, Legend, LegendEntry, Selection};
use crate::ui::frame::Frame;
use crate::ui::view::paint;
use crate::ui::widgets::muted;
use crate::ui::{describe, theme};

/// Maximum length of a list of cards.
pub(in crate::ui) const MAX_CARDS: usize = 60;
/// A panel narrower than this has no room for the names of months in full.
const NARROW: f32 = 300.0;

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

/// A line with an event's glyph, date and title, which leads to it. `relation` is shown before the title.
pub(in crate::ui) fn event_line(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: EventId,
    relation: Option<&str>,
    commands: &mut Vec<Command>,
) {
    let event = frame.session.world.dataset.event(id);
    let date = (frame.strings().dates.short)(event.date());
    let date = relation.map_or_else(|| date.clone(), |words| format!("{date} · {words}"));
    line(ui, frame, id, date, None, commands);
}

/// A line of a treaty's events: the date in full where there is room, and what the event changed in law.
pub(super) fn treaty_event_line(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: EventId,
    change: Option<LegalChange>,
    commands: &mut Vec<Command>,
) {
    let dates = &frame.strings().dates;
    let date = if ui.available_width() < NARROW { dates.short } else { dates.date };
    let date = date(frame.session.world.dataset.event(id).date());
    let response = line(ui, frame, id, date, change, commands);
    super::card_parts::show_when_focused(&response);
}

fn line(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    id: EventId,
    date: String,
    change: Option<LegalChange>,
    commands: &mut Vec<Command>,
) -> Response {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let event = dataset.event(id);
    let change = change.map(|change| {
        let phase = (strings.terms.phase)(change.to, dataset.treaty(event.treaty).nature);
        let party = change.party.map(|party| &*dataset.party(party).short);
        (strings.selection.legal_change)(phase, party)
    });
    let line = ui.horizontal_top(|ui| {
        let (rect, _) =
            ui.allocate_exact_size(egui::vec2(16.0, ui.spacing().interact_size.y), egui::Sense::hover());
        let shapes = Legend::shapes(LegendEntry::Event(event.kind));
        paint::paint_shapes(ui.painter(), rect.center().to_vec2(), &shapes, frame.palette);
        let words = ui.horizontal_wrapped(|ui| {
            muted(ui, frame, date);
            let mut title = RichText::new(describe::short(&event.title));
            if change.is_some() {
                title = title.font(theme::font(Font::Strong, 13.0));
            }
            let link = ui.link(title);
            if let Some(change) = &change {
                let text = RichText::new(change).size(11.0).color(theme::colour(frame.palette, Ink::Muted));
                ui.add(egui::Label::new(text).wrap());
            }
            link
        });
        words.inner
    });
    let name = (strings.selection.go_to)(&describe::event(frame.session, id));
    let name = change.map_or_else(|| name.clone(), |change| format!("{name}, {change}"));
    let link = line.inner.accessible_name(name);
    if link.clicked() {
        commands.push(Command::Selection(SelectionCommand::GoTo(Selection::Event(id))));
    }
    link
}
