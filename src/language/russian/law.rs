//! Russian: the law of a day.

use super::counted;
use crate::language::law_words::LawWords;
use crate::language::table::said;

pub(super) const LAW: LawWords = LawWords {
    tab: "Право на день",
    play: said("Пуск", "Ведёт день права год за годом до сегодняшнего дня"),
    stop: said("Стоп", "Останавливает на этом дне"),
    year_back: said("−1 год", "Тот же день годом раньше"),
    year_on: said("+1 год", "Тот же день годом позже"),
    change_back: said("Прошлая перемена", "Назад к последнему дню, когда что-то в этой таблице изменилось"),
    change_on: said("Следующая перемена", "Вперёд к следующему дню, когда что-то в этой таблице изменится"),
    no_change: "Дальше этого дня в таблице ничего не меняется",
    changed: |n| format!("Изменилось: {}", counted(n, ["состояние", "состояния", "состояний"])),
    not_on_record: "сведений нет",
    cell: |treaty, party, state| format!("{treaty}, {party}: {state}"),
    since: |day| format!("с {day}"),
    rests_on: "Основано на",
    or_else: |state| format!("Спорно: {state}"),
};
