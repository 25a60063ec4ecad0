//! Sort keys of rows.

use crate::session::Session;

use super::cells::{date, number};
use super::columns::Column;
use super::ranks::text_ranks;

/// The sort key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// First and last moment, in seconds since 1970: a year sorts before the days in it.
    Time(i64, i64),
    /// A number, or the rank of a text.
    Number(usize),
    /// An empty cell sorts last.
    None,
}

/// The sort keys of items by a column.
pub(super) fn sort_keys(session: &Session, items: &[u32], column: Column) -> Vec<Key> {
    let kind = session.tables.choice.kind;
    let key = |&item: &u32| {
        let item = item as usize;
        let time = || date(session, kind, item, column);
        number(session, kind, item, column)
            .map(Key::Number)
            .or_else(|| time().map(|date| Key::Time(date.earliest().secs(), date.end().secs())))
            .unwrap_or(Key::None)
    };
    if column.is_text() {
        let ranks = text_ranks(session, items, column).into_iter();
        return ranks.map(|rank| rank.map_or(Key::None, |rank| Key::Number(rank as usize))).collect();
    }
    items.iter().map(key).collect()
}
