//! Preferences: of the user, or else of the system.

use crate::language::{Language, Strings};
use crate::session::Session;

impl Session {
    /// The language of the interface.
    pub fn language(&self) -> Language {
        self.settings.preferences.language.unwrap_or(self.settings.system.language)
    }

    /// The texts of the interface, in its language.
    pub fn strings(&self) -> &'static Strings {
        self.language().strings()
    }

    /// Whether the interface has high contrast.
    pub fn high_contrast(&self) -> bool {
        self.settings.preferences.high_contrast.unwrap_or(self.settings.system.high_contrast)
    }

    /// Whether views change without animation.
    pub fn reduces_motion(&self) -> bool {
        self.settings.preferences.reduces_motion.unwrap_or(self.settings.system.reduces_motion)
    }

    /// Changes the size of text by percentage points, within 100% to 200%: WCAG 2.2 demands 200% (1.4.4).
    pub(in crate::session) fn scale_text(&mut self, by: i16) {
        let percent = self.settings.preferences.text_percent().saturating_add_signed(by).clamp(100, 200);
        self.settings.preferences.text_percent = percent;
        self.status_message = Some((self.strings().settings.text_size)(percent));
    }

    /// Sets the language of the interface, and renames bookmarks in it.
    pub(in crate::session) fn set_language(&mut self, language: Language) {
        self.settings.preferences.language = Some(language);
        self.status_message = None;
        let names: Vec<String> = self
            .view
            .bookmarks
            .iter()
            .map(|bookmark| self.view_name(bookmark.selection, bookmark.view))
            .collect();
        for (bookmark, name) in std::iter::zip(&mut self.view.bookmarks, names) {
            bookmark.name = name;
        }
    }
}
