//! What lies over the window and has the keyboard.

use crate::domain::{EdtfDate, EdtfError};
use crate::language::Strings;

use crate::session::commands::action::Action;

/// What lies over the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Every key, by what it does.
    Keys,
    /// A list of all commands, narrowed by what is typed.
    Palette {
        /// What was typed.
        text: String,
        /// Which of the commands found is chosen.
        chosen: usize,
    },
    /// A date to go to.
    GoToDate {
        /// What was typed, in EDTF or in words.
        text: String,
    },
    /// Quotations are confirmed and not saved: to be saved or discarded.
    Unsaved {
        /// Whether the window is to be closed afterwards; otherwise an earlier run left them.
        closes: bool,
    },
    /// A day to read the law on.
    AsOfDate {
        /// What was typed, in EDTF or in words.
        text: String,
    },
}

impl Overlay {
    /// What was typed.
    pub fn text(&self) -> &str {
        match self {
            Self::Keys | Self::Unsaved { .. } => "",
            Self::Palette { text, .. } | Self::GoToDate { text } | Self::AsOfDate { text } => text,
        }
    }

    /// Takes what was typed.
    pub(in crate::session) fn set_text(&mut self, new: String) {
        match self {
            Self::Keys | Self::Unsaved { .. } => {}
            Self::Palette { text, chosen } => (*text, *chosen) = (new, 0),
            Self::GoToDate { text } | Self::AsOfDate { text } => *text = new,
        }
    }

    /// The date that was typed, or what is wrong with it; `None` while there is nothing to read.
    pub fn date(&self) -> Option<Result<EdtfDate, EdtfError>> {
        let (Self::GoToDate { text } | Self::AsOfDate { text }) = self else { return None };
        let text = text.trim();
        (!text.is_empty()).then(|| EdtfDate::parse_typed(text))
    }
}

/// The actions whose name or help contains every word of `text`; all of them if it is empty. The action of exactly that
/// name comes first, then those whose name begins with it, those whose name contains it, and the others; within each,
/// the order is that of [`Action::ALL`].
pub fn find_actions(text: &str, strings: &Strings) -> Vec<Action> {
    let plain = |text: &str| text.to_lowercase().replace('ё', "е");
    let text = plain(text.trim());
    let holds = |heap: &str| text.split_whitespace().all(|word| heap.contains(word));
    let rank = |action: &Action| {
        let label = action.label(strings);
        let name = plain(label.name);
        match () {
            () if name == text => Some(0),
            () if name.starts_with(&text) => Some(1),
            () if holds(&name) => Some(2),
            () if holds(&format!("{name} {}", plain(label.tooltip))) => Some(3),
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
    fn actions_are_found_by_any_words_of_their_name_or_help() {
        let find = |text| find_actions(text, Language::English.strings());
        assert_eq!(find("zoom in").first(), Some(&Action::ZoomIn));
        assert_eq!(find("DATASET file").first(), Some(&Action::Open));
        assert_eq!(
            find("next").first(),
            Some(&Action::Next),
            "and not “Next bookmark”, which stands before it"
        );
        assert_eq!(find("hidden").first(), Some(&Action::ShowLanes), "a name counts for more than a help");
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
