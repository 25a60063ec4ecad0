//! A treaty in full: what it is, how long it lasts by its own terms, and its life from step to step.

use crate::domain::TreatyId;
use crate::session::Command;
use crate::timeline::Selection;

use super::detail_panel::{heading, kicker, link, muted, title};
use super::{Frame, cards, event_detail::party_name, words};

/// A life longer than this is read on the timeline, not in a list.
const MAX_STEPS: usize = 200;

pub(super) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, id: TreatyId, commands: &mut Vec<Command>) {
    let dataset = &frame.session.world.dataset;
    let treaty = dataset.treaty(id);
    kicker(ui, frame, &format!("Treaty · {}", words::short(&dataset.categories()[treaty.category].name)));
    title(ui, &treaty.name);
    muted(ui, frame, dataset.standing(id).words.clone());
    if !treaty.full_name.is_empty() {
        ui.add_space(super::theme::GRID);
        ui.label(&*treaty.full_name);
    }
    if !treaty.summary.is_empty() {
        ui.add_space(super::theme::GRID);
        ui.label(&*treaty.summary);
    }
    if !treaty.duration_rule.is_empty() {
        heading(ui, frame, "Duration by its own terms");
        ui.label(&*treaty.duration_rule);
    }
    for (name, parties) in
        [("Parties named in the dataset", &treaty.parties), ("Depositaries", &treaty.depositaries)]
    {
        if !parties.is_empty() {
            heading(ui, frame, name);
            let names: Vec<String> = parties.iter().map(|&party| party_name(dataset, party)).collect();
            ui.label(names.join(" · "));
        }
    }
    if !treaty.aliases.is_empty() {
        heading(ui, frame, "Also called");
        ui.label(treaty.aliases.join(" · "));
    }
    if !treaty.links.is_empty() {
        heading(ui, frame, "Other treaties");
        for tie in &treaty.links {
            ui.horizontal_wrapped(|ui| {
                muted(ui, frame, tie.relation.words());
                link(ui, &dataset.treaty(tie.to).name, Selection::Treaty(tie.to), commands);
            });
        }
    }
    let events = dataset.events_of(id);
    heading(ui, frame, &format!("Steps · {}", events.len()));
    for &event in events.iter().take(MAX_STEPS) {
        cards::event_line(ui, frame, event, None, commands);
    }
    if events.len() > MAX_STEPS {
        muted(ui, frame, format!("and {} more, on the timeline", events.len() - MAX_STEPS));
    }
    let statements = dataset.statements_of(id);
    if !statements.is_empty() {
        heading(ui, frame, &format!("Statements · {}", statements.len()));
        for &statement in statements.iter().take(cards::MAX_CARDS) {
            link(ui, &words::statement(dataset, statement), Selection::Statement(statement), commands);
        }
        cards::say_more(ui, frame, statements.len(), "statement");
    }
}
