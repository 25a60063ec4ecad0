//! What the user chose for a layer: one of the files that a timeline was put together from.

use crate::domain::{Dataset, Layer};

/// What the user chose for one layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerSettings {
    /// The layer, by its index in the dataset.
    pub layer: usize,
    /// What it is called.
    pub name: Box<str>,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// Whether it stands behind the lanes as bands, and has no lanes of its own.
    pub is_background: bool,
    /// Whether it was removed. It stays with the dataset until another file is read, so that this can be undone.
    pub is_removed: bool,
}

impl LayerSettings {
    /// The choices for a dataset as it is opened: each layer shown, in the order in which they were added. None where
    /// there is one file.
    pub fn of(dataset: &Dataset) -> Vec<Self> {
        let layers = dataset.layers().iter().enumerate();
        let choice = |(layer, of): (usize, &Layer)| Self {
            layer,
            name: of.name.clone(),
            is_hidden: false,
            is_background: false,
            is_removed: false,
        };
        layers.map(choice).collect()
    }

    /// Whether anything of it is shown, in lanes or behind them.
    pub fn is_shown(&self) -> bool {
        !self.is_hidden && !self.is_removed
    }
}
