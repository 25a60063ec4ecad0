//! What the sources say: the tables of a dataset, sorted, with every link between them resolved.

use super::acts::sort_acts;
use super::dataset_tables::{Category, DatasetTables};
use super::edtf_date::EdtfDate;
use super::event::{DateRole, Event, EventKind};
use super::ground::Ground;
use super::ids::{EventId, OwnTypeId, PartyId, SourceId, SpeakerId, StatementId, TagId, TreatyId};
use super::keys::Keys;
use super::known_year::KnownYear;
use super::legal_continuity::{legal_continuity, successor_states};
use super::moment::Moment;
use super::order::{sort_events, sort_treaties};
use super::phase::Phase;
use super::series::Series;
use super::sides::Sides;
use super::statement::{About, Source, SourceKind, Speaker, Statement};
use super::treaty::{Party, Treaty};

/// The tables of a dataset and the links between them: everything from which legal status is computed.
///
/// Immutable and sorted. A [`Dataset`](super::Dataset) is a record with its legal history, and the only way to
/// make one.
#[derive(Clone, Debug)]
pub struct Record {
    parts: DatasetTables,
    events_of_treaty: Vec<Vec<EventId>>,
    statements_of_treaty: Vec<Vec<StatementId>>,
    /// By speaker.
    statements_by: Vec<Vec<StatementId>>,
    /// By party.
    legal_continuity: Vec<Vec<PartyId>>,
    /// By party.
    successor_states: Vec<Vec<PartyId>>,
    /// By treaty.
    sides: Vec<Sides>,
    span: Option<(Moment, Moment)>,
    keys: TableKeys,
}

/// For each table that is searched by the ids of the file.
#[derive(Clone, Debug, Default)]
struct TableKeys {
    events: Keys,
    statements: Keys,
    parties: Keys,
    treaties: Keys,
    sources: Keys,
    speakers: Keys,
}

impl Record {
    pub(super) fn new(mut parts: DatasetTables) -> Self {
        sort_treaties(&mut parts);
        sort_events(&mut parts);
        sort_acts(&mut parts.acts, &parts.act_dates);
        parts.statements.sort_by_key(|s| (s.date.anchor(), s.date.end()));
        let mut events_of_treaty = vec![Vec::new(); parts.treaties.len()];
        for (index, event) in parts.events.iter().enumerate() {
            events_of_treaty[event.treaty.index()].push(EventId::new(index));
        }
        let mut statements_by = vec![Vec::new(); parts.speakers.len()];
        for (index, statement) in parts.statements.iter().enumerate() {
            statements_by[statement.speaker.index()].push(StatementId::new(index));
        }
        let dates = parts.events.iter().map(Event::date);
        let span = dates
            .chain(parts.statements.iter().map(|s| &s.date))
            .map(|date| (date.earliest(), date.end()))
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let successor_states = successor_states(&parts.parties);
        let legal_continuity = legal_continuity(&parts.parties, &successor_states);
        let is_joined = |events: &Vec<EventId>| {
            events.iter().any(|id| parts.events[id.index()].kind == EventKind::Acceded)
        };
        let sides: Vec<Sides> = std::iter::zip(&parts.treaties, &events_of_treaty)
            .map(|(treaty, events)| Sides::of(treaty, &legal_continuity, is_joined(events)))
            .collect();
        Self {
            sides,
            statements_of_treaty: link_statements(&mut parts),
            legal_continuity,
            events_of_treaty,
            statements_by,
            successor_states,
            span,
            keys: TableKeys::default(),
            parts,
        }
    }

    /// Its tables.
    pub fn parts(&self) -> &DatasetTables {
        &self.parts
    }

    /// The title; empty if the file has none.
    pub fn title(&self) -> &str {
        &self.parts.title
    }

    /// What the dataset is, in a few sentences.
    pub fn description(&self) -> &str {
        &self.parts.description
    }

    /// Terms of use.
    pub fn license(&self) -> &str {
        &self.parts.license
    }

    /// The day up to which it was kept current.
    pub fn checked_on(&self) -> Option<&EdtfDate> {
        self.parts.checked_on.as_ref()
    }

    /// Its version, as its maker counts; empty if the file has none.
    pub fn version(&self) -> &str {
        &self.parts.version
    }

    /// The day on which that version was released.
    pub fn released(&self) -> Option<&EdtfDate> {
        self.parts.released.as_ref()
    }

    /// The version before it; empty if the file names none.
    pub fn previous(&self) -> &str {
        &self.parts.previous
    }

    /// Groups of treaties, in the order of their lanes.
    pub fn categories(&self) -> &[Category] {
        &self.parts.categories
    }

    /// Treaties in the order of their lanes: by category, in each by the date of the first event.
    pub fn treaties(&self) -> &[Treaty] {
        &self.parts.treaties
    }

