//! The strip under the lanes: drag the window in it or an edge of that window, or click to go there.

use egui::{CursorIcon, Id, Panel, Role, Sense, WidgetInfo};

use crate::session::{Command, ViewCommand};
use crate::timeline::{Density, Overview, Scene, Size, View, overview};
use crate::ui::frame::Frame;
use crate::ui::theme;

use super::paint;

/// How near to an edge of the window a drag must begin to resize it, in points.
const EDGE_REACH: f32 = 6.0;

/// Shows the strip with a height, if it has room.
pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    height: Option<f32>,
    commands: &mut Vec<Command>,
) {
    let Some(height) = height else { return };
    let margin = theme::panel(egui::Margin::ZERO);
    Panel::bottom("overview").exact_size(height).frame(margin).show(ui, |ui| {
        let session = frame.session;
        let rect = ui.available_rect_before_wrap();
        let size = Size { width: rect.width(), height: rect.height() };
        let (world, strings) = (&session.world, frame.strings());
        let (bulk, found) = (world.bulk.as_ref(), session.search.marks.as_ref());
        let density = Density { index: session.index(), bulk, found };
        let strip = overview(density, &world.limits, session.view.current.time, size, strings);
        commands.extend(input(ui, rect, frame, &strip));
        paint::paint_shapes(&ui.painter_at(rect), rect.min.to_vec2(), &strip.shapes(), frame.palette);
        if ui.memory(|memory| memory.has_focus(Id::unique("overview"))) {
            let stroke = ui.visuals().widgets.active.bg_stroke;
            ui.painter().rect_stroke(rect.shrink(1.0), 4.0, stroke, egui::StrokeKind::Inside);
        }
    });
}

/// The part of the strip that is dragged.
#[derive(Clone, Copy, PartialEq)]
enum Handle {
    Window,
    Start,
    End,
}

/// A drag moves or resizes the window; a click is a jump, which can be undone.
fn input(ui: &egui::Ui, rect: egui::Rect, frame: &Frame<'_>, strip: &Overview) -> Option<Command> {
    let session = frame.session;
    let (limits, time) = (&session.world.limits, session.view.current.time);
    let strip_id = Id::unique("overview");
    let whole = ui.interact(rect, strip_id, Sense::click_and_drag());
    let strings = frame.strings();
    let span = Scene::words_for_span(time, strings);
    whole.widget_info(|| WidgetInfo::labeled(Role::Slider, true, (strings.view.overview)(&span)));
    for (x, name) in
        [(strip.window.left, strings.view.start_of_range), (strip.window.right, strings.view.end_of_range)]
    {
        let middle = egui::pos2(rect.left() + x, rect.center().y);
        let area =
            egui::Rect::from_center_size(middle, egui::vec2(2.0 * EDGE_REACH, rect.height())).intersect(rect);
        let edge = ui.interact(area, Id::unique(("overview edge", name)), Sense::hover());
        edge.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
        edge.on_hover_cursor(CursorIcon::ResizeHorizontal);
    }
    // Chosen by where the drag began, and kept until it ends.
    let press = ui.input(|input| input.pointer.press_origin());
    if let Some(at) = press.filter(|_| whole.drag_started()) {
        let near = |x: f32| (at.x - rect.left() - x).abs() <= EDGE_REACH;
        let handle = match (near(strip.window.left), near(strip.window.right)) {
            (true, _) => Handle::Start,
            (_, true) => Handle::End,
            _ => Handle::Window,
        };
        ui.data_mut(|data| data.insert_temp(strip_id, handle));
    }
    let secs_per_point = strip.scale.secs_at(1.0) - strip.scale.secs_at(0.0);
    let by = f64::from(whole.drag_delta().x) * secs_per_point;
    if whole.dragged() {
        let handle = ui.data(|data| data.get_temp(strip_id)).unwrap_or(Handle::Window);
        let resized = |span: f64, fixed: f64| {
            (span > time.span * 0.1).then(|| time.zoomed(time.span / span, fixed, limits))
        };
        let time = match handle {
            Handle::Window => Some(time.panned(by, limits)),
            Handle::Start => resized(time.span - by, time.end()),
            Handle::End => resized(time.span + by, time.start),
        }?;
        return Some(Command::View(ViewCommand::Set(
            View { time, ..session.view.current },
            session.view.size,
        )));
    }
    let at = whole.interact_pointer_pos().filter(|_| whole.clicked())?;
    let moment = strip.scale.moment_at(f64::from(at.x - rect.left()));
    Some(Command::View(ViewCommand::Jump(View {
        time: time.centred_on(moment, limits),
        ..session.view.current
    })))
}
