//! The form of an event: what is typed, what it was before, and what is wrong with it.

use crate::domain::{Dataset, EdtfDate, EdtfError, Event, Moment, Precision, TreatyId};

use super::source_choice::text_of;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The date, in EDTF or as people write it.
    Date,
    /// The type: a word of the format, or the name of a type of the dataset's own.
    Kind,
    /// The treaty, by its id.
    Treaty,
    /// The title.
    Title,
    /// What happened.
    Summary,
    /// The source of the date: the title of one, or the address of a new one.
    Source,
    /// What to know about the date.
    Note,
}

/// The texts of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// The date.
    pub date: String,
    /// The type.
    pub kind: String,
    /// The id of the treaty.
    pub treaty: String,
    /// The title.
    pub title: String,
    /// The summary.
    pub summary: String,
    /// The source.
    pub source: String,
    /// The note.
    pub note: String,
}

/// The form of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventForm {
    /// The id of the event; `None` for a new one.
    pub event: Option<String>,
    /// What was in the fields when the form was opened.
    pub before: Fields,
    /// What is typed.
    pub now: Fields,
    /// What is wrong, in a sentence, and with which field; `None` for the whole.
    pub problem: Option<(Option<Field>, String)>,
    /// Whether it is asked if what is typed may be lost.
    pub asks_to_discard: bool,
}

impl EventForm {
    /// The form of an event of a dataset.
    pub(super) fn of(dataset: &Dataset, event: &Event) -> Self {
        let claim = event.claim();
        let fields = Fields {
            date: claim.date.text().to_owned(),
            kind: kind_key(dataset, event),
            treaty: dataset.treaty(event.treaty).key.to_string(),
            title: event.title.to_string(),
            summary: event.summary.to_string(),
            source: claim.source.map(|id| text_of(dataset, id)).unwrap_or_default(),
            note: claim.note.to_string(),
        };
        Self {
            event: Some(event.key.to_string()),
            before: fields.clone(),
            now: fields,
            problem: None,
            asks_to_discard: false,
        }
    }

    /// An empty form for an event of a treaty, on a day if one is given.
    pub(super) fn new(dataset: &Dataset, treaty: TreatyId, day: Option<Moment>) -> Self {
        let fields = Fields {
            date: day.map(|day| day.date().format("%Y-%m-%d").to_string()).unwrap_or_default(),
            kind: crate::domain::EventKind::Other.key().to_owned(),
            treaty: dataset.treaty(treaty).key.to_string(),
            ..Fields::default()
        };
        Self { event: None, before: fields.clone(), now: fields, problem: None, asks_to_discard: false }
    }

    /// Whether anything is typed that is not in the dataset.
    pub fn is_changed(&self) -> bool {
        self.now != self.before
    }

    /// The typed date, or what is wrong with it; `None` while the field is empty.
    pub fn date(&self) -> Option<Result<EdtfDate, EdtfError>> {
        let text = self.now.date.trim();
        (!text.is_empty()).then(|| EdtfDate::parse_typed(text))
    }

    /// Whether the typed date is known to the day.
    pub fn is_exact(&self) -> bool {
        matches!(self.date(), Some(Ok(date)) if matches!(date.precision(), Precision::Day | Precision::Time))
    }

    pub(super) fn set(&mut self, field: Field, text: String) {
        let fields = &mut self.now;
        let place = match field {
            Field::Date => &mut fields.date,
            Field::Kind => &mut fields.kind,
            Field::Treaty => &mut fields.treaty,
            Field::Title => &mut fields.title,
            Field::Summary => &mut fields.summary,
            Field::Source => &mut fields.source,
            Field::Note => &mut fields.note,
        };
        *place = text;
        (self.problem, self.asks_to_discard) = (None, false);
    }
}

/// The word for an event's type in the file.
fn kind_key(dataset: &Dataset, event: &Event) -> String {
    match event.kind {
        crate::domain::EventKind::Own(id) => dataset.own_type(id).to_owned(),
        kind => kind.key().to_owned(),
    }
}
