//! What is typed into a form, checked, and the edit in words.

use std::collections::BTreeSet;

use crate::domain::{Dataset, EdtfDate, EventKind};
use crate::session::Session;
use crate::session::reader::additions::{slug, unique_id};
use crate::timeline::Selection;

use super::form::{EventForm, Field, Fields};
use super::make_edits::FormRequest;
use super::source_choice::SourceChoice;

impl Session {
    /// What is typed, checked, and the edit in words.
    pub(super) fn request_of(&self, form: &EventForm) -> Result<(FormRequest, String), (Field, String)> {
        let (strings, dataset) = (self.strings(), &self.world.dataset);
        let date = if form.now.date == form.before.date && form.event.is_some() {
            form.now.date.clone()
        } else {
            match form.date() {
                Some(Ok(date)) => date.text().to_owned(),
                Some(Err(problem)) => {
                    return Err((Field::Date, (strings.dates.problem)(form.now.date.trim(), problem)));
                }
                None => return Err((Field::Date, strings.editing.date_missing.to_owned())),
            }
        };
        if form.now.kind.trim().is_empty() {
            return Err((Field::Kind, strings.editing.kind_missing.to_owned()));
        }
        let source = if form.now.source == form.before.source && form.event.is_some() {
            SourceChoice::Unchanged
        } else {
            let choice = SourceChoice::of(dataset, &form.now.source).or_else(|| {
                // What leads to one source alone means it.
                match self.sources_for(&form.now.source).as_slice() {
                    [(id, _)] => Some(SourceChoice::Known(dataset.source(*id).key.to_string())),
                    _ => None,
                }
            });
            choice.ok_or_else(|| (Field::Source, strings.editing.unknown_source.to_owned()))?
        };
        let treaty = dataset.find_treaty(&form.now.treaty);
        let treaty = treaty.ok_or_else(|| (Field::Treaty, strings.editing.treaty_missing.to_owned()))?;
        let name = &*dataset.treaty(treaty).name;
        let now = Fields { date, ..form.now.clone() };
        let last = dataset.events_of(treaty).last().map(|&id| dataset.event(id).key.to_string());
        let words = match &form.event {
            Some(event) => self.words_of_change(dataset, event, &form.before, &now),
            None => (strings.editing.added)(self.new_title(&now), name),
        };
        let id = form.event.clone().unwrap_or_else(|| {
            let wanted = slug(&format!("{} {} {}", form.now.treaty, now.kind, now.date), "event");
            let is_used = |id: &str| dataset.find_event(id).is_some() || dataset.find_statement(id).is_some();
            unique_id(&wanted, &mut BTreeSet::new(), is_used)
        });
        let request = FormRequest {
            id,
            is_new: form.event.is_none(),
            after: last,
            before: form.before.clone(),
            now,
            source,
            accessed: self.today.map(|today| today.date().to_string()),
            may_be_unsourced: self.world.unsourced.is_some_and(|count| count > 0),
        };
        Ok((request, words))
    }

    /// The title of a new event: what is typed, or its type.
    fn new_title<'a>(&'a self, now: &'a Fields) -> &'a str {
        let kind = EventKind::from_key(&now.kind);
        match now.title.trim() {
            "" => kind.map_or(now.kind.as_str(), |kind| (self.strings().terms.event_kind)(kind)),
            title => title,
        }
    }

    /// What a form changed, in words: the date with both days, of other fields which.
    fn words_of_change(&self, dataset: &Dataset, event: &str, before: &Fields, now: &Fields) -> String {
        let strings = self.strings();
        let title =
            dataset.find_event(event).map(|id| self.title_of(Selection::Event(id))).unwrap_or_default();
        if before.date != now.date {
            let said = |text: &str| {
                EdtfDate::parse(text).map_or_else(|_| text.to_owned(), |date| (strings.dates.date)(&date))
            };
            return (strings.editing.date_changed)(&title, &said(&before.date), &said(&now.date));
        }
        let words = &strings.editing;
        let fields = [
            (before.kind != now.kind, words.kind.name),
            (before.treaty != now.treaty, words.treaty.name),
            (before.title != now.title, words.title.name),
            (before.summary != now.summary, words.summary.name),
            (before.source != now.source, words.source.name),
            (before.note != now.note, words.note.name),
        ];
        let changed =
            fields.iter().filter(|(is_changed, _)| *is_changed).map(|(_, name)| name.to_lowercase());
        (words.fields_changed)(&title, &changed.collect::<Vec<_>>().join(", "))
    }
}
