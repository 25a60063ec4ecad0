//! The rows of the timeline from top to bottom: headings and lanes, and which of them are in the window.

use std::collections::BTreeSet;

use crate::domain::{Dataset, TreatyId};

/// Height of a lane, in points: a label, a bar and a line of statements.
pub(super) const LANE_HEIGHT: f64 = 46.0;
/// Height of a group's heading, in points.
pub(super) const GROUP_HEIGHT: f64 = 28.0;

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The heading of a category, and how many lanes it has.
    Group {
        /// Index into the dataset's categories.
        category: usize,
        /// How many treaties it has.
        count: usize,
        /// Whether its lanes are folded away.
        is_folded: bool,
    },
    /// The lane of a treaty.
    Lane(TreatyId),
}

/// Every row of a dataset with its place: built when the dataset is loaded, and again when a group is folded.
#[derive(Debug)]
pub struct Rows {
    rows: Vec<Row>,
    /// Where each row begins; one more than there are rows.
    tops: Vec<f64>,
    /// The row of each treaty's lane; of a folded one the row of its heading.
    row_of_treaty: Vec<usize>,
}

impl Rows {
    /// The rows of a dataset, whose treaties are in order of category, without the lanes of `folded` categories.
    pub fn new(dataset: &Dataset, folded: &BTreeSet<usize>) -> Self {
        let treaties = dataset.treaties();
        let mut rows = Vec::with_capacity(treaties.len() + dataset.categories().len());
        let mut row_of_treaty = Vec::with_capacity(treaties.len());
        let mut index = 0;
        for group in treaties.chunk_by(|a, b| a.category == b.category) {
            let category = group[0].category;
            let is_folded = folded.contains(&category);
            let heading = rows.len();
            rows.push(Row::Group { category, count: group.len(), is_folded });
            for _ in group {
                row_of_treaty.push(if is_folded { heading } else { rows.len() });
                if !is_folded {
                    rows.push(Row::Lane(TreatyId::new(index)));
                }
                index += 1;
            }
        }
        let mut top = 0.0;
        let mut tops = Vec::with_capacity(rows.len() + 1);
        for row in &rows {
            tops.push(top);
            top += height_of(row);
        }
        tops.push(top);
        Self { rows, tops, row_of_treaty }
    }

    /// The height of all rows together.
    pub fn height(&self) -> f64 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// Where a treaty's row begins and where it ends: its lane, or the heading it is folded under.
    pub fn lane_between(&self, treaty: TreatyId) -> (f64, f64) {
        let row = self.row_of_treaty[treaty.index()];
        (self.tops[row], self.tops[row] + height_of(&self.rows[row]))
    }

    /// Where a treaty's row begins.
    pub fn top_of(&self, treaty: TreatyId) -> f64 {
        self.lane_between(treaty).0
    }

    /// Whether a treaty's lane is there, and not folded away.
    pub fn has_lane(&self, treaty: TreatyId) -> bool {
        matches!(self.rows[self.row_of_treaty[treaty.index()]], Row::Lane(_))
    }

    /// The rows between two heights, each with its top.
    pub fn between(&self, from: f64, to: f64) -> impl Iterator<Item = (Row, f64)> {
        // The row that begins at or before `from` may still reach below it.
        let first = self.tops.partition_point(|&top| top <= from).saturating_sub(1);
        let last = self.tops.partition_point(|&top| top < to).min(self.rows.len());
        (first.min(last)..last).map(|i| (self.rows[i], self.tops[i]))
    }

    /// The farthest that `height` points of window can be scrolled down.
    pub fn max_scroll(&self, height: f64) -> f64 {
        (self.height() - height).max(0.0)
    }
}

fn height_of(row: &Row) -> f64 {
    match row {
        Row::Group { .. } => GROUP_HEIGHT,
        Row::Lane(_) => LANE_HEIGHT,
    }
}
