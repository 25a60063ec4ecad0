//! The scene of a table that is being opened, kept while nothing changes that it depends on.

use std::sync::Arc;

use crate::domain::Moment;
use crate::language::Language;
use crate::session::World;
use crate::timeline::{
    Arrangement, BundledFonts, Drawing, LaneMetrics, PartyLanes, PlanInput, Rows, Scene, Selection, Size,
    TimeView, View, plan,
};

/// What the dialog of a table keeps from one frame to the next.
#[derive(Debug, Default)]
pub(in crate::ui) struct TableScene {
    last: Option<(Stamp, Preview)>,
    /// The pass in which the dialog was opened; `None` while it is not.
    pub(super) opened: Option<u64>,
}

/// What the preview depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stamp {
    world: usize,
    size: Size,
    today: Option<Moment>,
    language: Language,
}

/// The lanes of a table, drawn small.
#[derive(Clone, Debug)]
pub(super) struct Preview {
    pub(super) picture: Arc<Drawing>,
    /// How many lanes there are.
    pub(super) lanes: usize,
    /// How many of them have no room.
    pub(super) left_out: usize,
    /// The time that is shown, in words.
    pub(super) span: String,
}

impl TableScene {
    /// The lanes of a dataset, all of its time and as many as there is room for.
    pub(super) fn preview(
        &mut self,
        world: &Arc<World>,
        size: Size,
        today: Option<Moment>,
        language: Language,
        fonts: &BundledFonts,
    ) -> Preview {
        let stamp = Stamp { world: Arc::as_ptr(world).addr(), size, today, language };
        if let Some((last, preview)) = &self.last
            && *last == stamp
        {
            return preview.clone();
        }
        let dataset = &world.dataset;
        let plot = f64::from(Scene::plot_height(size));
        let lanes = dataset.treaties().len();
        let metrics = LaneMetrics::fitting(plot, lanes, 0, dataset.categories().len());
        let rows = Rows::with_parties(dataset, &Arrangement::default(), metrics, PartyLanes::default());
        let mut scene = plan(&PlanInput {
            dataset,
            index: &world.index,
            bulk: world.bulk.as_ref(),
            rows: &rows,
            view: View { time: TimeView::opening(dataset, &world.limits), scroll: 0.0 },
            size,
            selection: Selection::Nothing,
            several: &[],
            time_range: None,
            today,
            status_date: None,
            hits: None,
            previous_dates: None,
            strings: language.strings(),
            measure: fonts,
        });
        scene.has_controls = false;
        let whole = scene.lanes.iter().filter(|lane| lane.rect.bottom <= size.height + 1.0).count();
        let preview = Preview {
            picture: Arc::new(Drawing::of(&scene)),
            lanes,
            left_out: lanes.saturating_sub(whole),
            span: scene.span_words,
        };
        self.last = Some((stamp, preview.clone()));
        preview
    }
}
