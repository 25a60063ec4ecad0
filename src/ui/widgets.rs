//! The small parts that panels are made of: headings, titles, secondary text, links.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{PopupCloseBehavior, RichText};

use crate::session::{Command, FilterCommand, SelectionCommand};
use crate::timeline::{Ink, Selection};

use super::frame::Frame;
use super::{describe, theme};

/// The line above a title: where in the dataset this is.
pub(super) fn context_line(ui: &mut egui::Ui, frame: &Frame<'_>, text: &str) {
    ui.label(RichText::new(text).color(theme::colour(frame.palette, Ink::Muted)));
}

/// A title.
pub(super) fn title(ui: &mut egui::Ui, text: &str) {
    ui.add(egui::Label::new(RichText::new(describe::short(text)).heading()).wrap());
}

/// A heading over a part of the panel.
pub(super) fn heading(ui: &mut egui::Ui, frame: &Frame<'_>, text: &str) {
    ui.add_space(3.0 * theme::GRID);
    let text = RichText::new(text.to_uppercase()).size(11.0).extra_letter_spacing(0.4);
    ui.label(text.color(theme::colour(frame.palette, Ink::Muted)));
    ui.add_space(theme::GRID / 2.0);
}

/// Secondary text.
pub(super) fn muted(ui: &mut egui::Ui, frame: &Frame<'_>, text: impl Into<String>) {
    ui.label(RichText::new(text).color(theme::colour(frame.palette, Ink::Muted)));
}

/// How many events and statements the filter hides, with a link that shows them.
pub(super) fn hidden_line(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    events: usize,
    statements: usize,
    commands: &mut Vec<Command>,
) {
    let strings = frame.strings();
    let text = (strings.selection.hidden_by_filter)(events, statements);
    ui.horizontal_wrapped(|ui| {
        muted(ui, frame, text.as_str());
        let show = ui.link(strings.filter.show_hidden);
        let name = format!("{text} · {}", strings.filter.show_hidden);
        if show.accessible_name(name).on_hover_text(strings.filter.show_hidden_help).clicked() {
            commands.push(Command::Filter(FilterCommand::ShowHidden));
        }
    });
}

/// A link inside the dataset: selects `to` and brings it into the window.
pub(super) fn link(
    ui: &mut egui::Ui,
    _frame: &Frame<'_>,
    text: &str,
    to: Selection,
    commands: &mut Vec<Command>,
) {
    if ui.link(describe::short(text)).clicked() {
        commands.push(Command::Selection(SelectionCommand::GoTo(to)));
    }
}

/// Explains a line of a list beside it, where the tooltip covers none of the other lines.
pub(super) fn hover_beside(response: egui::Response, text: impl Into<egui::WidgetText>) -> egui::Response {
    let mut tooltip = if response.enabled() {
        egui::Tooltip::for_enabled(&response)
    } else {
        egui::Tooltip::for_disabled(&response)
    };
    tooltip.popup =
        tooltip.popup.align(egui::RectAlign::RIGHT_START).align_alternatives(&[egui::RectAlign::LEFT_START]);
    tooltip.show(|ui| {
        ui.label(text);
    });
    response
}

/// A button that opens a menu, marked as such.
pub(super) fn menu_button(ui: &mut egui::Ui, text: &str, entries: impl FnOnce(&mut egui::Ui)) {
    menu_button_closing(ui, text, PopupCloseBehavior::CloseOnClick, entries);
}

/// The same for a menu in which several entries are switched on and off: it stays open meanwhile.
pub(super) fn choices_button(ui: &mut egui::Ui, text: &str, entries: impl FnOnce(&mut egui::Ui)) {
    menu_button_closing(ui, text, PopupCloseBehavior::CloseOnClickOutside, entries);
}

fn menu_button_closing(
    ui: &mut egui::Ui,
    text: &str,
    closing: PopupCloseBehavior,
    entries: impl FnOnce(&mut egui::Ui),
) {
    let button = MenuButton::new(format!("{text}{ROOM_FOR_DISCLOSURE}"));
    let (response, _) = button.config(MenuConfig::new().close_behavior(closing)).ui(ui, entries);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, text));
    disclosure_sign(ui, &response);
}

