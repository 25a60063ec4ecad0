//! What a filter leaves of a dataset, and what there is to choose from beside it: worked out once when it is chosen.

use std::collections::BTreeMap;

use crate::domain::{
    Dataset, EventId, EventKind, PartyId, SourceKind, SpeakerId, State, StatementId, Status, TreatyId,
};
use crate::levels::Index;
use crate::search::Item;

use crate::session::{
    filter::facets::{Facet, Filter, LanguageTag, is_same_kind},
    filter::keys::{CompiledFilter, FilterKeys, status_of},
    world::World,
};

/// How many of a facet's values there are to choose from, and how much each would show beside the other facets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    counts: BTreeMap<Facet, usize>,
}

impl Facets {
    /// Counts everything that there is to choose from, while nothing is chosen.
    pub(in crate::session) fn of_all(dataset: &Dataset, keys: &FilterKeys) -> Self {
        let walk = Walk { dataset, keys, states: None };
        let filter = Filter::default();
        Self::beside(walk, &filter, &walk.shown(&filter))
    }

    /// Counts everything that a filter leaves to choose from, where what passes it is known.
    fn beside(walk: Walk<'_>, filter: &Filter, passed: &Shown) -> Self {
        let mut facets = Self::default();
        for kind in [
            Facet::Party(PartyId::new(0)),
            Facet::Category(0),
            Facet::State(Status::Pending),
            Facet::Kind(EventKind::Other),
            Facet::Speaker(SpeakerId::new(0)),
            Facet::Spoken,
            Facet::Decade(0),
            Facet::Source(SourceKind::Data),
            Facet::Language(LanguageTag::new("")),
        ] {
            // Where nothing of a facet is chosen, what passes without it is what passes.
            let is_chosen = filter.of_kind(kind).next().is_some();
            let other = is_chosen.then(|| walk.shown(&filter.without(kind)));
            facets.count(walk, kind, other.as_ref().unwrap_or(passed));
        }
        facets
    }

    /// Counts the values of one facet among what is shown without it.
    fn count(&mut self, Walk { dataset, keys, states }: Walk<'_>, kind: Facet, shown: &Shown) {
        let events = || shown.events().map(|id| keys.event(id));
        let statements = || shown.statements().map(|id| keys.statement(id));
        match kind {
            Facet::Party(_) => {
                let mut tally = Tally::of(dataset.parties().len());
                for treaty in shown.treaties() {
                    for party in keys.parties(treaty) {
                        tally.count(party.index());
                    }
                }
                self.take(&tally, |place| Facet::Party(PartyId::new(place)));
            }
            Facet::Category(_) => {
                let mut tally = Tally::of(dataset.categories().len());
                shown.treaties().for_each(|id| tally.count(dataset.treaty(id).category));
                self.take(&tally, Facet::Category);
            }
            Facet::State(_) => {
                for id in shown.treaties() {
                    *self.counts.entry(Facet::State(status_of(dataset, id, states))).or_default() += 1;
                }
            }
            Facet::Kind(_) => {
                let mut tally = Tally::of(EventKind::ALL.len());
                events().for_each(|event| tally.count(event.kind as usize));
                self.take(&tally, |place| Facet::Kind(EventKind::ALL[place]));
            }
            Facet::Speaker(_) => {
                let mut tally = Tally::of(dataset.speakers().len());
                statements().for_each(|statement| tally.count(statement.speaker.index()));
                self.take(&tally, |place| Facet::Speaker(SpeakerId::new(place)));
            }
            Facet::Decade(_) => {
                let mut tally = Tally::of(keys.decades.len());
                events().for_each(|event| tally.count(usize::from(event.decade)));
                statements().for_each(|statement| tally.count(usize::from(statement.decade)));
                self.take(&tally, |place| Facet::Decade(keys.decades[place]));
            }
            Facet::Source(_) => {
                // What rests on several kinds counts for each: by the kinds together, of which there are few.
                let mut together = Tally::of(1 << SourceKind::ALL.len());
                events().for_each(|event| together.count(usize::from(event.sources)));
                statements().for_each(|statement| together.count(usize::from(statement.sources)));
                let mut tally = Tally::of(SourceKind::ALL.len());
                for place in 0..SourceKind::ALL.len() {
                    let with =
                        together.counts.iter().enumerate().filter(|(kinds, _)| kinds & 1 << place != 0);
                    tally.counts[place] = with.map(|(_, count)| count).sum();
                }
                self.take(&tally, |place| Facet::Source(SourceKind::ALL[place]));
            }
            Facet::Language(_) => {
                let mut tally = Tally::of(keys.languages.len());
                for statement in statements() {
                    let [own, original] = statement.languages;
                    tally.count(usize::from(own));
                    if original != own {
                        tally.count(usize::from(original));
                    }
                }
                self.take(&tally, |place| Facet::Language(keys.languages[place]));
            }
            Facet::Spoken => {
                let spoken = events().filter(|event| event.is_spoken).count();
                self.counts.insert(Facet::Spoken, spoken);
            }
        }
    }

    /// Takes over what was counted, where something was.
    fn take(&mut self, tally: &Tally, facet: impl Fn(usize) -> Facet) {
        let counted = tally.counts.iter().enumerate().filter(|&(_, &count)| count > 0);
        self.counts.extend(counted.map(|(place, &count)| (facet(place), count)));
    }

