//! How forms name records, and the records that typed names mean.

use crate::domain::{Dataset, Event, EventId, EventKind, PartyId, SourceId, SpeakerId, TreatyId};
use crate::language::Strings;
use crate::records::RecordList;
use crate::session::Session;
use crate::text::folded_text;
use crate::timeline::Selection;

/// Stands between names.
pub(super) const SEPARATOR: &str = "; ";

/// What a typed name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A record, by its id.
    Known(String),
    /// A record that the dataset does not have yet, by its name.
    New(String),
    /// Nothing.
    Unknown,
}

/// A treaty or an event, by its id.
pub(super) enum SubjectKey {
    Treaty(String),
    Event(String),
}

/// A name, if it leads to one record alone and can stand among others; otherwise the id.
fn name_or_key(name: &str, key: &str, count: usize) -> String {
    if count == 1 && !name.contains(';') { name.to_owned() } else { key.to_owned() }
}

/// The text by which a form names a source.
pub(super) fn source_name(dataset: &Dataset, id: SourceId) -> String {
    let source = dataset.source(id);
    let count = dataset.sources().iter().filter(|other| other.title == source.title).count();
    if count == 1 { source.title.to_string() } else { source.key.to_string() }
}

/// The text by which a form names a party.
pub(super) fn party_name(dataset: &Dataset, id: PartyId) -> String {
    let party = dataset.party(id);
    let count = dataset.parties().iter().filter(|other| other.name == party.name).count();
    name_or_key(&party.name, &party.key, count)
}

/// The text by which a form names a speaker.
pub(super) fn speaker_name(dataset: &Dataset, id: SpeakerId) -> String {
    let speaker = dataset.speaker(id);
    let count = dataset.speakers().iter().filter(|other| other.name == speaker.name).count();
    name_or_key(&speaker.name, &speaker.key, count)
}

/// The text by which a form names a treaty among others.
pub(super) fn treaty_name(dataset: &Dataset, id: TreatyId) -> String {
    let treaty = dataset.treaty(id);
    let count = dataset.treaties().iter().filter(|other| other.name == treaty.name).count();
    name_or_key(&treaty.name, &treaty.key, count)
}

/// The text by which a form names an event: its treaty and its title.
pub(super) fn event_name(dataset: &Dataset, id: EventId) -> String {
    let event = dataset.event(id);
    let name = full_title(dataset, event);
    let same =
        dataset.events_of(event.treaty).iter().filter(|&&other| dataset.event(other).title == event.title);
    name_or_key(&name, &event.key, same.count())
}

fn full_title(dataset: &Dataset, event: &Event) -> String {
    format!("{}: {}", dataset.treaty(event.treaty).name, event.title)
}

/// The word in the file for a type of event of this name: one of the format, the only one whose name begins so, or one of
/// the dataset's own.
pub(super) fn kind_key(dataset: &Dataset, strings: &Strings, name: &str) -> String {
    let folded = folded_text(name);
    let kinds = || EventKind::ALL.iter().map(|&kind| (kind, folded_text((strings.terms.event_kind)(kind))));
    let own = || dataset.own_types().iter();
    if let Some((kind, _)) = kinds().find(|(kind, of_kind)| *of_kind == folded || kind.key() == name) {
        return kind.key().to_owned();
    }
    if let Some(own) =
        own().find(|own| ***own == *name).or_else(|| own().find(|own| folded_text(own) == folded))
    {
        return own.to_string();
    }
    let mut begun = kinds().filter(|(_, of_kind)| !folded.is_empty() && of_kind.starts_with(&folded));
    match (begun.next(), begun.next()) {
        (Some((kind, _)), None) => kind.key().to_owned(),
        _ => name.to_owned(),
    }
}

/// The names in a text, without empty ones.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty())
}

/// The party or the speaker that a name means.
pub(super) fn find_named(dataset: &Dataset, list: RecordList, text: &str) -> Named {
    let text = text.trim();
    let folded = folded_text(text);
    let found = match list {
        RecordList::Parties => {
            let parties = || dataset.parties().iter();
            parties()
                .find(|party| *party.key == *text)
                .or_else(|| parties().find(|party| *party.name == *text || *party.short == *text))
                .or_else(|| parties().find(|party| folded_text(&party.name) == folded))
                .map(|party| &party.key)
        }
        RecordList::Speakers => {
            let speakers = || dataset.speakers().iter();
            speakers()
                .find(|speaker| *speaker.key == *text)
                .or_else(|| {
                    speakers().find(|speaker| *speaker.name == *text || *speaker.native_name == *text)
                })
                .or_else(|| speakers().find(|speaker| folded_text(&speaker.name) == folded))
                .map(|speaker| &speaker.key)
        }
        _ => return Named::Unknown,
    };
    match found {
        Some(key) => Named::Known(key.to_string()),
        // A name has a letter.
        None if folded.is_empty() => Named::Unknown,
        None => Named::New(text.to_owned()),
    }
}

