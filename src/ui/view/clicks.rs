//! Clicks on the timeline, from the pointer, a key or a screen reader.

use egui::{Pos2, Response};

use crate::domain::{BulkId, Moment, SECS_PER_DAY};
use crate::session::{
    Action, ClusterKey, Command, EditingCommand, SelectionCommand, Session, ViewCommand, WindowCommand,
};
use crate::timeline::{BulkBar, LaneRow, Mark, Pos, Scene, Selection, Subject, Target, View, can_split};
use crate::ui::commands::menus;
use crate::ui::frame::Frame;

/// How near a cluster must be to a mark to answer a double click on it, in points.
const CLUSTER_RADIUS: f32 = 20.0;
/// Zooming to a cluster makes it a third of the window; a shorter cluster counts as this many seconds.
const MIN_CLUSTER_SECS: i64 = 3_600;

/// The timeline as it is drawn in this frame.
pub(super) struct Canvas<'a> {
    pub(super) ui: &'a egui::Ui,
    /// The top left corner of the scene.
    pub(super) origin: Pos2,
    pub(super) scene: &'a Scene,
    pub(super) frame: &'a Frame<'a>,
    /// The view that is drawn; during a glide it is not yet the session's.
    pub(super) view: View,
}

impl<'a> Canvas<'a> {
    /// Answers a click on the widget of a target, or beside all widgets.
    pub(super) fn answer_click(
        &self,
        response: &Response,
        widget: Option<Target<'a>>,
        commands: &mut Vec<Command>,
    ) {
        if !response.clicked() {
            return;
        }
        let pos = response.interact_pointer_pos();
        let pos = pos.map(|at| Pos { x: at.x - self.origin.x, y: at.y - self.origin.y });
        let hit = pos.and_then(|pos| self.scene.hit(pos));
        let target = match (widget, hit) {
            // The pointer means the nearest target of the kind; a key or a screen reader means the widget's own.
            (Some(Target::Mark(..)), Some(Target::Mark(..)))
            | (Some(Target::Bulk(..)), Some(Target::Bulk(..)))
            | (None, _) => hit,
            (widget, _) => widget,
        };
        let scale = self.scene.scale(self.view.time);
        match (target, pos) {
            (Some(Target::Mark(lane, mark) | Target::Count(lane, mark)), _) => {
                self.click_mark(response, lane, mark, commands);
            }
            (Some(Target::Bulk(_, bar)), _) => self.click_bulk(response, bar, commands),
            (Some(Target::Overflow(lane)), Some(pos)) => {
                let moment = scale.moment_at(f64::from(pos.x));
                self.click_overflow(response, lane, moment, commands);
            }
            (Some(Target::Group(group)), _) => {
                commands.extend(group.category.map(|index| Command::View(ViewCommand::ToggleGroup(index))));
            }
            (Some(Target::Only(group)), _) => {
                let session = self.frame.session;
                commands.extend(
                    group.category.into_iter().flat_map(|index| menus::toggle_whole_group(session, index)),
                );
            }
            (Some(Target::Expand(lane)), _) => {
                commands.push(Command::View(ViewCommand::ToggleParties(lane.treaty)));
            }
            (_, Some(pos))
                if response.double_clicked()
                    && pos.x > self.scene.plot.left
                    && let Some(lane) = self.lane_to_edit(pos) =>
            {
                let day = scale.moment_at(f64::from(pos.x));
                commands.push(Command::Editing(EditingCommand::AddEvent(lane.treaty, Some(day))));
            }
            (_, Some(pos)) if response.double_clicked() && pos.x > self.scene.plot.left => {
                let is_out = response.ctx.input(|input| input.modifiers.shift);
                let (factor, fixed) = (if is_out { 0.5 } else { 2.0 }, scale.secs_at(f64::from(pos.x)));
                let time = self.view.time.zoomed(factor, fixed, &self.frame.session.world.limits);
                commands.push(Command::View(ViewCommand::Jump(View { time, ..self.view })));
            }
            (Some(Target::Edge(_, arrow)), _) => {
                let time = self.view.time.centred_on(arrow.at, &self.frame.session.world.limits);
                commands.push(Command::View(ViewCommand::Jump(View { time, ..self.view })));
            }
            (Some(Target::Notice(_, notice)), _) => select(Selection::Event(notice.event), commands),
            (Some(Target::Span(_, span)), _) => select(Selection::Event(span.event), commands),
            (Some(Target::Context(band)), _) => select(band.selection(), commands),
            (Some(Target::Bar(lane, _) | Target::Header(lane)), _) => {
                select(Selection::Treaty(lane.treaty), commands);
            }
            (Some(Target::Overflow(_)) | None, _) => select(Selection::Nothing, commands),
        }
    }

