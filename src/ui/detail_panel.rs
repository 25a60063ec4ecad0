//! The panel at the right: what is selected, in full.

use egui::{Panel, RichText, ScrollArea};

use crate::session::Command;
use crate::timeline::{Ink, Selection};

use super::{
    Frame, event_detail, guide_detail, plain_detail, several_detail, source_detail, span_detail,
    statement_detail, theme, treaty_detail,
};

/// Width of the panel where the window has room for it.
const WIDTH: f32 = 364.0;
/// The panel takes no more than this share of a narrow window.
const SHARE: f32 = 0.38;

/// A window narrower than this has no room beside the timeline: the panel lies under it.
const NARROW: f32 = 620.0;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let session = frame.session;
    if session.preferences.details_hidden {
        return;
    }
    let window = ui.available_size();
    let margin = theme::panel(egui::Margin::ZERO);
    if window.x >= NARROW {
        // What the reader made of the width is kept for each size of window: a narrow one must not shrink a wide one's.
        Panel::right(("details", (window.x / 200.0) as u32))
            .default_size(WIDTH.min(window.x * SHARE))
            .size_range(220.0..=(window.x * SHARE).max(230.0))
            .frame(margin)
            .show(ui, |ui| contents(ui, frame, commands));
    } else if session.selection != Selection::Nothing
        || session.chosen.is_some()
        || !session.picked.is_empty()
    {
        Panel::bottom("details below")
            .resizable(true)
            .default_size(window.y * 0.45)
            .size_range(80.0..=window.y * 0.7)
            .frame(margin)
            .show(ui, |ui| contents(ui, frame, commands));
    }
}

fn contents(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    // A new selection starts at its top, not where the last one was scrolled to.
    let world = std::sync::Arc::as_ptr(&frame.session.world);
    let salt = format!("{world:?} {:?} {}", frame.session.selection, frame.session.chosen.is_some());
    ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
        egui::Frame::NONE.inner_margin(egui::Margin::symmetric(16, 14)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            if !frame.session.picked.is_empty() {
                several_detail::show(ui, frame, commands);
                ui.add_space(3.0 * theme::GRID);
            }
            match frame.session.selection {
                Selection::Nothing if frame.session.chosen.is_some() => {
                    span_detail::show(ui, frame, commands);
                }
                Selection::Nothing => guide_detail::show(ui, frame, commands),
                Selection::Source(id) => source_detail::show(ui, frame, id, commands),
                Selection::Plain(id) => plain_detail::show(ui, frame, id, commands),
                Selection::Treaty(id) => treaty_detail::show(ui, frame, id, commands),
                Selection::Event(id) => event_detail::show(ui, frame, id, commands),
                Selection::Statement(id) => statement_detail::show(ui, frame, id, commands),
            }
        });
    });
}

/// The line above a title: where in the dataset this is.
pub(super) fn kicker(ui: &mut egui::Ui, frame: &Frame<'_>, text: &str) {
    ui.label(RichText::new(text).color(theme::colour(frame.palette, Ink::Muted)));
}

/// A title.
pub(super) fn title(ui: &mut egui::Ui, text: &str) {
    ui.add(egui::Label::new(RichText::new(super::words::short(text)).heading()).wrap());
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

/// A link inside the dataset: selects `to` and brings it into the window.
pub(super) fn link(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    text: &str,
    to: Selection,
    commands: &mut Vec<Command>,
) {
    if ui.link(super::words::short(text)).on_hover_text(frame.strings().selection.show_on_timeline).clicked()
    {
        commands.push(Command::GoTo(to));
    }
}
