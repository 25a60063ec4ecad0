//! The tag of the status date line: drag it to another date, or move it with the arrow keys.

use egui::{Id, Role, Sense, WidgetInfo};

use crate::domain::SECS_PER_DAY;
use crate::session::{Action, Command, LawCommand};
use crate::timeline::{Scene, View};
use crate::ui::frame::Frame;
use crate::ui::widgets::{ARROW_KEYS, show_focus_ring};

use super::paint;

/// Adds the tag as a slider, moved by the pointer or, with the focus, by a day with the arrow keys. The line itself is
/// dragged like everything else over the timeline, in [`super::drag`].
pub(super) fn show(
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
    show_focus_ring(ui, &on_tag);
    if on_tag.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(on_tag.id, ARROW_KEYS));
        let pressed = |key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, key));
        let by = i64::from(pressed(egui::Key::ArrowRight)) - i64::from(pressed(egui::Key::ArrowLeft));
        // Because of the filter Escape no longer gives up the focus by itself.
        if pressed(egui::Key::Escape) {
            commands.push(Command::Do(Action::Escape));
        }
        let day = frame.session.law.status.as_ref().map(|status| status.day.plus(by * SECS_PER_DAY));
        if by != 0 {
            commands.push(Command::Law(LawCommand::SetDate(day)));
        }
    }
    on_line.on_hover_cursor(egui::CursorIcon::ResizeHorizontal);
    let on_tag = on_tag.on_hover_and_drag_cursor(egui::CursorIcon::ResizeHorizontal);
    if let Some(pointer) = on_tag.interact_pointer_pos().filter(|_| on_tag.dragged()) {
        let scale = scene.scale(view.time);
        let within = (pointer.x - rect.left()).clamp(scene.plot.left, scene.plot.right - 1.0);
        commands.push(Command::Law(LawCommand::SetDate(Some(scale.moment_at(f64::from(within))))));
    }
}
