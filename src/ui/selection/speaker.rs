//! A speaker: name, offices, party, and everything that is quoted of them, in full.

use crate::domain::SpeakerId;
use crate::records::RecordList;
use crate::session::{Action, Command, Facet};
use crate::timeline::Selection;
use crate::ui::describe;
use crate::ui::editing::button;
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::{context_line, link, muted, title};

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
    ui.add_space(theme::GRID);
    button::show(ui, frame, RecordList::Speakers, Action::EditSelected, commands);
    ui.add_space(theme::GRID);
    quotations::show(ui, frame, lists, commands);
}

/// Where the filter leaves one speaker, a link to all that he or she said.
pub(super) fn link_of_filter(ui: &mut egui::Ui, frame: &Frame<'_>, commands: &mut Vec<Command>) {
    let mut chosen = frame.session.filter.active.of_kind(Facet::Speaker(SpeakerId::new(0)));
    if let (Some(Facet::Speaker(id)), None) = (chosen.next(), chosen.next())
        && frame.session.selection.selected != Selection::Speaker(id)
    {
        let dataset = &frame.session.world.dataset;
        let name = describe::short(&dataset.speaker(id).name);
        let text = (frame.strings().selection.all_by_counted)(&name, dataset.statements_by(id).len());
        link(ui, frame, &text, Selection::Speaker(id), commands);
        ui.add_space(2.0 * theme::GRID);
    }
}
