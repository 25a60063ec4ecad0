//! What a filter leaves of a dataset, computed once when it is set.

use crate::domain::{Dataset, Moment, StatementId, Status, TreatyId};
use crate::levels::Index;
use crate::search::Item;
use crate::session::world::World;

use super::criteria::Filter;
use super::facet_counts::FacetCounts;
use super::matching::{Hidden, Matcher, Shown};

/// What a filter leaves of a dataset.
#[derive(Debug)]
pub struct FilterResult {
    shown: Shown,
    /// The shown statements, in order of date.
    statements: Vec<StatementId>,
    /// For each source, whether anything that is shown rests on it.
    sources: Vec<bool>,
    /// The index of what is shown.
    pub index: Index,
    /// Number of shown treaties, events and statements.
    pub counts: [usize; 3],
    /// The values of facets that it leaves to choose from.
    pub facets: FacetCounts,
}

impl FilterResult {
    /// Walks the dataset once, and once more for each facet that the filter uses. `statuses` are those of all treaties on
    /// the status date, or without one today; nothing is shown of what is `hidden`.
    pub(in crate::session) fn new(
        world: &World,
        filter: &Filter,
        statuses: &[Status],
        hidden: Hidden<'_>,
    ) -> Self {
        let matcher =
            Matcher { dataset: &world.dataset, properties: world.filter_properties(), statuses, hidden };
        let shown = matcher.shown(filter);
        let has_shown = |source| {
            let citing = world.citing(source);
            citing.events.iter().any(|id| shown.events[id.index()])
                || citing.statements.iter().any(|id| shown.statements[id.index()])
        };
        Self {
            statements: shown.statements().collect(),
            sources: world.source_ids().map(has_shown).collect(),
            index: world.index.only(
                |event| shown.events[event.index()],
                |treaty, statement| shown.treaties[treaty.index()] && shown.statements[statement.index()],
            ),
            counts: [shown.treaties().count(), shown.events().count(), shown.statements().count()],
            facets: FacetCounts::beside(matcher, filter, &shown),
            shown,
        }
    }

    /// Recounts the statuses on another status date, for a filter that does not use them.
    pub(in crate::session) fn count_statuses(&mut self, statuses: &[Status]) {
        self.facets.recount_statuses(&self.shown, statuses);
    }

    /// Whether an item is shown.
    pub fn shows(&self, item: Item) -> bool {
        match item {
            Item::Treaty(id) => self.shown.treaties[id.index()],
            Item::Event(id) => self.shown.events[id.index()],
            Item::Statement(id) => self.shown.statements[id.index()],
            Item::Source(id) => self.sources[id.index()],
        }
    }

    /// The shown statements, in order of date.
    pub(in crate::session) fn statements(&self) -> &[StatementId] {
        &self.statements
    }

    /// The first and the last moment that any shown event or statement can mean; `None` if none is shown.
    pub(in crate::session) fn span(&self, dataset: &Dataset) -> Option<(Moment, Moment)> {
        let events = self.shown.events().map(|id| dataset.event(id)).map(|event| (event.at(), event.date()));
        let statements = self.statements.iter().map(|&id| &dataset.statement(id).date);
        let dates = events.chain(statements.map(|date| (date.anchor(), date)));
        let spans = dates.map(|(at, date)| (at.min(date.earliest()), at.max(date.end())));
        spans.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
    }

    /// The treaties that are not shown.
    pub(in crate::session) fn hidden(&self) -> impl Iterator<Item = TreatyId> {
        let treaties = self.shown.treaties.iter().enumerate();
        treaties.filter(|(_, is_shown)| !**is_shown).map(|(index, _)| TreatyId::new(index))
    }
}