    /// Parties, in the file's order.
    pub fn parties(&self) -> &[Party] {
        &self.parts.parties
    }

    /// Sources, in the file's order.
    pub fn sources(&self) -> &[Source] {
        &self.parts.sources
    }

    /// Speakers, in the file's order.
    pub fn speakers(&self) -> &[Speaker] {
        &self.parts.speakers
    }

    /// The names of the types of event that the file names itself, in the order in which they first occur there.
    pub fn own_types(&self) -> &[Box<str>] {
        &self.parts.own_types
    }

    /// The name of a type of event that the file names itself.
    pub fn own_type(&self, id: OwnTypeId) -> &str {
        &self.parts.own_types[id.index()]
    }

    /// The word for a type of event in the file.
    pub fn type_key(&self, kind: EventKind) -> &str {
        match kind {
            EventKind::Own(id) => self.own_type(id),
            kind => kind.key(),
        }
    }

    /// The type of event that the file calls so.
    pub fn find_type(&self, key: &str) -> Option<EventKind> {
        let own = || self.own_types().iter().position(|name| **name == *key);
        EventKind::from_key(key).or_else(|| own().map(|index| EventKind::Own(OwnTypeId::new(index))))
    }

    /// The tags of events, in the order in which they first occur in the file.
    pub fn tags(&self) -> &[Box<str>] {
        &self.parts.tags
    }

    /// A tag of events.
    pub fn tag(&self, id: TagId) -> &str {
        &self.parts.tags[id.index()]
    }

    /// Events in order of date.
    pub fn events(&self) -> &[Event] {
        &self.parts.events
    }

    /// Statements in order of date.
    pub fn statements(&self) -> &[Statement] {
        &self.parts.statements
    }

    /// Figures over time, in the file's order.
    pub fn series(&self) -> &[Series] {
        &self.parts.series
    }

    /// The treaty with this id.
    pub fn treaty(&self, id: TreatyId) -> &Treaty {
        &self.parts.treaties[id.index()]
    }

    /// The party with this id.
    pub fn party(&self, id: PartyId) -> &Party {
        &self.parts.parties[id.index()]
    }

