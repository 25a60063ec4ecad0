//! Statements as records again.

use crate::domain::{About, Statement};
use crate::records::{AboutRecord, Extra, OriginalRecord, SelectorRecord, StatementRecord};

use super::{Writing, named_texts, text};

impl Writing<'_> {
    pub(super) fn statement(&self, statement: &Statement) -> StatementRecord {
        StatementRecord {
            id: statement.key.to_string(),
            quote: statement.quote.to_string(),
            lang: statement.lang.to_string(),
            speaker: self.dataset.speaker(statement.speaker).key.to_string(),
            role: text(&statement.role),
            organisation: text(&statement.organisation),
            country: statement.country.map(|id| self.party_key(id)),
            date: statement.date.text().to_owned(),
            venue: text(&statement.venue),
            source: Some(self.source_key(statement.source)),
            selector: statement.selector.as_ref().map(|selector| SelectorRecord {
                exact: selector.exact.to_string(),
                prefix: text(&selector.prefix),
                suffix: text(&selector.suffix),
                extra: Extra::default(),
            }),
            original: statement.original.as_ref().map(|original| OriginalRecord {
                lang: original.lang.to_string(),
                quote: original.quote.to_string(),
                source: original.source.map(|id| self.source_key(id)),
                extra: Extra::default(),
            }),
            translation_by: text(&statement.translation_by),
            about: statement.about.iter().filter_map(|about| self.about(*about)).collect(),
            note: text(&statement.note),
            fields: named_texts(&statement.fields),
            ..StatementRecord::default()
        }
    }

    fn about(&self, about: About) -> Option<AboutRecord> {
        match about {
            About::Event(id) => self.subset.has_event(id).then(|| AboutRecord {
                event: Some(self.dataset.event(id).key.to_string()),
                ..AboutRecord::default()
            }),
            About::Treaty(id) => self.subset.has_treaty(id).then(|| AboutRecord {
                treaty: Some(self.dataset.treaty(id).key.to_string()),
                ..AboutRecord::default()
            }),
        }
    }
}
