//! The right edge of the lane headers: dragged, or moved with the arrow keys, it changes the width of their column.

use egui::{CursorIcon, EventFilter, Id, Key, Modifiers, Pos2, Rect, Role, Sense, Stroke, WidgetInfo};

use crate::session::{Command, ViewCommand};
use crate::timeline::{Ink, Scene};
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::show_focus_ring;

/// How far the edge reaches to either side, in points.
const HALF_HANDLE: f32 = 3.0;
/// How far a press of an arrow key moves it, in points.
const KEY_STEP: f32 = 12.0;
/// Only the arrows that move the edge; Tab and Escape go on from it.
const SIDEWAYS: EventFilter =
    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: false, escape: false };

pub(super) fn show(
    ui: &egui::Ui,
    origin: Pos2,
    scene: &Scene,
    frame: &Frame<'_>,
    commands: &mut Vec<Command>,
) {
    let x = origin.x + scene.plot.left;
    let y = origin.y..=origin.y + scene.plot.bottom;
    let rect = Rect::from_x_y_ranges(x - HALF_HANDLE..=x + HALF_HANDLE, y.clone());
    let label = frame.strings().view.headers_edge;
    let response = ui.interact(rect, Id::unique("lane headers edge"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, label.name));
    let mut set = |width| commands.push(Command::View(ViewCommand::SetHeadersWidth(width)));
    if response.double_clicked() {
        set(None);
    } else if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        set(Some(pointer.x - origin.x));
    }
    if response.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, SIDEWAYS));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let steps = i8::from(pressed(Key::ArrowRight)) - i8::from(pressed(Key::ArrowLeft));
        if steps != 0 {
            set(Some(scene.plot.left + f32::from(steps) * KEY_STEP));
        }
    }
    if response.hovered() || response.dragged() {
        let ink = theme::colour(frame.palette, Ink::Accent);
        ui.painter().vline(x, y, Stroke::new(2.0, ink));
    }
    show_focus_ring(ui, &response);
    response.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal).on_hover_text(label.tooltip);
}
