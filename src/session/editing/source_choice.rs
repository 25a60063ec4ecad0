//! The source that is typed into a form: a known one, or the address of a new one.

use std::collections::BTreeSet;

use crate::domain::{Dataset, SourceId};
use crate::session::Session;
use crate::session::reader::additions::{slug, unique_id};

use super::names::source_name;

/// How many known sources are offered for what is typed.
const MAX_OFFERED: usize = 6;

/// What the source field says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SourceChoice {
    /// A source of the dataset, by its id.
    Known(String),
    /// A source that the dataset does not have yet.
    New {
        /// The id that it gets.
        id: String,
        /// The title that it gets: the address without what stands before the host.
        title: String,
        /// Its address.
        address: String,
    },
}

impl SourceChoice {
    /// What is typed; `None` if it names no source.
    pub(super) fn of(dataset: &Dataset, text: &str) -> Option<Self> {
        let text = text.trim();
        let known = dataset.sources().iter().find(|source| {
            *source.key == *text || *source.title == *text || (!source.url.is_empty() && *source.url == *text)
        });
        if let Some(known) = known {
            return Some(Self::Known(known.key.to_string()));
        }
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let title = rest.trim_start_matches("www.").trim_end_matches('/');
        if title.is_empty() || text.chars().any(char::is_whitespace) {
            return None;
        }
        let id =
            unique_id(&slug(title, "source"), &mut BTreeSet::new(), |id| dataset.find_source(id).is_some());
        Some(Self::New { id, title: title.to_owned(), address: text.to_owned() })
    }
}

impl Session {
    /// The sources in which each typed word is found, with the text that chooses them.
    pub fn sources_for(&self, typed: &str) -> Vec<(SourceId, String)> {
        let dataset = &self.world.dataset;
        let typed = typed.to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        let has_words = |id: &SourceId| {
            let source = dataset.source(*id);
            let all = format!("{} {} {} {}", source.title, source.publisher, source.url, source.key);
            let all = all.to_lowercase();
            words.iter().all(|word| all.contains(word))
        };
        if words.is_empty() {
            return Vec::new();
        }
        let found = self.world.source_ids().filter(has_words).take(MAX_OFFERED);
        found.map(|id| (id, source_name(dataset, id))).collect()
    }

    /// Whether what is typed is the address of a source that the dataset does not have yet.
    pub fn is_new_source(&self, typed: &str) -> bool {
        matches!(SourceChoice::of(&self.world.dataset, typed), Some(SourceChoice::New { .. }))
    }
}
