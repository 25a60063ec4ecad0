//! The lanes that come of a table that is being opened, drawn small by the planner and the painter of the timeline.

use std::sync::Arc;

use egui::{Role, Sense, WidgetInfo};

use crate::domain::Moment;
use crate::language::Language;
use crate::session::{TableToOpen, World};
use crate::timeline::{
    Arrangement, BundledFonts, LaneMetrics, PartyLanes, Picture, PlanInput, Rows, Scene, Selection, Size,
    TimeView, View, plan,
};
use crate::ui::frame::Frame;
use crate::ui::view::paint::paint_picture;
use crate::ui::widgets;

use super::table_questions::note;

/// Height of the heading above and of the lines of text below.
const ROOM_FOR_TEXT: f32 = 112.0;

/// The preview that was last drawn, kept while nothing changes that it depends on.
#[derive(Debug, Default)]
pub(in crate::ui) struct TablePreview {
    last: Option<(Stamp, Preview)>,
    /// The pass in which the dialog was opened; `None` while it is not.
    pub(super) opened: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Stamp {
    world: usize,
    size: Size,
    today: Option<Moment>,
    language: Language,
}

#[derive(Clone, Debug)]
struct Preview {
    picture: Arc<Picture>,
    lanes: usize,
    left_out: usize,
    span: String,
}

pub(super) fn show(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    open: &TableToOpen,
    height: f32,
    cache: &mut TablePreview,
    fonts: &BundledFonts,
) {
    let strings = frame.strings();
    widgets::heading(ui, frame, strings.opening.preview);
    let Some(world) = open.world.as_ref().filter(|_| open.can_open()) else { return };
    let size =
        Size { width: ui.available_width().floor(), height: (height - ROOM_FOR_TEXT).max(80.0).floor() };
    let preview = cache.preview(frame, world, size, fonts);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(size.width, size.height), Sense::hover());
    let name = (strings.opening.preview_of)(preview.lanes, &preview.span);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    paint_picture(ui, rect.min, &preview.picture, frame.palette);
    if preview.left_out > 0 {
        note(ui, frame, (strings.opening.more_lanes)(preview.left_out));
    }
    let has_law = world.dataset.treaties().iter().any(|treaty| treaty.nature != crate::domain::Nature::Topic);
    if let Some(statuses) = open.statuses.as_ref().filter(|_| has_law) {
        let counts = &statuses.counts;
        let counts = [counts.in_force, counts.in_effect, counts.suspended, counts.signed, counts.ended];
        let counts = (strings.law.counts)(&(strings.dates.day)(statuses.day), counts);
        note(ui, frame, format!("{counts}. {}", strings.opening.status_follows));
    }
}

impl TablePreview {
    fn preview(
        &mut self,
        frame: &Frame<'_>,
        world: &Arc<World>,
        size: Size,
        fonts: &BundledFonts,
    ) -> Preview {
        let language = frame.session.language();
        let stamp = Stamp { world: Arc::as_ptr(world).addr(), size, today: frame.today, language };
        if let Some((last, preview)) = &self.last
            && *last == stamp
        {
            return preview.clone();
        }
        let dataset = &world.dataset;
        let arrangement = Arrangement::default();
        let plot = f64::from(Scene::plot_height(size));
        let lanes = dataset.treaties().len();
        let metrics = LaneMetrics::fitting(plot, lanes, 0, dataset.categories().len());
        let rows = Rows::with_parties(dataset, &arrangement, metrics, PartyLanes::default());
        let time = TimeView::opening(dataset, &world.limits);
        let scene = plan(&PlanInput {
            dataset,
            index: &world.index,
            bulk: world.bulk.as_ref(),
            rows: &rows,
            view: View { time, scroll: 0.0 },
            size,
            selection: Selection::Nothing,
            several: &[],
            time_range: None,
            today: frame.today,
            status_date: None,
            hits: None,
            previous_dates: None,
            strings: frame.strings(),
            measure: fonts,
        });
        let whole = scene.lanes.iter().filter(|lane| lane.rect.bottom <= size.height + 1.0).count();
        let preview = Preview {
            picture: Arc::new(Picture::of(&scene)),
            lanes,
            left_out: lanes.saturating_sub(whole),
            span: scene.span_words,
        };
        self.last = Some((stamp, preview.clone()));
        preview
    }
}
