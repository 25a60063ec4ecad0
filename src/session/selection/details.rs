//! What the details panel lists of a selected treaty or speaker. It is computed when the selection, the filter or a choice
//! of the reader changes, so that a frame only draws it.

use crate::domain::{Moment, Nature, SpeakerId, TreatyId};
use crate::search::Item;
use crate::session::Session;
use crate::session::world::WorldId;
use crate::timeline::Selection;

use super::in_force::InForce;
use super::quotations::{QuotationLine, grouped_by_party, grouped_by_treaty, in_order_of_date};
use super::treaty_lists::{
    EventLine, PartyLine, SourceLine, events_of, found_and_grouped, is_long, parties_of, sources_of,
};
use super::withdrawals::{WithdrawalLine, withdrawals_of};

/// A tab of the details of a treaty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DetailsTab {
    /// What was said about the treaty.
    #[default]
    Quotations,
    /// What happened.
    Events,
    /// Who takes part, and how each stands.
    Parties,
    /// What the record of the treaty rests on.
    Sources,
    /// What the treaty is, and its clauses.
    Terms,
}

impl DetailsTab {
    /// Every tab, in order.
    pub const ALL: [Self; 5] = [Self::Quotations, Self::Events, Self::Parties, Self::Sources, Self::Terms];
}

/// How quotations are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuotationOrder {
    /// Those about a treaty by party, those of a speaker by treaty; in each by date.
    #[default]
    Grouped,
    /// All of them by date.
    ByDate,
}

/// The lists of the selected treaty or speaker; empty for any other selection.
#[derive(Clone, Debug, Default)]
pub struct Details {
    key: Option<Key>,
    /// Grows whenever the lists change: what was measured of them before is out of date.
    pub generation: u64,
    /// When the treaty was in force; `None` if it never was.
    pub in_force: Option<InForce>,
    /// How much notice its withdrawals took.
    pub withdrawals: Vec<WithdrawalLine>,
    /// The quotations that the filter shows, with the headings between them.
    pub quotations: Vec<QuotationLine>,
    /// Number of quotations in that list.
    pub quotation_count: usize,
    /// Number of quotations that the filter hides.
    pub hidden_quotations: usize,
    /// The events that the filter shows.
    pub events: Vec<EventLine>,
    /// Number of events that the filter hides.
    pub hidden_events: usize,
    /// The parties; of a long list those whose name was looked for.
    pub parties: Vec<PartyLine>,
    /// Number of parties, found or not.
    pub party_count: usize,
    /// Whether they are so many that their list is searched and grouped by state.
    pub is_long_list_of_parties: bool,
    /// The sources of all events and statements of the treaty, the most authoritative kinds first.
    pub sources: Vec<SourceLine>,
    /// The day of the states of parties: the status date, or else today. `None` while that list is not shown.
    pub day: Option<Moment>,
}

/// What the lists depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    world: WorldId,
    selection: Selection,
    /// The generation of the filter's result, which depends on hidden lanes and the status date too.
    filter: u64,
    day: Option<Moment>,
    order: QuotationOrder,
    party_query: String,
}

impl Details {
    /// Number of lines of a tab; `None` for the one that is not counted.
    pub fn count(&self, tab: DetailsTab) -> Option<usize> {
        match tab {
            DetailsTab::Quotations => Some(self.quotation_count),
            DetailsTab::Events => Some(self.events.len()),
            DetailsTab::Parties => Some(self.party_count),
            DetailsTab::Sources => Some(self.sources.len()),
            DetailsTab::Terms => None,
        }
    }

    /// Whether a tab has anything to show, be it that the filter hides it.
    pub fn has(&self, tab: DetailsTab) -> bool {
        match tab {
            DetailsTab::Quotations => self.quotation_count + self.hidden_quotations > 0,
            DetailsTab::Events => self.events.len() + self.hidden_events > 0,
            _ => self.count(tab) != Some(0),
        }
    }

