//! The strip under the lanes: drag its window or the edges of it, or click where to go.

use egui::{CursorIcon, Id, Panel, Role, Sense, WidgetInfo};

use crate::session::Command;
use crate::timeline::{Overview, Scene, Size, TimeView, View, overview};

use super::{Frame, paint, theme};

/// Height of the strip.
const HEIGHT: f32 = 62.0;
/// A window lower than this needs its room for lanes.
const LEAST_WINDOW_HEIGHT: f32 = 420.0;
/// Half the width in which an edge of the window answers.
const EDGE: f32 = 6.0;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    if ui.available_height() < LEAST_WINDOW_HEIGHT || frame.session.world.dataset.events().is_empty() {
        return;
    }
    let margin = theme::panel(egui::Margin::ZERO);
    Panel::bottom("overview").exact_size(HEIGHT).frame(margin).show(ui, |ui| {
        let session = frame.session;
        let rect = ui.available_rect_before_wrap();
        let size = Size { width: rect.width(), height: rect.height() };
        let strip = overview(&session.world.index, &session.world.limits, session.view.time, size);
        if let Some(time) = moved(ui, rect, frame, &strip) {
            commands.push(Command::SetView(View { time, ..session.view }, session.window));
        }
        paint::paint_shapes(&ui.painter_at(rect), rect.min.to_vec2(), &strip.shapes(), frame.palette);
    });
}

/// The view that the hand asks for.
fn moved(ui: &egui::Ui, rect: egui::Rect, frame: &Frame<'_>, strip: &Overview) -> Option<TimeView> {
    let session = frame.session;
    let limits = &session.world.limits;
    let time = session.view.time;
    let secs_per_point = strip.scale.secs_at(1.0) - strip.scale.secs_at(0.0);
    let whole = ui.interact(rect, Id::unique("overview"), Sense::click_and_drag());
    let words = Scene::words_for_span(time);
    whole.widget_info(|| WidgetInfo::labeled(Role::Slider, true, format!("Overview, window at {words}")));
    let edge = |x: f32, name: &str| {
        let area =
            egui::Rect::from_x_y_ranges(rect.left() + x - EDGE..=rect.left() + x + EDGE, rect.y_range());
        let edge = ui.interact(area, Id::unique(("overview edge", name)), Sense::drag());
        edge.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, format!("{name} edge of the window")));
        edge.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal)
    };
    let (first, last) = (edge(strip.window.left, "First"), edge(strip.window.right, "Last"));
    let by = |response: &egui::Response| f64::from(response.drag_delta().x) * secs_per_point;
    if first.dragged() && by(&first) < time.span * 0.9 {
        return Some(time.zoomed(time.span / (time.span - by(&first)), time.end(), limits));
    }
    if last.dragged() && -by(&last) < time.span * 0.9 {
        return Some(time.zoomed(time.span / (time.span + by(&last)), time.start, limits));
    }
    if whole.dragged() {
        return Some(time.panned(by(&whole), limits));
    }
    let at = whole.interact_pointer_pos().filter(|_| whole.clicked())?;
    let moment = strip.scale.moment_at(f64::from(at.x - rect.left()));
    Some(time.centred_on(moment, limits))
}
