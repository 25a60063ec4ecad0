//! Quotations in the order in which they are read together: by party, by treaty, by date.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::domain::{About, Dataset, PartyId, Statement, StatementId, TreatyId};

/// A line of a list of quotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationLine {
    /// The heading of a group.
    Heading {
        /// The group.
        group: QuotationGroup,
        /// Number of quotations in it.
        count: usize,
    },
    /// A quotation.
    Quotation {
        /// The statement.
        id: StatementId,
        /// Whether speaker, date and place are those of the quotation before.
        is_same_occasion: bool,
    },
}

/// What the quotations of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationGroup {
    /// They were made for a party.
    Party {
        /// The party.
        party: PartyId,
        /// Whether some were made for a state that it succeeds.
        has_predecessor: bool,
    },
    /// They were made for no party on record: the texts of treaties among them.
    NoParty,
    /// They are about a treaty, or about an event of it.
    Treaty(TreatyId),
    /// They are about no treaty on record.
    NoTreaty,
}

/// By date, without headings. The ids are in order of date.
pub(super) fn in_order_of_date(dataset: &Dataset, ids: &[StatementId]) -> Vec<QuotationLine> {
    let mut lines = Vec::with_capacity(ids.len());
    push_quotations(dataset, ids, &mut lines);
    lines
}

/// By party, those with the most quotations first and those of none last. A successor stands for its predecessors.
pub(super) fn grouped_by_party(
    dataset: &Dataset,
    ids: &[StatementId],
    successor: impl Fn(PartyId) -> PartyId,
) -> Vec<QuotationLine> {
    let mut groups: BTreeMap<Option<PartyId>, Vec<StatementId>> = BTreeMap::new();
    for &id in ids {
        groups.entry(dataset.statement(id).country.map(&successor)).or_default().push(id);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(party, ids)| (party.is_none(), Reverse(ids.len())));
    let groups = groups.into_iter().map(|(party, ids)| {
        let group = party.map_or(QuotationGroup::NoParty, |party| QuotationGroup::Party {
            party,
            has_predecessor: ids.iter().any(|&id| dataset.statement(id).country != Some(party)),
        });
        (group, ids)
    });
    with_headings(dataset, groups)
}

/// By the first treaty that each is about, in the order of the lanes; those about none last.
pub(super) fn grouped_by_treaty(dataset: &Dataset, ids: &[StatementId]) -> Vec<QuotationLine> {
    let mut groups: BTreeMap<(bool, Option<TreatyId>), Vec<StatementId>> = BTreeMap::new();
    for &id in ids {
        let treaty = first_treaty(dataset, dataset.statement(id));
        groups.entry((treaty.is_none(), treaty)).or_default().push(id);
    }
    let groups = groups
        .into_iter()
        .map(|((_, treaty), ids)| (treaty.map_or(QuotationGroup::NoTreaty, QuotationGroup::Treaty), ids));
    with_headings(dataset, groups)
}

fn with_headings(
    dataset: &Dataset,
    groups: impl Iterator<Item = (QuotationGroup, Vec<StatementId>)>,
) -> Vec<QuotationLine> {
    let mut lines = Vec::new();
    for (group, ids) in groups {
        lines.push(QuotationLine::Heading { group, count: ids.len() });
        push_quotations(dataset, &ids, &mut lines);
    }
    lines
}

fn push_quotations(dataset: &Dataset, ids: &[StatementId], lines: &mut Vec<QuotationLine>) {
    let mut before: Option<&Statement> = None;
    for &id in ids {
        let statement = dataset.statement(id);
        let is_same_occasion = before.is_some_and(|before| is_same_occasion(before, statement));
        lines.push(QuotationLine::Quotation { id, is_same_occasion });
        before = Some(statement);
    }
}

/// Whether two statements were made by one speaker on one day and, as far as the record says where, at one place.
fn is_same_occasion(a: &Statement, b: &Statement) -> bool {
    let is_one_place =
        if a.venue.is_empty() && b.venue.is_empty() { a.source == b.source } else { a.venue == b.venue };
    a.speaker == b.speaker && a.role == b.role && a.date.text() == b.date.text() && is_one_place
}

fn first_treaty(dataset: &Dataset, statement: &Statement) -> Option<TreatyId> {
    statement.about.first().map(|about| match *about {
        About::Treaty(treaty) => treaty,
        About::Event(event) => dataset.event(event).treaty,
    })
}
