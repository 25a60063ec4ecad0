//! Adding files to what is open, and reading one of several again.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostics::{shown_file_name, shown_name};
use crate::domain::TreatyId;
use crate::session::Session;
use crate::session::effect::Effect;
use crate::session::files::state::Loading;
use crate::session::world::{LayerFile, World};
use crate::timeline::{GROUP_HEIGHT, LayerSettings, Scene, View};

use super::load_purpose::LoadPurpose;

impl Session {
    /// Asks for files to add.
    pub(in crate::session) fn ask_for_layers(&mut self) -> Option<Effect> {
        if self.world.bulk.is_some() {
            self.status_message = Some(self.strings().layers.plain_lanes.to_owned());
            return None;
        }
        Some(Effect::AskForLayers)
    }

    /// Adds files to what is open: after the file that is being read, if there is one.
    pub(super) fn add_files(&mut self, paths: Vec<PathBuf>) -> Option<Effect> {
        let is_reading = self.files.loading.is_some();
        if !is_reading {
            // Of files that are opened together the reader sees the beginning.
            (self.files.reveals_added, self.files.added_message) = (true, None);
        }
        if self.world.bulk.is_some() && !is_reading {
            self.status_message = Some(self.strings().layers.plain_lanes.to_owned());
            return None;
        }
        self.files.waiting.extend(paths.into_iter().map(|path| (LoadPurpose::Add, path)));
        if is_reading { None } else { self.read_next() }
    }

    /// Opens the first of several files, and adds the others to it.
    pub(super) fn open_files(&mut self, paths: Vec<PathBuf>) -> Option<Effect> {
        let mut paths = paths.into_iter();
        let first = paths.next()?;
        let effect = self.start_loading(&shown_file_name(&first), Some(first));
        (self.files.reveals_added, self.files.added_message) = (false, None);
        self.files.waiting = paths.map(|path| (LoadPurpose::Add, path)).collect();
        Some(effect)
    }

    /// Begins to read the next of the files that wait.
    pub(in crate::session) fn read_next(&mut self) -> Option<Effect> {
        let mut waiting = std::mem::take(&mut self.files.waiting);
        let (purpose, path) = waiting.pop_front()?;
        let message = self.status_message.take();
        let effect = self.start_loading(&shown_file_name(&path), Some(path));
        self.files.waiting = waiting;
        self.files.purpose = purpose;
        self.status_message = message;
        Some(effect)
    }

    /// Reads the files of all layers again.
    pub(in crate::session) fn reload_layers(&mut self) -> Option<Effect> {
        let layers = self.remaining_layers();
        let files = layers
            .iter()
            .filter_map(|file| Some((LoadPurpose::Replace(file.number), file.world.path.clone()?)));
        self.files.waiting = files.collect();
        self.read_next()
    }

    /// The files of the timeline that were not removed.
    fn remaining_layers(&self) -> Vec<LayerFile> {
        if self.world.layers.is_empty() {
            return vec![LayerFile { number: 0, world: Arc::clone(&self.world) }];
        }
        let layers = self.world.layers.iter().enumerate();
        let is_removed = |layer| self.view.arrangement.layer(layer).is_some_and(|choice| choice.is_removed);
        layers.filter(|(layer, _)| !is_removed(*layer)).map(|(_, file)| file.clone()).collect()
    }

    /// Puts a file that was read together with what is open.
    pub(in crate::session) fn join(&mut self, world: Arc<World>, purpose: LoadPurpose) -> Option<Effect> {
        let strings = &self.strings().layers;
        if world.bulk.is_some() || self.world.bulk.is_some() {
            self.files.loading = None;
            self.files.waiting.clear();
            self.status_message = Some(strings.plain_lanes.to_owned());
            return None;
        }
        let mut layers = self.remaining_layers();
        let replaced = match purpose {
            LoadPurpose::Replace(number) => layers.iter_mut().find(|file| file.number == number),
            LoadPurpose::Add | LoadPurpose::Open => None,
        };
        if let Some(file) = replaced {
            file.world = world;
        } else {
            let number = layers.iter().map(|file| file.number).max().unwrap_or_default().max(1) + 1;
            layers.push(LayerFile { number, world });
        }
        // Shown until the files are put together.
        if self.files.loading.is_none() {
            let name = layers.last().map(|file| shown_name(&file.world.name)).unwrap_or_default();
            self.files.loading = Some(Loading { name, share: 1.0 });
        }
        Some(Effect::MergeLayers(layers))
    }

