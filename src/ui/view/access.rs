//! Lanes and marks as widgets: what a screen reader hears, what Tab reaches, what a click selects.
//!
//! Architecture Invariant: the number of widgets is bounded, however many events there are.

use egui::{EventFilter, Id, PointerButton, Pos2, Role, Sense, WidgetInfo};

use crate::domain::PartyId;
use crate::session::{Action, Command, SelectionCommand, Session, ViewCommand, WindowCommand};
use crate::timeline::{
    Emphasis, GroupRow, Hit, Ink, LaneRow, Mark, Pos, Rect, Scene, Selection, Subject, can_part,
};

use crate::ui::{
    commands::menus,
    describe,
    frame::{Frame, UiCache},
    theme,
    view::paint,
};

/// No more marks than this become widgets in one frame. All others are reached with the arrow keys.
const MAX_MARKS: usize = 300;
/// Half the side of a mark's target: WCAG 2.2 asks for 24 points where there is room.
const TARGET_RADIUS: f32 = 10.0;

/// Arrow keys move the selection, not the focus, while a mark has it; and the day, while its date has it.
pub(in crate::ui) const ARROWS: EventFilter =
    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };

pub(in crate::ui) fn register(
    ui: &egui::Ui,
    origin: Pos2,
    scene: &Scene,
    frame: &Frame<'_>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let mut marks_left = MAX_MARKS;
    let mut focused = false;
    // The selection moved by key while a mark had the focus: the focus goes with it.
    let follow = cache.mark_has_focus && cache.drawn_selection != frame.session.selection.selected;
    for group in &scene.groups {
        heading(ui, origin, scene, group, frame, commands);
    }
    for lane in &scene.lanes {
        head(ui, origin, scene, lane, frame, commands);
        // Widgets that come later lie on top, and the weightier of two marks is drawn on top.
        let mut in_order: Vec<&Mark> = lane.events.iter().chain(&lane.statements).collect();
        in_order.sort_by_key(|mark| (mark.at.y as i32, mark.first));
        for mark in in_order {
            let is_selected = mark.emphasis == Emphasis::Selected;
            if marks_left == 0 && !is_selected {
                continue;
            }
            marks_left = marks_left.saturating_sub(1);
            focused |= register_mark(ui, origin, scene, lane, mark, frame, follow, commands);
        }
    }
    cache.mark_has_focus = focused;
    cache.drawn_selection = frame.session.selection.selected;
}

/// A heading folds and unfolds its lanes.
fn heading(
    ui: &egui::Ui,
    origin: Pos2,
    scene: &Scene,
    group: &GroupRow,
    frame: &Frame<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(category) = group.category else { return };
    let Some(response) =
        row_head(ui, origin, scene, &group.rect, Id::unique(("heading", category)), Sense::click())
    else {
        return;
    };
    let name = &frame.session.world.dataset.categories()[category].name;
    let words = frame.words();
    let response = if group.text.contains('…') {
        response.on_hover_text(describe::short(name).into_owned())
    } else {
        response
    };
    let state = if group.is_folded { words.folded } else { words.unfolded };
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, !group.is_folded, format!("{name}, {state}"))
    });
    if response.clicked() {
        commands.push(Command::View(ViewCommand::ToggleGroup(category)));
    }
}

/// A lane's head selects its treaty.
fn head(
    ui: &egui::Ui,
    origin: Pos2,
    scene: &Scene,
    lane: &LaneRow,
    frame: &Frame<'_>,
    commands: &mut Vec<Command>,
) {
    if lane.party.is_some() {
        return party_head(ui, origin, scene, lane, frame, commands);
    }
    let id = Id::unique(("lane head", lane.treaty.index()));
    let Some(response) = row_head(ui, origin, scene, &lane.rect, id, Sense::click_and_drag()) else { return };
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, lane.selected, describe::lane(frame.session, lane.treaty))
    });
    if response.clicked() {
        commands.push(Command::Selection(SelectionCommand::Select(Selection::Treaty(lane.treaty))));
    }
    drag_head(&response, origin, scene, lane, frame, commands);
    menus::of_lane(&response, frame, lane.treaty, commands);
    sign(ui, origin, scene, lane, frame, commands);
}

/// The sign in a lane's head unfolds the treaty into its parties, or folds it.
fn sign(
    ui: &egui::Ui,
    origin: Pos2,
    scene: &Scene,
    lane: &LaneRow,
    frame: &Frame<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(is_unfolded) = lane.unfolds else { return };
    let target = lane.sign(&scene.plot).within(&Rect { top: scene.plot.top, ..lane.rect });
    if target.height() < 4.0 {
        return;
    }
    let id = Id::unique(("parties", lane.treaty.index()));
    let response = ui.interact(paint::rect_at(origin, &target), id, Sense::click());
    show_focus(ui, &response);
    response.widget_info(|| {
        let words = frame.words();
        let name =
            (words.parties_of)(&describe::short(&frame.session.world.dataset.treaty(lane.treaty).name));
        let state = if is_unfolded { words.unfolded } else { words.folded };
        WidgetInfo::selected(Role::Button, true, is_unfolded, format!("{name}, {state}"))
    });
    if response.clicked() {
        commands.push(Command::View(ViewCommand::ToggleParties(lane.treaty)));
    }
}

