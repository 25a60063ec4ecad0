//! How the user arranged the layers: the files that one timeline was put together from.

use crate::domain::{Dataset, Layer, TreatyId};

use super::rows::Arrangement;

/// What the user chose for one layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerChoice {
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

impl LayerChoice {
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

impl Arrangement {
    /// What the user chose for a layer, by its index in the dataset.
    pub fn layer(&self, layer: usize) -> Option<&LayerChoice> {
        self.layers.iter().find(|choice| choice.layer == layer)
    }

    /// The layers that were not removed, from top to bottom; none where only one is left.
    pub fn listed_layers(&self) -> Vec<&LayerChoice> {
        let listed: Vec<&LayerChoice> = self.layers.iter().filter(|choice| !choice.is_removed).collect();
        if listed.len() > 1 { listed } else { Vec::new() }
    }

    /// Whether nothing of a layer is shown.
    pub fn hides_layer(&self, layer: usize) -> bool {
        self.layer(layer).is_some_and(|choice| !choice.is_shown())
    }

    /// Whether any layer is not shown.
    pub fn hides_layers(&self) -> bool {
        self.layers.iter().any(|choice| !choice.is_shown())
    }

    /// Whether a treaty is drawn behind the lanes.
    pub fn is_behind(&self, dataset: &Dataset, treaty: TreatyId) -> bool {
        !self.layers.is_empty()
            && self.layer(dataset.layer_of_treaty(treaty)).is_some_and(|choice| choice.is_background)
    }

    /// Whether a treaty belongs to a layer that is not shown.
    pub fn is_in_hidden_layer(&self, dataset: &Dataset, treaty: TreatyId) -> bool {
        !self.layers.is_empty() && self.hides_layer(dataset.layer_of_treaty(treaty))
    }

    /// Where the lanes of a layer stand among those of the others.
    pub(super) fn place_of_layer(&self, layer: usize) -> usize {
        self.layers.iter().position(|choice| choice.layer == layer).unwrap_or(usize::MAX)
    }
}
