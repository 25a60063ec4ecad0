//! Bookmarks: views that the user marked to come back to, in an order and with notes. They are the steps of a page.

use crate::session::Session;
use crate::session::commands::overlay::Overlay;
use crate::timeline::{Selection, View};

/// Maximum length of a note, in bytes: the field draws every letter in each frame.
const MAX_NOTE: usize = 4_000;

/// A view to come back to.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// Its name in menus, in the language of the interface.
    pub name: String,
    /// What the user wrote to it.
    pub note: String,
    /// What was selected.
    pub selection: Selection,
    /// The time and the lanes in the window.
    pub view: View,
}

impl Session {
    /// Adds a bookmark of the selection, or of the view if nothing is selected; removes it if there is one.
    pub(in crate::session) fn toggle_bookmark(&mut self) {
        let selection = self.selection.selected;
        let view = self.view.current;
        let is_same = |bookmark: &Bookmark| match selection {
            Selection::Nothing => bookmark.view == view,
            _ => bookmark.selection == selection,
        };
        if self.view.bookmarks.iter().any(is_same) {
            self.view.bookmarks.retain(|bookmark| !is_same(bookmark));
            self.status_message = Some(self.strings().view.bookmark_removed.to_owned());
        } else {
            let name = self.view_name(selection, view);
            self.status_message = Some((self.strings().view.bookmark_added)(&name));
            self.view.bookmarks.push(Bookmark { name, note: String::new(), selection, view });
        }
    }

    pub(in crate::session) fn go_to_bookmark(&mut self, index: usize) {
        if let Some(Bookmark { selection, view, .. }) = self.view.bookmarks.get(index).cloned() {
            self.jump(view);
            self.selection.selected = selection;
        }
    }

    /// Writes a note to a bookmark, as long as a note may be.
    pub(in crate::session) fn set_note(&mut self, index: usize, mut note: String) {
        note.truncate(note.floor_char_boundary(MAX_NOTE));
        if let Some(bookmark) = self.view.bookmarks.get_mut(index) {
            bookmark.note = note;
        }
    }

    /// Moves a bookmark among the others, no further than the first or the last.
    pub(in crate::session) fn move_bookmark(&mut self, index: usize, by: isize) {
        let bookmarks = &mut self.view.bookmarks;
        if index < bookmarks.len() {
            let to = index.saturating_add_signed(by).min(bookmarks.len() - 1);
            let bookmark = bookmarks.remove(index);
            bookmarks.insert(to, bookmark);
        }
    }

    pub(in crate::session) fn remove_bookmark(&mut self, index: usize) {
        if index < self.view.bookmarks.len() {
            self.view.bookmarks.remove(index);
            self.status_message = Some(self.strings().view.bookmark_removed.to_owned());
        }
    }

    /// Goes to the bookmark after the one that is shown, or to the first.
    pub(in crate::session) fn next_bookmark(&mut self) {
        if self.view.bookmarks.is_empty() {
            self.status_message = Some(self.strings().view.no_bookmarks.to_owned());
            return;
        }
        let current = self.view.bookmarks.iter().position(|bookmark| {
            bookmark.selection == self.selection.selected && bookmark.view == self.view.current
        });
        self.go_to_bookmark(current.map_or(0, |index| (index + 1) % self.view.bookmarks.len()));
    }

    /// Shows the bookmarks one by one in full screen, or goes back to the timeline.
    pub(in crate::session) fn present_bookmarks(&mut self) {
        if self.view.bookmarks.is_empty() {
            self.status_message = Some(self.strings().view.no_bookmarks.to_owned());
        } else {
            self.toggle_overlay(Overlay::Slides);
        }
    }

    /// The name of a view: that of the selection, or else the time range.
    pub(in crate::session) fn view_name(&self, selection: Selection, view: View) -> String {
        match selection {
            Selection::Nothing => crate::timeline::Scene::words_for_span(view.time, self.strings()),
            Selection::Event(id) => {
                let date = (self.strings().dates.date)(self.world.dataset.event(id).date());
                format!("{}, {date}", self.title_of(selection))
            }
            _ => self.title_of(selection),
        }
    }
}
