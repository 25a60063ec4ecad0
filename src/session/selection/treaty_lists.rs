//! The events, parties and sources of a treaty, as its details list them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{ActId, Dataset, EventId, Moment, Nature, PartyId, PhaseKind, SourceId, State, TreatyId};
use crate::text::lowercase;
use crate::timeline::MAX_PARTIES;

/// In a treaty of more parties only what changes its status as a whole is marked: each accession is of effect in law, and
/// a mark on every line would say nothing.
const MAX_PARTIES_MARKED: usize = 6;

/// An event of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventLine {
    /// The event.
    pub id: EventId,
    /// What it changed in law.
    pub change: Option<LegalChange>,
}

/// A change of legal status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegalChange {
    /// The phase that began.
    pub to: PhaseKind,
    /// For whom; `None` for the treaty as a whole.
    pub party: Option<PartyId>,
}

/// A party of a treaty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyLine {
    /// The party; of a state with predecessors the last, which stands for all.
    pub party: PartyId,
    /// Its state on the day of the list; `None` if nothing is recorded.
    pub state: Option<State>,
    /// Its own events, in order of date.
    pub events: Vec<EventId>,
    /// Its acts in depositaries' lists that no event tells, in order of date.
    pub acts: Vec<ActId>,
    /// For the first of those that are in one state, in a long list: how many they are.
    pub group: Option<usize>,
}

/// A source of a treaty's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// The source.
    pub source: SourceId,
    /// Number of events of the treaty with a date from it.
    pub events: usize,
    /// Number of statements about the treaty that are quoted from it.
    pub statements: usize,
    /// Number of acts of its parties that are listed in it.
    pub acts: usize,
}

/// The events that are shown, with what they changed in law.
pub(super) fn events_of(
    dataset: &Dataset,
    treaty: TreatyId,
    shows: impl Fn(EventId) -> bool,
) -> Vec<EventLine> {
    let changes = changes_of(dataset, treaty);
    let shown = dataset.events_of(treaty).iter().copied().filter(|&id| shows(id));
    shown.map(|id| EventLine { id, change: changes.get(&id).copied() }).collect()
}

/// The events that began a phase, of the treaty as a whole or else of one of its few parties.
fn changes_of(dataset: &Dataset, treaty: TreatyId) -> BTreeMap<EventId, LegalChange> {
    let mut changes = BTreeMap::new();
    let parties = dataset.first_parties_on_record(treaty, MAX_PARTIES_MARKED + 1);
    if parties.len() <= MAX_PARTIES_MARKED {
        for party in parties {
            for phase in dataset.phases_of_party(treaty, party).0 {
                // What is done by all, or by another party, is no act of this one.
                let Some(event) = phase.from.event() else { continue };
                let actor = dataset.event(event).party;
                if actor.is_some_and(|actor| dataset.legal_continuity(party).contains(&actor)) {
                    changes.insert(event, LegalChange { to: phase.kind, party: Some(party) });
                }
            }
        }
    }
    for phase in dataset.phases(treaty) {
        if let Some(event) = phase.from.event() {
            changes.insert(event, LegalChange { to: phase.kind, party: None });
        }
    }
    changes
}

/// The parties that act in a lane's events, a successor in the place of its predecessor, in order of their first event.
/// Of a treaty these are the ones whose acts are acts of law: who only speaks of it or proposes something is no party.
pub(in crate::session) fn acting_parties(dataset: &Dataset, treaty: TreatyId) -> Vec<PartyId> {
    let is_topic = dataset.treaty(treaty).nature == Nature::Topic;
    let events = dataset.events_of(treaty).iter().map(|&id| dataset.event(id));
    let acting =
        events.filter(|event| is_topic || event.kind.is_act_of_law()).filter_map(|event| event.party);
    let mut seen = BTreeSet::new();
    let last = |party: PartyId| dataset.legal_continuity(party).last().copied().unwrap_or(party);
    acting.map(last).filter(|&party| seen.insert(party)).collect()
}

/// How many parties the file lists or tells of in a treaty, by events or in a depositary's list: the number of lines of
/// [`parties_of`].
pub(in crate::session) fn count_parties(dataset: &Dataset, treaty: TreatyId) -> usize {
    parties_of(dataset, treaty, None).len()
}

/// The parties that the file lists and those that acted, each with its state on a day and its own events.
pub(super) fn parties_of(dataset: &Dataset, treaty: TreatyId, day: Option<Moment>) -> Vec<PartyLine> {
    let last = |party: PartyId| dataset.legal_continuity(party).last().copied().unwrap_or(party);
    let on_record = dataset.first_parties_on_record(treaty, MAX_PARTIES);
    let histories = dataset.state_histories(treaty, &on_record);
    let mut lines: Vec<PartyLine> = Vec::new();
    let mut index_of: BTreeMap<PartyId, usize> = BTreeMap::new();
    let listed = dataset.treaty(treaty).parties.iter().map(|&party| last(party));
    // A topic has no law by which a party would be on record.
    let is_topic = dataset.treaty(treaty).nature == Nature::Topic;
    let acting = if is_topic { acting_parties(dataset, treaty) } else { Vec::new() };
    for party in listed.chain(on_record.iter().copied()).chain(acting) {
        index_of.entry(party).or_insert_with(|| {
            lines.push(PartyLine { party, state: None, events: Vec::new(), acts: Vec::new(), group: None });
            lines.len() - 1
        });
    }
    for (party, history) in std::iter::zip(&on_record, &histories) {
        let Some(line) = index_of.get(party).and_then(|&index| lines.get_mut(index)) else { continue };
        line.state = day.map(|day| {
            let after = history.partition_point(|span| span.from.is_none_or(|from| from <= day));
            history.get(after.saturating_sub(1)).map_or(State::NotSigned, |span| span.on(day))
        });
    }
    for &id in dataset.events_of(treaty) {
        let party = dataset.event(id).party.map(last);
        if let Some(line) =
            party.and_then(|party| index_of.get(&party)).and_then(|&index| lines.get_mut(index))
        {
            line.events.push(id);
        }
    }
    for act in dataset.acts_without_event(treaty) {
        let party = last(dataset.act(act).party);
        if let Some(line) = index_of.get(&party).and_then(|&index| lines.get_mut(index)) {
            line.acts.push(act);
        }
    }
    lines
}

