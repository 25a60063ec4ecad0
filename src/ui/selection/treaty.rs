//! A treaty in full: what it is, its duration by its own terms, and its events and statements.

use crate::domain::TreatyId;
use crate::session::Command;
use crate::timeline::Selection;
use crate::ui::frame::Frame;
use crate::ui::law::answer_card;
use crate::ui::widgets::{context_line, heading, link, muted, title};
use crate::ui::{describe, theme};

use super::cards;
use super::event::party_name;

/// Longer lists are cut: the timeline shows the rest.
const MAX_STEPS: usize = 200;

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, id: TreatyId, commands: &mut Vec<Command>) {
    let dataset = &frame.session.world.dataset;
    let treaty = dataset.treaty(id);
    let strings = frame.strings();
    if let Some(bulk) = &frame.session.world.bulk {
        title(ui, &treaty.name);
        muted(ui, frame, (strings.terms.events)(bulk.lanes()[id.index()].len()));
        return;
    }
    context_line(
        ui,
        frame,
        &(strings.selection.treaty_in)(&describe::short(&dataset.categories()[treaty.category].name)),
    );
    title(ui, &treaty.name);
    muted(ui, frame, answer_card::life(frame, id));
    answer_card::show(ui, frame, id, commands);
    let statements = dataset.statements_of(id);
    // Many events push the statements far down: this link leads to them.
    let to_statements =
        !statements.is_empty() && ui.link((strings.selection.statements_heading)(statements.len())).clicked();
    if !treaty.full_name.is_empty() {
        ui.add_space(theme::GRID);
        ui.label(&*treaty.full_name);
    }
    if !treaty.summary.is_empty() {
        ui.add_space(theme::GRID);
        ui.label(&*treaty.summary);
    }
    if !treaty.duration_rule.is_empty() {
        heading(ui, frame, strings.selection.duration);
        ui.label(&*treaty.duration_rule);
    }
    for (name, parties) in
        [(strings.selection.parties, &treaty.parties), (strings.selection.depositaries, &treaty.depositaries)]
    {
        if !parties.is_empty() {
            heading(ui, frame, name);
            let names: Vec<String> = parties.iter().map(|&party| party_name(frame, party)).collect();
            ui.label(names.join(" · "));
        }
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
    let events = dataset.events_of(id);
    heading(ui, frame, &(strings.selection.events_heading)(events.len()));
    for &event in events.iter().take(MAX_STEPS) {
        cards::event_line(ui, frame, event, None, commands);
    }
    if events.len() > MAX_STEPS {
        muted(ui, frame, (strings.selection.and_more_on_timeline)(events.len() - MAX_STEPS));
    }
    if !statements.is_empty() {
        let top = egui::Rect::from_min_size(ui.cursor().min, egui::vec2(1.0, 1.0));
        if to_statements {
            ui.scroll_to_rect(top, Some(egui::Align::TOP));
        }
        heading(ui, frame, &(strings.selection.statements_heading)(statements.len()));
        for &statement in statements.iter().take(cards::MAX_CARDS) {
            link(
                ui,
                frame,
                &describe::statement(frame.session, statement),
                Selection::Statement(statement),
                commands,
            );
        }
        cards::show_more_count(ui, frame, statements.len(), strings.terms.statements);
    }
}
