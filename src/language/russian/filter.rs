//! Russian: the filter bar and its menus.

use super::counted;
use crate::language::filter::Filter;

pub(super) const FILTER: Filter = Filter {
    treaty: "Договоры",
    party: "Участники",
    party_help: "Только стороны, события которых учтены",
    category: "Категория",
    status: "Статус",
    tag: "Метки",
    event_kind: "События",
    speaker: "Авторы",
    more: "Ещё",
    with_statements: "Только с цитатами",
    years: "Годы",
    language: "Языки",
    source: "Источники",
    saved: "Сохранённые фильтры",
    name: "Имя фильтра",
    save: "Сохранить",
    delete: "Удалить",
    clear: "Сбросить все фильтры",
    clear_one: |name| format!("Сбросить фильтр «{name}»"),
    find: "Начните вводить",
    no_value: "Таких значений нет",
    more_values: |n| format!("и ещё {n}: введите часть названия"),
    only: |what| format!("Показать только: {what}"),
    only_events: |kind| format!("Показать только события «{kind}»"),
    only_treaty: "Показать только этот договор",
    only_treaties: "Показать только эти договоры",
    only_group: |name| format!("Показать только группу «{name}»"),
    only_this_group: "Показать только эту группу",
    only_group_help: "Фильтр по этой категории договоров; другие фильтры остаются",
    only_group_fitted: "Показать только эту группу, целиком",
    only_group_fitted_help: "То же, и строки с периодом подобраны так, чтобы вся группа была видна сразу",
    all_groups: "Показать все группы",
    all_treaties: "Показать все договоры",
    any: "Любое значение",
    list_shown: "Открыть таблицу показанных договоров",
    show_hidden: "Показать",
    show_hidden_help: "Сбросить все фильтры и показать скрытые строки",
    shown: |treaties, of, events, statements| {
        format!(
            "{treaties} из {} · {} · {}",
            counted(of, ["договора", "договоров", "договоров"]),
            counted(events, ["событие", "события", "событий"]),
            counted(statements, ["цитата", "цитаты", "цитат"])
        )
    },
    shown_treaties: |treaties, of| {
        format!("{treaties} из {}", counted(of, ["договора", "договоров", "договоров"]))
    },
    hidden: |n| format!("Скрыто: {n} · Показать"),
    cleared: "Фильтры сброшены: они скрывали выбранный элемент",
};
