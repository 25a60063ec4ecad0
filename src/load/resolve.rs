//! Ids to indices in tables; each unknown id is a problem.

use std::collections::{HashMap, HashSet};

use crate::diagnostics::{Cost, RecordProblem, Rule, Span, Suggestion, Table, hides_text};
use crate::text::nfc;

use super::reader::{Lost, Reader, shortened};

/// The ids of one table.
pub(super) struct Ids<'a> {
    table: Table,
    indices: HashMap<&'a str, usize>,
    /// Ids that were rejected; links to them are not reported again.
    refused: HashSet<&'a str>,
    lost: &'a Lost,
}

impl<'a> Ids<'a> {
    /// The ids of a table, and which rows to keep: the first of each id.
    pub(super) fn of(
        table: Table,
        ids: impl Iterator<Item = (&'a str, impl FnOnce() -> Span)>,
        lost: &'a Lost,
        reader: &mut Reader<'_, '_>,
    ) -> (Self, Vec<bool>) {
        let mut indices = HashMap::new();
        let mut refused = HashSet::new();
        let mut kept = Vec::new();
        for (id, span) in ids {
            let next = indices.len();
            let is_hidden = id.contains(|c: char| c == '\n' || hides_text(c));
            let is_new = !id.trim().is_empty() && !is_hidden && !indices.contains_key(id);
            if is_new {
                indices.insert(id, next);
            } else if is_hidden {
                refused.insert(id);
                reader.report(Rule::HiddenInId, span, || RecordProblem::HiddenInId(table, shortened(id)));
            } else if indices.contains_key(id) {
                reader.report(Rule::DuplicateId, span, || RecordProblem::DuplicateId(table, shortened(id)));
            } else {
                reader.report(Rule::MissingField, span, || RecordProblem::EmptyId(table));
            }
            kept.push(is_new);
        }
        (Self { table, indices, refused, lost }, kept)
    }

    /// The index of `id`. An unknown one is reported with what is lost by it, unless its record was itself left out.
    pub(super) fn find(
        &self,
        id: &str,
        span: impl FnOnce() -> Span,
        cost: Cost,
        reader: &mut Reader<'_, '_>,
    ) -> Option<usize> {
        let index = self.indices.get(id).copied();
        let is_reported = || {
            self.lost.ids.contains(id) || self.lost.tables.contains(&self.table) || self.refused.contains(id)
        };
        if index.is_none() && !is_reported() {
            let problem = || {
                let suggestion = self.suggestion(id);
                RecordProblem::UnknownId { table: self.table, id: shortened(id), suggestion, cost }
            };
            reader.report(Rule::UnknownId, span, problem);
        }
        index
    }

    /// The id that was probably meant, or the available ones.
    fn suggestion(&self, id: &str) -> Suggestion {
        // Comparing every id with every wrong one would be quadratic in a large broken file.
        if self.indices.len() > 2_000 || id.len() > 100 {
            return Suggestion::None;
        }
        let mut ids: Vec<&str> = self.indices.keys().copied().collect();
        ids.sort_unstable();
        let close = ids.iter().map(|known| (distance(known, id), known)).min();
        match close {
            Some((edits, known)) if edits * 3 <= id.chars().count().max(3) => {
                Suggestion::DidYouMean(shortened(known))
            }
            Some(_) if ids.len() <= 12 => Suggestion::OneOf(shortened(&ids.join(", "))),
            Some(_) => Suggestion::None,
            None => Suggestion::TableIsEmpty,
        }
    }
}

/// Levenshtein's edit distance, ignoring ASCII case and how accents are encoded (composed or not).
pub(super) fn distance(a: &str, b: &str) -> usize {
    strsim::levenshtein(&nfc(a).to_ascii_lowercase(), &nfc(b).to_ascii_lowercase())
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
