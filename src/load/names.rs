//! Ids for what a file of another program knows by name only: treaties, parties, speakers, sources.

use std::collections::{HashMap, HashSet};

use super::table::header_words::folded;

/// The ids of one kind of record, by the names that the file uses.
#[derive(Default)]
pub(super) struct Names {
    by_name: HashMap<String, usize>,
    /// How often an id was wanted: a million rows of one title must not be counted through a million times.
    wanted: HashMap<String, usize>,
    taken: HashSet<String>,
    ids: Vec<String>,
}

impl Names {
    /// The index of what has this name, and whether it is new. Names are one if they differ in case, accents or
    /// punctuation only.
    pub(super) fn index(&mut self, name: &str) -> (usize, bool) {
        let mut key = folded(name);
        if key.is_empty() {
            // All punctuation, or a script without letters.
            name.trim().clone_into(&mut key);
        }
        if let Some(&index) = self.by_name.get(&key) {
            return (index, false);
        }
        let index = self.ids.len();
        let id = self.free_id(&slug(name));
        self.ids.push(id);
        self.by_name.insert(key, index);
        (index, true)
    }

    /// The index of what has this id of its own, whatever the table calls it, and whether it is new.
    pub(super) fn index_of_id(&mut self, id: &str) -> (usize, bool) {
        // No name is folded to a text with this sign.
        let key = format!("={id}");
        if let Some(&index) = self.by_name.get(&key) {
            return (index, false);
        }
        let index = self.ids.len();
        let id = self.free_id(id);
        self.ids.push(id);
        self.by_name.insert(key, index);
        (index, true)
    }

    /// The id at an index.
    pub(super) fn id(&self, index: usize) -> &str {
        self.ids.get(index).map(String::as_str).unwrap_or_default()
    }

    /// An id like this one that nothing has yet.
    pub(super) fn free_id(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        if self.taken.insert(id.clone()) {
            return id;
        }
        let count = self.wanted.entry(id.clone()).or_insert(1);
        while !self.taken.insert(id.clone()) {
            *count += 1;
            id = format!("{wanted}-{count}");
        }
        id
    }
}

/// A name in small ASCII letters, digits and hyphens: `new-start`.
pub(super) fn slug(name: &str) -> String {
    const MAX_LEN: usize = 60;
    let mut slug = String::new();
    for c in any_ascii::any_ascii(name).chars() {
        match c {
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            '\'' => {}
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(MAX_LEN);
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { "x".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_differ_in_case_or_accents_are_one_and_ids_never_collide() {
        let mut names = Names::default();
        assert_eq!(names.index("Traité de l’Élysée"), (0, true));
        assert_eq!(names.index("TRAITE DE L'ELYSEE"), (0, false));
        assert_eq!(names.index("Договор"), (1, true));
        assert_eq!(names.index("Dogovor"), (2, true));
        assert_eq!([names.id(0), names.id(1), names.id(2)], ["traite-de-lelysee", "dogovor", "dogovor-2"]);
        assert_eq!(names.index("¿?"), (3, true));
        assert_eq!(names.id(3), "x");
    }
}
