//! What a filter asks of each event and statement, side by side in memory: a walk over all of them reads a few bytes of
//! each, where the record itself would be gone through in leaps.

use crate::domain::{
    Dataset, EventId, EventKind, Moment, PartyId, SourceId, SpeakerId, State, Statement, StatementId, Status,
    TreatyId, decade_of,
};

use crate::session::filter::facets::{Facet, Filter, LanguageTag};

/// The keys of a whole dataset, read once.
#[derive(Debug)]
pub(in crate::session) struct FilterKeys {
    events: Vec<EventKeys>,
    /// The states with a part in each treaty, as they are today: those listed, and those who took a step.
    parties: Vec<Vec<PartyId>>,
    statements: Vec<StatementKeys>,
    /// The first years of the decades that occur, in order.
    pub decades: Vec<i32>,
    /// The languages that occur, in order.
    pub languages: Vec<LanguageTag>,
}

/// What is asked of an event.
#[derive(Clone, Copy, Debug)]
pub(in crate::session) struct EventKeys {
    /// The treaty it is a step of.
    pub treaty: TreatyId,
    /// Who took it, as the state that it is today.
    pub party: Option<PartyId>,
    /// When, by the place among [`FilterKeys::decades`].
    pub decade: u16,
    /// What kind of step.
    pub kind: EventKind,
    /// The kinds of source that date it, a bit for each.
    pub sources: u8,
    /// Whether words were spoken about it.
    pub is_spoken: bool,
}

/// What is asked of a statement.
#[derive(Clone, Copy, Debug)]
pub(in crate::session) struct StatementKeys {
    /// Who spoke.
    pub speaker: SpeakerId,
    /// For which state, as it is today.
    pub party: Option<PartyId>,
    /// When, by the place among [`FilterKeys::decades`].
    pub decade: u16,
    /// Its language and that of its original, by the places among [`FilterKeys::languages`]; twice the same where it is
    /// its own original.
    pub languages: [u16; 2],
    /// The kinds of source that it was seen in, a bit for each.
    pub sources: u8,
    /// The kinds of step that it is about, a bit for each.
    pub kinds: u64,
}

impl FilterKeys {
    pub(in crate::session) fn new(dataset: &Dataset) -> Self {
        let events = dataset.events().iter().map(|event| decade(event.at()));
        let said = dataset.statements().iter().map(|statement| decade(statement.date.anchor()));
        let decades = distinct(events.chain(said).collect());
        let languages = distinct(dataset.statements().iter().flat_map(language_tags).collect());
        let party = |party: Option<PartyId>| party.map(|party| heir_of(dataset, party));
        let source = |id: SourceId| 1 << dataset.source(id).kind as u8;
        let event = |event: &crate::domain::Event| EventKeys {
            treaty: event.treaty,
            party: party(event.party),
            decade: place(&decades, &decade(event.at())),
            kind: event.kind,
            sources: event.dates.iter().fold(0, |kinds, claim| kinds | source(claim.source)),
            is_spoken: !event.statements.is_empty(),
        };
        let statement = |statement: &Statement| StatementKeys {
            speaker: statement.speaker,
            party: party(statement.country),
            decade: place(&decades, &decade(statement.date.anchor())),
            languages: language_tags(statement).map(|tag| place(&languages, &tag)),
            sources: statement.sources().fold(0, |kinds, id| kinds | source(id)),
            kinds: statement.events().fold(0, |kinds, id| kinds | 1 << dataset.event(id).kind as u8),
        };
        let parties = (0..dataset.treaties().len()).map(TreatyId::new).map(|id| {
            let acting = dataset.events_of(id).iter().filter_map(|&id| dataset.event(id).party);
            let all = dataset.treaty(id).parties.iter().copied().chain(acting);
            distinct(all.map(|party| heir_of(dataset, party)).collect())
        });
        Self {
            parties: parties.collect(),
            events: dataset.events().iter().map(event).collect(),
            statements: dataset.statements().iter().map(statement).collect(),
            decades,
            languages,
        }
    }

    pub(in crate::session) fn event(&self, id: EventId) -> &EventKeys {
        &self.events[id.index()]
    }

    /// The states with a part in a treaty, as they are today.
    pub(in crate::session) fn parties(&self, treaty: TreatyId) -> &[PartyId] {
        &self.parties[treaty.index()]
    }

    pub(in crate::session) fn statement(&self, id: StatementId) -> &StatementKeys {
        &self.statements[id.index()]
    }
}

fn distinct<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort_unstable();
    values.dedup();
    values
}

/// The place of a value among those that occur. There are fewer than 2¹⁶ decades in all of chrono's calendar (±262,000
/// years), and of as many languages the last stands for the rest.
fn place<T: Ord>(values: &[T], value: &T) -> u16 {
    u16::try_from(values.partition_point(|other| other < value)).unwrap_or(u16::MAX)
}

/// The first year of a moment's decade.
fn decade(at: Moment) -> i32 {
    decade_of(at.year()).0
}

/// The languages that a statement can be read in: its own, and that of its original.
fn language_tags(statement: &Statement) -> [LanguageTag; 2] {
    let own = LanguageTag::new(&statement.lang);
    [own, statement.original.as_ref().map_or(own, |original| LanguageTag::new(&original.lang))]
}

/// The state that a party is today: its only successor, or itself.
pub(in crate::session) fn heir_of(dataset: &Dataset, party: PartyId) -> PartyId {
    dataset.legal_continuity(party).last().copied().unwrap_or(party)
}

