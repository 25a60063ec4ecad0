//! A speaker: name, offices, party, and everything that is quoted of them, in full.

use crate::domain::SpeakerId;
use crate::session::Command;
use crate::ui::describe;
use crate::ui::frame::Frame;
use crate::ui::widgets::{context_line, muted, title};

use super::event::party_name;
use super::long_list::LongLists;
use super::quotations;

/// Number of offices that are named; each is on the cards too.
const MAX_OFFICES: usize = 6;

pub(super) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    lists: &mut LongLists,
    id: SpeakerId,
    commands: &mut Vec<Command>,
) {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let speaker = dataset.speaker(id);
    context_line(ui, frame, strings.selection.speaker);
    title(ui, &speaker.name);
    if !speaker.native_name.is_empty() && speaker.native_name != speaker.name {
        muted(ui, frame, &*speaker.native_name);
    }
    let mut offices: Vec<&str> = Vec::new();
    for &said in dataset.statements_by(id) {
        let office = &*dataset.statement(said).role;
        if !office.is_empty() && !offices.contains(&office) && offices.len() < MAX_OFFICES {
            offices.push(office);
        }
    }
    for office in offices {
        ui.label(describe::short(office));
    }
    let party = speaker.country.map(|party| party_name(frame, party)).unwrap_or_default();
    let count = (strings.terms.statements)(dataset.statements_by(id).len());
    muted(ui, frame, describe::joined(&[&party, &count], " · "));
    ui.add_space(crate::ui::theme::GRID * 2.0);
    quotations::show(ui, frame, lists, commands);
}
