//! Layers: the files that one dataset was put together from.

use std::ops::Range;

/// One of the files that a dataset was put together from. Its items stand together in the tables that keep the order of the
/// files; treaties and events are found by their category.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    /// Stands before each id of the file, so that the ids of two files never mix; empty for the first file.
    pub prefix: Box<str>,
    /// The title of its dataset, or the name of its file.
    pub name: Box<str>,
    /// Its categories.
    pub categories: Range<usize>,
    /// Its sources.
    pub sources: Range<usize>,
    /// Its speakers.
    pub speakers: Range<usize>,
    /// Its series of figures.
    pub series: Range<usize>,
}

impl Layer {
    /// The id in its file of what the dataset knows under this id; `None` if that is of another file.
    pub fn key_in_file<'k>(&self, key: &'k str) -> Option<&'k str> {
        key.strip_prefix(&*self.prefix)
    }
}
