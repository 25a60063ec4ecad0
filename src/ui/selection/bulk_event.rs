//! A bulk event in full: its lane, label, dates and id.

use crate::domain::{BulkId, TreatyId};
use crate::session::{Action, Command};
use crate::timeline::Selection;
use crate::ui::describe;
use crate::ui::frame::Frame;
use crate::ui::widgets::{heading, link, muted, title};

use super::cluster;

/// Longer labels are cut.
const MAX_LABEL_CHARS: usize = 3000;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, id: BulkId, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, frame.strings());
    let Some(bulk) = &session.world.bulk else { return };
    let (key, label) = bulk.texts(id);
    let lane = TreatyId::new(bulk.lane_of(id));
    link(ui, frame, &session.world.dataset.treaty(lane).name, Selection::Treaty(lane), commands);
    title(ui, &describe::first_words(&label, MAX_LABEL_CHARS));
    ui.label(describe::bulk_dates(session, id));
    muted(ui, frame, format!("id {}", describe::short(&key)));
    if let Some(cluster) = session.cluster() {
        cluster::show(ui, frame, &cluster, commands);
    }
    let fields = bulk.fields(id);
    if !fields.is_empty() {
        heading(ui, frame, strings.selection.own_fields);
    }
    for (name, text) in &fields {
        ui.label((strings.selection.own_field)(name, &describe::first_words(text, MAX_LABEL_CHARS)));
    }
    heading(ui, frame, strings.selection.neighbours);
    ui.horizontal_wrapped(|ui| {
        for action in [Action::PreviousInLane, Action::NextInLane, Action::Previous, Action::Next] {
            let label = action.label(strings);
            if ui.button(label.name).on_hover_text(label.tooltip).clicked() {
                commands.push(Command::Do(action));
            }
        }
    });
}
