//! Keeps the trail, the steps and the message, from what a command has changed.

use crate::session::Session;
use crate::session::command::Command;
use crate::session::commands::action::Action;
use crate::session::law::command::LawCommand;
use crate::session::layers::command::LayersCommand;
use crate::session::selection::command::SelectionCommand;
use crate::session::tables::command::TablesCommand;
use crate::session::view::command::ViewCommand;
use crate::session::window::WindowCommand;
use crate::session::world::WorldId;
use crate::timeline::Selection;

use super::change::Change;
use super::state::HistoryState;
use super::trail::{Arrival, Location};
use super::undo_stack::{Run, UndoStep};

/// What a command may do to the way back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Take a step, perhaps in a run of them.
    Step(Option<Run>),
    /// Nothing: it is the answer of a job.
    Answer,
}

impl Kind {
    fn of(command: &Command) -> Self {
        match command {
            Command::Answer(..)
            | Command::Editing(_)
            | Command::Files(_)
            | Command::Pictures(_)
            | Command::Settings(_)
            | Command::Layers(
                LayersCommand::Add(_)
                | LayersCommand::OpenAll(_)
                | LayersCommand::Merged(_)
                | LayersCommand::ShowProblems(_),
            ) => Self::Answer,
            Command::Do(
                Action::Previous
                | Action::Next
                | Action::PreviousInLane
                | Action::NextInLane
                | Action::LaneAbove
                | Action::LaneBelow,
            )
            | Command::Tables(TablesCommand::MoveBy(_)) => Self::Step(Some(Run::Events)),
            Command::Law(command) => {
                let is_cleared = matches!(command, LawCommand::SetDate(None));
                Self::Step((!is_cleared).then_some(Run::StatusDate))
            }
            Command::Selection(SelectionCommand::SetTimeRange(Some(_))) => Self::Step(Some(Run::TimeRange)),
            _ => Self::Step(None),
        }
    }
}

/// A session before a command.
pub(in crate::session) struct Before {
    world: WorldId,
    place: Location,
    message: Option<String>,
    kind: Kind,
    /// Whether the list of treaties is asked for: a place of its own, although nothing is selected in it.
    is_list: bool,
    /// Whether a message after the command is a new one, even if its text is the same.
    renews_message: bool,
}

impl Session {
    /// What is to be known of the session before a command; `None` for one that changes nothing of the way back: a move of
    /// the view comes with every frame of a drag.
    pub(in crate::session) fn before_command(&mut self, command: &Command) -> Option<Before> {
        if matches!(command, Command::View(ViewCommand::Set(..))) {
            return None;
        }
        let history = &mut self.history;
        (history.has_jumped, history.has_travelled, history.has_undone) = (false, false, false);
        Some(Before {
            world: self.world.id(),
            place: self.place(),
            message: self.status_message.clone(),
            kind: Kind::of(command),
            is_list: matches!(command, Command::Law(LawCommand::ListTreaties(_))),
            renews_message: matches!(
                command,
                Command::Do(_)
                    | Command::Window(
                        WindowCommand::Copy(..) | WindowCommand::ShowMessage(_) | WindowCommand::NoBrowser(_)
                    )
            ),
        })
    }

    /// Keeps what a command has changed.
    pub(in crate::session) fn record(&mut self, before: &Before) {
        // In another dataset the ids of a place mean nothing.
        if self.world.id() == before.world {
            self.record_place(before);
        }
        let change = self.record_step(before);
        self.record_message(before, change);
    }

    /// Forgets the way back: another dataset was opened, or its view was restored.
    pub(in crate::session) fn clear_history(&mut self) {
        let message = self.history.message;
        self.history = HistoryState { message, ..HistoryState::default() };
        self.history.present = self.history.present.updated(self);
    }

    /// Puts back the way back of a dataset whose ids mean the same in the one that is open.
    pub(in crate::session) fn put_back_history(&mut self, history: HistoryState) {
        self.history = history;
        self.history.present = self.history.present.updated(self);
    }

    fn record_place(&mut self, before: &Before) {
        let (left, selected) = (before.place, self.selection.selected);
        let is_other = selected != left.selection;
        if self.history.has_travelled || !(is_other || self.history.has_jumped) {
            return;
        }
        let is_step = self.history.has_undone || before.kind == Kind::Step(Some(Run::Events));
        let arrival = match () {
            () if !is_other => Arrival::Jump,
            () if before.is_list => Arrival::Choice,
            () if selected == Selection::Nothing => Arrival::Deselection,
            () if is_step => Arrival::Step,
            () => Arrival::Choice,
        };
        self.history.trail.arrive(left, selected, arrival);
    }

    /// Adds a step if the command changed what can be undone; returns what it changed.
    fn record_step(&mut self, before: &Before) -> Option<Change> {
        if self.history.present.is_of(self) {
            return None;
        }
        let now = self.history.present.updated(self);
        let earlier = std::mem::replace(&mut self.history.present, now);
        let change = Change::between(&earlier, &self.history.present);
        let Kind::Step(run) = before.kind else { return None };
        let words = change.map(|change| self.words_for(change)).unwrap_or_default();
        let step = UndoStep { state: earlier, scroll: before.place.view.scroll, edit: None, words };
        self.history.undo_stack.push(step, &self.history.present, run);
        change
    }

    /// Numbers a new message, or shows one of its own if the command has none.
    fn record_message(&mut self, before: &Before, change: Option<Change>) {
        let renews = before.renews_message || std::mem::take(&mut self.history.is_said_again);
        let has_own = self.status_message.is_some() && (renews || self.status_message != before.message);
        let message = change.filter(|_| !has_own).and_then(|change| self.message_of(change));
        let is_new = has_own || message.is_some();
        if message.is_some() {
            self.status_message = message;
        }
        if is_new {
            self.history.message.number += 1;
        }
        // A change that is not the one the message is about must not be undone by its button.
        let has_edited = std::mem::take(&mut self.history.has_edited);
        if is_new || change.is_some() {
            self.history.message.offers_undo =
                is_new && (has_edited || change.is_some_and(Change::offers_undo));
        }
    }
}
