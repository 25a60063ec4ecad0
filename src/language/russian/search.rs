//! Russian: the search field and its results.

use super::counted;
use crate::diagnostics::{QUERY_FIELDS, QueryProblem};
use crate::language::search::Search;

pub(super) const SEARCH: Search = Search {
    search: "Поиск",
    clear: "Очистить поиск",
    hint: "Договоры, события, цитаты…",
    help: "Слова, \"фразы\", -исключить и поля: treaty:INF party:RUS type:suspended speaker:Рябков tag:проверка after:2018 before:2021-06",
    no_results: |text| format!("По запросу «{text}» ничего не найдено"),
    only_elsewhere: |treaties, elsewhere| match treaties {
        0 => format!("Здесь ничего не найдено; в остальных: {elsewhere}"),
        1 => format!("В этом договоре ничего не найдено; в остальных: {elsewhere}"),
        n => format!(
            "Ничего не найдено ({}); в остальных: {elsewhere}",
            counted(n, ["договор", "договора", "договоров"])
        ),
    },
    here_and_elsewhere: |here, elsewhere| format!("Здесь: {here}, в остальных: {elsewhere}"),
    everywhere: "Искать везде",
    partial_results: "Точных совпадений нет. Ближайшие результаты:",
    offered_tag: |tag| format!("Искать метку {tag}"),
    results: |n| counted(n, ["результат", "результата", "результатов"]),
    result_of: |index, of| format!("{index} из {of}"),
    problem: |problem| match problem {
        QueryProblem::NoField(name) => {
            format!("Неизвестное поле «{name}». Доступные поля: {}", QUERY_FIELDS.join(", "))
        }
        QueryProblem::NoDate(text) => format!("«{text}» — не дата. Введите 2018, 2018-06 или 2018-06-30"),
        QueryProblem::NoWords => {
            "Знаки препинания и эмодзи искать нельзя. Введите слово или число".to_owned()
        }
        QueryProblem::TooLong => "Слишком длинный запрос: используются только первые слова".to_owned(),
    },
};
