//! The overlay: what covers the window and has the keyboard.

use crate::domain::{EdtfDate, EdtfError};
use crate::language::Strings;

use super::action::Action;

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
    /// The question whether to save or to discard unsaved quotations.
    Unsaved {
        /// Whether the window is closed afterwards; otherwise an earlier run of the program left them.
        closes: bool,
    },
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
            Self::Keys | Self::Unsaved { .. } => "",
            Self::Palette { text, .. } | Self::GoToDate { text } | Self::StatusDate { text } => text,
        }
    }

    /// Whether it closes when something else is opened: a question waits for its answer.
    pub fn gives_way(&self) -> bool {
        !matches!(self, Self::Unsaved { .. })
    }

    pub(in crate::session) fn set_text(&mut self, new: String) {
        match self {
            Self::Keys | Self::Unsaved { .. } => {}
            Self::Palette { text, chosen } => (*text, *chosen) = (new, 0),
            Self::GoToDate { text } | Self::StatusDate { text } => *text = new,
        }
    }

    /// The typed date, or what is wrong with it; `None` while the field is empty, and for overlays without a date.
    pub fn date(&self) -> Option<Result<EdtfDate, EdtfError>> {
        let (Self::GoToDate { text } | Self::StatusDate { text }) = self else { return None };
        let text = text.trim();
        (!text.is_empty()).then(|| EdtfDate::parse_typed(text))
    }
}

/// The actions whose name or tooltip contains every word of `text`; all actions for an empty text.
///
/// The action of exactly that name comes first, then those whose name begins with it, those whose name contains the
/// words, and the others.
pub fn find_actions(text: &str, strings: &Strings) -> Vec<Action> {
    let folded = crate::text::lowercase;
    let text = folded(text.trim());
    let has_words = |label: &str| text.split_whitespace().all(|word| label.contains(word));
    let rank = |action: &Action| {
        let label = action.label(strings);
        let name = folded(label.name);
        match () {
            () if name == text => Some(0),
            () if name.starts_with(&text) => Some(1),
            () if has_words(&name) => Some(2),
            () if has_words(&format!("{name} {}", folded(label.tooltip))) => Some(3),
            () => None,
        }
    };
    let mut found: Vec<(u8, Action)> =
        Action::ALL.iter().filter_map(|action| Some((rank(action)?, *action))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, action)| action).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn actions_are_found_by_any_words_of_their_name_or_tooltip() {
        let find = |text| find_actions(text, Language::English.strings());
        assert_eq!(find("zoom in").first(), Some(&Action::ZoomIn));
        assert_eq!(find("DATASET file").first(), Some(&Action::Open));
        assert_eq!(
            find("next").first(),
            Some(&Action::Next),
            "and not “Next bookmark”, which comes before it"
        );
        assert_eq!(find("hidden").first(), Some(&Action::ShowLanes), "a name counts for more than a tooltip");
        assert_eq!(find("").len(), Action::ALL.len());
        assert!(find("no such thing").is_empty());
        assert_eq!(find_actions("темн", Language::Russian.strings()).first(), Some(&Action::DarkTheme));
        assert_eq!(find_actions("закл", Language::Russian.strings()).first(), Some(&Action::Bookmark));
    }

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
