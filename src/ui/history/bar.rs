//! ‹ › above the details, and the last place and the present one beside them.

use egui::{Response, RichText, Role, Sense, WidgetInfo};

use crate::session::{Action, Command, HistoryCommand, SelectionCommand};
use crate::timeline::{Font, Ink, Selection};
use crate::ui::commands::read_shortcuts;
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::{show_focus_ring, text_width};

/// Size of the buttons.
const BUTTON: egui::Vec2 = egui::vec2(26.0, 24.0);
/// Text size of the places.
const SIZE: f32 = 12.5;
/// Width of the sign between the places.
const BETWEEN: f32 = 8.0;

/// Shows the bar, where anything is or was selected. `otherwise` is the title of the details while nothing is.
pub(in crate::ui) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    otherwise: fn(&Frame<'_>) -> String,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let selected = session.selection.selected;
    if selected == Selection::Nothing && !session.history.trail.has_selection() {
        return;
    }
    egui::Frame::NONE.inner_margin(egui::Margin { left: 16, right: 16, top: 10, bottom: 0 }).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0 * theme::GRID;
            arrow(ui, frame, Action::Back, commands);
            arrow(ui, frame, Action::Forward, commands);
            places(ui, frame, otherwise, commands);
        });
    });
}

/// A button with ‹ or ›.
fn arrow(ui: &mut egui::Ui, frame: &Frame<'_>, action: Action, commands: &mut Vec<Command>) {
    let label = action.label(frame.strings());
    let response = ui.add_enabled(frame.session.can(action), egui::Button::new("").min_size(BUTTON));
    let help = format!("{} ({})", label.tooltip, read_shortcuts::first(ui, action));
    let response = response.accessible_name(label.name).on_hover_text(&help).on_disabled_hover_text(help);
    chevron(ui, response.rect.center(), action == Action::Back, ui.style().interact(&response).text_color());
    if response.clicked() {
        commands.push(Command::Do(action));
    }
}

/// The last place and the present one, each as long as there is room.
fn places(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    otherwise: fn(&Frame<'_>) -> String,
    commands: &mut Vec<Command>,
) {
    let (session, strings) = (frame.session, frame.strings());
    let selected = session.selection.selected;
    let earlier = session.earlier_place();
    let is_selected = selected != Selection::Nothing;
    let present = if is_selected { session.title_of(selected) } else { otherwise(frame) };
    let gap = ui.spacing().item_spacing.x;
    if let Some((index, place)) =
        earlier.and_then(|index| Some((index, session.history.trail.earlier().get(index)?)))
    {
        let title = session.title_of(place.selection);
        let sign = BETWEEN + 2.0 * gap;
        // A long name gives way to the other, down to half of the room.
        let room = ui.available_width() - sign;
        let wanted = width(ui, &present);
        let most = (room - wanted).max(room / 2.0);
        let name = (strings.history.back_to)(&title);
        if crumb(ui, frame, &title, &name, most).clicked() {
            commands.push(Command::History(HistoryCommand::GoBackTo(index)));
        }
        let (rect, _) = ui.allocate_exact_size(egui::vec2(BETWEEN, BUTTON.y), Sense::hover());
        chevron(ui, rect.center(), false, theme::colour(frame.palette, Ink::Muted));
    }
    if is_selected {
        let name = (strings.history.to_selection)(&present);
        let most = ui.available_width();
        if crumb(ui, frame, &present, &name, most).clicked() {
            commands.push(Command::Selection(SelectionCommand::GoTo(selected)));
        }
    } else {
        // It is in the window as a whole: there is nowhere to go.
        let text = RichText::new(present)
            .font(theme::font(Font::Text, SIZE))
            .color(theme::colour(frame.palette, Ink::Muted));
        ui.add(egui::Label::new(text).truncate());
    }
}

/// A place, cut to a width.
fn crumb(ui: &mut egui::Ui, frame: &Frame<'_>, title: &str, name: &str, most: f32) -> Response {
    ui.scope(|ui| {
        ui.set_max_width(most.max(0.0));
        let text = RichText::new(title)
            .font(theme::font(Font::Text, SIZE))
            .color(theme::colour(frame.palette, Ink::Muted));
        let response = ui.add(egui::Label::new(text).truncate().selectable(false).sense(Sense::click()));
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name));
        show_focus_ring(ui, &response);
        response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(name)
    })
    .inner
}

fn width(ui: &egui::Ui, text: &str) -> f32 {
    text_width(ui, text, theme::font(Font::Text, SIZE))
}

/// ‹ or ›.
fn chevron(ui: &egui::Ui, middle: egui::Pos2, points_left: bool, colour: egui::Color32) {
    let x = if points_left { -2.0 } else { 2.0 };
    let points = [(-x, -4.0), (x, 0.0), (-x, 4.0)].map(|(x, y)| middle + egui::vec2(x, y));
    ui.painter().add(egui::Shape::line(points.to_vec(), egui::Stroke::new(1.5, colour)));
}
