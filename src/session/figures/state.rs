//! Which figures are shown under the lanes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::session::Session;

/// More lines than this at once could not be told apart.
const MAX_LINES: usize = 8;

/// Which figures are shown, and how.
#[derive(Debug, Default)]
pub struct FiguresState {
    /// Unit, series and scale.
    pub choice: ChartChoice,
    /// What of the record is shown, worked out when something is chosen.
    pub rows: ChartRows,
}

/// How the chart is looked at; remembered from one run to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChartChoice {
    /// Whether it is shown.
    pub is_open: bool,
    /// What is counted; none for what there are most figures of.
    pub unit: Option<String>,
    /// Ids of series that are switched over: shown where they would not be, or not where they would.
    pub switched: Vec<String>,
    /// Whether each line of the scale is ten times the one below.
    pub is_logarithmic: bool,
}

/// What of the record the chart shows: worked out when something is chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartRows {
    /// What is counted, and how many series count it; those with most figures first.
    pub units: Vec<(String, usize)>,
    /// The series of the chosen unit, by their place, and whether each is shown.
    pub offered: Vec<(usize, bool)>,
    /// Those shown.
    pub shown: Vec<usize>,
    /// The least and the greatest figure of those shown.
    pub range: (f64, f64),
}

impl ChartRows {
    /// What is counted in the chart.
    pub fn unit(&self, choice: &ChartChoice) -> Option<&str> {
        let chosen = self.units.iter().find(|(unit, _)| choice.unit.as_ref() == Some(unit));
        chosen.or_else(|| self.units.first()).map(|(unit, _)| unit.as_str())
    }
}

impl Session {
    /// Looks at other figures, or at the same in another way.
    pub(in crate::session) fn choose_chart(&mut self, choice: ChartChoice) {
        self.figures.choice = choice;
        self.figures.rows = self.rows_of_chart();
    }

    fn rows_of_chart(&self) -> ChartRows {
        if !self.figures.choice.is_open {
            return ChartRows::default();
        }
        let all = self.world.dataset.series();
        let mut figures: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for series in all {
            let (points, count) = figures.entry(&series.unit).or_default();
            (*points, *count) = (*points + series.points.len(), *count + 1);
        }
        let mut units: Vec<(String, usize, usize)> =
            figures.into_iter().map(|(unit, (points, count))| (unit.to_owned(), points, count)).collect();
        units.sort_by_key(|(_, points, _)| std::cmp::Reverse(*points));
        let units = units.into_iter().map(|(unit, _, count)| (unit, count)).collect();
        let mut rows = ChartRows { units, ..ChartRows::default() };
        let Some(unit) = rows.unit(&self.figures.choice).map(ToOwned::to_owned) else { return rows };
        let mut offered: Vec<usize> = (0..all.len()).filter(|&place| *all[place].unit == *unit).collect();
        // What tells most comes first: long series, then limits.
        offered.sort_by_key(|&place| (std::cmp::Reverse(all[place].points.len()), place));
        let is_switched =
            |place: usize| self.figures.choice.switched.iter().any(|key| **key == *all[place].key);
        rows.offered = offered
            .into_iter()
            .enumerate()
            .map(|(rank, place)| (place, (rank < MAX_LINES) != is_switched(place)))
            .collect();
        rows.shown = rows.offered.iter().filter(|(_, is_shown)| *is_shown).map(|(place, _)| *place).collect();
        let values = rows.shown.iter().flat_map(|&place| &all[place].points).map(|point| point.value);
        rows.range =
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
        if rows.shown.is_empty() {
            rows.range = (0.0, 1.0);
        }
        rows
    }
}
