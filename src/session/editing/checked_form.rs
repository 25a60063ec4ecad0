//! What is typed into a form, checked, and the edit in words.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::domain::EdtfDate;
use crate::edit::{Edit, Json};
use crate::records::{PartyRecord, RecordList, SourceRecord, SpeakerRecord};
use crate::session::Session;
use crate::session::reader::additions::{slug, unique_id};
use crate::timeline::Selection;

use super::field::{Field, FieldSpec, Input};
use super::form::{Fields, RecordForm};
use super::make_edits::FormRequest;
use super::names::{Named, SubjectKey, find_named, find_subject, kind_key, parts};
use super::source_choice::SourceChoice;

/// What is wrong with a form: in which field, and what.
pub(super) type Wrong = (Field, String);

/// Records that a form adds beside its own, with their ids.
#[derive(Default)]
struct Additions {
    edits: Vec<Edit>,
    ids: BTreeSet<String>,
    named: Vec<(RecordList, String, String)>,
}

impl Session {
    /// What is typed, checked, and the edit in words.
    pub(super) fn request_of(&self, form: &RecordForm) -> Result<(FormRequest, String), Wrong> {
        let (strings, dataset) = (self.strings(), &self.world.dataset);
        let is_new = form.id.is_none();
        let mut additions = Additions::default();
        let mut values = Vec::new();
        let mut now = form.now.clone();
        for spec in form.fields() {
            let (field, typed) = (spec.field, form.now.get(spec.field).trim());
            if !is_new && form.now.get(field) == form.before.get(field) {
                continue;
            }
            if spec.is_required && typed.is_empty() {
                return Err((field, self.missing(spec)));
            }
            let value = self.value_of(spec, typed, &mut additions)?;
            if let (Input::Date, Some(Value::String(date))) = (spec.input, &value) {
                now.set(field, date.clone());
            }
            values.push((spec.key, value.as_ref().and_then(Json::of)));
        }
        let words = match &form.id {
            Some(id) => self.words_of_change(form, id, &now),
            None if form.list == RecordList::Events => {
                let treaty = dataset.find_treaty(now.get(Field::Treaty));
                let treaty = treaty.map_or("", |id| &*dataset.treaty(id).name);
                (strings.editing.added)(Self::new_title(&now), treaty)
            }
            None => (strings.editing.added_record)(form.list, new_name(form.list, &now)),
        };
        let id = match &form.id {
            Some(id) => id.clone(),
            None => self.new_id(form.list, &now, &values, &mut additions)?,
        };
        let after = dataset
            .find_treaty(now.get(Field::Treaty))
            .and_then(|treaty| dataset.events_of(treaty).last())
            .map(|&id| dataset.event(id).key.to_string());
        let request = FormRequest {
            list: form.list,
            id,
            others: form.others.clone(),
            is_new,
            after,
            values,
            additions: additions.edits,
            may_be_unsourced: self.world.unsourced.is_some_and(|count| count > 0),
        };
        Ok((request, words))
    }

    /// What is said at a field that must not be empty.
    fn missing(&self, spec: &FieldSpec) -> String {
        let words = &self.strings().editing;
        match spec.field {
            Field::Date => words.date_missing.to_owned(),
            Field::Kind => words.kind_missing.to_owned(),
            Field::Treaty => words.treaty_missing.to_owned(),
            _ => (words.missing)(spec.label(words).name),
        }
    }

