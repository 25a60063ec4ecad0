//! The bar at the right edge of the timeline that scrolls the lanes.

use egui::{Id, Role, Sense, WidgetInfo};

use crate::timeline::{Ink, Scene, Size, View};
use crate::ui::frame::Frame;
use crate::ui::selection::narrow_details;
use crate::ui::theme;
use crate::ui::widgets::show_focus_ring;

/// In points.
const WIDTH: f32 = 10.0;

/// Shows the bar where not all lanes fit, and moves `view` when it is dragged.
pub(super) fn show(ui: &egui::Ui, frame: &Frame<'_>, rect: egui::Rect, size: Size, view: &mut View) {
    let (height, whole) = (f64::from(Scene::plot_height(size)), frame.session.view.rows.height());
    let max = frame.session.view.rows.max_scroll(height);
    view.scroll = view.scroll.clamp(0.0, max);
    // What fits but for rounding needs no bar.
    if max <= 0.5 {
        return;
    }
    let top = rect.bottom() - height as f32;
    let track = egui::Rect::from_min_max(egui::pos2(rect.right() - WIDTH, top), rect.max);
    let length = (height / whole * height).max(24.0);
    let travel = (height - length).max(1.0);
    let response = ui.interact(track, Id::unique("lane scroll bar"), Sense::drag());
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, frame.strings().view.scroll_lanes));
    if response.dragged() {
        let moved = f64::from(response.drag_delta().y) / travel * max;
        view.scroll = (view.scroll + moved).clamp(0.0, max);
    }
    let handle_top = top + (view.scroll / max * travel) as f32;
    let handle = egui::Rect::from_min_size(
        egui::pos2(track.left() + 3.0, handle_top),
        egui::vec2(WIDTH - 5.0, length as f32),
    );
    let strength = if response.hovered() || response.dragged() { 0.8 } else { 0.4 };
    let ink = theme::colour(frame.palette, Ink::Muted).gamma_multiply(strength);
    show_focus_ring(ui, &response);
    // The details that lie over the timeline in a narrow window cover it.
    let details = egui::LayerId::new(egui::Order::Middle, narrow_details::area_id());
    if ui.ctx().memory(|memory| memory.areas().visible_last_frame(&details)) {
        return;
    }
    // Above the picture, which is painted later.
    let layer = egui::LayerId::new(egui::Order::Middle, Id::unique("lane scroll handle"));
    ui.ctx().layer_painter(layer).rect_filled(handle, 3.0, ink);
}