/// The head of a party's lane selects the treaty, and offers what there is of the party.
fn party_head(
    ui: &egui::Ui,
    origin: Pos2,
    scene: &Scene,
    lane: &LaneRow,
    frame: &Frame<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(party) = lane.party else { return };
    let id = Id::unique(("party head", lane.treaty.index(), party.index()));
    let Some(response) = row_head(ui, origin, scene, &lane.rect, id, Sense::click()) else { return };
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::Button,
            true,
            lane.selected,
            describe::party_lane(frame.session, lane, party),
        )
    });
    if response.clicked() {
        commands.push(Command::Selection(SelectionCommand::Select(Selection::Treaty(lane.treaty))));
    }
    menus::of_party(&response, frame, lane.treaty, party, commands);
}

/// A head that is dragged to the top is pinned there, between others or first; a pinned one dragged away is let go.
fn drag_head(
    response: &egui::Response,
    origin: Pos2,
    scene: &Scene,
    lane: &LaneRow,
    frame: &Frame<'_>,
    commands: &mut Vec<Command>,
) {
    let is_let_go = response.drag_stopped_by(PointerButton::Primary)
        && response.ctx.input(|input| input.pointer.any_released());
    let is_held = response.dragged_by(PointerButton::Primary);
    let Some(at) = response.interact_pointer_pos().filter(|_| is_held || is_let_go) else { return };
    let pinned = &frame.session.view.arrangement.pinned;
    let in_window: Vec<&LaneRow> =
        scene.lanes.iter().filter(|row| row.party.is_none() && pinned.contains(&row.treaty)).collect();
    let above = in_window.first().and_then(|first| pinned.iter().position(|&other| other == first.treaty));
    let rows: Vec<Rect> = in_window.iter().map(|row| row.rect).collect();
    let y = at.y - origin.y;
    // Where nothing is pinned yet, the first heading stands for the place.
    let bottom = rows.last().map_or(scene.plot.top + 28.0, |last| last.bottom);
    let place =
        (y < bottom).then(|| rows.iter().filter(|row| f32::midpoint(row.top, row.bottom) < y).count());
    if is_let_go {
        let place = place.map(|place| place + above.unwrap_or(0));
        // The lane that the hand closed on: a fast hand is over another by the time the drag is seen.
        let held = frame.pressed.and_then(|at| scene.lane_at(Pos { x: 1.0, y: at.y - origin.y }));
        let treaty = held.map_or(lane.treaty, |lane| lane.treaty);
        if place.is_some() || pinned.contains(&treaty) {
            commands.push(Command::View(ViewCommand::MoveLane(treaty, place)));
        }
    } else if let Some(place) = place {
        let edge = rows.get(place).map(|row| row.top).or_else(|| rows.last().map(|row| row.bottom));
        let y = origin.y + edge.unwrap_or(scene.plot.top + 1.0);
        let across = origin.x..=origin.x + scene.plot.left;
        response.ctx.layer_painter(response.layer_id).hline(
            across,
            y,
            egui::Stroke::new(2.0, theme::colour(frame.palette, Ink::Select)),
        );
    }
}

/// The part of a row that stands in the column of heads, if enough of it is in the window to be hit.
fn row_head(
    ui: &egui::Ui,
    origin: Pos2,
    scene: &Scene,
    row: &Rect,
    id: Id,
    sense: Sense,
) -> Option<egui::Response> {
    let visible = Rect { right: scene.plot.left, top: row.top.max(scene.plot.top), ..*row };
    if visible.height() < 4.0 {
        return None;
    }
    let response = ui.interact(paint::rect_at(origin, &visible), id, sense);
    show_focus(ui, &response);
    Some(response)
}

#[expect(clippy::too_many_arguments, reason = "the surroundings of one mark, each used once")]
fn register_mark(
    ui: &egui::Ui,
    origin: Pos2,
    scene: &Scene,
    lane: &LaneRow,
    mark: &Mark,
    frame: &Frame<'_>,
    follow: bool,
    commands: &mut Vec<Command>,
) -> bool {
    let target = Rect::around(mark.at, TARGET_RADIUS);
    let around =
        mark.count_rect().map_or(target, |count| Rect { right: count.right.max(target.right), ..target });
    let inside = around.within(&scene.plot);
    if inside.width() < 2.0 || inside.height() < 2.0 {
        return false;
    }
    let response = ui.interact(paint::rect_at(origin, &inside), mark_id(lane, mark), Sense::click());
    let is_selected = mark.emphasis == Emphasis::Selected;
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::Button,
            true,
            is_selected,
            describe::mark(frame.session, lane.treaty, mark),
        )
    });
    // The first click selects, and what is selected is drawn alone: the crowd is beside it by the second.
    let crowd =
        response.double_clicked().then(|| crowd_near(lane, mark, hit_of(scene, &response, origin))).flatten();
    let is_by_key = response.clicked() && response.interact_pointer_pos().is_none();
    if let Some(crowd) = crowd {
        open_crowd(crowd, frame, commands);
    } else if is_by_key && mark.count > 1 && !parts(mark, frame.session) {
        commands.extend(list_cluster(mark.subject, mark.count, frame.session));
    } else if response.clicked() {
        let modifiers = ui.input(|input| input.modifiers);
        commands.push(click_on(nearest(scene, &response, origin, mark), modifiers));
    }
    menus::of_mark(&response, frame, mark.subject, commands);
    if follow && is_selected {
        response.request_focus();
    }
    if response.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ARROWS));
    }
    show_focus(ui, &response);
    response.has_focus()
}

