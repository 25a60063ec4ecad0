//! What the chart under the lanes shows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::Series;
use crate::session::Session;

/// Number of series shown without being asked for: more lines could not be told apart.
const DEFAULT_LINES: usize = 8;

/// What the chart shows, and how.
#[derive(Debug, Default)]
pub struct FiguresState {
    /// What the user chose.
    pub choice: ChartChoice,
    /// What follows from that for the open dataset.
    pub rows: ChartRows,
}

/// What the user chose to see in the chart. Saved with the settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChartChoice {
    /// Whether it is shown.
    pub is_open: bool,
    /// The unit; `None`, or one that the dataset does not have, for the one with the most points.
    pub unit: Option<String>,
    /// Ids of series that the user showed or hid: their state is the opposite of the default.
    pub switched: Vec<String>,
    /// Whether the scale is logarithmic.
    pub is_logarithmic: bool,
}

/// The units and series of the open dataset, computed when a choice or the dataset changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartRows {
    /// The units, each with its number of series; those with the most points first.
    pub units: Vec<(String, usize)>,
    /// The series of the unit, by their index, and whether each is shown.
    pub offered: Vec<(usize, bool)>,
    /// The shown series, by their index.
    pub shown: Vec<usize>,
    /// The minimum and the maximum of the shown series.
    pub range: (f64, f64),
}

impl ChartRows {
    /// The unit of the chart; `None` for a dataset without series.
    pub fn unit(&self, choice: &ChartChoice) -> Option<&str> {
        let chosen = self.units.iter().find(|(unit, _)| choice.unit.as_ref() == Some(unit));
        chosen.or_else(|| self.units.first()).map(|(unit, _)| unit.as_str())
    }
}

impl Session {
    /// Opens the charts, or closes them.
    pub(in crate::session) fn toggle_charts(&mut self) {
        let is_open = !self.figures.choice.is_open;
        self.set_chart(ChartChoice { is_open, ..self.figures.choice.clone() });
    }

    /// Changes what the chart shows, and how.
    pub(in crate::session) fn set_chart(&mut self, choice: ChartChoice) {
        self.figures.choice = choice;
        self.figures.rows = self.chart_rows();
    }

    fn chart_rows(&self) -> ChartRows {
        if !self.figures.choice.is_open {
            return ChartRows::default();
        }
        let dataset = &self.world.dataset;
        let all = dataset.series();
        let is_hidden = |series: &Series| self.view.arrangement.hides_layer(dataset.layer_of_series(series));
        let mut figures: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for series in all.iter().filter(|series| !is_hidden(series)) {
            let (points, count) = figures.entry(&series.unit).or_default();
            (*points, *count) = (*points + series.points.len(), *count + 1);
        }
        let mut units: Vec<(String, usize, usize)> =
            figures.into_iter().map(|(unit, (points, count))| (unit.to_owned(), points, count)).collect();
        units.sort_by_key(|(_, points, _)| std::cmp::Reverse(*points));
        let units = units.into_iter().map(|(unit, _, count)| (unit, count)).collect();
        let mut rows = ChartRows { units, ..ChartRows::default() };
        let Some(unit) = rows.unit(&self.figures.choice).map(ToOwned::to_owned) else { return rows };
        let mut offered: Vec<usize> =
            (0..all.len()).filter(|&index| *all[index].unit == *unit && !is_hidden(&all[index])).collect();
        // Long series first; limits have few points.
        offered.sort_by_key(|&index| (std::cmp::Reverse(all[index].points.len()), index));
        let is_switched =
            |index: usize| self.figures.choice.switched.iter().any(|key| **key == *all[index].key);
        rows.offered = offered
            .into_iter()
            .enumerate()
            .map(|(rank, index)| (index, (rank < DEFAULT_LINES) != is_switched(index)))
            .collect();
        rows.shown = rows.offered.iter().filter(|(_, is_shown)| *is_shown).map(|(index, _)| *index).collect();
        let values = rows.shown.iter().flat_map(|&index| &all[index].points).map(|point| point.value);
        rows.range =
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        if rows.shown.is_empty() {
            rows.range = (0.0, 1.0);
        }
        rows
    }
}
