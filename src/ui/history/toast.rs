//! The message of what has just happened, near the bottom of the plot, with a button to undo it.

use egui::{Align2, Area, Id, Order, Pos2, Rect, RichText};

use crate::session::{Action, Command};
use crate::timeline::{Face, Ink, Scene};
use crate::ui::commands::read_shortcuts;
use crate::ui::frame::{Frame, UiCache};
use crate::ui::theme;
use crate::ui::widgets::text_width;

use super::toast_clock::ToastClock;

/// How long a message stays while the pointer is not on it, in seconds.
const DURATION: f64 = 8.0;
/// The text is no wider than this, in points.
const MAX_WIDTH: f32 = 460.0;
/// Space between the message and the edges of the plot.
const MARGIN: f32 = 14.0;
/// Text size.
const SIZE: f32 = 13.0;

fn id() -> Id {
    Id::unique("message")
}

/// Shows the last message until it has been there long enough.
pub(in crate::ui) fn show(
    ui: &egui::Ui,
    frame: &Frame<'_>,
    cache: &mut UiCache,
    commands: &mut Vec<Command>,
) {
    let session = frame.session;
    let (Some(text), message) = (&session.status_message, session.history.message) else { return };
    let now = ui.input(|input| input.time);
    if cache.toast.number != message.number {
        cache.toast = ToastClock { number: message.number, since: now };
    }
    let remaining = DURATION - (now - cache.toast.since);
    let plot = cache.scenes.last(&frame.session.world).and_then(|scene| plot(ui, scene));
    let Some(plot) = plot.filter(|_| remaining > 0.0) else { return };

    let before = ui.memory(|memory| memory.area_rect(id())).map(|rect| rect.size());
    let (at, pivot) = position(ui, &plot);
    let area = Area::new(id()).order(Order::Foreground).fixed_pos(at).pivot(pivot).constrain_to(plot);
    let area = area.accessible_name(frame.strings().history.message);
    let shown = area.fade_in(!session.reduces_motion()).show(ui.ctx(), |ui| {
        let popup = egui::Frame::popup(ui.style()).inner_margin(egui::Margin::symmetric(12, 8));
        popup.show(ui, |ui| contents(ui, frame, text, plot.width(), commands)).inner
    });
    if before != Some(shown.response.rect.size()) {
        // It was placed by the size of the message before.
        ui.ctx().request_repaint();
    }
    let is_attended = shown.inner || shown.response.contains_pointer();
    if is_attended {
        cache.toast.since = now;
    }
    let remaining = if is_attended { DURATION } else { remaining };
    ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(remaining));
}

/// The text and the button. Returns whether the button has the focus.
fn contents(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    text: &str,
    room: f32,
    commands: &mut Vec<Command>,
) -> bool {
    let strings = frame.strings();
    let offers_undo = frame.session.history.message.offers_undo;
    ui.horizontal(|ui| {
        let font = theme::font(Face::Text, SIZE);
        let ink = theme::colour(frame.palette, Ink::Text);
        let button = if offers_undo { 90.0 } else { 0.0 };
        let most = (room - 2.0 * MARGIN - 30.0 - button).clamp(80.0, MAX_WIDTH);
        let wanted = text_width(ui, text, font.clone());
        ui.scope(|ui| {
            // Not as narrow as the message before it, which was shown in the same place.
            ui.set_width(wanted.min(most).ceil());
            let label = ui.add(egui::Label::new(RichText::new(text).font(font).color(ink)).wrap());
            let _live = ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_live(egui::accesskit::Live::Polite);
            });
        });
        if !offers_undo {
            return false;
        }
        let undo = ui.button(RichText::new(strings.history.undo).font(theme::font(Face::Strong, SIZE)));
        let undo = undo.on_hover_text(read_shortcuts::first(ui, Action::Undo));
        if undo.clicked() {
            commands.push(Command::Do(Action::Undo));
        }
        undo.has_focus()
    })
    .inner
}

/// The plot of the timeline in the window.
fn plot(ui: &egui::Ui, scene: &Scene) -> Option<Rect> {
    let timeline = ui.ctx().read_response(Id::unique("timeline"))?.rect;
    let plot = &scene.plot;
    let rect = Rect::from_min_max(egui::pos2(plot.left, plot.top), egui::pos2(plot.right, plot.bottom));
    let plot = rect.translate(timeline.min.to_vec2()).intersect(timeline);
    // In a very small window the message may cover more than the plot.
    let is_small = plot.width() < 240.0 || plot.height() < 80.0;
    Some(if is_small { ui.ctx().content_rect() } else { plot })
}

/// Where the message is: at the bottom of the plot, or at its top where it would cover what has the focus.
fn position(ui: &egui::Ui, plot: &Rect) -> (Pos2, Align2) {
    let bottom = plot.center_bottom() - egui::vec2(0.0, MARGIN);
    let top = plot.center_top() + egui::vec2(0.0, MARGIN);
    let size = ui.memory(|memory| memory.area_rect(id())).map_or(egui::vec2(MAX_WIDTH, 36.0), |r| r.size());
    let covered = Align2::CENTER_BOTTOM.anchor_size(bottom, size);
    let focused = ui.memory(|memory| memory.focused()).and_then(|focused| ui.ctx().read_response(focused));
    let covers_focus = focused.is_some_and(|focused| {
        let is_own = focused.layer_id.id == id();
        // The timeline itself is larger than what could be covered of it.
        let is_part = focused.rect.height() < plot.height() / 2.0;
        !is_own && is_part && focused.rect.intersects(covered)
    });
    if covers_focus { (top, Align2::CENTER_TOP) } else { (bottom, Align2::CENTER_BOTTOM) }
}
