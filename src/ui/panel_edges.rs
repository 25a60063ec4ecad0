//! What a screen reader calls the edges by which panels are resized: egui names them in English.

use egui::{Id, IdSalt};

use super::frame::Frame;
use super::selection::panel::width_class;

/// The panels that are resized at an edge.
const PANELS: [&str; 6] = ["problems", "compared", "details below", "page", "table", "charts"];

/// Names the edges of the panels that were drawn in this frame, in a window of this width.
pub(super) fn name(ui: &egui::Ui, frame: &Frame<'_>, width: f32) {
    // The details have an id for each width, as in `ui/selection/panel.rs`.
    let details = IdSalt::new(("details", width_class(width)));
    for salt in PANELS.map(IdSalt::new).into_iter().chain([details]) {
        let edge: Id = ui.scope_id().with_salt(salt).with("__resize");
        if ui.ctx().has_accesskit_node(edge) {
            let name = frame.strings().view.resize_panel;
            let _named = ui.ctx().accesskit_node_builder(edge, |node| node.set_label(name));
        }
    }
}