    /// The lane at a position, where a double-click adds an event to it.
    fn lane_to_edit(&self, pos: Pos) -> Option<&'a LaneRow> {
        self.scene.lane_at(pos).filter(|_| self.frame.session.editing.moves_events)
    }

    fn click_mark(&self, response: &Response, lane: &LaneRow, mark: &Mark, commands: &mut Vec<Command>) {
        let session = self.frame.session;
        let modifiers = response.ctx.input(|input| input.modifiers);
        let is_double = response.double_clicked();
        let is_selected = session.selection.selected == mark.subject.selection();
        // A selected mark is drawn apart from its cluster, so a double click looks for the cluster beside it too, and
        // another click on it for the cluster that it belongs to.
        let cluster = match mark.count {
            _ if is_double => cluster_near(lane, mark),
            1 if is_selected => cluster_of(lane, mark),
            count => (count > 1).then_some(mark),
        };
        let Some(cluster) = cluster.filter(|_| !modifiers.command && !modifiers.shift) else {
            return commands.push(click_on(response, mark.subject));
        };
        let key = key_of(lane, cluster);
        if is_double && can_split(cluster.first, cluster.last, session.view.size) {
            return commands.push(zoom_to_cluster(&key, session));
        }
        if is_double || !is_selected {
            select(cluster.subject.selection(), commands);
        }
        // A click elsewhere closes an open list, and so does one on its own number.
        let is_open = session.selection.cluster_list.as_ref().is_some_and(|list| list.key == key);
        if is_double || !is_open {
            commands.push(Command::Selection(SelectionCommand::ListCluster(key)));
        }
    }

    fn click_bulk(&self, response: &Response, bar: &BulkBar, commands: &mut Vec<Command>) {
        let (session, subject) = (self.frame.session, Subject::Bulk(bar.id));
        let bulk = session.world.bulk.as_ref();
        match bulk.filter(|_| bar.count > 1 && response.double_clicked()) {
            Some(bulk) if can_part_bulk(bar, session) => {
                let (first, last) = (bulk.start(bar.id), bulk.end(last_of(bar)));
                commands.push(zoom_to(first, last, SECS_PER_DAY, session));
            }
            Some(_) => list_cluster(subject, bar.count as usize, session, commands),
            None => commands.push(click_on(response, subject)),
        }
    }

    /// Lists the events in the overflow strip at the foot of a lane.
    fn click_overflow(
        &self,
        response: &Response,
        lane: &LaneRow,
        moment: Moment,
        commands: &mut Vec<Command>,
    ) {
        let Some((id, count)) = self.frame.session.overflow_at(lane.treaty, moment) else { return };
        let subject = Subject::Bulk(id);
        let modifiers = response.ctx.input(|input| input.modifiers);
        if count == 1 || modifiers.command || modifiers.shift {
            commands.push(click_on(response, subject));
        } else {
            list_cluster(subject, count, self.frame.session, commands);
        }
    }
}

fn key_of(lane: &LaneRow, mark: &Mark) -> ClusterKey {
    let Mark { subject, count, first, last, .. } = *mark;
    ClusterKey { treaty: lane.treaty, party: lane.party, subject, count, first, last }
}

/// Zooms in until the items of a cluster part.
pub(in crate::ui) fn zoom_to_cluster(key: &ClusterKey, session: &Session) -> Command {
    zoom_to(key.first, key.last, MIN_CLUSTER_SECS, session)
}

fn select(selection: Selection, commands: &mut Vec<Command>) {
    commands.push(Command::Selection(SelectionCommand::Select(selection)));
}

/// The command of a click: select, with Ctrl add to the multi-selection, with Shift add everything up to here in the lane.
fn click_on(response: &Response, subject: Subject) -> Command {
    Command::Selection(match response.ctx.input(|input| input.modifiers) {
        modifiers if modifiers.command => SelectionCommand::Toggle(subject),
        modifiers if modifiers.shift => SelectionCommand::ExtendTo(subject),
        _ => SelectionCommand::Select(subject.selection()),
    })
}

/// The mark itself if it is a cluster; otherwise the largest cluster right beside it.
fn cluster_near<'a>(lane: &'a LaneRow, mark: &'a Mark) -> Option<&'a Mark> {
    if mark.count > 1 {
        return Some(mark);
    }
    let is_near = |other: &&Mark| (other.at.x - mark.at.x).abs() <= CLUSTER_RADIUS && other.at.y == mark.at.y;
    let marks = lane.events.iter().chain(&lane.statements);
    marks.filter(|other| other.count > 1).filter(is_near).max_by_key(|other| other.count)
}

/// The cluster from which a mark is drawn apart.
fn cluster_of<'a>(lane: &'a LaneRow, mark: &Mark) -> Option<&'a Mark> {
    let is_its = |other: &&Mark| {
        other.count > 1 && other.at.y == mark.at.y && (other.first..=other.last).contains(&mark.first)
    };
    lane.events.iter().chain(&lane.statements).find(is_its)
}

/// The last event that a bar stands for.
fn last_of(bar: &BulkBar) -> BulkId {
    BulkId::new(bar.id.index() + (bar.count as usize).saturating_sub(1))
}

/// Whether zooming in separates the events that a bar stands for.
pub(super) fn can_part_bulk(bar: &BulkBar, session: &Session) -> bool {
    let Some(bulk) = &session.world.bulk else { return false };
    can_split(bulk.start(bar.id), bulk.start(last_of(bar)), session.view.size)
}

/// Selects a cluster that no zoom separates: the details panel lists its members.
fn list_cluster(subject: Subject, count: usize, session: &Session, commands: &mut Vec<Command>) {
    select(subject.selection(), commands);
    if !session.shows_details() {
        commands.push(Command::Do(Action::Details));
    }
    let message = (session.strings().selection.cluster_listed)(count);
    commands.push(Command::Window(WindowCommand::ShowMessage(message)));
}

/// Zooms until the time between two moments takes a third of the window.
fn zoom_to(first: Moment, last: Moment, min_secs: i64, session: &Session) -> Command {
    let limits = &session.world.limits;
    let secs = (last.secs() - first.secs()).max(min_secs) as f64;
    let middle = first.midpoint(last);
    let time = session.view.current.time.centred_on(middle, limits);
    let time = time.zoomed(time.span / (3.0 * secs), middle.secs() as f64, limits);
    Command::View(ViewCommand::Jump(View { time, ..session.view.current }))
}
