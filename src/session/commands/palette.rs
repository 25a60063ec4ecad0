//! Finding commands by words: of their name, of other words for them, of what they do, and by words with a slip.

use crate::language::Strings;
use crate::session::Session;
use crate::session::view::link_text::is_view_link;
use crate::text::{folded_text, lowercase};

use super::action::Action;

/// A word of at least this many letters may have a slip.
const MIN_TYPO_LETTERS: usize = 4;

/// An entry of the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaletteEntry {
    /// Do an action.
    Do(Action),
    /// Show only the treaties of a category, by its index.
    OnlyGroup(usize),
}

impl Session {
    /// The entries of the palette that every word of `text` leads to; all of them for an empty text. An action comes
    /// before a group that is found as well as it.
    pub fn find_commands(&self, text: &str) -> Vec<PaletteEntry> {
        let strings = self.strings();
        if is_view_link(text) {
            return vec![PaletteEntry::Do(Action::OpenViewLink)];
        }
        let query = Words::of(text);
        let mut found: Vec<(u8, PaletteEntry)> =
            ranked(&query, strings).map(|(rank, action)| (rank, PaletteEntry::Do(action))).collect();
        if self.world.bulk.is_none() {
            let groups = self.world.dataset.categories().iter().enumerate();
            found.extend(groups.filter_map(|(index, category)| {
                let name = (strings.filter.only_group)(&category.name);
                Some((query.rank(&name, "", "")?, PaletteEntry::OnlyGroup(index)))
            }));
        }
        if found.is_empty() {
            return find_actions(text, strings).into_iter().map(PaletteEntry::Do).collect();
        }
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}

/// What was typed, to be looked for.
struct Words {
    text: String,
}

impl Words {
    fn of(text: &str) -> Self {
        Self { text: lowercase(text.trim()) }
    }

    /// How well a command is found: 0 is best. `others` are other words for it, `help` says what it does.
    fn rank(&self, name: &str, others: &str, help: &str) -> Option<u8> {
        let (name, others) = (lowercase(name), lowercase(others));
        let words = || self.text.split_whitespace();
        let has_words = |text: &str| words().all(|word| text.contains(word));
        let begins = |word: &str| others.split_whitespace().any(|other| other.starts_with(word));
        match () {
            () if name == self.text => Some(0),
            () if name.starts_with(&self.text) => Some(1),
            () if has_words(&name) => Some(2),
            () if words().all(|word| name.contains(word) || begins(word)) => Some(3),
            () if has_words(&format!("{name} {others} {}", lowercase(help))) => Some(4),
            () => None,
        }
    }
}

/// The actions that the words lead to, each with how well.
fn ranked(query: &Words, strings: &Strings) -> impl Iterator<Item = (u8, Action)> {
    Action::ALL.iter().filter_map(|&action| {
        let label = action.label(strings);
        Some((query.rank(label.name, synonyms(action, strings), label.tooltip)?, action))
    })
}

/// The actions that every word of `text` leads to; all actions for an empty text.
///
/// The action of exactly that name comes first, then those whose name begins with it, those whose name contains the
/// words, those for which people say these words, those whose tooltip contains them; and last, if there are none of these,
/// those of which a word differs by one letter.
pub fn find_actions(text: &str, strings: &Strings) -> Vec<Action> {
    let letters = folded_text(text);
    let mut found: Vec<(u8, Action)> = ranked(&Words::of(text), strings).collect();
    found.sort_by_key(|(rank, _)| *rank);
    if found.is_empty() {
        return Action::ALL.iter().copied().filter(|&action| is_near(action, &letters, strings)).collect();
    }
    found.into_iter().map(|(_, action)| action).collect()
}

/// Other words for an action; empty if it has none.
fn synonyms(action: Action, strings: &Strings) -> &'static str {
    let of_action = |entry: &&(&str, &'static str)| entry.0 == action.field();
    strings.commands.synonyms.iter().find(of_action).map_or("", |entry| entry.1)
}

/// Whether each word begins a word of the action but for one letter, in either script.
fn is_near(action: Action, letters: &str, strings: &Strings) -> bool {
    let known = folded_text(&format!("{} {}", action.label(strings).name, synonyms(action, strings)));
    let mut words = letters.split_whitespace().peekable();
    words.peek().is_some()
        && words.all(|word| known.split_whitespace().any(|other| differs_little(word, other)))
}

fn differs_little(word: &str, other: &str) -> bool {
    let typos = usize::from(word.chars().count() >= MIN_TYPO_LETTERS);
    other.starts_with(word) || strsim::osa_distance(word, other) <= typos
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
    fn the_words_that_people_use_lead_to_an_action() {
        let find = |text| find_actions(text, Language::English.strings());
        for (words, action) in [
            ("export", Action::ExportSvg),
            ("share", Action::ExportSvg),
            ("share", Action::CopyViewLink),
            ("permalink", Action::CopyViewLink),
            ("paste link", Action::OpenViewLink),
            ("print", Action::ExportPng),
            ("print", Action::ExportPicture),
            ("pdf", Action::ExportPicture),
            ("picture", Action::ExportPicture),
            ("undo", Action::Undo),
            ("compact", Action::LaneHeightCompact),
            ("dark", Action::DarkTheme),
            ("night", Action::DarkTheme),
            ("why", Action::StatusByParty),
            ("ground", Action::StatusByParty),
            ("reason", Action::StatusByParty),
            ("fit", Action::Fit),
            ("zoom", Action::ZoomIn),
            ("wheel", Action::WheelZooms),
            ("language", Action::Russian),
            ("font", Action::TextLarger),
            ("bigger font", Action::TextLarger),
        ] {
            assert!(find(words).contains(&action), "{words}");
        }
        let russian = |text| find_actions(text, Language::Russian.strings());
        assert!(russian("шрифт").contains(&Action::TextLarger));
        assert!(russian("почему").contains(&Action::StatusByParty));
    }

    #[test]
    fn a_slip_of_one_letter_is_forgiven_where_nothing_else_is_found() {
        let find = |text| find_actions(text, Language::English.strings());
        assert!(find("exprot").contains(&Action::ExportPng));
        assert!(find("filtr").contains(&Action::ClearFilter));
        assert!(find("xyzzy").is_empty());
    }

    #[test]
    fn every_list_of_synonyms_is_of_an_action() {
        for language in Language::ALL {
            let fields: Vec<&str> = Action::ALL.iter().map(|action| action.field()).collect();
            for (field, words) in language.strings().commands.synonyms {
                assert!(fields.contains(field), "{field}");
                assert!(!words.is_empty() && *words == words.to_lowercase(), "{field}: {words}");
            }
        }
    }
}
