//! Which part of the record the reader wants to see, and what of it that leaves: worked out once when it is chosen.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike as _;

use crate::domain::{
    Dataset, EventId, EventKind, Moment, PartyId, SourceId, SourceKind, SpeakerId, State, Statement,
    StatementId, Status, TreatyId,
};
use crate::index::{Index, Item};

/// One value of one facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// A state with a part in it; a successor stands for its predecessors too.
    Party(PartyId),
    /// A category, by its place among the dataset's.
    Category(usize),
    /// Where the treaty stands: now, or on the day of the law.
    State(Status),
    /// A type of event.
    Kind(EventKind),
    /// Who spoke.
    Speaker(SpeakerId),
    /// Words were spoken about it.
    Spoken,
    /// The ten years from this one on: when it happened, or was said.
    Decade(i32),
    /// What kind of source it was seen in.
    Source(SourceKind),
    /// The language of the words, or of their original.
    Language(Tag),
}

/// A BCP 47 tag of at most eight letters, as `en`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag([u8; 8]);

impl Tag {
    /// A tag; what is longer is cut.
    pub fn new(text: &str) -> Self {
        let mut letters = [0; 8];
        for (place, byte) in std::iter::zip(&mut letters, text.bytes().filter(u8::is_ascii)) {
            *place = byte;
        }
        Self(letters)
    }

    /// The tag as text.
    pub fn text(&self) -> &str {
        let end = self.0.iter().position(|&byte| byte == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

/// The first year of a moment's decade.
fn decade(at: Moment) -> i32 {
    at.date().year().div_euclid(10) * 10
}

/// The languages that a statement can be read in.
fn languages(statement: &Statement) -> impl Iterator<Item = Tag> {
    let original = statement.original.as_ref().map(|original| Tag::new(&original.lang));
    let own = Tag::new(&statement.lang);
    std::iter::once(own).chain(original.filter(|&original| original != own))
}

/// What is chosen of each facet: of one facet any value will do, of several facets each must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    chosen: BTreeSet<Facet>,
}

impl Filter {
    /// A filter of one value.
    pub fn only(facet: Facet) -> Self {
        Self { chosen: BTreeSet::from([facet]) }
    }

    /// Whether nothing is chosen, so that everything is shown.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// Whether a value is chosen.
    pub fn has(&self, facet: Facet) -> bool {
        self.chosen.contains(&facet)
    }

    /// Everything that is chosen.
    pub fn chosen(&self) -> impl Iterator<Item = Facet> {
        self.chosen.iter().copied()
    }

    /// Chooses a value, or no longer.
    pub fn toggle(&mut self, facet: Facet) {
        if !self.chosen.remove(&facet) {
            self.chosen.insert(facet);
        }
    }

    /// What is chosen of the facet that a value is of.
    pub fn of_kind(&self, facet: Facet) -> impl Iterator<Item = Facet> {
        self.chosen.iter().copied().filter(move |&other| is_same_kind(other, facet))
    }

    /// The same with nothing chosen of the facet that a value is of.
    pub fn without(&self, facet: Facet) -> Self {
        Self { chosen: self.chosen.iter().copied().filter(|&other| !is_same_kind(other, facet)).collect() }
    }
}

fn is_same_kind(a: Facet, b: Facet) -> bool {
    std::mem::discriminant(&a) == std::mem::discriminant(&b)
}

/// How many of a facet's values there are to choose from, and how much each would show beside the other facets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    counts: BTreeMap<Facet, usize>,
}

impl Facets {
    /// Counts everything that a filter leaves to choose from.
    pub(super) fn new(dataset: &Dataset, filter: &Filter, states: Option<&[State]>) -> Self {
        Self::beside(dataset, filter, states, &Shown::new(dataset, filter, states))
    }

