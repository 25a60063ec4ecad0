//! Filters with names, and filters as they are written down: by ids of the file, so that a changed file keeps what it
//! still has.

use crate::domain::{Dataset, EventKind, SourceKind, SpeakerId, Status};

use crate::session::{
    Session,
    filter::facets::{Facet, Filter, LanguageTag},
};

/// A filter that the reader named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFilter {
    /// Its name, unique in the dataset.
    pub name: String,
    /// What it shows.
    pub filter: Filter,
}

/// A filter as it is written down: kind of facet and value.
pub(in crate::session) type Written = Vec<(String, String)>;

const STATUSES: [(Status, &str); 5] = [
    (Status::Pending, "pending"),
    (Status::Signed, "signed"),
    (Status::InForce, "in_force"),
    (Status::Suspended, "suspended"),
    (Status::Ended, "ended"),
];

const SOURCES: [(SourceKind, &str); 6] = [
    (SourceKind::TreatyText, "treaty_text"),
    (SourceKind::OfficialStatement, "official_statement"),
    (SourceKind::News, "news"),
    (SourceKind::FactSheet, "fact_sheet"),
    (SourceKind::Data, "data"),
    (SourceKind::Reference, "reference"),
];

fn named<T: PartialEq + Copy>(all: &[(T, &'static str)], value: T) -> &'static str {
    all.iter().find(|(other, _)| *other == value).map_or("", |(_, name)| name)
}

fn of_name<T: Copy>(all: &[(T, &str)], name: &str) -> Option<T> {
    all.iter().find(|(_, other)| *other == name).map(|(value, _)| *value)
}

/// A filter by ids of the file.
pub(in crate::session) fn written(dataset: &Dataset, filter: &Filter) -> Written {
    let facet = |facet: Facet| {
        let (kind, value) = match facet {
            Facet::Party(id) => ("party", dataset.party(id).key.to_string()),
            Facet::Category(place) => ("category", dataset.categories()[place].name.to_string()),
            Facet::State(status) => ("state", named(&STATUSES, status).to_owned()),
            Facet::Kind(kind) => ("type", kind.key().to_owned()),
            Facet::Speaker(id) => ("speaker", dataset.speaker(id).key.to_string()),
            Facet::Spoken => ("spoken", String::new()),
            Facet::Decade(year) => ("decade", year.to_string()),
            Facet::Source(kind) => ("source", named(&SOURCES, kind).to_owned()),
            Facet::Language(tag) => ("language", tag.text().to_owned()),
        };
        (kind.to_owned(), value)
    };
    filter.chosen().map(facet).collect()
}

/// What of a written filter a dataset still has.
pub(in crate::session) fn read(dataset: &Dataset, written: &Written) -> Filter {
    let mut filter = Filter::default();
    for (kind, value) in written {
        let facet = match kind.as_str() {
            "party" => dataset.find_party(value).map(Facet::Party),
            "category" => dataset
                .categories()
                .iter()
                .position(|category| *category.name == **value)
                .map(Facet::Category),
            "state" => of_name(&STATUSES, value).map(Facet::State),
            "type" => EventKind::from_key(value).map(Facet::Kind),
            "speaker" => dataset
                .speakers()
                .iter()
                .position(|speaker| *speaker.key == **value)
                .map(|place| Facet::Speaker(SpeakerId::new(place))),
            "spoken" => Some(Facet::Spoken),
            "decade" => value.parse().ok().map(Facet::Decade),
            "source" => of_name(&SOURCES, value).map(Facet::Source),
            "language" => Some(Facet::Language(LanguageTag::new(value))),
            _ => None,
        };
        if let Some(facet) = facet.filter(|&facet| !filter.has(facet)) {
            filter.toggle(facet);
        }
    }
    filter
}

impl Session {
    /// Keeps the filter under a name; another of that name gives way.
    pub(in crate::session) fn save_filter(&mut self, name: &str) {
        let name: String = name.trim().chars().take(60).collect();
        if name.is_empty() || self.filter.active.is_empty() {
            return;
        }
        self.filter.saved.retain(|saved| saved.name != name);
        self.filter.saved.push(SavedFilter { name, filter: self.filter.active.clone() });
    }

    /// Shows what a named filter shows.
    pub(in crate::session) fn use_filter(&mut self, place: usize) {
        if let Some(saved) = self.filter.saved.get(place) {
            self.set_filter(saved.filter.clone());
        }
    }

    /// Forgets a named filter.
    pub(in crate::session) fn forget_filter(&mut self, place: usize) {
        if place < self.filter.saved.len() {
            self.filter.saved.remove(place);
        }
    }
}
