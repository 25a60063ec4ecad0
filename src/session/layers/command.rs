//! Commands about layers.

use std::path::PathBuf;
use std::sync::Arc;

use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::settings::state::SavedLayer;
use crate::session::world::World;
use crate::timeline::{Arrangement, LayerSettings};

/// Layers. Each is meant by its index in the dataset.
#[derive(Debug)]
pub enum LayersCommand {
    /// Add these files to what is open.
    Add(Vec<PathBuf>),
    /// Open the first of these files, and add the others to it.
    OpenAll(Vec<PathBuf>),
    /// The files were put together.
    Merged(Arc<World>),
    /// Show a layer, or hide it.
    Show(usize, bool),
    /// Draw a layer behind the lanes, or in lanes.
    SetBackground(usize, bool),
    /// Move a layer up (-1) or down (1) among the others.
    Move(usize, isize),
    /// Give a layer another name.
    Rename(usize, String),
    /// Remove a layer.
    Remove(usize),
    /// Choose for the layers what was chosen for these files when they were open last.
    ChooseAsSaved(Vec<SavedLayer>),
    /// List the problems in a layer's file.
    ShowProblems(usize),
}

impl Session {
    pub(in crate::session) fn apply_layers(&mut self, command: LayersCommand) -> Option<Effect> {
        match command {
            LayersCommand::Add(paths) => return self.add_files(paths),
            LayersCommand::OpenAll(paths) => return self.open_files(paths),
            LayersCommand::Merged(world) => return self.open_merged(world),
            LayersCommand::Show(layer, is_shown) => {
                self.choose_layer(layer, |choice| choice.is_hidden = !is_shown);
            }
            LayersCommand::SetBackground(layer, is_background) => {
                self.choose_layer(layer, |choice| choice.is_background = is_background);
            }
            LayersCommand::Move(layer, by) => self.move_layer(layer, by),
            LayersCommand::Rename(layer, name) => {
                let name = name.trim();
                if !name.is_empty() {
                    self.choose_layer(layer, |choice| choice.name = name.into());
                }
            }
            LayersCommand::Remove(layer) => self.remove_layer(layer),
            LayersCommand::ChooseAsSaved(saved) => self.choose_as_saved(saved),
            LayersCommand::ShowProblems(layer) => {
                self.files.problems_of_layer = Some(layer);
                (self.files.refused, self.files.problems_open) = (None, true);
            }
        }
        None
    }

    fn choose_layer(&mut self, layer: usize, change: impl FnOnce(&mut LayerSettings)) {
        let mut next = self.view.arrangement.clone();
        if let Some(choice) = next.layers.iter_mut().find(|choice| choice.layer == layer) {
            change(choice);
            self.arrange(next);
        }
    }

    /// Moves a layer past the next one that is listed.
    fn move_layer(&mut self, layer: usize, by: isize) {
        let layers = &self.view.arrangement.layers;
        let listed: Vec<usize> = (0..layers.len()).filter(|&index| !layers[index].is_removed).collect();
        let Some(from) = listed.iter().position(|&index| layers[index].layer == layer) else { return };
        let Some(to) = from.checked_add_signed(by).filter(|&to| to < listed.len()) else { return };
        let mut next = self.view.arrangement.clone();
        next.layers.swap(listed[from], listed[to]);
        self.arrange(next);
    }

    fn remove_layer(&mut self, layer: usize) {
        let arrangement: &Arrangement = &self.view.arrangement;
        // What stands alone is no layer.
        if arrangement.listed_layers().is_empty() {
            return;
        }
        let name = arrangement.layer(layer).map(|choice| choice.name.clone()).unwrap_or_default();
        self.choose_layer(layer, |choice| choice.is_removed = true);
        self.status_message = Some((self.strings().layers.removed)(&name));
    }
}