    /// The same, where what passes the filter is known.
    fn beside(dataset: &Dataset, filter: &Filter, states: Option<&[State]>, passed: &Shown) -> Self {
        let mut counts = BTreeMap::new();
        for kind in [
            Facet::Party(PartyId::new(0)),
            Facet::Category(0),
            Facet::State(Status::Pending),
            Facet::Kind(EventKind::Other),
            Facet::Speaker(SpeakerId::new(0)),
            Facet::Spoken,
            Facet::Decade(0),
            Facet::Source(SourceKind::Data),
            Facet::Language(Tag::new("")),
        ] {
            // Where nothing of a facet is chosen, what passes without it is what passes.
            let is_chosen = filter.of_kind(kind).next().is_some();
            let other = is_chosen.then(|| Shown::new(dataset, &filter.without(kind), states));
            let shown = other.as_ref().unwrap_or(passed);
            let mut count = |facet| *counts.entry(facet).or_insert(0) += 1;
            let treaties = || shown.treaties();
            match kind {
                Facet::Party(_) => {
                    for treaty in treaties() {
                        let parties = dataset.treaty(treaty).parties.iter();
                        let heirs: BTreeSet<PartyId> =
                            parties.map(|&party| heir_of(dataset, party)).collect();
                        heirs.into_iter().map(Facet::Party).for_each(&mut count);
                    }
                }
                Facet::Category(_) => {
                    treaties().for_each(|id| count(Facet::Category(dataset.treaty(id).category)));
                }
                Facet::State(_) => {
                    treaties().for_each(|id| count(Facet::State(status_of(dataset, id, states))));
                }
                Facet::Kind(_) => shown.events().for_each(|id| count(Facet::Kind(dataset.event(id).kind))),
                Facet::Speaker(_) => {
                    shown.statements().for_each(|id| count(Facet::Speaker(dataset.statement(id).speaker)));
                }
                Facet::Decade(_) => {
                    shown.events().for_each(|id| count(Facet::Decade(decade(dataset.event(id).at()))));
                }
                Facet::Source(_) => {
                    for id in shown.events() {
                        // Each kind counts once: a bit for each that was seen.
                        let mut seen = 0_u32;
                        for claim in &dataset.event(id).dates {
                            let kind = dataset.source(claim.source).kind;
                            if seen & 1 << kind as u32 == 0 {
                                seen |= 1 << kind as u32;
                                count(Facet::Source(kind));
                            }
                        }
                    }
                }
                Facet::Language(_) => {
                    for id in shown.statements() {
                        languages(dataset.statement(id)).map(Facet::Language).for_each(&mut count);
                    }
                }
                Facet::Spoken => {
                    let spoken = shown.events().filter(|&id| !dataset.event(id).statements.is_empty());
                    counts.insert(Facet::Spoken, spoken.count());
                }
            }
        }
        Self { counts }
    }

    /// The values of the facet that a value is of, each with what it would show: treaties for parties, categories and
    /// states, events for types, statements for speakers.
    pub fn of_kind(&self, facet: Facet) -> impl Iterator<Item = (Facet, usize)> {
        self.counts
            .iter()
            .map(|(&other, &count)| (other, count))
            .filter(move |&(other, _)| is_same_kind(other, facet))
    }
}

/// What a filter leaves of a dataset.
#[derive(Debug)]
pub struct Filtered {
    shown: Shown,
    /// The index of what is shown.
    pub index: Index,
    /// How many treaties, events and statements are shown.
    pub counts: [usize; 3],
    /// What there is to choose from beside it.
    pub facets: Facets,
}

impl Filtered {
    /// Goes over the dataset once for itself, and once more for each facet of which something is chosen.
    pub(super) fn new(dataset: &Dataset, filter: &Filter, states: Option<&[State]>) -> Self {
        let shown = Shown::new(dataset, filter, states);
        Self {
            index: Index::of_those(
                dataset,
                |event| shown.events[event.index()],
                |treaty, statement| shown.treaties[treaty.index()] && shown.statements[statement.index()],
            ),
            counts: [shown.treaties().count(), shown.events().count(), shown.statements().count()],
            facets: Facets::beside(dataset, filter, states, &shown),
            shown,
        }
    }

    /// Whether something is shown.
    pub fn shows(&self, item: Item) -> bool {
        match item {
            Item::Treaty(id) => self.shown.treaties[id.index()],
            Item::Event(id) => self.shown.events[id.index()],
            Item::Statement(id) => self.shown.statements[id.index()],
            Item::Source(id) => self.shown.sources[id.index()],
        }
    }