/// The treaty or the event that a name means.
pub(super) fn find_subject(dataset: &Dataset, text: &str) -> Option<SubjectKey> {
    if let Some(id) = dataset.find_event(text) {
        return Some(SubjectKey::Event(dataset.event(id).key.to_string()));
    }
    let treaties = || (0..dataset.treaties().len()).map(TreatyId::new);
    let treaty =
        dataset.find_treaty(text).or_else(|| treaties().find(|&id| *dataset.treaty(id).name == *text));
    if let Some(id) = treaty {
        return Some(SubjectKey::Treaty(dataset.treaty(id).key.to_string()));
    }
    treaties().find_map(|id| {
        let title = text.strip_prefix(&*dataset.treaty(id).name)?.strip_prefix(": ")?;
        let mut events = dataset.events_of(id).iter().map(|&event| dataset.event(event));
        events.find(|event| *event.title == *title).map(|event| SubjectKey::Event(event.key.to_string()))
    })
}

/// The names of treaties and events in which each of some words is found.
pub(super) fn subjects_with<'a>(
    dataset: &'a Dataset,
    has_words: &'a dyn Fn(&str) -> bool,
) -> impl Iterator<Item = String> + 'a {
    let treaties = (0..dataset.treaties().len()).map(TreatyId::new);
    let treaties = treaties.filter(|&id| has_words(&dataset.treaty(id).name));
    let events = (0..dataset.events().len()).map(EventId::new);
    let events = events.filter(|&id| has_words(&full_title(dataset, dataset.event(id))));
    treaties.map(|id| treaty_name(dataset, id)).chain(events.map(|id| event_name(dataset, id)))
}

impl Session {
    /// The record of a list as what is selected; `None` for parties, which have no details of their own.
    pub(super) fn selection_of(&self, list: RecordList, id: &str) -> Option<Selection> {
        let dataset = &self.world.dataset;
        match list {
            RecordList::Events => dataset.find_event(id).map(Selection::Event),
            RecordList::Statements => dataset.find_statement(id).map(Selection::Statement),
            RecordList::Treaties => dataset.find_treaty(id).map(Selection::Treaty),
            RecordList::Speakers => dataset.find_speaker(id).map(Selection::Speaker),
            RecordList::Sources => dataset.find_source(id).map(Selection::Source),
            RecordList::Parties | RecordList::Dataset | RecordList::Acts | RecordList::Series => None,
        }
    }

    /// The record that is selected.
    pub fn selected_record(&self) -> Option<(RecordList, String)> {
        let dataset = &self.world.dataset;
        let (list, key) = match self.selection.selected {
            Selection::Nothing | Selection::Bulk(_) => return None,
            Selection::Event(id) => (RecordList::Events, &dataset.event(id).key),
            Selection::Statement(id) => (RecordList::Statements, &dataset.statement(id).key),
            Selection::Treaty(id) => (RecordList::Treaties, &dataset.treaty(id).key),
            Selection::Speaker(id) => (RecordList::Speakers, &dataset.speaker(id).key),
            Selection::Source(id) => (RecordList::Sources, &dataset.source(id).key),
        };
        Some((list, key.to_string()))
    }

    /// The name of a record, as it is said; its id where it has none.
    pub fn record_name(&self, list: RecordList, id: &str) -> String {
        let dataset = &self.world.dataset;
        if let Some(selection) = self.selection_of(list, id) {
            return self.title_of(selection);
        }
        match list {
            RecordList::Parties => dataset.find_party(id).map(|id| dataset.party(id).name.to_string()),
            RecordList::Dataset => Some(dataset.title().to_owned()),
            RecordList::Series => {
                let mut series = dataset.series().iter();
                series.find(|series| *series.key == *id).map(|series| series.name.to_string())
            }
            // A depositary's list goes by its treaty.
            RecordList::Acts => dataset.find_treaty(id).map(|id| dataset.treaty(id).name.to_string()),
            _ => None,
        }
        .unwrap_or_else(|| id.to_owned())
    }
}