    /// The value of a field in the file; nothing where it is empty.
    fn value_of(
        &self,
        spec: &FieldSpec,
        typed: &str,
        additions: &mut Additions,
    ) -> Result<Option<Value>, Wrong> {
        let (strings, dataset) = (self.strings(), &self.world.dataset);
        if typed.is_empty() && spec.input != Input::Subjects {
            return Ok(None);
        }
        let text = |text: &str| Ok(Some(Value::from(text)));
        let wrong = |why: String| Err((spec.field, why));
        match spec.input {
            Input::Date => match EdtfDate::parse_typed(typed) {
                Ok(date) => text(date.text()),
                Err(problem) => wrong((strings.dates.problem)(typed, problem)),
            },
            Input::Choice if spec.field == Field::Treaty && dataset.find_treaty(typed).is_none() => {
                wrong(strings.editing.treaty_missing.to_owned())
            }
            // What is nothing else is a treaty: the file need not say so.
            Input::Choice if spec.field == Field::Nature && typed == "treaty" => Ok(None),
            Input::Line | Input::Like | Input::Text | Input::Choice => text(typed),
            Input::Kind => text(&kind_key(dataset, strings, typed)),
            Input::Lines => Ok(Some(parts(typed).collect())),
            Input::Name(RecordList::Sources) => match self.source_of(typed) {
                Some(id) => text(&self.with_source(id, additions)),
                None => wrong(strings.editing.unknown_source.to_owned()),
            },
            Input::Name(list) => match self.id_of_name(list, typed, additions) {
                Some(id) => text(&id),
                None => wrong((strings.editing.unknown_name)(typed)),
            },
            Input::Names(list) => {
                let mut ids = Vec::new();
                for part in parts(typed) {
                    match self.id_of_name(list, part, additions) {
                        Some(id) if ids.contains(&id) => {}
                        Some(id) => ids.push(id),
                        None => return wrong((strings.editing.unknown_name)(part)),
                    }
                }
                Ok(Some(ids.into()))
            }
            Input::Subjects => {
                let mut about = Vec::new();
                for part in parts(typed) {
                    about.push(match find_subject(dataset, part) {
                        Some(SubjectKey::Treaty(id)) => json!({ "treaty": id }),
                        Some(SubjectKey::Event(id)) => json!({ "event": id }),
                        None => return wrong((strings.editing.unknown_subject)(part)),
                    });
                }
                Ok(Some(about.into()))
            }
        }
    }

    /// The source that is typed: a known one, a new one, or the only one to which the words lead.
    fn source_of(&self, typed: &str) -> Option<SourceChoice> {
        let dataset = &self.world.dataset;
        SourceChoice::of(dataset, typed).or_else(|| match self.sources_for(typed).as_slice() {
            [(id, _)] => Some(SourceChoice::Known(dataset.source(*id).key.to_string())),
            _ => None,
        })
    }

    /// The id of a source, which is added where it is new.
    fn with_source(&self, choice: SourceChoice, additions: &mut Additions) -> String {
        match choice {
            SourceChoice::Known(id) => id,
            SourceChoice::New { id, title, address } => {
                let source = SourceRecord {
                    id: id.clone(),
                    title,
                    url: Some(address),
                    accessed: self.today.map(|today| today.date().to_string()),
                    ..SourceRecord::default()
                };
                let record = Json::of(&source);
                additions
                    .edits
                    .extend(record.map(|record| Edit::add(RecordList::Sources, id.clone(), record)));
                id
            }
        }
    }

    /// The id of a party or a speaker of a name, which is added where it is new.
    fn id_of_name(&self, list: RecordList, name: &str, additions: &mut Additions) -> Option<String> {
        let dataset = &self.world.dataset;
        let name = match find_named(dataset, list, name) {
            Named::Known(id) => return Some(id),
            Named::New(name) => name,
            Named::Unknown => return None,
        };
        let mut earlier = additions.named.iter().filter(|(of, other, _)| *of == list && *other == name);
        if let Some((.., id)) = earlier.next() {
            return Some(id.clone());
        }
        let (id, record) = if list == RecordList::Parties {
            let id = self.party_id(&name, &mut additions.ids);
            let party = PartyRecord {
                id: id.clone(),
                name: name.clone(),
                short: None,
                succeeds: None,
                extra: crate::records::Extra::default(),
            };
            (id, Json::of(&party))
        } else {
            let is_used = |id: &str| dataset.find_speaker(id).is_some();
            let id = unique_id(&slug(&name, "speaker"), &mut additions.ids, is_used);
            let speaker = SpeakerRecord { id: id.clone(), name: name.clone(), ..SpeakerRecord::default() };
            (id, Json::of(&speaker))
        };
        additions.edits.extend(record.map(|record| Edit::add(list, id.clone(), record)));
        additions.named.push((list, name, id.clone()));
        Some(id)
    }

