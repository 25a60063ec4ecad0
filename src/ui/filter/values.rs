//! The values of a facet to choose from, narrowed by what was typed over them.

use std::cmp::Reverse;

use crate::session::{Facet, Session};
use crate::text::{folded_text, folded_words, search_forms};
use crate::ui::describe;

/// Maximum number of values in a menu: the others are found by typing.
const MAX_VALUES: usize = 300;

/// A row of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// The category of the treaties below it.
    Heading(String),
    /// A value, with the number of items that it would show.
    Value(Facet, String, usize),
}

/// The rows of a menu, and how many values are left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    pub(super) rows: Vec<Row>,
    pub(super) left_out: usize,
}

impl Values {
    /// The values of a facet in whose names every typed word is found: treaties by category, categories, statuses and
    /// decades in their own order, the others by frequency. Chosen values stay even where the other facets leave nothing
    /// of them.
    pub(super) fn of(session: &Session, facet: Facet, typed: &str) -> Self {
        let mut values: Vec<(Facet, usize)> = session.facets().of_kind(facet).collect();
        let chosen = session.filter.active.of_kind(facet);
        values.extend(chosen.map(|chosen| (chosen, 0)));
        values.sort_by_key(|&(facet, count)| (facet, Reverse(count)));
        values.dedup_by_key(|&mut (facet, _)| facet);
        if !matches!(
            facet,
            Facet::Treaty(_) | Facet::Category(_) | Facet::Status(_) | Facet::Decade(_) | Facet::Spoken
        ) {
            values.sort_by_key(|&(_, count)| Reverse(count));
        }
        let words: Vec<String> = folded_words(typed).map(|(_, form)| form).collect();
        values.retain(|&(facet, _)| words.is_empty() || has_words(&names(session, facet), &words));
        let left_out = values.len().saturating_sub(MAX_VALUES);
        values.truncate(MAX_VALUES);
        let mut rows = Vec::new();
        let mut category = None;
        for (facet, count) in values {
            if let Facet::Treaty(id) = facet {
                let own = session.world.dataset.treaty(id).category;
                if category != Some(own) {
                    category = Some(own);
                    rows.push(Row::Heading(describe::facet(session, Facet::Category(own))));
                }
            }
            rows.push(Row::Value(facet, describe::facet(session, facet), count));
        }
        Self { rows, left_out }
    }

    /// The first value.
    pub(super) fn first(&self) -> Option<Facet> {
        self.rows.iter().find_map(|row| match row {
            Row::Value(facet, ..) => Some(*facet),
            Row::Heading(_) => None,
        })
    }
}

/// Whether every word occurs in the names, in any script, as in the search.
fn has_words(names: &str, words: &[String]) -> bool {
    let mut forms = folded_text(names);
    search_forms(names, |form| {
        forms.push(' ');
        forms.push_str(&form);
    });
    words.iter().all(|word| forms.contains(word.as_str()))
}

/// Every name that a value is found by.
fn names(session: &Session, facet: Facet) -> String {
    let dataset = &session.world.dataset;
    let shown = describe::facet(session, facet);
    match facet {
        Facet::Treaty(id) => {
            let treaty = dataset.treaty(id);
            format!("{shown} {} {} {}", treaty.key, treaty.full_name, treaty.aliases.join(" "))
        }
        Facet::Party(id) => {
            let party = dataset.party(id);
            format!("{shown} {} {}", party.key, party.short)
        }
        Facet::Speaker(id) => format!("{shown} {}", dataset.speaker(id).native_name),
        _ => shown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_parts_of_its_words_in_either_script() {
        let found = |names: &str, typed: &str| {
            let words: Vec<String> = folded_words(typed).map(|(_, form)| form).collect();
            has_words(names, &words)
        };
        assert!(found("Sergei Ryabkov Сергей Рябков", "рябк"));
        assert!(found("Sergei Ryabkov", "РЯБКОВ serg"));
        assert!(found("Türkiye TUR", "turk"));
        assert!(found("Anti-Ballistic Missile Treaty", "antiballistic"));
        assert!(!found("Sergei Ryabkov", "lavrov"));
    }
}
