//! Several files put together into one world, on the thread of a job.

use std::sync::Arc;

use crate::load::{LayerSource, merge_layers};
use crate::session::{LayerFile, World};

/// The world of several files. One file is opened as it is.
pub(super) fn merged(layers: Vec<LayerFile>) -> Arc<World> {
    if let [file] = layers.as_slice() {
        return Arc::clone(&file.world);
    }
    let dataset = {
        let sources = layers.iter().map(|file| LayerSource {
            number: file.number,
            name: name_of(&file.world),
            dataset: &file.world.dataset,
        });
        merge_layers(&sources.collect::<Vec<_>>())
    };
    let world = World::of_layers(layers, dataset);
    world.prepare();
    Arc::new(world)
}

/// What a layer is called until somebody names it: its title, or its file.
fn name_of(world: &World) -> &str {
    let title = world.dataset.title();
    if title.is_empty() { &world.name } else { title }
}
