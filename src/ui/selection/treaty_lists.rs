//! The tabs of events, parties and sources of a treaty.

use egui::{Id, RichText};

use crate::domain::TreatyId;
use crate::session::{Command, WindowCommand};
use crate::timeline::{Face, Ink, Selection};
use crate::ui::frame::Frame;
use crate::ui::widgets::{hidden_line, link, muted};
use crate::ui::{describe, theme};

use super::cards;
use super::event::{notice_words, party_name};
use super::long_list::{LongLists, Rows, lines};
use super::source_list::is_address;
use super::withdrawals::clause_words;

/// Height of a line of text.
const LINE: f32 = 24.0;

/// The events, of which those that changed the legal status stand out.
pub(super) fn events(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    lists: &mut LongLists,
    commands: &mut Vec<Command>,
) {
    let details = &frame.session.selection.details;
    if details.hidden_events > 0 {
        hidden_line(ui, frame, details.hidden_events, 0, commands);
    }
    let dataset = &frame.session.world.dataset;
    let list = &details.events;
    let rows = Rows {
        stamp: Id::unique(("events of a treaty", details.generation)),
        count: list.len(),
        key: &|index| Id::unique(("event of a treaty", list.get(index).map(|line| line.id))),
        estimate: &|index, width| {
            let title = list.get(index).map_or("", |line| &dataset.event(line.id).title);
            LINE * lines(title, width - 110.0, 6.5).min(3.0)
        },
    };
    lists.show(ui, &rows, |ui, index| {
        if let Some(line) = list.get(index) {
            cards::treaty_event_line(ui, frame, line.id, line.change, commands);
        }
    });
}

/// The parties, each with its status and its own events.
pub(super) fn parties(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    lists: &mut LongLists,
    treaty: TreatyId,
    commands: &mut Vec<Command>,
) {
    let (details, strings) = (&frame.session.selection.details, frame.strings());
    let dataset = &frame.session.world.dataset;
    let nature = dataset.treaty(treaty).nature;
    if let Some(words) = clause_words(frame, treaty) {
        muted(ui, frame, format!("{}: {words}", strings.selection.withdrawal));
    }
    if let Some(day) = details.day {
        muted(ui, frame, (strings.selection.status_on)(&(strings.dates.day)(day)));
        ui.add_space(theme::GRID);
    }
    let list = &details.parties;
    let rows = Rows {
        stamp: Id::unique(("parties of a treaty", details.generation)),
        count: list.len(),
        key: &|index| Id::unique(("party of a treaty", treaty, list.get(index).map(|line| line.party))),
        estimate: &|index, _| LINE * (list.get(index).map_or(0, |line| line.events.len()) as f32 + 1.5),
    };
    lists.show(ui, &rows, |ui, index| {
        let Some(line) = list.get(index) else { return };
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(party_name(frame, line.party)).font(theme::font(Face::Strong, 13.0)));
            let state = match line.state {
                Some(state) => (strings.terms.state)(state, nature),
                None => strings.selection.not_recorded.to_owned(),
            };
            muted(ui, frame, state);
        });
        for &event in &line.events {
            cards::treaty_event_line(ui, frame, event, None, commands);
            let kind = dataset.event(event).kind;
            if let Some(words) = notice_words(frame, event, kind) {
                muted(ui, frame, words);
            }
        }
        ui.add_space(2.0 * theme::GRID);
    });
}

/// The sources of the record of the treaty, each with the number of its events and statements that rest on it.
pub(super) fn sources(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    lists: &mut LongLists,
    commands: &mut Vec<Command>,
) {
    let (details, strings) = (&frame.session.selection.details, frame.strings());
    let dataset = &frame.session.world.dataset;
    let list = &details.sources;
    let rows = Rows {
        stamp: Id::unique(("sources of a treaty", details.generation)),
        count: list.len(),
        key: &|index| Id::unique(("source of a treaty", list.get(index).map(|line| line.source))),
        estimate: &|index, width| {
            let title = list.get(index).map_or("", |line| &dataset.source(line.source).title);
            LINE * lines(title, width, 6.5).min(4.0) + 26.0
        },
    };
    lists.show(ui, &rows, |ui, index| {
        let Some(line) = list.get(index) else { return };
        let source = dataset.source(line.source);
        link(ui, frame, &source.title, Selection::Source(line.source), commands);
        let date = source.date.as_ref().map(strings.dates.short).unwrap_or_default();
        let counted = |count: usize, words: fn(usize) -> String| match count {
            0 => String::new(),
            count => words(count),
        };
        let counts =
            [counted(line.events, strings.terms.events), counted(line.statements, strings.terms.statements)];
        let kind = (strings.terms.source_kind)(source.kind);
        let parts = [&*source.publisher, &date, kind, &counts[0], &counts[1]];
        ui.horizontal_wrapped(|ui| {
            let text = RichText::new(describe::joined(&parts, " · ")).size(12.0);
            ui.label(text.color(theme::colour(frame.palette, Ink::Muted)));
            if is_address(&source.url) {
                let open = ui.link(RichText::new(strings.selection.open).size(12.0));
                let name = format!("{}: {}", strings.selection.open_source, describe::short(&source.title));
                if open.on_hover_text(&*source.url).accessible_name(name).clicked() {
                    commands.push(Command::Window(WindowCommand::OpenAddress(source.url.to_string())));
                }
            }
        });
        ui.add_space(2.0 * theme::GRID);
    });
}
