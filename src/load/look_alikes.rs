//! Texts that differ in case or space alone: on screen they are two things that look like one.

use std::collections::{HashMap, HashSet};

/// The texts of one kind that were seen so far.
#[derive(Default)]
pub(super) struct LookAlikes {
    seen: HashSet<Box<str>>,
    /// The first text of those that look alike.
    first_of: HashMap<String, Box<str>>,
}

impl LookAlikes {
    /// Remembers a text; the earlier one that it looks like, the first time that it turns up.
    pub(super) fn earlier(&mut self, text: &str) -> Option<&str> {
        if !self.seen.insert(text.into()) {
            return None;
        }
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let first = self.first_of.entry(folded).or_insert_with(|| text.into());
        (&**first != text).then_some(&**first)
    }
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
                .map(|name| names.earlier(name).map(str::to_owned))
                .collect();
        let first = Some("Naval arms".to_owned());
        assert_eq!(told, [None, first.clone(), first, None, None, None]);
    }
}
