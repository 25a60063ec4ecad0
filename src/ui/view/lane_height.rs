//! Over the lane headers: the visible range, a button, and the choice of the height of lanes, three buttons and the wheel
//! with Alt.

use egui::{Event, Id, MouseWheelUnit, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, WidgetInfo};

use crate::session::{Action, Command, Session};
use crate::timeline::{Font, Ink, LaneHeight, Scene, TextMeasure};
use crate::ui::commands::read_shortcuts;
use crate::ui::frame::{Frame, UiCache};
use crate::ui::theme;
use crate::ui::widgets::show_focus_ring;

/// Width of a button.
const WIDTH: f32 = 21.0;
/// Height of a button.
const HEIGHT: f32 = 18.0;
/// Height of a button over words that leave no room beside them.
const LOW_HEIGHT: f32 = 13.0;
/// Gap between the buttons and what is beside them.
const GAP: f32 = 7.0;
/// Where the words of the visible range begin.
const WORDS_LEFT: f32 = 12.0;
/// Points of wheel movement that make one step.
const STEP: f32 = 40.0;

/// Shows the buttons of the heights beside the visible range, or over it if it is long.
pub(super) fn show(
    ui: &egui::Ui,
    origin: Pos2,
    scene: &Scene,
    frame: &Frame<'_>,
    measure: &dyn TextMeasure,
    commands: &mut Vec<Command>,
) {
    let count = LaneHeight::ALL.len() as f32;
    let left = scene.plot.left - GAP - count * WIDTH;
    let words = measure.width(&scene.span_words, 11.0, Font::Text);
    let is_beside = WORDS_LEFT + words + GAP <= left;
    // The words have their middle 17 points over the plot.
    let (middle, height) = if is_beside { (scene.plot.top - 17.0, HEIGHT) } else { (7.5, LOW_HEIGHT) };
    let period = Rect::from_center_size(
        egui::pos2(WORDS_LEFT + words / 2.0, scene.plot.top - 17.0) + origin.to_vec2(),
        egui::vec2(words + 6.0, height),
    );
    period_button(ui, period, &scene.span_words, frame, commands);
    let chosen = frame.session.lane_height();
    for (index, &lane_height) in LaneHeight::ALL.iter().enumerate() {
        let at = egui::pos2(left + (index as f32 + 0.5) * WIDTH, middle) + origin.to_vec2();
        let rect = Rect::from_center_size(at, egui::vec2(WIDTH, height));
        let action = Action::of_lane_height(lane_height);
        let label = action.label(frame.strings());
        let response = ui.interact(rect, Id::unique(("lane height", index)), Sense::click());
        let is_chosen = lane_height == chosen;
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, label.name));
        paint(ui, rect, 2 + index, is_chosen, response.hovered(), frame);
        show_focus_ring(ui, &response);
        if response.clicked() {
            commands.push(Command::Do(action));
        }
        let key = read_shortcuts::first(ui, Action::NextLaneHeight);
        response.on_hover_text(format!("{}: {} ({key})", label.name, label.tooltip));
    }
}

/// The words of the visible range, which the scene draws, as a button that opens the dialog for another one.
fn period_button(ui: &egui::Ui, rect: Rect, words: &str, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let response = ui.interact(rect, Id::unique("visible period"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, (strings.view.period_shown)(words)));
    if response.hovered() {
        let ink = theme::colour(frame.palette, Ink::Muted);
        ui.painter().hline(
            rect.shrink2(egui::vec2(3.0, 0.0)).x_range(),
            rect.bottom() - 2.0,
            Stroke::new(1.0, ink),
        );
    }
    show_focus_ring(ui, &response);
    if response.clicked() {
        commands.push(Command::Do(Action::GoToDate));
    }
    let key = read_shortcuts::first(ui, Action::GoToDate);
    let help = format!("{} ({key})", strings.view.period_help);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(help);
}

/// A button with as many lines as the lanes are dense.
fn paint(ui: &egui::Ui, rect: Rect, lines: usize, is_chosen: bool, is_hovered: bool, frame: &Frame<'_>) {
    let painter = ui.painter();
    let (accent, line) =
        (theme::colour(frame.palette, Ink::Accent), theme::colour(frame.palette, Ink::Muted));
    let square = rect.shrink(0.5);
    if is_chosen || is_hovered {
        painter.rect_filled(square, 3.0, accent.gamma_multiply(if is_chosen { 0.2 } else { 0.1 }));
    }
    let (width, ink) = if is_chosen { (1.5, accent) } else { (1.0, line.gamma_multiply(0.6)) };
    painter.rect_stroke(square, 3.0, Stroke::new(width, ink), StrokeKind::Inside);
    let inner = rect.shrink2(egui::vec2(5.0, 0.2 * rect.height()));
    for index in 0..lines {
        let share = (index as f32 + 0.5) / lines as f32;
        let y = egui::lerp(inner.y_range(), share);
        painter.hline(inner.x_range(), y, Stroke::new(1.0, if is_chosen { accent } else { line }));
    }
}

/// Steps through the heights when the wheel is turned over the timeline with Alt: up makes lanes taller.
pub(super) fn read_wheel(
    ui: &egui::Ui,
    response: &Response,
    session: &Session,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let is_held = ui.input(|input| input.modifiers.alt);
    if !is_held || !response.contains_pointer() || ui.current_pass_index() > 0 {
        cache.lane_height_wheel = 0.0;
        return;
    }
    let turned: f32 = ui.input(|input| {
        let turned = input.raw.events.iter().filter_map(|event| match event {
            Event::MouseWheel { unit: MouseWheelUnit::Point, delta, .. } => Some(delta.y),
            Event::MouseWheel { delta, .. } => Some(STEP * delta.y),
            _ => None,
        });
        turned.sum()
    });
    cache.lane_height_wheel += turned;
    let steps = (cache.lane_height_wheel / STEP).trunc();
    cache.lane_height_wheel -= steps * STEP;
    let height = session.lane_height().stepped(-(steps as i32));
    if height != session.lane_height() {
        commands.push(Command::Do(Action::of_lane_height(height)));
    }
}