/// Targets of marks that crowd overlap: a pointer means the nearest mark, a key or a screen reader this one.
fn nearest(scene: &Scene, response: &egui::Response, origin: Pos2, mark: &Mark) -> Subject {
    hit_of(scene, response, origin).unwrap_or(mark).subject
}

/// What the pointer that touched a widget means.
pub(in crate::ui) fn hit<'a>(scene: &'a Scene, response: &egui::Response, origin: Pos2) -> Hit<'a> {
    let at = response.interact_pointer_pos();
    at.map_or(Hit::Nothing, |at| scene.hit(Pos { x: at.x - origin.x, y: at.y - origin.y }))
}

/// The mark that the pointer means.
fn hit_of<'a>(scene: &'a Scene, response: &egui::Response, origin: Pos2) -> Option<&'a Mark> {
    match hit(scene, response, origin) {
        Hit::Mark(mark) => Some(mark),
        _ => None,
    }
}

/// A click selects; with Ctrl it picks one more, with Shift all between in the lane.
pub(in crate::ui) fn click_on(subject: Subject, modifiers: egui::Modifiers) -> Command {
    match modifiers {
        modifiers if modifiers.command => Command::Selection(SelectionCommand::Toggle(subject)),
        modifiers if modifiers.shift => Command::Selection(SelectionCommand::ExtendTo(subject)),
        _ => Command::Selection(SelectionCommand::Select(subject.selection())),
    }
}

/// The crowd that the pointer means; otherwise the largest at a mark or right beside it.
pub(in crate::ui) fn crowd_near<'a>(
    lane: &'a LaneRow,
    mark: &Mark,
    meant: Option<&'a Mark>,
) -> Option<&'a Mark> {
    if meant.is_some_and(|meant| meant.count > 1) {
        return meant;
    }
    let is_near =
        |other: &&Mark| (other.at.x - mark.at.x).abs() <= 2.0 * TARGET_RADIUS && other.at.y == mark.at.y;
    let marks = lane.events.iter().chain(&lane.statements);
    marks.filter(|other| other.count > 1).filter(is_near).max_by_key(|other| other.count)
}

/// Whether zooming in shows the marks of a crowd apart.
fn parts(mark: &Mark, session: &Session) -> bool {
    can_part(mark.first, mark.last, session.view.size)
}

/// Selects a mark that stands for several which no zoom shows apart: the panel lists them all.
pub(in crate::ui) fn list_cluster(subject: Subject, count: usize, session: &Session) -> Vec<Command> {
    let mut commands = vec![Command::Selection(SelectionCommand::Select(subject.selection()))];
    if session.settings.preferences.details_hidden {
        commands.push(Command::Do(Action::Details));
    }
    commands.push(Command::Window(WindowCommand::Notify((session.words().notices.cluster_listed)(count))));
    commands
}

/// Zooms so far that the marks of a crowd stand apart; where no zoom does that, has them listed.
pub(in crate::ui) fn open_crowd(mark: &Mark, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    /// The nearest view shows four hours: a crowd of less time is not gone nearer to.
    const LEAST_SECS: i64 = 3_600;
    let session = frame.session;
    if !parts(mark, session) {
        commands.extend(list_cluster(mark.subject, mark.count, session));
        return;
    }
    let limits = &session.world.limits;
    let crowd = (mark.last.secs() - mark.first.secs()).max(LEAST_SECS) as f64;
    let middle = mark.first.midpoint(mark.last);
    let time = session.view.current.time;
    // The crowd takes a third of the window.
    let time =
        time.centred_on(middle, limits).zoomed(time.span / (3.0 * crowd), middle.secs() as f64, limits);
    let view = crate::timeline::View { time, ..session.view.current };
    commands.push(Command::View(ViewCommand::Jump(view)));
}

fn mark_id(lane: &LaneRow, mark: &Mark) -> Id {
    Id::unique(("mark", lane.treaty.index(), lane.party.map(PartyId::index), mark.subject))
}

/// A ring of accent around what has the focus.
pub(in crate::ui) fn show_focus(ui: &egui::Ui, response: &egui::Response) {
    if response.has_focus() {
        let stroke = ui.visuals().widgets.active.bg_stroke;
        ui.painter().rect_stroke(response.rect.shrink(1.0), 4.0, stroke, egui::StrokeKind::Inside);
    }
}