/// The lines of a long list whose party's name has the words of `query`, by state, in each first those with events, then by
/// name. A short list stays in the order of the file.
pub(super) fn found_and_grouped(
    dataset: &Dataset,
    mut lines: Vec<PartyLine>,
    query: &str,
    has_states: bool,
) -> Vec<PartyLine> {
    if !is_long(lines.len()) {
        return lines;
    }
    let query = lowercase(query.trim());
    let words: Vec<&str> = query.split_whitespace().collect();
    lines.retain(|line| {
        let states = dataset.legal_continuity(line.party).iter().map(|&state| dataset.party(state));
        let names = states.map(|party| format!("{} {} {}", party.name, party.short, party.key));
        let names = lowercase(&names.collect::<Vec<_>>().join(" "));
        words.iter().all(|word| names.contains(word))
    });
    if !has_states {
        return lines;
    }
    lines.sort_by_cached_key(|line| {
        (rank(line.state), line.events.is_empty(), dataset.party(line.party).name.clone())
    });
    let ranks: Vec<usize> = lines.iter().map(|line| rank(line.state)).collect();
    let mut first = 0;
    for alike in ranks.chunk_by(|a, b| a == b) {
        if let Some(line) = lines.get_mut(first) {
            line.group = Some(alike.len());
        }
        first += alike.len();
    }
    lines
}

/// Whether a list of parties is long enough to be searched and grouped.
pub(super) fn is_long(parties: usize) -> bool {
    const MAX_UNGROUPED: usize = 24;
    parties > MAX_UNGROUPED
}

/// The place of a state among the groups of a list: those bound first, what is not recorded last. How many days of a notice
/// are left makes no difference.
fn rank(state: Option<State>) -> usize {
    match state {
        Some(State::InForce) => 0,
        Some(State::ProvisionallyApplied) => 1,
        Some(State::NoticeRunning { is_suspended: false, .. }) => 2,
        Some(State::NoticeRunning { .. }) => 3,
        Some(State::Suspended) => 4,
        Some(State::Signed { is_ratified: true }) => 5,
        Some(State::Signed { .. }) => 6,
        Some(State::Out) => 7,
        Some(State::Replaced) => 8,
        Some(State::Ended) => 9,
        Some(State::NeverInForce) => 10,
        Some(State::NotSigned) => 11,
        None => 12,
    }
}

/// The sources of the events and statements of a treaty: by kind, in each those that are cited most first.
pub(super) fn sources_of(dataset: &Dataset, treaty: TreatyId) -> Vec<SourceLine> {
    let mut counts: BTreeMap<SourceId, [usize; 3]> = BTreeMap::new();
    let mut count = |place: usize, sources: &mut dyn Iterator<Item = SourceId>| {
        let mut of_item: Vec<SourceId> = sources.collect();
        of_item.sort_unstable();
        of_item.dedup();
        for source in of_item {
            counts.entry(source).or_default()[place] += 1;
        }
    };
    for &id in dataset.events_of(treaty) {
        count(0, &mut dataset.event(id).dates.iter().filter_map(|claim| claim.source));
    }
    for &id in dataset.statements_of(treaty) {
        count(1, &mut dataset.statement(id).sources());
    }
    for id in dataset.acts_of(treaty) {
        counts.entry(dataset.act(id).source).or_default()[2] += 1;
    }
    let mut lines: Vec<SourceLine> = counts
        .into_iter()
        .map(|(source, [events, statements, acts])| SourceLine { source, events, statements, acts })
        .collect();
    lines.sort_by_key(|line| {
        (dataset.source(line.source).kind, std::cmp::Reverse(line.events + line.statements + line.acts))
    });
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    fn acting(table: &str) -> Vec<String> {
        let dataset = load("x.csv", table.as_bytes().to_vec(), &()).dataset.unwrap();
        let parties = acting_parties(&dataset, TreatyId::new(0));
        parties.into_iter().map(|party| dataset.party(party).name.to_string()).collect()
    }

    #[test]
    fn who_acts_is_a_party_of_a_topic_and_of_a_treaty_by_an_act_of_law_only() {
        let topic = "Date,Event,Treaty,Party\n1987-12-08,One,INF,France\n2019-02-01,Two,INF,Italy\n2019-02-02,Three,INF,France\n";
        assert_eq!(acting(topic), ["France", "Italy"]);
        let treaty = "Date,Event,Treaty,Type,Party\n1987-12-08,One,INF,signed,France\n2019-02-01,Two,INF,proposed,Italy\n";
        assert_eq!(acting(treaty), ["France"]);
    }
}
