//! Russian: the search field and its results.

use super::counted;
use crate::diagnostics::{QUERY_FIELDS, QueryProblem};
use crate::language::search::Search;

pub(super) const SEARCH: Search = Search {
    search: "Поиск",
    hint: "Договоры, события, цитаты…",
    help: "Слова, \"фразы\", -исключить и поля: treaty:INF party:RUS type:suspended speaker:Рябков after:2018 before:2021-06",
    no_results: |text| format!("По запросу {text} ничего не найдено"),
    partial_results: "Всех этих слов нет нигде; вот где их больше всего:",
    results: |n| counted(n, ["совпадение", "совпадения", "совпадений"]),
    result_of: |place, of| format!("{place} из {of}"),
    problem: |problem| match problem {
        QueryProblem::NoField(name) => format!("Поля «{name}» нет; есть {}", QUERY_FIELDS.join(", ")),
        QueryProblem::NoDate(text) => format!("«{text}» не дата: пишите 2018, 2018-06 или 2018-06-30"),
        QueryProblem::NoWords => "Знаки и эмодзи не ищутся: введите слово или число".to_owned(),
        QueryProblem::TooLong => "Слишком длинно: ищутся первые слова".to_owned(),
    },
};
