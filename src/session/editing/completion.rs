//! What completes a field of a form, what there is to choose in it, and what is said below it.

use crate::domain::{EventKind, Nature, SourceKind};
use crate::records::RecordList;
use crate::session::Session;

use super::field::{Field, FieldSpec, Input};
use super::form::{Offer, RecordForm};
use super::form_values::nature_key;
use super::names::{
    Named, SEPARATOR, find_named, find_subject, kind_key, parts, party_name, speaker_name, subjects_with,
};

/// How many names are offered for what is typed.
const MAX_OFFERED: usize = 6;

/// How what is said below a field is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is so.
    Plain,
    /// It should be looked at.
    Doubtful,
    /// It cannot stay so.
    Wrong,
}

impl Session {
    /// What completes the text of a field.
    pub(super) fn offers(&self, form: &RecordForm, spec: &FieldSpec) -> Vec<Offer> {
        let dataset = &self.world.dataset;
        let typed = form.now.get(spec.field);
        let (before, last) = match spec.input {
            Input::Names(_) | Input::Subjects => typed.rsplit_once(';').unwrap_or(("", typed)),
            _ => ("", typed),
        };
        let last = last.trim().to_lowercase();
        let words: Vec<&str> = last.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let has_words = |text: &str| {
            let text = text.to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        let offer = |name: String| {
            let text = match spec.input {
                Input::Names(_) | Input::Subjects => {
                    let all: Vec<&str> = parts(before).chain([name.as_str()]).collect();
                    all.join(SEPARATOR)
                }
                _ => name.clone(),
            };
            Offer { text, name, about: String::new() }
        };
        let mut offers: Vec<Offer> = match spec.input {
            Input::Name(RecordList::Sources) => {
                let found = self.sources_for(typed);
                let offers = found.into_iter().map(|(id, text)| {
                    let source = dataset.source(id);
                    Offer { text, name: source.title.to_string(), about: source.publisher.to_string() }
                });
                offers.collect()
            }
            Input::Name(RecordList::Parties) | Input::Names(RecordList::Parties) => {
                let ids = (0..dataset.parties().len()).map(crate::domain::PartyId::new);
                let found = ids.filter(|&id| {
                    let party = dataset.party(id);
                    has_words(&format!("{} {} {}", party.name, party.short, party.key))
                });
                found.take(MAX_OFFERED).map(|id| offer(party_name(dataset, id))).collect()
            }
            Input::Name(RecordList::Speakers) => {
                let ids = (0..dataset.speakers().len()).map(crate::domain::SpeakerId::new);
                let found = ids.filter(|&id| {
                    let speaker = dataset.speaker(id);
                    has_words(&format!("{} {}", speaker.name, speaker.native_name))
                });
                found.take(MAX_OFFERED).map(|id| offer(speaker_name(dataset, id))).collect()
            }
            Input::Subjects => subjects_with(dataset, &has_words).take(MAX_OFFERED).map(offer).collect(),
            Input::Kind => {
                let own = dataset.own_types().iter().map(|own| &**own);
                let kinds = EventKind::ALL.iter().map(|&kind| (self.strings().terms.event_kind)(kind));
                let found = kinds.chain(own).filter(|name| has_words(name));
                found.take(MAX_OFFERED).map(|name| offer(name.to_owned())).collect()
            }
            Input::Like => {
                let mut found: Vec<&str> = self.like(form.list, spec.field);
                found.retain(|text| has_words(text));
                found.sort_unstable();
                found.dedup();
                found.into_iter().take(MAX_OFFERED).map(|name| offer(name.to_owned())).collect()
            }
            _ => Vec::new(),
        };
        if offers.iter().any(|offer| offer.text == typed.trim()) {
            offers.clear();
        }
        offers
    }

    /// What stands in a field of all records of a list.
    fn like(&self, list: RecordList, field: Field) -> Vec<&str> {
        let dataset = &self.world.dataset;
        match (list, field) {
            (_, Field::Group) => dataset.categories().iter().map(|group| &*group.name).collect(),
            (RecordList::Statements, _) => dataset.statements().iter().map(|said| &*said.lang).collect(),
            (_, Field::Publisher) => dataset.sources().iter().map(|source| &*source.publisher).collect(),
            (_, Field::Lang) => dataset.sources().iter().map(|source| &*source.lang).collect(),
            _ => Vec::new(),
        }
    }

    /// What there is to choose in a field: the words of the format or ids, with their names.
    pub fn choices(&self, list: RecordList, field: Field) -> Vec<(String, String)> {
        let dataset = &self.world.dataset;
        let keys: Vec<String> = match (list, field) {
            (_, Field::Treaty) => dataset.treaties().iter().map(|treaty| treaty.key.to_string()).collect(),
            (RecordList::Sources, Field::Kind) => {
                SourceKind::ALL.iter().map(|kind| kind.key().to_owned()).collect()
            }
            (_, Field::Nature) => [Nature::Treaty, Nature::Political, Nature::Topic]
                .map(|nature| nature_key(nature).to_owned())
                .into(),
            _ => Vec::new(),
        };
        keys.into_iter().map(|key| (key.clone(), self.choice_name(list, field, &key))).collect()
    }

    /// The name of what is chosen in a field.
    pub fn choice_name(&self, list: RecordList, field: Field, key: &str) -> String {
        let (strings, dataset) = (self.strings(), &self.world.dataset);
        let name = match (list, field) {
            (_, Field::Treaty) => {
                return dataset
                    .find_treaty(key)
                    .map(|id| dataset.treaty(id).name.to_string())
                    .unwrap_or_default();
            }
            (RecordList::Sources, Field::Kind) => {
                let kind = SourceKind::ALL.iter().find(|kind| kind.key() == key);
                kind.map(|&kind| (strings.terms.source_kind)(kind))
            }
            (_, Field::Nature) => {
                let all = [Nature::Treaty, Nature::Political, Nature::Topic];
                all.into_iter().find(|&nature| nature_key(nature) == key).map(strings.editing.nature_name)
            }
            _ => None,
        };
        name.unwrap_or(key).to_owned()
    }

    /// What there is to say of what is typed in a field, and how it is meant.
    pub fn field_message(&self, form: &RecordForm, spec: &FieldSpec) -> Option<(String, Tone)> {
        let (strings, dataset) = (self.strings(), &self.world.dataset);
        let words = &strings.editing;
        let typed = form.now.get(spec.field).trim();
        let is_drawn = matches!(form.list, RecordList::Events | RecordList::Statements);
        match spec.input {
            Input::Date => Some(match form.date(spec.field)? {
                Ok(date) if is_drawn => {
                    let precision = (strings.dates.precision)(&date);
                    ((words.will_draw)(&(strings.dates.date)(&date), &precision), Tone::Plain)
                }
                Ok(date) => ((strings.dates.date)(&date), Tone::Plain),
                Err(why) => ((strings.dates.problem)(typed, why), Tone::Wrong),
            }),
            Input::Name(RecordList::Sources) if typed.is_empty() => {
                let is_one = form.list == RecordList::Events && form.others.is_empty();
                is_one.then(|| (words.unsourced.to_owned(), Tone::Doubtful))
            }
            _ if typed == form.before.get(spec.field) => None,
            Input::Kind => {
                let key = kind_key(dataset, strings, typed);
                let is_known = typed.is_empty() || dataset.find_type(&key).is_some();
                let name = || EventKind::from_key(&key).map_or("", strings.terms.event_kind);
                match is_known {
                    // The only type that begins so.
                    true if name() != typed && !name().is_empty() => Some((name().to_owned(), Tone::Plain)),
                    true => None,
                    false => Some(((words.own_kind)(typed), Tone::Doubtful)),
                }
            }
            Input::Name(RecordList::Sources) => {
                self.is_new_source(typed).then(|| (words.new_source.to_owned(), Tone::Plain))
            }
            Input::Name(list) => {
                let is_new = matches!(find_named(dataset, list, typed), Named::New(_));
                (is_new && !typed.is_empty()).then(|| ((words.is_new)(typed), Tone::Plain))
            }
            Input::Names(list) => {
                let is_new = |part: &&str| matches!(find_named(dataset, list, part), Named::New(_));
                let new: Vec<&str> = parts(typed).filter(is_new).collect();
                (!new.is_empty()).then(|| ((words.is_new)(&new.join(SEPARATOR)), Tone::Plain))
            }
            Input::Subjects => {
                // What is still typed is offered to be completed.
                let is_offered = form
                    .offers
                    .as_ref()
                    .is_some_and(|(field, offers)| *field == spec.field && !offers.is_empty());
                let unknown = parts(typed).find(|part| find_subject(dataset, part).is_none());
                let unknown = unknown.filter(|_| !is_offered)?;
                Some(((words.unknown_subject)(unknown), Tone::Doubtful))
            }
            _ => None,
        }
    }
}
