//! Opening a dataset: loading, previewing, refusing and reloading it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostics::{Report, shown_name};
use crate::session::Session;
use crate::session::editing::state::EditingState;
use crate::session::effect::Effect;
use crate::session::filter::criteria::Filter;
use crate::session::law::state::LawState;
use crate::session::layers::load_purpose::LoadPurpose;
use crate::session::reader::drafts::Drafts;
use crate::session::world::World;
use crate::timeline::{Arrangement, LayerSettings, Selection, TimeView, View};

use crate::records::{Extent, ReadOptions};

use super::origin::TableOrigin;
use super::state::{BeforePreview, LeftDataset, Loading, RefusedFile};

impl Session {
    /// Starts to load a file; `path` is `None` for the bundled dataset.
    pub(in crate::session) fn start_loading(&mut self, name: &str, path: Option<PathBuf>) -> Effect {
        self.begin_loading(name);
        self.files.asked = path.clone().map(TableOrigin::File);
        let options = ReadOptions { extent: Extent::UntilAsked, ..self.read_options(path.as_deref()) };
        Effect::Load(path, options)
    }

    /// How a file is read: a table that is read again as it was, as long as it has the same columns.
    pub(super) fn read_options(&self, path: Option<&Path>) -> ReadOptions {
        let mut options =
            ReadOptions { known: self.settings.preferences.known_tables.clone(), ..ReadOptions::default() };
        // A table that is read again is read as it was, as long as it has the same columns.
        let layers = self.world.layers.iter().map(|file| &*file.world);
        let same = layers.chain([&*self.world]).find(|world| path.is_some() && path == world.path.as_deref());
        if let Some(table) = same.and_then(|world| world.table.as_ref()) {
            options.mapping = Some(table.mapping.clone());
            options.headers = table.mapping.header_row.map(|_| table.headers.clone());
            options.sheet = Some(table.sheet);
        }
        options
    }

    /// Notes that something is being read.
    pub(super) fn begin_loading(&mut self, name: &str) {
        // If the preview of another file is open, the way back leads to the dataset before it.
        self.discard_preview();
        self.files.table = None;
        // The file that is opened instead comes first; what was being read again is still to be read.
        self.files.reread_file = None;
        self.files.purpose = LoadPurpose::Open;
        self.files.waiting.clear();
        self.files.loading = Some(Loading { name: shown_name(name), share: 0.0 });
        self.status_message = None;
    }

    /// Loads the open file again. The application restores the view, as for any file.
    pub(in crate::session) fn reload(&mut self) -> Option<Effect> {
        if self.world.layers.iter().any(|file| file.world.path.is_some()) {
            return self.reload_layers();
        }
        let Some(path) = self.world.path.clone() else {
            let strings = self.strings();
            let is_bundled = self.world.is_bundled();
            let why =
                if is_bundled { strings.files.nothing_to_reload } else { strings.opening.not_from_a_file };
            self.status_message = Some(why.to_owned());
            return None;
        };
        let name = self.world.name.clone();
        Some(self.start_loading(&name, Some(path)))
    }

    /// Replaces the dataset, and resets everything that belongs to it.
    pub(in crate::session) fn replace_world(&mut self, world: Arc<World>) {
        self.view.current = View { time: TimeView::opening(&world.dataset, &world.limits), scroll: 0.0 };
        self.status_message = Some((self.strings().files.opened)(&shown_name(&world.name)));
        let layers = LayerSettings::of(&world.dataset);
        self.view.arrangement = Arrangement { layers, ..Arrangement::default() };
        self.view.bookmarks = Vec::new();
        self.view.typed_period = None;
        self.files.disk.clear();
        self.files.reread_file = None;
        (self.help.step, self.help.before) = (None, None);
        (self.selection.several, self.selection.time_range) = (Vec::new(), None);
        self.selection.cluster_list = None;
        (self.compared, self.is_comparing) = (None, false);
        self.filter.saved = Vec::new();
        self.close_document();
        self.reader.loading = None;
        self.reader.seen_in_copies.clear();
        (self.filter.active, self.filter.result) = (Filter::default(), None);
        self.clear_party_lanes();
        self.world = world;
        self.law = LawState::new(&self.world.dataset, self.today);
        self.filter.unfiltered.take();
        self.set_chart(self.figures.choice.clone());
        self.update_matrix();
        self.sort_table();
        self.search_again();
        self.lay_out_rows();
        self.selection.selected = Selection::Nothing;
        self.files.loading = None;
        self.files.refused = None;
        (self.files.problems_open, self.files.problems_of_layer, self.files.place) = (false, None, None);
        let left = std::mem::take(&mut self.editing.of_earlier_runs);
        let restoring = self.editing.restoring_taken();
        self.editing = EditingState::after(left, restoring);
        self.clear_history();
    }

