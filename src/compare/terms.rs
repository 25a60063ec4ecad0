//! A treaty's clauses in words that are the same wherever their sources stand in the file.

use crate::domain::{Clause, Counting, Dataset, Nature, Terms};
use crate::language::english;

/// The clauses as fields with their texts, empty for a clause that the treaty does not have.
pub(super) fn fields(dataset: &Dataset, terms: &Terms) -> [(&'static str, String); 3] {
    let clause = |clause: Option<&Clause>, from: &str| {
        clause.map(|clause| words(dataset, clause, from)).unwrap_or_default()
    };
    let deposit = if terms.entry_counts_early {
        "after the deposit, also of one made before the treaty was in force"
    } else {
        "after the deposit"
    };
    [
        ("terms.entry", clause(terms.entry.as_ref(), deposit)),
        ("terms.withdrawal", clause(terms.withdrawal.as_ref(), "after the notice")),
        ("terms.duration", clause(terms.duration.as_ref(), "after the entry into force")),
    ]
}

/// The clause as `6 months after the notice, article XV.2, by abm-text`.
fn words(dataset: &Dataset, clause: &Clause, from: &str) -> String {
    let counting = match clause.counting {
        Counting::Day => "",
        Counting::Month => ", counted from the month",
    };
    let article =
        if clause.article.is_empty() { String::new() } else { format!(", article {}", clause.article) };
    let source = &dataset.source(clause.source).key;
    format!("{} {from}{counting}{article}, by {source}", english::terms::period(clause.period))
}

/// Whether the document binds, by the word of the data file.
pub(super) fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Treaty => "treaty",
        Nature::Political => "political",
    }
}
