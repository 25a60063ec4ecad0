//! An event in full: dates with their claims, parties, summary, statements about it, neighbours, sources.

use crate::domain::{DateClaim, Event, EventId, EventKind, EventRelation, Nature, PartyId, SourceId};
use crate::records::RecordList;
use crate::session::{Action, Command};
use crate::timeline::Selection;
use crate::ui::editing::button;
use crate::ui::frame::Frame;
use crate::ui::theme;
use crate::ui::widgets::{context_line, heading, link, muted, title};

use super::quote_card::{self, CardOptions};
use super::{cards, cluster, own_facts, source_list};

pub(in crate::ui) fn show(ui: &mut egui::Ui, frame: &Frame<'_>, id: EventId, commands: &mut Vec<Command>) {
    let dataset = &frame.session.world.dataset;
    let (event, strings) = (dataset.event(id), frame.strings());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        link(ui, frame, &dataset.treaty(event.treaty).name, Selection::Treaty(event.treaty), commands);
        context_line(ui, frame, &format!("· {}", strings.event_kind(dataset, event.kind).to_lowercase()));
    });
    title(ui, &event.title);
    dates(ui, frame, event);
    ui.add_space(theme::GRID);
    button::show(ui, frame, RecordList::Events, Action::EditSelected, commands);
    if let Some(words) = notice_words(frame, id, event.kind) {
        muted(ui, frame, words);
    }
    if !event.summary.is_empty() {
        ui.add_space(theme::GRID);
        ui.label(&*event.summary);
    }
    own_facts::image(ui, frame, id, event, commands);
    own_facts::links(ui, frame, id, event, commands);
    // A cluster that no zoom separates can only be chosen from here, so it comes first.
    let cluster = frame.session.cluster();
    if let Some(cluster) = cluster.as_ref().filter(|cluster| !cluster.can_split) {
        cluster::show(ui, frame, cluster, commands);
    }

    // A topic has no parties unless the file names some.
    let treaty = dataset.treaty(event.treaty);
    if event.party.is_some() || !treaty.parties.is_empty() || treaty.nature != Nature::Topic {
        heading(
            ui,
            frame,
            if event.party.is_some() { strings.selection.acting_party } else { strings.selection.parties },
        );
        parties(ui, frame, event);
    }

    if !event.statements.is_empty() {
        heading(ui, frame, &(strings.selection.linked_statements)(event.statements.len()));
        for &statement in event.statements.iter().take(cards::MAX_CARDS) {
            let options = CardOptions { names_party: true, ..CardOptions::default() };
            quote_card::show(ui, frame, statement, options, commands);
        }
        cards::show_more_count(ui, frame, event.statements.len(), strings.terms.statements);
    }
    neighbours(ui, frame, id, event, commands);
    if let Some(cluster) = cluster.as_ref().filter(|cluster| cluster.can_split) {
        cluster::show(ui, frame, cluster, commands);
    }
    own_facts::tags(ui, frame, event, commands);
    own_facts::rows(ui, frame, &event.fields);
    let sources: Vec<SourceId> = event.dates.iter().filter_map(|claim| claim.source).collect();
    if sources.is_empty() {
        heading(ui, frame, &(strings.selection.sources_heading)(0));
        muted(ui, frame, strings.selection.no_source);
    } else {
        source_list::show(ui, frame, sources.into_iter(), commands);
    }
}

fn dates(ui: &mut egui::Ui, frame: &Frame<'_>, event: &Event) {
    let strings = frame.strings();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label((strings.dates.date)(event.date()));
        muted(ui, frame, format!("· {}", (strings.dates.precision)(event.date())));
        if event.is_disputed() {
            muted(ui, frame, format!("· {}", strings.selection.disputed));
        }
        if let Some(confidence) = event.confidence {
            own_facts::confidence(ui, frame, confidence);
        }
    });
    let first = event.claim();
    if event.dates.len() == 1 {
        relation(ui, frame, first);
        if !first.note.is_empty() {
            muted(ui, frame, &*first.note);
        }
        return;
    }
    heading(ui, frame, strings.selection.claims);
    for claim in &event.dates {
        claim_line(ui, frame, claim);
    }
}

