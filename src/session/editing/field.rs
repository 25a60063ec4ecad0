//! The fields of the form of each kind of record, as data: how a field is filled in, and where its value stands.

use crate::language::{Editing, Label};
use crate::records::RecordList;

/// A field of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The date, in EDTF or as people write it: of an event, a statement or a source.
    Date,
    /// The type, by its name; the kind of a source, by its word in the format.
    Kind,
    /// The treaty, by its id.
    Treaty,
    /// The party that acted, or that is spoken for.
    Party,
    /// The title.
    Title,
    /// What happened; what a treaty is.
    Summary,
    /// The source: the title of one, or the address of a new one.
    Source,
    /// What to know about the date or the wording.
    Note,
    /// The words of a statement.
    Quote,
    /// A language.
    Lang,
    /// Who said it.
    Speaker,
    /// The office held.
    Role,
    /// The body spoken for.
    Organisation,
    /// Where it was said.
    Venue,
    /// What a statement is about.
    About,
    /// Whose translation it is.
    Translator,
    /// A name.
    Name,
    /// The name in the title of a treaty.
    FullName,
    /// Other names.
    Aliases,
    /// The group of a treaty.
    Group,
    /// Whether a treaty binds in law.
    Nature,
    /// The parties to a treaty.
    Parties,
    /// Its depositaries.
    Depositaries,
    /// How long it lasts.
    Duration,
    /// The code of a party.
    Code,
    /// A name where space is short.
    Short,
    /// The state whose rights and duties a party took over.
    Predecessor,
    /// A name in the speaker's own script.
    NativeName,
    /// Who published a source.
    Publisher,
    /// Its address.
    Address,
    /// The address of an archived copy.
    Archive,
    /// The day on which it was seen.
    Accessed,
    /// Terms of use of a dataset.
    License,
    /// Its version.
    Version,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A line of text.
    Line,
    /// A line of text, like that of other records of the list.
    Like,
    /// Texts, separated by semicolons.
    Lines,
    /// Text of several lines.
    Text,
    /// A date in EDTF or as people write it.
    Date,
    /// One of a list of words.
    Choice,
    /// A type of event by its name: one of the format, or one of the dataset's own.
    Kind,
    /// The name of a record of another list.
    Name(RecordList),
    /// Names of records of another list, separated by semicolons.
    Names(RecordList),
    /// Names of treaties and events, separated by semicolons.
    Subjects,
}

/// A field of a form.
#[derive(Clone, Copy)]
pub struct FieldSpec {
    /// Which.
    pub field: Field,
    /// How it is filled in.
    pub input: Input,
    /// Where its value stands: the name of the field in the file, behind `dates.` if it belongs to the date of an event.
    pub(super) key: &'static str,
    /// Whether it must not be empty.
    pub is_required: bool,
    /// Its label.
    pub(super) label: fn(&Editing) -> Label,
}

impl FieldSpec {
    /// Its name and what it is.
    pub fn label(&self, words: &Editing) -> Label {
        (self.label)(words)
    }

    /// Whether it has several texts, separated by semicolons.
    pub fn is_list(&self) -> bool {
        matches!(self.input, Input::Lines | Input::Names(_) | Input::Subjects)
    }

    /// Whether it names records of other lists, or is completed from those of its own.
    pub fn is_completed(&self) -> bool {
        matches!(self.input, Input::Like | Input::Kind | Input::Name(_) | Input::Names(_) | Input::Subjects)
    }
}

const fn required(field: Field, input: Input, key: &'static str, label: fn(&Editing) -> Label) -> FieldSpec {
    FieldSpec { field, input, key, is_required: true, label }
}

const fn optional(field: Field, input: Input, key: &'static str, label: fn(&Editing) -> Label) -> FieldSpec {
    FieldSpec { field, input, key, is_required: false, label }
}

use Input::{Choice, Date, Like, Line, Lines, Name, Names, Subjects, Text};

const ACTING_PARTY: FieldSpec =
    optional(Field::Party, Name(RecordList::Parties), "party", |words| words.party);
const DATE_SOURCE: FieldSpec =
    optional(Field::Source, Name(RecordList::Sources), "dates.source", |words| words.source);
const DATE_NOTE: FieldSpec = optional(Field::Note, Line, "dates.note", |words| words.note);
const PARTY_NAME: FieldSpec = required(Field::Name, Line, "name", |words| words.name);
const SHORT_NAME: FieldSpec = optional(Field::Short, Line, "short", |words| words.short);
const PREDECESSOR: FieldSpec =
    optional(Field::Predecessor, Name(RecordList::Parties), "succeeds", |words| words.predecessor);

const EVENT: &[FieldSpec] = &[
    required(Field::Date, Date, "dates.edtf", |words| words.date),
    required(Field::Kind, Input::Kind, "type", |words| words.kind),
    required(Field::Treaty, Choice, "treaty", |words| words.treaty),
    ACTING_PARTY,
    optional(Field::Title, Line, "title", |words| words.title),
    optional(Field::Summary, Text, "summary", |words| words.summary),
    DATE_SOURCE,
    DATE_NOTE,
];

