//! The details in a narrow window: folded to a tab at the right edge, from which they open over the timeline.

use egui::{Area, Id, Order, Panel, Pos2, Rect, Role, Sense, Stroke, StrokeKind, WidgetInfo, vec2};

use crate::session::{Action, Command};
use crate::timeline::{Font, Ink};
use crate::ui::commands::read_shortcuts;
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::show_focus_ring;

/// Width of the tab.
const TAB_WIDTH: f32 = 26.0;
/// Room above and below the word on the tab.
const TAB_MARGIN: f32 = 14.0;
/// Maximum width of the panel over the timeline.
const MAX_WIDTH: f32 = 364.0;
/// Maximum share of the window for that.
const MAX_SHARE: f32 = 0.75;

/// The id of the area over the timeline.
pub(in crate::ui) fn area_id() -> Id {
    Id::unique("details over the timeline")
}

/// Shows the tab, and, if the user opened them, the details beside it.
pub(super) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    is_open: bool,
    commands: &mut Vec<Command>,
    contents: impl FnOnce(&mut egui::Ui, &mut Vec<Command>),
) {
    let whole = ui.available_rect_before_wrap();
    let margin = theme::panel(egui::Margin::ZERO);
    Panel::right("details tab").exact_size(TAB_WIDTH).resizable(false).frame(margin).show(ui, |ui| {
        tab(ui, frame, is_open, commands);
    });
    if !is_open {
        return;
    }
    let width = (whole.width() * MAX_SHARE).min(MAX_WIDTH);
    let at = Pos2::new(whole.right() - TAB_WIDTH - width, whole.top());
    let size = vec2(width, whole.height());
    // Under menus, tooltips and dialogs.
    Area::new(area_id()).order(Order::Middle).fixed_pos(at).show(ui.ctx(), |ui| {
        let rect = Rect::from_min_size(at, size);
        ui.painter().rect_filled(rect, 0.0, ui.visuals().panel_fill);
        let line = ui.visuals().widgets.noninteractive.bg_stroke;
        ui.painter().vline(rect.left(), rect.y_range(), line);
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_min_size(size);
            contents(ui, commands);
        });
    });
}

/// The tab: the word runs upwards along it.
fn tab(ui: &egui::Ui, frame: &Frame<'_>, is_open: bool, commands: &mut Vec<Command>) {
    let (strings, room) = (frame.strings(), ui.available_rect_before_wrap());
    let ink = theme::colour(frame.palette, if is_open { Ink::Accent } else { Ink::Text });
    let word =
        ui.painter().layout_no_wrap(strings.view.details.to_owned(), theme::font(Font::Text, 12.0), ink);
    let height = (word.size().x + 2.0 * TAB_MARGIN).min(room.height());
    let rect = Rect::from_min_size(room.min + vec2(1.0, 8.0), vec2(TAB_WIDTH - 2.0, height));
    let response = ui.interact(rect, Id::unique("details tab button"), Sense::click());
    let name = strings.view.details;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, name));
    if response.hovered() || is_open {
        ui.painter().rect_filled(rect, 3.0, ink.gamma_multiply(0.12));
    }
    let line = theme::colour(frame.palette, Ink::Line);
    ui.painter().rect_stroke(rect, 3.0, Stroke::new(1.0, line), StrokeKind::Inside);
    // Turned by a quarter to the left, a text begins at its lower left corner.
    let at = Pos2::new(rect.center().x - word.size().y / 2.0, rect.center().y + word.size().x / 2.0);
    let text = egui::epaint::TextShape::new(at, word, ink).with_angle(-std::f32::consts::FRAC_PI_2);
    ui.painter().add(text);
    show_focus_ring(ui, &response);
    if response.clicked() {
        commands.push(Command::Do(Action::Details));
    }
    let action = Action::Details;
    let key = read_shortcuts::first(ui, action);
    response.on_hover_text(format!("{} ({key})", action.label(strings).tooltip));
}
