//! Which signs occur, in a dataset or in a scene, and the legend that explains them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::domain::{Attestation, Dataset, EventFamily, EventKind, Moment, Nature, PhaseKind, Record};
use crate::language::Strings;
use crate::levels::Index;

use super::lane_row::{Band, BandLook, LaneRow};
use super::legend::{DateLook, LegendEntry, LegendGroup};
use super::mark::Look;
use super::palette::Ink;
use super::scene::Scene;

/// The signs that occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SymbolsInUse {
    /// Phases of treaties.
    pub phases: BTreeSet<PhaseKind>,
    /// Whether a notice of withdrawal runs.
    pub has_notices: bool,
    /// Whether an event of a topic lasts.
    pub has_spans: bool,
    /// Dates that are not one certain day.
    pub dates: BTreeSet<DateLook>,
    /// Why events are to be taken with care.
    pub attestations: BTreeSet<Attestation>,
    /// Types of event.
    pub events: BTreeSet<EventKind>,
    /// Inks of statements.
    pub speakers: BTreeSet<Ink>,
}

/// Maximum number of events of a lane that are asked for their type.
const MAX_EXAMINED: usize = 256;

impl SymbolsInUse {
    /// The signs that are drawn in a scene.
    pub fn of(scene: &Scene) -> Self {
        let mut signs = Self::default();
        for lane in &scene.lanes {
            signs.add(lane);
        }
        signs
    }

    /// Adds the signs of another scene.
    pub fn add_all(&mut self, other: &Self) {
        self.phases.extend(&other.phases);
        self.has_notices |= other.has_notices;
        self.has_spans |= other.has_spans;
        self.dates.extend(&other.dates);
        self.attestations.extend(&other.attestations);
        self.events.extend(&other.events);
        self.speakers.extend(&other.speakers);
    }

    fn add(&mut self, lane: &LaneRow) {
        self.phases.extend(lane.bars.iter().map(|bar| bar.kind));
        self.has_notices |= !lane.notices.is_empty();
        self.has_spans |= !lane.spans.is_empty();
        self.dates.extend(lane.bands.iter().map(look_of));
        // An alternative date in the colour of controls is a date of another dataset.
        if lane.alternative_dates.iter().any(|date| date.ink != Ink::Accent) {
            self.dates.insert(DateLook::Disputed);
        }
        for mark in lane.events.iter().chain(&lane.statements) {
            self.attestations.extend(mark.attestation);
            match mark.look {
                Look::Event(kind) => self.events.insert(kind),
                Look::Quote(ink) => self.speakers.insert(ink),
            };
        }
        let bulk = lane.bulk.iter().flat_map(|row| row.rows.iter().flatten().chain(&row.days));
        self.dates.extend(bulk.flat_map(|bar| DateLook::of_doubt(bar.doubt)));
    }

    /// Adds the types of the events that clusters hide: of each lane in the window, the first of its events there.
    pub fn add_hidden(&mut self, scene: &Scene, index: &Index, dataset: &Dataset, window: (Moment, Moment)) {
        let kinds = EventKind::ALL.len() + dataset.own_types().len();
        for lane in scene.lanes.iter().filter(|lane| lane.party.is_none() && lane.bulk.is_none()) {
            if self.events.len() == kinds {
                return;
            }
            let inside = index.lane(lane.treaty).events.between(window.0, window.1);
            self.events.extend(inside.iter().take(MAX_EXAMINED).map(|&id| dataset.event(id).kind));
        }
    }

    /// The legend that explains them, in groups: events by their families. The record has the names of its own types.
    pub fn legend(&self, strings: &Strings, record: &Record) -> Vec<LegendGroup> {
        let (view, terms) = (&strings.view, &strings.terms);
        let phases = self.phases.iter().filter(|kind| **kind != PhaseKind::Ended);
        let phases = phases
            .map(|&kind| (LegendEntry::Phase(kind), Cow::Borrowed((terms.phase)(kind, Nature::Treaty))));
        let notice = self.has_notices.then_some((LegendEntry::Notice, Cow::Borrowed(view.legend_notice)));
        let span = self.has_spans.then_some((LegendEntry::Span, Cow::Borrowed(view.legend_span)));
        let dates = self.dates.iter().map(|&look| {
            let label = match look {
                DateLook::Spread => view.date_inexact,
                DateLook::Approximate => view.date_approximate,
                DateLook::Uncertain => view.date_uncertain,
                DateLook::Open => view.date_open,
                DateLook::Disputed => view.date_disputed,
            };
            (LegendEntry::Date(look), Cow::Borrowed(label))
        });
        let attestations = self.attestations.iter().map(|&attestation| {
            (LegendEntry::Attested(attestation), Cow::Borrowed((view.attestation)(attestation)))
        });
        let statements = self.speakers.iter().map(|&ink| {
            let label = match ink {
                Ink::SpeakerUs => view.statement_us,
                Ink::SpeakerRu => view.statement_ru,
                _ => view.statement_other,
            };
            (LegendEntry::Quote(ink), Cow::Borrowed(label))
        });
        let kind_name = |kind| match kind {
            EventKind::Own(id) => Cow::Owned(elided_name(record.own_type(id))),
            kind => Cow::Borrowed((terms.event_kind)(kind)),
        };
        let group = |heading, family, entries| LegendGroup { heading, family, entries };
        let events = EventFamily::ALL.into_iter().map(|family| {
            let kinds = self.events.iter().copied().filter(|kind| kind.family() == family);
            let entries = kinds.map(|kind| (LegendEntry::Event(kind), kind_name(kind)));
            group((terms.event_family)(family), Some(family), entries.collect())
        });
        let mut groups = vec![
            group(view.legend_phases, None, phases.chain(notice).chain(span).collect()),
            group(view.legend_dates, None, dates.collect()),
            group(view.legend_attestations, None, attestations.collect()),
        ];
        groups.extend(events);
        groups.push(group(view.legend_statements, None, statements.collect()));
        groups.retain(|group| !group.entries.is_empty());
        groups
    }
}

/// A name that a file gives, cut to what a legend has room for.
fn elided_name(name: &str) -> String {
    const MAX_CHARS: usize = 40;
    match name.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name).trim_end()),
        None => name.to_owned(),
    }
}

/// How the date of a band is drawn.
pub(super) fn look_of(band: &Band) -> DateLook {
    match band.look {
        _ if band.opens_left || band.opens_right => DateLook::Open,
        BandLook::Firm => DateLook::Spread,
        BandLook::Soft => DateLook::Approximate,
        BandLook::Hollow => DateLook::Uncertain,
    }
}
