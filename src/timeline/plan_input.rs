//! The input from which a scene is planned: dataset, view, size, selection, search hits.

use crate::domain::{BulkEvents, Dataset, Moment, State};
use crate::language::Strings;
use crate::levels::{Index, SearchHits};

use super::geometry::Size;
use super::mark::{Selection, Subject};
use super::measure::TextMeasure;
use super::previous_dates::PreviousDates;
use super::rows::Rows;
use super::view::View;

/// What a scene is made from.
#[derive(Clone, Copy)]
pub struct PlanInput<'a> {
    /// The dataset.
    pub dataset: &'a Dataset,
    /// Its index.
    pub index: &'a Index,
    /// Its bulk events, in a dataset of bulk lanes: the lanes are the dataset's treaties.
    pub bulk: Option<&'a BulkEvents>,
    /// Its rows.
    pub rows: &'a Rows,
    /// What is in the window.
    pub view: View,
    /// The size of the window.
    pub size: Size,
    /// What is selected.
    pub selection: Selection,
    /// The multi-selection.
    pub several: &'a [Subject],
    /// The selected time range.
    pub time_range: Option<(Moment, Moment)>,
    /// Today, for the line across the plot; left out where a picture must not depend on the day it is made.
    pub today: Option<Moment>,
    /// The status date with the state of each treaty on it: the lane headers show it instead of the current status.
    pub status_date: Option<(Moment, &'a [State])>,
    /// The hits of a search, to be marked.
    pub hits: Option<&'a SearchHits>,
    /// The dates of events in another dataset.
    pub previous_dates: Option<&'a PreviousDates>,
    /// The texts in the language of the interface.
    pub strings: &'static Strings,
    /// Measures the width of texts.
    pub measure: &'a dyn TextMeasure,
}
