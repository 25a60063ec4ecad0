//! A plain event in full, which is little: its lane, its label, its dates, its id.

use crate::domain::{PlainId, TreatyId};
use crate::session::{Action, Command};
use crate::timeline::Selection;

use crate::ui::{
    describe,
    frame::Frame,
    selection::cluster,
    widgets::{heading, link, muted, title},
};

/// A label longer than this is cut in the panel.
const MOST_CHARS: usize = 3000;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, id: PlainId, commands: &mut Vec<Command>) {
    let (session, said) = (frame.session, frame.words());
    let Some(plain) = &session.world.plain else { return };
    let (key, label) = plain.texts(id);
    let lane = TreatyId::new(plain.lane_of(id));
    link(ui, frame, &session.world.dataset.treaty(lane).name, Selection::Treaty(lane), commands);
    title(ui, &describe::first_words(&label, MOST_CHARS));
    ui.label(describe::plain_dates(session, id));
    muted(ui, frame, format!("id {}", describe::short(&key)));
    if let Some(together) = session.together() {
        cluster::show(ui, frame, &together, commands);
    }
    heading(ui, frame, said.before_and_after);
    ui.horizontal_wrapped(|ui| {
        for action in [Action::PreviousInLane, Action::NextInLane, Action::Previous, Action::Next] {
            let said = action.said(said);
            if ui.button(said.name).on_hover_text(said.help).clicked() {
                commands.push(Command::Do(action));
            }
        }
    });
}
