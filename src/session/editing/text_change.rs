//! Replacements in the text of a file, with their inverse: what a step of editing keeps, and what the journal writes.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::edit::Splices;

/// Replacements in a text, in order and without overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextChange(Vec<Replacement>);

/// An edit that was made, as a step of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditStep {
    /// What it did, in words.
    pub words: String,
    /// The replacements.
    pub change: TextChange,
    /// The replacements that undo it.
    pub inverse: TextChange,
}

/// The unsaved edits of one file, as the journal keeps them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnsavedEdits {
    /// The file; `None` for the bundled dataset.
    pub path: Option<PathBuf>,
    /// What it contains, where it is in no file: a new dataset.
    pub base: Option<String>,
    /// Its name.
    pub name: String,
    /// The SHA-256 of the file that they start from.
    pub sha256: String,
    /// How many they are.
    pub count: usize,
    /// The changes, in their order.
    pub changes: Vec<TextChange>,
}

/// A replacement: where, in bytes of the text before all replacements, what stands there, and what takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Replacement {
    offset: usize,
    removed: String,
    inserted: String,
}

impl From<&Splices> for TextChange {
    fn from(splices: &Splices) -> Self {
        let replacement = |splice: &crate::edit::Splice| Replacement {
            offset: splice.offset,
            removed: splice.removed.clone(),
            inserted: splice.inserted.clone(),
        };
        Self(splices.iter().map(replacement).collect())
    }
}

impl TextChange {
    /// Whether nothing is replaced.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text after the replacements, and the replacements that give `text` back; `None` for another text.
    pub fn apply(&self, text: &str) -> Option<(String, Self)> {
        let mut out = String::with_capacity(text.len());
        let mut inverse = Vec::with_capacity(self.0.len());
        let mut at = 0;
        for replacement in &self.0 {
            out.push_str(text.get(at..replacement.offset)?);
            at = replacement.offset.checked_add(replacement.removed.len())?;
            if text.get(replacement.offset..at)? != replacement.removed {
                return None;
            }
            inverse.push(Replacement {
                offset: out.len(),
                removed: replacement.inserted.clone(),
                inserted: replacement.removed.clone(),
            });
            out.push_str(&replacement.inserted);
        }
        out.push_str(text.get(at..)?);
        Some((out, Self(inverse)))
    }

    /// The one replacement that makes `after` of `before`.
    pub fn between(before: &str, after: &str) -> Self {
        if before == after {
            return Self::default();
        }
        let same = std::iter::zip(before.bytes(), after.bytes()).take_while(|(a, b)| a == b).count();
        let start = before.floor_char_boundary(same).min(after.floor_char_boundary(same));
        let (old, new) = (before.get(start..).unwrap_or_default(), after.get(start..).unwrap_or_default());
        let same = std::iter::zip(old.bytes().rev(), new.bytes().rev()).take_while(|(a, b)| a == b).count();
        let mut end = same;
        while !old.is_char_boundary(old.len() - end) || !new.is_char_boundary(new.len() - end) {
            end -= 1;
        }
        let cut = |text: &str| text.get(..text.len() - end).unwrap_or_default().to_owned();
        Self(vec![Replacement { offset: start, removed: cut(old), inserted: cut(new) }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_and_its_inverse_give_the_text_back() {
        for (before, after) in [
            ("", "a"),
            ("abc", "abc"),
            ("date: 2 August", "date: 1 August"),
            ("жук и жаба", "жук и жара"),
            ("aaa", "aa"),
        ] {
            let change = TextChange::between(before, after);
            let (made, inverse) = change.apply(before).unwrap();
            assert_eq!(made, after);
            assert_eq!(inverse.apply(&made).unwrap().0, before);
        }
        assert!(TextChange::between("abc", "abd").apply("other").is_none());
    }
}
