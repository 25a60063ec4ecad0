//! The tour, in a bar of its own under the timeline, so that it covers no answer: a question, how it is answered, and a
//! button that does it.

use std::sync::Arc;

use egui::{Galley, Key, Panel, Response, RichText, Ui};

use crate::language::TourStep;
use crate::session::{Command, HelpCommand};
use crate::timeline::{Font, Ink};
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::button_width;

/// Margin of the bar at its sides, and above and below its contents.
const MARGIN: egui::Margin = egui::Margin::symmetric(12, 8);
/// Height of the row of buttons.
const BUTTONS: f32 = 26.0;
/// The texts have at least this width beside the buttons; in a narrower window the buttons stand under them.
const MIN_TEXT: f32 = 260.0;
/// No line is longer than this.
const MAX_TEXT: f32 = 640.0;

/// Shows the bar while there is a tour.
pub(in crate::ui) fn show(ui: &mut Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let Some(step) = frame.session.help.step else { return };
    let buttons = width_of_buttons(ui, frame);
    let room = (ui.available_width() - f32::from(MARGIN.left) - f32::from(MARGIN.right)).max(80.0);
    let beside = room - buttons - 4.0 * theme::GRID;
    let is_beside = beside >= MIN_TEXT;
    let texts = texts(ui, frame, step, if is_beside { beside.min(MAX_TEXT) } else { room });
    let gap = theme::GRID / 2.0;
    let text_height: f32 = texts.iter().map(|text| text.size().y + gap).sum();
    let inner = if is_beside { text_height.max(BUTTONS) } else { text_height + theme::GRID + BUTTONS };
    let height = inner + f32::from(MARGIN.top) + f32::from(MARGIN.bottom);
    Panel::bottom("tour").exact_size(height.ceil()).resizable(false).frame(theme::panel(MARGIN)).show(
        ui,
        |ui| {
            ui.spacing_mut().item_spacing.y = gap;
            if is_beside {
                ui.horizontal(|ui| {
                    let width = beside.min(MAX_TEXT);
                    ui.allocate_ui(egui::vec2(width, inner), |ui| {
                        ui.vertical(|ui| {
                            ui.set_width(width);
                            labels(ui, texts);
                        });
                    });
                    ui.add_space(2.0 * theme::GRID);
                    row_of_buttons(ui, frame, step, commands);
                });
            } else {
                labels(ui, texts);
                ui.add_space(theme::GRID);
                ui.horizontal_wrapped(|ui| row_of_buttons(ui, frame, step, commands));
            }
        },
    );
}

/// Which step it is, the question, and how it is answered: laid out to a width.
fn texts(ui: &Ui, frame: &Frame<'_>, step: TourStep, width: f32) -> [Arc<Galley>; 3] {
    let strings = frame.strings();
    let words = (strings.help.step)(step);
    let count = (strings.help.step_of)(index_of(step) + 1, TourStep::ALL.len());
    let ink = |ink| theme::colour(frame.palette, ink);
    let layout = |text: &str, font: Font, size: f32, ink: egui::Color32| {
        ui.painter().layout(text.to_owned(), theme::font(font, size), ink, width)
    };
    [
        layout(&count, Font::Text, 11.0, ink(Ink::Muted)),
        layout(words.question, Font::Strong, 14.0, ink(Ink::Text)),
        layout(words.how, Font::Text, 13.0, ink(Ink::Text)),
    ]
}

fn labels(ui: &mut Ui, [count, question, how]: [Arc<Galley>; 3]) {
    ui.label(count);
    let question = ui.label(question);
    // Another question is read out when it appears, wherever the focus is.
    let _live =
        ui.ctx().accesskit_node_builder(question.id, |node| node.set_live(egui::accesskit::Live::Polite));
    ui.label(how);
}

fn index_of(step: TourStep) -> usize {
    TourStep::ALL.iter().position(|&other| other == step).unwrap_or_default()
}

/// The names of the buttons; the widest that the one after “Previous” can have.
fn width_of_buttons(ui: &Ui, frame: &Frame<'_>) -> f32 {
    let strings = frame.strings();
    let help = &strings.help;
    let last = button_width(ui, help.next).max(button_width(ui, help.finish));
    let others = [help.show_me, help.back, strings.commands.close];
    let others: f32 = others.iter().map(|name| button_width(ui, name)).sum();
    others + last + 4.0 * ui.spacing().item_spacing.x
}

fn row_of_buttons(ui: &mut Ui, frame: &Frame<'_>, step: TourStep, commands: &mut Vec<Command>) {
    let strings = frame.strings();
    let go_to = |step: TourStep| Command::Help(HelpCommand::GoToStep(step));
    let index = index_of(step);
    let before = index.checked_sub(1).and_then(|index| TourStep::ALL.get(index));
    let after = TourStep::ALL.get(index + 1);
    let show_me = ui.button(RichText::new(strings.help.show_me).font(theme::font(Font::Strong, 13.0)));
    if show_me.clicked() {
        commands.extend(frame.session.tour_commands(step).into_iter().flatten());
    }
    let back = ui.add_enabled(before.is_some(), egui::Button::new(strings.help.back));
    if let Some(&before) = before.filter(|_| back.clicked()) {
        commands.push(go_to(before));
    }
    let next = ui.button(if after.is_some() { strings.help.next } else { strings.help.finish });
    if let Some(&after) = after.filter(|_| next.clicked()) {
        commands.push(go_to(after));
    }
    let close = ui.button(strings.commands.close);
    let is_closed = close.clicked() || (after.is_none() && next.clicked());
    if is_closed || [show_me, back, next, close].iter().any(|button| is_escaped(ui, button)) {
        commands.push(Command::Help(HelpCommand::CloseTour));
    }
}

/// Whether Escape was pressed on a button of the bar, which would otherwise only take the focus from it.
fn is_escaped(ui: &Ui, button: &Response) -> bool {
    if !button.has_focus() {
        return false;
    }
    let filter = egui::EventFilter { escape: true, ..egui::EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(button.id, filter));
    ui.input(|input| input.key_pressed(Key::Escape))
}
