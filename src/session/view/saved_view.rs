//! Where the reader is, to be found again at the next start.

use crate::domain::{EdtfDate, Precision, TreatyId};
use crate::timeline::{Arrangement, Selection, TimeView, View};

use crate::session::{
    AsOf, Bookmark, Place, Session,
    filter::saved::{SavedFilter, read, written},
};

impl Session {
    /// Where the reader is in what is open.
    pub fn place(&self) -> Place {
        let dataset = &self.world.dataset;
        let keys = |treaties: &mut dyn Iterator<Item = TreatyId>| {
            treaties.map(|treaty| dataset.treaty(treaty).key.to_string()).collect()
        };
        let saved =
            |mark: &Bookmark| (self.key_of(mark.selection), mark.view.time.start, mark.view.time.span);
        let folded =
            self.view.arrangement.collapsed.iter().filter_map(|&category| dataset.categories().get(category));
        Place {
            file: self.world.path.clone(),
            start: self.view.current.time.start,
            span: self.view.current.time.span,
            scroll: self.view.current.scroll,
            folded: folded.map(|category| category.name.to_string()).collect(),
            hidden: keys(&mut self.view.arrangement.hidden.iter().copied()),
            pinned: keys(&mut self.view.arrangement.pinned.iter().copied()),
            unfolded: keys(&mut self.view.arrangement.expanded.iter().copied()),
            selected: self.key_of(self.selection.selected),
            bookmarks: self.view.bookmarks.iter().map(saved).collect(),
            filter: written(&self.world.dataset, &self.filter.active),
            saved: self
                .filter
                .saved
                .iter()
                .map(|saved| (saved.name.clone(), written(&self.world.dataset, &saved.filter)))
                .collect(),
            as_of: self.law.status.as_ref().map(|as_of| as_of.day.date().to_string()),
        }
    }

    /// Goes where the reader was. What the dataset no longer has is passed over.
    pub fn resume(&mut self, place: &Place) {
        self.revision += 1;
        let world = std::sync::Arc::clone(&self.world);
        let dataset = &world.dataset;
        let is_folded = |name: &str| place.folded.iter().any(|folded| folded == name);
        let categories = dataset.categories().iter().enumerate();
        let mut pinned: Vec<TreatyId> = Vec::new();
        for treaty in place.pinned.iter().filter_map(|key| dataset.find_treaty(key)) {
            if !pinned.contains(&treaty) {
                pinned.push(treaty);
            }
        }
        self.arrange(Arrangement {
            collapsed: categories.filter(|(_, category)| is_folded(&category.name)).map(|(i, _)| i).collect(),
            hidden: place.hidden.iter().filter_map(|key| dataset.find_treaty(key)).collect(),
            expanded: place.unfolded.iter().filter_map(|key| dataset.find_treaty(key)).collect(),
            pinned,
        });
        if place.start.is_finite() && place.span.is_finite() && place.span > 0.0 {
            let time = TimeView { start: place.start, span: place.span };
            let scroll = if place.scroll.is_finite() { place.scroll.max(0.0) } else { 0.0 };
            // A step of nothing holds what was remembered within the limits of the file as it is now.
            self.view.current = View { time: time.panned(0.0, &world.limits), scroll };
        }
        if let Some(key) = &place.selected {
            self.selection.selected = self.find(key).unwrap_or_default();
        }
        self.view.bookmarks.clear();
        for (key, start, span) in &place.bookmarks {
            let is_sound = start.is_finite() && span.is_finite() && *span > 0.0;
            let selection = key.as_ref().map_or(Some(Selection::Nothing), |key| self.find(key));
            if let Some(selection) = selection.filter(|_| is_sound) {
                let time = TimeView { start: *start, span: *span }.panned(0.0, &world.limits);
                let view = View { time, ..self.view.current };
                self.view.bookmarks.push(Bookmark { name: self.name_of(selection, view), selection, view });
            }
        }
        self.filter.saved = place
            .saved
            .iter()
            .map(|(name, filter)| SavedFilter { name: name.clone(), filter: read(dataset, filter) })
            .filter(|saved| !saved.filter.is_empty())
            .collect();
        let filter = read(dataset, &place.filter);
        let day = place.as_of.as_ref().and_then(|day| EdtfDate::parse(day).ok());
        if let Some(day) = day.filter(|day| day.precision() == Precision::Day) {
            self.law.status = Some(AsOf::new(dataset, day.earliest()));
        }
        // The day alone may change what a filter leaves, and what the matrix reads.
        self.filter.active = filter;
        self.filter_again();
        self.find_again();
    }

    /// The id in the file of what is selected.
    fn key_of(&self, selection: Selection) -> Option<String> {
        let dataset = &self.world.dataset;
        let key = match selection {
            // The place of a bulk event in its columns means nothing to another run.
            Selection::Nothing | Selection::Bulk(_) => return None,
            Selection::Treaty(id) => &dataset.treaty(id).key,
            Selection::Event(id) => &dataset.event(id).key,
            Selection::Statement(id) => &dataset.statement(id).key,
            Selection::Source(id) => &dataset.source(id).key,
        };
        Some(key.to_string())
    }

    /// What has an id in the file.
    fn find(&self, key: &str) -> Option<Selection> {
        let dataset = &self.world.dataset;
        let event = dataset.find_event(key).map(Selection::Event);
        let statement = || dataset.find_statement(key).map(Selection::Statement);
        let treaty = || dataset.find_treaty(key).map(Selection::Treaty);
        let source = || dataset.find_source(key).map(Selection::Source);
        event.or_else(statement).or_else(treaty).or_else(source)
    }
}
