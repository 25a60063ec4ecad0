//! Which layer an item is from, where there are several.

use crate::timeline::Selection;
use crate::ui::describe;
use crate::ui::frame::Frame;
use crate::ui::widgets::muted;

/// A line with the layer of what is selected.
pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>) {
    let session = frame.session;
    let dataset = &session.world.dataset;
    let layer = match session.selection.selected {
        Selection::Nothing | Selection::Bulk(_) => return,
        Selection::Treaty(id) => dataset.layer_of_treaty(id),
        Selection::Event(id) => dataset.layer_of_event(id),
        Selection::Statement(id) => dataset.layer_of_statement(id),
        Selection::Speaker(id) => dataset.layer_of_speaker(id),
        Selection::Source(id) => dataset.layer_of_source(id),
    };
    if let Some(name) = session.layer_name(layer) {
        muted(ui, frame, (frame.strings().layers.from)(&describe::short(name)));
    }
}
