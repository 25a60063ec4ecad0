//! Wheel, pinch and drag to a new view.

use egui::{Event, MouseWheelUnit, PointerButton, Response};

use crate::session::Session;
use crate::timeline::{Scene, Size, View};

use super::UiCache;

/// How much a point of wheel movement zooms: a notch of 40 points is a fifth.
const ZOOM_PER_POINT: f64 = 0.0046;

/// The view after this frame's input over the timeline.
pub(super) fn moved(
    ui: &egui::Ui,
    response: &Response,
    session: &Session,
    size: Size,
    cache: &mut UiCache,
) -> View {
    let mut view = session.view;
    let limits = &session.world.limits;
    let scale = Scene::scale_for(size, view.time);
    if response.dragged_by(PointerButton::Primary) || response.dragged_by(PointerButton::Middle) {
        let delta = response.drag_delta();
        let secs = scale.secs_at(0.0) - scale.secs_at(f64::from(delta.x));
        view.time = view.time.panned(secs, limits);
        view.scroll -= f64::from(delta.y);
    }
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|_| response.contains_pointer());
    if let Some(at) = pointer {
        let local = at - response.rect.min;
        let (wheel, pinch, fine) = ui.input(|input| {
            let unit = input.raw.events.iter().find_map(|event| match event {
                Event::MouseWheel { unit, .. } => Some(*unit),
                _ => None,
            });
            (
                input.smooth_scroll_delta(),
                f64::from(input.zoom_delta()),
                unit.map(|u| u == MouseWheelUnit::Point),
            )
        });
        // Smoothing spreads one turn of the wheel over frames that have no event of their own.
        cache.wheel_is_fine = fine.unwrap_or(cache.wheel_is_fine);
        let fixed = Scene::scale_for(size, view.time).secs_at(f64::from(local.x));
        if pinch != 1.0 {
            view.time = view.time.zoomed(pinch, fixed, limits);
        }
        if wheel.x != 0.0 {
            let secs = scale.secs_at(0.0) - scale.secs_at(f64::from(wheel.x));
            view.time = view.time.panned(secs, limits);
        }
        let over_heads = local.x < Scene::heads_width(size);
        if wheel.y != 0.0 && (over_heads || cache.wheel_is_fine) {
            view.scroll -= f64::from(wheel.y);
        } else if wheel.y != 0.0 {
            view.time = view.time.zoomed((f64::from(wheel.y) * ZOOM_PER_POINT).exp(), fixed, limits);
        }
    }
    view.scroll = view.scroll.clamp(0.0, session.rows.max_scroll(f64::from(Scene::plot_height(size))));
    view
}
