//! A plain event in full, which is little: its lane, its label, its dates, its id.

use crate::domain::{PlainId, TreatyId};
use crate::session::{Action, Command};
use crate::timeline::Selection;

use super::detail_panel::{heading, link, muted, title};
use super::{Frame, together_list, words};

/// A label longer than this is cut in the panel.
const MOST_CHARS: usize = 3000;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, id: PlainId, commands: &mut Vec<Command>) {
    let (session, strings) = (frame.session, frame.strings());
    let Some(plain) = &session.world.plain else { return };
    let (key, label) = plain.texts(id);
    let lane = TreatyId::new(plain.lane_of(id));
    link(ui, frame, &session.world.dataset.treaty(lane).name, Selection::Treaty(lane), commands);
    title(ui, &words::first_words(&label, MOST_CHARS));
    ui.label(words::plain_dates(session, id));
    muted(ui, frame, format!("id {}", words::short(&key)));
    if let Some(together) = session.together() {
        together_list::show(ui, frame, &together, commands);
    }
    heading(ui, frame, strings.selection.neighbours);
    ui.horizontal_wrapped(|ui| {
        for action in [Action::PreviousInLane, Action::NextInLane, Action::Previous, Action::Next] {
            let said = action.label(strings);
            if ui.button(said.name).on_hover_text(said.tooltip).clicked() {
                commands.push(Command::Do(action));
            }
        }
    });
}
