//! Pans and zooms the view by wheel, pinch and drag.

use egui::{Event, MouseWheelUnit, PointerButton, Response, Vec2};

use crate::session::Session;
use crate::timeline::{Scene, Size, View};
use crate::ui::frame::UiCache;

use super::drag::Drag;

/// Zoom for a point of wheel movement: a notch of 40 points is a fifth.
const ZOOM_PER_POINT: f64 = 0.0046;

/// The view after this frame's input over the timeline.
///
/// It starts from the session's view, not from the one drawn on the way there: input during a glide must not undo the jump.
pub(super) fn moved(
    ui: &egui::Ui,
    response: &Response,
    session: &Session,
    size: Size,
    cache: &mut UiCache,
) -> View {
    let limits = &session.world.limits;
    let mut view = session.view.current;
    let pan = |view: &mut View, by: Vec2| {
        let scale = session.view.rows.scale(size, view.time);
        let secs = scale.secs_at(0.0) - scale.secs_at(f64::from(by.x));
        view.time = view.time.panned(secs, limits);
        view.scroll -= f64::from(by.y);
    };
    if response.dragged_by(PointerButton::Middle) || cache.drag == Drag::Pan {
        pan(&mut view, response.drag_delta());
    }
    if response.drag_stopped() && cache.drag == Drag::Pan && !session.reduces_motion() {
        cache.motion.release(ui.input(|input| input.pointer.velocity()));
    }
    if ui.input(|input| input.pointer.any_pressed()) {
        cache.motion.stop();
    }
    pan(&mut view, cache.motion.coast(ui.input(|input| input.stable_dt.min(0.05))));

    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|_| response.contains_pointer());
    if let Some(pointer) = pointer {
        let local = pointer - response.rect.min;
        let (wheel, pinch, fine) = ui.input(|input| {
            let unit = input.raw.events.iter().find_map(|event| match event {
                Event::MouseWheel { unit, .. } => Some(*unit),
                _ => None,
            });
            let fine = unit.map(|u| u == MouseWheelUnit::Point);
            // With Alt the wheel changes the height of lanes, in `lane_height.rs`.
            let wheel = if input.modifiers.alt { Vec2::ZERO } else { input.smooth_scroll_delta() };
            (wheel, f64::from(input.zoom_delta()), fine)
        });
        // Smoothing spreads one turn of the wheel over later frames without events of their own.
        cache.wheel_is_fine = fine.unwrap_or(cache.wheel_is_fine);
        let fixed = session.view.rows.scale(size, view.time).secs_at(f64::from(local.x));
        if pinch != 1.0 {
            view.time = view.time.zoomed(pinch, fixed, limits);
        }
        if wheel.x != 0.0 {
            pan(&mut view, egui::vec2(wheel.x, 0.0));
        }
        // A trackpad scrolls and pinches whatever is preferred, so nothing is asked about it.
        let is_over_plot = local.x >= session.view.rows.headers_width(size);
        cache.wheel_was_turned |= wheel.y != 0.0 && is_over_plot && !cache.wheel_is_fine;
        let scrolls = !is_over_plot || cache.wheel_is_fine || !session.settings.preferences.wheel_zooms;
        if wheel.y != 0.0 && scrolls {
            view.scroll -= f64::from(wheel.y);
        } else if wheel.y != 0.0 {
            view.time = view.time.zoomed((f64::from(wheel.y) * ZOOM_PER_POINT).exp(), fixed, limits);
        }
    }
    view.scroll = view.scroll.clamp(0.0, session.view.rows.max_scroll(f64::from(Scene::plot_height(size))));
    view
}
