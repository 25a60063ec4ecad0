//! A treaty in full: what it is and when it was in force, then a tab each for quotations, events, parties, sources, terms.

use crate::domain::{Nature, TreatyId};
use crate::session::{Command, DetailsTab, InForce};
use crate::ui::describe;
use crate::ui::frame::Frame;
use crate::ui::law::answer_card;
use crate::ui::widgets::{muted, title};

use super::long_list::LongLists;
use super::{quotations, tabs, treaty_lists, treaty_terms};

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
    answer_card::show(ui, frame, id, commands);
    ui.add_space(crate::ui::theme::GRID);
    match tabs::show(ui, frame, commands) {
        DetailsTab::Quotations => quotations::show(ui, frame, lists, commands),
        DetailsTab::Events => treaty_lists::events(ui, frame, lists, commands),
        DetailsTab::Parties => treaty_lists::parties(ui, frame, lists, id, commands),
        DetailsTab::Sources => treaty_lists::sources(ui, frame, lists, commands),
        DetailsTab::Terms => treaty_terms::show(ui, frame, id, commands),
    }
}

/// From when until when it was in force, or else its life in brief.
fn life(frame: &Frame<'_>, id: TreatyId, nature: Nature) -> String {
    let strings = frame.strings();
    let dataset = &frame.session.world.dataset;
    let Some(force) = &frame.session.selection.details.in_force else {
        return (strings.terms.brief)(dataset.standing(id).brief);
    };
    let InForce { first_day, begun_by, last_day, ended_within, suspended_since, years } = *force;
    let date = |event| (strings.dates.date)(dataset.event(event).date());
    let from = begun_by.map_or_else(|| (strings.dates.day)(first_day), date);
    let to = ended_within.map(date).or_else(|| last_day.map(strings.dates.day));
    let mut life = (strings.selection.in_force)(nature, &from, to.as_deref());
    if let Some(years) = years {
        life = format!("{life} ({})", (strings.selection.years)(years));
    }
    let suspended = suspended_since.map(|day| (strings.selection.suspended_since)(&(strings.dates.day)(day)));
    describe::joined(&[&life, suspended.as_deref().unwrap_or_default()], " · ")
}
