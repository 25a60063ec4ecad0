//! Russian: the filter row and its menus.

use super::counted;
use crate::language::filter::Filter;

pub(super) const FILTER: Filter = Filter {
    party: "Участник",
    party_help: "Только стороны, события которых учтены",
    category: "Категория",
    status: "Статус",
    event_kind: "Тип события",
    speaker: "Автор высказывания",
    with_statements: "С высказываниями",
    years: "Годы",
    language: "Язык",
    source: "Источник",
    saved: "Сохранённые",
    name: "Имя фильтра",
    save: "Сохранить",
    delete: "Удалить",
    clear: "Сбросить фильтры",
    only: |what| format!("Только: {what}"),
    any: "Любое значение",
    shown: |treaties, of, events, statements| {
        format!(
            "{treaties} из {} · {} · {}",
            counted(of, ["договора", "договоров", "договоров"]),
            counted(events, ["событие", "события", "событий"]),
            counted(statements, ["высказывание", "высказывания", "высказываний"])
        )
    },
    cleared: "Фильтры сброшены: они скрывали выбранный элемент",
};
