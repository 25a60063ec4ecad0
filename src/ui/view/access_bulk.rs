//! Plain events as widgets: what a screen reader hears of them, what Tab reaches. As with marks their number is
//! bounded; arrow keys reach all.

use egui::{Id, Pos2, Role, Sense, WidgetInfo};

use crate::domain::{Moment, PlainId, TreatyId};
use crate::session::{Command, Session, ViewCommand};
use crate::timeline;
use crate::timeline::{Hit, LaneRow, PlainBar, Scene, Selection, Subject, TimeView, View};

use crate::ui::{describe, frame::Frame, view::access, view::paint};

/// No more events than this become widgets in one frame: a thousand would cost more than all else a frame does.
const MOST: usize = 100;
/// A bar narrower than this is no target for a hand; the pointer still finds it by the scene.
const LEAST: f32 = 10.0;

/// Registers the events of the lanes in the window, wide ones and the selected one.
pub(in crate::ui) fn register(
    ui: &egui::Ui,
    origin: Pos2,
    scene: &Scene,
    frame: &Frame<'_>,
    view: View,
    commands: &mut Vec<Command>,
) {
    let mut left = MOST;
    for lane in &scene.lanes {
        let Some(row) = &lane.plain else { continue };
        for bar in row.rows.iter().flatten().chain(&row.days) {
            let is_selected = frame.session.selection.selected == Selection::Plain(bar.id);
            if is_selected || (left > 0 && bar.rect.width() >= LEAST) {
                left = left.saturating_sub(1);
                register_bar(ui, origin, scene, lane, bar, frame, view, commands);
            }
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "the surroundings of one event, each used once")]
fn register_bar(
    ui: &egui::Ui,
    origin: Pos2,
    scene: &Scene,
    lane: &LaneRow,
    bar: &PlainBar,
    frame: &Frame<'_>,
    view: View,
    commands: &mut Vec<Command>,
) {
    let inside = bar.rect.within(&scene.plot);
    if inside.width() < 2.0 || inside.height() < 2.0 {
        return;
    }
    let id = Id::unique(("plain", lane.treaty.index(), bar.id));
    let response = ui.interact(paint::rect_at(origin, &inside), id, Sense::click());
    let is_selected = frame.session.selection.selected == Selection::Plain(bar.id);
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, is_selected, describe::plain_bar(frame.session, bar))
    });
    if response.clicked() {
        // A single day lies over the spans: the pointer means what is nearest, a key or a screen reader this one.
        let meant = match access::hit(scene, &response, origin) {
            Hit::Plain(meant) => meant,
            _ => bar,
        };
        commands.extend(clicked(&response, meant, frame.session, view));
    }
    access::show_focus(ui, &response);
}

/// What a click on an event asks for: to look at it, to pick it, to open the run that it stands for.
pub(in crate::ui) fn clicked(
    response: &egui::Response,
    bar: &PlainBar,
    session: &Session,
    view: View,
) -> Vec<Command> {
    let subject = Subject::Plain(bar.id);
    if response.double_clicked() && bar.count > 1 {
        if !can_part(bar, session) {
            return access::list_cluster(subject, bar.count as usize, session);
        }
        if let Some(open) = open_run(bar, session, view) {
            return vec![open];
        }
    }
    let modifiers = response.ctx.input(|input| input.modifiers);
    vec![access::click_on(subject, modifiers)]
}

/// What a click on the strip at a lane's foot asks for: a list of what stands there.
pub(in crate::ui) fn clicked_overflow(
    response: &egui::Response,
    lane: TreatyId,
    at: Moment,
    session: &Session,
) -> Vec<Command> {
    let Some((id, count)) = session.overflow_at(lane, at) else { return Vec::new() };
    let subject = Subject::Plain(id);
    let modifiers = response.ctx.input(|input| input.modifiers);
    if count == 1 || modifiers.command || modifiers.shift {
        return vec![access::click_on(subject, modifiers)];
    }
    access::list_cluster(subject, count, session)
}

/// The last event of a run.
fn last_of(bar: &PlainBar) -> PlainId {
    PlainId::new(bar.id.index() + (bar.count as usize).saturating_sub(1))
}

/// Whether zooming in shows the events of a run apart.
pub(in crate::ui) fn can_part(bar: &PlainBar, session: &Session) -> bool {
    let Some(plain) = &session.world.plain else { return false };
    timeline::can_part(plain.start(bar.id), plain.start(last_of(bar)), session.view.size)
}

/// Zooms so far that the events of a run stand apart.
fn open_run(bar: &PlainBar, session: &Session, view: View) -> Option<Command> {
    let plain = session.world.plain.as_ref()?;
    let (first, last) = (plain.start(bar.id), plain.end(last_of(bar)));
    let air = (last.secs() - first.secs()).max(86_400);
    let time = TimeView::between(first.plus(-air), last.plus(air), &session.world.limits);
    Some(Command::View(ViewCommand::Jump(View { time, ..view })))
}
