//! The rows of the timeline from top to bottom: headings and lanes, and which of them are in the window.

use std::collections::BTreeSet;

use crate::domain::{Dataset, TreatyId};
use crate::levels::Index;

use super::group_density::GroupColumns;
use super::layer_settings::LayerSettings;
use super::metrics::LaneMetrics;
use super::party_lanes::{PartyLane, PartyLanes};

/// In place of a row, for a treaty without one.
const NOWHERE: usize = usize::MAX;

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading over the pinned lanes, with their number.
    Pinned(usize),
    /// The heading of a category.
    Group {
        /// Index into the dataset's categories.
        category: usize,
        /// How many of its treaties are not hidden.
        count: usize,
        /// Whether its lanes are collapsed.
        is_collapsed: bool,
    },
    /// The lane of a treaty.
    Lane(TreatyId),
    /// The lane of one of its parties, by its index among them.
    Party(TreatyId, usize),
}

/// How the user arranged the lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Categories whose lanes are collapsed.
    pub collapsed: BTreeSet<usize>,
    /// Treaties whose lanes are hidden.
    pub hidden: BTreeSet<TreatyId>,
    /// Treaties whose lanes stand above all others, in the reader's order.
    pub pinned: Vec<TreatyId>,
    /// Treaties under whose lanes there is one for each party.
    pub expanded: BTreeSet<TreatyId>,
    /// The layers from top to bottom; none where there is one file.
    pub layers: Vec<LayerSettings>,
}

/// Every row of a dataset with its position: built when the dataset is loaded, and again when the reader rearranges it.
#[derive(Clone, Debug)]
pub struct Rows {
    rows: Vec<Row>,
    /// Where each row begins; one more than there are rows.
    tops: Vec<f64>,
    metrics: LaneMetrics,
    /// How many rows at the top belong to the pinned lanes.
    pinned: usize,
    /// The row of each treaty's lane; of one collapsed or hidden the row of its heading; [`NOWHERE`] where all lanes
    /// under that heading are hidden.
    row_of_treaty: Vec<usize>,
    parties: PartyLanes,
    columns: GroupColumns,
    /// The treaties that are drawn behind the lanes, and not in one.
    behind: Vec<TreatyId>,
    /// The names of the layers, by their index in the dataset; none where there is one.
    layer_names: Vec<Box<str>>,
    /// What the timeline is called, where that is not the dataset's own title.
    title: Option<String>,
}

impl Rows {
    /// The rows of a dataset, whose treaties are in order of category, as the reader arranged them.
    pub fn new(dataset: &Dataset, arrangement: &Arrangement) -> Self {
        Self::with_parties(dataset, arrangement, LaneMetrics::default(), PartyLanes::default())
    }

    /// The same with bulk lanes of another height, in points.
    pub fn with_lane_height(dataset: &Dataset, arrangement: &Arrangement, lane_height: f64) -> Self {
        let metrics = LaneMetrics::of_bulk_lanes(lane_height);
        Self::with_parties(dataset, arrangement, metrics, PartyLanes::default())
    }