    /// Opens the files that were put together. The view stays, and what was chosen for the layers that were there.
    pub(super) fn open_merged(&mut self, world: Arc<World>) -> Option<Effect> {
        self.files.loading = None;
        let purpose = std::mem::take(&mut self.files.purpose);
        let before = Arc::clone(&self.world);
        let view = self.saved_view();
        let is_unmoved = self.files.first_period == Some(self.view.current.time);
        let chosen = std::mem::take(&mut self.view.arrangement.layers);
        let (is_problem_list_open, left) = (self.files.problems_open, self.files.left.take());
        let known = std::mem::take(&mut self.files.disk);
        self.replace_world(world);
        self.keep_on_disk(&before, known);
        (self.files.problems_open, self.files.left) = (is_problem_list_open, left);
        self.view.arrangement.layers = self.choices_after(&before, &chosen);
        self.restore_view(&view);
        // The chart knows which layers are hidden.
        self.set_chart(self.figures.choice.clone());
        if purpose == LoadPurpose::Add {
            self.reveal_added();
            if is_unmoved {
                // Of files that are opened together the reader sees the whole, and not the years of the first.
                self.view.current.time = self.whole_period();
            }
            let is_more = is_unmoved && !self.files.waiting.is_empty();
            self.files.first_period = is_more.then_some(self.view.current.time);
        }
        self.say_joined(purpose);
        self.read_next()
    }

    /// What was chosen for the layers, now that they were put together anew: for those that were there as it was, in the
    /// same order.
    pub(in crate::session) fn choices_after(
        &self,
        before: &World,
        chosen: &[LayerSettings],
    ) -> Vec<LayerSettings> {
        let now = &self.world.layers;
        let mut fresh = LayerSettings::of(&self.world.dataset);
        let mut choices = Vec::with_capacity(fresh.len());
        for choice in chosen {
            let number = before.layers.get(choice.layer).map(|file| file.number);
            let layer = now.iter().position(|file| Some(file.number) == number);
            if let Some(layer) = layer {
                fresh.retain(|other| other.layer != layer);
                choices.push(LayerSettings { layer, ..choice.clone() });
            }
        }
        choices.extend(fresh);
        choices
    }

    /// Scrolls to the first lane of the file that was added, unless it was opened together with others.
    fn reveal_added(&mut self) {
        // Of several that are added, to the first.
        if !std::mem::take(&mut self.files.reveals_added) {
            return;
        }
        let (Some(added), rows) = (self.world.layers.len().checked_sub(1), &self.view.rows) else { return };
        let dataset = &self.world.dataset;
        let treaties = (0..dataset.treaties().len()).map(TreatyId::new);
        let lanes = treaties
            .filter(|&treaty| dataset.layer_of_treaty(treaty) == added && rows.has_row(treaty))
            .map(|treaty| rows.lane_between(treaty));
        let Some((top, bottom)) = lanes.min_by(|a, b| a.0.total_cmp(&b.0)) else { return };
        let height = f64::from(Scene::plot_height(self.view.size));
        // The heading above names the layer.
        let margin = rows.metrics().lane.height + GROUP_HEIGHT;
        let scroll = rows.scroll_around((top, bottom), margin, self.view.current.scroll, height);
        self.view.current = self.within_rows(View { scroll, ..self.view.current });
    }

    /// The layer that the message says was added last, by its index in the dataset: it can be removed there.
    pub fn layer_just_added(&self) -> Option<usize> {
        let said = self.files.added_message.as_ref()?;
        let layer = self.world.layers.len().checked_sub(1)?;
        let is_listed = self.view.arrangement.layer(layer).is_some_and(|choice| !choice.is_removed);
        (is_listed && self.status_message.as_ref() == Some(said)).then_some(layer)
    }

    /// Says what was added, or read again.
    fn say_joined(&mut self, purpose: LoadPurpose) {
        let layers = &self.world.layers;
        let file = match purpose {
            LoadPurpose::Replace(number) => layers.iter().find(|file| file.number == number),
            LoadPurpose::Add | LoadPurpose::Open => layers.last(),
        };
        let Some(file) = file else { return };
        let strings = self.strings();
        let name = shown_name(&file.world.name);
        let said = match purpose {
            LoadPurpose::Replace(_) => (strings.files.opened)(&name),
            LoadPurpose::Add | LoadPurpose::Open => {
                let said = (strings.layers.added)(&name, file.world.dataset.treaties().len());
                // Each of several that are added is named.
                let said = match self.files.added_message.take() {
                    Some(before) => format!("{before}. {said}"),
                    None => said,
                };
                self.files.added_message = Some(said.clone());
                said
            }
        };
        self.status_message = Some(said);
    }
}
