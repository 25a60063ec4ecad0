//! What lies over the window and has the keyboard.

use crate::domain::EdtfDate;

use super::action::Action;

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
        /// What was typed, in EDTF.
        text: String,
    },
    /// A day to read the law on.
    AsOfDate {
        /// What was typed, in EDTF.
        text: String,
    },
}

impl Overlay {
    /// What was typed.
    pub fn text(&self) -> &str {
        match self {
            Self::Keys => "",
            Self::Palette { text, .. } | Self::GoToDate { text } | Self::AsOfDate { text } => text,
        }
    }

    /// Takes what was typed.
    pub(super) fn set_text(&mut self, new: String) {
        match self {
            Self::Keys => {}
            Self::Palette { text, chosen } => (*text, *chosen) = (new, 0),
            Self::GoToDate { text } | Self::AsOfDate { text } => *text = new,
        }
    }

    /// The date that was typed, or what is wrong with it; `None` while there is nothing to read.
    pub fn date(&self) -> Option<Result<EdtfDate, String>> {
        let (Self::GoToDate { text } | Self::AsOfDate { text }) = self else { return None };
        let text = text.trim();
        (!text.is_empty()).then(|| EdtfDate::parse(text).map_err(|err| format!("\"{text}\" {err}")))
    }
}

/// The actions whose name or help holds every word of `text`, in the order of the table; all of them for none.
pub fn find_actions(text: &str) -> Vec<Action> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let holds = |action: &Action| {
        let name = format!("{} {}", action.words(), action.help()).to_lowercase();
        words.iter().all(|word| name.contains(word))
    };
    // A name that begins with what was typed comes first.
    let mut found: Vec<Action> = Action::ALL.iter().copied().filter(holds).collect();
    let first = text.trim().to_lowercase();
    found.sort_by_key(|action| !action.words().to_lowercase().starts_with(&first));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_are_found_by_any_words_of_their_name_or_help() {
        assert_eq!(find_actions("zoom in").first(), Some(&Action::ZoomIn));
        assert_eq!(find_actions("DATASET file").first(), Some(&Action::Open));
        assert_eq!(find_actions("").len(), Action::ALL.len());
        assert!(find_actions("no such thing").is_empty());
    }

    #[test]
    fn a_typed_date_is_read_as_edtf() {
        let typed = |text: &str| Overlay::GoToDate { text: text.to_owned() }.date();
        assert_eq!(typed(" "), None);
        assert_eq!(typed("1987").unwrap().unwrap().text(), "1987");
        assert!(typed("8.12.1987").unwrap().unwrap_err().contains("is not a date"));
    }
}