    /// The values of the facet that a value is of, each with what it would show: treaties for parties, categories and
    /// states, events for types, statements for speakers and languages, both for years and kinds of source.
    pub fn of_kind(&self, facet: Facet) -> impl Iterator<Item = (Facet, usize)> {
        self.counts
            .iter()
            .map(|(&other, &count)| (other, count))
            .filter(move |&(other, _)| is_same_kind(other, facet))
    }
}

/// How often each value of a small range was seen.
struct Tally {
    counts: Vec<usize>,
}

impl Tally {
    fn of(len: usize) -> Self {
        Self { counts: vec![0; len] }
    }

    fn count(&mut self, place: usize) {
        self.counts[place] += 1;
    }
}

/// What a filter leaves of a dataset.
#[derive(Debug)]
pub struct Filtered {
    shown: Shown,
    /// The statements that are shown, in order of date.
    statements: Vec<StatementId>,
    /// On which something rests that is shown.
    sources: Vec<bool>,
    /// The index of what is shown.
    pub index: Index,
    /// How many treaties, events and statements are shown.
    pub counts: [usize; 3],
    /// What there is to choose from beside it.
    pub facets: Facets,
}

impl Filtered {
    /// Goes over the keys of the dataset once for itself, and once more for each facet of which something is chosen.
    pub(in crate::session) fn new(world: &World, filter: &Filter, states: Option<&[State]>) -> Self {
        let walk = Walk { dataset: &world.dataset, keys: world.filter_keys(), states };
        let shown = walk.shown(filter);
        let rests = |source| {
            let citing = world.citing(source);
            citing.events.iter().any(|id| shown.events[id.index()])
                || citing.statements.iter().any(|id| shown.statements[id.index()])
        };
        Self {
            statements: shown.statements().collect(),
            sources: world.source_ids().map(rests).collect(),
            index: world.index.only(
                |event| shown.events[event.index()],
                |treaty, statement| shown.treaties[treaty.index()] && shown.statements[statement.index()],
            ),
            counts: [shown.treaties().count(), shown.events().count(), shown.statements().count()],
            facets: Facets::beside(walk, filter, &shown),
            shown,
        }
    }

    /// Counts anew how many treaties stand how, on another day of the law. For a filter that does not ask for it.
    pub(in crate::session) fn count_states(&mut self, dataset: &Dataset, states: Option<&[State]>) {
        let counts = &mut self.facets.counts;
        counts.retain(|facet, _| !matches!(facet, Facet::State(_)));
        for id in self.shown.treaties() {
            *counts.entry(Facet::State(status_of(dataset, id, states))).or_default() += 1;
        }
    }

    /// Whether something is shown.
    pub fn shows(&self, item: Item) -> bool {
        match item {
            Item::Treaty(id) => self.shown.treaties[id.index()],
            Item::Event(id) => self.shown.events[id.index()],
            Item::Statement(id) => self.shown.statements[id.index()],
            Item::Source(id) => self.sources[id.index()],
        }
    }

    /// The statements that are shown, in order of date.
    pub(in crate::session) fn statements(&self) -> &[StatementId] {
        &self.statements
    }

    /// The treaties that are not shown.
    pub(in crate::session) fn hidden(&self) -> impl Iterator<Item = TreatyId> {
        let treaties = self.shown.treaties.iter().enumerate();
        treaties.filter(|(_, is_shown)| !**is_shown).map(|(place, _)| TreatyId::new(place))
    }
}

/// What a walk over the record goes through.
#[derive(Clone, Copy)]
struct Walk<'a> {
    dataset: &'a Dataset,
    keys: &'a FilterKeys,
    /// The state of each treaty on the day of the law, where one is chosen.
    states: Option<&'a [State]>,
}

impl Walk<'_> {
    /// What passes a filter.
    fn shown(self, filter: &Filter) -> Shown {
        let Self { dataset, keys, states } = self;
        let asked = CompiledFilter::new(dataset, keys, filter);
        let mut treaties: Vec<bool> = (0..dataset.treaties().len())
            .map(|place| asked.treaty(dataset, keys, TreatyId::new(place), states))
            .collect();
        let event = |id| treaties[keys.event(id).treaty.index()] && asked.event(dataset, keys, id);
        let events: Vec<bool> = (0..dataset.events().len()).map(|place| event(EventId::new(place))).collect();
        let mut statements = vec![false; dataset.statements().len()];
        for id in (0..treaties.len()).map(TreatyId::new) {
            if !treaties[id.index()] {
                continue;
            }
            let mut has_one = dataset.events_of(id).iter().any(|id| events[id.index()]);
            for &id in dataset.statements_of(id) {
                let is_shown = asked.statement(keys.statement(id));
                statements[id.index()] |= is_shown;
                has_one |= is_shown;
            }
            // Of a treaty nothing is left when what is asked of its steps and words holds of none of them.
            treaties[id.index()] = has_one || !asked.filters_events();
        }
        Shown { treaties, events, statements }
    }
}

/// What passes a filter.
#[derive(Debug)]
struct Shown {
    treaties: Vec<bool>,
    events: Vec<bool>,
    statements: Vec<bool>,
}

impl Shown {
    fn treaties(&self) -> impl Iterator<Item = TreatyId> {
        places(&self.treaties).map(TreatyId::new)
    }

    fn events(&self) -> impl Iterator<Item = EventId> {
        places(&self.events).map(EventId::new)
    }

    fn statements(&self) -> impl Iterator<Item = StatementId> {
        places(&self.statements).map(StatementId::new)
    }
}

fn places(are_shown: &[bool]) -> impl Iterator<Item = usize> {
    are_shown.iter().enumerate().filter(|(_, is_shown)| **is_shown).map(|(place, _)| place)
}
