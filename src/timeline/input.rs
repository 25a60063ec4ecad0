//! What a scene is planned from.

use crate::domain::{Dataset, Moment, Plain, State};
use crate::index::{FoundIndex, Index};
use crate::language::Words;

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
    /// Its plain events, in a dataset of plain lanes: the lanes are the dataset's treaties.
    pub plain: Option<&'a Plain>,
    /// Its rows.
    pub rows: &'a Rows,
    /// What is in the window.
    pub view: View,
    /// The size of the window.
    pub size: Size,
    /// What is selected.
    pub selection: Selection,
    /// Marks that are picked beside the selection.
    pub picked: &'a [Subject],
    /// A stretch of time that is looked at.
    pub chosen: Option<(Moment, Moment)>,
    /// Today, for the line across the plot; left out where a picture must not depend on the day it is made.
    pub today: Option<Moment>,
    /// A day, and the state of each treaty on it: what the lanes' heads say instead of where they stand now.
    pub as_of: Option<(Moment, &'a [State])>,
    /// What a search found, to be marked.
    pub found: Option<&'a FoundIndex>,
    /// Where events stood in another dataset.
    pub ghosts: Option<&'a PreviousDates>,
    /// The language of what is written.
    pub words: &'static Words,
    /// How wide texts are.
    pub measure: &'a dyn TextMeasure,
}
