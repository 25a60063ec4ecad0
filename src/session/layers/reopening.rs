//! The files of the timeline as they are saved, and what was chosen for them when they are open again.

use std::path::PathBuf;
use std::sync::Arc;

use crate::session::Session;
use crate::session::settings::state::SavedLayer;
use crate::timeline::LayerSettings;

impl Session {
    /// The file to open at the next start, and all that stand together, in the order in which they were added; what is in no
    /// file is left out.
    pub fn files_to_reopen(&self) -> (Option<PathBuf>, Vec<SavedLayer>) {
        let world = &self.world;
        if world.layers.is_empty() {
            return (world.path.clone(), Vec::new());
        }
        let is_in_memory = |layer: usize| world.file_of_layer(layer).is_in_memory();
        let choices = self.view.arrangement.layers.iter().enumerate();
        let mut kept: Vec<(usize, &LayerSettings)> =
            choices.filter(|(_, choice)| !choice.is_removed && !is_in_memory(choice.layer)).collect();
        kept.sort_by_key(|(_, choice)| choice.layer);
        let first = kept.first().and_then(|(_, choice)| world.file_of_layer(choice.layer).path.clone());
        if kept.len() < 2 {
            return (first, Vec::new());
        }
        let saved = |&(place, choice): &(usize, &LayerSettings)| SavedLayer {
            file: world.file_of_layer(choice.layer).path.clone(),
            number: world.layers.get(choice.layer).map_or(0, |file| file.number),
            place,
            name: choice.name.to_string(),
            is_hidden: choice.is_hidden,
            is_background: choice.is_background,
        };
        (first, kept.iter().map(saved).collect())
    }

    /// Whether these files have the numbers again that they had, so that ids mean what they meant.
    pub fn has_numbers_of(&self, saved: &[SavedLayer]) -> bool {
        let layers = &self.world.layers;
        layers.len() == saved.len()
            && layers
                .iter()
                .zip(saved)
                .all(|(file, saved)| file.number == saved.number && file.world.path == saved.file)
    }

    /// Chooses for the layers what was chosen for these files.
    pub(super) fn choose_as_saved(&mut self, mut saved: Vec<SavedLayer>) {
        saved.sort_by_key(|file| file.place);
        let world = Arc::clone(&self.world);
        let mut left = self.view.arrangement.layers.clone();
        let mut choices = Vec::with_capacity(left.len());
        for file in &saved {
            let is_of = |choice: &LayerSettings| world.file_of_layer(choice.layer).path == file.file;
            let Some(index) = left.iter().position(is_of) else { continue };
            let choice = left.remove(index);
            let name = if file.name.trim().is_empty() { choice.name } else { file.name.as_str().into() };
            let SavedLayer { is_hidden, is_background, .. } = *file;
            choices.push(LayerSettings { name, is_hidden, is_background, ..choice });
        }
        choices.extend(left);
        let mut next = self.view.arrangement.clone();
        next.layers = choices;
        self.arrange(next);
    }
}
