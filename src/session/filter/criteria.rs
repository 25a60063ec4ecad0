//! A filter, and the facets that it is made of.

use std::collections::BTreeSet;

use crate::domain::{EventKind, PartyId, SourceKind, SpeakerId, Status, TagId, TreatyId};

/// One value of one facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// A treaty.
    Treaty(TreatyId),
    /// A party that takes part; a successor stands for its predecessors too.
    Party(PartyId),
    /// A category, by its index in the dataset.
    Category(usize),
    /// The treaty's status: on the status date, or else now.
    Status(Status),
    /// A type of event.
    Kind(EventKind),
    /// A tag of an event.
    Tag(TagId),
    /// The speaker of a statement.
    Speaker(SpeakerId),
    /// Events with a statement about them.
    Spoken,
    /// The ten years that begin with this one.
    Decade(i32),
    /// The kind of a source that it rests on.
    Source(SourceKind),
    /// The language of a statement, or of its original.
    Language(LanguageTag),
}

/// A BCP 47 tag of at most eight ASCII characters, such as `en`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LanguageTag([u8; 8]);

impl LanguageTag {
    /// A tag, truncated to eight characters.
    pub fn new(text: &str) -> Self {
        let mut letters = [0; 8];
        for (letter, byte) in std::iter::zip(&mut letters, text.bytes().filter(u8::is_ascii)) {
            *letter = byte;
        }
        Self(letters)
    }

    /// The tag as text.
    pub fn text(&self) -> &str {
        let end = self.0.iter().position(|&byte| byte == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

/// A set of values of facets: within a facet any of them will do, and every facet must hold. Empty, it shows
/// everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    chosen: BTreeSet<Facet>,
}

impl Filter {
    /// A filter of one value.
    pub fn only(facet: Facet) -> Self {
        Self { chosen: BTreeSet::from([facet]) }
    }

    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// Whether it contains a value.
    pub fn has(&self, facet: Facet) -> bool {
        self.chosen.contains(&facet)
    }

    /// Its values.
    pub fn chosen(&self) -> impl Iterator<Item = Facet> {
        self.chosen.iter().copied()
    }

    /// Adds a value, or removes it.
    pub fn toggle(&mut self, facet: Facet) {
        if !self.chosen.remove(&facet) {
            self.chosen.insert(facet);
        }
    }

    /// The same filter with `facet` as the only value of its kind.
    #[must_use]
    pub fn with_only(&self, facet: Facet) -> Self {
        let mut filter = self.without(facet);
        filter.chosen.insert(facet);
        filter
    }

    /// Its values of the same facet as `facet`.
    pub fn of_kind(&self, facet: Facet) -> impl Iterator<Item = Facet> {
        self.chosen.iter().copied().filter(move |&other| is_same_kind(other, facet))
    }

    /// Whether it filters by status, so that its result depends on the status date.
    pub(in crate::session) fn has_status(&self) -> bool {
        self.chosen.iter().any(|facet| matches!(facet, Facet::Status(_)))
    }

    /// The same filter without the values of one facet.
    pub fn without(&self, facet: Facet) -> Self {
        Self { chosen: self.chosen.iter().copied().filter(|&other| !is_same_kind(other, facet)).collect() }
    }
}

pub(in crate::session) fn is_same_kind(a: Facet, b: Facet) -> bool {
    std::mem::discriminant(&a) == std::mem::discriminant(&b)
}
