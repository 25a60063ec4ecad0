//! A whole dataset: immutable, sorted, every link resolved.

use super::edtf_date::EdtfDate;
use super::event::Event;
use super::ids::{EventId, PartyId, SourceId, SpeakerId, StatementId, TreatyId};
use super::keys::Keys;
use super::known_year::KnownYear;
use super::law::{Life, StateSpan, life_of};
use super::moment::Moment;
use super::order::{sort_events, sort_treaties};
use super::phase::{Notice, Phase};
use super::series::Series;
use super::standing::Standing;
use super::statement::{About, Source, Speaker, Statement};
use super::treaty::{Party, Treaty};

/// A dataset whose links all lead somewhere. [`Dataset::build`] is the only maker.
#[derive(Clone, Debug)]
pub struct Dataset {
    parts: Parts,
    events_of_treaty: Vec<Vec<EventId>>,
    statements_of_treaty: Vec<Vec<StatementId>>,
    /// For each party, the states it is one with in law: its predecessors, itself, its successor.
    persons: Vec<Vec<PartyId>>,
    /// For each party, those that name it as the one they succeed.
    successors: Vec<Vec<PartyId>>,
    phases_of_treaty: Vec<Vec<Phase>>,
    notices_of_treaty: Vec<Vec<Notice>>,
    states_of_treaty: Vec<Vec<StateSpan>>,
    standing_of_treaty: Vec<Standing>,
    span: Option<(Moment, Moment)>,
    keys: TableKeys,
}

/// The ids of each table that is asked for items by their ids.
#[derive(Clone, Debug, Default)]
struct TableKeys {
    events: Keys,
    statements: Keys,
    parties: Keys,
    treaties: Keys,
    sources: Keys,
}

/// The tables of a dataset before they are sorted; ids are places in these tables.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Title.
    pub title: Box<str>,
    /// What the dataset is, in a few sentences.
    pub description: Box<str>,
    /// Terms of use.
    pub license: Box<str>,
    /// The day up to which it was kept current.
    pub checked_on: Option<EdtfDate>,
    /// Groups of treaties in the order of their lanes.
    pub categories: Vec<Category>,
    /// Parties.
    pub parties: Vec<Party>,
    /// Treaties.
    pub treaties: Vec<Treaty>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Speakers.
    pub speakers: Vec<Speaker>,
    /// Events, in any order.
    pub events: Vec<Event>,
    /// Statements, in any order.
    pub statements: Vec<Statement>,
    /// Figures over time.
    pub series: Vec<Series>,
}

/// A group of treaties that share a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The heading.
    pub name: Box<str>,
}

