//! Opening a dataset: what begins with a new one, what goes with the old one, and the way back from a preview.

use std::sync::Arc;

use crate::diagnostics::{Report, shown_name};
use crate::timeline::{Arrangement, Selection, TimeView, View};

use crate::session::{Drafts, Effect, Filter, History, Loading, OnDisk, OpenBefore, Refused, Session, World};

impl Session {
    pub(in crate::session) fn start_loading(
        &mut self,
        name: &str,
        path: Option<std::path::PathBuf>,
    ) -> Effect {
        // A preview of another file goes with its loading: what was open before it is what there is to come back to.
        self.discard_preview();
        self.files.loading = Some(Loading { name: shown_name(name), share: 0.0 });
        self.notice = None;
        Effect::Load(path)
    }

    /// A whole new dataset: what belonged to the old one goes with it.
    pub(in crate::session) fn replace_world(&mut self, world: Arc<World>) {
        self.view.current = View { time: TimeView::opening(&world.dataset, &world.limits), scroll: 0.0 };
        self.notice = Some((self.strings().files.opened)(&shown_name(&world.name)));
        self.view.arrangement = Arrangement::default();
        self.view.history = History::default();
        self.view.bookmarks = Vec::new();
        self.files.on_disk = OnDisk::Same;
        self.law.status = None;
        (self.selection.several, self.selection.time_range) = (Vec::new(), None);
        self.compared = None;
        self.filter.saved = Vec::new();
        self.close_page();
        self.reader.coming = None;
        self.reader.seen_in_copies.clear();
        (self.filter.active, self.filter.result) = (Filter::default(), None);
        self.forget_party_lanes();
        self.world = world;
        (self.law.matrix, self.law.is_playing) = (None, false);
        self.choose_chart(self.figures.choice.clone());
        self.read_regime();
        self.order_table();
        self.find_again();
        self.lay_out();
        self.selection.selected = Selection::Nothing;
        self.files.loading = None;
        self.files.refused = None;
        self.files.problems_open = false;
    }

    /// Shows a part of what is being read; what was open before is kept until all of it is there.
    pub(in crate::session) fn preview(&mut self, world: Arc<World>) {
        let loading = self.files.loading.take();
        self.stash_drafts();
        let before = OpenBefore {
            world: Arc::clone(&self.world),
            place: self.place(),
            page: self.reader.document.take(),
            page_at: self.reader.quote.take(),
            compared: self.compared.take(),
            seen_in_copies: std::mem::take(&mut self.reader.seen_in_copies),
        };
        self.replace_world(world);
        (self.files.loading, self.files.open_before, self.notice) = (loading, Some(Box::new(before)), None);
    }

    /// Takes over what was read. Who looked around in a preview of it goes on from there.
    pub(in crate::session) fn finish_loading(&mut self, world: Arc<World>) {
        let before = self.files.open_before.take();
        let view = before.map(|_| (self.view.current, self.view.arrangement.clone()));
        self.replace_world(world);
        if let Some((view, _)) = view.filter(|(_, arrangement)| *arrangement == Arrangement::default()) {
            let time = view.time.panned(0.0, &self.world.limits);
            self.view.current = View { time, scroll: view.scroll };
        }
    }

    /// A file with errors is not opened; what is wrong with it is listed.
    pub(in crate::session) fn refuse_file(&mut self, report: Report, partial: Option<Arc<World>>) {
        self.files.loading = None;
        self.discard_preview();
        let strings = self.strings();
        self.notice =
            Some((strings.files.not_opened)(&report.file, &(strings.files.problems)(report.errors, 0)));
        self.files.refused = Some(Refused { report, partial });
        self.files.problems_open = true;
    }

    /// Goes back to what was open before a preview of what is not to be opened.
    pub(in crate::session) fn discard_preview(&mut self) {
        if let Some(before) = self.files.open_before.take() {
            self.replace_world(before.world);
            self.resume(&before.place);
            (self.reader.document, self.reader.quote, self.compared) =
                (before.page, before.page_at, before.compared);
            if let Some(page) = self.reader.document.clone() {
                self.reader.drafts = self.unstash_drafts(&page).unwrap_or_else(|| Drafts::of(&page));
            }
            self.reader.seen_in_copies = before.seen_in_copies;
        }
    }
}
