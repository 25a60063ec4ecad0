//! What the legend of the details panel keeps from one frame to the next: its groups, and what it lights.

use crate::domain::EventKind;
use crate::session::{Facet, Session};
use crate::timeline::{LegendEntry, LegendGroup, Shape, Signs};

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
    /// The shapes that light it, with the number of the plan and the entries that they are of.
    pub(super) shapes: Option<(u64, Vec<LegendEntry>, Vec<Shape>)>,
}

impl LegendCache {
    /// Brings the groups up to date: the signs of the scene drawn last, and all types of event while some are filtered,
    /// so that another can be chosen.
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
        let mut signs = Signs::of(scene);
        let window = session.view.current.time.moments();
        signs.add_hidden(scene, session.index(), &session.world.dataset, window);
        if filtered_kinds(session).next().is_some() {
            let kinds = session.facets().of_kind(Facet::Kind(EventKind::Other));
            signs.events.extend(kinds.filter_map(|(facet, _)| kind_of(facet)));
        }
        (self.groups_of, self.groups) =
            (Some(stamp), signs.legend(session.strings(), &session.world.dataset));
    }
}

fn kind_of(facet: Facet) -> Option<EventKind> {
    if let Facet::Kind(kind) = facet { Some(kind) } else { None }
}

/// The types of event that the filter shows; none where it does not ask for them.
pub(super) fn filtered_kinds(session: &Session) -> impl Iterator<Item = EventKind> {
    session.filter.active.of_kind(Facet::Kind(EventKind::Other)).filter_map(kind_of)
}