    /// The source with this id.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.parts.sources[id.index()]
    }

    /// The speaker with this id.
    pub fn speaker(&self, id: SpeakerId) -> &Speaker {
        &self.parts.speakers[id.index()]
    }

    /// The event with this id.
    pub fn event(&self, id: EventId) -> &Event {
        &self.parts.events[id.index()]
    }

    /// The statement with this id.
    pub fn statement(&self, id: StatementId) -> &Statement {
        &self.parts.statements[id.index()]
    }

    /// The date by which a treaty is cited: that of its signature, or else of its adoption or opening for signature.
    pub fn date_of_treaty(&self, id: TreatyId) -> Option<&EdtfDate> {
        let of_kind = |kind: EventKind| {
            let events = self.events_of(id).iter().map(|&event| self.event(event));
            let mut events = events.filter(move |event| event.kind == kind && event.party.is_none());
            events.next().map(Event::date)
        };
        [EventKind::Signed, EventKind::Adopted, EventKind::OpenedForSignature].into_iter().find_map(of_kind)
    }

    /// The source that has a treaty's text: the first of that kind that its clauses or events name.
    pub fn text_of_treaty(&self, id: TreatyId) -> Option<SourceId> {
        let terms = &self.treaty(id).terms;
        let clauses = [&terms.entry, &terms.withdrawal, &terms.duration].into_iter().flatten();
        let clauses = clauses.map(|clause| clause.source);
        let claims = self.events_of(id).iter().flat_map(|&event| &self.event(event).dates);
        let mut sources = clauses.chain(claims.filter_map(|claim| claim.source));
        sources.find(|&source| self.source(source).kind == SourceKind::TreatyText)
    }

    /// A treaty's events in order of date.
    pub fn events_of(&self, id: TreatyId) -> &[EventId] {
        &self.events_of_treaty[id.index()]
    }

    /// The statements about a treaty or any of its events, in order of date.
    pub fn statements_of(&self, id: TreatyId) -> &[StatementId] {
        &self.statements_of_treaty[id.index()]
    }

    /// A speaker's statements in order of date.
    pub fn statements_by(&self, id: SpeakerId) -> &[StatementId] {
        &self.statements_by[id.index()]
    }

    /// The year in which a phase began, as uncertain as the date of its event where the phase begins at that date.
    pub fn year_of(&self, phase: &Phase) -> KnownYear {
        let year = |date: &EdtfDate| {
            if date.anchor() == phase.start { KnownYear::of(date) } else { phase.start.year().into() }
        };
        match phase.from {
            Ground::Event(event) => year(self.event(event).date()),
            Ground::Act(act) => year(&self.act_date(act)),
        }
    }

    /// The year in which a treaty ended. Of one that expires on the last day of a year, the phase after it begins in the next.
    pub fn end_year(&self, ended: &Phase) -> KnownYear {
        let claim = ended.from.event().map(|event| self.event(event).governing_claim());
        match claim.filter(|claim| claim.role == DateRole::LastDay) {
            Some(claim) => KnownYear::of(&claim.date),
            None => self.year_of(ended),
        }
    }

    /// The states that are one legal person with `party`, in order of time: its predecessors, itself, and its
    /// successor where there is only one.
    pub fn legal_continuity(&self, party: PartyId) -> &[PartyId] {
        &self.legal_continuity[party.index()]
    }

    /// The states among which `party` was divided: those that succeeded it, where there are several; otherwise none.
    pub fn successor_states(&self, party: PartyId) -> &[PartyId] {
        let successors = &self.successor_states[party.index()];
        if successors.len() > 1 { successors } else { &[] }
    }

    /// Whether a treaty has two sides, a successor counted with the state it succeeds: without either it cannot stand.
    pub fn is_bilateral(&self, treaty: TreatyId) -> bool {
        self.sides[treaty.index()].is_bilateral
    }

    /// Whether a treaty has two sides of which `party` is none: it can have no part in it.
    pub fn is_outsider(&self, treaty: TreatyId, party: PartyId) -> bool {
        self.is_bilateral(treaty) && !self.is_listed(treaty, party)
    }

    /// Whether the file lists `party`, or a state that is one legal person with it, among the parties to a treaty.
    pub fn is_listed(&self, treaty: TreatyId, party: PartyId) -> bool {
        let listed = &self.sides[treaty.index()].listed;
        self.legal_continuity(party).iter().any(|state| listed.binary_search(state).is_ok())
    }

    /// The first and the last moment that any event or statement can mean; `None` for an empty dataset.
    pub fn span(&self) -> Option<(Moment, Moment)> {
        self.span
    }

    /// The day on which present status is determined: `today`, or without it the day up to which the record was kept
    /// current, or its last day.
    pub fn current_day(&self, today: Option<Moment>) -> Option<Moment> {
        let checked = || self.checked_on().map(EdtfDate::latest_day);
        today.or_else(checked).or_else(|| self.span().map(|(_, last)| last.plus(-1)))
    }

    /// The event with this id in the file.
    pub fn find_event(&self, key: &str) -> Option<EventId> {
        self.keys.events.find(key, self.events(), |event| &event.key).map(EventId::new)
    }

    /// The statement with this id in the file.
    pub fn find_statement(&self, key: &str) -> Option<StatementId> {
        self.keys.statements.find(key, self.statements(), |statement| &statement.key).map(StatementId::new)
    }

    /// The party with this id in the file.
    pub fn find_party(&self, key: &str) -> Option<PartyId> {
        self.keys.parties.find(key, self.parties(), |party| &party.key).map(PartyId::new)
    }

    /// The treaty with this id in the file.
    pub fn find_treaty(&self, key: &str) -> Option<TreatyId> {
        self.keys.treaties.find(key, self.treaties(), |treaty| &treaty.key).map(TreatyId::new)
    }

    /// The source with this id in the file.
    pub fn find_source(&self, key: &str) -> Option<SourceId> {
        self.keys.sources.find(key, self.sources(), |source| &source.key).map(SourceId::new)
    }

    /// The speaker with this id in the file.
    pub fn find_speaker(&self, key: &str) -> Option<SpeakerId> {
        self.keys.speakers.find(key, self.speakers(), |speaker| &speaker.key).map(SpeakerId::new)
    }
}

/// Links statements with what they are about: fills [`Event::statements`] and returns the statements of each treaty.
fn link_statements(parts: &mut DatasetTables) -> Vec<Vec<StatementId>> {
    for event in &mut parts.events {
        event.statements.clear();
    }
    let mut statements_of_treaty = vec![Vec::new(); parts.treaties.len()];
    for (index, statement) in parts.statements.iter().enumerate() {
        let id = StatementId::new(index);
        for about in &statement.about {
            let treaty = match *about {
                About::Treaty(treaty) => treaty,
                About::Event(event) => {
                    let event = &mut parts.events[event.index()];
                    push_new(&mut event.statements, id);
                    event.treaty
                }
            };
            push_new(&mut statements_of_treaty[treaty.index()], id);
        }
    }
    statements_of_treaty
}

/// Adds a statement unless it is the last one already.
fn push_new(statements: &mut Vec<StatementId>, id: StatementId) {
    if statements.last() != Some(&id) {
        statements.push(id);
    }
}