    /// The id of a new party: letters like those of a code.
    fn party_id(&self, name: &str, used: &mut BTreeSet<String>) -> String {
        let wanted = slug(name, "party").to_uppercase();
        unique_id(&wanted, used, |id| self.world.dataset.find_party(id).is_some())
    }

    /// The id that a new record gets.
    fn new_id(
        &self,
        list: RecordList,
        now: &Fields,
        values: &[(&'static str, Option<Json>)],
        additions: &mut Additions,
    ) -> Result<String, Wrong> {
        let dataset = &self.world.dataset;
        let name = now.get(Field::Name);
        let used = &mut additions.ids;
        let is_mark = |id: &str| dataset.find_event(id).is_some() || dataset.find_statement(id).is_some();
        Ok(match list {
            RecordList::Parties => {
                let code = now.get(Field::Code).trim();
                if code.is_empty() {
                    return Ok(self.party_id(name, used));
                }
                if dataset.find_party(code).is_some() || used.contains(code) {
                    return Err((Field::Code, (self.strings().editing.code_taken)(code)));
                }
                code.to_owned()
            }
            RecordList::Statements => {
                let speaker = values.iter().find(|(key, _)| *key == "speaker");
                let speaker = speaker.and_then(|(_, value)| value.as_ref()?.as_text()).unwrap_or_default();
                unique_id(&slug(&format!("{speaker} {}", now.get(Field::Date)), "statement"), used, is_mark)
            }
            RecordList::Treaties => {
                unique_id(&slug(name, "treaty"), used, |id| dataset.find_treaty(id).is_some())
            }
            RecordList::Speakers => {
                unique_id(&slug(name, "speaker"), used, |id| dataset.find_speaker(id).is_some())
            }
            RecordList::Sources => {
                let wanted = slug(now.get(Field::Title), "source");
                unique_id(&wanted, used, |id| dataset.find_source(id).is_some())
            }
            _ => {
                let kind = values.iter().find(|(key, _)| *key == "type");
                let kind = kind.and_then(|(_, value)| value.as_ref()?.as_text()).unwrap_or_default();
                let words = [now.get(Field::Treaty), &kind, now.get(Field::Date)];
                unique_id(&slug(&words.join(" "), "event"), used, is_mark)
            }
        })
    }

    /// The title of a new event: what is typed, or its type.
    fn new_title(now: &Fields) -> &str {
        match now.get(Field::Title).trim() {
            "" => now.get(Field::Kind).trim(),
            title => title,
        }
    }

    /// What a form changed, in words: of an event the date with both days, of other fields which.
    fn words_of_change(&self, form: &RecordForm, id: &str, now: &Fields) -> String {
        let strings = self.strings();
        let words = &strings.editing;
        let title = match self.selection_of(form.list, id) {
            Some(Selection::Event(id)) => self.title_of(Selection::Event(id)),
            _ => self.record_name(form.list, id),
        };
        let (before, after) = (form.before.get(Field::Date), now.get(Field::Date));
        if form.list == RecordList::Events && form.others.is_empty() && before != after {
            let said = |text: &str| {
                EdtfDate::parse(text).map_or_else(|_| text.to_owned(), |date| (strings.dates.date)(&date))
            };
            return (words.date_changed)(&title, &said(before), &said(after));
        }
        let changed = form.fields().iter().filter(|spec| form.before.get(spec.field) != now.get(spec.field));
        let changed: Vec<String> = changed.map(|spec| spec.label(words).name.to_lowercase()).collect();
        if form.others.is_empty() {
            (words.fields_changed)(&title, &changed.join(", "))
        } else {
            (words.changed_together)(form.others.len() + 1, &changed.join(", "))
        }
    }
}

/// The name of a new record.
fn new_name(list: RecordList, now: &Fields) -> &str {
    let field = match list {
        RecordList::Sources => Field::Title,
        RecordList::Statements => Field::Speaker,
        _ => Field::Name,
    };
    now.get(field).trim()
}
