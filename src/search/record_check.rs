//! Conditions on a record itself, checked after the inverted index has found the records with the words.

use std::collections::HashSet;

use crate::domain::{Dataset, EventId, EventKind, OwnTypeId, PartyId, SpeakerId, TagId, TreatyId};
use crate::text::{Word, folded_words, search_forms};

use super::Item;
use super::item_text::{kind_name, texts_of, treaties_of};
use super::query::{Condition, Field};

/// The remaining condition on an item, with all names resolved once.
pub(super) enum RecordCheck<'a> {
    Nothing,
    Sequence { words: &'a [String], is_prefix: bool },
    Treaties(HashSet<TreatyId>),
    Parties(HashSet<PartyId>),
    Kinds(HashSet<EventKind>),
    Speakers(HashSet<SpeakerId>),
    Tags(HashSet<TagId>),
    Time(&'a Condition),
}

impl<'a> RecordCheck<'a> {
    pub(super) fn of(dataset: &Dataset, condition: &'a Condition) -> Self {
        match condition {
            Condition::Words(words) if words.len() > 1 => Self::Sequence { words, is_prefix: true },
            Condition::Phrase(words) if words.len() > 1 => Self::Sequence { words, is_prefix: false },
            Condition::Words(_) | Condition::Phrase(_) => Self::Nothing,
            Condition::From(_) | Condition::Before(_) => Self::Time(condition),
            Condition::Field(Field::Treaty, words) => {
                let treaties = dataset.treaties().iter().enumerate();
                let holds = treaties.filter(|(_, treaty)| {
                    let names = [&treaty.key, &treaty.name, &treaty.full_name];
                    names.into_iter().chain(&treaty.aliases).any(|name| has(name, words))
                });
                Self::Treaties(holds.map(|(i, _)| TreatyId::new(i)).collect())
            }
            Condition::Field(Field::Party, words) => {
                let parties = dataset.parties().iter().enumerate();
                // A state's code must match whole: `US` is not `USSR`.
                let is_code =
                    |code: &str| words.len() == 1 && folded_words(code).any(|(_, form)| form == words[0]);
                let holds = parties.filter(|(_, party)| {
                    is_code(&party.key)
                        || is_code(&party.short)
                        || ((words[0].len() > 3 || !words[0].is_ascii()) && has(&party.name, words))
                });
                Self::Parties(holds.map(|(i, _)| PartyId::new(i)).collect())
            }
            Condition::Field(Field::Type, words) => {
                let holds = |kind: &EventKind| {
                    has(kind_name(dataset, *kind), words)
                        || has(&dataset.type_key(*kind).replace('_', " "), words)
                };
                let own = (0..dataset.own_types().len()).map(|index| EventKind::Own(OwnTypeId::new(index)));
                Self::Kinds(EventKind::ALL.iter().copied().chain(own).filter(holds).collect())
            }
            Condition::Field(Field::Speaker, words) => {
                let speakers = dataset.speakers().iter().enumerate();
                let holds = speakers
                    .filter(|(_, speaker)| has(&speaker.name, words) || has(&speaker.native_name, words));
                Self::Speakers(holds.map(|(i, _)| SpeakerId::new(i)).collect())
            }
            Condition::Field(Field::Tag, words) => {
                let tags = (0..dataset.tags().len()).map(TagId::new);
                Self::Tags(tags.filter(|&tag| has(dataset.tag(tag), words)).collect())
            }
        }
    }

    pub(super) fn holds(&self, dataset: &Dataset, item: Item) -> bool {
        match (self, item) {
            (Self::Nothing, _) => true,
            (Self::Sequence { words, is_prefix }, _) => {
                texts_of(dataset, item).any(|(text, _)| follows(text, words, *is_prefix))
            }
            (Self::Treaties(treaties), Item::Treaty(id)) => treaties.contains(&id),
            (Self::Treaties(treaties), Item::Event(id)) => treaties.contains(&dataset.event(id).treaty),
            (Self::Treaties(treaties), Item::Statement(id)) => {
                treaties_of(dataset, id).any(|treaty| treaties.contains(&treaty))
            }
            (Self::Parties(parties), Item::Treaty(id)) => {
                dataset.treaty(id).parties.iter().any(|party| parties.contains(party))
            }
            (Self::Parties(parties), Item::Event(id)) => {
                dataset.event(id).party.is_some_and(|party| parties.contains(&party))
            }
            (Self::Parties(parties), Item::Statement(id)) => {
                dataset.statement(id).country.is_some_and(|party| parties.contains(&party))
            }
            (Self::Kinds(kinds), Item::Event(id)) => kinds.contains(&dataset.event(id).kind),
            (Self::Kinds(kinds), Item::Statement(id)) => {
                dataset.statement(id).events().any(|event| kinds.contains(&dataset.event(event).kind))
            }
            (Self::Speakers(speakers), Item::Event(id)) => {
                let statements = &dataset.event(id).statements;
                statements.iter().any(|&statement| speakers.contains(&dataset.statement(statement).speaker))
            }
            (Self::Speakers(speakers), Item::Statement(id)) => {
                speakers.contains(&dataset.statement(id).speaker)
            }
            (Self::Tags(tags), Item::Event(id)) => has_tag(dataset, id, tags),
            (Self::Tags(tags), Item::Statement(id)) => {
                dataset.statement(id).events().any(|event| has_tag(dataset, event, tags))
            }
            (Self::Time(condition), Item::Source(id)) => {
                dataset.source(id).date.as_ref().is_some_and(|date| is_in(condition, date.anchor()))
            }
            (Self::Kinds(_) | Self::Speakers(_) | Self::Tags(_) | Self::Time(_), Item::Treaty(_))
            | (
                Self::Treaties(_) | Self::Parties(_) | Self::Kinds(_) | Self::Speakers(_) | Self::Tags(_),
                Item::Source(_),
            ) => false,
            (Self::Time(condition), Item::Event(id)) => is_in(condition, dataset.event(id).at()),
            (Self::Time(condition), Item::Statement(id)) => {
                is_in(condition, dataset.statement(id).date.anchor())
            }
        }
    }
}

fn has_tag(dataset: &Dataset, event: EventId, tags: &HashSet<TagId>) -> bool {
    dataset.event(event).tags.iter().any(|tag| tags.contains(tag))
}

fn is_in(condition: &Condition, at: crate::domain::Moment) -> bool {
    match condition {
        Condition::From(from) => at >= *from,
        Condition::Before(end) => at < *end,
        _ => true,
    }
}

/// Whether a name has all of these words, or words that begin with them.
fn has(name: &str, words: &[String]) -> bool {
    let mut forms = Vec::new();
    search_forms(name, |form| forms.push(form));
    words.iter().all(|word| forms.iter().any(|form| form.starts_with(word.as_str())))
}

/// Whether the words occur in sequence in a text.
fn follows(text: &str, words: &[String], is_prefix: bool) -> bool {
    let forms: Vec<Word> = folded_words(text).collect();
    !words.is_empty() && forms.windows(words.len()).any(|window| matches_words(window, words, is_prefix))
}

/// Whether these are the words, of which the last may be a prefix.
pub(super) fn matches_words(window: &[Word], words: &[String], is_prefix: bool) -> bool {
    let last = words.len().saturating_sub(1);
    window.len() == words.len()
        && std::iter::zip(window, words).enumerate().all(|(index, ((_, form), word))| {
            form == word || (is_prefix && index == last && form.starts_with(word.as_str()))
        })
}
