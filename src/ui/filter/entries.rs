//! What the bar of filters may have a button for, and how wide the texts of its buttons are.

use crate::domain::{EventKind, PartyId, SourceKind, SpeakerId, Status, TagId, TreatyId};
use crate::language::Strings;
use crate::session::{Facet, LanguageTag};
use crate::timeline::Font;
use crate::ui::theme;
use crate::ui::widgets::text_width;

/// Size of the texts of the bar.
pub(super) const SIZE: f32 = 12.5;

/// A facet with its name. The main ones have a button as long as there is room, the others while they filter.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) facet: Facet,
    pub(super) is_main: bool,
}

/// The facets in the order of the bar; tags only where the dataset has any.
pub(super) fn entries(strings: &'static Strings, has_tags: bool) -> Vec<Entry> {
    let names = &strings.filter;
    [
        (names.treaty, Facet::Treaty(TreatyId::new(0)), true),
        (names.party, Facet::Party(PartyId::new(0)), true),
        (names.category, Facet::Category(0), true),
        (names.status, Facet::Status(Status::Pending), true),
        (names.event_kind, Facet::Kind(EventKind::Other), true),
        (names.tag, Facet::Tag(TagId::new(0)), true),
        (names.speaker, Facet::Speaker(SpeakerId::new(0)), true),
        (names.years, Facet::Decade(0), false),
        (names.language, Facet::Language(LanguageTag::new("")), false),
        (names.source, Facet::Source(SourceKind::Data), false),
        (names.with_statements, Facet::Spoken, false),
    ]
    .into_iter()
    .filter(|(_, facet, _)| has_tags || !matches!(facet, Facet::Tag(_)))
    .map(|(name, facet, is_main)| Entry { name, facet, is_main })
    .collect()
}

/// The width of a button with this text.
pub(super) fn width_of(ui: &egui::Ui, text: &str) -> f32 {
    text_width(ui, text, theme::font(Font::Strong, SIZE)) + 2.0 * ui.spacing().button_padding.x
}
