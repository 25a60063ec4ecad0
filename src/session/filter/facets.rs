//! Which part of the record the reader wants to see.

use std::collections::BTreeSet;

use crate::domain::{EventKind, PartyId, SourceKind, SpeakerId, Status};

/// One value of one facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// A state with a part in it; a successor stands for its predecessors too.
    Party(PartyId),
    /// A category, by its place among the dataset's.
    Category(usize),
    /// Where the treaty stands: now, or on the day of the law.
    State(Status),
    /// A type of event.
    Kind(EventKind),
    /// Who spoke.
    Speaker(SpeakerId),
    /// Words were spoken about it.
    Spoken,
    /// The ten years from this one on: when it happened, or was said.
    Decade(i32),
    /// What kind of source it was seen in.
    Source(SourceKind),
    /// The language of the words, or of their original.
    Language(LanguageTag),
}

/// A BCP 47 tag of at most eight letters, as `en`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LanguageTag([u8; 8]);

impl LanguageTag {
    /// A tag; what is longer is cut.
    pub fn new(text: &str) -> Self {
        let mut letters = [0; 8];
        for (place, byte) in std::iter::zip(&mut letters, text.bytes().filter(u8::is_ascii)) {
            *place = byte;
        }
        Self(letters)
    }

    /// The tag as text.
    pub fn text(&self) -> &str {
        let end = self.0.iter().position(|&byte| byte == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

/// What is chosen of each facet: of one facet any value will do, of several facets each must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    chosen: BTreeSet<Facet>,
}

impl Filter {
    /// A filter of one value.
    pub fn only(facet: Facet) -> Self {
        Self { chosen: BTreeSet::from([facet]) }
    }

    /// Whether nothing is chosen, so that everything is shown.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// Whether a value is chosen.
    pub fn has(&self, facet: Facet) -> bool {
        self.chosen.contains(&facet)
    }

    /// Everything that is chosen.
    pub fn chosen(&self) -> impl Iterator<Item = Facet> {
        self.chosen.iter().copied()
    }

    /// Chooses a value, or no longer.
    pub fn toggle(&mut self, facet: Facet) {
        if !self.chosen.remove(&facet) {
            self.chosen.insert(facet);
        }
    }

    /// What is chosen of the facet that a value is of.
    pub fn of_kind(&self, facet: Facet) -> impl Iterator<Item = Facet> {
        self.chosen.iter().copied().filter(move |&other| is_same_kind(other, facet))
    }

    /// Whether it asks where treaties stand, so that another day of the law shows another part of the record.
    pub(in crate::session) fn asks_of_state(&self) -> bool {
        self.chosen.iter().any(|facet| matches!(facet, Facet::State(_)))
    }

    /// The same with nothing chosen of the facet that a value is of.
    pub fn without(&self, facet: Facet) -> Self {
        Self { chosen: self.chosen.iter().copied().filter(|&other| !is_same_kind(other, facet)).collect() }
    }
}

pub(in crate::session) fn is_same_kind(a: Facet, b: Facet) -> bool {
    std::mem::discriminant(&a) == std::mem::discriminant(&b)
}