    /// Shows a part of the dataset that is being loaded. What was open before is kept until the rest is there.
    pub(in crate::session) fn preview(&mut self, world: Arc<World>) {
        // Plain lanes are refused as a layer: there is nothing to preview.
        if self.files.purpose != LoadPurpose::Open {
            return;
        }
        let loading = self.files.loading.take();
        self.stash_drafts();
        let before = BeforePreview {
            world: Arc::clone(&self.world),
            view: self.saved_view(),
            layers: self.view.arrangement.layers.clone(),
            document: self.reader.document.take(),
            quote: self.reader.quote.take(),
            compared: self.compared.take(),
            seen_in_copies: std::mem::take(&mut self.reader.seen_in_copies),
        };
        self.replace_world(world);
        (self.files.loading, self.files.before_preview, self.status_message) =
            (loading, Some(Box::new(before)), None);
    }

    /// Opens the loaded dataset, or adds it to what is open. If its preview was open, the view stays.
    pub(in crate::session) fn finish_loading(&mut self, world: Arc<World>) -> Option<Effect> {
        if self.files.purpose != LoadPurpose::Open {
            return self.join(world, self.files.purpose);
        }
        (self.files.reveals_added, self.files.added_message) = (false, None);
        let before = self.files.before_preview.take();
        let open = before.as_ref().map_or(&self.world, |before| &before.world);
        // The same file that is read again has not replaced itself.
        if open.path != world.path || open.is_bundled() != world.is_bundled() {
            self.files.left = LeftDataset::of(open);
        }
        let view = before.map(|_| (self.view.current, self.view.arrangement.clone()));
        self.replace_world(world);
        if let Some((view, _)) = view.filter(|(_, arrangement)| *arrangement == Arrangement::default()) {
            let time = view.time.panned(0.0, &self.world.limits);
            self.view.current = View { time, scroll: view.scroll };
            self.show_some_event();
        }
        if self.world.bulk.is_some() && !self.files.waiting.is_empty() {
            self.files.waiting.clear();
            self.status_message = Some(self.strings().layers.plain_lanes.to_owned());
        }
        self.files.first_period = (!self.files.waiting.is_empty()).then_some(self.view.current.time);
        self.read_next()
    }

    /// The dataset before this one, where the message says that there is nothing to undo: opening another one is no step.
    pub fn dataset_to_return_to(&self) -> Option<&LeftDataset> {
        let nothing = self.strings().history.nothing_to_undo;
        self.files.left.as_ref().filter(|_| self.status_message.as_deref() == Some(nothing))
    }

    /// Refuses a file with errors, and lists its problems.
    pub(in crate::session) fn refuse_file(&mut self, report: Report, partial: Option<Arc<World>>) {
        self.files.loading = None;
        // What was refused here is not tried again until it changes.
        self.files.reread_file = None;
        let refused = self.files.purpose;
        for (&number, file) in &mut self.files.disk {
            file.is_due &= matches!(refused, LoadPurpose::Replace(other) if other != number);
        }
        if self.refuse_table(&report) {
            return;
        }
        self.discard_preview();
        self.editing.is_discarded = false;
        let strings = self.strings();
        self.status_message =
            Some((strings.files.not_opened)(&report.file, &(strings.files.problems)(report.errors, 0)));
        // What waits would be added to something else than was meant.
        self.files.waiting.clear();
        let purpose = std::mem::take(&mut self.files.purpose);
        self.files.refused = Some(RefusedFile { origin: self.files.asked.clone(), report, partial, purpose });
        self.files.place = None;
        self.files.problems_open = true;
    }

    /// Goes back from a preview to what was open before.
    pub(in crate::session) fn discard_preview(&mut self) {
        if let Some(before) = self.files.before_preview.take() {
            self.replace_world(before.world);
            self.view.arrangement.layers = before.layers;
            self.restore_view(&before.view);
            (self.reader.document, self.reader.quote, self.compared) =
                (before.document, before.quote, before.compared);
            if let Some(open) = self.reader.document.clone() {
                self.reader.drafts = self.unstash_drafts(&open).unwrap_or_else(|| Drafts::of(&open));
            }
            self.reader.seen_in_copies = before.seen_in_copies;
        }
    }
}
