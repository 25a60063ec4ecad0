//! Russian: legal status on a date: the line on the timeline, and the matrix of treaties and parties.

use super::counted;
use crate::language::law::Law;
use crate::language::text::label;

pub(super) const LAW: Law = Law {
    as_of: |day| format!("Статус на {day}"),
    as_of_today: "Статус на сегодня",
    today: "Сегодня",
    month: super::dates::month_name,
    weekdays: ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"],
    earlier_year: "Годом раньше",
    earlier_month: "Месяцем раньше",
    later_month: "Месяцем позже",
    later_year: "Годом позже",
    year_field: "Год",
    day_is_today: |day| format!("{day}, сегодня"),
    no_day: "нет",
    status_on: |day| format!("Правовой статус на {day}"),
    state_on: |day, state| format!("{state} на {day}"),
    counts: |day, [in_force, suspended, signed, ended]| {
        format!(
            "{day}: в силе {in_force} · приостановлено {suspended} · подписано {signed} · прекращено {ended}"
        )
    },
    status_dialog: "Статус на дату",
    status_on_this_date: "Статус на эту дату",
    play: label("Воспроизвести", "Переводить дату вперёд год за годом"),
    stop: label("Остановить", "Остановить перевод даты"),
    year_back: label("−1 год", "Та же дата годом раньше"),
    year_on: label("+1 год", "Та же дата годом позже"),
    previous_change: label("Предыдущее изменение", "К дате предыдущего изменения в таблице"),
    next_change: label("Следующее изменение", "К дате следующего изменения в таблице"),
    no_change: "Других изменений нет",
    changed: |n| format!("Изменилось: {}", counted(n, ["запись", "записи", "записей"])),
    no_record: "нет данных",
    cell: |treaty, party, state| format!("{treaty}, {party}: {state}"),
    since: |day| format!("с {day}"),
    based_on: "Основания",
    disputed: |state| format!("Оспаривается: {state}"),
};