/// Where a treaty stands: on the day of the law, or now.
pub(in crate::session) fn status_of(dataset: &Dataset, id: TreatyId, states: Option<&[State]>) -> Status {
    states.map_or_else(|| dataset.standing(id).status, |states| Status::of_state(states[id.index()]))
}

/// A filter made ready for a walk: whether a value is asked for is one look into a table.
#[derive(Debug)]
pub(in crate::session) struct CompiledFilter {
    parties: Option<Vec<bool>>,
    categories: Option<Vec<bool>>,
    statuses: Option<Vec<Status>>,
    kinds: u64,
    speakers: Option<Vec<bool>>,
    decades: Option<Vec<bool>>,
    sources: u8,
    languages: Option<Vec<bool>>,
    is_spoken: bool,
}

impl CompiledFilter {
    pub(in crate::session) fn new(dataset: &Dataset, keys: &FilterKeys, filter: &Filter) -> Self {
        let mut asked = Self {
            parties: None,
            categories: None,
            statuses: None,
            kinds: 0,
            speakers: None,
            decades: None,
            sources: 0,
            languages: None,
            is_spoken: false,
        };
        // What the dataset does not have is asked for all the same, and nothing answers to it.
        let mark = |table: &mut Option<Vec<bool>>, len: usize, place: Option<usize>| {
            let table = table.get_or_insert_with(|| vec![false; len]);
            if let Some(is_asked) = place.and_then(|place| table.get_mut(place)) {
                *is_asked = true;
            }
        };
        for facet in filter.chosen() {
            match facet {
                Facet::Party(id) => mark(&mut asked.parties, dataset.parties().len(), Some(id.index())),
                Facet::Category(place) => {
                    mark(&mut asked.categories, dataset.categories().len(), Some(place));
                }
                Facet::State(status) => asked.statuses.get_or_insert_default().push(status),
                Facet::Kind(kind) => asked.kinds |= 1 << kind as u8,
                Facet::Speaker(id) => mark(&mut asked.speakers, dataset.speakers().len(), Some(id.index())),
                Facet::Spoken => asked.is_spoken = true,
                Facet::Decade(year) => {
                    let place = keys.decades.binary_search(&year).ok();
                    mark(&mut asked.decades, keys.decades.len(), place);
                }
                Facet::Source(kind) => asked.sources |= 1 << kind as u8,
                Facet::Language(tag) => {
                    let place = keys.languages.binary_search(&tag).ok();
                    mark(&mut asked.languages, keys.languages.len(), place);
                }
            }
        }
        asked
    }

    /// Whether something is asked of steps or words, so that a treaty with none that answers is not shown.
    pub(in crate::session) fn filters_events(&self) -> bool {
        self.is_spoken
            || self.kinds != 0
            || self.asks_of_words()
            || self.decades.is_some()
            || self.sources != 0
    }

    /// Whether something is asked of words alone: who spoke, or in which language.
    fn asks_of_words(&self) -> bool {
        self.speakers.is_some() || self.languages.is_some()
    }

    fn party(&self, party: PartyId) -> bool {
        self.parties.as_ref().is_none_or(|parties| parties[party.index()])
    }

    /// Whether a treaty passes, as far as it is itself asked about.
    pub(in crate::session) fn treaty(
        &self,
        dataset: &Dataset,
        keys: &FilterKeys,
        id: TreatyId,
        states: Option<&[State]>,
    ) -> bool {
        let treaty = dataset.treaty(id);
        let of_asked = || keys.parties(id).iter().any(|&party| self.party(party));
        (self.parties.is_none() || of_asked())
            && self.categories.as_ref().is_none_or(|categories| categories[treaty.category])
            && self.statuses.as_ref().is_none_or(|all| all.contains(&status_of(dataset, id, states)))
    }

    /// Whether an event of a treaty that passes does so too.
    pub(in crate::session) fn event(&self, dataset: &Dataset, keys: &FilterKeys, id: EventId) -> bool {
        let event = keys.event(id);
        let is_spoken_so = || dataset.event(id).statements.iter().any(|&id| self.words(keys.statement(id)));
        event.party.is_none_or(|party| self.party(party))
            && (self.kinds == 0 || self.kinds & 1 << event.kind as u8 != 0)
            && (!self.is_spoken || event.is_spoken)
            && self.in_time(event.decade)
            && (self.sources == 0 || self.sources & event.sources != 0)
            && (!self.asks_of_words() || event.is_spoken && is_spoken_so())
    }

    /// Whether a statement about a treaty that passes does so too.
    pub(in crate::session) fn statement(&self, statement: &StatementKeys) -> bool {
        self.words(statement)
            && self.in_time(statement.decade)
            && (self.sources == 0 || self.sources & statement.sources != 0)
            && statement.party.is_none_or(|party| self.party(party))
            && (self.kinds == 0 || self.kinds & statement.kinds != 0)
    }

    fn words(&self, statement: &StatementKeys) -> bool {
        let is_in =
            |languages: &Vec<bool>| statement.languages.iter().any(|&tag| languages[usize::from(tag)]);
        self.speakers.as_ref().is_none_or(|speakers| speakers[statement.speaker.index()])
            && self.languages.as_ref().is_none_or(is_in)
    }

    fn in_time(&self, decade: u16) -> bool {
        self.decades.as_ref().is_none_or(|decades| decades[usize::from(decade)])
    }
}
