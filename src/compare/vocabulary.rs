//! Clauses of the record in the words of the data file, which are the same in every language.

use crate::domain::{
    Clause, Clauses, Counting, Dataset, DateRole, EventRelation, FigureBasis, Nature, Period, TreatyRelation,
};

/// The clauses of a treaty as fields with their texts, empty for a clause that the treaty does not have.
pub(super) fn terms(dataset: &Dataset, terms: &Clauses) -> [(&'static str, String); 3] {
    let text = |clause: &Option<Clause>, applies_to: &str| {
        clause.as_ref().map(|clause| clause_text(dataset, clause, applies_to)).unwrap_or_default()
    };
    let applies_to = if terms.entry_counts_early { ", applies_to all" } else { "" };
    [
        ("terms.entry", text(&terms.entry, applies_to)),
        ("terms.withdrawal", text(&terms.withdrawal, "")),
        ("terms.duration", text(&terms.duration, "")),
    ]
}

/// The clause as `P6M, article XV.2 [abm-text]`.
fn clause_text(dataset: &Dataset, clause: &Clause, applies_to: &str) -> String {
    let counting = match clause.counting {
        Counting::Day => "",
        Counting::Month => ", counting month",
    };
    let article =
        if clause.article.is_empty() { String::new() } else { format!(", article {}", clause.article) };
    let Period { months, days } = clause.period;
    let period = match (months, days) {
        (0, days) => format!("P{days}D"),
        (months, 0) if months % 12 == 0 => format!("P{}Y", months / 12),
        (months, 0) => format!("P{months}M"),
        (months, days) => format!("P{months}M{days}D"),
    };
    format!("{period}{applies_to}{counting}{article} [{}]", dataset.source(clause.source).key)
}

pub(super) fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Treaty => "treaty",
        Nature::Political => "political",
        Nature::Topic => "topic",
    }
}

pub(super) fn date_role(role: DateRole) -> &'static str {
    match role {
        DateRole::Announced => "announced",
        DateRole::Notified => "notified",
        DateRole::Formal => "formal",
        DateRole::Effective => "effective",
        DateRole::LastDay => "last_day",
    }
}

pub(super) fn event_relation(relation: EventRelation) -> &'static str {
    match relation {
        EventRelation::Completes => "completes",
        EventRelation::RespondsTo => "responds_to",
    }
}

pub(super) fn treaty_relation(relation: TreatyRelation) -> &'static str {
    match relation {
        TreatyRelation::Succeeds => "succeeds",
        TreatyRelation::Amends => "amends",
        TreatyRelation::DependsOn => "depends_on",
    }
}

pub(super) fn figure_basis(basis: FigureBasis) -> &'static str {
    match basis {
        FigureBasis::Declared => "declared",
        FigureBasis::Estimate => "estimate",
    }
}
