//! The ranks of texts in a column: rows are sorted by numbers, and no text is folded twice.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::domain::{Dataset, EventId, PartyId, SourceId, StatementId};
use crate::session::Session;
use crate::session::filter::packed_properties::kind_index;
use crate::text::folded_text;

use super::cells;
use super::columns::{Column, TableKind};

/// The columns whose rows each have a text of their own, the same in every language.
const OWN_TEXTS: [(TableKind, Column); 7] = [
    (TableKind::Treaties, Column::Name),
    (TableKind::Events, Column::Title),
    (TableKind::Statements, Column::Quote),
    (TableKind::Statements, Column::Role),
    (TableKind::Sources, Column::Title),
    (TableKind::Sources, Column::Publisher),
    (TableKind::Sources, Column::Address),
];
/// The rank of an item without a text.
const NONE: u32 = u32::MAX;

/// The ranks of all items by those columns, each computed when it is first needed.
#[derive(Debug, Default)]
pub(in crate::session) struct TextRanks([OnceLock<Vec<u32>>; OWN_TEXTS.len()]);

impl TextRanks {
    /// Computes all of them, ahead of time on another thread.
    pub(in crate::session) fn prepare(&self, dataset: &Dataset) {
        for (kind, column) in OWN_TEXTS {
            self.of(dataset, kind, column);
        }
    }

    /// The ranks of all items by a column, if it is one of [`OWN_TEXTS`].
    fn of(&self, dataset: &Dataset, kind: TableKind, column: Column) -> Option<&[u32]> {
        // The rows of the matrix are the treaties.
        let kind = if kind == TableKind::Law { TableKind::Treaties } else { kind };
        let index = OWN_TEXTS.iter().position(|&own| own == (kind, column))?;
        Some(self.0.get(index)?.get_or_init(|| {
            let texts: Vec<&str> = match kind {
                TableKind::Events => dataset.events().iter().map(|event| &*event.title).collect(),
                TableKind::Statements if column == Column::Role => {
                    dataset.statements().iter().map(|statement| &*statement.role).collect()
                }
                TableKind::Statements => {
                    dataset.statements().iter().map(|statement| &*statement.quote).collect()
                }
                TableKind::Sources => {
                    let text = |source| match column {
                        Column::Title => &*dataset.source(source).title,
                        Column::Publisher => &*dataset.source(source).publisher,
                        _ => &*dataset.source(source).url,
                    };
                    (0..dataset.sources().len()).map(SourceId::new).map(text).collect()
                }
                TableKind::Treaties | TableKind::Law => {
                    dataset.treaties().iter().map(|treaty| &*treaty.name).collect()
                }
            };
            let mut ranks = vec![NONE; texts.len()];
            for (item, rank) in ranked(texts.into_iter().map(folded_text).enumerate()) {
                ranks[item] = rank;
            }
            ranks
        }))
    }
}

/// The owner of each text with the rank of the text; equal texts have the same rank, empty texts have none.
fn ranked(texts: impl Iterator<Item = (usize, String)>) -> Vec<(usize, u32)> {
    let mut texts: Vec<(String, usize)> =
        texts.filter(|(_, text)| !text.is_empty()).map(|(owner, text)| (text, owner)).collect();
    texts.sort_unstable();
    let mut ranks = Vec::with_capacity(texts.len());
    for (rank, equal) in texts.chunk_by(|a, b| a.0 == b.0).enumerate() {
        ranks.extend(equal.iter().map(|&(_, owner)| (owner, rank as u32)));
    }
    ranks
}

/// What owns the text of a cell, by its index: many events share one treaty and one type. Otherwise the item itself.
fn owner(session: &Session, kind: TableKind, item: usize, column: Column) -> usize {
    let dataset = &session.world.dataset;
    let party = |party: Option<PartyId>| party.map_or(usize::MAX, PartyId::index);
    match kind {
        TableKind::Events => {
            let event = dataset.event(EventId::new(item));
            match column {
                Column::Treaty => event.treaty.index(),
                Column::Type => kind_index(event.kind) as usize,
                Column::Party => party(event.party),
                Column::Source => event.claim().source.map_or(usize::MAX, SourceId::index),
                _ => item,
            }
        }
        TableKind::Statements => {
            let statement = dataset.statement(StatementId::new(item));
            match column {
                Column::Speaker => statement.speaker.index(),
                Column::Country => party(statement.country),
                Column::Source => statement.source.index(),
                _ => item,
            }
        }
        TableKind::Treaties | TableKind::Law | TableKind::Sources => item,
    }
}

/// The ranks of items by a column of texts; `None` for an empty text.
pub(super) fn text_ranks(session: &Session, items: &[u32], column: Column) -> Vec<Option<u32>> {
    let (kind, world) = (session.tables.choice.kind, &session.world);
    if let Some(ranks) = world.text_ranks().of(&world.dataset, kind, column) {
        let rank = |&item: &u32| ranks.get(item as usize).copied().filter(|&rank| rank != NONE);
        return items.iter().map(rank).collect();
    }
    let owners: Vec<usize> = items.iter().map(|&item| owner(session, kind, item as usize, column)).collect();
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for (&owner, &item) in std::iter::zip(&owners, items) {
        texts.entry(owner).or_insert_with(|| folded_text(&cells::text(session, kind, item as usize, column)));
    }
    let ranks: BTreeMap<usize, u32> = ranked(texts.into_iter()).into_iter().collect();
    owners.iter().map(|owner| ranks.get(owner).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_ranked_in_their_order_and_equal_ones_alike() {
        let texts = ["beta", "", "alpha", "beta", "gamma"];
        let mut ranks = ranked(texts.into_iter().map(str::to_owned).enumerate());
        ranks.sort_unstable();
        assert_eq!(ranks, [(0, 1), (2, 0), (3, 1), (4, 2)]);
        assert_eq!(folded_text("Türkiye’s  «Щит»"), "turkiyes shchit");
    }
}
