//! The timeline: input first, then the scene of the view that the input made, painted in the same frame.

use egui::{CentralPanel, Id, Role, Sense, WidgetInfo};

use crate::domain::SECS_PER_DAY;
use crate::session::{Action, Command, LawCommand, ViewCommand};
use crate::timeline::{Ink, Scene, Size, View};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::theme;

use super::clicks::Canvas;
use super::{access, drag, input, paint, tooltip};

/// Width of the bar that shows how far the lanes are scrolled.
const SCROLL_BAR_WIDTH: f32 = 10.0;

pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    CentralPanel::no_frame().show(ui, |ui| {
        let session = frame.session;
        let world = &session.world;
        let rect = ui.available_rect_before_wrap();
        let size = Size { width: rect.width(), height: rect.height() };
        let response = ui.interact(rect, Id::unique("timeline"), Sense::click_and_drag());

        let now = ui.input(|input| input.time);
        let shown =
            cache.motion.view(session.view.current, session.view.jumps, now, session.reduces_motion());
        drag::follow(&response, session, shown, size, cache, commands);
        let mut moved = input::moved(ui, &response, session, size, cache);
        scroll_bar(ui, frame, rect, size, &mut moved);
        let is_by_hand = moved != session.view.current;
        if is_by_hand {
            cache.motion.arrive();
        }
        let view = if is_by_hand { moved } else { shown };
        let (scene, picture) = cache.drawn.scene(session, view, size, frame.today, &cache.fonts);
        response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &scene.description));
        paint::paint_picture(ui, rect.min, &picture, frame.palette);
        if world.dataset.treaties().is_empty() {
            say_empty(ui, frame, rect);
        }
        as_of_line(ui, rect, &scene, frame, view, commands);
        let canvas = Canvas { ui, origin: rect.min, scene: &scene, frame, view };
        access::register(&canvas, cache, commands);

        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|at| rect.contains(*at));
        if let Some(at) = pointer.filter(|_| response.contains_pointer()) {
            tooltip::show(ui, rect.min, at, &scene, frame, view.time);
        }
        if response.interact_pointer_pos().is_some() {
            canvas.answer_click(&response, None, commands);
        }
        access::show_focus(ui, &response);
        drag::show_box(ui, &response, frame, cache);
        drag::open(&response, cache);
        cache.motion.drew(view);
        if cache.motion.is_under_way() {
            ui.ctx().request_repaint();
        }
        if is_by_hand || size != session.view.size {
            commands.push(Command::View(ViewCommand::Set(moved, size)));
        }
    });
}

/// The date of the line of the law: drag it to another day, or move it by a day with the arrow keys. The line itself is
/// dragged as all else over the timeline is, in [`timeline_hand`].
fn as_of_line(
    ui: &egui::Ui,
    rect: egui::Rect,
    scene: &Scene,
    frame: &Frame<'_>,
    view: View,
    commands: &mut Vec<Command>,
) {
    let Some(line) = &scene.as_of else { return };
    if !(scene.plot.left..scene.plot.right).contains(&line.x) {
        return;
    }
    let tag = paint::rect_at(rect.min, &line.tag(&scene.plot));
    let x = rect.left() + line.x;
    let handle = egui::Rect::from_x_y_ranges(x - 4.0..=x + 4.0, rect.top() + scene.plot.top..=rect.bottom());
    let on_tag = ui.interact(tag, Id::unique("as of tag"), Sense::click_and_drag());
    let on_line = ui.interact(handle, Id::unique("as of line"), Sense::hover());
    on_tag.widget_info(|| {
        WidgetInfo::labeled(Role::Slider, true, (frame.strings().law.status_on)(&line.words))
    });
    access::show_focus(ui, &on_tag);
    if on_tag.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(on_tag.id, access::ARROWS));
        let pressed = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
        let by = i64::from(pressed(egui::Key::ArrowRight)) - i64::from(pressed(egui::Key::ArrowLeft));
        // The filter keeps Escape from only giving the focus away.
        if pressed(egui::Key::Escape) {
            commands.push(Command::Do(Action::Escape));
        }
        let day = frame.session.law.status.as_ref().map(|as_of| as_of.day.plus(by * SECS_PER_DAY));
        if by != 0 {
            commands.push(Command::Law(LawCommand::SetDate(day)));
        }
    }
    on_line.on_hover_cursor(egui::CursorIcon::ResizeHorizontal);
    let on_tag = on_tag.on_hover_and_drag_cursor(egui::CursorIcon::ResizeHorizontal);
    if let Some(at) = on_tag.interact_pointer_pos().filter(|_| on_tag.dragged()) {
        let scale = Scene::scale_for(scene.size, view.time);
        let within = (at.x - rect.left()).clamp(scene.plot.left, scene.plot.right - 1.0);
        commands.push(Command::Law(LawCommand::SetDate(Some(scale.moment_at(f64::from(within))))));
    }
}

fn say_empty(ui: &egui::Ui, frame: &Frame<'_>, rect: egui::Rect) {
    let text = frame.strings().view.empty;
    let font = theme::font(crate::timeline::Face::Text, 14.0);
    let ink = theme::colour(frame.palette, Ink::Muted);
    let galley = ui.painter().layout(text.to_owned(), font, ink, (rect.width() - 32.0).max(80.0));
    let at = egui::Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size()).min;
    ui.painter().galley(at, galley, ink);
}

/// The bar at the right edge, where there are more lanes than fit.
fn scroll_bar(ui: &egui::Ui, frame: &Frame<'_>, rect: egui::Rect, size: Size, view: &mut View) {
    let (height, whole) = (f64::from(Scene::plot_height(size)), frame.session.view.rows.height());
    let max = frame.session.view.rows.max_scroll(height);
    view.scroll = view.scroll.clamp(0.0, max);
    if max <= 0.0 {
        return;
    }
    let top = rect.bottom() - height as f32;
    let track = egui::Rect::from_min_max(egui::pos2(rect.right() - SCROLL_BAR_WIDTH, top), rect.max);
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
        egui::vec2(SCROLL_BAR_WIDTH - 5.0, length as f32),
    );
    let strength = if response.hovered() || response.dragged() { 0.8 } else { 0.4 };
    let ink = theme::colour(frame.palette, Ink::Muted).gamma_multiply(strength);
    access::show_focus(ui, &response);
    // Over the picture, which is painted after this.
    let layer = egui::LayerId::new(egui::Order::Middle, Id::unique("lane scroll handle"));
    ui.ctx().layer_painter(layer).rect_filled(handle, 3.0, ink);
}