impl Dataset {
    /// Sorts `parts` and derives what follows from them: who belongs to whom, phases, standings, the span.
    ///
    /// Treaties come out grouped by category, in each by the date of their first step; events and statements
    /// by date. Ties keep the order of the file.
    ///
    /// # Panics
    /// If an id in `parts` points outside its table, or an event has no date: the caller resolves ids first.
    pub fn build(mut parts: Parts) -> Self {
        sort_treaties(&mut parts);
        sort_events(&mut parts);
        parts.statements.sort_by_key(|s| (s.date.anchor(), s.date.end()));
        for event in &mut parts.events {
            event.statements.clear();
        }

        let mut events_of_treaty = vec![Vec::new(); parts.treaties.len()];
        for (index, event) in parts.events.iter().enumerate() {
            events_of_treaty[event.treaty.index()].push(EventId::new(index));
        }
        let mut statements_of_treaty = vec![Vec::new(); parts.treaties.len()];
        for (index, statement) in parts.statements.iter().enumerate() {
            let id = StatementId::new(index);
            for about in &statement.about {
                let treaty = match *about {
                    About::Treaty(treaty) => treaty,
                    About::Event(event) => {
                        let event = &mut parts.events[event.index()];
                        if event.statements.last() != Some(&id) {
                            event.statements.push(id);
                        }
                        event.treaty
                    }
                };
                let lane: &mut Vec<StatementId> = &mut statements_of_treaty[treaty.index()];
                if lane.last() != Some(&id) {
                    lane.push(id);
                }
            }
        }

        let dates = parts.events.iter().map(Event::date);
        let span = dates
            .chain(parts.statements.iter().map(|s| &s.date))
            .map(|date| (date.earliest(), date.end()))
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));

        let successors = successors(&parts.parties);
        let persons = persons(&parts.parties, &successors);
        let (phases_of_treaty, notices_of_treaty, states_of_treaty, standing_of_treaty) = Default::default();
        let mut dataset = Self {
            parts,
            events_of_treaty,
            statements_of_treaty,
            persons,
            successors,
            phases_of_treaty,
            notices_of_treaty,
            states_of_treaty,
            standing_of_treaty,
            span,
            keys: TableKeys::default(),
        };
        let treaties = (0..dataset.parts.treaties.len()).map(TreatyId::new);
        let lives: Vec<Life> = treaties.map(|treaty| life_of(&dataset, treaty, None)).collect();
        for life in lives {
            dataset.phases_of_treaty.push(life.phases);
            dataset.notices_of_treaty.push(life.notices);
            dataset.states_of_treaty.push(life.states);
        }
        let standings = std::iter::zip(dataset.treaties(), &dataset.phases_of_treaty)
            .map(|(treaty, phases)| Standing::of(&dataset, phases, treaty.nature));
        dataset.standing_of_treaty = standings.collect();
        dataset
    }

    /// Title.
    pub fn title(&self) -> &str {
        &self.parts.title
    }

    /// What the dataset is.
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

    /// Groups of treaties, in the order of their lanes.
    pub fn categories(&self) -> &[Category] {
        &self.parts.categories
    }

    /// Treaties in the order of their lanes: grouped by category.
    pub fn treaties(&self) -> &[Treaty] {
        &self.parts.treaties
    }

    /// Parties in the file's order.
    pub fn parties(&self) -> &[Party] {
        &self.parts.parties
    }

    /// Sources in the file's order.
    pub fn sources(&self) -> &[Source] {
        &self.parts.sources
    }

    /// Speakers in the file's order.
    pub fn speakers(&self) -> &[Speaker] {
        &self.parts.speakers
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

    /// A treaty.
    pub fn treaty(&self, id: TreatyId) -> &Treaty {
        &self.parts.treaties[id.index()]
    }

    /// A party.
    pub fn party(&self, id: PartyId) -> &Party {
        &self.parts.parties[id.index()]
    }

    /// A source.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.parts.sources[id.index()]
    }

    /// A speaker.
    pub fn speaker(&self, id: SpeakerId) -> &Speaker {
        &self.parts.speakers[id.index()]
    }

    /// An event.
    pub fn event(&self, id: EventId) -> &Event {
        &self.parts.events[id.index()]
    }

    /// A statement.
    pub fn statement(&self, id: StatementId) -> &Statement {
        &self.parts.statements[id.index()]
    }

    /// A treaty's events in order of date.
    pub fn events_of(&self, id: TreatyId) -> &[EventId] {
        &self.events_of_treaty[id.index()]
    }

    /// The statements about a treaty or any of its events, in order of date.
    pub fn statements_of(&self, id: TreatyId) -> &[StatementId] {
        &self.statements_of_treaty[id.index()]
    }

    /// A treaty's phases in order.
    pub fn phases(&self, id: TreatyId) -> &[Phase] {
        &self.phases_of_treaty[id.index()]
    }

    /// A treaty's notices of withdrawal that came to an effect, in order of notice.
    pub fn notices(&self, id: TreatyId) -> &[Notice] {
        &self.notices_of_treaty[id.index()]
    }

    /// A treaty's states one after the other, after the first step that changes any: what
    /// [`whole_state_on`](Self::whole_state_on) searches.
    pub(super) fn states(&self, id: TreatyId) -> &[StateSpan] {
        &self.states_of_treaty[id.index()]
    }

    /// The year in which a phase began, with the doubts of its event's date where the phase begins at its mark.
    pub fn year_of(&self, phase: &Phase) -> KnownYear {
        let date = self.event(phase.from).date();
        if date.anchor() == phase.start { KnownYear::of(date) } else { phase.start.year().into() }
    }

    /// Where a treaty stands.
    pub fn standing(&self, id: TreatyId) -> &Standing {
        &self.standing_of_treaty[id.index()]
    }

    /// The states that `party` is one with in law, in order of time: its predecessors, itself, and the state that
    /// took its place, where one alone did.
    pub fn person(&self, party: PartyId) -> &[PartyId] {
        &self.persons[party.index()]
    }

    /// The states among which a party was divided: those that took its place, where there are several.
    pub fn heirs(&self, party: PartyId) -> &[PartyId] {
        let successors = &self.successors[party.index()];
        if successors.len() > 1 { successors } else { &[] }
    }

    /// Whether a treaty stands or falls with each of two sides, a successor counted with the state it succeeds.
    pub fn is_bilateral(&self, treaty: TreatyId) -> bool {
        let mut sides: Vec<PartyId> = self
            .treaty(treaty)
            .parties
            .iter()
            .filter_map(|&party| self.person(party).first().copied())
            .collect();
        sides.sort_unstable();
        sides.dedup();
        sides.len() == 2
    }

    /// The first and the last moment that any event or statement can mean; `None` for an empty dataset.
    pub fn span(&self) -> Option<(Moment, Moment)> {
        self.span
    }

    /// The event with this id in the file.
    pub fn find_event(&self, key: &str) -> Option<EventId> {
        let all = &self.parts.events;
        self.keys.events.find(key, all.len(), |index| &*all[index].key).map(EventId::new)
    }

    /// The statement with this id in the file.
    pub fn find_statement(&self, key: &str) -> Option<StatementId> {
        let all = &self.parts.statements;
        self.keys.statements.find(key, all.len(), |index| &*all[index].key).map(StatementId::new)
    }

    /// The party with this id in the file.
    pub fn find_party(&self, key: &str) -> Option<PartyId> {
        let all = &self.parts.parties;
        self.keys.parties.find(key, all.len(), |index| &*all[index].key).map(PartyId::new)
    }

    /// The treaty with this id in the file.
    pub fn find_treaty(&self, key: &str) -> Option<TreatyId> {
        let all = &self.parts.treaties;
        self.keys.treaties.find(key, all.len(), |index| &*all[index].key).map(TreatyId::new)
    }

    /// The source with this id in the file.
    pub fn find_source(&self, key: &str) -> Option<SourceId> {
        let all = &self.parts.sources;
        self.keys.sources.find(key, all.len(), |index| &*all[index].key).map(SourceId::new)
    }
}

fn successors(parties: &[Party]) -> Vec<Vec<PartyId>> {
    let mut successors: Vec<Vec<PartyId>> = vec![Vec::new(); parties.len()];
    for (index, party) in parties.iter().enumerate() {
        if let Some(before) = party.succeeds {
            successors[before.index()].push(PartyId::new(index));
        }
    }
    successors
}

fn persons(parties: &[Party], successors: &[Vec<PartyId>]) -> Vec<Vec<PartyId>> {
    // No state has had more names than this; a longer chain, or a circle, is a slip of the file.
    const NAMES: usize = 12;
    let person = |index: usize| {
        let mut person = vec![PartyId::new(index)];
        while let Some(before) = person.first().and_then(|first| parties[first.index()].succeeds)
            && !person.contains(&before)
            && person.len() < NAMES
        {
            person.insert(0, before);
        }
        while let Some(&[after]) = person.last().map(|last| successors[last.index()].as_slice())
            && !person.contains(&after)
            && person.len() < NAMES
        {
            person.push(after);
        }
        person
    };
    (0..parties.len()).map(person).collect()
}