/// What a date rests on that the file gives by its relation to other events.
fn relation(ui: &mut egui::Ui, frame: &Frame<'_>, claim: &DateClaim) {
    let Some(relation) = &claim.relation else { return };
    let dataset = &frame.session.world.dataset;
    let title = |key: &str| dataset.find_event(key).map(|id| &*dataset.event(id).title);
    let (after, before) = (title(&relation.after), title(&relation.before));
    muted(ui, frame, (frame.strings().selection.relation)(after, before, relation.within));
}

fn claim_line(ui: &mut egui::Ui, frame: &Frame<'_>, claim: &DateClaim) {
    let source = claim.source.map(|id| frame.session.world.dataset.source(id));
    let strings = frame.strings();
    ui.label(format!("{} · {}", (strings.dates.date)(&claim.date), (strings.terms.date_role)(claim.role)));
    let by = source.map_or(strings.selection.no_source, |source| {
        if source.publisher.is_empty() { &source.title } else { &source.publisher }
    });
    let note = if claim.note.is_empty() { String::new() } else { format!(": {}", claim.note) };
    muted(ui, frame, format!("{by}{note}"));
    relation(ui, frame, claim);
}

fn parties(ui: &mut egui::Ui, frame: &Frame<'_>, event: &Event) {
    let dataset = &frame.session.world.dataset;
    let names: Vec<String> = match event.party {
        Some(party) => vec![party_name(frame, party)],
        None => dataset.treaty(event.treaty).parties.iter().map(|&party| party_name(frame, party)).collect(),
    };
    ui.label(if names.is_empty() {
        frame.strings().selection.not_recorded.to_owned()
    } else {
        names.join(" · ")
    });
}

/// A party with the state that it succeeds.
pub(in crate::ui) fn party_name(frame: &Frame<'_>, id: PartyId) -> String {
    let dataset = &frame.session.world.dataset;
    let party = dataset.party(id);
    match party.succeeds {
        Some(before) => (frame.strings().selection.successor_to)(&party.name, &dataset.party(before).name),
        None => party.name.to_string(),
    }
}

/// Of a withdrawal how long after notice it took effect, and of a notice how long after it.
pub(super) fn notice_words(frame: &Frame<'_>, id: EventId, kind: EventKind) -> Option<String> {
    let length = frame.session.world.dataset.notice_length(id)?;
    let words = match kind {
        EventKind::WithdrawalNotified => frame.strings().law.effect_after,
        _ => frame.strings().law.after_notice,
    };
    Some(words(length.period, length.clause.map(|clause| &*clause.article)))
}

/// The events before and after this one in its treaty, and those it is linked to.
fn neighbours(ui: &mut egui::Ui, frame: &Frame<'_>, id: EventId, event: &Event, commands: &mut Vec<Command>) {
    let dataset = &frame.session.world.dataset;
    let of_treaty = dataset.events_of(event.treaty);
    // Events of a treaty are sorted by date, and so by id.
    let index = of_treaty.binary_search(&id).unwrap_or_default();
    let before = index.checked_sub(1).and_then(|i| of_treaty.get(i));
    let after = of_treaty.get(index + 1);
    if before.or(after).is_some() {
        heading(ui, frame, frame.strings().selection.neighbours);
        for neighbour in [before, after].into_iter().flatten() {
            cards::event_line(ui, frame, *neighbour, None, commands);
        }
    }
    if !event.links.is_empty() {
        heading(ui, frame, frame.strings().selection.related);
        for tie in &event.links {
            let relation = (frame.strings().terms.event_relation)(tie.relation);
            let notice = notice_words(frame, id, event.kind).filter(|_| {
                tie.relation == EventRelation::Completes
                    && dataset.event(tie.to).kind == EventKind::WithdrawalNotified
            });
            let words = notice.map_or_else(|| relation.to_owned(), |notice| format!("{relation}, {notice}"));
            cards::event_line(ui, frame, tie.to, Some(&words), commands);
        }
    }
}
