//! Texts that differ only in case, in spaces or in letters that look alike: on screen they cannot be told apart.

use std::collections::{HashMap, HashSet};

use crate::diagnostics::is_invisible;
use crate::text::nfc;

/// The texts of one kind seen so far.
#[derive(Default)]
pub(super) struct LookAlikes {
    seen: HashSet<Box<str>>,
    /// The first of the texts that look alike.
    first_of: HashMap<String, Box<str>>,
}

/// An earlier text that looks like a later one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Alike {
    pub(super) first: Box<str>,
    /// The first character of the later text that only looks like the one in the earlier text, and that one; `None`
    /// where the two differ in case or plain space.
    pub(super) differs: Option<(char, Option<char>)>,
}

impl LookAlikes {
    /// Adds a text; returns the earlier one that it looks like, the first time that it occurs.
    pub(super) fn earlier(&mut self, text: &str) -> Option<Alike> {
        if !self.seen.insert(text.into()) {
            return None;
        }
        let (folded, drawn) = (folded(text), drawn(text));
        let first = self.first_of.get(&folded).or_else(|| self.first_of.get(&drawn)).cloned();
        let Some(first) = first else {
            self.first_of.insert(folded, text.into());
            self.first_of.entry(drawn).or_insert_with(|| text.into());
            return None;
        };
        let differs = if self::folded(&first) == folded { None } else { difference(text, &first) };
        Some(Alike { first, differs })
    }
}

/// A text in lower case with single spaces.
fn folded(text: &str) -> String {
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A text reduced to its appearance: look-alike letters of other scripts as Latin ones, no zero-width characters, and
/// one kind of space.
fn drawn(text: &str) -> String {
    let visible: String = nfc(text).chars().filter(|&c| !is_invisible(c)).map(as_drawn).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The Latin letter that a Cyrillic or a Greek one looks like.
fn as_drawn(c: char) -> char {
    const DRAWN: &str =
        "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXаaеeоoрpсcуyхxіiјjѕsΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo‑-‐-";
    let mut letters = DRAWN.chars();
    while let (Some(other), Some(plain)) = (letters.next(), letters.next()) {
        if c == other {
            return plain;
        }
    }
    c
}

/// The first character of `text` that differs from `first`, and its counterpart there.
fn difference(text: &str, first: &str) -> Option<(char, Option<char>)> {
    let mut others = first.chars();
    text.chars().find_map(|c| {
        let other = others.next();
        (other != Some(c)).then_some((c, other))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_space_make_no_difference_and_each_spelling_is_told_once() {
        let mut names = LookAlikes::default();
        let told: Vec<Option<String>> =
            ["Naval arms", "naval arms", "Naval  arms ", "naval arms", "Naval", "Naval arms"]
                .iter()
                .map(|name| names.earlier(name).map(|alike| String::from(alike.first)))
                .collect();
        let first = Some("Naval arms".to_owned());
        assert_eq!(told, [None, first.clone(), first, None, None, None]);
    }

    #[test]
    fn letters_that_are_drawn_alike_are_told_by_their_code() {
        for (first, later, differs) in [
            ("Bilateral", "\u{412}ilateral", ('\u{412}', Some('B'))),
            ("Naval", "Na\u{200b}val", ('\u{200b}', Some('v'))),
            ("Caf\u{e9}", "Cafe\u{301}", ('e', Some('\u{e9}'))),
            ("Naval arms", "Naval\u{a0}arms", ('\u{a0}', Some(' '))),
        ] {
            let mut names = LookAlikes::default();
            assert_eq!(names.earlier(first), None);
            let alike = Alike { first: first.into(), differs: Some(differs) };
            assert_eq!(names.earlier(later), Some(alike), "{later}");
        }
        let mut names = LookAlikes::default();
        assert_eq!([names.earlier("Вода"), names.earlier("Boat")], [None, None]);
        assert_eq!(names.earlier("ВОДА").map(|alike| alike.differs), Some(None), "case alone");
    }
}
