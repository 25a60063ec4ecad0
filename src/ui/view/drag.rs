//! What a drag over the timeline does: move, zoom to a box (with Ctrl), choose a stretch of time (with Shift, or on
//! the axis).

use egui::{PointerButton, Pos2, Response, Stroke, StrokeKind};

use crate::domain::{Moment, SECS_PER_DAY};
use crate::session::{Command, LawCommand, SelectionCommand, Session, ViewCommand};
use crate::timeline::{Ink, Scene, Size, TimeView, View};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::theme;

/// A box narrower than this, in points, was a slip of the hand.
const LEAST_BOX: f32 = 6.0;

/// How near to the line of the law a hand takes hold of it.
const LAW_REACH: f32 = 4.0;

/// What the hand that drags is doing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(in crate::ui) enum Hand {
    /// Nothing is dragged.
    #[default]
    Open,
    /// The view.
    Pan,
    /// A box to zoom to, from this corner on.
    Box(Pos2),
    /// A stretch of time, from this moment on.
    Span(Moment),
    /// The line of the law.
    Law,
}

/// Takes note of what a drag begins; asks for what it chooses, and at its end for what is in its box.
pub(in crate::ui) fn follow(
    response: &Response,
    session: &Session,
    view: View,
    size: Size,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let (press, modifiers) = response.ctx.input(|input| (input.pointer.press_origin(), input.modifiers));
    let scale = Scene::scale_for(size, view.time);
    let moment_at = |x: f32| {
        let within = (x - response.rect.left()).clamp(Scene::headers_width(size), size.width);
        scale.moment_at(f64::from(within))
    };
    if let Some(from) = press.filter(|_| response.drag_started_by(PointerButton::Primary)) {
        let is_on_axis = from.y < response.rect.bottom() - Scene::plot_height(size)
            && from.x > response.rect.left() + Scene::headers_width(size);
        let law = session.law.status.as_ref().map(|as_of| as_of.day.plus(SECS_PER_DAY / 2));
        // A fast hand is beside the line by the time the drag is seen, and the line's own widget misses it.
        let is_on_law = law
            .is_some_and(|law| (from.x - response.rect.left() - scale.x_of(law) as f32).abs() <= LAW_REACH);
        cache.hand = match () {
            () if is_on_law => Hand::Law,
            () if modifiers.command => Hand::Box(from),
            () if modifiers.shift || is_on_axis => Hand::Span(moment_at(from.x)),
            () => Hand::Pan,
        };
    }
    let at = response.interact_pointer_pos();
    if let (Hand::Span(from), Some(at)) = (cache.hand, at) {
        commands.push(Command::Selection(SelectionCommand::SetTimeRange(Some((from, moment_at(at.x))))));
    }
    if let (Hand::Law, Some(at)) = (cache.hand, at) {
        commands.push(Command::Law(LawCommand::SetDate(Some(moment_at(at.x)))));
    }
    if let (Hand::Box(from), Some(at)) = (cache.hand, at)
        // Escape ends a drag too, and means that nothing is wanted of it.
        && response.drag_stopped()
        && response.ctx.input(|input| input.pointer.any_released())
        && (at.x - from.x).abs() >= LEAST_BOX
    {
        let limits = &session.world.limits;
        let time = TimeView::between(moment_at(from.x), moment_at(at.x), limits);
        // Lanes keep their height: the middle of the box comes to the middle of the window.
        let middle = f64::from(f32::midpoint(from.y, at.y) - response.rect.center().y);
        let max_scroll = session.view.rows.max_scroll(f64::from(Scene::plot_height(size)));
        commands.push(Command::View(ViewCommand::Jump(View {
            time,
            scroll: (view.scroll + middle).clamp(0.0, max_scroll),
        })));
    }
}

/// The box that is being drawn.
pub(in crate::ui) fn show_box(ui: &egui::Ui, response: &Response, frame: &Frame<'_>, cache: &UiCache) {
    if let (Hand::Box(from), Some(at)) = (cache.hand, response.interact_pointer_pos()) {
        let rect = egui::Rect::from_two_pos(from, at).intersect(response.rect);
        let ink = theme::colour(frame.palette, Ink::Accent);
        ui.painter().rect_filled(rect, 2.0, ink.gamma_multiply(0.12));
        ui.painter().rect_stroke(rect, 2.0, Stroke::new(1.5, ink), StrokeKind::Inside);
    }
}

/// A hand that let go holds nothing.
pub(in crate::ui) fn open(response: &Response, cache: &mut UiCache) {
    if !response.dragged() {
        cache.hand = Hand::Open;
    }
}
