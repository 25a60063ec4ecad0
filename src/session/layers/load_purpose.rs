//! What becomes of a file that is read, and which of several files an item is from.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use crate::domain::{EventId, SourceId};
use crate::session::world::World;

/// What becomes of a file that is being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LoadPurpose {
    /// It is opened in place of what is open.
    #[default]
    Open,
    /// It is added to what is open.
    Add,
    /// It takes the place of the layer with this number, which was read from it before.
    Replace(usize),
}

/// Files that wait to be read, each with what becomes of it.
pub(in crate::session) type Waiting = VecDeque<(LoadPurpose, PathBuf)>;

impl World {
    /// The file of a layer, by its index in the dataset; of the whole where it is one file.
    pub fn file_of_layer(&self, layer: usize) -> &Self {
        self.layers.get(layer).map_or(self, |file| &*file.world)
    }

    /// The path of the file that a source is of.
    pub fn path_of_source(&self, id: SourceId) -> Option<&Path> {
        self.file_of_layer(self.dataset.layer_of_source(id)).path.as_deref()
    }

    /// The path of the file that an event is of.
    pub fn path_of_event(&self, id: EventId) -> Option<&Path> {
        self.file_of_layer(self.dataset.layer_of_event(id)).path.as_deref()
    }
}
