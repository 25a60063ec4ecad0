//! Russian: a comparison with another dataset, and what differs.

use crate::compare::{ChangeCounts, Table};
use crate::language::compare::{Compare, ComparisonWords};
use crate::language::text::label;

use super::counted;

pub(super) const COMPARE: Compare = Compare {
    title: |name, summary| format!("По сравнению с {name}: {summary}"),
    pick_title: "Сравнить с прежней версией",
    close: label("Закрыть сравнение", "Закрыть список и убрать отметки сравнения"),
    copy: label("Копировать", "Скопировать весь список"),
    copied: "Различия скопированы",
    not_compared: |name, why| format!("Не удалось сравнить с {name}: {why}"),
};

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
        Table::Acts => "акты стороны",
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
