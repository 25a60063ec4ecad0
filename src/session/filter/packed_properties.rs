//! The properties of events and statements that filters use, packed side by side: matching all of them reads a few
//! bytes of each, instead of jumping through the dataset.

use crate::domain::{
    Dataset, EventId, EventKind, Moment, OwnTypeId, PartyId, SourceId, SpeakerId, Statement, StatementId,
    Status, TagId, TreatyId, decade_of,
};

use super::criteria::{Facet, Filter, LanguageTag};

/// The properties of a whole dataset, computed once.
#[derive(Debug)]
pub(in crate::session) struct FilterProperties {
    events: Vec<EventProperties>,
    /// For each treaty the present successors of its parties: those listed, and those of its events.
    parties: Vec<Vec<PartyId>>,
    statements: Vec<StatementProperties>,
    /// The first years of the decades that occur, sorted.
    pub decades: Vec<i32>,
    /// The languages that occur, sorted.
    pub languages: Vec<LanguageTag>,
}

#[derive(Clone, Copy, Debug)]
pub(in crate::session) struct EventProperties {
    pub treaty: TreatyId,
    /// The present successor of the acting party.
    pub party: Option<PartyId>,
    /// An index into [`FilterProperties::decades`].
    pub decade: u16,
    /// Its type: see [`kind_index`].
    pub kind: u32,
    /// The kinds of source of its dates, a bit for each.
    pub sources: u8,
    /// Whether there is a statement about it.
    pub is_spoken: bool,
}

#[derive(Clone, Debug)]
pub(in crate::session) struct StatementProperties {
    pub speaker: SpeakerId,
    /// The present successor of the party that was spoken for.
    pub party: Option<PartyId>,
    /// An index into [`FilterProperties::decades`].
    pub decade: u16,
    /// Its language and that of its original, as indices into [`FilterProperties::languages`]; twice the same if it is
    /// the original.
    pub languages: [u16; 2],
    /// The kinds of its sources, a bit for each.
    pub sources: u8,
    /// The types of the events that it is about: see [`kind_index`].
    pub kinds: Box<[u32]>,
    /// The tags of those events.
    pub tags: Box<[TagId]>,
}

impl FilterProperties {
    pub(in crate::session) fn new(dataset: &Dataset) -> Self {
        let events = dataset.events().iter().map(|event| decade(event.at()));
        let statements = dataset.statements().iter().map(|statement| decade(statement.date.anchor()));
        let decades = distinct(events.chain(statements).collect());
        let languages = distinct(dataset.statements().iter().flat_map(language_tags).collect());
        let party = |party: Option<PartyId>| party.map(|party| legal_successor(dataset, party));
        let source = |id: SourceId| 1 << dataset.source(id).kind as u8;
        let event = |event: &crate::domain::Event| EventProperties {
            treaty: event.treaty,
            party: party(event.party),
            decade: index_of(&decades, &decade(event.at())),
            kind: kind_index(event.kind),
            sources: event
                .dates
                .iter()
                .filter_map(|claim| claim.source)
                .fold(0, |kinds, id| kinds | source(id)),
            is_spoken: !event.statements.is_empty(),
        };
        let statement = |statement: &Statement| StatementProperties {
            speaker: statement.speaker,
            party: party(statement.country),
            decade: index_of(&decades, &decade(statement.date.anchor())),
            languages: language_tags(statement).map(|tag| index_of(&languages, &tag)),
            sources: statement.sources().fold(0, |kinds, id| kinds | source(id)),
            kinds: statement.events().map(|id| kind_index(dataset.event(id).kind)).collect(),
            tags: statement.events().flat_map(|id| dataset.event(id).tags.iter().copied()).collect(),
        };
        let parties = (0..dataset.treaties().len()).map(TreatyId::new).map(|id| {
            let acting = dataset.events_of(id).iter().filter_map(|&id| dataset.event(id).party);
            let all = dataset.treaty(id).parties.iter().copied().chain(acting);
            distinct(all.map(|party| legal_successor(dataset, party)).collect())
        });
        Self {
            parties: parties.collect(),
            events: dataset.events().iter().map(event).collect(),
            statements: dataset.statements().iter().map(statement).collect(),
            decades,
            languages,
        }
    }

    pub(in crate::session) fn event(&self, id: EventId) -> &EventProperties {
        &self.events[id.index()]
    }

