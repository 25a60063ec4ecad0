//! The view as it is saved, and restored when the dataset is opened again.

use std::sync::Arc;

use crate::domain::{EdtfDate, Precision, TreatyId};
use crate::session::Session;
use crate::session::filter::saved::{SavedFilter, read_filter, write_filter};
use crate::session::law::statuses::Statuses;
use crate::session::settings::state::{SavedBookmark, SavedView};
use crate::timeline::{Arrangement, Selection, TimeView, View};

use super::bookmark::Bookmark;

impl Session {
    /// The present view of the open dataset.
    pub fn saved_view(&self) -> SavedView {
        let dataset = &self.world.dataset;
        let keys = |treaties: &mut dyn Iterator<Item = TreatyId>| {
            treaties.map(|treaty| dataset.treaty(treaty).key.to_string()).collect()
        };
        let bookmark = |bookmark: &Bookmark| SavedBookmark {
            selected: self.key_of(bookmark.selection),
            start: bookmark.view.time.start,
            span: bookmark.view.time.span,
            note: bookmark.note.clone(),
        };
        let collapsed =
            self.view.arrangement.collapsed.iter().filter_map(|&category| dataset.categories().get(category));
        SavedView {
            file: self.world.path.clone(),
            start: self.view.current.time.start,
            span: self.view.current.time.span,
            scroll: self.view.current.scroll,
            collapsed: collapsed.map(|category| category.name.to_string()).collect(),
            hidden: keys(&mut self.view.arrangement.hidden.iter().copied()),
            pinned: keys(&mut self.view.arrangement.pinned.iter().copied()),
            expanded: keys(&mut self.view.arrangement.expanded.iter().copied()),
            selected: self.key_of(self.selection.selected),
            bookmarks: self.view.bookmarks.iter().map(bookmark).collect(),
            filter: write_filter(dataset, &self.filter.active),
            saved: self
                .filter
                .saved
                .iter()
                .map(|saved| (saved.name.clone(), write_filter(dataset, &saved.filter)))
                .collect(),
            status_date: self.law.status.as_ref().map(|statuses| statuses.day.date().to_string()),
        }
    }

    /// Restores a saved view. What the dataset no longer has is skipped.
    pub fn restore_view(&mut self, saved: &SavedView) {
        self.revision += 1;
        let world = Arc::clone(&self.world);
        let dataset = &world.dataset;
        let is_collapsed = |name: &str| saved.collapsed.iter().any(|collapsed| collapsed == name);
        let categories = dataset.categories().iter().enumerate();
        let mut pinned: Vec<TreatyId> = Vec::new();
        for treaty in saved.pinned.iter().filter_map(|key| dataset.find_treaty(key)) {
            if !pinned.contains(&treaty) {
                pinned.push(treaty);
            }
        }
        self.arrange(Arrangement {
            collapsed: categories
                .filter(|(_, category)| is_collapsed(&category.name))
                .map(|(i, _)| i)
                .collect(),
            hidden: saved.hidden.iter().filter_map(|key| dataset.find_treaty(key)).collect(),
            expanded: saved.expanded.iter().filter_map(|key| dataset.find_treaty(key)).collect(),
            pinned,
            layers: self.view.arrangement.layers.clone(),
        });
        if saved.start.is_finite() && saved.span.is_finite() && saved.span > 0.0 {
            let time = TimeView { start: saved.start, span: saved.span };
            let scroll = if saved.scroll.is_finite() { saved.scroll.max(0.0) } else { 0.0 };
            // Panning by nothing clamps it to the limits of the dataset as it is now.
            self.view.current = View { time: time.panned(0.0, &world.limits), scroll };
        }
        if let Some(key) = &saved.selected {
            self.selection.selected = self.find(key).unwrap_or_default();
        }
        self.view.bookmarks.clear();
        for SavedBookmark { selected, start, span, note } in &saved.bookmarks {
            let is_sound = start.is_finite() && span.is_finite() && *span > 0.0;
            let selection = selected.as_ref().map_or(Some(Selection::Nothing), |key| self.find(key));
            if let Some(selection) = selection.filter(|_| is_sound) {
                let time = TimeView { start: *start, span: *span }.panned(0.0, &world.limits);
                let view = View { time, ..self.view.current };
                let name = self.view_name(selection, view);
                self.view.bookmarks.push(Bookmark { name, note: note.clone(), selection, view });
            }
        }
        self.filter.saved = saved
            .saved
            .iter()
            .map(|(name, filter)| SavedFilter { name: name.clone(), filter: read_filter(dataset, filter) })
            .filter(|filter| !filter.filter.is_empty())
            .collect();
        let filter = read_filter(dataset, &saved.filter);
        let day = saved.status_date.as_ref().and_then(|day| EdtfDate::parse(day).ok());
        if let Some(day) = day.filter(|day| day.precision() == Precision::Day) {
            self.law.status = Some(Statuses::new(dataset, day.earliest()));
        }
        // The status date may change the result even of the same filter, and the matrix.
        self.filter.active = filter;
        self.update_filter_result();
        self.search_again();
        self.update_selected_status();
        self.show_some_event();
        self.update_details();
        self.clear_history();
    }
}