    /// The chosen tab, or the first that has anything to show.
    pub fn shown_tab(&self, chosen: DetailsTab) -> DetailsTab {
        if self.has(chosen) {
            return chosen;
        }
        DetailsTab::ALL.into_iter().find(|&tab| self.has(tab)).unwrap_or(DetailsTab::Terms)
    }
}

impl Session {
    /// Recomputes the lists of the details, if anything changed that they depend on.
    pub(in crate::session) fn update_details(&mut self) {
        let is_listed = matches!(self.selection.selected, Selection::Treaty(_) | Selection::Speaker(_))
            && self.world.bulk.is_none();
        // What was looked for among the parties of one treaty is not looked for among those of the next.
        let of_before = self.selection.details.key.as_ref().map(|key| key.selection);
        if of_before != Some(self.selection.selected) {
            self.selection.party_query.clear();
        }
        let key = is_listed.then(|| Key {
            world: self.world.id(),
            selection: self.selection.selected,
            filter: self.filter.generation,
            day: self.wants_states().then(|| self.statuses().day),
            order: self.selection.quotation_order,
            party_query: self.selection.party_query.clone(),
        });
        if key == self.selection.details.key {
            return;
        }
        let generation = self.selection.details.generation + 1;
        let details = match self.selection.selected {
            Selection::Treaty(id) if is_listed => self.details_of_treaty(id),
            Selection::Speaker(id) if is_listed => self.details_of_speaker(id),
            _ => Details::default(),
        };
        self.selection.details = Details { key, generation, ..details };
    }

    /// Whether the states of parties are shown. Only then is the list made anew while the status date is dragged.
    fn wants_states(&self) -> bool {
        let has_events = |treaty| !self.world.dataset.events_of(treaty).is_empty();
        match self.selection.selected {
            Selection::Treaty(id) => self.selection.tab == DetailsTab::Parties || !has_events(id),
            _ => false,
        }
    }

    fn details_of_treaty(&self, treaty: TreatyId) -> Details {
        let dataset = &self.world.dataset;
        let all = dataset.statements_of(treaty);
        let shown: Vec<_> = all.iter().copied().filter(|&id| self.shows(Item::Statement(id))).collect();
        let quotations = match self.selection.quotation_order {
            QuotationOrder::Grouped => grouped_by_party(dataset, &shown, |party| self.legal_successor(party)),
            QuotationOrder::ByDate => in_order_of_date(dataset, &shown),
        };
        let events = events_of(dataset, treaty, |id| self.shows(Item::Event(id)));
        let day = self.wants_states().then(|| self.statuses().day);
        let parties = parties_of(dataset, treaty, day);
        let party_count = parties.len();
        Details {
            in_force: InForce::of(dataset, treaty, self.today),
            withdrawals: withdrawals_of(dataset, treaty),
            quotations,
            quotation_count: shown.len(),
            hidden_quotations: all.len() - shown.len(),
            hidden_events: dataset.events_of(treaty).len() - events.len(),
            events,
            party_count,
            is_long_list_of_parties: is_long(party_count),
            parties: found_and_grouped(
                dataset,
                parties,
                &self.selection.party_query,
                day.is_some() && dataset.treaty(treaty).nature != Nature::Topic,
            ),
            sources: sources_of(dataset, treaty),
            day,
            ..Details::default()
        }
    }

    fn details_of_speaker(&self, speaker: SpeakerId) -> Details {
        let dataset = &self.world.dataset;
        let all = dataset.statements_by(speaker);
        let shown: Vec<_> = all.iter().copied().filter(|&id| self.shows(Item::Statement(id))).collect();
        let quotations = match self.selection.quotation_order {
            QuotationOrder::Grouped => grouped_by_treaty(dataset, &shown),
            QuotationOrder::ByDate => in_order_of_date(dataset, &shown),
        };
        Details {
            quotations,
            quotation_count: shown.len(),
            hidden_quotations: all.len() - shown.len(),
            ..Details::default()
        }
    }
}
