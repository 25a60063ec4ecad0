//! The names of treaties, and where they occur in a text.

use std::collections::BTreeMap;

use crate::domain::{Dataset, TreatyId};

use super::Mention;
use super::words::{Word, Words};

/// Short names in daily use, by the treaty's id, where the dataset has it.
const USUAL: [(&str, &str); 23] = [
    ("Comprehensive Test Ban Treaty", "CTBT"),
    ("ДСНВ", "NEWSTART"),
    ("СНВ-3", "NEWSTART"),
    ("ДРСМД", "INF"),
    ("РСМД", "INF"),
    ("Договор о ракетах средней и меньшей дальности", "INF"),
    ("ДОН", "OPENSKIES"),
    ("Договор по открытому небу", "OPENSKIES"),
    ("Открытое небо", "OPENSKIES"),
    ("ДНЯО", "NPT"),
    ("Договор о нераспространении ядерного оружия", "NPT"),
    ("ДВЗЯИ", "CTBT"),
    ("Договор о всеобъемлющем запрещении ядерных испытаний", "CTBT"),
    ("ДОВСЕ", "CFE"),
    ("Договор об обычных вооружённых силах в Европе", "CFE"),
    ("Договор по ПРО", "ABM"),
    ("СНВ-1", "START1"),
    ("СНВ-2", "START2"),
    ("ОСВ-1", "SALT1"),
    ("ОСВ-2", "SALT2"),
    ("ДЗЯО", "TPNW"),
    ("КЗХО", "CWC"),
    ("КБТО", "BWC"),
];

/// Words that may be dropped at the end of a name: `the INF` is the `INF Treaty`.
const GENERIC: [&str; 6] = ["treaty", "agreement", "convention", "protocol", "memorandum", "accord"];

/// Minimum number of letters of a declined word.
const MIN_TO_DECLINE: usize = 5;

/// The names of a dataset's treaties, indexed for searching a text.
#[derive(Debug)]
pub struct Names {
    /// The names by the stem of their first word, longest first.
    by_first: BTreeMap<String, Vec<Name>>,
}

#[derive(Clone, Debug)]
struct Name {
    words: Vec<NameWord>,
    treaty: TreatyId,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct NameWord {
    form: String,
    /// Cyrillic words are declined, so their stems are compared.
    is_declined: bool,
    /// Whether the word must be in capitals.
    is_acronym: bool,
}

impl Names {
    /// The names of a dataset.
    pub fn of(dataset: &Dataset) -> Self {
        let mut all: Vec<Name> = Vec::new();
        let mut add = |name: &str, treaty: TreatyId| {
            let words = Words::of(name);
            let is_cyrillic = name
                .chars()
                .any(|c| ('а'..='я').contains(&c.to_ascii_lowercase()) || ('А'..='я').contains(&c));
            let list: Vec<NameWord> = words.all.iter().map(|word| name_word(word, is_cyrillic)).collect();
            // A single plain word, such as `Limited`, cannot be told from prose.
            let tells = list.len() > 1 || list.iter().any(|word| word.is_acronym);
            if tells && !list.is_empty() {
                all.push(Name { words: list.clone(), treaty });
                // `SALT I` is short for `SALT I Interim Agreement`.
                if let [first, second, _, ..] = &list[..]
                    && first.is_acronym
                    && matches!(second.form.as_str(), "i" | "ii" | "iii" | "1" | "2" | "3")
                {
                    all.push(Name { words: list[..2].to_vec(), treaty });
                }
                let is_generic = list.last().is_some_and(|word| GENERIC.contains(&word.form.as_str()));
                let short = &list[..list.len() - usize::from(is_generic)];
                if is_generic && (short.len() > 1 || short.iter().any(|word| word.is_acronym)) {
                    all.push(Name { words: short.to_vec(), treaty });
                }
            }
        };
        for (index, treaty) in dataset.treaties().iter().enumerate() {
            let id = TreatyId::new(index);
            for name in
                [&*treaty.name, &*treaty.full_name].into_iter().chain(treaty.aliases.iter().map(|a| &**a))
            {
                add(name, id);
            }
        }
        for (name, key) in USUAL {
            if let Some(id) = dataset.find_treaty(key) {
                add(name, id);
            }
        }
        // A name shared by two treaties identifies neither.
        let mut owners: BTreeMap<Vec<NameWord>, Option<TreatyId>> = BTreeMap::new();
        for name in &all {
            let owner = owners.entry(name.words.clone()).or_insert(Some(name.treaty));
            *owner = owner.filter(|&owner| owner == name.treaty);
        }
        all.retain(|name| owners.get(&name.words).is_some_and(Option::is_some));
        let mut by_first: BTreeMap<String, Vec<Name>> = BTreeMap::new();
        for name in all {
            by_first.entry(stem(&name.words[0])).or_default().push(name);
        }
        for names in by_first.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
        Self { by_first }
    }

    /// The treaties that a text names, the longest name at each offset.
    pub(super) fn treaties_in(&self, words: &Words<'_>) -> Vec<Mention> {
        let mut found = Vec::new();
        let mut next = 0;
        while next < words.all.len() {
            let rest = &words.all[next..];
            let name = keys_of(&rest[0]).into_iter().filter_map(|key| self.by_first.get(&key)).flatten();
            let best = name.filter(|name| stands_at(name, rest)).max_by_key(|name| name.words.len());
            if let Some(name) = best {
                let len = name.words.len();
                found.push(Mention {
                    range: rest[0].range.start..rest[len - 1].range.end,
                    treaty: name.treaty,
                });
                next += len;
            } else {
                next += 1;
            }
        }
        found
    }
}

fn name_word(word: &Word, is_cyrillic: bool) -> NameWord {
    let is_declined = is_cyrillic && !word.is_acronym && word.form.len() >= MIN_TO_DECLINE;
    NameWord { form: word.form.clone(), is_declined, is_acronym: word.is_acronym && word.form.len() > 1 }
}

/// What a word and all its inflections begin with.
fn stem(word: &NameWord) -> String {
    if word.is_declined { word.form[..word.form.len().min(4)].to_owned() } else { word.form.clone() }
}

/// The stems under which a word of a text may be found.
fn keys_of(word: &Word) -> Vec<String> {
    let mut keys = vec![word.form.clone()];
    if word.form.len() > 4 && word.form.is_char_boundary(4) {
        keys.push(word.form[..4].to_owned());
    }
    keys
}

fn stands_at(name: &Name, rest: &[Word]) -> bool {
    rest.len() >= name.words.len()
        && std::iter::zip(&name.words, rest).all(|(wanted, word)| is_form_of(wanted, word))
}

fn is_form_of(wanted: &NameWord, word: &Word) -> bool {
    if wanted.is_acronym && !word.is_acronym {
        return false;
    }
    if !wanted.is_declined {
        return wanted.form == word.form;
    }
    let kept = wanted.form.len().saturating_sub(3).max(4);
    let is_near = word.form.len().abs_diff(wanted.form.len()) <= 4;
    is_near && wanted.form.get(..kept).is_some_and(|stem| word.form.starts_with(stem))
}
