//! The card of the tour, at the lower right of the plot: a question, how it is answered, and a button that does it.

use egui::{Align2, Area, Id, Key, Order, Rect, Response, RichText};

use crate::language::TourStep;
use crate::session::{Command, HelpCommand};
use crate::timeline::{Face, Ink};
use crate::ui::frame::Frame;
use crate::ui::theme;

/// Width of the card.
const WIDTH: f32 = 320.0;
/// Distance from the edges of the timeline.
const MARGIN: f32 = 16.0;

/// Shows the card while there is a tour; `timeline` is where it is drawn.
pub(in crate::ui) fn show(ui: &egui::Ui, frame: &Frame<'_>, timeline: Rect, commands: &mut Vec<Command>) {
    let Some(step) = frame.session.help.step else { return };
    let corner = timeline.right_bottom() - egui::vec2(MARGIN, MARGIN);
    let area = Area::new(Id::unique("tour")).order(Order::Middle).pivot(Align2::RIGHT_BOTTOM);
    area.fixed_pos(corner).show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).inner_margin(12.0).show(ui, |ui| {
            ui.set_width(WIDTH.min((timeline.width() - 4.0 * MARGIN).max(160.0)));
            card(ui, frame, step, commands);
        });
    });
}

fn card(ui: &mut egui::Ui, frame: &Frame<'_>, step: TourStep, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let words = (strings.help.step)(step);
    let index = TourStep::ALL.iter().position(|&other| other == step).unwrap_or_default();
    let muted = theme::colour(frame.palette, Ink::Muted);
    let count = (strings.help.step_of)(index + 1, TourStep::ALL.len());
    ui.label(RichText::new(count).size(11.0).color(muted));
    let question = RichText::new(words.question).font(theme::font(Face::Strong, 14.0));
    let question = ui.add(egui::Label::new(question).wrap());
    // Another question is read out when it appears, wherever the focus is.
    let _live =
        ui.ctx().accesskit_node_builder(question.id, |node| node.set_live(egui::accesskit::Live::Polite));
    ui.add(egui::Label::new(words.how).wrap());
    ui.add_space(theme::GRID);
    ui.horizontal_wrapped(|ui| {
        let go_to = |step: TourStep| Command::Help(HelpCommand::GoToStep(step));
        let before = index.checked_sub(1).and_then(|index| TourStep::ALL.get(index));
        let after = TourStep::ALL.get(index + 1);
        let show_me = ui.button(strings.help.show_me);
        if show_me.clicked() {
            commands.extend(frame.session.tour_commands(step).into_iter().flatten());
        }
        let back = ui.add_enabled(before.is_some(), egui::Button::new(strings.help.back));
        if let Some(&before) = before.filter(|_| back.clicked()) {
            commands.push(go_to(before));
        }
        let next = ui.add_enabled(after.is_some(), egui::Button::new(strings.help.next));
        if let Some(&after) = after.filter(|_| next.clicked()) {
            commands.push(go_to(after));
        }
        let close = ui.button(strings.commands.close);
        let buttons = [show_me, back, next, close];
        if buttons[3].clicked() || buttons.iter().any(|button| is_escaped(ui, button)) {
            commands.push(Command::Help(HelpCommand::CloseTour));
        }
    });
}

/// Whether Escape was pressed on a button of the card. Elsewhere it does what it always does.
fn is_escaped(ui: &egui::Ui, button: &Response) -> bool {
    if !button.has_focus() {
        return false;
    }
    let filter = egui::EventFilter { escape: true, ..egui::EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(button.id, filter));
    ui.input(|input| input.key_pressed(Key::Escape))
}
