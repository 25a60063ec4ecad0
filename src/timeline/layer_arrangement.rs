//! What an arrangement says of layers: which are shown, in what order, and which stand behind the lanes.

use crate::domain::{Dataset, TreatyId};

use super::layer_settings::LayerSettings;
use super::rows::Arrangement;

impl Arrangement {
    /// What the user chose for a layer, by its index in the dataset.
    pub fn layer(&self, layer: usize) -> Option<&LayerSettings> {
        self.layers.iter().find(|choice| choice.layer == layer)
    }

    /// The layers that were not removed, from top to bottom; none where only one is left.
    pub fn listed_layers(&self) -> Vec<&LayerSettings> {
        let listed: Vec<&LayerSettings> = self.layers.iter().filter(|choice| !choice.is_removed).collect();
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
    pub fn is_background(&self, dataset: &Dataset, treaty: TreatyId) -> bool {
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
