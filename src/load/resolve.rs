//! Ids to places in tables, with a message for each that leads nowhere.

use std::collections::{HashMap, HashSet};

use crate::diagnostics::{Span, hides_text};
use crate::text::nfc;

use super::native::{Lost, Reader, shortened};
use super::rule::Rule;

/// The ids of one table.
pub(super) struct Ids<'a> {
    /// What the table holds, in the singular.
    noun: &'static str,
    places: HashMap<&'a str, usize>,
    /// Ids that were refused, so that links to them are no further problem.
    refused: HashSet<&'a str>,
    lost: &'a Lost,
}

impl<'a> Ids<'a> {
    /// The ids of a table, and which rows to keep: the first of each id.
    pub(super) fn of(
        noun: &'static str,
        ids: impl Iterator<Item = (&'a str, impl FnOnce() -> Span)>,
        lost: &'a Lost,
        reader: &mut Reader<'_, '_>,
    ) -> (Self, Vec<bool>) {
        let mut places = HashMap::new();
        let mut refused = HashSet::new();
        let mut kept = Vec::new();
        for (id, span) in ids {
            let next = places.len();
            let is_hidden = id.contains(|c: char| c == '\n' || hides_text(c));
            let is_new = !id.trim().is_empty() && !is_hidden && !places.contains_key(id);
            if is_new {
                places.insert(id, next);
            } else if is_hidden {
                let message = || {
                    format!(
                        "the id \"{}\" of this {noun} holds characters that nobody sees; it is left out",
                        shortened(id)
                    )
                };
                refused.insert(id);
                reader.report(Rule::HiddenInId, span, message, "write it with letters, digits and dashes");
            } else if places.contains_key(id) {
                let message = || format!("the id \"{}\" is used by two {}", shortened(id), plural(noun));
                reader.report(
                    Rule::DuplicateId,
                    span,
                    message,
                    "give the second an id of its own; it is left out",
                );
            } else {
                let message = || format!("the id of this {noun} is empty; it is left out");
                reader.report(Rule::MissingField, span, message, "give it an id of its own");
            }
            kept.push(is_new);
        }
        (Self { noun, places, refused, lost }, kept)
    }

    /// The place of `id`, or `None` and a message that ends with what this costs. A record that was itself left
    /// out is no second problem.
    pub(super) fn find(
        &self,
        id: &str,
        span: impl FnOnce() -> Span,
        cost: &str,
        reader: &mut Reader<'_, '_>,
    ) -> Option<usize> {
        let place = self.places.get(id).copied();
        let is_reported = self.lost.ids.contains(id)
            || self.lost.tables.contains(&plural(self.noun))
            || self.refused.contains(id);
        if place.is_none() && !is_reported {
            let message = || format!("no {} has the id \"{}\"; {cost}", self.noun, shortened(id));
            let help = self.suggestion(id);
            reader.report(Rule::UnknownId, span, message, &help);
        }
        place
    }

    /// The id that was probably meant, or what there is to choose from.
    fn suggestion(&self, id: &str) -> String {
        // A look at every id for every wrong one would be quadratic in a large broken file.
        if self.places.len() > 2_000 || id.len() > 100 {
            return format!("add the {} or correct the id", self.noun);
        }
        let mut ids: Vec<&str> = self.places.keys().copied().collect();
        ids.sort_unstable();
        let close = ids.iter().map(|known| (distance(known, id), known)).min();
        match close {
            Some((steps, known)) if steps * 3 <= id.chars().count().max(3) => {
                format!("did you mean \"{}\"?", shortened(known))
            }
            Some(_) if ids.len() <= 12 => format!("there are: {}", shortened(&ids.join(", "))),
            Some(_) => format!("add the {} or correct the id", self.noun),
            None => format!("the file has no {}", plural(self.noun)),
        }
    }
}

fn plural(noun: &str) -> String {
    if noun.ends_with('s') {
        return noun.to_owned();
    }
    match noun.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{noun}s"),
    }
}

/// Levenshtein's edit distance; ASCII case and how accents are written (composed or not) are counted as equal.
pub(super) fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (nfc(a), nfc(b));
    let b: Vec<char> = b.to_ascii_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.to_ascii_lowercase().chars().enumerate() {
        let mut diagonal = i;
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
        let mut left = i + 1;
        for (cell, &y) in std::iter::zip(row.iter_mut().skip(1), &b) {
            let here = if x == y { diagonal } else { 1 + diagonal.min(left).min(*cell) };
            (diagonal, *cell, left) = (*cell, here, here);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn distance_counts_single_edits() {
        assert_eq!(distance("INF", "INV"), 1);
        assert_eq!(distance("new-start", "NEWSTART"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("Tu\u{308}rkiye", "Türkiye"), 0);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
