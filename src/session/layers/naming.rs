//! What the window says of layers: their names, their title together, and which of them an item is from.

use crate::domain::TreatyId;
use crate::session::Session;

impl Session {
    /// The title of the timeline: of the dataset, or the names of the layers.
    pub fn title(&self) -> &str {
        self.view.rows.title().unwrap_or_else(|| self.world.dataset.title())
    }

    /// The name of a layer, by its index in the dataset, where there are several.
    pub fn layer_name(&self, layer: usize) -> Option<&str> {
        let arrangement = &self.view.arrangement;
        if arrangement.listed_layers().is_empty() {
            return None;
        }
        arrangement.layer(layer).map(|choice| &*choice.name)
    }

    /// What a layer is called, whether it is listed or not.
    pub(in crate::session) fn chosen_name(&self, layer: usize) -> &str {
        self.view.arrangement.layer(layer).map_or("", |choice| &*choice.name)
    }

    /// The treaties of layers that are not shown.
    pub(in crate::session) fn treaties_of_hidden_layers(&self) -> impl Iterator<Item = TreatyId> {
        let (dataset, arrangement) = (&self.world.dataset, &self.view.arrangement);
        let count = if arrangement.hides_layers() { dataset.treaties().len() } else { 0 };
        (0..count).map(TreatyId::new).filter(move |&id| arrangement.is_in_hidden_layer(dataset, id))
    }
}