    /// The treaties that are not shown.
    pub(super) fn hidden(&self) -> impl Iterator<Item = TreatyId> {
        let treaties = self.shown.treaties.iter().enumerate();
        treaties.filter(|(_, is_shown)| !**is_shown).map(|(place, _)| TreatyId::new(place))
    }
}

/// What passes a filter.
#[derive(Debug)]
struct Shown {
    treaties: Vec<bool>,
    events: Vec<bool>,
    statements: Vec<bool>,
    /// On which something rests that is shown.
    sources: Vec<bool>,
}

impl Shown {
    fn new(dataset: &Dataset, filter: &Filter, states: Option<&[State]>) -> Self {
        let mut parties = BTreeSet::new();
        let mut categories = BTreeSet::new();
        let mut statuses = BTreeSet::new();
        let mut kinds = BTreeSet::new();
        let mut speakers = BTreeSet::new();
        let (mut decades, mut sources, mut tongues) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for facet in &filter.chosen {
            match *facet {
                Facet::Party(party) => drop(parties.insert(party)),
                Facet::Category(category) => drop(categories.insert(category)),
                Facet::State(status) => drop(statuses.insert(status)),
                Facet::Kind(kind) => drop(kinds.insert(kind)),
                Facet::Speaker(speaker) => drop(speakers.insert(speaker)),
                Facet::Spoken => {}
                Facet::Decade(year) => drop(decades.insert(year)),
                Facet::Source(kind) => drop(sources.insert(kind)),
                Facet::Language(tag) => drop(tongues.insert(tag)),
            }
        }
        let spoken = filter.has(Facet::Spoken);
        let party = |id: PartyId| parties.is_empty() || parties.contains(&heir_of(dataset, id));
        let kind = |id: EventId| kinds.is_empty() || kinds.contains(&dataset.event(id).kind);
        // What is asked of words alone: who spoke, and in which language.
        let speaker = |id: StatementId| {
            let statement = dataset.statement(id);
            (speakers.is_empty() || speakers.contains(&statement.speaker))
                && (tongues.is_empty() || languages(statement).any(|tag| tongues.contains(&tag)))
        };
        let asks_of_words = !speakers.is_empty() || !tongues.is_empty();
        let in_time = |at: Moment| decades.is_empty() || decades.contains(&decade(at));
        let from = |id: SourceId| sources.is_empty() || sources.contains(&dataset.source(id).kind);

        let mut treaties: Vec<bool> = (0..dataset.treaties().len())
            .map(TreatyId::new)
            .map(|id| {
                let treaty = dataset.treaty(id);
                (parties.is_empty() || treaty.parties.iter().any(|&id| party(id)))
                    && (categories.is_empty() || categories.contains(&treaty.category))
                    && (statuses.is_empty() || statuses.contains(&status_of(dataset, id, states)))
            })
            .collect();
        let events: Vec<bool> = (0..dataset.events().len())
            .map(EventId::new)
            .map(|id| {
                let event = dataset.event(id);
                treaties[event.treaty.index()]
                    && event.party.is_none_or(party)
                    && kind(id)
                    && (!spoken || !event.statements.is_empty())
                    && in_time(event.at())
                    && event.dates.iter().any(|claim| from(claim.source))
                    && (!asks_of_words || event.statements.iter().any(|&id| speaker(id)))
            })
            .collect();
        let mut statements = vec![false; dataset.statements().len()];
        // Of a treaty nothing is left when what is asked of its steps and words holds of none of them.
        let asks_of_steps =
            spoken || !kinds.is_empty() || asks_of_words || !decades.is_empty() || !sources.is_empty();
        for id in (0..treaties.len()).map(TreatyId::new) {
            if !treaties[id.index()] {
                continue;
            }
            let mut has_one = dataset.events_of(id).iter().any(|id| events[id.index()]);
            for &id in dataset.statements_of(id) {
                let statement = dataset.statement(id);
                let original = statement.original.as_ref().and_then(|original| original.source);
                let is_shown = speaker(id)
                    && in_time(statement.date.anchor())
                    && (from(statement.source) || original.is_some_and(from))
                    && statement.country.is_none_or(party)
                    && (kinds.is_empty() || statement.events().any(kind));
                statements[id.index()] |= is_shown;
                has_one |= is_shown;
            }
            treaties[id.index()] = has_one || !asks_of_steps;
        }
        let mut shown_sources = vec![false; dataset.sources().len()];
        for (place, _) in events.iter().enumerate().filter(|(_, is_shown)| **is_shown) {
            for claim in &dataset.event(EventId::new(place)).dates {
                shown_sources[claim.source.index()] = true;
            }
        }
        for (place, _) in statements.iter().enumerate().filter(|(_, is_shown)| **is_shown) {
            let statement = dataset.statement(StatementId::new(place));
            let original = statement.original.as_ref().and_then(|original| original.source);
            for source in std::iter::once(statement.source).chain(original) {
                shown_sources[source.index()] = true;
            }
        }
        Self { treaties, events, statements, sources: shown_sources }
    }

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

/// The state that a party is today: its only successor, or itself.
pub(super) fn heir_of(dataset: &Dataset, party: PartyId) -> PartyId {
    dataset.person(party).last().copied().unwrap_or(party)
}

fn status_of(dataset: &Dataset, id: TreatyId, states: Option<&[State]>) -> Status {
    states.map_or_else(|| dataset.standing(id).status, |states| Status::of_state(states[id.index()]))
}
