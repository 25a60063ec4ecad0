//! The tables that a dataset is built from.

use super::acts::{Act, ActList};
use super::edtf_date::EdtfDate;
use super::event::Event;
use super::layer::Layer;
use super::series::Series;
use super::statement::{Source, Speaker, Statement};
use super::treaty::{Party, Treaty};

/// The tables of a dataset before they are sorted; an id is an index into one of these tables.
#[derive(Clone, Debug, Default)]
pub struct DatasetTables {
    /// Title.
    pub title: Box<str>,
    /// What the dataset is, in a few sentences.
    pub description: Box<str>,
    /// Terms of use.
    pub license: Box<str>,
    /// The day up to which it was kept current.
    pub checked_on: Option<EdtfDate>,
    /// Its version, as its maker counts; empty if not given.
    pub version: Box<str>,
    /// The day on which that version was released.
    pub released: Option<EdtfDate>,
    /// The version before it; empty if not given.
    pub previous: Box<str>,
    /// Groups of treaties, in the order of their lanes.
    pub categories: Vec<Category>,
    /// Parties.
    pub parties: Vec<Party>,
    /// Treaties, in any order.
    pub treaties: Vec<Treaty>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Speakers.
    pub speakers: Vec<Speaker>,
    /// The names of the types of event that the file names itself.
    pub own_types: Vec<Box<str>>,
    /// The tags of events.
    pub tags: Vec<Box<str>>,
    /// Events, in any order.
    pub events: Vec<Event>,
    /// The lists of parties' acts.
    pub act_lists: Vec<ActList>,
    /// The acts in them, in any order.
    pub acts: Vec<Act>,
    /// The dates of acts that are not days.
    pub act_dates: Vec<EdtfDate>,
    /// Statements, in any order.
    pub statements: Vec<Statement>,
    /// Figures over time.
    pub series: Vec<Series>,
    /// The files that these tables were put together from; none where they are of one file.
    pub layers: Vec<Layer>,
}

/// A group of treaties that share a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The heading.
    pub name: Box<str>,
}
