//! The overlay: what covers the window and has the keyboard.

use crate::domain::{EdtfDate, EdtfError};

/// Maximum length of a text that is typed, in bytes: longer than any link may be.
const MAX_LEN: usize = 70_000;

/// What covers the window and has the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The list of keys.
    Keys,
    /// The palette: a list of all actions, filtered by words.
    Palette {
        /// The words.
        text: String,
        /// The highlighted action, by its index among those found.
        chosen: usize,
    },
    /// A date to go to.
    GoToDate {
        /// What was typed, in EDTF or in words.
        text: String,
    },
    /// A link to a view to open.
    ViewLink {
        /// What was typed or pasted.
        text: String,
    },
    /// The question whether to save or to discard unsaved quotations.
    Unsaved {
        /// Whether the window is closed afterwards; otherwise an earlier run of the program left them.
        closes: bool,
    },
    /// The question whether to delete a record, with what goes with it.
    Delete,
    /// The parties, to edit one.
    Parties,
    /// The question what to do where somebody else has changed the file that is to be saved.
    ChangedOnDisk,
    /// Who proposes the unsaved edits, and why.
    Propose,
    /// The steps that can be undone and redone.
    EditHistory,
    /// The version and the terms of the program.
    About,
    /// The dialog of pictures.
    Picture,
    /// The glossary, filtered by words.
    Glossary {
        /// The words.
        text: String,
    },
    /// The bookmarks, with their notes and their order.
    Bookmarks,
    /// The bookmarks one by one in full screen.
    Slides,
    /// A status date.
    StatusDate {
        /// What was typed, in EDTF or in words.
        text: String,
    },
}

impl Overlay {
    /// The text of its field; empty if it has none.
    pub fn text(&self) -> &str {
        match self {
            Self::Palette { text, .. }
            | Self::GoToDate { text }
            | Self::StatusDate { text }
            | Self::ViewLink { text }
            | Self::Glossary { text } => text,
            _ => "",
        }
    }

    /// Whether it closes when something else is opened: a question waits for its answer.
    pub fn closes_on_other_command(&self) -> bool {
        !matches!(
            self,
            Self::Unsaved { .. } | Self::Picture | Self::Delete | Self::ChangedOnDisk | Self::Propose
        )
    }

    pub(in crate::session) fn set_text(&mut self, mut new: String) {
        // A field draws every letter in each frame.
        let end = new.floor_char_boundary(MAX_LEN);
        new.truncate(end);
        match self {
            Self::Palette { text, chosen } => (*text, *chosen) = (new, 0),
            Self::GoToDate { text }
            | Self::StatusDate { text }
            | Self::ViewLink { text }
            | Self::Glossary { text } => *text = new,
            _ => {}
        }
    }

    /// The typed date, or what is wrong with it; `None` while the field is empty, and for overlays without a date.
    pub fn date(&self) -> Option<Result<EdtfDate, EdtfError>> {
        let (Self::GoToDate { text } | Self::StatusDate { text }) = self else { return None };
        let text = text.trim();
        (!text.is_empty()).then(|| EdtfDate::parse_typed(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_date_is_read_as_edtf_or_as_words_of_either_language() {
        let typed = |text: &str| Overlay::GoToDate { text: text.to_owned() }.date();
        assert_eq!(typed(" "), None);
        assert_eq!(typed("1987").unwrap().unwrap().text(), "1987");
        for day in ["8.12.1987", "December 8, 1987", "8 декабря 1987"] {
            assert_eq!(typed(day).unwrap().unwrap().text(), "1987-12-08", "{day}");
        }
        assert_eq!(
            typed("8/12/1987").unwrap().unwrap_err(),
            EdtfError::Malformed,
            "of August or of December?"
        );
    }
}
