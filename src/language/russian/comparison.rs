//! Russian: what differs between two datasets.

use crate::compare::{ChangeCounts, Table};
use crate::language::comparison::ComparisonWords;

use super::counted;

pub(in crate::language) static COMPARISON: ComparisonWords = ComparisonWords {
    summary,
    item: |table| match table {
        Table::File => "файл",
        Table::Parties => "сторона",
        Table::Treaties => "договор",
        Table::Events => "событие",
        Table::Statements => "высказывание",
        Table::Speakers => "автор",
        Table::Series => "ряд",
        Table::Sources => "источник",
    },
    renamed_from: |id| format!("прежний идентификатор {id}"),
    field: |name| match name {
        "other dates" => "другие даты",
        "original source" => "источник оригинала",
        name => name,
    },
    quoted: |text| format!("«{text}»"),
    nothing: "пусто",
};

fn summary(counts: ChangeCounts) -> String {
    let ChangeCounts { added, removed, renamed, changed, moved } = counts;
    let counts =
        [(added, "добавлено"), (removed, "удалено"), (renamed, "переименовано"), (changed, "изменено")];
    let mut parts: Vec<String> =
        counts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{word}: {n}")).collect();
    if moved > 0 {
        parts.push(format!("сдвинулось: {}", counted(moved, ["дата", "даты", "дат"])));
    }
    if parts.is_empty() { "различий нет".to_owned() } else { parts.join(", ") }
}
