//! The message of what has just happened, at the lower left of the plot, with a button to undo it.

use egui::{Align2, Area, Id, Order, Pos2, Rect, RichText};

use crate::session::{Action, Command, FilesCommand, LeftDataset};
use crate::timeline::{Font, Ink, Scene};
use crate::ui::commands::read_shortcuts;
use crate::ui::frame::{Frame, UiCache};
use crate::ui::view::wheel_hint;
use crate::ui::widgets::text_width;
use crate::ui::{describe, theme};

use super::toast_clock::ToastClock;

/// How long a message stays while the pointer is not on it, in seconds.
const DURATION: f64 = 8.0;
/// The text is no wider than this, in points.
const MAX_WIDTH: f32 = 460.0;
/// Space between the message and the edges of the plot.
const MARGIN: f32 = 14.0;
/// Longer titles of datasets are cut, in characters.
const MAX_TITLE: usize = 40;
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
    let scene = cache.scenes.last(&frame.session.world);
    let plot = scene.and_then(|scene| plot(ui, scene));
    let Some((scene, plot)) = scene.zip(plot).filter(|_| remaining > 0.0) else { return };

    let before = ui.memory(|memory| memory.area_rect(id())).map(|rect| rect.size());
    let (at, pivot) = position(ui, &plot, &covered(ui, scene, &plot));
    let area = Area::new(id()).order(Order::Tooltip).fixed_pos(at).pivot(pivot).constrain_to(plot);
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
    let left = frame.session.dataset_to_return_to();
    ui.horizontal(|ui| {
        let font = theme::font(Font::Text, SIZE);
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
        if let Some(left) = left {
            return back_to(ui, frame, left, commands);
        }
        if !offers_undo {
            return false;
        }
        let undo = ui.button(RichText::new(strings.history.undo).font(theme::font(Font::Strong, SIZE)));
        let undo = undo.on_hover_text(read_shortcuts::first(ui, Action::Undo));
        if undo.clicked() {
            commands.push(Command::Do(Action::Undo));
        }
        undo.has_focus()
    })
    .inner
}

/// The button that opens the dataset again which another one has replaced. Returns whether it has the focus.
fn back_to(ui: &mut egui::Ui, frame: &Frame<'_>, left: &LeftDataset, commands: &mut Vec<Command>) -> bool {
    let name = (frame.strings().history.back_to)(&describe::first_words(&left.title, MAX_TITLE));
    let button = ui.button(RichText::new(name).font(theme::font(Font::Strong, SIZE)));
    if button.clicked() {
        commands.push(match &left.path {
            Some(path) => Command::Files(FilesCommand::Load(path.clone())),
            None => Command::Do(Action::OpenBundled),
        });
    }
    button.has_focus()
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

/// What the message must not cover: the selected lane, and what has the focus.
fn covered(ui: &egui::Ui, scene: &Scene, plot: &Rect) -> Vec<Rect> {
    let origin =
        ui.ctx().read_response(Id::unique("timeline")).map_or(Pos2::ZERO, |timeline| timeline.rect.min);
    let selected = scene.lanes.iter().filter(|lane| lane.selected).map(|lane| {
        Rect::from_x_y_ranges(plot.x_range(), origin.y + lane.rect.top..=origin.y + lane.rect.bottom)
    });
    let focused = ui.memory(|memory| memory.focused()).and_then(|focused| ui.ctx().read_response(focused));
    let focused = focused.filter(|focused| {
        let is_own = focused.layer_id.id == id();
        // The timeline itself is larger than what could be covered of it.
        !is_own && focused.rect.height() < plot.height() / 2.0
    });
    selected.chain(focused.map(|focused| focused.rect)).collect()
}

/// Where the message is: at the lower left of the plot, above the hint about the wheel, or in another corner where it would
/// cover what must be seen there.
fn position(ui: &egui::Ui, plot: &Rect, covered: &[Rect]) -> (Pos2, Align2) {
    let size = ui.memory(|memory| memory.area_rect(id())).map_or(egui::vec2(MAX_WIDTH, 36.0), |r| r.size());
    let hint = ui.ctx().read_response(wheel_hint::id()).map(|hint| hint.rect);
    corner(plot, size, hint, covered)
}

/// The first corner of the plot in which a message of this size covers none of these.
fn corner(plot: &Rect, size: egui::Vec2, hint: Option<Rect>, covered: &[Rect]) -> (Pos2, Align2) {
    let inner = plot.shrink(MARGIN);
    let bottom = inner.bottom();
    let floor = hint.map_or(bottom, |hint| bottom.min(hint.top() - MARGIN));
    let corners = [
        (egui::pos2(inner.left(), floor), Align2::LEFT_BOTTOM),
        (inner.left_top(), Align2::LEFT_TOP),
        (inner.right_bottom(), Align2::RIGHT_BOTTOM),
        (inner.right_top(), Align2::RIGHT_TOP),
    ];
    let is_free = |&(at, pivot): &(Pos2, Align2)| {
        let own = pivot.anchor_size(at, size);
        !covered.iter().chain(&hint).any(|rect| rect.intersects(own))
    };
    corners.into_iter().find(is_free).unwrap_or(corners[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_covers_neither_the_hint_nor_the_selected_lane() {
        let plot = Rect::from_min_max(egui::pos2(200.0, 100.0), egui::pos2(1000.0, 700.0));
        let size = egui::vec2(300.0, 40.0);
        let lane = |top: f32| Rect::from_x_y_ranges(plot.x_range(), top..=top + 46.0);
        let hint = Rect::from_min_max(egui::pos2(212.0, 650.0), egui::pos2(600.0, 688.0));
        let own = |hint, covered: &[Rect]| {
            let (at, pivot) = corner(&plot, size, hint, covered);
            pivot.anchor_size(at, size)
        };
        assert_eq!(own(None, &[]).left_bottom(), egui::pos2(214.0, 686.0));
        assert_eq!(own(Some(hint), &[]).bottom(), hint.top() - MARGIN, "above it");
        for top in [120.0, 300.0, 600.0, 650.0] {
            for hint in [None, Some(hint)] {
                let own = own(hint, &[lane(top)]);
                assert!(!own.intersects(lane(top)) && plot.contains_rect(own), "{top} {hint:?}: {own:?}");
                assert!(hint.is_none_or(|hint| !own.intersects(hint)));
            }
        }
    }
}
