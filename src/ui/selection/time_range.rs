//! The selected time range: how long it is, and what happened in it.

use crate::domain::{Elapsed, Moment, Period};
use crate::session::{Action, Command, SelectionCommand};
use crate::timeline::Selection;
use crate::ui::commands::read_shortcuts;
use crate::ui::frame::Frame;
use crate::ui::widgets::{heading, hidden_line, link, muted, title};
use crate::ui::{describe, theme};

use super::cards;

/// Longer lists are cut: the timeline shows the rest.
const MAX_STEPS: usize = 200;

/// Its dates, which are the title.
pub(super) fn title_text(frame: &Frame<'_>, (from, to): (Moment, Moment)) -> String {
    let strings = frame.strings();
    let (first, last) = ((strings.dates.day)(from), (strings.dates.day)(to.plus(-1)));
    if first == last { first } else { format!("{first} – {last}") }
}

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, frame.strings());
    let (Some((from, to)), Some(counts)) = (session.selection.time_range, session.time_range_counts()) else {
        return;
    };
    title(ui, &title_text(frame, (from, to)));
    let length = Period::between(from, to);
    let length = if length.months == 0 {
        (strings.selection.days)(counts.days)
    } else {
        (strings.selection.length)(&(strings.terms.elapsed)(Elapsed::Exact(length)), counts.days)
    };
    muted(ui, frame, length);
    if counts.hidden_events + counts.hidden_statements > 0 {
        hidden_line(ui, frame, counts.hidden_events, counts.hidden_statements, commands);
    }
    ui.add_space(theme::GRID);
    ui.horizontal(|ui| {
        let hint = read_shortcuts::first(ui, Action::Centre);
        if ui.button(strings.selection.zoom_to_range).on_hover_text(hint).clicked() {
            commands.push(Command::Do(Action::Centre));
        }
        if ui.button(strings.commands.close).clicked() {
            commands.push(Command::Selection(SelectionCommand::SetTimeRange(None)));
        }
    });
    heading(ui, frame, &(strings.selection.events_heading)(counts.events));
    if session.world.bulk.is_some() {
        return;
    }
    for &id in session.time_range_events().iter().take(MAX_STEPS) {
        let treaty = session.world.dataset.event(id).treaty;
        let treaty = describe::short(&session.world.dataset.treaty(treaty).name);
        cards::event_line(ui, frame, id, Some(&treaty), commands);
    }
    if counts.events > MAX_STEPS {
        muted(ui, frame, (strings.selection.and_more_on_timeline)(counts.events - MAX_STEPS));
    }
    if counts.statements > 0 {
        heading(ui, frame, &(strings.selection.statements_heading)(counts.statements));
    }
    for id in session.time_range_statements(cards::MAX_CARDS) {
        link(ui, frame, &describe::statement(session, id), Selection::Statement(id), commands);
    }
    cards::show_more_count(ui, frame, counts.statements, strings.terms.statements);
}
