//! Several datasets put together into one: the ids of two files are kept apart, and a state that both know is one party.

use std::collections::HashMap;

use crate::domain::{
    About, ActDate, ActListId, Category, Clauses, Dataset, DatasetTables, DateClaim, EventId, EventKind,
    Layer, OwnTypeId, Party, PartyId, SourceId, SpeakerId, TagId, TreatyId,
};

use super::table::{country_of_name, folded_name};

/// A file to be put together with others.
#[derive(Clone, Copy, Debug)]
pub struct LayerSource<'a> {
    /// Its number, by which its ids are told from those of others: 0 for one file at most, whose ids stay as they are.
    pub number: usize,
    /// What to call it.
    pub name: &'a str,
    /// What was read of it.
    pub dataset: &'a Dataset,
}

/// One dataset of several, in their order. Each is a [`Layer`] of it.
pub fn merge_layers(sources: &[LayerSource<'_>]) -> Dataset {
    let mut merged = DatasetTables::default();
    for source in sources {
        let prefix = prefix_of(source.number, sources);
        Merge::new(source, &prefix, &mut merged).all();
    }
    Dataset::build(merged)
}

/// What stands before the ids of a file. No id of the file whose ids stay as they are begins so.
fn prefix_of(number: usize, sources: &[LayerSource<'_>]) -> String {
    if number == 0 {
        return String::new();
    }
    let mut prefix = format!("{number}:");
    let plain = sources.iter().filter(|source| source.number == 0);
    let keys: Vec<&str> = plain.flat_map(|source| keys_of(source.dataset)).collect();
    while keys.iter().any(|key| key.starts_with(&prefix)) {
        prefix.push(':');
    }
    prefix
}

/// All ids of a dataset.
fn keys_of(dataset: &Dataset) -> impl Iterator<Item = &str> {
    let parts = dataset.parts();
    let treaties = parts.treaties.iter().map(|treaty| &*treaty.key);
    let events = parts.events.iter().map(|event| &*event.key);
    let statements = parts.statements.iter().map(|statement| &*statement.key);
    let sources = parts.sources.iter().map(|source| &*source.key);
    let speakers = parts.speakers.iter().map(|speaker| &*speaker.key);
    let series = parts.series.iter().map(|series| &*series.key);
    let parties = parts.parties.iter().map(|party| &*party.key);
    treaties.chain(events).chain(statements).chain(sources).chain(speakers).chain(series).chain(parties)
}

/// The state that a party is, whatever its file calls it.
fn identity(party: &Party) -> String {
    let known = country_of_name(&party.name).or_else(|| country_of_name(&party.short));
    known.map_or_else(|| format!("name {}", folded_name(&party.name)), |id| format!("state {id}"))
}

/// One file on its way into the merged tables.
struct Merge<'a> {
    from: &'a DatasetTables,
    to: &'a mut DatasetTables,
    name: &'a str,
    prefix: &'a str,
    categories: usize,
    treaties: usize,
    sources: usize,
    speakers: usize,
    events: usize,
    lists: usize,
    act_dates: usize,
    /// By its id in the file.
    parties: Vec<PartyId>,
    own_types: Vec<OwnTypeId>,
    tags: Vec<TagId>,
}

impl<'a> Merge<'a> {
    fn new(source: &LayerSource<'a>, prefix: &'a str, to: &'a mut DatasetTables) -> Self {
        let from = source.dataset.parts();
        Self {
            parties: parties(&from.parties, prefix, &mut to.parties),
            own_types: names(&from.own_types, &mut to.own_types).into_iter().map(OwnTypeId::new).collect(),
            tags: names(&from.tags, &mut to.tags).into_iter().map(TagId::new).collect(),
            categories: to.categories.len(),
            treaties: to.treaties.len(),
            sources: to.sources.len(),
            speakers: to.speakers.len(),
            events: to.events.len(),
            lists: to.act_lists.len(),
            act_dates: to.act_dates.len(),
            name: source.name,
            prefix,
            from,
            to,
        }
    }

    fn key(&self, key: &str) -> Box<str> {
        format!("{}{key}", self.prefix).into()
    }

    fn party(&self, id: PartyId) -> PartyId {
        self.parties.get(id.index()).copied().unwrap_or(id)
    }

    fn treaty(&self, id: TreatyId) -> TreatyId {
        TreatyId::new(self.treaties + id.index())
    }

    fn event(&self, id: EventId) -> EventId {
        EventId::new(self.events + id.index())
    }

    fn source(&self, id: SourceId) -> SourceId {
        SourceId::new(self.sources + id.index())
    }

    fn kind(&self, kind: EventKind) -> EventKind {
        match kind {
            EventKind::Own(id) => EventKind::Own(self.own_types.get(id.index()).copied().unwrap_or(id)),
            kind => kind,
        }
    }

    fn all(mut self) {
        let series = self.to.series.len();
        self.head();
        self.sources_and_speakers();
        self.treaties();
        self.events();
        self.acts();
        self.statements();
        self.series();
        let layer = Layer {
            prefix: self.prefix.into(),
            name: self.name.into(),
            categories: self.categories..self.to.categories.len(),
            sources: self.sources..self.to.sources.len(),
            speakers: self.speakers..self.to.speakers.len(),
            series: series..self.to.series.len(),
        };
        self.to.layers.push(layer);
    }

    /// What is said of the file as a whole. A heading that an earlier file has too is told from it by the file's name.
    fn head(&mut self) {
        let Self { from, to, name: file, .. } = self;
        join(&mut to.title, &from.title, " · ");
        join(&mut to.description, &from.description, "\n\n");
        join(&mut to.license, &from.license, "\n");
        to.checked_on = to.checked_on.take().or_else(|| from.checked_on.clone());
        for category in &from.categories {
            let is_taken = |name: &str| to.categories.iter().any(|other| *other.name == *name);
            let mut name = category.name.to_string();
            if is_taken(&name) {
                name = format!("{name} · {file}");
            }
            while is_taken(&name) {
                name.push('\'');
            }
            to.categories.push(Category { name: name.into() });
        }
    }

    fn sources_and_speakers(&mut self) {
        for source in &self.from.sources {
            let mut source = source.clone();
            source.key = self.key(&source.key);
            self.to.sources.push(source);
        }
        for speaker in &self.from.speakers {
            let mut speaker = speaker.clone();
            speaker.key = self.key(&speaker.key);
            speaker.country = speaker.country.map(|party| self.party(party));
            self.to.speakers.push(speaker);
        }
    }

    fn treaties(&mut self) {
        for treaty in &self.from.treaties {
            let mut treaty = treaty.clone();
            treaty.key = self.key(&treaty.key);
            treaty.category += self.categories;
            for party in treaty.parties.iter_mut().chain(&mut treaty.depositaries) {
                *party = self.party(*party);
            }
            let Clauses { entry, withdrawal, duration, .. } = &mut treaty.terms;
            for clause in [entry, withdrawal, duration].into_iter().flatten() {
                clause.source = self.source(clause.source);
            }
            for link in &mut treaty.links {
                link.to = self.treaty(link.to);
            }
            self.to.treaties.push(treaty);
        }
    }

    fn events(&mut self) {
        for event in &self.from.events {
            let mut event = event.clone();
            event.key = self.key(&event.key);
            event.treaty = self.treaty(event.treaty);
            event.kind = self.kind(event.kind);
            event.party = event.party.map(|party| self.party(party));
            for claim in &mut event.dates {
                self.claim(claim);
            }
            for link in &mut event.links {
                link.to = self.event(link.to);
            }
            for tag in &mut event.tags {
                *tag = self.tags.get(tag.index()).copied().unwrap_or(*tag);
            }
            self.to.events.push(event);
        }
    }

    fn claim(&self, claim: &mut DateClaim) {
        claim.source = claim.source.map(|source| self.source(source));
        if let Some(relation) = &mut claim.relation {
            for key in [&mut relation.after, &mut relation.before] {
                if !key.is_empty() {
                    *key = self.key(key);
                }
            }
        }
    }

    fn acts(&mut self) {
        for list in &self.from.act_lists {
            let mut list = list.clone();
            list.treaty = self.treaty(list.treaty);
            list.source = self.source(list.source);
            if let Some(rule) = &mut list.rule {
                rule.source = rule.source.map(|source| self.source(source));
            }
            for other in &mut list.also {
                other.source = self.source(other.source);
                for party in &mut other.parties {
                    *party = self.party(*party);
                }
            }
            self.to.act_lists.push(list);
        }
        for act in &self.from.acts {
            let mut act = *act;
            act.treaty = self.treaty(act.treaty);
            act.party = self.party(act.party);
            act.source = self.source(act.source);
            act.list = ActListId::new(self.lists + act.list.index());
            if let ActDate::Other(index) = &mut act.date {
                *index += self.act_dates as u32;
            }
            self.to.acts.push(act);
        }
        self.to.act_dates.extend_from_slice(&self.from.act_dates);
    }

    fn statements(&mut self) {
        for statement in &self.from.statements {
            let mut statement = statement.clone();
            statement.key = self.key(&statement.key);
            statement.speaker = SpeakerId::new(self.speakers + statement.speaker.index());
            statement.country = statement.country.map(|party| self.party(party));
            statement.source = self.source(statement.source);
            if let Some(original) = &mut statement.original {
                original.source = original.source.map(|source| self.source(source));
            }
            for about in &mut statement.about {
                *about = match *about {
                    About::Treaty(id) => About::Treaty(self.treaty(id)),
                    About::Event(id) => About::Event(self.event(id)),
                };
            }
            self.to.statements.push(statement);
        }
    }

    fn series(&mut self) {
        for series in &self.from.series {
            let mut series = series.clone();
            series.key = self.key(&series.key);
            series.party = series.party.map(|party| self.party(party));
            series.source = self.source(series.source);
            series.limit_of = series.limit_of.map(|treaty| self.treaty(treaty));
            for point in &mut series.points {
                point.source = point.source.map(|source| self.source(source));
            }
            self.to.series.push(series);
        }
    }
}

/// Adds the parties of a file, but for those that are there under any name; returns where each is. Two parties of one file
/// stay two.
fn parties(from: &[Party], prefix: &str, to: &mut Vec<Party>) -> Vec<PartyId> {
    let mut known: HashMap<String, PartyId> = HashMap::new();
    for (index, party) in to.iter().enumerate() {
        known.entry(identity(party)).or_insert_with(|| PartyId::new(index));
    }
    let mut ids = Vec::with_capacity(from.len());
    for party in from {
        let of = identity(party);
        // Taken out, so that no second party of this file becomes the same one.
        ids.push(known.remove(&of).unwrap_or_else(|| {
            // A state keeps the id that all files have for it: the colours of speakers go by it.
            let state = of.strip_prefix("state ").filter(|id| !to.iter().any(|other| *other.key == **id));
            let key = state.map_or_else(|| format!("{prefix}{}", party.key), ToOwned::to_owned);
            let key = if prefix.is_empty() { party.key.clone() } else { key.into() };
            to.push(Party { key, succeeds: None, ..party.clone() });
            PartyId::new(to.len() - 1)
        }));
    }
    for (party, &id) in std::iter::zip(from, &ids) {
        let predecessor = party.succeeds.and_then(|before| ids.get(before.index()).copied());
        if let Some(merged) = to.get_mut(id.index()).filter(|merged| merged.succeeds.is_none()) {
            merged.succeeds = predecessor.filter(|before| *before != id);
        }
    }
    ids
}

/// Adds names that are not there yet; returns where each is.
fn names(from: &[Box<str>], to: &mut Vec<Box<str>>) -> Vec<usize> {
    let place = |name: &str| {
        to.iter().position(|other| **other == *name).unwrap_or_else(|| {
            to.push(name.into());
            to.len() - 1
        })
    };
    from.iter().map(|name| &**name).map(place).collect()
}

/// Appends a text, unless it is there or empty.
fn join(to: &mut Box<str>, text: &str, between: &str) {
    if to.is_empty() {
        *to = text.into();
    } else if !text.is_empty() && !to.contains(text) {
        *to = format!("{to}{between}{text}").into();
    }
}
