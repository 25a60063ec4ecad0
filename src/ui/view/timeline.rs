//! The timeline: input first, then the scene of the view that it leads to, painted in the same frame.

use egui::{Align2, CentralPanel, Id, PointerButton, Response, Role, Sense, WidgetInfo};

use crate::session::{Command, ViewCommand};
use crate::timeline::{Font, Ink, Pos, Size, View};
use crate::ui::frame::{Frame, UiCache};
use crate::ui::selection::cluster_list;
use crate::ui::theme;
use crate::ui::widgets::show_focus_ring;

use super::clicks::Canvas;
use super::{
    drag, headers_edge, lane_height, legend, move_event, navigation, paint, plot_menu, scroll_bar,
    status_date, target_widgets, tooltip, wheel_hint,
};

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
        drag::update(&mut cache.drag, &response, session, shown, size, commands);
        begin_to_move_event(&response, frame, cache, shown, size);
        move_event::finish(&cache.drag, &response, session, shown, size, commands);
        lane_height::read_wheel(ui, &response, session, cache, commands);
        let mut moved = navigation::moved(ui, &response, session, size, cache);
        scroll_bar::show(ui, frame, rect, size, &mut moved);
        let is_moved = moved != session.view.current;
        if is_moved {
            cache.motion.finish_glide();
        }
        let view = if is_moved { moved } else { shown };
        let (scene, drawing) = cache.scenes.scene(session, view, size, frame.today, &cache.fonts);
        response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &scene.description));
        paint::paint_drawing(ui, rect.min, &drawing, frame.palette);
        legend::light(ui, frame, &scene, rect.min, cache);
        if world.dataset.treaties().is_empty() {
            show_empty_state(ui, frame, rect);
        }
        status_date::show(ui, rect, &scene, frame, view, commands);
        let canvas = Canvas { ui, origin: rect.min, scene: &scene, frame, view };
        lane_height::show(ui, rect.min, &scene, frame, &cache.fonts, commands);
        target_widgets::add(&canvas, cache, commands);
        headers_edge::show(ui, rect.min, &scene, frame, commands);

        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|at| rect.contains(*at));
        let is_moving = matches!(cache.drag, drag::Drag::Event { .. });
        if let Some(at) = pointer.filter(|_| response.contains_pointer() && !is_moving) {
            tooltip::show(ui, rect.min, at, &scene, frame, view.time);
        }
        if response.interact_pointer_pos().is_some() {
            canvas.answer_click(&response, None, commands);
        }
        plot_menu::show(&response, frame, &scene, view, commands);
        cluster_list::show(ui, frame, rect.min, &scene, cache, commands);
        wheel_hint::show(ui, frame, rect, size, cache, commands);
        show_focus_ring(ui, &response);
        move_event::draw(&cache.drag, ui, &response, frame, view);
        drag::finish(&mut cache.drag, ui, &response, theme::colour(frame.palette, Ink::Accent));
        cache.motion.set_drawn(view);
        if cache.motion.is_under_way() {
            ui.ctx().request_repaint();
        }
        if is_moved || size != session.view.size {
            commands.push(Command::View(ViewCommand::Set(moved, size)));
        }
    });
}

/// A drag that begins on an event moves it, where events can be moved.
fn begin_to_move_event(response: &Response, frame: &Frame<'_>, cache: &mut UiCache, view: View, size: Size) {
    let session = frame.session;
    let begins = response.drag_started_by(PointerButton::Primary) && cache.drag == drag::Drag::Pan;
    let press = response.ctx.input(|input| input.pointer.press_origin());
    let Some(press) = press.filter(|_| begins && session.editing.moves_events) else { return };
    let at = press - response.rect.min;
    let (scene, _) = cache.scenes.scene(session, view, size, frame.today, &cache.fonts);
    if let Some(drag) = move_event::begin(&scene, Pos { x: at.x, y: at.y }, session, view) {
        cache.drag = drag;
    }
}

fn show_empty_state(ui: &egui::Ui, frame: &Frame<'_>, rect: egui::Rect) {
    let text = frame.strings().view.empty;
    let font = theme::font(Font::Text, 14.0);
    let ink = theme::colour(frame.palette, Ink::Muted);
    let galley = ui.painter().layout(text.to_owned(), font, ink, (rect.width() - 32.0).max(80.0));
    let at = Align2::CENTER_CENTER.anchor_size(rect.center(), galley.size()).min;
    ui.painter().galley(at, galley, ink);
}
