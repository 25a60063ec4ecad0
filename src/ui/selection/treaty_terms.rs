//! The tab of terms: the full name of a treaty, what it is, its clauses, names and relations.

use crate::domain::TreatyId;
use crate::session::Command;
use crate::timeline::Selection;
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::{heading, link, muted};

use super::event::party_name;
use super::own_facts;
use super::withdrawals::clause_words;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, id: TreatyId, commands: &mut Vec<Command>) {
    let (dataset, strings) = (&frame.session.world.dataset, frame.strings());
    let treaty = dataset.treaty(id);
    for text in [&treaty.full_name, &treaty.summary] {
        if !text.is_empty() {
            ui.label(&**text);
            ui.add_space(theme::GRID);
        }
    }
    if let (Some(words), Some(clause)) = (clause_words(frame, id), &treaty.terms.withdrawal) {
        heading(ui, frame, strings.selection.withdrawal);
        ui.label(words);
        link(ui, frame, &dataset.source(clause.source).title, Selection::Source(clause.source), commands);
    }
    if !treaty.duration_rule.is_empty() {
        heading(ui, frame, strings.selection.duration);
        ui.label(&*treaty.duration_rule);
    }
    if !treaty.depositaries.is_empty() {
        heading(ui, frame, strings.selection.depositaries);
        let names: Vec<String> = treaty.depositaries.iter().map(|&party| party_name(frame, party)).collect();
        ui.label(names.join(" · "));
    }
    if !treaty.aliases.is_empty() {
        heading(ui, frame, strings.selection.also_called);
        ui.label(treaty.aliases.join(" · "));
    }
    if !treaty.links.is_empty() {
        heading(ui, frame, strings.selection.related_treaties);
        for tie in &treaty.links {
            ui.horizontal_wrapped(|ui| {
                muted(ui, frame, (strings.terms.treaty_relation)(tie.relation));
                link(ui, frame, &dataset.treaty(tie.to).name, Selection::Treaty(tie.to), commands);
            });
        }
    }
    own_facts::rows(ui, frame, &treaty.fields);
}
