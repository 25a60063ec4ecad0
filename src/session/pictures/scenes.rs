//! The rows, the period and the scene of a choice.

use std::collections::BTreeSet;

use crate::domain::{Moment, TreatyId};
use crate::search::Item;
use crate::session::Session;
use crate::timeline::{
    BundledFonts, Limits, PlanInput, Row, Rows, Scene, Selection, Size, TimeView, View, plan,
};

use super::choice::{PictureChoice, PictureLanes, PicturePeriod};
use super::single_picture::MAX_SOURCES;

impl Session {
    /// The treaties whose lanes a picture has, in their order.
    pub fn picture_treaties(&self, choice: &PictureChoice) -> Vec<TreatyId> {
        let rows = self.picture_rows(choice);
        let lane = |(row, _): (Row, f64)| match row {
            Row::Lane(treaty) => Some(treaty),
            _ => None,
        };
        rows.between(0.0, rows.height()).filter_map(lane).collect()
    }

    /// The rows of a picture, with the measures of comfortable lanes. Pinned lanes come first and do not stay in sight, for
    /// nothing is scrolled.
    pub(super) fn picture_rows(&self, choice: &PictureChoice) -> Rows {
        let mut arrangement = self.view.arrangement.clone();
        if let Some(filtered) = &self.filter.result {
            arrangement.hidden.extend(filtered.hidden());
        }
        let all = || (0..self.world.dataset.treaties().len()).map(TreatyId::new);
        let kept: Option<BTreeSet<TreatyId>> = match &choice.lanes {
            PictureLanes::Shown if choice.has_window_marks => None,
            PictureLanes::Shown => Some(all().filter(|&treaty| self.view.rows.has_lane(treaty)).collect()),
            PictureLanes::Visible => Some(self.lanes_in_window(self.view.current.scroll)),
            PictureLanes::Selection => Some(self.selected_treaties().into_iter().collect()),
            PictureLanes::These(treaties) => Some(treaties.iter().copied().collect()),
        };
        if let Some(kept) = kept {
            arrangement.collapsed.clear();
            arrangement.hidden.extend(all().filter(|treaty| !kept.contains(treaty)));
        }
        arrangement.pinned.retain(|treaty| !arrangement.hidden.contains(treaty));
        let metrics = *self.rows_for_export(f64::INFINITY).metrics();
        let dataset = &self.world.dataset;
        let mut rows = Rows::with_parties(dataset, &arrangement, metrics, self.view.party_lanes.clone());
        if self.world.bulk.is_none() {
            rows.gather_collapsed(dataset, self.index(), &arrangement);
        }
        rows.unpinned()
    }

    /// The treaties whose lanes the window has, scrolled so far.
    pub(super) fn lanes_in_window(&self, scroll: f64) -> BTreeSet<TreatyId> {
        let plot_height = f64::from(Scene::plot_height(self.view.size));
        let lane = |(row, _): (Row, f64)| match row {
            Row::Lane(treaty) | Row::Party(treaty, _) => Some(treaty),
            Row::Pinned(_) | Row::Group { .. } => None,
        };
        self.view.rows.in_window(scroll, plot_height).filter_map(lane).collect()
    }

    /// The period of a picture.
    pub(super) fn picture_time(&self, choice: &PictureChoice, rows: &Rows) -> TimeView {
        let whole = |(first, last)| TimeView::fit(&Limits::between(first, last));
        let visible = self.view.current.time;
        match choice.period {
            PicturePeriod::Visible => visible,
            PicturePeriod::Between(from, to) => {
                TimeView::between(from, to, &self.world.limits.widened(from, to))
            }
            PicturePeriod::Whole => self.span_of_lanes(rows).map_or(visible, whole),
            PicturePeriod::Selection => match self.selection.time_range {
                Some((from, to)) => TimeView::between(from, to, &self.world.limits.widened(from, to)),
                None => self.span_of(&self.selected_treaties()).map_or(visible, whole),
            },
        }
    }

    /// The period of a picture, from its first moment to its last.
    pub fn picture_period(&self, choice: &PictureChoice) -> (Moment, Moment) {
        self.picture_time(choice, &self.picture_rows(choice)).moments()
    }

