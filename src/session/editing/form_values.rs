//! What stands in the fields of a record's form when it is opened.

use crate::domain::{About, Dataset, EventKind, Moment, Nature, PartyId};
use crate::language::Strings;
use crate::records::RecordList;
use crate::session::Session;
use crate::timeline::Selection;

use super::field::Field;
use super::form::Fields;
use super::names::{SEPARATOR, event_name, party_name, source_name, speaker_name, treaty_name};

/// What the dataset says of a record; `None` where there is none of this id, or no form for it.
pub(super) fn values(dataset: &Dataset, strings: &Strings, list: RecordList, id: &str) -> Option<Fields> {
    let party = |id: Option<PartyId>| id.map(|id| party_name(dataset, id)).unwrap_or_default();
    let parties = |ids: &[PartyId]| {
        let names: Vec<String> = ids.iter().map(|&id| party_name(dataset, id)).collect();
        names.join(SEPARATOR)
    };
    let fields = Fields::default();
    Some(match list {
        RecordList::Events => {
            let event = dataset.event(dataset.find_event(id)?);
            let claim = event.claim();
            fields
                .with(Field::Date, claim.date.text())
                .with(Field::Kind, strings.event_kind(dataset, event.kind))
                .with(Field::Treaty, &*dataset.treaty(event.treaty).key)
                .with(Field::Party, party(event.party))
                .with(Field::Title, &*event.title)
                .with(Field::Summary, &*event.summary)
                .with(Field::Source, claim.source.map(|id| source_name(dataset, id)).unwrap_or_default())
                .with(Field::Note, &*claim.note)
        }
        RecordList::Statements => {
            let statement = dataset.statement(dataset.find_statement(id)?);
            let about = statement.about.iter().map(|about| match *about {
                About::Treaty(id) => treaty_name(dataset, id),
                About::Event(id) => event_name(dataset, id),
            });
            fields
                .with(Field::Quote, &*statement.quote)
                .with(Field::Speaker, speaker_name(dataset, statement.speaker))
                .with(Field::Date, statement.date.text())
                .with(Field::Source, source_name(dataset, statement.source))
                .with(Field::About, about.collect::<Vec<_>>().join(SEPARATOR))
                .with(Field::Party, party(statement.country))
                .with(Field::Role, &*statement.role)
                .with(Field::Organisation, &*statement.organisation)
                .with(Field::Venue, &*statement.venue)
                .with(Field::Lang, &*statement.lang)
                .with(Field::Translator, &*statement.translation_by)
                .with(Field::Note, &*statement.note)
        }
        RecordList::Treaties => {
            let treaty = dataset.treaty(dataset.find_treaty(id)?);
            let group = dataset.categories().get(treaty.category);
            fields
                .with(Field::Name, &*treaty.name)
                .with(Field::Group, group.map_or("", |group| &*group.name))
                .with(Field::Nature, nature_key(treaty.nature))
                .with(Field::Parties, parties(&treaty.parties))
                .with(Field::Depositaries, parties(&treaty.depositaries))
                .with(Field::Summary, &*treaty.summary)
                .with(Field::FullName, unless_same(&treaty.full_name, &treaty.name))
                .with(Field::Aliases, treaty.aliases.join(SEPARATOR))
                .with(Field::Duration, &*treaty.duration_rule)
        }
        RecordList::Parties => {
            let own = dataset.party(dataset.find_party(id)?);
            fields
                .with(Field::Name, &*own.name)
                .with(Field::Short, unless_same(&own.short, &own.name))
                .with(Field::Predecessor, party(own.succeeds))
        }
        RecordList::Speakers => {
            let speaker = dataset.speaker(dataset.find_speaker(id)?);
            fields
                .with(Field::Name, &*speaker.name)
                .with(Field::NativeName, unless_same(&speaker.native_name, &speaker.name))
                .with(Field::Party, party(speaker.country))
        }
        RecordList::Sources => {
            let source = dataset.source(dataset.find_source(id)?);
            let date = |date: &Option<crate::domain::EdtfDate>| {
                date.as_ref().map(|date| date.text().to_owned()).unwrap_or_default()
            };
            fields
                .with(Field::Title, &*source.title)
                .with(Field::Address, &*source.url)
                .with(Field::Publisher, &*source.publisher)
                .with(Field::Date, date(&source.date))
                .with(Field::Accessed, date(&source.accessed))
                .with(Field::Kind, source.kind.key())
                .with(Field::Lang, &*source.lang)
                .with(Field::Archive, &*source.archive_url)
        }
        RecordList::Dataset => fields
            .with(Field::Title, dataset.title())
            .with(Field::Summary, dataset.description())
            .with(Field::Date, dataset.checked_on().map_or("", |day| day.text()))
            .with(Field::Version, dataset.version())
            .with(Field::License, dataset.license()),
        RecordList::Acts | RecordList::Series => return None,
    })
}

/// A name, unless it is that which stands for it where the file has none.
fn unless_same<'a>(name: &'a str, other: &str) -> &'a str {
    if name == other { "" } else { name }
}

/// The word of the format for a nature.
pub(super) fn nature_key(nature: Nature) -> &'static str {
    match nature {
        Nature::Treaty => "treaty",
        Nature::Political => "political",
        Nature::Topic => "topic",
    }
}

impl Session {
    /// What stands in the form of a new record: what follows from the selection.
    pub(super) fn values_of_new(&self, list: RecordList, day: Option<Moment>) -> Fields {
        let dataset = &self.world.dataset;
        let treaty = self.selected_treaty();
        let day = day.map(|day| day.date().format("%Y-%m-%d").to_string()).unwrap_or_default();
        let today = self.today.map(|today| today.date().to_string()).unwrap_or_default();
        let fields = Fields::default();
        match list {
            RecordList::Events => {
                let treaty = treaty.map(|id| dataset.treaty(id).key.to_string()).unwrap_or_default();
                fields
                    .with(Field::Date, day)
                    .with(Field::Kind, (self.strings().terms.event_kind)(EventKind::Other))
                    .with(Field::Treaty, treaty)
            }
            RecordList::Statements => {
                let about = match self.selection.selected {
                    Selection::Event(id) => event_name(dataset, id),
                    Selection::Speaker(_) | Selection::Source(_) => String::new(),
                    _ => treaty.map(|id| treaty_name(dataset, id)).unwrap_or_default(),
                };
                let speaker = match self.selection.selected {
                    Selection::Speaker(id) => speaker_name(dataset, id),
                    _ => String::new(),
                };
                let source = match self.selection.selected {
                    Selection::Source(id) => source_name(dataset, id),
                    _ => String::new(),
                };
                let lang = match self.language() {
                    crate::language::Language::English => "en",
                    crate::language::Language::Russian => "ru",
                };
                fields
                    .with(Field::About, about)
                    .with(Field::Speaker, speaker)
                    .with(Field::Source, source)
                    .with(Field::Lang, lang)
            }
            RecordList::Treaties => {
                // A lane is added beside the selected one, or to the last group.
                let group = match treaty {
                    Some(id) => dataset.categories().get(dataset.treaty(id).category),
                    None => dataset.categories().last(),
                };
                let group = group.map_or_else(|| self.strings().editing.first_group, |group| &*group.name);
                fields.with(Field::Group, group).with(Field::Nature, nature_key(Nature::Treaty))
            }
            RecordList::Sources => fields
                .with(Field::Accessed, today)
                .with(Field::Kind, crate::domain::SourceKind::OfficialStatement.key()),
            _ => fields,
        }
    }
}
