//! What the legend of the details panel keeps from one frame to the next: its groups, and what it lights.

use egui::Pos2;

use crate::domain::{EventKind, PhaseKind, Status};
use crate::session::{Facet, Session};
use crate::timeline::{LegendEntry, LegendGroup, Shape, SymbolsInUse};

use super::scene_cache::SceneCache;

/// The groups of the legend, and what it lights.
#[derive(Debug, Default)]
pub(in crate::ui) struct LegendCache {
    /// The number of the plan and the revision that the groups are of.
    pub(super) groups_of: Option<(u64, u64)>,
    /// The groups.
    pub(super) groups: Vec<LegendGroup>,
    /// What the pointer or the focus is on, in this frame.
    pub(super) lit: Vec<LegendEntry>,
    /// Where the pointer was when an entry was clicked. Until it moves it lights nothing: other entries may have come under
    /// it, and what was asked for is to be seen.
    clicked_at: Option<Pos2>,
    /// The shapes that light it, with the number of the plan and the entries that they are of.
    pub(super) shapes: Option<(u64, Vec<LegendEntry>, Vec<Shape>)>,
}

impl LegendCache {
    /// The pointer has chosen an entry.
    pub(super) fn click(&mut self, pointer: Option<Pos2>) {
        self.clicked_at = pointer;
    }

    /// Whether what is pointed at is lit: not under a pointer that has not moved since it clicked.
    pub(super) fn lights(&mut self, pointer: Option<Pos2>) -> bool {
        /// A hand on a mouse button trembles by so much.
        const STILL: f32 = 4.0;
        let is_still = |at: Pos2| pointer.is_some_and(|now| now.distance(at) <= STILL);
        self.clicked_at = self.clicked_at.filter(|&at| is_still(at));
        self.clicked_at.is_none()
    }

    /// Brings the groups up to date: the signs of the scene drawn last, and all types of event or all legal statuses while
    /// some are filtered, so that another can be chosen.
    pub(super) fn update(&mut self, session: &Session, scenes: &SceneCache) {
        let stamp = (scenes.plans(), session.revision);
        if self.groups_of == Some(stamp) {
            return;
        }
        // Nothing of this dataset was drawn yet: the next frame knows what is in the window.
        let Some(scene) = scenes.last(&session.world) else {
            (self.groups_of, self.groups) = (Some(stamp), session.world.legend(session.strings()));
            return;
        };
        let mut signs = SymbolsInUse::of(scene);
        let window = session.view.current.time.moments();
        signs.add_hidden(scene, session.index(), &session.world.dataset, window);
        if filtered_kinds(session).next().is_some() {
            let kinds = session.facets().of_kind(Facet::Kind(EventKind::Other));
            signs.events.extend(kinds.filter_map(|(facet, _)| kind_of(facet)));
        }
        let mut chosen = session.filter.active.of_kind(Facet::Status(Status::InForce)).peekable();
        if chosen.peek().is_some() {
            let statuses = session.facets().of_kind(Facet::Status(Status::InForce)).map(|(facet, _)| facet);
            signs.phases.extend(chosen.chain(statuses).filter_map(phase_of));
        }
        (self.groups_of, self.groups) =
            (Some(stamp), signs.legend(session.strings(), &session.world.dataset));
    }
}

/// The phase whose sign stands for a legal status.
fn phase_of(facet: Facet) -> Option<PhaseKind> {
    let Facet::Status(status) = facet else { return None };
    Some(match status {
        Status::Pending => PhaseKind::Negotiated,
        Status::Signed => PhaseKind::Signed,
        Status::InForce | Status::InEffect => PhaseKind::InForce,
        Status::Suspended => PhaseKind::Suspended,
        Status::Ended => PhaseKind::Ended,
        Status::Topic => return None,
    })
}

/// What a click on an entry filters by; nothing for one that is only to be read. A phase stands for the legal statuses
/// that it gives a treaty.
pub(super) fn facets_of(entry: LegendEntry) -> &'static [Facet] {
    use Facet::{Kind, Status as By};
    match entry {
        LegendEntry::Phase(PhaseKind::Negotiated) => &[By(Status::Pending)],
        LegendEntry::Phase(PhaseKind::Signed) => &[By(Status::Signed)],
        LegendEntry::Phase(PhaseKind::Provisional | PhaseKind::InForce | PhaseKind::Extended) => {
            &[By(Status::InForce), By(Status::InEffect)]
        }
        LegendEntry::Phase(PhaseKind::Suspended) => &[By(Status::Suspended)],
        LegendEntry::Phase(PhaseKind::Ended) => &[By(Status::Ended)],
        LegendEntry::Notice => &[Kind(EventKind::WithdrawalNotified)],
        LegendEntry::Event(_)
        | LegendEntry::Quote(_)
        | LegendEntry::Date(_)
        | LegendEntry::Attested(_)
        | LegendEntry::Span => &[],
    }
}

fn kind_of(facet: Facet) -> Option<EventKind> {
    if let Facet::Kind(kind) = facet { Some(kind) } else { None }
}

/// The types of event that the filter shows; none where it does not ask for them.
fn filtered_kinds(session: &Session) -> impl Iterator<Item = EventKind> {
    session.filter.active.of_kind(Facet::Kind(EventKind::Other)).filter_map(kind_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_that_clicked_lights_nothing_until_it_moves() {
        let mut legend = LegendCache::default();
        let at = |x| Some(Pos2::new(x, 40.0));
        assert!(legend.lights(at(10.0)));
        legend.click(at(10.0));
        assert!(!legend.lights(at(10.0)));
        assert!(!legend.lights(at(12.0)), "it trembles");
        assert!(legend.lights(at(30.0)));
        assert!(legend.lights(at(10.0)), "it came back");
        legend.click(at(10.0));
        assert!(legend.lights(None), "it left the window");
    }

    #[test]
    fn every_status_has_a_sign_that_filters_by_it() {
        for status in Status::ALL {
            let phase = phase_of(Facet::Status(status)).expect("it has one");
            assert!(facets_of(LegendEntry::Phase(phase)).contains(&Facet::Status(status)), "{status:?}");
        }
    }
}
