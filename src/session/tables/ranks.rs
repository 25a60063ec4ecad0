//! The texts of a column as numbers in their order, so that rows are put in order without a text being looked at twice.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::domain::{Dataset, EventId, SourceId, StatementId};
use crate::session::{
    Session,
    tables::{Column, TableKind},
};
use crate::text::folded_text;

/// The columns with a text of its own in each row, which is the same in every language.
const OWN_TEXTS: [(TableKind, Column); 7] = [
    (TableKind::Treaties, Column::Name),
    (TableKind::Events, Column::Title),
    (TableKind::Statements, Column::Quote),
    (TableKind::Statements, Column::Role),
    (TableKind::Sources, Column::Title),
    (TableKind::Sources, Column::Publisher),
    (TableKind::Sources, Column::Address),
];
/// The number of an item without a text.
const NONE: u32 = u32::MAX;

/// The numbers of the items of a dataset by those columns, each worked out once when it is first asked for.
#[derive(Debug, Default)]
pub(in crate::session) struct TextRanks([OnceLock<Vec<u32>>; OWN_TEXTS.len()]);

impl TextRanks {
    /// Works all of them out: for a thread that nobody waits for.
    pub(in crate::session) fn prepare(&self, dataset: &Dataset) {
        for (kind, column) in OWN_TEXTS {
            self.of(dataset, kind, column);
        }
    }

    /// The numbers of all items by a column, if it is such a one.
    fn of(&self, dataset: &Dataset, kind: TableKind, column: Column) -> Option<&[u32]> {
        // The rows of the matrix are the treaties.
        let kind = if kind == TableKind::Law { TableKind::Treaties } else { kind };
        let place = OWN_TEXTS.iter().position(|&own| own == (kind, column))?;
        Some(self.0.get(place)?.get_or_init(|| {
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

/// Each of some texts with its number; equal texts have one number, an empty text has none.
fn ranked(texts: impl Iterator<Item = (usize, String)>) -> Vec<(usize, u32)> {
    let mut texts: Vec<(String, usize)> =
        texts.filter(|(_, text)| !text.is_empty()).map(|(whose, text)| (text, whose)).collect();
    texts.sort_unstable();
    let mut ranks = Vec::with_capacity(texts.len());
    for (rank, alike) in texts.chunk_by(|a, b| a.0 == b.0).enumerate() {
        ranks.extend(alike.iter().map(|&(_, whose)| (whose, rank as u32)));
    }
    ranks
}

/// What the text of a row is the text of: many events have one treaty and one type. Of a column whose texts are the
/// rows' own, the row itself.
fn owner(session: &Session, kind: TableKind, item: usize, column: Column) -> usize {
    let dataset = &session.world.dataset;
    // No party is a value of its own.
    let party =
        |party: Option<crate::domain::PartyId>| party.map_or(usize::MAX, crate::domain::PartyId::index);
    match kind {
        TableKind::Events => {
            let event = dataset.event(EventId::new(item));
            match column {
                Column::Treaty => event.treaty.index(),
                Column::Type => event.kind as usize,
                Column::Party => party(event.party),
                Column::Source => event.claim().source.index(),
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

/// For each of some items, the number of its text in a column; none for an empty text.
pub(super) fn text_ranks(session: &Session, items: &[u32], column: Column) -> Vec<Option<u32>> {
    let (kind, world) = (session.tables.choice.kind, &session.world);
    if let Some(ranks) = world.text_ranks().of(&world.dataset, kind, column) {
        let rank = |&item: &u32| ranks.get(item as usize).copied().filter(|&rank| rank != NONE);
        return items.iter().map(rank).collect();
    }
    let owners: Vec<usize> = items.iter().map(|&item| owner(session, kind, item as usize, column)).collect();
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for (&owner, &item) in std::iter::zip(&owners, items) {
        texts.entry(owner).or_insert_with(|| {
            folded_text(&crate::session::tables::cells::text(session, kind, item as usize, column))
        });
    }
    let ranks: BTreeMap<usize, u32> = ranked(texts.into_iter()).into_iter().collect();
    owners.iter().map(|owner| ranks.get(owner).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_numbered_in_their_order_and_equal_ones_alike() {
        let texts = ["beta", "", "alpha", "beta", "gamma"];
        let mut ranks = ranked(texts.into_iter().map(str::to_owned).enumerate());
        ranks.sort_unstable();
        assert_eq!(ranks, [(0, 1), (2, 0), (3, 1), (4, 2)]);
        assert_eq!(folded_text("Türkiye’s  «Щит»"), "turkiyes shchit");
    }
}
