//! Russian: opening a table.

use crate::records::{Role, Shape};

use super::counted;
use super::terms::event_kind;

pub(in crate::language) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Events => "таблица событий: по строке на событие",
        Shape::Treaties => "таблица договоров: по строке на договор, каждый столбец дат — событие",
        Shape::Acts => "таблица действий: по строке на государство и договор",
        Shape::Series => "таблица чисел по годам",
    }
}

pub(in crate::language) fn role(role: Role) -> &'static str {
    match role {
        Role::Ignore => "не читать",
        Role::Keep => "показать как есть",
        Role::Id => "идентификатор",
        Role::Lane => "дорожка",
        Role::FullName => "полное название",
        Role::Group => "группа",
        Role::Title => "название",
        Role::Kind => "тип события",
        Role::Date => "дата",
        Role::End => "конец",
        Role::Year => "год",
        Role::Month => "месяц",
        Role::Day => "день",
        Role::Precision => "точность",
        Role::EndYear => "год окончания",
        Role::EndMonth => "месяц окончания",
        Role::EndDay => "день окончания",
        Role::Party => "сторона",
        Role::Parties => "стороны",
        Role::Summary => "описание",
        Role::Quote => "цитата",
        Role::Speaker => "автор слов",
        Role::SpeakerRole => "должность автора",
        Role::Source => "источник",
        Role::Url => "адрес",
        Role::Tags => "метки",
        Role::Confidence => "достоверность",
        Role::Image => "изображение",
        Role::EndKind => "как прекращён",
        Role::Entity => "о ком",
        Role::Value => "число",
        Role::Event(kind) => event_kind(kind),
    }
}

pub(in crate::language) fn read_as(shape: &str, columns: &str, rows: usize, left_out: usize) -> String {
    let forms = ["строка", "строки", "строк"];
    let shown = counted(rows.saturating_sub(left_out), forms);
    let explained = if left_out == 0 {
        String::new()
    } else {
        format!(", с пояснением: {}", counted(left_out, forms))
    };
    format!("Прочитано как {shape}. Столбцы: {columns} · показано: {shown}{explained}")
}