    /// The present successors of a treaty's parties.
    pub(in crate::session) fn parties(&self, treaty: TreatyId) -> &[PartyId] {
        &self.parties[treaty.index()]
    }

    pub(in crate::session) fn statement(&self, id: StatementId) -> &StatementProperties {
        &self.statements[id.index()]
    }
}

/// The index of a type of event among those of the format, followed by those of the dataset's own.
pub(in crate::session) fn kind_index(kind: EventKind) -> u32 {
    let index = match kind {
        EventKind::Own(id) => EventKind::ALL.len() + id.index(),
        kind => EventKind::ALL.iter().position(|&other| other == kind).unwrap_or_default(),
    };
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// The type of event at such an index.
pub(in crate::session) fn kind_at(index: usize) -> EventKind {
    let own = || EventKind::Own(OwnTypeId::new(index - EventKind::ALL.len()));
    EventKind::ALL.get(index).copied().unwrap_or_else(own)
}

/// How many types of event there are: those of the format and those of the dataset's own.
pub(in crate::session) fn kind_count(dataset: &Dataset) -> usize {
    EventKind::ALL.len() + dataset.own_types().len()
}

fn distinct<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort_unstable();
    values.dedup();
    values
}

/// The index of a value in a sorted list. There are fewer than 2¹⁶ decades in all of chrono's calendar (±262,000
/// years); of that many languages the last would stand for the rest.
fn index_of<T: Ord>(values: &[T], value: &T) -> u16 {
    u16::try_from(values.partition_point(|other| other < value)).unwrap_or(u16::MAX)
}

/// The first year of a moment's decade.
fn decade(moment: Moment) -> i32 {
    decade_of(moment.year()).0
}

/// A statement's language, and that of its original.
fn language_tags(statement: &Statement) -> [LanguageTag; 2] {
    let own = LanguageTag::new(&statement.lang);
    [own, statement.original.as_ref().map_or(own, |original| LanguageTag::new(&original.lang))]
}

/// The present legal successor of a party, or the party itself.
pub(in crate::session) fn legal_successor(dataset: &Dataset, party: PartyId) -> PartyId {
    dataset.legal_continuity(party).last().copied().unwrap_or(party)
}

/// A filter as lookup tables, for matching everything. A table is `None`, a bit set zero, for a facet that the
/// filter does not use.
#[derive(Debug)]
pub(in crate::session) struct CompiledFilter {
    treaties: Option<Vec<bool>>,
    parties: Option<Vec<bool>>,
    categories: Option<Vec<bool>>,
    statuses: Option<Vec<Status>>,
    kinds: Option<Vec<bool>>,
    tags: Option<Vec<bool>>,
    speakers: Option<Vec<bool>>,
    decades: Option<Vec<bool>>,
    sources: u8,
    languages: Option<Vec<bool>>,
    is_spoken: bool,
}

impl CompiledFilter {
    pub(in crate::session) fn new(dataset: &Dataset, properties: &FilterProperties, filter: &Filter) -> Self {
        let mut compiled = Self {
            treaties: None,
            parties: None,
            categories: None,
            statuses: None,
            kinds: None,
            tags: None,
            speakers: None,
            decades: None,
            sources: 0,
            languages: None,
            is_spoken: false,
        };
        // A value that the dataset does not have makes a table all the same, in which nothing is set.
        let mark = |table: &mut Option<Vec<bool>>, len: usize, index: Option<usize>| {
            let table = table.get_or_insert_with(|| vec![false; len]);
            if let Some(is_included) = index.and_then(|index| table.get_mut(index)) {
                *is_included = true;
            }
        };
        for facet in filter.chosen() {
            match facet {
                Facet::Treaty(id) => mark(&mut compiled.treaties, dataset.treaties().len(), Some(id.index())),
                Facet::Party(id) => mark(&mut compiled.parties, dataset.parties().len(), Some(id.index())),
                Facet::Category(index) => {
                    mark(&mut compiled.categories, dataset.categories().len(), Some(index));
                }
                Facet::Status(status) => compiled.statuses.get_or_insert_default().push(status),
                Facet::Kind(kind) => {
                    mark(&mut compiled.kinds, kind_count(dataset), Some(kind_index(kind) as usize));
                }
                Facet::Tag(id) => mark(&mut compiled.tags, dataset.tags().len(), Some(id.index())),
                Facet::Speaker(id) => {
                    mark(&mut compiled.speakers, dataset.speakers().len(), Some(id.index()));
                }
                Facet::Spoken => compiled.is_spoken = true,
                Facet::Decade(year) => {
                    let index = properties.decades.binary_search(&year).ok();
                    mark(&mut compiled.decades, properties.decades.len(), index);
                }
                Facet::Source(kind) => compiled.sources |= 1 << kind as u8,
                Facet::Language(tag) => {
                    let index = properties.languages.binary_search(&tag).ok();
                    mark(&mut compiled.languages, properties.languages.len(), index);
                }
            }
        }
        compiled
    }

