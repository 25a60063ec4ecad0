//! Places that the reader marked to come back to.

use crate::timeline::{Selection, View};

use crate::session::Session;

/// A place to come back to.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// What it is called in menus.
    pub name: String,
    /// What was selected.
    pub selection: Selection,
    /// What was in the window.
    pub view: View,
}

impl Session {
    /// Marks this place, or takes away the mark of what is selected.
    pub(in crate::session) fn toggle_bookmark(&mut self) {
        let here = self.selection.selected;
        let is_here = |mark: &Bookmark| {
            if here == Selection::Nothing { mark.view == self.view.current } else { mark.selection == here }
        };
        if self.view.bookmarks.iter().any(is_here) {
            let view = self.view.current;
            self.view.bookmarks.retain(|mark| {
                if here == Selection::Nothing { mark.view != view } else { mark.selection != here }
            });
            self.notice = Some(self.strings().view.bookmark_removed.to_owned());
        } else {
            let name = self.name_of(here, self.view.current);
            self.notice = Some((self.strings().view.bookmark_added)(&name));
            self.view.bookmarks.push(Bookmark { name, selection: here, view: self.view.current });
        }
    }

    /// Goes to a bookmark by its place in the list.
    pub(in crate::session) fn go_to_bookmark(&mut self, place: usize) {
        if let Some(Bookmark { selection, view, .. }) = self.view.bookmarks.get(place).cloned() {
            self.jump(view);
            self.selection.selected = selection;
        }
    }

    /// Goes to the bookmark after the one that was gone to last.
    pub(in crate::session) fn next_bookmark(&mut self) {
        if self.view.bookmarks.is_empty() {
            self.notice = Some(self.strings().view.no_bookmarks.to_owned());
            return;
        }
        let here = self
            .view
            .bookmarks
            .iter()
            .position(|mark| mark.selection == self.selection.selected && mark.view == self.view.current);
        self.go_to_bookmark(here.map_or(0, |here| (here + 1) % self.view.bookmarks.len()));
    }

    /// What a place is called: by what is selected, or by the stretch of time.
    pub(in crate::session) fn name_of(&self, selection: Selection, view: View) -> String {
        let (dataset, strings) = (&self.world.dataset, self.strings());
        match selection {
            Selection::Nothing => crate::timeline::Scene::words_for_span(view.time, strings),
            Selection::Source(id) => dataset.source(id).title.to_string(),
            Selection::Treaty(id) => dataset.treaty(id).name.to_string(),
            Selection::Bulk(id) => {
                let label = self.world.bulk.as_ref().map(|bulk| bulk.texts(id).1);
                label.unwrap_or_default().chars().take(160).collect()
            }
            Selection::Event(id) => {
                let event = dataset.event(id);
                let date = (strings.dates.date)(event.date());
                format!("{}: {}, {date}", dataset.treaty(event.treaty).name, event.title)
            }
            Selection::Statement(id) => {
                let statement = dataset.statement(id);
                let day = (strings.dates.day)(statement.date.anchor());
                format!("{}, {day}", dataset.speaker(statement.speaker).name)
            }
        }
    }
}
