//! Which of several files confirmed quotations are saved to: the one that has what they are about.

use crate::domain::{About, Dataset};
use crate::session::Session;

use super::drafts::{Drafts, SaveRequest};

impl Drafts {
    /// The layer of all that the confirmed quotations are about, by its index; the first where they are about nothing. `None`
    /// where they are about things of several files.
    pub(super) fn layer(&self, dataset: &Dataset) -> Option<usize> {
        let abouts = self.confirmed.values().filter_map(|draft| draft.about);
        let mut layers = abouts.map(|about| dataset.layer_of_about(about));
        let first = layers.next().unwrap_or_default();
        layers.all(|layer| layer == first).then_some(first)
    }
}

impl SaveRequest {
    /// The layer whose file the quotations are added to.
    pub fn layer(&self, dataset: &Dataset) -> usize {
        self.drafts.layer(dataset).unwrap_or_default()
    }

    /// The same request for the file of a layer alone, whose dataset has ids of its own.
    pub fn for_layer(&self, dataset: &Dataset, layer: usize, file: &Dataset) -> Self {
        let prefix = dataset.layers().get(layer);
        let found = |about: About| {
            let key = |key| prefix.map_or(Some(key), |layer| layer.key_in_file(key));
            match about {
                About::Event(id) => file.find_event(key(&*dataset.event(id).key)?).map(About::Event),
                About::Treaty(id) => file.find_treaty(key(&*dataset.treaty(id).key)?).map(About::Treaty),
            }
        };
        let mut request = self.clone();
        for draft in request.drafts.confirmed.values_mut() {
            draft.about = draft.about.and_then(found);
        }
        request
    }
}

impl Session {
    /// The name of the file that the confirmed quotations are saved to.
    pub fn file_for_drafts(&self) -> &str {
        let layer = self.reader.drafts.layer(&self.world.dataset).unwrap_or_default();
        &self.world.file_of_layer(layer).name
    }

    /// Whether the confirmed quotations belong to several files. Says so, if they do.
    pub(super) fn refuses_drafts_of_several_files(&mut self) -> bool {
        let is_refused = self.reader.drafts.layer(&self.world.dataset).is_none();
        if is_refused {
            self.status_message = Some(self.strings().layers.several_files.to_owned());
        }
        is_refused
    }
}
