//! Russian: the filter row and its menus.

use super::counted;
use crate::language::filter::Filter;

pub(super) const FILTER: Filter = Filter {
    party: "Участник",
    category: "Категория",
    status: "Состояние",
    event_kind: "Вид события",
    speaker: "Кто сказал",
    with_statements: "С высказываниями",
    years: "Годы",
    language: "Язык",
    source: "Источник",
    saved: "Сохранённые",
    name: "Имя фильтра",
    save: "Сохранить",
    delete: "Забыть",
    clear: "Показать всё",
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
    cleared: "Фильтры сняты: запрошенное среди показанного не было",
};
