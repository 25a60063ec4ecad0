//! Preferences of the reader and of the system: language, contrast, motion, size of text.

use crate::language::{Language, Words};
use crate::session::Session;

impl Session {
    /// The language of the interface.
    pub fn language(&self) -> Language {
        self.settings.preferences.language.unwrap_or(self.settings.system.language)
    }

    /// What the interface says, in the reader's language.
    pub fn words(&self) -> &'static Words {
        self.language().words()
    }

    /// Whether colours are stronger than usual.
    pub fn high_contrast(&self) -> bool {
        self.settings.preferences.high_contrast.unwrap_or(self.settings.system.high_contrast)
    }

    /// Whether the view goes where it is asked at once, without gliding there.
    pub fn reduces_motion(&self) -> bool {
        self.settings.preferences.reduces_motion.unwrap_or(self.settings.system.reduces_motion)
    }

    /// WCAG 2.2 asks that text can be doubled in size (1.4.4).
    pub(in crate::session) fn scale_text(&mut self, by: i16) {
        let percent = self.settings.preferences.text_percent().saturating_add_signed(by).clamp(100, 200);
        self.settings.preferences.text_percent = percent;
        self.notice = Some((self.words().notices.text_size)(percent));
    }

    /// Says everything in another language from here on, the names of bookmarks too.
    pub(in crate::session) fn speak(&mut self, language: Language) {
        self.settings.preferences.language = Some(language);
        self.notice = None;
        let names: Vec<String> =
            self.view.bookmarks.iter().map(|mark| self.name_of(mark.selection, mark.view)).collect();
        for (mark, name) in std::iter::zip(&mut self.view.bookmarks, names) {
            mark.name = name;
        }
    }
}
