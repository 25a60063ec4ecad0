//! The tabs of events, parties and sources of a treaty.

use egui::{Id, RichText, TextEdit};

use crate::domain::{ActId, Nature, State, TreatyId};
use crate::session::{Command, PartyLine, SelectionCommand, WindowCommand};
use crate::timeline::{Font, Ink, Selection};
use crate::ui::frame::Frame;
use crate::ui::widgets::{heading, hidden_line, link, muted};
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
    if details.is_long_list_of_parties {
        search_field(ui, frame, commands);
    }
    lists_of_acts(ui, frame, treaty, commands);
    let list = &details.parties;
    if list.is_empty() && details.party_count > 0 {
        muted(ui, frame, strings.selection.no_party_found);
    }
    let rows = Rows {
        stamp: Id::unique(("parties of a treaty", details.generation)),
        count: list.len(),
        key: &|index| Id::unique(("party of a treaty", treaty, list.get(index).map(|line| line.party))),
        estimate: &|index, _| {
            let lines = |line: &PartyLine| {
                line.events.len() + usize::from(!line.acts.is_empty()) + usize::from(line.group.is_some())
            };
            LINE * (list.get(index).map_or(0, lines) as f32 + 1.5)
        },
    };
    lists.show(ui, &rows, |ui, index| {
        let Some(line) = list.get(index) else { return };
        let state = match line.state {
            Some(state) => (strings.terms.state)(state, nature),
            // A topic has no legal status that could be recorded.
            None if nature == Nature::Topic => String::new(),
            None => strings.selection.not_recorded.to_owned(),
        };
        if let Some(count) = line.group {
            // The days left of a notice differ from party to party.
            let of_group = match line.state {
                Some(State::NoticeRunning { is_suspended, .. }) => {
                    (strings.terms.state)(State::NoticeRunning { days_left: None, is_suspended }, nature)
                }
                _ => state.clone(),
            };
            heading(ui, frame, &(strings.law.group)(&of_group, count));
        }
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(party_name(frame, line.party)).font(theme::font(Font::Strong, 13.0)));
            if !state.is_empty() {
                muted(ui, frame, state);
            }
        });
        for &event in &line.events {
            cards::treaty_event_line(ui, frame, event, None, commands);
            let kind = dataset.event(event).kind;
            if let Some(words) = notice_words(frame, event, kind) {
                muted(ui, frame, words);
            }
        }
        if !line.acts.is_empty() {
            muted(ui, frame, acts(frame, &line.acts));
        }
        ui.add_space(2.0 * theme::GRID);
    });
}

/// The field in which a party is looked for.
fn search_field(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = &frame.strings().selection;
    let mut text = frame.session.selection.party_query.clone();
    let edit = TextEdit::singleline(&mut text).hint_text(strings.find_party).desired_width(f32::INFINITY);
    if ui.add(edit).accessible_name(strings.find_party).changed() {
        commands.push(Command::Selection(SelectionCommand::FindParty(text)));
    }
    ui.add_space(theme::GRID);
}

/// Where the acts come from that are no events, and what is not known of them.
fn lists_of_acts(ui: &mut egui::Ui, frame: &Frame<'_>, treaty: TreatyId, commands: &mut Vec<Command>) {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    for list in dataset.act_lists().iter().filter(|list| list.treaty == treaty) {
        let seen = list.seen.as_ref().map(strings.dates.date);
        muted(ui, frame, (strings.selection.acts_listed)(seen.as_deref()));
        link(ui, frame, &dataset.source(list.source).title, Selection::Source(list.source), commands);
        if !list.lacks.is_empty() {
            muted(ui, frame, (strings.selection.list_lacks)(&describe::short(&list.lacks.join("; "))));
        }
        ui.add_space(theme::GRID);
    }
}

/// `signed 1 Jul 1968 · ratified 4 Feb 1970`.
fn acts(frame: &Frame<'_>, acts: &[ActId]) -> String {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let act = |&id: &ActId| {
        let what = (strings.law.ground)(dataset.act(id).kind);
        let act = format!("{what} {}", (strings.dates.short)(&dataset.act_date(id)));
        match dataset.part_of_act(id) {
            Some(part) => format!("{act} ({})", describe::short(part)),
            None => act,
        }
    };
    acts.iter().map(act).collect::<Vec<_>>().join(" · ")
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
        let counts = [
            counted(line.events, strings.terms.events),
            counted(line.statements, strings.terms.statements),
            counted(line.acts, strings.terms.acts),
        ];
        let kind = (strings.terms.source_kind)(source.kind);
        let parts = [&*source.publisher, &date, kind, &counts[0], &counts[1], &counts[2]];
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
