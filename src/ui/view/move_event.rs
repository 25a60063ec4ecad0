//! Dragging an event along its lane, where that is turned on: what the pointer takes hold of, and the date it would get.

use egui::{Align2, Color32, CornerRadius, Rect, Response, Stroke, StrokeKind, vec2};

use crate::domain::{EventId, SECS_PER_DAY};
use crate::session::{Command, DateEnd, EditingCommand, EventMove, Session};
use crate::timeline::{Font, Ink, Pos, Scene, Selection, Size, Subject, Target, View};
use crate::ui::frame::Frame;
use crate::ui::theme;

use super::drag::Drag;

/// How near to an end of a bar the pointer takes hold of that end alone, in points.
const END_REACH: f32 = 6.0;
/// Radius of the point at the new date.
const RADIUS: f32 = 5.0;
/// Size of the new date in words.
const SIZE: f32 = 12.5;

/// The drag of the event at a position, if there is one.
pub(super) fn begin(scene: &Scene, at: Pos, session: &Session, view: View) -> Option<Drag> {
    let (event, end) = grabbed(scene, at, session)?;
    let from = scene.scale(view.time).moment_at(f64::from(at.x));
    Some(Drag::Event { world: session.world.id(), event, end, from })
}

/// The event at a position, and what of it the pointer takes hold of there. Of a cluster it is the event that is selected.
fn grabbed(scene: &Scene, at: Pos, session: &Session) -> Option<(EventId, DateEnd)> {
    match scene.hit(at)? {
        Target::Mark(lane, mark) => {
            let selected = session.selection.selected;
            match (mark.subject, selected) {
                (Subject::Event(id), _) if mark.count == 1 => Some((id, DateEnd::Both)),
                (Subject::Event(_), Selection::Event(id)) => {
                    let event = session.world.dataset.event(id);
                    let is_in = (mark.first..=mark.last).contains(&event.at()) && event.treaty == lane.treaty;
                    is_in.then_some((id, DateEnd::Both))
                }
                _ => None,
            }
        }
        Target::Span(_, span) => {
            // An end that is cut at the window is not there.
            let is_at =
                |end: f32| (at.x - end).abs() <= END_REACH && end > scene.plot.left && end < scene.plot.right;
            let end = match () {
                () if is_at(span.right) && !span.opens_right => DateEnd::Last,
                () if is_at(span.left) && !span.opens_left => DateEnd::Start,
                () => DateEnd::Both,
            };
            Some((span.event, end))
        }
        _ => None,
    }
}

/// Moves the event when the pointer lets go of it; Escape ends the drag too, and then nothing is wanted of it.
pub(super) fn finish(
    drag: &Drag,
    response: &Response,
    session: &Session,
    view: View,
    size: Size,
    commands: &mut Vec<Command>,
) {
    let is_released = response.drag_stopped() && response.ctx.input(|input| input.pointer.any_released());
    let Some(pointer) = response.interact_pointer_pos().filter(|_| is_released) else { return };
    let moved = moved(drag, pointer.x - response.rect.left(), session, view, size);
    commands.extend(moved.map(|moved| Command::Editing(EditingCommand::Move(moved))));
}

/// What a drag of an event has come to with the pointer here, in points from the left edge of the window.
fn moved(drag: &Drag, x: f32, session: &Session, view: View, size: Size) -> Option<EventMove> {
    let Drag::Event { world, event, end, from } = *drag else { return None };
    if world != session.world.id() {
        return None;
    }
    let (scale, headers) = (session.view.rows.scale(size, view.time), session.view.rows.headers_width(size));
    let to = scale.moment_at(f64::from(x.clamp(headers, size.width)));
    let precision = EventMove::precision_of_zoom(scale.width_of(SECS_PER_DAY as f64));
    Some(EventMove { event, end, from, to, precision })
}

/// Draws the date that the event would get at the pointer.
pub(super) fn draw(drag: &Drag, ui: &egui::Ui, response: &Response, frame: &Frame<'_>, view: View) {
    let (Some(pointer), Drag::Event { .. }) = (response.interact_pointer_pos(), drag) else { return };
    ui.set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
    let rect = response.rect;
    let size = Size { width: rect.width(), height: rect.height() };
    let Some(moved) = moved(drag, pointer.x - rect.left(), frame.session, view, size) else { return };
    let Some(event) = frame.session.world.dataset.events().get(moved.event.index()) else { return };
    let strings = frame.strings();
    let words = moved
        .date(&event.claim().date)
        .map_or_else(|| strings.editing.not_movable.to_owned(), |date| (strings.dates.date)(&date));
    let ink = |ink| theme::colour(frame.palette, ink);
    let painter = ui.painter();
    let line = Stroke::new(1.0, ink(Ink::Accent));
    painter.vline(pointer.x, rect.top()..=rect.bottom(), line);
    painter.circle(pointer, RADIUS, ink(Ink::Paper), Stroke::new(1.5, ink(Ink::Accent)));
    let galley = painter.layout(words, theme::font(Font::Strong, SIZE), ink(Ink::Text), rect.width() / 2.0);
    // Beside the pointer, on the side where there is room.
    let has_room = pointer.x + galley.size().x + 30.0 < rect.right();
    let (side, anchor) = if has_room { (14.0, Align2::LEFT_BOTTOM) } else { (-14.0, Align2::RIGHT_BOTTOM) };
    let place = anchor.anchor_size(pointer + vec2(side, -10.0), galley.size());
    show_tag(painter, place, ink(Ink::Paper), line);
    painter.galley(place.min, galley, ink(Ink::Text));
}

fn show_tag(painter: &egui::Painter, around: Rect, fill: Color32, line: Stroke) {
    painter.rect(around.expand2(vec2(6.0, 3.0)), CornerRadius::same(3), fill, line, StrokeKind::Inside);
}