    /// Whether it uses properties of events or statements, so that a treaty without a match is hidden.
    pub(in crate::session) fn filters_events(&self) -> bool {
        self.is_spoken
            || self.kinds.is_some()
            || self.tags.is_some()
            || self.filters_statements()
            || self.decades.is_some()
            || self.sources != 0
    }

    /// Whether it uses properties that only statements have.
    fn filters_statements(&self) -> bool {
        self.speakers.is_some() || self.languages.is_some()
    }

    /// Whether one of these tags is asked for, or none.
    fn has_tag(&self, own: &[TagId]) -> bool {
        self.tags.as_ref().is_none_or(|tags| own.iter().any(|tag| tags[tag.index()]))
    }

    fn party(&self, party: PartyId) -> bool {
        self.parties.as_ref().is_none_or(|parties| parties[party.index()])
    }

    /// Whether a treaty passes, by its own properties.
    pub(in crate::session) fn treaty(
        &self,
        dataset: &Dataset,
        properties: &FilterProperties,
        id: TreatyId,
        statuses: &[Status],
    ) -> bool {
        let treaty = dataset.treaty(id);
        let has_party = || properties.parties(id).iter().any(|&party| self.party(party));
        self.treaties.as_ref().is_none_or(|treaties| treaties[id.index()])
            && (self.parties.is_none() || has_party())
            && self.categories.as_ref().is_none_or(|categories| categories[treaty.category])
            && self
                .statuses
                .as_ref()
                .is_none_or(|all| statuses.get(id.index()).is_some_and(|own| all.contains(own)))
    }

    /// Whether an event of a treaty that passes also passes.
    pub(in crate::session) fn event(
        &self,
        dataset: &Dataset,
        properties: &FilterProperties,
        id: EventId,
    ) -> bool {
        let event = properties.event(id);
        let has_statement = || {
            dataset.event(id).statements.iter().any(|&id| self.speaker_and_language(properties.statement(id)))
        };
        event.party.is_none_or(|party| self.party(party))
            && self.kinds.as_ref().is_none_or(|kinds| kinds[event.kind as usize])
            && (self.tags.is_none() || self.has_tag(&dataset.event(id).tags))
            && (!self.is_spoken || event.is_spoken)
            && self.in_time(event.decade)
            && (self.sources == 0 || self.sources & event.sources != 0)
            && (!self.filters_statements() || event.is_spoken && has_statement())
    }

    /// Whether a statement about a treaty that passes also passes.
    pub(in crate::session) fn statement(&self, statement: &StatementProperties) -> bool {
        self.speaker_and_language(statement)
            && self.in_time(statement.decade)
            && (self.sources == 0 || self.sources & statement.sources != 0)
            && statement.party.is_none_or(|party| self.party(party))
            && self.kinds.as_ref().is_none_or(|kinds| statement.kinds.iter().any(|&of| kinds[of as usize]))
            && self.has_tag(&statement.tags)
    }

    /// Whether a statement about no treaty passes: none does if the filter asks for properties of treaties. Of a filter by
    /// party the statement itself must be made for one.
    pub(in crate::session) fn statement_without_treaty(&self, statement: &StatementProperties) -> bool {
        self.treaties.is_none()
            && self.categories.is_none()
            && self.statuses.is_none()
            && (self.parties.is_none() || statement.party.is_some())
            && self.statement(statement)
    }

    /// Whether the speaker and the language of a statement pass.
    fn speaker_and_language(&self, statement: &StatementProperties) -> bool {
        let is_in =
            |languages: &Vec<bool>| statement.languages.iter().any(|&tag| languages[usize::from(tag)]);
        self.speakers.as_ref().is_none_or(|speakers| speakers[statement.speaker.index()])
            && self.languages.as_ref().is_none_or(is_in)
    }

    fn in_time(&self, decade: u16) -> bool {
        self.decades.as_ref().is_none_or(|decades| decades[usize::from(decade)])
    }
}
