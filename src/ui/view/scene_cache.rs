//! The scene that was last drawn, kept while nothing changes that it depends on: moving the pointer, showing a tooltip or
//! blinking the caret redraws the window, but plans nothing.

use std::sync::Arc;

use crate::domain::Moment;
use crate::session::{Session, World};
use crate::timeline::{BundledFonts, Drawing, PlanInput, Scene, Size, View, plan};

/// The last scene with its drawing.
#[derive(Debug, Default)]
pub(in crate::ui) struct SceneCache {
    last: Option<(Stamp, Arc<Scene>, Arc<Drawing>)>,
    plans: u64,
}

/// Everything that a scene depends on. What the session holds changes only with its revision.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stamp {
    revision: u64,
    world: usize,
    view: View,
    size: Size,
    today: Option<Moment>,
}

impl SceneCache {
    /// The scene of a view and its drawing, planned anew only if something has changed.
    pub(in crate::ui) fn scene(
        &mut self,
        session: &Session,
        view: View,
        size: Size,
        today: Option<Moment>,
        fonts: &BundledFonts,
    ) -> (Arc<Scene>, Arc<Drawing>) {
        let world = &session.world;
        let stamp = Stamp { revision: session.revision, world: Arc::as_ptr(world).addr(), view, size, today };
        if let Some((last, scene, drawing)) = &self.last
            && *last == stamp
        {
            return (Arc::clone(scene), Arc::clone(drawing));
        }
        self.plans += 1;
        let scene = Arc::new(plan(&PlanInput {
            dataset: &world.dataset,
            index: session.index(),
            bulk: world.bulk.as_ref(),
            rows: &session.view.rows,
            view,
            size,
            selection: session.selection.selected,
            several: &session.selection.several,
            time_range: session.selection.time_range,
            strings: session.strings(),
            today,
            status_date: session.law.status.as_ref().map(|status| (status.day, status.states())),
            hits: session.search.marks.as_ref(),
            previous_dates: session.compared.as_ref().map(|compared| &compared.previous_dates),
            measure: fonts,
        }));
        let drawing = Arc::new(Drawing::of(&scene));
        self.last = Some((stamp, Arc::clone(&scene), Arc::clone(&drawing)));
        (scene, drawing)
    }

    /// The scene that was drawn last, if it is of this dataset.
    pub(in crate::ui) fn last(&self, world: &Arc<World>) -> Option<&Scene> {
        let (stamp, scene, _) = self.last.as_ref()?;
        (stamp.world == Arc::as_ptr(world).addr()).then_some(scene)
    }

    /// How many scenes were planned so far.
    pub(in crate::ui) fn plans(&self) -> u64 {
        self.plans
    }
}
