//! Dragging over the timeline: it pans; with Ctrl it draws a box to zoom to; with Shift, or along the axis, it selects a
//! time range; from the status date line it moves that date; from an event, where that is turned on, it moves the event.

use egui::{Color32, PointerButton, Pos2, Response, Stroke, StrokeKind};

use crate::domain::{EventId, Moment, SECS_PER_DAY};
use crate::session::{Command, DateEnd, LawCommand, SelectionCommand, Session, ViewCommand, WorldId};
use crate::timeline::{Scene, Size, TimeView, View};

/// A box narrower than this, in points, is taken for a slip.
const MIN_BOX_WIDTH: f32 = 6.0;

/// How near to the status date line a drag must begin to move it, in points.
const STATUS_DATE_REACH: f32 = 4.0;

/// What is being dragged over the timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::ui) enum Drag {
    #[default]
    None,
    /// The view.
    Pan,
    /// A box to zoom to, from this corner.
    ZoomBox(Pos2),
    /// A time range to select, from this moment.
    TimeRange(Moment),
    /// The status date line.
    StatusDate,
    /// An event of this dataset, or one end of it, taken hold of at this moment.
    Event { world: WorldId, event: EventId, end: DateEnd, from: Moment },
}

/// Starts a drag, and turns the one under way into commands: a range and a status date follow the pointer, a zoom box
/// counts when it is released, an event in [`super::move_event`].
pub(super) fn update(
    drag: &mut Drag,
    response: &Response,
    session: &Session,
    view: View,
    size: Size,
    commands: &mut Vec<Command>,
) {
    let (press, modifiers) = response.ctx.input(|input| (input.pointer.press_origin(), input.modifiers));
    let (scale, headers) = (session.view.rows.scale(size, view.time), session.view.rows.headers_width(size));
    let moment_at = |x: f32| {
        let within = (x - response.rect.left()).clamp(headers, size.width);
        scale.moment_at(f64::from(within))
    };
    if let Some(from) = press.filter(|_| response.drag_started_by(PointerButton::Primary)) {
        let is_on_axis = from.y < response.rect.bottom() - Scene::plot_height(size)
            && from.x > response.rect.left() + headers;
        let line = session.law.status.as_ref().map(|status| status.day.plus(SECS_PER_DAY / 2));
        // A fast pointer is past the line by the time the drag is noticed, so its own widget would miss it.
        let is_on_line = line.is_some_and(|line| {
            (from.x - response.rect.left() - scale.x_of(line) as f32).abs() <= STATUS_DATE_REACH
        });
        *drag = match () {
            () if is_on_line => Drag::StatusDate,
            () if modifiers.command => Drag::ZoomBox(from),
            () if modifiers.shift || is_on_axis => Drag::TimeRange(moment_at(from.x)),
            () => Drag::Pan,
        };
    }
    let Some(pointer) = response.interact_pointer_pos() else { return };
    match *drag {
        Drag::TimeRange(from) => {
            let range = Some((from, moment_at(pointer.x)));
            commands.push(Command::Selection(SelectionCommand::SetTimeRange(range)));
        }
        Drag::StatusDate => commands.push(Command::Law(LawCommand::SetDate(Some(moment_at(pointer.x))))),
        // Escape ends a drag too, and then nothing is wanted of it.
        Drag::ZoomBox(from)
            if response.drag_stopped()
                && response.ctx.input(|input| input.pointer.any_released())
                && (pointer.x - from.x).abs() >= MIN_BOX_WIDTH =>
        {
            let time = TimeView::between(moment_at(from.x), moment_at(pointer.x), &session.world.limits);
            // Lanes keep their height: the middle of the box moves to the middle of the window.
            let middle = f64::from(f32::midpoint(from.y, pointer.y) - response.rect.center().y);
            let max_scroll = session.view.rows.max_scroll(f64::from(Scene::plot_height(size)));
            let scroll = (view.scroll + middle).clamp(0.0, max_scroll);
            commands.push(Command::View(ViewCommand::Jump(View { time, scroll })));
        }
        Drag::None | Drag::Pan | Drag::ZoomBox(_) | Drag::Event { .. } => {}
    }
}

/// Draws the zoom box, and forgets a drag that has ended.
pub(super) fn finish(drag: &mut Drag, ui: &egui::Ui, response: &Response, colour: Color32) {
    if let (Drag::ZoomBox(from), Some(pointer)) = (*drag, response.interact_pointer_pos()) {
        let rect = egui::Rect::from_two_pos(from, pointer).intersect(response.rect);
        ui.painter().rect_filled(rect, 2.0, colour.gamma_multiply(0.12));
        ui.painter().rect_stroke(rect, 2.0, Stroke::new(1.5, colour), StrokeKind::Inside);
    }
    if !response.dragged() {
        *drag = Drag::None;
    }
}