    fn span_of_lanes(&self, rows: &Rows) -> Option<(Moment, Moment)> {
        if self.world.bulk.is_some() {
            return self.world.span();
        }
        let lane = |(row, _): (Row, f64)| match row {
            Row::Lane(treaty) => Some(treaty),
            _ => None,
        };
        let treaties: Vec<TreatyId> = rows.between(0.0, rows.height()).filter_map(lane).collect();
        self.span_of(&treaties)
    }

    /// From the first moment that an event or a statement of these treaties can mean to the last.
    fn span_of(&self, treaties: &[TreatyId]) -> Option<(Moment, Moment)> {
        let dataset = &self.world.dataset;
        let mut span: Option<(Moment, Moment)> = None;
        let mut add = |from: Moment, to: Moment| {
            span = Some(span.map_or((from, to), |(first, last)| (first.min(from), last.max(to))));
        };
        for &treaty in treaties {
            let events = dataset.events_of(treaty).iter().filter(|&&id| self.shows(Item::Event(id)));
            for event in events.map(|&id| dataset.event(id)) {
                add(event.at().min(event.date().earliest()), event.at().max(event.date().end()));
            }
            let said = dataset.statements_of(treaty).iter().filter(|&&id| self.shows(Item::Statement(id)));
            for date in said.map(|&id| &dataset.statement(id).date) {
                add(date.anchor().min(date.earliest()), date.anchor().max(date.end()));
            }
        }
        span
    }

    /// What a picture shows as selected.
    pub(super) fn picture_selection(&self, choice: &PictureChoice) -> Selection {
        if choice.has_window_marks { self.selection.selected } else { Selection::Nothing }
    }

    /// The scene of a picture, with what it shows as selected: these rows from `scroll` on, over this period, in this size.
    pub(super) fn picture_scene(
        &self,
        (choice, selection): (&PictureChoice, Selection),
        rows: &Rows,
        (view, size): (View, Size),
        fonts: &BundledFonts,
    ) -> Scene {
        let has_window_marks = choice.has_window_marks;
        let mut scene = plan(&PlanInput {
            dataset: &self.world.dataset,
            index: self.index(),
            bulk: self.world.bulk.as_ref(),
            rows,
            view,
            size,
            selection,
            several: if has_window_marks { &self.selection.several } else { &[] },
            time_range: self.selection.time_range.filter(|_| has_window_marks),
            // A picture must not depend on the day it is made.
            today: None,
            status_date: self.law.status.as_ref().map(|status| (status.day, status.states())),
            hits: self.search.marks.as_ref().filter(|_| has_window_marks),
            previous_dates: self.compared.as_ref().map(|compared| &compared.previous_dates),
            strings: self.strings(),
            measure: fonts,
        });
        scene.title = self.picture_title(choice);
        scene.has_controls = has_window_marks;
        for lane in &mut scene.lanes {
            if !choice.has_labels {
                lane.labels.clear();
                (lane.entering_label, lane.end_label) = (None, None);
            }
            if !has_window_marks {
                lane.arrows.clear();
                lane.expands = None;
            }
        }
        scene
    }

    /// The scene of a picture that is not cut into pages, so wide in points.
    pub fn whole_picture_scene(&self, choice: &PictureChoice, width: f32, fonts: &BundledFonts) -> Scene {
        let rows = self.picture_rows(choice);
        let time = self.picture_time(choice, &rows);
        let size = Size { width, height: Scene::height_of(&rows).max(60.0) };
        let mut scene = self.picture_scene(
            (choice, self.picture_selection(choice)),
            &rows,
            (View { time, scroll: 0.0 }, size),
            fonts,
        );
        if choice.has_numbers && choice.has_caption {
            let listed = self.listed(&self.picture_treaties(choice), time);
            self.number_marks(&mut scene, &listed, MAX_SOURCES, fonts);
        }
        scene
    }

    /// The title of a picture: as chosen, or else that of the dataset, or else a word for what it is.
    pub fn picture_title(&self, choice: &PictureChoice) -> String {
        let own = choice.title.as_deref().unwrap_or_else(|| self.world.dataset.title()).trim();
        if own.is_empty() { self.strings().pictures.untitled.to_owned() } else { own.to_owned() }
    }
}
