//! A treaty in full: what it is and when it was in force, then a tab each for quotations, events, parties, sources, terms.

use crate::domain::{Nature, Treaty, TreatyId};
use crate::language::Language;
use crate::records::RecordList;
use crate::session::{Action, Command, DetailsTab, InForce, LegalDay};
use crate::ui::describe;
use crate::ui::editing::button;
use crate::ui::frame::Frame;
use crate::ui::law::status_card;
use crate::ui::widgets::{muted, title};

use super::long_list::LongLists;
use super::{quotations, tabs, treaty_lists, treaty_terms, withdrawals};

pub(super) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    lists: &mut LongLists,
    id: TreatyId,
    commands: &mut Vec<Command>,
) {
    let dataset = &frame.session.world.dataset;
    let treaty = dataset.treaty(id);
    title(ui, &treaty.name);
    if let Some(name) = russian_name(frame, treaty) {
        muted(ui, frame, name);
    }
    if let Some(bulk) = &frame.session.world.bulk {
        let events = bulk.lanes().get(id.index()).map_or(0, crate::domain::BulkLane::len);
        muted(ui, frame, (frame.strings().terms.events)(events));
        return;
    }
    let category = dataset.categories().get(treaty.category).map_or("", |category| &*category.name);
    let life = life(frame, id, treaty.nature);
    let context =
        (frame.strings().selection.treaty_in)(&describe::joined(&[&describe::short(category), &life], " · "));
    muted(ui, frame, context);
    ui.horizontal(|ui| {
        button::show(ui, frame, RecordList::Treaties, Action::EditSelected, commands);
        // A new lane is waiting for its first event.
        if dataset.events_of(id).is_empty() {
            let label = Action::AddEvent.label(frame.strings());
            if ui.button(label.name).on_hover_text(label.tooltip).clicked() {
                commands.push(Command::Do(Action::AddEvent));
            }
        }
    });
    withdrawals::show(ui, frame, id, commands);
    status_card::show(ui, frame, id, commands);
    ui.add_space(crate::ui::theme::GRID);
    match tabs::show(ui, frame, commands) {
        DetailsTab::Quotations => quotations::show(ui, frame, lists, commands),
        DetailsTab::Events => treaty_lists::events(ui, frame, lists, commands),
        DetailsTab::Parties => treaty_lists::parties(ui, frame, lists, id, commands),
        DetailsTab::Sources => treaty_lists::sources(ui, frame, lists, commands),
        DetailsTab::Terms => treaty_terms::show(ui, frame, id, commands),
    }
}

/// In a Russian interface: the first of the other names that is in Russian letters, where the name is not.
fn russian_name<'a>(frame: &Frame<'_>, treaty: &'a Treaty) -> Option<&'a str> {
    let is_russian = |name: &str| name.chars().any(|letter| matches!(letter, 'а'..='я' | 'А'..='Я'));
    if frame.session.language() != Language::Russian || is_russian(&treaty.name) {
        return None;
    }
    treaty.aliases.iter().map(|name| &**name).find(|name| is_russian(name))
}

/// From when until when it was in force, or else its life in brief.
fn life(frame: &Frame<'_>, id: TreatyId, nature: Nature) -> String {
    let strings = frame.strings();
    let dataset = &frame.session.world.dataset;
    let Some(force) = &frame.session.selection.details.in_force else {
        return (strings.terms.life_summary)(dataset.status_summary(id).life);
    };
    let InForce { from, suspensions, ended, years } = force;
    let day = |day: &LegalDay| match day.dated_by {
        Some(event) => (strings.dates.date)(&dataset.event(event).governing_claim().date),
        None => (strings.dates.day)(day.day),
    };
    // Of two parties one suspends first: the day is that of its act.
    let suspended = |day_of: &LegalDay| match day_of.party {
        Some(party) => format!("{} ({})", day(day_of), dataset.party(party).short),
        None => day(day_of),
    };
    let mut parts = vec![(strings.selection.in_force)(nature, &day(from), ended.is_some())];
    parts.extend(suspensions.iter().map(|suspension| match (&suspension.until, ended) {
        (Some(until), _) => (strings.selection.suspended_until)(&suspended(&suspension.from), &day(until)),
        (None, Some(_)) => (strings.selection.suspended_from)(&suspended(&suspension.from)),
        (None, None) => (strings.selection.suspended_since)(&suspended(&suspension.from)),
    }));
    parts.extend(ended.iter().map(|ended| (strings.selection.ended)(&day(ended))));
    let mut life = parts.join(" · ");
    if let Some(years) = years {
        life = format!("{life} ({})", (strings.selection.years)(*years));
    }
    life
}
