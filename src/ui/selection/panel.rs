//! The details panel at the right.

use egui::{Panel, ScrollArea};

use crate::session::Command;
use crate::timeline::Selection;
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::view::guide;

use super::{bulk_event, event, multi_selection, source, statement, time_range, treaty};

/// Width of the panel where the window has room for it.
const WIDTH: f32 = 364.0;
/// Maximum share of a narrow window.
const SHARE: f32 = 0.38;

/// In a window narrower than this the panel is under the timeline, not beside it.
const NARROW: f32 = 620.0;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let session = frame.session;
    if session.settings.preferences.details_hidden {
        return;
    }
    let window = ui.available_size();
    let margin = theme::panel(egui::Margin::ZERO);
    if window.x >= NARROW {
        // The user's width is kept for each class of window widths: a narrow window must not narrow the panel of a wide one.
        Panel::right(("details", (window.x / 200.0) as u32))
            .default_size(WIDTH.min(window.x * SHARE))
            .size_range(220.0..=(window.x * SHARE).max(230.0))
            .frame(margin)
            .show(ui, |ui| contents(ui, frame, commands));
    } else if session.selection.selected != Selection::Nothing
        || session.selection.time_range.is_some()
        || !session.selection.several.is_empty()
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
    crate::ui::history::bar::show(ui, frame, commands);
    // A new selection starts at its top, not where the last one was scrolled to.
    let world = std::sync::Arc::as_ptr(&frame.session.world);
    let salt = format!(
        "{world:?} {:?} {}",
        frame.session.selection.selected,
        frame.session.selection.time_range.is_some()
    );
    ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
        egui::Frame::NONE.inner_margin(egui::Margin::symmetric(16, 14)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            if !frame.session.selection.several.is_empty() {
                multi_selection::show(ui, frame, commands);
                ui.add_space(3.0 * theme::GRID);
            }
            match frame.session.selection.selected {
                Selection::Nothing if frame.session.selection.time_range.is_some() => {
                    time_range::show(ui, frame, commands);
                }
                Selection::Nothing => guide::show(ui, frame, commands),
                Selection::Source(id) => source::show(ui, frame, id, commands),
                Selection::Bulk(id) => bulk_event::show(ui, frame, id, commands),
                Selection::Treaty(id) => treaty::show(ui, frame, id, commands),
                Selection::Event(id) => event::show(ui, frame, id, commands),
                Selection::Statement(id) => statement::show(ui, frame, id, commands),
            }
        });
    });
}