/// The row that opens a part of a menu in its place and closes it, as wide as the menu; whether it is open, which egui's memory
/// keeps under `id`.
pub(super) fn part_header(ui: &mut egui::Ui, id: egui::Id, name: &str) -> bool {
    /// Room for the sign that says whether it is open.
    const ROOM_FOR_SIGN: &str = "\u{2003}\u{2002}";
    let is_open: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let button = egui::Button::new(format!("{ROOM_FOR_SIGN}{name}")).frame_when_inactive(false);
    let response = ui.add(button.min_size(egui::vec2(ui.available_width(), 0.0)).right_text(""));
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_open, name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let at = response.rect.left_center() + egui::vec2(12.0, 0.0);
    let corners = if is_open {
        [(-3.5, -2.0), (3.5, -2.0), (0.0, 2.5)]
    } else {
        [(-2.0, -3.5), (2.5, 0.0), (-2.0, 3.5)]
    };
    let corners = corners.map(|(x, y)| at + egui::vec2(x, y)).to_vec();
    let ink = ui.style().interact(&response).text_color();
    ui.painter().add(egui::Shape::convex_polygon(corners, ink, egui::Stroke::NONE));
    let is_open = is_open != response.clicked();
    ui.data_mut(|data| data.insert_temp(id, is_open));
    is_open
}

/// The width of a button with this text.
pub(super) fn button_width(ui: &egui::Ui, text: &str) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    text_width(ui, text, font) + 2.0 * ui.spacing().button_padding.x
}

/// The width of a text on one line.
pub(super) fn text_width(ui: &egui::Ui, text: &str, font: egui::FontId) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER).size().x
}

/// Gives lists and tables bars that are always to be seen: that there is more must not show under the pointer only.
pub(super) fn show_scroll_bars(ui: &mut egui::Ui, frame: &Frame<'_>) {
    ui.spacing_mut().scroll = egui::style::ScrollStyle::solid();
    ui.spacing_mut().scroll.fade.strength = 0.0;
    ui.visuals_mut().widgets.inactive.bg_fill = theme::colour(frame.palette, Ink::Muted).gamma_multiply(0.6);
}

/// A cross that clears something, `half` as wide and as high on each side of its middle.
pub(super) fn paint_cross(ui: &egui::Ui, middle: egui::Pos2, half: f32, stroke: egui::Stroke) {
    for corner in [egui::vec2(half, half), egui::vec2(half, -half)] {
        ui.painter().line_segment([middle - corner, middle + corner], stroke);
    }
}

/// Keeps room for the disclosure sign after a button's text.
pub(super) const ROOM_FOR_DISCLOSURE: &str = "\u{2003}";

/// A small triangle: this button opens a menu.
pub(super) fn disclosure_sign(ui: &egui::Ui, response: &egui::Response) {
    let at = egui::pos2(response.rect.right() - 14.0, response.rect.center().y + 1.0);
    let corners = [(-3.5, -2.5), (3.5, -2.5), (0.0, 2.0)].map(|(x, y)| at + egui::vec2(x, y));
    let ink = ui.style().interact(response).text_color();
    ui.painter().add(egui::Shape::convex_polygon(corners.to_vec(), ink, egui::Stroke::NONE));
}

/// Draws an accent ring around a widget that has the focus.
pub(super) fn show_focus_ring(ui: &egui::Ui, response: &egui::Response) {
    if response.has_focus() {
        let stroke = ui.visuals().widgets.active.bg_stroke;
        ui.painter().rect_stroke(response.rect.shrink(1.0), 4.0, stroke, egui::StrokeKind::Inside);
    }
}

/// Keeps arrow keys and Escape for the focused widget: on a mark they move the selection, on the status date the date.
pub(super) const ARROW_KEYS: egui::EventFilter =
    egui::EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