/// The fields of several events at once: what one value fits all of.
pub(super) const EVENTS_TOGETHER: &[FieldSpec] = &[
    optional(Field::Kind, Input::Kind, "type", |words| words.kind),
    optional(Field::Treaty, Choice, "treaty", |words| words.treaty),
    ACTING_PARTY,
    DATE_SOURCE,
    DATE_NOTE,
];

const STATEMENT: &[FieldSpec] = &[
    required(Field::Quote, Text, "quote", |words| words.quote),
    required(Field::Speaker, Name(RecordList::Speakers), "speaker", |words| words.speaker),
    required(Field::Date, Date, "date", |words| words.said_on),
    required(Field::Source, Name(RecordList::Sources), "source", |words| words.seen_in),
    optional(Field::About, Subjects, "about", |words| words.about),
    optional(Field::Party, Name(RecordList::Parties), "country", |words| words.spoken_for),
    optional(Field::Role, Line, "role", |words| words.role),
    optional(Field::Organisation, Line, "organisation", |words| words.organisation),
    optional(Field::Venue, Line, "venue", |words| words.venue),
    required(Field::Lang, Like, "lang", |words| words.lang),
    optional(Field::Translator, Line, "translation_by", |words| words.translator),
    optional(Field::Note, Line, "note", |words| words.wording_note),
];

const TREATY: &[FieldSpec] = &[
    required(Field::Name, Line, "name", |words| words.name),
    required(Field::Group, Like, "category", |words| words.group),
    optional(Field::Nature, Choice, "nature", |words| words.nature),
    optional(Field::Parties, Names(RecordList::Parties), "parties", |words| words.parties),
    optional(Field::Depositaries, Names(RecordList::Parties), "depositaries", |words| words.depositaries),
    optional(Field::Summary, Text, "summary", |words| words.treaty_summary),
    optional(Field::FullName, Line, "full_name", |words| words.full_name),
    optional(Field::Aliases, Lines, "aliases", |words| words.aliases),
    optional(Field::Duration, Line, "duration_rule", |words| words.duration),
];

const PARTY: &[FieldSpec] = &[PARTY_NAME, SHORT_NAME, PREDECESSOR];

const NEW_PARTY: &[FieldSpec] =
    &[PARTY_NAME, optional(Field::Code, Line, "id", |words| words.code), SHORT_NAME, PREDECESSOR];

const SPEAKER: &[FieldSpec] = &[
    required(Field::Name, Line, "name", |words| words.name),
    optional(Field::NativeName, Line, "native_name", |words| words.native_name),
    optional(Field::Party, Name(RecordList::Parties), "country", |words| words.spoken_for),
];

const SOURCE: &[FieldSpec] = &[
    required(Field::Title, Line, "title", |words| words.source_title),
    optional(Field::Address, Line, "url", |words| words.address),
    optional(Field::Publisher, Like, "publisher", |words| words.publisher),
    optional(Field::Date, Date, "date", |words| words.published),
    optional(Field::Accessed, Date, "accessed", |words| words.accessed),
    optional(Field::Kind, Choice, "kind", |words| words.source_kind),
    optional(Field::Lang, Like, "lang", |words| words.lang),
    optional(Field::Archive, Line, "archive_url", |words| words.archive),
];

const DATASET: &[FieldSpec] = &[
    required(Field::Title, Line, "title", |words| words.dataset_title),
    optional(Field::Summary, Text, "description", |words| words.description),
    optional(Field::Date, Date, "checked_on", |words| words.checked_on),
    optional(Field::Version, Line, "version", |words| words.version),
    optional(Field::License, Line, "license", |words| words.license),
];

/// The fields of the form of a record; none for lists that have no form.
pub fn fields_of(list: RecordList, is_new: bool) -> &'static [FieldSpec] {
    match list {
        RecordList::Events => EVENT,
        RecordList::Statements => STATEMENT,
        RecordList::Treaties => TREATY,
        RecordList::Parties if is_new => NEW_PARTY,
        RecordList::Parties => PARTY,
        RecordList::Speakers => SPEAKER,
        RecordList::Sources => SOURCE,
        RecordList::Dataset => DATASET,
        RecordList::Acts | RecordList::Series => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_place_in_the_format_and_a_label_of_its_own() {
        let words = &crate::language::Language::English.strings().editing;
        for list in RecordList::ALL {
            let mut labels = Vec::new();
            for spec in fields_of(list, true) {
                let key = spec.key.split('.').next().unwrap();
                assert!(list.fields().any(|field| field == key), "{list:?} {key}");
                assert!(!labels.contains(&spec.label(words).name), "{list:?} {key}");
                labels.push(spec.label(words).name);
            }
        }
    }
}
