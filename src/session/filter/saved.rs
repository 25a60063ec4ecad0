//! Saved filters, and filters as text: by ids of the file, so that they survive a change of the file.

use crate::domain::{Dataset, SourceKind, SpeakerId, Status, TagId};
use crate::session::Session;

use super::criteria::{Facet, Filter, LanguageTag};

/// Maximum length of a name, in characters.
const MAX_NAME_LEN: usize = 60;

/// A filter with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFilter {
    /// Its name, unique in the dataset.
    pub name: String,
    /// The filter.
    pub filter: Filter,
}

/// A filter as text: pairs of facet and value.
pub(in crate::session) type FilterText = Vec<(String, String)>;

const STATUSES: [(Status, &str); 6] = [
    (Status::Pending, "pending"),
    (Status::Signed, "signed"),
    (Status::InForce, "in_force"),
    (Status::InEffect, "in_effect"),
    (Status::Suspended, "suspended"),
    (Status::Ended, "ended"),
];

fn name_of<T: PartialEq + Copy>(all: &[(T, &'static str)], value: T) -> &'static str {
    all.iter().find(|(other, _)| *other == value).map_or("", |(_, name)| name)
}

fn from_name<T: Copy>(all: &[(T, &str)], name: &str) -> Option<T> {
    all.iter().find(|(_, other)| *other == name).map(|(value, _)| *value)
}

/// A filter as text.
pub(in crate::session) fn write_filter(dataset: &Dataset, filter: &Filter) -> FilterText {
    let facet = |facet: Facet| {
        let (kind, value) = match facet {
            Facet::Treaty(id) => ("treaty", dataset.treaty(id).key.to_string()),
            Facet::Party(id) => ("party", dataset.party(id).key.to_string()),
            Facet::Category(index) => ("category", dataset.categories()[index].name.to_string()),
            Facet::Status(status) => ("state", name_of(&STATUSES, status).to_owned()),
            Facet::Kind(kind) => ("type", dataset.type_key(kind).to_owned()),
            Facet::Tag(tag) => ("tag", dataset.tag(tag).to_owned()),
            Facet::Speaker(id) => ("speaker", dataset.speaker(id).key.to_string()),
            Facet::Spoken => ("spoken", String::new()),
            Facet::Decade(year) => ("decade", year.to_string()),
            Facet::Source(kind) => ("source", kind.key().to_owned()),
            Facet::Language(tag) => ("language", tag.text().to_owned()),
        };
        (kind.to_owned(), value)
    };
    filter.chosen().map(facet).collect()
}

/// There is no facet of this name.
#[derive(Clone, Copy, Debug)]
pub(in crate::session) struct UnknownFacet;

/// A facet from text; `None` if the dataset does not have its value.
///
/// # Errors
/// There is no facet of this name.
pub(in crate::session) fn read_facet(
    dataset: &Dataset,
    kind: &str,
    value: &str,
) -> Result<Option<Facet>, UnknownFacet> {
    Ok(match kind {
        "treaty" => dataset.find_treaty(value).map(Facet::Treaty),
        "party" => dataset.find_party(value).map(Facet::Party),
        "category" => {
            dataset.categories().iter().position(|category| *category.name == *value).map(Facet::Category)
        }
        "state" => from_name(&STATUSES, value).map(Facet::Status),
        "type" => dataset.find_type(value).map(Facet::Kind),
        "tag" => {
            dataset.tags().iter().position(|tag| **tag == *value).map(|index| Facet::Tag(TagId::new(index)))
        }
        "speaker" => dataset
            .speakers()
            .iter()
            .position(|speaker| *speaker.key == *value)
            .map(|index| Facet::Speaker(SpeakerId::new(index))),
        "spoken" => Some(Facet::Spoken),
        "decade" => value.parse().ok().map(Facet::Decade),
        "source" => SourceKind::ALL.iter().copied().find(|kind| kind.key() == value).map(Facet::Source),
        "language" => Some(Facet::Language(LanguageTag::new(value))),
        _ => return Err(UnknownFacet),
    })
}

/// A filter from text. Values that the dataset does not have are skipped.
pub(in crate::session) fn read_filter(dataset: &Dataset, text: &FilterText) -> Filter {
    let mut filter = Filter::default();
    for (kind, value) in text {
        let facet = read_facet(dataset, kind, value).ok().flatten();
        if let Some(facet) = facet.filter(|&facet| !filter.has(facet)) {
            filter.toggle(facet);
        }
    }
    filter
}

impl Session {
    /// Saves the active filter under a name, replacing another of that name.
    pub(in crate::session) fn save_filter(&mut self, name: &str) {
        let name: String = name.trim().chars().take(MAX_NAME_LEN).collect();
        if name.is_empty() || self.filter.active.is_empty() {
            return;
        }
        self.filter.saved.retain(|saved| saved.name != name);
        self.filter.saved.push(SavedFilter { name, filter: self.filter.active.clone() });
    }

    pub(in crate::session) fn use_saved_filter(&mut self, index: usize) {
        if let Some(saved) = self.filter.saved.get(index) {
            self.set_filter(saved.filter.clone());
        }
    }

    pub(in crate::session) fn delete_saved_filter(&mut self, index: usize) {
        if index < self.filter.saved.len() {
            self.filter.saved.remove(index);
        }
    }
}