    /// The same with these measures, and with the lanes of parties under those treaties that are expanded.
    pub fn with_parties(
        dataset: &Dataset,
        arrangement: &Arrangement,
        metrics: LaneMetrics,
        parties: PartyLanes,
    ) -> Self {
        let Arrangement { collapsed, hidden, .. } = arrangement;
        let is_background = |treaty: TreatyId| arrangement.is_background(dataset, treaty);
        let pinned: Vec<TreatyId> =
            arrangement.pinned.iter().copied().filter(|&treaty| !is_background(treaty)).collect();
        let push_lane = |rows: &mut Vec<Row>, treaty: TreatyId| {
            rows.push(Row::Lane(treaty));
            rows.extend((0..parties.of(treaty).len()).map(|index| Row::Party(treaty, index)));
        };
        let treaties = dataset.treaties();
        let mut rows = Vec::with_capacity(treaties.len() + dataset.categories().len());
        let mut row_of_treaty = vec![0; treaties.len()];
        if !pinned.is_empty() {
            rows.push(Row::Pinned(pinned.len()));
            for &treaty in &pinned {
                row_of_treaty[treaty.index()] = rows.len();
                push_lane(&mut rows, treaty);
            }
        }
        let pinned_rows = rows.len();
        let is_pinned: BTreeSet<TreatyId> = pinned.iter().copied().collect();
        let ids = (0..treaties.len()).map(TreatyId::new).collect::<Vec<_>>();
        let mut groups: Vec<&[TreatyId]> =
            ids.chunk_by(|&a, &b| dataset.treaty(a).category == dataset.treaty(b).category).collect();
        if !arrangement.layers.is_empty() {
            groups.sort_by_key(|group| arrangement.place_of_layer(dataset.layer_of_treaty(group[0])));
        }
        let mut behind: Vec<TreatyId> = Vec::new();
        for group in groups {
            let category = dataset.treaty(group[0]).category;
            if is_background(group[0]) {
                behind.extend(group.iter().copied().filter(|treaty| !hidden.contains(treaty)));
                for treaty in group {
                    row_of_treaty[treaty.index()] = NOWHERE;
                }
                continue;
            }
            let is_collapsed = collapsed.contains(&category);
            let is_here = |treaty: &&TreatyId| !is_pinned.contains(treaty);
            let heading = rows.len();
            let count = group.iter().filter(is_here).filter(|treaty| !hidden.contains(treaty)).count();
            if count == 0 {
                // A heading without lanes would only take room.
                for treaty in group.iter().filter(is_here) {
                    row_of_treaty[treaty.index()] = NOWHERE;
                }
                continue;
            }
            rows.push(Row::Group { category, count, is_collapsed });
            for &treaty in group.iter().filter(is_here) {
                let is_shown = !is_collapsed && !hidden.contains(&treaty);
                row_of_treaty[treaty.index()] = if is_shown { rows.len() } else { heading };
                if is_shown {
                    push_lane(&mut rows, treaty);
                }
            }
        }
        let columns = GroupColumns::default();
        let mut rows = Self {
            rows,
            tops: Vec::new(),
            metrics,
            pinned: pinned_rows,
            row_of_treaty,
            parties,
            columns,
            behind,
            layer_names: layer_names(arrangement),
            title: title_of_layers(arrangement),
        };
        rows.set_metrics(metrics);
        rows
    }

    /// The treaties that are drawn behind the lanes.
    pub fn behind(&self) -> &[TreatyId] {
        &self.behind
    }

    /// What the timeline is called, where it is put together from several files: the names of those that are shown.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The name of the layer whose lanes stand under a heading, where there are several.
    pub fn layer_of_heading(&self, dataset: &Dataset, category: usize) -> Option<&str> {
        self.layer_names.get(dataset.layer_of_category(category)).map(|name| &**name)
    }

    /// Lays the rows out by other measures.
    pub fn set_metrics(&mut self, metrics: LaneMetrics) {
        self.metrics = metrics;
        let mut top = 0.0;
        self.tops.clear();
        for row in &self.rows {
            self.tops.push(top);
            top += height_of(row, &metrics);
        }
        self.tops.push(top);
    }

    /// Gives the lanes the height at which all rows fit a plot of this height, as far as the limits allow.
    pub fn fit(&mut self, plot_height: f64) {
        let metrics = self.fitting(plot_height);
        self.set_metrics(metrics.with_headers_width(self.metrics.headers_width));
    }

    /// Whether all rows, or all but a few, can be in a plot of this height at once.
    pub fn can_nearly_fit(&self, plot_height: f64) -> bool {
        /// How much higher than the plot they may be, as a share.
        const NEARLY: f64 = 1.15;
        let metrics = self.fitting(plot_height);
        self.rows.iter().map(|row| height_of(row, &metrics)).sum::<f64>() <= NEARLY * plot_height
    }

    fn fitting(&self, plot_height: f64) -> LaneMetrics {
        let (mut lanes, mut parties, mut headings) = (0, 0, 0);
        for row in &self.rows {
            match row {
                Row::Pinned(_) | Row::Group { .. } => headings += 1,
                Row::Lane(_) => lanes += 1,
                Row::Party(..) => parties += 1,
            }
        }
        LaneMetrics::fitting(plot_height, lanes, parties, headings)
    }

    /// The same rows without any that stay in sight: on paper nothing is scrolled.
    pub fn unpinned(self) -> Self {
        Self { pinned: 0, ..self }
    }

    /// Gathers the events of the collapsed groups, for the strokes in their rows.
    pub fn gather_collapsed(&mut self, dataset: &Dataset, index: &Index, arrangement: &Arrangement) {
        let Arrangement { collapsed, hidden, pinned, .. } = arrangement;
        let is_elsewhere = |treaty: TreatyId| hidden.contains(&treaty) || pinned.contains(&treaty);
        self.columns = GroupColumns::gather(dataset, index, collapsed, is_elsewhere);
    }

    /// The events of the collapsed groups.
    pub(super) fn group_columns(&self) -> &GroupColumns {
        &self.columns
    }

    /// The measures of the rows.
    pub fn metrics(&self) -> &LaneMetrics {
        &self.metrics
    }

