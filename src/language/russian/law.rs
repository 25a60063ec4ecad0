//! Russian: legal status on a date: the line on the timeline, and the matrix of treaties and parties.

use super::counted;
use crate::language::law::Law;
use crate::language::text::label;

pub(super) const LAW: Law = Law {
    tab: "Право на день",
    as_of: |day| format!("На {day}"),
    as_of_today: "На сегодня",
    status_on: |day| format!("Состояние на {day}"),
    state_on: |day, state| format!("на {day}: {state}"),
    counts: |day, [in_force, suspended, signed, ended]| {
        format!(
            "На {day}: в силе {in_force} · приостановлено {suspended} · подписано {signed} · прекращено {ended}"
        )
    },
    status_dialog: "Состояние на дату",
    status_on_this_date: "Состояние на этот день",
    play: label("Пуск", "Ведёт день права год за годом до сегодняшнего дня"),
    stop: label("Стоп", "Останавливает на этом дне"),
    year_back: label("−1 год", "Тот же день годом раньше"),
    year_on: label("+1 год", "Тот же день годом позже"),
    previous_change: label(
        "Прошлая перемена",
        "Назад к последнему дню, когда что-то в этой таблице изменилось",
    ),
    next_change: label(
        "Следующая перемена",
        "Вперёд к следующему дню, когда что-то в этой таблице изменится",
    ),
    no_change: "Дальше этого дня в таблице ничего не меняется",
    changed: |n| format!("Изменилось: {}", counted(n, ["состояние", "состояния", "состояний"])),
    no_record: "сведений нет",
    cell: |treaty, party, state| format!("{treaty}, {party}: {state}"),
    since: |day| format!("с {day}"),
    based_on: "Основано на",
    disputed: |state| format!("Спорно: {state}"),
};