    /// The height of a lane, in points.
    pub fn lane_height(&self) -> f64 {
        self.metrics.lane.height
    }

    /// Whether there is a lane for each party under a treaty's.
    pub fn is_expanded(&self, treaty: TreatyId) -> bool {
        self.parties.has(treaty)
    }

    /// The lane of a treaty's party, by its index among them.
    pub fn party_lane(&self, treaty: TreatyId, index: usize) -> Option<&PartyLane> {
        self.parties.of(treaty).get(index)
    }

    /// The height of all rows together.
    pub fn height(&self) -> f64 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// Where a treaty's row begins and where it ends: its lane, or the heading that it is collapsed under.
    pub fn lane_between(&self, treaty: TreatyId) -> (f64, f64) {
        let row = self.row_of_treaty[treaty.index()];
        let top = |row: usize| self.tops.get(row).copied().unwrap_or_default();
        if row == NOWHERE { (0.0, 0.0) } else { (top(row), top(row + 1)) }
    }

    /// Where a treaty's lane begins and where the last lane of its parties ends.
    pub fn lanes_between(&self, treaty: TreatyId) -> (f64, f64) {
        let (top, bottom) = self.lane_between(treaty);
        let parties = if self.has_lane(treaty) { self.parties.of(treaty).len() } else { 0 };
        (top, bottom + parties as f64 * self.metrics.party.height)
    }

    /// The index of a treaty's lane among the rows, or of the heading that it is collapsed under.
    pub fn row_of(&self, treaty: TreatyId) -> usize {
        self.row_of_treaty[treaty.index()]
    }

    /// A row by its index from the top.
    pub fn get(&self, index: usize) -> Option<Row> {
        self.rows.get(index).copied()
    }

    /// Where a treaty's row begins.
    pub fn top_of(&self, treaty: TreatyId) -> f64 {
        self.lane_between(treaty).0
    }

    /// Whether a treaty has a row: its lane, or the heading that it is collapsed under.
    pub fn has_row(&self, treaty: TreatyId) -> bool {
        self.row_of_treaty[treaty.index()] != NOWHERE
    }

    /// Whether a treaty's lane is there, and not collapsed.
    pub fn has_lane(&self, treaty: TreatyId) -> bool {
        self.rows.get(self.row_of_treaty[treaty.index()]) == Some(&Row::Lane(treaty))
    }

    /// The index of the row at a height, and the share of it that lies above.
    pub(super) fn row_at(&self, y: f64) -> Option<(usize, f64)> {
        let index = self.tops.partition_point(|&top| top <= y).checked_sub(1)?;
        let (top, bottom) = (self.tops.get(index)?, self.tops.get(index + 1)?);
        Some((index, (y - top) / (bottom - top)))
    }

    /// The height at which a share of a row lies above.
    pub(super) fn offset_in(&self, index: usize, share: f64) -> f64 {
        match (self.tops.get(index), self.tops.get(index + 1)) {
            (Some(top), Some(bottom)) => top + share * (bottom - top),
            _ => 0.0,
        }
    }

    /// The height of the rows of the pinned lanes.
    pub(super) fn height_of_pinned(&self) -> f64 {
        self.tops.get(self.pinned).copied().unwrap_or_default()
    }

    /// The rows between two heights, each with its top.
    pub fn between(&self, from: f64, to: f64) -> impl Iterator<Item = (Row, f64)> {
        // The row that begins at or before `from` may still reach below it.
        let first = self.tops.partition_point(|&top| top <= from).saturating_sub(1);
        let last = self.tops.partition_point(|&top| top < to).min(self.rows.len());
        (first.min(last)..last).map(|i| (self.rows[i], self.tops[i]))
    }
}

/// The names of the layers, by their index in the dataset; none where only one is left.
fn layer_names(arrangement: &Arrangement) -> Vec<Box<str>> {
    if arrangement.listed_layers().is_empty() {
        return Vec::new();
    }
    let of = |layer| arrangement.layer(layer).map(|choice| choice.name.clone()).unwrap_or_default();
    (0..arrangement.layers.len()).map(of).collect()
}

/// The names of the layers that were not removed, from top to bottom; `None` where there is one file.
fn title_of_layers(arrangement: &Arrangement) -> Option<String> {
    let names = arrangement.layers.iter().filter(|choice| !choice.is_removed).map(|choice| &*choice.name);
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| names.join(" · "))
}

fn height_of(row: &Row, metrics: &LaneMetrics) -> f64 {
    match row {
        Row::Pinned(_) | Row::Group { .. } => metrics.group_height,
        Row::Lane(_) => metrics.lane.height,
        Row::Party(..) => metrics.party.height,
    }
}
